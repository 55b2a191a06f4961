"""What a rendered file tells about itself: versions, hashes and data, found again whoever saved it last."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import HealthCheck, given, settings

from generator.errors import TemplateError
from generator.model.canonical import canonical_json, data_hash
from generator.model.document import Document
from generator.model.store import load_document
from generator.office import convert_bytes, find_soffice
from generator.ooxml.custom_parts import properties, with_item, with_properties, without_item
from generator.ooxml.package import MAIN, read_parts, write_parts
from generator.ooxml.visible_text import visible_text
from generator.ooxml.wml import element, text_element
from generator.render.compiled import compile_template
from generator.render.provenance import NAMESPACE, Provenance, read_provenance, text_hash
from generator.render.render import render
from generator.templates.catalog import layouts, template_for
from generator.version import VERSION
from tests.ooxml_sdk import validate
from tests.rendered import built_template, document, png, template_of
from tests.strategies import documents, plans

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "data" / "plans" / "ke_hoach_cchc_2027.yaml"
_MANY = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
_ODD = "<b>&amp; ]]> \\*\"'%}} \u2028 \u0085 \ufffd 𝄞  hai  cách"


def _plan(**fields: Any) -> Document:
    return document("plan", subject="Cải cách hành chính", **fields)


def _rendered(source: Document, *, embed: bool = True, template: bytes | None = None) -> bytes:
    compiled = compile_template(template) if template else built_template(source.kind)
    return render(source, compiled, layouts(), {"a.png": png()}, embed=embed)


def _read(data: bytes) -> Provenance:
    found = read_provenance(read_parts(data))
    assert found is not None
    return found


def test_a_file_tells_versions_and_hashes_and_carries_its_data() -> None:
    source = _plan()
    found = _read(_rendered(source))
    canonical = canonical_json(source)
    assert found.embedded == canonical
    assert (found.kind, found.version, found.data) == ("plan", VERSION, data_hash(canonical))
    assert found.template == sha256(template_for("plan").read_bytes()).hexdigest()
    assert str(found.profile).startswith("nd30-2020 ")
    assert (found.edited, found.is_altered) == (False, False)
    assert set(found.to_json()) == {"version", "data", "template", "profile", "edited"}


@_MANY
@given(source=documents | plans)
def test_any_document_comes_back_and_counts_as_unedited(source: Document) -> None:
    parts = read_parts(_rendered(source))
    found = read_provenance(parts)
    assert found is not None
    assert found.embedded is not None
    assert load_document(found.embedded, "a.json") == source
    assert properties(parts)["vanban-text"] == text_hash(visible_text(parts[MAIN]))
    assert found.edited is False


def test_odd_characters_come_back_letter_for_letter() -> None:
    source = _plan(sections=[{"title": _ODD, "blocks": [{"kind": "other", "text": f"{_ODD}\n\t{_ODD}"}]}])
    found = _read(_rendered(source)).embedded
    assert found is not None
    assert load_document(found, "a.json") == source


def test_without_data_the_hashes_stay() -> None:
    source = _plan()
    data = _rendered(source, embed=False)
    found = _read(data)
    assert found.embedded is None
    assert (found.data, found.edited) == (data_hash(canonical_json(source)), False)
    assert not [name for name in read_parts(data) if name.startswith("customXml/")]


def _typed_in_word(data: bytes) -> bytes:
    opened = docx.Document(BytesIO(data))
    opened.paragraphs[-1].add_run(" thêm")
    return _saved(opened)


def _restyled_in_word(data: bytes) -> bytes:
    opened = docx.Document(BytesIO(data))
    for paragraph in opened.paragraphs:
        for run in paragraph.runs:
            run.italic = True
    opened.add_paragraph("")
    return _saved(opened)


def _without_data(data: bytes) -> bytes:
    return write_parts(without_item(read_parts(data), NAMESPACE))


def _other_data(data: bytes) -> bytes:
    return write_parts(with_item(read_parts(data), NAMESPACE, f'<data xmlns="{NAMESPACE}">{{}}</data>'.encode()))


def _saved(opened: Any) -> bytes:
    saved = BytesIO()
    opened.save(saved)
    return saved.getvalue()


@pytest.mark.parametrize(
    ("change", "edited", "altered", "has_data"),
    [
        (lambda data: _saved(docx.Document(BytesIO(data))), False, False, True),
        (_typed_in_word, True, False, True),
        (_restyled_in_word, False, False, True),
        (_without_data, False, False, False),
        (_other_data, False, True, True),
    ],
    ids=["saved", "typed into", "restyled", "data removed", "data altered"],
)
def test_what_happened_to_a_file_is_seen(
    change: Callable[[bytes], bytes], edited: bool, altered: bool, has_data: bool
) -> None:
    found = _read(change(_rendered(_plan(closing=["Hết"]))))
    assert (found.edited, found.is_altered, found.embedded is not None) == (edited, altered, has_data)


def test_a_file_whose_properties_were_removed_still_has_its_data() -> None:
    parts = read_parts(_rendered(_plan()))
    del parts["docProps/custom.xml"]
    found = read_provenance(parts)
    assert found is not None
    assert (found.version, found.edited, found.is_altered) == (None, None, False)
    assert found.embedded


def test_a_file_of_others_and_a_template_are_not_ours() -> None:
    foreign = _saved(docx.Document())
    assert read_provenance(read_parts(foreign)) is None
    assert read_provenance(read_parts(template_for("plan").read_bytes())) is None


def test_properties_of_an_own_template_stay() -> None:
    own = write_parts(with_properties(read_parts(template_for("report").read_bytes()), {"Phòng": "Tổ chức"}))
    assert properties(read_parts(_rendered(document(), template=own)))["Phòng"] == "Tổ chức"


@pytest.mark.parametrize("embed", [True, False])
def test_data_of_the_document_that_a_template_was_made_from_do_not_travel_on(embed: bool) -> None:
    own = write_parts(
        with_item(read_parts(template_of("{{ issuer.name }}")), NAMESPACE, f'<a xmlns="{NAMESPACE}"/>'.encode())
    )
    source = document(issuer={"name": "b"})
    data = _rendered(source, template=own, embed=embed)
    assert _read(data).embedded == (canonical_json(source) if embed else None)
    assert len([name for name in read_parts(data) if name.startswith("customXml/item")]) == 2 * embed


def test_a_text_box_of_an_own_template_is_read_as_a_whole() -> None:
    choice = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = element("w:r")
    for name in ("Choice", "Fallback"):
        copy = element("w:p", element("w:r", text_element("{{ issuer.name }}")))
        outer = box.makeelement(f"{{{choice}}}{name}", nsmap={"mc": choice})
        outer.append(element("w:pict", element("w:txbxContent", copy)))
        box.append(outer)
    data = _rendered(document(issuer={"name": "Trong khung"}), template=template_of(element("w:p", box)))
    assert _read(data).edited is False
    assert visible_text(read_parts(data)[MAIN]).count("TRONG KHUNG") == 1


def test_a_broken_part_is_named() -> None:
    parts = {**read_parts(_rendered(_plan())), "docProps/custom.xml": b"<"}
    with pytest.raises(TemplateError, match="docProps/custom.xml"):
        read_provenance(parts)


def test_the_same_document_gives_the_same_bytes() -> None:
    assert _rendered(_plan()) == _rendered(_plan())


def _sample() -> bytes:
    return _rendered(load_document(SAMPLE.read_bytes(), "a.yaml"))


@pytest.mark.sdk
def test_the_files_are_valid(tmp_path: Path) -> None:
    picture = {"kind": "picture", "file": "a.png", "alt": "hình"}
    made = {
        tmp_path / "mau.docx": _sample(),
        tmp_path / "hinh.docx": _rendered(_plan(sections=[{"blocks": [picture]}])),
        tmp_path / "khong.docx": _rendered(_plan(), embed=False),
    }
    for path, data in made.items():
        path.write_bytes(data)
    assert validate([*made]) == {path: [] for path in made}


@pytest.mark.office
@pytest.mark.skipif(find_soffice() is None, reason="chưa cài LibreOffice (libreoffice-writer-nogui)")
def test_libreoffice_opens_a_file_and_keeps_all_of_it_when_it_saves() -> None:
    data = _sample()
    assert _read(convert_bytes(data, "a.docx", to="docx")) == _read(data)
