"""References between documents: one names the data file of another instead of copying its number, day or text.

Three places hold one: a basis (``document:``), an attached document (``appendices[].document``), and any text, as
``[[ke_hoach.yaml]]``. Files are read at the edge; here a document and the documents that it names become one that is
ready for print. In a text the first mention is a full citation, later ones kind and number only (NĐ 30, PL I/I/II.6b).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any, Final

from pydantic import BaseModel

from generator.model.basis import LegalBasis
from generator.model.blocks import Block, Paragraph, Picture
from generator.model.canonical import canonical_json, data_hash
from generator.model.document import Appendix, Borrowed, Document
from generator.model.wording import cited_as, short_citation_of
from generator.vietnamese.citations import compose
from generator.vietnamese.marks import escape

_ENDING: Final = r"\.(?:yaml|yml|json|xlsx|docx)"
_IN_TEXT: Final = re.compile(rf"\[\[\s*([^\[\]\n]+?{_ENDING})\s*\]\]", re.IGNORECASE)
_SOME_ENDING: Final = re.compile(_ENDING, re.IGNORECASE)
_CITED_BY: Final = ("format", "kind", "issuer", "number", "notation", "date", "subject")
"""Fields that a citation is composed from; of a công văn the drafting unit too."""

_NOT_ATTACHED: Final = ("legal_bases", "unplaced")
"""What an attached document does not print: its bases are those of the document that issues it (form 1.3)."""

Path = tuple[str | int, ...]


class Use(StrEnum):
    """What is taken from the document that a reference names."""

    BASIS = "basis"
    """Its citation, as a legal basis."""
    TEXT = "text"
    """Its citation, in a text."""
    ATTACHED = "attached"
    """Its title, content and appendices."""


@dataclass(frozen=True)
class Reference:
    """A place that names another data file."""

    file: str
    """As written, relative to the folder of the file that names it."""
    path: Path
    """Where it stands in the data: ``("legal_bases", 3, "document")``."""
    use: Use


@dataclass(frozen=True)
class Sourced:
    """A document as it is stored, with the documents that it names by the files as it writes them."""

    document: Document
    files: Mapping[str, Sourced] = field(default_factory=dict)
    """Of one that is only cited no more than what the citation is made from."""
    digest: str = ""
    """SHA-256 of the canonical JSON of the whole document in the file; empty for the outermost one."""

    @property
    def digests(self) -> dict[str, str]:
        """The hash of each document that goes into this one, at any depth, by its file; sorted."""
        found = {name: one.digest for name, one in self.files.items()}
        for name, one in self.files.items():
            found |= {_beside(name, inner): digest for inner, digest in one.digests.items()}
        return dict(sorted(found.items()))

    @cached_property
    def stored(self) -> bytes:
        """The canonical JSON of the document as it is stored."""
        return canonical_json(self.document)

    @property
    def may_name(self) -> bool:
        """Whether the document may name a file, told by its stored text: a walk through all values takes far longer."""
        return b'"document":' in self.stored or _SOME_ENDING.search(self.stored.decode()) is not None

    @cached_property
    def resolved(self) -> Document:
        """The document for print: citations composed, attached documents in their places."""
        return _Resolution(self).document() if self.files else self.document


def references(document: Document) -> tuple[Reference, ...]:
    """Return every place of a document that names another file, in the order of the model."""
    return tuple(_references(document, ())) if Sourced(document).may_name else ()


def cited_part(document: Document) -> Document:
    """Return no more of a document than what its citation is made from."""
    names = _CITED_BY if document.type.code is not None else (*_CITED_BY, "archive")
    return type(document)(**{name: getattr(document, name) for name in names})


def sourced(document: Document, files: Mapping[str, Sourced], use: Use) -> Sourced:
    """Return a document that another one names, with what it names itself: all of it, or what is cited alone."""
    digest = data_hash(canonical_json(document))
    return Sourced(document if use is Use.ATTACHED else cited_part(document), files, digest)


def left_out(source: Sourced) -> dict[str, tuple[str, ...]]:
    """Return which parts of each attached document are not printed, by its file: Căn cứ …

    Head and end are those of the document that it is attached to, and are not told.
    """
    found = {}
    for appendix in source.document.appendices:
        if appendix.document is not None:
            inner = source.files[appendix.document].document
            found[appendix.document] = tuple(_title(inner, name) for name in _NOT_ATTACHED if getattr(inner, name))
    return {file: names for file, names in found.items() if names}


def _title(document: Document, name: str) -> str:
    return type(document).model_fields[name].title or name


def _references(value: Any, path: Path) -> Iterator[Reference]:
    if isinstance(value, str):
        for match in _IN_TEXT.finditer(value):
            yield Reference(match[1], path, Use.TEXT)
        return
    yield from _own_reference(value, path)
    for step, inner in _inside(value):
        if _may_refer(inner):
            yield from _references(inner, (*path, step))


def _inside(value: Any) -> Iterable[tuple[str | int, Any]]:
    if isinstance(value, tuple):
        return enumerate(value)
    return value.__dict__.items() if isinstance(value, BaseModel) else ()


def _may_refer(value: Any) -> bool:
    """Tell at a glance whether a value is worth a closer look; most texts of a document are not."""
    if isinstance(value, str):
        return "[[" in value
    return value is not None and value is not False and value != ()


def _own_reference(value: Any, path: Path) -> Iterator[Reference]:
    if isinstance(value, LegalBasis | Appendix) and value.document is not None:
        use = Use.BASIS if isinstance(value, LegalBasis) else Use.ATTACHED
        yield Reference(value.document, (*path, "document"), use)


class _Resolution:
    """One document on its way to print; knows which documents it has cited already."""

    def __init__(self, source: Sourced) -> None:
        self._source = source
        self._cited: set[str] = set()

    def document(self) -> Document:
        document = self._source.document
        changes = {name: self._value(getattr(document, name)) for name in type(document).model_fields}
        attached = (part for one in changes["appendices"] for part in self._appendix(one))
        return document.model_copy(update={**changes, "appendices": tuple(attached)})

    def _value(self, value: Any) -> Any:
        """Return the value with the citations in its texts; the same object where there are none."""
        if isinstance(value, str):
            return _IN_TEXT.sub(lambda match: self._mention(match[1]), value) if "[[" in value else value
        if isinstance(value, tuple):
            return tuple(map(self._value, value))
        if isinstance(value, LegalBasis) and value.document in self._source.files:
            return self._basis(value)
        if isinstance(value, BaseModel):
            return _changed(value, self._value)
        return value

    def _basis(self, basis: LegalBasis) -> LegalBasis:
        file = str(basis.document)
        self._cited.add(file)
        lead = basis.lead and self._value(basis.lead)
        citation = cited_as(self._source.files[file].resolved)
        return basis.model_copy(update={"lead": lead, "document": None, "citation": citation})

    def _mention(self, file: str) -> str:
        cited = self._source.files[file].resolved
        if file in self._cited:
            return escape(short_citation_of(cited))
        self._cited.add(file)
        return escape(compose(cited_as(cited)))

    def _appendix(self, appendix: Appendix) -> Iterator[Appendix]:
        """Yield what an entry of the appendices prints: of an attached document its content, then its appendices."""
        if appendix.document is None:
            yield appendix
            return
        owner = _with_pictures_of(appendix.document, self._source.files[appendix.document].resolved)
        yield Borrowed.model_construct(
            document_kind=owner.kind,
            title=owner.subject,
            note=appendix.note,
            orientation=appendix.orientation,
            blocks=_content(owner),
            owner=owner,
        )
        for one in owner.appendices:
            inner = one.owner if isinstance(one, Borrowed) else owner
            yield Borrowed.model_construct(**{**dict(one), "note": None, "owner": inner})


def _content(document: Document) -> tuple[Block, ...]:
    """Return all that stands between head and end but the bases: preamble, sections and closing (ô 6)."""
    before, after = (tuple(Paragraph(text=text) for text in texts) for texts in (document.preamble, document.closing))
    return (*before, *document.sections, *after)


def _changed(value: BaseModel, change: Callable[[Any], Any]) -> BaseModel:
    old = {name: getattr(value, name) for name in type(value).model_fields}
    new = {name: change(one) for name, one in old.items()}
    return value.model_copy(update=new) if any(new[name] is not old[name] for name in old) else value


def _with_pictures_of(file: str, owner: Document) -> Document:
    """Return the attached document, its pictures named from the folder of the document that it is attached to."""

    def change(value: Any) -> Any:
        if isinstance(value, Picture):
            return value.model_copy(update={"file": _beside(file, value.file)})
        if isinstance(value, tuple):
            return tuple(map(change, value))
        return _changed(value, change) if isinstance(value, BaseModel) else value

    parts = {name: change(getattr(owner, name)) for name in ("sections", "appendices")}
    return owner.model_copy(update=parts)


def _beside(file: str, name: str) -> str:
    """Return the path of a file that another one names, from where that one is named."""
    return str(PurePosixPath(file).parent / name)
