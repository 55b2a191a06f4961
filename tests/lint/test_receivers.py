"""Who gets a document: by name, by class, by the directory."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from generator.lint.receivers import Receivers
from generator.lint.text import subject_of_text
from generator.lint.unit_names import unit_name
from generator.registers.store import load_register
from generator.registers.units import UnitDirectory

_DIRECTORY = load_register(
    "format: 1\n"
    "classes:\n- {id: khoi, name: Khối thi đua số 1}\n"
    "units:\n"
    "- {id: a, name: Sở Ngoại vụ, aliases: [Sở Đối ngoại], level: department, classes: [khoi]}\n"
    "- {id: b, name: Sở Du lịch, level: department, classes: [khoi], valid_to: 2020-12-31}\n",
    "units.yaml",
    UnitDirectory,
)


def _receivers(*lines: str, archive: str = "VT", units: UnitDirectory | None = None) -> Receivers | None:
    ending = "".join(f"- {line};\n" for line in lines)
    text = (
        f"KẾ HOẠCH\nKiểm tra năm 2026\n1. Nội dung./.\nNơi nhận:\n{ending}- Lưu: {archive}.\nGIÁM ĐỐC\nNguyễn Văn A\n"
    )
    subject = subject_of_text(text.encode(), "ke_hoach.txt")
    return Receivers.of(replace(subject, units=units, on=datetime.date(2026, 3, 9)))


def _gets(unit: str, *lines: str, archive: str = "VT", units: UnitDirectory | None = None) -> bool:
    found = _receivers(*lines, archive=archive, units=units)
    assert found is not None
    return found.get(unit_name(unit))


@pytest.mark.parametrize(
    ("unit", "line"),
    [
        ("Sở Tài chính", "Sở Tài chính (phối hợp)"),
        ("Sở Tài chính", "Các sở, ban, ngành tỉnh"),
        ("Sở Tài chính", "Các Sở: Nội vụ, Tài chính"),
        ("Sở Tài chính", "Thủ trưởng các cơ quan, đơn vị"),
        ("Phòng Tổ chức cán bộ", "Các phòng, đơn vị thuộc Sở"),
        ("Thanh tra Sở GD&ĐT", "Phòng chuyên môn, nghiệp vụ Sở GD&ĐT"),
        ("UBND xã Đồng Lau", "UBND các xã, phường"),
        ("Trường THPT Bến Vân", "Các đơn vị trực thuộc"),
        ("Công an tỉnh", "Các ban, ngành, đoàn thể tỉnh"),
    ],
)
def test_a_unit_is_reached(unit: str, line: str) -> None:
    assert _gets(unit, line)


@pytest.mark.parametrize(
    ("unit", "line"),
    [
        ("Sở Tài chính", "Các phòng thuộc Sở"),
        ("Sở Tài chính", "Phòng Tài chính"),
        ("UBND xã Đồng Lau", "Các sở, ban, ngành tỉnh"),
        ("UBND tỉnh", "UBND các xã, phường"),
        ("Phòng Tổ chức cán bộ", "UBND tỉnh"),
    ],
)
def test_a_unit_is_not_reached(unit: str, line: str) -> None:
    assert not _gets(unit, line)


def test_the_drafter_keeps_the_document() -> None:
    assert _gets("Phòng Tổ chức cán bộ", "UBND tỉnh", archive="VT, TCCB")
    assert not _gets("Phòng Tổ chức cán bộ", "UBND tỉnh", archive="VT, VP")


def test_the_directory_knows_other_names_and_classes_of_the_day() -> None:
    assert _gets("Sở Ngoại vụ", "Sở Đối ngoại", units=_DIRECTORY)
    assert _gets("Sở Ngoại vụ", "Khối thi đua số 1", units=_DIRECTORY)
    assert not _gets("Sở Du lịch", "Khối thi đua số 1", units=_DIRECTORY)
    assert not _gets("Sở Ngoại vụ", "Khối thi đua số 1")


def test_nothing_is_told_of_a_list_that_stands_elsewhere() -> None:
    assert _receivers("Như Điều 3", "UBND tỉnh") is None
    assert Receivers.of(subject_of_text("KẾ HOẠCH\nKiểm tra năm 2026\n".encode(), "a.txt")) is None
