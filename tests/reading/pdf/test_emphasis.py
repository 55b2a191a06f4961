"""Bold words inside the paragraphs of a PDF."""

from __future__ import annotations

from generator.importers.registry import import_document
from generator.model.labels import walk
from tests.reading.pdf.drawn import Drawn, Text, pdf_of

_HEAD = [Text(250, 80, "KẾ HOẠCH", bold=True), Text(230, 100, "Cải cách năm 2026", bold=True)]


def texts(*lines: tuple[Text, ...]) -> list[str]:
    """Return the texts of the body of a document with these lines below its title."""
    drawn = [text for line in lines for text in line]
    document = import_document(pdf_of(Drawn([*_HEAD, *drawn])), "a.pdf").document
    return [text for one in walk(document.sections) if (text := getattr(one, "text", None))]


def line(y: float, *pieces: tuple[str, bool], x: float = 85) -> tuple[Text, ...]:
    """Return a line of pieces, each bold or not; one that begins with a blank stands apart from the one before."""
    found = []
    for words, bold in pieces:
        found.append(Text(x + 7 * (len(words) - len(words.lstrip())), y, words.strip(), bold=bold))
        x += 7 * len(words)
    return tuple(found)


def test_bold_words_of_a_paragraph_of_several_lines() -> None:
    first = line(160, ("Báo cáo gửi về Sở Nội vụ trước ngày 15 hằng tháng và", False), (" chậm nhất", True))
    second = line(180, ("ngày 20", True), (", các đơn vị tự chịu trách nhiệm.", False))
    wide = line(200, ("Các đơn vị nghiêm túc thực hiện Kế hoạch này theo đúng tiến độ được giao.", False))
    assert texts(first, second, wide)[0] == (
        "Báo cáo gửi về Sở Nội vụ trước ngày 15 hằng tháng và **chậm nhất ngày 20**, các đơn vị tự chịu trách nhiệm."
    )


def test_words_that_all_look_alike_have_no_marks() -> None:
    assert texts(line(160, ("Báo cáo gửi về Sở Nội vụ.", True)))[0].startswith("Báo cáo")


def test_a_label_of_its_own_look_leaves_the_words_plain() -> None:
    (item,) = texts(line(160, ("1.", True), (" Rà soát các quy định.", False)))
    assert item == "Rà soát các quy định."
