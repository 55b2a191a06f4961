"""Words that tell something about a text: whole words, and not inside what only sounds like them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from generator.registers.names import Node, words_of


def holds(text: str, signs: Sequence[str], besides: Sequence[str] = ()) -> bool:
    """Tell whether one of the signs stands in a text, by whole words without regard to capitals.

    ``besides`` are longer phrases in which a sign does not count: trường hợp, môi trường beside trường.
    """
    tree = _tree(tuple(signs), tuple(besides))
    words = words_of(text)
    place = 0
    while place < len(words):
        for last, means in tree.names_at(words, place)[:1]:
            if True in means:
                return True
            place = last - 1
        place += 1
    return False


@lru_cache(maxsize=64)
def _tree(signs: tuple[str, ...], besides: tuple[str, ...]) -> Node[bool]:
    tree: Node[bool] = Node()
    for phrase in besides:
        tree.add(phrase, False)
    for phrase in signs:
        tree.add(phrase, True)
    return tree
