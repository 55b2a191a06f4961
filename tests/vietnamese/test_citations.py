"""Citations composed after the decree and found in running text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.vietnamese.citations import Citation, DateStyle, compose, find_citations
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.unicode import clean
from tests.corpus import CORPUS, needs_corpus


def shown(text: str) -> list[str]:
    """Each citation on one line: kind, number, date, issuer, title; one inside another's title begins with "*"."""
    lines = []
    for found in find_citations(text):
        citation = found.citation
        iso = citation.date.iso() if citation.date is not None else None
        pieces = (citation.type, citation.number, iso, citation.issuer, citation.title)
        lines.append(("* " if found.inside else "") + " | ".join(piece or "-" for piece in pieces))
    return lines


FULL = Citation(
    type="Nghị quyết",
    number="76/NQ-CP",
    date=PartialDate(2021, 7, 15),
    issuer="Chính phủ",
    title="ban hành Chương trình tổng thể",
)
LAW = Citation(type="Luật", title="Tổ chức chính quyền địa phương", date=PartialDate(2025, 6, 16))


@pytest.mark.parametrize(
    ("citation", "style", "written"),
    [
        (
            FULL,
            "long",
            "Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình tổng thể",
        ),
        (FULL, "short", "Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể"),
        (LAW, "long", "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"),
        (LAW, "short", "Luật Tổ chức chính quyền địa phương ngày 16/6/2025"),
        (
            LAW.model_copy(update={"number": "72/2025/QH15", "issuer": "Quốc hội"}),
            "long",
            "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
        ),
        (Citation(type="Luật", title="Viên chức", date=PartialDate(2010)), "long", "Luật Viên chức năm 2010"),
        (
            Citation(type="Luật", title="Viên chức", date=PartialDate(2010, 1)),
            "long",
            "Luật Viên chức tháng 01 năm 2010",
        ),
        (
            Citation(type="Kế hoạch", number="/KH-UBND", date=PartialDate(2026, 12), issuer="UBND tỉnh"),
            "long",
            "Kế hoạch số      /KH-UBND ngày      tháng 12 năm 2026 của UBND tỉnh",
        ),
        (Citation(type="Kế hoạch", number="1/KH-A", date=PartialDate(2026)), "short", "Kế hoạch số 1/KH-A năm 2026"),
        (Citation(type="Kế hoạch", number="1/KH-A", date=PartialDate(None)), "short", "Kế hoạch số 1/KH-A"),
        (Citation(type="Kế hoạch"), "long", "Kế hoạch"),
    ],
)
def test_composed(citation: Citation, style: DateStyle, written: str) -> None:
    assert compose(citation, style) == written


def test_a_citation_refuses_what_it_does_not_know() -> None:
    with pytest.raises(ValidationError):
        Citation.model_validate({"type": "Luật", "sign": "x"})
    with pytest.raises(ValidationError):
        Citation(type="")


def test_every_field_has_a_vietnamese_label_and_a_description() -> None:
    assert [field.title for field in Citation.model_fields.values()] == [
        "Tên loại",
        "Số, ký hiệu",
        "Cơ quan ban hành",
        "Ngày ban hành",
        "Trích yếu",
    ]
    assert all(field.description for field in Citation.model_fields.values())


