"""The letterhead and the title, found on the first page by their words and their places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tests.measuring.values import Head, Line, paragraphs

_NATIONAL = re.compile(r"^CỘNG H(ÒA|OÀ) XÃ")
_MOTTO = re.compile(r"^Độc lập\b")
_NUMBER = re.compile("^Số:")
_DISPATCH = re.compile("^V/v")
_URGENCIES = ("KHẨN", "THƯỢNG KHẨN", "HỎA TỐC", "HOẢ TỐC")
_DATE = re.compile(r"\bngày\b.*\btháng\b.*\bnăm\b")

Paragraph = tuple[Line, ...]


def read_head(lines: Sequence[Line]) -> Head:
    """Return the components; `lines` are those of the main part in the order of the content."""
    first = paragraphs(tuple(line for line in lines if line.page == 1))
    national = _first(first, _NATIONAL)
    number = _first(first, _NUMBER)
    place_date = _place_date(first, number)
    left = _left_of(first, national, number)
    last = max((line.baseline for line in (*number, *place_date, *national)), default=0.0)
    below = [found for found in first if found[0].baseline > last + 1]
    dispatch = _first(below, _DISPATCH)
    title = _title(below, dispatch)
    subject = _subject(below, title)
    return Head(
        national_name=national,
        motto=_first(first, _MOTTO),
        parent=tuple(line for line in left if not line.bold),
        issuer=tuple(line for line in left if line.bold),
        number=number,
        place_date=place_date,
        subject_dispatch=dispatch,
        type_name=title,
        subject=subject,
        addressee=_addressee(below),
        bases=_bases(lines, subject),
    )


def _first(found: Sequence[Paragraph], words: re.Pattern[str]) -> Paragraph:
    return next((lines for lines in found if words.match(lines[0].text)), ())


def _place_date(found: Sequence[Paragraph], number: Paragraph) -> Paragraph:
    """The paragraph with a date beside the number, the first italic one where there is no number."""
    dated = [lines for lines in found if _DATE.search(" ".join(line.text for line in lines))]
    beside = [lines for lines in dated if (lines[0].x0 > number[0].x1 if number else lines[0].italic)]
    return beside[0] if beside else ()


def _left_of(found: Sequence[Paragraph], national: Paragraph, number: Paragraph) -> list[Line]:
    """The lines above the number whose middle is left of Quốc hiệu."""
    if not national or not number:
        return []
    lines = [line for lines in found for line in lines]
    return [line for line in lines if line.baseline < number[0].baseline - 1 and line.centre < national[0].x0]


def _title(below: Sequence[Paragraph], dispatch: Paragraph) -> Paragraph:
    """The first bold paragraph in capitals without a label that is no mark of urgency, none in a letter."""
    if dispatch or not below:
        return ()
    titles = [lines for lines in below if lines[0].text not in _URGENCIES]
    return next(_bold(titles[:2], upper=True), ())


def _subject(below: Sequence[Paragraph], title: Paragraph) -> Paragraph:
    after = [lines for lines in below if title and lines[0].baseline > title[-1].baseline]
    return next(_bold(after[:1], upper=False), ())


def _bold(found: Sequence[Paragraph], *, upper: bool) -> Iterator[Paragraph]:
    return (lines for lines in found if all(line.bold and line.upper is upper for line in lines))


def _addressee(below: Sequence[Paragraph]) -> Paragraph:
    """The paragraph of Kính gửi and the ones with a dash right after it."""
    start = next((place for place, lines in enumerate(below) if lines[0].text.startswith("Kính gửi")), None)
    if start is None:
        return ()
    found = list(below[start])
    for lines in below[start + 1 :]:
        if not lines[0].text.startswith("- "):
            break
        found.extend(lines)
    return tuple(found)


def _bases(lines: Sequence[Line], subject: Paragraph) -> Paragraph:
    """The paragraphs right after the subject that are italic or hold one basis each, but no running text of bases."""
    if not subject:
        return ()
    found: list[Line] = []
    for group in paragraphs(tuple(lines[list(lines).index(subject[-1]) + 1 :])):
        words = " ".join(line.text for line in group)
        one_basis = words.startswith("Căn cứ") and words.count("Căn cứ") == 1
        if not one_basis and not all(line.italic for line in group):
            break
        found.extend(group)
    return tuple(found)
