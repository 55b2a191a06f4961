"""The kind of a document as its head tells it."""

from __future__ import annotations

import re

from generator.nd30.document_types import DocumentType, type_by_code, type_by_name
from generator.nd30.notation import parse_number_line
from generator.reading.cues import type_and_subject
from generator.reading.lines import Line
from generator.reading.reading import Reading
from generator.reading.slips import named_type

DISPATCH = "dispatch"
_YEAR = re.compile(r"/\s*20\d\d\s*/")
"""The year in the number of a văn bản quy phạm pháp luật."""


_INTERNAL = re.compile(
    r"PHIẾU (?:TRÌNH|XỬ LÝ|GIẢI QUYẾT|ĐỀ XUẤT|ĐỀ NGHỊ|YÊU CẦU|LẤY Ý KIẾN|GHI Ý KIẾN|GIAO VIỆC|THEO DÕI)\b.*"
    r"|TỜ TRÌNH NỘI BỘ|GIẤY (?:ĐỀ NGHỊ|ĐI ĐƯỜNG|THANH TOÁN|BIÊN NHẬN)\b.*|ĐƠN (?:XIN|ĐỀ NGHỊ)\b.*"
    r"|BẢN (?:KIỂM ĐIỂM|TỰ NHẬN XÉT|CAM KẾT)\b.*"
)
"""Forms of an office's own work: none of the names of Điều 7."""
_HEAD_LINES = 15


def internal_form(reading: Reading) -> Line | None:
    """Return the title of a form of an office's own work, such as phiếu trình; None in other documents."""
    top = (line for line in reading.lines[:_HEAD_LINES] if not line.cells)
    return next((line for line in top if _INTERNAL.fullmatch(line.text.strip())), None)


def is_dispatch_subject(text: str) -> bool:
    """Tell whether a subject begins as that of a công văn does: V/v, however it is written."""
    return text.casefold().startswith("v/v")


def printed_type(text: str) -> DocumentType | None:
    """Return the type that a line of the title names, also one in small letters or with more words behind it."""
    beside = type_and_subject(text)
    return named_type(text) or (type_by_name(beside[0]) if beside else None)


def kind_of(reading: Reading) -> str | None:
    """Return the id of the kind: by the printed name, by "V/v" or "Kính gửi", by the symbol; None without any."""
    head = reading.head
    named = printed_type(head.type_name.text) if head.type_name else None
    if named:
        return named.id
    if head.subject and is_dispatch_subject(head.subject.text):
        return DISPATCH
    line = parse_number_line(_YEAR.sub("/", head.number_line.text)) if head.number_line else None
    if line is None or line.parsed is None:
        return DISPATCH if reading.addressees else None
    coded = type_by_code(line.parsed.type_code) if line.parsed.type_code else None
    if coded and not reading.addressees:
        return coded.id
    return DISPATCH
