"""Who signs, in the words of a text: titles against each other, the office and the directory."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.lint.gate import judge
from generator.lint.rule import chosen_rules
from generator.lint.text import subject_of_text
from generator.registers.store import load_register
from generator.registers.units import UnitDirectory
from tests.corpus import FILES, needs_corpus, source
from tests.lint.test_genre import FOLDER, NAMES

_CODES = ("CK-06", "CK-07", "CK-08", "GV", "NC")
_DOCUMENT = """{office}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 21/{code}
Sông Vân, ngày 15 tháng 12 năm 2026
{kind}
Công tác cải cách hành chính năm 2027
I. NỘI DUNG
1. Các phòng, đơn vị thực hiện nhiệm vụ được giao và báo cáo kết quả.
Nơi nhận:
- UBND tỉnh;
- Lưu: VT, VP.
{signed}
Nguyễn Văn A
"""
_COMMITTEE = "ỦY BAN NHÂN DÂN\nXÃ ĐỒNG LAU"
_DEPARTMENT = "UBND TỈNH SÔNG VÂN\nSỞ NỘI VỤ"
_SCHOOL = "SỞ GIÁO DỤC VÀ ĐÀO TẠO\nTRƯỜNG THPT BẾN VÂN"


def _found(office: str, signed: str, kind: str = "KẾ HOẠCH", units: UnitDirectory | None = None) -> dict[str, str]:
    code = {"KẾ HOẠCH": "KH-UBND", "QUYẾT ĐỊNH": "QĐ-UBND", "BIÊN BẢN": "BB-UBND"}[kind]
    text = _DOCUMENT.format(office=office, code=code, kind=kind, signed=signed)
    subject = replace(subject_of_text(text.encode(), "thu.txt"), units=units)
    return {one.code: one.found for one in judge(subject, chosen_rules(_CODES)).findings}


@pytest.mark.parametrize(
    ("office", "signed", "kind"),
    [
        (_COMMITTEE, "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "KẾ HOẠCH"),
        (_COMMITTEE, "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "KẾ HOẠCH"),
        (_COMMITTEE, "CHỦ TỊCH", "QUYẾT ĐỊNH"),
        (_COMMITTEE, "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG", "KẾ HOẠCH"),
        (_DEPARTMENT, "GIÁM ĐỐC", "KẾ HOẠCH"),
        (_DEPARTMENT, "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC PHỤ TRÁCH", "KẾ HOẠCH"),
        (_DEPARTMENT, "TUQ. GIÁM ĐỐC\nTRƯỞNG PHÒNG TỔ CHỨC CÁN BỘ", "KẾ HOẠCH"),
        (_DEPARTMENT, "Q. GIÁM ĐỐC", "KẾ HOẠCH"),
        (_DEPARTMENT, "CHỦ TỌA", "BIÊN BẢN"),
        (_SCHOOL, "KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG", "KẾ HOẠCH"),
    ],
)
def test_a_right_signature_is_no_fault(office: str, signed: str, kind: str) -> None:
    assert _found(office, signed, kind) == {}


@pytest.mark.parametrize(
    ("office", "signed", "code", "found"),
    [
        (_COMMITTEE, "CHỦ TỊCH", "CK-07", "không ghi TM."),
        (_COMMITTEE, "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "CK-07", "không ghi TM."),
        (_COMMITTEE, "TM. ỦY BAN NHÂN DÂN\nGIÁM ĐỐC", "CK-07", "«GIÁM ĐỐC» ký văn bản của"),
        (_DEPARTMENT, "CHỦ TỊCH", "CK-07", "«CHỦ TỊCH» ký văn bản của «SỞ NỘI VỤ»"),
        (_DEPARTMENT, "PHÓ GIÁM ĐỐC", "CK-06", "«PHÓ GIÁM ĐỐC» ký, không có KT."),
        (_DEPARTMENT, "TUQ. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", "CK-06", "«TUQ. GIÁM ĐỐC» do «PHÓ GIÁM ĐỐC» ký"),
        (_COMMITTEE, "TM. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "CK-06", "«TM. CHỦ TỊCH»"),
        (_SCHOOL, "GIÁM ĐỐC SỞ", "", ""),
        (_SCHOOL, "KT. HIỆU TRƯỞNG\nPHÓ GIÁM ĐỐC", "CK-06", "«KT. HIỆU TRƯỞNG» do «PHÓ GIÁM ĐỐC» ký"),
    ],
)
def test_a_title_that_does_not_fit_is_named(office: str, signed: str, code: str, found: str) -> None:
    told = _found(office, signed)
    assert set(told) == ({code} if code else set())
    assert found in told.get(code, "")


def test_the_directory_tells_who_is_in_office() -> None:
    units = load_register(
        "format: 1\nunits:\n- {id: so, name: Sở Nội vụ, level: department, signers: ["
        "{name: Nguyễn Văn A, position: Giám đốc, valid_to: 2026-06-30}]}\n",
        "units.yaml",
        UnitDirectory,
    )
    assert "không giữ chức vụ vào ngày 15/12/2026" in _found(_DEPARTMENT, "GIÁM ĐỐC", units=units)["CK-08"]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_found_in_a_right_document(name: str) -> None:
    subject = subject_of_text((FOLDER / f"{name}.txt").read_bytes(), f"{name}.txt")
    assert judge(subject, chosen_rules(_CODES)).findings == ()


@needs_corpus
@pytest.mark.parametrize("name", FILES)
def test_nothing_is_found_in_a_real_plan_of_its_own_days(name: str) -> None:
    subject = replace(subject_of_text(source(name), FILES[name]), on=date(2026, 11, 20))
    assert judge(subject, chosen_rules(_CODES)).findings == ()