ALONE = [
    (
        "Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình A;",
        "Nghị quyết | 76/NQ-CP | 2021-07-15 | Chính phủ | ban hành Chương trình A",
    ),
    (
        "Thực hiện Kế hoạch số 304/KH-UBND, ngày 30 tháng 12 năm 2022 của UBND huyện B, về việc C;",
        "Kế hoạch | 304/KH-UBND | 2022-12-30 | UBND huyện B | về việc C",
    ),
    (
        "Nghị quyết số 76/NQ-CP của Chính phủ ngày 15/7/2021 về cải cách",
        "Nghị quyết | 76/NQ-CP | 2021-07-15 | Chính phủ | về cải cách",
    ),
    (
        "Quyết định của Thủ tướng Chính phủ số 131/QĐ-TTg ngày 25/01/2022",
        "Quyết định | 131/QĐ-TTg | 2022-01-25 | Thủ tướng Chính phủ | -",
    ),
    (
        "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
        "Luật | - | 2025-06-16 | - | Tổ chức chính quyền địa phương",
    ),
    (
        "tại Luật Ban hành văn bản quy phạm pháp luật năm 2015",
        "Luật | - | 2015 | - | Ban hành văn bản quy phạm pháp luật",
    ),
    (
        "Luật Giao dịch điện tử số 20/2023/QH15 ngày 22/6/2023",
        "Luật | 20/2023/QH15 | 2023-06-22 | - | Giao dịch điện tử",
    ),
    (
        "Luật số 64/2025/QH15 ngày 19/02/2025 của Quốc hội",
        "Luật | 64/2025/QH15 | 2025-02-19 | Quốc hội | -",
    ),
    ("Luật Phòng, chống tham nhũng để", "Luật | - | - | - | Phòng, chống tham nhũng"),
    ("Luật cán bộ, công \nchức, các văn bản", "Luật | - | - | - | cán bộ, công chức"),
    ("Hiến pháp năm 2013", "Hiến pháp | - | 2013 | - | -"),
    (
        "Pháp lệnh Ưu đãi người có công với cách mạng ngày 09 tháng 12 năm 2020",
        "Pháp lệnh | - | 2020-12-09 | - | Ưu đãi người có công với cách mạng",
    ),
    ("theo Nghị quyết 18-NQ/TW trên cơ sở", "Nghị quyết | 18-NQ/TW | - | - | -"),
    ("Nghị quyết số 09-NQ/TU ngày 15/10/2021", "Nghị quyết | 09-NQ/TU | 2021-10-15 | - | -"),
    (
        "Chương trình hành động của Tỉnh ủy số 12-CTr/TU",
        "Chương trình hành động | 12-CTr/TU | - | Tỉnh ủy | -",
    ),
    (
        "Chương trình công tác của Tỉnh ủy số 12-CTr/TU",
        "Chương trình | 12-CTr/TU | - | Tỉnh ủy | công tác",
    ),
    ("Kế hoạch số 48/KHUBND ngày 01/3/2023", "Kế hoạch | 48/KHUBND | 2023-03-01 | - | -"),
    ("Nghị định số 107/NĐ-CP", "Nghị định | 107/NĐ-CP | - | - | -"),
    ("Quyết định số 4725/QĐ-\n\nBGDĐT ngày 30/12/2022", "Quyết định | 4725/QĐ-BGDĐT | 2022-12-30 | - | -"),
    ("theo công văn số 698/SGD&ĐT-VP", "Công văn | 698/SGD&ĐT-VP | - | - | -"),
    ("văn bản số 414/BNV-VTLTNN", "Văn bản | 414/BNV-VTLTNN | - | - | -"),
    (
        "Thông tư liên tịch số 71/2014/TTLT-BTC-BNV ngày 30/5/2014 của Bộ Tài chính và Bộ Nội vụ",
        "Thông tư liên tịch | 71/2014/TTLT-BTC-BNV | 2014-05-30 | Bộ Tài chính và Bộ Nội vụ | -",
    ),
    ("Phụ lục 06 Thông tư 145/2017/TT-BTC", "Thông tư | 145/2017/TT-BTC | - | - | -"),
    (
        "Thông tư số 05/2023/TT-BVHTTDL của Bộ Văn hóa, Thể thao và Du lịch quy định về A",
        "Thông tư | 05/2023/TT-BVHTTDL | - | Bộ Văn hóa, Thể thao và Du lịch | quy định về A",
    ),
    (
        "Kế hoạch số 2601/KH-GDĐT của Sở Giáo dục và Đào tạo (GDĐT) về B, Sở GDĐT ban hành",
        "Kế hoạch | 2601/KH-GDĐT | - | Sở Giáo dục và Đào tạo | về B",
    ),
    (
        "Nghị quyết số 12/NQ-HĐND của HĐND tỉnh khóa X, kỳ họp thứ 12 về C",
        "Nghị quyết | 12/NQ-HĐND | - | HĐND tỉnh khóa X, kỳ họp thứ 12 | về C",
    ),
    (
        "Kế hoạch số 12/KH-UBND của UBND TP. Hồ Chí Minh về A. Sở Nội vụ báo cáo",
        "Kế hoạch | 12/KH-UBND | - | UBND TP. Hồ Chí Minh | về A",
    ),
    (
        "(Kèm theo Quyết định số      /QĐ-UBND ngày     tháng 5 năm 2026 của UBND tỉnh)",
        "Quyết định | /QĐ-UBND | 2026-05 | UBND tỉnh | -",
    ),
    ("Quyết định số 985/QĐ-UBND ngày 31/11/2022 của UBND tỉnh", "Quyết định | 985/QĐ-UBND | - | UBND tỉnh | -"),
    (
        "Nghị định số 45/2020/NĐ-CP quy định tại Điều 5",
        "Nghị định | 45/2020/NĐ-CP | - | - | -",
    ),
    (
        "Kế hoạch số 86/KH-UBND của UBND tỉnh triển khai “Đề án a; b. c”. Phòng",
        "Kế hoạch | 86/KH-UBND | - | UBND tỉnh | triển khai “Đề án a; b. c”",
    ),
]


