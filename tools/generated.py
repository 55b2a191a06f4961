"""Files made from the code: JSON Schemas, the glossary, the reference of commands, the sample plan as a workbook.

``make generated`` writes them.

A test holds that the committed files are the ones this makes.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
from pydantic import BaseModel

from generator.cli import vietnamese_click
from generator.cli.convert import dumped
from generator.cli.main import vanban
from generator.model.basis import LegalBasis
from generator.model.blocks import Cell, Item, Picture, Section, Table
from generator.model.document import Appendix, Document
from generator.model.ending import Archive, Recipient, Signature
from generator.model.forms import FORMS, Contract, Enactment, Introduction, Invitation, LeavePermit, Minutes, Telegram
from generator.model.layout import Column, TableLayout
from generator.model.organization import Organization
from generator.model.origin import Derivation, DerivedFrom, ParentReference
from generator.model.plan import Plan, Target, Task, TaskRow
from generator.model.progress import FormFigure, Narrative, Progress, TaskProgress
from generator.model.schema import schema_files
from generator.model.store import load_document
from generator.nd30.document_types import DOCUMENT_TYPES
from generator.registers.bodies import BodyRegister
from generator.registers.derivation import DerivationRules
from generator.registers.events import EventRegister
from generator.registers.holidays import WorkCalendar
from generator.registers.legal import LegalRegister
from generator.registers.outline import ReportOutline
from generator.registers.regimes import RegimeRegister
from generator.registers.reminder import ReminderWords
from generator.registers.statistics import StatisticalForms
from generator.registers.units import UnitDirectory
from generator.vietnamese.citations import Citation

ROOT = Path(__file__).parents[1]
WORKBOOK = Path("data/plans/ke_hoach_cchc_2027.xlsx")
STORED: dict[str, type[BaseModel]] = {
    "plan": Plan,
    "document": Document,
    **FORMS,
    "progress": Progress,
    "layout": TableLayout,
    "legal": LegalRegister,
    "units": UnitDirectory,
    "holidays": WorkCalendar,
    "regimes": RegimeRegister,
    "statistical_forms": StatisticalForms,
    "report_outline": ReportOutline,
    "reminder": ReminderWords,
    "bodies": BodyRegister,
    "derivation": DerivationRules,
    "events": EventRegister,
}
GLOSSARY: tuple[type[BaseModel], ...] = (
    Document,
    Plan,
    Enactment,
    Telegram,
    Invitation,
    Introduction,
    LeavePermit,
    Minutes,
    Contract,
    Organization,
    LegalBasis,
    Citation,
    Section,
    Item,
    Table,
    Cell,
    Picture,
    Target,
    Task,
    TaskRow,
    ParentReference,
    Derivation,
    DerivedFrom,
    Progress,
    TaskProgress,
    FormFigure,
    Narrative,
    Appendix,
    Recipient,
    Archive,
    Signature,
    TableLayout,
    Column,
)


def generated() -> dict[Path, str]:
    """Return the text of every made file by its path from the root of the project."""
    schemas = {Path("data/schemas") / name: text for name, text in schema_files(STORED).items()}
    return {
        **schemas,
        Path("docs/glossary.md"): "\n".join(glossary()) + "\n",
        Path("docs/commands.md"): "\n".join(commands()) + "\n",
    }


def workbooks() -> dict[Path, bytes]:
    """Return the bytes of each sample that is kept as a workbook too, by its path; it stands beside its YAML."""
    source = WORKBOOK.with_suffix(".yaml")
    document = load_document((ROOT / source).read_bytes(), str(source))
    return {WORKBOOK: dumped(document, WORKBOOK.name)}


def glossary() -> Iterator[str]:
    """Yield the lines of the glossary: each field of the model with its Vietnamese label."""
    yield "# Glossary"
    yield ""
    yield "The words of the model: the same in the code, in YAML and JSON, and in the tags of templates."
    yield "Made from the model by `make generated`."
    yield ""
    yield from kinds()
    for model in GLOSSARY:
        yield ""
        yield f"## {model.__name__}"
        yield ""
        yield (model.__doc__ or "").strip().splitlines()[0]
        yield ""
        yield "| field | Vietnamese label | meaning |"
        yield "| --- | --- | --- |"
        inherited = set(Document.model_fields) if issubclass(model, Document) and model is not Document else set()
        for name, field in model.model_fields.items():
            if name not in inherited:
                yield f"| `{name}` | {field.title} | {_one_line(field.description)} |"


def kinds() -> Iterator[str]:
    """Yield the table of the kinds of document."""
    yield "## Kinds of document"
    yield ""
    yield "The values of `kind`: the 29 types of Điều 7."
    yield ""
    yield "| kind | name | code | sample form of the decree |"
    yield "| --- | --- | --- | --- |"
    for one in DOCUMENT_TYPES.values():
        yield f"| `{one.id}` | {one.name} | {one.code or '-'} | {one.form or '-'} |"


def _one_line(text: str | None) -> str:
    return " ".join((text or "").split()).replace("|", "\\|")


def commands() -> Iterator[str]:
    """Yield the lines of the reference of commands: their own help."""
    yield "# Commands"
    yield ""
    yield "The help of each command as it prints it. Made by `make generated`."
    vietnamese_click.install()
    for name, command in _walk("vanban", vanban):
        settings = {"terminal_width": 100, **vanban.context_settings}
        context = click.Context(command, info_name=name, **settings)
        yield ""
        yield f"## {name}"
        yield ""
        yield "```text"
        yield from (line.rstrip() for line in command.get_help(context).splitlines())
        yield "```"


def _walk(name: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    yield name, command
    if isinstance(command, click.Group):
        for inner in sorted(command.commands):
            yield from _walk(f"{name} {inner}", command.commands[inner])


def main() -> None:
    """Write the files."""
    for path, text in generated().items():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(text, encoding="utf-8", newline="\n")
    for path, data in workbooks().items():
        (ROOT / path).write_bytes(data)


if __name__ == "__main__":
    main()
