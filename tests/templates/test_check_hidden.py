"""Tags where Word does not show them."""

from __future__ import annotations

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from generator.templates.check import check_template
from tests.own_templates import opened, own_template, saved

WORD = nsdecls("w")
CHANGE = 'w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"'


def _with(xml: str) -> bytes:
    """Return a template whose second paragraph has more XML in it."""
    document = opened(own_template("a", "b"))
    document.paragraphs[1]._p.append(parse_xml(xml))
    return saved(document)


def _deletion(text: str, name: str = "del", kind: str = "delText") -> str:
    return f"<w:{name} {WORD} {CHANGE}><w:r><w:{kind}>{text}</w:{kind}></w:r></w:{name}>"


@pytest.mark.parametrize(
    ("xml", "codes"),
    [
        (_deletion("{%p endfor %}"), ["tracked-changes", "deleted-tag"]),
        (_deletion("{{ number }}", "moveFrom", "t"), ["tracked-changes", "deleted-tag"]),
        (_deletion("lời cũ"), ["tracked-changes"]),
        (_deletion("{{ number }}", "ins", "t"), ["tracked-changes"]),
        (f'<w:bookmarkStart {WORD} w:id="1" w:name="{{{{ number }}}}"/>', ["hidden-tag"]),
        (f'<w:bookmarkStart {WORD} w:id="1" w:name="so"/>', []),
    ],
    ids=["deleted tag", "tag moved away", "deleted words", "inserted tag", "attribute", "plain attribute"],
)
def test_what_is_hidden_is_told(xml: str, codes: list[str]) -> None:
    findings = check_template(_with(xml))
    assert [one.code for one in findings] == codes
    assert {one.place.part for one in findings} <= {"đoạn 2"}
    assert [one.severity.value for one in findings if one.code == "deleted-tag"] == ["error"] * ("deleted-tag" in codes)
