"""Pieces read once each for their place say of a part what a parser says that reads all of it."""

from __future__ import annotations

from xml.parsers import expat

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.render import well_formed
from generator.render.well_formed import NotWellFormedError, hold_well_formed

TAGS = ("<w:p>", "</w:p>", "<w:p/>", "<w:r><w:t>", "</w:t></w:r>", '<w:t xml:space="preserve">', "</w:t>", "Số: &amp;")
ODD = ("&", "<w:t", 'a="1">', "<!--", "-->", "<![CDATA[", "]]>", "<w:t a='1' a='2'/>", "&amp", "\x0b", "<?xml?>")
fragments = st.lists(st.sampled_from(TAGS) | st.sampled_from(ODD), max_size=4).map("".join)


def _is_well_formed(xml: list[str]) -> bool:
    try:
        hold_well_formed(xml)
    except NotWellFormedError:
        return False
    return True


def _is_parsed(xml: str) -> bool:
    try:
        expat.ParserCreate().Parse(xml.encode(), True)
    except expat.ExpatError:
        return False
    return True


@settings(max_examples=1000, deadline=None)
@given(st.lists(fragments, max_size=4))
def test_no_part_passes_that_a_parser_of_the_whole_refuses(between: list[str]) -> None:
    pieces = ["<w:body>", *between, "</w:body>"]
    assert not _is_well_formed(pieces) or _is_parsed("chữ".join(pieces))


balanced = st.recursive(
    st.sampled_from(["", "a &lt; b", "<w:br/>"]),
    lambda inner: st.tuples(st.sampled_from(["w:p", "w:r", "w:t"]), inner, inner).map(
        lambda one: f"<{one[0]}>{one[1]}</{one[0]}>{one[2]}"
    ),
)


@settings(max_examples=300, deadline=None)
@given(balanced, st.data())
def test_a_part_passes_wherever_it_is_cut_between_two_tags(inner: str, data: st.DataObject) -> None:
    xml = f"<?xml version='1.0' encoding='UTF-8'?>\n<w:body>{inner}</w:body>"
    ends = [place for place in range(xml.index("<w:body>") + 8, len(xml)) if xml[place] == "<"]
    cuts = sorted(data.draw(st.sets(st.sampled_from(ends))))
    pieces = [xml[start:end] for start, end in zip([0, *cuts], [*cuts, len(xml)], strict=True)]
    assert _is_well_formed(pieces)


@pytest.mark.parametrize(
    "xml",
    [
        [],
        ["<a>"],
        ["<a/>", ""],
        ["<a/>", "<b/>"],
        ["<a></b>"],
        ["<a>", "</b>"],
        ["<a b='", "'/>"],
        ["<?xml version='1.0'?>", "<a/>"],
        ["<?xml version='1.0' encoding='ISO-8859-1'?><a/>"],
        ["<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"],
    ],
)
def test_what_is_no_single_whole_element_is_refused(xml: list[str]) -> None:
    for _ in range(2):
        assert not _is_well_formed(xml)


def test_what_is_kept_between_documents_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(well_formed, "_MOST_KEPT", 3)
    for number in range(20):
        hold_well_formed([f"<a n='{number}'>", "</a>"])
        assert well_formed._PLACES.steps <= 5
