"""``vanban render --pdf`` and ``--pdfa`` with the real LibreOffice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.office import find_soffice

Run = Callable[..., tuple[int, str, str]]
SAMPLE = Path(__file__).parents[2] / "data/documents/thong_bao_hop_giao_ban.yaml"

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(find_soffice() is None, reason="chưa cài LibreOffice (libreoffice-writer-nogui)"),
]


@pytest.mark.parametrize(
    ("options", "archival"), [(("--pdf",), False), (("--pdfa",), True), (("--pdf", "--pdfa"), True)]
)
def test_pdf_stands_beside_the_word_file(run: Run, tmp_path: Path, options: tuple[str, ...], *, archival: bool) -> None:
    code, out, _ = run("render", SAMPLE, "-o", "ra", *options)
    assert code == 0
    assert out.count("Đã ghi") == 2
    pdf = (tmp_path / "ra/thong_bao_hop_giao_ban.pdf").read_bytes()
    assert (b"<pdfaid:part>2</pdfaid:part>" in pdf) is archival
