"""Where a rendered file comes from: versions and hashes in its custom properties, the data themselves beside it.

The properties of a file: ``vanban-kind`` (kind of document), ``vanban-version`` (of the program), ``vanban-data``
(SHA-256 of the canonical JSON of the document, never of the file), ``vanban-template`` (SHA-256 of the template),
``vanban-profile`` (name of the profile and SHA-256 of its values), ``vanban-text`` (SHA-256 of the visible text, so
that an edit made in Word is seen). The data are a custom XML part: the canonical JSON as text of one element.

A document that refers to others has for each of them ``vanban-reference-1`` … (its file, and the SHA-256 of the
canonical JSON of its document) and ``vanban-cited`` (SHA-256 of what of them goes along, in an element of its own).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from typing import Any, Final, NamedTuple

from generator.model.canonical import canonical_json, data_hash
from generator.model.references import Sourced
from generator.model.store import load_document
from generator.nd30.profile import load_profile
from generator.ooxml.custom_parts import item, properties, with_item, with_properties, without_item, without_properties
from generator.ooxml.package import MAIN
from generator.ooxml.visible_text import visible_text
from generator.templates.builder import KIND_PROPERTY
from generator.version import VERSION

NAMESPACE: Final = "urn:vanban:data:1"
_VERSION: Final = "vanban-version"
_DATA: Final = "vanban-data"
_TEMPLATE: Final = "vanban-template"
_PROFILE: Final = "vanban-profile"
_TEXT: Final = "vanban-text"
_CITED: Final = "vanban-cited"
_REFERENCE: Final = "vanban-reference-"
_MARKS: Final = (KIND_PROPERTY, _VERSION, _DATA, _TEMPLATE, _PROFILE, _TEXT)
_NO_DATA: Final = b"<data/>"


@dataclass(frozen=True)
class Provenance:
    """What a file of ours tells about itself; a hash that it has lost is None."""

    kind: str | None
    version: str | None
    data: str | None
    template: str | None
    profile: str | None
    edited: bool | None
    """Whether the visible text is another than when the file was made; None when that cannot be told."""
    embedded: bytes | None
    """The canonical JSON in the file; None when it was left out or removed."""
    references: Mapping[str, str] = field(default_factory=dict)
    """The SHA-256 of each document that this one refers to, by its file."""
    cited: str | None = None
    """The SHA-256 of what of them goes along."""
    embedded_references: bytes | None = None
    """What of them is in the file, for `embedded_source`."""

    @property
    def is_altered(self) -> bool:
        """Whether the data in the file are not those that it was made from."""
        if self.embedded is None or self.data is None:
            return False
        cited = self.embedded_references
        is_other = self.cited is not None and (cited is None or data_hash(cited) != self.cited)
        return is_other or data_hash(self.embedded) != self.data

    @property
    def is_trusted(self) -> bool:
        """Whether the data in the file are known to be those that it was made from."""
        return self.embedded is not None and self.data is not None and not self.is_altered

    def to_json(self) -> dict[str, Any]:
        """The provenance as plain values."""
        names = ("version", "data", "template", "profile", "edited")
        told = {name: getattr(self, name) for name in names}
        return {**told, "references": dict(self.references)} if self.references else told


class ProvenanceForm(NamedTuple):
    """The provenance of the documents of a template, what differs between them left open."""

    fixed: Mapping[str, bytes]
    """The parts to be added or changed that are the same for each document: relationships, content types."""
    marks: str
    """The name of the part with the custom properties."""
    around: tuple[str, ...]
    """Its XML, and the names of the properties that are left open, in turn."""
    item: str | None
    """The name of the part with the data; None where they do not go along."""

    def parts(self, source: Sourced, text: str) -> dict[str, bytes]:
        """Return the parts that tell of one document; ``text`` is its visible text."""
        canonical = source.stored
        values = {KIND_PROPERTY: source.document.kind, _DATA: data_hash(canonical), _TEXT: text_hash(text)}
        cited = _cited(source.files)
        values |= {_CITED: data_hash(cited)} if cited else {}
        around = list(self.around)
        around[1::2] = [values[name] for name in self.around[1::2]]
        made = {self.marks: "".join(around).encode()}
        return made if self.item is None else {**made, self.item: _element(canonical, cited)}


def provenance_form(
    parts: Mapping[str, bytes], template_hash: str, *, embed: bool = True, references: Mapping[str, str] | None = None
) -> ProvenanceForm:
    """Return the provenance of the documents that have these parts beside their text.

    ``embed`` tells whether the data go along, ``references`` the hashes of the documents referred to, by file. Other
    properties and XML parts stay.
    """
    listed = {f"{_REFERENCE}{at}": f"{file} {told}" for at, (file, told) in enumerate((references or {}).items(), 1)}
    names = (*_MARKS, *((_CITED,) if listed else ()))
    left_open = {name: f"{template_hash}:{name}" for name in (KIND_PROPERTY, _DATA, _TEXT, _CITED)}
    known = {_VERSION: VERSION, _TEMPLATE: template_hash, _PROFILE: _profile()}
    marks = {**{name: {**left_open, **known}[name] for name in names}, **listed}
    made = with_properties(with_item(parts, NAMESPACE, _NO_DATA) if embed else parts, marks)
    changed = {name: data for name, data in made.items() if parts.get(name) is not data}
    sign = f"{template_hash}:".encode()
    properties_part = next(name for name, data in changed.items() if sign in data)
    item_part = next((name for name, data in changed.items() if data is _NO_DATA), None)
    around = re.split(f"{template_hash}:([a-z-]+)", changed[properties_part].decode())
    fixed = {name: data for name, data in changed.items() if name not in (properties_part, item_part)}
    return ProvenanceForm(fixed, properties_part, tuple(around), item_part)


def without_data(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a template without the data that it carries when it was made from an earlier document."""
    return without_item(without_properties(without_properties(parts, _CITED), _REFERENCE), NAMESPACE)


