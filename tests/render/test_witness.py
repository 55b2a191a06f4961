"""Whatever is lost, altered, doubled or moved between the data and the values of a template is found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from pydantic import BaseModel

from generator.cli.files.references import with_references
from generator.errors import DataError
from generator.importers.registry import import_document
from generator.model.document import Document
from generator.model.forms import FORMS
from generator.model.layout import Column, ColumnField, TableLayout
from generator.model.plan import Plan
from generator.model.store import load_document
from generator.render import render as render_module
from generator.render.context import context
from generator.render.filler import Filler
from generator.render.pictures import Pictures
from generator.render.printing import Block, rich
from generator.render.proof import ProofError
from generator.render.render import rendering
from generator.render.witness import hold_offered
from generator.templates.catalog import layouts
from generator.vietnamese.dates import PartialDate
from tests import corpus
from tests.render.test_render_lossless import _with_everything_printed
from tests.rendered import built_template, document, png
from tests.strategies import documents, plans

ALL = TableLayout(
    id="all",
    name="Mọi cột",
    columns=tuple(Column(field=field, heading=f"Cột {field.value}", width=10) for field in ColumnField),
    number_in="column",
    numbering="kept",
    group="row",
)
OWN_LAYOUT = ALL.model_copy(update={"id": "own"})
LAYOUTS = {**layouts(), "all": ALL, "own": OWN_LAYOUT}
PICTURES = {"a.png": png()}
_ROW = {
    "label": "3.1:", "activity": "Mở **lớp**", "products": ["Báo cáo;", "Danh mục"], "schedule": "Quý I",
    "lead": ["Văn phòng"], "support": ["Các phòng", "Trung tâm"], "monitor": ["Phó Giám đốc"], "budget": "Ngân sách",
    "note": "Có *họp*", "issuing_level": "Sở", "leader": "Phó Giám đốc",
}  # fmt: skip
_TASKS = [
    {
        "id": f"NV{number}", "group": f"Nhóm {number // 3}", "goal": f"Mục tiêu {number}", "goal_label": "1.2:",
        "label": f"2.{number}:", "name": f"Rà soát lần {number}", "rows": [_ROW] * rows,
        "submit_due": "2027-03", "issue_due": "2027-05-06", "criterion": "1.1",
        "parent": {"document": "12/KH-UBND", "item": "NV07", "hash": "a1b2", "review": ["Đã đổi «Sở» thành «Phòng»"]},
    }
    for number, rows in enumerate([1, 2, 1, 0], start=1)
]  # fmt: skip
_BLOCKS = [
    {"kind": "paragraph", "text": "Một đoạn\nhai dòng"},
    {
        "kind": "item", "numbering": "arabic", "label": "1.a:", "text": "Khoản *một*", "heading": True,
        "blocks": [{"kind": "item", "text": "Gạch một"}, {"kind": "item", "text": "Gạch hai"}],
    },
    {"kind": "item", "numbering": "arabic", "text": "Khoản hai"},
    {"kind": "item", "numbering": "article", "text": "Phạm vi"},
    {"kind": "note", "text": "(Có phụ lục)"},
    {"kind": "other", "text": "Câu * lạ"},
    {"kind": "picture", "file": "a.png", "alt": "Sơ đồ <một>", "title": "Hình một"},
    {
        "kind": "table", "title": "Bảng một",
        "rows": [[{"text": "ô 1"}, {"text": "ô **2**", "rows": 2}], [{"text": "ô 3"}]],
    },
    {"kind": "objectives"},
    {"kind": "targets"},
    {"kind": "targets", "layout": "table"},
]  # fmt: skip
FULL: dict[str, Any] = {
    "issuer": {
        "name": "Ủy ban nhân dân xã Sông Vân", "parent": "UBND tỉnh", "symbol": "UBND", "place": "Sông Vân",
        "professional_parent": "Bộ Nội vụ", "aliases": ["Xã"], "head_title": "Chủ tịch",
    },
    "number": 5, "notation": "KH-UBND", "date": "2027-01-05", "subject": "Cải cách **hành chính** năm 2027",
    "year": 2027, "urgency": "khẩn", "circulation": "Lưu hành nội bộ", "addressees": ["Sở A", "Sở B", "Sở C"],
    "legal_bases": [
        {"lead": "Theo", "citation": {
            "type": "Nghị định", "number": "30/2020/NĐ-CP", "date": "2020-03-05", "issuer": "Chính phủ",
            "title": "về công tác văn thư",
        }},
        {"lead": "Căn cứ", "text": "Luật A"}, {"text": "Xét đề nghị của Văn phòng"},
        {"document": "chuong_trinh.yaml"},
    ],
    "preamble": ["Nay ban hành:", "gồm các phần", "sau đây:"],
    "sections": [
        {"title": "MỤC ĐÍCH", "blocks": _BLOCKS},
        {"numbering": "chapter", "title": "Chương *hai*"},
        {"label": "3/", "title": "TỔ CHỨC"},
    ],
    "closing": ["Thực hiện nghiêm", "Báo cáo đúng hạn", "Hết."],
    "recipients": [
        {"name": "UBND tỉnh", "purpose": "để báo cáo", "group": "superior", "members": ["Văn phòng"]},
        {"name": "Các phòng"}, {"name": "Các thôn"},
    ],
    "archive": {"holders": ["VT", "CCHC"], "copies": 2, "drafter": "PL", "issued": 30},
    "signature": {
        "authority": [{"code": "TM.", "of": "Ủy ban nhân dân"}, {"code": "KT.", "of": "Chủ tịch"}],
        "position": "Phó Chủ tịch", "second_title": "Trưởng ban", "name": "Nguyễn Văn A",
    },
    "objectives": ["Nâng cao", "Hiện đại **hóa**", "Giữ vững"],
    "targets": [
        {
            "id": f"CT{number}", "group": "Thủ tục", "metric": f"Tỷ lệ {number}", "comparator": "at_least",
            "value": 90 + number, "unit": "điểm", "last_year": 80 + number, "assigned": 99, "lead": "Văn phòng",
        }
        for number in (1, 2, 3)
    ],
    "derivation": {
        "unit": "phong-gddt", "on": "2027-01-05", "rules": "c3d4", "directory": "a7b8",
        "parents": [{"document": "12/KH-UBND", "hash": "e5f6"}],
    },
    "tasks": [*_TASKS, {"id": "NV9", "name": "Kiểm tra", "table": "2", "rows": [_ROW]}],
    "layouts": [OWN_LAYOUT],
    "appendices": [
        {"title": "Nhiệm vụ", "blocks": [{"kind": "tasks", "layout": "all"}]},
        {"label": "Phụ lục 2", "title": "Biểu mẫu", "note": "(Kèm theo Kế hoạch số: /KH-UBND)", "blocks": _BLOCKS[:3]},
        {"title": "Nhiệm vụ", "blocks": [{"kind": "tasks"}, {"kind": "tasks", "layout": "eight_columns"}]},
        {"title": "Nhiệm vụ khác", "blocks": [{"kind": "tasks", "layout": "own", "table": "2"}]},
        {"document_kind": "regulation", "title": "Hoạt động của Tổ công tác", "blocks": _BLOCKS[:1]},
        {"document": "quy_che.yaml"},
    ],
    "unplaced": ["Trang 1"],
}  # fmt: skip
PLAN = document("plan", **FULL)
NOT_PRINTED = {
    "Organization.professional_parent", "Organization.aliases", "Organization.head_title", "Recipient.members",
    "Plan.unplaced", "Target.id", "Target.group", "Target.assigned", "Task.id", "Task.criterion",
    "TaskRow.issuing_level", "TaskRow.leader",
    "ParentReference.document", "ParentReference.item", "ParentReference.hash", "ParentReference.review",
    "Derivation.unit", "Derivation.on", "Derivation.rules", "Derivation.directory",
    "DerivedFrom.document", "DerivedFrom.hash",
    "Picture.file",  # its picture is
    "LegalBasis.document", "Appendix.document",  # what is in the file they name is
    "TasksHere.layout", "TableLayout.id", "TableLayout.name",  # its columns are
}  # fmt: skip
"""Texts of the model that no document shows."""


def _values(source: Document) -> dict[str, Any]:
    template = built_template(source.kind)
    return Filler(template, Pictures(PICTURES, template.parts)).values(context(source, LAYOUTS))


VALUES = _values(PLAN)


def test_a_full_plan_passes() -> None:
    hold_offered(PLAN, VALUES, LAYOUTS)
    rendering(PLAN, built_template("plan"), LAYOUTS, PICTURES)


# ---- Every text of the model -----------------------------------------------------------------------------------------


def _types(annotation: Any) -> Iterator[Any]:
    """Yield the types that an annotation is made of; a choice of fixed words is none."""
    if get_origin(annotation) in (Union, UnionType, tuple):
        for inner in get_args(annotation):
            yield from _types(inner)
    elif get_origin(annotation) is Annotated:
        yield from _types(get_args(annotation)[0])
    elif get_origin(annotation) is not Literal:
        yield annotation


def _text_fields(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[str]:
    """Yield the fields of a class, and of all that it holds, that have words, figures or dates."""
    seen.add(model)
    for name, field in model.model_fields.items():
        found = {kind for kind in _types(field.annotation) if isinstance(kind, type)}
        if found & {str, Decimal, PartialDate}:
            yield f"{model.__name__}.{name}"
        for inner in found:
            if issubclass(inner, BaseModel) and inner not in seen:
                yield from _text_fields(inner, seen)


OTHER_NAMES = {f"x{name}": layout for name, layout in LAYOUTS.items()}
TEXT_FIELDS = set(_text_fields(Plan, set()))


def _altered(value: Any) -> Iterator[tuple[str, Any]]:
    """Yield the name of a text field in a record and the record with that text altered, for each of its texts."""
    for name, inner in value if isinstance(value, BaseModel) else ():
        field = f"{type(value).__name__}.{name}"
        for source, new in _altered_field(field, inner):
            yield source, value.model_copy(update={name: new})


def _altered_field(field: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, tuple):
        for place, inner in enumerate(value):
            for source, new in _altered_field(field, inner):
                yield source, (*value[:place], new, *value[place + 1 :])
    elif isinstance(value, BaseModel):
        yield from _altered(value)
    elif field in TEXT_FIELDS and value is not None:
        yield field, _other(value)


def _other(value: Any) -> Any:
    if isinstance(value, PartialDate):
        return replace(value, year=(value.year or 0) + 1)
    return value + 1 if isinstance(value, Decimal) else f"x{value}"


def test_every_text_of_the_model_is_witnessed_or_known_to_be_not_printed() -> None:
    witnessed: set[str] = set()
    missed: set[str] = set()
    for field, changed in _altered(PLAN):
        try:
            hold_offered(changed, VALUES, {**LAYOUTS, **OTHER_NAMES, **{one.id: one for one in changed.layouts}})
            missed.add(field)
        except (ProofError, DataError):  # of another kind of document than the 29
            witnessed.add(field)
    assert missed == NOT_PRINTED
    assert witnessed | missed == TEXT_FIELDS


OWN: dict[str, dict[str, Any]] = {
    "resolution": {"enacted_by": "Hội đồng nhân dân xã"},
    "decision": {"enacted_by": "Giám đốc Sở Nội vụ"},
    "telegram": {"sender": "Chủ tịch xã"},
    "invitation": {"event": "Hội nghị", "chair": "ông A", "time": "08 giờ 00", "venue": "Hội trường"},
    "introduction": {
        "person": "Trần Thị B", "position": "Chuyên viên", "sent_to": "Sở Tài chính", "errand": "nhận hồ sơ",
        "valid_until": "2027-03-20",
    },
    "leave_permit": {
        "applied_on": "2027-03-05", "person": "Trần Thị B", "position": "Chuyên viên", "length": "05 ngày",
        "from_day": "2027-03-15", "to_day": "2027-03-19", "destination": "xã An Phước", "counted_in": "phép năm",
    },
    "minutes": {
        "opened": "14 giờ", "venue": "Phòng họp", "attendees": ["Ông A", "Bà B"], "chair": "ông A",
        "secretary": "bà B", "closed": "16 giờ", "secretary_name": "Trần Thị B",
    },
    **dict.fromkeys(("contract", "memorandum", "agreement"), {
        "concluded": "ngày 09 tháng 3 năm 2026", "party_a": "Sở Nội vụ", "party_a_details": ["Địa chỉ: xã A", "Ông A"],
        "party_b": "Công ty B", "party_b_details": ["Bà B"], "party_b_authority": "KT. Giám đốc",
        "party_b_position": "Phó Giám đốc", "party_b_signer": "Trần Thị B",
    }),
}  # fmt: skip
SHARED = {name: FULL[name] for name in ("issuer", "number", "date", "legal_bases", "sections", "archive", "signature")}


@pytest.mark.parametrize("kind", FORMS)
def test_every_text_of_a_form_is_witnessed(kind: str) -> None:
    source = document(kind, **{**SHARED, "sections": [], **OWN[kind]})
    values = _values(source)
    hold_offered(source, values, LAYOUTS)
    assert set(OWN[kind]) | {"gathering"} >= set(FORMS[kind].own_fields())
    for name in OWN[kind]:
        for _, changed in _altered_own(source, name):
            with pytest.raises(ProofError):
                hold_offered(changed, values, LAYOUTS)


@pytest.mark.parametrize(
    ("kind", "name"), [("decision", "enacted_by"), ("resolution", "enacted_by"), ("telegram", "sender")]
)
def test_who_enacts_or_sends_is_witnessed_though_the_data_do_not_say_it(kind: str, name: str) -> None:
    source = document(kind, **{**SHARED, "sections": []})
    values = _values(source)
    hold_offered(source, values, LAYOUTS)
    with pytest.raises(ProofError):
        hold_offered(source, {**values, name: _other(values[name])}, LAYOUTS)


def _altered_own(source: Document, name: str) -> Iterator[tuple[str, Document]]:
    value = getattr(source, name)
    texts = value if isinstance(value, tuple) else (value,)
    for place, text in enumerate(texts):
        new = (*texts[:place], _other(text), *texts[place + 1 :])
        yield name, source.model_copy(update={name: new if isinstance(value, tuple) else new[0]})


@pytest.mark.parametrize("changed", [
    {"year": 2028}, {"urgency": "hỏa tốc"}, {"urgency": None}, {"circulation": None}, {"basis_layout": "inline"},
    {"archive": {**FULL["archive"], "copies": 3}}, {"archive": {**FULL["archive"], "issued": None}}, {"archive": None},
    {"addressees": []}, {"addressees": ["Sở A"]}, {"sections": []}, {"date": None}, {"number": None},
])  # fmt: skip
def test_other_data_than_those_offered_are_found(changed: dict[str, Any]) -> None:
    with pytest.raises(ProofError):
        hold_offered(document("plan", **{**FULL, **changed}), VALUES, LAYOUTS)


# ---- A sabotaged program ---------------------------------------------------------------------------------------------

LISTS = {
    "legal_bases": ("legal_bases",), "preamble": ("preamble",), "body": ("body",), "closing": ("closing",),
    "recipients": ("recipients",), "addressees": ("addressees",), "authority": ("signature", "authority"),
    "appendices": ("appendices",), "lines of an appendix": ("appendices", 1, "lines"),
}  # fmt: skip
Change = Callable[[Sequence[Any]], Sequence[Any]]
FAULTS: dict[str, Change] = {
    "first lost": lambda values: values[1:],
    "last lost": lambda values: values[:-1],
    "middle lost": lambda values: [*values[: len(values) // 2], *values[len(values) // 2 + 1 :]],
    "first doubled": lambda values: [values[0], *values],
    "last doubled": lambda values: [*values, values[-1]],
    "first two swapped": lambda values: [values[1], values[0], *values[2:]],
    "all lost": lambda values: [],
}


def _changed(values: Any, path: Sequence[str | int], change: Callable[[Any], Any]) -> Any:
    """Return values in which what stands at a path is changed."""
    if not path:
        return change(values)
    first, *rest = path
    if isinstance(values, Mapping):
        return {**values, first: _changed(values[str(first)], rest, change)}
    return [_changed(value, rest, change) if place == first else value for place, value in enumerate(values)]


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
@pytest.mark.parametrize("path", LISTS.values(), ids=LISTS.keys())
def test_a_list_that_loses_doubles_or_swaps_entries_is_found(path: Sequence[str], fault: Change) -> None:
    with pytest.raises(ProofError):
        hold_offered(PLAN, _changed(VALUES, path, fault), LAYOUTS)


@pytest.mark.parametrize("place", range(len(VALUES["body"])))
def test_each_line_of_the_body_counts(place: int) -> None:
    def without(lines: Sequence[Any]) -> Sequence[Any]:
        return [*lines[:place], *lines[place + 1 :]]

    with pytest.raises(ProofError):
        hold_offered(PLAN, _changed(VALUES, ("body",), without), LAYOUTS)


def _text_places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield where texts stand among the values that are printed."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            if name not in ("kind", "keeps", "rules", "head", "rule", "section_break", "final_section"):
                yield from _text_places(inner, (*path, name))
    elif isinstance(value, list | tuple):
        for place, inner in enumerate(value):
            yield from _text_places(inner, (*path, place))
    elif isinstance(value, str) and value.strip():
        yield path


TEXT_PLACES = list(_text_places(VALUES))


@pytest.mark.parametrize("path", TEXT_PLACES, ids=lambda path: ".".join(map(str, path)))
def test_a_character_lost_in_any_text_is_found(path: tuple[str | int, ...]) -> None:
    text = _at(VALUES, path)
    for place in _letters(text):
        lost = _like(text, text[:place] + text[place + 1 :])
        with pytest.raises(ProofError):
            hold_offered(PLAN, _changed(VALUES, path, lambda _, lost=lost: lost), LAYOUTS)


def _letters(text: str) -> list[int]:
    """Return the places of the first, a middle and the last letter of a text; of a drawing the first of its words."""
    if 'descr="' in text:
        return [text.index('descr="') + len('descr="')]
    places = [place for place, letter in enumerate(text) if letter.isalnum() or letter in "-+"]
    return sorted({places[0], places[len(places) // 2], places[-1]})


def _like(text: str, changed: str) -> str:
    return changed if "descr=" in text else rich(changed)


def _at(values: Any, path: Sequence[str | int]) -> Any:
    for step in path:
        values = values[step]
    return values


_LINES = [("body",), *(("appendices", place, "lines") for place in range(3))]
TABLES = [(*path, place) for path in _LINES for place, line in enumerate(_at(VALUES, path)) if "table" in line]


@pytest.mark.parametrize("path", TABLES, ids=lambda path: ".".join(map(str, path)))
def test_each_cell_of_each_table_counts(path: tuple[str | int, ...]) -> None:
    pieces = _at(VALUES, path)["table"].pieces
    for place in range(1, len(pieces), 2):
        if pieces[place].strip():
            blank = Block([*pieces[:place], "", *pieces[place + 1 :]])
            with pytest.raises(ProofError):
                hold_offered(PLAN, _changed(VALUES, (*path, "table"), lambda _, blank=blank: blank), LAYOUTS)


@pytest.mark.parametrize("name", ["legal_bases", "preamble", "body", "closing", "recipients", "appendices"])
def test_nothing_is_written_when_the_context_loses_something(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    right = render_module.context
    monkeypatch.setattr(
        render_module, "context", lambda *given: {**(made := right(*given)), name: made[name][:1] + made[name][2:]}
    )
    with pytest.raises(ProofError, match="không ghi gì"):
        rendering(PLAN, built_template("plan"), LAYOUTS, PICTURES)


def test_nothing_is_written_when_the_filling_loses_something(monkeypatch: pytest.MonkeyPatch) -> None:
    right = Filler.values
    monkeypatch.setattr(Filler, "values", lambda self, given: {**right(self, given), "notation": "KH-UBN"})
    with pytest.raises(ProofError, match="«notation»"):
        rendering(PLAN, built_template("plan"), LAYOUTS, PICTURES)


# ---- No right document is refused ------------------------------------------------------------------------------------


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents | plans | plans.map(_with_everything_printed))
def test_no_right_document_is_refused(source: Document) -> None:
    try:
        values = _values(source)
    except DataError:
        return
    hold_offered(source, values, LAYOUTS)


SAMPLES = [*Path("data/plans").glob("*.yaml"), *Path("data/documents").glob("*.yaml")]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_no_sample_is_refused(path: Path) -> None:
    source = with_references(load_document(path.read_text("utf-8"), path.name), path).resolved
    hold_offered(source, _values(source), LAYOUTS)


@corpus.needs_corpus
@pytest.mark.parametrize("name", corpus.FILES)
def test_no_real_plan_is_refused(name: str) -> None:
    source = import_document(corpus.source(name), corpus.FILES[name]).document
    hold_offered(source, _values(source), LAYOUTS)


@pytest.mark.parametrize("kind", ["report", "dispatch", "minutes", "decision", "plan"])
def test_an_empty_document_is_not_refused(kind: str) -> None:
    source = document(kind)
    hold_offered(source, _values(source), LAYOUTS)


ENDS = [*_BLOCKS, {"kind": "table", "title": "Bảng cuối", "rows": []}]


@pytest.mark.parametrize("block", ENDS, ids=lambda block: block["kind"])
def test_no_document_that_ends_with_any_block_is_refused(block: dict[str, Any]) -> None:
    source = document("plan", **{**FULL, "sections": [{"title": "A", "blocks": [block]}], "closing": []})
    hold_offered(source, _values(source), LAYOUTS)


@pytest.mark.parametrize("label", ["Điều 1.", "«Điều 1»", "*Điều*", ")("])
def test_an_article_without_a_title_bears_any_label(label: str) -> None:
    block = {"kind": "item", "numbering": "article", "label": label, "text": "Ban hành quy chế"}
    found = document("decision", sections=[{"numbering": "none", "blocks": [block]}])
    made = docx.Document(BytesIO(rendering(found, built_template("decision"), layouts()).data))
    assert f"{label} Ban hành quy chế./." in [paragraph.text for paragraph in made.paragraphs]
