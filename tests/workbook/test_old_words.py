"""Old encodings in single cells: each affected one is named, and no ordinary words are taken for one."""

from __future__ import annotations

import json
import re
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.canonical import canonical_json
from generator.workbook.old_words import old_encoding, old_encodings
from tests.corpus import CORPUS, FILES, needs_corpus, source
from tests.old_encodings import in_tcvn3, in_vni, misread
from tests.workbook.books import SAMPLES, faults, sample

TCVN3, VNI, MISREAD = "bảng mã TCVN3 (ABC)", "bảng mã VNI", "UTF-8 bị đọc nhầm bảng mã"
REAL = [
    *("5 µm", "20 µg/m³", "3×4 m", "m×n", "a÷b", "§ 5", "Điều § 1", "Word®", "©2026", "©", "®", "§", "µ", "½ ngày"),
    *("1½", "10°C", "Nº 5", "1ª", "Ø20 mm", "± 5", "÷", "¼", "MÃ", "Quý I", "Ý tưởng", "«An toàn»", "«Hà»", "thé"),
    *("Straße", "Groß", "Søren", "København", "Zürich", "Malmö", "Noël", "El Niño", "São Paulo", "François", "olé"),
    *("Krông Nô", "Êa Kar", "Ya Ly", "Kon Plông", "Đắk Glong"),
]
"""What ordinary cells hold and looks a little like an old encoding."""
SHORT = ("Rà soát", "Đơn vị", "UBND tỉnh", "tiếng", "Kết quả rà soát", "Tổ chức thực hiện")


@pytest.mark.parametrize("text", REAL)
def test_real_signs_and_foreign_words_are_left_alone(text: str) -> None:
    assert old_encoding(text) is None


@pytest.mark.parametrize("text", SHORT)
def test_a_short_cell_is_told_by_itself(text: str) -> None:
    assert old_encoding(in_tcvn3(text)) == TCVN3
    assert old_encoding(misread(text)) == MISREAD
    assert old_encoding(text) is None


@pytest.mark.parametrize("text", ["Rà soát thủ tục", "Kết quả", "Tổ chức", "Văn phòng Sở", "xuyên suốt"])
def test_a_short_cell_in_vni_is_told_by_itself(text: str) -> None:
    assert old_encoding(in_vni(text)) == VNI


def test_a_cell_that_tells_nothing_alone_is_taken_like_the_others() -> None:
    unsure = in_tcvn3("nội dung")
    assert old_encodings([unsure]) == [None]
    assert old_encodings([in_tcvn3("Rà soát"), unsure, "Đơn vị", "plan"]) == [TCVN3, TCVN3, None, None]


def test_every_cell_is_named_whatever_else_is_in_the_book() -> None:
    def change(book: openpyxl.Workbook) -> None:
        book["Nhiệm vụ"]["D3"] = in_vni("Rà soát thủ tục hành chính")
        book["Nhiệm vụ"]["D4"] = in_tcvn3("Rà soát")
        book["Nội dung"]["C4"] = in_tcvn3("Nâng cao chất lượng phục vụ người dân")
        book["Chỉ tiêu"]["C3"] = f"Tỷ lệ hồ sơ {in_tcvn3('giải quyết đúng hạn')}"

    told = [one.partition(", không phải")[0] for one in faults(change)]
    assert told == [
        f"Chỉ tiêu!C3: lỗi: chữ viết bằng {TCVN3}",
        f"Nội dung!C4: lỗi: chữ viết bằng {TCVN3}",
        f"Nhiệm vụ!D3: lỗi: chữ viết bằng {VNI}",
        f"Nhiệm vụ!D4: lỗi: chữ viết bằng {TCVN3}",
    ]


def _phrases(text: str) -> set[str]:
    """Return the lines of a text, their words, and each three words that stand together."""
    found: set[str] = set()
    for line in re.split(r"[\n|;.]", text):
        words = line.split()
        found |= {line.strip(), *words, *(" ".join(words[place : place + 3]) for place in range(len(words) - 2))}
    return found


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_no_words_of_a_sample_are_suspected(path: Path) -> None:
    words = json.dumps(json.loads(canonical_json(sample(path))), ensure_ascii=False)
    assert [one for one in _phrases(words) if old_encoding(one)] == []


@needs_corpus
@pytest.mark.parametrize("name", FILES)
def test_no_words_of_real_plans_are_suspected_and_most_are_known_in_tcvn3(name: str) -> None:
    phrases = _phrases(source(name).decode())
    assert [one for one in phrases if old_encoding(one)] == []
    old = [in_tcvn3(one) for one in phrases if len(one.split()) > 2 and in_tcvn3(one) != one]
    assert sum(old_encoding(one) == TCVN3 for one in old) > 0.93 * len(old)


if CORPUS.is_dir():

    @given(st.data())
    def test_any_words_of_real_plans_side_by_side_are_unicode(data: st.DataObject) -> None:
        words = source("cà mau 2023").decode().split()
        place = data.draw(st.integers(0, len(words) - 1))
        text = " ".join(words[place : place + data.draw(st.integers(1, 12))])
        others = data.draw(st.lists(st.sampled_from(REAL), max_size=3))
        assert old_encoding(" ".join([text, *others])) is None
