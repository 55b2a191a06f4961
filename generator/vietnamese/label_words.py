"""Labels of figures in one wording, so that "TTHC" and "thủ tục hành chính" are the same."""

from __future__ import annotations

import re

from generator.vietnamese.unicode import fold

_LONG_FORMS = {
    "tthc": "thủ tục hành chính", "cchc": "cải cách hành chính", "dvc": "dịch vụ công", "pakn": "phản ánh kiến nghị",
    "dvctt": "dịch vụ công trực tuyến", "ubnd": "ủy ban nhân dân", "cbccvc": "cán bộ công chức viên chức",
    "cntt": "công nghệ thông tin", "vbqppl": "văn bản quy phạm pháp luật", "gdđt": "giáo dục và đào tạo",
    "đvsn": "đơn vị sự nghiệp", "đvsncl": "đơn vị sự nghiệp công lập", "nsnn": "ngân sách nhà nước", "tỉ": "tỷ",
}  # fmt: skip
_WORD = re.compile(r"[^\W_]+%?|%")


def in_full(text: str) -> str:
    """Return the words of a label in small letters, abbreviations written out, signs left out."""
    words = _WORD.findall(fold(text).replace("gd&đt", "gdđt"))
    return " ".join(_LONG_FORMS.get(word, word) for word in words)
