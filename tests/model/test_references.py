"""References between documents: found, cited, attached, told."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.blocks import Paragraph
from generator.model.document import Borrowed, Document
from generator.model.readiness import missing
from generator.model.references import Reference, Sourced, Use, cited_part, references, sourced
from generator.model.wording import cited_as
from generator.render.compiled import compile_template
from generator.render.render import render
from generator.templates.catalog import layouts, template_for
from generator.vietnamese.citations import compose
from tests.rendered import document

OFFICE = {"name": "Sở Nội vụ", "parent": "UBND tỉnh Sông Vân", "symbol": "SNV", "place": "Sông Vân"}
TASK = {"id": "NV01", "name": "Rà soát thủ tục", "rows": [{"products": ["Báo cáo"], "lead": ["Văn phòng"]}]}
PLAN = document(
    "plan", issuer=OFFICE, number=15, date="2027-01-05", subject="Cải cách hành chính năm 2027", year=2027,
    sections=[{"title": "NHIỆM VỤ", "blocks": [{"kind": "picture", "file": "a.png", "alt": "Sơ đồ"}]}],
    appendices=[{"title": "Bảng nhiệm vụ", "blocks": [{"kind": "tasks"}], "note": "(Kèm theo Kế hoạch)"}], tasks=[TASK],
)  # fmt: skip
FULL = "Kế hoạch số 15/KH-SNV ngày 05 tháng 01 năm 2027 của Sở Nội vụ về cải cách hành chính năm 2027"


def _decision(**fields: Any) -> Document:
    return document("decision", issuer=OFFICE, number=20, date="2027-01-08", **fields)


def _resolved(source: Document, plan: Document = PLAN, name: str = "ke_hoach.yaml") -> Document:
    uses = {one.use for one in references(source)}
    use = Use.ATTACHED if Use.ATTACHED in uses else Use.BASIS
    return Sourced(source, {name: sourced(plan, {}, use)}).resolved


def test_every_place_that_names_a_file_is_found() -> None:
    source = _decision(
        legal_bases=[{"text": "Luật"}, {"document": "a.yaml", "lead": "Theo [[b.json]] tại"}],
        sections=[{"blocks": [{"kind": "item", "text": "[[ c.XLSX ]] và [[tài liệu]] [[d.yml]]"}]}],
        appendices=[{"document": "../e.yaml"}],
    )
    text = ("sections", 0, "blocks", 0, "text")
    assert set(references(source)) == {
        Reference("a.yaml", ("legal_bases", 1, "document"), Use.BASIS),
        Reference("b.json", ("legal_bases", 1, "lead"), Use.TEXT),
        Reference("c.XLSX", text, Use.TEXT),
        Reference("d.yml", text, Use.TEXT),
        Reference("../e.yaml", ("appendices", 0, "document"), Use.ATTACHED),
    }


@pytest.mark.parametrize("name", ["a.yaml", "A.YML", "thư mục/b.Json", "c.xlsx", 'd "cũ".docx', "e.j\u017fon"])
def test_a_name_in_any_text_is_found(name: str) -> None:
    table = {"kind": "table", "rows": [[{"text": "1"}, {"text": f"theo [[ {name}\u00a0]]"}]]}
    found = references(_decision(sections=[{"blocks": [table]}]))
    assert [(one.file, one.use) for one in found] == [(name, Use.TEXT)]


@pytest.mark.parametrize("text", ["[[Tên cột]]", "xem ke_hoach.yaml", "[[a]", "[[1], [2]]"])
def test_a_text_that_names_no_file_is_no_reference(text: str) -> None:
    assert references(_decision(sections=[{"blocks": [{"kind": "paragraph", "text": text}]}])) == ()


def test_a_basis_is_cited_with_number_and_day_of_today() -> None:
    source = _decision(legal_bases=[{"document": "ke_hoach.yaml", "lead": "Thực hiện", "from_superior": True}])
    assert source.legal_bases[0].printed is None
    (basis,) = _resolved(source).legal_bases
    assert (basis.printed, basis.from_superior) == (f"Thực hiện {FULL}", True)
    later = PLAN.model_copy(update={"number": "7"})
    assert "số 07/KH-SNV" in str(_resolved(source, later).legal_bases[0].printed)


def test_the_first_mention_in_a_text_is_full_and_later_ones_are_short() -> None:
    source = _decision(preamble=["Theo [[ke_hoach.yaml]]", "[[ke_hoach.yaml]]"], closing=["*Xem* [[ke_hoach.yaml]]"])
    resolved = _resolved(source)
    assert resolved.preamble == (f"Theo {FULL}", "Kế hoạch số 15/KH-SNV")
    assert resolved.closing == ("*Xem* Kế hoạch số 15/KH-SNV",)


def test_a_mention_below_a_basis_is_short() -> None:
    source = _decision(legal_bases=[{"document": "ke_hoach.yaml"}], closing=["Theo [[ke_hoach.yaml]]"])
    assert _resolved(source).closing == ("Theo Kế hoạch số 15/KH-SNV",)


def test_a_star_in_what_is_cited_stays_a_star() -> None:
    plan = PLAN.model_copy(update={"subject": "Thi đua *2027* và \\*"})
    source = _decision(closing=["[[ke_hoach.yaml]]"])
    assert _resolved(source, plan).closing[0].endswith("về thi đua 2027 và \\*")


def test_an_attached_document_gives_title_body_and_appendices() -> None:
    resolved = _resolved(_decision(appendices=[{"document": "ke_hoach.yaml"}, {"title": "Mẫu biểu"}]))
    body, tasks, own = resolved.appendices
    assert isinstance(body, Borrowed) and isinstance(tasks, Borrowed) and not isinstance(own, Borrowed)
    assert (body.document_kind, body.title, body.owner.kind) == ("plan", PLAN.subject, "plan")
    assert (tasks.title, tasks.note, tasks.owner.kind) == ("Bảng nhiệm vụ", None, "plan")


def test_an_attached_document_prints_its_preamble_and_closing_but_not_its_bases() -> None:
    fields = {"legal_bases": [{"text": "Luật"}], "preamble": ["Sở làm như sau:"], "closing": ["Các phòng thực hiện"]}
    plan = document("plan", **{**PLAN.model_dump(exclude_defaults=True), **fields})
    resolved = _resolved(_decision(appendices=[{"document": "ke_hoach.yaml"}]), plan)
    first, *sections, last = resolved.appendices[0].blocks
    assert (first, last) == (Paragraph(text="Sở làm như sau:"), Paragraph(text="Các phòng thực hiện"))
    assert tuple(sections) == plan.sections


def test_pictures_of_an_attached_document_are_named_from_the_folder_of_the_outer_one() -> None:
    resolved = _resolved(_decision(appendices=[{"document": "kh/ke_hoach.yaml"}]), name="kh/ke_hoach.yaml")
    assert [block.file for block in resolved.blocks() if block.kind == "picture"] == ["kh/a.png"]


def test_tasks_of_an_attached_plan_are_printed_and_their_gaps_told() -> None:
    plan = document(
        "plan", **{**PLAN.model_dump(exclude_defaults=True), "sections": [], "tasks": [{**TASK, "rows": []}]}
    )
    source = Sourced(
        _decision(appendices=[{"document": "ke_hoach.yaml"}]), {"ke_hoach.yaml": sourced(plan, {}, Use.ATTACHED)}
    )
    assert [gap.field for gap in missing(source.resolved) if "document" in gap.field] == [
        "appendices[0].document.tasks[0].rows"
    ]
    data = render(source.resolved, compile_template(template_for("decision").read_bytes()), layouts(), source=source)
    assert data == render(
        source.resolved, compile_template(template_for("decision").read_bytes()), layouts(), source=source
    )


def test_no_more_than_the_citation_of_a_cited_document_goes_along() -> None:
    part = cited_part(PLAN)
    assert part.appendices == part.sections == ()
    assert compose(cited_as(part)) == compose(cited_as(PLAN)) == FULL
    letter = document("dispatch", issuer=OFFICE, subject="Rà soát", archive={"holders": ["VT", "CCHC"]})
    assert compose(cited_as(cited_part(letter))).startswith("Công văn số      /SNV-CCHC ngày")


@pytest.mark.parametrize(
    ("kind", "subject", "title"),
    [
        ("plan", "Cải cách hành chính", "về cải cách hành chính"),
        ("plan", "CCHC năm 2027", "về CCHC năm 2027"),
        ("decision", "Ban hành Quy chế", "ban hành Quy chế"),
        ("decision", "Về việc nâng lương", "về việc nâng lương"),
        ("submission", "Ban hành Quy chế", "về việc ban hành Quy chế"),
        ("report", "Kết quả công tác", "về kết quả công tác"),
        ("dispatch", "Rà soát thủ tục", "về việc rà soát thủ tục"),
        ("dispatch", None, None),
    ],
)
def test_a_subject_goes_on_from_the_issuer(kind: str, subject: str | None, title: str | None) -> None:
    assert cited_as(document(kind, issuer=OFFICE, subject=subject)).title == title


def test_hashes_are_told_at_any_depth() -> None:
    inner = Sourced(PLAN, {}, "b")
    source = Sourced(_decision(), {"kh/a.yaml": Sourced(PLAN, {"x/b.yaml": inner}, "a")})
    assert source.digests == {"kh/a.yaml": "a", "kh/x/b.yaml": "b"}


def test_a_document_without_references_is_itself() -> None:
    assert Sourced(PLAN).resolved is PLAN
    assert references(PLAN) == ()
