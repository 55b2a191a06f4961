"""What reports are computed from: what units told, the registers, the plans."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from generator.bundled import bundled
from generator.cli.files.inputs import load, refuse_other_form
from generator.cli.files.own_registers import regimes_of
from generator.cli.files.progress_file import is_progress_book, loaded_progress, read_book
from generator.cli.files.references import with_references
from generator.cli.files.units_file import units_of
from generator.cli.problems import show_diagnostics
from generator.cli.reports.own_plan import hold_plan
from generator.diagnostics import error
from generator.errors import DataError, GeneratorError, UsageError
from generator.files import read_bytes
from generator.model.document import Document
from generator.model.plan import Plan
from generator.model.progress import Progress
from generator.model.store import SUFFIXES, is_stored
from generator.registers.base import Register
from generator.registers.derivation import DerivationRules
from generator.registers.outline import ReportOutline
from generator.registers.statistics import StatisticalForms
from generator.registers.store import load_register
from generator.reports.ground import Ground
from generator.reports.receipts import Received
from generator.workbook.progress.checks import COMPUTED
from generator.workbook.progress.known import Known
from generator.workbook.progress.other_forms import SUFFIXES as OTHER_FORMS
from generator.workbook.progress.other_forms import is_progress_in_other_form

R = TypeVar("R", bound=Register)
T = TypeVar("T")
PROGRESS = (*SUFFIXES, ".xlsx")
"""Suffixes of files in which units tell of their plans."""


def loaded(path: Path | None, name: str, kind: type[R]) -> R:
    """Return a register of the office's own file, else the one of that name that comes with the program."""
    path = path or bundled("data") / "registers" / name
    return load_register(read_bytes(path), str(path), kind)


def grounds_of(
    regimes: Iterable[str],
    *,
    units: Path | None,
    regime_file: Path | None = None,
    rules: Path | None = None,
    forms: Path | None = None,
    outline: Path | None = None,
) -> dict[str, Ground]:
    """Return what reports of each regime rest on: the office's own files where given, else the program's.

    Regimes of the office's own file are added to the program's.

    DataError for a regime that is unknown, and for an outline that names a row which the forms lack.
    """
    statistical = loaded(forms, "cchc_forms.yaml", StatisticalForms)
    points = loaded(outline, "report_outline.yaml", ReportOutline)
    for fault in points.row_faults(statistical):
        raise DataError(f"{fault.message}: {fault.found}", where=str(outline or "report_outline.yaml"))
    known = regimes_of(regime_file)
    directory = units_of(units or bundled("data") / "registers" / "units.yaml")
    head = loaded(rules, "derivation.yaml", DerivationRules).head
    return {name: Ground(directory, known.regime(name), statistical, points, head) for name in regimes}


def files_of(
    given: Sequence[Path], suffixes: Sequence[str] = PROGRESS, *, may_be_empty: bool = False
) -> Iterator[Path]:
    """Yield the files that are named, those of a folder in the order of their names.

    Of files of a folder with one name the first of the ``suffixes`` counts: what was made from it stands beside it.
    UsageError for what is not there, and for a folder without such files unless it ``may_be_empty``.
    """
    for path in given:
        if not path.exists():
            raise UsageError("không có tệp hay thư mục này", where=str(path))
        if not path.is_dir():
            yield path
            continue
        found = _of_folder(path, suffixes)
        if not found and not may_be_empty:
            raise UsageError(
                "thư mục này không có tệp tiến độ nào", where=str(path), hint=f"cần: {', '.join(suffixes)}"
            )
        yield from found


def _of_folder(folder: Path, suffixes: Sequence[str]) -> list[Path]:
    found: dict[str, Path] = {}
    for suffix in suffixes:
        for one in sorted(folder.iterdir()):
            if one.suffix.lower() == suffix and not one.name.startswith("~"):
                found.setdefault(one.stem, one)
    for one in _in_other_forms(folder) if PROGRESS[-1] in suffixes else ():
        found.setdefault(one.stem, one)
    return sorted(found.values())


