"""Files that are judged and never changed: signed, protected, of another make."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from generator.ooxml.formatting.markup import W, is_attribute_on, value
from generator.ooxml.formatting.word_source import WordSource

_SIGNATURES: Final = "_xmlsignatures/"
_STRICT: Final = b"http://purl.oclc.org/ooxml/wordprocessingml/main"


def reason_to_leave(parts: Mapping[str, bytes]) -> str | None:
    """Return in Vietnamese why a file must not be changed; None when it may be."""
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
