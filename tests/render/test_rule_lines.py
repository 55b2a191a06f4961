"""Rule lines: as long as the decree asks, measured by the width of the text above them."""

from __future__ import annotations

import pytest
from lxml import etree

from generator.nd30.profile import load_profile
from generator.ooxml.font_widths import text_width
from generator.ooxml.sections import SectionProperties
from generator.ooxml.wml import element, qualified, twips
from generator.render.rule_lines import KINDS, RuleLine, take_rules
from tests.rendered import built_template, document, main_part, paragraph, rendered

WHOLE, ISSUER = (1.0, 1.0, 1.0), (1 / 3, 0.4, 0.5)
MOTTO = "Độc lập - Tự do - Hạnh phúc"


def _length(rule: RuleLine, text: str) -> float:
    """The printed length in millimetres."""
    return (rule.column - 2 * rule.indent(text)) * 25.4 / 1440


@pytest.mark.parametrize("share", [1.0, 0.4])
def test_a_rule_is_a_share_of_the_line_above_it(share: float) -> None:
    rule = RuleLine(twips(98), 14, share, share, share)
    assert _length(rule, MOTTO) == pytest.approx(text_width(MOTTO, 14, bold=True) * share, abs=0.05)


def test_of_a_text_on_several_lines_the_longest_counts() -> None:
    rule = RuleLine(twips(62), 13, *ISSUER)
    name = "SỞ KHOA HỌC, CÔNG NGHỆ VÀ MÔI TRƯỜNG TỈNH SÔNG VÂN"
    assert 0.4 * 40 < _length(rule, name) <= 0.4 * 62
    assert _length(rule, "A\nMỘT DÒNG DÀI\nB") == pytest.approx(_length(rule, "MỘT DÒNG DÀI"))


@pytest.mark.parametrize("last", ["SỞ GIÁO DỤC VÀ ĐÀO TẠO", "VÀ ĐÀO TẠO TỈNH AN", "VÀ ĐÀO TẠO TỈNH SÔNG VÂN"])
def test_the_rule_suits_the_last_line_too_where_it_is_not_much_shorter(last: str) -> None:
    """II.2b does not say of which line of a name the rule is a third to a half."""
    lines = ["SỞ GIÁO DỤC VÀ ĐÀO TẠO", last]
    length = _length(RuleLine(twips(70), 13, *ISSUER), "\n".join(lines))
    for line in lines:
        assert 1 / 3 - 0.002 <= length / text_width(line, 13, bold=True) <= 0.5 + 0.002


def test_a_word_wider_than_its_column_makes_a_rule_over_the_whole_column() -> None:
    assert RuleLine(twips(20), 14, *WHOLE).indent("X" * 80) == 0


def test_no_text_makes_no_rule() -> None:
    assert _length(RuleLine(twips(62), 13, *ISSUER), "") == pytest.approx(0, abs=0.05)


def _template(*rows: etree._Element) -> etree._Element:
    return element("w:document", element("w:body", *rows))


def _cell(width: str, kind: str, *content: etree._Element) -> etree._Element:
    return element("w:tc", element("w:tcPr", element("w:tcW", w=width, type=kind)), *content)


IDS = {kind.style: f"id{position}" for position, kind in enumerate(KINDS)}


@pytest.mark.parametrize(
    ("cell", "column"),
    [(("5000", "dxa"), 5000), (("2500", "pct"), 9000), (("50%", "pct"), 9000), (("0", "auto"), 9000)],
)
def test_the_column_is_the_cell_where_its_width_is_known_and_else_the_page(cell: tuple[str, str], column: int) -> None:
    rule = paragraph("", IDS["Kẻ dưới Tiêu ngữ"])
    main = _template(element("w:tbl", element("w:tr", _cell(*cell, rule))))
    found = take_rules(main, IDS, {"Tiêu ngữ": 13.0}, 9000)
    assert found == {"motto": RuleLine(column, 13.0, *WHOLE)}


def test_the_indents_are_replaced_by_tags_in_the_order_of_the_schema() -> None:
    rule = paragraph("", IDS["Kẻ dưới Trích yếu"])
    properties = rule[0]
    properties.extend([element("w:spacing", before=0), element("w:ind", left=100), element("w:jc", val="center")])
    assert take_rules(_template(rule), IDS, {}, 9000)["subject"].size == 14.0
    assert [etree.QName(child).localname for child in properties] == ["pStyle", "spacing", "ind", "jc"]
    indents = properties.find(qualified("w:ind"))
    assert indents is not None
    assert indents.get(qualified("w:left")) == indents.get(qualified("w:right")) == "{{ rules.subject }}"


def test_a_template_without_the_styles_has_no_rules() -> None:
    assert take_rules(_template(paragraph("x")), {}, {}, 9000) == {}


def test_the_built_template_has_them_all_with_the_shares_of_the_profile() -> None:
    rules = built_template("report").rules
    profile = load_profile()
    assert set(rules) == {kind.name for kind in KINDS}
    for name, rule in rules.items():
        wanted = profile.component(name).rule
        assert wanted is not None
        assert wanted.ratio.allows(rule.share)
        size = profile.component(name).size
        assert size is not None
        assert rule.size == size.default
    assert rules["motto"].column == twips(profile.header.right.default)
    assert rules["issuer"].column == twips(profile.header.left.default)
    assert rules["subject"].column == pytest.approx(twips(profile.page.text_width), abs=1)


@pytest.mark.parametrize(("style", "above"), [("KeDuoiTieuNgu", MOTTO), ("KeDuoiCoQuanBanHanh", "SỞ NỘI VỤ")])
def test_the_rules_of_a_rendered_file_are_measured(style: str, above: str) -> None:
    root = main_part(rendered(document(issuer={"name": "Sở Nội vụ", "place": "Sông Vân", "symbol": "SNV"})))
    (found,) = [one for one in root.iter(qualified("w:pStyle")) if one.get(qualified("w:val")) == style]
    indents = found.getparent().find(qualified("w:ind"))  # type: ignore[union-attr]
    assert indents is not None
    sides = [int(indents.get(qualified(f"w:{side}"), "0")) for side in ("left", "right")]
    column = next(found.iterancestors(qualified("w:tc"))).find(f".//{qualified('w:tcW')}")
    assert column is not None
    length = (int(column.get(qualified("w:w"), "0")) - sum(sides)) * 25.4 / 1440
    text = text_width(above, 14 if above == MOTTO else 13, bold=True)
    assert length / text == pytest.approx(1 if above == MOTTO else 0.4, abs=0.01)
    assert sides[0] == sides[1]


def test_the_rule_under_an_appendix_is_as_long_on_either_paper() -> None:
    blocks = [{"kind": "paragraph", "text": "x"}]
    appendices = [{"title": "A", "orientation": way, "blocks": blocks} for way in ("portrait", "landscape")]
    main = main_part(rendered(document(appendices=appendices)))
    styles = [style for style in main.iter(qualified("w:pStyle")) if style.get(qualified("w:val")) == "KeDuoiPhuLuc"]
    rules = [style.getparent().getparent() for style in styles]
    paper = SectionProperties(next(main.iter(qualified("w:sectPr"))))
    lengths = []
    for rule, landscape in zip(rules, (False, True), strict=True):
        indents = rule.find(f"{qualified('w:pPr')}/{qualified('w:ind')}")
        sides = sum(int(indents.get(qualified(f"w:{side}"))) for side in ("left", "right"))
        lengths.append(paper.text_width(landscape=landscape) - sides)
    assert max(lengths) - min(lengths) <= 1
    assert abs(lengths[0] - twips(30)) <= 1
