"""What may be wrong with the words that only some forms have (forms 1.1 to 1.3 and 1.9); none when all is well."""

from __future__ import annotations

from collections.abc import Iterator

from tests.measuring.ending import LEFT_SIGNERS
from tests.measuring.values import Measured

_ENACTING = ("QUYẾT ĐỊNH:", "QUYẾT NGHỊ:")
_CENTRED = 1.5
_LEVEL = 4.0


def enacting(found: Measured) -> Iterator[str]:
    """The word that enacts is bold and stands in the middle."""
    for line in found.body:
        if line.text not in _ENACTING:
            continue
        left, right = found.edges(found.pages[line.page - 1])
        if not line.bold:
            yield f"{line} is not bold"
        if abs(line.centre - (left + right) / 2) > _CENTRED:
            yield f"{line} stands {line.centre - (left + right) / 2:+.1f} pt off the middle"


def secretary(found: Measured) -> Iterator[str]:
    """In minutes the secretary, in a contract Bên A signs in the left half, level with the other one."""
    for line in (one for one in found.lines if one.text in LEFT_SIGNERS):
        left, right = found.edges(found.pages[line.page - 1])
        chair = (found.ending.authority or found.ending.position)[:1]
        if line.centre >= (left + right) / 2:
            yield f"{line} stands in the right half"
        if chair and abs(chair[0].baseline - line.baseline) > _LEVEL:
            yield f"{line} is not level with {chair[0]}"


FORM_CHECKS = (enacting, secretary)
