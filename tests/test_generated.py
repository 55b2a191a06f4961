"""The files made from the code are committed as the code makes them now."""

from pathlib import Path

import pytest

from tools.generated import ROOT, generated

FILES = generated()


@pytest.mark.parametrize("path", FILES, ids=str)
def test_a_made_file_is_current(path: Path) -> None:
    assert (ROOT / path).read_text("utf-8") == FILES[path], "hãy chạy: make generated"
