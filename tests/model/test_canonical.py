"""The canonical JSON: one text for one document, and the document back from it."""

import json
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

import pytest
from hypothesis import HealthCheck, given, settings
from pydantic import BaseModel

from generator.model.blocks import Numbering
from generator.model.canonical import canonical_json, data_hash
from generator.model.document import Document
from generator.model.ending import Archive
from generator.model.plan import Plan, Target
from generator.model.store import dump_document, load_document
from generator.vietnamese.dates import PartialDate
from tests.strategies import documents, plans

_MANY = settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))


@_MANY
@given(document=documents | plans)
def test_the_text_loads_as_the_same_document(document: Document) -> None:
    text = canonical_json(document)
    assert type(document).model_validate(json.loads(text)) == document
    assert load_document(text, "a.json") == document


@_MANY
@given(document=documents | plans)
def test_it_holds_what_a_stored_file_holds_in_sorted_order_without_spaces(document: Document) -> None:
    stored = json.loads(dump_document(document, "a.json"))
    expected = json.dumps(stored, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert canonical_json(document).decode("utf-8") == expected


YAML = """
kind: plan
year: 2027
subject: Cải cách hành chính năm 2027
date: 2026-12-31
archive: {holders: [VT, CCHC], copies: 2}
sections:
- blocks:
  - {kind: item, text: Rà soát, heading: false}
  - {kind: table, widths: [1, 2.50], rows: [[{text: a, bold: true}, {columns: 1}]]}
  title: Nhiệm vụ
format: 1
"""
JSON = """{"format": 1, "kind": "plan", "subject": "Cải cách hành chính năm 2027", "date": "31/12/2026",
"sections": [{"title": "Nhiệm vụ", "numbering": "roman", "blocks": [{"text": "Rà soát", "kind": "item"},
{"rows": [[{"bold": true, "text": "a"}, {}]], "widths": [1.0, 2.5], "kind": "table", "title": null}]}],
"archive": {"copies": 2, "holders": ["VT", "CCHC"]}, "year": 2027}"""


def test_yaml_and_json_of_one_document_give_one_text() -> None:
    texts = {canonical_json(load_document(YAML, "a.yaml")), canonical_json(load_document(JSON, "a.json"))}
    assert texts == {
        b'{"archive":{"copies":2,"holders":["VT","CCHC"]},"date":"2026-12-31","format":1,"kind":"plan","sections":'
        b'[{"blocks":[{"kind":"item","text":"R\xc3\xa0 so\xc3\xa1t"},{"kind":"table","rows":[[{"bold":true,"text":"a"}'
        b',{}]],"widths":[1.0,2.5]}],"kind":"section","title":"Nhi\xe1\xbb\x87m v\xe1\xbb\xa5"}],"subject":'
        b'"C\xe1\xba\xa3i c\xc3\xa1ch h\xc3\xa0nh ch\xc3\xadnh n\xc4\x83m 2027","year":2027}'
    }


def test_an_empty_document_keeps_its_format_and_kind() -> None:
    assert canonical_json(Plan()) == b'{"format":1,"kind":"plan"}'


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ("95", 95),
        ("95.50", 95.5),
        ("-0.1", -0.1),
        ("123456789012345678", "123456789012345678"),
        ("0.1234567890123456789", "0.1234567890123456789"),
    ],
)
def test_figures_are_numbers_where_a_number_is_exact(figure: str, expected: object) -> None:
    plan = Plan(targets=(Target(id="CT01", metric="Tỷ lệ", value=Decimal(figure)),))
    values: dict[str, Any] = json.loads(canonical_json(plan))
    assert values["targets"][0]["value"] == expected
    assert Plan.model_validate(values) == plan


def test_a_whole_number_of_any_size_is_written() -> None:
    document = Plan(archive=Archive(copies=2**64))
    expected = '{"archive":{"copies":18446744073709551616},"format":1,"kind":"plan"}'
    assert canonical_json(document) == expected.encode()


def test_a_value_that_no_stored_field_has_is_refused() -> None:
    with pytest.raises(TypeError, match="bytes"):
        canonical_json(Plan().model_copy(update={"subject": b"x"}))


def _leaves(annotation: Any, seen: set[Any]) -> Iterator[type]:
    """Yield the plain types that values of an annotation have, those of the fields of records included."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if annotation not in seen:
            seen.add(annotation)
            for field in annotation.model_fields.values():
                yield from _leaves(field.annotation, seen)
    elif get_origin(annotation) is Literal:
        yield from map(type, get_args(annotation))
    elif inner := [one for one in get_args(annotation) if one is not Ellipsis]:
        for one in inner[:1] if get_origin(annotation) is Annotated else inner:
            yield from _leaves(one, seen)
    elif isinstance(annotation, type):
        yield annotation


@pytest.mark.parametrize("model", [Document, Plan])
def test_every_type_that_a_stored_field_can_have_is_known(model: type[Document]) -> None:
    found = set(_leaves(model, set()))
    assert {bool, PartialDate, Numbering} <= found
    known = (str, int, float, Decimal, Enum, PartialDate, NoneType)
    assert [one for one in found if not issubclass(one, known)] == []


def test_the_hash_is_that_of_the_bytes() -> None:
    assert data_hash(b"{}") == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
