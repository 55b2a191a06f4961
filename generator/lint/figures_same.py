"""One quantity that a document gives two values: in two of its sections, or in its text and in a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.lint.figures import Sentence
from generator.lint.figures_tables import Table
from generator.lint.finding import Spot
from generator.lint.statements import Role
from generator.vietnamese.label_words import in_full
from generator.vietnamese.quantities import Bound, Form, Quantity
from generator.vietnamese.unicode import fold

_NAMED = re.compile(
    r"\b(?P<key>(?:tổng số|tỷ lệ|số lượng)\s[^,;:.()\d]{12,160}?)\s*(?:,\s*)?(?:là|đạt|:|chiếm|bằng|có)?\s*$",
    re.IGNORECASE,
)
_TOTAL_OF = re.compile(r"\btổng số\s*$", re.IGNORECASE)
_REST = re.compile(r"[^,;:.()\d]{0,160}")
_ELSEWHEN = re.compile(
    r"\b(?:cùng kỳ|kỳ trước|năm trước|so với|tăng|giảm|phấn đấu|mục tiêu|chỉ tiêu|dự kiến|lũy kế|ước|giao"
    r"|kế hoạch|riêng)\b"
)
_AIM = re.compile(r"\b(?:mục tiêu|chỉ tiêu|phương hướng|nhiệm vụ|giải pháp|kiến nghị)\b")
_YEAR = re.compile(r"\b(?:quý [ivx]+|tháng \d+|20\d\d)\b")
_FEWEST_WORDS = 5
_LINKS = re.compile(r"\b(?:là|đạt|có|được|trong kỳ)\b")


@dataclass(frozen=True)
class Claim:
    """A value that the document gives a quantity."""

    key: str
    figure: Quantity
    unit: str
    spot: Spot
    section: int
    period: frozenset[str] = frozenset()

    def agrees_with(self, other: Claim) -> bool:
        """Tell whether the values are one, shares printed with more or fewer decimals."""
        one, two = sorted((self.figure, other.figure), key=lambda figure: figure.decimals)
        return abs(one.value - two.value) < (Decimal(1).scaleb(-one.decimals) if self.unit == "%" else Decimal(1))


def disagreeing(sentences: Sequence[Sentence], tables: Sequence[Table]) -> Iterator[tuple[Claim, Claim]]:
    """Yield pairs of claims about one quantity with two values, the earlier first.

    A quantity that has several values within one section or within the tables is several quantities, told apart by
    what stands around it: nothing is said of it.
    """
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in (*_said(sentences), *_printed(tables)):
        groups.setdefault((claim.key, claim.unit), []).append(claim)
    for claims in groups.values():
        by_section: dict[int, list[Claim]] = {}
        for claim in claims:
            by_section.setdefault(claim.section, []).append(claim)
        first, *others = [held[0] for held in by_section.values()]
        is_one = all(one.agrees_with(held[0]) for held in by_section.values() for one in held)
        different = [one for one in others if not one.agrees_with(first) and one.period == first.period]
        if is_one and different:
            yield first, different[0]


_IN_TABLES = -1


def _said(sentences: Sequence[Sentence]) -> Iterator[Claim]:
    for one in sentences:
        folded = fold(one.text)
        if one.statement.role is Role.CELL or _ELSEWHEN.search(folded) or _AIM.search(fold(one.heading)):
            continue
        begin = 0
        for figure in one.figures:
            key = _key_of(one, figure, begin)
            begin = figure.end
            if key and figure.bound is Bound.EXACT and figure.form is not Form.BROKEN and figure.whole is None:
                period = frozenset(_YEAR.findall(f"{folded} {fold(one.heading)}"))
                yield Claim(key, figure, _unit(figure), one.spot, one.section, period)


def _key_of(sentence: Sentence, figure: Quantity, begin: int) -> str | None:
    before = sentence.text[begin : figure.start]
    if _TOTAL_OF.search(before) and figure.unit and not figure.is_share:
        rest = _REST.match(sentence.text, figure.end)
        return _normal(f"tổng số {figure.unit}{rest[0] if rest else ''}")
    named = _NAMED.search(before)
    return _normal(named["key"]) if named else None


def _printed(tables: Sequence[Table]) -> Iterator[Claim]:
    """Yield the rows of tables that have one column of figures."""
    for table in tables:
        for row in table.rows:
            figures = [cell for cell in row[1:] if cell.figure]
            label = next((cell.text for cell in row if len(cell.text.split()) >= _FEWEST_WORDS), "")
            key = _normal(label)
            if len(figures) == 1 and key and figures[0].figure:
                figure = figures[0].figure
                is_share = figure.is_share or any(cell.text.strip() == "%" for cell in row)
                unit = "%" if is_share else _unit(figure)
                yield Claim(key, figure, unit, figures[0].spot, _IN_TABLES, frozenset())


def _unit(figure: Quantity) -> str:
    """Return what tells shares and money from numbers of things: a table leaves out what it counts."""
    return figure.unit if figure.unit in ("%", "đồng") else ""


def _normal(label: str) -> str | None:
    """Return the words of a label in one form; None for one too short to be of one thing alone."""
    kept = _LINKS.sub(" ", in_full(label)).split()
    return " ".join(kept) if len(kept) >= _FEWEST_WORDS else None
