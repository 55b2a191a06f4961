"""Figures in running text: their value, what they count, how they are meant and how they are written.

"đạt 39,54%", "633/1.601 hồ sơ", "từ 90% trở lên", "1,5 tỷ đồng" are quantities. Dates, numbers of documents, of
clauses and of list items, versions, telephone numbers and times of the day are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache

from generator.vietnamese.numbers import parse_number
from generator.vietnamese.unicode import fold


class Bound(StrEnum):
    """How a figure is meant."""

    EXACT = "exact"
    AT_LEAST = "at least"
    MORE = "more than"
    AT_MOST = "at most"
    LESS = "less than"
    ABOUT = "about"
    """Rounded too: 8,9 nghìn hồ sơ."""


class Form(StrEnum):
    """How a figure is written."""

    NATIVE = "native"
    """1.601; 39,54; without any sign too."""
    FOREIGN_THOUSANDS = "foreign thousands"
    """1,601 hồ sơ."""
    FOREIGN_DECIMAL = "foreign decimal"
    """39.54%."""
    BROKEN = "broken"
    """Groups of another length than three: 1.6010 hồ sơ. Its value is not known."""


@dataclass(frozen=True)
class Quantity:
    """A figure of a text with what it counts."""

    start: int
    end: int
    """Where it ends with its sign or counted noun."""
    written: str
    """The digits as they stand, those of a fraction with the whole."""
    value: Decimal
    """In đồng for money; 0 for what is broken."""
    unit: str = ""
    """"%", "đồng", the counted noun in small letters ("hồ sơ"), or nothing."""
    decimals: int = 0
    """Digits after the comma."""
    bound: Bound = Bound.EXACT
    whole: Decimal | None = None
    """The number after the stroke of "633/1.601 hồ sơ"."""
    form: Form = Form.NATIVE
    spaced_sign: bool = False
    """Whether a space stands before the %."""

    @property
    def is_share(self) -> bool:
        """Whether it is given in hundredths."""
        return self.unit == "%"

    @property
    def is_count(self) -> bool:
        """Whether it is a number of things: whole, not of money, and no share."""
        return self.unit not in ("%", "đồng") and not self.decimals and self.form is not Form.BROKEN


_NOUNS = (
    "hồ sơ|hs|thủ tục hành chính|thủ tục|tthc|văn bản|vbqppl|nhiệm vụ|công việc|cán bộ|công chức|viên chức|cbccvc|cbcc"
    "|người lao động|người dân|người|lượt|phiếu|ý kiến|phản ánh|kiến nghị|pakn|cơ quan|đơn vị|tổ chức|sở|xã|phường"
    "|đặc khu|trường|lớp|học sinh|giáo viên|cuộc|hội nghị|buổi|tin|bài|dịch vụ công|dịch vụ|dvctt|dvc|doanh nghiệp"
    "|hợp tác xã|hộ|dự án|chương trình|đề án|kế hoạch|quyết định|công văn|báo cáo|nghị quyết|chỉ thị|thông báo"
    "|tờ trình|chỉ tiêu|tiêu chí|sáng kiến|mô hình|vấn đề|vụ việc|vụ|trường hợp|tài khoản|máy tính|biên chế"
    "|giao dịch|chứng thư số|đại biểu|thành viên|cơ sở|thôn|ấp|tổ dân phố|đơn|giấy chứng nhận|giấy phép|lỗi|đvsncl"
    "|đvsn|thí sinh|trẻ|bệnh nhân|giường|bộ|bản|trang|điểm|lần|đợt|ngày đêm|ngày|tháng|năm|tuần|giờ|phút|quý"
    "|km2|km²|km|m2|m²|ha|kg|tấn|công trình|giải|phòng|nhóm|đoàn|tổ|khâu|bước|phần|chương|ban"
    "|con|em|cặp|suất|đối tượng|ca|lao động|trụ sở|thửa đất|gói thầu|hạng mục|hợp đồng|thiết bị|di tích|tài sản"
)
_SCALES = {"": 1, "nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9, "nghìn tỷ": 10**12}
_NUMBER = r"\d+(?:[.,]\d+)*"
_QUANTITY = re.compile(
    rf"(?<![\w/.,:+])(?<!\w[-–&])(?P<number>{_NUMBER})(?:\s?/\s?(?P<whole>{_NUMBER}))?(?![\w/]|[-–]\w|:\d)"
    r"(?:(?P<sign>[ \u00a0]?%)"
    r"|\s+(?P<money>(?:(?:nghìn tỷ|nghìn|ngàn|triệu|tỷ|tỉ)\s+)?đồng\b|(?:triệu|tỷ|tỉ)\b(?!\s+usd))"
    rf"|\s+(?P<scale>nghìn|ngàn|triệu)\b(?:\s+(?P<many>(?:{_NOUNS})\b))?"
    rf"|\s+(?P<noun>(?:{_NOUNS})\b))?",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"(?:\b(?:điều|khoản|(?<!cao )(?<!thí )(?<!thời )điểm|mục|tiểu mục|phần|chương|phụ lục|biểu|biểu mẫu|mẫu|bảng|hình"
    r"|mức|mức độ|cấp độ|thứ|lần thứ|khóa|khoá|học kỳ|phiên bản|version|khu phố|đường|quốc lộ|tầng|trang|dòng|cột"
    r"|nhóm|tiêu chí|câu|tcvn|iso|công nghiệp|km|điện thoại|đt|sđt|fax|hotline|tổng đài|ip|stt|tọa độ)"
    r"|(?<!tổng )(?<!trong )\bsố)\s*:?\s*$",
    re.IGNORECASE,
)
"""What is numbered, and never counted by the number behind it."""
_DOCUMENT = re.compile(
    r"\b(?:đề án|nghị quyết|nghị định|chỉ thị|quyết định|thông tư|kế hoạch|công văn|luật|thông báo|tờ trình)\s*$",
    re.IGNORECASE,
)
_CALENDAR = re.compile(r"\b(ngày|tháng|năm|quý|từ|đến|trước|sau|hôm|và|-|–)\s*$", re.IGNORECASE)
_LARGEST = {"ngày": 31, "tháng": 12, "quý": 4}
_SHARE_FOLLOWS = re.compile(
    r"\s*(?:[^\W\d_]{1,10}\s*)?[,(]?\s*(?:đạt|chiếm|tỷ lệ)\b|\s*(?:[^\W\d_]{1,10}\s*)?\(\s*\d+(?:,\d+)?\s?%",
    re.IGNORECASE,
)
_GREAT, _YEAR = re.compile(r"\d{3,}|\d+\.\d{3}"), re.compile(r"(?:19|20)\d\d")
_LABEL = re.compile(r"\s*\d+(?:\.\d+)*[.)/](?!\d)")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
_POINTED = re.compile(r"\d+\.\d{1,2}")
_BROKEN = re.compile(r"[1-9]\d*(?:\.\d{3})*\.\d{4,}")
_BEFORE = re.compile(
    r"(?:^|(?<=[\s(,:;]))(?:(?P<AT_LEAST>≥|>=|ít nhất|tối thiểu|không dưới|không thấp hơn|không ít hơn|từ)"
    r"|(?P<AT_MOST>≤|<=|không quá|tối đa|nhiều nhất|không vượt quá|không cao hơn|không vượt)"
    r"|(?P<MORE>>|trên|hơn|cao hơn|lớn hơn)|(?P<LESS><|dưới|thấp hơn|nhỏ hơn)"
    r"|(?P<ABOUT>khoảng|gần|xấp xỉ|ước|ước đạt|ước khoảng|chừng|hơn kém))\s*$",
    re.IGNORECASE,
)
"""The word before a figure that says how it is meant; its group is the name of the bound."""
_UPWARDS = re.compile(r"[^,;.()]{0,40}?\btrở lên\b", re.IGNORECASE)
_DOWNWARDS = re.compile(r"[^,;.()]{0,40}?\btrở xuống\b", re.IGNORECASE)
_LOOKED_BACK = 24


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Return the quantities of a clean text in order; empty for a text without figures."""
    return tuple(_quantities(text))


