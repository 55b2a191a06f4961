"""The LibreOffice runner: files in, files out; the only place that starts ``soffice``.

All files of a call go through one soffice with a fresh profile of its own, many files through one for each
processor. A file appears complete or not at all, and an older one of its name is replaced. However a call ends, no
process and no half file is left.

A PDF has all fonts embedded, a structure tree, bookmarks made from the headings and the language of the
document. Its bytes hold the moment of making, unless a time is given: then the same LibreOffice makes the same
bytes, but for the dated colour profile inside PDF/A.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import unicodedata
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from generator.errors import ConversionError, UsageError
from generator.office_run import Job, OfficeRun
from generator.pdf_stamp import restamp

OVERRIDE = "VANBAN_SOFFICE"
FILTERS = {
    "pdf": "pdf:writer_pdf_Export",
    "docx": "docx:MS Word 2007 XML",
    "odt": "odt:writer8",
    "xlsx": "xlsx:Calc MS Excel 2007 XML",
}
SECONDS_A_FILE = 120.0

_ZIPPED = (".docx", ".docm", ".dotx", ".odt", ".ott", ".xlsx", ".ods")
_BY_HAND = "tệp nguồn vẫn còn nguyên; có thể mở bằng Word rồi chọn Lưu thành PDF"
INSTALL_HINT = (
    "trên Debian, Ubuntu: sudo apt-get install libreoffice-writer-nogui libreoffice-calc-nogui fonts-liberation2; "
    "trên Windows: cài LibreOffice, hoặc mở tệp .docx bằng Word rồi chọn Lưu thành PDF"
)
_PLACES = (
    "/usr/bin/soffice",
    "/usr/local/bin/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_WINDOWS_FOLDERS = ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)", "LOCALAPPDATA")


class IncompleteConversionError(ConversionError):
    """A conversion in which some files failed; the others are in place."""

    def __init__(self, made: Sequence[Path], failures: Mapping[Path, str], to: str) -> None:
        super().__init__(_account(made, failures, to), hint=_BY_HAND if to == "pdf" else None)
        self.made = tuple(made)
        """The files that came out."""
        self.failures = dict(failures)
        """The source files that failed and why, in Vietnamese."""


def convert(
    files: Sequence[Path],
    outdir: Path,
    *,
    to: str = "pdf",
    timeout: float = SECONDS_A_FILE,
    pdfa: bool = False,
    read_as: str | None = None,
    source_date_epoch: int | None = None,
    on_progress: Callable[[int, int], None] | None = None,
) -> list[Path]:
    """Return the converted files in the order of the sources, each ``outdir/<stem of the source>.<to>``.

    `to` is pdf, docx, odt or xlsx (of a table); `pdfa` makes a PDF a PDF/A-2b; `read_as` names the import filter,
    so that a damaged file fails instead of being read as plain text. `timeout` is the longest time in seconds that
    may pass without a file coming out. `source_date_epoch` is the moment of making for a PDF, in seconds since 1970.
    `on_progress` gets the number of files dealt with and of all. No files need no LibreOffice.

    Raises UsageError for sources that are not there or would make the same file, ConversionError without
    LibreOffice or a writable folder, and IncompleteConversionError, when the other files are in place, for those
    that failed.
    """
    _refuse_clashes(files, outdir, to)
    if not files:
        return []
    soffice = _require_soffice(files)
    with _work_folder(outdir) as work:
        jobs = _jobs(files, outdir, to, work)
        failures = _stage(jobs)
        tell = _counter(on_progress, len(failures), len(jobs))
        env = _environment(fixed_time=source_date_epoch is not None)
        run = OfficeRun(soffice, FILTERS[to], pdfa=pdfa, seconds=timeout, env=env, on_progress=tell, read_as=read_as)
        failures |= run.convert([job for job in jobs if job not in failures])
        made = [job for job in jobs if job not in failures]
        failures |= _publish(made, source_date_epoch if to == "pdf" else None)
        tell(len(jobs))
    if failures:
        targets = [job.target for job in jobs if job not in failures]
        raise IncompleteConversionError(targets, {job.source: reason for job, reason in failures.items()}, to)
    return [job.target for job in jobs]


def convert_bytes(
    data: bytes, name: str, *, to: str = "docx", timeout: float = SECONDS_A_FILE, read_as: str | None = None
) -> bytes:
    """Return one file converted in memory; its name gives the format by its ending, and stands in messages.

    `read_as` names the import filter of LibreOffice, as in `convert`.

    Raises as `convert` does.
    """
    with _scratch_folder() as folder:
        source = folder / Path(name).name
        source.write_bytes(data)
        return convert([source], folder / "out", to=to, timeout=timeout, read_as=read_as)[0].read_bytes()


def find_soffice() -> Path | None:
    """Return the LibreOffice program: what VANBAN_SOFFICE names, else on the PATH, else where it is usually put.

    None when there is none, and when VANBAN_SOFFICE names no file.
    """
    if override := os.environ.get(OVERRIDE):
        return Path(override) if Path(override).is_file() else None
    found = shutil.which("soffice") or shutil.which("libreoffice")
    places = [found] if found else [*_PLACES, *_windows_places()]
    return next((Path(place) for place in places if Path(place).is_file()), None)


def _windows_places() -> Iterator[str]:
    """The usual places on Windows; ``soffice.com`` waits for the end of the program, ``soffice.exe`` does not."""
    for folder in _WINDOWS_FOLDERS:
        if root := os.environ.get(folder):
            yield str(Path(root, "LibreOffice", "program", "soffice.com"))


def _require_soffice(files: Sequence[Path]) -> Path:
    if soffice := find_soffice():
        return soffice
    names = ", ".join(file.name for file in files)
    problem = "chưa cài LibreOffice trên máy này"
    if override := os.environ.get(OVERRIDE):
        problem = f"biến {OVERRIDE} chỉ tới tệp không có: {override}"
    raise ConversionError(f"không chuyển được {names}: {problem}; tệp nguồn vẫn còn nguyên", hint=INSTALL_HINT)


def _refuse_clashes(files: Sequence[Path], outdir: Path, to: str) -> None:
    """Raise UsageError when a source is missing, two sources make one file, or a source would be overwritten."""
    if to not in FILTERS:
        raise UsageError(f"không chuyển được sang dạng {to}", hint=f"các dạng có thể chọn: {', '.join(FILTERS)}")
    if missing := [str(file) for file in files if not file.is_file()]:
        raise UsageError(f"không tìm thấy tệp: {', '.join(missing)}")
    seen: dict[str, Path] = {}
    for file in files:
        key = unicodedata.normalize("NFC", file.stem).casefold()
        if other := seen.get(key):
            raise UsageError(
                f"hai tệp nguồn cùng tạo ra {file.stem}.{to}: {other} và {file}",
                hint="hãy đổi tên một tệp hoặc chuyển từng tệp một",
            )
        seen[key] = file
        if _target(file, outdir, to).resolve() == file.resolve():
            raise UsageError(f"tệp kết quả trùng với tệp nguồn: {file}", hint="hãy chọn thư mục kết quả khác")


def _target(file: Path, outdir: Path, to: str) -> Path:
    return outdir / f"{file.stem}.{to}"


@contextmanager
def _work_folder(outdir: Path) -> Iterator[Path]:
    """A folder beside the targets, so that moving a file into its place is one step."""
    try:
        outdir.mkdir(parents=True, exist_ok=True)
        # A virus scanner on Windows may hold a file for a moment: then the folder stays, the conversion is good.
        folder = tempfile.TemporaryDirectory(dir=outdir, prefix="vanban-", suffix=".tmp", ignore_cleanup_errors=True)
    except OSError as failure:
        raise ConversionError(f"không ghi được vào thư mục {outdir}", hint=failure.strerror) from failure
    with folder as path:
        yield Path(path).resolve()


@contextmanager
def _scratch_folder() -> Iterator[Path]:
    """A folder for what nobody is to see; what cannot be removed at once is left to the system's clean-up."""
    with tempfile.TemporaryDirectory(prefix="vanban-", ignore_cleanup_errors=True) as path:
        yield Path(path)


