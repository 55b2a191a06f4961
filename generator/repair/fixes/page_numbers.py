"""Page numbers: in the header, centred, a field, none on the first page, counted anew in appendices (PL I/I/I.7)."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from generator.lint.finding import Finding
from generator.lint.page_numbers import counted_parts, has_second_page, numbered, typed
from generator.ooxml.formatting.markup import Element, W
from generator.ooxml.formatting.values import Paragraph, Section
from generator.ooxml.wml import element, half_points, text_element
from generator.repair.fixes.sheet import section_node
from generator.repair.headers import edge_in_force, new_edge
from generator.repair.markup import put
from generator.repair.registry import Job, repair

_FIELD = "PAGE"


@repair("page-number")
def page_number(job: Job, finding: Finding) -> None:
    """Number the pages at their top; a number at their foot or typed goes, other words of headers and footers stay."""
    for part in counted_parts(job.subject):
        has_number = any(numbered(job.subject, section.header) for section in part)
        if has_number or not has_second_page(job.subject, part):
            continue
        for section in part:
            _drop_numbers(job, (*section.header, *section.footer, *section.even_header, *section.even_footer))
        _number_pages(job, part[0])
        if part[0].index == 0:
            _hide_on_first_page(job, part[0])


def _drop_numbers(job: Job, numbers: Iterable[int]) -> None:
    """Take away the page numbers that stand alone in their paragraph."""
    wanted = list(numbers)
    for paragraph in (*numbered(job.subject, wanted), *typed(job.subject, wanted)):
        if paragraph.shown.strip(" -–\t").isdigit() or not paragraph.shown.strip():
            _empty(job, paragraph)


def _empty(job: Job, paragraph: Paragraph) -> None:
    node = job.copy.paragraph(paragraph.number)
    for child in list(node):
        if child.tag != W + "pPr" and child.find(f".//{W}drawing") is None and child.find(f".//{W}pict") is None:
            node.remove(child)
    job.copy.expect(node, "")


def _number_pages(job: Job, section: Section) -> None:
    """Put the field into the first blank paragraph of the header, or above its words; make a header where none is."""
    root = edge_in_force(job.copy, section, "header", "default")
    if root is None:
        root = new_edge(job.copy, section_node(job, section), "header", "default")
    blank = next((node for node in root.findall(W + "p") if _is_blank(node)), None)
    if blank is None:
        blank = element("w:p")
        root.insert(0, blank)
    _fill(job, blank)


def _is_blank(paragraph: Element) -> bool:
    return not any(node.tag != W + "pPr" and len(node) for node in paragraph)


def _fill(job: Job, paragraph: Element) -> None:
    form = job.profile.page.page_number
    properties = paragraph.find(W + "pPr")
    style = None if properties is None else properties.find(W + "pStyle")
    for child in list(paragraph):
        paragraph.remove(child)
    made = element("w:pPr", deepcopy(style), element("w:ind", left=0, firstLine=0), element("w:jc", val="center"))
    start = str(round(form.start.default))
    pieces = [
        element("w:fldChar", fldCharType="begin"),
        element("w:instrText", f" {_FIELD} "),
        element("w:fldChar", fldCharType="separate"),
        text_element(start),
        element("w:fldChar", fldCharType="end"),
    ]
    paragraph.extend([made, *(element("w:r", _look(job), piece) for piece in pieces)])
    job.copy.expect(paragraph, start)


def _look(job: Job) -> Element:
    form, font = job.profile.page.page_number, job.profile.page.font.default
    size = half_points(form.size.default) if form.size else None
    fonts = element("w:rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font)
    toggles = [element(f"w:{name}", val=False) for name in ("b", "i")]
    sizes = [element(f"w:{name}", val=size) for name in ("sz", "szCs") if size]
    return element("w:rPr", fonts, *toggles, *sizes)


@repair("first-page-number")
def first_page_number(job: Job, finding: Finding) -> None:
    """Show no number on the first page; other words of its header and footer stay."""
    section = job.formatted.sections[0]
    if section.first_page_differs:
        for paragraph in numbered(job.subject, (*section.first_header, *section.first_footer)):
            _drop_field(job.copy.paragraph(paragraph.number))
            words = "".join(run.text for run in paragraph.runs if run.field != _FIELD)
            job.copy.expect(job.copy.paragraph(paragraph.number), words)
    else:
        _hide_on_first_page(job, section)


def _hide_on_first_page(job: Job, section: Section) -> None:
    """Let the first page differ, with the words that its header and footer had and without the number."""
    if section.first_page_differs:
        return
    node = section_node(job, section)
    put(node, "titlePg", val=None)
    for kind, numbers in (("header", section.header), ("footer", section.footer)):
        shown = [job.formatted.paragraph(number) for number in numbers]
        if any(_words(one) or one.drawings for one in shown) and _lacks_first(node, kind):
            source = edge_in_force(job.copy, section, kind, "default")
            made = None if source is None else new_edge(job.copy, node, kind, "first", like=source)
            for paragraph in made.iter(W + "p") if made is not None else ():
                _drop_field(paragraph)
                job.copy.settle(paragraph)


def _words(paragraph: Paragraph) -> str:
    return "".join(run.text for run in paragraph.runs if run.field != _FIELD).strip(" -–\t")


def _lacks_first(node: Element, kind: str) -> bool:
    return not any(one.get(W + "type") == "first" for one in node.findall(f"{W}{kind}Reference"))


def _drop_field(paragraph: Element) -> None:
    """Take the field with the number of the page out of a paragraph."""
    for simple in paragraph.findall(f".//{W}fldSimple"):
        if (simple.get(W + "instr") or "").split()[:1] == [_FIELD]:
            _remove(simple)
    inside: list[Element] = []
    code, depth = "", 0
    for run in list(paragraph.iter(W + "r")):
        marks = [mark.get(W + "fldCharType") for mark in run.findall(W + "fldChar")]
        depth += marks.count("begin")
        if depth:
            inside.append(run)
            code += "".join(node.text or "" for node in run.findall(W + "instrText"))
        elif run.find(W + "pgNum") is not None:
            _remove(run)
        depth -= marks.count("end")
        if inside and not depth:
            for one in inside if code.split()[:1] == [_FIELD] else ():
                _remove(one)
            inside, code = [], ""


def _remove(node: Element) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


@repair("restart")
def restart(job: Job, finding: Finding) -> None:
    """Count the pages of an appendix anew."""
    for paragraph, _ in job.paragraphs(finding):
        section = job.formatted.sections[paragraph.section]
        put(section_node(job, section), "pgNumType", start=round(job.profile.page.page_number.start.default))
