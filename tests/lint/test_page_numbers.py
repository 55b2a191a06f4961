"""Which pages of a PDF must bear a number: those that surely go on counting."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.lint.evidence import Evidence
from generator.lint.page_numbers import has_second_page
from generator.lint.text import subject_of_text
from generator.ooxml.formatting.values import Margins, Section
from tests.lint.documents import good
from tests.lint.test_text import as_text

_SHEET = Section(0, 210, 297, Margins(*[float("nan")] * 6))


@pytest.mark.parametrize(("body_pages", "goes_on"), [(1, False), (2, True)])
def test_a_page_that_an_appendix_opens_may_be_the_first_of_its_own_count(body_pages: int, goes_on: bool) -> None:
    read = subject_of_text(as_text(good("plan")), "thu.txt")
    openings = [part.label.lines[0] for part in read.reading.appendices if part.label]
    numbers = [line.first or 0 for line in read.reading.lines]
    pages = {number: 1 + sum(opening <= number for opening in openings) for number in numbers}
    later = {number: page + body_pages - 1 for number, page in pages.items() if number >= openings[0] - 4}
    places = {number: (page, 1) for number, page in {**pages, **later}.items()}
    seen = replace(read, evidence=Evidence.PAGE, places=places)
    assert has_second_page(seen, [_SHEET]) is goes_on
