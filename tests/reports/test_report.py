"""A unit's report: the outline, every number in it recomputed here, gaps, and what a person is to look at."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

import pytest

from generator.diagnostics import Severity
from generator.errors import DataError
from generator.lint.word import judge_word
from generator.model.blocks import Item, Paragraph, Section, Table
from generator.model.document import Document
from generator.model.origin import DerivedFrom
from generator.model.plan import Plan
from generator.model.progress import Progress, Status
from generator.model.readiness import missing
from generator.ooxml.package import write_parts
from generator.reports.named_figures import named_figures
from generator.reports.report import Written, unit_report
from generator.reports.task_states import due_day
from generator.vietnamese.dates import PartialDate
from tests.rendered import rendered
from tests.reports.grounds import ON, ground, sample_plan, told

CUT_OFF = datetime.date(2027, 3, 14)


def _report(progress: Progress, **more: Progress) -> Written:
    return unit_report(sample_plan(), progress, ground(), ON, **more)


def _texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks() if isinstance(block, Item | Paragraph)]


def _table(document: Document, number: int) -> dict[str, list[str]]:
    """Return the cells of a form by the number of the row."""
    tables = [block for block in document.blocks() if isinstance(block, Table) and block.title]
    table = next(one for one in tables if f"Biểu mẫu {number}:" in (one.title or ""))
    return {row[0].text or "": [cell.text or "" for cell in row] for row in table.rows[2:]}


def _counted(progress: Progress) -> Counter[str]:
    """Count the states of the tasks from days alone, without the program's way of doing it."""
    counted: Counter[str] = Counter(total=len(sample_plan().tasks))
    for task in sample_plan().tasks:
        one, due = progress.task(task.id), due_day(task, 2027)
        if one and one.status is Status.DONE:
            assert one.done
            done = datetime.date.fromisoformat(one.done.iso())
            counted["on_time" if due is None or done <= due else "late"] += 1
        elif due and due <= CUT_OFF:
            counted["overdue"] += 1
        else:
            counted["under_way"] += 1
    return counted


def _share(part: int, whole: int) -> str:
    exact = (Decimal(100 * part) / whole).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"{exact:f}".rstrip("0").rstrip(".").replace(".", ",") if "." in f"{exact:f}" else f"{exact:f}"


@pytest.mark.parametrize("seed", range(8))
def test_numbers_of_tasks_are_those_of_the_data(seed: int) -> None:
    progress = told(seed)
    counted, document = _counted(progress), _report(progress).document
    done = counted["on_time"] + counted["late"]
    texts = " ".join(_texts(document))
    assert f"Kế hoạch CCHC năm có {counted['total']} nhiệm vụ" in texts
    assert f"đã hoàn thành {done} nhiệm vụ, đạt {_share(done, counted['total'])}% kế hoạch" in texts
    assert f"{counted['on_time']} nhiệm vụ đúng hạn, {counted['late']} nhiệm vụ trễ hạn" in texts
    assert f"{counted['overdue']} nhiệm vụ quá hạn chưa hoàn thành" in texts
    form = _table(document, 1)
    assert [form[code][3] for code in ("2", "2.1", "2.2")] == [
        _share(done, counted["total"]), str(counted["total"]), str(done)
    ]  # fmt: skip
    listed = [text for text in _texts(document) if "(sản phẩm: 12/BC-SGDĐT" in text]
    assert len(listed) == done


@pytest.mark.parametrize("seed", range(8))
def test_a_sentence_and_its_form_say_the_same(seed: int) -> None:
    document = _report(told(seed)).document
    form = _table(document, 3)
    if form["3.1.1"][3] == "0":
        assert "không phát sinh hồ sơ thủ tục hành chính" in " ".join(_texts(document))
        return
    sentence = next(text for text in _texts(document) if text.startswith("Tổng số hồ sơ đã giải quyết xong"))
    assert re.findall(r"\d[\d.,]*\d|\d", sentence) == [form[code][3] for code in ("3.1.1", "3.1.2", "3.1")]


def test_the_head_is_that_of_the_unit() -> None:
    document = _report(told()).document
    assert document.kind == "report"
    assert document.subject == (
        "Công tác cải cách hành chính quý I năm 2027 và phương hướng, nhiệm vụ quý II năm 2027"
        " của Sở Giáo dục và Đào tạo"
    )
    assert document.addressees == ("Ủy ban nhân dân tỉnh Sông Vân",)
    assert document.recipients[0].name == "Như trên"
    assert "từ ngày 15/12/2026 đến hết ngày 14/3/2027" in document.preamble[-1]
    assert [section.title for section in document.sections if isinstance(section, Section)][3] == (
        "Phương hướng, nhiệm vụ cải cách hành chính quý II năm 2027"
    )


