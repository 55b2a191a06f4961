"""One document is cited one way throughout (PL I/I/II.6b)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.diagnostics import Severity
from generator.lint import cited_documents as documents
from generator.lint.citations import Cited
from generator.lint.evidence import Evidence
from generator.lint.finding import Fault
from generator.lint.issuers import Likeness, likeness
from generator.lint.rule import rule
from generator.lint.spots import grouped
from generator.lint.subject import Subject
from generator.vietnamese.unicode import fold

_COMPARE = "đối chiếu với bản gốc rồi ghi thống nhất"


def _place(subject: Subject, cited: Cited) -> str:
    """Return where a citation stands, in a few words: đoạn 12."""
    return str(replace(subject.located(cited.statement.spot), part=None))


@rule("VD-01", "một văn bản ghi hai ngày ban hành", "PL I/I/II.6b", needs=Evidence.WORDS)
def two_dates(subject: Subject) -> Iterator[Fault]:
    """Một văn bản viện dẫn nhiều lần thì ngày ban hành phải như nhau.

    Là một văn bản khi cùng tên loại, số, ký hiệu và cùng năm (hoặc cùng trích yếu), cơ quan ban hành không khác nhau.
    """
    cited = documents.comparable(subject.citations)
    for doubted, other in documents.conflicts(cited, documents.numbered, documents.dates_differ, _date):
        spelled = f"«{doubted.name}» ngày {_date(doubted)}"
        expected = f"một ngày ban hành; {_place(subject, other)} ghi ngày {_date(other)}"
        yield Fault(spelled, expected, doubted.spot, _COMPARE, also=(other.spot,))


def _date(cited: Cited) -> str:
    return cited.citation.date.short() if cited.citation.date else ""


@rule("VD-02", "một văn bản ghi hai số, ký hiệu", "PL I/I/II.6b", Severity.WARNING, needs=Evidence.WORDS)
def two_symbols(subject: Subject) -> Iterator[Fault]:
    """Một văn bản viện dẫn nhiều lần thì số, ký hiệu phải như nhau, kể cả dấu nối: «48/KH-UBND»."""
    cited = documents.comparable(subject.citations)
    looks = (
        (documents.numbered, documents.notations_differ),
        (documents.issued_with_title, documents.numbers_differ),
        (documents.issued_with_number, documents.symbols_slip),
        (documents.issued_with_digits, documents.digits_change_places),
    )
    found = (pair for key, differ in looks for pair in documents.conflicts(cited, key, differ, _symbol))
    return grouped((doubted.citation.number, _symbol_fault(subject, doubted, other)) for doubted, other in found)


def _symbol_fault(subject: Subject, doubted: Cited, other: Cited) -> Fault:
    expected = f"một số, ký hiệu; {_place(subject, other)} ghi «{other.citation.number}»"
    return Fault(f"«{doubted.name}»", expected, doubted.spot, _COMPARE, also=(other.spot,))


def _symbol(cited: Cited) -> str | None:
    return cited.citation.number


@rule("VD-03", "một văn bản ghi hai cơ quan ban hành", "PL I/I/II.6b", Severity.WARNING, needs=Evidence.WORDS)
def two_issuers(subject: Subject) -> Iterator[Fault]:
    """Một văn bản viện dẫn nhiều lần thì cơ quan, người ban hành phải như nhau.

    Tên viết tắt và tên đầy đủ là một; «Chủ tịch Ủy ban nhân dân tỉnh» và «Ủy ban nhân dân tỉnh» là hai thẩm quyền.
    """
    cited = documents.comparable(subject.citations)
    for doubted, other in documents.conflicts(cited, documents.numbered, documents.issuers_differ, _issuer):
        is_chair = likeness(doubted.citation.issuer, other.citation.issuer) is Likeness.CHAIR
        hint = "Chủ tịch và Ủy ban nhân dân là hai thẩm quyền khác nhau" if is_chair else None
        expected = f"một cơ quan ban hành; {_place(subject, other)} ghi «{other.citation.issuer}»"
        yield Fault(
            f"«{doubted.name}» của «{doubted.citation.issuer}»", expected, doubted.spot, hint, also=(other.spot,)
        )


def _issuer(cited: Cited) -> str:
    return fold(cited.citation.issuer or "")
