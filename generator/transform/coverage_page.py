"""The coverage of a higher plan as a page of Word: a report of its issuer with the tables as appendices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal

from generator.model.blocks import Cell, Item, Numbering, Paragraph, Section, Table
from generator.model.document import Appendix, Document
from generator.model.wording import cited_as, short_citation_of
from generator.registers.units import Unit
from generator.transform.assignment import Role
from generator.transform.coverage import COUNTED, Coverage, Line, Status
from generator.vietnamese.citations import compose
from generator.vietnamese.marks import escape
from generator.vietnamese.numbers import pad

_TALLIED: Final = (
    Status.LEAD, Status.SUPPORT, Status.MISSING, Status.SKIPPED, Status.UNCLEAR, Status.OWN, Status.NONE,
)  # fmt: skip
_SHOWN_UNITS: Final = 3
"""So many units are named in a cell; of more their number, and how the higher plan calls them."""
_Align = Literal["left", "center"]


def coverage_document(coverage: Coverage, parents: Sequence[Document]) -> Document:
    """Return a report of the issuer of the first higher document, its number and day open.

    ``parents`` are the higher documents in the order of the coverage, one at least. Who signs, who receives and where
    it is kept are those of the first.
    """
    first = parents[0]
    cited = "; ".join(escape(compose(cited_as(one))) for one in parents)
    short = "; ".join(escape(short_citation_of(one)) for one in parents)
    return Document(
        kind="report",
        issuer=first.issuer,
        subject=f"Tình hình cụ thể hóa {short} tại các đơn vị",
        preamble=(f"{escape(first.issuer.name or 'Cơ quan')} tổng hợp việc cụ thể hóa {cited}, như sau:",),
        sections=_sections(coverage),
        appendices=(_by_unit(coverage), _by_point(coverage)),
        recipients=first.recipients,
        archive=first.archive,
        signature=first.signature,
    )


def _sections(coverage: Coverage) -> tuple[Section, ...]:
    gaps = list(_gaps(coverage))
    return (
        Section(title="Kết quả chung", blocks=tuple(_items(_results(coverage)))),
        Section(title="Nhiệm vụ, chỉ tiêu chưa được nhận đủ", blocks=tuple(_items(gaps)) or (_nothing(coverage),)),
    )


def _nothing(coverage: Coverage) -> Paragraph:
    """Say that nothing lacks, of no more than was looked at: all units, or some."""
    if coverage.is_whole:
        return Paragraph(text="Mọi nhiệm vụ, chỉ tiêu đều có đơn vị chủ trì và đã có trong kế hoạch của đơn vị.")
    units = "; ".join(escape(member.unit.name) for member in coverage.members[:_SHOWN_UNITS])
    named = units if len(coverage.members) <= _SHOWN_UNITS else f"{pad(len(coverage.members))} đơn vị được đối chiếu"
    return Paragraph(
        text=f"Nhiệm vụ, chỉ tiêu giao cho {named} đều đã có trong kế hoạch của đơn vị. Các đơn vị khác chưa đối chiếu."
    )


def _items(texts: Sequence[str] | Iterator[str]) -> Iterator[Item]:
    return (Item(numbering=Numbering.ARABIC, text=text) for text in texts)


def _results(coverage: Coverage) -> Iterator[str]:
    lines, units = coverage.of(*COUNTED), len(coverage.members)
    own = sum(bool(line.asked(Role.OWN)) and not line.asked(Role.LEAD) for line in lines)
    led = sum(bool(line.asked(Role.LEAD)) for line in lines)
    yield f"Số nhiệm vụ, chỉ tiêu đã đối chiếu: {_count(len(lines))}; số đơn vị: {_count(units)}."
    yield f"Có đơn vị chủ trì: {_count(led)}; là việc của cơ quan ban hành kế hoạch: {_count(own)}."
    decisions = sum(len(member.decisions) for member in coverage.members)
    yield f"Chỗ các đơn vị còn phải quyết định trong kế hoạch của mình: {_count(decisions)}."
    yield "Số liệu của từng đơn vị tại Phụ lục I; đơn vị nhận từng nhiệm vụ, chỉ tiêu tại Phụ lục II."


def _count(number: int) -> str:
    return pad(number) if number else "không có"


def _gaps(coverage: Coverage) -> Iterator[str]:
    for line in coverage.untaken:
        yield f"{_titled(line)}: chưa đơn vị nào chủ trì ({escape(line.nobody_leads or '')})."
    for line in coverage.of(*COUNTED):
        if lacking := line.units(Status.MISSING):
            yield f"{_titled(line)}: chưa có trong kế hoạch của {escape(_named(lacking, line))}."


def _titled(line: Line) -> str:
    return escape(f"{line.point.id} «{line.point.text}»")


def _named(units: Sequence[Unit], line: Line) -> str:
    """Return units in a cell: their names, or of many their number."""
    if len(units) <= _SHOWN_UNITS:
        return "; ".join(unit.name for unit in units)
    return f"{pad(len(units))} đơn vị ({line.words})" if line.words else f"{pad(len(units))} đơn vị"


def _by_unit(coverage: Coverage) -> Appendix:
    heads = ("STT", "Đơn vị", *(f"{status[0].upper()}{status[1:]}" for status in _TALLIED))
    rows = [_row(heads, heads, bold=True)]
    for number, tally in enumerate(coverage.tallies(*COUNTED), start=1):
        counts = (str(tally[status]) for status in _TALLIED)
        rows.append(_row((str(number), tally.unit.name, *counts), heads, left=(1,)))
    widths = (1.2, 7.0, *(2.2 for _ in _TALLIED))
    return _appendix("Số nhiệm vụ, chỉ tiêu của từng đơn vị", Table(widths=widths, rows=tuple(rows)))


def _by_point(coverage: Coverage) -> Appendix:
    heads = ("STT", "Mã", "Nhiệm vụ, chỉ tiêu", "Chủ trì", "Phối hợp", "Chưa có")
    rows = [_row(heads, heads, bold=True)]
    for number, line in enumerate(coverage.of(*COUNTED), start=1):
        lead = _named(line.asked(Role.LEAD), line)
        lead = lead or _no_lead(line, coverage)
        texts = (str(number), line.point.id, line.point.text, lead, _supporting(line), _lacking(line))
        rows.append(_row(texts, heads, left=(2, 3, 4, 5)))
    return _appendix(
        "Đơn vị nhận từng nhiệm vụ, chỉ tiêu", Table(widths=(1.2, 1.8, 8.5, 6.5, 5.0, 3.0), rows=tuple(rows))
    )


def _no_lead(line: Line, coverage: Coverage) -> str:
    if line.nobody_leads is None:
        return "Cơ quan ban hành kế hoạch"
    return "Chưa đơn vị nào" if coverage.is_whole else "Không thuộc các đơn vị được đối chiếu"


def _supporting(line: Line) -> str:
    units = line.asked(Role.SUPPORT)
    return _named(units, line) if len(units) <= _SHOWN_UNITS else f"{pad(len(units))} đơn vị"


def _lacking(line: Line) -> str:
    units = line.units(Status.MISSING)
    return _named(units, line) if len(units) <= _SHOWN_UNITS else f"{pad(len(units))} đơn vị"


def _appendix(title: str, table: Table) -> Appendix:
    return Appendix(title=title, orientation="landscape", blocks=(table,))


def _row(
    texts: Sequence[str], heads: Sequence[str], *, left: Sequence[int] = (), bold: bool = False
) -> tuple[Cell, ...]:
    cells = []
    for place, text in enumerate(texts[: len(heads)]):
        align: _Align = "left" if place in left else "center"
        cells.append(Cell(text=escape(text) if text else None, bold=bold, align=align))
    return tuple(cells)
