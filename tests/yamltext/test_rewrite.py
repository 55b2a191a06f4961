"""A YAML text brought to other data, the lines of what stays untouched."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.yamltext import dump_yaml, parse_yaml, rewritten_yaml

TEXT = """\
# đầu tệp
format: 1
title: Kế hoạch   # tên
tasks:
  # việc một
  - id: A      # mã
    name: Tuyên truyền
    rows: [x, y]
  # việc hai
  - id: B
    name: |
      Rà soát
      thủ tục
# cuối tệp
note: hết
"""


def _data(text: str) -> dict[str, Any]:
    data: dict[str, Any] = parse_yaml(text, "a.yaml").data
    return data


def _changed(**more: Any) -> str:
    before = _data(TEXT)
    after = {name: value for name, value in {**before, **more}.items() if value is not None}
    made = rewritten_yaml(TEXT, before, after)
    assert made is not None
    assert _data(made) == after
    return made


def test_the_same_data_give_the_same_text() -> None:
    assert _changed() == TEXT


def test_only_the_line_of_a_value_changes_and_its_comment_stays() -> None:
    assert _changed(title="Báo cáo") == TEXT.replace("Kế hoạch", "Báo cáo")


@pytest.mark.parametrize("place", [0, 1])
def test_an_entry_that_goes_takes_only_its_own_lines(place: int) -> None:
    tasks = _data(TEXT)["tasks"]
    made = _changed(tasks=[tasks[1 - place]])
    assert f"- id: {'BA'[place]}" in made
    assert f"- id: {'AB'[place]}" not in made
    for comment in ("# đầu tệp", "# tên", "# việc một", "# việc hai", "# cuối tệp"):
        assert comment in made


def test_an_entry_that_comes_stands_in_its_place() -> None:
    tasks = _data(TEXT)["tasks"]
    new = {"id": "C", "name": "Số hóa", "rows": ["z"]}
    made = _changed(tasks=[tasks[0], new, tasks[1]], more={"a": 1})
    assert made.index("# mã") < made.index("- id: C") < made.index("- id: B")
    assert made.endswith("note: hết\nmore:\n  a: 1\n")


def test_a_changed_entry_keeps_what_stands_beside_it() -> None:
    one, two = _data(TEXT)["tasks"]
    made = _changed(tasks=[{**one, "rows": ["x"]}, {**two, "name": "Rà soát"}], note=None)
    assert "  # việc một\n  - id: A      # mã\n    name: Tuyên truyền\n    rows:\n      - x\n  # việc hai\n" in made
    assert "note" not in made


def test_a_text_that_is_not_laid_out_in_lines_cannot_be_rewritten() -> None:
    assert rewritten_yaml("{a: 1}\n", {"a": 1}, {"a": 2}) is None


_VALUES = st.recursive(
    st.integers() | st.text("ab #:-\n", max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("kmn"), inner, max_size=3),
    max_leaves=8,
)
_MAPPINGS = st.dictionaries(st.sampled_from("abc"), _VALUES, min_size=1)


@settings(max_examples=300, deadline=None)
@given(_MAPPINGS, _MAPPINGS)
@example({"a": []}, {"a": ":\n\n"})
def test_what_is_rewritten_says_what_it_should(before: dict[str, Any], after: dict[str, Any]) -> None:
    made = rewritten_yaml(dump_yaml(before), before, after)
    assert made is None or _data(made) == after
