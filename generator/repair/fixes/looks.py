"""Size, weight, slope, capitals, face and colour of letters (PL I/I/I.4, II)."""

from __future__ import annotations

from collections.abc import Sequence

from generator.lint.body import CENTRED_KINDS, all_nodes
from generator.lint.finding import Finding, Spot
from generator.lint.rules.letters import LEGACY_FONT
from generator.nd30.component import Component
from generator.nd30.measure import Measure
from generator.ooxml.formatting.markup import Element
from generator.ooxml.formatting.values import Paragraph, Run
from generator.ooxml.wml import half_points
from generator.reading.lines import Passage
from generator.reading.outline import Node
from generator.repair.markup import mark_properties, put, run_properties
from generator.repair.registry import Job, repair


@repair("size")
def size(job: Job, finding: Finding) -> None:
    """Give letters of a size that is not allowed one that is: that of the running text where it may be."""
    for paragraph, spot in job.paragraphs(finding):
        component = job.component(spot)
        measure = component.size if component else job.profile.body.size
        if measure:
            _resize(job, paragraph, spot, measure, _size_of(job, component))


def _resize(job: Job, paragraph: Paragraph, spot: Spot, measure: Measure[float], wanted: float) -> None:
    for run in job.runs(paragraph, spot, lambda one: not one.raised and not measure.allows(one.size)):
        _set_size(run_properties(run), wanted)
    if paragraph.label_run and not measure.allows(paragraph.label_run.size):
        _set_size(mark_properties(job.copy.paragraph(paragraph.number)), wanted)


def _set_size(properties: Element, points: float) -> None:
    for name in ("sz", "szCs"):
        put(properties, name, val=half_points(points))


def _size_of(job: Job, component: Component | None) -> float:
    """Return the size to give: one that goes with those of the other components of the head (PL I/I/V)."""
    if component is None or component.size is None:
        return job.body_size
    name = job.component_name(component)
    pairs = [pair.sizes for pair in job.profile.page.size_pairs if name in pair.sizes]
    if name and pairs:
        return max(pairs, key=lambda pair: _agreement(job, pair, name))[name]
    return job.body_size if component.size.allows(job.body_size) else component.size.default


def _agreement(job: Job, pair: dict[str, float], but: str) -> int:
    """Return how many of the other components have the sizes of a pair."""
    count = 0
    for name in pair.keys() - {but}:
        shown = job.subject.paragraphs(getattr(job.subject.reading.head, name))
        count += any(run.size == pair[name] for paragraph in list(shown)[:1] for run in paragraph.runs)
    return count


@repair("bold")
def bold(job: Job, finding: Finding) -> None:
    """Set the weight of a component; that of an article or clause is bold, of an article at least its label."""
    for paragraph, spot in job.paragraphs(finding):
        component = job.component(spot)
        end = None if component else _end_of_title(job, paragraph)
        spans = [(0, end)] if end else job.spans(paragraph, spot)
        _weigh(job, paragraph, spans, wanted=component.bold.default if component and component.bold else True)


def _weigh(job: Job, paragraph: Paragraph, spans: Sequence[tuple[int, int] | None], *, wanted: bool) -> None:
    for span in spans:
        for run in job.copy.runs(paragraph.number, lambda one: one.bold != wanted and bool(one.text.strip()), span):
            _toggle(run, "b", "bCs", wanted=wanted)
    if paragraph.label_run and paragraph.label_run.bold != wanted:
        put(mark_properties(job.copy.paragraph(paragraph.number)), "b", val=None if wanted else False)


def _end_of_title(job: Job, paragraph: Paragraph) -> int | None:
    """Return where the label of an article without a title ends; None where the whole paragraph is a title."""
    nodes = (node for node in all_nodes(job.subject.reading.outline) if paragraph.number in node.lines)
    node = next(nodes, None)
    if node is None or node.heading:
        return None
    place = paragraph.text.find(node.label.strip())
    return place + len(node.label.strip()) if place >= 0 else None


@repair("italic")
def italic(job: Job, finding: Finding) -> None:
    """Set the slope of a component."""
    for paragraph, spot in job.paragraphs(finding):
        component = job.component(spot)
        if component and component.italic:
            _slant(job, paragraph, spot, wanted=component.italic.default)


def _slant(job: Job, paragraph: Paragraph, spot: Spot, *, wanted: bool) -> None:
    for run in job.runs(paragraph, spot, lambda one: one.italic != wanted):
        _toggle(run, "i", "iCs", wanted=wanted)


def _toggle(run: Element, name: str, other: str, *, wanted: bool) -> None:
    properties = run_properties(run)
    for one in (name, other):
        put(properties, one, val=None if wanted else False)


@repair("case")
def capitals(job: Job, finding: Finding) -> None:
    """Show the words of a component in capitals; the letters typed stay."""
    for paragraph, spot in job.paragraphs(finding):
        for run in job.runs(paragraph, spot, lambda one: any(map(str.islower, one.shown))):
            put(run_properties(run), "caps", val=None)


@repair("title-case")
def title_capitals(job: Job, finding: Finding) -> None:
    """Show the title of a part, chapter or section in capitals, its label as it is."""
    for paragraph, _ in job.paragraphs(finding):
        for node in all_nodes(job.subject.reading.outline):
            if paragraph.number in node.lines:
                _show_title_in_capitals(job, node)
                break


def _show_title_in_capitals(job: Job, node: Node) -> None:
    for one in job.subject.paragraphs(Passage("", node.lines)):
        start = one.text.find(node.label.strip()) if node.kind in CENTRED_KINDS else -1
        span = (start + len(node.label.strip()), len(one.text)) if start >= 0 else None
        for run in job.copy.runs(one.number, lambda run: any(map(str.islower, run.shown)), span):
            put(run_properties(run), "caps", val=None)


@repair("font")
def font(job: Job, finding: Finding) -> None:
    """Set the face of letters; signs of symbol fonts and letters of old encodings keep theirs."""
    wanted = job.profile.page.font.default

    def is_wrong(run: Run) -> bool:
        return run.font.casefold() != wanted.casefold() and not LEGACY_FONT.match(run.font)

    for paragraph, _ in job.paragraphs(finding):
        for run in job.runs(paragraph, Spot(), is_wrong):
            _set_font(run_properties(run), wanted)
        if paragraph.label_run and is_wrong(paragraph.label_run) and paragraph.label_run.text.strip(" •-–·"):
            _set_font(mark_properties(job.copy.paragraph(paragraph.number)), wanted)


def _set_font(properties: Element, name: str) -> None:
    slots = dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), name)
    themes = dict.fromkeys(("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"))
    put(properties, "rFonts", **slots, **themes)


@repair("color")
def colour(job: Job, finding: Finding) -> None:
    """Make letters black."""
    allowed = job.profile.page.color

    def is_wrong(run: Run) -> bool:
        return run.color is not None and not allowed.allows(run.color.upper())

    for paragraph, _ in job.paragraphs(finding):
        for run in job.copy.runs(paragraph.number, is_wrong):
            themes = dict.fromkeys(("themeColor", "themeTint", "themeShade"))
            put(run_properties(run), "color", val=allowed.default, **themes)
