"""Legal bases: printed from the parts of a citation or in the words of a source."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from generator.model.basis import LegalBasis
from generator.vietnamese.marks import parse_marks, plain

DECREE = {
    "type": "Nghị định",
    "number": "30/2020/NĐ-CP",
    "date": "2020-03-05",
    "issuer": "Chính phủ",
    "title": "về công tác văn thư",
}
LAW = {"type": "Luật", "title": "Tổ chức chính quyền địa phương", "date": "2025-06-16"}
DECREE_IN_FULL = "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"


@pytest.mark.parametrize(
    ("values", "printed"),
    [
        ({"citation": DECREE}, f"Căn cứ {DECREE_IN_FULL}"),
        ({"citation": DECREE, "lead": "Thực hiện"}, f"Thực hiện {DECREE_IN_FULL}"),
        ({"citation": LAW}, "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"),
        ({"lead": "Theo đề nghị của", "text": "Chánh Văn phòng Sở"}, "Theo đề nghị của Chánh Văn phòng Sở"),
        ({"text": "Xét tình hình thực tế"}, "Xét tình hình thực tế"),
        ({"lead": "Căn cứ"}, None),
        ({}, None),
    ],
)
def test_a_basis_is_printed_without_its_end_mark(values: dict[str, Any], printed: str | None) -> None:
    assert LegalBasis.model_validate(values).printed == printed


def test_stars_of_a_citation_are_text_and_those_of_a_source_are_marks() -> None:
    cited = LegalBasis.model_validate({"citation": {**DECREE, "title": "về *một* việc"}})
    assert plain(cited.printed or "").endswith("về *một* việc")
    worded = LegalBasis(lead="Căn cứ", text="**Kế hoạch** số 5")
    assert [run.text for run in parse_marks(worded.printed or "") if run.bold] == ["Kế hoạch"]


def test_stars_of_lead_and_text_do_not_pair() -> None:
    assert plain(LegalBasis(lead="Căn cứ *", text="Kế hoạch * năm").printed or "") == "Căn cứ * Kế hoạch * năm"


def test_a_basis_is_either_cited_or_worded() -> None:
    for other in ({"text": "Nghị định"}, {"document": "nghi_dinh.yaml"}):
        with pytest.raises(ValidationError, match="chỉ được ghi một trong ba"):
            LegalBasis.model_validate({"citation": DECREE, **other})


@pytest.mark.parametrize(
    ("title", "says"),
    [("về\x01việc", "U+0001"), ("về\nviệc", "một dòng"), ("   ", "at least 1 character")],
)
def test_a_citation_holds_only_what_word_can_hold(title: str, says: str) -> None:
    with pytest.raises(ValidationError, match=says.replace("+", r"\+")):
        LegalBasis.model_validate({"citation": {**DECREE, "title": title}})


def test_a_citation_is_composed_unicode() -> None:
    basis = LegalBasis.model_validate({"citation": {"type": "Nghi\u0323 quyê\u0301t"}})
    assert basis.citation is not None
    assert basis.citation.type == "Nghị quyết"


@pytest.mark.parametrize(
    ("values", "numbers"),
    [
        ({"citation": DECREE}, ["30/2020/NĐ-CP"]),
        ({"lead": "Căn cứ", "text": DECREE_IN_FULL}, ["30/2020/NĐ-CP"]),
        ({"text": "Nghị quyết số 76/NQ-CP ngày 15/7/2021 và Quyết định số 12/QĐ-TTg"}, ["76/NQ-CP", "12/QĐ-TTg"]),
        ({"text": "Nghị định số 1/2025/NĐ-CP sửa đổi Nghị định số 2/2020/NĐ-CP"}, ["1/2025/NĐ-CP"]),
        ({"text": "Xét đề nghị của Trưởng phòng"}, []),
        ({}, []),
    ],
)
def test_the_documents_that_a_basis_rests_on(values: dict[str, Any], numbers: list[str]) -> None:
    assert [one.number for one in LegalBasis.model_validate(values).citations] == numbers
