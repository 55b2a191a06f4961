"""Last year's leftovers and unfilled places in the words of a plan or report."""

from __future__ import annotations

import pytest

from generator.lint.gate import judge
from generator.lint.leftovers import leftovers, old_results, reversed_spans, wrong_year
from generator.lint.placeholders import placeholders
from generator.lint.rule import all_rules
from generator.lint.subject import Subject
from generator.lint.text import subject_of_text

_DOCUMENT = """UBND TỈNH SÔNG VÂN
SỞ NỘI VỤ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 21/KH-SNV
Sông Vân, {day}
{kind}
{title}
Căn cứ Kế hoạch số 412/KH-UBND ngày 04 tháng 12 năm 2026 của UBND tỉnh về cải cách hành chính năm 2026;
Sở Nội vụ ban hành {kind} {title} như sau:
I. NỘI DUNG
{words}
II. TỔ CHỨC THỰC HIỆN
1. Văn phòng Sở theo dõi, đôn đốc.
Nơi nhận:
- UBND tỉnh;
- Lưu: VT, VP.
GIÁM ĐỐC
Nguyễn Văn A
"""


def _subject(
    words: str, title: str = "Cải cách hành chính năm 2027", kind: str = "KẾ HOẠCH", day: str = "15 tháng 12 năm 2026"
) -> Subject:
    text = _DOCUMENT.format(day=f"ngày {day}", kind=kind, title=title, words=words)
    return subject_of_text(text.encode(), "thu.txt")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("1. Mục tiêu năm 2026", "Mục tiêu năm 2026"),
        ("1. Nhiệm vụ trọng tâm trong năm 2025", "Nhiệm vụ trọng tâm trong năm 2025"),
        ("1. Phấn đấu đến cuối năm 2026, 90% hồ sơ được số hóa.", "Phấn đấu đến cuối năm 2026"),
        ("1. Hoàn thành trong quý III năm 2026.", "trong quý III năm 2026"),
        ("1. Hoàn thành trước tháng 6/2026.", "trước tháng 6/2026"),
        ("1. Ban hành kế hoạch năm 2026 của đơn vị.", "kế hoạch năm 2026"),
        ("1. Kinh phí năm 2026 giao cho các đơn vị thực hiện theo quy định.", "Kinh phí năm 2026"),
        ("1. Gửi báo cáo chậm nhất ngày 15/3/2026, ngày 15/6/2027 và ngày 15/9/2027.", "ngày 15/3/2026"),
        ("1. Kinh phí năm 2026 do ngân sách bảo đảm.", "Kinh phí năm 2026"),
    ],
)
def test_the_year_before_is_found_where_the_own_year_belongs(words: str, found: str) -> None:
    assert [one.words for one in leftovers(_subject(words))] == [found]


@pytest.mark.parametrize(
    "words",
    [
        "1. Mục tiêu năm 2027",
        "1. Khắc phục tồn tại, hạn chế trong thực hiện nhiệm vụ năm 2026.",
        "1. Chỉ tiêu tăng 5% so với năm 2026.",
        "1. Chương trình giai đoạn 2021 - 2025, kế hoạch năm học 2026 - 2027.",
        "1. Thực hiện Kế hoạch số 412/KH-UBND ngày 04/12/2026 của UBND tỉnh về nhiệm vụ năm 2026.",
        "1. Nhiệm vụ chưa hoàn thành của kế hoạch năm 2026 chuyển sang năm 2027.",
        "1. Chuẩn bị trong quý IV/2026.",
        "1. Xây dựng kế hoạch năm 2028.",
        "1. Quyết định ban hành Kế hoạch năm 2026 hết hiệu lực.",
        "1. Báo cáo quý I: từ ngày 14/12/2026 đến hết ngày 14/3/2027.",
    ],
)
def test_the_year_before_is_lawful_in_results_and_citations(words: str) -> None:
    assert list(leftovers(_subject(words))) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("1. Kỳ báo cáo từ ngày 15/6/2027 đến hết ngày 14/9/2026.", ["từ ngày 15/6/2027 đến ngày 14/9/2026"]),
        ("1. Từ ngày 05 tháng 4 năm 2027 đến ngày 29 tháng 10 năm 2026.", ["từ ngày 05/4/2027 đến ngày 29/10/2026"]),
        ("1. Kỳ báo cáo từ ngày 15/12/2026 đến hết ngày 14/3/2027.", []),
        ("1. Nghị định ngày 15/6/2027 đến nay thay Nghị định ngày 14/9/2026.", []),
    ],
)
def test_a_span_that_ends_before_it_begins_is_found(words: str, found: list[str]) -> None:
    assert [one for one, _ in reversed_spans(_subject(words))] == found


