"""Documents printed for the tests of the page: rendered, converted in one call of LibreOffice, measured."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from generator.model.document import Document
from generator.office import convert, find_soffice
from generator.render.render import render
from generator.templates.catalog import layouts
from tests.measuring.measure import measure
from tests.measuring.values import Measured
from tests.page.checks import findings
from tests.rendered import built_template, document

SENTENCE = (
    "Thủ trưởng các cơ quan, đơn vị chịu trách nhiệm tổ chức thực hiện và báo cáo kết quả đúng thời hạn được giao."
)
"""A sentence of a line and a half."""

needs_office = [
    pytest.mark.office,
    pytest.mark.skipif(find_soffice() is None, reason="chưa cài LibreOffice (libreoffice-writer-nogui)"),
]


def letter(kind: str = "plan", paragraphs: Sequence[str] = (SENTENCE,) * 3, **fields: Any) -> Document:
    """Return a short document that lacks nothing, with other fields where they are given."""
    blocks = [{"kind": "paragraph", "text": text} for text in paragraphs]
    whole = {
        "issuer": {
            "parent": "UBND tỉnh An Bình",
            "name": "Sở Giáo dục và Đào tạo",
            "symbol": "SGDĐT",
            "place": "An Bình",
        },
        "number": "15",
        "date": "2026-12-25",
        "subject": "Cải cách hành chính năm 2027",
        "legal_bases": [{"lead": "Căn cứ", "text": "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"}],
        "sections": [{"numbering": "none", "blocks": blocks}],
        "closing": [SENTENCE],
        "recipients": [{"name": "UBND tỉnh", "purpose": "để báo cáo"}, {"name": "Các phòng thuộc Sở"}],
        "archive": {"holders": ["VT", "VP"]},
        "signature": {"position": "Giám đốc", "name": "Nguyễn Văn A"},
    }
    return document(kind, **{**whole, **({"year": 2027} if kind == "plan" else {}), **fields})


def word_file(source: Document, pictures: Mapping[str, bytes] | None = None) -> bytes:
    """Return the rendered document, with pictures by the file named in its data."""
    return render(source, built_template(source.kind), layouts(), pictures)


@dataclass(frozen=True)
class Sheet:
    """A printed document."""

    found: Measured
    lost: str
    """Letters of the Word file that are not on paper, in the order of the alphabet."""
    torn: tuple[str, ...]
    """Words of its table cells that stand on paper in pieces only; a break behind a hyphen or a slash tears none."""

    @property
    def findings(self) -> list[str]:
        """What is wrong with it."""
        return findings(self.found) + ([f"lost: {len(self.lost)} letters: {self.lost}"] if self.lost else [])


def printed(files: Mapping[str, bytes], folder: Path) -> Mapping[str, Sheet]:
    """Return what the stick finds in the PDF of each Word file, by its name; one call of LibreOffice makes all."""
    sources = []
    for name, data in files.items():
        sources.append(folder / f"{name}.docx")
        sources[-1].write_bytes(data)
    sheets = {}
    for (name, word), pdf in zip(files.items(), convert(sources, folder / "pdf"), strict=True):
        found = measure(pdf.read_bytes())
        sheets[name] = Sheet(found, lost_letters(word, found), torn_words(word, found))
    return sheets


def lost_letters(word: bytes, found: Measured) -> str:
    """Return the letters of the text of a Word file that its PDF lacks, in capitals, as styles may print them."""
    body = docx.Document(io.BytesIO(word)).element.body
    given = Counter("".join(node.text or "" for node in body.iter(qn("w:t"))).upper())
    given.subtract("".join(line.text for line in found.lines if line.tag).upper())
    return "".join(letter * count for letter, count in sorted(given.items()) if count > 0 and not letter.isspace())


def torn_words(word: bytes, found: Measured) -> tuple[str, ...]:
    """Return the words of the cells of a Word file that the PDF has in pieces only, each once."""
    body = docx.Document(io.BytesIO(word)).element.body
    given: Counter[str] = Counter()
    for paragraph in (found for cell in body.iter(qn("w:tc")) for found in cell.iter(qn("w:p"))):
        given.update(_words("".join(node.text or " " for node in paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab")))))
    seen = Counter(word for line in found.lines for word in _words(line.text))
    return tuple(sorted(word for word, count in given.items() if count > seen[word]))


def _words(text: str) -> list[str]:
    return re.sub(r"(?<=[-/])", " ", text).upper().split()


def require_sound(sheets: Mapping[str, Sheet]) -> None:
    """Fail with what is wrong with any of the documents, a line each with its name."""
    if found := [f"{name}: {finding}" for name, sheet in sheets.items() for finding in sheet.findings]:
        pytest.fail("\n".join(found), pytrace=False)