@pytest.mark.parametrize(("text", "line"), ALONE)
def test_one_citation(text: str, line: str) -> None:
    assert shown(text) == [line]


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch này, Luật này, theo quy định của Luật, Nghị quyết, Nghị định",
        "Hiến pháp và pháp luật; Bộ luật; Luật có hiệu lực",
        "Luật sư Nguyễn Văn A, Trường Đại học Luật Hà Nội",
        "Số: 15/KH-SGDĐT",
        "Kế hoạch năm 2026 của UBND tỉnh; “Đề án 06”; 34/35 đơn vị; Báo cáo quý I/2026",
        ", số 19-NQ/TW",
        "",
    ],
)
def test_what_is_no_citation(text: str) -> None:
    assert shown(text) == []


SEVERAL = [
    (
        "Nghị định số 61/2018/NĐ-CP ngày 24/3/2018, Nghị định số 107/NĐ-CP ngày 06/12/2021 của Chính phủ.",
        ["Nghị định | 61/2018/NĐ-CP | 2018-03-24 | - | -", "Nghị định | 107/NĐ-CP | 2021-12-06 | Chính phủ | -"],
    ),
    (
        "Nghị quyết số 18-NQ/TW, số 19-NQ/TW của Trung ương",
        ["Nghị quyết | 18-NQ/TW | - | - | -", "Nghị quyết | 19-NQ/TW | - | Trung ương | -"],
    ),
    (
        "Quyết định số 1/QĐ-A ngày 01/3/2023 của Bộ A và Kế hoạch ứng dụng theo Quyết định số 2/QĐ-B",
        ["Quyết định | 1/QĐ-A | 2023-03-01 | Bộ A | -", "Quyết định | 2/QĐ-B | - | - | -"],
    ),
    (
        "Luật Cán bộ, công chức năm 2025, Luật Viên chức năm 2010; Bộ luật Lao động và các văn bản",
        [
            "Luật | - | 2025 | - | Cán bộ, công chức",
            "Luật | - | 2010 | - | Viên chức",
            "Bộ luật | - | - | - | Lao động",
        ],
    ),
    (
        "Công văn số 698/SGDĐT-VP về việc thực hiện Kế hoạch số 48/KHUBND ngày 01/3/2023 của UBND tỉnh./.",
        [
            "Công văn | 698/SGDĐT-VP | - | - | về việc thực hiện Kế hoạch số 48/KHUBND ngày 01/3/2023 của UBND tỉnh",
            "* Kế hoạch | 48/KHUBND | 2023-03-01 | UBND tỉnh | -",
        ],
    ),
    (
        "Nghị định số 1/2024/NĐ-CP sửa đổi Nghị định số 2/2018/NĐ-CP, Nghị định số 3/2020/NĐ-CP và "
        "Nghị định số 4/2020/NĐ-CP",
        [
            "Nghị định | 1/2024/NĐ-CP | - | - | sửa đổi Nghị định số 2/2018/NĐ-CP, Nghị định số 3/2020/NĐ-CP và "
            "Nghị định số 4/2020/NĐ-CP",
            "* Nghị định | 2/2018/NĐ-CP | - | - | -",
            "* Nghị định | 3/2020/NĐ-CP | - | - | -",
            "* Nghị định | 4/2020/NĐ-CP | - | - | -",
        ],
    ),
    (
        "Nghị định số 107/2021/NĐ-CP sửa đổi Nghị định số 61/2018/NĐ-CP, Thông tư số 01/2018/TT-VPCP ngày 23/11/2018",
        [
            "Nghị định | 107/2021/NĐ-CP | - | - | sửa đổi Nghị định số 61/2018/NĐ-CP",
            "* Nghị định | 61/2018/NĐ-CP | - | - | -",
            "Thông tư | 01/2018/TT-VPCP | 2018-11-23 | - | -",
        ],
    ),
    (
        "Nghị định số 61/2018/NĐ-CP về một cửa (được sửa đổi, bổ sung tại Nghị định số 107/2021/NĐ-CP); Luật Đất đai;",
        [
            "Nghị định | 61/2018/NĐ-CP | - | - | về một cửa",
            "* Nghị định | 107/2021/NĐ-CP | - | - | -",
            "Luật | - | - | - | Đất đai",
        ],
    ),
    (
        "Quyết định số 5/QĐ-A về quy chế ban hành kèm theo Quyết định số 6/QĐ-A",
        [
            "Quyết định | 5/QĐ-A | - | - | về quy chế ban hành kèm theo Quyết định số 6/QĐ-A",
            "* Quyết định | 6/QĐ-A | - | - | -",
        ],
    ),
    (
        "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương "
        "ngày 22 tháng 11 năm 2019;",
        [
            "Luật | - | 2019-11-22 | - | sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và "
            "Luật Tổ chức chính quyền địa phương",
            "* Luật | - | - | - | Tổ chức Chính phủ",
            "* Luật | - | - | - | Tổ chức chính quyền địa phương",
        ],
    ),
    (
        "Kế hoạch số 48/KH-UBND về Chiến dịch “A” Căn cứ Kế hoạch số 48/KH-UBND về B",
        ["Kế hoạch | 48/KH-UBND | - | - | về Chiến dịch “A”", "Kế hoạch | 48/KH-UBND | - | - | về B"],
    ),
]


