"""What a text names: units, classes and their members, from the point of view of the office that speaks."""

from __future__ import annotations

import re
from datetime import date
from time import process_time
from timeit import repeat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.registers.names import words_of
from generator.registers.store import load_register
from generator.registers.units import Mention, UnitDirectory

BELOW = r"administrative_parent: [{unit: \1}]"
TEXT = """
format: 1
classes:
  - {id: cac-so, name: "Các sở, ban, ngành tỉnh", aliases: ["Các sở, ban, ngành", Các sở]}
  - {id: cap-xa, name: "UBND các xã, phường", of: [{level: commune}]}
  - {id: phong, name: Các phòng chuyên môn, aliases: [Các phòng], relative: true, of: [{level: division}]}
  - id: truc-thuoc
    name: Các đơn vị trực thuộc
    relative: true
    of: [{level: school}]
  - id: thpt
    name: Các trường THPT
    aliases: [Các trường]
    of: [{parent: so-gddt, level: school, name_begins: Trường Trung học phổ thông}]
  - {id: mn, name: Các trường mầm non, of: [{level: school, name_begins: Trường Mầm non}]}
  - {id: thcs, name: Các trường THCS, of: [{level: school, name_begins: Trường Trung học cơ sở}]}
  - {id: toan-nganh, name: Toàn ngành, relative: true, of: [{level: school}, {edge: professional, level: school}]}
units:
  - id: tinh
    name: Ủy ban nhân dân tỉnh Sông Vân
    aliases: [UBND tỉnh]
    level: province
    place: Sông Vân
  - id: so-gddt
    name: Sở Giáo dục và Đào tạo
    level: department
    place: Sông Vân
    administrative_parent: [{unit: tinh}]
    classes: [cac-so]
    parts:
      - {name: Thanh tra Sở}
      - {name: Tổ Pháp chế, valid_to: 2025-06-30}
  - {id: so-nv, name: Sở Nội vụ, level: department, place: Sông Vân, <tinh>, classes: [cac-so]}
  - {id: so-tc, name: Sở Tài chính, level: department, place: Sông Vân, <tinh>, classes: [cac-so]}
  - {id: vp-gddt, name: Văn phòng Sở, aliases: [Văn phòng, Văn phòng Sở GDĐT], level: division, <so-gddt>}
  - {id: tc-gddt, name: Phòng Tổ chức cán bộ, level: division, <so-gddt>}
  - {id: tc-nv, name: Phòng Tổ chức cán bộ, level: division, <so-nv>}
  - {id: dong-lau, name: Ủy ban nhân dân xã Đồng Lau, level: commune, place: Đồng Lau, <tinh>}
  - {id: hoa-van, name: Ủy ban nhân dân phường Hòa Vân, level: commune, place: Hòa Vân, <tinh>}
  - {id: kt-dl, name: Phòng Kinh tế, level: division, place: Đồng Lau, <dong-lau>}
  - {id: kt-hv, name: Phòng Kinh tế, level: division, place: Hòa Vân, <hoa-van>}
  - {id: thpt-a, name: Trường Trung học phổ thông Sông Vân, level: school, place: Hòa Vân, <so-gddt>}
  - {id: thpt-b, name: Trường Trung học phổ thông Bến Vân, level: school, <so-gddt>}
  - id: thcs
    name: Trường Trung học cơ sở Đồng Lau
    level: school
    administrative_parent: [{unit: dong-lau}]
    professional_parent: [{unit: so-gddt}]
"""
DIRECTORY = load_register(re.sub(r"<([\w-]+)>", BELOW, TEXT), "donvi.yaml", UnitDirectory)
DAY = date(2027, 1, 4)
SCHOOLS = ["thpt-a", "thpt-b"]


def mentions(text: str, speaker: str | None = None, on: date = DAY) -> tuple[Mention, ...]:
    return DIRECTORY.mentioned(text, on, speaker)


