"""The citations of a document as facts, and what real plans say of theirs."""

from __future__ import annotations

import datetime
import time
from dataclasses import replace

import pytest

from generator.lint.citations import Cited
from generator.lint.gate import judge
from generator.lint.registered import is_central, is_unknown, registered, title_overlap
from generator.lint.rule import chosen_rules
from generator.lint.subject import Subject
from generator.lint.text import subject_of_text
from generator.registers.catalog import bundled_legal_register
from tests.corpus import needs_corpus, source

HEAD = """ỦY BAN NHÂN DÂN TỈNH SÔNG VÂN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 15/KH-UBND
Sông Vân, ngày 09 tháng 3 năm 2026

KẾ HOẠCH
Cải cách hành chính năm 2026

"""


def subject(*lines: str, on: datetime.date | None = None) -> Subject:
    read = subject_of_text((HEAD + "\n\n".join(lines)).encode(), "van_ban.txt")
    return replace(read, register=bundled_legal_register(), on=on)


def only(text: str) -> Cited:
    (one,) = subject(text).citations
    return one


def found(judged: Subject, *codes: str) -> list[str]:
    return [f"{one.code} {one.found}" for one in judge(judged, chosen_rules(codes or ["VD"])).findings]


def test_a_citation_knows_its_pieces_and_its_place() -> None:
    (one,) = subject(
        "I. NHIỆM VỤ", "Theo Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ về một cửa."
    ).citations
    assert (one.count, one.symbol, one.symbol_year, one.year) == ("118", "/2025/NĐ-CP", 2025, 2025)
    assert (one.name, one.spot.paragraph) == ("Nghị định số 118/2025/NĐ-CP", 12)
    assert one.spot.quote == "Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ về một cửa"
    assert (one.is_direct, one.is_law, one.is_of_party, one.is_basis) == (True, False, False, False)


def test_laws_documents_of_the_party_and_numbers_apart_from_their_kind_are_known() -> None:
    assert only("Thi hành Luật Lưu trữ ngày 21/6/2024.").is_law
    assert only("Thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị.").is_of_party
    assert not only("Thực hiện Kế hoạch triển khai QĐ số 282/QĐ-TTg.").is_direct


def test_the_note_of_an_appendix_cites_the_document_itself() -> None:
    note = "(Kèm theo Kế hoạch số 15/KH-UBND ngày 09 tháng 3 năm 2027 của Ủy ban nhân dân tỉnh)"
    assert subject("I. NHIỆM VỤ", "Phụ lục", "DANH MỤC NHIỆM VỤ", note).citations == ()
    assert only("Thực hiện Quy chế ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 05/01/2026.").count == "12"


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Nghị định số 61/2018/NĐ-CP ngày 23/4/2018", "nd-61-2018"),
        ("Nghị định số 61/2018/NĐ-CP ngày 24/3/2018", "nd-61-2018"),
        ("Quyết định số 942/QĐ-TTg ngày 05/8/2022", None),
        ("Luật Lưu trữ ngày 11 tháng 11 năm 2011", "luat-01-2011"),
        ("Luật Lưu trữ ngày 12 tháng 11 năm 2011", "luat-01-2011"),
        ("Luật Lưu trữ", None),
        ("Luật Giáo dục đại học ngày 18 tháng 6 năm 2012", None),
        ("Luật Căn cước công dân", None),
        ("Luật Giáo dục nghề nghiệp ngày 10 tháng 12 năm 2025", None),
        ("Luật sửa đổi một số điều của Luật Cán bộ, công chức và Luật Viên chức ngày 25/11/2019", "luat-52-2019"),
        ("Công văn số 4625/BNV-CCHC ngày 02/7/2025", "cv-4625-bnv"),
    ],
)
def test_the_register_tells_which_document_is_meant(text: str, id: str | None) -> None:
    first = subject(f"Thực hiện {text}.").citations[0]
    act = registered(first, bundled_legal_register())
    assert (act and act.id) == id


def test_a_law_without_date_that_may_be_one_of_several_is_not_unknown() -> None:
    register = bundled_legal_register()
    said = {text: is_unknown(only(f"Theo {text}."), register) for text in ("Luật Lưu trữ", "Luật Đất đai")}
    assert said == {"Luật Lưu trữ": False, "Luật Đất đai": True}
    assert is_unknown(only("Theo Luật Lưu trữ ngày 21/6/2023."), register)
    assert not is_central(only("Theo Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam."))


def test_documents_of_central_authorities_are_told_from_local_ones() -> None:
    for number in ("76/NQ-CP", "18/2025/TT-BNV", "57-NQ/TW", "202/2025/QH15", "23/CT-TTg", "4625/BNV-CCHC"):
        assert is_central(only(f"Theo Văn bản số {number}.")) == (number != "4625/BNV-CCHC"), number
    for number in ("15/QĐ-UBND", "12/NQ-HĐND", "09-NQ/TU", "698/SGDĐT-VP"):
        assert not is_central(only(f"Theo Văn bản số {number}.")), number