def _numbered_plan() -> Plan:
    return sample_plan().model_copy(update={"number": "15", "date": PartialDate(2027, 1, 20)})


def test_the_plan_opens_the_sentence_in_which_the_unit_reports() -> None:
    document = unit_report(_numbered_plan(), told(), ground(), ON).document
    explained, opening = document.preamble
    assert explained.startswith("Các chữ viết tắt trong Báo cáo: ")
    assert re.fullmatch(
        r"Thực hiện Kế hoạch số \S+ ngày .+ của Sở Giáo dục và Đào tạo về .+, Sở Giáo dục và Đào tạo báo cáo kết quả"
        r" công tác CCHC quý I năm 2027 \(số liệu .+\) như sau:",
        opening,
    )
    assert document.legal_bases == ()


def test_a_plan_without_a_number_opens_no_sentence() -> None:
    document = _report(told()).document
    assert document.preamble[-1].startswith("Sở Giáo dục và Đào tạo báo cáo kết quả")
    assert document.legal_bases == ()


def test_where_the_outline_begins_otherwise_the_plan_stands_by_itself() -> None:
    of_office = replace(
        ground(), outline=ground().outline.model_copy(update={"opening": "Kết quả của {unit} như sau:"})
    )
    document = unit_report(_numbered_plan(), told(), of_office, ON).document
    assert document.preamble[-1] == "Kết quả của Sở Giáo dục và Đào tạo như sau:"
    assert [one.lead for one in document.legal_bases] == ["Thực hiện"]


def test_a_full_report_is_ready_and_the_gate_finds_no_error() -> None:
    document = _report(told()).document
    assert missing(document) == ()
    found = judge_word(write_parts(rendered(document)), "bc.docx").findings
    assert [str(one) for one in found if one.severity == "error"] == []


def test_what_was_not_told_is_a_gap_and_what_did_not_arise_is_said() -> None:
    narrative = [{"section": "I.4", "texts": ["-"]}]
    texts = _texts(_report(told(narrative=narrative)).document)
    assert "Trong kỳ báo cáo không phát sinh nội dung này." in texts
    assert "[CẦN BỔ SUNG: nội dung mục III.1 Mặt tích cực]" in texts
    assert not any("I.5" in text for text in texts)


def test_proposals_stand_at_the_end_only_where_there_are_any() -> None:
    without = _report(told()).document
    assert len(without.sections) == 4
    tasks = [{"task": sample_plan().tasks[0].id, "status": "under_way", "proposal": "Bố trí thêm kinh phí."}]
    asked = _report(told(tasks=tasks)).document
    last = asked.sections[-1]
    assert isinstance(last, Section)
    assert last.title == "Kiến nghị, đề xuất"
    assert isinstance(last.blocks[0], Item)
    assert last.blocks[0].text.endswith(": Bố trí thêm kinh phí.")


def test_figures_of_the_last_period_stand_beside() -> None:
    earlier = told(1, period="2026-Y")
    form = _table(_report(told(), previous=earlier).document, 3)
    then = {(one.form, one.code): one.value for one in earlier.figures}
    assert form["3.1.1"][4] == str(then[3, "3.1.1"])


def test_figures_that_contradict_themselves_are_refused_with_their_rows() -> None:
    figures = [{"form": 3, "code": "3.1.1", "value": 5}, {"form": 3, "code": "3.1.2", "value": 6}]
    with pytest.raises(DataError) as refused:
        _report(told(figures=figures))
    assert [str(one.place) for one in refused.value.diagnostics] == ["biểu mẫu 3, dòng 3.1.2"]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"narrative": [{"section": "I.1", "texts": ["Đạt {3/9.9}%"]}]}, "không có số liệu tên «3/9.9»"),
        ({"narrative": [{"section": "I.5", "texts": ["Có"]}]}, "đề cương báo cáo không có mục này cho đơn vị cấp này"),
        ({"tasks": [{"task": "NV01", "status": "done"}]}, "đã hoàn thành nhưng thiếu ngày hoàn thành"),
        ({"figures": [{"form": 4, "code": "2.1", "value": 5}, {"form": 4, "code": "2.2", "value": 6}]},
         "số liệu dòng này lớn hơn dòng 2.1"),
    ],
)  # fmt: skip
def test_what_a_person_is_to_look_at(changes: dict[str, object], message: str) -> None:
    assert message in [one.message for one in _report(told(**changes)).diagnostics]


