"""A Word file in, the components of its document and its effective formatting out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from generator.diagnostics import Diagnostic
from generator.errors import DataError, TemplateError
from generator.ooxml.formatting.reader import formatted
from generator.ooxml.formatting.values import FormattedDocument, Part
from generator.ooxml.package import read_parts
from generator.reading import cues
from generator.reading.cell_text import flat
from generator.reading.columns import unfolded
from generator.reading.decoding import cleaned_lines
from generator.reading.gaps import without_gaps
from generator.reading.labels import labels_of
from generator.reading.legacy import converted_lines
from generator.reading.letterhead import with_whole_components
from generator.reading.lines import Line, RawLine
from generator.reading.measure import text_width
from generator.reading.pages import without_furniture
from generator.reading.reading import Reading
from generator.reading.recognition import recognise
from generator.reading.word import margins
from generator.reading.word.emphasis import emphasis_of
from generator.reading.word.old_letters import with_shown_capitals
from generator.reading.word.paragraphs import TextOf, goes_on, lines_of, printed_text, typed_text
from generator.reading.word.tables import nested_warnings, table_lines, top_tables
from generator.reading.wrapping import glue, rejoined

_OLD_FILE = b"\xd0\xcf\x11\xe0"
_TEXT = frozenset({Part.BODY, Part.TEXT_BOX})
_LONE_LABEL = re.compile(r"([IVX]{1,6})\s*[./:]?")
_LINE_BY_LINE = 30
"""Fewer paragraphs of one width may be so by chance."""
_MOST_CUT = 0.1
"""Share of the paragraphs that end in the middle of a sentence: printed lines do so more often than not."""


@dataclass(frozen=True)
class WordReading:
    """A Word file as it was read."""

    reading: Reading
    """Its components; the numbers of their lines are those of the paragraphs in ``formatted``."""
    formatted: FormattedDocument


def read_word(data: bytes, filename: str, *, as_typed: bool = False) -> WordReading:
    """Return the components of a Word file and what it shows.

    ``as_typed`` gives labelled titles in the letters in which they were typed, where only their look shows capitals.
    DataError when the bytes are no Word file or a part of it is broken; any other content gives a reading, an empty
    one too.
    """
    if data.startswith(_OLD_FILE):
        advice = "hãy mở bằng Word, bỏ mật khẩu nếu có, rồi lưu lại dạng .docx"
        raise DataError("tệp là Word đời cũ (.doc) hoặc có mật khẩu", hint=advice, where=filename)
    try:
        document = formatted(read_parts(data, main=None))
    except TemplateError as failure:
        raise DataError(failure.message, hint=failure.hint, where=filename) from failure
    shown, conversions = with_shown_capitals(document)
    lines, findings = word_lines(shown, typed_text if as_typed else printed_text)
    beside = (*nested_warnings(shown), *margins.remark_warnings(document))
    reading = recognise(lines, filename, (*conversions, *findings, *beside))
    return WordReading(_with_margins(reading, shown), document)


def read_word_components(data: bytes, filename: str) -> Reading:
    """Return the components of a Word file as they were typed: what an import takes. See `read_word`."""
    return read_word(data, filename, as_typed=True).reading


def _with_margins(reading: Reading, document: FormattedDocument) -> Reading:
    """Return the reading with the notes among the unplaced words, and what headers and footers hold."""
    notes = margins.notes_of(document)
    findings = (*reading.diagnostics, *margins.note_warnings(notes), *margins.edge_hints(document))
    placed = (replace(one, place=replace(one.place.in_word, file=reading.file)) for one in findings)
    return replace(
        reading,
        unplaced=(*reading.unplaced, *notes),
        diagnostics=tuple(placed),
        emphasis=emphasis_of(document),
        counts_paragraphs=True,
    )


def word_lines(
    document: FormattedDocument, text_of: TextOf = printed_text
) -> tuple[list[Line], tuple[Diagnostic, ...]]:
    """Return the logical lines of the text of a Word file and what was changed or left out on the way."""
    lines, cleaning = _cleaned(list(_text_lines(document, text_of)))
    tidy = [_spaced(line) for line in _columns_unfolded(lines)]
    known, gaps = without_gaps(with_whole_components(tidy))
    whole = _with_lone_labels(known)
    kept, left_out = without_furniture(whole, margins=False)
    return _joined(kept), (*cleaning, *gaps, *left_out)


def _text_lines(document: FormattedDocument, text_of: TextOf) -> Iterator[Line]:
    """Yield the lines of body and text boxes, each outermost table as one; those of a letterhead in a header first."""
    owners = top_tables(document)
    text = (one.number for one in document.paragraphs if one.part in _TEXT)
    numbers = [*margins.letterhead(document), *text]
    for table_number, run in groupby(numbers, key=lambda number: owners[number].number if number in owners else 0):
        own = list(run)
        if table_number:
            yield from table_lines(document, owners[own[0]])
        else:
            yield from lines_of(document, own, text_of)


def _with_lone_labels(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, a Roman number in the middle of a line of its own put before the title in capitals below it."""
    made: list[Line] = []
    for line in lines:
        lone = _LONE_LABEL.fullmatch(made[-1].text) if made and not made[-1].cells else None
        if lone and _is_title_below(made[-1], line):
            made[-1] = replace(made[-1], text=f"{lone[1]}.").joined(line, " ")
        else:
            made.append(line)
    return made


