"""Legal bases (PL I/I/II.6a)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint.citations import said_together
from generator.lint.evidence import Evidence
from generator.lint.finding import Fault
from generator.lint.look import look_faults
from generator.lint.pieces import piece_of
from generator.lint.rule import rule
from generator.lint.spots import grouped, spot_of
from generator.lint.subject import Subject
from generator.ooxml.formatting.values import Paragraph
from generator.reading.lines import Passage
from generator.reading.reading import Basis
from generator.vietnamese.citations import Citation, find_citations
from generator.vietnamese.dates import impossible_dates
from generator.vietnamese.document_names import document_name

_LONGEST_SEARCHED = 20_000


def _running_lines(subject: Subject) -> tuple[int, ...]:
    """Return the lines on which bases run on into the text."""
    bases = subject.reading.bases
    return bases.items[-1].lines if bases.running and bases.items else ()


def _standing(subject: Subject) -> list[tuple[Basis, Paragraph]]:
    """Return the bases that stand on lines of their own with their paragraphs; those that run on are not judged."""
    running = _running_lines(subject)
    own = [one for one in subject.reading.bases.items if one.lines != running]
    return [(one, paragraph) for one in own for paragraph in list(subject.paragraphs(Passage("", one.lines)))[:1]]


@rule("CC-01", "căn cứ trình bày sai", "PL I/I/II.6a", needs=Evidence.WORDS)
def look(subject: Subject) -> Iterator[Fault]:
    """Mỗi căn cứ một dòng, chữ nghiêng, cỡ 13 đến 14; cuối dòng có dấu chấm phẩy, dòng cuối có dấu chấm.

    Căn cứ viết liền một đoạn với lời dẫn thì không xét.
    """
    component, standing = subject.profile.component("basis"), _standing(subject)
    pieces = [piece_of(paragraph) for _, paragraph in standing]
    yield from look_faults(component, pieces, aspects=("size", "bold", "italic"))
    yield from grouped(_end_faults(subject, standing))


def _end_faults(subject: Subject, standing: list[tuple[Basis, Paragraph]]) -> Iterator[tuple[object, Fault]]:
    component, goes_on = subject.profile.component("basis"), subject.reading.bases.running
    middle = component.line_end.default if component.line_end else ";"
    last = component.last_end.default if component.last_end else "."
    for place, (basis, paragraph) in enumerate(standing):
        is_last = place == len(standing) - 1
        allowed = (middle, last) if is_last and goes_on else (last,) if is_last else (middle,)
        if basis.end not in allowed:
            found = f"cuối dòng là «{basis.end}»" if basis.end else "cuối dòng không có dấu"
            spot = spot_of(paragraph, "căn cứ")
            yield (
                (is_last, basis.end),
                Fault(found, f"cuối dòng là «{allowed[-1]}»", spot, fix="line-end", right=allowed[-1]),
            )


def _cited(subject: Subject) -> Iterator[tuple[Paragraph, str, Citation]]:
    """Yield each basis that cites a document, with its paragraph and words."""
    for basis in subject.reading.bases.items:
        paragraph = next(iter(subject.paragraphs(Passage("", basis.lines))), None)
        text = basis.text[:_LONGEST_SEARCHED]
        found = [one for one in find_citations(text) if not one.inside]
        if paragraph and found and not found[0].start:
            yield paragraph, basis.text, said_together(text, found)[0]


def _is_law(citation: Citation) -> bool:
    known = document_name(citation.type)
    return known is not None and known.is_law


@rule("CC-02", "căn cứ là luật, pháp lệnh có ghi số", "PL I/I/II.6a", Severity.WARNING, needs=Evidence.WORDS)
def numbered_law(subject: Subject) -> Iterator[Fault]:
    """Luật, pháp lệnh làm căn cứ không ghi số, ký hiệu và cơ quan ban hành, nhưng ghi ngày tháng năm."""
    return grouped(
        ("law", Fault(f"«{citation.type} … số {citation.number}»", "không ghi số, ký hiệu", spot_of(one, "căn cứ")))
        for one, _, citation in _cited(subject)
        if _is_law(citation) and citation.number
    )


@rule("CC-03", "căn cứ không đủ ngày hoặc cơ quan ban hành", "PL I/I/II.6a", Severity.WARNING, needs=Evidence.WORDS)
def incomplete(subject: Subject) -> Iterator[Fault]:
    """Căn cứ ghi đủ tên loại, số, ký hiệu, cơ quan ban hành, ngày tháng năm và trích yếu; luật chỉ ghi tên và ngày.

    Luật nêu trong lời dẫn («Thực hiện Luật …, Sở Nội vụ báo cáo …») chỉ cần tên (PL I/I/II.6b).
    """
    found: dict[int, list[str]] = {}
    running = _running_lines(subject)
    for paragraph, text, citation in _cited(subject):
        if _is_law(citation) and paragraph.number in running:
            continue
        lacking = [] if citation.date or impossible_dates(text) else ["ngày tháng năm"]
        lacking += ["cơ quan ban hành"] if not citation.issuer and not _is_law(citation) else []
        if lacking and (citation.number or _is_law(citation)):
            cited = f"{citation.type} số {citation.number}" if citation.number else citation.type
            found.setdefault(paragraph.number, []).append(f"«{cited}» không có {', '.join(lacking)}")
    for number, said in found.items():
        spot = spot_of(subject.formatted.paragraph(number), "căn cứ")
        yield Fault("; ".join(said), "ghi đủ các thành phần", spot)


@rule("CC-04", "căn cứ thiếu chữ «số» trước số, ký hiệu", "PL I/I/II.6b", Severity.WARNING, needs=Evidence.WORDS)
def lacking_word(subject: Subject) -> Iterator[Fault]:
    """Giữa tên loại và số, ký hiệu có chữ «số»: «Nghị định số 30/2020/NĐ-CP»."""
    for paragraph, text, citation in _cited(subject):
        if citation.number and f"{citation.type} {citation.number}".casefold() in " ".join(text.split()).casefold():
            found = f"«{citation.type} {citation.number}»"
            yield Fault(found, f"«{citation.type} số {citation.number}»", spot_of(paragraph, "căn cứ"))
