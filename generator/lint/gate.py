"""The gate itself: every rule asked, the findings in the order of the document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.diagnostics import Severity
from generator.lint.finding import Fault, Finding
from generator.lint.rule import Rule, chosen_rules
from generator.lint.subject import Subject

_OF_FORM = ("HD-", "NO-", "DT-", "TT-", "KG-", "NN-", "CK-", "PL-", "CT-", "NV-", "ND-", "CC-")
"""Groups of rules that ask for the components of an official document."""
FOREIGN = frozenset({"PR-01", "QP-01"})
"""The rules that tell documents to which the decree does not apply (Điều 4; nd30 section 9)."""
_OF_THE_PAGE = "PG-"
_ORDER = (Severity.ERROR, Severity.WARNING, Severity.HINT)


@dataclass(frozen=True)
class Judgement:
    """What the gate says of one document."""

    kind: str | None
    """Id of the kind of document; None when it cannot be told."""
    findings: tuple[Finding, ...]

    def count(self, severity: Severity) -> int:
        """Return how many findings have the severity."""
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def is_clean(self) -> bool:
        """Whether there is neither error nor warning; hints are allowed."""
        return all(finding.severity is Severity.HINT for finding in self.findings)


def judge(subject: Subject, rules: Sequence[Rule] | None = None) -> Judgement:
    """Return the findings of the rules, all of them when none are given, sorted by place, then severity, then code.

    A rule that needs more than the source lets be seen is not asked.

    Of a form of an office's own work only page, language and figures are judged. A document of the Party or a văn bản
    quy phạm pháp luật is left alone but for the hint that says so. Of one whose letterhead is in an old encoding only
    the page is judged: its words can be told when it has been converted.
    """
    chosen = chosen_rules() if rules is None else rules
    asked = [one for one in chosen if one.needs <= subject.evidence]
    if _is_foreign(subject):
        asked = [one for one in asked if one.code in FOREIGN]
    elif subject.is_internal:
        asked = [one for one in asked if not one.code.startswith(_OF_FORM)]
    elif subject.is_in_old_letters:
        asked = [one for one in asked if one.code.startswith(_OF_THE_PAGE)]
    found = [(fault.spot.order, _finding(one, fault, subject)) for one in asked for fault in one.judge(subject)]
    found.sort(key=lambda pair: (pair[0], _ORDER.index(pair[1].severity), pair[1].code))
    return Judgement(subject.kind, tuple(finding for _, finding in found))


def _is_foreign(subject: Subject) -> bool:
    return subject.is_legal_act or (subject.names_party and not subject.names_state)


def _finding(rule: Rule, fault: Fault, subject: Subject) -> Finding:
    return Finding(
        rule.code,
        rule.name,
        rule.given or fault.severity or rule.severity,
        fault.clause or rule.clause,
        subject.located(fault.spot),
        fault.found,
        fault.expected,
        fault.hint,
        fault.fix,
        fault.right,
        fault.also,
    )