def _quantities(text: str) -> Iterator[Quantity]:
    label = _LABEL.match(text)
    for match in _QUANTITY.finditer(text, label.end() if label else 0):
        before = text[max(0, match.start() - _LOOKED_BACK) : match.start()]
        if not _is_ordinal(before, match):
            found = _quantity(text, match, before)
            if found is not None:
                yield found


def _is_ordinal(before: str, match: re.Match[str]) -> bool:
    """Tell whether it numbers something or belongs to a date."""
    is_bare = not (match["sign"] or match["noun"] or match["money"] or match["scale"])
    if not match["sign"] and (_ORDINAL.search(before) or (is_bare and _DOCUMENT.search(before))):
        return True
    number = match["number"]
    calendar = _CALENDAR.search(before)
    if match["whole"]:
        return bool(calendar or match["sign"]) or not (match["noun"] or _is_ratio(match))
    if not calendar or not number.isdigit() or match["sign"] or match["money"]:
        return bool(re.fullmatch(r"0\d{8,10}", number))
    word, value = calendar[1].casefold(), int(number)
    if word == "năm":
        return 1900 <= value <= 2100
    return value <= _LARGEST.get(word, -1)


def _is_ratio(match: re.Match[str]) -> bool:
    """Tell whether a fraction without a noun is one of things: a share follows, it is great, or alone in brackets."""
    text, start, end = match.string, match.start(), match.end()
    if _GREAT.fullmatch(match["whole"]) and not _YEAR.fullmatch(match["whole"]):
        return True
    return bool(_SHARE_FOLLOWS.match(text, end)) or text[max(0, start - 1) : start] + text[end : end + 1] == "()"


