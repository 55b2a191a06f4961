"""The properties of a file, from the document alone."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from generator.render.properties import CORE, core_properties, title
from tests.rendered import document, rendered

FULL = {
    "issuer": {"name": "Sở Nội vụ & Lao động"},
    "subject": "Cải cách\n**hành chính** năm 2027",
    "date": "2026-12-31",
}


def _properties(**fields: Any) -> dict[str, str]:
    root = etree.fromstring(core_properties(document("plan", **fields)))
    return {etree.QName(child).localname: child.text or "" for child in root}


def test_title_author_language_and_dates_are_those_of_the_document() -> None:
    assert _properties(**FULL) == {
        "title": "Kế hoạch Cải cách hành chính năm 2027",
        "creator": "Sở Nội vụ & Lao động",
        "language": "vi-VN",
        "created": "2026-12-31T00:00:00Z",
        "modified": "2026-12-31T00:00:00Z",
    }


@pytest.mark.parametrize("date", [None, "2026-12", "2026"])
def test_a_day_not_yet_known_leaves_no_dates(date: str | None) -> None:
    assert set(_properties(**{**FULL, "date": date})) == {"title", "creator", "language"}


@pytest.mark.parametrize(
    ("kind", "subject", "expected"),
    [
        ("dispatch", "triển khai kế hoạch", "triển khai kế hoạch"),
        ("report", None, "Báo cáo"),
        ("dispatch", None, ""),
    ],
)
def test_the_title_of_a_file(kind: str, subject: str | None, expected: str) -> None:
    assert title(document(kind, subject=subject)) == expected


def test_the_rendered_file_bears_them() -> None:
    source = document("plan", **FULL)
    assert rendered(source)[CORE] == core_properties(source)
