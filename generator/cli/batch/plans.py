"""The plans that batches tell of, with the hashes of what they were read from."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from generator.batch.folder import absolute
from generator.batch.job import Digests, file_digest
from generator.cli.files.inputs import load
from generator.cli.files.references import with_references
from generator.errors import DataError
from generator.model.plan import Plan

_KEPT = 4


@lru_cache(_KEPT)
def plan_with_digests(path: Path) -> tuple[Plan, Digests]:
    """Return a plan with the hashes of all files that it was read from, taken before they were read.

    Each process keeps the last ones. DataError for a file that holds no plan.
    """
    digest = file_digest(path)
    sourced = with_references(load(path)[0], path)
    if not isinstance(plan := sourced.resolved, Plan):
        raise DataError(f"tệp này là {plan.type.name.lower()}, cần một kế hoạch", where=str(path))
    named = {absolute(one): file_digest(one) for one in (path.parent / name for name in sourced.digests)}
    return plan, {absolute(path): digest, **named}
