"""What a clerk typed that the program prints itself, taken off with a hint by cell, or told where it contradicts.

A document itself may hold such words, as one that was read from a Word file. They stand in the sheet of what is kept
beside and are left alone: so document to workbook and back stays the identity.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from generator.diagnostics import Severity
from generator.spelling import unmarked
from generator.workbook import levels, marks
from generator.workbook.cell_forms import NOTHING
from generator.workbook.content import Content
from generator.workbook.forms import BASES, BODY, LEVEL, RECIPIENTS, TARGETS, TASKS, TEXT, TITLE, general_rows
from generator.workbook.places import At, Findings
from generator.workbook.rest import Kept
from generator.workbook.rows import Row, shown
from generator.workbook.unreal import unreal

MEANT: Final = "#typed"
"""Opens the row of what is kept where words of the document itself look like typed marks."""
_LISTED: Final = 20
_HEAD: Final = ""
"""Stands for the general sheet."""
_LINES: Final[Mapping[tuple[str, str], tuple[marks.Rule, ...]]] = {
    (RECIPIENTS.name, "name"): (marks.without_dash, marks.without_stop),
    (RECIPIENTS.name, "members"): (marks.without_dash, marks.without_stop),
    (RECIPIENTS.name, "purpose"): (marks.without_brackets,),
    (TASKS.name, "group"): (marks.without_count,),
    (TASKS.name, "name"): (marks.without_count, marks.without_semicolon),
    (TASKS.name, "activity"): (marks.without_dash, marks.without_semicolon),
    (TASKS.name, "products"): (marks.without_count, marks.without_semicolon),
    **{(TASKS.name, name): (marks.without_dash, marks.without_stop) for name in ("lead", "support", "monitor")},
    (TARGETS.name, "group"): (marks.without_count,),
    (TARGETS.name, "metric"): (marks.without_count, marks.without_semicolon),
    (TARGETS.name, "lead"): (marks.without_dash, marks.without_stop),
    (BASES.name, "title"): (marks.without_stop,),
    (_HEAD, "addressees"): (marks.without_addressing, marks.without_dash, marks.without_stop),
    (_HEAD, "place"): (marks.without_stop,),
    (_HEAD, "subject"): (marks.without_semicolon,),
    (_HEAD, "holders"): (marks.without_held,),
}
"""What is taken off each line of a cell, by sheet and field."""
_CAPITALS: Final = ("issuer", "name")


@dataclass(frozen=True)
class _Typed:
    """What was found in one cell."""

    at: At
    title: str
    before: str
    after: str
    told: str = ""
    """Of words that are left as they are: what is wrong with them."""
    advice: str = ""


def with_marks_meant(content: Content) -> Content:
    """Return the content, with its words that look like typed marks or cannot be meant kept beside as meant."""
    meant = sorted({one.before for one in _changes(content)} | {one.text for one in unreal(content)})
    return replace(content, kept=[*content.kept, Kept((MEANT,), "", meant)]) if meant else content


def meant_words(content: Content) -> frozenset[str]:
    """Return the words of the document itself that look like typed marks."""
    kept = next((one.value for one in content.kept if one.path == (MEANT,)), None)
    return frozenset(kept) if isinstance(kept, list) and all(isinstance(one, str) for one in kept) else frozenset()


def without_typed_marks(content: Content, findings: Findings) -> Content:
    """Return the content without marks that the program prints; a hint for each column, a warning where they differ."""
    meant = meant_words(content)
    found = [one for one in _changes(content) if one.before not in meant]
    _tell(found, findings)
    after = {(one.at, one.title): one.after for one in found}
    if not after:
        return content
    general = {title: (after.get((at, title), text), at) for title, (text, at) in content.general.items()}
    rows = {name: [_replaced(row, after) for row in rows] for name, rows in content.rows.items()}
    return replace(content, general=general, rows=rows)


def _replaced(row: Row, after: Mapping[tuple[At, str], str]) -> Row:
    texts = {title: after.get((row.at(title), title), text) for title, text in row.texts.items()}
    return row if texts == row.texts else replace(row, texts=texts)


def _tell(found: list[_Typed], findings: Findings) -> None:
    columns: dict[tuple[str, str], list[_Typed]] = {}
    for one in found:
        if one.told:
            findings.add(one.at, Severity.WARNING, one.told, found=f"«{shown(one.before)}»", hint=one.advice or None)
        else:
            columns.setdefault((one.at.sheet, one.title), []).append(one)
    for (_, title), some in columns.items():
        first = some[0]
        cells = ", ".join(str(one.at).rpartition("!")[2] for one in some[:_LISTED])
        more = f" (các ô {cells}{' …' if len(some) > _LISTED else ''})" if len(some) > 1 else ""
        findings.add(
            first.at, Severity.HINT, f"{title}: bỏ {_taken(first)} vì chương trình tự in{more}",
            found=f"«{shown(first.before)}»", hint=f"chỉ cần ghi «{shown(first.after)}»",
        )  # fmt: skip


def _taken(one: _Typed) -> str:
    """Return what was taken off the first line that changed, as a message names it."""
    pairs = zip(one.before.split("\n"), one.after.split("\n"), strict=False)
    before, after = next((old, new) for old, new in pairs if old != new)
    start = before.casefold().find(after.casefold())
    pieces = (before[:start].strip(), before[start + len(after) :].strip()) if start >= 0 else (before,)
    return ", ".join(f"«{piece}»" for piece in pieces if piece)


def _changes(content: Content) -> Iterator[_Typed]:
    yield from _of_general(content)
    for table, columns in _by_title(content).items():
        for row in content.rows.get(table, ()):
            for title, rules in columns.items():
                yield from _by_rules(row.at(title), title, row[title], rules)
    for row in content.rows.get(BASES.name, ()):
        yield from _of_basis(row)
    for row in content.rows.get(BODY.name, ()):
        yield from _of_line(row)


def _by_title(content: Content) -> dict[str, dict[str, tuple[marks.Rule, ...]]]:
    found: dict[str, dict[str, tuple[marks.Rule, ...]]] = {}
    for table in (TARGETS, TASKS, RECIPIENTS):
        for column in table.columns if table.name in content.rows else ():
            rules = _LINES.get((table.name, column.path[-1] if column.path else ""))
            if rules and column.path[0] != "parent":
                found.setdefault(table.name, {})[column.title] = rules
    return found


def _by_rules(at: At, title: str, text: str, rules: tuple[Callable[[str], str], ...]) -> Iterator[_Typed]:
    """Yield what the rules change in a cell, line by line; a line is never emptied."""
    if not text or text == NOTHING:
        return
    lines = []
    for line in text.split("\n"):
        left = line
        for rule in rules:
            left = rule(left) or left
        lines.append(left)
    if (after := "\n".join(lines)) != text:
        yield _Typed(at, title, text, after)


def _of_general(content: Content) -> Iterator[_Typed]:
    for column in general_rows(content.kind):
        text, at = content.general.get(column.title, ("", At("")))
        rules = _LINES.get((_HEAD, column.path[-1]), ())
        if column.path == ("subject",):
            rules = (*rules, *_subject_rules(content.kind))
        yield from _by_rules(at, column.title, text, rules)
        if column.path == _CAPITALS and len(text.split()) > 1 and text.isupper():
            yield _Typed(
                at, column.title, text, text, f"{column.title}: tên viết toàn chữ in hoa",
                "viết hoa như trong câu, ví dụ «Sở Nội vụ»: chương trình tự in hoa ở đầu văn bản",
            )  # fmt: skip


def _subject_rules(kind: str) -> tuple[marks.Rule, ...]:
    if kind == "dispatch":
        return (marks.without_about,)
    return (lambda text: marks.without_kind(text, kind),)


def _of_basis(row: Row) -> Iterator[_Typed]:
    titles = {column.path[-1]: column.title for column in BASES.columns if column.path}
    kind, number, title = (row[titles[name]] for name in ("type", "number", "title"))
    after, other = marks.numbered(number, kind)
    at = row.at(titles["number"])
    if other:
        told = f"{titles['number']}: ghi «{other}» nhưng cột «{titles['type']}» ghi «{kind}»"
        yield _Typed(at, titles["number"], number, number, told, "cột này chỉ ghi số và ký hiệu, ví dụ 76/NQ-CP")
    elif after != number:
        yield _Typed(at, titles["number"], number, after)
    lead = row[titles["lead"]] or "Căn cứ"
    rules: tuple[marks.Rule, ...] = (marks.without_dash, lambda text: marks.without_words(text, lead))
    yield from _by_rules(row.at(titles["title"]), titles["title"], title, (*rules, *_LINES[BASES.name, "title"]))


def _of_line(row: Row) -> Iterator[_Typed]:
    """Yield the label that stands before the first words of a line, which its level prints."""
    level = levels.Level.of(row[LEVEL])
    word, place = unmarked(level.word), TITLE if row[TITLE] else TEXT
    if word == unmarked(levels.ATTACHED_FILE):
        yield from _by_rules(row.at(TITLE), TITLE, row[TITLE], (marks.file_alone,))
    elif word == unmarked(levels.APPENDIX):
        yield from _by_rules(row.at(TITLE), TITLE, row[TITLE], (marks.without_appendix,))
    elif word == unmarked(levels.LISTS["objectives"]):
        yield from _by_rules(row.at(place), place, row[place], (marks.without_count,))
    elif level.numbering is not None:
        yield from _of_level(row, level, place)


def _of_level(row: Row, level: levels.Level, place: str) -> Iterator[_Typed]:
    text, numbering = row[place], level.numbering
    typed = marks.typed_label(text)
    if typed is None or numbering is None:
        return
    if marks.fits(typed[0], numbering):
        yield _Typed(row.at(place), place, text, typed[1])
    else:
        written = text[: len(text) - len(typed[1])].strip()
        yield _Typed(
            row.at(place), place, text, text, f"Cấp ghi «{level.word}» nhưng lời văn bắt đầu bằng «{written}»",
            f"chọn lại Cấp, hoặc xóa «{written}»: chương trình tự in dấu, số của Cấp",
        )  # fmt: skip
