"""Pictures in a rendered file: media, relationship, content type, size, words for those who cannot see it."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from generator.errors import DataError
from generator.ooxml.package import CONTENT_TYPES
from generator.ooxml.wml import NAMESPACES
from tests.rendered import document, in_style, jpeg, main_part, paragraph_text, png, rendered, texts

CLOSING = "Trên đây là báo cáo, đề nghị các cơ quan, đơn vị thực hiện nghiêm túc và báo cáo kết quả đúng thời hạn."
"""More than a line, so that no picture stays with the signature."""
_RELATIONSHIPS = "word/_rels/document.xml.rels"


def _rendered(*pictures: dict[str, Any], **files: bytes) -> dict[str, bytes]:
    blocks = [{"kind": "picture", "alt": "Sơ đồ", **picture} for picture in pictures]
    named = {name.replace("_", "."): data for name, data in files.items()}
    return rendered(document(sections=[{"blocks": blocks}], closing=[CLOSING]), pictures=named)


def _found(parts: dict[str, bytes], path: str) -> list[Any]:
    return list(main_part(parts).xpath(path, namespaces=NAMESPACES))


def _targets(parts: dict[str, bytes]) -> dict[str, str]:
    root = etree.fromstring(parts[_RELATIONSHIPS])
    return {one.get("Id", ""): one.get("Target", "") for one in root if (one.get("Type") or "").endswith("/image")}


def test_a_picture_is_stored_and_shown() -> None:
    parts = _rendered({"file": "a.png", "title": "Hình 1. Sơ đồ"}, a_png=png())
    (shown,) = _found(parts, "//a:blip/@r:embed")
    assert parts[f"word/{_targets(parts)[shown]}"] == png()
    assert 'Extension="png"' in parts[CONTENT_TYPES].decode()
    assert 'ContentType="image/png"' in parts[CONTENT_TYPES].decode()
    assert "Hình 1. Sơ đồ" in texts(parts)


def test_the_title_of_a_picture_at_the_end_of_the_text_bears_no_end_mark() -> None:
    blocks = [{"kind": "picture", "file": "a.png", "alt": "Sơ đồ", "title": "Hình 1. Sơ đồ"}]
    assert "Hình 1. Sơ đồ" in texts(rendered(document(sections=[{"blocks": blocks}]), pictures={"a.png": png()}))


def test_a_picture_used_twice_is_stored_once_and_shown_under_two_numbers() -> None:
    parts = _rendered({"file": "a.png"}, {"file": "b.jpg"}, {"file": "a.png"}, a_png=png(), b_jpg=jpeg())
    media = [name for name in parts if name.startswith("word/media/")]
    assert sorted(name.rsplit(".")[-1] for name in media) == ["jpg", "png"]
    first, second, third = _found(parts, "//a:blip/@r:embed")
    assert first == third != second
    assert _found(parts, "//wp:docPr/@id") == ["1", "2", "3"]


def test_the_words_for_a_picture_are_text() -> None:
    parts = _rendered({"file": "a.png", "alt": 'Sơ đồ "A" & <B>'}, a_png=png())
    assert _found(parts, "//wp:docPr/@descr") == ['Sơ đồ "A" & <B>']


@pytest.mark.parametrize(
    ("size", "width", "printed"),
    [
        ((300, 200), None, (120, 80)),
        ((300, 200), 60, (60, 40)),
        ((300, 200), 500, (160, 107)),
        ((30000, 1), 30, (30, 0)),
        ((1, 30000), 30, (0, 249)),
        ((300, 3000), None, (25, 249)),
        ((300, 3000), 900, (25, 249)),
    ],
)
def test_a_picture_keeps_its_shape_and_stays_between_the_margins(
    size: tuple[int, int], width: float | None, printed: tuple[int, int]
) -> None:
    parts = _rendered({"file": "a.png", "width": width}, a_png=png(*size))
    (extent,) = _found(parts, "//wp:extent")
    across, down = int(extent.get("cx")), int(extent.get("cy"))
    assert (round(across / 36000), round(down / 36000)) == printed
    assert down > 0


def _size(title: str | None, **fields: Any) -> tuple[int, int]:
    """Width and height in mm of a picture ten times as high as wide that could be as wide as the page."""
    picture = {"kind": "picture", "file": "a.png", "alt": "Sơ đồ", "width": 900, "title": title}
    whole = {"closing": [CLOSING], "sections": [{"blocks": [picture]}], **fields}
    if "orientation" in fields:
        before = {"kind": "paragraph", "text": CLOSING}
        whole = {"appendices": [{"title": "Hình", "blocks": [before, picture], **fields}]}
    (extent,) = _found(rendered(document(**whole), pictures={"a.png": png(300, 3000)}), "//wp:extent")
    return round(int(extent.get("cx")) / 36000), round(int(extent.get("cy")) / 36000)


@pytest.mark.parametrize(
    ("title", "height"), [(None, 249), ("Hình 1", 240), ("Hình 1\nSơ đồ", 231), ("dài " * 2000, 64)]
)
def test_a_high_picture_leaves_room_for_its_title(title: str | None, height: int) -> None:
    across, down = _size(title)
    assert abs(down - height) < 4
    assert across == round(down / 10)


def test_on_a_landscape_page_a_picture_is_no_higher_than_that() -> None:
    assert _size(None, orientation="landscape")[1] <= 170 < _size(None, orientation="portrait")[1]


def _keeping(*pictures: dict[str, Any], **fields: Any) -> list[bool]:
    """Tell of each picture whether its paragraph stays with the next one."""
    blocks = [{"kind": "picture", "file": "a.png", "alt": "Sơ đồ", **picture} for picture in pictures]
    source = document(**fields, appendices=[{"title": "Hình", "blocks": blocks}], sections=[{"blocks": blocks}])
    paragraphs = _found(rendered(source, pictures={"a.png": png()}), "//wp:inline/ancestor::w:p")
    return [bool(one.xpath("w:pPr/w:keepNext", namespaces=NAMESPACES)) for one in paragraphs]


def test_a_picture_stays_with_its_title_alone() -> None:
    kept = _keeping({}, {"title": "Hình 1"}, {}, closing=[CLOSING])
    assert kept == [False, True, False] * 2


def test_a_picture_at_the_end_of_the_text_stays_with_the_signature() -> None:
    assert _keeping({}, {}) == [False, True, False, False]


def test_a_picture_at_the_end_of_the_text_leaves_the_signature_half_a_page() -> None:
    assert _size(None, closing=[])[1] <= 128
    assert _size(None, closing=["Trân trọng."])[1] <= 128


def test_a_picture_that_opens_an_appendix_stays_with_its_head() -> None:
    picture = {"kind": "picture", "file": "a.png", "alt": "Sơ đồ", "width": 900}
    heights = []
    for title in ("Sơ đồ", "Sơ đồ của cơ quan " * 10, "Sơ đồ của cơ quan " * 200):
        source = document(appendices=[{"title": title, "blocks": [picture]}])
        (extent,) = _found(rendered(source, pictures={"a.png": png(300, 3000)}), "//wp:extent")
        heights.append(round(int(extent.get("cy")) / 36000))
    short, long, longest = heights
    assert 200 < short < 240
    assert 170 < long < short
    assert longest == 249


def test_the_title_of_a_picture_lets_the_next_one_go() -> None:
    blocks = [{"kind": "picture", "file": "a.png", "alt": "Sơ đồ", "title": f"Hình {number}"} for number in (1, 2)]
    parts = rendered(document(sections=[{"blocks": blocks}], closing=[CLOSING]), pictures={"a.png": png()})
    titles = _found(parts, "//w:p[w:pPr/w:pStyle/@w:val='TenHinh']")
    assert [paragraph_text(one) for one in titles] == ["Hình 1", "Hình 2"]
    assert not [one for one in titles if one.xpath("w:pPr/w:keepNext", namespaces=NAMESPACES)]
    assert not in_style(parts, "TenBang")


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({}, "không tìm thấy tệp hình «a.png»"),
        ({"a_png": b"GIF89a"}, "tệp «a.png» không phải hình PNG hoặc JPEG"),
        ({"a_png": b""}, "tệp «a.png» không phải hình PNG hoặc JPEG"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_named(files: dict[str, bytes], says: str) -> None:
    with pytest.raises(DataError, match=says):
        _rendered({"file": "a.png"}, **files)


def test_without_pictures_the_package_is_left_alone() -> None:
    parts = _rendered(a_png=png())
    assert not [name for name in parts if "media" in name]
    assert _targets(parts) == {}
