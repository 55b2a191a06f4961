"""The text of a document as entries in printed order: preamble, body, closing and appendices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.model.blocks import (
    Block,
    Item,
    Note,
    Numbering,
    ObjectivesHere,
    Other,
    Paragraph,
    Picture,
    Section,
    Table,
    TargetsHere,
    TasksHere,
)
from generator.model.document import Document, owner_of
from generator.model.labels import LabelCounter
from generator.model.layout import TableLayout
from generator.model.plan import Plan
from generator.model.target_wording import target_text
from generator.model.wording import appendix_label, appendix_note
from generator.nd30.document_types import document_type
from generator.transform.diff.change import Part
from generator.transform.diff.entry import Entry, Value, hidden
from generator.transform.diff.places import PlaceCounter, shape, within
from generator.transform.diff.sameness import same_key
from generator.transform.diff.tables import table_rows, target_rows
from generator.transform.diff.task_rows import task_rows
from generator.vietnamese.marks import plain

_IN_CAPITALS = frozenset({Numbering.PART, Numbering.CHAPTER, Numbering.SECTION, Numbering.ROMAN})
_COMPOSED = "(Kèm theo …)"
_NOT_PRINTED = "không in"


@dataclass(frozen=True)
class TaskPlace:
    """A place that prints tasks."""

    plan: Plan
    block: TasksHere
    place: str

    def layout(self, layouts: Mapping[str, TableLayout]) -> TableLayout | None:
        """Return the layout of the table, one of the plan's own before others; None for an unknown one."""
        own = {layout.id: layout for layout in self.plan.layouts}
        return own.get(self.block.layout) or layouts.get(self.block.layout)


@dataclass
class Lines:
    """What a document prints as text, and where it prints tasks."""

    entries: list[Entry] = field(default_factory=list)
    task_places: list[TaskPlace] = field(default_factory=list)


