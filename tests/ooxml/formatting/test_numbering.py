"""The labels that automatic numbering prints."""

from __future__ import annotations

import pytest

from generator.ooxml.formatting.number_formats import formatted_number, sign
from tests.ooxml.formatting.word_file import p, read, style

LEVELS = (("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"), ("bullet", "-"))


def level(place: int, form: str, text: str, more: str = "") -> str:
    written = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{place}">{written}{more}</w:lvl>'


def abstract(*levels: str, identity: str = "0") -> str:
    return f'<w:abstractNum w:abstractNumId="{identity}">{"".join(levels)}</w:abstractNum>'


def num(identity: str, inside: str = "", of: str = "0") -> str:
    return f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{of}"/>{inside}</w:num>'


USUAL = abstract(*(level(place, *one) for place, one in enumerate(LEVELS))) + num("1")


def item(place: int, identity: str = "1", more: str = "") -> str:
    return p("a", ppr=f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="{identity}"/></w:numPr>{more}')


def labels(body: str, numbering: str = USUAL, **parts: str) -> list[str]:
    return [one.label for one in read(body, numbering=numbering, **parts).paragraphs]


def test_levels_restart_below_the_one_above() -> None:
    places = (0, 1, 1, 2, 2, 3, 1, 2, 0, 1)
    assert labels("".join(map(item, places))) == ["I.", "1.", "2.", "a)", "b)", "-", "3.", "a)", "II.", "1."]


def test_a_level_never_restarts_or_only_after_the_one_named() -> None:
    never = abstract(level(0, "upperRoman", "%1."), level(1, "decimal", "Điều %2.", '<w:lvlRestart w:val="0"/>'))
    assert labels("".join(map(item, (0, 1, 0, 1))), never + num("1")) == ["I.", "Điều 1.", "II.", "Điều 2."]
    levels = (
        level(0, "decimal", "%1"),
        level(1, "decimal", "%2"),
        level(2, "decimal", "%3", '<w:lvlRestart w:val="1"/>'),
    )
    assert labels("".join(map(item, (0, 1, 2, 1, 2, 0, 2))), abstract(*levels) + num("1")) == [
        "1", "1", "1", "2", "2", "2", "1"
    ]  # fmt: skip


def test_labels_of_several_levels_and_legal_ones() -> None:
    levels = (
        level(0, "upperRoman", "%1."),
        level(1, "decimal", "%1.%2."),
        level(2, "decimal", "%1.%2.%3", "<w:isLgl/>"),
    )
    assert labels("".join(map(item, (0, 1, 2))), abstract(*levels) + num("1")) == ["I.", "I.1.", "1.1.1"]


def test_a_level_above_that_was_never_used_counts_as_begun() -> None:
    levels = (level(0, "decimal", "%1."), level(1, "decimal", "%1.%2."))
    assert labels(item(1), abstract(*levels) + num("1")) == ["1.1."]


def test_lists_of_one_definition_go_on_unless_they_start_anew() -> None:
    restart = num("2", '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>')
    body = item(0) + item(0, "3") + item(0, "2") + item(0, "2") + item(0)
    assert labels(body, USUAL + restart + num("3")) == ["I.", "II.", "V.", "VI.", "VII."]


def test_a_list_may_override_a_level() -> None:
    own = num("2", f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "(%1)")}</w:lvlOverride>')
    assert labels(item(0, "2"), USUAL + own) == ["(1)"]


def test_numbering_in_styles_goes_by_the_level_tied_to_the_style() -> None:
    tied = abstract(level(0, "decimal", "%1."), level(1, "decimal", "%1.%2.", '<w:pStyle w:val="B"/>')) + num("1")
    styles = style("A", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') + style("B", '<w:basedOn w:val="A"/>')
    assert labels(p("a", pStyle="A") + p("b", pStyle="B"), tied, styles=styles) == ["1.", "1.1."]


def test_a_paragraph_leaves_the_list_of_its_style() -> None:
    styles = style("A", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    found = read(
        p("a", ppr='<w:pStyle w:val="A"/><w:numPr><w:numId w:val="0"/></w:numPr>'), numbering=USUAL, styles=styles
    )
    assert (found.paragraphs[0].label, found.paragraphs[0].list_level) == ("", None)


def test_numbering_linked_through_a_style() -> None:
    linked = '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="L"/></w:abstractNum>' + USUAL + num("9", of="7")
    styles = style("L", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', "numbering")
    assert labels(item(0, "9"), linked, styles=styles) == ["I."]


def test_the_indent_of_the_level_gives_way_to_that_of_the_paragraph() -> None:
    indented = '<w:pPr><w:ind w:left="1440" w:hanging="720"/></w:pPr>'
    numbering = abstract(level(0, "decimal", "%1.", indented)) + num("1")
    own, plain = read(item(0, more='<w:ind w:left="0"/>') + item(0), numbering=numbering).paragraphs
    assert (own.left, own.first_line) == (0, pytest.approx(-12.7))
    assert (plain.left, plain.list_level) == (pytest.approx(25.4), 0)


def test_the_label_has_the_look_of_its_level() -> None:
    numbering = abstract(level(0, "decimal", "%1.", "<w:rPr><w:b/></w:rPr>")) + num("1")
    found = read(item(0, more='<w:rPr><w:sz w:val="28"/></w:rPr>'), numbering=numbering).paragraphs[0].label_run
    assert found is not None
    assert (found.text, found.bold, found.size) == ("1.", True, 14.0)


def test_bullets_of_symbol_fonts_are_unicode() -> None:
    numbering = abstract(level(0, "bullet", "\uf0b7", '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>')) + num("1")
    assert labels(item(0), numbering) == ["•"]


@pytest.mark.parametrize("numbering", ["", '<w:num w:numId="1"><w:abstractNumId w:val="9"/></w:num>', num("x")])
def test_lists_that_are_not_defined_print_nothing(numbering: str) -> None:
    assert labels(item(0), numbering) == [""]


def test_odd_levels_do_no_harm() -> None:
    assert labels(item(-3) + item(99)) == ["I.", ""]


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (4, "decimal", "4"), (4, "decimalZero", "04"), (14, "upperRoman", "XIV"), (1999, "lowerRoman", "mcmxcix"),
        (1, "lowerLetter", "a"), (27, "lowerLetter", "aa"), (54, "upperLetter", "BBB"), (3, "none", ""),
        (0, "upperRoman", "0"), (5, "chineseCounting", "5"), (99999, "upperLetter", "99999"),
    ],
)  # fmt: skip
def test_forms_of_numbers(number: int, form: str, text: str) -> None:
    assert formatted_number(number, form) == text


def test_signs_of_other_fonts_stay() -> None:
    assert sign("Arial", "\uf0b7") == "\uf0b7"
    assert sign("Courier New", "o") == "○"