def _in_other_forms(folder: Path) -> Iterator[Path]:
    """Yield the progress workbooks of a folder that cannot be read, so that nobody's is passed over in silence."""
    for one in sorted(folder.iterdir()):
        is_other = one.suffix.lower() in OTHER_FORMS and not one.name.startswith("~")
        if is_other and is_progress_in_other_form(read_bytes(one), one.name):
            yield one


def progress_of(path: Path, known: Known | None = None) -> Progress:
    """Return what a unit told of a period; DataError with a diagnostic for each fault of the file, by line or cell.

    Prints what is doubtful in a workbook, but for what follows from the data and is told by who reports from them.
    """
    if not is_stored(path.name) and not is_progress_book(path):
        refuse_other_form(path, read_bytes(path))
        raise UsageError("tệp tiến độ phải là .yaml, .json hoặc biểu tiến độ .xlsx", where=str(path))
    progress, found = loaded_progress(path, known)
    show_diagnostics(one for one in found if one.code != COMPUTED)
    return progress


def told_in(path: Path, known: Known | None = None) -> Received:
    """Return what a file tells with all that was wrong in reading it; DataError where nothing can be read.

    A formula of a workbook that was changed or written over is such a fault, with its cell; what follows from the data
    is not: who computes from them finds it.
    """
    if is_stored(path.name):
        return Received(path.name, progress_of(path))
    refuse_other_form(path, read_bytes(path))
    read = read_book(path, known)
    if read.progress is None:
        raise DataError("không đọc được biểu tiến độ", where=str(path), diagnostics=read.diagnostics)
    faults = tuple(one for one in read.diagnostics if one.code != COMPUTED)
    return Received(path.name, read.progress, faults=faults, cells=read.cells)


def of_each(paths: Sequence[Path], make: Callable[[Path], T]) -> list[T]:
    """Return what is made of each file; where some are faulty, what is wrong with all of them is raised at once."""
    found: list[T] = []
    failures: list[GeneratorError] = []
    for path in paths:
        try:
            found.append(make(path))
        except GeneratorError as failure:
            failures.append(failure)
    if len(failures) == 1:
        raise failures[0]
    if failures:
        told = [one for failure in failures for one in (failure.diagnostics or (error(str(failure)),))]
        message = f"{len(failures)}/{len(paths)} tệp tiến độ có lỗi, chưa lập báo cáo nào"
        raise DataError(message, diagnostics=told, hint="sửa, hoặc bỏ các tệp ấy ra rồi lập các báo cáo còn lại")
    return found


def plans_of(paths: Sequence[Path]) -> list[Plan]:
    """Return the plans of files, with what they name in other files; DataError for a file that holds no plan."""
    plans = []
    read: dict[Path, Document] = {}
    for path in paths:
        document, diagnostics = load(path)
        show_diagnostics(diagnostics)
        resolved = with_references(document, path, read).resolved
        if not isinstance(resolved, Plan):
            raise DataError(f"tệp này là {resolved.type.name.lower()}, cần một kế hoạch", where=str(path))
        plans.append(resolved)
    return plans


def plan_for(progress: Progress, plans: Sequence[Plan], path: Path) -> Plan:
    """Return the plan that a unit tells of: the only one, else the one derived for the unit or issued by it.

    DataError where none or several are, where the unit tells of another plan, and for tasks that the plan lacks.
    """
    own = [one for one in plans if one.derivation and one.derivation.unit == progress.unit]
    own = own or [one for one in plans if one.issuer.name == progress.unit_name]
    chosen = plans if len(plans) == 1 else own
    if len(chosen) == 1:
        hold_plan(progress, chosen[0], path)
        return chosen[0]
    told = "không kế hoạch nào" if not own else f"{len(own)} kế hoạch"
    raise DataError(f"{told} là của «{progress.unit_name}»", where=str(path), hint="nêu đúng kế hoạch của từng đơn vị")
