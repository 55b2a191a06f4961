"""Letters and signs: two schools of tone marks, hidden characters, old encodings, blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint.evidence import Evidence
from generator.lint.finding import Fault, Spot
from generator.lint.language_tones import School, school_of
from generator.lint.language_words import CAPITAL, SMALL, Wording
from generator.lint.rule import rule
from generator.lint.spots import grouped, spot_of
from generator.lint.statements import Role
from generator.lint.subject import CONVERTED, Subject
from generator.ooxml.formatting.values import Paragraph, Part

_LETTER = r"[^\W\d_]"
_HIDDEN = {
    **dict.fromkeys("\u00ad\u034f\u061c\u180e\u2060\ufeff\u200b\u200c\u200d\u200e\u200f", "ký tự ẩn"),
    **dict.fromkeys(map(chr, range(0xFF01, 0xFF5F)), "chữ, dấu toàn khổ"),
    **dict.fromkeys(map(chr, range(0xFB00, 0xFB07)), "chữ ghép"),
    **dict.fromkeys("\u00d0\u0189\u00f0\u0256", "chữ Ð, ð của tiếng nước ngoài thay cho Đ, đ"),
}
_UNSEEN = re.compile(f"[{re.escape(''.join(_HIDDEN))}]")
_TITLES = r"(?:TP|Tp|tp|TS|Ts|ThS|Ths|GS|Gs|PGS|BS|KS|CN|P|Q|TX|Tx|TT|Tr|tr|St|No)"
_BEFORE = re.compile(rf"(?<=[^\W_]|[)”»%])[ \u00a0]+[,;:!?](?=\s|$)|(?<={_LETTER})[ \u00a0]+\.(?=\s+{CAPITAL}|\s*$)")
_BEHIND = re.compile(
    rf"(?<={SMALL})[,;:](?={_LETTER})|(?<={_LETTER})[,;:](?={SMALL}{{2}})|(?<={SMALL}{SMALL})\.(?={CAPITAL}{SMALL}+\b)"
)
_INSIDE = re.compile(r"[(\[“«] +(?=[^\W_])|(?<=[^\W_]) +[)\]”»](?!\w)")
_OUTSIDE = re.compile(rf"(?<={SMALL}{SMALL})\((?={_LETTER}{{2}})|(?<={SMALL}\))(?={SMALL}{{2}})")
DOUBLE = re.compile(r"(?<=[^\s\0])[ \u00a0]{2,}(?=[^\s\0])")
BLANK_TO_FILL = re.compile(r"(?:\b(?:số|ngày|tháng|năm)\b:?|[/.…_])\s*$", re.IGNORECASE)
_READ = frozenset({Role.BODY, Role.CELL, Role.APPENDIX, Role.BASIS})


@rule(
    "NG-05", "dấu thanh đặt theo hai cách trong một văn bản", "thống nhất chính tả", Severity.HINT, needs=Evidence.WORDS
)
def mixed_tone_marks(subject: Subject) -> Iterator[Fault]:
    """Cả «hòa, thủy» và «hoà, thuỷ» đều đúng; một văn bản dùng một cách từ đầu đến cuối. Không xét Quốc hiệu.

    Chỉ gợi ý: Nghị định không quy định, và chính Nghị định dùng cả hai cách.
    """
    uses: dict[School, list[tuple[Wording, str]]] = {School.OLD: [], School.NEW: []}
    for wording in subject.prose:
        for word in wording.words:
            school = None if word.text.isascii() else school_of(word.text)
            if school:
                uses[school].append((wording, word.text))
    fewer, more = sorted(uses, key=lambda one: len(uses[one]))
    if not uses[fewer]:
        return
    wording, written = uses[fewer][0]
    found = f"«{written}» ({len(uses[fewer])} chỗ theo cách «{fewer.value}», {len(uses[more])} chỗ theo «{more.value}»)"
    yield Fault(found, f"một cách, như «{uses[more][0][1]}»", wording.statement.spot)


@rule("NG-06", "ký tự ẩn hoặc ký tự không phải chữ tiếng Việt trong từ", "PL I/I/I.4", Severity.WARNING)
def hidden_characters(subject: Subject) -> Iterator[Fault]:
    """Trong chữ không có ký tự ẩn (dấu nối mềm, dấu cách không độ rộng), chữ toàn khổ, chữ Ð của tiếng nước ngoài.

    Chúng không nhìn thấy hoặc nhìn như chữ thường nhưng làm sai tìm kiếm, so sánh. Chữ Unicode tổ hợp thuộc PG-05.
    """
    return grouped(
        (
            _HIDDEN[one[0]],
            Fault(
                f"{_HIDDEN[one[0]]} (U+{ord(one[0]):04X})",
                "bỏ hoặc thay bằng chữ thường",
                spot_of(paragraph),
                fix="unicode",
            ),
        )
        for paragraph in subject.formatted.paragraphs
        if paragraph.number not in subject.converted_lines
        for one in _UNSEEN.finditer(paragraph.text)
    )


@rule("NG-07", "dấu cách thừa hoặc thiếu", "quy ước gõ văn bản", Severity.WARNING, needs=Evidence.WORDS)
def blanks(subject: Subject) -> Iterator[Fault]:
    """Dấu câu viết liền với chữ trước và cách chữ sau một dấu cách; trong ngoặc không cách; giữa hai chữ một dấu cách.

    Nghị định không quy định; đây là quy ước gõ văn bản. Hai dấu cách liền nhau và dấu cách ở đầu đoạn chỉ được gợi ý.
    """
    yield from grouped(_beside_signs(subject))
    yield from grouped(_before_numbers(subject))
    if subject.evidence is Evidence.FILE:
        yield from grouped(_doubled_blanks(subject))


def _before_numbers(subject: Subject) -> Iterator[tuple[object, Fault]]:
    for wording in subject.prose:
        for one in _NUMBERED.finditer(wording.text) if wording.statement.role in _READ else ():
            yield "number", Fault(f"«{one[0]}»", f"«{one[1]} {one[2]}»", wording.statement.spot)


def _beside_signs(subject: Subject) -> Iterator[tuple[object, Fault]]:
    for wording in subject.prose:
        if wording.statement.role not in _READ:
            continue
        for kind, (pattern, expected) in SIGNS.items():
            for one in pattern.finditer(wording.text):
                if not is_exempt(wording.text, one.start()):
                    found = f"«{_around(wording.statement.text, one.start(), one.end())}»"
                    doubtful = kind in _STRAY and subject.evidence is not Evidence.FILE
                    severity = Severity.HINT if doubtful else None
                    yield kind, Fault(found, expected, wording.statement.spot, fix="spacing", severity=severity)


_NUMBERED = re.compile(r"(?<!\w)(ngày|tháng|năm|điều|khoản)(\d{1,4})(?!\w)", re.IGNORECASE)
SIGNS = {
    "before": (_BEFORE, "không có dấu cách trước dấu câu"),
    "behind": (_BEHIND, "có dấu cách sau dấu câu"),
    "inside": (_INSIDE, "không có dấu cách ở mặt trong dấu ngoặc"),
    "outside": (_OUTSIDE, "có dấu cách ở mặt ngoài dấu ngoặc"),
}
_STRAY = frozenset({"before", "inside"})
"""Kinds of blanks that the text of a PDF may have where the page shows none."""
_TITLE_BEFORE = re.compile(rf"(?<!\w){_TITLES}$")


def is_exempt(text: str, place: int) -> bool:
    """Whether a short form such as TP. stands before the sign, or what stands there is no prose."""
    before = text[max(0, place - 4) : place]
    return "\0" in before or _TITLE_BEFORE.search(before) is not None


def _around(text: str, start: int, end: int) -> str:
    left = text.rfind(" ", 0, max(0, start - 1)) + 1
    right = text.find(" ", end + 1)
    return text[max(left, start - 15) : min(right if right > 0 else len(text), end + 15)]


def _doubled_blanks(subject: Subject) -> Iterator[tuple[object, Fault]]:
    for paragraph in _prose_paragraphs(subject):
        text = paragraph.shown
        if any(not BLANK_TO_FILL.search(text[: one.start()]) for one in DOUBLE.finditer(text)):
            fault = Fault("hai dấu cách liền nhau trở lên", "một dấu cách", spot_of(paragraph), fix="spacing")
            yield "double", _hinted(fault)
        if text.startswith((" ", "\u00a0")) and text.strip():
            fault = Fault(
                "dấu cách ở đầu đoạn", "không có; lùi đầu dòng bằng định dạng đoạn", spot_of(paragraph), fix="spacing"
            )
            yield "first", _hinted(fault)


def _hinted(fault: Fault) -> Fault:
    return Fault(fault.found, fault.expected, fault.spot, fix=fault.fix, severity=Severity.HINT)


def _prose_paragraphs(subject: Subject) -> Iterator[Paragraph]:
    numbers = (one for wording in subject.prose if wording.statement.role in _READ for one in wording.statement.lines)
    total = len(subject.formatted.paragraphs)
    for number in dict.fromkeys(numbers):
        if 0 < number <= total and subject.formatted.paragraph(number).part is Part.BODY:
            yield subject.formatted.paragraph(number)


@rule("NG-08", "chữ của bảng mã cũ", "PL I/I/I.4", Severity.ERROR, needs=Evidence.WORDS)
def old_letters(subject: Subject) -> Iterator[Fault]:
    """Chữ tiếng Việt theo bộ mã Unicode (TCVN 6909:2001), không dùng TCVN3, VNI. Tệp Word được xét ở PG-05."""
    if subject.evidence is Evidence.FILE:
        return
    notes = [note for note in subject.reading.diagnostics if note.code == CONVERTED]
    spots = [one.spot for one in subject.statements if not subject.converted_lines.isdisjoint(one.lines)]
    if notes:
        hint = "chuyển văn bản sang Unicode (ví dụ bằng Unikey Toolkit) rồi kiểm tra lại"
        yield Fault(notes[0].message, "chữ Unicode", spots[0] if spots else Spot(), hint)
