"""Statistical forms: the seven of the reform report, and forms that contradict themselves."""

from __future__ import annotations

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from generator.errors import DataError
from generator.registers.statistics import FormRow, StatisticalForms
from generator.registers.store import load_register

FILE = Path(__file__).parents[2] / "data/registers/cchc_forms.yaml"
REFERENCE = Path(__file__).parents[2] / "../shared/reference/cchc_forms.yaml"
FORMS = load_register(FILE.read_bytes(), FILE.name, StatisticalForms)


def test_there_are_seven_forms() -> None:
    assert [len(one.rows) for one in FORMS.forms] == [19, 13, 21, 19, 13, 13, 25]


@pytest.mark.skipif(not REFERENCE.is_file(), reason="no reference beside the checkout")
def test_the_forms_are_those_of_the_reference() -> None:
    reference = YAML(typ="safe", pure=True).load(REFERENCE.read_text(encoding="utf-8"))
    ours = FORMS.model_dump(mode="json", exclude_defaults=True, include={"forms"})
    assert ours["forms"] == reference["forms"]


@pytest.mark.parametrize(
    ("form", "code", "percent_of", "total_of", "at_most"),
    [
        (1, "2", ("2.2", "2.1"), (), None),
        (1, "2.2", None, (), "2.1"),
        (2, "1", None, ("1.1", "1.2"), None),
        (6, "2.1", None, ("2.2", "2.3", "2.4", "2.5"), None),
        (7, "4.4", ("4.4.2", "4.4.1"), (), None),
    ],
)
def test_formulas(
    form: int, code: str, percent_of: tuple[str, str] | None, total_of: tuple[str, ...], at_most: str | None
) -> None:
    row = FORMS.form(form).row(code)
    assert (row.percent_of, row.total_of, row.at_most) == (percent_of, total_of, at_most)
    assert row.is_computed is bool(percent_of or total_of)


def test_coded_answers() -> None:
    assert FORMS.form(1).row("5.2").choices == {"Trực tuyến": 0, "Phát phiếu": 1, "Kết hợp": 2}


def test_unknown_rows_and_forms_are_refused() -> None:
    assert not FORMS.form(1).has("9")
    assert FORMS.form(1).has("4.1.3")
    with pytest.raises(DataError, match="biểu mẫu 1 không có dòng «9»"):
        FORMS.form(1).row("9")
    with pytest.raises(DataError) as refused:
        FORMS.form(8)
    assert refused.value.hint == "có các biểu mẫu: 1, 2, 3, 4, 5, 6, 7"


def rows(*rows: str) -> str:
    listed = "".join(f"      - {{{row}}}\n" for row in rows)
    return f"format: 1\nsource: x\nforms:\n  - form: 1\n    title: A\n    rows:\n{listed}"


A = "code: '1', label: A, kind: count, unit: Việc"
GROUP = "code: '2', label: B, kind: group"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (rows(f"{A}, at_most: '9'"), ["7 forms[0].rows[0].at_most: biểu mẫu 1 không có dòng này"]),
        (rows(f"{A}, total_of: ['2']", GROUP), ["7 forms[0].rows[0].total_of: công thức nêu một dòng không có số đếm"]),
        (rows(f"{A}, total_of: ['1']"), ["7 forms[0].rows[0]: công thức quay vòng về chính dòng này"]),
        (
            rows(f"{A}, total_of: ['3']", "code: '3', label: C, kind: count, unit: Việc, total_of: ['1']"),
            [
                "7 forms[0].rows[0]: công thức quay vòng về chính dòng này",
                "8 forms[0].rows[1]: công thức quay vòng về chính dòng này",
            ],
        ),
        (rows(A, A), ["8 forms[0].rows[1].code: dòng «1» đã có ở trên"]),
        (rows(f"{A}, percent_of: ['1', '1']"), ["7 forms[0].rows[0]: chỉ dòng loại percent mới có percent_of"]),
        (
            rows("code: '1', label: A, kind: choice"),
            ["7 forms[0].rows[0]: dòng loại choice, và chỉ dòng này, phải có choices"],
        ),
        (
            rows(f"{A}, choices: {{Có: 1}}"),
            ["7 forms[0].rows[0]: dòng loại choice, và chỉ dòng này, phải có choices"],
        ),
        (
            rows(f"{GROUP}, unit: Việc"),
            ["7 forms[0].rows[0]: dòng loại group không có số liệu, đơn vị tính, công thức"],
        ),
        (rows("code: '1', label: A, kind: count"), ["7 forms[0].rows[0]: thiếu đơn vị tính (unit)"]),
    ],
)
def test_forms_that_contradict_themselves_are_refused(text: str, said: list[str]) -> None:
    with pytest.raises(DataError) as refused:
        load_register(text, "bieu.yaml", StatisticalForms)
    found = [f"{one.place.line} {one.place.field}: {one.message}" for one in refused.value.diagnostics]
    assert found == said


def test_a_limit_is_no_computation_and_may_name_its_whole() -> None:
    text = rows(
        "code: '1', label: A, kind: count, unit: Việc, total_of: ['1.1']",
        "code: '1.1', label: B, kind: count, unit: Việc, at_most: '1'",
    )
    row: FormRow = load_register(text, "bieu.yaml", StatisticalForms).form(1).row("1.1")
    assert row.references == (("at_most", "1"),)
