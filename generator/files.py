"""Files at the edge: read with a clear error, written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from generator.errors import DataError, UsageError


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file; DataError when it cannot be read, UsageError when it is a folder."""
    if path.is_dir():
        raise UsageError("là thư mục, cần một tệp", where=str(path))
    try:
        return path.read_bytes()
    except FileNotFoundError as failure:
        raise DataError("không tìm thấy tệp", where=str(path), hint="hãy kiểm tra tên và thư mục") from failure
    except OSError as failure:
        raise DataError(f"không đọc được tệp: {failure.strerror}", where=str(path)) from failure


def write_atomic(path: Path, data: bytes) -> None:
    """Write the file in one step: it is there whole, or as it was before.

    Raises UsageError when the folder cannot be made or the file is held open by another program.
    """
    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".vanban-", suffix=".tmp")
        temporary = Path(name)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    except PermissionError as failure:
        hint = "hãy đóng tệp nếu đang mở trong Word hoặc Excel, hoặc chọn thư mục khác"
        raise UsageError("không ghi được tệp", where=str(path), hint=hint) from failure
    except OSError as failure:
        raise UsageError(f"không ghi được tệp: {failure.strerror}", where=str(path)) from failure
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def output_paths(inputs: Iterable[Path], folder: Path, suffix: str) -> list[Path]:
    """Return where the output of each input goes: named after the input, in one folder.

    Raises UsageError when two inputs would give the same file, also where only capitals differ.
    """
    claimed: defaultdict[str, list[Path]] = defaultdict(list)
    targets = []
    for path in inputs:
        target = folder / f"{path.stem}{suffix}"
        claimed[str(target).casefold()].append(path)
        targets.append(target)
    for rivals in claimed.values():
        if len(rivals) > 1:
            names = ", ".join(str(path) for path in rivals)
            raise UsageError(f"các tệp cùng cho một kết quả: {names}", hint="hãy đổi tên hoặc chạy từng tệp")
    return targets
