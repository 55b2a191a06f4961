"""The letter to late units: what it says to many and to one, and that the gate finds no error."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.lint.word import judge_word
from generator.model.blocks import Item, Paragraph, Table
from generator.model.document import Document
from generator.model.plan import Plan
from generator.model.readiness import missing
from generator.ooxml.package import write_parts
from generator.registers.catalog import bundled_reminder_words
from generator.registers.units import Unit
from generator.reports.earlier_letters import EarlierLetter
from generator.reports.late import Late, late_units
from generator.reports.receipts import Received
from generator.reports.reminder import reminder
from generator.reports.reminder_wording import Ask, head_of
from tests.rendered import rendered
from tests.reports.grounds import ON, sample_plan
from tests.reports.reminding import DAY, GROUND, PERIOD, SCHOOLS, file, held, told

ISSUER = GROUND.directory.get("so-gddt")
ISSUED = Plan.model_validate(
    {**sample_plan().model_dump(mode="json", exclude_defaults=True), "number": 15, "date": "2026-12-25"}
)
ASK = Ask(
    day=DAY, by=datetime.date(2027, 3, 30), channel="Hệ thống quản lý văn bản và điều hành",
    contact="bà Trần Thị B, Văn phòng Sở, điện thoại 0000 000 000",
)  # fmt: skip
FIRST, SECOND, *_ = SCHOOLS


def _late(files: list[Received]) -> tuple[Late, ...]:
    received, states = held(files)
    return late_units(SCHOOLS, received, states, PERIOD, DAY)


LATE = _late([file(unit, {"A": "under_way", "B": "done"}) for unit in SCHOOLS[:3]])
"""Three schools with a task past its day, five that have sent nothing."""
TWICE = [Received(f"{number}.yaml", told(FIRST)) for number in (1, 2)]


def _letter(late: tuple[Late, ...], ask: Ask = ASK, plan: Plan = ISSUED) -> Document:
    assert ISSUER is not None
    return reminder(ISSUER, plan, late, PERIOD, ask, GROUND, bundled_reminder_words())


def _texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks() if isinstance(block, Item | Paragraph)]


def _rows(document: Document) -> list[list[str]]:
    (table,) = (block for block in document.blocks() if isinstance(block, Table))
    return [[cell.text or "" for cell in row] for row in table.rows[1:]]


def _citing(*units: Unit) -> Ask:
    letter = EarlierLetter("Công văn số 320/SGDĐT-VP ngày 17 tháng 3 năm 2027", {unit.id: 1 for unit in units})
    return replace(ASK, earlier=(letter,))


def test_the_letter_to_all_has_a_list_as_its_appendix() -> None:
    document = _letter(LATE)
    assert document.addressees == ("Các đơn vị có tên tại Phụ lục kèm theo",)
    texts = _texts(document)
    assert texts[0].startswith("Kế hoạch số 15/KH-SGDĐT ngày 25 tháng 12 năm 2026 của Sở Giáo dục và Đào tạo về ")
    assert "Đến hết ngày 24/3/2027, còn 5 đơn vị chưa gửi báo cáo" in texts[1]
    assert texts[2] == (
        "Theo số liệu tính đến hết ngày 14/3/2027, còn 3 nhiệm vụ của 3 đơn vị quá hạn chưa hoàn thành."
    )
    rows = _rows(document)
    assert rows[0] == ["1", SCHOOLS[0].name, "Chưa hoàn thành: Rà soát TTHC", "10/3/2027", "4"]
    assert rows[3] == ["4", SCHOOLS[3].name, "Chưa gửi báo cáo quý I năm 2027", "20/3/2027", "4"]


def test_each_unit_is_told_what_concerns_it() -> None:
    asked = [text for text in _texts(_letter(LATE)) if text.startswith("Đơn vị ")]
    assert [text.partition(":")[0] for text in asked] == ["Đơn vị chưa gửi báo cáo", "Đơn vị có nhiệm vụ quá hạn"]


def test_a_report_that_does_not_count_is_to_be_sent_again() -> None:
    late = _late([*TWICE, *(file(unit) for unit in SCHOOLS[2:])])
    document = _letter(late)
    fault = "có 2 báo cáo trong một kỳ, chưa rõ báo cáo nào là chính thức"
    row = f"Báo cáo quý I năm 2027 đã gửi nhưng chưa tổng hợp được: {fault}; đề nghị chỉnh sửa, gửi lại"
    assert _rows(document)[0] == ["1", FIRST.name, row, "20/3/2027", "-"]
    assert _rows(document)[1][2] == "Chưa gửi báo cáo quý I năm 2027"
    texts = _texts(document)
    assert "còn 1 đơn vị chưa gửi báo cáo" in texts[1]
    assert "của 1 đơn vị đã gửi nhưng chưa tổng hợp được" in texts[2]
    single = _letter(late[:1])
    assert single.subject == "chỉnh sửa, gửi lại báo cáo cải cách hành chính quý I năm 2027"
    assert f"của {FIRST.name} đã gửi nhưng chưa tổng hợp được: {fault}." in _texts(single)[1]


def test_a_task_of_which_nothing_was_told_is_not_called_undone() -> None:
    late = _late([file(unit, {"A": "under_way"}) for unit in SCHOOLS])
    document = _letter(late)
    assert "quá hạn chưa hoàn thành, trong đó 8 nhiệm vụ chưa báo cáo kết quả." in _texts(document)[1]
    assert [row[-3:] for row in _rows(document)[:2]] == [
        ["Chưa hoàn thành: Rà soát TTHC", "10/3/2027", "4"],
        ["Chưa báo cáo kết quả: Niêm yết TTHC", "14/3/2027", "-"],
    ]


UNCLEAR = {"tasks": [{"task": "A", "status": "done"}, {"task": "B", "status": "under_way"}]}


def test_a_task_that_was_not_told_of_clearly_is_asked_for_apart() -> None:
    late = _late([file(unit, **UNCLEAR) for unit in SCHOOLS])
    document, texts = _letter(late), _texts(_letter(late))
    assert texts[2] == (
        "Theo số liệu tính đến hết ngày 14/3/2027, 8 nhiệm vụ của 8 đơn vị chưa rõ tình trạng hoặc ngày hoàn thành."
    )
    assert any(text.startswith("Đơn vị có nhiệm vụ chưa rõ: bổ sung tình trạng, ngày hoàn thành") for text in texts)
    asked = "Đề nghị bổ sung tình trạng, ngày hoàn thành: Rà soát TTHC (đã hoàn thành nhưng thiếu ngày hoàn thành)"
    assert [row[-3:] for row in _rows(document)[:2]] == [
        ["Chưa hoàn thành: Niêm yết TTHC", "14/3/2027", "-"],
        [asked, "10/3/2027", "-"],
    ]
    assert _texts(_letter(late[:1]))[1:5] == [
        f"Theo số liệu tính đến hết ngày 14/3/2027, {FIRST.name} còn 1 nhiệm vụ quá hạn chưa hoàn thành:",
        "Niêm yết TTHC (thời hạn 14/3/2027).",
        f"Theo số liệu tính đến hết ngày 14/3/2027, {FIRST.name} có 1 nhiệm vụ chưa rõ tình trạng hoặc ngày hoàn "
        "thành:",
        "Rà soát TTHC (đã hoàn thành nhưng thiếu ngày hoàn thành).",
    ]


def test_a_letter_about_tasks_that_are_not_clear_alone_says_so() -> None:
    tasks = [UNCLEAR["tasks"][0], {"task": "B", "status": "done", "done": "2027-03-01"}]
    late = _late([file(FIRST, tasks=tasks), *map(file, SCHOOLS[1:])])
    document = _letter(late)
    assert document.subject == "bổ sung tình trạng, ngày hoàn thành nhiệm vụ theo Kế hoạch số 15/KH-SGDĐT"
    assert "quá hạn" not in " ".join(_texts(document))
    found = judge_word(write_parts(rendered(document)), "cv.docx").findings
    assert [str(one) for one in found if one.severity != "hint"] == []


def test_a_single_unit_gets_a_letter_of_its_own_in_the_singular() -> None:
    document = _letter(_late([file(FIRST, {"A": "under_way", "B": "under_way"}), *map(file, SCHOOLS[1:])]))
    assert document.addressees == (FIRST.name,)
    assert document.appendices == ()
    assert _texts(document)[1:4] == [
        f"Theo số liệu tính đến hết ngày 14/3/2027, {FIRST.name} còn 2 nhiệm vụ quá hạn chưa hoàn thành:",
        "Rà soát TTHC (thời hạn 10/3/2027, chậm 4 ngày);",
        "Niêm yết TTHC (thời hạn 14/3/2027).",
    ]
    assert document.closing == (f"Sở Giáo dục và Đào tạo đề nghị {FIRST.name} nghiêm túc thực hiện",)
    words = " ".join([*_texts(document), *document.closing])
    assert "đơn vị" not in words
    assert f"Hiệu trưởng {FIRST.name}:" in words


@pytest.mark.parametrize(
    ("unit", "head"),
    [
        ("so-noi-vu", "Giám đốc Sở Nội vụ"),
        ("ban-qlkcn", "Trưởng Ban Quản lý các khu công nghiệp tỉnh Sông Vân"),
        ("van-phong-ubnd-tinh", "Chánh Văn phòng Ủy ban nhân dân tỉnh Sông Vân"),
        ("thanh-tra-tinh", "Chánh Thanh tra tỉnh Sông Vân"),
        ("ubnd-xa-khe-say", "Chủ tịch Ủy ban nhân dân xã Khe Sậy"),
        ("thpt-na-sim", "Hiệu trưởng Trường Trung học phổ thông Nà Sim"),
        ("ttgdtx-tinh", "Giám đốc Trung tâm Giáo dục thường xuyên tỉnh Sông Vân"),
        ("bo-noi-vu", "Bộ trưởng Bộ Nội vụ"),
    ],
)
def test_who_heads_a_unit(unit: str, head: str) -> None:
    found = GROUND.directory.get(unit)
    assert found is not None
    assert head_of(found) == head


def test_no_head_of_the_directory_is_doubled() -> None:
    for unit in GROUND.directory.on(ON):
        words = head_of(unit).lower().split()
        assert [pair for pair in zip(words, words[1:], strict=False) if pair[0] == pair[1]] == []
        assert head_of(unit).endswith(unit.name.split(maxsplit=1)[-1])
    assert head_of(FIRST.model_copy(update={"head_title": None})) == FIRST.name


def test_heads_of_committees_are_chairmen() -> None:
    communes = [unit for unit in GROUND.directory.on(ON) if unit.level == "commune"][:2]
    mixed = tuple(Late(unit, PERIOD.last_day_to_send, report=True) for unit in (*communes, FIRST))
    asked = [text for text in _texts(_letter(mixed)) if "để bảo đảm" in text.lower()]
    assert "đề nghị Thủ trưởng các cơ quan, đơn vị, Chủ tịch Ủy ban nhân dân các địa phương" in asked[0]
    asked = [text for text in _texts(_letter(mixed[:2])) if "để bảo đảm" in text.lower()]
    assert "đề nghị Chủ tịch Ủy ban nhân dân các địa phương có tên" in asked[0]


def test_the_second_letter_says_so_and_cites_the_first() -> None:
    document = _letter(LATE, _citing(*SCHOOLS))
    assert (document.subject or "").endswith("(lần 2)")
    assert _texts(document)[0].endswith("đã được đôn đốc tại Công văn số 320/SGDĐT-VP ngày 17 tháng 3 năm 2027.")
    assert not any("lần 2" in row[1] for row in _rows(document))


def test_units_that_the_first_letter_did_not_name_are_reminded_for_the_first_time() -> None:
    ask = _citing(*SCHOOLS[1:])
    joint = _letter(LATE, ask)
    assert "(lần" not in (joint.subject or "")
    assert "7 đơn vị đã được đôn đốc tại Công văn số 320/SGDĐT-VP" in _texts(joint)[0]
    assert [row[1] for row in _rows(joint)[:2]] == [FIRST.name, f"{SECOND.name} (đôn đốc lần 2)"]
    new, again = _letter(LATE[:1], ask), _letter(LATE[1:2], ask)
    assert "320" not in _texts(new)[0]
    assert "(lần" not in (new.subject or "")
    assert "đã được đôn đốc tại Công văn số 320" in _texts(again)[0]
    assert (again.subject or "").endswith("(lần 2)")


def test_a_second_time_without_the_first_letter_is_a_gap() -> None:
    labels = [one.label for one in missing(_letter(LATE, replace(ASK, times=2)))]
    assert labels == ["số, ngày của công văn đã đôn đốc"]


@pytest.mark.parametrize("ask", [ASK, _citing(*SCHOOLS), _citing(*SCHOOLS[1:])])
@pytest.mark.parametrize("several", [slice(None), slice(1), slice(3, 4)])
def test_a_letter_that_knows_all_is_ready_and_the_gate_finds_no_error(several: slice, ask: Ask) -> None:
    late = _late([*TWICE, *(file(unit, {"A": "under_way"}) for unit in SCHOOLS[2:4])])
    document = _letter(late[several], ask)
    assert missing(document) == ()
    found = judge_word(write_parts(rendered(document)), "cv.docx").findings
    assert [str(one) for one in found if one.severity != "hint"] == []


def test_what_is_not_known_stands_as_a_gap() -> None:
    labels = [one.label for one in missing(_letter(LATE, Ask(day=DAY), sample_plan()))]
    assert {"thời hạn gửi", "nơi nhận, địa chỉ gửi", "đầu mối, số điện thoại", "kế hoạch đã giao việc"} <= set(labels)


_MATTERS = st.tuples(st.booleans(), st.booleans(), st.integers(0, 2)).filter(lambda one: any(one))
_TASKS = next(one.tasks for one in _late([file(unit, {"A": "under_way"}) for unit in SCHOOLS]))


@given(st.lists(_MATTERS, min_size=2, max_size=8), st.sets(st.sampled_from(SCHOOLS).map(lambda one: one.id)))
def test_the_list_names_each_late_unit_once_and_the_counts_add_up(
    matters: list[tuple[bool, bool, int]], before: set[str]
) -> None:
    late = tuple(
        Late(unit, PERIOD.last_day_to_send, report and not faulty, ("lỗi",) if faulty else (), _TASKS[:tasks])
        for unit, (report, faulty, tasks) in zip(SCHOOLS, matters, strict=False)
    )
    document = _letter(late, replace(ASK, earlier=(EarlierLetter("Công văn số 9", dict.fromkeys(before, 1)),)))
    rows = _rows(document)
    firsts = [row[1] for row in rows if len(row) == 5]
    assert [text.partition(" (đôn đốc")[0] for text in firsts] == [one.unit.name for one in late]
    assert len(rows) == sum(one.report + bool(one.faults) + len(one.tasks) for one in late)
    named_before = [one.unit.id in before for one in late]
    assert ("(lần 2)" in (document.subject or "")) == all(named_before)
    assert [("lần 2" in text) for text in firsts] == ([False] * len(late) if all(named_before) else named_before)
