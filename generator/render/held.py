"""How a witness holds what was found against what the data have: equal, or nothing is written."""

from __future__ import annotations

from generator.render.proof import ProofError
from generator.vietnamese.marks import plain

ENDS = " ;,."
"""The marks that an entry of a list loses before it takes its own."""
_LEFT_OUT = ("...", "…")


def hold(field: str, found: object, wanted: object) -> None:
    """Raise ProofError, with the name of the field, unless both are equal."""
    if found != wanted:
        raise ProofError(
            f"dữ liệu của «{field}» không đến mẫu nguyên vẹn; không ghi gì",
            hint="đây là lỗi của chương trình, hãy báo cho người phát triển kèm tệp dữ liệu và mẫu",
        )


def hold_words(field: str, found: str, wanted: str) -> None:
    """Hold two texts of one line, whatever breaks and room to write were put between their words."""
    if found != wanted:
        hold(field, "".join(found.split()), "".join(wanted.split()))


def words_of(text: str) -> str:
    """Return the words of a rich text."""
    return plain(text) if "*" in text or "\\" in text else text


def entries(texts: list[str]) -> list[str]:
    """Return words as entries of a list: ``;`` after each and ``.`` after the last, whatever they ended with."""
    bare = [text if text[-1:] not in ENDS or text.endswith(_LEFT_OUT) else text.rstrip(ENDS) or text for text in texts]
    return [f"{text};" for text in bare[:-1]] + [f"{text}." for text in bare[-1:]]


def ended(text: str) -> str:
    """Return the last words of a content, ended by ``./.``."""
    if text.endswith("./."):
        return text
    return f"{text}/." if text.endswith(".") else f"{text.rstrip(' ;,')}./."
