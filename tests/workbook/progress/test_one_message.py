"""A workbook with many faults at once: each is one message at its cell, none is lost, nothing else is said."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest

from generator.model.progress import Progress
from generator.office import convert_bytes
from generator.registers.unit import Level
from generator.workbook.progress.layout import FIRST
from generator.workbook.progress.reader import read_progress
from generator.workbook.progress.writer import write_progress
from tests.reports.grounds import ground, sample_plan
from tests.workbook.progress.filled import cells, edited, known, messages, reread, setting
from tests.workbooks import saved

FAULTS: dict[str, tuple[object, str]] = {
    "Thông tin!B6": ("tỉnh lẻ", "lỗi: không rõ cấp của đơn vị; gặp: «tỉnh lẻ»"),
    "Nhiệm vụ!F4": ("xong rồi nhé", "lỗi: không rõ tình trạng"),
    "Nhiệm vụ!I5": ("31/02/2027", "lỗi: ngày 31/02/2027 không có trong lịch"),
    "Nhiệm vụ!I6": ("hôm qua", "lỗi: không hiểu ngày «hôm qua»"),
    "Nhiệm vụ!A9": ("NV999", "lỗi: kế hoạch không có nhiệm vụ này"),
    "Nhiệm vụ!A11": (sample_plan().tasks[6].id, "lỗi: nhiệm vụ «NV07» đã có ở hàng 10"),
    "Nhiệm vụ!M13": ("hoàn thành đúng hạn", "cảnh báo: công thức của ô này đã bị thay hoặc bị xóa"),
    "Nhiệm vụ!F90": ("Đang thực hiện", "lỗi: hàng này không có mã nhiệm vụ"),
    "Biểu 1!D4": ("bảy", "lỗi: ô này cần một số; gặp: «bảy»"),
    "Biểu 1!D5": (45, "lỗi: công thức của ô này đã bị thay hoặc bị xóa; tỷ lệ khác với dòng 2.2 chia cho dòng 2.1"),
    "Biểu 1!D9": (3, "cảnh báo: đơn vị cấp này không báo cáo dòng này; gặp: 3"),
    "Biểu 1!D20": (2.5, "lỗi: số đếm phải là số nguyên"),
    "Biểu 1!D21": ("Đôi khi", "lỗi: không có trong danh sách trả lời"),
    "Biểu 2!A6": ("9.9", "lỗi: biểu mẫu 2 không có dòng này; gặp: «9.9»"),
    "Biểu 3!D5": (-4, "lỗi: số liệu không thể âm"),
    "Biểu 3!D18": (99_999, "lỗi: số liệu dòng này lớn hơn dòng 3.1.1"),
    "Biểu 3!D19": (99, "cảnh báo: đơn vị cấp này không báo cáo dòng này; gặp: 99"),
    "Biểu 4!D15": (99_999, "cảnh báo: số liệu dòng này lớn hơn dòng 2.1"),
    "Biểu 5!D9": ("5 người", "lỗi: ô này cần một số; gặp: «5 người»"),
    "Biểu 5!D10": ("98.5", "lỗi: ô này cần một số; gặp: «98.5»"),
    "Biểu 6!D4": (777, "lỗi: công thức của ô này đã bị thay hoặc bị xóa; tỷ lệ khác với dòng 1.2"),
    "Biểu 7!D5": (124, "lỗi: tỷ lệ lớn hơn 100%; gặp: 124"),
    "Biểu 7!D10": ("=1+1", "lỗi: công thức không có kết quả lưu trong tệp"),
    "Thuyết minh!C5": ("Có {3/9.9.9} hồ sơ", "cảnh báo: không có số liệu tên «3/9.9.9»"),
    "Thuyết minh!C7": ("Có {task.done} việc", "cảnh báo: không có số liệu tên «task.done»"),
    "Thông tin!B5": ("Sở Lạ", "cảnh báo: tên đơn vị không phải của mã đơn vị ở trên"),
}
"""What a clerk typed by cell, and what is said of it."""


def test_each_fault_is_one_message_and_none_is_lost() -> None:
    before = messages(reread(cells({})))
    assert before == []
    found = messages(reread(cells({cell: value for cell, (value, _) in FAULTS.items()})))
    places = Counter(one.partition(": ")[0] for one in found)
    told = {"Nhiệm vụ!F90": "Nhiệm vụ!A90"}
    for cell, (_, message) in FAULTS.items():
        at = told.get(cell, cell)
        assert any(one.startswith(f"{at}: {message}") for one in found), (cell, found)
        assert places[at] == 1, [one for one in found if one.startswith(at)]
    others = set(places) - {told.get(cell, cell) for cell in FAULTS}
    assert not others, [one for one in found if one.partition(": ")[0] in others]


def _shut(level: Level) -> list[tuple[int, str, str]]:
    """Return form, row and cell of the figures that units of a level do not fill in."""
    forms = ground().forms
    rows = [(form.form, row, number) for form in forms.forms for number, row in enumerate(form.rows, start=FIRST)]
    asked = [(form, row.code, f"Biểu {form}!D{number}") for form, row, number in rows if row.kind != "group"]
    return [one for one in asked if not forms.applies_to(one[0], one[1], level)]


@pytest.mark.parametrize(("level", "unit"), [("school", "thpt-song-van"), ("commune", "ubnd-xa-na-sim")])
def test_what_is_pasted_into_shut_rows_is_named_and_kept(level: Level, unit: str) -> None:
    shut = _shut(level)
    assert len(shut) > 5
    name = getattr(ground().directory.get(unit), "name")  # noqa: B009 - None has no name
    told = Progress(unit=unit, unit_name=name, regime="bo-noi-vu", period="2027-Q1")
    book = openpyxl.load_workbook(BytesIO(write_progress(told, replace(setting(level), plan=None))))
    cells({cell: 0 for _, _, cell in shut})(book)
    read = read_progress(saved(book), "tien_do.xlsx", replace(known(), plan=None))
    assert messages(read) == [
        f"{cell}: cảnh báo: đơn vị cấp này không báo cáo dòng này; gặp: 0; cần: để trống" for _, _, cell in shut
    ]
    assert read.progress is not None
    assert [(one.form, one.code) for one in read.progress.figures] == [(form, code) for form, code, _ in shut]


@pytest.mark.office
def test_a_workbook_that_libreoffice_saved_reads_back_the_same() -> None:
    data = edited(cells({"Biểu 1!D4": "1.250", "Biểu 1!D12": "-", "Biểu 7!D5": 98.5, "Nhiệm vụ!G4": "2/2027"}))
    again = convert_bytes(data, "tien_do.xlsx", to="xlsx")
    assert again != data
    before, after = (read_progress(one, "tien_do.xlsx", known()) for one in (data, again))
    assert (after.progress, after.diagnostics) == (before.progress, before.diagnostics)
    assert after.states == before.states
