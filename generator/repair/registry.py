"""Repairs and how they are found: a module in ``generator.repair.fixes`` registers each of its own when it is read."""

from __future__ import annotations

import pkgutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module
from types import MappingProxyType
from typing import TypeAlias

from generator.lint.finding import Finding, Spot
from generator.lint.pieces import has_words, segments_of
from generator.lint.subject import Subject
from generator.nd30.component import Component
from generator.nd30.page import PageNumber
from generator.nd30.profile import Profile
from generator.ooxml.formatting.markup import Element
from generator.ooxml.formatting.values import FormattedDocument, Paragraph, Run
from generator.repair import fixes
from generator.repair.word_copy import WordCopy
from generator.vietnamese.unicode import fold


@dataclass(frozen=True)
class Job:
    """A file under repair: what the gate saw of it, and the copy that is changed."""

    subject: Subject
    copy: WordCopy

    @property
    def profile(self) -> Profile:
        """The measures."""
        return self.subject.profile

    @property
    def formatted(self) -> FormattedDocument:
        """What the file showed before."""
        return self.subject.formatted

    @cached_property
    def body_size(self) -> float:
        """The size in points that most of the running text has, of those allowed; that of the profile without any."""
        measure = self.profile.body.size
        runs = [run for line in self.subject.body for run in line.paragraph.runs if has_words(run)]
        sizes = Counter[float]()
        for run in runs:
            sizes[run.size] += len(run.text) if measure.allows(run.size) else 0
        most = sizes.most_common(1)
        return most[0][0] if most and most[0][1] else measure.default

    def component(self, spot: Spot) -> Component | None:
        """Return the component that a place names; None for running text and other places."""
        known: list[Component] = [*self.profile.components.values(), self.profile.page.page_number]
        return next((one for one in known if one.label == spot.part), None)

    def component_name(self, component: Component) -> str | None:
        """Return the id of a component; None for the page number."""
        return next((name for name, one in self.profile.components.items() if one is component), None)

    def paragraphs(self, finding: Finding) -> Iterator[tuple[Paragraph, Spot]]:
        """Yield the paragraphs that a finding is about, each with its place."""
        for spot in (finding.place, *finding.also):
            if spot.paragraph is not None and 0 < spot.paragraph <= len(self.formatted.paragraphs):
                yield self.formatted.paragraph(spot.paragraph), spot

    def runs(self, paragraph: Paragraph, spot: Spot, fits: Callable[[Run], bool]) -> Iterator[Element]:
        """Yield for a change the runs with words that fit, those of the words quoted where others stand beside them."""
        component = self.component(spot)
        if isinstance(component, PageNumber):
            yield from self.copy.runs(paragraph.number, lambda run: True)
            return
        for span in self.spans(paragraph, spot):
            yield from self.copy.runs(paragraph.number, lambda run: has_words(run) and fits(run), span)

    def spans(self, paragraph: Paragraph, spot: Spot) -> list[tuple[int, int] | None]:
        """Return between which places of its text the words quoted stand; None for the whole paragraph."""
        quote, shown, text = spot.quote or "", fold(paragraph.shown), paragraph.text
        quoted = fold(quote.removesuffix("…"))
        if not quoted or quoted == shown or (quote.endswith("…") and shown.startswith(quoted)):
            return [None]
        found: list[tuple[int, int] | None] = []
        start = 0
        for segment in segments_of(paragraph):
            words = "".join(run.text for run in segment.runs)
            place = text.find(words, start) if words else -1
            if place >= 0:
                start = place + len(words)
                if fold(words) in quoted or quoted in fold(words):
                    found.append((place, start))
        return found or [None]


Repair: TypeAlias = Callable[[Job, Finding], None]
_registered: dict[str, Repair] = {}


def repair(*names: str) -> Callable[[Repair], Repair]:
    """Register the function below as the repair of findings with these names as their ``fix``."""

    def register(function: Repair) -> Repair:
        for name in names:
            if name in _registered:
                raise ValueError(f"hai cách sửa cùng tên {name}")
            _registered[name] = function
        return function

    return register


@cache
def all_repairs() -> Mapping[str, Repair]:
    """Return every repair by its name."""
    for module in pkgutil.iter_modules(fixes.__path__):
        import_module(f"{fixes.__name__}.{module.name}")
    return MappingProxyType(dict(sorted(_registered.items())))
