"""The files that a document names, read from the folder that it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.cli.files.inputs import field_cells, load
from generator.cli.files.own_word import embedded_sources, provenance_of
from generator.diagnostics import Diagnostic, Place, error
from generator.errors import DataError, GeneratorError
from generator.files import read_bytes
from generator.model.document import Document
from generator.model.references import Reference, Sourced, Use, cited_part, references, sourced
from generator.model.store import is_stored
from generator.yamltext import dotted, parse_yaml

_Way = tuple[Path, ...]
_CODE = "reference"


def with_references(document: Document, path: Path, read: dict[Path, Document] | None = None) -> Sourced:
    """Return the document of a file with the documents that it names.

    Those of a Word file of ours go along in it; any other's are read, from the folder of the file. Raises DataError
    with one diagnostic for each file that is missing, faulty, or comes back to the one that names it. ``read`` keeps
    the files that were read, so that of many documents which name one file it is read once.
    """
    source = Sourced(document)
    if not (source.may_name and references(document)):
        return source
    if (provenance := provenance_of(path)) is not None and provenance.is_trusted:
        return Sourced(document, embedded_sources(provenance, str(path)).files)
    reader = _Reader(read={} if read is None else read)
    files = reader.files(document, path, (path.resolve(),))
    if reader.faults:
        count = sum(one.code == _CODE for one in reader.faults)
        told = f"có {count} tham chiếu tới văn bản khác không dùng được"
        raise DataError(told, where=str(path), diagnostics=reader.faults)
    return Sourced(document, files)


@dataclass
class _Reader:
    """Reads each file once and gathers what is wrong with the references."""

    read: dict[Path, Document]
    faults: list[Diagnostic] = field(default_factory=list)

    def files(self, document: Document, path: Path, chain: _Way, cited: _Way = ()) -> dict[str, Sourced]:
        """Return what the document of a file names.

        ``chain`` are the files on the way to it, itself the last, ``cited`` the last of them of which no more is
        wanted than what a citation is made from.
        """
        found: dict[str, Sourced] = {}
        named = sorted(references(document), key=lambda one: one.use is not Use.ATTACHED)
        for reference in named:
            if reference.file in found or (target := self._target(reference, path, chain, cited)) is None:
                continue
            other = self.read[target]
            whole = reference.use is Use.ATTACHED
            following = () if whole else (*cited, target)
            part = other if whole else cited_part(other)
            inner = self.files(part, path.parent / reference.file, (*chain, target), following)
            found[reference.file] = sourced(other, inner, reference.use)
        return found

    def _target(self, reference: Reference, path: Path, chain: _Way, cited: _Way) -> Path | None:
        """Return the file that a reference names, read; None when something is wrong with it, which is noted."""
        target = (path.parent / reference.file).resolve()
        try:
            self._document(target, path.parent / reference.file)
        except GeneratorError as failure:
            self._note(reference, path, failure.message, found=f"«{reference.file}»", hint=failure.hint)
            self.faults += [_in_file(one, str(path.parent / reference.file)) for one in failure.diagnostics]
            return None
        if circle := self._circle(reference, target, chain, cited):
            shown = " → ".join(one.name for one in circle)
            told = "các văn bản tham chiếu vòng tròn" if len(circle) > 2 else "văn bản tham chiếu chính nó"
            self._note(reference, path, told, found=shown, hint="bỏ một tham chiếu trong vòng này")
            return None
        return target

    def _document(self, target: Path, shown: Path) -> Document:
        if target not in self.read:
            self.read[target] = load(shown)[0]
        return self.read[target]

    def _circle(self, reference: Reference, target: Path, chain: _Way, cited: _Way) -> _Way:
        """Return the way back to the file that holds the reference; empty where there is none.

        An attached document may cite the one that it is attached to; no two may be bases of each other.
        """
        if target == chain[-1] or target in (chain if reference.use is Use.ATTACHED else cited):
            return (*chain[chain.index(target) :], target)
        if reference.use is not Use.BASIS:
            return ()
        way = next(self._ways(target, chain[-1], (target,)), ())
        return (chain[-1], *way) if way else ()

    def _ways(self, start: Path, goal: Path, way: _Way) -> Iterator[_Way]:
        """Yield the ways from a file to another; a file that cannot be read leads nowhere."""
        try:
            document = self._document(start, start)
        except GeneratorError:
            return
        for one in references(document):
            following = (start.parent / one.file).resolve()
            if one.use is not Use.BASIS:
                continue
            if following == goal:
                yield (*way, goal)
            elif following not in way:
                yield from self._ways(following, goal, (*way, following))

    def _note(self, reference: Reference, path: Path, message: str, *, found: str, hint: str | None) -> None:
        line = parse_yaml(read_bytes(path), str(path)).line(reference.path) if is_stored(path.name) else None
        cells = field_cells(path)
        named = dotted(reference.path)
        place = Place(file=str(path), line=line, field=(cells.cell(named) if cells else None) or named)
        self.faults.append(error(message, place, found=found, hint=hint, code=_CODE))


def _in_file(one: Diagnostic, file: str) -> Diagnostic:
    return one if one.place.file else replace(one, place=replace(one.place, file=file))
