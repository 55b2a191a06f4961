"""The validator tells valid files from invalid ones, many in one go."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement

from tests import ooxml_sdk
from tests.ooxml_sdk import validate

pytestmark = pytest.mark.sdk


def test_each_file_gets_its_own_verdict(tmp_path: Path) -> None:
    valid, invalid, broken = (tmp_path / f"{name} số 1.docx" for name in ("đúng", "sai", "hỏng"))
    document = docx.Document()
    document.add_paragraph("Kế hoạch")
    document.save(str(valid))
    properties = document.paragraphs[0].paragraph_format.element.get_or_add_pPr()
    properties.append(OxmlElement("w:jc"))
    properties.append(OxmlElement("w:ind"))
    document.save(str(invalid))
    broken.write_text("không phải Word", "utf-8")
    verdicts = validate([valid, invalid, broken])
    assert list(verdicts) == [valid, invalid, broken]
    assert verdicts[valid] == []
    assert verdicts[invalid][0].startswith("/word/document.xml, /w:document[1]/w:body[1]/w:p[1]/w:pPr[1]: ")
    assert "unexpected child element" in verdicts[invalid][0]
    assert verdicts[broken] == ["File contains corrupted data."]


def test_no_files_have_no_verdicts() -> None:
    assert validate([]) == {}


def test_missing_validator_skips_with_the_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ooxml_sdk, "PACKAGES", tmp_path)
    with pytest.raises(pytest.skip.Exception, match="make validator"):
        validate([tmp_path / "a.docx"])