def _jobs(files: Sequence[Path], outdir: Path, to: str, work: Path) -> list[Job]:
    """The jobs, with plain numbers for names inside, as odd ones are not safe on every command line."""
    (work / "in").mkdir()
    return [
        Job(
            source=file,
            staged=work / "in" / f"{number:05}{file.suffix}",
            made=work / "out" / f"{number:05}.{to}",
            target=_target(file, outdir, to),
        )
        for number, file in enumerate(files, start=1)
    ]


def _stage(jobs: Sequence[Job]) -> dict[Job, str]:
    """Copy the sources for soffice; return why each source that it shall not see is refused."""
    failures = {}
    for job in jobs:
        try:
            shutil.copyfile(job.source, job.staged)
        except OSError as failure:
            failures[job] = f"không đọc được tệp ({failure.strerror})"
            continue
        if reason := _fault(job.staged):
            failures[job] = reason
    return failures


def _fault(source: Path) -> str | None:
    """What is wrong with a source that LibreOffice would turn into an empty or a meaningless document."""
    if source.stat().st_size == 0:
        return "tệp rỗng"
    if source.suffix.lower() in _ZIPPED and not zipfile.is_zipfile(source):
        return f"nội dung không phải dạng {source.suffix}: tệp hỏng, có mật khẩu hoặc mang sai phần mở rộng"
    return None


def _environment(*, fixed_time: bool) -> dict[str, str]:
    """The environment for soffice: names in UTF-8 in any terminal, times in UTC where bytes are promised."""
    env = dict(os.environ)
    if sys.platform != "win32":
        env["LC_ALL"] = "C.UTF-8"
    if fixed_time:
        env["TZ"] = "UTC"
    return env


def _counter(tell: Callable[[int, int], None] | None, before: int, total: int) -> Callable[[int], None]:
    """Return the progress report without its total, never going back and counting what was refused before."""
    if tell is None:
        return lambda done: None
    last = -1

    def count(done: int) -> None:
        nonlocal last
        now = min(before + done, total)
        if now > last:
            last = now
            tell(now, total)

    return count


def _publish(jobs: Sequence[Job], source_date_epoch: int | None) -> dict[Job, str]:
    """Move the files into place; return why each one that could not be moved stays out."""
    failures = {}
    for job in jobs:
        if source_date_epoch is not None:
            job.made.write_bytes(restamp(job.made.read_bytes(), source_date_epoch))
        try:
            job.made.replace(job.target)
        except PermissionError:
            failures[job] = f"không ghi đè được {job.target}: tệp đang mở trong chương trình khác"
        except OSError as failure:
            failures[job] = f"không ghi được {job.target} ({failure.strerror})"
    return failures


def _account(made: Sequence[Path], failures: Mapping[Path, str], to: str) -> str:
    """The message of an incomplete conversion: what failed and why, then what came out."""
    failed = "; ".join(f"{source.name} ({reason})" for source, reason in failures.items())
    if not made:
        return f"không chuyển được sang {to.upper()}: {failed}"
    total = len(made) + len(failures)
    names = ", ".join(target.name for target in made)
    return f"không chuyển được {len(failures)} trong {total} tệp sang {to.upper()}: {failed}; đã tạo: {names}"
