"""What the program needs of the machine, looked at one by one."""

from __future__ import annotations

import platform
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.bundled import bundled
from generator.fonts import HINT as FONT_HINT
from generator.fonts import check_fonts, font_config_fault
from generator.office import INSTALL_HINT, find_soffice
from generator.process_tree import capture

OLDEST_PYTHON = (3, 11)
OUTPUT = "output"

_VERSION_SECONDS = 60.0
_SAMPLE = "Ủy ban nhân dân – Kế hoạch, Độc lập, quỹ"
_BUNDLED = {
    "data": ("Dữ liệu kèm theo", "hãy cài lại chương trình"),
    "templates_docx": ("Mẫu văn bản", "hãy cài lại chương trình, hoặc tạo mẫu bằng lệnh: vanban template build"),
}


@dataclass(frozen=True)
class Check:
    """One thing looked at."""

    name: str
    ok: bool
    detail: str
    """What was found."""
    hint: str | None = None
    """What to do; only where something is amiss."""


def diagnose() -> list[Check]:
    """Return every check in a fixed order; none raises, and soffice is asked its version with a time limit."""
    return [
        _python(),
        _libreoffice(),
        _fonts(),
        *(_bundled(folder) for folder in _BUNDLED),
        _writable_folder(),
        _console(),
    ]


def _python() -> Check:
    wanted = ".".join(map(str, OLDEST_PYTHON))
    ok = sys.version_info[:2] >= OLDEST_PYTHON
    return Check("Python", ok, platform.python_version(), None if ok else f"cần Python {wanted} trở lên")


def _libreoffice() -> Check:
    """LibreOffice, which only the PDF files and the old formats need."""
    soffice = find_soffice()
    if soffice is None:
        return Check("LibreOffice", False, "không tìm thấy (chỉ cần để tạo tệp PDF)", INSTALL_HINT)
    try:
        version = capture([str(soffice), "--version"], timeout=_VERSION_SECONDS).strip()
    except OSError:
        return Check("LibreOffice", False, f"{soffice} không chạy được", INSTALL_HINT)
    return Check("LibreOffice", True, f"{version} ({soffice})")


def _fonts() -> Check:
    if problems := check_fonts():
        return Check("Phông chữ", False, "; ".join(problem.message for problem in problems), FONT_HINT)
    fault = font_config_fault()
    told = f"; {fault}" if fault else ""
    return Check("Phông chữ", True, f"đủ chữ tiếng Việt, bề rộng như Times New Roman{told}")


def _bundled(folder: str) -> Check:
    """One of the folders that travel with the program: at least one file has to be in it."""
    name, hint = _BUNDLED[folder]
    path = bundled(folder)
    if count := sum(1 for _ in _visible_files(path)):
        return Check(name, True, f"{count} tệp trong {path}")
    return Check(name, False, f"không có tệp nào trong {path}", hint)


def _visible_files(folder: Path) -> Iterator[Path]:
    """The files below a folder, without hidden ones and Python's own; none when it is not there."""
    for path in folder.rglob("*"):
        if path.is_file() and path.suffix != ".pyc" and not path.name.startswith((".", "__")):
            yield path


def _writable_folder() -> Check:
    """The folder ``output`` where there is one, else the current folder."""
    here = Path.cwd()
    folder = here / OUTPUT if (here / OUTPUT).is_dir() else here
    try:
        with tempfile.TemporaryFile(dir=folder):
            return Check("Thư mục kết quả", True, f"ghi được vào {folder}")
    except OSError:
        return Check("Thư mục kết quả", False, f"không ghi được vào {folder}", "hãy chuyển sang thư mục khác")


def _console() -> Check:
    """The encoding of what is printed; a stream without one takes any text."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    try:
        _SAMPLE.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        hint = "trên Windows: chạy lệnh chcp 65001, hoặc đặt biến môi trường PYTHONUTF8=1"
        return Check("Cửa sổ lệnh", False, f"bảng mã {encoding} không hiện được tiếng Việt", hint)
    return Check("Cửa sổ lệnh", True, f"bảng mã {encoding}")
