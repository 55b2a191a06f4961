"""The letters that ``vanban remind`` is told of as earlier ones: files, folders, or number and day in words."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.cli.files.inputs import load
from generator.cli.problems import show_diagnostics
from generator.cli.reports.means import files_of
from generator.cli.reports.told_files import REPORTS
from generator.diagnostics import Diagnostic, Place, warning
from generator.errors import UsageError
from generator.model.store import SUFFIXES
from generator.registers.units import Unit, UnitDirectory
from generator.reports.earlier_letters import NOT_KNOWN, EarlierLetter, earlier_letter
from generator.vietnamese.citations import find_citations

_LETTERS = (*SUFFIXES, *REPORTS, ".xlsx")
"""Suffixes of letters, data first: of a folder each letter is read once."""


def earlier_letters(
    given: Sequence[str], late: Sequence[Unit], directory: UnitDirectory, issuer: str, day: datetime.date
) -> tuple[EarlierLetter, ...]:
    """Return the earlier letters; UsageError for what is neither a file that exists nor has number and day.

    A letter that names none of the late units, that has another issuer, no number or day, and one in words alone are
    told.
    """
    found: list[EarlierLetter] = []
    for one in given:
        if not _is_there(one):
            found.append(_of_words(one))
            continue
        for file in files_of([Path(one)], _LETTERS):
            document, _ = load(file)
            letter = earlier_letter(document, directory, day)
            show_diagnostics(_doubts(letter, late, issuer, day, Place(file=str(file))))
            found += [letter] if letter not in found else []
    return tuple(found)


def _is_there(path: str) -> bool:
    """Tell whether a file or folder is there; words may be longer than a name can be."""
    try:
        return Path(path).exists()
    except OSError:
        return False


def _doubts(
    letter: EarlierLetter, late: Sequence[Unit], issuer: str, day: datetime.date, at: Place
) -> Iterator[Diagnostic]:
    if not any(letter.names(unit) for unit in late):
        yield warning("công văn này không nêu tên đơn vị nào đang chậm", at)
    if letter.issuer not in (None, issuer):
        yield warning("công văn này của cơ quan khác", at, found=letter.issuer, expected=issuer)
    if letter.day is not None and letter.day > day:
        expected = f"không sau ngày {day:%d/%m/%Y}"
        yield warning(
            "công văn đã đôn đốc đề ngày sau ngày tính", at, found=f"{letter.day:%d/%m/%Y}", expected=expected
        )
    if letter.citation == NOT_KNOWN:
        hint = "cấp số và ngày bằng vanban issue, hoặc nêu tệp đã có số"
        yield warning("công văn này chưa có số, ngày nên chưa dẫn được", at, hint=hint)


def _of_words(text: str) -> EarlierLetter:
    bare = f"Công văn số {text.strip().removeprefix('số ').removeprefix('Số ')}"
    said = next((words for words in (text, bare) if _is_citation(words)), None)
    if said is None:
        raise UsageError(
            f"«{text}» không phải tệp đã có, cũng không ghi đủ số và ngày của công văn",
            where="--earlier",
            hint="nêu tệp của công văn, hoặc ghi như: Công văn số 320/SGDĐT-VP ngày 17 tháng 3 năm 2027",
        )
    message = "không rõ công văn này nêu những đơn vị nào: coi như đã đôn đốc mọi đơn vị đang chậm"
    show_diagnostics([warning(message, Place(field=text), hint="nêu tệp của công văn để xét từng đơn vị")])
    return EarlierLetter(said)


def _is_citation(text: str) -> bool:
    """Tell whether words name a document by number and day."""
    return any(one.citation.number and one.citation.date for one in find_citations(text))
