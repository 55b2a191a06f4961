"""The words that the rules of language and of capitals know: lists with their sources, read once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TypeVar

from pydantic import Field

from generator.registers.base import Line, Record, Register
from generator.registers.store import load_register
from generator.vietnamese.phrases import compounds as compounds_of_names
from generator.vietnamese.unicode import fold

R = TypeVar("R", bound=Register)


class Corrections(Record):
    """Wrong phrases, each with the right one."""

    source: Line = Field(title="Nguồn", description="Where these mistakes are known from")
    words: dict[str, str] = Field(title="Từ ngữ", description="The wrong phrase in small letters: the right one")


class WordList(Record):
    """Words or phrases, parted by semicolons."""

    source: Line = Field(title="Nguồn", description="Where these words come from")
    words: str = Field(title="Từ ngữ", description="Parted by semicolons")


class LanguageRegister(Register):
    """What the rules of language know of words."""

    confusions: tuple[Corrections, ...]
    compounds: tuple[WordList, ...]
    repetitions: tuple[WordList, ...]
    bound: tuple[WordList, ...]
    loans: tuple[WordList, ...]
    abbreviations: tuple[WordList, ...]
    symbols: tuple[WordList, ...]
    provinces: tuple[WordList, ...]


class CapitalPhrases(Record):
    """Phrases with the capitals that they have, for one rule."""

    source: Line = Field(title="Nguồn", description="Where these phrases come from")
    phrases: tuple[Line, ...] = Field(title="Cụm từ", description="Each as it is written inside a sentence")


class CapitalRegister(Register):
    """Phrases that are always written with the same capitals, by the code of the rule that asks for it."""

    rules: dict[str, CapitalPhrases]


def words_of(lists: Iterable[WordList]) -> list[str]:
    """Return the words of all lists in their order."""
    return [word.strip() for one in lists for word in one.words.split(";")]


@cache
def language() -> LanguageRegister:
    """Return the lists of the package."""
    return _load("language.yaml", LanguageRegister)


@cache
def capitals() -> Mapping[str, CapitalPhrases]:
    """Return the phrases with their capitals by the code of their rule."""
    return MappingProxyType(_load("capitals.yaml", CapitalRegister).rules)


@cache
def confusions() -> Mapping[str, str]:
    """Return each wrong phrase with the right one."""
    return MappingProxyType({wrong: right for one in language().confusions for wrong, right in one.words.items()})


@cache
def compounds() -> frozenset[tuple[str, str]]:
    """Return the words of two syllables, folded; of longer ones each two neighbours."""
    own = (tuple(fold(word).split()) for word in words_of(language().compounds))
    return frozenset(pair for word in (*own, *compounds_of_names()) for pair in zip(word, word[1:], strict=False))


@cache
def folded(name: str) -> frozenset[str]:
    """Return the words of one list (repetitions, bound, loans …) in the form in which words are compared."""
    return frozenset(fold(word) for word in words_of(getattr(language(), name)))


def _load(filename: str, kind: type[R]) -> R:
    text = resources.files(__package__).joinpath(filename).read_text("utf-8")
    return load_register(text, filename, kind)
