"""``vanban show``: what was understood of a file, as a tree or as JSON; of a Word file of ours also its provenance."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape
from rich.tree import Tree

from generator.cli.files.inputs import field_cells, load
from generator.cli.files.own_registers import own_registers
from generator.cli.files.own_word import OwnWord, read_own_word
from generator.cli.files.progress_file import is_progress, known_means
from generator.cli.files.read_back import read_back
from generator.cli.files.references import with_references
from generator.cli.paths import FILE
from generator.cli.problems import place_of, show_diagnostics
from generator.cli.show.progress import show_progress
from generator.diagnostics import Diagnostic
from generator.errors import DataError, UsageError
from generator.model import wording
from generator.model.blocks import Block, Item, Numbering, Section
from generator.model.document import Document
from generator.model.labels import LabelCounter
from generator.model.plan import Plan
from generator.model.summary import Summary, summarize
from generator.render.provenance import Provenance
from generator.vietnamese.marks import plain
from generator.workbook.field_cells import FieldCells

_OUTLINE_NAMES = {
    "part": "phần",
    "chapter": "chương",
    "section": "mục",
    "article": "điều",
    "roman": "mục I.",
    "arabic": "khoản 1.",
    "decimal": "khoản 1.1.",
    "letter": "điểm a)",
    "dash": "gạch -",
    "plus": "gạch +",
}
_UNKNOWN = "không rõ"
_EDITED = {True: "đã sửa sau khi tạo", False: "đúng như lúc tạo", None: _UNKNOWN}
_LONGEST = 90
_PIPE_WIDTH = 120


@click.command()
@click.argument("source", metavar="TỆP", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="In dạng JSON cho chương trình khác đọc.")
@click.option("--previous", metavar="TIẾN_ĐỘ", type=FILE,
              help="Tệp tiến độ kỳ trước: nêu nhiệm vụ kỳ trước đã xong mà nay không ghi là đã xong.")  # fmt: skip
@own_registers
def show(source: Path, *, as_json: bool, previous: Path | None, **registers: Path | None) -> int:
    """Cho xem đã hiểu gì ở một tệp: cấu trúc, số đếm, chỗ còn thiếu, chỗ cần xem lại.

    Tệp là dữ liệu (.yaml, .json) hoặc tệp bất kỳ mà lệnh import đọc được. Với tệp .docx do lệnh render tạo ra thì cho
    xem thêm nguồn gốc: phiên bản, mã băm của dữ liệu và của mẫu, chữ trong tệp có bị sửa sau khi tạo hay không và sửa
    chỗ nào. Tệp tiến độ thì đếm nhiệm vụ theo tình trạng và nêu mọi lỗi; có lỗi thì thoát với mã 1.

    \b
    Ví dụ: vanban show ke_hoach.yaml
           vanban show ke_hoach_2023.docx
           vanban show tien_do.xlsx
    """
    if source.suffix.lower() != ".docx" and is_progress(source):
        return show_progress(source, known_means(own=registers), previous, as_json=as_json)
    if previous is not None:
        raise UsageError("--previous chỉ dùng với tệp tiến độ", where=str(source))
    own = read_own_word(source)
    document, diagnostics = load(source) if own is None else _understood(own, source)
    if document:
        document, faults = _resolved(document, source)
        diagnostics = (*diagnostics, *faults)
    summary = summarize(document) if document else None
    if as_json:
        _print_json(summary, diagnostics, own)
        return 0
    width = None if sys.stdout.isatty() else _PIPE_WIDTH
    console = Console(highlight=False, width=width)
    root = tree(document, summary, field_cells(source)) if document and summary else Tree(_clip(source.name))
    if own:
        _add_provenance(root, own.provenance)
    console.print(root)
    show_diagnostics(diagnostics)
    return 0


def _resolved(document: Document, source: Path) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Return the document with what it names in other files; as it is, with the faults, where one is not there."""
    try:
        return with_references(document, source).resolved, ()
    except DataError as failure:
        return document, failure.diagnostics


