"""Work that a unit of a level cannot do: known by phrases, whatever else the point says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.registers.derivation import Beyond
from generator.registers.names import Node, words_of
from generator.transform.cells import CellsVerdict
from generator.transform.roles import Role, Verdict
from generator.transform.standing import Standing


class BeyondReader:
    """Finds the phrases in texts; each text is asked once for all units."""

    def __init__(self, rules: Iterable[Beyond]) -> None:
        self._phrases: Node[str] = Node()
        for one in rules:
            for phrase in one.words:
                for level in one.levels:
                    self._phrases.add(phrase, level)

    def read(self, text: str) -> Mapping[str, str]:
        """Return for each level that the text is beyond the words that tell so, as they stand in the text."""
        words = words_of(text)
        found: dict[str, str] = {}
        for first in range(len(words)):
            for last, levels in self._phrases.names_at(words, first):
                for level in levels:
                    found.setdefault(level, words.between(first, last))
        return found


def within(found: CellsVerdict, beyond: Mapping[str, str], how: Standing) -> CellsVerdict:
    """Return a verdict, or that the work is that of another level; who is named for itself is meant all the same."""
    words = beyond.get(how.unit.level)
    verdict = found.verdict
    if words is None or verdict.is_alone or verdict.role not in (Role.LEAD, Role.SUPPORT, Role.UNCLEAR):
        return found
    reason = f"không phải việc của đơn vị cấp này: «{words}»"
    return CellsVerdict(Verdict(Role.OWN, reason, words))
