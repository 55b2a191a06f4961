"""A document of a batch rendered, as ``vanban render`` does it; what is read once is kept by each process."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, time
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from generator.batch.folder import absolute
from generator.batch.job import Digests, Product, file_digest
from generator.cli.files.references import with_references
from generator.cli.template.chosen import template_bytes
from generator.diagnostics import Severity
from generator.errors import GeneratorError, TemplateError
from generator.model.document import Document
from generator.model.readiness import missing
from generator.model.references import Sourced
from generator.render.compiled import CompiledTemplate, compile_template
from generator.render.render import rendering
from generator.templates.catalog import is_ours, layouts, pictures_of, template_for
from generator.version import VERSION

_KEPT_TEMPLATES = 32
_NO_DAY = 315_532_800
"""1980, from which on zip archives can tell time: the moment of a document whose day is not yet known."""


@dataclass(frozen=True)
class RenderSettings:
    """How the documents of a batch are rendered."""

    template: Path | None = None
    """One template for all of them."""
    folder: Path | None = None
    """The office's templates."""
    names: tuple[str, ...] = ()
    """The templates in that folder: another one there may be another choice."""
    check: bool = True
    """Whether what lacks nothing is judged by the gate."""
    embed: bool = True

    def digest(self, *more: str) -> str:
        """Return the SHA-256 of the version, the settings and what else goes into a document."""
        values = [VERSION, *(str(value) for value in asdict(self).values()), *more]
        return sha256(json.dumps(values, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()


def product(document: Document, path: Path, settings: RenderSettings, read: str | None) -> Product:
    """Return the Word file of a document whose data are in a file, ``read`` being the hash of what was read there.

    Raises GeneratorError as rendering does.
    """
    return rendered(with_references(document, path), path, settings, {absolute(path): read})


def rendered(
    data: Sourced,
    path: Path,
    settings: RenderSettings,
    read: Digests,
    remarks: tuple[str, ...] = (),
    drawn: Mapping[str, bytes] | None = None,
) -> Product:
    """Return the Word file of a document with all that it names; ``path`` is where its data stand or would stand.

    ``read`` are the files that it was made of, ``remarks`` what else a person should look at, ``drawn`` its pictures by
    name where they are no files yet. Raises GeneratorError as rendering does.
    """
    resolved = data.resolved
    chosen = settings.template or template_for(resolved.kind, settings.folder)
    template = _template(chosen, resolved.kind)
    pictures = {} if drawn else pictures_of(resolved, path.parent)
    made = rendering(resolved, template, layouts(), drawn or pictures, embed=settings.embed, source=data)
    gaps = missing(resolved)
    lacking = [f"còn thiếu: {gap.label} ({gap.field})" for gap in gaps]
    faults = [] if gaps or not settings.check else list(_form_errors(made.data, path.name))
    told = (*remarks, *lacking, *faults, *map(str, made.unprinted))
    used = [path.parent / name for name in (*data.digests, *pictures)]
    digests = {**read, absolute(chosen): template.digest}
    digests |= {absolute(one): file_digest(one) for one in used}
    return Product((made.data,), digests, told, not told, _moment(data))


def _form_errors(data: bytes, name: str) -> Iterator[str]:
    from generator.lint.word import judge_word

    for finding in judge_word(data, name).findings:
        if finding.severity is Severity.ERROR:
            yield f"{finding.place}: lỗi {finding.code}, {finding.name}; gặp: {finding.found}; cần: {finding.expected}"


def _moment(data: Sourced) -> int:
    day = data.document.date.to_date() if data.document.date else None
    return _NO_DAY if day is None else int(datetime.combine(day, time(), UTC).timestamp())


def _template(path: Path, kind: str) -> CompiledTemplate:
    made = _compiled(path, None if is_ours(path) else kind)
    if isinstance(made, TemplateError):
        raise made
    return made


@lru_cache(_KEPT_TEMPLATES)
def _compiled(path: Path, kind: str | None) -> CompiledTemplate | TemplateError:
    """Return a template or what is wrong with it: a faulty one is not read again for each document."""
    try:
        return compile_template(template_bytes(path), kind)
    except GeneratorError as failure:
        return TemplateError(failure.message, hint=failure.hint, where=failure.where or str(path))
