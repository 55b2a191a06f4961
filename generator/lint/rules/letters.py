"""Font, charset and colour of all that is seen, and sizes that go together (PL I/I/I.4, V)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import is_normalized

from generator.diagnostics import Severity
from generator.lint.evidence import Evidence
from generator.lint.finding import Fault
from generator.lint.look import number_of
from generator.lint.pieces import has_words, is_seen, pieces_of
from generator.lint.rule import rule
from generator.lint.spots import grouped, spot_of
from generator.lint.subject import CONVERTED, Subject
from generator.ooxml.formatting.values import Paragraph, Run
from generator.reading.lines import Passage
from generator.vietnamese.unicode import fold

LEGACY_FONT = re.compile(r"\.Vn|VNI[-\s]|VNtimes|VnTime", re.IGNORECASE)
"""Fonts of the old encodings TCVN3 and VNI, whose letters are no Unicode."""
_STAMPS = ("secrecy", "urgency", "circulation")
"""Components that may be red: the marks of secrecy, urgency and circulation (III.2)."""


def _seen_runs(subject: Subject) -> Iterator[tuple[Paragraph, Run]]:
    for paragraph in subject.formatted.paragraphs:
        for run in paragraph.runs:
            if is_seen(run):
                yield paragraph, run


@rule("PG-04", "phông chữ không phải Times New Roman", "PL I/I/I.4", needs=Evidence.PAGE)
def font(subject: Subject) -> Iterator[Fault]:
    """Mọi chữ nhìn thấy dùng phông Times New Roman, kể cả trong bảng, đầu trang và chú thích.

    Xét phông chữ thực sự hiện ra (qua kiểu, chủ đề, định dạng trực tiếp); phông chỉ khai báo mà không dùng thì không
    tính, ký hiệu của phông ký hiệu (Symbol, Wingdings) cũng không.
    """
    return grouped(_font_faults(subject))


def _font_faults(subject: Subject) -> Iterator[tuple[object, Fault]]:
    wanted = subject.profile.page.font.default
    for paragraph, run in _seen_runs(subject):
        if not run.font or run.font.casefold() == wanted.casefold() or LEGACY_FONT.match(run.font):
            continue
        if has_words(run):
            yield run.font, Fault(f"phông «{run.font}»", f"phông {wanted}", spot_of(paragraph), fix="font")


@rule("PG-05", "chữ không phải Unicode dựng sẵn", "PL I/I/I.4")
def charset(subject: Subject) -> Iterator[Fault]:
    """Chữ tiếng Việt theo bộ mã Unicode (TCVN 6909:2001): không dùng phông và bảng mã cũ (.VnTime, VNI-Times).

    Chữ Unicode tổ hợp chỉ bị nhắc: nhìn như nhau nhưng tìm kiếm, so sánh thường không ra.
    """
    yield from grouped(_legacy_fonts(subject))
    yield from grouped(_decomposed(subject))
    yield from grouped(_old_encodings(subject))


def _old_encodings(subject: Subject) -> Iterator[tuple[object, Fault]]:
    """Yield what the reader had to convert; a word in a font of that encoding is told by its font."""
    hint = "chuyển văn bản sang Unicode (ví dụ bằng Unikey Toolkit) rồi kiểm tra lại"
    for note in subject.reading.diagnostics:
        number = note.place.paragraph if note.code == CONVERTED else None
        numbers = () if number is None else (number,)
        for paragraph in subject.paragraphs(Passage("", numbers)):
            yield CONVERTED, Fault("chữ của bảng mã cũ", "chữ Unicode", spot_of(paragraph), hint)


def _legacy_fonts(subject: Subject) -> Iterator[tuple[object, Fault]]:
    for paragraph, run in _seen_runs(subject):
        if LEGACY_FONT.match(run.font):
            hint = "chuyển chữ sang Unicode trước, rồi mới đổi phông"
            expected = f"Unicode, phông {subject.profile.page.font.default}"
            yield run.font, Fault(f"phông của bảng mã cũ «{run.font}»", expected, spot_of(paragraph), hint)


def _decomposed(subject: Subject) -> Iterator[tuple[object, Fault]]:
    form = subject.profile.page.normalization
    for paragraph in subject.formatted.paragraphs:
        if form and not is_normalized("NFC", paragraph.text):
            yield (
                "decomposed",
                Fault(
                    "Unicode tổ hợp",
                    f"Unicode dựng sẵn ({form.default})",
                    spot_of(paragraph),
                    fix="compose",
                    severity=Severity.WARNING,
                ),
            )


@rule("PG-06", "màu chữ không phải màu đen", "PL I/I/I.4", needs=Evidence.PAGE)
def colour(subject: Subject) -> Iterator[Fault]:
    """Chữ màu đen. Dấu chỉ độ mật, mức độ khẩn và phạm vi lưu hành có màu của dấu nên không tính."""
    return grouped(_colour_faults(subject))


def _colour_faults(subject: Subject) -> Iterator[tuple[object, Fault]]:
    allowed, stamps = subject.profile.page.color, _stamp_words(subject)
    for paragraph, run in _seen_runs(subject):
        if run.color is None or allowed.allows(run.color.upper()) or fold(paragraph.shown) in stamps:
            continue
        yield run.color, Fault(f"màu #{run.color.upper()}", "màu đen", spot_of(paragraph), fix="color")


def _stamp_words(subject: Subject) -> set[str]:
    found = set()
    for name in filter(subject.profile.has, _STAMPS):
        component = subject.profile.component(name)
        allowed = (component.text.values or ()) if component.text else component.examples
        found |= {fold(words) for words in (*allowed, *component.examples)}
    return found


@rule(
    "PG-10",
    "cỡ chữ Quốc hiệu, Tiêu ngữ, địa danh không đi cùng nhau",
    "PL I/I/V, ghi chú cột Cỡ chữ",
    Severity.WARNING,
    needs=Evidence.PAGE,
)
def size_pair(subject: Subject) -> Iterator[Fault]:
    """Trong một văn bản, cỡ chữ tăng giảm cùng nhau: Quốc hiệu 13 thì Tiêu ngữ và địa danh 14; 12 thì 13.

    Chỉ nhắc, vì chính mẫu 1.5 của Nghị định không theo ghi chú này.
    """
    sizes, spot = {}, None
    for name in sorted({name for pair in subject.profile.page.size_pairs for name in pair.sizes}):
        for piece in pieces_of(subject, getattr(subject.reading.head, name))[:1]:
            measure = subject.profile.component(name).size
            if piece.runs and measure and measure.allows(piece.runs[0].size):
                sizes[name] = piece.runs[0].size
                spot = spot if spot and name != "national_name" else spot_of(piece.paragraph)
    pairs = [pair.sizes for pair in subject.profile.page.size_pairs]
    if spot and not any(all(pair[name] == size for name, size in sizes.items()) for pair in pairs):
        yield Fault(
            _sizes_in_words(subject, sizes), " hoặc ".join(_sizes_in_words(subject, one) for one in pairs), spot
        )


def _sizes_in_words(subject: Subject, sizes: dict[str, float]) -> str:
    return ", ".join(f"{subject.profile.component(name).label} {number_of(size)}" for name, size in sizes.items())