class LineReader:
    """Reads the text of one document.

    ``stored`` tells that what is not printed counts too, ``targets_apart`` that targets are compared as records and
    not as the text that they print. ``flat`` holds the table layouts where tasks are read as the tables they print.
    """

    def __init__(
        self, document: Document, *, stored: bool, targets_apart: bool, flat: Mapping[str, TableLayout] | None = None
    ) -> None:
        self._document = document
        self._owner = document
        self._stored = stored
        self._targets_apart = targets_apart
        self._flat = flat
        self._articles: Counter[Numbering] = Counter()
        self._found = Lines()

    def read(self) -> Lines:
        """Return the entries in printed order."""
        document = self._document
        self._texts(document.preamble, "lời dẫn")
        self._blocks(document.sections, PlaceCounter())
        self._texts(document.closing, "lời kết")
        for position, appendix in enumerate(document.appendices):
            self._owner = owner_of(appendix, document)
            self._articles = Counter()
            place = self._appendix(position)
            self._blocks(appendix.blocks, PlaceCounter(place), place=place)
        return self._found

    def _texts(self, texts: Sequence[str], place: str) -> None:
        counter = PlaceCounter(place)
        for text in texts:
            self._paragraphs(text, counter)

    def _appendix(self, position: int) -> str:
        """Add the heading of an appendix; return its place."""
        appendix = self._document.appendices[position]
        kind = document_type(appendix.document_kind).name if appendix.document_kind else ""
        label = appendix_label(self._document, position)
        place = label or f"{kind} kèm theo"
        title = Value("Tên phụ lục", plain(appendix.title or ""), capitals=True, look=appendix.title or "")
        named = Value("Nhãn", label or kind, sign=shape(label or kind), aside=True)
        self._add(Entry(Part.APPENDIX, place, (title, named, self._note(position)), title.text))
        return place

    def _note(self, position: int) -> Value:
        """Return the line that names the document of an appendix; the composed one follows number and day."""
        appendix = self._document.appendices[position]
        composed = plain(appendix_note(self._document, appendix.model_copy(update={"note": None})))
        text = plain(appendix.note or "")
        if appendix.note is None or same_key(text, capitals=True) == same_key(composed, capitals=True):
            text = _COMPOSED
        return Value("Dòng kèm theo", text or _NOT_PRINTED, sign=same_key(text) or _NOT_PRINTED, aside=True)

    def _blocks(self, blocks: Sequence[Block], places: PlaceCounter, label: str = "", place: str = "") -> None:
        counter = LabelCounter(label, self._articles)
        for block in blocks:
            match block:
                case Section():
                    self._section(block, counter, places, place)
                case Item():
                    self._item(block, counter, places)
                case Paragraph() | Note() | Other():
                    text = block.text if not isinstance(block, Other) else block.text.replace("*", r"\*")
                    self._paragraphs(text, places, block)
                case Table():
                    self._table(block, places)
                case Picture():
                    self._picture(block, places)
                case ObjectivesHere() | TargetsHere() | TasksHere():
                    self._of_plan(block, counter, places, place)

    def _section(self, section: Section, counter: LabelCounter, places: PlaceCounter, above: str) -> None:
        label = counter.next(section)
        if not label and section.title is None:
            self._blocks(section.blocks, places, label, above)
            return
        place = places.labelled(section.numbering, label)
        self._line(section.title or "", label, place, section, capitals=section.numbering in _IN_CAPITALS)
        self._blocks(section.blocks, PlaceCounter(place), label, place)

    def _item(self, item: Item, counter: LabelCounter, places: PlaceCounter, part: Part = Part.PARAGRAPH) -> None:
        label = counter.next(item)
        place = places.labelled(item.numbering, label)
        first, *following = item.text.split("\n")
        self._line(first, label, place, item, part=part)
        inner = PlaceCounter(place)
        for text in following:
            self._line(text, "", inner.counted("đoạn"), part=part)
        self._blocks(item.blocks, inner, label, place)

    def _paragraphs(self, text: str, places: PlaceCounter, block: Block | None = None) -> None:
        for line in text.split("\n"):
            self._line(line, "", places.counted("đoạn"), block)
            block = None

    def _line(
        self, text: str, label: str, place: str, block: Block | None = None, *,
        part: Part = Part.PARAGRAPH, capitals: bool = False,
    ) -> None:  # fmt: skip
        words = plain(text)
        values = [Value("", words, capitals=capitals, look=text)]
        if label:
            values.append(Value("Nhãn", label, sign=shape(label), aside=True))
        if self._stored and isinstance(block, Item | Paragraph):
            values += hidden(block, ("parent",))
        if self._stored and isinstance(block, Item) and block.heading:
            values.append(Value("Là tiêu đề", "có", aside=True))
        self._add(Entry(part, place, tuple(values), words))

    def _table(self, table: Table, places: PlaceCounter) -> None:
        place = places.counted("bảng")
        if table.title:
            self._line(table.title, "", within(place, "tên bảng"))
        for row in table_rows(table, place):
            self._add(row)

    def _picture(self, picture: Picture, places: PlaceCounter) -> None:
        place = places.counted("hình")
        if self._stored:
            self._add(Entry(Part.PARAGRAPH, place, (Value("Tệp hình", picture.file),), picture.alt))
        if picture.title:
            self._line(picture.title, "", within(place, "tên hình"))

    def _of_plan(
        self, block: ObjectivesHere | TargetsHere | TasksHere, counter: LabelCounter, places: PlaceCounter, above: str
    ) -> None:
        plan = self._owner
        if not isinstance(plan, Plan):
            return
        if isinstance(block, TasksHere):
            self._tasks(TaskPlace(plan, block, above), places)
        elif isinstance(block, ObjectivesHere):
            self._listed(plan.objectives, block.numbering, counter, places, Part.OBJECTIVE)
        elif not self._targets_apart:
            self._targets(plan, block, counter, places)

    def _tasks(self, place: TaskPlace, places: PlaceCounter) -> None:
        layout = place.layout(self._flat) if self._flat is not None else None
        if layout is None:
            self._found.task_places.append(place)
            return
        for row in task_rows(place.plan.of_table(place.block.table), layout, places.counted("bảng")):
            self._add(row)

    def _targets(self, plan: Plan, block: TargetsHere, counter: LabelCounter, places: PlaceCounter) -> None:
        if block.layout == "items":
            self._listed([*map(target_text, plan.targets)], block.numbering, counter, places, Part.TARGET)
            return
        for row in target_rows(plan, places.counted("bảng")):
            self._add(row)

    def _listed(
        self, texts: Sequence[str], numbering: Numbering, counter: LabelCounter, places: PlaceCounter, part: Part
    ) -> None:
        for text in texts:
            self._item(Item(numbering=numbering, text=text), counter, places, part)

    def _add(self, entry: Entry) -> None:
        if entry.part is Part.APPENDIX or any(value.text for value in entry.values if not value.aside):
            self._found.entries.append(entry)
