"""A block of the body from the words of its line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.model.blocks import Numbering
from generator.spelling import unmarked
from generator.workbook import levels

_KINDS = {unmarked(word): kind for kind, word in levels.BLOCKS.items()}


def block_kind(word: str) -> str | None:
    """Return the kind of a block without a label; None for another word."""
    return _KINDS.get(unmarked(word))


def plain_block(kind: str, title: str, text: str) -> dict[str, Any]:
    """Return a block without a label, with what its line says; what it lacks is for the model to tell."""
    if kind == "table":
        said = {"title": title, "rows": table_rows(text) if text else None}
    elif kind == "picture":
        file, _, alt = text.partition("\n")
        said = {"title": title, "file": file.strip(), "alt": alt.strip()}
    elif kind == "targets":
        said = {"layout": "table" if unmarked(text) == "bang" else text}
    elif kind == "tasks":
        said = {"layout": text}
    elif kind == "objectives":
        said = {}
    else:
        said = {"text": text or title}
    return {"kind": kind, **{name: value for name, value in said.items() if value}}


def labelled_block(numbering: Numbering, title: str, text: str, *, is_section: bool) -> dict[str, Any]:
    """Return a section, or an item; of one with a title and a text the text is a paragraph below it."""
    default = Numbering.ROMAN if is_section else Numbering.DASH
    node: dict[str, Any] = {"kind": "section" if is_section else "item"}
    if numbering is not default:
        node["numbering"] = numbering.value
    if is_section:
        return {**node, "title": title} if title else node
    node |= {"heading": True} if title else {}
    return {**node, "text": title or text} if title or text else node


def table_text(rows: Sequence[Sequence[dict[str, Any]]]) -> str:
    """Return a table as lines of cells between bars."""
    return "\n".join(" | ".join(cell.get("text", "") for cell in row) for row in rows)


def table_rows(text: str) -> list[list[dict[str, str]]]:
    """Return the rows of lines of cells between bars."""
    lines = [line.split("|") for line in text.split("\n")]
    return [[{"text": word} if (word := cell.strip()) else {} for cell in line] for line in lines]
