"""Legal bases and the preamble."""

from __future__ import annotations

import pytest

from generator.reading.bases import bases_of, is_basis, preamble_of
from generator.reading.lines import Line
from generator.reading.reading import Basis

PLAN = "Kế hoạch số 192/KH-UBND ngày 20/12/2022 của Ủy ban nhân dân tỉnh về cải cách hành chính"


def lines(*texts: str) -> list[Line]:
    return [Line(text, (number,)) for number, text in enumerate(texts, start=1)]


@pytest.mark.parametrize(
    "text",
    [
        f"Căn cứ {PLAN};",
        "Căn cứ các hướng dẫn về việc xây dựng kế hoạch",
        f"Thực hiện {PLAN}",
        "Thực hiện chương trình công tác;",
        "Theo đề nghị của Chánh Văn phòng.",
    ],
)
def test_what_is_a_basis(text: str) -> None:
    assert is_basis(text)


@pytest.mark.parametrize(
    "text", ["Thực hiện cải cách hành chính năm 2023", "I. Căn cứ", "- Căn cứ Luật", "Sở ban hành", ""]
)
def test_what_is_none(text: str) -> None:
    assert not is_basis(text)


def test_one_basis_a_line() -> None:
    bases, preamble, length = bases_of(lines(f"Căn cứ {PLAN};", f"Thực hiện {PLAN},", "Sở Nội vụ ban hành như sau:"))
    assert bases.items == (Basis("Căn cứ", PLAN, ";", (1,)), Basis("Thực hiện", PLAN, ",", (2,)))
    assert (bases.running, preamble, length) == (False, (), 2)


def test_a_lead_of_several_words() -> None:
    bases, _, _ = bases_of(lines("Theo đề nghị của Chánh Văn phòng Sở."))
    assert bases.items == (Basis("Theo đề nghị của", "Chánh Văn phòng Sở", ".", (1,)),)


def test_one_running_paragraph() -> None:
    """The separators may be semicolons or commas; the office's own name begins the preamble."""
    text = (
        "Thực hiện Quyết định số 2084/QĐ-UBND ngày 28/9/2021 của UBND tỉnh ban hành Chương trình tổng thể;"
        " Kế hoạch số 111/KH-UBND ngày 29/9/2021 của UBND tỉnh về cải cách hành chính,"
        " Kế hoạch số 99/KH-SNV ngày 20/8/2021 về nâng cao chỉ số, Sở Nội vụ xây dựng Kế hoạch như sau:"
    )
    bases, preamble, length = bases_of(lines(text, "I. MỤC TIÊU"))
    assert [(basis.lead, basis.text.split(" ngày")[0], basis.end) for basis in bases.items] == [
        ("Thực hiện", "Quyết định số 2084/QĐ-UBND", ";"),
        ("", "Kế hoạch số 111/KH-UBND", ","),
        ("", "Kế hoạch số 99/KH-SNV", ","),
    ]
    assert (bases.running, preamble[0].text, length) == (True, "Sở Nội vụ xây dựng Kế hoạch như sau:", 1)


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện nhiệm vụ được giao, Sở Nội vụ xây dựng Kế hoạch như sau:",
        f"Thực hiện {PLAN} với các nội dung như sau:",
    ],
)
def test_a_paragraph_that_cannot_be_split_is_all_preamble(text: str) -> None:
    bases, preamble, _ = bases_of(lines(text))
    assert (bases.items, bases.running, preamble[0].text) == ((), False, text)


class TestPreamble:
    def test_it_goes_up_to_the_first_label(self) -> None:
        preamble, length = preamble_of(lines("Sở ban hành.", "Nội dung.", "I. MỤC TIÊU"))
        assert ([one.text for one in preamble], length) == (["Sở ban hành.", "Nội dung."], 2)

    def test_a_colon_ends_it(self) -> None:
        assert preamble_of(lines("Sở ban hành như sau:", "Đoạn đầu.", "I. MỤC TIÊU"))[1] == 1

    def test_a_text_without_labels_has_none(self) -> None:
        assert preamble_of(lines("Một.", "Hai.")) == ((), 0)


@pytest.mark.parametrize(
    "text",
    [
        f"Thực hiện {PLAN}, Sở Nội vụ yêu cầu các phòng báo cáo trước ngày 15/3/2027.",
        "Căn cứ tình hình thực tế, đơn vị xác định số lượng hồ sơ cần rà soát.",
        "Căn cứ chức năng, nhiệm vụ được giao, Sở Nội vụ đề nghị các đơn vị rà soát.",
    ],
)
def test_a_sentence_of_the_body_is_no_basis(text: str) -> None:
    bases, _, length = bases_of(lines(text))
    assert (bases.items, length) == ((), 0)


@pytest.mark.parametrize(
    "text",
    [
        f"Căn cứ {PLAN}, Sở Nội vụ ban hành kế hoạch như sau:",
        "Căn cứ Thông tư số 12/2020/TT-BGDĐT của Bộ Giáo dục và Đào tạo hướng dẫn về Sở, Phòng Giáo dục và Đào tạo;",
        "Căn cứ chức năng, nhiệm vụ được giao.",
    ],
)
def test_a_basis_stays_one(text: str) -> None:
    assert bases_of(lines(text))[2] == 1
