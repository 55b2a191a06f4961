"""The values of a template: every one is there, a missing one as its mark, a conditional one empty."""

from __future__ import annotations

from typing import Any

import pytest

from generator.render.context import context
from generator.templates.catalog import layouts
from tests.rendered import document


def _context(kind: str = "report", **fields: Any) -> dict[str, Any]:
    return context(document(kind, **fields), layouts())


def _texts(values: dict[str, Any], *names: str) -> list[str]:
    return [line.text for name in names for line in values[name]]


def test_names_are_printed_in_capitals() -> None:
    values = _context(
        issuer={"name": "Sở Nội vụ", "parent": "UBND tỉnh", "symbol": "SNV", "place": "Sông Vân"},
        signature={"position": "Giám đốc", "name": "Nguyễn Văn A"},
        urgency="hỏa tốc",
        circulation="Lưu hành nội bộ",
    )
    assert values["issuer"] == {
        "name": "SỞ NỘI VỤ",
        "written_name": "Sở Nội vụ",
        "parent": "UBND TỈNH",
        "symbol": "SNV",
        "place": "Sông Vân",
    }
    assert (values["signature"]["position"], values["signature"]["name"]) == ("GIÁM ĐỐC", "Nguyễn Văn A")
    assert (values["urgency"], values["circulation"], values["type_name"]) == ("HỎA TỐC", "LƯU HÀNH NỘI BỘ", "BÁO CÁO")


def test_the_mark_of_a_missing_name_stays_readable() -> None:
    values = _context()
    assert values["issuer"]["name"] == "[CẦN BỔ SUNG: tên cơ quan ban hành]"
    assert values["signature"]["position"] == "[CẦN BỔ SUNG: chức vụ người ký]"


@pytest.mark.parametrize(
    ("issuer", "parent"),
    [
        ({"name": "Sở Nội vụ"}, "[CẦN BỔ SUNG: tên cơ quan chủ quản]"),
        ({"name": "Ủy ban nhân dân tỉnh"}, ""),
        ({"name": "Ủy ban nhân dân xã", "parent": "UBND tỉnh"}, "UBND TỈNH"),
    ],
)
def test_the_parent_in_the_letterhead(issuer: dict[str, str], parent: str) -> None:
    assert _context(issuer=issuer)["issuer"]["parent"] == parent


@pytest.mark.parametrize(
    ("kind", "addressees", "printed"),
    [
        ("dispatch", ["Bộ Nội vụ"], ["Bộ Nội vụ"]),
        ("dispatch", ["Bộ Nội vụ", "UBND tỉnh"], ["Bộ Nội vụ;", "UBND tỉnh."]),
        ("dispatch", [], ["[CẦN BỔ SUNG: nơi kính gửi]"]),
        ("submission", [], ["[CẦN BỔ SUNG: nơi kính gửi]"]),
        ("report", [], []),
        ("plan", [], []),
    ],
)
def test_addressees(kind: str, addressees: list[str], printed: list[str]) -> None:
    assert _context(kind, addressees=addressees)["addressees"] == printed


BASES = [{"text": "**Luật A**."}, {"lead": "Căn cứ", "text": "Nghị định B;"}]
LISTED = ["**Luật A**;", "Căn cứ Nghị định B."]


@pytest.mark.parametrize(
    ("fields", "bases", "preamble"),
    [
        ({"legal_bases": BASES}, LISTED, []),
        ({"legal_bases": BASES, "preamble": ["x"], "closing": ["z"]}, LISTED, ["x"]),
        ({"legal_bases": [{"lead": "Theo đề nghị của"}]}, ["Theo đề nghị của [CẦN BỔ SUNG: nội dung căn cứ]."], []),
        ({"legal_bases": [{}]}, ["[CẦN BỔ SUNG: nội dung căn cứ]."], []),
    ],
)
def test_legal_bases_one_on_each_line(fields: dict[str, Any], bases: list[str], preamble: list[str]) -> None:
    values = _context(**fields)
    assert (_texts(values, "legal_bases"), _texts(values, "preamble")) == (bases, preamble)


@pytest.mark.parametrize(
    ("bases", "preamble", "printed"),
    [
        (BASES, ["Sở báo cáo", "y"], ["**Luật A**; Căn cứ Nghị định B, Sở báo cáo", "y"]),
        (BASES, [], ["**Luật A**; Căn cứ Nghị định B."]),
        ([], ["x"], ["x"]),
    ],
)
def test_legal_bases_in_one_paragraph(bases: list[Any], preamble: list[str], printed: list[str]) -> None:
    values = _context(legal_bases=bases, basis_layout="inline", preamble=preamble, closing=["z"])
    assert (_texts(values, "legal_bases"), _texts(values, "preamble")) == ([], printed)


