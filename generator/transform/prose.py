"""Who must do what by the words of a point, clause by clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from generator.registers.derivation import AssignmentRules
from generator.transform.roles import Role, Verdict
from generator.transform.standing import Standing
from generator.transform.wording import Clause, Named, Wording

_NEAR: Final = 4
"""Within how many words before «của Sở» the paper stands that is the Sở's: kế hoạch năm 2027 của Sở."""
_ORDER: Final = (Role.LEAD, Role.SUPPORT, Role.UNCLEAR, Role.OWN)
"""Of the clauses of a point the first of these that one of them tells; then what is taken for granted."""


@dataclass(frozen=True)
class Facts:
    """What a clause tells, worked out once for all units."""

    subject: tuple[Named, ...]
    support: tuple[Named, ...]
    objects: tuple[Named, ...]
    others: tuple[Named, ...]
    """Everybody named in it who is not to act."""
    shared: str | None
    """Words of work that others lead: tham gia xây dựng."""
    is_inspection: bool
    own: str | None
    """Words that make it the issuer's own work."""


def facts(wording: Wording, rules: AssignmentRules) -> tuple[Facts, ...]:
    """Return what each clause of a text tells; at least one, and for a text without words one that tells nothing."""
    found = [_facts(wording, clause, rules) for clause in wording.clauses]
    return tuple(found) or (Facts((), (), (), (), None, False, None),)


def _facts(wording: Wording, clause: Clause, rules: AssignmentRules) -> Facts:
    named = wording.within(clause)
    opening = min(clause.last, clause.first + rules.inspection_words)
    inspection = wording.cues("inspection", clause.first, opening)
    return Facts(
        clause.subject,
        tuple(wording.behind_cues("support_before", clause)),
        tuple(wording.behind_cues("object_before", clause)),
        tuple(one for one in named if one not in clause.subject),
        _quoted(wording, wording.cues("support_words", clause.first, clause.last)),
        any(not first or wording.words.words[first - 1] != "tự" for first, _ in inspection),
        _own_words(wording, clause, rules),
    )


def _quoted(wording: Wording, places: Iterable[tuple[int, int]]) -> str | None:
    return next((wording.quote(first, last) for first, last in places), None)


def _own_words(wording: Wording, clause: Clause, rules: AssignmentRules) -> str | None:
    """Return the words of a clause that make it the issuer's own work."""
    opening = min(clause.last, clause.first + rules.opening_words)
    places = [
        *wording.cues("own_words", clause.first, clause.last),
        *wording.cues("own_openings", clause.first, opening),
        *_of_the_issuer(wording, clause),
        *_upward(wording, clause),
    ]
    return _quoted(wording, places)


def _of_the_issuer(wording: Wording, clause: Clause) -> Iterator[tuple[int, int]]:
    """Yield places like «của Sở», but not «kế hoạch của Sở» and «các phòng, đơn vị thuộc Sở»."""
    ends = {one.last for one in wording.named}
    papers = {end for _, end in wording.cues("not_own_before", 0, clause.last)}
    for first, last in wording.cues("own_before", clause.first, clause.last):
        zone, behind = wording.listed(last)
        is_theirs = first in ends or (first and wording.words.words[first - 1] == "trực")
        if zone and zone[0].is_issuer and not is_theirs and papers.isdisjoint(range(first - _NEAR, first + 1)):
            yield first, behind


def _upward(wording: Wording, clause: Clause) -> Iterator[tuple[int, int]]:
    """Yield places like «tham mưu UBND tỉnh», where nobody below the issuer is named."""
    for first, last in wording.cues("upward", clause.first, clause.last):
        zone, behind = wording.listed(last)
        if zone and all(one.is_outside for one in zone):
            yield first, behind


def judge(clauses: Iterable[Facts], standing: Standing, general: Verdict) -> Verdict:
    """Return what a point is for a unit; ``general`` where its words name nobody."""
    found = [_judged(one, standing, general) for one in clauses]
    for role in _ORDER:
        for verdict in found:
            if verdict.is_told and verdict.role is role:
                return _with_own_part(verdict, found)
    return next((one for one in found if not one.is_told and one.words), _first_granted(found))


def _first_granted(found: list[Verdict]) -> Verdict:
    return next((one for one in found if not one.is_told), found[0])


