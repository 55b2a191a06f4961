"""What a unit's report tells is what its progress told: by way of Word, data and back."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from generator.diagnostics import Severity
from generator.errors import DataError
from generator.importers.progress import ReportTerms, progress_of_report, told_of_report
from generator.importers.registry import import_document
from generator.model.document import Document
from generator.model.progress import Progress
from generator.ooxml.package import write_parts
from generator.reports.figures import computed, filled_in
from generator.reports.report import unit_report
from tests.rendered import rendered
from tests.reports.grounds import ON, ground, sample_plan, told

GROUND = ground()
TERMS = ReportTerms(GROUND.directory, GROUND.forms, GROUND.outline, GROUND.regime, datetime.date(2027, 3, 14))
COUNTED = {(one.form, one.code) for one in GROUND.forms.task_counts}


def _report(seed: int = 0) -> tuple[Progress, Document]:
    progress = told(seed)
    return progress, unit_report(sample_plan(), progress, GROUND, ON).document


def _figures(progress: Progress) -> dict[tuple[int, str], object]:
    return {key: value for key, value in filled_in(progress).items() if key not in COUNTED}


def _same(back: Progress, progress: Progress) -> None:
    """Hold that all figures came back, and those that follow from them agree with them."""
    found, meant = _figures(back), _figures(progress)
    assert {key: found.get(key) for key in meant} == meant
    right = computed(GROUND.forms, filled_in(progress), "department")
    for key, value in found.items():
        assert value == right[key] or key[0] == 1, key


@pytest.mark.parametrize("seed", range(3))
def test_a_report_as_data_tells_what_the_unit_told(seed: int) -> None:
    progress, document = _report(seed)
    back, faults = progress_of_report(document, TERMS)
    assert (back.unit, back.period, faults) == ("so-gddt", "2027-Q1", ())
    _same(back, progress)


def test_a_word_file_tells_the_same() -> None:
    progress, document = _report()
    read = import_document(write_parts(rendered(document)), "bao_cao.docx").document
    back, faults = progress_of_report(read, TERMS)
    assert (back.unit, back.period, faults) == ("so-gddt", "2027-Q1", ())
    _same(back, progress)
    said = {one.section: " ".join(one.texts) for one in back.narrative}
    for one in progress.narrative:
        assert all(text in said[one.section] for text in one.texts)


def _changed(text: str, **changes: Any) -> Document:
    """Return the report with one figure, that of row 1 of form 1, replaced, and other changes."""
    _, document = _report()
    values = document.model_dump(mode="json")
    rows = next(block for block in values["appendices"][0]["blocks"] if block["kind"] == "table")["rows"]
    next(row for row in rows if row[0]["text"] == "1")[3]["text"] = text
    return Document.model_validate({**values, **changes})


@pytest.mark.parametrize(
    ("text", "value", "absent"),
    [("1.250", 1250, None), ("-", None, "unknown"), ("Không phát sinh", None, "none")],
)
def test_a_figure_as_it_is_written(text: str, value: int | None, absent: str | None) -> None:
    told = told_of_report(_changed(text), TERMS)
    figure = told.progress.figure(1, "1")
    assert figure is not None
    assert (figure.value, figure.absent, told.figure_notes) == (value, absent, ())


def test_a_sentence_of_ours_that_contradicts_the_form_is_told_and_no_word_of_the_unit() -> None:
    told = told_of_report(_changed("1.250"), TERMS)
    (note,) = told.word_notes
    assert (note.severity, note.place.field, note.expected) == (Severity.ERROR, "mục I.1", "1.250")
    assert "biểu mẫu 1, dòng 1" in note.message
    assert note.place.quote not in [text for one in told.progress.narrative for text in one.texts]


def test_the_words_on_the_next_period_come_back_without_its_tasks() -> None:
    words = ["Tiếp tục số hóa hồ sơ.", "Hoàn thành nhiệm vụ được giao (thời hạn theo kế hoạch của tỉnh) và báo cáo."]
    progress = told(narrative=[{"section": "IV", "texts": words}])
    document = unit_report(sample_plan(), progress, GROUND, ON).document
    back, faults = progress_of_report(document, TERMS)
    assert [list(one.texts) for one in back.narrative if one.section == "IV"] == [words]
    assert faults == ()


def _foreign(*sections: tuple[str, list[dict[str, Any]]]) -> Document:
    values = _changed("1").model_dump(mode="json")
    made = [{"kind": "section", "title": title, "blocks": blocks} for title, blocks in sections]
    return Document.model_validate({**values, "sections": made})


def _paragraph(text: str) -> dict[str, Any]:
    return {"kind": "paragraph", "text": text}


def _item(title: str, text: str) -> dict[str, Any]:
    return {"kind": "item", "numbering": "arabic", "heading": True, "text": title, "blocks": [_paragraph(text)]}


def test_headings_that_say_the_outline_in_other_words_are_its_points() -> None:
    document = _foreign(
        ("CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", [_paragraph("Sở đã ban hành kế hoạch.")]),
        ("KẾT QUẢ THỰC HIỆN", [_item("Cải cách thể chế", "Đã tham mưu 02 nghị quyết.")]),
        ("PHƯƠNG HƯỚNG, NHIỆM VỤ QUÝ II/2027", [_paragraph("Tiếp tục số hóa.")]),
    )
    told = told_of_report(document, TERMS)
    assert [one.section for one in told.progress.narrative] == ["I", "II.1", "IV"]
    assert told.word_notes == ()


def test_words_below_a_heading_that_the_outline_lacks_are_told() -> None:
    document = _foreign(
        ("Việc khác", [_paragraph("Câu một."), _paragraph("Câu hai."), _item("Cải cách thể chế", "Câu ba.")]),
    )
    told = told_of_report(document, TERMS)
    assert [one.section for one in told.progress.narrative] == ["II.1"]
    (note,) = told.word_notes
    assert (note.place.field, note.found) == ("đề mục «Việc khác»", "2 đoạn")


def test_a_figure_that_cannot_be_read_is_named_and_left_out() -> None:
    progress, (fault,) = progress_of_report(_changed("khoảng 5"), TERMS)
    assert progress.figure(1, "1") is None
    assert (str(fault.place), fault.found) == ("biểu mẫu 1, dòng 1", "«khoảng 5»")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"issuer": {"name": "Sở Xa Lạ"}}, "danh bạ không có đơn vị ban hành báo cáo: «Sở Xa Lạ»"),
        ({"subject": "Công tác CCHC tháng 3"}, "chế độ không có kỳ «tháng 3» mà trích yếu nêu"),
        ({"appendices": []}, "không thấy biểu mẫu số liệu nào trong báo cáo"),
    ],
)
def test_what_is_not_known_is_refused(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(DataError, match=message):
        progress_of_report(_changed("1", **changes), TERMS)


def test_forms_of_another_period_alone_are_refused_with_their_headings() -> None:
    _, document = _report()
    text = document.model_dump_json().replace('"text":"Số liệu"', '"text":"Kỳ trước"')
    with pytest.raises(DataError, match="không rõ cột nào là số liệu của kỳ báo cáo.*gặp: «STT»"):
        progress_of_report(Document.model_validate_json(text), TERMS)


def test_parts_of_a_report_may_stand_around_the_points() -> None:
    inner = {
        "kind": "section",
        "title": "Công tác chỉ đạo, điều hành",
        "blocks": [_paragraph("Đã ban hành 05 văn bản.")],
    }
    told = told_of_report(_foreign(("KẾT QUẢ CÔNG TÁC CCHC QUÝ I/2027", [inner])), TERMS)
    assert [one.section for one in told.progress.narrative] == ["I"]
