"""The levels of the text: their words, numbers and look (PL I/I/II.6c - đ)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.diagnostics import Severity
from generator.lint.body import CENTRED_KINDS, all_nodes
from generator.lint.evidence import Evidence
from generator.lint.finding import Fault
from generator.lint.look import look_faults
from generator.lint.pieces import Piece, has_words, is_seen, pieces_of
from generator.lint.rule import rule
from generator.lint.spots import grouped, spot_of
from generator.lint.subject import Subject
from generator.nd30.component import Component
from generator.ooxml.formatting.values import Paragraph
from generator.reading import cues
from generator.reading.labels import Label, LabelKind, labels_of
from generator.reading.lines import Passage
from generator.reading.outline import Node

_COMPONENTS = {
    LabelKind.PART: "part",
    LabelKind.CHAPTER: "chapter",
    LabelKind.SECTION: "section",
    LabelKind.ROMAN: "heading",
}
_ARTICLE = re.compile(r"Điều [1-9][0-9]*\.")
_POINT = re.compile(r"[a-zđ]\)")
_OF_AN_ACT = re.compile(r"\b(?:điểm|khoản|sửa đổi|bổ sung)\b", re.IGNORECASE)
"""Words before the points of another document, which may begin with any letter."""
_LETTERED = re.compile(r"[A-ZĐ][.)/]")
_REMARK = re.compile(r"\([^()]*\)")
"""Words in brackets behind a title: (theo Phụ lục kèm theo)."""
_BULLETS = "•●▪■□○◦►➢✓✔→·‣\uf02d\uf0b7\uf0a7\uf0d8\uf0fc*"


def _forests(subject: Subject) -> list[Sequence[Node]]:
    """Return the outline of the text and of each document or appendix that comes with it."""
    return [subject.reading.outline, *(appendix.content for appendix in subject.reading.appendices)]


def _nodes(subject: Subject, *kinds: LabelKind) -> list[Node]:
    """Return the nodes of some kinds in the text and its appendices."""
    return [node for forest in _forests(subject) for node in all_nodes(forest) if node.kind in kinds]


def _paragraph(subject: Subject, node: Node) -> Paragraph | None:
    return next(iter(subject.paragraphs(Passage("", node.lines))), None)


@rule("ND-04", "phần, chương, mục trình bày sai", "PL I/I/II.6d, II.6đ", needs=Evidence.WORDS)
def divisions(subject: Subject) -> Iterator[Fault]:
    """Từ «Phần», «Chương» và số La Mã, «Mục», «Tiểu mục» và số Ả Rập trên một dòng riêng, canh giữa, in thường, đậm;
    tiêu đề ở dòng dưới, in hoa, đậm. Bố cục không chia điều: «I. TIÊU ĐỀ» in hoa, đậm, trên một dòng.
    """
    return grouped((fault.found, fault) for fault in _division_faults(subject))


def _division_faults(subject: Subject) -> Iterator[Fault]:
    attached = [one for one in subject.reading.appendices if not (one.label and cues.appendix_label(one.label.text))]
    forests = (subject.reading.outline, *(one.content for one in attached))
    for node in (node for forest in forests for node in all_nodes(forest)):
        name = _division(node)
        if name is None:
            continue
        component = subject.profile.component(name)
        pieces = pieces_of(subject, Passage(f"{node.label} {node.text}", node.lines))
        aspects = ("size", "bold", "italic", "align") if node.kind in CENTRED_KINDS else ("size", "bold", "italic")
        yield from look_faults(component, pieces, aspects=aspects)
        yield from _wording_faults(component, node, pieces)


def _division(node: Node) -> str | None:
    """Return the component of a phần, chương, mục; None for headings A. B. and for I. before a whole sentence."""
    if node.kind is LabelKind.PART and _LETTERED.match(node.label):
        return None
    if node.kind is LabelKind.SECTION and node.label.casefold().startswith("tiểu"):
        return "subsection"
    sentence = node.kind is LabelKind.ROMAN and not node.heading
    return _COMPONENTS.get(node.kind) if node.kind and not sentence else None


def _wording_faults(component: Component, node: Node, pieces: Sequence[Piece]) -> Iterator[Fault]:
    if not pieces:
        return
    spot = spot_of(pieces[0].paragraph)
    if component.pattern and not re.match(component.pattern, node.label.strip()):
        yield Fault(f"«{node.label.strip()}»", f"như «{component.examples[0]}»", spot)
    shown = " ".join(piece.shown for piece in pieces)
    title = shown[len(node.label) :] if node.kind in CENTRED_KINDS else shown
    title = _REMARK.sub("", title.strip().removeprefix(node.label))
    if node.text and any(map(str.islower, title)):
        yield Fault("tiêu đề in thường", "tiêu đề in hoa", spot, fix="title-case")


@rule("ND-05", "điều viết sai hoặc không liên tục", "PL I/I/II.6đ", needs=Evidence.WORDS)
def articles(subject: Subject) -> Iterator[Fault]:
    """«Điều 1.» viết thường, số Ả Rập, sau số có dấu chấm, đậm; đánh số liên tục trong cả văn bản."""
    for forest in _forests(subject):
        found = [node for node in all_nodes(forest) if node.kind is LabelKind.ARTICLE]
        yield from _order_faults(subject, found, "Điều {}.")
        for node in found:
            yield from _article_faults(subject, node)


def _article_faults(subject: Subject, node: Node) -> Iterator[Fault]:
    paragraph = _paragraph(subject, node)
    if paragraph is None:
        return
    if not _ARTICLE.fullmatch(node.label.strip()):
        yield Fault(f"«{node.label.strip()}»", "như «Điều 1.»", spot_of(paragraph))
    first = next((run for run in paragraph.runs if is_seen(run) and has_words(run)), None)
    if first and first.font and not first.bold:
        yield Fault("chữ không đậm", "từ «Điều», số thứ tự và tiêu đề đậm", spot_of(paragraph), fix="bold")


def _order_faults(subject: Subject, nodes: Iterable[Node], pattern: str) -> Iterator[Fault]:
    """Yield a fault where a number does not follow the one before it."""
    for before, node in pairwise(nodes):
        paragraph = _paragraph(subject, node)
        if paragraph and node.ordinal != before.ordinal + 1:
            found = f"«{node.label.strip()}» sau «{before.label.strip()}»"
            yield Fault(found, f"«{pattern.format(before.ordinal + 1)}»", spot_of(paragraph))


def _siblings(subject: Subject, kind: LabelKind) -> Iterator[list[Node]]:
    """Yield the nodes of a kind that stand below one node."""
    for forest in _forests(subject):
        for nodes in (forest, *(node.children for node in all_nodes(forest))):
            yield [node for node in nodes if node.kind is kind]


@rule("ND-06", "khoản không liên tục hoặc tiêu đề không đậm", "PL I/I/II.6đ", needs=Evidence.WORDS)
def clauses(subject: Subject) -> Iterator[Fault]:
    """Khoản đánh số Ả Rập liên tục, sau số có dấu chấm; khoản có tiêu đề riêng một dòng thì tiêu đề đậm."""
    for found in _siblings(subject, LabelKind.ARABIC):
        yield from _order_faults(subject, found, "{}.")
    yield from grouped(_untitled(subject))


def _untitled(subject: Subject) -> Iterator[tuple[object, Fault]]:
    """Words before a colon lead to a list; they need not be a title."""
    for node in all_nodes(subject.reading.outline):
        titled = node.kind is LabelKind.ARABIC and node.heading and not node.text.rstrip().endswith(":")
        paragraph = _paragraph(subject, node) if titled else None
        words = [run for run in paragraph.runs if has_words(run) and run.font] if paragraph else []
        if paragraph and words and not any(run.bold for run in words):
            expected = "tiêu đề trên một dòng riêng thì đậm"
            yield "bold", Fault("tiêu đề của khoản không đậm", expected, spot_of(paragraph), fix="bold")


@rule("ND-07", "điểm sai chữ cái hoặc không liên tục", "PL I/I/II.6đ", needs=Evidence.WORDS)
def points(subject: Subject) -> Iterator[Fault]:
    """Điểm theo thứ tự chữ cái tiếng Việt a, b, c, d, đ, e, g …, sau chữ cái có dấu đóng ngoặc đơn: «a)»."""
    letters = subject.profile.letters
    for found in _siblings(subject, LabelKind.LETTER):
        for before, node in pairwise(found):
            paragraph = _paragraph(subject, node)
            if paragraph and node.ordinal != before.ordinal + 1 and before.ordinal < len(letters.sequence):
                expected = f"«{letters.sequence[before.ordinal]}{letters.suffix.default}»"
                found_words = f"«{node.label.strip()}» sau «{before.label.strip()}»"
                yield Fault(found_words, expected, spot_of(paragraph))
    yield from _headless_lists(subject)
    yield from grouped(_bad_points(subject))


def _headless_lists(subject: Subject) -> Iterator[Fault]:
    """Yield a fault for each list after a colon whose first point is not a): the outline takes it for plain text."""
    for forest in _forests(subject):
        nodes = list(all_nodes(forest))
        for before, node, after in zip(nodes, nodes[1:], nodes[2:], strict=False):
            first, second = _refused_point(node), _refused_point(after)
            opens = before.text.rstrip().endswith(":") and not _OF_AN_ACT.search(before.text)
            paragraph = _paragraph(subject, node) if first and second and opens else None
            if first and paragraph and first.printed.startswith(subject.profile.letters.sequence[1]):
                yield Fault(f"«{first.printed}» mở đầu danh sách", "«a)»", spot_of(paragraph))


def _refused_point(node: Node) -> Label | None:
    """Return the letter that a plain paragraph begins with; None without one."""
    found = labels_of(node.text) if node.kind is None and node.grid is None else ()
    return next((one for one in found if one.kind is LabelKind.LETTER and _POINT.fullmatch(one.printed)), None)


def _bad_points(subject: Subject) -> Iterator[tuple[object, Fault]]:
    for node in _nodes(subject, LabelKind.LETTER):
        paragraph = _paragraph(subject, node)
        if paragraph and not _POINT.fullmatch(node.label.strip()):
            fault = Fault(f"«{node.label.strip()}»", "như «a)»", spot_of(paragraph))
            is_beyond = node.ordinal > len(subject.profile.letters.sequence)
            yield ("form", is_beyond), replace(fault, severity=Severity.HINT) if is_beyond else fault


@rule("ND-08", "cấp 1.1 hoặc dấu đầu dòng tự động", "PL I/I/II.6c, II.6đ", Severity.WARNING, needs=Evidence.WORDS)
def unknown_levels(subject: Subject) -> Iterator[Fault]:
    """Nghị định không có cấp 1.1, 1.1.1 và các dấu tròn, vuông đầu dòng: dùng khoản «1.», điểm «a)», gạch (-)."""
    return grouped(_level_faults(subject))


def _level_faults(subject: Subject) -> Iterator[tuple[object, Fault]]:
    expected = "các cấp của Nghị định: I., 1., a), hoặc gạch (-)"
    for node in all_nodes(subject.reading.outline):
        paragraph = _paragraph(subject, node) if node.kind is LabelKind.DECIMAL else None
        if paragraph:
            yield "decimal", Fault(f"cấp «{node.label.strip()}»", expected, spot_of(paragraph))
    for line in subject.body:
        mark = line.paragraph.label.strip() or line.paragraph.shown.strip()[:1]
        if mark in _BULLETS and mark:
            yield "bullet", Fault(f"dấu đầu dòng «{mark}»", expected, spot_of(line.paragraph))
