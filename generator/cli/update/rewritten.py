"""Data of a document written over a file that holds an older version of it: comments in YAML stay where they can."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

from generator.cli.convert import dumped
from generator.errors import DataError
from generator.files import read_bytes
from generator.model.document import Document
from generator.model.store import dump_document, load_document
from generator.yamltext import parse_yaml, rewritten_yaml

_YAML: Final = (".yaml", ".yml")
_COMMENT: Final = re.compile(r"(?m)(?:^|\s)#")


def rewritten(source: Path, before: Document, after: Document, target: Path) -> tuple[bytes, bool]:
    """Return the bytes of a target for a document that the source holds as it was, and whether comments are lost.

    Of YAML made from YAML only the lines of what differs are new; where that cannot be done, all of it is.
    """
    plain = dumped(after, target.name)
    if source.suffix.lower() not in _YAML or target.suffix.lower() not in _YAML:
        return plain, False
    text = read_bytes(source).decode("utf-8-sig")
    made = _in_lines(text, before, after, target.name) or plain.decode("utf-8")
    return made.encode("utf-8"), len(_COMMENT.findall(made)) < len(_COMMENT.findall(text))


def _in_lines(text: str, before: Document, after: Document, name: str) -> str | None:
    made = rewritten_yaml(text, _values(before), _values(after))
    try:
        return made if made is not None and load_document(made, name) == after else None
    except DataError:
        return None


def _values(document: Document) -> dict[str, Any]:
    values: dict[str, Any] = parse_yaml(dump_document(document, "x.yaml"), "x.yaml").data
    return values