def ids(mention: Mention) -> list[str]:
    return [unit.id for unit in mention.units]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Sở GD&ĐT", ["so-gddt"]),
        ("SỞ GIÁO DỤC VÀ ĐÀO TẠO", ["so-gddt"]),
        ("sở Giáo dục & Đào tạo chủ trì", ["so-gddt"]),
        ("Sở Nội\nvụ", ["so-nv"]),
        ("UBND phường Hoà Vân; Uỷ ban nhân dân xã Đồng Lau", ["hoa-van", "dong-lau"]),
        ("Chủ tịch UBND xã Đồng Lau, Giám đốc Sở Nội vụ", ["dong-lau", "so-nv"]),
        ("các trường THPT Sông Vân, Bến Vân", SCHOOLS),
        ("Các sở: Nội vụ, Tài chính", ["so-nv", "so-tc"]),
        ("Sở Tài chính và Nội vụ", ["so-tc", "so-nv"]),
        ("UBND các xã: Đồng Lau, phường Hòa Vân", ["dong-lau", "hoa-van"]),
        ("Sở Nội vụ tỉnh Sông Vân", ["so-nv"]),
        ("Sở Nội vụ Sở Tài chính", ["so-nv", "so-tc"]),
        ("Phòng Kinh tế xã Đồng Lau", ["kt-dl"]),
        ("Văn phòng Sở GDĐT", ["vp-gddt"]),
    ],
)
def test_units_are_found_however_they_are_written(text: str, named: list[str]) -> None:
    found = mentions(text)
    assert [id for one in found for id in ids(one)] == named
    assert all(one.text == text[one.start : one.end] and one.unit_class is None for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "UBND tỉnh Quảng Ninh",
        "Sở Nội vụ tỉnh Hà Nam",
        "Phòng Kinh tế xã Vân Thượng",
        "Sở Công Thương",
        "công tác văn phòng",
        "các phòng học, các trường hợp",
        "",
    ],
)
def test_what_is_no_unit_of_the_directory_is_not_taken_for_one(text: str) -> None:
    assert mentions(text) == ()


@pytest.mark.parametrize(
    ("text", "name", "members"),
    [
        ("Các sở, ban, ngành tỉnh", "cac-so", ["so-gddt", "so-nv", "so-tc"]),
        ("các Sở , ban, ngành và địa phương", "cac-so", ["so-gddt", "so-nv", "so-tc"]),
        ("Ủy ban nhân dân các xã, phường", "cap-xa", ["dong-lau", "hoa-van"]),
        ("Hiệu trưởng các trường THPT", "thpt", SCHOOLS),
        ("Các phòng", "phong", []),
    ],
)
def test_a_class_stands_for_its_members(text: str, name: str, members: list[str]) -> None:
    (found,) = mentions(text)
    assert found.unit_class is not None and found.unit_class.id == name
    assert ids(found) == members


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Các phòng, đơn vị trực thuộc", ["phong", "truc-thuoc"]),
        ("16 phòng chuyên môn, đơn vị trực thuộc của Sở", ["phong", "truc-thuoc", None]),
        ("các trường THPT, mầm non và THCS", ["thpt", "mn", "thcs"]),
        ("các trường mầm non, Trường THPT Sông Vân", ["mn", None]),
        ("mạng lưới trường mầm non", ["mn"]),
        ("Hướng dẫn trường mầm non, trung học cơ sở niêm yết", ["mn", "thcs"]),
        ("Trường mầm non Hoa Sen", []),
    ],
)
def test_classes_are_told_in_lists_and_without_a_plural(text: str, names: list[str | None]) -> None:
    found = mentions(text, "so-gddt")
    assert [one.unit_class.id if one.unit_class else None for one in found] == names


@pytest.mark.parametrize(
    ("speaker", "text", "named", "own"),
    [
        ("so-gddt", "Các phòng", ["vp-gddt", "tc-gddt"], True),
        ("so-nv", "Các phòng chuyên môn", ["tc-nv"], True),
        ("dong-lau", "Các phòng", ["kt-dl"], True),
        ("so-gddt", "Các đơn vị trực thuộc", SCHOOLS, True),
        ("so-gddt", "toàn ngành", [*SCHOOLS, "thcs"], True),
        ("so-gddt", "Phòng Tổ chức cán bộ", ["tc-gddt"], True),
        ("so-nv", "Phòng Tổ chức cán bộ", ["tc-nv"], True),
        ("thpt-a", "Phòng Tổ chức cán bộ", ["tc-gddt"], False),
        (None, "Phòng Tổ chức cán bộ", ["tc-gddt", "tc-nv"], False),
        ("so-nv", "Văn phòng Sở GDĐT", ["vp-gddt"], False),
        ("so-gddt", "lãnh đạo Sở", ["so-gddt"], True),
        ("dong-lau", "UBND xã giao", ["dong-lau"], True),
        ("thpt-a", "nhà trường", ["thpt-a"], True),
        ("so-gddt", "Sở Nội vụ", ["so-nv"], False),
        ("so-gddt", "UBND tỉnh", ["tinh"], False),
        ("so-gddt", "Các sở", ["so-gddt", "so-nv", "so-tc"], False),
    ],
)
def test_who_speaks_decides_what_is_meant(speaker: str | None, text: str, named: list[str], own: bool) -> None:
    (found,) = mentions(text, speaker)
    assert (ids(found), found.is_speakers_own) == (named, own)


