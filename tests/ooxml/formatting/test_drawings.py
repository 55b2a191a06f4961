"""Measures of pictures and drawn lines."""

from __future__ import annotations

import pytest

from generator.ooxml.formatting.values import Drawing
from tests.ooxml.formatting.word_file import p, read

A4 = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="0"/></w:sectPr>'
)


def drawing(xml: str) -> Drawing | None:
    found = read(p(f"<w:r>{xml}</w:r>") + A4).paragraphs[0].drawings
    return found[0] if found else None


def anchored(shape: str, position: str = "", width: int = 3600000, height: int = 0) -> str:
    return (
        f'<w:drawing><wp:anchor>{position}<wp:extent cx="{width}" cy="{height}"/><a:graphic><a:graphicData>{shape}'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )


def shape(preset: str, line: str = "") -> str:
    return f'<wps:wsp><wps:spPr><a:prstGeom prst="{preset}"/><a:ln>{line}</a:ln></wps:spPr></wps:wsp>'


@pytest.mark.parametrize(
    ("preset", "height", "kind"),
    [("line", 0, "line"), ("straightConnector1", 0, "line"), ("rect", 9000, "line"), ("rect", 720000, "shape")],
)
def test_lines_of_drawingml(preset: str, height: int, kind: str) -> None:
    found = drawing(anchored(shape(preset), height=height))
    assert found
    assert (found.kind, found.width, found.solid) == (kind, 100, True)


def test_a_dashed_line_is_not_solid_and_one_without_stroke_is_not_seen() -> None:
    dashed = drawing(anchored(shape("line", '<a:prstDash val="dash"/>')))
    assert dashed
    assert not dashed.solid
    assert drawing(anchored(shape("line", "<a:noFill/>"))) is None


@pytest.mark.parametrize(
    ("position", "left"),
    [
        ('<wp:positionH relativeFrom="column"><wp:posOffset>360000</wp:posOffset></wp:positionH>', 10),
        ('<wp:positionH relativeFrom="page"><wp:posOffset>1800000</wp:posOffset></wp:positionH>', 20),
        ('<wp:positionH relativeFrom="margin"><wp:align>center</wp:align></wp:positionH>', 30),
        ('<wp:positionH relativeFrom="column"><wp:align>right</wp:align></wp:positionH>', 60),
        ('<wp:positionH relativeFrom="character"><wp:posOffset>1</wp:posOffset></wp:positionH>', None),
        ("", None),
    ],
)
def test_where_a_drawing_stands(position: str, left: float | None) -> None:
    found = drawing(anchored(shape("line"), position))
    assert found
    assert found.left == (None if left is None else pytest.approx(left, abs=0.01))


@pytest.mark.parametrize(
    "xml",
    [
        '<v:line from="10pt,5pt" to="154pt,5pt" style="position:absolute"/>',
        '<v:shape type="#_x0000_t32" style="position:absolute;margin-left:10pt;width:144pt;height:0"/>',
        '<v:rect style="position:absolute;margin-left:10pt;width:144pt;height:1pt"/>',
    ],
)
def test_lines_of_vml(xml: str) -> None:
    found = drawing(f"<w:pict>{xml}</w:pict>")
    assert found
    assert (found.kind, found.width, found.left) == ("line", pytest.approx(50.8), pytest.approx(3.528, abs=0.001))


def test_a_line_of_vml_without_stroke_is_not_seen() -> None:
    assert drawing('<w:pict><v:line from="0,0" to="9pt,0" stroked="f"/></w:pict>') is None


def test_pictures_name_their_part() -> None:
    picture = '<pic:pic><pic:blipFill><a:blip r:embed="header1"/></pic:blipFill></pic:pic>'
    found = read(p(f"<w:r>{anchored(picture)}</w:r>"), header1="").paragraphs[0].drawings[0]
    assert (found.kind, found.target) == ("picture", "word/header1.xml")
