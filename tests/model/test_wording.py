"""The lines of a document's form in words, as NĐ 30, PL I writes them."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model import wording
from generator.model.document import Appendix, Document
from generator.model.ending import Archive, Recipient, RecipientGroup
from generator.model.organization import Organization
from generator.nd30.notation import printed_number
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.marks import parse_marks, plain

OFFICE = Organization(name="Sở Nội vụ", parent="UBND tỉnh", symbol="SNV", place="Sông Vân")


def _document(kind: str = "report", **fields: Any) -> Document:
    return Document.model_validate({"kind": kind, "issuer": OFFICE, **fields})


@pytest.mark.parametrize(
    ("number", "printed"),
    [("5", "05"), ("12", "12"), ("123", "123"), ("15a", "15a"), (None, " " * 6)],
)
def test_a_number_has_two_digits_or_room_for_the_pen(number: str | None, printed: str) -> None:
    assert printed_number(number) == printed


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"number": 5}, "Số: 05/BC-SNV"),
        ({}, "Số:       /BC-SNV"),
        ({"number": 5, "notation": "BC-VPUB"}, "Số: 05/BC-VPUB"),
        ({"kind": "submission", "number": 12}, "Số: 12/TTr-SNV"),
        ({"kind": "dispatch", "number": 12, "archive": {"holders": ["VT", "CCHC"]}}, "Số: 12/SNV-CCHC"),
        ({"kind": "dispatch", "number": 12, "notation": "SNV-VP"}, "Số: 12/SNV-VP"),
        ({"kind": "dispatch"}, "Số:       /SNV-[CẦN BỔ SUNG: đơn vị soạn thảo]"),
        ({"kind": "dispatch", "archive": {"holders": ["VT"]}}, "Số:       /SNV-[CẦN BỔ SUNG: đơn vị soạn thảo]"),
        ({"issuer": Organization()}, "Số:       /BC-[CẦN BỔ SUNG: chữ viết tắt tên cơ quan]"),
    ],
)
def test_number_line(fields: dict[str, Any], line: str) -> None:
    assert wording.number_line(_document(**fields)) == line


@pytest.mark.parametrize(
    ("date", "line"),
    [
        (PartialDate(2026, 3, 5), "Sông Vân, ngày 05 tháng 3 năm 2026"),
        (PartialDate(2026, 1, 5), "Sông Vân, ngày 05 tháng 01 năm 2026"),
        (PartialDate(2026, 12), "Sông Vân, ngày      tháng 12 năm 2026"),
        (PartialDate(2026), "Sông Vân, ngày      tháng      năm 2026"),
        (None, "Sông Vân, ngày      tháng      năm     "),
    ],
)
def test_place_and_date_line(date: PartialDate | None, line: str) -> None:
    assert wording.place_date_line(_document(date=date)) == line


def test_an_unknown_place_is_marked_and_minutes_have_no_place_and_date() -> None:
    assert wording.place_date_line(_document(issuer=Organization())).startswith("[CẦN BỔ SUNG: địa danh], ngày")
    assert wording.place_date_line(_document("minutes")) == ""


HOME = Recipient(name="Bộ Nội vụ", purpose="để báo cáo")


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        ({"recipients": [HOME]}, ["Bộ Nội vụ (để báo cáo)"]),
        ({"recipients": [HOME], "archive": Archive()}, ["Bộ Nội vụ (để báo cáo)", "Lưu: VT"]),
        (
            {"addressees": ["Bộ Nội vụ"], "recipients": [{"name": "Giám đốc Sở"}], "archive": Archive()},
            ["Như trên", "Giám đốc Sở", "Lưu: VT"],
        ),
        ({"addressees": ["Bộ Nội vụ"], "archive": Archive()}, ["Như trên", "Lưu: VT"]),
        ({"addressees": ["A"], "recipients": [{"name": "Như trên"}]}, ["Như trên"]),
        ({"addressees": ["A"], "recipients": [{"name": "NHƯ TRÊN (qua thư)"}]}, ["NHƯ TRÊN (qua thư)"]),
        (
            {"addressees": ["A"], "recipients": [{"name": "Như Điều 3", "group": RecipientGroup.AS_ABOVE}]},
            ["Như Điều 3"],
        ),
        ({}, []),
    ],
)
def test_the_lines_of_recipients(fields: dict[str, Any], lines: list[str]) -> None:
    assert list(wording.recipient_lines(_document(**fields))) == lines


@pytest.mark.parametrize(
    ("archive", "line", "mark"),
    [
        (Archive(), "Lưu: VT", ""),
        (Archive(holders=("VT", "TCCB")), "Lưu: VT, TCCB", ""),
        (Archive(holders=("VT", "HC"), copies=2), "Lưu: VT, HC (2)", ""),
        (Archive(drafter="PL", issued=300), "Lưu: VT", "PL.(300)"),
        (Archive(drafter="PL"), "Lưu: VT", "PL."),
        (Archive(issued=300), "Lưu: VT", "(300)"),
    ],
)
def test_archive_line_and_drafter_mark(archive: Archive, line: str, mark: str) -> None:
    assert wording.archive_line(archive) == line
    assert wording.drafter_mark(archive) == mark


def test_without_an_archive_there_is_no_drafter_mark() -> None:
    assert wording.drafter_mark(None) == ""


@pytest.mark.parametrize(
    ("labels", "printed"),
    [
        ([None], ["Phụ lục"]),
        ([None, None, None], ["Phụ lục I", "Phụ lục II", "Phụ lục III"]),
        (["Biểu số 1", None], ["Biểu số 1", "Phụ lục II"]),
    ],
)
def test_appendix_labels(labels: list[str | None], printed: list[str]) -> None:
    document = _document(appendices=[Appendix(label=label) for label in labels])
    assert [wording.appendix_label(document, position) for position in range(len(labels))] == printed


@pytest.mark.parametrize(
    ("fields", "note"),
    [
        (
            {"number": 5, "date": PartialDate(2026, 3, 5)},
            "(Kèm theo Báo cáo số 05/BC-SNV ngày 05 tháng 3 năm 2026 của Sở Nội vụ)",
        ),
        ({}, "(Kèm theo Báo cáo số       /BC-SNV ngày      tháng      năm      của Sở Nội vụ)"),
        (
            {"number": 5, "date": PartialDate(2026, 3, 5), "issuer": Organization(symbol="SNV")},
            "(Kèm theo Báo cáo số 05/BC-SNV ngày 05 tháng 3 năm 2026 của [CẦN BỔ SUNG: tên cơ quan ban hành])",
        ),
    ],
)
def test_the_note_of_an_appendix(fields: dict[str, Any], note: str) -> None:
    assert wording.appendix_note(_document(**fields), Appendix()) == note


def test_an_appendix_keeps_its_own_note_with_its_marks() -> None:
    note = wording.appendix_note(_document(), Appendix(note="(Kèm theo **Quyết định**)"))
    assert [run.text for run in parse_marks(note) if run.bold] == ["Quyết định"]


def test_names_in_the_note_of_an_appendix_are_plain_text() -> None:
    document = _document(issuer=Organization(name="Sở *A* và *B*", symbol="S"))
    assert plain(wording.appendix_note(document, Appendix())).endswith("của Sở *A* và *B*)")


def test_how_others_cite_the_document() -> None:
    cited = wording.citation_of(_document("plan", number=5, date=PartialDate(2026, 12, 31)))
    assert cited == "Kế hoạch số 05/KH-SNV ngày 31 tháng 12 năm 2026"


def test_a_note_of_a_source_gets_room_for_the_number_and_day_it_leaves_open() -> None:
    note = Appendix(note="(Kèm theo Kế hoạch số: /KH-SNV ngày tháng 12 năm 2026 của Sở Nội vụ)")
    assert wording.appendix_note(_document(), note) == (
        "(Kèm theo Kế hoạch số:      /KH-SNV ngày      tháng 12 năm 2026 của Sở Nội vụ)"
    )


def _recipients(*found: tuple[str, str | None]) -> tuple[str, ...]:
    recipients = [Recipient(name=name, group=RecipientGroup(group) if group else None) for name, group in found]
    return wording.recipient_lines(_document(recipients=recipients, archive={"holders": ["VT"]}))


def test_recipients_stand_by_groups_and_the_archive_last() -> None:
    found = _recipients(
        ("Cổng TTĐT", "portal"), ("Các phòng", "execute"), ("UBND tỉnh", "superior"), ("Tỉnh ủy", "party_council"),
        ("Giám đốc", "leaders"), ("Sở Y tế", "coordinate"), ("Như Điều 3", "as_above"), ("Bộ Nội vụ", "superior"),
    )  # fmt: skip
    assert found == (
        "Như Điều 3", "UBND tỉnh", "Bộ Nội vụ", "Tỉnh ủy", "Giám đốc", "Sở Y tế", "Các phòng", "Cổng TTĐT", "Lưu: VT",
    )  # fmt: skip


def test_a_recipient_without_a_group_stays_behind_the_one_above_it() -> None:
    found = _recipients(("Các phòng", "execute"), ("Các xã", None), ("UBND tỉnh", "superior"))
    assert found == ("UBND tỉnh", "Các phòng", "Các xã", "Lưu: VT")


def test_without_groups_the_order_is_that_of_the_data() -> None:
    assert _recipients(("C", None), ("A", None), ("Như trên", None), ("B", None)) == (
        "Như trên", "C", "A", "B", "Lưu: VT",
    )  # fmt: skip
