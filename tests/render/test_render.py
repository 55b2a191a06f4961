"""A rendered file read back: what stands in it, in which order, and that nothing is lost."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.shared import Mm

from generator.model.store import load_document
from generator.ooxml.package import MAIN, read_parts, write_parts
from generator.ooxml.wml import qualified
from generator.render.render import render
from generator.templates.catalog import layouts
from tests.ooxml_sdk import validate
from tests.rendered import (
    built_template,
    document,
    in_style,
    main_part,
    marked,
    png,
    rendered,
    template_of,
    texts,
)

SAMPLES = Path(__file__).parents[2] / "data"
HEAD = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
OFFICE = {"name": "Sở Nội vụ", "parent": "UBND tỉnh Sông Vân", "symbol": "SNV", "place": "Sông Vân"}
FULL: dict[str, Any] = {
    "issuer": OFFICE,
    "number": 5,
    "date": "2026-03-05",
    "subject": "Tình hình **cải cách** hành chính",
    "legal_bases": [{"text": "Luật A"}, {"text": "Nghị định B;"}],
    "preamble": ["Sở báo cáo như sau:"],
    "sections": [
        {"title": "Kết quả", "blocks": [{"kind": "item", "numbering": "arabic", "text": "Về thể chế"}]},
        {"title": "Phương hướng", "blocks": [{"kind": "paragraph", "text": "Tiếp tục thực hiện"}]},
    ],
    "closing": ["Trên đây là báo cáo."],
    "recipients": [{"name": "Bộ Nội vụ", "purpose": "để báo cáo"}],
    "archive": {"holders": ["VT", "CCHC"], "drafter": "PL", "issued": 3},
    "signature": {"authority": [{"code": "KT.", "of": "Giám đốc"}], "position": "Phó Giám đốc", "name": "Trần Thị B"},
}


# ---- What stands in the file, in which order -------------------------------------------------------------------------


def test_a_report_from_head_to_foot() -> None:
    assert texts(rendered(document(**FULL))) == [
        "UBND TỈNH SÔNG VÂN", "SỞ NỘI VỤ", *HEAD,
        "Số: 05/BC-SNV", "Sông Vân, ngày 05 tháng 3 năm 2026",
        "BÁO CÁO", "Tình hình cải cách hành chính",
        "Luật A;", "Nghị định B.",
        "Sở báo cáo như sau:",
        "I. Kết quả", "1. Về thể chế",
        "II. Phương hướng", "Tiếp tục thực hiện",
        "Trên đây là báo cáo./.",
        "Nơi nhận:", "- Bộ Nội vụ (để báo cáo);", "- Lưu: VT, CCHC. PL.(3)",
        "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần Thị B",
    ]  # fmt: skip


def test_an_appendix_whose_line_in_brackets_is_empty_prints_none() -> None:
    found = document(issuer=OFFICE, appendices=[{"title": "Một", "note": ""}, {"title": "Hai"}])
    assert [text for text in texts(rendered(found)) if text.startswith("(Kèm theo")] == [
        "(Kèm theo Báo cáo số       /BC-SNV ngày      tháng      năm      của Sở Nội vụ)"
    ]


def test_an_empty_document_shows_what_is_missing() -> None:
    assert texts(rendered(document("plan"))) == [
        "[CẦN BỔ SUNG: tên cơ quan chủ quản]", "[CẦN BỔ SUNG: tên cơ quan ban hành]", *HEAD,
        "Số:       /KH-[CẦN BỔ SUNG: chữ viết tắt tên cơ quan]",
        "[CẦN BỔ SUNG: địa danh], ngày      tháng      năm     ",
        "KẾ HOẠCH", "[CẦN BỔ SUNG: trích yếu nội dung]",
        "[CẦN BỔ SUNG: nội dung văn bản]./.",
        "Nơi nhận:", "- [CẦN BỔ SUNG: nơi nhận];", "- Lưu: [CẦN BỔ SUNG: nơi lưu].",
        "[CẦN BỔ SUNG: chức vụ người ký]", "[CẦN BỔ SUNG: họ và tên người ký]",
    ]  # fmt: skip


def test_a_dispatch_has_its_subject_below_the_number_and_one_addressee_on_the_line() -> None:
    fields = {"subject": "triển khai *khẩn*", "addressees": ["Bộ Nội vụ"], "urgency": "hỏa tốc", "recipients": []}
    parts = rendered(document("dispatch", **{**FULL, **fields}))
    found = texts(parts)
    assert found[4:9] == [
        "Số: 05/SNV-CCHC", "V/v triển khai khẩn", "HỎA TỐC",
        "Sông Vân, ngày 05 tháng 3 năm 2026",
        "Kính gửi: Bộ Nội vụ",
    ]  # fmt: skip
    assert found[found.index("Nơi nhận:") + 1 :][:2] == ["- Như trên;", "- Lưu: VT, CCHC. PL.(3)"]
    assert in_style(parts, "TenLoai") == []


def test_several_addressees_stand_below_one_another() -> None:
    parts = rendered(document("submission", **{**FULL, "addressees": ["Bộ Nội vụ;", "Bộ Tài chính", "UBND tỉnh."]}))
    assert in_style(parts, "KinhGui") == ["Kính gửi:"]
    assert in_style(parts, "KinhGuiDong") == ["- Bộ Nội vụ;", "- Bộ Tài chính;", "- UBND tỉnh."]


def test_a_dispatch_without_addressee_asks_for_one() -> None:
    assert in_style(rendered(document("dispatch")), "KinhGui") == ["Kính gửi: [CẦN BỔ SUNG: nơi kính gửi]"]


def test_inline_bases_open_the_first_paragraph() -> None:
    found = rendered(document(**{**FULL, "basis_layout": "inline"}))
    assert in_style(found, "CanCu") == []
    assert in_style(found, "LoiVan")[0] == "Luật A; Nghị định B, Sở báo cáo như sau:"


def test_minutes_have_no_place_and_date() -> None:
    assert in_style(rendered(document("minutes", **FULL)), "DiaDanhVaThoiGian") == [""]


def test_the_marks_above_and_below_the_head() -> None:
    fields = {"circulation": "Lưu hành nội bộ", "urgency": "thượng khẩn"}
    parts = rendered(document(**{**FULL, **fields}))
    assert in_style(parts, "PhamViLuuHanh") == ["LƯU HÀNH NỘI BỘ"]
    assert in_style(parts, "MucDoKhanTHUONGKHAN") == ["THƯỢNG KHẨN"]
    assert in_style(rendered(document(**FULL)), "MucDoKhan") == []


def test_two_lines_of_authority_and_a_second_title() -> None:
    authority = [{"code": "TM.", "of": "Ủy ban nhân dân"}, {"code": "KT.", "of": "Chủ tịch"}]
    signature = {"authority": authority, "position": "Phó Chủ tịch", "second_title": "Trưởng Ban", "name": "Lê C"}
    assert texts(rendered(document(**{**FULL, "signature": signature})))[-5:] == [
        "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trưởng Ban", "Lê C",
    ]  # fmt: skip


def test_bold_and_italic_are_kept_wherever_running_text_stands() -> None:
    rich = "thường **đậm{0}** *nghiêng{0}*"
    fields: dict[str, Any] = {
        "subject": rich.format(1),
        "legal_bases": [{"text": rich.format(2)}],
        "preamble": [rich.format(3)],
        "sections": [
            {
                "title": rich.format(4),
                "blocks": [
                    {"kind": "item", "text": rich.format(5)},
                    {"kind": "table", "rows": [[{"text": rich.format(6)}]]},
                    {"kind": "note", "text": rich.format(7)},
                ],
            }
        ],
        "closing": [rich.format(8)],
        "appendices": [{"title": rich.format(9), "note": rich.format(10)}],
    }
    parts = rendered(document(**fields))
    assert marked(parts, "w:b") == [f"đậm{number}" for number in range(1, 11)]
    assert marked(parts, "w:i") == [f"nghiêng{number}" for number in range(1, 11)]


# ---- Appendices and their paper --------------------------------------------------------------------------------------


def _sections(parts: dict[str, bytes]) -> list[tuple[bool, bool]]:
    """Return of each section whether it lies and whether its page numbers begin anew."""
    word = docx.Document(BytesIO(write_parts(parts)))
    found = []
    for section in word.sections:
        numbers = section._sectPr.find(qualified("w:pgNumType"))
        width, height = section.page_width or 0, section.page_height or 0
        assert {width, height} == {Mm(210).twips * 635, Mm(297).twips * 635}
        found.append((width > height, numbers is not None and numbers.get(qualified("w:start")) == "1"))
    return found


WIDE = {"kind": "tasks", "layout": "seven_columns"}


@pytest.mark.parametrize(
    ("appendices", "landscape"),
    [
        ([], [False]),
        ([{"title": "A"}], [False, False]),
        ([{"title": "A", "blocks": [WIDE]}], [False, True]),
        ([{"title": "A", "blocks": [WIDE], "orientation": "portrait"}], [False, False]),
        ([{"title": "A", "orientation": "landscape"}, {"title": "B"}], [False, True, False]),
        ([{"title": "A"}, {"title": "B", "blocks": [WIDE]}, {"title": "C"}], [False, False, True, False]),
    ],
)
def test_each_appendix_is_a_section_of_its_own(appendices: list[dict[str, Any]], landscape: list[bool]) -> None:
    parts = rendered(document("plan", **{**FULL, "appendices": appendices}))
    assert _sections(parts) == [(lies, True) for lies in landscape]


def test_an_appendix_begins_again_at_page_one_also_where_the_template_does_not_count_for_itself() -> None:
    template = template_of("x", "{{p section_break }}", "{%p for appendix in appendices %}", "y", "{%p endfor %}")
    parts = read_parts(template)
    counted = re.sub(rb"<w:pgNumType[^>]*/>", b"", parts[MAIN])
    found = rendered(document(appendices=[{}]), template=write_parts({**parts, MAIN: counted}))
    starts = [section.find(qualified("w:pgNumType")) for section in main_part(found).iter(qualified("w:sectPr"))]
    assert [start is not None for start in starts] == [False, True]


def test_several_appendices_are_numbered_and_name_their_document() -> None:
    parts = rendered(document(**{**FULL, "appendices": [{"title": "Biểu một"}, {"note": "(Kèm theo)"}]}))
    assert in_style(parts, "PhuLucSo") == ["Phụ lục I", "Phụ lục II"]
    assert in_style(parts, "PhuLucTen") == ["Biểu một", "[CẦN BỔ SUNG: tên phụ lục]"]
    assert in_style(parts, "PhuLucKemTheo") == [
        "(Kèm theo Báo cáo số 05/BC-SNV ngày 05 tháng 3 năm 2026 của Sở Nội vụ)",
        "(Kèm theo)",
    ]


def test_the_tables_of_an_appendix_are_as_wide_as_its_page() -> None:
    table = {"kind": "table", "rows": [[{"text": "x"}]]}
    appendix = {"title": "A", "orientation": "landscape", "blocks": [table]}
    root = main_part(rendered(document(**{**FULL, "sections": [{"blocks": [table]}], "appendices": [appendix]})))
    _, in_body, _, in_appendix = (int(width.get(qualified("w:w"), "0")) for width in root.iter(qualified("w:tblW")))
    assert [round(width * 25.4 / 1440) for width in (in_body, in_appendix)] == [160, 247]


# ---- The judge of the format -----------------------------------------------------------------------------------------


@pytest.mark.sdk
def test_rendered_files_are_valid_by_the_schema(tmp_path: Path) -> None:
    picture = {"kind": "picture", "file": "a.png", "alt": "Sơ đồ", "title": "Hình 1"}
    table = {"kind": "table", "rows": [[{"text": "a", "rows": 2}, {"text": "b\nc"}], [{"text": "**d**"}]]}
    blocks = [picture, table, picture, {"kind": "note", "text": "*Ghi chú*\tx"}]
    sources = {
        "plan": load_document((SAMPLES / "plans" / "ke_hoach_cchc_2027.yaml").read_bytes(), "a.yaml"),
        "report": document(**{**FULL, "sections": [{"blocks": blocks}], "appendices": [{"blocks": blocks}, {}]}),
        "dispatch": document("dispatch", addressees=["A", "B"], urgency="khẩn", circulation="Lưu hành nội bộ"),
    }
    files = {}
    for name, source in sources.items():
        files[name] = tmp_path / f"{name}.docx"
        files[name].write_bytes(render(source, built_template(source.kind), layouts(), {"a.png": png()}))
    assert validate(list(files.values())) == dict.fromkeys(files.values(), [])