@pytest.mark.parametrize(("text", "lines"), SEVERAL)
def test_several_citations(text: str, lines: list[str]) -> None:
    assert shown(text) == lines


def test_six_bases_in_one_paragraph_with_a_report_on_reporting() -> None:
    text = (
        "Thực hiện Quyết định số 1/QĐ-UBND ngày 28/9/2021 của UBND tỉnh Ban hành Chương trình A, giai đoạn 2021-2025; "
        "Kế hoạch số 2/KH-UBND ngày 29/9/2021 về B; Kế hoạch số 3/KH-UBND ngày 20/8/2021 về C; Kế hoạch số 4/KH-SGDĐT "
        "triển khai D, Kế hoạch số 5/KH-SGDĐT ngày 01/9/2021 về E; Báo cáo số 6/BC-SGDĐT ngày 13/12/2023 về báo cáo "
        "công tác năm 2023, Sở Giáo dục và Đào tạo ban hành Kế hoạch như sau:"
    )
    found = find_citations(text)
    assert [entry.citation.number for entry in found if not entry.inside] == [
        "1/QĐ-UBND",
        "2/KH-UBND",
        "3/KH-UBND",
        "4/KH-SGDĐT",
        "5/KH-SGDĐT",
        "6/BC-SGDĐT",
    ]
    assert found[-1].citation.title == "về báo cáo công tác năm 2023"


