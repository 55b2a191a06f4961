"""The words of a Word file by a way of their own: python-docx and the XML, never the code under test."""

from __future__ import annotations

import unicodedata
from io import BytesIO

import docx
from docx.oxml.ns import qn


def words_of(data: bytes) -> str:
    """Return all text of the body with its boxes and tables, composed, without blanks and without what is unseen."""
    body = docx.Document(BytesIO(data)).element.body
    text = "".join(node.text or "" for node in body.iter(qn("w:t"), qn("w:delText")))
    seen = (one for one in unicodedata.normalize("NFKC", text) if unicodedata.category(one) != "Cf")
    return "".join("".join(seen).translate({0xD0: "Đ", 0xF0: "đ", 0x189: "Đ", 0x256: "đ"}).split())