def test_stars_of_inline_bases_and_the_preamble_do_not_pair() -> None:
    values = _context(legal_bases=[{"text": "2*3"}], basis_layout="inline", preamble=["4*5"], closing=["x"])
    assert _texts(values, "preamble") == ["2\\*3, 4\\*5"]


SECTION = {"numbering": "none", "blocks": [{"kind": "paragraph", "text": "Nội dung"}]}


@pytest.mark.parametrize(
    ("fields", "preamble", "body", "closing"),
    [
        ({"preamble": ["a"], "sections": [SECTION], "closing": ["b."]}, ["a"], ["Nội dung"], ["b./."]),
        ({"preamble": ["a"], "sections": [SECTION]}, ["a"], ["Nội dung./."], []),
        ({"preamble": ["a", "b"]}, ["a", "b./."], [], []),
        ({}, [], ["[CẦN BỔ SUNG: nội dung văn bản]./."], []),
        ({"closing": ["b"]}, [], ["[CẦN BỔ SUNG: nội dung văn bản]"], ["b./."]),
        ({"sections": [{"numbering": "roman"}]}, [], ["", "[CẦN BỔ SUNG: nội dung văn bản]./."], []),
    ],
)
def test_the_last_paragraph_of_the_content_bears_the_end_mark(
    fields: dict[str, Any], preamble: list[str], body: list[str], closing: list[str]
) -> None:
    values = _context(**fields)
    assert [_texts(values, name) for name in ("preamble", "body", "closing")] == [preamble, body, closing]


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        ({}, ["[CẦN BỔ SUNG: nơi nhận];", "Lưu: [CẦN BỔ SUNG: nơi lưu]."]),
        ({"archive": {}}, ["[CẦN BỔ SUNG: nơi nhận];", "Lưu: VT."]),
        ({"kind": "minutes", "archive": {}}, ["Lưu: VT."]),
        ({"addressees": ["A"], "archive": {}}, ["Như trên;", "Lưu: VT."]),
        (
            {"recipients": [{"name": "A;"}, {"name": "B", "purpose": "để báo cáo"}], "archive": {"drafter": "PL"}},
            ["A;", "B (để báo cáo);", "Lưu: VT. PL."],
        ),
    ],
)
def test_recipients(fields: dict[str, Any], lines: list[str]) -> None:
    assert _context(**{"kind": "report", **fields})["recipients"] == lines


def test_only_a_plan_has_a_year() -> None:
    assert _context("plan", year=2027)["year"] == 2027
    assert _context("plan")["year"] == "[CẦN BỔ SUNG: năm kế hoạch]"
    assert "year" not in _context()


def test_no_value_is_none_in_whatever_kind() -> None:
    def values(inside: Any) -> list[Any]:
        return [leaf for one in inside.values() for leaf in (values(one) if isinstance(one, dict) else [one])]

    assert None not in values(_context("dispatch"))


TASKS = {"kind": "tasks", "layout": "six_columns"}
SMALL = {"kind": "table", "rows": [[{"text": "x"}]]}


@pytest.mark.parametrize(
    ("appendix", "landscape"),
    [
        ({"blocks": [TASKS]}, True),
        ({"blocks": [{"kind": "section", "blocks": [TASKS]}]}, True),
        ({"blocks": [TASKS], "orientation": "portrait"}, False),
        ({"blocks": [SMALL]}, False),
        ({"blocks": [SMALL], "orientation": "landscape"}, True),
        ({}, False),
    ],
)
def test_the_widest_table_turns_the_page_of_an_appendix(appendix: dict[str, Any], landscape: bool) -> None:
    assert _context("plan", appendices=[appendix])["appendices"][0].landscape is landscape


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("Ủy ban nhân dân xã Nghĩa Hưng", "ỦY BAN NHÂN DÂN\nXÃ NGHĨA HƯNG"),
        ("Uỷ ban nhân dân tỉnh Sông Vân", "UỶ BAN NHÂN DÂN\nTỈNH SÔNG VÂN"),
        ("Hội đồng nhân dân phường An Hòa", "HỘI ĐỒNG NHÂN DÂN\nPHƯỜNG AN HÒA"),
        ("Văn phòng Ủy ban nhân dân tỉnh", "VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH"),
    ],
)
def test_a_peoples_body_stands_on_a_line_of_its_own_above_its_unit(name: str, printed: str) -> None:
    assert context(document(issuer={"name": name}), {})["issuer"]["name"] == printed
