"""The lines of the sample forms that have words of their own: who enacts, who wires, when and where, who is sent.

Each is told by the words in which offices begin it, and bears the name of the field that it fills (forms 1.1 to 1.3
and 1.6 to 1.10). What fits no field stays where it stands, for the outline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.reading import cues
from generator.reading.form_words import BELOW, CONTRACTS, DETAILS, ENDINGS, LISTS, MARKER, OPENINGS, Cue
from generator.reading.labels import UNORDERED, LabelKind, labels_of
from generator.reading.lines import Line, Passage
from generator.reading.reading import FormLine

ENACTMENTS = frozenset({"resolution", "decision"})
_STRAY_LINES = 3
"""How many paragraphs may stand between two lines of the form."""
_LAST_LINES = 6
"""Within how many lines from the end the last sentence of a form stands."""
_LONGEST_ENACTING = 20
_DETAIL = re.compile(r"(?!(?:Bên [AB]|Hai bên|Các bên)\b)[^\W\d_][^:]{1,40}:\s*\S", re.IGNORECASE)
"""Địa chỉ: …, Đại diện: …"""


@dataclass
class FormFound:
    """What the content of a form holds."""

    lines: list[FormLine] = field(default_factory=list)
    opening: Sequence[Line] | None = None
    """Bases and preamble, where these stand above words of the form: QUYẾT ĐỊNH:, or the parties of a contract."""
    enacting: Passage | None = None
    """QUYẾT ĐỊNH:, QUYẾT NGHỊ:"""
    content: Sequence[Line] = ()
    """The other lines, in order."""


def form_of(kind: str | None, lines: Sequence[Line]) -> FormFound:
    """Return the lines of the form of a kind, by its id, and the others; all are others where the kind has no form."""
    if kind in ENACTMENTS:
        return _enactment(lines)
    cues_of_kind = OPENINGS.get(kind or "")
    if cues_of_kind is None:
        return FormFound(content=lines)
    found = FormFound()
    start = _parties_start(lines, cues_of_kind) if kind in CONTRACTS else 0
    if start is None:
        return FormFound(content=lines)
    if kind in CONTRACTS:
        found.opening = lines[:start]
    rest = _take_opening(lines[start:], cues_of_kind, found)
    found.content = _take_ending(rest, ENDINGS.get(kind or "", ()), found)
    return found


def closing_words(kind: str | None, passages: Sequence[Passage]) -> tuple[list[FormLine], list[Passage]]:
    """Return what a form has below its signature, and the passages that are none of it (form 1.10)."""
    endings = ENDINGS.get(kind or "", ())
    found: list[FormLine] = []
    for cue in endings:
        below = (one for one in passages if cue.fixed and cue.pattern.match(one.text))
        found += [FormLine(BELOW, "", one, printed=bool(cue.printed.fullmatch(one.text))) for one in below]
    taken = [one.passage for one in found]
    return found, [one for one in passages if one not in taken]


def _enactment(lines: Sequence[Line]) -> FormFound:
    end = next((place for place, line in enumerate(lines) if _opens_articles(line)), len(lines))
    at = next((place for place in range(end) if is_enacting(lines[place].text)), None)
    if at is None:
        return FormFound(content=lines)
    return FormFound(opening=lines[:at], enacting=Passage.of(lines[at]), content=lines[at + 1 :])


def _opens_articles(line: Line) -> bool:
    labels = labels_of(line.text)
    return bool(line.cells or labels and labels[0].kind in (LabelKind.ARTICLE, LabelKind.ROMAN))


def _parties_start(lines: Sequence[Line], known: Sequence[Cue]) -> int | None:
    """Return where a contract tells its day or its first party; None when it tells neither."""
    opens = (place for place, line in enumerate(lines) if not line.cells and _tells_parties(line, known))
    return next(opens, None)


def _tells_parties(line: Line, known: Sequence[Cue]) -> bool:
    return any(cue.pattern.match(line.text) for cue in known if MARKER not in cue.fields)


def is_enacting(text: str) -> bool:
    """Tell whether the line is the word that enacts, in small letters or without its colon too."""
    return len(text) <= _LONGEST_ENACTING and cues.is_enacting(f"{text.rstrip(' :.').upper()}:")


def _take_opening(lines: Sequence[Line], known: Sequence[Cue], found: FormFound) -> list[Line]:
    """Take the lines of the form that the content begins with, and return the others."""
    rest: list[Line] = []
    place = strays = 0
    while place < len(lines):
        line = lines[place]
        made = None if line.cells else _form_lines(line, known, found)
        if made is None and (strays == _STRAY_LINES or not _goes_on(lines, place, known, found)):
            break
        strays = 0 if made else strays + 1
        place += 1
        if made is None:
            rest.append(line)
            continue
        found.lines += made
        if made[-1].field in LISTS:
            place = _take_list(lines, place, found)
        if made[-1].field == MARKER:
            break
    return [*rest, *lines[place:]]


def _goes_on(lines: Sequence[Line], place: int, known: Sequence[Cue], found: FormFound) -> bool:
    """Tell whether a line of the form follows soon on one that is none."""
    if lines[place].cells or labels_of(lines[place].text):
        return False
    ahead = lines[place + 1 : place + 1 + _STRAY_LINES]
    return any(not line.cells and _form_lines(line, known, found) for line in ahead)


def _form_lines(line: Line, known: Sequence[Cue], found: FormFound) -> list[FormLine] | None:
    """Return the fields that a line fills; None for a line that is none of the form, or fills a field once more."""
    taken = {one.field for one in found.lines}
    labels = labels_of(line.text)
    bare = labels[0].text if labels and labels[0].kind is not LabelKind.PLUS else line.text
    for cue in known:
        match = cue.pattern.match(bare)
        if match and not (cue.fields & taken):
            return _filled(cue, match.groupdict(), Passage.of(line), beside=bool(labels))
    return None


def _filled(cue: Cue, groups: dict[str, str | None], passage: Passage, *, beside: bool) -> list[FormLine]:
    made = [FormLine(name, (words or "").strip(), passage) for name, words in groups.items() if name in cue.fields]
    made = [one for one in made if one.text or one.field in LISTS or one.field == MARKER]
    if not made:
        made = [FormLine("" if cue.fixed else next(iter(cue.fields)), "", passage)]
    is_printed = not beside and cue.printed.fullmatch(passage.text) is not None
    return [one.as_printed() if is_printed else one for one in made]


def _take_list(lines: Sequence[Line], place: int, found: FormFound) -> int:
    """Take the dashed lines below a heading as its entries; numbered ones only where they are no part of the form."""
    name = found.lines[-1].field
    if found.lines[-1].text and not found.lines[-1].passage.text.rstrip().endswith((";", ":")):
        return place
    while place < len(lines) and not lines[place].cells:
        labels, passage = labels_of(lines[place].text), Passage.of(lines[place])
        if labels and labels[0].kind in UNORDERED:
            found.lines.append(FormLine(name, labels[0].text, passage).as_printed())
        elif not labels and name in DETAILS and _DETAIL.match(passage.text):
            found.lines.append(FormLine(name, passage.text, passage))
        else:
            break
        place += 1
    return place


def _take_ending(lines: Sequence[Line], known: Sequence[Cue], found: FormFound) -> list[Line]:
    """Take the last sentences of the form, and return the lines without them."""
    rest = list(lines)
    taken: list[FormLine] = []
    for cue in known:
        near = range(len(rest) - 1, max(-1, len(rest) - 1 - _LAST_LINES), -1)
        for place in near:
            match = None if rest[place].cells else cue.pattern.match(rest[place].text)
            if match:
                taken += _filled(cue, match.groupdict(), Passage.of(rest.pop(place)), beside=False)
                break
    found.lines += sorted(taken, key=lambda one: one.passage.lines)
    return rest
