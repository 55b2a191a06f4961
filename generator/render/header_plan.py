"""The two columns of the head as a template has them, made ready to be computed for each document.

The widths of the columns and the set of sizes are put in as tags when a template is compiled, so that a template
restyled in Word keeps its styles: only the style of a paragraph is chosen, the template's own or its small one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from lxml import etree

from generator.ooxml.text_styles import TextStyle
from generator.ooxml.wml import NAMESPACES, element, qualified
from generator.render.rule_lines import put_indents
from generator.templates.style_table import SMALL, URGENCIES

STYLES = {
    "national_name": "Quốc hiệu",
    "motto": "Tiêu ngữ",
    "place_date": "Địa danh và thời gian",
    "parent": "Cơ quan chủ quản",
    "issuer": "Cơ quan ban hành",
}
"""The styles of what takes the smaller set of sizes together, by component (PL I/I/V, footnote; names: custom)."""
_MARKS = tuple(f"Mức độ khẩn - {words}" for words in URGENCIES)


class HeaderPlan(NamedTuple):
    """The head of a template: lengths in twips."""

    left: int
    right: int
    padding: int
    """Of a cell, both sides together."""
    ids: Mapping[str, str]
    """Style ids of the paired components."""
    small: Mapping[str, str]
    """Those of their small styles; none where the template lacks one."""
    marks: tuple[int, ...]
    """Widths of the frames of the urgency marks."""

    def to_json(self) -> list[Any]:
        """The plan as plain values."""
        return [self.left, self.right, self.padding, dict(self.ids), dict(self.small), list(self.marks)]

    @classmethod
    def from_json(cls, kept: Any) -> HeaderPlan:
        """Return the plan of plain values."""
        left, right, padding, ids, small, marks = kept
        return cls(left, right, padding, dict(ids), dict(small), tuple(marks))


def take_header(
    main: etree._Element, ids: Mapping[str, str], styles: Mapping[str, TextStyle], normal_padding: int
) -> HeaderPlan | None:
    """Return the head of a template, its widths and paired styles replaced by tags in the XML.

    None when it has no table of two columns with the issuer on the left and Quốc hiệu on the right: such a head stays
    as its office drew it.
    """
    table = _table(main, ids)
    if table is None:
        return None
    left, right = _widths(table)
    plan = HeaderPlan(
        left,
        right,
        _padding(table, normal_padding),
        {name: ids[style] for name, style in STYLES.items() if style in ids},
        {name: ids[style + SMALL] for name, style in STYLES.items() if style + SMALL in ids},
        tuple(left - styles[mark].left - styles[mark].right if mark in styles else 0 for mark in _MARKS),
    )
    _put_widths(table)
    _put_styles(table, plan)
    _put_marks(table, ids)
    return plan


def _table(main: etree._Element, ids: Mapping[str, str]) -> etree._Element | None:
    for table in main.iter(qualified("w:tbl")):
        columns = list(zip(*_rows(table), strict=False))
        if len(columns) == 2 and _is_plain(table):
            left, right = ([style for cell in cells for style in _styles_in(cell)] for cells in columns)
            if ids.get(STYLES["issuer"]) in left and ids.get(STYLES["national_name"]) in right:
                return table
    return None


def _rows(table: etree._Element) -> list[list[etree._Element]]:
    return [row.findall(qualified("w:tc")) for row in table.findall(qualified("w:tr"))]


def _styles_in(cell: etree._Element) -> list[str]:
    return [style.get(qualified("w:val"), "") for style in cell.iter(qualified("w:pStyle"))]


def _is_plain(table: etree._Element) -> bool:
    """Whether each row has two cells, none merged, all of known width."""
    merged = table.xpath(".//w:gridSpan | .//w:vMerge | .//w:tbl", namespaces=NAMESPACES)
    columns = table.findall(f"{qualified('w:tblGrid')}/{qualified('w:gridCol')}")
    known = all(column.get(qualified("w:w"), "").isdigit() for column in columns)
    return not merged and len(columns) == 2 and known and all(len(row) == 2 for row in _rows(table))


def _widths(table: etree._Element) -> tuple[int, int]:
    left, right = table.findall(f"{qualified('w:tblGrid')}/{qualified('w:gridCol')}")
    return int(left.get(qualified("w:w"), "0")), int(right.get(qualified("w:w"), "0"))


def _padding(table: etree._Element, normal: int) -> int:
    margins = table.find(f"{qualified('w:tblPr')}/{qualified('w:tblCellMar')}")
    return normal if margins is None else side_padding(margins)


def side_padding(margins: etree._Element) -> int:
    """Return the left and right margin of cells together, in twips."""
    sides = [margins.find(qualified(f"w:{side}")) for side in ("left", "start", "right", "end")]
    return sum(int(side.get(qualified("w:w"), "0")) for side in sides if side is not None)


def _put_widths(table: etree._Element) -> None:
    columns = table.findall(f"{qualified('w:tblGrid')}/{qualified('w:gridCol')}")
    for column, side in zip(columns, ("left", "right"), strict=True):
        column.set(qualified("w:w"), f"{{{{ head.{side} }}}}")
    for row in _rows(table):
        for cell, side in zip(row, ("left", "right"), strict=True):
            _put_cell_width(cell, f"{{{{ head.{side} }}}}")


def _put_cell_width(cell: etree._Element, tag: str) -> None:
    properties = cell.find(qualified("w:tcPr"))
    if properties is None:
        properties = element("w:tcPr")
        cell.insert(0, properties)
    for old in properties.findall(qualified("w:tcW")):
        properties.remove(old)
    after = properties.find(qualified("w:cnfStyle"))
    properties.insert(0 if after is None else 1, element("w:tcW", w=tag, type="dxa"))


def _put_styles(table: etree._Element, plan: HeaderPlan) -> None:
    names = {identity: name for name, identity in plan.ids.items() if name in plan.small}
    for style in table.iter(qualified("w:pStyle")):
        name = names.get(style.get(qualified("w:val"), ""))
        if name is not None:
            style.set(qualified("w:val"), f"{{{{ head.{name} }}}}")


def _put_marks(table: etree._Element, ids: Mapping[str, str]) -> None:
    """Let the frame of an urgency mark keep its width in a column of another width."""
    for place, mark in enumerate(_MARKS):
        for style in table.iter(qualified("w:pStyle")):
            if style.get(qualified("w:val")) == ids.get(mark, "-"):
                put_indents(style.getparent(), f"head.marks[{place}]")
