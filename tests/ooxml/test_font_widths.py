"""Widths of text, against lines measured with the font files and set by LibreOffice."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ooxml.font_widths import face_widths, line_widths, text_width, wrap

QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"
TEXTS = st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyỘẾ \n\u00a0-;", max_size=200)


@pytest.mark.parametrize(
    ("text", "style", "size", "millimetres"),
    [
        (QUOC_HIEU, {"bold": True}, 12, 88.3),
        (QUOC_HIEU, {"bold": True}, 13, 95.7),
        (TIEU_NGU, {"bold": True}, 13, 56.1),
        (TIEU_NGU, {"bold": True}, 14, 60.5),
        ("Hà Nội, ngày 05 tháng 01 năm 2020", {"italic": True}, 13, 67.0),
        ("Hà Nội, ngày 05 tháng 01 năm 2020", {"italic": True}, 14, 72.2),
        ("Thành phố Hồ Chí Minh, ngày 29 tháng 11 năm 2025", {"italic": True}, 13, 98.7),
        ("Thành phố Hồ Chí Minh, ngày 29 tháng 11 năm 2025", {"italic": True}, 14, 106.3),
        ("ỦY BAN NHÂN DÂN", {"bold": True}, 12, 39.9),
        ("ỦY BAN NHÂN DÂN", {"bold": True}, 13, 43.2),
        ("CỤC VĂN THƯ VÀ LƯU TRỮ NHÀ NƯỚC", {"bold": True}, 12, 82.0),
        ("CỤC VĂN THƯ VÀ LƯU TRỮ NHÀ NƯỚC", {"bold": True}, 13, 88.9),
        ("ĐẢNG CỘNG SẢN VIỆT NAM", {"bold": True}, 15, 72.9),
    ],
)
def test_header_line_is_as_wide_as_measured(text: str, style: dict[str, bool], size: float, millimetres: float) -> None:
    assert text_width(text, size, **style) == pytest.approx(millimetres, abs=0.1)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("", 0),
        ("a", 909),
        ("ậ", 909),
        (unicodedata.normalize("NFD", "ậ"), 909),
        ("\u0301", 0),
        ("\u00ad", 0),
        ("\t", 0),
        (" ", 512),
        ("\u00a0", 512),
        ("–", 1024),
        ("₫", 1050),
        ("→", 2048),
    ],
)
def test_character_has_the_advance_of_the_font(text: str, units: int) -> None:
    assert text_width(text, 72) == pytest.approx(units / 2048 * 25.4)


@pytest.mark.parametrize(
    ("character", "like"),
    [("令", "—"), ("😀", "—"), ("ก", "n")],
    ids=["East Asian is an em", "emoji is an em", "another script is an n"],
)
def test_character_that_the_font_lacks_is_estimated(character: str, like: str) -> None:
    assert text_width(character, 14) == text_width(like, 14)


def test_every_vietnamese_letter_is_in_all_faces() -> None:
    letters = {
        unicodedata.normalize("NFC", base + tone)
        for base in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
        for tone in ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
    } | set("đĐ")
    for bold in (False, True):
        for italic in (False, True):
            assert letters <= face_widths(bold=bold, italic=italic).keys()


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 50, [""]),
        ("một hai", 50, ["một hai"]),
        ("một hai", 10, ["một", "hai"]),
        ("một\nhai", 50, ["một", "hai"]),
        ("một\n\nhai", 50, ["một", "", "hai"]),
        ("một  hai", 50, ["một  hai"]),
        ("một  hai ", 10, ["một", "hai"]),
        ("một\u00a0hai ba", 10, ["một\u00a0hai", "ba"]),
        ("ỦY BAN NHÂN DÂN", 5, ["ỦY", "BAN", "NHÂN", "DÂN"]),
    ],
)
def test_text_breaks_at_spaces(text: str, width: float, lines: list[str]) -> None:
    assert wrap(text, width, 14) == lines


def test_quoc_hieu_at_13_needs_96_millimetres() -> None:
    """The recipe for the header: a right column of 96 mm holds the line, one of 95 mm breaks it."""
    assert len(wrap(QUOC_HIEU, 96, 13, bold=True)) == 1
    assert wrap(QUOC_HIEU, 95, 13, bold=True) == [QUOC_HIEU.removesuffix(" NAM"), "NAM"]


def test_line_as_wide_as_its_column_fits() -> None:
    assert wrap(TIEU_NGU, text_width(TIEU_NGU, 13), 13) == [TIEU_NGU]


@given(text=TEXTS, width=st.floats(min_value=1, max_value=200))
@settings(max_examples=50)
def test_wrapping_loses_nothing_but_the_spaces_at_breaks(text: str, width: float) -> None:
    lines = wrap(text, width, 14)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "").replace("\n", "")
    assert all(
        measured <= width + 1e-6 or " " not in line.strip()
        for measured, line in zip(line_widths(text, width, 14), lines, strict=True)
    )
