"""The head of one document fitted: which set of sizes, how wide the two columns, where the names break.

Quốc hiệu and the line of place and date stand on one line each. The larger set of sizes is kept while the left column
stays as wide as the decree's forms have it; a longer line takes the smaller set, whose sizes go together (PL I/I/V,
footnote), and only then a narrower left column. A template of other sizes keeps them in the same way: its small styles
are based on its own and are taken when a line would not fit otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from generator.nd30.notation import compose_number_line
from generator.nd30.profile import load_profile
from generator.ooxml.balanced_lines import Face
from generator.ooxml.font_widths import MM_PER_TWIP
from generator.ooxml.wml import twips
from generator.render.header_plan import STYLES, HeaderPlan
from generator.render.line_breaks import SLACK, broken, broken_rich, has_gap
from generator.render.looks import Looks
from generator.render.printing import rich
from generator.render.rule_lines import RuleLine
from generator.templates.body import fixed_words
from generator.templates.style_table import SMALL
from generator.vietnamese.marks import plain

_DISPATCH_PREFIX = "V/v "
_ROUNDING = 1e-6


class _Words(NamedTuple):
    """What stands in the two columns, as plain texts."""

    parent: str
    issuer: str
    number: str
    place_date: str


class _Faces(NamedTuple):
    """The faces of one set of sizes, in the order of `STYLES`."""

    national_name: Face
    motto: Face
    place_date: Face
    parent: Face
    issuer: Face


class _Measures(NamedTuple):
    """What of a template decides the fit; lengths in mm."""

    left: float
    right: float
    padding: float
    large: _Faces
    small: _Faces | None
    """None where the template has no smaller set."""
    number: Face


class HeaderFit(NamedTuple):
    """How the two columns of the head are set; texts with their line breaks, the width of the left column in mm."""

    left: float
    is_small: bool
    parent: str
    issuer: str
    place_date: str


class Head:
    """The head of one template, which fits the words of a document; what depends on the template is found once."""

    def __init__(self, looks: Looks, rules: Mapping[str, RuleLine], text_width: int) -> None:
        self._rules = rules
        self._plan = looks.head
        self._measures = _measures(looks, looks.head) if looks.head else None
        self._width = text_width * MM_PER_TWIP
        self._subject = looks.face("Trích yếu")
        self._subject_dispatch = looks.face("Trích yếu công văn")
        self._kept = looks.elsewhere

    def values(self, context: Mapping[str, Any]) -> dict[str, Any]:
        """Return the fields of the head with their line breaks, the widths of its columns, the indents of its rules."""
        issuer = context["issuer"]
        fit, head = HeaderFit(0, False, issuer["parent"], issuer["name"], context["place_date"]), {}
        if self._plan and self._measures:
            fit = _fitted(_words(context), self._measures)
            head = {"head": _tags(self._plan, fit)}
        subject = self._broken_subject(context, fit)
        found = {"issuer.parent": fit.parent, "issuer.name": fit.issuer, "place_date": fit.place_date}
        found = {name: text for name, text in found.items() if name not in self._kept}
        parent, name = found.get("issuer.parent", issuer["parent"]), found.get("issuer.name", issuer["name"])
        return {
            "issuer": {**issuer, "parent": parent, "name": name},
            "place_date": found.get("place_date", context["place_date"]),
            "subject": rich(subject),
            "rules": self._indents(fit, name, plain(subject) or context["type_name"]),
            **head,
        }

    def _broken_subject(self, context: Mapping[str, Any], fit: HeaderFit) -> str:
        subject: str = context["subject"]
        if "subject" in self._kept:
            return subject
        if context["type_name"] or self._measures is None:
            return broken_rich(subject, self._width, self._subject)
        column = fit.left - self._measures.padding
        return broken_rich(subject, column, self._subject_dispatch, before=_DISPATCH_PREFIX)

    def _indents(self, fit: HeaderFit, issuer: str, subject: str) -> dict[str, int]:
        """Return the side indents of the rule lines that the template has."""
        words = {"motto": fixed_words(load_profile(), "motto"), "issuer": issuer, "subject": subject}
        return {name: self._fitted_rule(name, rule, fit).indent(words[name]) for name, rule in self._rules.items()}

    def _fitted_rule(self, name: str, rule: RuleLine, fit: HeaderFit) -> RuleLine:
        measures = self._measures
        if measures is None or name == "subject":
            return rule
        faces = measures.small if fit.is_small and measures.small else measures.large
        if name == "issuer":
            return rule._replace(column=twips(fit.left - measures.padding), size=faces.issuer.size)
        right = measures.left + measures.right - fit.left - measures.padding
        return rule._replace(column=twips(right), size=faces.motto.size)


def _measures(looks: Looks, plan: HeaderPlan) -> _Measures:
    large = _Faces(*(looks.face(style) for style in STYLES.values()))
    small = _Faces(*(looks.face(style + SMALL) for style in STYLES.values()))
    is_smaller = len(plan.small) == len(STYLES) and sum(face.size for face in small) < sum(face.size for face in large)
    left, right, padding = (length * MM_PER_TWIP for length in (plan.left, plan.right, plan.padding))
    return _Measures(left, right, padding, large, small if is_smaller else None, looks.face("Số và ký hiệu"))


def _words(context: Mapping[str, Any]) -> _Words:
    issuer = context["issuer"]
    number = compose_number_line(context["number"], context["notation"])
    return _Words(issuer["parent"], issuer["name"], number, context["place_date"])


def _tags(plan: HeaderPlan, fit: HeaderFit) -> dict[str, Any]:
    """Return what the tags of a compiled template ask for, widths and indents in twips."""
    left = twips(fit.left)
    marks = [max(0, (left - mark) // 2) for mark in plan.marks]
    ids = {**plan.ids, **plan.small} if fit.is_small else plan.ids
    return {"left": left, "right": plan.left + plan.right - left, "marks": marks, **ids}


@lru_cache(256)
def _fitted(words: _Words, measures: _Measures) -> HeaderFit:
    """Lengths in here are of text, without the cells' margins."""
    total = measures.left + measures.right - 2 * measures.padding
    own_left = measures.left - measures.padding
    room_right = total - max(min(own_left, _forms_left()), _least_left(words, measures.large, measures.number))
    is_small = measures.small is not None and _right_needed(words, measures.large) > room_right
    faces = measures.small if is_small and measures.small else measures.large
    needed = _right_needed(words, faces)
    least = _least_left(words, faces, measures.number)
    left = min(total - max(min(needed, total - least), _national_name(faces)), max(own_left, least))
    parent, issuer = broken(words.parent, left, faces.parent), broken(words.issuer, left, faces.issuer)
    stays = needed <= total - left + _ROUNDING or has_gap(words.place_date)
    place_date = words.place_date if stays else ",\nngày".join(words.place_date.rsplit(", ngày", 1))
    return HeaderFit(left + measures.padding, is_small, parent, issuer, place_date)


def _forms_left() -> float:
    """Return the narrowest left column of the decree's forms in mm."""
    left = load_profile().header.left
    return left.default if left.range is None or left.range[0] is None else left.range[0]


def _national_name(faces: _Faces) -> float:
    return faces.national_name.width(fixed_words(load_profile(), "national_name")) + SLACK


def _right_needed(words: _Words, faces: _Faces) -> float:
    return max(_national_name(faces), faces.place_date.width(words.place_date) + SLACK)


def _least_left(words: _Words, faces: _Faces, number: Face) -> float:
    """Return the width in mm below which the number or a word of the names would break."""
    parts = [(faces.parent, words.parent.split()), (faces.issuer, words.issuer.split()), (number, [words.number])]
    return max(face.width(part) for face, texts in parts for part in texts) + SLACK
