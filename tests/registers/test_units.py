"""The directory of units: who stands above whom, on which day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.errors import DataError
from generator.registers.store import load_register
from generator.registers.units import Edge, Unit, UnitDirectory

FILE = Path(__file__).parents[2] / "data/registers/units.yaml"
DIRECTORY = load_register(FILE.read_bytes(), FILE.name, UnitDirectory)
BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)


def ids(units: tuple[Unit, ...]) -> list[str]:
    return [one.id for one in units]


@pytest.mark.parametrize(
    ("id", "edge", "on", "above"),
    [
        ("ubnd-xa-dong-lau", "administrative", BEFORE, ["ubnd-huyen-thuong-van", "ubnd-tinh"]),
        ("ubnd-xa-dong-lau", "administrative", AFTER, ["ubnd-tinh"]),
        ("thcs-dong-lau", "administrative", BEFORE, ["ubnd-huyen-thuong-van", "ubnd-tinh"]),
        ("thcs-dong-lau", "administrative", AFTER, ["ubnd-xa-dong-lau", "ubnd-tinh"]),
        ("thcs-dong-lau", "professional", BEFORE, ["phong-gddt-thuong-van", "so-gddt", "bo-gddt"]),
        ("thcs-dong-lau", "professional", AFTER, ["so-gddt", "bo-gddt"]),
        ("thpt-song-van", "administrative", AFTER, ["so-gddt", "ubnd-tinh"]),
        ("phong-gddt-ha-van", "administrative", AFTER, []),
        ("ubnd-tinh", "administrative", AFTER, []),
        ("khong-co", "administrative", AFTER, []),
    ],
)
def test_units_above_on_a_day(id: str, edge: Edge, on: date, above: list[str]) -> None:
    assert ids(DIRECTORY.ancestors(id, on, edge)) == above
    first = DIRECTORY.parent(id, on, edge)
    assert (first.id if first else None) == (above[0] if above else None)


def test_a_commune_is_commanded_by_the_province_and_guided_by_every_department() -> None:
    assert ids(DIRECTORY.parents("ubnd-phuong-ben-van", AFTER)) == ["ubnd-tinh"]
    assert "so-gddt" in ids(DIRECTORY.parents("ubnd-phuong-ben-van", AFTER, "professional"))
    assert len(DIRECTORY.parents("ubnd-phuong-ben-van", AFTER, "professional")) == 12


def test_units_below_on_a_day() -> None:
    assert "ubnd-huyen-ha-van" in ids(DIRECTORY.children("ubnd-tinh", BEFORE))
    assert "ubnd-huyen-ha-van" not in ids(DIRECTORY.children("ubnd-tinh", AFTER))
    assert ids(DIRECTORY.children("so-gddt", AFTER))[:2] == ["van-phong-so-gddt", "phong-tccb"]
    assert "ubnd-phuong-hoa-van" in ids(DIRECTORY.children("so-gddt", AFTER, "professional"))


@pytest.mark.parametrize(
    ("name", "on", "members"),
    [
        ("cac-so", date(2023, 1, 1), 18),
        ("cac-so", AFTER, 14),
        ("Các sở, ban, ngành", AFTER, 14),
        ("UBND các xã, phường", BEFORE, 1),
        ("UBND các xã, phường, đặc khu", AFTER, 21),
        ("UBND các huyện", BEFORE, 8),
        ("UBND các huyện", AFTER, 0),
        ("Phòng GDĐT các huyện", BEFORE, 8),
        ("Phòng GDĐT các huyện", AFTER, 0),
        ("Các phòng thuộc Sở", BEFORE, 8),
        ("Các phòng thuộc Sở", AFTER, 7),
        ("Các đơn vị trực thuộc", AFTER, 30),
        ("Các trường THPT", AFTER, 24),
        ("Các trung tâm GDTX", AFTER, 6),
        ("Toàn ngành", AFTER, 0),
        ("Các cơ quan khác", AFTER, 0),
    ],
)
def test_members_of_a_class_on_a_day(name: str, on: date, members: int) -> None:
    assert len(DIRECTORY.members(name, on)) == members


@pytest.mark.parametrize(
    ("name", "speaker", "members"),
    [
        ("Các phòng", "so-gddt", ["van-phong-so-gddt", "phong-tccb"]),
        ("Các phòng", "ubnd-xa-dong-lau", ["vp-hdnd-ubnd-dong-lau", "phong-kt-dong-lau"]),
        ("Các phòng thuộc UBND xã", "ubnd-xa-dong-lau", ["vp-hdnd-ubnd-dong-lau", "phong-kt-dong-lau"]),
        ("Các phòng", "so-tai-chinh", []),
        ("Các phòng", "khong-co", []),
        ("Các đơn vị trực thuộc", "so-gddt", ["thpt-song-van", "thpt-ben-van"]),
        ("Toàn ngành", "so-gddt", ["van-phong-so-gddt", "phong-tccb"]),
        ("UBND các xã, phường", "so-gddt", ["ubnd-xa-dong-lau", "ubnd-xa-van-thuong"]),
    ],
)
def test_relative_classes_hold_what_is_below_the_office_that_speaks(
    name: str, speaker: str, members: list[str]
) -> None:
    assert ids(DIRECTORY.members(name, AFTER, speaker))[:2] == members


def test_the_members_of_a_whole_sector_follow_both_edges() -> None:
    sector = set(ids(DIRECTORY.members("Ngành Giáo dục", AFTER)))
    assert {"so-gddt", "phong-tccb", "thpt-song-van", "thcs-dong-lau"} <= sector
    assert not {one for one in sector if one.startswith("ubnd")}
    assert "phong-gddt-ha-van" in ids(DIRECTORY.members("Ngành Giáo dục", BEFORE))


def test_parts_and_people_of_a_day() -> None:
    office = DIRECTORY.get("so-tai-chinh")
    assert office is not None
    registry = "Phòng Đăng ký kinh doanh"
    assert registry in [one.name for one in office.parts_on(AFTER)]
    assert registry not in [one.name for one in office.parts_on(date(2023, 1, 1))]
    assert [one.initials for one in office.people_on(AFTER)] == ["NVH"]


@pytest.mark.parametrize(
    ("name", "on", "found"),
    [
        ("Sở GDĐT", AFTER, ["so-gddt"]),
        ("SỞ GIÁO DỤC VÀ ĐÀO TẠO", AFTER, ["so-gddt"]),
        ("UBND phường Hoà Vân", AFTER, ["ubnd-phuong-hoa-van"]),
        ("UBND phường Hòa Vân", BEFORE, []),
        ("Phòng GDĐT huyện Hạ Vân", BEFORE, ["phong-gddt-ha-van"]),
        ("Sở Thông tin và Truyền thông", AFTER, []),
    ],
)
def test_units_are_found_by_any_of_their_names(name: str, on: date, found: list[str]) -> None:
    assert ids(DIRECTORY.find(name, on)) == found


def test_no_name_is_ambiguous() -> None:
    for unit in DIRECTORY.on(AFTER):
        for name in unit.names:
            assert DIRECTORY.find(name, AFTER) == (unit,)


def test_who_signs_depends_on_the_day() -> None:
    province = DIRECTORY.get("ubnd-tinh")
    assert province is not None
    assert [one.name for one in province.signers_on(BEFORE)] == ["Lâm Văn D", "Mạc Thị B"]
    assert [one.name for one in province.signers_on(AFTER)] == ["Lương Văn A", "Mạc Thị B"]


HEAD = "format: 1\nclasses: [{id: c, name: C}]\nunits:\n"
TOP = "  - {id: top, name: Top, level: province, valid_to: 2025-06-30}\n"


@pytest.mark.parametrize(
    ("units", "said"),
    [
        (
            "  - {id: a, name: A, level: other, administrative_parent: [{unit: b}]}\n",
            "4 units[0].administrative_parent[0].unit: không có đơn vị này",
        ),
        ("  - {id: a, name: A, level: other, classes: [d]}\n", "4 units[0].classes[0]: không có nhóm này"),
        (
            "  - {id: a, name: A, level: other, valid_from: 2025-02-01, valid_to: 2025-01-01}\n",
            "4 units[0].valid_to: ngày kết thúc trước ngày bắt đầu",
        ),
        (
            "  - id: a\n    name: A\n    level: other\n    signers:\n"
            "      - {name: B, position: C, valid_from: 2025-02-01, valid_to: 2025-01-01}\n",
            "8 units[0].signers[0].valid_to: ngày kết thúc trước ngày bắt đầu",
        ),
        (
            TOP + "  - {id: a, name: A, level: other, administrative_parent: [{unit: top}]}\n",
            "5 units[1].administrative_parent[0]: quan hệ này vượt ra ngoài thời gian hoạt động của «Top»",
        ),
        (
            "  - {id: b, name: B, level: other}\n  - {id: c, name: C, level: other}\n"
            "  - id: a\n    name: A\n    level: other\n    administrative_parent:\n"
            "      - {unit: b, valid_to: 2025-07-01}\n      - {unit: c, valid_from: 2025-07-01}\n",
            "11 units[2].administrative_parent[1]: hai đơn vị cấp trên cùng một lúc",
        ),
        (
            "  - {id: a, name: A, level: other}\n  - {id: a, name: B, level: other}\n",
            "5 units[1].id: mã «a» đã dùng ở mục trước",
        ),
        (
            "  - id: a\n    name: A\n    level: other\n    parts: [{name: Tổ Một}, {name: Tổ  một}]\n",
            "7 units[0].parts[1].name: bộ phận trước đã có tên này",
        ),
        (
            "  - id: a\n    name: A\n    level: other\n    parts:\n"
            "      - {name: B, valid_from: 2025-02-01, valid_to: 2025-01-01}\n",
            "8 units[0].parts[0].valid_to: ngày kết thúc trước ngày bắt đầu",
        ),
        (
            "  - id: a\n    name: A\n    level: other\n    people: [{name: Nguyễn Văn A, part: Phòng Không Có}]\n",
            "7 units[0].people[0].part: «A» không có bộ phận này",
        ),
    ],
)
def test_impossible_directories_are_refused(units: str, said: str) -> None:
    with pytest.raises(DataError) as refused:
        load_register(HEAD + units, "donvi.yaml", UnitDirectory)
    found = [f"{one.place.line} {one.place.field}: {one.message}" for one in refused.value.diagnostics]
    assert found == [said]


@pytest.mark.parametrize(
    ("classes", "said"),
    [
        ("[{id: a, name: A, of: [{parent: b}]}]", "classes[0].of[0].parent: không có đơn vị này"),
        ("[{id: a, name: A, of: [{edge: professional}]}]", "classes[0].of[0]: quy tắc này gồm mọi đơn vị của danh bạ"),
        (
            "[{id: a, name: A, relative: true, of: [{parent: top}]}]",
            "classes[0].of[0].parent: nhóm tính theo cơ quan nói không ghi đơn vị cấp trên",
        ),
        ("[{id: a, name: Nhóm}, {id: b, name: B, aliases: [nhóm]}]", "classes[1]: tên này đã dùng cho nhóm «a»"),
    ],
)
def test_impossible_classes_are_refused(classes: str, said: str) -> None:
    with pytest.raises(DataError) as refused:
        load_register(f"format: 1\nclasses: {classes}\nunits:\n{TOP}", "donvi.yaml", UnitDirectory)
    assert [f"{one.place.field}: {one.message}" for one in refused.value.diagnostics] == [said]


def test_a_circle_is_refused_even_when_it_lasts_for_a_few_days_only() -> None:
    units = (
        "  - {id: a, name: A, level: other, administrative_parent: [{unit: b, valid_from: 2025-01-01}]}\n"
        "  - {id: b, name: B, level: other, administrative_parent: [{unit: a, valid_to: 2025-01-02}]}\n"
    )
    with pytest.raises(DataError) as refused:
        load_register(HEAD + units, "donvi.yaml", UnitDirectory)
    assert [one.message for one in refused.value.diagnostics] == ["quan hệ cấp trên, cấp dưới quay vòng"]


def test_a_professional_edge_may_lead_to_several_units() -> None:
    units = (
        "  - {id: b, name: B, level: other}\n  - {id: c, name: C, level: other}\n"
        "  - {id: a, name: A, level: other, professional_parent: [{unit: b}, {unit: c}]}\n"
    )
    directory = load_register(HEAD + units, "donvi.yaml", UnitDirectory)
    assert ids(directory.ancestors("a", AFTER, "professional")) == ["b", "c"]
