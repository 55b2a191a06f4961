"""Places in a Word file, said in Vietnamese."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.lint.finding import QUOTED, Fault, Spot
from generator.ooxml.formatting.values import CellPlace, Paragraph, Part, Section
from generator.reading.lines import shortened

_PARTS = {
    Part.BODY: "thân văn bản",
    Part.HEADER: "đầu trang",
    Part.FOOTER: "chân trang",
    Part.FOOTNOTE: "chú thích cuối trang",
    Part.ENDNOTE: "chú thích cuối văn bản",
    Part.TEXT_BOX: "hộp chữ",
}


def spot_of(paragraph: Paragraph, part: str | None = None) -> Spot:
    """Return the place of a paragraph; `part` names the component where it is known."""
    text = shortened(" ".join(paragraph.shown.split()), QUOTED)
    return Spot(part or _PARTS[paragraph.part], paragraph.number, _cell(paragraph.cell), text or None)


def _cell(place: CellPlace | None) -> str | None:
    return f"bảng {place.table}, hàng {place.row}, cột {place.column}" if place else None


def section_spot(section: Section, count: int) -> Spot:
    """Return the place of a section; it has a number only where there are several."""
    turned = " (trang ngang)" if is_landscape(section) else ""
    return Spot(f"khổ giấy phần {section.index + 1}{turned}" if count > 1 else f"khổ giấy{turned}")


def is_landscape(section: Section) -> bool:
    """Tell whether the paper is wider than high."""
    return section.width > section.height


def grouped(faults: Iterable[tuple[object, Fault]]) -> Iterator[Fault]:
    """Yield one fault for those of the same key, at the first place, saying in how many paragraphs more it is."""
    groups: dict[object, list[Fault]] = {}
    for key, fault in faults:
        groups.setdefault(key, []).append(fault)
    return (_with_count(found) for found in groups.values())


def _with_count(faults: Sequence[Fault]) -> Fault:
    first = faults[0]
    also = tuple(dict.fromkeys(one.spot for one in faults if one.spot != first.spot))
    others = len({one.paragraph for one in also} - {first.spot.paragraph})
    found = f"{first.found} (và {others} đoạn khác)" if others else first.found
    return replace(first, found=found, also=also)