def test_titles_share_words_or_are_too_short_to_tell() -> None:
    assert title_overlap("về cơ chế một cửa", "về thực hiện cơ chế một cửa, một cửa liên thông") == 1
    assert title_overlap("về kinh phí", "về công tác văn thư") == 1
    assert title_overlap("về thi đua, khen thưởng", "về quản lý tài sản công") < 0.3


def test_a_document_without_a_date_is_held_against_the_day_of_judging() -> None:
    undated = "Thực hiện Quyết định số 15/QĐ-UBND ngày 12/5/2026 của UBND tỉnh về hội họp."
    draft = subject_of_text(undated.encode(), "du_thao.txt")
    assert found(draft, "VD-07") == []
    assert found(replace(draft, on=datetime.date(2026, 5, 12)), "VD-07") == []
    assert found(replace(draft, on=datetime.date(2026, 5, 11)), "VD-07") == [
        "VD-07 «Quyết định số 15/QĐ-UBND» ngày 12/5/2026"
    ]


def test_a_text_is_judged_like_a_word_file() -> None:
    bases = (
        "Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ về thực hiện cơ chế một cửa;",
        "Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;",
        "Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:",
        "I. NHIỆM VỤ",
        "1. Báo cáo trước ngày 31/11/2026.",
    )
    assert found(subject(*bases)) == [
        "VD-09 «Nghị định số 61/2018/NĐ-CP» hết hiệu lực từ ngày 01/7/2025",
        "VD-12 «Luật Lưu trữ» đứng sau «Nghị định số 61/2018/NĐ-CP»",
        "VD-06 «31/11/2026»: ngày 31/11/2026 không có trong lịch",
    ]


RIGHT = """
Ngày 30/4 và ngày 01/5, ngày 02/9 hằng năm; tỷ lệ 29/31; kỳ 15/12/2025 - 14/3/2026; lần 30/2 và 31/4 của bảng.
Hồ sơ mã 2.001234.000.00.00.H45; ngạch 06.031; tài khoản 3741.0.1234567; nhà số 31/2/2025 đường A; thửa 31/4.
Năm 2025: 20015 hồ sơ; tăng 20150 lượt so với năm 2025; chi 19500 nghìn đồng; ISO 14001:2015/Amd 1:2024.
Quyết định số 02/2017/QĐ-UBND ngày 12/01/2017 được thay thế bởi Quyết định số 15/2024/QĐ-UBND ngày 20/6/2024.
Thông báo kết luận số 123-TB/TU ngày 05/01/2026; Thông báo số 12-KL/TU; Kết luận thanh tra số 12/KL-TTr.
Chương trình hành động số 21-CTr/TU ngày 02/01/2026; Chương trình hành động số 35/CTHĐ-UBND ngày 09/02/2026.
Công văn số 12/CV-SNV ngày 02/01/2026; Công văn số 45/TTr-NV; Công văn số 77/TTBC-VP; Công văn số 123/UBND.
Tờ trình số 12/TTr-SNV ngày 05/01/2026 của Sở Nội vụ; Tờ trình số 12/TTr-STC ngày 06/01/2026 của Sở Tài chính.
Hợp đồng số 15/2026/HĐ-KT ngày 05/01/2026; Hợp đồng số 12/HĐKT; Quyết định số 12/QĐ-CTUBND ngày 06/01/2026.
Nghị quyết số 12/NQ-HĐND ngày 10/12/2025 và Nghị quyết số 12/2025/NQ-HĐND ngày 10/12/2025 của HĐND tỉnh.
Nghị quyết 954/2020/UBTVQH14 ngày 02/6/2020; Nghị quyết số 1656/NQ-UBTVQH15 ngày 16/6/2025.
Thông tư liên tịch số 71/2014/TTLT-BTC-BNV ngày 30/5/2014 của Bộ Tài chính, Bộ Nội vụ.
Luật số 64/2025/QH15 được sửa đổi, bổ sung bởi Luật số 87/2025/QH15; Lệnh số 12/2025/L-CTN ngày 09/12/2025.
Quy định số 366-QĐ/TW; Quy chế số 05-QC/TU; Quy định số 12/QyĐ-SNV; Hướng dẫn số 36-HD/VPTW ngày 03/4/2018.
Nghị định số 187/CP ngày 06/12/1994; Quyết định số 208-CT ngày 05/01/1990; Quyết định số 80-HĐBT.
Kế hoạch số 12/KH-UBND ngày 08/01/2026 của UBND tỉnh Sông Vân; Kế hoạch số 12/KH-UBND ngày 08/01/2026 của UBND xã A.
Kế hoạch số 12/KH-SNV-CCHC ngày 08/01/2026; Kế hoạch số 12/KH-SNV ngày 08/01/2026.
Quyết định 06/QĐ-TTg ngày 06 tháng 01 năm 2022 của Thủ tướng; Quyết định số 06/QĐ-TTg của Thủ tướng Chính phủ.
Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Hội nghị lần thứ sáu; Nghị quyết số 18-NQ/TW ngày 16/6/2022.
Nghị định 61/2018/NĐ-CP ngày 23-4-2018, có hiệu lực ngày 21/6/2018; Nghị định số 61/2018/NĐ-CP ngày 23/04/2018.
"""