def _with_own_part(verdict: Verdict, found: list[Verdict]) -> Verdict:
    """Add to the reason of what concerns the unit that a part of the point is the higher office's own."""
    own = next((one for one in found if one.role is Role.OWN), None)
    if own is None or verdict.role is Role.OWN:
        return verdict
    reason = f"{verdict.reason}; một phần là việc của cơ quan cấp trên («{own.words}»)"
    return replace(verdict, reason=reason)


def _judged(clause: Facts, standing: Standing, general: Verdict) -> Verdict:
    named = (*clause.subject, *clause.others)
    if out := next((one for one in named if one.is_excluded and one.includes(standing)), None):
        return Verdict(Role.NONE, f"nội dung trừ đơn vị ra: «{out.text}»", out.text)
    support = _including(clause.support, standing)
    if clause.subject:
        return _by_subject(clause, support, standing)
    if support:
        return Verdict(Role.SUPPORT, f"đơn vị được nêu để phối hợp: «{support.text}»", support.text)
    return _by_words(clause, standing) or general


def _by_subject(clause: Facts, support: Named | None, standing: Standing) -> Verdict:
    if acting := _including(clause.subject, standing):
        alone = acting.is_alone(standing)
        return Verdict(Role.LEAD, f"nội dung giao «{acting.text}»", acting.text, is_alone=alone)
    if support:
        return Verdict(Role.SUPPORT, f"đơn vị được nêu để phối hợp: «{support.text}»", support.text)
    words = ", ".join(one.text for one in clause.subject)
    if any(standing.unit.level in one.may_mean or _fits(one, standing) for one in clause.subject):
        return Verdict(Role.UNCLEAR, f"danh bạ không có «{words}»; có thể gồm đơn vị", words)
    if below := next((one for one in clause.subject if standing.commands(one.ids, one.covering)), None):
        reason = f"nội dung giao «{below.text}», là đơn vị trực thuộc của đơn vị"
        return Verdict(Role.LEAD, reason, below.text, is_told=False)
    if all(one.is_own for one in clause.subject):
        return Verdict(Role.OWN, f"nội dung giao «{words}», là bộ phận của cơ quan cấp trên", words)
    return Verdict(Role.NONE, f"nội dung giao «{words}»", words)


def _fits(named: Named, standing: Standing) -> bool:
    """Whether a name that the directory does not know may be the unit's, as far as it goes."""
    return not named.is_known and standing.is_called_like(named.text)


def _by_words(clause: Facts, standing: Standing) -> Verdict | None:
    """Return what a clause in which nobody is to act tells of a unit; None where it tells nothing."""
    if clause.shared and standing.is_below:
        return Verdict(Role.SUPPORT, f"việc do nơi khác chủ trì, đơn vị tham gia: «{clause.shared}»", clause.shared)
    meant = _including(clause.others, standing)
    target = _including(clause.objects, standing)
    if clause.own and clause.is_inspection and not target:
        return _own(clause.own, standing)
    if target or (meant and clause.is_inspection):
        words = (target or meant or clause.others[0]).text
        return Verdict(Role.SUPPORT, f"cơ quan cấp trên làm đối với «{words}», đơn vị phối hợp", words)
    if meant:
        return Verdict(Role.LEAD, f"nội dung nêu «{meant.text}», trong đó có đơn vị", meant.text)
    if clause.own:
        return _own(clause.own, standing)
    partners = (*clause.support, *clause.objects)
    others = [one for one in clause.others if not one.is_own and not one.is_outside and one not in partners]
    if below := next((one for one in others if one.is_below(standing)), None):
        reason = f"nội dung nêu «{below.text}», là đơn vị cấp dưới của đơn vị"
        return Verdict(Role.LEAD, reason, below.text, is_told=False)
    if others:
        return Verdict(Role.NONE, f"nội dung nêu riêng «{others[0].text}»", others[0].text)
    return None


def _own(words: str, standing: Standing) -> Verdict:
    if standing.is_inner:
        return Verdict(Role.UNCLEAR, f"việc của cơ quan («{words}»), chưa nêu bộ phận nào làm", words)
    return Verdict(Role.OWN, f"việc của cơ quan cấp trên: «{words}»", words)


def _including(named: Iterable[Named], standing: Standing) -> Named | None:
    return next((one for one in named if one.includes(standing)), None)
