"""Names of units taken apart and told to be one, however they are written."""

from __future__ import annotations

import pytest

from generator.lint.unit_names import names_unit, same_unit, unit_name, units_in


@pytest.mark.parametrize(
    ("text", "kind", "core"),
    [
        ("Sở GD&ĐT", "sở", "gd&đt"),
        ("SỞ NỘI VỤ", "sở", "nội vụ"),
        ("Giám đốc Sở Nội vụ tỉnh Sông Vân", "sở", "nội vụ"),
        ("Chủ tịch Ủy ban nhân dân tỉnh Sông Vân", "ubnd", "tỉnh"),
        ("UỶ BAN NHÂN DÂN XÃ ĐỒNG LAU", "ubnd", "xã"),
        ("Chánh Văn phòng", "văn phòng", ""),
        ("Lê Văn A", "", ""),
        ("Ban hành kế hoạch", "", ""),
        ("Tổ chức hội nghị", "", ""),
        ("Phòng, chống thiên tai", "", ""),
    ],
)
def test_a_name_is_taken_apart(text: str, kind: str, core: str) -> None:
    unit = unit_name(text)
    assert (unit.kind, unit.core) == (kind, core)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sở GD&ĐT", "Sở Giáo dục và Đào tạo"),
        ("Sở GDĐT", "SỞ GIÁO DỤC VÀ ĐÀO TẠO"),
        ("Phòng TCCB", "Phòng Tổ chức cán bộ"),
        ("Phòng KH-TC", "Phòng Kế hoạch - Tài chính"),
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh Sông Vân"),
        ("Sở Nội vụ", "Sở Nội vụ tỉnh Sông Vân"),
        ("VP Sở", "Văn phòng Sở"),
    ],
)
def test_two_ways_to_write_one_name(one: str, other: str) -> None:
    assert same_unit(unit_name(one), unit_name(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sở Nội vụ", "Sở Tài chính"),
        ("Sở Nội vụ", "Phòng Nội vụ"),
        ("Sở KH&CN", "Sở KH&ĐT"),
        ("UBND xã Đồng Lau", "UBND xã Vân Thượng"),
        ("UBND tỉnh", "UBND xã"),
        ("Các phòng", "Phòng Nội vụ"),
        ("Lê Văn A", "Lê Văn A"),
    ],
)
def test_names_of_two_units(one: str, other: str) -> None:
    assert not same_unit(unit_name(one), unit_name(other))


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("VP UBND tỉnh", "UBND tỉnh"),
        ("Văn phòng HĐND&UBND Huyện", "UBND huyện"),
        ("Các Sở: Tài chính, Tư pháp", "Sở Tư pháp"),
        ("Các Sở Nội vụ, Khoa học và Công nghệ", "Sở KH&CN"),
        ("Lãnh đạo Sở GDĐT", "Sở Giáo dục và Đào tạo"),
    ],
)
def test_a_line_names_a_unit(text: str, unit: str) -> None:
    assert names_unit(text, unit_name(unit))


@pytest.mark.parametrize(
    ("text", "unit"),
    [("Sở Tài chính", "Phòng Tài chính"), ("Lãnh đạo Phòng GDĐT", "Sở GDĐT"), ("UBND các xã", "UBND tỉnh")],
)
def test_a_line_does_not_name_another_unit(text: str, unit: str) -> None:
    assert not names_unit(text, unit_name(unit))


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Phòng TCCB, VP", ["Phòng TCCB", "VP"]),
        ("Sở Văn hóa, Thể thao và Du lịch, Sở Nội vụ", ["Sở Văn hóa, Thể thao và Du lịch", "Sở Nội vụ"]),
        ("Văn phòng HĐND và UBND xã", ["Văn phòng HĐND và UBND xã"]),
        ("Phòng Kế hoạch - Tài chính", ["Phòng Kế hoạch - Tài chính"]),
        ("Văn phòng Sở và các phòng có liên quan", ["Văn phòng Sở", "các phòng có liên quan"]),
        ("- Sở Nội vụ;\n- Sở Tài chính.", ["Sở Nội vụ", "Sở Tài chính"]),
        ("", []),
    ],
)
def test_a_list_is_parted_where_another_unit_begins(cell: str, names: list[str]) -> None:
    assert [unit.printed for unit in units_in(cell)] == names


@pytest.mark.parametrize(
    "text", ["Các phòng thuộc Sở", "UBND các xã, phường", "Sở, ban, ngành", "UBND cấp xã", "Bộ phận"]
)
def test_a_class_is_no_single_unit(text: str) -> None:
    assert not unit_name(text).is_single
