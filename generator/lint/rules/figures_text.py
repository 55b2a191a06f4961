"""Figures of sentences and tables held against each other: shares, ratios, totals, one quantity said twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint.evidence import Evidence
from generator.lint.figures import Sentence, quoted
from generator.lint.figures_flow import open_flows
from generator.lint.figures_ratios import broken_ratios, larger_parts
from generator.lint.figures_same import disagreeing
from generator.lint.figures_tables import Table, wrong_shares, wrong_totals
from generator.lint.figures_totals import Split, lists_below, parts_too_large, splits, sum_in_words
from generator.lint.finding import Fault
from generator.lint.rule import rule
from generator.lint.spots import grouped
from generator.lint.subject import Subject
from generator.vietnamese.numbers import format_number
from generator.vietnamese.quantities import Form, Quantity
from generator.vietnamese.unicode import fold

_BASIS = "thống nhất số liệu"
_HUNDRED = 100
_SHARE = re.compile(
    r"\b(?:đúng hạn|trước hạn|quá hạn|trễ hạn|trực tuyến|số hóa|hài lòng|ký số|hồ sơ|tthc|thủ tục|văn bản|công chức"
    r"|viên chức|cán bộ|người dân|cơ quan|đơn vị|nhiệm vụ|phản ánh|kiến nghị|phiếu|dịch vụ công|xã|phường|học sinh)\b"
)
_OPENS = re.compile(r"\b(?:tỷ lệ|chiếm|đạt tỷ lệ)\b")
_MAY_EXCEED = re.compile(
    r"\b(?:tăng|giảm|vượt|so|so với|cùng kỳ|kế hoạch|dự toán|chỉ tiêu|gấp|công suất|định mức|lương|phụ cấp|hưởng|giá"
    r"|lãi|tốc độ|tăng trưởng|thu|chi(?! cục| nhánh)|huy động|tuyển sinh|nhu cầu|tỷ lệ hoàn thành|tỷ lệ thực hiện"
    r"|giải ngân|sản lượng|bằng|mức|tiến độ|phủ|giường|nợ|năng suất|tự chủ|bảo đảm chi|đảm bảo chi"
    r"|phạt|thuế)\b|^\s*nghị quyết"
)
"""Words of figures that compare with a plan, a year or a price."""


@rule("SL-01", "tỷ lệ phần trăm lớn hơn 100", _BASIS, needs=Evidence.WORDS)
def over_hundred(subject: Subject) -> Iterator[Fault]:
    """Tỷ lệ của một phần trong tổng số không thể quá 100%: «tỷ lệ hồ sơ giải quyết đúng hạn đạt 100,5%».

    Không xét tỷ lệ so với kế hoạch, dự toán, cùng kỳ, mức tăng, giảm: các số đó có thể quá 100%.
    """
    for one in subject.figures.prose:
        for place, figure in enumerate(one.figures):
            if figure.is_share and figure.value > _HUNDRED and _is_share_of_all(one, place):
                found = quoted(one, max(0, figure.start - 40), figure.end)
                yield Fault(found, "không quá 100%", one.spot)


def _is_share_of_all(sentence: Sentence, place: int) -> bool:
    """Tell whether a figure is the share of a part, by the words of its clause."""
    figures, figure = sentence.figures, sentence.figures[place]
    if any(one.whole is not None for one in figures[max(0, place - 1) : place + 2]):
        return False
    start = max((match.end() for match in re.finditer(r"[;:]", sentence.text[: figure.start])), default=0)
    end = figures[place + 1].start if place + 1 < len(figures) else len(sentence.text)
    before, after = fold(sentence.text[start : figure.start]), fold(sentence.text[figure.end : end])
    if (_MAY_EXCEED.search(before) or _MAY_EXCEED.search(after)) or figure.form is Form.BROKEN:
        return False
    return bool(_OPENS.search(before) and _SHARE.search(before)) or bool(_SHARE.match(after))


@rule("SL-02", "tỷ lệ không khớp với số liệu", _BASIS, needs=Evidence.WORDS)
def ratios(subject: Subject) -> Iterator[Fault]:
    """Tỷ lệ phải khớp với hai số đi cùng: «633/1.601 hồ sơ, đạt 39,54%». Làm tròn lên hoặc bỏ phần lẻ đều được.

    Số của một phần không lớn hơn tổng: «105/100 hồ sơ». Trong bảng, cột tỷ lệ được so với hai cột mà phần lớn các hàng
    theo.
    """
    for one, broken in broken_ratios(subject.figures.prose):
        found = f"{broken.share.written}% với {format_number(broken.part.value)}/{format_number(broken.whole)}"
        severity = None if broken.is_sure else Severity.WARNING
        yield Fault(found, f"{format_number(broken.right)}%", one.spot, severity=severity)
    for one in subject.figures.prose:
        for figure in larger_parts(one):
            yield Fault(f"«{figure.written} {figure.unit}»", "phần không lớn hơn tổng số", one.spot)
    for table in subject.figures.tables:
        for wrong in wrong_shares(table):
            found = f"{wrong.cell.text} với {wrong.part.text}/{wrong.whole.text}"
            yield Fault(found, f"{format_number(wrong.right)}%", wrong.cell.spot)


@rule("SL-03", "tổng không bằng các phần cộng lại", _BASIS, needs=Evidence.WORDS)
def totals(subject: Subject) -> Iterator[Fault]:
    """Tổng số bằng các phần cộng lại khi lời văn kể đủ các phần (gồm, bao gồm, cụ thể), và ở hàng, cột tổng của bảng.

    Sau «trong đó» có thể chỉ nêu một số phần, nên chỉ là lỗi khi một phần, hoặc các phần loại trừ nhau cộng lại, lớn
    hơn tổng số.
    """
    sentences = subject.figures.prose
    for one, total, part in parts_too_large(sentences):
        found = f"phần {part.written} lớn hơn tổng {total.written}"
        yield Fault(found, "phần không lớn hơn tổng số", one.spot, severity=Severity.WARNING)
    for one, split in splits(sentences, lists_below(sentences, subject.statements)):
        yield from _split_faults(one, split)
    for one, flow in open_flows(sentences):
        found = f"tiếp nhận {flow.taken_in.written}, còn {sum_in_words((flow.done, flow.in_hand))}"
        expected = f"đã giải quyết và đang giải quyết cộng lại bằng {flow.taken_in.written}"
        yield Fault(found, expected, one.spot, severity=Severity.WARNING)
    for table in subject.figures.tables:
        yield from grouped(_table_faults(table))


def _table_faults(table: Table) -> Iterator[tuple[object, Fault]]:
    for wrong in wrong_totals(table):
        found = f"{wrong.cell.text}, còn {wrong.of} cộng lại là {format_number(wrong.sum)}"
        severity = None if wrong.is_sure else Severity.WARNING
        fault = Fault(found, "tổng bằng các phần cộng lại", wrong.cell.spot, severity=severity)
        yield (wrong.cell.row, wrong.of), fault


def _split_faults(sentence: Sentence, split: Split) -> Iterator[Fault]:
    total, too_much = split.total, split.is_shared_out and split.sum > split.total.value
    if split.adds_up or not (split.is_whole or too_much):
        return
    expected = f"các phần cộng lại {'bằng' if split.is_whole else 'không quá'} {total.written}"
    severity = None if split.is_sure or too_much else Severity.WARNING
    yield Fault(_added(split), expected, sentence.spot, severity=severity)


def _added(split: Split) -> str:
    return f"tổng {split.total.written}, còn {sum_in_words(split.parts)}"


@rule("SL-04", "một số liệu có hai giá trị", _BASIS, Severity.WARNING, needs=Evidence.WORDS)
def two_values(subject: Subject) -> Iterator[Fault]:
    """Cùng một số liệu phải có một giá trị trong cả văn bản, lời văn và biểu.

    Chỉ so những số liệu có tên giống nhau từng chữ, cùng kỳ, ở hai mục khác nhau hoặc ở lời văn và bảng.
    """
    for one, other in disagreeing(subject.figures.prose, subject.figures.tables):
        found = f"{_shown(other.figure)}, khác với {subject.located(one.spot)}: {_shown(one.figure)}"
        yield Fault(found, "một giá trị cho một số liệu", other.spot, also=(one.spot,))


def _shown(figure: Quantity) -> str:
    return f"{figure.written}%" if figure.is_share else f"{figure.written} {figure.unit}".strip()
