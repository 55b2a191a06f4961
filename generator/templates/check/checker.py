"""The check of a template before any rendering: what would fail, lose or garble text, and what looks suspicious."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from generator.diagnostics import Diagnostic, Severity
from generator.errors import TemplateError
from generator.nd30.document_types import DOCUMENT_TYPES
from generator.ooxml.package import read_parts
from generator.spelling import suggestion
from generator.templates.builder import KIND_PROPERTY
from generator.templates.check.blocks import block_findings
from generator.templates.check.bookmarks import bookmark_findings, settle_bookmarks
from generator.templates.check.findings import Finding, of_file
from generator.templates.check.fragments import fragment_findings
from generator.templates.check.hidden import elsewhere_findings, hidden_findings
from generator.templates.check.packages import package_findings
from generator.templates.check.places import merged_parts, parse_part, passages
from generator.templates.check.remains import remains_findings
from generator.templates.check.shapes import Shape, fields_for, shapes_of
from generator.templates.check.standing import standing_findings
from generator.templates.check.styles import TemplateStyles, page_findings, paragraph_findings
from generator.templates.check.tags import tags_of
from generator.templates.check.usage import usage_findings

ANY_KIND = "any"
"""What the kind property says of a template for every named document."""
MOST_FINDINGS = 300
"""More are counted and not told one by one."""
_CUSTOM = "docProps/custom.xml"


@dataclass(frozen=True)
class CheckedTemplate:
    """The findings on a template."""

    kind: str | None
    """The kind whose fields it was held against: as asked, else as the template says; None when neither says."""
    findings: tuple[Diagnostic, ...]

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The findings for which it cannot be rendered."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)


def check_template(data: bytes, kind: str | None = None) -> tuple[Diagnostic, ...]:
    """Return the findings on a template, from its top to its end; see `inspect_template`."""
    return inspect_template(data, kind).findings


def inspect_template(data: bytes, kind: str | None = None) -> CheckedTemplate:
    """Return the kind and the findings of a .docx template.

    ``kind`` is a kind of document, or `ANY_KIND` for the fields of all kinds; without it the template's own property
    counts, and without that the fields of all kinds are allowed. Bytes that are no .docx are a finding too, and a file
    that could carry no document has no others than those that say so.
    Raises DataError for an unknown ``kind``.
    """
    try:
        parts = read_parts(data)
        if unfit := list(package_findings(data, parts)):
            return CheckedTemplate(kind, tuple(finding.diagnostic for finding in unfit))
        roots = merged_parts(parts)
        for root in roots.values():
            settle_bookmarks(root)
        said = None if kind else _said_kind(parts)
        known = (None if kind == ANY_KIND else kind) or (said if said in DOCUMENT_TYPES else None)
        found = list(_findings(parts, roots, shapes_of(fields_for(known))))
    except TemplateError as failure:
        return CheckedTemplate(kind, (of_file("unreadable", failure.message, hint=failure.hint).diagnostic,))
    if said not in (None, ANY_KIND, known):
        found.append(_unknown_kind(str(said)))
    return CheckedTemplate(kind or said, tuple(finding.diagnostic for finding in _in_order(found)))


def _in_order(found: Sequence[Finding]) -> list[Finding]:
    """Return findings from the top of the template to its end; of too many the first errors and how many are left."""
    if len(found) <= MOST_FINDINGS:
        return sorted(found, key=lambda finding: finding.order)
    ranked = sorted(found, key=lambda finding: (finding.diagnostic.severity is not Severity.ERROR, finding.order))
    told = sorted(ranked[:MOST_FINDINGS], key=lambda finding: finding.order)
    message = f"còn {len(found) - MOST_FINDINGS} chỗ nữa chưa nêu ở đây"
    return [*told, of_file("more-findings", message, hint="hãy sửa các chỗ đã nêu rồi kiểm tra lại")]


def _findings(
    parts: Mapping[str, bytes], roots: Mapping[str, etree._Element], fields: Mapping[str, Shape]
) -> Iterator[Finding]:
    styles = TemplateStyles(parts)
    yield from elsewhere_findings(parts, roots)
    tagged = [(part, [tag for passage in part for tag in tags_of(passage)]) for part in passages(roots)]
    yield from page_findings(roots, styles, [tag for _, tags in tagged for tag in tags])
    fragments = [finding for part, _ in tagged for finding in fragment_findings(part)]
    yield from fragments
    if not fragments and not any(tags for _, tags in tagged):
        yield _without_tags()
    for part, tags in tagged:
        yield from hidden_findings(part)
        yield from standing_findings(part, tags)
        yield from block_findings(tags)
        yield from bookmark_findings(part)
        yield from remains_findings(tags)
        yield from usage_findings(tags, fields)
        yield from paragraph_findings(part, styles)


def _without_tags() -> Finding:
    message = "mẫu không có thẻ nào, văn bản in ra sẽ không có dữ liệu"
    return of_file("no-tags", message, hint="hãy lấy một mẫu bằng «vanban template new» rồi sửa trên đó")


def _said_kind(parts: Mapping[str, bytes]) -> str | None:
    """Return the kind that the template's own property names."""
    if _CUSTOM not in parts:
        return None
    named = (entry for entry in parse_part(parts, _CUSTOM) if entry.get("name") == KIND_PROPERTY)
    return next(("".join(map(str, entry.itertext())).strip() for entry in named), None) or None


def _unknown_kind(said: str) -> Finding:
    message = f"mẫu ghi là dùng cho loại văn bản «{said}», không có loại này; đã kiểm tra theo mọi loại"
    return of_file("unknown-kind", message, Severity.WARNING, hint=suggestion(said, DOCUMENT_TYPES))
