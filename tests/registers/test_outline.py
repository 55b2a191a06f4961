"""The outline of the periodic report: that of the program, and outlines that contradict themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import DataError
from generator.registers.catalog import bundled_report_outline, bundled_statistical_forms
from generator.registers.outline import ReportOutline
from generator.registers.store import load_register

OUTLINE = bundled_report_outline()
FILE = Path(__file__).parents[2] / "data/registers/report_outline.yaml"


def test_the_outline_is_that_of_the_official_report() -> None:
    tops = [f"{one.id}. {one.title}" for one in OUTLINE.below(None)]
    assert [line.split(".")[0] for line in tops] == ["I", "II", "III", "IV", "V"]
    assert [one.id for one in OUTLINE.below("I")] == [f"I.{number}" for number in range(1, 7)]
    assert [one.title for one in OUTLINE.below("III")] == ["Mặt tích cực", "Những tồn tại, hạn chế, nguyên nhân"]
    assert [one.id for one in OUTLINE.below("II.1")] == ["II.1.a", "II.1.b", "II.1.c", "II.1.d"]


def test_each_sentence_names_rows_of_the_forms() -> None:
    assert list(OUTLINE.row_faults(bundled_statistical_forms())) == []
    rows = [row for section in OUTLINE.sections for sentence in section.sentences for row in sentence.rows()]
    assert (3, "3.1.2") in rows


def test_a_row_that_the_forms_lack_is_named() -> None:
    wrong = load_register(FILE.read_text("utf-8").replace("{1/1} văn bản", "{1/9} văn bản"), "a.yaml", ReportOutline)
    (fault,) = wrong.row_faults(bundled_statistical_forms())
    assert (fault.message, fault.found) == ("biểu mẫu không có dòng số liệu này", "«1/9»")


def test_a_school_has_no_point_on_what_the_government_assigns() -> None:
    section = OUTLINE.section("I.5")
    assert section is not None
    assert (section.is_for("province"), section.is_for("school")) == (True, False)


@pytest.mark.parametrize(
    ("sections", "said"),
    [
        ("[{id: I, title: A}, {id: I, title: B}]", "sections[1].id: mã «I» đã dùng ở mục trước"),
        ("[{id: I, title: A}, {id: II.1, title: B}]", "sections[1].id: không có mục cấp trên của mục này"),
        (
            "[{id: I, title: A, sentences: [{text: 'Đã xong {tasks.finished} việc'}]}]",
            "sections[0].sentences[0].text: không có số liệu tên «tasks.finished»",
        ),
    ],
)
def test_what_contradicts_itself_is_refused(sections: str, said: str) -> None:
    words = [name for name, field in ReportOutline.model_fields.items() if field.is_required()]
    given = "".join(f"{name}: x\n" for name in words if name not in ("format", "sections"))
    text = f"format: 1\n{given}sections: {sections}\n"
    with pytest.raises(DataError) as refused:
        load_register(text, "a.yaml", ReportOutline)
    (fault,) = refused.value.diagnostics
    assert f"{fault.place.field}: {fault.message}".startswith(said)
