"""What is told of a job that could not be done."""

from __future__ import annotations

from generator.batch.work import reasons
from generator.diagnostics import Place, error, hint, warning
from generator.errors import DataError


def test_errors_are_told_before_what_is_only_doubtful() -> None:
    told = [warning("thiếu ngày", Place(field="G9")), error("cần một số", Place(field="D17")), hint("xem lại")]
    assert reasons(DataError("biểu có 1 lỗi", diagnostics=told)) == (
        "D17: lỗi: cần một số",
        "G9: cảnh báo: thiếu ngày",
        "gợi ý: xem lại",
    )