def test_a_report_announces_the_results_of_its_own_year() -> None:
    title = "Kết quả cải cách hành chính năm 2026"
    report = {"title": title, "kind": "BÁO CÁO"}
    assert [one.year for one in old_results(_subject("1. Kết quả năm 2025", **report))] == [2025]
    assert not list(old_results(_subject("1. Kết quả năm 2026", **report)))
    assert not list(leftovers(_subject("1. Nhiệm vụ năm 2025", **report)))


@pytest.mark.parametrize(
    ("title", "kind", "day", "odd"),
    [
        ("Cải cách hành chính năm 2027", "KẾ HOẠCH", "05 tháng 01 năm 2026", "kế hoạch năm 2027"),
        ("Cải cách hành chính năm 2025", "KẾ HOẠCH", "05 tháng 01 năm 2026", "kế hoạch năm 2025"),
        ("Cải cách hành chính năm 2026", "KẾ HOẠCH", "05 tháng 01 năm 2026", None),
        ("Giai đoạn 2021 - 2025", "KẾ HOẠCH", "05 tháng 01 năm 2021", None),
        ("Kết quả công tác quý I năm 2026", "BÁO CÁO", "18 tháng 3 năm 2025", "báo cáo quý I năm 2026"),
        ("Kết quả công tác quý III năm 2026", "BÁO CÁO", "18 tháng 6 năm 2026", "báo cáo quý III năm 2026"),
        ("Kết quả công tác quý I năm 2026", "BÁO CÁO", "18 tháng 3 năm 2026", None),
        ("Kết quả công tác năm 2025", "BÁO CÁO", "10 tháng 01 năm 2026", None),
    ],
)
def test_the_year_of_the_date_fits_the_year_in_the_title(title: str, kind: str, day: str, odd: str | None) -> None:
    assert wrong_year(_subject("1. Nội dung.", title, kind, day)) == odd


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("1. Gửi báo cáo về [tên cơ quan].", "[tên cơ quan]"),
        ("1. Gửi báo cáo về <tên cơ quan>.", "<tên cơ quan>"),
        ("1. Đơn vị chủ trì (ghi tên đơn vị).", "(ghi tên đơn vị)"),
        ("1. Tỷ lệ đạt …% hồ sơ.", "đạt …%"),
        ("1. Tổng số ………… hồ sơ.", "…………"),
        ("1. Điện thoại: xxxx.", "xxxx"),
        ("1. Phòng nào chủ trì???", "???"),
        ("1. Các phòng ( ) thực hiện.", "( )"),
        ("1. Kinh phí [CẦN BỔ SUNG: số tiền].", "[CẦN BỔ SUNG: số tiền]"),
        ("1. Theo Error! Reference source not found.", "Error! Reference source not found"),
    ],
)
def test_places_not_filled_in_are_found(words: str, found: str) -> None:
    assert [one.words for one in placeholders(_subject(words))] == [found]


@pytest.mark.parametrize(
    "words",
    [
        "1. Báo, đài, mạng xã hội… đăng tin.",
        "1. Trường hợp chậm phải báo cáo (ghi rõ lý do).",
        "1. Lần thứ XXX, phiên bản [1], tỷ lệ <5%.",
        "1. Thư điện tử <vanphong@songvan.gov.vn>.",
        "1. Người ký: Nguyễn Văn A.",
    ],
)
def test_what_only_looks_unfilled_is_left_alone(words: str) -> None:
    assert list(placeholders(_subject(words))) == []


_HEADINGS = """1. Thể chế
a) Rà soát văn bản.
2. Thủ tục
a) Công khai thủ tục.
3. Thông tin, tuyên truyền về cải cách hành chính trên địa bàn toàn tỉnh
{first}4. Tài chính công
{second}5. Bộ máy
a) Sắp xếp các phòng."""


def _codes(first: str, second: str) -> list[str]:
    """Return what rules of endings, empty headings and unfilled places find below two headings."""
    subject = _subject(_HEADINGS.format(first=first, second=second))
    chosen = [one for code, one in all_rules().items() if code in ("CT-07", "NC-03", "NG-11")]
    return [one.code for one in judge(subject, chosen).findings]


_GAP = "[CẦN BỔ SUNG: nội dung mục]\n"
_WORDS = "a) Thực hiện theo kế hoạch.\n"


@pytest.mark.parametrize(
    ("first", "second", "codes"),
    [
        ("", _WORDS, ["NG-11"]),
        (_WORDS, "", ["CT-07"]),
        (_GAP, _WORDS, ["NC-03"]),
        (_WORDS, _GAP, ["NC-03"]),
        (_GAP, _GAP, ["NC-03"]),
        (_WORDS, _WORDS + _GAP, ["NC-03"]),
    ],
)
def test_a_heading_before_a_gap_is_neither_empty_nor_without_its_end(first: str, second: str, codes: list[str]) -> None:
    assert _codes(first, second) == codes
