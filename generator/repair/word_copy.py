"""A Word file that is being changed in place: its paragraphs, runs and sections with their elements."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import replace

from generator.errors import TemplateError
from generator.ooxml.formatting.markup import XML_SPACE, Element, W, parse
from generator.ooxml.formatting.placed import Atom, placed
from generator.ooxml.formatting.sections import SectionSource
from generator.ooxml.formatting.values import Run
from generator.ooxml.formatting.word_source import WordSource
from generator.ooxml.relationships import part_bytes
from generator.ooxml.wml import element
from generator.repair.letters import letters_of, paragraph_letters

_MARKS = "".join(chr(code) for code in range(0x0300, 0x0370))
"""Combining signs, which may stand in another run than their letter."""


class WordCopy:
    """The parts of a file, changed until they are taken with `parts`. Numbers are those of its paragraphs."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._parts = dict(parts)
        self._placed = placed(parts)
        self._atoms = [list(one.atoms) for one in self._placed.paragraphs]
        self._roots: dict[str, Element] = {self._placed.source.main: _root(self._placed.body)}
        for one in self._placed.paragraphs:
            self._roots.setdefault(one.part, _root(one.node))
        self._changed: dict[str, None] = {}
        self._letters = {node: found for root in self._roots.values() for node, found in paragraph_letters(root)}

    @property
    def source(self) -> WordSource:
        """The relationships of the file as it was."""
        return self._placed.source

    @property
    def main(self) -> str:
        """Name of the part with the body."""
        return self._placed.source.main

    @property
    def body(self) -> Element:
        """The body of the main part, for a change."""
        self._changed[self.main] = None
        return self._placed.body

    @property
    def sections(self) -> tuple[SectionSource, ...]:
        """The sections as they were."""
        return self._placed.sections

    @property
    def raw(self) -> dict[str, bytes]:
        """The parts as they are stored, for changes of those that hold no paragraphs."""
        return self._parts

    def root(self, part: str) -> Element:
        """Return the root of a part for a change."""
        if part not in self._roots:
            self._roots[part] = root = parse(self._parts[part], part)
            self._letters |= dict(paragraph_letters(root))
        self._changed[part] = None
        return self._roots[part]

    def add_part(self, part: str, root: Element) -> None:
        """Take a new part; its paragraphs hold what they hold now."""
        self._roots[part] = root
        self._changed[part] = None
        self._letters |= dict(paragraph_letters(root))

    def paragraph(self, number: int) -> Element:
        """Return the ``w:p`` of a paragraph for a change."""
        found = self._placed.paragraphs[number - 1]
        self._changed[found.part] = None
        return found.node

    def atoms(self, number: int) -> list[Atom]:
        """Return the text of a paragraph, as it is by now, with its elements."""
        return self._atoms[number - 1]

    def text(self, number: int) -> str:
        """Return the text of a paragraph as stored, as it is by now."""
        return "".join(atom.run.text for atom in self.atoms(number))

    def runs(self, number: int, fits: Callable[[Run], bool], span: tuple[int, int] | None = None) -> list[Element]:
        """Return for a change the ``w:r`` with text that fits, in a paragraph or between two places of its text."""
        if span is not None:
            self.part_at(number, span[0])
            self.part_at(number, span[1])
        self.paragraph(number)
        found: dict[Element, None] = {}
        place = 0
        for atom in self.atoms(number):
            end = place + len(atom.run.text)
            if (span is None or (span[0] <= place < end <= span[1])) and fits(atom.run):
                found |= dict.fromkeys(_runs_of(atom.node))
            place = end
        return list(found)

    def part_at(self, number: int, place: int) -> None:
        """Make a run end at a place of the text of a paragraph and another begin there, where one goes over it."""
        atoms, start = self.atoms(number), 0
        for index, atom in enumerate(atoms):
            end = start + len(atom.run.text)
            if start < place < end and _is_text(atom.node):
                atoms[index : index + 1] = _cut_text(atom, place - start)
                _cut_run(atoms[index + 1].node)
                return
            if start == place < end and index and _is_same_run(atom.node, atoms[index - 1].node):
                _cut_run(atom.node)
                return
            start = end

    def rewrite(self, number: int, start: int, end: int, text: str) -> None:
        """Put other text between two places of the text of a paragraph, in the look of what stood there.

        The proof expects it from then on. Nothing is done where the place is in no run of text.
        """
        node, whole = self.paragraph(number), self.text(number)
        self.part_at(number, start)
        self.part_at(number, end)
        if not _put_text(self.atoms(number), start, end, text):
            return
        known = letters_of(whole) == self._letters[node]
        after = f"{whole[:start]}{text}{whole[end:]}"
        self._letters[node] = letters_of(after) if known else dict(paragraph_letters(node))[node]

    def respell(self, number: int, spelt: Callable[[str], str]) -> None:
        """Spell each text of a paragraph otherwise, combining signs together with the letters they are on."""
        self.paragraph(number)
        atoms = self.atoms(number)
        before: int | None = None
        for index, atom in enumerate(atoms):
            if not _is_text(atom.node):
                continue
            text = atom.run.text
            marks = len(text) - len(text.lstrip(_MARKS))
            if marks and before is not None:
                _set_text(atoms, before, spelt(atoms[before].run.text + text[:marks]))
                text = text[marks:]
            if spelt(text) != atom.run.text:
                _set_text(atoms, index, spelt(text))
            before = index

    def settle(self, node: Element) -> None:
        """Note that a new paragraph holds what it holds now."""
        self._letters |= dict(paragraph_letters(node))

    def name_of(self, root: Element) -> str:
        """Return the name of the part of a root."""
        return next(name for name, one in self._roots.items() if one is root)

    @property
    def added(self) -> frozenset[str]:
        """Names of the parts that are in the copy by now."""
        return frozenset(self._roots)

    def expect(self, node: Element, letters: str) -> None:
        """Note that a paragraph is to hold other letters than before, or is new."""
        self._letters[node] = letters_of(letters)

    def parts(self) -> dict[str, bytes]:
        """Return the parts with all changes, after the saved text was held against what it should be.

        TemplateError when a letter differs.
        """
        made = {**self._parts, **{part: part_bytes(self._roots[part]) for part in self._changed}}
        for part in self._changed:
            wanted = [self._letters.get(node, "") for node in self._roots[part].iter(W + "p")]
            found = [letters for _, letters in paragraph_letters(parse(made[part], part))]
            if wanted != found:
                raise TemplateError("việc sửa sẽ làm đổi chữ của văn bản nên đã dừng", hint=f"phần {part}")
        return made