@pytest.mark.parametrize("line", RIGHT.strip().splitlines())
def test_right_words_are_no_fault(line: str) -> None:
    codes = [rule.code for rule in chosen_rules(["VD"], ["VD-08"])]
    assert found(subject("I. NHIỆM VỤ", f"- {line}"), *codes) == []


SEEN = {
    "cà mau 2023": ["VD-04", "VD-08", "VD-10"],
    "cà mau 69 ngày": ["VD-01", "VD-02", "VD-03"],
    "sóc trăng 2023": [],
    "tân hồng 2023": [],
    "nam định 2024": ["VD-06", "VD-08"],
}


@needs_corpus
@pytest.mark.parametrize("name", SEEN)
def test_real_plans_have_these_faults_and_no_others(name: str) -> None:
    judged = replace(subject_of_text(source(name), name), register=bundled_legal_register())
    assert sorted({one.code for one in judge(judged, chosen_rules(["VD"])).findings}) == SEEN[name]


@needs_corpus
def test_the_mistakes_of_real_plans_are_named() -> None:
    def said(name: str) -> str:
        judged = replace(subject_of_text(source(name), name), register=bundled_legal_register())
        return "\n".join(map(str, judge(judged, chosen_rules(["VD"])).findings))

    assert "ngày 24/3/2018; cần: sổ ghi ngày 23/4/2018" in said("cà mau 2023")
    assert "«Nghị định số 107/NĐ-CP» thiếu năm trong ký hiệu" in said("cà mau 2023")
    assert "ngày 01/3/2023; cần: một ngày ban hành; dòng 5 ghi ngày 28/02/2023" in said("cà mau 69 ngày")
    assert "năm 20015 có năm chữ số (và 4 đoạn khác)" in said("nam định 2024")


def test_the_rules_are_linear_in_the_citations() -> None:
    def seconds(count: int) -> float:
        numbers = range(1, count + 1)
        lines = (f"- Thực hiện Kế hoạch số {one}/KH-UBND ngày 05/01/2026 của UBND tỉnh về kỳ {one}." for one in numbers)
        judged = subject("I. NHIỆM VỤ", *lines)
        assert len(judged.citations) == count
        rules = chosen_rules(["VD"])
        start = time.process_time()
        judge(judged, rules)
        return time.process_time() - start

    seconds(50)
    assert seconds(1600) < 12 * seconds(400)


@pytest.mark.parametrize(
    "basis",
    [
        "Căn cứ Quyết định số 217-QĐ/TW và Quyết định số 218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị ban hành Quy chế;",
        "Căn cứ Nghị quyết liên tịch số 19/2008/NQLT/CP-UBTUMTTQVN ngày 22/8/2008 của Chính phủ về việc phối hợp;",
        "Căn cứ Kết luận số 127-KL/TW ngày 28/02/2025 của Bộ Chính trị, Ban Bí thư về triển khai việc sắp xếp;",
    ],
)
def test_a_basis_said_in_full_in_another_way_lacks_nothing(basis: str) -> None:
    closing = "Xét đề nghị của Giám đốc Sở Nội vụ."
    assert found(subject(basis, closing, "I. MỤC ĐÍCH"), "CC-03", "VD-08") == []


def test_two_documents_in_a_row_share_no_day_of_another_year_than_the_symbol_of_the_first() -> None:
    basis = "Căn cứ Nghị định số 61/2018/NĐ-CP và Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ về một cửa;"
    (finding,) = found(subject(basis, "Xét đề nghị của Giám đốc Sở Nội vụ.", "I. MỤC ĐÍCH"), "CC-03")
    assert "61/2018/NĐ-CP» không có ngày tháng năm, cơ quan ban hành" in finding


@pytest.mark.parametrize("day", ["ngày 08/6/20210", "ngày 08 tháng 6 năm 20210"])
def test_a_year_of_five_digits_is_one_fault_of_a_basis(day: str) -> None:
    basis = f"Căn cứ Nghị định số 63/2010/NĐ-CP {day} của Chính phủ về kiểm soát thủ tục hành chính;"
    judged = subject(basis, "Xét đề nghị của Giám đốc Sở Nội vụ.", "I. MỤC ĐÍCH")
    assert len(found(judged, "CC-03", "VD-06", "VD-08")) == 1


def test_a_law_in_running_words_needs_only_its_name() -> None:
    said = "Thực hiện Luật Thi đua, khen thưởng và Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ về cải cách,"
    judged = subject(f"{said} Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:", "I. MỤC ĐÍCH")
    assert judged.reading.bases.running
    assert found(judged, "CC-03") == []
    alone = subject("Căn cứ Luật Thi đua, khen thưởng;", "Xét đề nghị của Giám đốc Sở Nội vụ.", "I. MỤC ĐÍCH")
    assert found(alone, "CC-03") == ["CC-03 «Luật» không có ngày tháng năm"]
