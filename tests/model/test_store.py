"""Stored documents: what is dumped loads as the same document, and each fault is named with its line."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from generator.errors import DataError, UsageError
from generator.model.document import Document
from generator.model.plan import Plan
from generator.model.store import dump_document, load_document, load_layout, require_stored
from tests.strategies import documents, plans

ROOT = Path(__file__).parents[2]
_MANY = settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("name", ["a.yaml", "a.json"])
@_MANY
@given(document=documents | plans)
def test_a_dumped_document_loads_as_the_same(name: str, document: Document) -> None:
    assert load_document(dump_document(document, name), name) == document


def _faults(text: str | bytes, name: str = "ke_hoach.yaml") -> list[str]:
    with pytest.raises(DataError) as caught:
        load_document(text, name)
    assert caught.value.exit_code == 3
    return [str(fault) for fault in caught.value.diagnostics]


HEAD = "format: 1\nkind: plan\n"

WRONG = {
    "a day the calendar does not have": (HEAD + "date: 31/11/2026\n", ["dòng 3", "31/11/2026", "30 ngày"]),
    "a misspelt field": (HEAD + "legal_base: []\n", ["dòng 3", "legal_base", "ý bạn là «legal_bases»"]),
    "a misspelt field deep down": (
        HEAD + "tasks:\n- id: A\n  name: x\n  rows:\n  - prodcts: [y]\n",
        ["dòng 7", "tasks[0].rows[0]", "products"],
    ),
    "a wrong type": (HEAD + "year: hai nghìn\n", ["dòng 3", "year", "hai nghìn"]),
    "a list where a text belongs": (HEAD + "subject: [a, b]\n", ["dòng 3", "subject"]),
    "a comma that cuts a value of a one-line record": (
        HEAD + "issuer: {name: Sở Văn hóa, Thể thao và Du lịch}\n",
        ["dòng 3", "issuer.Thể thao và Du lịch", "dấu phẩy", "dấu nháy kép"],
    ),
    "a repeated id": (
        HEAD + "tasks:\n- {id: A, name: x}\n- {id: A, name: y}\n",
        ["dòng 5", "tasks[1].id", "«A»", "dòng 4"],
    ),
    "a repeated field": (HEAD + "year: 2026\nyear: 2027\n", ["dòng 4", "year"]),
    "a tab as indentation": (HEAD + "issuer:\n\tname: x\n", ["dòng 4", "Tab"]),
    "a newer format": ("format: 99\nkind: plan\n", ["dòng 1", "phiên bản mới hơn"]),
    "no format": ("kind: plan\n", ["phiên bản"]),
    "an unknown kind": ("format: 1\nkind: ke hoach\n", ["dòng 2", "ke hoach", "plan"]),
    "no kind": ("format: 1\nyear: 2027\n", ["kind"]),
    "a line break in a name": (HEAD + 'issuer: {name: "Sở\\nNội vụ"}\n', ["issuer.name", "một dòng"]),
    "an unknown block": (HEAD + "sections: [{blocks: [{kind: doan, text: x}]}]\n", ["dòng 3", "doan"]),
}


@pytest.mark.parametrize(("text", "expected"), WRONG.values(), ids=WRONG.keys())
def test_a_fault_is_named_with_its_line(text: str, expected: list[str]) -> None:
    faults = _faults(text)
    assert len(faults) == 1
    for piece in expected:
        assert piece in faults[0]


def test_all_faults_come_at_once_in_the_order_of_their_lines() -> None:
    faults = _faults(
        HEAD + "year: x\ndate: 31/11/2026\nsubjct: y\ntargets:\n- {id: A, metric: a}\n- {id: A, metric: b}\n"
    )
    assert [fault.split(",")[1].strip() for fault in faults] == ["dòng 3", "dòng 4", "dòng 5", "dòng 8"]


def test_an_impossible_day_hides_no_other_fault() -> None:
    assert len(_faults(HEAD + "yeer: 1\ndate: 2026-11-31\nsubjct: x\n")) == 3


def test_bytes_that_are_not_utf8_are_refused() -> None:
    assert "UTF-8" in _faults("format: 1\nkind: plan\nsubject: Kế hoạch\n".encode("utf-16"))[0]


def test_an_empty_field_counts_as_not_given() -> None:
    document = load_document(HEAD + "subject:\nrecipients:\nissuer:\n", "a.yaml")
    assert document == Plan()


def test_json_faults_have_places_too() -> None:
    assert "year" in _faults('{"format": 1, "kind": "plan",\n "year": "x"}', "a.json")[0]


def test_the_layouts_that_come_with_the_program_load() -> None:
    paths = sorted((ROOT / "data" / "layouts").glob("*.yaml"))
    assert [load_layout(path.read_bytes(), str(path)).id for path in paths] == [path.stem for path in paths]


@pytest.mark.parametrize(
    "columns",
    [
        "group: column\ncolumns: [{field: name, heading: A, width: 1}]",
        "number_in: column\ncolumns: [{field: name, heading: A, width: 1}]",
        "merges: [goal]\ncolumns: [{field: name, heading: A, width: 1}]",
        "columns: []",
        "columns: [{field: name, heading: A, width: 0}]",
    ],
)
def test_a_layout_that_does_not_fit_together_is_refused(columns: str) -> None:
    with pytest.raises(DataError):
        load_layout(f"format: 1\nid: x\nname: x\n{columns}\n", "x.yaml")


def test_an_unknown_suffix_is_refused() -> None:
    with pytest.raises(UsageError, match=".yaml"):
        require_stored("a.docx")
