"""Letters of an old encoding in a workbook: a fault, for a clerk types in programs that can convert them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from generator.vietnamese.unicode import nfc
from generator.workbook.content import Content
from generator.workbook.old_words import old_encodings
from generator.workbook.places import At, Findings
from generator.workbook.rest import Kept
from generator.workbook.rows import shown
from generator.workbook.sheets import INVISIBLE, INVISIBLE_KEPT

_MEANT = ("#unicode",)
_INVISIBLE = tuple(json.loads(INVISIBLE_KEPT))


def with_letters_meant(content: Content) -> Content:
    """Return the content, with a mark beside it where words of the document itself would not be read as they stand.

    One for words that look like an old encoding, one for signs that nobody sees.
    """
    marks = [Kept(_MEANT, "", True)] if any(True for _ in _old(content)) else []
    marks += [Kept(_INVISIBLE, "", True)] if any(INVISIBLE.search(text) for _, text in _cells(content)) else []
    return replace(content, kept=[*content.kept, *marks]) if marks else content


def refuse_old_letters(content: Content, findings: Findings) -> None:
    """Add a fault for each cell whose words are not Unicode, unless they are marked as meant."""
    if any(one.path == _MEANT for one in content.kept):
        return
    for at, text, name in _old(content):
        findings.error(
            at, f"chữ viết bằng {name}, không phải Unicode", found=f"«{shown(text)}»", expected="chữ Unicode dựng sẵn",
            hint="chuyển mã sang Unicode bằng bộ gõ (Unikey: Ctrl+Shift+F6) rồi dán lại",
        )  # fmt: skip


def _old(content: Content) -> Iterator[tuple[At, str, str]]:
    cells = [*_cells(content)]
    encodings = old_encodings([" ".join(nfc(text).split()) for _, text in cells])
    for (at, text), name in zip(cells, encodings, strict=True):
        if name:
            yield at, text, name


def _cells(content: Content) -> Iterator[tuple[At, str]]:
    yield from ((at, text) for _, (text, at) in sorted(content.general.items()) if text)
    for _, rows in sorted(content.rows.items()):
        for row in rows:
            yield from ((row.at(title), text) for title, text in sorted(row.texts.items()) if text)
