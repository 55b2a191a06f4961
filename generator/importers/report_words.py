"""The words of a report by the points of its outline, without what is computed from figures and tasks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from rapidfuzz.fuzz import ratio

from generator.model.blocks import Block, Item, Paragraph, Section
from generator.model.document import Document
from generator.model.progress import FormFigure, Narrative
from generator.registers.outline import NAME, ROW, OutlineSection, ReportOutline
from generator.vietnamese.label_words import in_full
from generator.vietnamese.marks import plain
from generator.vietnamese.numbers import parse_number

_ALIKE: Final = 85
_NUMBER: Final = re.compile(r"\d+(?:\.\d{3})*(?:,\d+)?")
_STAND_IN: Final = " consố "
_GAP: Final = re.compile(r"\[CẦN BỔ SUNG: [^\]]*\][.;]?")
_LEAD: Final = re.compile(
    r"(?:hoàn thành (?:đúng|trễ) hạn|quá hạn chưa hoàn thành|đang thực hiện|không còn thực hiện|chưa rõ tình trạng)"
    r" \d+ nhiệm vụ:?",
    re.IGNORECASE,
)
"""What stands above the tasks of one state."""


@dataclass
class WordReader:
    """Gathers the words below the headings of an outline."""

    outline: ReportOutline
    figures: dict[tuple[int, str], FormFigure]
    tasks: Sequence[str] = ()
    """Names of the tasks that the report tells of in a table: what is said of them again is left out."""
    _found: dict[str, list[str]] = field(default_factory=dict)

    def narrative(self, document: Document) -> Iterator[Narrative]:
        """Yield the words by point, in the order of the outline."""
        for section in document.sections:
            self._gather(section.title or "", section.blocks, None)
        for one in self.outline.sections:
            if texts := self._found.get(one.id):
                yield Narrative(section=one.id, texts=tuple(texts))

    def _gather(self, title: str, blocks: Sequence[Block], above: OutlineSection | None) -> None:
        here = self._point(title, above) or above
        for block in blocks:
            if isinstance(block, Section):
                self._gather(block.title or "", block.blocks, here)
            elif isinstance(block, Item) and self._point(block.text, here):
                self._gather(block.text, block.blocks, here)
            elif isinstance(block, Item | Paragraph) and here and not self._is_computed(block.text, here):
                self._found.setdefault(here.id, []).append(block.text)
                if isinstance(block, Item):
                    self._gather("", block.blocks, here)

    def _point(self, title: str, above: OutlineSection | None) -> OutlineSection | None:
        """Return the point of the outline directly below another that a heading is; None for other words."""
        words = in_full(plain(title))
        below = self.outline.below(above.id if above else None)
        return next((one for one in below if words and ratio(in_full(one.title), words, score_cutoff=_ALIKE) > 0), None)

    def _is_computed(self, text: str, here: OutlineSection) -> bool:
        """Tell whether it is none of the unit's words: a gap, a sentence with the figures of the forms, a task."""
        words = plain(text)
        if _GAP.fullmatch(words):
            return True
        if here.role != "narrative" and self.tasks and (_LEAD.fullmatch(words) or self._tells_task(words)):
            return True
        return any(in_full(words) == in_full(one.none or "?") or self._says(words, one.text) for one in here.sentences)

    def _tells_task(self, text: str) -> bool:
        words = in_full(text)
        return any(words.startswith(in_full(name)) for name in self.tasks)

    def _says(self, text: str, sentence: str) -> bool:
        """Tell whether a text is a sentence of the outline with the figures that the forms have."""
        if in_full(_NUMBER.sub(_STAND_IN, text)) != in_full(_NUMBER.sub(_STAND_IN, NAME.sub("1", sentence))):
            return False
        names = [match[1] for match in re.finditer(rf"{NAME.pattern}|{_NUMBER.pattern}", sentence)]
        numbers = [parse_number(one) for one in _NUMBER.findall(text)]
        return len(names) == len(numbers) and all(map(self._agrees, names, numbers))

    def _agrees(self, name: str | None, number: Decimal | None) -> bool:
        row = ROW.fullmatch(name) if name else None
        figure = self.figures.get((int(row[1]), row[2])) if row else None
        return figure is None or figure.value is None or figure.value == number
