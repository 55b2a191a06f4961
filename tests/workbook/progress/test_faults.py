"""Every fault of a progress workbook at once, each with its cell; what is readable is read all the same."""

from __future__ import annotations

import datetime

import openpyxl
import pytest

from generator.errors import DataError
from generator.model.origin import DerivedFrom
from generator.workbook.progress.reader import load_progress_book
from tests.workbook.progress.filled import agreeing, cells, edited, known, messages, reread


@pytest.mark.parametrize(
    ("place", "value", "message"),
    [
        ("Biểu 1!D12", "bảy", "Biểu 1!D12: lỗi: ô này cần một số; gặp: «bảy»"),
        ("Biểu 1!D12", "1 250", "Biểu 1!D12: lỗi: ô này cần một số"),
        ("Biểu 1!D12", 12.5, "Biểu 1!D12: lỗi: số đếm phải là số nguyên; gặp: 12,5"),
        ("Biểu 1!D12", -3, "Biểu 1!D12: lỗi: số liệu không thể âm; gặp: -3"),
        ("Biểu 1!D13", 10_000, "Biểu 1!D13: lỗi: số liệu dòng này lớn hơn dòng 3.3.1"),
        ("Biểu 1!D12", "=1/0", "Biểu 1!D12: lỗi: công thức không có kết quả lưu trong tệp; gặp: «=1/0»"),
        ("Biểu 1!D19", "Có lẽ", "Biểu 1!D19: lỗi: không có trong danh sách trả lời; gặp: «Có lẽ»"),
        ("Biểu 7!D5", 124, "Biểu 7!D5: lỗi: tỷ lệ lớn hơn 100%; gặp: 124"),
        ("Biểu 1!D9", 3, "Biểu 1!D9: cảnh báo: đơn vị cấp này không báo cáo dòng này; gặp: 3"),
        ("Biểu 1!D11", 50, "Biểu 1!D11: lỗi: công thức của ô này đã bị thay hoặc bị xóa; tỷ lệ khác với dòng 3.3.2"),
        ("Biểu 1!D11", "=D13*2", "Biểu 1!D11: cảnh báo: công thức của ô này đã bị sửa"),
        ("Biểu 1!D6", 99, "Biểu 1!D6: cảnh báo: công thức của ô này đã bị thay hoặc bị xóa"),
        ("Biểu 1!A12", "3.9", "Biểu 1!A12: lỗi: biểu mẫu 1 không có dòng này; gặp: «3.9»"),
        ("Biểu 1!A12", "3.3", "Biểu 1!A12: lỗi: dòng «3.3» đã có ở hàng 11"),
        ("Nhiệm vụ!F4", "xong", "Nhiệm vụ!F4: lỗi: không rõ tình trạng; gặp: «xong»"),
        ("Nhiệm vụ!G4", "31/2/2027", "Nhiệm vụ!G4: lỗi: ngày 31/02/2027 không có trong lịch"),
        ("Nhiệm vụ!I4", "tuần sau", "Nhiệm vụ!I4: lỗi: không hiểu ngày «tuần sau»"),
        ("Nhiệm vụ!H4", "12/BC\n13/BC", "Nhiệm vụ!H4: lỗi: chỗ này chỉ ghi được một dòng"),
        ("Nhiệm vụ!A4", "NV99", "Nhiệm vụ!A4: lỗi: kế hoạch không có nhiệm vụ này; gặp: «NV99»"),
        ("Nhiệm vụ!A5", "NV01", "Nhiệm vụ!A5: lỗi: nhiệm vụ «NV01» đã có ở hàng 4"),
        ("Nhiệm vụ!M4", "xong", "Nhiệm vụ!M4: cảnh báo: công thức của ô này đã bị thay hoặc bị xóa"),
        ("Nhiệm vụ!F3", "Trạng thái", "Nhiệm vụ!F3: lỗi: thiếu cột «Tình trạng»; gặp: cột «Trạng thái»"),
        ("Thuyết minh!A5", "I.9", "Thuyết minh!C5: cảnh báo: đề cương báo cáo không có mục này"),
        (
            "Thuyết minh!C7",
            "Tổng {1/zz}.",
            "Thuyết minh!C7: cảnh báo: không có số liệu tên «1/zz»; gặp: «Tổng {1/zz}.»",
        ),
        ("Thuyết minh!C7", "Tốt.\nĐạt {tasks.foo}.", "Thuyết minh!C7: cảnh báo: không có số liệu tên «tasks.foo»"),
        ("Thông tin!B4", "so-la", "Thông tin!B4: lỗi: danh bạ không có đơn vị này; gặp: «so-la»"),
        ("Thông tin!B5", "Sở Lạ", "Thông tin!B5: cảnh báo: tên đơn vị không phải của mã đơn vị ở trên"),
        ("Thông tin!B11", "2027-Q2", "Thông tin!B11: lỗi: chế độ «Báo cáo cải cách hành chính định kỳ"),
        ("Thông tin!B11", None, "Thông tin!B11: lỗi: thiếu Kỳ báo cáo"),
        ("Thông tin!B14", "15/3/2027", "Thông tin!B14: cảnh báo: ngày chốt trong biểu khác chế độ báo cáo"),
        ("Thông tin!B12", "quý một", "Thông tin!B12: cảnh báo: tên kỳ báo cáo khác chế độ báo cáo"),
        ("Thông tin!B9", "la", "Thông tin!B9: cảnh báo: không có chế độ báo cáo này, chưa đối chiếu được kỳ"),
    ],
)
def test_a_fault_is_told_with_its_cell(place: str, value: object, message: str) -> None:
    found = messages(reread(cells({place: value})))
    assert any(one.startswith(message) for one in found), found


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"F4": "Đã hoàn thành", "G4": None, "I4": None}, "Nhiệm vụ!G4: cảnh báo: đã hoàn thành nhưng thiếu ngày"),
        ({"F4": "Đã hoàn thành", "G4": "20/3/2027"}, "Nhiệm vụ!G4: cảnh báo: ngày hoàn thành 20/3/2027 sau ngày chốt"),
        (
            {"F4": "Đã hoàn thành", "G4": None, "I4": datetime.date(2027, 4, 1)},
            "Nhiệm vụ!I4: cảnh báo: ngày hoàn thành 01/4/2027 sau ngày chốt",
        ),
        (
            {"F4": None, "G4": None, "H4": None, "I4": None},
            "Nhiệm vụ!F4: cảnh báo: đơn vị chưa báo cáo nhiệm vụ đã đến hạn này",
        ),
        ({"F4": None, "G4": "20/01/2027"}, "Nhiệm vụ!F4: cảnh báo: có ngày hoàn thành hoặc sản phẩm mà chưa chọn"),
        (
            {"F4": "Chưa thực hiện", "G4": "20/01/2027", "I4": None},
            "Nhiệm vụ!G4: cảnh báo: có Ngày hoàn thành mà Tình trạng không phải là đã hoàn thành, không tính ngày này; "
            "gặp: «Chưa thực hiện»",
        ),
        ({"F12": None, "G12": "03/3/2027"}, "Nhiệm vụ!F12: cảnh báo: có ngày hoàn thành hoặc sản phẩm mà chưa chọn"),
    ],
)
def test_a_task_that_does_not_agree_with_itself(values: dict[str, object], message: str) -> None:
    found = messages(reread(cells({f"Nhiệm vụ!{cell}": value for cell, value in values.items()})))
    assert any(one.startswith(message) for one in found), found


