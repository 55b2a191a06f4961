"""What we render, read back: every word, and each component in the look that the profile gives it."""

from __future__ import annotations

import unicodedata
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings

from generator.files import read_bytes
from generator.model.document import Document
from generator.model.store import load_document
from generator.nd30.component import Component
from generator.nd30.profile import load_profile
from generator.office import convert_bytes
from generator.ooxml.formatting.reader import formatted
from generator.ooxml.formatting.values import FormattedDocument, Paragraph, Part
from generator.ooxml.package import MAIN, read_parts, write_parts
from generator.ooxml.visible_text import visible_text
from generator.templates.style_table import STYLES
from tests.rendered import rendered
from tests.strategies import documents, plans
from tests.test_architecture import ROOT

_MANY = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
PLAIN = frozenset(
    {"national_name", "motto", "parent", "issuer", "number", "place_date", "type_name", "position", "signer",
     "authority", "recipients_label", "recipients_item", "appendix_label", "page_number"}
)  # fmt: skip
"""Components whose text has no words in bold or italics of its own."""
ALIGNED = PLAIN - {"recipients_item"} | {"basis", "subject"}


@cache
def component(style: str) -> tuple[str, Component] | None:
    """Return the component that a style follows."""
    spec = next((one for one in STYLES if one.name == style), None)
    if spec is None or spec.component is None or spec.align is not None or not load_profile().has(spec.component):
        return None
    return spec.component, load_profile().component(spec.component)


def _text(document: FormattedDocument) -> list[str]:
    body = (one.text for one in document.paragraphs if one.part is Part.BODY)
    return _lines("\n".join(body))


def _lines(text: str) -> list[str]:
    return [line for line in unicodedata.normalize("NFC", text).split("\n") if line.strip()]


@given(documents | plans)
@_MANY
def test_every_word_is_read(document: Document) -> None:
    parts = rendered(document)
    assert _text(formatted(parts)) == _lines(visible_text(parts[MAIN]))


@given(documents | plans)
@_MANY
def test_each_component_has_the_look_of_the_profile(document: Document) -> None:
    found = formatted(rendered(document))
    for paragraph in found.paragraphs:
        named = component(paragraph.style)
        if named and paragraph.text.strip():
            _hold(paragraph, *named)


def _hold(paragraph: Paragraph, name: str, profile: Component) -> None:
    runs = [run for run in paragraph.runs if run.text.strip()]
    assert {run.font for run in runs} == {"Times New Roman"}
    assert profile.size is None or all(profile.size.allows(run.size) for run in runs)
    if name in PLAIN:
        assert profile.bold is None or {run.bold for run in runs} == {profile.bold.default}
        assert profile.italic is None or {run.italic for run in runs} == {profile.italic.default}
    if name in ALIGNED:
        assert profile.align is None or paragraph.alignment == profile.align.default


def sample() -> dict[str, bytes]:
    """Return the parts of the sample plan."""
    source = ROOT / "data/plans/ke_hoach_cchc_2027.yaml"
    return rendered(load_document(read_bytes(source), source.name))


def test_the_head_of_the_sample() -> None:
    found = formatted(sample())
    shown = [(one.text, one.runs[0].size, one.runs[0].bold) for one in found.paragraphs[:5] if one.text]
    assert shown[0] == ("UBND TỈNH SÔNG VÂN", 13.0, False)
    assert shown[2] == ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13.0, True)
    section = found.sections[0]
    assert (round(section.width), round(section.height), round(section.margins.left)) == (210, 297, 30)
    assert section.first_page_differs
    assert [run.field for number in section.header for run in found.paragraph(number).runs] == ["PAGE"]
    assert found.sections[1].landscape
    assert found.remarks == ()


def _seen(document: FormattedDocument) -> list[object]:
    """Return all that must stay when another program saves the file; page numbers are counted anew."""
    return [
        (
            one.shown, one.alignment, one.cell, round(one.first_line, 1), round(one.left, 1), round(one.space_before),
            one.line_spacing, [(run.font, run.size, run.bold, run.italic) for run in one.runs if run.text.strip()],
        )
        for one in document.paragraphs
        if one.part is Part.BODY and one.text.strip()
    ]  # fmt: skip


@pytest.mark.office
def test_a_file_that_libreoffice_saved_has_the_same_look() -> None:
    parts = sample()
    saved = convert_bytes(convert_bytes(write_parts(parts), "a.docx", to="odt"), "a.odt", to="docx")
    assert _seen(formatted(read_parts(saved))) == _seen(formatted(parts))
