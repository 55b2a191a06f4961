"""Rules and how they are found: a module in ``generator.lint.rules`` registers each of its own when it is read."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from inspect import cleandoc
from types import MappingProxyType
from typing import TypeAlias

from generator.diagnostics import Severity
from generator.errors import UsageError
from generator.lint import rules
from generator.lint.evidence import Evidence
from generator.lint.finding import Fault
from generator.lint.subject import Subject
from generator.spelling import suggestion

Judge: TypeAlias = Callable[[Subject], Iterator[Fault]]
_registered: dict[str, Rule] = {}


@dataclass(frozen=True)
class Rule:
    """One rule of the gate."""

    code: str
    """``PG-03``; the letters name the group."""
    name: str
    """The offence in Vietnamese, as findings show it."""
    clause: str
    severity: Severity
    """Of its findings, where they say nothing else."""
    explanation: str
    """What the decree asks, in Vietnamese."""
    judge: Judge
    needs: Evidence
    """What must be seen of a document to judge it by this rule."""
    given: Severity | None = None
    """How grave an office takes all its findings; None where the findings themselves say it."""


def rule(
    code: str, name: str, clause: str, severity: Severity = Severity.ERROR, *, needs: Evidence = Evidence.FILE
) -> Callable[[Judge], Judge]:
    """Register the function below as a rule; its docstring, in Vietnamese, is the explanation."""

    def register(judge: Judge) -> Judge:
        if code in _registered:
            raise ValueError(f"hai quy tắc cùng mã {code}")
        _registered[code] = Rule(code, name, clause, severity, cleandoc(judge.__doc__ or ""), judge, needs)
        return judge

    return register


@cache
def all_rules() -> Mapping[str, Rule]:
    """Return every rule by its code, in the order of the codes."""
    for module in pkgutil.iter_modules(rules.__path__):
        import_module(f"{rules.__name__}.{module.name}")
    return MappingProxyType(dict(sorted(_registered.items())))


def rule_of(code: str) -> Rule:
    """Return a rule by its code, capitals or not; UsageError for another word."""
    found = all_rules().get(code.strip().upper())
    if found is None:
        hint = suggestion(code, all_rules()) or f"có: {', '.join(all_rules())}"
        raise UsageError(f"không có quy tắc «{code}»", hint=hint)
    return found


def chosen_rules(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Rule, ...]:
    """Return the rules with the codes, or of the groups (``PG``), to select; all when none is named.

    UsageError for a word that is neither a code nor a group.
    """
    wanted = [code for word in select for code in _codes(word)] or list(all_rules())
    left_out = {code for word in ignore for code in _codes(word)}
    return tuple(all_rules()[code] for code in dict.fromkeys(wanted) if code not in left_out)


def graded(rules: Iterable[Rule], severities: Mapping[str, Severity]) -> tuple[Rule, ...]:
    """Return the rules as grave as an office takes them, by their codes; those that it does not name as they are."""
    return tuple(replace(one, given=severities[one.code]) if one.code in severities else one for one in rules)


def _codes(word: str) -> list[str]:
    group = f"{word.strip().upper()}-"
    return [code for code in all_rules() if code.startswith(group)] or [rule_of(word).code]
