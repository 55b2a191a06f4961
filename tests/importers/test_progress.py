"""What a unit's report tells is what its progress told: by way of Word, data and back."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from generator.errors import DataError
from generator.importers.progress import ReportTerms, progress_of_report
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
    progress, faults = progress_of_report(_changed(text), TERMS)
    figure = progress.figure(1, "1")
    assert figure is not None
    assert (figure.value, figure.absent, faults) == (value, absent, ())


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
