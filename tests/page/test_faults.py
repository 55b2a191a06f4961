"""The checks can fail: each finds the fault put into a sound document, and nothing in the sound one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from docx.shared import Mm, Pt

from tests.page import damage
from tests.page.checks import CHECKS, name_of
from tests.page.damage import Damage, border, font, left_aligned, mark, page, paragraph_format, size, without, words
from tests.page.sheets import SENTENCE, Sheet, letter, needs_office, printed, require_sound, word_file

pytestmark = needs_office

ROWS = 6
WITH_APPENDIX = ("page_checks.paper", "page_checks.numbers", "body_checks.appendix_heads", "table_checks.", "lost")
"""The checks whose faults are put into a document with an appendix."""
WITH_PAGES = {
    "body_checks.together": "many pages",
    "form_checks.enacting": "decision",
    "form_checks.secretary": "minutes",
}
"""Checks whose faults show where pages end, or in a form of its own alone."""

FAULTS: dict[str, tuple[str, Damage]] = {
    "letter paper": ("page_checks.paper", page(page_width=Mm(216), page_height=Mm(279))),
    "left margin of 25 mm": ("page_checks.margins", page(left_margin=Mm(25))),
    "top margin of 15 mm": ("page_checks.margins", page(top_margin=Mm(15))),
    "text in the right margin": ("page_checks.inside", paragraph_format("Lời văn", right_indent=Mm(-10))),
    "number on the first page": ("page_checks.numbers", damage.numbered_first_page),
    "appendix numbered onwards": ("page_checks.numbers", damage.unnumbered_start),
    "page number at the left": ("page_checks.numbers", damage.page_number_at_the_left),
    "small page number": ("page_checks.numbers", damage.small_page_number),
    "another typeface": ("page_checks.fonts", font("Lời văn", "Liberation Sans")),
    "plain motto": ("head_checks.looks", mark("Tiêu ngữ", bold=False)),
    "upright date": ("head_checks.looks", mark("Địa danh và thời gian", italic=False)),
    "number of 14 points": ("head_checks.looks", size("Số và ký hiệu", 14)),
    "plain issuer": ("head_checks.looks", mark("Cơ quan ban hành", bold=False)),
    "bold superior": ("head_checks.looks", mark("Cơ quan chủ quản", bold=True)),
    "upright bases": ("head_checks.looks", mark("Căn cứ", italic=False)),
    "motto as small as the name": ("head_checks.size_pairs", size("Tiêu ngữ", 13)),
    "wrapped national name": ("head_checks.one_line", damage.narrow_right_column),
    "name into the right column": ("head_checks.columns", paragraph_format("Cơ quan ban hành", right_indent=Mm(-60))),
    "number above the date": ("head_checks.same_row", paragraph_format("Số và ký hiệu", space_before=Pt(14))),
    "motto at the left": ("head_checks.centred", left_aligned("Tiêu ngữ")),
    "no rule under the motto": ("head_checks.rules", border("Kẻ dưới Tiêu ngữ", "nil")),
    "dashed rule": ("head_checks.rules", border("Kẻ dưới Tiêu ngữ", "dashed")),
    "rule as wide as the column": (
        "head_checks.rules",
        paragraph_format("Kẻ dưới Cơ quan ban hành", left_indent=0, right_indent=0),
    ),
    "short rule under the subject": (
        "head_checks.rules",
        paragraph_format("Kẻ dưới Trích yếu", left_indent=Mm(75), right_indent=Mm(75)),
    ),
    "name broken behind VÀ": ("head_checks.breaks", damage.name_in_two_lines),
    "text of 12 points": ("body_checks.body_size", size("Lời văn", 12)),
    "ragged text": ("body_checks.justified", left_aligned("Lời văn")),
    "no first-line indent": ("body_checks.first_lines", paragraph_format("Lời văn", first_line_indent=0)),
    "no space between paragraphs": ("body_checks.spacing", paragraph_format("Lời văn", space_before=0)),
    "double line spacing": ("body_checks.spacing", paragraph_format("Lời văn", line_spacing=2.0)),
    "lines alone": ("body_checks.together", paragraph_format("Lời văn", widow_control=False)),
    "headings alone": ("body_checks.together", paragraph_format("Mục I", keep_with_next=False)),
    "plain appendix label": ("body_checks.appendix_heads", mark("Phụ lục - số", bold=False)),
    "upright appendix note": ("body_checks.appendix_heads", mark("Phụ lục - kèm theo", italic=False)),
    "large list of recipients": ("ending_checks.looks", size("Nơi nhận - dòng", 12)),
    "plain signer": ("ending_checks.looks", mark("Họ và tên", bold=False)),
    "nobody's name": ("ending_checks.complete", without("Nơi nhận - dòng")),
    "signer on the next page": ("ending_checks.one_page", damage.torn_signature),
    "signature alone": ("ending_checks.not_alone", damage.signature_on_a_new_page),
    "recipients below the signature": ("ending_checks.level", paragraph_format("Nơi nhận", space_before=Pt(12))),
    "recipients into the signature": (
        "ending_checks.columns",
        lambda document: (
            [words("Nơi nhận - dòng", f"- {SENTENCE}")(document)]
            + [paragraph_format("Nơi nhận - dòng", right_indent=Mm(-60))(document)]
        ),
    ),
    "signer at the left": ("ending_checks.columns", left_aligned("Họ và tên")),
    "indented recipients": ("ending_checks.flush_left", paragraph_format("Nơi nhận - dòng", left_indent=Mm(5))),
    "plain word that enacts": ("form_checks.enacting", mark("Lời ban hành", bold=False)),
    "word that enacts at the left": ("form_checks.enacting", left_aligned("Lời ban hành")),
    "secretary at the right": ("form_checks.secretary", damage.signers_swapped),
    "heading row once": ("table_checks.headings", damage.heading_row_once),
    "split rows": ("table_checks.whole_rows", damage.rows_may_split),
    "rows lower than their text": ("lost", damage.flat_rows),
    "text over the border": ("table_checks.text_in_cells", damage.wide_words),
}


def _sound(*, appendix: bool) -> bytes:
    paragraphs = [f"{number} năm qua, {SENTENCE}" for number in ("Một", "Hai", "Trong ba", "Ngay từ bốn")]
    return word_file(letter(paragraphs=paragraphs, appendices=[_appendix()] if appendix else []))


def _many_pages() -> bytes:
    """Pages of headings and paragraphs of three lines."""
    text = [{"kind": "paragraph", "text": f"{number} {SENTENCE * 2}"} for number in ("Một", "Hai", "Ba")]
    return word_file(letter(sections=[{"title": "Nhiệm vụ", "blocks": text[: 1 + number % 3]} for number in range(30)]))


def _forms() -> dict[str, bytes]:
    article = {"kind": "item", "numbering": "article", "text": SENTENCE}
    decision = letter("decision", sections=[{"numbering": "none", "blocks": [article] * 3}])
    fields = {"attendees": ["Các phòng thuộc Sở"], "chair": "Phó Giám đốc Sở", "secretary": "Chánh Văn phòng"}
    day = "08 giờ 00, ngày 25 tháng 12 năm 2026"
    names = {"secretary_name": "Trần Thị B", "signature": {"name": "Nguyễn Văn A"}}
    minutes = letter("minutes", opened=day, closed=day, venue="Phòng họp số 2", **fields, **names)
    return {"decision": word_file(decision), "minutes": word_file(minutes)}


def _appendix() -> dict[str, Any]:
    heading = [{"text": text, "bold": True, "align": "center"} for text in ("STT", "Nhiệm vụ", "Sản phẩm")]
    body = [[{"text": str(number)}, {"text": SENTENCE * 4}, {"text": "Báo cáo"}] for number in range(ROWS)]
    table = {"kind": "table", "widths": [1, 4, 4], "heading_rows": 1, "rows": [heading, *body]}
    return {"title": "Nhiệm vụ", "orientation": "landscape", "blocks": [table]}


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Sheet]:
    files = {
        "appendix": _sound(appendix=True),
        "short": _sound(appendix=False),
        "many pages": _many_pages(),
        **_forms(),
    }
    for name, (check, fault) in FAULTS.items():
        base = "appendix" if check.startswith(WITH_APPENDIX) else WITH_PAGES.get(check, "short")
        files[name] = damage.damaged(files[base], fault)
    return printed(files, tmp_path_factory.mktemp("faults"))


def test_sound_documents_have_no_fault(sheets: Mapping[str, Sheet]) -> None:
    require_sound({name: sheets[name] for name in ("appendix", "short", "many pages", "decision", "minutes")})
    assert len(sheets["appendix"].found.appendices[0].pages) == 2
    assert len(sheets["many pages"].found.pages) > 4


@pytest.mark.parametrize("name", FAULTS)
def test_fault_is_found(sheets: Mapping[str, Sheet], name: str) -> None:
    check, _ = FAULTS[name]
    found = sheets[name].findings
    assert any(finding.startswith(f"{check}: ") for finding in found), "\n".join(found)


def test_each_check_has_a_fault() -> None:
    assert {name_of(check) for check in CHECKS} | {"lost"} == {check for check, _ in FAULTS.values()}
