"""Text and marks as runs: every character comes out as it went in."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.model.base import is_xml_character
from generator.ooxml.wml import NAMESPACES, qualified
from generator.render.rich_xml import runs_xml, text_xml
from generator.vietnamese.marks import escape

XML_TEXT = st.text().map(lambda text: "".join(filter(is_xml_character, text)).replace("\r", ""))


def _read(inner: str) -> etree._Element:
    return etree.fromstring(f'<w:p xmlns:w="{NAMESPACES["w"]}">{inner}</w:p>')


def _text(paragraph: etree._Element) -> str:
    breaks = {qualified("w:br"): "\n", qualified("w:tab"): "\t"}
    return "".join(breaks.get(node.tag, node.text or "") for node in paragraph.iter() if isinstance(node.tag, str))


@given(XML_TEXT)
def test_plain_text_comes_out_letter_for_letter(text: str) -> None:
    assert _text(_read(f"<w:r><w:t>{text_xml(text)}</w:t></w:r>")) == text


@given(XML_TEXT)
def test_escaped_rich_text_comes_out_letter_for_letter(text: str) -> None:
    assert _text(_read(str(runs_xml(escape(text))))) == text


def test_marks_become_bold_and_italic_runs() -> None:
    runs = _read(str(runs_xml("thường **đậm** *nghiêng*"))).findall(qualified("w:r"))
    kinds = [
        {etree.QName(mark).localname for mark in run.iter() if etree.QName(mark).localname in "bi"} for run in runs
    ]
    assert kinds == [set(), {"b"}, set(), {"i"}]


def test_markup_in_a_value_stays_text() -> None:
    value = "Sở KH&CN <dự thảo> A < B </w:t> {{7*7}} {% if %}"
    assert _text(_read(str(runs_xml(escape(value))))) == value