def test_the_place_is_that_of_the_text_as_it_stands() -> None:
    text = "Căn cứ  \n\n\n Kế hoạch     số 48/KH-\n\n\nUBND ngày \n\n\n 01/3/2023 của    Sở A;"
    found = find_citations(text)[0]
    assert text[found.start : found.end] == text[text.index("Kế") : text.index(";")]


def test_long_runs_of_spaces_and_dots_cost_no_time() -> None:
    gap = " " * 20_000
    text = f"Kế hoạch số{gap}x Kế hoạch số 1/KH-A về{gap}x Kế hoạch số{'.' * 20_000}"
    assert [found.citation.number for found in find_citations(text)] == ["1/KH-A"]


NUMBERED = st.builds(
    Citation,
    type=st.sampled_from(["Nghị quyết", "Quyết định", "Thông tư liên tịch", "Kế hoạch", "Công văn"]),
    number=st.sampled_from(
        ["76/NQ-CP", "61/2018/NĐ-CP", "18-NQ/TW", "698/SGD&ĐT-VP", "/KH-UBND", "71/2014/TTLT-BTC-BNV"]
    ),
    issuer=st.sampled_from([None, "Chính phủ", "Bộ Tài chính và Bộ Nội vụ", "Chủ tịch Ủy ban nhân dân tỉnh Cà Mau"]),
    date=st.sampled_from([None, PartialDate(2021, 7, 15), PartialDate(2026, 12), PartialDate(2026), PartialDate(None)]),
    title=st.sampled_from([None, "ban hành Chương trình A", "về việc B, C", "sửa đổi Nghị định số 5/NĐ-CP"]),
)
LAWS = st.builds(
    Citation,
    type=st.sampled_from(["Luật", "Bộ luật", "Pháp lệnh"]),
    title=st.sampled_from(["Viên chức", "Phòng, chống tham nhũng", "sửa đổi, bổ sung một số điều của Luật Đất đai"]),
    date=st.sampled_from([None, PartialDate(2021, 7, 15), PartialDate(2015)]),
)


@settings(max_examples=150)
@given(NUMBERED | LAWS)
def test_what_is_composed_is_found(citation: Citation) -> None:
    found = find_citations(f"Căn cứ {compose(citation)}; Phòng A")
    assert [entry.citation for entry in found if not entry.inside] == [citation]


def corpus_text(start_of_name: str) -> str:
    return clean(next(CORPUS.glob(f"{start_of_name}*.txt")).read_text(encoding="utf-8"))


@needs_corpus
@pytest.mark.parametrize(
    ("name", "own", "inside"), [("000", 12, 0), ("001", 4, 1), ("002", 5, 0), ("003", 5, 0), ("004", 40, 12)]
)
def test_all_citations_of_real_plans(name: str, own: int, inside: int) -> None:
    """Counted by reading; the numbers include a law cited by its name."""
    found = find_citations(corpus_text(name))
    assert (sum(not entry.inside for entry in found), sum(entry.inside for entry in found)) == (own, inside)


@needs_corpus
@pytest.mark.parametrize(
    ("name", "first", "after", "numbers"),
    [
        ("000", "Căn cứ", "như sau", ["158/QĐ-UBND"]),
        ("001", "Căn cứ", "Sở Giáo dục", ["48/KH-UBND"]),
        ("002", "Căn cứ", "như sau", ["192/KH-UBND", "2601/KH-GDĐT"]),
        ("003", "Thực hiện Kế hoạch số", "Căn cứ các", ["304/KH-UBND", "01/KH-SGDĐT"]),
        (
            "004",
            "Thực hiện Quyết định số",
            "Sở Giáo dục và",
            ["2084/QĐ-UBND", "111/KH-UBND", "99/KH-UBND", "1267/KH-SGDĐT", "1279/KH-SGDĐT", "2254/BC-SGDĐT"],
        ),
    ],
)
def test_legal_bases_of_real_plans(name: str, first: str, after: str, numbers: list[str]) -> None:
    text = corpus_text(name)
    start = text.index(first)
    bases = find_citations(text[start : text.index(after, start)])
    assert [entry.citation.number for entry in bases if not entry.inside] == numbers