def test_all_faults_are_told_at_once_and_the_rest_is_read() -> None:
    read = reread(cells({"Biểu 1!D12": "bảy", "Nhiệm vụ!F4": "xong", "Thuyết minh!C5": "Đã làm xong."}))
    assert read.progress is not None
    assert len(read.unread) == 2
    assert read.progress.figure(1, "3.3.1") is None
    assert read.progress.tasks[0].status is None
    assert read.progress.narrative[0].texts == ("Đã làm xong.",)
    assert read.progress.tasks[1:] == agreeing().tasks[1:]


@pytest.mark.parametrize(
    ("changes", "place", "named"),
    [
        ({}, "Tên kỳ báo cáo ở ô Thông tin!B12", "«quý I năm 2027»"),
        ({"Thông tin!B9": "cua-co-quan"}, "Tên kỳ báo cáo ở ô Thông tin!B12", "«quý I năm 2027»"),
        ({"Thông tin!B12": None}, "Ngày chốt số liệu ở ô Thông tin!B14", "14/3/2027"),
    ],
)
@pytest.mark.parametrize("period", ["2027-H1", "2026-Q1"])
def test_a_period_that_contradicts_its_own_name_or_days_is_told(
    period: str, changes: dict[str, object], place: str, named: str
) -> None:
    read = reread(cells({"Thông tin!B11": period, **changes}))
    (found,) = [one for one in messages(read) if "lỗi" in one]
    assert found.startswith(f"Thông tin!B11: lỗi: kỳ báo cáo mâu thuẫn với {place}")
    assert f"gặp: {period}; cần: 2027-Q1 ({named})" in found


