"""The lines that stay on one page with the signature."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from generator.ooxml.wml import qualified
from tests.rendered import document, main_part, paragraph, paragraph_text, rendered, template_of

LONG = "Trên đây là kế hoạch của cơ quan, đề nghị các đơn vị thực hiện nghiêm túc và báo cáo kết quả đúng hạn"
SHORT = "Trân trọng"


def _text(*texts: str, closing: tuple[str, ...] = (), **fields: Any) -> dict[str, Any]:
    blocks = [{"kind": "paragraph", "text": text} for text in texts]
    return {"sections": [{"numbering": "none", "blocks": blocks}], "closing": list(closing), **fields}


def _keeps(found: etree._Element) -> bool:
    return found.find(f"{qualified('w:pPr')}/{qualified('w:keepNext')}") is not None


def _kept(fields: dict[str, Any]) -> list[str]:
    """The texts of the paragraphs that are told to stay with the next one."""
    return [
        paragraph_text(one) for one in main_part(rendered(document(**fields))).iter(qualified("w:p")) if _keeps(one)
    ]


@pytest.mark.parametrize(
    ("fields", "kept"),
    [
        (_text(LONG, LONG), [f"{LONG}./."]),
        (_text(LONG, SHORT), [LONG, f"{SHORT}./."]),
        (_text(LONG, closing=(LONG,)), [f"{LONG}./."]),
        (_text(LONG, LONG, closing=(SHORT,)), [LONG, f"{SHORT}./."]),
        (_text(LONG, closing=(SHORT, SHORT)), [SHORT, f"{SHORT}./."]),
        (_text(preamble=[LONG], closing=(SHORT,)), [LONG, f"{SHORT}./."]),
        (_text(legal_bases=[{"text": LONG}], preamble=[SHORT]), [f"{LONG}.", f"{SHORT}./."]),
        (_text(SHORT), [f"{SHORT}./."]),
    ],
)
def test_the_last_two_lines_stay_with_the_signature(fields: dict[str, Any], kept: list[str]) -> None:
    assert _kept(fields) == kept


def test_the_heading_of_a_table_stays_with_its_rows_and_the_last_of_them_with_the_signature() -> None:
    rows = [[{"text": f"hàng {number}"}, {"text": "x"}] for number in range(5)]
    table = {"kind": "table", "heading_rows": 1, "rows": rows}
    kept = _kept(_text(sections=[{"numbering": "none", "blocks": [table]}]))
    assert kept == ["hàng 0", "x", "hàng 3", "x", "hàng 4", "x"]


def test_the_last_tasks_stay_with_the_signature() -> None:
    tasks = [{"id": f"NV{n}", "name": f"việc {n}", "rows": [{"products": ["x"]}]} for n in (1, 2, 3)]
    blocks = [{"kind": "tasks", "layout": "six_columns"}]
    kept = _kept({"kind": "plan", "tasks": tasks, "sections": [{"numbering": "none", "blocks": blocks}]})
    assert [text for text in kept if "việc" in text] == ["2. việc 2", "3. việc 3"]


def test_a_short_line_below_a_table_keeps_the_last_rows() -> None:
    table = {"kind": "table", "heading_rows": 0, "rows": [[{"text": "một"}], [{"text": "hai"}], [{"text": "ba"}]]}
    fields = _text(sections=[{"numbering": "none", "blocks": [table]}], closing=(SHORT,))
    assert _kept(fields) == ["hai", "ba", f"{SHORT}./."]


def test_a_style_that_keeps_by_itself_is_not_told_again() -> None:
    blocks = [{"kind": "item", "numbering": "arabic", "heading": True, "text": SHORT}]
    fields = _text(sections=[{"numbering": "none", "blocks": [{"kind": "paragraph", "text": LONG}, *blocks]}])
    assert _kept(fields) == [LONG]


def test_a_template_of_ones_own_is_told_too() -> None:
    template = template_of(
        "{%p for doan in body %}", paragraph("{{r doan.text }}", "LoiVan"), "{%p endfor %}", "{%p for x in closing %}",
        "{{r x.text }}", "{%p endfor %}", kind="report",
    )  # fmt: skip
    found = main_part(rendered(document(**_text(LONG, LONG)), template=template))
    assert [_keeps(one) for one in found.iter(qualified("w:p"))][:2] == [False, True]
