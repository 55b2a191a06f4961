"""The body of a document as lines with a level, and back: sections, blocks, appendices, the texts around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.nd30.document_types import DOCUMENT_TYPES
from generator.spelling import suggestion, unmarked
from generator.workbook import levels
from generator.workbook.blocks import block_kind, table_text
from generator.workbook.cell_forms import LONGEST
from generator.workbook.forms import LEVEL, TEXT, TITLE
from generator.workbook.layout_names import LayoutNames
from generator.workbook.levels import Level
from generator.workbook.outline import Outline
from generator.workbook.places import Findings, Origins
from generator.workbook.rest import Keeper, Kept, restored
from generator.workbook.rows import Row, shown

Record = dict[str, Any]
Texts = dict[str, str]

_LISTS = {unmarked(word): name for name, word in levels.LISTS.items()}
_BEFORE, _AFTER = ("preamble", "objectives"), ("closing",)
_KINDS = {unmarked(one.name): one.id for one in DOCUMENT_TYPES.values()}


class BodyWriter:
    """Makes the lines of a body; what a line cannot say is kept beside, under a number that stands in its level."""

    def __init__(self, keeper: Keeper, layouts: LayoutNames | None = None) -> None:
        self._keeper = keeper
        self._layouts = layouts or LayoutNames()
        self._keys = 0

    def lines(self, values: Mapping[str, Any]) -> Iterator[Texts]:
        """Yield the lines of the whole document in the order of print."""
        self._layouts = self._layouts.with_own(values.get("layouts"))
        for name in _BEFORE:
            yield from _listed(name, values)
        yield from self._sections(values.get("sections", []))
        for name in _AFTER:
            yield from _listed(name, values)
        for appendix in values.get("appendices", []):
            yield from self._appendix(appendix)
        yield from _listed("unplaced", values)

    def _sections(self, sections: Sequence[Record]) -> Iterator[Texts]:
        outline = Outline(in_body=True)
        for section in sections:
            if section is sections[0] and outline.opens_without(section):
                yield from self._below(section["blocks"], outline, 2)
            else:
                yield from self._below([section], outline, 1)

    def _appendix(self, appendix: Record) -> Iterator[Texts]:
        kind, file = appendix.get("document_kind"), appendix.get("document")
        word = levels.ATTACHED_FILE if file else levels.APPENDIX
        word = f"{levels.ATTACHED}: {DOCUMENT_TYPES[kind].name}" if kind else word
        texts = {TITLE: file or appendix.get("title", ""), TEXT: appendix.get("note", "")}
        own = {name: value for name, value in appendix.items() if name != "blocks"}
        yield self._line(Level(word), texts, own, _appendix_of(kind, texts, is_file=bool(file)))
        yield from self._below(appendix.get("blocks", []), Outline(in_body=False), 1)

    def _below(self, blocks: Iterable[Record], outline: Outline, depth: int) -> Iterator[Texts]:
        for block in blocks:
            texts = _texts_of(block)
            level = Level(_word_of(block))
            place = outline.place(level, texts[TITLE], texts[TEXT])
            if place.depth != depth or (place.wrapped and outline.roots):
                level = Level(level.word, depth)
                place = outline.place(level, texts[TITLE], texts[TEXT])
            own = {name: value for name, value in block.items() if name != "blocks"}
            shown = {**texts, TEXT: self._layouts.shown(texts[TEXT] or None)} if block["kind"] == "tasks" else texts
            yield self._line(level, shown, own, place.node)
            outline.add(place)
            yield from self._below(block.get("blocks", []), outline, depth + 1)

    def _line(self, level: Level, texts: Texts, own: Record, read: Record) -> Texts:
        """Return a line; the fields that it does not read back are kept beside."""
        if own != read:
            self._keys += 1
            level = Level(level.word, level.depth, str(self._keys))
            self._keeper.keep_differences((f"#{self._keys}",), read, own)
        return {LEVEL: str(level), **{title: text for title, text in texts.items() if text}}


class BodyReader:
    """Puts the lines of the body sheet together."""

    def __init__(
        self,
        kept: Mapping[str, Sequence[Kept]],
        findings: Findings,
        origins: Origins,
        layouts: LayoutNames | None = None,
    ) -> None:
        self._kept, self._findings, self._origins = kept, findings, origins
        self._layouts = layouts or LayoutNames()
        self.values: Record = {}
        self._outline = Outline(in_body=True)
        self._opened: list[tuple[Record, str, Outline]] = [(self.values, "sections", self._outline)]

    def read(self, rows: Iterable[Row]) -> Record:
        """Return the fields of the document that the lines hold."""
        for row in rows:
            self._take(row, Level.of(row[LEVEL]))
        for owner, field, outline in self._opened:
            if outline.roots:
                owner[field] = outline.roots
        return self.values

    def _take(self, row: Row, level: Level) -> None:
        word = unmarked(level.word)
        if name := _LISTS.get(word):
            self.values.setdefault(name, []).append(row[TEXT] or row[TITLE])
            self._origins.of(self.values).setdefault(name, row.at(TEXT))
        elif word.startswith((unmarked(levels.APPENDIX), unmarked(levels.ATTACHED))):
            self._open_appendix(row, level)
        else:
            self._block(row, level)

    def _open_appendix(self, row: Row, level: Level) -> None:
        kind = None
        is_file = unmarked(level.word) == unmarked(levels.ATTACHED_FILE)
        if not is_file and unmarked(level.word).startswith(unmarked(levels.ATTACHED)):
            named = level.word.partition(":")[2].strip()
            kind = _KINDS.get(unmarked(named))
            if kind is None:
                names = [one.name for one in DOCUMENT_TYPES.values()]
                self._unknown(
                    row, "không rõ loại văn bản kèm theo", f"{levels.ATTACHED}: Quy chế", suggestion(named, names)
                )
        node = _appendix_of(kind, {TITLE: row[TITLE], TEXT: row[TEXT]}, is_file=is_file)
        self._restore(row, level, node)
        self._origins.of(node).update(
            {"": row.at(LEVEL), "title": row.at(TITLE), "note": row.at(TEXT), "document": row.at(TITLE)}
        )
        self._outline = Outline(in_body=False)
        self._opened.append((node, "blocks", self._outline))
        self.values.setdefault("appendices", []).append(node)

    def _block(self, row: Row, level: Level) -> None:
        if not level.word and row[TEXT]:
            level = Level(levels.BLOCKS["paragraph"], level.depth, level.key)
        text = self._layout(row) if block_kind(level.word) == "tasks" else row[TEXT]
        place = self._outline.place(level, row[TITLE], text)
        if place.problem:
            self._unknown(
                row, place.problem, place.expected, suggestion(level.word, levels.words()) if level.word else None
            )
            return
        node = place.node
        is_leaf = node["kind"] not in ("section", "item")
        if is_leaf and row[TITLE] and "title" not in node and row[TITLE] not in node.values():
            self._findings.error(
                row.at(TITLE), f"dòng «{level.word}» không có tiêu đề", found=f"«{shown(row[TITLE])}»",
                hint="chuyển sang cột Nội dung",
            )  # fmt: skip
        self._restore(row, level, node)
        text_at = row.at(TITLE) if node.get("heading") else row.at(TEXT)
        cells = {"": row.at(LEVEL), "title": row.at(TITLE), "text": text_at, "rows": row.at(TEXT), "file": row.at(TEXT)}
        self._origins.of(node).update({**cells, "alt": row.at(TEXT), "layout": row.at(TEXT)})
        self._outline.add(place)

    def _layout(self, row: Row) -> str:
        """Return the id of the table layout that a line names; empty for the usual one, and with a fault for none."""
        try:
            return self._layouts.meant(row[TEXT]) or ""
        except ValueError as unknown:
            self._findings.error(
                row.at(TEXT), "không có mẫu bảng nhiệm vụ này", found=f"«{shown(row[TEXT])}»",
                expected=f"một trong: {self._layouts.listed}", hint=str(unknown) or None,
            )  # fmt: skip
            return ""

    def _restore(self, row: Row, level: Level, node: Record) -> None:
        if level.key is None:
            return
        if f"#{level.key}" not in self._kept:
            message = f"không có phần «#{level.key}» ở trang Dữ liệu khác"
            self._findings.error(row.at(LEVEL), message, hint="xóa dấu # nếu không cần phần ấy nữa")
            return
        for one in self._kept[f"#{level.key}"]:
            restored(one, node, self._findings)

    def _unknown(self, row: Row, message: str, expected: str | None, hint: str | None) -> None:
        self._findings.error(row.at(LEVEL), message, found=f"«{shown(row[LEVEL])}»", expected=expected, hint=hint)


def _listed(name: str, values: Mapping[str, Any]) -> Iterator[Texts]:
    for text in values.get(name, []):
        yield {LEVEL: levels.LISTS[name], TEXT: text[:LONGEST].strip()}


def _appendix_of(kind: str | None, texts: Mapping[str, str], *, is_file: bool) -> Record:
    """Return the fields of an appendix that its line says."""
    said = {"document_kind": kind, "document" if is_file else "title": texts[TITLE], "note": texts[TEXT]}
    return {name: value for name, value in said.items() if value}


def _word_of(block: Record) -> str:
    kind = block["kind"]
    if kind in levels.BLOCKS:
        return levels.BLOCKS[kind]
    default = "roman" if kind == "section" else "dash"
    return next(word for numbering, word in levels.LABELS.items() if numbering.value == block.get("numbering", default))


def _texts_of(block: Record) -> Texts:
    """Return the words of a block by column."""
    title, text = block.get("title", ""), block.get("text", "")
    if block["kind"] == "item" and block.get("heading"):
        title, text = text, ""
    elif block["kind"] == "table":
        text = table_text(block["rows"])
    elif block["kind"] == "picture":
        text = f"{block['file']}\n{block['alt']}"
    elif block["kind"] == "targets":
        text = "bảng" if block.get("layout") == "table" else ""
    elif block["kind"] == "tasks":
        text = block.get("layout", "")
    return {TITLE: title[:LONGEST].strip(), TEXT: text[:LONGEST].strip()}
