"""Templates in which Word itself numbers paragraphs, and a plan whose appendices have lines to number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from tests.own_templates import Content, edited, opened, own_template, saved, with_parts
from tests.rendered import document

LEVELS = "".join(
    f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{text}"/></w:lvl>'
    for level, start, text in ((0, 1, "%1)"), (1, 5, "%1.%2)"))
)
BULLET = '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>'
LISTS = (
    f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{LEVELS}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>{BULLET}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride></w:num>'
)
OUTER, INNER, END = "{%p for a in appendices %}", "{%p for line in a.lines %}", "{%p endfor %}"
NESTED = ("{{r subject }}", OUTER, "{{r a.title }}", INNER, "{{r line.text }}", END, END)
BLOCKS = [{"kind": "paragraph", "text": text} for text in ("một", "hai")]
SOURCE = document("plan", subject="Đầu", appendices=[{"title": title, "blocks": BLOCKS} for title in ("Bắc", "Nam")])


def numbered_template(content: Sequence[Content], numbered: Mapping[int, tuple[int, int]]) -> bytes:
    """Return a template in which paragraphs, by their place, have a list and a level."""
    made = opened(own_template(*content))
    everything = [found for found in made.element.body.iter(qn("w:p"))]
    for place, (number, level) in numbered.items():
        properties = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        everything[place].get_or_add_pPr().append(parse_xml(properties))
    return with_numbering(saved(made), LISTS)


def with_numbering(template: bytes, numbering: str) -> bytes:
    """Return a template with a numbering part, given as what stands in its root; its styles are left alone."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
    part = f"<w:numbering {nsdecls('w')}>{numbering}</w:numbering>"
    template = with_parts(template, {"word/numbering.xml": part.encode()})
    override = f'<Override PartName="/word/numbering.xml" ContentType="{kind}"/></Types>'
    template = edited(template, "[Content_Types].xml", ("</Types>", override))
    relationship = f'<Relationship Id="rIdSo" Type="{office}" Target="numbering.xml"/></Relationships>'
    return edited(template, "word/_rels/document.xml.rels", ("</Relationships>", relationship))
