"""What was left of the document that served as the pattern: its year, its dates, its unfilled places."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint.evidence import Evidence
from generator.lint.finding import Fault
from generator.lint.leftovers import leftovers, old_results, reversed_spans, wrong_year
from generator.lint.placeholders import placeholders
from generator.lint.places import row_spot
from generator.lint.rule import rule
from generator.lint.spots import grouped
from generator.lint.subject import Subject
from generator.lint.tasks import plan_year

_AGREEMENT = "thống nhất nội dung"


@rule("NC-01", "còn sót năm của văn bản cũ", _AGREEMENT, Severity.WARNING, needs=Evidence.WORDS)
def old_year(subject: Subject) -> Iterator[Fault]:
    """Mục tiêu, nhiệm vụ, chỉ tiêu, thời gian của kế hoạch ghi đúng năm ở trích yếu; đề mục «Kết quả năm …» của báo cáo
    ghi năm được báo cáo.

    Kết quả, so sánh, tồn tại của năm trước, văn bản viện dẫn, giai đoạn nhiều năm không tính.
    """
    year = plan_year(subject.reading)
    years = sorted({one for part in subject.announced for one in part.years})
    wanted = f"năm {year or ', '.join(map(str, years))} như trích yếu"
    found = [*leftovers(subject), *old_results(subject)]
    faults = ((one.year, Fault(f"«{one.words}»", wanted, one.statement.spot)) for one in found)
    yield from grouped(faults)


@rule("NC-02", "ngày ban hành không hợp với năm trong trích yếu", _AGREEMENT, Severity.WARNING, needs=Evidence.WORDS)
def date_and_year(subject: Subject) -> Iterator[Fault]:
    """Kế hoạch của một năm được ký từ giữa năm trước đến hết năm đó; báo cáo được ký khi kỳ báo cáo đã bắt đầu, chậm
    nhất trong năm sau.
    """
    odd = wrong_year(subject)
    line = subject.reading.head.place_date
    if odd and line and subject.date:
        found = f"{odd} ký {subject.date.short()}"
        yield Fault(found, "năm ở ngày ban hành hợp với năm trong trích yếu", row_spot(subject, line.lines))


@rule("NC-03", "chỗ chưa điền", _AGREEMENT, Severity.WARNING, needs=Evidence.WORDS)
def unfilled(subject: Subject) -> Iterator[Fault]:
    """Văn bản không còn chỗ để điền: […], (ghi tên …), ……, xxx, ??, ngoặc trống, «[CẦN BỔ SUNG: …]», thẻ của mẫu, lỗi
    tham chiếu của Word (các loại sau là lỗi).

    Số, ngày để trống ở đầu văn bản và dòng «Kèm theo» khi chưa ký, ô bảng, biểu mẫu kèm theo không tính.
    """
    yield from grouped(
        (
            (one.words.casefold(), one.is_sure),
            Fault(
                f"«{one.words}»",
                "nội dung của chỗ này",
                one.spot,
                severity=Severity.ERROR if one.is_sure else Severity.WARNING,
            ),
        )
        for one in placeholders(subject)
    )


@rule("NC-04", "thời gian kết thúc trước khi bắt đầu", _AGREEMENT, Severity.WARNING, needs=Evidence.WORDS)
def backwards(subject: Subject) -> Iterator[Fault]:
    """Khoảng thời gian «từ ngày … đến ngày …» kết thúc sau ngày bắt đầu; sai thường vì còn sót năm cũ ở một đầu."""
    for words, statement in reversed_spans(subject):
        yield Fault(f"«{words}»", "ngày kết thúc sau ngày bắt đầu", statement.spot)
