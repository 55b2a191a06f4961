"""The words of a report by the points of its outline, without what is computed from figures and tasks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from rapidfuzz.fuzz import ratio

from generator.diagnostics import Diagnostic, Place, error, warning
from generator.importers.report_periods import without_periods
from generator.model.blocks import Block, Item, Paragraph, Section
from generator.model.document import Document
from generator.model.progress import FormFigure, Narrative
from generator.registers.outline import NAME, ROW, OutlineSection, ReportOutline, Sentence
from generator.vietnamese.label_words import in_full
from generator.vietnamese.marks import plain
from generator.vietnamese.numbers import format_number, parse_number

_ALIKE: Final = 85
_NUMBER: Final = re.compile(r"\d+(?:\.\d{3})*(?:,\d+)?")
_STAND_IN: Final = " consố "
_FEWEST_WORDS: Final = 3
_PERIOD: Final = re.compile(r"\b(?:kỳ (?:sau|tới|tiếp theo)|(?:trong )?thời gian tới)\b", re.IGNORECASE)
_COMING: Final = re.compile(r".+ \(thời hạn [^()]+\)(?:, đã quá hạn, tiếp tục thực hiện)?\.?")
"""A task of the next period as reports of ours tell it."""
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
    notes: list[Diagnostic] = field(default_factory=list)
    """Words below headings that the outline lacks, which are not taken; sentences that contradict the forms."""
    _found: dict[str, list[str]] = field(default_factory=dict)

    def narrative(self, document: Document) -> Iterator[Narrative]:
        """Yield the words by point, in the order of the outline."""
        for section in document.sections:
            self._gather(section.title or "", section.blocks, None)
        for one in self.outline.sections:
            if texts := self._found.get(one.id):
                yield Narrative(section=one.id, texts=tuple(texts))

    def _gather(self, title: str, blocks: Sequence[Block], above: OutlineSection | None) -> None:
        here = self._point(title, above) or (self._point(title, None) if title and above else None) or above
        self._own(title, blocks, here)
        for block in blocks:
            if isinstance(block, Section):
                self._gather(block.title or "", block.blocks, here)
            elif isinstance(block, Item) and (self._point(block.text, here) or here is None):
                self._gather(block.text, block.blocks, here)

    def _own(self, title: str, blocks: Sequence[Block], here: OutlineSection | None) -> None:
        """Take the words right below a heading, or tell that its place in the outline is not known."""
        words = [one for one in blocks if isinstance(one, Item | Paragraph)]
        if here is None:
            if lost := [one for one in words if isinstance(one, Paragraph) or not (one.heading or one.blocks)]:
                place, found = Place(field=f"đề mục «{plain(title)}»"), f"{len(lost)} đoạn"
                message = "đề mục không có trong đề cương báo cáo, không lấy lời dưới đề mục"
                self.notes.append(warning(message, place, found=found, expected="tên mục như đề cương"))
            return
        for block in words:
            if isinstance(block, Item) and self._point(block.text, here):
                continue
            if not self._is_computed(block.text, here):
                self._found.setdefault(here.id, []).append(block.text)
            if isinstance(block, Item):
                self._own("", block.blocks, here)

    def _point(self, title: str, above: OutlineSection | None) -> OutlineSection | None:
        """Return the point of the outline that a heading is, below another; None for other words.

        Below a heading that the outline lacks it is any point; a part of its title does where it fits no other.
        """
        words = _heading(title)
        below = self.outline.below(above.id if above else None)
        alike = (one for one in below if words and ratio(_heading(one.title), words, score_cutoff=_ALIKE) > 0)
        if found := next(alike, None):
            return found
        parts = [one for one in below if _is_part(words, _heading(one.title))]
        if len(parts) == 1:
            return parts[0]
        named = [one for one in self.outline.sections if above is None and _heading(one.title) == words]
        return named[0] if len(named) == 1 else None

    def _is_computed(self, text: str, here: OutlineSection) -> bool:
        """Tell whether it is none of the unit's words: a gap, a sentence with the figures of the forms, a task."""
        words = plain(text)
        if _GAP.fullmatch(words):
            return True
        if here.role != "narrative" and self.tasks and (_LEAD.fullmatch(words) or self._tells_task(words)):
            return True
        if here.role == "next_tasks" and _COMING.fullmatch(words):
            return True
        return any(in_full(words) == in_full(one.none or "?") or self._says(words, one, here) for one in here.sentences)

    def _tells_task(self, text: str) -> bool:
        words = in_full(text)
        return any(words.startswith(in_full(name)) for name in self.tasks)

    def _says(self, text: str, sentence: Sentence, here: OutlineSection) -> bool:
        """Tell whether a text is a sentence of the outline; one with other figures than the forms have is told."""
        if in_full(_NUMBER.sub(_STAND_IN, text)) != in_full(_NUMBER.sub(_STAND_IN, NAME.sub("1", sentence.text))):
            return False
        names = [match[1] for match in re.finditer(rf"{NAME.pattern}|{_NUMBER.pattern}", sentence.text)]
        numbers = [parse_number(one) for one in _NUMBER.findall(text)]
        if len(names) != len(numbers):
            return False
        for name, number in zip(names, numbers, strict=True):
            self._hold(name, number, text, here)
        return True

    def _hold(self, name: str | None, number: Decimal | None, text: str, here: OutlineSection) -> None:
        """Tell of a number of a sentence that is not the figure of the form."""
        row = ROW.fullmatch(name) if name else None
        figure = self.figures.get((int(row[1]), row[2])) if row else None
        if row is None or figure is None or number is None or figure.absent == "unknown" or figure.value == number:
            return
        has = "không phát sinh" if figure.value is None else format_number(figure.value)
        place = Place(field=f"mục {here.id}", quote=text)
        message = f"câu nêu số khác với biểu mẫu {row[1]}, dòng {row[2]}; lấy số của biểu mẫu"
        self.notes.append(error(message, place, found=format_number(number), expected=has))


def _heading(title: str) -> str:
    """Return the words of a heading by which it is known, without the period."""
    return in_full(_PERIOD.sub(" ", without_periods(plain(title))))


def _is_part(words: str, title: str) -> bool:
    """Tell whether a heading is a part of a title that says enough, or a title of a heading."""
    shorter, longer = sorted((words, title), key=len)
    enough = len(shorter.split()) >= _FEWEST_WORDS and len(shorter) * _FEWEST_WORDS >= len(longer)
    return enough and f" {shorter} " in f" {longer} "