@pytest.mark.parametrize("text", ["Văn phòng", "Phòng Tổ chức cán bộ", "Tổ Pháp chế", "sở ban hành", "Sở Xây dựng"])
def test_bare_divisions_of_others_are_not_meant(text: str) -> None:
    assert mentions(text, "so-tc") == ()


def test_a_part_is_known_where_its_office_speaks_and_while_it_exists() -> None:
    (found,) = mentions("Thanh tra Sở", "so-gddt")
    assert found.part is not None and (found.part.name, ids(found)) == ("Thanh tra Sở", ["so-gddt"])
    assert mentions("Tổ Pháp chế", "so-gddt") == ()
    assert mentions("Tổ Pháp chế", "so-gddt", date(2025, 6, 30))[0].is_speakers_own


@pytest.mark.parametrize(
    ("text", "excluded"),
    [
        ("Các sở, ban, ngành (trừ Sở Nội vụ, Sở Tài chính); UBND các xã, phường", ["so-nv", "so-tc"]),
        ("Các sở, ban, ngành, trừ Sở Nội vụ và Tài chính", ["so-nv", "so-tc"]),
        ("Các sở, trừ Sở Nội vụ, UBND các xã, phường", ["so-nv"]),
        ("Các sở, không bao gồm các sở: Nội vụ, Tài chính", ["so-nv", "so-tc"]),
        ("UBND các xã, phường (trừ UBND xã Đồng Lau)", ["dong-lau"]),
        ("Các sở (không kể Sở Nội vụ) và Sở Tài chính", ["so-nv"]),
        ("loại trừ Sở Nội vụ", []),
        ("trừ hồ sơ mật, Sở Nội vụ", []),
    ],
)
def test_units_left_out_are_marked(text: str, excluded: list[str]) -> None:
    assert [id for one in mentions(text) if one.is_excluded for id in ids(one)] == excluded


def test_a_directory_without_classes_takes_lists_apart_too() -> None:
    alone = DIRECTORY.model_copy(update={"classes": ()})
    assert [ids(one) for one in alone.mentioned("các sở: Nội vụ, Tài chính", DAY)] == [["so-nv"], ["so-tc"]]
    assert alone.mentioned("các phòng", DAY, "so-gddt") == ()


def test_a_copy_with_other_units_has_indexes_of_its_own() -> None:
    assert mentions("Sở Nội vụ")
    fewer = DIRECTORY.model_copy(update={"units": DIRECTORY.units[:2]})
    assert fewer.mentioned("Sở Nội vụ", DAY) == ()
    assert fewer.get("so-nv") is None and fewer.get("so-gddt") is not None


def test_a_short_text_costs_less_than_a_fifth_of_a_millisecond() -> None:
    text = "Các sở, ban, ngành tỉnh (trừ Sở Tài chính); UBND các xã, phường; Trường THPT Sông Vân, Phòng Tổ chức cán bộ"
    mentions(text, "so-gddt")
    assert min(repeat(lambda: mentions(text, "so-gddt"), number=100, repeat=5, timer=process_time)) < 100 * 0.0002


PIECES = st.sampled_from(
    [
        "Sở Nội vụ",
        "Các sở",
        "UBND",
        "các xã",
        "phường Hòa Vân",
        "Phòng",
        "trừ",
        "(",
        ")",
        ",",
        ";",
        "và",
        "Đồng Lau",
        "\n",
    ]
)


@given(st.lists(PIECES, max_size=12).map(" ".join) | st.text(max_size=30), st.sampled_from([None, "so-gddt", "x"]))
def test_mentions_stand_in_order_without_overlap(text: str, speaker: str | None) -> None:
    found = mentions(text, speaker)
    assert all(one.text == text[one.start : one.end] and one.text for one in found)
    assert all(one.end <= other.start for one, other in zip(found, found[1:], strict=False))
    assert all(one.units or one.unit_class for one in found)


@given(st.text(max_size=40))
def test_words_keep_their_places(text: str) -> None:
    words = words_of(text)
    places = [place for pair in zip(words.starts, words.ends, strict=True) for place in pair]
    assert places == sorted(places)