def test_words_with_an_unknown_figure_stay_with_a_gap_in_its_place() -> None:
    narrative = [{"section": "I.3", "texts": ["Có {tasks.total} việc, đạt {1/9.9}%."]}]
    document = _report(told(narrative=narrative)).document
    total = len(sample_plan().tasks)
    assert f"Có {total} việc, đạt [CẦN BỔ SUNG: số liệu 1/9.9]%." in _texts(document)
    assert "số liệu 1/9.9" in [one.label for one in missing(document)]


def test_a_figure_in_words_that_is_not_known_is_a_gap_and_told() -> None:
    narrative = [{"section": "I.3", "texts": ["Có {1/1} văn bản."]}]
    written = _report(told(figures=[], narrative=narrative))
    assert "số liệu 1/1" in [one.label for one in missing(written.document)]
    (one,) = [one for one in written.diagnostics if "«1/1»" in one.message]
    assert (one.severity, one.place.field) == (Severity.WARNING, "narrative[I.3].texts[0]")


def test_the_counts_of_tasks_add_up() -> None:
    first, second, third = (task.id for task in sample_plan().tasks[:3])
    tasks = [
        {"task": first, "status": "dropped", "reason": "Sở Y tế giải thể."},
        {"task": second, "status": "done"},
        {"task": third, "done": "2027-01-20"},
    ]
    written = _report(told(tasks=tasks))
    texts = _texts(written.document)
    assert "Có 1 nhiệm vụ không còn thực hiện." in texts
    assert "Có 2 nhiệm vụ chưa rõ tình trạng." in texts
    named = named_figures(ground().forms, {}, written.states)
    counts = ("on_time", "late", "under_way", "overdue", "not_due", "dropped", "unknown")
    assert sum(named[f"tasks.{one}"].number or 0 for one in counts) == len(sample_plan().tasks)
    assert any(text.endswith("(nguyên nhân: Sở Y tế giải thể).") for text in texts)
    assert any(text.endswith(f"([CẦN BỔ SUNG: tình trạng nhiệm vụ {third}]).") for text in texts)


def test_what_there_is_none_of_is_not_counted() -> None:
    assert not any("chưa rõ" in text or "không còn" in text for text in _texts(_report(told()).document))


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"number": 5, "date": "2027-01-05"}, "Kế hoạch số 05/KH-SGDĐT"),
        ({}, "Kế hoạch về cải cách hành chính năm 2027 của ngành Giáo dục và Đào tạo"),
        ({"subject": None}, "Kế hoạch [CẦN BỔ SUNG: số, ký hiệu của kế hoạch]"),
    ],
)
def test_the_plan_is_named_as_a_document_not_as_a_file(changes: dict[str, object], name: str) -> None:
    values = {**sample_plan().model_dump(), "number": None, "date": None, **changes}
    plan = type(sample_plan()).model_validate(values)
    origin = DerivedFrom(document="ke_hoach.yaml", hash="0")
    document = unit_report(plan, told(plan=origin), ground(), ON).document
    assert document.appendices[1].title == f"Tình hình thực hiện nhiệm vụ {name}, quý I năm 2027"


def test_more_present_than_assigned_is_a_warning_of_the_gate_as_well() -> None:
    kept = [one.model_dump() for one in told().figures if (one.form, one.code) not in ((4, "2.1"), (4, "2.2"))]
    more = [{"form": 4, "code": "2.1", "value": 60}, {"form": 4, "code": "2.2", "value": 62}]
    document = _report(told(figures=[*kept, *more])).document
    found = judge_word(write_parts(rendered(document)), "bc.docx").findings
    assert [(str(one.severity), one.code) for one in found if "dòng 2.2: 62" in one.found] == [("warning", "SL-06")]


def test_a_day_in_two_periods_is_a_warning() -> None:
    written = unit_report(sample_plan(), told(regime="so-chot-ngay-10"), ground("so-chot-ngay-10"), ON)
    (one,) = [one for one in written.diagnostics if "thuộc cả kỳ" in one.message]
    assert one.message.startswith("ngày 10/12/2026 thuộc cả kỳ năm 2026 và kỳ quý I năm 2027")


def test_a_unit_that_the_directory_lacks_is_refused() -> None:
    with pytest.raises(DataError, match="danh bạ không có đơn vị «so-la»"):
        _report(told(unit="so-la"))
