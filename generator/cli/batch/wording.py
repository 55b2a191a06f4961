"""What other commands say of their options, in the words of an order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from generator.cli.batch.order import OrderFile
from generator.errors import DataError, UsageError

_OPTION = re.compile(r"(?<![\w-])--(?!(?:jobs|pdf|resume|scheduler)\b)([a-z][a-z-]*)")
_FIELDS: Mapping[str, str] = MappingProxyType({"unit": "only", "from": "members", "to": "offices"})
"""Options that an order calls otherwise."""


def in_order_words(text: str) -> str:
    """Return what is said of options as said of the fields of an order: ``--allow-missing`` is «allow_missing»."""
    return _OPTION.sub(lambda match: f"«{_field(match[1])}» trong tệp việc", text)


def of_order(failure: UsageError, file: OrderFile) -> DataError:
    """Return what is wrong with an option as what is wrong with the field of an order, with its line."""
    place = _OPTION.fullmatch(failure.where or "")
    where = "" if place or not failure.where else f"{failure.where}: "
    hint = in_order_words(failure.hint) if failure.hint else None
    field = _field(place[1]) if place else "do"
    return file.fault(where + in_order_words(failure.message), field, hint=hint)


def _field(option: str) -> str:
    return _FIELDS.get(option, option.replace("-", "_"))
