"""Five real plans read from the text of their PDFs; the numbers were counted by reading them."""

from __future__ import annotations

from collections import Counter

import pytest

from generator.reading.outline import labelled_nodes
from generator.reading.reading import Reading
from generator.reading.task_table import task_table_of
from generator.reading.text import read_text
from generator.vietnamese.unicode import clean
from tests.corpus import FILES, needs_corpus, source
from tests.reading.component_words import lost_words

pytestmark = needs_corpus


@pytest.fixture(params=FILES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def reading(name: str) -> Reading:
    return read_text(source(name), f"{name}.txt")


def test_no_word_is_lost(name: str) -> None:
    assert not lost_words(clean(source(name).decode()), reading(name))


def test_nothing_is_left_without_a_place(name: str) -> None:
    assert reading(name).unplaced == ()


OUTLINES = {
    "cà mau 2023": {"roman": 3, "arabic": 12, "letter": 55, "dash": 17, "plus": 3},
    "cà mau 69 ngày": {"roman": 5, "arabic": 14, "decimal": 4, "dash": 29},
    "sóc trăng 2023": {"roman": 4, "arabic": 12, "dash": 3},
    "tân hồng 2023": {"roman": 4, "arabic": 11, "dash": 42},
    "nam định 2024": {"roman": 6, "arabic": 20, "letter": 9, "dash": 119, "plus": 9},
}


def test_outline(name: str) -> None:
    found = Counter(str(node.kind) for node in labelled_nodes(reading(name).outline))
    assert found == OUTLINES[name]


BASES = {
    "cà mau 2023": (["Căn cứ"], False),
    "cà mau 69 ngày": (["Căn cứ"], False),
    "sóc trăng 2023": (["Căn cứ", "Căn cứ"], False),
    "tân hồng 2023": (["Thực hiện", "Thực hiện", "Căn cứ"], False),
    "nam định 2024": (["Thực hiện", "", "", "", "", ""], True),
}


def test_bases(name: str) -> None:
    bases = reading(name).bases
    assert ([basis.lead for basis in bases.items], bases.running) == BASES[name]


def test_one_preamble_and_one_closing(name: str) -> None:
    found = reading(name)
    assert [one.text[-1] for one in found.preamble] == [":"]
    assert [one.text[-3:] for one in found.closing] == ["./."]


ENDINGS = {
    "cà mau 2023": (8, "Lưu: VT", [], "GIÁM ĐỐC", "Nguyễn Thanh Luận"),
    "cà mau 69 ngày": (5, "Lưu: VT", [], "GIÁM ĐỐC", "Nguyễn Thanh Luận"),
    "sóc trăng 2023": (5, "Lưu: VT, TCCB", [], "GIÁM ĐỐC", "Châu Tuấn Hồng"),
    "tân hồng 2023": (5, "Lưu: VT, Luận", ["KT. TRƯỞNG PHÒNG"], "PHÓ TRƯỞNG PHÒNG", "Phạm Văn Sô"),
    "nam định 2024": (13, "Lưu: VT, VP", ["KT.GIÁM ĐỐC"], "PHÓ GIÁM ĐỐC", "Nguyễn Văn Thuận"),
}


def test_ending(name: str) -> None:
    found = reading(name)
    signature = found.signature
    assert found.archive and signature.position and signature.name
    assert ENDINGS[name] == (
        len(found.recipients),
        found.archive.name,
        [one.text for one in signature.authority],
        signature.position.text,
        signature.name.text,
    )


DIAGNOSTICS = {
    "cà mau 2023": {"cleaned": 1, "page-number": 1},
    "cà mau 69 ngày": {},
    "sóc trăng 2023": {"row-rejoined": 3},
    "tân hồng 2023": {"rule-line": 1, "repeated-heading": 7, "flattened-table": 1},
    "nam định 2024": {"stray-link": 2},
}


def test_findings(name: str) -> None:
    assert Counter(note.code for note in reading(name).diagnostics) == DIAGNOSTICS[name]


class TestSingleDocuments:
    def test_the_subject_over_three_lines(self) -> None:
        subject = reading("cà mau 69 ngày").head.subject
        assert subject is not None
        assert subject.text.startswith("Triển khai thực hiện Kế hoạch số 48/KH-UBND")
        assert (subject.text[-1], subject.lines) == ("”", (5, 7, 9))

    def test_forty_one_points_of_one_part(self) -> None:
        part = reading("cà mau 2023").outline[1]
        assert sum(node.label.endswith(")") for node in part.walk()) == 41

    def test_sentences_cut_by_a_page_are_whole_again(self) -> None:
        texts = [line.text for line in reading("sóc trăng 2023").lines]
        assert any("Thực hiện áp dụng Hệ thống" in text for text in texts)
        assert any("bưu chính công ích (BCCI); không để" in text for text in texts)

    @pytest.mark.parametrize("symbol", ["4725/QĐ-BGDĐT", "10/2017/QĐ-UBND", "86/KH-UBND", "71/2014/TTLT-BTC-BNV"])
    def test_symbols_cut_by_a_line_are_whole_again(self, symbol: str) -> None:
        texts = [line.text for name in ("cà mau 2023", "nam định 2024") for line in reading(name).lines]
        assert any(symbol in text for text in texts)

    def test_a_wrapped_recipient(self) -> None:
        wrapped = reading("tân hồng 2023").recipients[3]
        assert (wrapped.name, wrapped.purpose) == ("Các trường MN, MG, TH, TH-THCS, THCS", "thực hiện")

    def test_the_task_table_across_pages(self) -> None:
        (appendix,) = reading("sóc trăng 2023").appendices
        assert appendix.content[0].grid is not None
        found = task_table_of(appendix.content[0].grid)
        assert found is not None
        table, (note,) = found
        assert list(Counter(entry.group for entry in table.entries).values()) == [9, 2, 5, 3, 6, 5, 6]
        assert [entry.label for entry in table.entries] == [f"{number}." for number in range(1, 37)]
        assert sum(len(entry.rows) for entry in table.entries) == 38
        assert len(table.entries[2].rows) == 3
        assert table.entries[25].group == table.entries[27].group == "Cải cách tài chính công"
        assert table.entries[12].group == "Cải cách thủ tục hành chính"
        assert note.code == "group-reached-back"

    def test_the_table_read_cell_by_cell_keeps_its_lines(self) -> None:
        (appendix,) = reading("tân hồng 2023").appendices
        assert appendix.title and appendix.note
        assert len(appendix.content) == 365
