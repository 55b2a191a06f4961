"""How a citation is written: its symbol, the code of its kind, its parts (PL I/I/II.6b, PL III/I)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint.citations import Cited
from generator.lint.cited_documents import bare_symbol
from generator.lint.evidence import Evidence
from generator.lint.finding import Fault
from generator.lint.rule import rule
from generator.lint.spots import grouped
from generator.lint.statements import Role
from generator.lint.subject import Subject
from generator.nd30.document_types import DOCUMENT_TYPES
from generator.vietnamese.unicode import fold

_CODES = {
    **{fold(one.name): one.code for one in DOCUMENT_TYPES.values() if one.code},
    "nghị định": "NĐ",
    "thông tư": "TT",
    "thông tư liên tịch": "TTLT",
    "kết luận": "KL",
}
_KNOWN = frozenset(_CODES.values())
_OF_LETTERS = frozenset({"QĐ", "KH", "BC", "NQ", "NĐ"})
"""Codes of kinds that no office and no unit bears as its abbreviation."""
_ALSO = {
    "quy định": {"QĐ", "QĐi"},
    "quy chế": {"QĐ"},
    "thông báo": {"KL"},
    "kết luận": {"TB"},
}
"""Codes that are in use beside that of the kind: in the Party, and for what two kinds name at once."""
_OFFICES = r"UBND|HĐND|TTg|CP|UBDT|VPCP|TTCP|B[A-ZĐ]{1,5}|S[A-ZĐ&]{2,6}|P[A-ZĐ&]{3,6}|VP"
_PARTY_FORM = re.compile(r"\d+[a-zđ]?-(?P<code>[^-/]+)/(?P<office>UBND|HĐND|TTg|CP)(?:-.*)?")
_STATE_FORM = re.compile(r"\d+[a-zđ]?(?:/\d{4})?/(?P<groups>.+)")
_WITH_YEAR = re.compile(
    r"nghị định \d+[a-zđ]?/NĐ-?CP|thông tư \d+/TT-?B.+|thông tư liên tịch \d+/TTLT-?.+"
    r"|(?:luật|bộ luật|nghị quyết|pháp lệnh) \d+/(?:QH|UBTVQH)\d+"
)
_FIRST_NUMBERED_BY_YEAR = 1998
_ANY_NUMBER = re.compile(r"(?<![\w/])\d+[a-zđ]?[-/][\w&/-]*[A-ZĐ][\w&]*")
_OWN = re.compile(r"/[^\s/-]+-(?P<office>[^\s/-]+)\s*$")
_WITHOUT_TITLE = frozenset({"tờ trình", "báo cáo", "biên bản"})
"""Kinds that are cited as the proposal for a document, without their trích yếu."""
_MOST_NAMED = 5
"""Most citations that one finding names."""


@rule("VD-04", "số, ký hiệu viện dẫn viết sai", "PL I/I/II.6b", Severity.WARNING, needs=Evidence.WORDS)
def malformed_symbol(subject: Subject) -> Iterator[Fault]:
    """Số, ký hiệu của văn bản được viện dẫn phải viết đúng: «30/2020/NĐ-CP», «48/KH-UBND», «12/QĐ-TTg».

    Nghị định, thông tư, nghị quyết của Quốc hội có năm ban hành trong ký hiệu; giữa chữ viết tắt tên loại và chữ viết
    tắt cơ quan có dấu nối ngắn. Văn bản mà chỗ khác ghi đúng thì quy tắc VD-02 đã nêu.
    """
    cited = [one for one in subject.citations if one.count and one.is_direct]
    known = {one.citation.number for one in cited}
    faults = ((one, _wrong_symbol(one)) for one in cited)
    return grouped(
        (one.citation.number, Fault(f"«{one.name}» {wrong[0]}", wrong[1], one.spot))
        for one, wrong in faults
        if wrong and wrong[1].strip("«»") not in known
    )


def _wrong_symbol(cited: Cited) -> tuple[str, str] | None:
    """Return what is wrong with a symbol and how it would be right; None where nothing is."""
    number, kind = cited.citation.number or "", fold(cited.citation.type)
    if _WITH_YEAR.fullmatch(f"{kind} {number}") and (cited.year is None or cited.year >= _FIRST_NUMBERED_BY_YEAR):
        year = str(cited.year) if cited.year else "<năm>"
        return "thiếu năm trong ký hiệu", f"«{number.replace('/', f'/{year}/', 1)}»"
    if cited.is_cut:
        return "có dấu gạch dài hoặc dấu cách", "dấu nối ngắn «-», không có dấu cách"
    party = _PARTY_FORM.fullmatch(number)
    if party and party["code"] in _KNOWN and (cited.year is None or cited.year >= _FIRST_NUMBERED_BY_YEAR):
        return "viết theo kiểu văn bản của Đảng", f"«{cited.count}/{party['code']}-{party['office']}»"
    groups = _STATE_FORM.fullmatch(number)
    code = _CODES.get(kind)
    if code and groups and re.fullmatch(rf"{code}(?:{_OFFICES})", groups["groups"]):
        right = number.replace(f"/{code}", f"/{code}-", 1)
        return "thiếu dấu nối", f"«{right}»"
    return None


@rule("VD-05", "ký hiệu không đúng tên loại văn bản viện dẫn", "PL III/I", Severity.WARNING, needs=Evidence.WORDS)
def foreign_code(subject: Subject) -> Iterator[Fault]:
    """Chữ viết tắt trong ký hiệu là của tên loại: Kế hoạch số …/KH-…, Quyết định số …/QĐ-…; công văn không có."""
    for one in subject.citations:
        code = _code(one)
        kind = fold(one.citation.type)
        if not (code and one.is_direct):
            continue
        if kind in {"công văn"}:
            if code in _OF_LETTERS:
                yield Fault(f"«{one.name}»", f"ký hiệu của công văn, hoặc tên loại có ký hiệu {code}", one.spot)
        elif kind in _CODES and code in _KNOWN and code != _CODES[kind] and code not in _ALSO.get(kind, ()):
            yield Fault(f"«{one.name}» có ký hiệu {code}", f"{one.citation.type} có ký hiệu {_CODES[kind]}", one.spot)


def _code(cited: Cited) -> str | None:
    """Return the first piece of the symbol: the code of its kind, or the abbreviation of an office."""
    number = cited.citation.number or ""
    found = re.match(r"\d+[a-zđ]?(?:/\d{4})?[/-](?P<code>[^-/]+)[-/]", number)
    return found["code"] if found else None


@rule("VD-08", "viện dẫn lần đầu chưa đủ", "PL I/I/II.6b", Severity.HINT, needs=Evidence.WORDS)
def short_first_time(subject: Subject) -> Iterator[Fault]:
    """Viện dẫn lần đầu ghi đủ tên loại, số, ký hiệu, thời gian ban hành, cơ quan ban hành và trích yếu.

    Những lần sau chỉ cần tên loại và số, ký hiệu. Ô của bảng và phụ lục không xét; tờ trình đề nghị ban hành không
    cần trích yếu, văn bản của chính cơ quan không cần tên cơ quan.
    """
    lacking = [(one, what) for one in _first_times(subject) if (what := _lacking(one, _own_office(subject)))]
    if not lacking:
        return
    named = [f"«{one.name}» thiếu {', '.join(what)}" for one, what in lacking[:_MOST_NAMED]]
    more = f" và {len(lacking) - _MOST_NAMED} văn bản khác" if len(lacking) > _MOST_NAMED else ""
    yield Fault("; ".join(named) + more, "lần đầu ghi đủ các thành phần", lacking[0][0].spot)


def _first_times(subject: Subject) -> Iterator[Cited]:
    """Yield the first citation of each numbered document, where it stands in the text itself."""
    seen: set[tuple[str, str | None, str]] = set()
    places = {id(one): place for place, one in enumerate(subject.statements)}
    written = _first_places(subject)
    for one in subject.citations:
        key = (fold(one.citation.type), one.count, bare_symbol(one))
        if not (one.count and one.is_direct) or key in seen or one.is_law or one.is_cut:
            continue
        seen.add(key)
        before = written.get(one.citation.number or "", (len(places), 0)) < (places[id(one.statement)], one.start)
        is_in_text = one.statement.role in {Role.BASIS, Role.BODY} and one.statement.appendix is None
        if is_in_text and not one.inside and not before:
            yield one


def _first_places(subject: Subject) -> dict[str, tuple[int, int]]:
    """Return where each number with a symbol is first written, also in a row that names its kind only once."""
    found: dict[str, tuple[int, int]] = {}
    for place, one in enumerate(subject.statements):
        for match in _ANY_NUMBER.finditer(one.text):
            found.setdefault(match[0], (place, match.start()))
    return found


def _own_office(subject: Subject) -> str | None:
    """Return the abbreviation of the issuer as its own symbol has it: ``SNV`` of 15/KH-SNV."""
    line = subject.reading.head.number_line
    own = _OWN.search(line.text) if line else None
    return own["office"] if own else None


def _lacking(cited: Cited, own_office: str | None) -> list[str]:
    """Return the parts that a first citation lacks; of a basis only the trích yếu, its other parts are CC-03's."""
    said = cited.full
    lacking = [] if said.title or fold(said.type) in _WITHOUT_TITLE else ["trích yếu"]
    if cited.is_basis:
        return lacking
    is_own = own_office is not None and cited.symbol.endswith(f"-{own_office}")
    return [
        *([] if said.date else ["ngày tháng năm"]),
        *([] if said.issuer or is_own else ["cơ quan ban hành"]),
        *lacking,
    ]
