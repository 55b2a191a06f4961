"""What writing one higher plan's points for one unit rests on, whether they become tasks or prose."""

from __future__ import annotations

from dataclasses import dataclass

from generator.registers.derivation import DerivationRules
from generator.transform.deadlines import Deadlines
from generator.transform.decision import Findings
from generator.transform.higher import Higher
from generator.transform.office import Office
from generator.transform.terms import Rewriter


@dataclass(frozen=True)
class PointWriter:
    """One unit, one higher plan, and how the words and days of the one become those of the other."""

    office: Office
    higher: Higher
    rewriter: Rewriter
    deadlines: Deadlines
    rules: DerivationRules
    findings: Findings
