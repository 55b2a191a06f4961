"""Text in one Unicode form: cleaning, counting, comparing."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.vietnamese.unicode import changes, clean, fold, nfc, words

CLEANED = [
    ("decomposed letters are composed", unicodedata.normalize("NFD", "Kế hoạch"), "Kế hoạch"),
    ("tone mark after a composed vowel", "Kê\u0301 hoa\u0323ch", "Kế hoạch"),
    ("eth is no Đ", "\u00d0iều, tha\u0323m \u00f0ịnh", "Điều, thạm định"),
    ("no-break space", "UBND\u00a0tỉnh", "UBND tỉnh"),
    ("thin and ideographic space", "1\u20092\u30003", "1 2 3"),
    ("soft hyphen and zero-width space", "cải\u00ad cách\u200b hành", "cải cách hành"),
    ("byte order mark", "\ufeffCăn cứ", "Căn cứ"),
    ("an invisible joiner does not keep letter and mark apart", "e\u200d\u0302", "ê"),
    ("non-breaking hyphen", "QĐ\u2011UBND, NQ\u2010CP", "QĐ-UBND, NQ-CP"),
    ("en and em dash are kept", "2021 – 2030 — a", "2021 – 2030 — a"),
    ("line breaks and tabs are kept", "a\tb\r\nc\nd", "a\tb\r\nc\nd"),
    ("a page break between two words stays a break", "trang\x0cmới\x0bdòng\u2028nữa", "trang\nmới\ndòng\nnữa"),
    ("what XML cannot hold is removed", "a\x00b\x07c\ud800d\uffffe", "abcde"),
    ("clean text stays", "Ủy ban nhân dân tỉnh Đồng Tháp", "Ủy ban nhân dân tỉnh Đồng Tháp"),
    ("nothing", "", ""),
]


@pytest.mark.parametrize(("before", "after"), [row[1:] for row in CLEANED], ids=[row[0] for row in CLEANED])
def test_clean(before: str, after: str) -> None:
    assert clean(before) == after


@pytest.mark.parametrize(
    ("before", "named"),
    [
        ("Kế hoạch - 2021 – 2030\t\r\n", []),
        (unicodedata.normalize("NFD", "Kế"), ["chữ Unicode tổ hợp đổi thành Unicode dựng sẵn"]),
        ("\u00d0", ["chữ Ð hoặc ð của tiếng nước ngoài đổi thành Đ, đ"]),
        (
            "a\u00a0b\u2011c\u00ad\x00\x0c",
            [
                "dấu cách đặc biệt đổi thành dấu cách thường",
                "dấu nối đặc biệt đổi thành dấu nối thường",
                "dấu ngắt dòng, ngắt trang đặc biệt đổi thành dấu xuống dòng",
                "ký tự ẩn bị xóa",
                "ký tự điều khiển bị xóa",
            ],
        ),
    ],
)
def test_changes_are_named(before: str, named: list[str]) -> None:
    assert changes(before) == named


ODD = st.text(st.sampled_from("aeơĐ\u00d0 \u00a0\u2009-\u2011\u00ad\u200b\x00\x0c\n\t\u0300\u0301\u0302\u0323ế\ud800"))


@settings(max_examples=60)
@given(ODD)
def test_cleaning_is_final_and_named_exactly_when_it_alters(text: str) -> None:
    once = clean(text)
    assert clean(once) == once == nfc(once)
    assert bool(changes(text)) == (once != text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Số: 01/KH-SGDĐT, ngày 05/3", ["Số", "01", "KH", "SGDĐT", "ngày", "05", "3"]),
        (unicodedata.normalize("NFD", "Kế hoạch"), ["Kế", "hoạch"]),
        ("98,5% _ “GD&ĐT”", ["98", "5", "GD", "ĐT"]),
        ("…", []),
    ],
)
def test_words(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà bình", "Hòa Bình"),
        ("Uỷ ban", "ỦY BAN"),
        ("thoả thuận", "thỏa  thuận"),
        ("KHOẺ", "khỏe"),
        ("Thuý", "Thúy"),
        ("Sở\u00a0GD&ĐT ", "sở gd&đt"),
        (unicodedata.normalize("NFD", "Tòa"), "toà"),
    ],
)
def test_names_that_are_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("hòa", "hóa"), ("của", "cua"), ("Tân Hồng", "Tân Hòng")])
def test_names_that_differ(one: str, other: str) -> None:
    assert fold(one) != fold(other)
