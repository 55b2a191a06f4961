"""Files at the edge: read with a clear error, written whole or not at all, nobody's work lost."""

from __future__ import annotations

import errno
import os
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import count
from pathlib import Path
from typing import Final

from generator.errors import DataError, UsageError

_REASONS = {
    errno.EACCES: "không có quyền",
    errno.EPERM: "không có quyền",
    errno.EROFS: "ổ đĩa chỉ đọc",
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.EDQUOT: "đã hết dung lượng được cấp",
    errno.EFBIG: "tệp quá lớn",
    errno.EISDIR: "đây là thư mục",
    errno.ENOTDIR: "một phần của đường dẫn là tệp, không phải thư mục",
    errno.EEXIST: "đường dẫn này là một tệp, không phải thư mục",
    errno.ENAMETOOLONG: "tên tệp quá dài",
    errno.ENOENT: "không có thư mục",
    errno.EIO: "lỗi đọc ghi ổ đĩa",
}

_KEPT: Final = re.compile(r"(?<=.)\.cu\d*$", re.IGNORECASE)
"""What the name of a kept copy ends in."""


def reason(failure: OSError) -> str:
    """Return in Vietnamese why the system refused; its own words where we have none."""
    return _REASONS.get(failure.errno or 0, failure.strerror or str(failure))


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file; DataError when it cannot be read, UsageError when it is a folder."""
    if path.is_dir():
        raise UsageError("là thư mục, cần một tệp", where=str(path))
    try:
        return path.read_bytes()
    except FileNotFoundError as failure:
        raise DataError("không tìm thấy tệp", where=str(path), hint="hãy kiểm tra tên và thư mục") from failure
    except OSError as failure:
        raise DataError(f"không đọc được tệp: {reason(failure)}", where=str(path)) from failure


def write_atomic(path: Path, data: bytes, *, staging: Path | None = None) -> None:
    """Write the file in one step: it is there whole, or as it was before.

    ``staging`` is a folder of the same disk for the unfinished file, which a kill leaves behind; else it is beside
    the file. Raises UsageError when the folder cannot be made or the file is held open by another program.
    """
    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if staging is not None:
            staging.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=staging or path.parent, prefix=".vanban-", suffix=".tmp")
        temporary = Path(name)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    except OSError as failure:
        held = isinstance(failure, PermissionError)
        hint = "hãy đóng tệp nếu đang mở trong Word hoặc Excel, hoặc chọn thư mục khác" if held else None
        raise UsageError(f"không ghi được tệp: {reason(failure)}", where=str(path), hint=hint) from failure
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def move(source: Path, target: Path) -> str | None:
    """Move a file of the same disk into its place; return in Vietnamese why that was refused, None when it was not."""
    try:
        source.replace(target)
    except OSError as failure:
        held = isinstance(failure, PermissionError)
        return f"không ghi được {target.name}: {'tệp đang mở trong chương trình khác' if held else reason(failure)}"
    return None


def write_keeping_old(path: Path, data: bytes) -> Path | None:
    """Write the file; a file of other content that it replaces is kept beside it as ``TÊN.cu``.

    A copy that is there already stays: the next ones are ``TÊN.cu2``, ``TÊN.cu3`` and so on, one for each content.
    Returns where the old content is, or None when nothing was replaced.
    """
    old = path.read_bytes() if path.is_file() else None
    kept = None if old is None or old == data else keep_copy(path, old)
    write_atomic(path, data)
    return kept


def keep_copy(path: Path, content: bytes, *, staging: Path | None = None) -> Path:
    """Write what a file holds beside it, before it is replaced; return where: ``TÊN.cu``, or ``TÊN.cu2`` and so on.

    A copy that is there already stays; one of just this content is taken for this one. ``staging`` as in
    `write_atomic`.
    """
    kept = _place_of_copy(path, content)
    write_atomic(kept, content, staging=staging)
    return kept


def _place_of_copy(path: Path, content: bytes) -> Path:
    """Return the first name of a kept copy that is free or holds just this content."""
    names = (path.with_name(f"{path.name}.cu{number if number > 1 else ''}") for number in count(1))
    return next(one for one in names if not one.exists() or (one.is_file() and one.read_bytes() == content))


def content_name(path: Path) -> str:
    """Return the name that tells what a file holds: of a copy kept as ``TÊN.cu``, ``TÊN.cu2`` … that of its file."""
    return _KEPT.sub("", path.name)


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def output_paths(inputs: Sequence[Path], folder: Path, suffix: str, *, others: Iterable[Path] = ()) -> list[Path]:
    """Return where the output of each input goes: named after the input, in one folder.

    Raises UsageError when two inputs would give the same file, also where only capitals differ, and when an output
    would replace an input or one of the ``others`` that are read.
    """
    targets = [folder / f"{path.stem}{suffix}" for path in inputs]
    refuse_clashes(inputs, targets, others=others)
    return targets


def refuse_clashes(inputs: Sequence[Path], targets: Sequence[Path], *, others: Iterable[Path] = ()) -> None:
    """Raise UsageError when two inputs have one target, also where only capitals differ, or one replaces an input.

    Each input has the target at its place; the ``others`` are read too.
    """
    claimed: defaultdict[str, list[Path]] = defaultdict(list)
    for path, target in zip(inputs, targets, strict=True):
        claimed[str(target).casefold()].append(path)
    for rivals in claimed.values():
        if len(rivals) > 1:
            names = ", ".join(str(path) for path in rivals)
            raise UsageError(f"các tệp cùng cho một kết quả: {names}", hint="hãy đổi tên hoặc chạy từng tệp")
    for source in (*inputs, *others):
        refuse_overwriting(source, targets)


def refuse_overwriting(source: Path, targets: Iterable[Path]) -> None:
    """Raise UsageError when one of the targets is the source itself."""
    for target in targets:
        if target.exists() and source.exists() and target.samefile(source):
            raise UsageError("kết quả sẽ ghi đè lên tệp nguồn", where=str(target), hint="hãy chọn nơi ghi khác")
