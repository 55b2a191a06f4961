"""Faulty templates, each found with its place, and the same template without the fault, in which nothing is found."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest

from generator.errors import DataError
from generator.nd30.document_types import DOCUMENT_TYPES
from generator.ooxml.package import MAIN
from generator.templates.check import check_template, inspect_template
from tests.broken_templates import CASES, Case
from tests.own_templates import built, edited, own_template, with_parts
from tests.rendered import document, rendered, texts


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_fault_is_found_with_its_place_and_alone(case: Case) -> None:
    findings = check_template(own_template(*case.faulty))
    first = findings[0]
    assert (first.code, first.severity.value, first.place.part) == (case.code, case.severity, case.place)
    assert tuple(one.code for one in findings[1:]) == case.following
    assert case.quote in (first.place.quote or "")


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_same_template_in_order_passes(case: Case) -> None:
    assert check_template(own_template(*case.sound)) == ()


@pytest.mark.parametrize("kind", [None, *DOCUMENT_TYPES])
def test_the_built_templates_pass(kind: str | None) -> None:
    checked = inspect_template(built(kind))
    assert checked.findings == ()
    assert checked.kind == (kind or "any")


def test_a_suggestion_follows_the_loop_to_its_field() -> None:
    (found,) = check_template(own_template("{%p for dong in body %}", "{{r dong.txt }}", "{%p endfor %}"))
    assert found.message == "không có trường «dong.txt» (tức body[].txt)"
    assert (found.found, found.hint) == ("«body[].txt»", "ý bạn là «dong.text»?")


@pytest.mark.parametrize(
    ("tag", "hint"),
    [
        ("{{ issuer.nmae }}", "issuer.name"),
        ("{{ trích_yếu }}", "subject"),
        ("{{ năm_kế_hoạch }}", "year"),
        ("{{ signature.chuc_vu_nguoi_ky }}", "signature.position"),
        ("{{ xyzxyz }}", "vanban template fields"),
        ("{{ line }}", "{%p for … %}"),
        ("{{ number | uper }}", "upper"),
        ("{% iff urgency %}", "if"),
    ],
)
def test_a_misspelt_word_gets_a_hint(tag: str, hint: str) -> None:
    (found,) = check_template(own_template(tag))
    assert hint in (found.hint or "")


def test_the_lines_of_an_appendix_are_those_of_the_body_with_a_path_of_their_own() -> None:
    loops = ("{%p for a in appendices %}", "{%p for line in a.lines %}")
    ends = ("{%p endfor %}", "{%p endfor %}")
    assert check_template(own_template(*loops, "{{ line.label }}{{r line.text }}", *ends)) == ()
    (found,) = check_template(own_template(*loops, "{{ line.nhan }}", *ends))
    assert found.found == "«appendices[].lines[].nhan»"


def test_findings_come_in_the_order_of_the_text() -> None:
    findings = check_template(own_template("{{ a }}", [["{{ b }}", "{ c }"]], "{%p endif %}", "{{ d", "e }}"))
    places = [one.place.part for one in findings]
    assert places == ["đoạn 1", "bảng 1, hàng 1, ô 1", "bảng 1, hàng 1, ô 2", "đoạn 2", "đoạn 3"]


@pytest.mark.parametrize(
    ("said", "asked", "used", "codes"),
    [
        ("plan", None, "plan", []),
        ("plan", "report", "report", ["unknown-field"]),
        ("report", None, "report", ["unknown-field"]),
        ("report", "plan", "plan", []),
        ("any", None, "any", []),
        ("paln", None, "paln", ["unknown-kind"]),
        (None, None, None, []),
        (None, "report", "report", ["unknown-field"]),
    ],
)
def test_the_kind_is_as_asked_else_as_the_template_says_else_any(
    said: str | None, asked: str | None, used: str | None, codes: list[str]
) -> None:
    """``year`` is a field of plans only; without a kind the fields of all kinds are known."""
    template = own_template("Năm {{ year }}")
    custom = "docProps/custom.xml"
    if said is None:
        template = with_parts(template, {custom: None})
    else:
        template = edited(template, custom, (">plan<", f">{said}<"))
    checked = inspect_template(template, asked)
    assert checked.kind == used
    assert [one.code for one in checked.findings] == codes


def test_of_very_many_findings_the_first_errors_are_told_and_the_others_counted() -> None:
    text = "[CẦN BỔ SUNG: x] " * 200 + "{{ khong_co }} " * 200
    findings = check_template(own_template(text))
    assert len(findings) == 301
    assert [one.code for one in findings].count("unknown-field") == 200
    assert (findings[-1].code, findings[-1].message) == ("more-findings", "còn 100 chỗ nữa chưa nêu ở đây")


@pytest.mark.parametrize("depth", [30, 31, 400])
def test_blocks_too_deep_in_each_other_are_told_once(depth: int) -> None:
    tags = ["{%p if urgency %}"] * depth + ["x"] + ["{%p endif %}"] * depth
    template = own_template(*tags)
    expected = [] if depth == 30 else [("nested-too-deep", "đoạn 31")]
    assert [(one.code, one.place.part) for one in check_template(template)] == expected
    if depth == 30:
        assert texts(rendered(document("plan", urgency="khẩn"), template=template)) == ["x"]


def test_a_finished_document_is_no_template() -> None:
    finished = docx.Document()
    finished.add_paragraph("KẾ HOẠCH")
    data = BytesIO()
    finished.save(data)
    codes = [finding.code for finding in check_template(data.getvalue())]
    assert codes.count("no-tags") == 1


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(DataError, match="paln"):
        check_template(built(), "paln")


@pytest.mark.parametrize(
    "data",
    [
        b"khong phai docx",
        with_parts(built(), {MAIN: None}),
        with_parts(built(), {MAIN: b"<w:document"}),
        with_parts(built(), {"word/styles.xml": b""}),
        with_parts(built(), {"docProps/custom.xml": b"<x>"}),
    ],
    ids=["no zip", "no text", "broken text", "broken styles", "broken properties"],
)
def test_a_file_that_cannot_be_read_is_a_finding(data: bytes) -> None:
    checked = inspect_template(data)
    assert [one.code for one in checked.errors] == ["unreadable"]
    assert checked.findings == checked.errors
