"""Nơi nhận and the signature, found from the last line «Nơi nhận:» on by their words and their places."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tests.measuring.values import Ending, Line

_AUTHORITY = re.compile(r"^(TM|KT|TL|TUQ|Q)\.")
_PLACE_TO_SIGN = 30.0
LEFT_SIGNERS = ("THƯ KÝ", "ĐẠI DIỆN BÊN A")
"""Who signs in the left half, as the form prints it."""


def read_ending(lines: Sequence[Line], middle: float) -> Ending:
    """Return the components; `lines` are those of the main part, `middle` is the middle of its text."""
    start, signed = last_label(lines), two_signers(lines)
    if start is None and signed is None:
        return Ending((), (), (), (), (), ())
    start = len(lines) if start is None else start
    after = [line for line in lines[start:] if line.paragraph not in _below(lines[start:])]
    signing = after[1:] if signed is None else lines[signed:start]
    items = tuple(line for line in after[1:] if line.centre < middle)
    right = sorted((line for line in signing if line.centre >= middle), key=lambda line: (line.page, line.baseline))
    above, below = _around_signature(right)
    count = _authorities(above)
    return Ending(
        tuple(after[:1]), items, tuple(above[:count]), tuple(above[count:]), tuple(below[:-1]), tuple(below[-1:])
    )


def _below(after: Sequence[Line]) -> set[int]:
    """The paragraphs of the confirmation below the signature of a giấy nghỉ phép (form 1.10)."""
    return {line.paragraph for line in after if line.text.startswith("Xác nhận của cơ quan")}


def two_signers(lines: Sequence[Line]) -> int | None:
    """Return where two sign beside each other above Nơi nhận: in minutes (form 1.9) and contracts."""
    return next((place for place, line in enumerate(lines) if line.text in LEFT_SIGNERS), None)


def last_label(lines: Sequence[Line]) -> int | None:
    """Return where the last line «Nơi nhận:» stands."""
    return next((place for place in range(len(lines) - 1, -1, -1) if lines[place].text == "Nơi nhận:"), None)


def _around_signature(right: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """The lines above and below the place for the signature: the first wide gap, or where the capitals end."""
    for place in range(1, len(right)):
        before, after = right[place - 1], right[place]
        if (
            before.page != after.page
            or after.top - before.bottom > _PLACE_TO_SIGN
            or (before.upper and not after.upper)
        ):
            return right[:place], right[place:]
    return right, ()


def _authorities(above: Sequence[Line]) -> int:
    """How many of the lines say on whose behalf: from the first with its letters to the one before the position."""
    if not any(_AUTHORITY.match(line.text) for line in above):
        return 0
    last = max(place for place, line in enumerate(above) if _AUTHORITY.match(line.text))
    same = [place for place, line in enumerate(above) if line.paragraph == above[last].paragraph]
    return max(same) + 1
