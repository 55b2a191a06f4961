"""Legal documents: in force or not on a day, and found by number or citation."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from generator.errors import DataError
from generator.registers.catalog import bundled_legal_register
from generator.registers.legal import Force, LegalAct, LegalRegister, merged
from generator.registers.store import load_register

FILE = Path(__file__).parents[2] / "data/registers/legal.yaml"
REGISTER = load_register(FILE.read_bytes(), FILE.name, LegalRegister)


def act(id: str) -> LegalAct:
    found = REGISTER.get(id)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("id", "on", "said"),
    [
        ("nd-30-2020", date(2026, 9, 1), "còn hiệu lực"),
        ("nd-30-2020", date(2020, 3, 5), "còn hiệu lực"),
        ("nd-30-2020", date(2020, 3, 4), "chưa có hiệu lực trước ngày 05/3/2020"),
        ("nd-09-2019", date(2019, 3, 11), "chưa có hiệu lực trước ngày 12/3/2019"),
        ("luat-bvbmnn-2018", date(2026, 2, 28), "còn hiệu lực"),
        ("luat-bvbmnn-2018", date(2026, 3, 1), "hết hiệu lực từ ngày 01/3/2026"),
        ("hd-36-2018", date(2026, 6, 1), "hết hiệu lực từ ngày 27/5/2026 (chưa rõ ngày hiệu lực, cần kiểm tra)"),
        ("hd-36-2018", date(2026, 5, 26), "còn hiệu lực (chưa rõ ngày hiệu lực, cần kiểm tra)"),
        ("tt-01-2011-bnv", date(2026, 1, 1), "hết hiệu lực từ ngày 16/4/2020 (chưa rõ ngày hiệu lực, cần kiểm tra)"),
        ("tt-01-2018-vpcp", date(2023, 3, 1), "còn hiệu lực (chưa rõ ngày hiệu lực, cần kiểm tra)"),
        ("tt-01-2018-vpcp", date(2026, 1, 1), "hết hiệu lực từ ngày 31/12/2025 (chưa rõ ngày hiệu lực, cần kiểm tra)"),
        ("nq-76-2021", date(2026, 1, 1), "còn hiệu lực (chưa rõ ngày hiệu lực, cần kiểm tra)"),
        (
            "nq-76-2021",
            date(2021, 7, 14),
            "chưa có hiệu lực trước ngày 15/7/2021 (chưa rõ ngày hiệu lực, cần kiểm tra)",
        ),
        ("cv-581-bnv", date(2000, 1, 1), "còn hiệu lực (chưa rõ ngày hiệu lực, cần kiểm tra)"),
    ],
)
def test_status_on_a_day(id: str, on: date, said: str) -> None:
    assert str(REGISTER.status(act(id), on)) == said


def test_a_status_carries_its_parts() -> None:
    status = REGISTER.status(act("luat-bvbmnn-2018"), date(2026, 3, 1))
    assert (status.force, status.since, status.is_certain) == (Force.EXPIRED, date(2026, 3, 1), True)


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        ("76/NQ-CP", ["nq-76-2021"]),
        ("30/2020/nđ-cp", ["nd-30-2020"]),
        ("Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ", ["nq-76-2021"]),
        ("Quyết định số 282/QĐ-TTg ngày 12/02/2026 của Thủ tướng Chính phủ", ["qd-282-2026"]),
        ("Quyết định số 282/QĐ-TTg ngày 12/02/2025 của Thủ tướng Chính phủ", []),
        ("Nghị quyết số 282/QĐ-TTg", []),
        ("Luật Lưu trữ", ["luat-33-2024", "luat-01-2011"]),
        ("Luật Lưu trữ ngày 21 tháng 6 năm 2024", ["luat-33-2024"]),
        ("Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025", ["luat-72-2025"]),
        ("Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015", ["luat-77-2015"]),
        ("Luật Tổ chức chính quyền địa phương ngày 20 tháng 6 năm 2015", []),
        ("Luật Bảo vệ bí mật nhà nước", ["luat-117-2025", "luat-bvbmnn-2018"]),
        ("Luật số 117/2025/QH15", ["luat-117-2025"]),
        ("99/NQ-CP", []),
        ("", []),
    ],
)
def test_documents_are_found_by_number_or_citation(wanted: str, ids: list[str]) -> None:
    assert [one.id for one in REGISTER.find(wanted)] == ids


def test_a_citation_finds_its_document() -> None:
    for one in REGISTER.acts:
        if one.number or one.title:
            assert one in REGISTER.find(one.citation)


def test_what_replaced_a_document_is_followed_to_the_end() -> None:
    assert [one.id for one in REGISTER.successors(act("luat-bvbmnn-2018"))] == ["luat-117-2025"]
    assert REGISTER.successors(act("nd-30-2020")) == ()
    assert REGISTER.get("khong-co") is None


ACT = "type: Luật, source: x, confidence: V"


@pytest.mark.parametrize(
    ("acts", "said"),
    [
        (f"{{id: a, {ACT}, replaced_by: b}}", ["acts[0].replaced_by: không có văn bản này trong sổ"]),
        (f"{{id: a, {ACT}, amended_by: [b]}}", ["acts[0].amended_by: không có văn bản này trong sổ"]),
        (
            f"{{id: a, {ACT}, replaced_by: b}}, {{id: b, {ACT}, replaced_by: a}}",
            [
                "acts[0].replaced_by: văn bản tự thay thế chính nó qua các văn bản khác",
                "acts[1].replaced_by: văn bản tự thay thế chính nó qua các văn bản khác",
            ],
        ),
        (
            f"{{id: a, {ACT}, replaced_by: a}}",
            ["acts[0].replaced_by: văn bản tự thay thế chính nó qua các văn bản khác"],
        ),
    ],
)
def test_references_that_lead_nowhere_are_refused(acts: str, said: list[str]) -> None:
    with pytest.raises(DataError) as refused:
        load_register(f"format: 1\nacts: [{acts}]", "so.yaml", LegalRegister)
    assert [f"{one.place.field}: {one.message}" for one in refused.value.diagnostics] == said


OWN = """
format: 1
supplement: true
acts:
- {id: qd-15-song-van, type: Quyết định, number: 15/QĐ-UBND, source: x, confidence: V, replaced_by: nd-30-2020}
- {id: nd-09-2019, type: Nghị định, number: 09/2019/NĐ-CP, source: x, confidence: V, effective_to: 2026-12-31}
"""


def own(text: str = OWN) -> LegalRegister:
    return load_register(text, "so_cua_so.yaml", LegalRegister)


def test_an_office_adds_its_own_documents_and_corrects_others() -> None:
    both = merged([REGISTER, own()])
    assert len(both.acts) == len(REGISTER.acts) + 1
    added = both.get("qd-15-song-van")
    assert added is not None
    assert [one.id for one in both.successors(added)] == ["nd-30-2020"]
    corrected = both.get("nd-09-2019")
    assert corrected is not None and str(both.status(corrected, date(2027, 1, 1))) == "hết hiệu lực từ ngày 01/01/2027"
    assert merged([REGISTER]) == REGISTER


def test_references_of_a_supplement_must_lead_somewhere_in_the_end() -> None:
    lost = own(OWN.replace("nd-30-2020", "nd-31-2020"))
    with pytest.raises(DataError) as refused:
        merged([REGISTER, lost])
    assert [one.message for one in refused.value.diagnostics] == [
        "văn bản «qd-15-song-van»: không có văn bản này trong sổ"
    ]


def test_the_register_of_the_program_is_the_bundled_one() -> None:
    assert bundled_legal_register() == REGISTER


def test_what_is_dated_twice_in_the_register_agrees() -> None:
    for one in REGISTER.acts:
        year = re.match(r"\d+/(\d{4})/", one.number or "")
        assert not (year and one.date) or one.date.year == int(year[1]), one.id
        issued = one.date.to_date() if one.date else None
        assert not (issued and one.effective_from) or issued <= one.effective_from, one.id
        later = REGISTER.get(one.replaced_by or "")
        if later and later.effective_from and one.effective_to:
            assert one.effective_to < later.effective_from, one.id
