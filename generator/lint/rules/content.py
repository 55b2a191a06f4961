"""Running text: size, alignment, indent, spacing, end mark (PL I/I/II.6e)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from generator.diagnostics import Severity
from generator.lint.body import BodyLine
from generator.lint.columns import DEFAULT_TAB, inner_width, run_width
from generator.lint.evidence import Evidence
from generator.lint.finding import Fault
from generator.lint.look import ALIGNMENTS, is_aligned, number_of
from generator.lint.pieces import has_words, is_seen, recipients_heading
from generator.lint.rule import rule
from generator.lint.spots import grouped, spot_of
from generator.lint.subject import Subject
from generator.ooxml.font_widths import SINGLE_LINE, text_width
from generator.ooxml.formatting.values import LineRule, Paragraph
from generator.reading.labels import UNORDERED


@rule("ND-01", "lời văn sai cỡ chữ, canh lề hoặc lùi đầu dòng", "PL I/I/II.6e", needs=Evidence.PAGE)
def running_text(subject: Subject) -> Iterator[Fault]:
    """Lời văn cỡ 13 đến 14, canh đều cả hai lề; đầu dòng lùi vào 1 cm hoặc 1,27 cm.

    Xét thân văn bản, không xét bảng, chú thích, phụ lục. Đoạn một dòng canh trái nhìn như canh đều nên không tính;
    dòng canh giữa là tiêu đề, tên bảng. Gạch đầu dòng không có mức lùi quy định.
    """
    yield from grouped(_size_faults(subject))
    yield from grouped(_align_faults(subject))
    yield from grouped(_indent_faults(subject))


def _size_faults(subject: Subject) -> Iterator[tuple[object, Fault]]:
    measure = subject.profile.body.size
    for line in subject.body:
        for run in line.paragraph.runs:
            if is_seen(run) and has_words(run) and not run.raised and not measure.allows(run.size):
                found, expected = f"cỡ {number_of(run.size)}", f"cỡ {measure.in_words()}"
                yield ("size", run.size), Fault(found, expected, spot_of(line.paragraph), fix="size")


def _align_faults(subject: Subject) -> Iterator[tuple[object, Fault]]:
    measure = subject.profile.body.align
    for line in subject.body:
        paragraph = line.paragraph
        if is_aligned(measure, paragraph.alignment) or not _is_long(subject, paragraph) or _is_centred_title(line):
            continue
        found = ALIGNMENTS[paragraph.alignment]
        fault = Fault(found, ALIGNMENTS[measure.default], spot_of(paragraph), fix="align")
        soft = line.heading or paragraph.alignment == "center"
        yield (found, soft), replace(fault, severity=Severity.WARNING) if soft else fault


def _is_centred_title(line: BodyLine) -> bool:
    """Whether it is a heading or a caption: centred, and bold or in capitals throughout."""
    runs = [run for run in line.paragraph.runs if has_words(run)]
    return line.paragraph.alignment == "center" and all(run.bold or run.italic or run.shown.isupper() for run in runs)


def _is_long(subject: Subject, paragraph: Paragraph) -> bool:
    """Whether it fills more than a line, so that its alignment can be seen; a soft break parts short lines."""
    longest = max((sum(run_width(run) for run in runs) for runs in [paragraph.runs]), default=0.0)
    return longest > inner_width(subject.formatted, paragraph) and "\n" not in paragraph.shown


def _indent_faults(subject: Subject) -> Iterator[tuple[object, Fault]]:
    measure = subject.profile.body.first_line_indent
    for line in subject.body:
        if not line.is_running or line.kind in UNORDERED or _opens_with_drawing(line.paragraph):
            continue
        start = _first_line_start(line.paragraph)
        if not measure.allows(start) and not measure.allows(line.paragraph.first_line):
            fault = Fault(
                f"lùi {number_of(start)} mm", f"lùi {measure.in_words('mm')}", spot_of(line.paragraph), fix="indent"
            )
            yield ("indent", round(start)), fault


def _opens_with_drawing(paragraph: Paragraph) -> bool:
    return any(drawing.kind == "picture" for drawing in paragraph.drawings)


def _first_line_start(paragraph: Paragraph) -> float:
    """Return where the words of the first line begin in mm: by indents, and by a tab or blanks in front of them."""
    text = paragraph.text
    lead = text[: len(text) - len(text.lstrip(" \t\u00a0"))]
    start = paragraph.left + paragraph.first_line
    if paragraph.label:
        return start
    for character in lead:
        if character == "\t":
            start = next((stop for stop in paragraph.tabs if stop > start), (start // DEFAULT_TAB + 1) * DEFAULT_TAB)
        else:
            start += text_width(character, paragraph.runs[0].size)
    return start


@rule("ND-02", "khoảng cách giữa các đoạn nhỏ hơn 6 pt", "PL I/I/II.6e", needs=Evidence.PAGE)
def gaps(subject: Subject) -> Iterator[Fault]:
    """Khoảng cách giữa các đoạn văn tối thiểu 6 pt: giãn sau của đoạn trên cộng giãn trước của đoạn dưới.

    Trong Word: Layout > Spacing > Before hoặc After từ 6 pt.
    """
    return grouped(_gap_faults(subject))


def _gap_faults(subject: Subject) -> Iterator[tuple[object, Fault]]:
    measure = subject.profile.body.space_between
    for above, line in pairwise(subject.body):
        one, other = above.paragraph, line.paragraph
        next_to = other.number == one.number + 1 or subject.evidence is Evidence.PAGE
        beside = next_to and one.section == other.section and not other.page_break_before
        gap = one.space_after + other.space_before
        if beside and above.is_running and line.is_running and not measure.allows(gap):
            found = f"cách {number_of(gap)} pt"
            yield found, Fault(found, f"cách {measure.in_words('pt')}", spot_of(other), fix="space")


@rule("ND-03", "khoảng cách dòng ngoài mức quy định", "PL I/I/II.6e", needs=Evidence.PAGE)
def line_spacing(subject: Subject) -> Iterator[Fault]:
    """Khoảng cách giữa các dòng tối thiểu là dòng đơn, tối đa 1,5 dòng.

    Giãn dòng ghi bằng pt được đổi ra số dòng theo chiều cao dòng đơn của Times New Roman.
    """
    return grouped(_spacing_faults(subject))


def _spacing_faults(subject: Subject) -> Iterator[tuple[object, Fault]]:
    measure = subject.profile.body.line_spacing
    for line in subject.body:
        lines = _lines(line.paragraph)
        if measure and lines is not None and not measure.allows(lines):
            found = f"giãn {number_of(lines, 2)} dòng"
            fault = Fault(found, f"giãn {measure.in_words('dòng')}", spot_of(line.paragraph), fix="line-spacing")
            yield found, fault


def _lines(paragraph: Paragraph) -> float | None:
    """Return the spacing in single lines; None where no words tell how high such a line is."""
    if paragraph.line_rule is LineRule.MULTIPLE:
        return paragraph.line_spacing
    size = max((run.size for run in paragraph.runs if has_words(run)), default=0.0)
    if not size:
        return None
    lines = paragraph.line_spacing / (size * SINGLE_LINE)
    return max(1.0, lines) if paragraph.line_rule is LineRule.AT_LEAST else lines


@rule("ND-09", "nội dung không kết thúc bằng «./.»", "PL III/II, các mẫu", Severity.HINT, needs=Evidence.WORDS)
def end_mark(subject: Subject) -> Iterator[Fault]:
    """Mọi mẫu của Nghị định kết thúc nội dung bằng «./.»; lời văn của Nghị định không nói, nên chỉ gợi ý."""
    last = next((line.paragraph for line in reversed(subject.body)), None)
    measure = subject.profile.body.end_mark
    if last is None or not (recipients_heading(subject) or subject.reading.signature.position):
        return
    if not last.shown.rstrip().endswith(tuple(measure.values or (measure.default,))):
        yield Fault("không có dấu kết thúc", f"«{measure.default}»", spot_of(last))
