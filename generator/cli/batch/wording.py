"""What other commands say of their options, in the words of an order."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from generator.batch.manifest import Row
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


def of_folder(row: Row, order: Path) -> Row:
    """Return a row whose messages name files from the folder of the order, from wherever and by whatever it was done.

    Machines of a cluster name them in full, else they are named as the order was.
    """
    folders = {f"{order.resolve().parent}{os.sep}", f"{order.parent}{os.sep}"} - {f".{os.sep}"}
    lines = [in_order_words(_without(line, folders)) for line in row.reason.split("\n")]
    return row._replace(reason="\n".join(lines))


def _without(line: str, folders: Iterable[str]) -> str:
    for folder in folders:
        line = line.removeprefix(folder)
    return line


def _field(option: str) -> str:
    return _FIELDS.get(option, option.replace("-", "_"))