def _quantity(text: str, match: re.Match[str], before: str) -> Quantity | None:
    noun, money, sign = match["noun"] or match["many"], match["money"], match["sign"]
    form, value = _value(match["number"], counts=bool(noun) and not match["scale"])
    form_of_whole, whole = _value(match["whole"], counts=True) if match["whole"] else (form, None)
    form = form_of_whole if form is Form.NATIVE else form
    if value is None and form is not Form.BROKEN:
        return None
    words = (match["scale"] or money or "").casefold()
    scale = _SCALES[_small(words.removesuffix("đồng"))]
    return Quantity(
        match.start(),
        match.end(),
        text[match.start("number") : match.end("whole") if match["whole"] else match.end("number")],
        (value or Decimal(0)) * scale,
        "%" if sign else "đồng" if money else _small(noun or ""),
        len(f"{value or Decimal(0):f}".partition(".")[2]),
        Bound.ABOUT if match["scale"] else _bound(before, text, match.end()),
        None if whole is None else whole * scale,
        form,
        bool(sign) and len(sign) > 1,
    )


@cache
def _small(words: str) -> str:
    return fold(words)


def _value(written: str, *, counts: bool) -> tuple[Form, Decimal | None]:
    """Return form and value; whether things are counted decides what the comma of "1,601" is."""
    if _GROUPED.fullmatch(written) and (counts or "." in written or written.count(",") > 1):
        return Form.FOREIGN_THOUSANDS, Decimal(written.replace(",", ""))
    if _POINTED.fullmatch(written):
        return Form.FOREIGN_DECIMAL, Decimal(written)
    value = parse_number(written)
    if value is None and _BROKEN.fullmatch(written) and counts:
        return Form.BROKEN, None
    return Form.NATIVE, value


def _bound(before: str, text: str, end: int) -> Bound:
    if _UPWARDS.match(text, end):
        return Bound.AT_LEAST
    if _DOWNWARDS.match(text, end):
        return Bound.AT_MOST
    match = _BEFORE.search(before)
    return Bound[match.lastgroup] if match and match.lastgroup else Bound.EXACT
