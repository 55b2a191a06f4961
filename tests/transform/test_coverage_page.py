"""The coverage of a higher plan as a report."""

from __future__ import annotations

from generator.model.blocks import Item, Paragraph, Section, Table
from generator.model.document import Document
from generator.transform.coverage import Coverage, coverage
from generator.transform.coverage_page import coverage_document
from tests.transform.test_coverage import NAME, PARENT, child, member


def report(found: Coverage) -> Document:
    return coverage_document(found, [PARENT.model_copy(update={"number": "412", "notation": "KH-UBND"})])


def table(document: Document, place: int) -> list[list[str | None]]:
    block = document.appendices[place].blocks[0]
    assert isinstance(block, Table)
    return [[cell.text for cell in row] for row in block.rows]


def texts(section: Section) -> list[str]:
    return [block.text for block in section.blocks if isinstance(block, Item)]


def test_it_is_a_report_of_the_issuer_with_tables_on_pages_across() -> None:
    made = report(coverage([NAME], [member("noi-vu")]))
    assert (made.kind, made.issuer) == ("report", PARENT.issuer)
    assert made.subject == "Tình hình cụ thể hóa Kế hoạch số 412/KH-UBND tại các đơn vị"
    assert [one.orientation for one in made.appendices] == ["landscape", "landscape"]


def test_the_counts_of_each_unit_and_who_takes_each_task() -> None:
    made = report(coverage([NAME], [member("noi-vu", child(("NV01", "NV01"))), member("xa-van")]))
    assert table(made, 0)[1][:5] == ["1", "Sở Nội vụ", "1", "0", "1"]
    assert [row[1:] for row in table(made, 1)[1:]] == [
        ["CT01", "Tỷ lệ đúng hạn", "Ủy ban nhân dân xã Vân Thượng", None, None],
        ["NV01", "Việc NV01", "Sở Nội vụ", "Ủy ban nhân dân xã Vân Thượng", None],
        ["NV02", "Việc NV02", "Chưa đơn vị nào", None, None],
        ["NV03", "Việc NV03", "Chưa đơn vị nào", "Sở Nội vụ", "Sở Nội vụ"],
        ["NV04", "Việc NV04", "Cơ quan ban hành kế hoạch", None, None],
    ]


def test_gaps_are_told_in_sentences() -> None:
    made = report(coverage([NAME], [member("noi-vu", child(("NV01", "NV01")))]))
    assert texts(made.sections[1])[-1] == "NV03 «Việc NV03»: chưa có trong kế hoạch của Sở Nội vụ."


def test_without_gaps_that_is_said() -> None:
    own = [one for one in member("noi-vu").assignments if one.point.id in ("NV01", "NV04")]
    whole = member("noi-vu")
    made = report(coverage([NAME], [type(whole)(whole.unit, tuple(own))]))
    assert texts(made.sections[1]) == [] and made.sections[1].blocks


def test_of_some_units_nothing_is_said_of_the_others() -> None:
    some = coverage([NAME], [member("noi-vu", child(("NV01", "NV01"), ("NV03", "NV03")))], is_whole=False)
    made = report(some)
    (said,) = made.sections[1].blocks
    assert isinstance(said, Paragraph)
    assert said.text == (
        "Nhiệm vụ, chỉ tiêu giao cho Sở Nội vụ đều đã có trong kế hoạch của đơn vị. Các đơn vị khác chưa đối chiếu."
    )
    assert "Chưa đơn vị nào" not in {cell for row in table(made, 1) for cell in row}
    assert ["NV02", "Không thuộc các đơn vị được đối chiếu"] in [[row[1], row[3]] for row in table(made, 1)]
