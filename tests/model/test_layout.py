"""Table layouts: they must fit together, and tell which way the page lies."""

from __future__ import annotations

import re
from typing import Any

import pytest
from pydantic import ValidationError

from generator.model.layout import TableLayout


def _layout(*fields: str, **more: Any) -> TableLayout:
    columns = [{"field": field, "heading": field, "width": 1} for field in fields]
    return TableLayout.model_validate({"id": "x", "name": "x", "columns": columns, **more})


@pytest.mark.parametrize(
    ("fields", "more", "landscape"),
    [
        (["name"] * 5, {}, False),
        (["name"] * 6, {}, True),
        (["name"] * 6, {"orientation": "portrait"}, False),
        (["name"], {"orientation": "landscape"}, True),
    ],
)
def test_six_columns_ask_for_a_landscape_page_unless_the_layout_says_otherwise(
    fields: list[str], more: dict[str, Any], landscape: bool
) -> None:
    assert _layout(*fields, **more).landscape is landscape


@pytest.mark.parametrize(
    ("fields", "more", "says"),
    [
        (["name"], {"group": "column"}, "đòi cột lĩnh vực nhưng danh sách cột (columns) không có cột «group»"),
        (["name"], {"number_in": "column"}, "đòi cột số nhưng danh sách cột (columns) không có cột «number»"),
        (["name"], {"merges": ["goal", "lead"]}, "không có trong danh sách cột (columns): goal, lead"),
        ([], {}, "at least 1 item"),
        (["tên"], {}, "field"),
    ],
)
def test_a_layout_that_does_not_fit_together_says_why(fields: list[str], more: dict[str, Any], says: str) -> None:
    with pytest.raises(ValidationError, match=re.escape(says)):
        _layout(*fields, **more)


def test_a_layout_may_print_a_column_twice() -> None:
    assert len(_layout("name", "lead", "name", merges=["lead"]).columns) == 3
