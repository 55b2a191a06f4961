"""What the rules of language and capitals go by, and what they say of real and of good prose."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.lint.evidence import Evidence
from generator.lint.gate import judge
from generator.lint.language_lists import capitals, compounds, confusions, folded
from generator.lint.language_phrases import Phrases
from generator.lint.language_tones import School, retoned, school_of
from generator.lint.language_words import Wording
from generator.lint.rule import all_rules, chosen_rules
from generator.lint.subject import Subject
from generator.lint.text import subject_of_text
from generator.vietnamese.syllables import is_syllable
from tests.corpus import FILES, needs_corpus, source

GOOD = (Path(__file__).parent / "good_prose.txt").read_text("utf-8").splitlines()
RULES = [one for code, one in all_rules().items() if code.startswith(("NG-", "CP-"))]
WORDED = [one for one in RULES if one.needs is Evidence.WORDS]


def _subject(text: str) -> Subject:
    return subject_of_text(text.encode(), "thu.txt")


def _found(text: str, *codes: str) -> list[tuple[str, str]]:
    findings = judge(_subject(text), chosen_rules(codes) if codes else RULES).findings
    return [(one.code, one.found) for one in findings]


def _wording(text: str) -> Wording:
    (wording,) = _subject(text).prose
    return wording


@pytest.mark.parametrize("paragraph", GOOD)
def test_good_prose_is_not_blamed(paragraph: str) -> None:
    assert _found(paragraph) == []


def test_good_prose_agrees_with_itself() -> None:
    assert _found("\n\n".join(GOOD)) == []


_CORPUS = {
    "cà mau 2023": {"NG-02": {"Thực thiện", "thẩm giải quyết"}, "NG-03": {"của của"}, "CP-17": {"nhân dân"}},
    "cà mau 69 ngày": {"NG-03": {"đối đối"}},
    "sóc trăng 2023": {"NG-03": {"thực hiện thực hiện"}, "NG-04": {"TCCB", "CNTT"}, "CP-17": {"nhân dân"}},
    "tân hồng 2023": {
        "NG-02": {"tiển khai", "hình thực", "truyên truyền", "Danh dách"},
        "NG-04": {"GDĐT", "«TH»", "GD&ĐT"},
        "CP-17": {"nhân dân"},
        "CP-22": {"Luật cán bộ, công chức"},
    },
    "nam định 2024": {
        "NG-01": {"Tiêos"},
        "NG-02": {"nâng cáo", "bãi nhiễm"},
        "NG-03": {"trong trong", "tại tại"},
        "NG-04": {"TTPVHCC", "CNTT"},
        "NG-05": {"hoá"},
        "NG-07": {"phủ;Thông"},
        "NG-09": {"30/05/2014", "quý 1"},
        "NG-10": {"ngoặc kép"},
        "CP-14": {"Ban chấp hành"},
        "CP-17": {"nhân dân"},
        "CP-22": {"Luật phòng, chống tham nhũng"},
    },
}
"""What is wrong in the words of the real plans, each read and judged; nothing else is said of them."""


@needs_corpus
@pytest.mark.parametrize("name", _CORPUS)
def test_the_mistakes_of_real_plans_are_found_and_nothing_else(name: str) -> None:
    expected = {(code, words) for code, found in _CORPUS[name].items() for words in found}
    findings = judge(subject_of_text(source(name), FILES[name]), RULES).findings
    assert {code for code, _ in expected} == {one.code for one in findings}
    for code, words in expected:
        assert any(one.code == code and words in one.found for one in findings), (code, words)
    for one in findings:
        assert any(code == one.code and words in one.found for code, words in expected), str(one)


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("hòan", "hoàn"),
        ("Tòan", "Toàn"),
        ("QỦA", "QUẢ"),
        ("gía", "giá"),
        ("đựơc", "được"),
        ("cúôi", "cuối"),
        ("ngòai", "ngoài"),
        ("qúy", "quý"),
    ],
)
def test_a_tone_mark_on_a_vowel_that_no_school_allows_is_told(written: str, right: str) -> None:
    assert retoned(written) == right


@pytest.mark.parametrize(
    "word",
    ["hòa", "hoà", "thủy", "thuỷ", "mía", "mưa", "của", "lúa", "thuở", "khuỷu", "quý", "gì", "gìn", "giếng", "huế"],
)
def test_a_tone_mark_that_a_school_allows_stays(word: str) -> None:
    assert retoned(word) is None


def test_the_schools_are_told_only_where_they_differ() -> None:
    assert school_of("hòa") is School.OLD
    assert school_of("THUỶ") is School.NEW
    assert [school_of(word) for word in ("hoa", "hoàn", "quý", "mùa", "", "x")] == [None] * 6


@given(st.text(max_size=12))
def test_no_text_is_too_odd_for_the_tones(text: str) -> None:
    right = retoned(text)
    assert right is None or retoned(right) is None
    assert school_of(text) in (None, *School)


def test_every_correction_is_spelt_right_and_differs_from_the_mistake() -> None:
    assert len(confusions()) >= 250
    for wrong, right in confusions().items():
        assert unicodedata.is_normalized("NFC", wrong + right)
        assert wrong == wrong.casefold() != right.casefold()
        assert all(is_syllable(word) and retoned(word) is None for word in right.replace(",", "").split()), right


def test_no_correction_is_a_mistake_itself() -> None:
    phrases = Phrases(confusions())
    assert [right for right in confusions().values() if list(phrases.find(_wording(f"Việc {right} đã xong.")))] == []


def test_no_mistake_is_a_known_word() -> None:
    two = [tuple(wrong.split()) for wrong in confusions() if wrong.count(" ") == 1 and "," not in wrong]
    assert [pair for pair in two if pair in compounds()] == []


def test_the_words_of_the_lists_are_spelt_right() -> None:
    words = {word.rstrip(",") for pair in compounds() for word in pair} | folded("bound")
    assert [word for word in sorted(words) if not is_syllable(word)] == []


def test_every_list_of_capitals_belongs_to_a_rule() -> None:
    assert set(capitals()) <= set(all_rules())


def test_addresses_and_symbols_are_no_words() -> None:
    text = "Theo Công văn số 12/SNV-VP gửi a.b@songvan.gov.vn, xem https://songvan.gov.vn/tin và cong.songvan.vn nay."
    assert " ".join(word.text for word in _wording(text).words) == "Theo Công văn số gửi xem và nay"
    assert len(_wording(text).text) == len(text)


def test_a_phrase_is_found_over_blanks_and_not_over_other_signs() -> None:
    phrases = Phrases(["kết nối, chia sẽ", "xữ lý"])
    found = [one.phrase for one in phrases.find(_wording("Việc Kết nối , chia sẽ và XỮ  LÝ."))]
    assert found == ["kết nối, chia sẽ", "xữ lý"]
    assert list(phrases.find(_wording("Việc kết nối; chia sẽ và xữ, lý."))) == []


@pytest.mark.parametrize("text", ["…", "(", "”", "ạ", "quý", "số", "1.", "Điểm", "a) "])
def test_a_text_of_next_to_nothing_is_judged(text: str) -> None:
    judge(_subject(text + "\n"), RULES)


def test_one_mistake_is_named_once_with_its_number() -> None:
    (found,) = _found("Đề nghị xữ lý dứt điểm các hồ sơ quá hạn.\n\nViệc xữ lý hồ sơ phải công khai.", "NG-02")
    assert found == ("NG-02", "«xữ lý» (và 1 đoạn khác)")


def test_text_in_old_letters_is_named_in_a_text() -> None:
    old = "C¸c phßng, ®¬n vÞ chñ ®éng phèi hîp, tæ chøc thùc hiÖn vµ b¸o c¸o kÕt qu¶ vÒ V¨n phßng Së."
    good = "Các đơn vị chủ động phối hợp, tổ chức thực hiện và báo cáo kết quả về Văn phòng Sở."
    (found,) = _found(f"{good}\n\n{old}\n\n{good}", "NG-08")
    assert "Unicode" in found[1]
    assert _found(good, "NG-08") == []


def test_words_converted_from_old_letters_are_not_blamed_for_their_spelling() -> None:
    old = "b) C¸c phßng, ®¬n vÞ chñ ®éng phèi hîp, tæ chøc thùc hiÖn vµ b¸o c¸o vÒ Së tríc ngµy 15 th¸ng cuèi quý."
    assert [code for code, _ in _found(old)] in ([], ["NG-08"])


def test_a_bracket_that_runs_over_paragraphs_is_whole() -> None:
    assert _found("Các nội dung sau (gồm:\n\n- Rà soát thủ tục hành chính;\n\n- Báo cáo kết quả).", "NG-10") == []


def test_a_list_whose_items_end_alike_but_one_is_named() -> None:
    items = "\n\n".join(f"- Rà soát thủ tục hành chính thuộc lĩnh vực số {place};" for place in range(2, 6))
    text = f"1. Nhiệm vụ\n\n{items}\n\n- Công khai kết quả rà soát trên cổng thông tin.\n\n- Báo cáo kết quả về Sở."
    assert _found(text, "NG-11") == [("NG-11", "4 ý kết thúc bằng «;», 1 ý bằng «.»")]
    assert _found(text.replace("tin.", "tin;"), "NG-11") == []
