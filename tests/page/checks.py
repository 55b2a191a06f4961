"""All checks of a page together."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.measuring.values import Measured
from tests.page.body_checks import BODY_CHECKS
from tests.page.ending_checks import ENDING_CHECKS
from tests.page.form_checks import FORM_CHECKS
from tests.page.head_checks import HEAD_CHECKS
from tests.page.page_checks import PAGE_CHECKS
from tests.page.table_checks import TABLE_CHECKS

Check = Callable[[Measured], Iterator[str]]

CHECKS: tuple[Check, ...] = (*PAGE_CHECKS, *HEAD_CHECKS, *BODY_CHECKS, *ENDING_CHECKS, *FORM_CHECKS, *TABLE_CHECKS)


def name_of(check: Check) -> str:
    """Return the name of a check with that of its module: head_checks.rules."""
    return f"{check.__module__.rpartition('.')[2]}.{check.__name__}"


def findings(found: Measured) -> list[str]:
    """Return what is wrong with a file, each with the name of the check."""
    return [f"{name_of(check)}: {text}" for check in CHECKS for text in check(found)]
