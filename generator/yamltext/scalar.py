"""What an unquoted word of a YAML text means.

Beyond YAML 1.2 (``yes`` and ``1_000`` are text): a plain ``2026-03-05`` is a date and a time stamp is refused;
a number with a leading zero (``05``), with a bare point (``1.``) or with more digits than a float holds is
text, as it is the number of a document, a label or an account, not a quantity.
"""

from __future__ import annotations

import math
import re
from datetime import date
from typing import Final, TypeAlias

Scalar: TypeAlias = str | int | float | bool | date | None

_WORDS: Final[dict[str, Scalar]] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
LONGEST_INTEGER: Final = 1000
"""Characters of the longest integer; longer ones stay text."""
_FLOAT_DIGITS: Final = 17
"""Digits that a float keeps."""
_INTEGER: Final = re.compile(r"[-+]?(?:0|[1-9][0-9]*)|0o[0-7]+|0x[0-9a-fA-F]+")
_FRACTION: Final = re.compile(r"[-+]?((?:0|[1-9][0-9]*)(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME_STAMP: Final = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}.*")
_UNPRINTABLE: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class NotPlainError(ValueError):
    """A plain scalar that looks like a value we do not take; the message is Vietnamese."""


def plain_value(text: str) -> Scalar:
    """Return what an unquoted scalar means; raises NotPlainError for a time stamp."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text) and len(text) <= LONGEST_INTEGER:
        return int(text, 0)
    if (written := _FRACTION.fullmatch(text)) and len(written[1].replace(".", "").lstrip("0")) <= _FLOAT_DIGITS:
        return float(text) if math.isfinite(float(text)) else text
    return _dated(text)


def _dated(text: str) -> Scalar:
    """The text itself or the date it writes."""
    if _TIME_STAMP.fullmatch(text):
        raise NotPlainError("không nhận thời điểm có giờ; chỉ ghi ngày, hoặc đặt trong dấu nháy kép nếu là văn bản")
    if not _DATE.fullmatch(text):
        return text
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text  # a day no calendar has: the field that wants a date says so, together with all other faults


def unprintable(text: str) -> str | None:
    """Return the first character that a document cannot hold (no character of XML), as ``U+0000``; else None."""
    match = _UNPRINTABLE.search(text)
    return f"U+{ord(match[0]):04X}" if match else None
