"""Documents rendered for tests, and what a reader finds in the file: by lxml alone, so that it is independent."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from lxml import etree

from generator.model.document import Document
from generator.model.store import model_of
from generator.ooxml.package import MAIN, read_parts, write_parts
from generator.ooxml.wml import element, qualified, text_element, to_bytes
from generator.render.compiled import CompiledTemplate, compile_template
from generator.render.render import render
from generator.templates.catalog import layouts, template_for

_BREAKS = {"br": "\n", "tab": "\t"}
CENTRED = {
    "CoQuanChuQuan", "CoQuanChuQuanNho", "CoQuanBanHanh", "CoQuanBanHanhNho", "DiaDanhVaThoiGian",
    "DiaDanhVaThoiGianNho", "TrichYeu", "TrichYeuCongVan", "PhuLucTen", "PhuLucKemTheo", "QuyenHan", "ChucVu",
}  # fmt: skip
"""Styles of the centred lines, in which blanks may become line breaks."""


@cache
def built_template(kind: str) -> CompiledTemplate:
    """Return the template that comes with the program for a kind."""
    return compile_template(template_for(kind).read_bytes())


def document(kind: str = "report", **fields: Any) -> Document:
    """Return a document of the fields, as they would stand in a file."""
    return model_of(kind).model_validate({"kind": kind, **fields})


def rendered(
    source: Document, *, template: bytes | None = None, pictures: Mapping[str, bytes] | None = None
) -> dict[str, bytes]:
    """Return the parts of the rendered document."""
    compiled = compile_template(template) if template else built_template(source.kind)
    return read_parts(render(source, compiled, layouts(), pictures))


def template_of(*paragraphs: str | etree._Element, kind: str = "report") -> bytes:
    """Return the built template with other paragraphs, each of one run, or elements, in its body."""
    parts = read_parts(template_for(kind).read_bytes())
    root = etree.fromstring(parts[MAIN])
    body = root[0]
    for child in list(body)[:-1]:
        body.remove(child)
    for position, content in enumerate(paragraphs):
        body.insert(position, paragraph(content) if isinstance(content, str) else content)
    return write_parts({**parts, MAIN: to_bytes(root)})


def paragraph(text: str, style: str | None = None) -> etree._Element:
    """Return a paragraph of one run."""
    properties = element("w:pPr", element("w:pStyle", val=style)) if style else None
    return element("w:p", properties, element("w:r", text_element(text)))


def main_part(parts: Mapping[str, bytes]) -> etree._Element:
    """Return the root of the main part."""
    return etree.fromstring(parts[MAIN])


def paragraphs(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield the style id and the text of each paragraph in the order of the file."""
    for found in root.iter(qualified("w:p")):
        style = found.find(f"{qualified('w:pPr')}/{qualified('w:pStyle')}")
        yield ("" if style is None else style.get(qualified("w:val"), "")), paragraph_text(found)


def paragraph_text(found: etree._Element) -> str:
    """Return the text of a paragraph, its line breaks and tabs included."""
    pieces = []
    for node in found.iter(qualified("w:t"), qualified("w:br"), qualified("w:tab")):
        pieces.append(_BREAKS.get(etree.QName(node).localname) or node.text or "")
    return "".join(pieces)


def texts(parts: Mapping[str, bytes]) -> list[str]:
    """Return the texts of the main part, empty paragraphs left out."""
    return [text for _, text in paragraphs(main_part(parts)) if text]


def unbroken(parts: Mapping[str, bytes]) -> list[str]:
    """Return the texts of the main part as `texts` does, line breaks of centred lines as blanks."""
    found = ((style, text) for style, text in paragraphs(main_part(parts)) if text)
    return [text.replace("\n", " ") if style in CENTRED else text for style, text in found]


def in_style(parts: Mapping[str, bytes], style: str) -> list[str]:
    """Return the texts of the paragraphs of a style id."""
    return [text for found, text in paragraphs(main_part(parts)) if found == style]


def holders_without_paragraph(parts: Mapping[str, bytes]) -> list[str]:
    """Return the cells, headers, footers, text boxes and notes that do not end with a paragraph, by their part."""
    holders = [qualified(f"w:{name}") for name in ("tc", "hdr", "ftr", "txbxContent", "footnote", "endnote")]
    names = [name for name in parts if name.startswith("word/") and name.endswith(".xml")]
    roots = {name: etree.fromstring(parts[name]) for name in names}
    found = ((name, holder) for name, root in roots.items() for holder in root.iter(*holders))
    return [name for name, holder in found if len(holder) == 0 or holder[-1].tag != qualified("w:p")]


def marked(parts: Mapping[str, bytes], mark: str) -> list[str]:
    """Return the texts of the runs that bear a mark of their own, ``w:b`` or ``w:i``."""
    path = f"{qualified('w:rPr')}/{qualified(mark)}"
    return ["".join(run.itertext()) for run in main_part(parts).iter(qualified("w:r")) if run.find(path) is not None]


def png(width: int = 3, height: int = 2) -> bytes:
    """Return a white PNG picture."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\xff" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpeg(width: int = 3, height: int = 2) -> bytes:
    """Return the head of a JPEG picture, with its JFIF and frame segments."""
    jfif = b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF\0\1\1\1\0`\0`\0\0"
    frame = b"\xff\xc0" + struct.pack(">HBHH", 11, 8, height, width) + b"\1\1\x11\0"
    return b"\xff\xd8" + jfif + frame + b"\xff\xd9"
