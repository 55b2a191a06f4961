"""The proof itself on trial: every way of losing or changing something on the way to the file is caught."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ooxml.archive import archive_of, packed, quickly_packed, unpacked
from generator.ooxml.package import CONTENT_TYPES, MAIN
from generator.render import render as engine
from generator.render.printing import Pieces, encoded, joined
from generator.render.proof import ProofError, prove
from generator.render.render import render
from generator.templates.catalog import layouts
from tests.rendered import built_template, document

HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
OPEN, NEXT, CLOSE = "<w:p><w:r><w:t>", "</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>", "</w:t></w:r></w:p></w:document>"
PIECES: Pieces = [f"{HEAD}<w:document xmlns:w='w'>{OPEN}", "Sở KH&CN", NEXT + "Số: ", "a < b\nc\td", CLOSE, ""]
OTHER = {CONTENT_TYPES: b"<Types/>"}
KEPT = {CONTENT_TYPES: packed(CONTENT_TYPES, b"<Types/>")}


def _file(xml: str, other: bytes = b"<Types/>") -> bytes:
    return archive_of([packed(CONTENT_TYPES, other), quickly_packed(MAIN, xml.encode())])


RIGHT = joined(PIECES)


def test_a_file_that_holds_its_pieces_is_proven() -> None:
    prove(_file(RIGHT), {MAIN: PIECES}, OTHER, {})
    prove(_file(RIGHT), {MAIN: PIECES}, {}, KEPT)


BORDERS = ("\x7f", "\ue000", "\x7f\ue000")


@pytest.mark.parametrize("signs", BORDERS)
def test_a_text_may_hold_the_signs_that_the_proof_puts_between_texts(signs: str) -> None:
    pieces = [PIECES[0], f"a{signs}b", NEXT, signs, CLOSE, ""]
    prove(_file(joined(pieces)), {MAIN: pieces}, OTHER, {})
    moved = [PIECES[0], "a", NEXT, f"b{signs}", CLOSE, ""]
    with pytest.raises(ProofError):
        prove(_file(joined(moved)), {MAIN: pieces}, OTHER, {})


SABOTAGE: dict[str, Callable[[str], str]] = {
    "one character dropped": lambda xml: xml.replace("KH&amp;CN", "KHCN"),
    "one letter changed": lambda xml: xml.replace("Sở", "So"),
    "one blank dropped": lambda xml: xml.replace("Số: ", "Số:"),
    "a decomposed letter": lambda xml: xml.replace("ở", "\u01a1\u0309"),
    "an empty paragraph dropped": lambda xml: xml.replace("<w:p/>", ""),
    "an empty paragraph more": lambda xml: xml.replace("<w:p/>", "<w:p/><w:p/>"),
    "a paragraph dropped": lambda xml: xml.replace(f"{OPEN}Sở KH&amp;CN</w:t></w:r></w:p>", ""),
    "a paragraph doubled": lambda xml: xml.replace("<w:p/>", f"<w:p/>{OPEN}Sở KH&amp;CN</w:t></w:r></w:p>"),
    "two texts swapped": lambda xml: xml.replace("Sở", "*").replace("Số", "Sở").replace("*", "Số"),
    "a text moved over a border": lambda xml: xml.replace("CN</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>", NEXT + "CN"),
    "a line break dropped": lambda xml: xml.replace("<w:br/>", ""),
    "a tab made a line break": lambda xml: xml.replace("<w:tab/>", "<w:br/>"),
    "an entity escaped twice": lambda xml: xml.replace("&amp;", "&amp;amp;"),
    "an entity not escaped": lambda xml: xml.replace("&amp;", "&"),
    "a tag left open": lambda xml: xml.replace("</w:p>", "", 1),
    "text behind the end": lambda xml: xml + "x",
    "nothing at all": lambda xml: "",
}  # fmt: skip


@pytest.mark.parametrize("change", SABOTAGE.values(), ids=SABOTAGE.keys())
def test_a_changed_part_is_caught(change: Callable[[str], str]) -> None:
    changed = change(RIGHT)
    assert changed != RIGHT
    with pytest.raises(ProofError, match=r"phần word/document\.xml"):
        prove(_file(changed), {MAIN: PIECES}, OTHER, {})


def test_an_escape_forgotten_by_writer_and_proof_alike_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """The strict parser is the second witness: it does not escape at all."""
    monkeypatch.setattr("generator.render.proof._WRITTEN", {"&": "&amp;amp;", "<": "&lt;", "\n": "", "\t": ""})
    pieces = [PIECES[0], "a & b", CLOSE, ""]
    wrong = joined(pieces).replace("&amp;", "&amp;amp;")
    with pytest.raises(ProofError):
        prove(_file(wrong), {MAIN: pieces}, OTHER, {})


LOGS: dict[str, Pieces] = {
    "a tag left open": [f"{PIECES[0]}<w:p>", "a", CLOSE, ""],
    "an element never opened": [PIECES[0], "a", f"</w:tbl>{CLOSE}", ""],
    "a bare sign in the template": [PIECES[0], "a", f"& {CLOSE}", ""],
    "a sign that XML cannot hold": [PIECES[0], "a\x0bb", CLOSE, ""],
    "text behind the end": [PIECES[0], "a", CLOSE, "b"],
}


@pytest.mark.parametrize("pieces", LOGS.values(), ids=LOGS.keys())
def test_a_file_that_holds_its_log_and_is_no_xml_is_caught(pieces: Pieces) -> None:
    with pytest.raises(ProofError, match=r"phần word/document\.xml"):
        prove(_file(joined(pieces)), {MAIN: pieces}, OTHER, {})


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (_file(RIGHT, b"<types/>"), CONTENT_TYPES),
        (archive_of([packed(CONTENT_TYPES, b"<Types/>")]), MAIN),
        (archive_of([packed(MAIN, RIGHT.encode())]), CONTENT_TYPES),
        (archive_of([*(packed(*one) for one in unpacked(_file(RIGHT)).items()), packed("x.xml", b"")]), "x.xml"),
        (b"PK", "tệp nén"),
    ],
)
def test_another_part_lost_changed_or_added_is_caught(data: bytes, part: str) -> None:
    with pytest.raises(ProofError, match=part.replace("[", r"\[")):
        prove(data, {MAIN: PIECES}, OTHER, {})
    with pytest.raises(ProofError):
        prove(data, {MAIN: PIECES}, {}, KEPT)


@cache
def _proven() -> bytes:
    return _file(RIGHT)


@settings(max_examples=300)
@given(st.integers(0, len(_proven()) - 1), st.integers(1, 255))
def test_a_corrupted_byte_is_caught_wherever_it_matters(place: int, change: int) -> None:
    right = _proven()
    damaged = right[:place] + bytes([right[place] ^ change]) + right[place + 1 :]
    try:
        prove(damaged, {MAIN: PIECES}, OTHER, {})
    except ProofError:
        return
    assert unpacked(damaged) == unpacked(right)


# ---- A sabotaged engine ----------------------------------------------------------------------------------------------

PLAN = document(
    "plan",
    preamble=["Một", "Hai"],
    tasks=[{"id": "NV1", "name": "Rà soát", "rows": [{"lead": ["A"]}]}, {"id": "NV2", "name": "Công khai"}],
    appendices=[{"blocks": [{"kind": "tasks"}]}],
)


def _rendered() -> bytes:
    return render(PLAN, built_template("plan"), layouts())


WRITERS: dict[str, Callable[[str], str]] = {
    "a character": lambda xml: xml.replace("Rà soát", "Rà soá"),
    "a paragraph": lambda xml: xml.replace("</w:p><w:p>", "</w:p>", 1),
    "a row": lambda xml: xml[: xml.rindex("<w:tr>")] + xml[xml.rindex("</w:tr>") + 7 :],
}


@pytest.mark.parametrize("lose", WRITERS.values(), ids=WRITERS.keys())
def test_a_writer_that_loses_something_writes_nothing(
    lose: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def losing(pieces: Pieces) -> bytes:
        return lose(joined(pieces)).encode() if len(pieces) > 20 else encoded(pieces)

    monkeypatch.setattr(engine, "encoded", losing)
    with pytest.raises(ProofError):
        _rendered()
