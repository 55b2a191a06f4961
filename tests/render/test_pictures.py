"""Pictures in a rendered file: media, relationship, content type, size, words for those who cannot see it."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from generator.errors import DataError
from generator.ooxml.package import CONTENT_TYPES
from generator.ooxml.wml import NAMESPACES
from tests.rendered import document, jpeg, main_part, png, rendered, texts

_RELATIONSHIPS = "word/_rels/document.xml.rels"


def _rendered(*pictures: dict[str, Any], **files: bytes) -> dict[str, bytes]:
    blocks = [{"kind": "picture", "alt": "Sơ đồ", **picture} for picture in pictures]
    named = {name.replace("_", "."): data for name, data in files.items()}
    return rendered(document(sections=[{"blocks": blocks}]), pictures=named)


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
    assert "Hình 1. Sơ đồ./." in texts(parts)


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
