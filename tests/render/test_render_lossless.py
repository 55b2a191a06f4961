"""Whatever stands in the data stands in the file: random documents rendered and read back."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import docx
from hypothesis import HealthCheck, given, settings

from generator.model.blocks import ObjectivesHere, TargetsHere, TasksHere
from generator.model.document import Appendix, Document
from generator.model.forms import Form
from generator.model.plan import Plan
from generator.model.readiness import missing
from generator.render.context import context
from generator.render.grid import EvenRow, GridCell, Row
from generator.render.render import render
from generator.render.task_table import TaskTable
from generator.templates.catalog import layouts
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.marks import plain
from generator.vietnamese.unicode import words
from tests.rendered import (
    built_template,
    rendered,
    texts,
)
from tests.strategies import documents, forms, plans

HEAD = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
_MANY = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def _printed(values: dict[str, Any]) -> list[str]:
    """Return every text that the built template prints of a context, in order."""
    issuer, signature = values["issuer"], values["signature"]
    named = bool(values["type_name"])
    addressees = values["addressees"]
    listed = ["Kính gửi:", *(f"- {name}" for name in addressees)] if len(addressees) > 1 else []
    found = [
        issuer["parent"], issuer["name"], values["circulation"], *HEAD,
        f"Số: {values['number']}/{values['notation']}",
        "" if named else "V/v " + plain(values["subject"]), values["urgency"], values["place_date"],
        values["type_name"], plain(values["subject"]) if named else "",
        *([f"Kính gửi: {addressees[0]}"] if len(addressees) == 1 else listed),
        *_of_lines((*values["legal_bases"], *values["preamble"], *values["body"], *values["closing"])),
        "Nơi nhận:", *(f"- {line}" for line in values["recipients"]),
        *signature["authority"], signature["position"], signature["second_title"], signature["name"],
    ]  # fmt: skip
    for appendix in values["appendices"]:
        found += [
            appendix.type_name,
            appendix.label,
            plain(appendix.title),
            plain(appendix.note),
            *_of_lines(appendix.lines),
        ]
    return [text for text in found if text]


def _of_lines(lines: Any) -> list[str]:
    found = []
    for line in lines:
        table = line.table.grid if isinstance(line.table, TaskTable) else line.table
        rows = table.rows if table else ()
        found += [
            line.label + plain(line.text),
            *(plain(text) for row in rows for cell in _cells(row) for text in cell.paragraphs),
        ]
    return found


def _cells(row: Row) -> tuple[GridCell, ...]:
    return row.cells() if isinstance(row, EvenRow) else row


def _with_everything_printed(source: Document) -> Document:
    """Return the document with what a plan prints only where a block asks for it."""
    blocks = (ObjectivesHere(), TargetsHere(), TargetsHere(layout="table"), TasksHere(layout="eight_columns"))
    appendix = Appendix(title="Phụ lục", blocks=blocks)
    return source.model_copy(update={"appendices": (*source.appendices, appendix)})


@_MANY
@given(documents | plans.map(_with_everything_printed))
def test_every_text_of_any_document_comes_out_letter_for_letter(source: Document) -> None:
    found = [text.replace("\n", " ") for text in texts(rendered(source))]
    assert found == [text.replace("\n", " ") for text in _printed(context(source, layouts()))]


@_MANY
@given(documents | forms | plans.map(_with_everything_printed))
def test_every_word_of_the_data_stands_in_the_file(source: Document) -> None:
    found = f" {' '.join(words(' | '.join(texts(rendered(source))).upper()))} "
    for text in _data(source):
        assert f" {' '.join(words(text.upper()))} ".strip() in found


def _data(source: Document) -> list[str]:
    """Return the words of the data that must be printed, field by field."""
    issuer, signature = source.issuer, source.signature
    found = [
        issuer.name, issuer.parent, issuer.place, source.number, source.subject and plain(source.subject),
        *source.addressees, signature.position, signature.second_title, signature.name,
        *(one.of for one in signature.authority),
        *(plain(text) for basis in source.legal_bases for text in (basis.lead, basis.text) if text),
        *(basis.citation.title for basis in source.legal_bases if basis.citation),
        *map(plain, (*source.preamble, *source.closing)),
        *(text for one in source.recipients for text in (one.name, one.purpose)),
        *((*source.archive.holders, source.archive.drafter) if source.archive else ()),
        *(plain(text) for one in source.appendices for text in (one.label, one.title, one.note) if text),
    ]  # fmt: skip
    if isinstance(source, Form):
        own = [getattr(source, name) for name in source.own_fields()]
        found += [text for value in own for text in (value if isinstance(value, tuple) else (value,))]
        found = [text.long() if isinstance(text, PartialDate) else text for text in found]
    for block in source.blocks():
        found += [getattr(block, "label", None), *_of_block(block)]
    if isinstance(source, Plan):
        found += [*map(plain, source.objectives), *(plain(target.metric) for target in source.targets)]
        for task in source.tasks:
            found += [task.group, task.goal_label, task.goal and plain(task.goal), task.label, plain(task.name)]
            for row in task.rows:
                found += [row.label, row.activity and plain(row.activity), *map(plain, row.products)]
                found += [row.schedule, *row.lead, *row.support, row.budget]
    return [text for text in found if text]


def _of_block(block: Any) -> list[str | None]:
    if block.kind == "other":
        return [block.text]
    rich = [getattr(block, "title", None), getattr(block, "text", None)]
    rows = getattr(block, "rows", ())
    return [plain(text) for text in (*rich, *(cell.text for row in rows for cell in row)) if text]


@_MANY
@given(documents | forms | plans)
def test_what_is_marked_as_missing_is_told_as_missing(source: Document) -> None:
    printed = "\n".join(texts(rendered(source)))
    told = {gap.placeholder.upper() for gap in missing(source)}
    marks = {mark.split("]")[0] + "]" for mark in printed.upper().split("[CẦN BỔ SUNG: ")[1:]}
    assert {f"[CẦN BỔ SUNG: {mark}" for mark in marks} <= told


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents | forms | plans)
def test_the_same_document_gives_the_same_bytes_and_python_docx_opens_it(source: Document) -> None:
    template = built_template(source.kind)
    first = render(source, template, layouts())
    assert render(source.model_copy(deep=True), template, layouts()) == first
    assert docx.Document(BytesIO(first)).paragraphs