def _is_title_below(label: Line, line: Line) -> bool:
    centred = label.style.alignment == line.style.alignment == "center"
    return centred and not line.cells and cues.is_capitals(line.text) and not labels_of(line.text)


def _joined(lines: Sequence[Line]) -> list[Line]:
    """Return the paragraphs whole: those of a file that some program made of printed lines, and cut sentences."""
    if len(lines) >= _LINE_BY_LINE and _cuts_sentences(lines) and text_width(lines) is not None:
        return rejoined(lines)
    whole: list[Line] = []
    for line in lines:
        before = whole[-1] if whole else None
        if before and _is_one_sentence(before, line):
            whole[-1] = before.joined(line, glue(before.text, line.text))
        else:
            whole.append(line)
    return whole


def _cuts_sentences(lines: Sequence[Line]) -> bool:
    """Tell whether paragraphs end in the middle of a sentence too often for a file that a person typed."""
    cut = sum(
        not (line.cells or after.cells) and cues.starts_small(after.text) and not cues.ends_sentence(line.text)
        for line, after in pairwise(lines)
    )
    return cut >= _MOST_CUT * len(lines)


def _is_one_sentence(line: Line, following: Line) -> bool:
    """Tell whether a paragraph goes on in the next one: in the middle of a sentence, set alike, no room between."""
    alike = line.style.alignment == following.style.alignment and not following.gap
    return alike and not (line.cells or following.cells) and goes_on(line.text, following.text)


def _cleaned(lines: Sequence[Line]) -> tuple[list[Line], tuple[Diagnostic, ...]]:
    """Return the lines with clean texts and cells in Unicode; lines that hold nothing then are left out."""
    pieces_of = [[cell.split("\n") for cell in line.cells] or [[line.text]] for line in lines]
    texts = [text for cells in pieces_of for cell in cells for text in cell]
    numbers = [line.numbers[0] for line, cells in zip(lines, pieces_of, strict=True) for cell in cells for _ in cell]
    unicode, conversions = converted_lines(texts, numbers)
    cleaned, notes = cleaned_lines(unicode)
    pieces = iter(cleaned)
    made: list[Line] = []
    for line, own in zip(lines, pieces_of, strict=True):
        if line.cells:
            cells = tuple("\n".join(" ".join(next(pieces).split()) for _ in cell) for cell in own)
            made.append(replace(line, text="\t".join(map(flat, cells)), cells=cells))
        else:
            made.append(replace(line, text=next(pieces)))
    return [line for line in made if line.text.strip()], (*conversions, *notes)


def _columns_unfolded(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, columns that tabs or blanks set beside each other read one after the other."""
    made: list[Line] = []
    for is_row, run in groupby(lines, key=lambda line: bool(line.cells)):
        own = list(run)
        raw = [RawLine(place, line.text) for place, line in enumerate(own)]
        if is_row or not any(len(line.pieces) > 1 for line in raw):
            made += own
        else:
            made += [replace(own[line.number], text=line.text) for line in unfolded(raw)]
    return made


def _spaced(line: Line) -> Line:
    return line if line.cells else replace(line, text=" ".join(line.text.split()))
