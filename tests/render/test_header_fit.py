"""The head fitted to a document: sizes, columns and line breaks, in our template and in restyled ones."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from generator.nd30.profile import load_profile
from generator.ooxml.font_widths import text_width
from generator.ooxml.package import MAIN, read_parts, write_parts
from generator.ooxml.wml import NAMESPACES, qualified
from generator.templates.catalog import template_for
from tests.rendered import document, in_style, main_part, paragraph, rendered, template_of, texts

LONGEST = {"place": "Thành phố Hồ Chí Minh", "parent": "UBND Thành phố Hồ Chí Minh"}
STYLES = "word/styles.xml"


def _made(issuer: dict[str, Any], template: bytes | None = None, **fields: Any) -> dict[str, bytes]:
    whole = {"name": "Sở Y tế", "symbol": "SYT", "place": "Sông Vân", "parent": "UBND tỉnh Sông Vân", **issuer}
    fields = {"kind": "plan", "date": "2026-11-29", "subject": "Trích yếu", **fields}
    return rendered(document(fields.pop("kind"), issuer=whole, **fields), template=template)


def _columns(parts: dict[str, bytes]) -> list[int]:
    table = next(main_part(parts).iter(qualified("w:tbl")))
    grid = [int(one.get(qualified("w:w"), "0")) for one in table.iter(qualified("w:gridCol"))]
    cells = [int(one.get(qualified("w:w"), "0")) for one in table.iter(qualified("w:tcW"))]
    assert cells == grid * 2
    return grid


def _mm(twips: int) -> float:
    return twips * 25.4 / 1440


def _restyled(style: str, size: int) -> bytes:
    """The built template with another size in half points in a style, as Word writes it."""
    parts = read_parts(template_for("plan").read_bytes())
    root = etree.fromstring(parts[STYLES])
    for found in root.xpath(f"//w:style[w:name/@w:val='{style}']/w:rPr/w:sz", namespaces=NAMESPACES):
        found.set(qualified("w:val"), str(size))
    return write_parts({**parts, STYLES: etree.tostring(root)})


def test_a_usual_head_has_the_columns_and_the_styles_of_the_template() -> None:
    parts = _made({})
    profile = load_profile().header
    assert [_mm(width) for width in _columns(parts)] == pytest.approx(
        [profile.left.default, profile.right.default], abs=0.02
    )
    assert in_style(parts, "QuocHieu")
    assert in_style(parts, "DiaDanhVaThoiGian")


def test_the_longest_place_and_date_take_the_smaller_set_together() -> None:
    parts = _made(LONGEST)
    (line,) = in_style(parts, "DiaDanhVaThoiGianNho")
    assert line == "Thành phố Hồ Chí Minh, ngày 29 tháng 11 năm 2026"
    assert in_style(parts, "QuocHieuNho")
    assert in_style(parts, "TieuNguNho")
    left, right = _columns(parts)
    assert _mm(right) > text_width(line, 13, italic=True)
    assert _mm(left) >= 60 - 0.02
    assert left + right == sum(_columns(_made({})))


def test_a_template_of_smaller_sizes_keeps_its_own_styles() -> None:
    template = _restyled("Địa danh và thời gian", 26)
    parts = _made(LONGEST, template)
    assert in_style(parts, "DiaDanhVaThoiGian") == ["Thành phố Hồ Chí Minh, ngày 29 tháng 11 năm 2026"]
    assert in_style(parts, "QuocHieu")


def test_a_column_moved_in_word_stays_where_the_office_put_it() -> None:
    parts = read_parts(template_for("plan").read_bytes())
    moved = parts[MAIN].replace(b'w:w="3515"', b'w:w="3600"').replace(b'w:w="5556"', b'w:w="5471"')
    assert moved != parts[MAIN]
    assert _columns(_made({}, write_parts({**parts, MAIN: moved}))) == [3600, 5471]


def test_a_place_that_fits_in_no_size_breaks_before_the_day_and_quoc_hieu_does_not() -> None:
    place = "Phường Xuân Hòa mở rộng, Thành phố Hồ Chí Minh"
    parts = _made({"place": place, "name": "Ban Quản lý dự án"})
    assert in_style(parts, "DiaDanhVaThoiGianNho") == [f"{place},\nngày 29 tháng 11 năm 2026"]
    assert _mm(_columns(parts)[1]) > text_width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, bold=True)


def test_a_long_number_gets_a_wider_left_column() -> None:
    notation = "KH-BCĐCCHCCĐSĐA06"
    left, _ = _columns(_made({}, notation=notation, number="1234"))
    assert _mm(left) > text_width(f"Số: 1234/{notation}", 13) > 62


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Sở Giáo dục và Đào tạo tỉnh An Bình", ["SỞ GIÁO DỤC VÀ ĐÀO TẠO", "TỈNH AN BÌNH"]),
        ("Sở Nông nghiệp và Môi trường", ["SỞ NÔNG NGHIỆP", "VÀ MÔI TRƯỜNG"]),
        ("Ủy ban nhân dân xã Đại An", ["ỦY BAN NHÂN DÂN", "XÃ ĐẠI AN"]),
        ("Trường Tiểu học Nguyễn Văn Trỗi", ["TRƯỜNG TIỂU HỌC", "NGUYỄN VĂN TRỖI"]),
    ],
)
def test_a_long_name_breaks_between_phrases(name: str, lines: list[str]) -> None:
    assert in_style(_made({"name": name}), "CoQuanBanHanh") == ["\n".join(lines)]


def test_a_long_subject_breaks_into_lines_of_about_one_length() -> None:
    subject = "**Cải cách** hành chính năm 2027 của ngành Giáo dục và Đào tạo tỉnh Sông Vân"
    (found,) = in_style(_made({}, subject=subject), "TrichYeu")
    assert found == "Cải cách hành chính năm 2027\ncủa ngành Giáo dục và Đào tạo tỉnh Sông Vân"


def test_the_subject_of_a_letter_breaks_in_its_column() -> None:
    parts = _made({}, kind="dispatch", subject="báo cáo kết quả cải cách hành chính năm 2027")
    (found,) = in_style(parts, "TrichYeuCongVan")
    assert found == "V/v báo cáo kết quả\ncải cách hành chính năm 2027"


def test_a_field_printed_elsewhere_too_has_no_line_breaks() -> None:
    name = "Sở Nông nghiệp và Môi trường"
    found = texts(_made({"name": name}, template_of("Trích: {{ issuer.name }}", kind="plan")))
    assert found == [f"Trích: {name.upper()}"]


def test_a_head_that_is_no_table_stays_as_it_is() -> None:
    lines = [paragraph("{{ place_date }}", "DiaDanhVaThoiGian"), paragraph("{{ issuer.name }}", "CoQuanBanHanh")]
    found = texts(_made(LONGEST, template_of(*lines, kind="plan")))
    assert found == ["Thành phố Hồ Chí Minh, ngày 29 tháng 11 năm 2026", "SỞ Y TẾ"]


def test_the_frame_of_urgency_keeps_its_width_in_a_narrower_column() -> None:
    parts = _made(LONGEST, urgency="khẩn")
    (frame,) = main_part(parts).xpath("//w:p[w:pPr/w:pStyle/@w:val='MucDoKhanKHAN']/w:pPr/w:ind", namespaces=NAMESPACES)
    sides = [int(frame.get(qualified(f"w:{side}"))) for side in ("left", "right")]
    assert _mm(_columns(parts)[0] - sum(sides)) == pytest.approx(20, abs=0.1)


def test_the_smaller_set_takes_the_names_of_the_offices_too() -> None:
    parts = _made({**LONGEST, "name": "Ủy ban nhân dân Thành phố Hồ Chí Minh", "parent": None})
    assert in_style(parts, "CoQuanBanHanhNho") == ["ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HỒ CHÍ MINH"]


def test_the_line_of_an_appendix_breaks_between_phrases_and_never_in_the_room_to_write() -> None:
    appendices = [{"title": "Thuyết minh", "blocks": [{"kind": "paragraph", "text": "x"}]}]
    name = "Ban Quản lý các khu công nghiệp tỉnh Sông Vân"
    (note,) = in_style(_made({"name": name}, date="2026-12", appendices=appendices), "PhuLucKemTheo")
    first, second = note.split("\n")
    assert "số       /KH-SYT ngày      tháng 12 năm 2026" in first
    assert second.startswith("của")
    assert text_width(first, 14, italic=True) < 160
