"""The five real plans beside the checkout, for tests that read them; they skip where the texts are absent."""

from __future__ import annotations

from pathlib import Path

import pytest

CORPUS = Path(__file__).parents[1] / "../shared/corpus"
FILES = {
    "cà mau 2023": "000_536c214e68d923fb.txt",
    "cà mau 69 ngày": "001_b3ed982d28e6e519.txt",
    "sóc trăng 2023": "002_28af4962b677612f.txt",
    "tân hồng 2023": "003_15db510c7968f181.txt",
    "nam định 2024": "004_d239cac37381e105.txt",
}
"""The plans by the names that tests call them."""

needs_corpus = pytest.mark.skipif(not CORPUS.is_dir(), reason="không có kho văn bản mẫu ../shared/corpus")


def source(name: str) -> bytes:
    """Return the bytes of a plan."""
    return (CORPUS / FILES[name]).read_bytes()
