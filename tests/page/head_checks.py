"""What may be wrong with a letterhead and a title; each check returns its findings, none when all is well."""

from __future__ import annotations

from collections.abc import Iterator

from tests.measuring.values import Line, Measured, paragraphs
from tests.page.rules import component, flag, measure_of, sizes

_SAME_ROW = 1.0
_BLANK = 3.0
_CENTRED = 1.5
_WHOLE = (0.98, 1.02)
_PART = (1 / 3 - 0.002, 1 / 2 + 0.002)
_NO_LINE_ENDS_WITH = ("và", "của", "tỉnh", "xã", "phường")
_MAY_STAND_ALONE = ("UBND", "HĐND")
_LOOKS = {
    "national_name": "national_name",
    "motto": "motto",
    "parent": "parent",
    "issuer": "issuer",
    "number": "number",
    "place_date": "place_date",
    "subject_dispatch": "subject_dispatch",
    "type_name": "type_name",
    "subject": "subject",
    "addressee": "addressee",
    "bases": "basis",
}


def wrong_looks(lines: tuple[Line, ...], name: str) -> Iterator[str]:
    """Size, weight and slope of the lines of a component of the profile."""
    entry = component(name)
    low, high = sizes(entry)
    for line in lines:
        if not low <= line.size <= high:
            yield f"{name}: {line} has size {line.size}, not {low:g} to {high:g}"
        for mark in ("bold", "italic"):
            wanted = flag(entry.get(mark))
            if wanted is not None and getattr(line, mark) is not wanted:
                yield f"{name}: {line} is {'' if not wanted else 'not '}{mark}"


def looks(found: Measured) -> Iterator[str]:
    """Size, weight and slope of each component of the head."""
    for part, name in _LOOKS.items():
        yield from wrong_looks(getattr(found.head, part), name)
    names = paragraphs(found.head.issuer)
    if not names:
        yield "issuer: no bold line above the number"
    elif len(names) > 1 and not names[0][-1].text.endswith("NHÂN DÂN"):
        yield f"issuer: two bold names, {names[0][0]} and {names[-1][0]}"


def size_pairs(found: Measured) -> Iterator[str]:
    """Quốc hiệu, Tiêu ngữ, place and date rise and fall together."""
    parts = ("national_name", "motto", "place_date")
    seen = {part: getattr(found.head, part)[0].size for part in parts if getattr(found.head, part)}
    allowed = [pair["sizes"] for pair in measure_of("page", "size_pairs")]
    if not any(all(pair[part] == size for part, size in seen.items()) for pair in allowed):
        yield f"sizes of the head do not belong together: {seen}"


def one_line(found: Measured) -> Iterator[str]:
    """Quốc hiệu, Tiêu ngữ, number, place and date are each there, on one line; minutes have no place and date."""
    for part in ("national_name", "motto", "number", "place_date"):
        lines = getattr(found.head, part)
        wanted = 0 if part == "place_date" and found.is_minutes else 1
        if len(lines) != wanted:
            yield f"{part} has {len(lines)} lines: {[line.text for line in lines]}"


def columns(found: Measured) -> Iterator[str]:
    """No line of the left column reaches one of the right column beside it."""
    head = found.head
    left = head.parent + head.issuer + head.number
    right = head.national_name + head.motto + head.place_date
    for one in left:
        for other in right:
            beside = one.page == other.page and one.top < other.bottom and other.top < one.bottom
            if beside and one.x1 + _BLANK > other.x0:
                yield f"{one} ends {one.x1 - other.x0:+.1f} pt from where {other} begins"


def same_row(found: Measured) -> Iterator[str]:
    """Number and date stand on one row, the first line of the left column beside Quốc hiệu."""
    head = found.head
    for one, other in ((head.number, head.place_date), (head.parent or head.issuer, head.national_name)):
        if one and other and abs(one[0].baseline - other[0].baseline) > _SAME_ROW:
            yield f"{one[0]} and {other[0]} lie {one[0].baseline - other[0].baseline:+.1f} pt apart"


def centred(found: Measured) -> Iterator[str]:
    """The lines of either column stand centred below one another, the title on the width of the text."""
    head = found.head
    left, right = found.edges(found.pages[0])
    groups = (
        (head.parent + head.issuer + head.number + head.subject_dispatch, None),
        (head.national_name + head.motto + head.place_date, None),
        (head.type_name + head.subject, (left + right) / 2),
    )
    for lines, middle in groups:
        wanted = middle if middle is not None or not lines else lines[0].centre
        for line in lines:
            if abs(line.centre - wanted) > _CENTRED:
                yield f"{line} stands {line.centre - wanted:+.1f} pt off the middle"


def rules(found: Measured) -> Iterator[str]:
    """The rule lines: there, solid, centred, of the decree's lengths."""
    head = found.head
    yield from _rule(found, head.motto, "motto", [_WHOLE])
    yield from _rule(found, head.issuer, "issuer", [_PART])
    yield from _rule(found, head.subject, "subject", [_PART])


def _rule(found: Measured, lines: tuple[Line, ...], name: str, ranges: list[tuple[float, float]]) -> Iterator[str]:
    if not lines:
        return
    stroke = found.rule_under(lines)
    if stroke is None:
        yield f"no rule under {name} {lines[-1]}"
        return
    if not stroke.solid:
        yield f"the rule under {name} is not solid"
    if abs(stroke.centre - lines[-1].centre) > _CENTRED:
        yield f"the rule under {name} stands {stroke.centre - lines[-1].centre:+.1f} pt off the middle of {lines[-1]}"
    if stroke.y0 < lines[-1].bottom - _CENTRED:
        yield f"the rule under {name} touches {lines[-1]}"
    (low, high) = ranges[0]
    for measure, text in _measures(lines, low, high):
        if not low <= stroke.width / measure <= high:
            yield f"the rule under {name} has {stroke.width / measure:.3f} of {text}, not {low:.2f} to {high:.2f}"


def _measures(lines: tuple[Line, ...], low: float, high: float) -> list[tuple[float, str]]:
    """The widths that a rule must fit: of the longest line, and of the last where one rule can fit both."""
    longest = max(lines, key=lambda line: line.width)
    both = longest.width * low <= lines[-1].width * high
    return [(line.width, str(line)) for line in {longest, *([lines[-1]] if both else [])}]


def breaks(found: Measured) -> Iterator[str]:
    """A broken name or subject leaves no single syllable on a line and no VÀ at the end of one."""
    for part in ("parent", "issuer", "subject", "type_name", "subject_dispatch"):
        for lines in paragraphs(getattr(found.head, part)):
            for line in lines[:-1]:
                if line.text.split()[-1].lower() in _NO_LINE_ENDS_WITH:
                    yield f"{part}: {line} ends before its phrase does"
            single = [line for line in lines if len(line.text.split()) == 1 and line.text not in _MAY_STAND_ALONE]
            if len(lines) > 1 and single:
                yield f"{part}: a single word on a line: {[line.text for line in lines]}"


HEAD_CHECKS = (looks, size_pairs, one_line, columns, same_row, centred, rules, breaks)
