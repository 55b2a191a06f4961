"""PDF files that other programs wrote again: turned, cut, moved or scaled pages show the same document."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from pypdf import PageObject, PdfReader, PdfWriter, Transformation
from pypdf.generic import RectangleObject

from generator.lint.evidence import Evidence
from generator.lint.gate import judge
from generator.lint.pdf import subject_of_pdf
from generator.lint.rule import chosen_rules
from generator.office import convert
from tests.lint.documents import good
from tests.lint.mutations import mutated

pytestmark = pytest.mark.office
_OF_FORM = ("PG", "HD", "NO", "DT", "TT", "CC", "KG", "ND", "NN", "PL")
_WIDE = {"section": 1, "paper": [297, 210], "orientation": "landscape"}
_FAULTS = [{"paragraph": "a) Các phòng", "align": "left"}, {"section": 0, "margins": {"left": 25}}]
_SCALES = (0.9, 0.9407, 0.95, 0.963, 0.97, 0.99, 1.03)


@cache
def _sources(folder: Path) -> tuple[bytes, bytes]:
    """Return the plan with its appendix on a wide page as PDF, without fault and with two."""
    paths = [folder / "good.docx", folder / "bad.docx"]
    for path, steps in zip(paths, ([_WIDE], [_WIDE, *_FAULTS]), strict=True):
        path.write_bytes(mutated(good("plan"), steps))
    whole, broken = convert(paths, folder / "pdf")
    return whole.read_bytes(), broken.read_bytes()


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    return _sources(tmp_path_factory.mktemp("makers"))


def _codes(data: bytes) -> set[str]:
    subject = subject_of_pdf(data, "thu.pdf")
    assert subject.evidence is Evidence.PAGE
    return {one.code for one in judge(subject, chosen_rules(_OF_FORM)).findings}


def _written_again(data: bytes, change: Callable[[PageObject], None]) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    for page in writer.pages:
        change(page)
        page.compress_content_streams()
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def _size(page: PageObject) -> tuple[float, float]:
    return float(page.mediabox.width), float(page.mediabox.height)


def _boxed(page: PageObject, media: tuple[float, ...], crop: tuple[float, ...] | None = None) -> None:
    page.mediabox = RectangleObject(media)
    page.cropbox = RectangleObject(crop or media)


def _untouched(page: PageObject) -> None:
    """Leave the page as it is."""


def _laid_on_its_side(page: PageObject) -> None:
    """Put a wide page on paper that stands, turned by /Rotate."""
    width, height = _size(page)
    if width > height:
        page.add_transformation(Transformation().rotate(90).translate(height, 0))
        _boxed(page, (0, 0, height, width))
        page.rotate(90)


def _moved(page: PageObject) -> None:
    """Let the corner of the paper be no zero."""
    width, height = _size(page)
    page.add_transformation(Transformation().translate(100, 50))
    _boxed(page, (100, 50, 100 + width, 50 + height))


def _cut(page: PageObject) -> None:
    """Put the page on larger paper, of which its CropBox shows its own size."""
    width, height = _size(page)
    _boxed(page, (-20, -30, width + 20, height + 30), (0, 0, width, height))


@pytest.mark.parametrize("change", [_untouched, _laid_on_its_side, _moved, _cut])
def test_pages_that_are_written_again_show_the_same(
    change: Callable[[PageObject], None], sources: tuple[bytes, bytes]
) -> None:
    whole, broken = sources
    assert _codes(_written_again(whole, change)) == set()
    assert _codes(_written_again(broken, change)) == {"ND-01", "PG-03"}


@pytest.mark.skipif(shutil.which("pdftocairo") is None, reason="chưa cài poppler-utils")
def test_pages_that_cairo_draws_anew_show_the_same(sources: tuple[bytes, bytes], tmp_path: Path) -> None:
    found = []
    for number, data in enumerate(sources):
        source, drawn = tmp_path / f"{number}.pdf", tmp_path / f"{number}_cairo.pdf"
        source.write_bytes(data)
        subprocess.run(["pdftocairo", "-pdf", source, drawn], check=True)
        found.append(_codes(drawn.read_bytes()))
    assert found == [set(), {"ND-01", "PG-03"}]


@pytest.mark.parametrize("scale", _SCALES)
def test_pages_made_to_fit_are_judged_by_their_words(scale: float, sources: tuple[bytes, bytes]) -> None:
    def shrink(page: PageObject) -> None:
        width, height = _size(page)
        aside = (1 - scale) / 2
        page.add_transformation(Transformation().scale(scale).translate(width * aside, height * aside))

    subject = subject_of_pdf(_written_again(sources[0], shrink), "thu.pdf")
    assert subject.evidence is Evidence.WORDS
    assert judge(subject, chosen_rules(_OF_FORM)).findings == ()
