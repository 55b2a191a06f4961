"""Documents of other forms: of the Party, văn bản quy phạm pháp luật (Điều 2, 4), an office's own papers (Điều 7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.diagnostics import Severity
from generator.lint.evidence import Evidence
from generator.lint.finding import Fault, Spot
from generator.lint.kind import internal_form
from generator.lint.rule import rule
from generator.lint.spots import spot_of
from generator.lint.subject import Subject
from generator.reading import cues


@rule("PR-01", "tiêu đề của văn bản Đảng", "Điều 2", needs=Evidence.WORDS)
def party(subject: Subject) -> Iterator[Fault]:
    """Văn bản của Đảng trình bày theo quy định riêng, không theo Nghị định 30/2020/NĐ-CP, nên không xét ở đây.

    Một văn bản có cả «ĐẢNG CỘNG SẢN VIỆT NAM» và Quốc hiệu là lỗi: chỉ dùng một trong hai.
    """
    if not subject.names_party:
        return
    line = next(one for one in subject.reading.lines if cues.is_party_name(one.text))
    spot = next((spot_of(subject.formatted.paragraph(number)) for number in line.numbers), Spot())
    mixed = Fault("có cả tiêu đề của Đảng và Quốc hiệu", "chỉ một trong hai", spot)
    if subject.names_state:
        yield mixed
        return
    expected = "thể thức theo quy định của Đảng; chương trình không xét"
    yield replace(mixed, found="văn bản của Đảng", expected=expected, severity=Severity.HINT)


@rule("QP-01", "văn bản quy phạm pháp luật", "Điều 4", Severity.HINT, needs=Evidence.WORDS)
def legal_act(subject: Subject) -> Iterator[Fault]:
    """Số, ký hiệu có năm ban hành (12/2026/QĐ-UBND) là của văn bản quy phạm pháp luật.

    Văn bản đó trình bày theo quy định riêng, không theo Nghị định 30/2020/NĐ-CP, nên không xét ở đây.
    """
    if subject.is_legal_act:
        spot = next((spot_of(one) for one in subject.paragraphs(subject.reading.head.number_line)), Spot())
        yield Fault("ký hiệu có năm ban hành", "thể thức văn bản quy phạm pháp luật; chương trình không xét", spot)


@rule("NB-01", "giấy tờ nội bộ", "Điều 7", Severity.HINT, needs=Evidence.WORDS)
def internal(subject: Subject) -> Iterator[Fault]:
    """Phiếu trình, phiếu xử lý văn bản, đơn, giấy đề nghị … không có trong 29 tên loại của Điều 7.

    Các giấy tờ đó theo mẫu riêng của cơ quan, nên chỉ xét khổ giấy, phông chữ, chính tả và số liệu, không xét Quốc
    hiệu, số, ký hiệu, nơi nhận, chữ ký và bố cục.
    """
    title = internal_form(subject.reading)
    if title:
        spot = next((spot_of(subject.formatted.paragraph(number)) for number in title.numbers), Spot())
        yield Fault(f"«{title.text}»", "mẫu riêng của cơ quan; chương trình không xét thể thức", spot)
