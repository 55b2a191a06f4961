"""The gate as a witness of what render makes: no fault but those that the data themselves bring."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.cli.files.references import with_references
from generator.diagnostics import Severity
from generator.importers.registry import import_document
from generator.lint.rule import all_rules
from generator.lint.word import judge_word
from generator.model.document import Document
from generator.model.store import load_document
from generator.nd30.document_types import DOCUMENT_TYPES
from generator.ooxml.package import write_parts
from tests import corpus
from tests.lint.documents import FIELDS, OWN_FIELDS, ROOT
from tests.rendered import document, rendered
from tests.strategies import documents, plans

_GAPS = {"HD-07", "DT-01", "NO-01", "TT-02"}
"""What is missing in a plan of which only the text is known is marked in it, and not there."""
_OF_CONTENT = {
    "cà mau 2023": _GAPS | {"NN-02"},
    "cà mau 69 ngày": {"HD-07", "NO-01", "NN-02", "ND-08"},
    "sóc trăng 2023": {"HD-07"},
    "tân hồng 2023": {"HD-07", "NO-01", "DT-01"},
    "nam định 2024": _GAPS | {"CC-03"},
}
"""By plan: what its own words lack: no drafting unit after Lưu, levels 1.1, bases without issuer."""
_OF_WORDS = ("CP", "CT", "GV", "NC", "NG", "NN-04", "NN-05", "NN-06", "NV", "SL", "VD")
"""Groups that judge what the words of a plan say, which render does not make."""
_OF_THE_PAGE = {code for code in all_rules() if code.startswith("PG-")} - {"PG-05"}
"""Rules that no content can break; of the others some may: words of odd letters read like those of an old encoding."""

_SO = FIELDS["plan"]["issuer"]
_TINH = {"name": "Ủy ban nhân dân tỉnh Sông Vân", "symbol": "UBND", "place": "Sông Vân"}
_XA = {"name": "Ủy ban nhân dân xã Yên Hòa", "symbol": "UBND", "place": "Yên Hòa"}
_BAN = {"parent": "UBND tỉnh Sông Vân", "name": "Ban Chỉ đạo cải cách hành chính", "symbol": "BCĐ", "place": "Sông Vân"}
_ENDINGS: dict[str, tuple[dict[str, Any], list[tuple[str, str]], str | None, str | None]] = {
    "cấp trưởng": (_SO, [], "Giám đốc", None),
    "KT.": (_SO, [("KT.", "Giám đốc")], "Phó Giám đốc", None),
    "TL.": (_SO, [("TL.", "Giám đốc")], "Chánh Văn phòng", None),
    "TL. và KT.": (_SO, [("TL.", "Giám đốc"), ("KT.", "Chánh Văn phòng")], "Phó Chánh Văn phòng", None),
    "TUQ.": (_SO, [("TUQ.", "Giám đốc")], "Trưởng phòng Cải cách hành chính", None),
    "Q.": (_SO, [("Q.", "Giám đốc")], None, None),
    "TM.": (_TINH, [("TM.", "Ủy ban nhân dân")], "Chủ tịch", None),
    "TM. và KT.": (_XA, [("TM.", "Ủy ban nhân dân"), ("KT.", "Chủ tịch")], "Phó Chủ tịch", None),
    "TM. Ban Chỉ đạo": (_BAN, [("TM.", "Ban Chỉ đạo")], "Trưởng ban", "Phó Chủ tịch UBND tỉnh"),
}


def _findings(source: Document) -> list[str]:
    found = judge_word(write_parts(rendered(source)), "soan.docx").findings
    return [str(one) for one in found if one.severity is not Severity.HINT]


def _codes(source: Document) -> set[str]:
    found = judge_word(write_parts(rendered(source)), "soan.docx").findings
    return {one.code for one in found if one.severity is not Severity.HINT}


_SAMPLES = sorted(path for folder in ("plans", "documents") for path in (ROOT / "data" / folder).glob("*.yaml"))


@pytest.mark.parametrize("path", _SAMPLES, ids=lambda path: path.stem)
def test_the_samples_are_clean(path: Path) -> None:
    source = with_references(load_document(path.read_bytes(), path.name), path)
    assert _findings(source.resolved) == []


@pytest.mark.parametrize("kind", DOCUMENT_TYPES)
def test_every_kind_is_clean(kind: str) -> None:
    fields = {**FIELDS["regulation"], "kind": kind, **OWN_FIELDS.get(kind, {})}
    fields |= {"addressees": ["Sở Tài chính"]} if DOCUMENT_TYPES[kind].addressee == "required" else {}
    fields |= {"notation": "SNV-VP"} if kind == "dispatch" else {}
    assert _findings(document(**fields)) == []


@pytest.mark.parametrize("name", _ENDINGS)
def test_every_way_of_signing_is_clean(name: str) -> None:
    issuer, authority, position, second = _ENDINGS[name]
    signature = {
        "authority": [{"code": code, "of": of} for code, of in authority],
        "position": position,
        "second_title": second,
        "name": "Nguyễn Văn A",
    }
    fields = {**FIELDS["regulation"], "issuer": issuer, "signature": signature}
    assert _findings(document(**fields)) == []


def test_more_points_than_letters_are_no_error() -> None:
    points = [{"kind": "item", "numbering": "letter", "text": "Rà soát thủ tục hành chính", "blocks": []}] * 25
    fields = {**FIELDS["plan"], "sections": [{"numbering": "roman", "title": "Nhiệm vụ", "blocks": points}]}
    found = judge_word(write_parts(rendered(document(**fields))), "soan.docx").findings
    assert not [one for one in found if one.code == "ND-07" and one.severity is not Severity.HINT]


@corpus.needs_corpus
@pytest.mark.parametrize("name", corpus.FILES)
def test_a_real_plan_rendered_anew_has_no_fault_but_what_its_text_lacks(name: str) -> None:
    imported = import_document(corpus.source(name), corpus.FILES[name]).document
    assert {code for code in _codes(imported) if not code.startswith(_OF_WORDS)} == _OF_CONTENT[name]


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.one_of(documents, plans))
def test_whatever_the_words_the_page_is_right(source: Document) -> None:
    assert not _codes(source) & _OF_THE_PAGE
