"""Files that could carry no document Word would open are refused in words; a .dotx gives an ordinary .docx."""

from __future__ import annotations

import warnings
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from generator.errors import TemplateError
from generator.ooxml.package import CONTENT_TYPES, MAIN, read_parts, write_parts
from generator.render.compiled import compile_template
from generator.templates.check import check_template
from tests.ooxml_sdk import validate
from tests.own_templates import edited, own_template, with_parts
from tests.rendered import document, rendered, texts

DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def _with_entry(name: str) -> bytes:
    """Return a template with an entry added to its zip file, whatever is there already."""
    data = BytesIO(own_template("a"))
    with zipfile.ZipFile(data, "a") as archive, warnings.catch_warnings(action="ignore"):
        archive.writestr(name, read_parts(own_template("b"))[MAIN])
    return data.getvalue()


UNFIT = {
    "macros": (edited(own_template("a"), CONTENT_TYPES, (DOCUMENT, MACROS)), "macros", "macro"),
    "strict": (edited(own_template("a"), MAIN, (WORD, STRICT)), "strict-file", "Strict Open XML"),
    "prefix": (
        edited(own_template("a"), MAIN, ("<w:", "<x:"), ("</w:", "</x:"), (" w:", " x:"), ("xmlns:w=", "xmlns:x=")),
        "odd-prefix",
        "tiền tố",
    ),
    "no relationships": (with_parts(own_template("a"), {"_rels/.rels": None}), "incomplete-file", "_rels/.rels"),
    "a double part": (_with_entry(MAIN), "odd-entry", MAIN),
    "a way out": (_with_entry("../../x.txt"), "odd-entry", "../../x.txt"),
}


@pytest.mark.parametrize(("data", "code", "told"), UNFIT.values(), ids=UNFIT.keys())
def test_a_file_that_can_carry_no_document_is_refused_in_words(data: bytes, code: str, told: str) -> None:
    (found,) = check_template(data)
    assert (found.code, found.severity.value) == (code, "error")
    assert told in found.message
    assert "Save As" in (found.hint or "")
    with pytest.raises(TemplateError, match="Save As"):
        compile_template(data)


def _as_template() -> bytes:
    return edited(
        own_template("{{ number }}"), CONTENT_TYPES, (DOCUMENT, DOCUMENT.replace("document.main", "template.main"))
    )


def test_a_dotx_is_a_template_and_its_documents_are_documents() -> None:
    assert check_template(_as_template()) == ()
    made = rendered(document("plan", number="5"), template=_as_template())
    assert texts(made) == ["05"]
    assert DOCUMENT.encode() in made[CONTENT_TYPES]
    assert b"template.main" not in made[CONTENT_TYPES]


def test_what_word_counted_in_the_template_does_not_go_into_documents() -> None:
    counted = b"<Properties><Template>cu.dotm</Template><Pages>77</Pages><TotalTime/><Company>A</Company></Properties>"
    made = rendered(document("plan"), template=with_parts(own_template("a"), {"docProps/app.xml": counted}))
    assert made["docProps/app.xml"] == b"<Properties><Company>A</Company></Properties>"


@pytest.mark.sdk
def test_a_document_of_a_dotx_is_valid(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(write_parts(rendered(document("plan"), template=_as_template())))
    assert validate([path]) == {path: []}
