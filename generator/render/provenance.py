"""Where a rendered file comes from: versions and hashes in its custom properties, the data themselves beside it.

The properties of a file: ``vanban-kind`` (kind of document), ``vanban-version`` (of the program), ``vanban-data``
(SHA-256 of the canonical JSON of the document, never of the file), ``vanban-template`` (SHA-256 of the template),
``vanban-profile`` (name of the profile and SHA-256 of its values), ``vanban-text`` (SHA-256 of the visible text, so
that an edit made in Word is seen). The data are a custom XML part: the canonical JSON as text of one element.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Any, Final

from generator.model.canonical import canonical_json, data_hash
from generator.model.document import Document
from generator.nd30.profile import load_profile
from generator.ooxml.custom_parts import item, properties, with_item, with_properties, without_item
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

    @property
    def is_altered(self) -> bool:
        """Whether the data in the file are not those that it was made from."""
        return self.embedded is not None and self.data is not None and data_hash(self.embedded) != self.data

    def to_json(self) -> dict[str, Any]:
        """The provenance as plain values."""
        names = ("version", "data", "template", "profile", "edited")
        return {name: getattr(self, name) for name in names}


def provenance_parts(
    parts: Mapping[str, bytes], document: Document, template_hash: str, text: str, *, embed: bool = True
) -> dict[str, bytes]:
    """Return the parts that tell where a document comes from: those to be added to its parts, or changed.

    ``text`` is the visible text of the document; ``embed`` tells whether the data go along. Other properties and XML
    parts stay.
    """
    canonical = canonical_json(document)
    marks = {
        KIND_PROPERTY: document.kind,
        _VERSION: VERSION,
        _DATA: data_hash(canonical),
        _TEMPLATE: template_hash,
        _PROFILE: _profile(),
        _TEXT: text_hash(text),
    }
    made = with_properties(with_item(parts, NAMESPACE, _element(canonical)) if embed else parts, marks)
    return {name: data for name, data in made.items() if parts.get(name) is not data}


def without_data(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a template without the data that it carries when it was made from an earlier document."""
    return without_item(parts, NAMESPACE)


def text_hash(text: str) -> str:
    """Return the SHA-256 of a visible text, in hexadecimal."""
    return sha256(text.encode()).hexdigest()


@cache
def _profile() -> str:
    profile = load_profile()
    return f"{profile.profile} {sha256(profile.model_dump_json().encode()).hexdigest()}"


def _element(canonical: bytes) -> bytes:
    """The text in one element: JSON holds neither line ends nor control characters that XML would change."""
    text = canonical.replace(b"&", b"&amp;").replace(b"<", b"&lt;").replace(b">", b"&gt;")
    head = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<data xmlns="{NAMESPACE}">'
    return b"".join((head.encode(), text, b"</data>"))


def read_provenance(parts: Mapping[str, bytes]) -> Provenance | None:
    """Return what a file of ours tells about itself, whoever saved it last; None for a file of others.

    Raises TemplateError when a part is no XML.
    """
    marks = properties(parts)
    root = item(parts, NAMESPACE)
    if root is None and _VERSION not in marks:
        return None
    text = marks.get(_TEXT)
    embedded = "" if root is None else "".join(map(str, root.itertext())).strip()
    return Provenance(
        kind=marks.get(KIND_PROPERTY),
        version=marks.get(_VERSION),
        data=marks.get(_DATA),
        template=marks.get(_TEMPLATE),
        profile=marks.get(_PROFILE),
        edited=None if text is None else text != text_hash(visible_text(parts[MAIN])),
        embedded=embedded.encode() or None,
    )
