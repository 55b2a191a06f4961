"""What a template does not print is told; what a faulty program loses or moves is found."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from generator.diagnostics import Severity
from generator.model.store import load_document
from generator.render.compiled import compile_template
from generator.render.printing import Pieces
from generator.render.program import Program
from generator.render.proof import ProofError
from generator.render.render import rendering
from generator.templates.catalog import layouts
from tests.rendered import built_template, document, png, template_of

FULL: dict[str, Any] = {
    "issuer": {"name": "Sở Nội vụ", "parent": "UBND tỉnh", "symbol": "SNV", "place": "Sông Vân"},
    "number": 5,
    "subject": "Cải cách **hành chính**",
    "urgency": "khẩn",
    "legal_bases": [{"text": "Luật A"}, {"text": "Nghị định B"}],
    "preamble": ["Sở ban hành kế hoạch:"],
    "sections": [
        {
            "title": "Mục đích",
            "blocks": [
                {"kind": "item", "text": "Một *hai*"},
                {"kind": "item", "text": "Ba"},
                {"kind": "table", "rows": [[{"text": "ô"}]]},
                {"kind": "picture", "file": "a.png", "alt": "Sơ đồ"},
            ],
        }
    ],
    "closing": ["Hết"],
    "recipients": [{"name": "UBND tỉnh"}],
    "tasks": [{"id": "NV1", "name": "Rà soát"}, {"id": "NV2", "name": "Công khai"}],
    "appendices": [{"title": "Nhiệm vụ", "blocks": [{"kind": "tasks"}]}],
}
PLAN = document("plan", **FULL)
PICTURES = {"a.png": png()}


EXPECTED = [
    "type_name", "urgency", "issuer.parent", "signature.position", "signature.name", "recipients[]",
    "legal_bases[].text", "preamble[].text", "body[].label", "body[].text", "body[].table", "closing[].text",
    "appendices[].label", "appendices[].title", "appendices[].note", "appendices[].lines[].table",
]  # fmt: skip


def _unprinted(*tags: str) -> list[str | None]:
    template = compile_template(template_of(*tags, kind="plan"))
    return [finding.place.field for finding in rendering(PLAN, template, layouts(), PICTURES).unprinted]


def test_the_built_templates_print_everything() -> None:
    assert rendering(PLAN, built_template("plan"), layouts(), PICTURES).unprinted == ()


@pytest.mark.parametrize("kind", ["report", "dispatch", "decision", "minutes"])
def test_the_built_templates_print_everything_of_any_kind(kind: str) -> None:
    fields = {name: value for name, value in FULL.items() if name not in ("tasks", "appendices")}
    found = document(kind, **fields, addressees=["A", "B"], appendices=[{}])
    assert rendering(found, built_template(kind), layouts(), PICTURES).unprinted == ()


def test_an_own_template_that_leaves_things_out_is_told() -> None:
    found = _unprinted("{{ issuer.name }} {{ number }}/{{ notation }}", "{{r subject }}", "{{ place_date }}")
    assert found == EXPECTED


def test_the_warning_says_what_and_how_often() -> None:
    template = compile_template(template_of("{{ number }}", kind="plan"))
    found = {one.place.field: one for one in rendering(PLAN, template, layouts(), PICTURES).unprinted}
    basis = found["legal_bases[].text"]
    assert basis.severity is Severity.WARNING
    assert basis.message == "mẫu không in «Một căn cứ» (2 chỗ có dữ liệu)"


def test_a_value_in_other_capitals_or_in_parts_counts_as_printed() -> None:
    found = _unprinted("{{ issuer.name | lower }}", "{{ issuer.place }}, {{ date }}")
    assert not {"issuer.name", "place_date"} & set(found)


def test_signs_of_markup_in_marked_words_are_no_tags() -> None:
    plan = document("plan", **{**FULL, "closing": ["**Gửi** bản <dự thảo> của VP&TH, A < B"]})
    assert rendering(plan, built_template("plan"), layouts(), PICTURES).unprinted == ()


def test_a_template_without_a_branch_for_tables_is_told() -> None:
    found = _unprinted("{%p for line in body %}", "{{ line.label }}", "{{r line.text }}", "{%p endfor %}")
    assert "body[].table" in found
    assert not {"body[].text", "body[].label"} & set(found)


# ---- A sabotaged program ---------------------------------------------------------------------------------------------


def _at(pieces: Pieces, text: str) -> int:
    return next(place for place, piece in enumerate(pieces) if piece == text)


def _dropped(pieces: Pieces) -> Pieces:
    place = _at(pieces, "Ba")
    return [*pieces[: place - 1], *pieces[place + 1 :]]


def _without_row(pieces: Pieces) -> Pieces:
    place = _at(pieces, "1. Rà soát")
    return [*pieces[: place - 1], *pieces[place + 1 :]]


def _swapped(pieces: Pieces) -> Pieces:
    first, second = _at(pieces, "Luật A;"), _at(pieces, "Nghị định B.")
    made = list(pieces)
    made[first], made[second] = made[second], made[first]
    return made


@pytest.mark.parametrize(
    ("fault", "field"), [(_dropped, "body[].text"), (_without_row, "appendices[].lines[].table"), (_swapped, None)]
)
def test_a_program_that_loses_or_swaps_is_found_out(
    fault: Callable[[Pieces], Pieces], field: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = Program.pieces

    def wrong(self: Program, values: dict[str, Any]) -> Pieces:
        pieces = right(self, values)
        return fault(pieces) if len(pieces) > 20 else pieces

    monkeypatch.setattr(Program, "pieces", wrong)
    if field is None:
        with pytest.raises(ProofError, match="thứ tự"):
            rendering(PLAN, built_template("plan"), layouts(), PICTURES)
    else:
        found = rendering(PLAN, built_template("plan"), layouts(), PICTURES).unprinted
        assert field in [finding.place.field for finding in found]


LONG = "dài hơn những chữ mà bộ đọc dữ liệu dùng lại cho mọi chỗ chúng xuất hiện " * 2


def _table() -> dict[str, Any]:
    return {"kind": "table", "rows": [[{"text": f"Ô {number} {LONG * (number > 0)}"} for number in range(4)]]}


def test_a_table_that_is_lost_is_found_out_though_its_like_was_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    twice = document("report", sections=[{"title": "A", "blocks": [_table(), _table()]}])
    right = Program.pieces

    def wrong(self: Program, values: dict[str, Any]) -> Pieces:
        pieces = right(self, values)
        places = [place for place, piece in enumerate(pieces) if piece.startswith("Ô ")]
        return [piece for place, piece in enumerate(pieces) if {place, place + 1}.isdisjoint(places[4:])]

    assert rendering(twice, built_template("report"), layouts()).unprinted == ()
    monkeypatch.setattr(Program, "pieces", wrong)
    monkeypatch.setattr("generator.render.render.prove", lambda *_: None)
    found = rendering(twice, built_template("report"), layouts()).unprinted
    assert [finding.place.field for finding in found] == ["body[].table"]


def test_an_empty_document_prints_all_that_it_has() -> None:
    empty = load_document('{"format": 1, "kind": "plan"}', "a.json")
    assert rendering(empty, built_template("plan"), layouts()).unprinted == ()
