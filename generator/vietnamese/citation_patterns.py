"""The words and signs by which the pieces of a citation are told apart in running text.

Vietnamese writes a name of several syllables without any sign of its end, so the ends are known by what follows: a
separator, a date, a word that opens the trích yếu ("về", "ban hành", …) or one that goes on with the sentence.
All patterns expect clean text (NFC); a line break counts as a space.
"""

from __future__ import annotations

import re

from generator.vietnamese.document_names import names_pattern


def _spaced(alternatives: str) -> str:
    """Return the alternatives with any white space where they have a space: a line may end inside each of them."""
    return alternatives.replace(" ", r"\s+")


_LAWS = names_pattern(laws=True).replace("luật", "[Ll]uật")
_OTHERS = names_pattern(laws=False)

_GROUP = r"[A-ZĐĂÂÊÔƠƯ][A-Za-zĐđĂăÂâÊêÔôƠơƯư&\d]*"
_GROUPS = rf"{_GROUP}(?:-\s*{_GROUP})*"
_NUMBER = r"\d{1,5}[a-zđ]?"
_JOINT = rf"(?:/(?=[^\s/;,]+-){_GROUPS})?"
"""What follows a second stroke: the bodies of a joint document, 19/2008/NQLT/CP-UBTUMTTQVN."""
_SYMBOL = rf"(?:{_NUMBER}(?:\s*/\s*\d{{4}})?\s*/\s*{_GROUPS}{_JOINT}|{_NUMBER}-{_GROUPS}/{_GROUPS})(?![\w&])"
"""Of the state: 76/NQ-CP, 61/2018/NĐ-CP, 698/SGDĐT-VP; of the Party: 18-NQ/TW. Broken by a line end also."""
_BLANK_SYMBOL = rf"[\s.…_]{{0,80}}/\s*{_GROUP}-\s*{_GROUPS}(?![\w&])"
_SO = r"(?i:số)(?:\s*:)?"
_NAME_WORD = rf"(?!(?i:số|này|{_OTHERS})\b)[^\s;.,:()\d“”\"]+"

NUMBERED = re.compile(
    rf"\b(?P<type>(?i:{_OTHERS}))\s+(?:{_SO}(?:\s*(?P<n1>{_SYMBOL})|(?P<n0>{_BLANK_SYMBOL}))|(?P<n2>{_SYMBOL}))"
    rf"|\b(?P<named>{_OTHERS})(?P<between>(?:\s+{_NAME_WORD}){{1,12}}?)\s+{_SO}\s*(?P<n3>{_SYMBOL})"
    rf"|(?:[,;]|\bvà)\s+(?P<more>(?i:số)\s+(?P<n4>{_SYMBOL}))"
)
"""A kind and its symbol; or kind, issuer or name, symbol; or the symbol of one more document of the same kind."""
BETWEEN = re.compile(r"(?P<title>.*?)\s*\bcủa\s+(?P<issuer>\S.*)|(?P<name>.+)", re.DOTALL)
"""What stands between a kind and its symbol: a name, an issuer or both."""

LAW = re.compile(rf"(?<!học )(?<!Khoa )(?<!Hội )(?<!ngành )\b(?P<type>{_LAWS})\b(?=\s+\S)")
LAW_NUMBER = re.compile(rf"[,\s(]*{_SO}\s*(?=[\d/\s]*(?:QH|UBTVQH|PL|SL|L-CTN|LCT))(?P<number>{_SYMBOL})\)?")
AMENDING_LAW = re.compile(rf"\s+(?i:sửa\s+đổi)[^;.:]{{0,100}}?\bcủa\s+(?:các\s+)?(?=(?:{_LAWS})\b)")
ONE_MORE_LAW = re.compile(rf"\s*(?:,|\bvà\b)\s*(?P<type>{_LAWS})\b")
NO_LAW_NAME = re.compile(
    r"(?i:này|đó|trên|sư|gia|định|pháp|hiện|nêu|sau|có|quy|của|và|hoặc|được|thì|là|do|đã|phải|cũng|khác|mới|cũ|học)\b"
)
"""First words after "Luật" that make it a bare reference or another word: "Luật này", "Luật sư"."""

DATE_LEAD = re.compile(r"[,\s]*\(?(?:(?i:ký|ban\s+hành)\s+)*(?P<day>(?i:ngày)\s*)?")
YEAR = re.compile(r"[,\s]*\bnăm\s+(?P<year>[12]\d{3})\b")
OF = re.compile(_spaced(r"[,\s]*\b(?:của|do)(?: )(?=[^\W\d_a-zđ]|tỉnh|huyện|thành phố|thị xã|xã|phường|ngành|liên bộ)"))
IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_LEADS = _spaced("Căn cứ|Thực hiện|Tiếp tục thực hiện|Thi hành|Xét|Theo|Trên cơ sở")
LEADS_ON = re.compile(rf"\b(?:và|hoặc|các|những|{_LEADS})$")
"""A last word that leads to the next citation and is no part of the one before it."""

