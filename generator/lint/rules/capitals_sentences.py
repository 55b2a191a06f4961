"""Capitals that the place of a word asks for (PL II): sentences, clauses of documents, units, days."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise

from generator.diagnostics import Severity
from generator.lint.evidence import Evidence
from generator.lint.finding import Fault
from generator.lint.language_lists import language, words_of
from generator.lint.language_words import SMALL, Wording
from generator.lint.rule import rule
from generator.lint.spots import grouped
from generator.lint.statements import Role
from generator.lint.subject import Subject

_WARNING, _WORDS = Severity.WARNING, Evidence.WORDS
_NEXT_SENTENCE = re.compile(
    rf"((?<!\w){SMALL}{{3,}}|(?<=\d)%|(?<=[\w%]{{3}})\)|(?<!\w)(?=\w{{5}})\w*{SMALL}[A-ZĐ]+)([.?!])"
    rf" +(?=({SMALL}{{2,}})(?![.\w]))"
)
"""A word, VNeID too, a share or a bracket with words, a full stop, a small letter; no label like a)."""
_SHORTENED = frozenset({"ths", "tsk", "vân", "tel", "fax", "trg", "vol"})
"""Words of small letters before a full stop that ends no sentence."""
_FIRST = re.compile(rf"(?:[-+•] *|[0-9a-zđ]{{1,2}}[.)] +)?({SMALL}+) ")
_NUMBERED_UNIT = re.compile(r"(?<=[\w,(] )(quận|phường) (\d{1,2})(?=[,.;)]|$| (?:thành phố|Thành phố|quận|Quận)\b)")
_CLAUSE = re.compile(
    r"(?P<point>\b[Đđ]iểm [a-zđ]\d?,? )?(?P<clause>\b[Kk]hoản \d+[a-zđ]?,? )(?P<article>[Đđ]iều \d+)"
    r"|(?P<point2>\b[Đđ]iểm [a-zđ]\d?,? )(?P<clause2>[Kk]hoản \d+)"
)
_ARTICLE = re.compile(
    r"(?<=[\w,(] )điều \d+[a-zđ]?(?=,? (?:của )?(?:Luật|Bộ luật|Nghị định|Thông tư|Quyết định|Nghị quyết|Hiến pháp)\b)"
)
_PEOPLE = re.compile(
    r"(?<!\w)(phục vụ|của|và|với|cho|vì|cùng|do|tầng lớp|quần chúng|trong|đông đảo|toàn thể) nhân dân(?! tệ)\b"
)
_STATE = re.compile(r"(?<!\w)((?:Đảng(?:,| và)|chính sách của|pháp luật của|giữa|do) nhà nước)(?!\w)")
_STEMS, _BRANCHES = (
    "giáp ất bính đinh mậu kỷ canh tân nhâm quý",
    "tý tí sửu dần mão thìn tỵ tị ngọ mùi thân dậu tuất hợi",
)
_LUNAR = re.compile(
    rf"(?<!\w)(năm|xuân|Xuân|Tết|tết) ((?:{_STEMS.replace(' ', '|')}) (?:{_BRANCHES.replace(' ', '|')}))(?!\w)",
    re.IGNORECASE,
)
_DAY_WORDS = "hai|ba|tư|năm|sáu|bảy"
_WEEKDAY = re.compile(
    rf"(?<!\w)(?:(?:sáng|chiều|tối|trưa) (thứ (?:{_DAY_WORDS}))(?!\w)|từ (thứ (?:{_DAY_WORDS})) đến (?:hết )?thứ \w+"
    rf"|(thứ (?:{_DAY_WORDS})) (?:hằng|hàng) tuần)"
)
_MONTH = re.compile(
    r"(?<!\w)(?:Cách mạng|đầu|cuối|giữa|trong) (tháng (?:giêng|tám|chín|chạp))(?! (?:lần|ngày|năm))(?!\w)"
)


def _searched(
    subject: Subject,
    pattern: re.Pattern[str],
    fault: Callable[[Wording, re.Match[str]], tuple[str, str] | None],
    *,
    together: bool = False,
) -> Iterator[Fault]:
    """Yield what a pattern finds outside quotations and lines in capitals, each wrong wording once, or all as one."""

    def found() -> Iterator[tuple[object, Fault]]:
        for wording in subject.prose:
            for match in () if wording.is_capitals else pattern.finditer(wording.unquoted):
                pair = fault(wording, match)
                if pair:
                    yield together or pair[0], Fault(f"«{pair[0]}»", f"«{pair[1]}»", wording.statement.spot)

    return grouped(found())


@rule("CP-01", "chữ đầu câu không viết hoa", "PL II/I", _WARNING, needs=_WORDS)
def sentences(subject: Subject) -> Iterator[Fault]:
    """Viết hoa chữ đầu của một câu hoàn chỉnh: sau dấu chấm, dấu chấm hỏi, dấu chấm than và khi xuống dòng.

    Sau dấu chấm phẩy, dấu hai chấm không bắt buộc viết hoa.
    """
    yield from _searched(subject, _NEXT_SENTENCE, _next_sentence)
    if subject.evidence is Evidence.FILE:
        yield from grouped(_new_lines(subject))


def _next_sentence(_: Wording, match: re.Match[str]) -> tuple[str, str] | None:
    before, sign, after = match.groups()
    if before in _SHORTENED or (sign == "." and after in ("vn", "com")):
        return None
    return f"{before}{sign} {after}", f"{before}{sign} {after[:1].upper()}{after[1:]}"


def _new_lines(subject: Subject) -> Iterator[tuple[object, Fault]]:
    """Yield paragraphs that begin with a small letter though the one before ends a sentence."""
    body = [one for one in subject.prose if one.statement.role is Role.BODY]
    for above, wording in pairwise(body):
        first = _FIRST.match(wording.text)
        if first and above.text.rstrip().endswith(".") and wording.text.rstrip().endswith("."):
            word = first[1]
            yield "line", Fault(f"«{word} …»", f"«{word[:1].upper()}{word[1:]} …»", wording.statement.spot)


@rule(
    "CP-06", "danh từ chung chỉ đơn vị hành chính viết hoa trước tên riêng", "PL II/III.1a", Severity.HINT, needs=_WORDS
)
def units(subject: Subject) -> Iterator[Fault]:
    """Trước tên riêng, danh từ chung chỉ đơn vị hành chính viết thường: tỉnh Nam Định, thành phố Thái Nguyên.

    Chỉ xét tên các tỉnh; Thành phố Hồ Chí Minh và tên có chữ số, tên người, tên sự kiện lịch sử là ngoại lệ.
    """
    return _searched(subject, _units(), lambda _, one: (one[0], one[0][:1].lower() + one[0][1:]))


@cache
def _units() -> re.Pattern[str]:
    names = "|".join(map(re.escape, words_of(language().provinces)))
    return re.compile(rf"(?<=[\w,] )(?:Tỉnh|Thành phố|Thị xã|Huyện) (?:{names})(?!\w)")


@rule("CP-07", "đơn vị hành chính tên là chữ số không viết hoa", "PL II/III.1b", _WARNING, needs=_WORDS)
def numbered_units(subject: Subject) -> Iterator[Fault]:
    """Đơn vị hành chính ghép với chữ số viết hoa cả danh từ chung: Quận 1, Phường 7."""
    return _searched(subject, _NUMBERED_UNIT, lambda _, one: (one[0], one[0].capitalize()))


@rule("CP-17", "Nhân dân, Nhà nước không viết hoa", "PL II/V.1", _WARNING, needs=_WORDS)
def people_and_state(subject: Subject) -> Iterator[Fault]:
    """Danh từ Nhân dân, Nhà nước viết hoa: phục vụ Nhân dân; chính sách của Đảng, Nhà nước.

    Trong tên cơ quan (Ủy ban nhân dân) và khi chỉ tính chất (quản lý nhà nước, ngân sách nhà nước) thì viết thường.
    """
    yield from _searched(subject, _PEOPLE, lambda _, one: (one[0], f"{one[1]} Nhân dân"), together=True)
    yield from _searched(subject, _STATE, lambda _, one: (one[0], one[0].replace("nhà nước", "Nhà nước")))


@rule("CP-23", "điểm, khoản, Điều viết hoa chưa đúng", "PL II/V.7", needs=_WORDS)
def clauses(subject: Subject) -> Iterator[Fault]:
    """Viện dẫn văn bản cụ thể: Phần, Chương, Mục, Tiểu mục, Điều viết hoa; khoản, điểm viết thường.

    Ví dụ của Nghị định: «điểm a khoản 2 Điều 103 Mục 5 Chương XII Phần I của Bộ luật Hình sự». Đầu câu vẫn viết hoa.
    """
    yield from _searched(subject, _CLAUSE, _clause)
    yield from _searched(subject, _ARTICLE, lambda _, one: (one[0], one[0].replace("điều", "Điều")))


def _clause(wording: Wording, match: re.Match[str]) -> tuple[str, str] | None:
    written = match[0]
    right = written.replace("Khoản", "khoản").replace("Điểm", "điểm").replace("điều", "Điều")
    place = next((index for index, word in enumerate(wording.words) if word.start == match.start()), None)
    if place is not None and wording.opens(place):
        right = written[:1] + right[1:]
    return None if right == written else (written, right)


@rule("CP-24", "năm âm lịch viết hoa chưa đúng", "PL II/V.8a", _WARNING, needs=_WORDS)
def lunar_years(subject: Subject) -> Iterator[Fault]:
    """Tên năm âm lịch viết hoa mọi tiếng: Kỷ Tỵ, Mậu Thân, Bính Ngọ."""
    return _searched(subject, _LUNAR, _lunar)


def _lunar(_: Wording, match: re.Match[str]) -> tuple[str, str] | None:
    right = match[2].title()
    return None if match[2] == right else (match[0], f"{match[1]} {right}")


@rule("CP-26", "thứ trong tuần, tháng viết bằng chữ không viết hoa", "PL II/V.8c", _WARNING, needs=_WORDS)
def days_and_months(subject: Subject) -> Iterator[Fault]:
    """Ngày trong tuần và tháng viết bằng chữ thì viết hoa tên: thứ Hai, thứ Tư, tháng Năm, tháng Tám.

    Chỉ xét chỗ chắc là tên: «sáng thứ hai», «từ thứ hai đến thứ sáu», «đầu tháng tám».
    """
    yield from _searched(subject, _WEEKDAY, _last_word)
    yield from _searched(subject, _MONTH, _last_word)


def _last_word(_: Wording, match: re.Match[str]) -> tuple[str, str]:
    name = next(filter(None, match.groups()))
    kind, word = name.split()
    return name, f"{kind} {word.capitalize()}"
