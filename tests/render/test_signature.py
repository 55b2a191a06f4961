"""The end of a document as it is printed: every form of authority, recipients beside it."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.readiness import missing
from tests.rendered import document, in_style, rendered

FORMS: dict[str, tuple[list[tuple[str, str]], str, str | None]] = {
    "người đứng đầu": ([], "Giám đốc", None),
    "thay mặt": ([("TM.", "Ủy ban nhân dân")], "Chủ tịch", None),
    "ký thay": ([("KT.", "Giám đốc")], "Phó Giám đốc", None),
    "thừa lệnh": ([("TL.", "Chủ tịch")], "Chánh Văn phòng", None),
    "thừa ủy quyền": ([("TUQ.", "Giám đốc")], "Trưởng phòng", None),
    "quyền": ([], "Q. Giám đốc", None),
    "thay mặt và ký thay": ([("TM.", "Ủy ban nhân dân"), ("KT.", "Chủ tịch")], "Phó Chủ tịch", None),
    "thừa lệnh và ký thay": ([("TL.", "Bộ trưởng"), ("KT.", "Vụ trưởng")], "Phó Vụ trưởng", None),
    "ban chỉ đạo": ([("TM.", "Ban Chỉ đạo")], "Trưởng ban", "Phó Chủ tịch UBND tỉnh"),
}


@pytest.mark.parametrize(("authority", "position", "second"), FORMS.values(), ids=FORMS.keys())
def test_each_form_of_authority_stands_above_the_position(
    authority: list[tuple[str, str]], position: str, second: str | None
) -> None:
    """II.7, Điều 13: TM., KT., TL., TUQ., Q. on lines of their own; a second title above the name (ô 7b)."""
    signature: dict[str, Any] = {"position": position, "name": "Nguyễn Văn A", "second_title": second}
    signature["authority"] = [{"code": code, "of": of} for code, of in authority]
    parts = rendered(document(signature=signature))
    assert in_style(parts, "QuyenHan") == [f"{code} {of.upper()}" for code, of in authority]
    assert in_style(parts, "ChucVu") == [position.upper()]
    assert in_style(parts, "ChucVuKhac") == ([second] if second else [])
    assert in_style(parts, "HoVaTen") == ["Nguyễn Văn A"]


@pytest.mark.parametrize("position", [None, "Giám đốc"])
def test_the_title_of_an_acting_head_stands_behind_q_and_nowhere_else(position: str | None) -> None:
    signature = {"authority": [{"code": "Q.", "of": "Giám đốc"}], "position": position, "name": "Nguyễn Văn A"}
    source = document(signature=signature)
    parts = rendered(source)
    assert in_style(parts, "QuyenHan") == []
    assert in_style(parts, "ChucVu") == ["Q. GIÁM ĐỐC"]
    assert "signature.position" not in {gap.field for gap in missing(source)}


def test_recipients_bear_their_purpose_in_brackets_and_the_archive_ends_the_list() -> None:
    recipients = [
        {"name": "Các phòng", "purpose": "để thực hiện", "group": "execute"},
        {"name": "UBND tỉnh", "purpose": "để báo cáo", "group": "superior"},
    ]
    parts = rendered(
        document(recipients=recipients, archive={"holders": ["VT", "TCCB"], "drafter": "PL", "issued": 300})
    )
    assert in_style(parts, "NoiNhanDong") == [
        "- UBND tỉnh (để báo cáo);", "- Các phòng (để thực hiện);", "- Lưu: VT, TCCB. PL.(300)",
    ]  # fmt: skip


def test_a_long_authority_breaks_between_phrases() -> None:
    authority = [{"code": "TM.", "of": "Ban Chỉ đạo cải cách hành chính tỉnh Sông Vân"}]
    parts = rendered(document(signature={"authority": authority, "position": "Trưởng ban", "name": "Nguyễn Văn A"}))
    assert in_style(parts, "QuyenHan") == ["TM. BAN CHỈ ĐẠO\nCẢI CÁCH HÀNH CHÍNH\nTỈNH SÔNG VÂN"]
