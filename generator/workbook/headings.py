"""The headings of a sheet: where each column of the form stands, whatever the order.

One message for one fault: of a column under a heading that is missing or unknown nothing more is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from generator.spelling import closest, unmarked
from generator.workbook.places import At, Findings
from generator.workbook.rows import shown

Cells = Mapping[int, Mapping[int, str]]
"""The words of a sheet by row and column."""
_SEARCHED: Final = 10
"""Rows with words among which the headings are looked for."""
_MOST_NAMED: Final = 50


def heading_row(rows: Cells, titles: Iterable[str], least: int = 2) -> int | None:
    """Return the row that holds most of the titles among the first ones; None where none has so many of them."""
    known = {unmarked(title) for title in titles}
    counts = {number: len(known & {unmarked(text) for text in rows[number].values()}) for number in [*rows][:_SEARCHED]}
    best = max(counts, key=lambda number: (counts[number], -number), default=None)
    return best if best is not None and counts[best] >= min(least, len(known)) else None


def columns_of(
    sheet: str, number: int, rows: Cells, titles: Sequence[str], optional: frozenset[str], findings: Findings
) -> dict[str, int]:
    """Return where each title stands in the row of headings; a fault for each that is missing, unknown or twice there.

    ``optional`` are titles that need not be there.
    """
    found, unknown = _known(sheet, number, rows[number], titles, findings)
    missing = [title for title in titles if title not in found]
    for place, text in list(unknown.items()):
        if meant := closest(text, missing):
            missing.remove(meant)
            found[meant] = place
            del unknown[place]
            _tell_unknown(At(sheet, number, place), text, f"ý bạn là «{meant}»?", findings)
    wanted = [title for title in missing if title not in optional]
    for title, place in _renamed(wanted, unknown, found, titles):
        at, text = At(sheet, number, place), unknown.pop(place)
        findings.error(
            at, f"thiếu cột «{title}»", found=f"cột «{shown(text)}»",
            hint=f"nếu cột này là «{title}» thì ghi lại đúng tên ấy; nếu không thì thêm cột «{title}» và bỏ cột này",
        )  # fmt: skip
        findings.spoil_column(at)
        wanted.remove(title)
        found[title] = place
    for place, text in unknown.items():
        _tell_unknown(At(sheet, number, place), text, f"các cột: {', '.join(titles)}", findings)
    for title in wanted:
        hint = "thêm cột có đúng tên này, để trống nếu không dùng"
        findings.error(At(sheet, number, 1), f"thiếu cột «{title}»", hint=hint)
    return found


def _known(
    sheet: str, number: int, cells: Mapping[int, str], titles: Sequence[str], findings: Findings
) -> tuple[dict[str, int], dict[int, str]]:
    known = {unmarked(title): title for title in titles}
    found: dict[str, int] = {}
    unknown: dict[int, str] = {}
    for place, text in cells.items():
        title = known.get(unmarked(text))
        if title is None:
            unknown[place] = text
        elif title in found:
            told = f"cột «{title}» đã có ở ô {At(sheet, number, found[title])}"
            findings.error(At(sheet, number, place), told, hint="xóa hoặc đổi tên một cột")
        else:
            found[title] = place
    return found, unknown


def _renamed(
    missing: Sequence[str], unknown: Mapping[int, str], found: Mapping[str, int], titles: Sequence[str]
) -> list[tuple[str, int]]:
    """Return each missing title with the column that was perhaps renamed: the one beside its neighbour in the form."""
    pairs: list[tuple[str, int]] = []
    for title in missing:
        place, taken = titles.index(title), {column for _, column in pairs}
        before = found.get(titles[place - 1], -1) + 1 if place else 1
        after = found.get(titles[place + 1], 0) - 1 if place + 1 < len(titles) else 0
        fitting = [column for column in (before, after) if column in unknown and column not in taken]
        if not fitting and len(missing) == len(unknown) == 1:
            fitting = [*unknown]
        pairs += [(title, fitting[0])] if fitting else []
    return pairs


def _tell_unknown(at: At, text: str, hint: str, findings: Findings) -> None:
    findings.error(at, "biểu không có cột này", found=f"«{shown(text)}»", hint=hint)


def tell_stray(sheet: str, rows: Cells, heading: int, known: set[int], findings: Findings) -> None:
    """Add a fault for each column without heading that has words, and for each cell above the headings.

    A column whose heading is unknown is told of there.
    """
    above = [(row, place) for row in rows if row < heading for place in rows[row]]
    beside: dict[int, list[int]] = {}
    for row, cells in rows.items():
        for place in cells if row > heading else ():
            if place not in known and place not in rows[heading]:
                beside.setdefault(place, []).append(row)
    hint = "chuyển vào đúng cột hoặc xóa đi"
    for row, place in above[:_MOST_NAMED]:
        message = "ô có chữ nằm ngoài các cột của biểu"
        findings.error(At(sheet, row, place), message, found=f"«{shown(rows[row][place])}»", hint=hint)
    for place, numbers in [*beside.items()][:_MOST_NAMED]:
        more = f" (và {len(numbers) - 1} ô nữa ở cột này)" if len(numbers) > 1 else ""
        message = f"ô có chữ nằm ngoài các cột của biểu{more}"
        findings.error(At(sheet, numbers[0], place), message, found=f"«{shown(rows[numbers[0]][place])}»", hint=hint)
