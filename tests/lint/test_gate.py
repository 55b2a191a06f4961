"""The engine: rules by code and group, findings as values, what is said of an empty file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from generator.diagnostics import Severity
from generator.errors import UsageError
from generator.lint.finding import Fault, Finding, Spot
from generator.lint.gate import judge
from generator.lint.rule import all_rules, chosen_rules, rule, rule_of
from generator.lint.spots import grouped
from generator.lint.subject import Subject
from generator.nd30.profile import load_profile
from generator.ooxml.formatting.values import FormattedDocument, Margins, Paragraph, Part, Run, Section
from generator.reading.lines import Line
from generator.reading.reading import Reading
from generator.reading.recognition import recognise

_MISSING = {"HD-01", "HD-03", "HD-07", "NO-01", "DT-01", "TT-01", "NN-01", "CK-01"}
"""The rules that ask for a component; each says once that it is not there."""


_SHEET = Section(0, 210, 297, Margins(top=20, bottom=20, left=30, right=20, header=10, footer=10))


def _subject(*texts: str) -> Subject:
    """Return a document of plain paragraphs, one line each."""
    paragraphs = [Paragraph(n, Part.BODY, 0, (Run(text, "Times New Roman", 14),)) for n, text in enumerate(texts, 1)]
    lines = [Line(text, (number,)) for number, text in enumerate(texts, start=1)]
    return Subject(recognise(lines, "thu.docx"), FormattedDocument(tuple(paragraphs), (_SHEET,)))


def test_an_empty_file_lacks_every_component_once() -> None:
    findings = judge(Subject(Reading("rong.docx"), FormattedDocument((), ()))).findings
    assert sorted(finding.code for finding in findings) == sorted(_MISSING)
    assert all(finding.found.startswith("không thấy") for finding in findings)


def test_rules_are_chosen_by_code_and_by_group() -> None:
    assert [one.code for one in chosen_rules(["dt-01", "PR"])] == ["DT-01", "PR-01"]
    assert [one.code for one in chosen_rules(["PG"], ["PG"])] == []
    assert len(chosen_rules(ignore=["ND"])) == len(all_rules()) - sum(code.startswith("ND-") for code in all_rules())


def test_an_unknown_code_gets_a_suggestion() -> None:
    with pytest.raises(UsageError, match="không có quy tắc «PG-3»") as refused:
        rule_of("PG-3")
    assert refused.value.hint == "ý bạn là «PG-03»?"


@pytest.mark.parametrize("code", all_rules())
def test_every_rule_says_what_the_decree_asks(code: str) -> None:
    one = all_rules()[code]
    assert len(one.explanation) > len(one.name)
    assert len(one.clause) > 3


def test_a_code_is_given_once() -> None:
    def nothing(subject: Subject) -> Iterator[Fault]:
        """Không xét gì."""
        return iter(())

    with pytest.raises(ValueError, match="PG-01"):
        rule("PG-01", "trùng mã", "Điều 1")(nothing)


def test_a_finding_as_plain_values_names_every_key() -> None:
    finding = Finding("NO-02", "tên", Severity.ERROR, "PL I/I/II.3c", Spot("số", 7, None, "Số: 5"), "«5»", "«05»")
    assert finding.to_json() == {
        "code": "NO-02",
        "name": "tên",
        "severity": "error",
        "clause": "PL I/I/II.3c",
        "place": {"part": "số", "paragraph": 7, "cell": None, "quote": "Số: 5", "page": None, "line": None},
        "found": "«5»",
        "expected": "«05»",
        "hint": None,
        "fix": None,
    }


def test_the_same_fault_in_many_paragraphs_is_said_once() -> None:
    faults = [("a", Fault("cỡ 12", "cỡ 14", Spot(None, number))) for number in (4, 4, 9, 11)]
    (fault,) = grouped(faults)
    assert (fault.found, fault.spot.paragraph) == ("cỡ 12 (và 2 đoạn khác)", 4)


def test_findings_stand_in_the_order_of_the_file_after_those_of_the_whole() -> None:
    places = [finding.place.paragraph or 0 for finding in judge(_subject("Số: 5/KH-SNV", "KẾ HOẠCH")).findings]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("texts", "codes"),
    [
        (("ĐẢNG CỘNG SẢN VIỆT NAM", "KẾ HOẠCH", "Năm 2026"), ["PR-01"]),
        (("Số: 12/2026/QĐ-UBND", "QUYẾT ĐỊNH", "Về giá đất"), ["QP-01"]),
    ],
)
def test_documents_of_another_form_are_left_alone_with_one_hint(texts: tuple[str, ...], codes: list[str]) -> None:
    judgement = judge(_subject(*texts))
    assert [finding.code for finding in judgement.findings] == codes
    assert judgement.is_clean


def test_an_appendix_alone_needs_no_head_and_no_signature() -> None:
    findings = judge(_subject("Phụ lục I", "DANH MỤC NHIỆM VỤ", "Nội dung của phụ lục.")).findings
    assert not {finding.code for finding in findings} & _MISSING


def test_the_numbers_of_the_decree_come_from_its_profile() -> None:
    profile = load_profile()
    left = profile.page.margin.left.model_copy(update={"range": (10.0, 12.0), "default": 11.0})
    margin = profile.page.margin.model_copy(update={"left": left})
    other = profile.model_copy(update={"page": profile.page.model_copy(update={"margin": margin})})
    (finding,) = judge(replace(_subject("KẾ HOẠCH"), profile=other), chosen_rules(["PG-03"])).findings
    assert (finding.found, finding.expected) == ("lề trái 30 mm", "lề trái 10 - 12 mm")
    assert judge(_subject("KẾ HOẠCH"), chosen_rules(["PG-03"])).is_clean