def _understood(own: OwnWord, source: Path) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Return the data of a Word file of ours with the edits made in Word, and what is to be said of both."""
    if not (own.provenance.edited and own.provenance.is_trusted and (found := read_back(source))):
        return own.document, own.diagnostics
    return found.document, (*own.diagnostics, *found.diagnostics)


def _print_json(summary: Summary | None, diagnostics: Iterable[Diagnostic], own: OwnWord | None) -> None:
    values = summary.to_json() if summary else {}
    if own:
        values["provenance"] = own.provenance.to_json()
    values["diagnostics"] = [one.to_json() for one in diagnostics]
    click.echo(json.dumps(values, ensure_ascii=False, indent=2))


def _add_provenance(root: Tree, provenance: Provenance) -> None:
    branch = root.add("Nguồn gốc")
    branch.add(f"Phiên bản chương trình: {escape(provenance.version or _UNKNOWN)}")
    hashes = {"Dữ liệu": provenance.data, "Mẫu": provenance.template, "Thể thức": provenance.profile}
    for name, value in hashes.items():
        branch.add(f"{name} (SHA-256): {escape(value or _UNKNOWN)}")
    for file, told in provenance.references.items():
        branch.add(f"Tham chiếu {escape(file)} (SHA-256): {escape(told)}")
    branch.add(f"Chữ trong tệp: {_EDITED[provenance.edited]}")
    state = "đã bị thay đổi" if provenance.is_altered else "có"
    branch.add(f"Dữ liệu đi kèm: {state if provenance.embedded else 'không có'}")


def tree(document: Document, summary: Summary, cells: FieldCells | None = None) -> Tree:
    """Return the document as a tree of its parts with their counts."""
    root = Tree(_clip(f"{document.type.name}: {plain(document.subject or '(chưa có trích yếu)')}"))
    for line in _facts(document, summary):
        root.add(_clip(line))
    outline = root.add(_clip(f"Nội dung: {_outline(summary)}"))
    _grow(outline, document.sections, Counter())
    if isinstance(document, Plan) and document.tasks:
        _tasks(root, document, summary)
    recipients = root.add(f"Nơi nhận: {summary.recipients}")
    for line in wording.recipient_lines(document):
        recipients.add(_clip(line))
    lacking = root.add(f"Còn thiếu: {len(summary.missing)}")
    for gap in summary.missing:
        lacking.add(_clip(f"{gap.label} ({place_of(gap.field, cells)})"))
    return root


def _facts(document: Document, summary: Summary) -> Iterator[str]:
    yield f"Cơ quan ban hành: {document.issuer.name or '(chưa có)'}"
    yield "; ".join(line for line in (wording.number_line(document), wording.place_date_line(document)) if line)
    yield f"Căn cứ: {summary.legal_bases}"
    if document.addressees:
        yield f"Kính gửi: {'; '.join(document.addressees)}"
    signer = [summary.authority, summary.position, summary.signer]
    yield f"Người ký: {' / '.join(part for part in signer if part) or '(chưa có)'}"
    for position, appendix in enumerate(document.appendices):
        yield f"{wording.appendix_label(document, position)}: {plain(appendix.title or '(chưa có tên)')}"


def _outline(summary: Summary) -> str:
    return ", ".join(f"{count} {_OUTLINE_NAMES[kind]}" for kind, count in summary.outline.items() if count)


def _grow(branch: Tree, nodes: Sequence[Block], articles: Counter[Numbering], parent: str = "") -> None:
    counter = LabelCounter(parent, articles)
    for node in nodes:
        if isinstance(node, Section | Item):
            label = counter.next(node)
            text = node.title or "" if isinstance(node, Section) else node.text
            _grow(branch.add(_clip(f"{label} {plain(text)}".strip())), node.blocks, articles, label)


def _tasks(root: Tree, plan: Plan, summary: Summary) -> None:
    head = f"Nhiệm vụ: {summary.tasks} nhiệm vụ, {summary.task_rows} hàng, {summary.task_groups} lĩnh vực"
    branch = root.add(head)
    for group in plan.task_groups:
        members = [task for task in plan.tasks if task.group == group]
        inner = branch.add(_clip(f"{group} ({len(members)})"))
        for task in members:
            inner.add(_clip(f"{task.id}: {plain(task.name)}"))


def _clip(text: str) -> str:
    line = " ".join(text.split())
    return escape(line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…")