_OPENS = _spaced("về việc|về|v/v|ban hành|quy định|phê duyệt|sửa đổi|bãi bỏ|công bố|hướng dẫn")
_OPENS_WITHOUT_COMMA = _spaced(
    "bổ sung|triển khai|thực hiện|tiếp tục|tăng cường|đẩy mạnh|nâng cao|điều chỉnh|thay thế|kiện toàn|thành lập"
    "|công nhận|chi tiết|giao nhiệm vụ|giao chỉ tiêu|phát động|tổng kết|sơ kết|thông qua"
)
TITLE = re.compile(rf"(?:\s*,)?\s*\b(?P<a>(?i:{_OPENS}))\b(?!\s+(?:tại|của|trên)\b)|\s+(?P<b>{_OPENS_WITHOUT_COMMA})\b")
"""The word that opens a trích yếu; "quy định tại Điều 5" opens none."""
AMENDED = re.compile(
    _spaced(r"\s*[,(]?\s*(?:đã )?được (?:sửa đổi|bổ sung|thay thế)\b|\s*\(\s*(?:đã )?(?:sửa đổi|bổ sung)\b")
)
"""What says that a later document changed the one just cited."""

_GOES_ON = _spaced(
    "để|nhằm|trên|đối với|với(?! cách mạng)|cho|đã|được|thì|là|khi|bằng|đảm bảo|bảo đảm|trong|có hiệu lực|nêu trên"
    "|theo(?! phương thức| hợp đồng)|tại(?! Tòa án| Toà án| doanh nghiệp| Việt Nam)|hiện hành|như|cũng|gồm|do"
)
_FULL_STOP = r"(?<!\bTP)(?<!\bTp)(?<!\bTT)\.(?=\s|$|/)"
_SIGN = rf"[;:\"“”),]|[?!]|{_FULL_STOP}"
_DATE_NEXT = r"\s+(?=(?:ngày|số|năm)\s+\d|ngày\s)"
_KIND_NEXT = rf"\s+(?:và|hoặc)\s+(?=(?:(?:các|những)\s+)?(?:{_LAWS}|{_OTHERS})\b|các\b|những\b)"
_OPENING_NEXT = rf"\s+(?=(?:(?i:{_OPENS})|{_OPENS_WITHOUT_COMMA}|{_GOES_ON})\b)"
_NAMED_OFFICE = _spaced(
    "(?:Sở|Phòng|UBND|Ủy ban|Uỷ ban|Bộ|Trường|Ban|Văn phòng|Cục|Chi cục|Công an|Thanh tra|Trung tâm)"
)
_GOES_ON_AFTER_COMMA = _spaced("nhằm|để|đồng thời|trong đó|góp phần|phấn đấu|đảm bảo|bảo đảm|chủ động")

ISSUER_END = re.compile(rf"\([^()]*\)|(?P<end>{_SIGN}|{_DATE_NEXT}|{_KIND_NEXT}|{_OPENING_NEXT})")
"""Where the name of an office is over; an abbreviation in brackets is passed over."""
LAW_NAME_END = re.compile(rf"(?P<end>{_SIGN}|\(|{_DATE_NEXT}|{_KIND_NEXT}|\s+(?=(?:{_GOES_ON}|quy\s+định)\b))")
TITLE_END = re.compile(
    rf"“[^“”]*”|\"[^\"]*\"|(?P<end>;|[:?!](?=\s|$)|{_FULL_STOP}|\s+(?=Căn\s+cứ\s)"
    rf"|,\s+(?={_NAMED_OFFICE}\s|(?:{_GOES_ON_AFTER_COMMA})\b))"
)
"""Where a trích yếu is over; what stands in quotation marks is passed over."""
SEPARATOR = re.compile(rf"(?:(?:[;,.:]|\bvà|\bhoặc)\s*(?:(?:{_LEADS})\s+)?|\bCăn\s+cứ\s+)(?:(?:các|những)\s+)?$")
"""What stands before a citation that begins anew, at the end of the text before it."""
ONE_MORE = re.compile(r"\s*(?:,|\bvà\b|\bhoặc\b)\s*(?:các\s+)?")
"""What stands between the members of a row of citations."""

_JOINED_BY_COMMA = (
    ("phòng", "chống"),
    ("quốc phòng", "an ninh"),
    ("quản lý", "sử dụng"),
    ("cán bộ", "công chức"),
    ("sửa đổi", "bổ sung"),
    ("thi đua", "khen thưởng"),
    ("tiết kiệm", "chống"),
    ("an toàn", "vệ sinh"),
    ("trật tự", "an toàn"),
    ("khám bệnh", "chữa bệnh"),
    ("phòng cháy", "chữa cháy"),
    ("cứu nạn", "cứu hộ"),
    ("xuất cảnh|nhập cảnh|quá cảnh", "xuất cảnh|nhập cảnh|quá cảnh|cư trú"),
    ("hòa giải|hoà giải", "đối thoại"),
    ("trưng mua", "trưng dụng"),
    ("vũ khí", "vật liệu"),
    ("bảo vệ", "chăm sóc"),
    ("chăm sóc", "giáo dục"),
    ("văn hóa|văn hoá", "thể thao|thông tin"),
    ("kinh tế", "hạ tầng|ngân sách"),
    ("Bộ Chính trị|Ban Bí thư", "Bộ Chính trị|Ban Bí thư"),
    ("khóa [IVXL]+|khoá [IVXL]+", "kỳ họp"),
)
SAFE_COMMA = re.compile(
    "|".join(rf"\b(?:{_spaced(left)}),(?=\s+(?:{_spaced(right)})\b)" for left, right in _JOINED_BY_COMMA),
    re.IGNORECASE,
)
"""Commas inside the names of laws and offices; the comma is the last character of the match."""
