"""Files that are judged and never changed: signed, protected, of another make."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from generator.errors import TemplateError
from generator.ooxml.formatting.markup import W, is_attribute_on, value
from generator.ooxml.formatting.word_source import WordSource
from generator.ooxml.package import read_parts

_SIGNATURES: Final = "_xmlsignatures/"
_STRICT: Final = b"http://purl.oclc.org/ooxml/wordprocessingml/main"


def parts_to_change(data: bytes) -> dict[str, bytes] | str:
    """Return the parts of a file that may be changed; in Vietnamese why another one must not be."""
    try:
        parts = read_parts(data, main=None)
    except TemplateError as failure:
        return failure.message
    return _reason(parts) or parts


def _reason(parts: Mapping[str, bytes]) -> str | None:
    if any(name.lower().startswith(_SIGNATURES) for name in parts):
        return "tệp có chữ ký số: sửa sẽ làm mất hiệu lực chữ ký"
    source = WordSource(parts)
    settings = source.of_kind("settings")
    protection = None if settings is None else settings.find(W + "documentProtection")
    if protection is not None and (
        is_attribute_on(protection, "enforcement") or value(protection, "enforcement") == "1"
    ):
        return "tệp đang được bảo vệ (Restrict Editing)"
    if _STRICT in parts.get(source.main, b""):
        return "tệp ở dạng Strict Open XML; hãy lưu lại dạng Word Document (.docx)"
    return None