def text_hash(text: str) -> str:
    """Return the SHA-256 of a visible text, in hexadecimal."""
    return sha256(text.encode()).hexdigest()


@cache
def _profile() -> str:
    profile = load_profile()
    return f"{profile.profile} {sha256(profile.model_dump_json().encode()).hexdigest()}"


_HEAD: Final = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<data xmlns="{NAMESPACE}">'.encode()


def _element(canonical: bytes, cited: bytes) -> bytes:
    """The text in one element: JSON holds neither line ends nor control characters that XML would change."""
    inner = b"".join((b"<references>", _escaped(cited), b"</references>")) if cited else b""
    return b"".join((_HEAD, _escaped(canonical), inner, b"</data>"))


def _escaped(text: bytes) -> bytes:
    return text.replace(b"&", b"&amp;").replace(b"<", b"&lt;").replace(b">", b"&gt;")


def _cited(files: Mapping[str, Sourced]) -> bytes:
    """Return the documents that one refers to, with their own references, as canonical JSON; empty where none is."""
    return json.dumps(_nested(files), ensure_ascii=False, sort_keys=True).encode() if files else b""


def _nested(files: Mapping[str, Sourced]) -> dict[str, Any]:
    return {
        name: {"document": canonical_json(one.document).decode(), "sha256": one.digest, "files": _nested(one.files)}
        for name, one in files.items()
    }


def embedded_source(provenance: Provenance, name: str) -> Sourced:
    """Return the data that a file carries, with what goes along of the documents that they refer to.

    ``name`` ends in ``.json``. Raises DataError when the data are no document.
    """
    nested = json.loads(provenance.embedded_references or b"{}")
    return Sourced(load_document(provenance.embedded or b"", name), _unnested(nested, name))


def _unnested(nested: Mapping[str, Any], name: str) -> dict[str, Sourced]:
    return {
        file: Sourced(load_document(one["document"], name), _unnested(one["files"], name), one["sha256"])
        for file, one in nested.items()
    }


def read_provenance(parts: Mapping[str, bytes]) -> Provenance | None:
    """Return what a file of ours tells about itself, whoever saved it last; None for a file of others.

    Raises TemplateError when a part is no XML.
    """
    marks = properties(parts)
    root = item(parts, NAMESPACE)
    if root is None and _VERSION not in marks:
        return None
    text = marks.get(_TEXT)
    embedded = "" if root is None else (root.text or "").strip()
    cited = "" if root is None else "".join(str(text) for inner in root for text in inner.itertext()).strip()
    return Provenance(
        kind=marks.get(KIND_PROPERTY),
        version=marks.get(_VERSION),
        data=marks.get(_DATA),
        template=marks.get(_TEMPLATE),
        profile=marks.get(_PROFILE),
        edited=None if text is None else text != text_hash(visible_text(parts[MAIN])),
        embedded=embedded.encode() or None,
        references=dict(_listed(marks)),
        cited=marks.get(_CITED),
        embedded_references=cited.encode() or None,
    )


def _listed(marks: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the file and the hash of each document referred to."""
    for name, value in marks.items():
        if name.startswith(_REFERENCE):
            file, _, told = value.rpartition(" ")
            yield file, told
