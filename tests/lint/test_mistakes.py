"""One mistake of a clerk is named for what it is, and nothing beside it is blamed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from generator.lint.word import judge_word
from tests.lint.documents import good
from tests.lint.hand_made import careful
from tests.lint.mutations import mutated

_TABLE = Path(__file__).parent / "mistakes.yaml"


@dataclass(frozen=True)
class Mistake:
    """Other words on one line of a right document, and what is found then."""

    document: str
    line: str
    text: str
    finds: Mapping[str, str]

    def __str__(self) -> str:
        return f"{self.document} {self.text}"


def _mistakes() -> Iterator[Mistake]:
    for rows in YAML(typ="safe").load(_TABLE.read_text("utf-8")).values():
        for row in rows:
            yield Mistake(row["in"], row["line"], row["text"], row["finds"])


MISTAKES = list(_mistakes())


@cache
def _right(name: str) -> bytes:
    """Return a notice as a clerk makes it in Word, or one of the rendered documents."""
    return careful("underscores") if name == "notice" else good(name)


def _found(data: bytes) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in judge_word(data, "thu.docx").findings:
        found.setdefault(one.code, []).append(one.found)
    return found


@pytest.mark.parametrize("mistake", MISTAKES, ids=str)
def test_a_mistake_is_named_and_its_neighbours_are_not_blamed(mistake: Mistake) -> None:
    found = _found(mutated(_right(mistake.document), [{"paragraph": mistake.line, "text": mistake.text}]))
    assert set(found) == set(mistake.finds), found
    assert all(any(words in one for one in found[code]) for code, words in mistake.finds.items()), found