def _root(node: Element) -> Element:
    return node.getroottree().getroot()


def _run_of(node: Element | None) -> Element | None:
    """Return the run that an element stands in directly; None elsewhere."""
    parent = None if node is None else node.getparent()
    return parent if parent is not None and parent.tag == W + "r" else None


def _runs_of(node: Element | None) -> list[Element]:
    if node is None:
        return []
    around = next(node.iterancestors(W + "r"), None)
    return list(node.iter(W + "r")) if around is None else [around]


def _is_text(node: Element | None) -> bool:
    return node is not None and node.tag == W + "t"


def _is_same_run(one: Element | None, other: Element | None) -> bool:
    run = _run_of(one)
    return run is not None and run is _run_of(other)


def _cut_text(atom: Atom, place: int) -> list[Atom]:
    """Cut a ``w:t`` in two."""
    text, node = atom.run.text, atom.node
    behind = deepcopy(node)
    if node is None or behind is None:
        return [atom]
    behind.tail = None
    for one, words in ((node, text[:place]), (behind, text[place:])):
        one.text = words
        one.set(XML_SPACE, "preserve")
    node.addnext(behind)
    return [Atom(node, replace(atom.run, text=text[:place])), Atom(behind, replace(atom.run, text=text[place:]))]


def _put_text(atoms: list[Atom], start: int, end: int, text: str) -> bool:
    """Put text in place of the atoms between two places, or beside one where there are none; tell whether it was."""
    inside = [index for index, own in _spans(atoms) if start <= own[0] < own[1] <= end]
    if not inside:
        found = _neighbour(atoms, start)
        if found is not None:
            kept = atoms[found[0]].run.text
            _set_text(atoms, found[0], f"{kept}{text}" if found[1] else f"{text}{kept}")
        return found is not None
    first = next((index for index in inside if _is_text(atoms[index].node)), None)
    if first is None and text:
        return False
    for index in reversed(inside):
        if index == first:
            _set_text(atoms, index, text)
        else:
            _remove(atoms, index)
    return True


def _cut_run(node: Element | None) -> None:
    """Let a new run of the same look begin with an element of a run."""
    run = _run_of(node)
    if run is None or node is None:
        return
    made = element("w:r")
    properties = run.find(W + "rPr")
    if properties is not None:
        made.append(deepcopy(properties))
    moved = [node, *node.itersiblings()]
    run.addnext(made)
    made.extend(moved)


def _spans(atoms: list[Atom]) -> list[tuple[int, tuple[int, int]]]:
    found, start = [], 0
    for index, atom in enumerate(atoms):
        end = start + len(atom.run.text)
        found.append((index, (start, end)))
        start = end
    return found


def _neighbour(atoms: list[Atom], place: int) -> tuple[int, bool] | None:
    """Return the text that ends at a place, or else that begins there, and whether it ends there."""
    texts = [(index, own) for index, own in _spans(atoms) if own[0] < own[1] and _is_text(atoms[index].node)]
    before = [index for index, own in texts if own[1] == place]
    behind = [index for index, own in texts if own[0] == place]
    return (before[-1], True) if before else (behind[0], False) if behind else None


def _set_text(atoms: list[Atom], index: int, text: str) -> None:
    node, run = atoms[index]
    if node is not None:
        node.text = text
        node.set(XML_SPACE, "preserve")
    atoms[index] = Atom(node, replace(run, text=text))


def _remove(atoms: list[Atom], index: int) -> None:
    node = atoms[index].node
    parent = None if node is None else node.getparent()
    if node is not None and parent is not None:
        parent.remove(node)
    del atoms[index]