def test_a_workbook_of_another_unit_or_period_is_told() -> None:
    found = messages(reread(cells({}), unit="thpt-song-van", period="2027-H1"))
    assert found == [
        "Thông tin!B4: lỗi: biểu của đơn vị khác; gặp: «so-gddt»; cần: «thpt-song-van»",
        "Thông tin!B11: lỗi: biểu của kỳ khác; gặp: 2027-Q1; cần: 2027-H1",
    ]


def test_a_plan_that_was_changed_since_is_told() -> None:
    found = messages(reread(cells({}), agreeing(plan=DerivedFrom(document="ke_hoach.yaml", hash="0" * 64))))
    assert found[0].startswith("Thông tin!B8: cảnh báo: kế hoạch đã được sửa sau khi tạo biểu này")


def test_numbers_are_read_as_offices_write_them() -> None:
    typed = {"Biểu 1!D4": "1.250", "Biểu 6!D5": "98,5", "Biểu 6!D6": 12.25, "Biểu 7!D5": "39,5 %"}
    read = reread(cells(typed))
    assert read.progress is not None
    found = [read.progress.figure(*key) for key in ((1, "1"), (6, "1.1"), (6, "1.2"), (7, "2"))]
    assert [str(one.value) for one in found if one] == ["1250", "98.5", "12.25", "39.5"]


def test_marks_stand_for_what_is_not_known_and_what_did_not_arise() -> None:
    read = reread(cells({"Biểu 1!D4": "–", "Biểu 1!D12": "Không phát sinh", "Biểu 1!D13": "khong phat sinh"}))
    assert read.progress is not None
    found = [read.progress.figure(*key) for key in ((1, "1"), (1, "3.3.1"), (1, "3.3.2"))]
    assert [one.absent for one in found if one] == ["unknown", "none", "none"]


def test_days_are_read_as_words_and_as_days_of_the_spreadsheet() -> None:
    read = reread(
        cells({"Nhiệm vụ!G4": "3/2027", "Nhiệm vụ!G5": datetime.date(2027, 2, 5), "Nhiệm vụ!G6": "2027-02-06"})
    )
    assert read.progress is not None
    assert [one.done.iso() for one in read.progress.tasks[:3] if one.done] == ["2027-03", "2027-02-05", "2027-02-06"]


def test_sheets_and_rows_may_stand_in_another_order() -> None:
    def change(book: openpyxl.Workbook) -> None:
        book.move_sheet("Thuyết minh", -5)
        sheet = book["Nhiệm vụ"]
        for column in range(1, 13):
            one, other = sheet.cell(4, column), sheet.cell(5, column)
            one.value, other.value = other.value, one.value

    read = reread(change)
    assert read.progress is not None
    first, second, *others = agreeing().tasks
    assert read.progress.tasks == (second, first, *others)


def test_a_missing_sheet_is_told() -> None:
    def change(book: openpyxl.Workbook) -> None:
        del book["Biểu 3"]

    assert "Biểu 3: lỗi: thiếu trang này (lấy trang này từ biểu mà «vanban new» đã tạo)" in messages(reread(change))


def test_a_command_that_needs_it_whole_gets_every_fault() -> None:
    data = edited(cells({"Biểu 1!D12": "bảy", "Nhiệm vụ!F4": "xong"}))
    with pytest.raises(DataError, match="biểu có 2 lỗi") as refused:
        load_progress_book(data, "tien_do.xlsx", known())
    assert [one.place.field for one in refused.value.diagnostics] == ["Nhiệm vụ!F4", "Biểu 1!D12"]


def test_a_workbook_without_unit_tells_so_and_is_not_read() -> None:
    read = reread(cells({"Thông tin!B4": None}))
    assert read.progress is None
    assert messages(read) == ["Thông tin!B4: lỗi: thiếu Mã đơn vị (lấy lại từ biểu mà «vanban new» đã tạo)"]
