"""Section properties turned to landscape and restarted, the template's own otherwise untouched."""

from lxml import etree

from generator.ooxml.sections import SectionProperties
from generator.ooxml.wml import element, qualified


def _portrait() -> SectionProperties:
    return SectionProperties(
        element(
            "w:sectPr",
            element("w:pgSz", w=11906, h=16838),
            element("w:pgMar", top=1134, right=1134, bottom=1134, left=1701, header=567, footer=0, gutter=0),
            element("w:cols", space=720),
            element("w:titlePg"),
        )
    )


def _read(xml: str) -> etree._Element:
    return etree.fromstring(xml)


def test_landscape_swaps_the_sides_of_the_paper() -> None:
    size = _read(_portrait().xml(landscape=True)).find(qualified("w:pgSz"))
    assert size is not None
    assert [size.get(qualified(f"w:{name}")) for name in ("w", "h", "orient")] == ["16838", "11906", "landscape"]


def test_restart_stands_before_the_columns_as_the_schema_wants() -> None:
    names = [etree.QName(child).localname for child in _read(_portrait().xml(restart=True))]
    assert names == ["pgSz", "pgMar", "pgNumType", "cols", "titlePg"]


def test_the_own_paper_is_not_changed_by_a_variant() -> None:
    paper = _portrait()
    before = paper.xml()
    paper.xml(landscape=True, restart=True)
    assert paper.xml() == before


def test_text_width_is_the_paper_without_its_margins() -> None:
    assert _portrait().text_width() == 11906 - 1701 - 1134
    assert _portrait().text_width(landscape=True) == 16838 - 1701 - 1134


def test_text_height_is_the_paper_without_its_margins() -> None:
    top_and_bottom = 16838 - _portrait().text_height()
    assert _portrait().text_height(landscape=True) == 11906 - top_and_bottom
    assert top_and_bottom > 0
