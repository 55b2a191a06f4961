"""The cues by which a line is recognised: capitals, end marks, and the words that open or close a component."""

from __future__ import annotations

import re

from generator.nd30.document_types import type_by_name
from generator.spelling import unmarked
from generator.vietnamese.unicode import fold

NATIONAL_NAME = fold("Cộng hòa xã hội chủ nghĩa Việt Nam")
MOTTO = fold("Độc lập - Tự do - Hạnh phúc")
PARTY_NAME = fold("Đảng Cộng sản Việt Nam")

_LONGEST_TITLE = 200
_CLOSERS = "\"'”’»)]} "
_DASHES = re.compile(r"\s*[-–—]\s*")
_FORM_CODE = (
    r"(?:(?:\.(?-i:[A-Z])(?=/))?(?:/(?-i:[A-ZĐ])[A-ZĐ\d]*(?:-[A-ZĐ\d]+)*)+"
    r"|-(?-i:[A-ZĐ]{2,8})(?=\s*(?:[.:]|$)))"
)
"""What a form bears behind its number: "/CCHC", ".N/BTP-TK"; behind a hyphen only where no title follows: "-NV"."""
_APPENDIX = re.compile(
    r"(?:phụ lục(?:\s+(?:số\s+)?(?P<n>[ivxlc]{1,7}|\d{1,2}(?:[.-]\d{1,2})?[a-z]?)(?!\w))?"
    rf"|(?:biểu|mẫu|biểu mẫu)\s+số\s*:?\s*(?P<form>\d{{1,3}}[a-z]?{_FORM_CODE}?)(?![\w/])"
    rf"|(?:biểu|mẫu|biểu mẫu)\s+(?P<coded>\d{{1,3}}[a-z]?{_FORM_CODE})(?![\w/])"
    r"|biểu mẫu\s+\d{1,3}[a-z]?$)(?P<mark>\s*[.:–-])?",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\(\s*(?:(?:(?:ban hành|phê duyệt|gửi)\s+)?kèm theo|đính kèm)\s", re.IGNORECASE)
_PLACE_DATE = re.compile(
    r"(?:[^\W\d_][^,;:]{1,60}|\[CẦN BỔ SUNG: [^\]]*\]),\s*ngày[\s\d.…_]*tháng[\s\d.…_]*năm[\s\d.…_]*", re.IGNORECASE
)
_NUMBER = re.compile(r"Số\s*:|Số\s+[\d.…_]*\s*/\s*[A-ZĐ]")
_AUTHORITY = re.compile(r"(?:TM|KT|TL|TUQ|Q)\s?\.\s*(?=[^\W\d_])|T/M\s|TM\s(?=[^\W\d_])")
_OPENINGS = re.compile(r"(?:Nơi nhận|Kính gửi)\s*:?|V/v\s|Trên đây là\s", re.IGNORECASE)
_FORM_LINE = re.compile(
    r"(?:Thời gian(?: bắt đầu)?|Địa điểm|Thành phần(?: tham dự)?|Chủ trì(?: \(chủ t(?:ọa|oạ)\))?|Chức vụ|Được cử đến"
    r"|Về việc|Thư ký(?: \(người ghi biên bản\))?|Ông \(bà\)|Nội dung)\s*:|(?:Tới|Đến) dự\s|Giấy này có giá trị\s"
)
"""A line of a form with words of its own, by its label (forms 1.7 to 1.10)."""
_ENACTING = re.compile(r"(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|NGHỊ QUYẾT)\s*:")
_TYPE_WORDS = 3
_RECIPIENTS = re.compile(r"N[ơo]i (?:nh[ậâa]n|g[ửở]i)\s*[:.;]?", re.IGNORECASE)


def is_capitals(text: str) -> bool:
    """Tell whether the line is written in capitals: two letters at least, none of them small."""
    return text.isupper() and sum(map(str.isalpha, text)) > 1


def ends_sentence(text: str) -> bool:
    """Tell whether the line ends in . ; : ? or !, a closing bracket or quotation mark after it not counted."""
    return text.rstrip(_CLOSERS)[-1:] in (".", ";", ":", "?", "!")


def ends_document(text: str) -> bool:
    """Tell whether the line ends with the mark ./. that closes the content of every sample form."""
    return text.rstrip(_CLOSERS).endswith("./.")


def starts_small(text: str) -> bool:
    """Tell whether the line goes on with a small letter."""
    return text[:1].islower()


def is_national_name(text: str) -> bool:
    """Tell whether the line is Quốc hiệu (II.1a), whatever its marks: a scanned one often lacks some."""
    return len(text) == len(NATIONAL_NAME) and unmarked(text) == unmarked(NATIONAL_NAME)


def is_motto(text: str) -> bool:
    """Tell whether the line is Tiêu ngữ (II.1b), whatever its dashes and marks."""
    return abs(len(text) - len(MOTTO)) < 5 and unmarked(_DASHES.sub(" - ", text)) == unmarked(MOTTO)


def is_party_name(text: str) -> bool:
    """Tell whether the line is the heading of a document of the Party, to which NĐ 30 does not apply."""
    return len(text) == len(PARTY_NAME) and fold(text) == PARTY_NAME and text.isupper()


def is_enacting(text: str) -> bool:
    """Tell whether the line is "QUYẾT ĐỊNH:" above the articles of a decision (forms 1.1 to 1.3)."""
    return _ENACTING.fullmatch(text) is not None


def is_type_name(text: str) -> bool:
    """Tell whether the line is, in capitals, the name of one of the 29 types (II.5)."""
    return is_capitals(text) and type_by_name(text) is not None


def type_and_subject(text: str) -> tuple[str, str] | None:
    """Return the name of a type and the subject that stands beside it in capitals: KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH."""
    words = text.split() if is_capitals(text) and len(text) <= _LONGEST_TITLE else []
    for count in range(min(len(words) - 1, _TYPE_WORDS), 0, -1):
        if type_by_name(" ".join(words[:count])):
            return " ".join(words[:count]), " ".join(words[count:])
    return None


def is_place_date(text: str) -> bool:
    """Tell whether the line is "Sóc Trăng, ngày … tháng 12 năm 2022" (II.4), blanks allowed."""
    return _PLACE_DATE.fullmatch(text) is not None


def is_number_line(text: str) -> bool:
    """Tell whether the line is "Số: 05/KH-SGDĐT" (II.3), its number perhaps blank."""
    return _NUMBER.match(text) is not None and "/" in text and len(text) <= 60


def is_authority(text: str) -> bool:
    """Tell whether the line is "KT. GIÁM ĐỐC" or the like (II.7)."""
    return is_capitals(text) and _AUTHORITY.match(text) is not None


def is_recipients_heading(text: str) -> bool:
    """Tell whether the line is "Nơi nhận:" alone (II.9), or "Nơi gửi:", as some write."""
    return _RECIPIENTS.fullmatch(text) is not None


def is_appendix_note(text: str) -> bool:
    """Tell whether the line begins "(Kèm theo …" (III.1c)."""
    return _NOTE.match(text) is not None


def appendix_label(text: str) -> tuple[str, str] | None:
    """Return the label and the title on a line that opens an appendix (III.1b); None for any other line.

    "Phụ lục", "Phụ lục II", "PHỤ LỤC 1: TÊN", "Biểu số 01", "Biểu số 01/CCHC"; a title in small letters stands
    behind number and mark.
    """
    match = _APPENDIX.match(text)
    if not match:
        return None
    title = text[match.end() :].strip()
    number = match["n"] or match["form"] or match["coded"]
    named = is_capitals(title) and (number or match["mark"])
    small = number and match["mark"] and title[:1].isupper() and not ends_sentence(title)
    if title and not (named or (small and len(title) <= _LONGEST_TITLE)):
        return None
    return text[: match.start("mark")] if match["mark"] else match[0].strip(), title


def opens_component(text: str) -> bool:
    """Tell whether a component of its own begins with the line, so that it continues nothing."""
    if _OPENINGS.match(text) or _FORM_LINE.match(text):
        return True
    return is_appendix_note(text) or is_authority(text) or stands_alone(text)


def stands_alone(text: str) -> bool:
    """Tell whether the line is a whole component, so that nothing continues it."""
    return len(text) <= 100 and any(test(text) for test in _ALONE)


_ALONE = (
    is_type_name,
    is_national_name,
    is_motto,
    is_party_name,
    is_enacting,
    is_place_date,
    is_number_line,
    is_recipients_heading,
    lambda text: appendix_label(text) is not None,
)
