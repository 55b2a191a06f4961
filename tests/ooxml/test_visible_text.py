"""The visible text of a Word file: its words as lines, the same however the program that saved it writes XML."""

from __future__ import annotations

import unicodedata
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import TemplateError
from generator.ooxml.package import MAIN
from generator.ooxml.visible_text import visible_text, visible_text_of_pieces
from generator.ooxml.wml import NAMESPACES
from tests.rendered import document, rendered
from tests.strategies import characters

_HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_OPEN = '<w:r><w:t xml:space="preserve">'
_CLOSE = "</w:t></w:r>"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def _main(body: str, head: str = _HEAD, prefix: str = "w") -> bytes:
    opening = f'<{prefix}:document xmlns:{prefix}="{NAMESPACES["w"]}" xmlns:mc="{_MC}">'
    return f"{head}{opening}{body}</{prefix}:document>".encode()


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


BODIES = {
    "a line for each paragraph": (f"<w:p>{_run('Kế hoạch')}</w:p><w:p>{_run('năm 2027')}</w:p>", "Kế hoạch\nnăm 2027"),
    "runs join": (f"<w:p>{_run('Kế ')}<w:proofErr w:type='spellStart'/>{_run('hoạch')}</w:p>", "Kế hoạch"),
    "blank paragraphs are layout": (
        f"<w:p/><w:p>{_run('a')}</w:p><w:p>{_run('  ')}</w:p><w:p>{_run('b')}</w:p>",
        "a\nb",
    ),
    "cells are paragraphs": (
        f"<w:tbl><w:tr><w:tc><w:p>{_run('a')}</w:p></w:tc><w:tc><w:p>{_run('b')}</w:p></w:tc></w:tr></w:tbl>",
        "a\nb",
    ),
    "tabs and breaks": (
        f"<w:p>{_run('a')}<w:r><w:tab/></w:r>{_run('b')}<w:r><w:br/></w:r>{_run('c')}<w:r><w:br w:type='page'/></w:r>"
        f"{_run('d')}<w:r><w:cr/></w:r>{_run('e')}</w:p>",
        "a\tb\nc\nd\ne",
    ),
    "hyphens": (f"<w:p>{_run('a')}<w:r><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/></w:r></w:p>", "a\u2011b\u00ad"),
    "a space before the end of a tag": (f"<w:p>{_run('a')}<w:r><w:tab /><w:t>b</w:t><w:br /></w:r></w:p>", "a\tb"),
    "tab stops are no tabs": (
        f"<w:p><w:pPr><w:tabs><w:tab w:val='left' w:pos='9'/></w:tabs></w:pPr>{_run('a')}</w:p>",
        "a",
    ),
    "entities": (
        f"<w:p>{_run('&lt;KH&amp;CN&gt; &quot;&apos; &#225; &#x1EBF; &amp;lt;')}</w:p>",
        "<KH&CN> \"' á ế &lt;",
    ),
    "composed form": (f"<w:p>{_run(unicodedata.normalize('NFD', 'Kế hoạch'))}</w:p>", "Kế hoạch"),
    "deleted words and field codes": (
        f"<w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r>"
        f"{_run('a')}</w:p>",
        "a",
    ),
    "an empty text": (f"<w:p><w:r><w:t/><w:t xml:space='preserve'/> <w:t></w:t></w:r>{_run('a')}</w:p>", "a"),
    "comments": (f"<w:p>{_run('a<!-- <w:t>x</w:t> -->b')}</w:p>", "ab"),
    "CDATA": (f"<w:p>{_run('<![CDATA[<w:t>&amp;]]>')}</w:p>", "<w:t>&amp;"),
    "a text box written twice": (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice><w:p>{_run('a')}</w:p></mc:Choice>"
        f"<mc:Fallback><w:p>{_run('a')}</w:p></mc:Fallback></mc:AlternateContent></w:r></w:p>",
        "a",
    ),
    "Windows line ends": (f"<w:p>\r\n{_run('a')}\r\n</w:p>", "a"),
    "no words": ("<w:p/>", ""),
}


@pytest.mark.parametrize(("body", "expected"), BODIES.values(), ids=BODIES.keys())
def test_the_text_of_a_body(body: str, expected: str) -> None:
    assert visible_text(_main(body)) == expected
    assert visible_text(_main(body, head="")) == expected, "parsed, not scanned"


def test_another_prefix_and_another_encoding_give_the_same() -> None:
    assert visible_text(_main("<x:p><x:r><x:t>Đợt 1</x:t></x:r></x:p>", prefix="x")) == "Đợt 1"
    text = _main(f"<w:p>{_run('Đợt 1')}</w:p>").decode("utf-8").replace("UTF-8", "UTF-16")
    assert visible_text(text.encode("utf-16")) == "Đợt 1"


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(characters, min_size=1, max_size=20), max_size=4))
def test_scan_and_parser_agree_on_any_text(texts: list[str]) -> None:
    held = [text.replace("\r", "") for text in texts]
    body = "".join(f"<w:p>{_run(escape(text))}</w:p>" for text in held)
    lines = [line for text in held for line in unicodedata.normalize("NFC", text).split("\n") if line.strip()]
    assert visible_text(_main(body)) == visible_text(_main(body, head="")) == "\n".join(lines)


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ((f"<w:p>{_OPEN}Số: ", "12 & <b>", f"/KH{_CLOSE}</w:p><w:p/>", ""), "Số: 12 & <b>/KH"),
        ((f"<w:p>{_OPEN}", "a\nb", f"{_CLOSE}</w:p><w:p>{_OPEN}", "\tc", f"&amp;{_CLOSE}</w:p>", ""), "a\nb\n\tc&"),
        ((f"<w:p>{_OPEN}", "a", f"{_CLOSE}<mc:Fallback/></w:p>", ""), None),
        ((), ""),
    ],
    ids=["entities of the template only", "breaks and tabs of the data", "a text box", "nothing"],
)
def test_the_text_of_pieces_of_xml_and_text_in_turn(pieces: tuple[str, ...], expected: str | None) -> None:
    assert visible_text_of_pieces(pieces) == expected


def test_the_text_of_a_rendered_document_is_the_same_to_the_parser() -> None:
    xml = rendered(document("plan", subject="Cải cách **hành chính**\nnăm 2027 & <sau>"))[MAIN]
    text = visible_text(xml)
    assert "KẾ HOẠCH" in text
    assert "năm 2027 & <sau>" in text
    assert visible_text(xml.replace(b"<w:body>", b"<w:body><!-- -->", 1)) == text


def test_broken_xml_is_named() -> None:
    with pytest.raises(TemplateError, match=MAIN):
        visible_text(b"<w:document>")
