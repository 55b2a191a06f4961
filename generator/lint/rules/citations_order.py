"""The order of the legal bases: by rank, and by date within a rank."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.diagnostics import Severity
from generator.lint.citations import Cited
from generator.lint.evidence import Evidence
from generator.lint.finding import Fault
from generator.lint.rule import rule
from generator.lint.subject import Subject
from generator.vietnamese.unicode import fold

_RANKS = (
    ("luật, nghị quyết của Quốc hội", re.compile(r"hiến pháp|bộ luật|luật|nghị quyết /\d{4}/QH\d+")),
    ("pháp lệnh, nghị quyết của Ủy ban Thường vụ Quốc hội", re.compile(r"pháp lệnh|nghị quyết .*UBTVQH\d+")),
    ("nghị định, nghị quyết của Chính phủ", re.compile(r"nghị định .*-CP|nghị quyết .*NQ-CP")),
    ("quyết định, chỉ thị của Thủ tướng Chính phủ", re.compile(r"(?:quyết định|chỉ thị) .*-TTg")),
    ("thông tư", re.compile(r"thông tư(?: liên tịch)? .*/TT.*")),
    ("văn bản của Hội đồng nhân dân, Ủy ban nhân dân", re.compile(r"(?:nghị quyết|quyết định) .*-(?:HĐND|UBND)\S*")),
)
_OF_AUTHORITY = re.compile(r"chức năng|nhiệm vụ|quyền hạn|cơ cấu tổ chức|thành lập|tổ chức lại|tổ chức chính")
"""Words of a trích yếu of what gives the issuer its power: such bases come first whatever their rank (II.6a)."""


@rule("VD-12", "thứ tự các căn cứ", "thứ bậc hiệu lực, thông lệ", Severity.WARNING, needs=Evidence.WORDS)
def order_of_bases(subject: Subject) -> Iterator[Fault]:
    """Căn cứ xếp theo thứ bậc: luật, nghị định, quyết định của Thủ tướng, thông tư, văn bản của địa phương.

    Trong một thứ bậc, văn bản ban hành trước xếp trước (gợi ý). Căn cứ về thẩm quyền, chức năng, nhiệm vụ đứng đầu
    thì không xét; văn bản của Đảng không xét.
    """
    ranked = [(rank, one) for one in _bases(subject) if (rank := _rank(one)) is not None]
    yield from _by_rank(ranked)
    yield from _by_date(ranked)


def _bases(subject: Subject) -> Iterator[Cited]:
    """Yield the first citation of each basis that begins as the first one does: "Căn cứ" is not mixed with "Theo"."""
    items = [item for item in subject.reading.bases.items if item.lead]
    leads = {number: fold(item.lead) for item in items for number in item.lines}
    first = next(iter(leads.values()), None)
    seen: set[tuple[int, ...]] = set()
    running = subject.reading.bases.running
    for one in subject.citations:
        lines = one.statement.lines
        if one.is_basis and (running or lines not in seen) and leads.get(lines[0] if lines else 0) == first:
            seen.add(lines)
            yield one


def _rank(cited: Cited) -> int | None:
    """Return the place of a document in the order; None for one whose place is not certain."""
    if cited.is_of_party or _OF_AUTHORITY.search(fold(cited.citation.title or "")):
        return None
    said = f"{fold(cited.citation.type)} {cited.symbol}" if cited.count else fold(cited.citation.type)
    return next((place for place, (_, kind) in enumerate(_RANKS) if kind.fullmatch(said)), None)


def _by_rank(ranked: list[tuple[int, Cited]]) -> Iterator[Fault]:
    for (before, earlier), (after, later) in pairwise(ranked):
        if after < before:
            found = f"«{later.name}» đứng sau «{earlier.name}»"
            yield Fault(found, f"{_RANKS[after][0]} xếp trước {_RANKS[before][0]}", later.spot)
            return


def _by_date(ranked: list[tuple[int, Cited]]) -> Iterator[Fault]:
    for (before, earlier), (after, later) in pairwise(ranked):
        first, second = (one.citation.date and one.citation.date.to_date() for one in (earlier, later))
        same_kind = fold(earlier.citation.type) == fold(later.citation.type)
        if before == after and same_kind and first and second and second < first:
            found = f"«{later.name}» đứng sau «{earlier.name}» ban hành sau nó"
            yield Fault(found, "văn bản ban hành trước xếp trước", later.spot, severity=Severity.HINT)
            return
