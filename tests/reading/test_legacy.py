"""Vietnamese of an old encoding inside Unicode text: told by its words, converted line by line, never a false one."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.decoding import cleaned_lines
from generator.reading.legacy import converted, converted_lines, legacy_encoding
from generator.reading.text import raw_lines, read_text
from generator.vietnamese.unicode import clean
from tests.corpus import FILES, needs_corpus, source
from tests.old_encodings import in_tcvn3, in_vni, misread

RIGHT = "Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc; hoà, uỷ, 25°C, m², «từ»"
PLAN = """SỞ NỘI VỤ
Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;
Kế hoạch cải cách hành chính nhà nước năm 2027 của tỉnh Sông Vân
Phòng Tổ chức cán bộ chủ trì, Văn phòng phối hợp
Số: 15/KH-SNV"""
WAYS = {"bảng mã TCVN3 (ABC)": in_tcvn3, "bảng mã VNI": in_vni, "UTF-8 bị đọc nhầm bảng mã": misread}
FOREIGN = {
    "English": "The naïve café owner, Zoë, paid 50 µm of résumé © 2026 ® – “quoted” text, façade",
    "French": "L'été où l'élève a été né, il a dû être là: déjà, thé, dés, blé, pré, dû, mû, où, à côté",
    "German": "Müller für die Größe der Straße über Äcker, schön, süß, dünn, kühl",
    "Swedish": "På sjön är det så får man gå på må så lå nä",
    "Spanish": "El niño año mañana está aquí allí también así café más según país",
    "Portuguese": "não ação mãe pão são coração você três lá só dá pé fé né sé",
    "names": "ông Björn Sørensen của Østfold và bà Zoë Müller",
    "signs of other scripts": "á\x80\x80 Â\x80 Â«/ã ó\x80 á\x80\x81 Â\x81 ë\x9c\x9f ã\x81\x82 î\x80\x80 Â\x82",
    "code": "x = a[i] ** 2; /* ±µ¶·¸ */ s = '\u00ad' + \"«»\" # \\xe9 ¬a",
}


@pytest.mark.parametrize(("name", "way"), WAYS.items())
def test_a_text_of_an_old_encoding_is_converted(name: str, way: Callable[[str], str]) -> None:
    assert converted(way(PLAN)) == (PLAN, name)
    assert legacy_encoding(way(PLAN)) == name


@pytest.mark.parametrize("text", [RIGHT, unicodedata.normalize("NFD", RIGHT), PLAN, "", *FOREIGN.values()])
def test_unicode_and_other_languages_are_left_alone(text: str) -> None:
    for more in (text, "\n".join([text] * 20), text.replace(" ", "\n") * 3, f"{PLAN}\n{text}\n{PLAN}"):
        assert converted(more) == (more, None)


@given(st.lists(st.sampled_from([*PLAN.split(), *" ".join(FOREIGN.values()).split()]), max_size=60))
def test_words_in_any_order_are_left_alone_where_half_are_vietnamese(words: list[str]) -> None:
    text = " ".join([*words, *PLAN.split() * (1 + len(words) // 25)])
    assert converted(text) == (text, None)


@needs_corpus
@pytest.mark.parametrize("name", FILES)
def test_real_plans(name: str) -> None:
    """Unicode stays; turned into an old encoding every line comes back, but for lost capitals of TCVN3."""
    text = clean(source(name).decode("utf-8"))
    assert converted(text) == (text, None)
    assert converted(in_vni(text))[0] == text
    assert converted(misread(text))[0] == text
    assert converted(in_tcvn3(text))[0].lower() == text.lower()


@pytest.mark.parametrize("path", sorted(Path(__file__).parents[2].rglob("data/*/*.yaml")), ids=lambda path: path.name)
def test_our_own_files_are_left_alone(path: Path) -> None:
    text = path.read_text("utf-8")
    assert converted(text) == (text, None)


def test_each_line_of_a_mixed_text_is_decided_for_itself() -> None:
    lines = [*PLAN.splitlines()[1:4], "Có café", "hẹn"]
    mixed = [in_tcvn3(lines[0]), in_vni(lines[1]), lines[2], *lines[3:]]
    assert converted("\n".join(mixed))[0] == "\n".join(lines)


def test_a_word_that_may_be_either_goes_with_its_neighbours() -> None:
    assert in_tcvn3("có") == "cã"
    lines, _ = converted_lines([in_tcvn3(PLAN).replace("\n", " "), "cã", "Quyền", "cã"], [1, 2, 3, 4])
    assert [lines[1], lines[3]] == ["có", "cã"]


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("§éc lËp - Tù do - H¹nh phóc, TØnh Hµ Giang", "Độc lập - Tự do - Hạnh phúc, Tỉnh Hà Giang"),
        ("- Trang TT§T Së;", "- Trang TTĐT Sở;"),
        ("Së NéI Vô tØnh, B¸o c¸o cña UBND tØnh", "Sở NỘI Vụ tỉnh, Báo cáo của UBND tỉnh"),
        ("- L\u00adu: VT. KT. GI¸M §èC §Õn", "- Lưu: VT. KT. GIÁM ĐỐC Đến"),
        ("céng hßa x· héi chñ nghÜa viÖt nam", "cộng hòa xã hội chủ nghĩa việt nam"),
    ],
)
def test_capitals_that_the_letters_beside_them_tell(line: str, read: str) -> None:
    assert converted(f"{in_tcvn3(PLAN)}\n{line}")[0].splitlines()[-1] == read


def test_each_run_of_lines_is_one_hint_with_its_place() -> None:
    text = "\n".join(["Một dòng đúng", *in_tcvn3(PLAN).splitlines(), "Quyết định", in_tcvn3("Phòng Nội vụ tỉnh")])
    raw, notes = raw_lines(text)
    assert raw[1].text == "SỞ NỘI VỤ"
    assert [(note.code, note.place.line) for note in notes] == [("legacy-encoding", 2), ("legacy-encoding", 8)]
    assert "5 dòng, từ dòng 2 đến 6" in notes[0].message
    assert "phông .VnTimeH" in (notes[0].hint or "")


def test_the_letter_that_looks_like_a_hidden_hyphen_is_no_hidden_hyphen() -> None:
    assert "\u00ad" in in_tcvn3("phương hướng")
    lines = read_text(in_tcvn3(PLAN + "\nphương hướng").encode(), "a.txt").lines
    assert any("phương hướng" in line.text for line in lines)


@pytest.mark.parametrize("line", ["S\ufffd N\ufffdi vụ", "(cid:12)(cid:3) vụ", "S\uf123 vụ"])
def test_letters_without_a_name_are_kept_and_named(line: str) -> None:
    cleaned, notes = cleaned_lines([line, "Sở Nội vụ", "\uf0b7 Một việc"])
    assert cleaned[0] == line
    assert [note.code for note in notes] == ["unreadable"]


def test_a_letter_that_a_program_has_dropped_everywhere_is_said() -> None:
    lines = in_tcvn3(PLAN).splitlines()[1:4] * 10
    assert [note.code for note in converted_lines(lines, range(30))[1]] == ["legacy-encoding"]
    dropped = [line.replace("\u00ad", "") for line in lines]
    assert [note.code for note in converted_lines(dropped, range(30))[1]] == ["legacy-encoding", "lost-letter"]
    assert [note.code for note in converted_lines(dropped[:9], range(9))[1]] == ["legacy-encoding"]
