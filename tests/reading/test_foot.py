"""The foot whose two columns stand on the same lines with one blank between."""

from __future__ import annotations

import pytest

from generator.reading.foot import parted_foot
from generator.reading.lines import RawLine


def read(*texts: str) -> list[str]:
    return [line.text for line in parted_foot([RawLine(number, text) for number, text in enumerate(texts, start=1)])]


def test_recipients_beside_the_signature() -> None:
    found = read("Nơi nhận: KT. GIÁM ĐỐC", "- Như trên; PHÓ GIÁM ĐỐC", "- Sở Nội vụ;", "- Lưu: VT. TS. Lê Văn An")
    assert found == [
        "Nơi nhận:",
        "KT. GIÁM ĐỐC",
        "- Như trên;",
        "PHÓ GIÁM ĐỐC",
        "- Sở Nội vụ;",
        "- Lưu: VT.",
        "TS. Lê Văn An",
    ]


@pytest.mark.parametrize(
    "line",
    ["- TT. Tỉnh ủy, TT. HĐND tỉnh;", "- Lưu: VT, NC (Tr.05b).", "- Chủ tịch, các Phó Chủ tịch;", "- UBND xã An Hòa"],
)
def test_an_item_of_one_column_stays_whole(line: str) -> None:
    assert read("Nơi nhận:", line) == ["Nơi nhận:", line]


def test_a_recipient_beside_the_heading_is_no_signature() -> None:
    assert read("Nơi nhận: UBND TỈNH A") == ["Nơi nhận: UBND TỈNH A"]


@pytest.mark.parametrize("gap", [" ", "        "])
def test_the_two_signers_of_minutes(gap: str) -> None:
    found = read(f"THƯ KÝ{gap}CHỦ TỌA", f"Hồ Kim Oanh{gap}Võ Thành Trung")
    assert found == ["THƯ KÝ", "CHỦ TỌA", "Hồ Kim Oanh", "Võ Thành Trung"]


@pytest.mark.parametrize("gap", [" ", "        "])
def test_the_two_signers_of_a_contract(gap: str) -> None:
    found = read(f"ĐẠI DIỆN BÊN A{gap}ĐẠI DIỆN BÊN B", f"Hồ Kim Oanh{gap}Võ Thành Trung")
    assert found == ["ĐẠI DIỆN BÊN A", "ĐẠI DIỆN BÊN B", "Hồ Kim Oanh", "Võ Thành Trung"]


def test_elsewhere_nothing_is_parted() -> None:
    assert read("- Một việc; Lê Văn An", "Ông A. GIÁM ĐỐC") == ["- Một việc; Lê Văn An", "Ông A. GIÁM ĐỐC"]
