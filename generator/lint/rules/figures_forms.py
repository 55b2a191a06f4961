"""The statistical forms of the periodic report by their formulas."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint.evidence import Evidence
from generator.lint.figures_forms import filled_forms, numbered_tables
from generator.lint.finding import Fault
from generator.lint.rule import rule
from generator.lint.subject import Subject
from generator.registers.catalog import bundled_statistical_forms


@rule("SL-06", "số liệu trong biểu mẫu thống kê không khớp", "công thức của biểu mẫu thống kê", needs=Evidence.WORDS)
def forms(subject: Subject) -> Iterator[Fault]:
    """Biểu mẫu thống kê được nhận ra theo số thứ tự và tên chỉ tiêu, xét theo công thức của biểu mẫu.

    Tổng bằng các dòng thành phần; tỷ lệ bằng phần chia cho tổng, không quá 100%; dòng thành phần không lớn hơn dòng
    tổng; ô số liệu là một số, hoặc «-», «không phát sinh» khi không có số liệu.
    """
    tables = numbered_tables(subject.figures.tables)
    for form in filled_forms(tables, bundled_statistical_forms()) if tables else ():
        for fault in form.faults():
            severity = None if fault.is_sure else Severity.WARNING
            yield Fault(f"biểu mẫu {form.form.form}, {fault.found}", fault.expected, fault.cell.spot, severity=severity)
