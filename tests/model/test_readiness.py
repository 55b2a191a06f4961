"""What a document lacks for signing: each gap is found alone, a full document has none."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.blocks import ObjectivesHere, Other, Section, TargetsHere, TasksHere
from generator.model.document import Appendix, Document
from generator.model.plan import Plan, Task
from generator.model.readiness import Missing, missing, needs_parent

FULL: dict[str, Any] = {
    "kind": "plan",
    "year": 2027,
    "issuer": {"name": "Sở Nội vụ", "parent": "UBND tỉnh Sông Vân", "symbol": "SNV", "place": "Sông Vân"},
    "number": 5,
    "date": "2026-12-31",
    "subject": "Cải cách hành chính năm 2027",
    "legal_bases": [{"text": "Nghị quyết số 76/NQ-CP"}],
    "sections": [{"title": "Mục đích", "blocks": [{"kind": "objectives"}, {"kind": "targets"}]}],
    "objectives": ["Nâng cao chất lượng phục vụ"],
    "targets": [{"id": "CT1", "metric": "Hồ sơ đúng hạn"}],
    "tasks": [{"id": "NV1", "name": "Rà soát", "rows": [{"products": ["Báo cáo"]}]}],
    "appendices": [{"title": "Nhiệm vụ", "blocks": [{"kind": "tasks"}]}],
    "recipients": [{"name": "UBND tỉnh"}],
    "archive": {"holders": ["VT", "CCHC"]},
    "signature": {"position": "Giám đốc", "name": "Nguyễn Văn A"},
}
OFFICE = FULL["issuer"]


def _gaps(**changes: Any) -> list[str]:
    values = {**FULL, **changes}
    model = Plan if values["kind"] == "plan" else Document
    known = {name: value for name, value in values.items() if name in model.model_fields}
    return [gap.field for gap in missing(model.model_validate(known))]


def test_a_full_document_lacks_nothing() -> None:
    assert _gaps() == []


@pytest.mark.parametrize(
    "blank", [{"number": None}, {"date": None}, {"date": "2026-12"}, {"number": None, "date": None}]
)
def test_number_and_date_are_blank_by_law_until_signing(blank: dict[str, Any]) -> None:
    assert _gaps(**blank) == []


ONE_GAP: dict[str, dict[str, Any]] = {
    "issuer.parent": {"issuer": {**OFFICE, "parent": None}},
    "issuer.name": {"issuer": {**OFFICE, "name": None}},
    "issuer.symbol": {"issuer": {**OFFICE, "symbol": None}},
    "issuer.place": {"issuer": {**OFFICE, "place": None}},
    "subject": {"subject": None},
    "addressees": {"kind": "dispatch"},
    "legal_bases[1]": {"legal_bases": [{"text": "Luật"}, {"lead": "Căn cứ"}]},
    "sections": {"kind": "report", "sections": [{"numbering": "none"}]},
    "appendices[0].title": {"appendices": [{"blocks": [{"kind": "tasks"}]}]},
    "recipients": {"recipients": []},
    "archive": {"archive": None},
    "archive.holders": {"kind": "dispatch", "addressees": ["A"], "archive": {"holders": ["VT"]}},
    "signature.position": {"signature": {"name": "Nguyễn Văn A"}},
    "signature.name": {"signature": {"position": "Giám đốc"}},
    "tasks[1].rows": {"tasks": [*FULL["tasks"], {"id": "NV2", "name": "Đánh giá"}]},
    "objectives": {"sections": [{"title": "I", "blocks": [{"kind": "targets"}]}]},
    "targets": {"sections": [{"title": "I", "blocks": [{"kind": "objectives"}]}]},
    "tasks": {"appendices": []},
    "unplaced": {"unplaced": ["đoạn lạc"]},
    "other": {"preamble": ["x"], "appendices": [*FULL["appendices"], {"title": "B", "blocks": [Other(text="lạ")]}]},
}


@pytest.mark.parametrize(("field", "changes"), ONE_GAP.items(), ids=ONE_GAP.keys())
def test_one_gap_is_found(field: str, changes: dict[str, Any]) -> None:
    assert _gaps(**changes) == [field]


NO_GAP: dict[str, dict[str, Any]] = {
    "a body that stands under no other": {"issuer": {**OFFICE, "name": "Ủy ban nhân dân tỉnh A", "parent": None}},
    "a symbol written out in the notation": {"issuer": {**OFFICE, "symbol": None}, "notation": "KH-SNV"},
    "a preamble instead of sections": {"kind": "report", "sections": [], "preamble": ["Một đoạn"]},
    "Như trên as the only recipient": {"kind": "dispatch", "addressees": ["Bộ Nội vụ"], "recipients": []},
    "a dispatch with its notation": {
        "kind": "dispatch", "addressees": ["A"], "archive": {"holders": ["VT"]}, "notation": "SNV-VP",
    },
    "minutes without place and recipients": {
        "kind": "minutes", "issuer": {**OFFICE, "place": None}, "recipients": [],
    },
    "a contract without recipients and archive": {
        "kind": "contract", "recipients": [], "archive": None,
    },
    "an empty list that is printed nowhere": {"sections": [{"title": "I"}], "objectives": [], "targets": []},
}  # fmt: skip


@pytest.mark.parametrize("changes", NO_GAP.values(), ids=NO_GAP.keys())
def test_what_is_no_gap(changes: dict[str, Any]) -> None:
    assert _gaps(**changes) == []


def test_an_empty_document_lacks_all_that_every_document_needs_in_printed_order() -> None:
    assert [gap.field for gap in missing(Document(kind="dispatch"))] == [
        "issuer.parent", "issuer.name", "issuer.symbol", "archive.holders", "issuer.place", "subject", "addressees",
        "sections", "recipients", "archive", "signature.position", "signature.name",
    ]  # fmt: skip


def test_what_is_printed_only_in_an_appendix_is_printed() -> None:
    blocks = (ObjectivesHere(), Section(blocks=(TargetsHere(),)), TasksHere())
    plan = Plan.model_validate(
        {**FULL, "sections": [{"title": "I"}], "appendices": [Appendix(title="A", blocks=blocks)]}
    )
    assert missing(plan) == ()


def test_a_gap_is_marked_by_its_vietnamese_name() -> None:
    assert Missing("subject", "trích yếu nội dung").placeholder == "[CẦN BỔ SUNG: trích yếu nội dung]"


@pytest.mark.parametrize(
    ("name", "needed"),
    [
        ("Sở Nội vụ", True),
        ("SỞ NỘI VỤ", True),
        ("Phòng Nội vụ", True),
        ("Trường THPT Sông Vân", True),
        ("Ủy ban nhân dân tỉnh", False),
        ("Uỷ ban nhân dân xã", False),
        ("Bộ Nội vụ", False),
        (None, True),
    ],
)
def test_which_bodies_stand_under_another(name: str | None, needed: bool) -> None:
    assert needs_parent(name) is needed


@pytest.mark.parametrize(
    ("issuer", "wrong"),
    [
        ({"name": "Sở Nội vụ"}, True),
        ({"name": "Phòng Nội vụ"}, True),
        ({"name": "Trường Tiểu học Sông Vân"}, True),
        ({"name": "Đơn vị", "level": "school"}, True),
        ({"name": "Ủy ban nhân dân xã Đại An"}, False),
        ({"name": "Ban Chỉ đạo cải cách hành chính tỉnh"}, False),
        ({}, False),
    ],
)
def test_an_office_under_one_head_never_signs_for_a_body(issuer: dict[str, str], wrong: bool) -> None:
    """Điều 13.1: TM. is for offices that decide together."""
    authority = [{"code": "TM.", "of": "Tập thể"}, {"code": "KT.", "of": "Chủ tịch"}]
    found = missing(
        Document.model_validate({"kind": "report", "issuer": issuer, "signature": {"authority": authority}})
    )
    assert ("signature.authority" in {gap.field for gap in found}) is wrong


def test_a_deputy_of_an_office_signs_for_its_head() -> None:
    signature = {"authority": [{"code": "KT.", "of": "Giám đốc"}], "position": "Phó Giám đốc", "name": "Nguyễn Văn A"}
    assert "signature.authority" not in {
        gap.field
        for gap in missing(
            Document.model_validate({"kind": "report", "issuer": {"name": "Sở Nội vụ"}, "signature": signature})
        )
    }


@pytest.mark.parametrize(
    ("name", "over", "fields"),
    [
        ("UBND xã Hòa Bình", "UBND", ["issuer.name", "signature.authority[0].of"]),
        ("Đoàn kiểm tra UBND tỉnh", "Ủy ban nhân dân", ["issuer.name"]),
        ("Ủy ban nhân dân xã Hòa Bình", "Ủy ban nhân dân", []),
    ],
)
def test_the_issuer_bears_its_full_name(name: str, over: str, fields: list[str]) -> None:
    signature = {**FULL["signature"], "authority": [{"code": "TM.", "of": over}]}
    assert _gaps(issuer={**OFFICE, "name": name}, signature=signature) == fields


def test_tasks_of_a_table_that_is_printed_nowhere_are_missing() -> None:
    blocks = (Section(blocks=(TasksHere(), TasksHere(table="2"))),)
    tasks = [Task(id=str(place), name="Rà soát", table=table) for place, table in enumerate((None, "2", "3"))]
    assert "tasks" not in {gap.field for gap in missing(Plan(sections=blocks, tasks=tuple(tasks[:2])))}
    assert "tasks" in {gap.field for gap in missing(Plan(sections=blocks, tasks=tuple(tasks)))}


def test_the_subject_of_a_dispatch_bears_no_prefix_of_its_own() -> None:
    assert _gaps(kind="dispatch", subject="V/v báo cáo", addressees=["A"]) == ["subject"]
    assert _gaps(kind="dispatch", subject="báo cáo kết quả V/v A", addressees=["A"]) == []


@pytest.mark.parametrize("name", ["targets", "tasks"])
def test_a_place_of_print_with_nothing_to_print_is_a_gap(name: str) -> None:
    assert _gaps(**{name: []}) == [name]


def test_a_plan_with_targets_and_tasks_needs_its_year() -> None:
    assert _gaps(year=None) == ["year"]
    assert _gaps(year=None, sections=[{"title": "A", "blocks": [{"kind": "objectives"}]}], targets=[], tasks=[],
                 appendices=[]) == []  # fmt: skip


def test_a_mark_left_in_the_words_is_a_gap() -> None:
    item = {"kind": "item", "text": "[CẦN BỔ SUNG: yêu cầu]"}
    sections = [*FULL["sections"], {"title": "B", "blocks": [{"kind": "item", "text": "a", "blocks": [item]}]}]
    closing, addressees = ["Xong", "[CẦN BỔ SUNG: nơi liên hệ]"], ["[CẦN BỔ SUNG: nơi nhận]"]
    assert _gaps(sections=sections, closing=closing, addressees=addressees) == [
        "addressees[0]",
        "closing[1]",
        "sections[1].blocks[0].blocks[0].text",
    ]
