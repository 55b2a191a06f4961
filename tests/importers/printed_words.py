"""The words that an imported document prints, and those that its findings quote: what "no word lost" is counted on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.importers.imported import Imported
from generator.model import wording
from generator.model.blocks import Block, Item, Note, Other, Paragraph, Section, Table, TasksHere
from generator.model.document import Document
from generator.model.forms import Form
from generator.model.labels import LabelCounter
from generator.model.layout import TableLayout
from generator.model.plan import Plan, Task
from generator.nd30.document_types import document_type
from generator.templates.catalog import layouts
from generator.vietnamese.marks import plain
from generator.vietnamese.roman import roman
from generator.vietnamese.unicode import words

QUOTING = frozenset(
    {
        "page-number",
        "stray-link",
        "enclosed-mark",
        "rule-line",
        "repeated-heading",
        "rewritten",
        "signature-remark",
        "task-number",
        "stamp",
        "repeated-footer",
        "column-numbers",
        "empty-group",
    }
)
"""Findings that quote words which the document does not print as they stand in the source."""
FIXED = """Nơi nhận Kính gửi V v CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập Tự do Hạnh phúc"""
"""Words that the form prints by itself."""


FORM_WORDS = {
    "resolution": "QUYẾT NGHỊ",
    "decision": "QUYẾT ĐỊNH",
    "telegram": "điện",
    "invitation": "trân trọng kính mời Tới dự Chủ trì Thời gian Địa điểm",
    "introduction": (
        "trân trọng giới thiệu Ông bà Chức vụ Được cử đến Về việc Đề nghị Quý cơ quan tạo điều kiện để ông bà có tên ở"
        " trên hoàn thành nhiệm vụ Giấy này có giá trị đến hết"
    ),
    "leave_permit": (
        "Xét Đơn đề nghị nghỉ phép của ông bà cấp cho Ông bà Chức vụ Được nghỉ phép trong thời gian kể từ đến hết tại"
        " Số ngày nghỉ phép nêu trên được tính vào thời gian Xác nhận của cơ quan tổ chức hoặc chính quyền địa phương"
        " nơi nghỉ phép nếu cần"
    ),
    "minutes": (
        "Thời gian bắt đầu Địa điểm Thành phần tham dự Chủ trì chủ tọa Thư ký người ghi biên bản Nội dung kết thúc vào"
        " THƯ KÝ CHỦ TỌA"
    ),
    **dict.fromkeys(
        ("contract", "memorandum", "agreement"),
        "Hôm nay chúng tôi gồm Bên A Bên B Hai bên thống nhất các nội dung sau ĐẠI DIỆN BÊN A ĐẠI DIỆN BÊN B",
    ),
}
"""The words of each sample form that stand in every such document."""


def lost_words(source: str, imported: Imported) -> Counter[str]:
    """Return the words of the source that are neither printed nor quoted by a finding that says why."""
    every = (imported, *imported.enclosed)
    kept = Counter(word for one in every for text in printed_texts(one.document) for word in words(text))
    quoted = Counter(word for one in every for text in _quotes(one) for word in words(text))
    return Counter(words(source)) - kept - quoted - Counter(words(FIXED))


def _quotes(imported: Imported) -> Iterator[str]:
    for note in imported.diagnostics:
        if note.code in QUOTING:
            yield note.place.quote or ""
        if note.code == "task-table":
            yield note.found or ""


def printed_texts(document: Document) -> Iterator[str]:
    """Yield the texts of the document in printed order; the words of its marks are plain text."""
    issuer, signature = document.issuer, document.signature
    yield from filter(None, (issuer.parent, issuer.name))
    yield from (wording.number_line(document), wording.place_date_line(document), document.type.name.upper())
    yield plain(document.subject or "")
    yield from document.addressees
    yield from (plain(basis.printed or basis.lead or "") for basis in document.legal_bases)
    yield from map(plain, document.preamble)
    articles: Counter[object] = Counter()
    yield from _blocks(document, document.sections, "", articles)
    yield from map(plain, document.closing)
    yield from (*wording.recipient_lines(document), wording.drafter_mark(document.archive))
    yield from (authority.printed for authority in signature.authority)
    yield from filter(None, (signature.position, signature.second_title, signature.name))
    yield document.urgency or ""
    yield from form_texts(document)
    for position, appendix in enumerate(document.appendices):
        yield wording.appendix_label(document, position)
        yield document_type(appendix.document_kind).name.upper() if appendix.document_kind else ""
        yield from (plain(appendix.title or ""), plain(appendix.note or ""))
        yield from _blocks(document, appendix.blocks, "", articles)
    yield from document.unplaced


def form_texts(document: Document) -> Iterator[str]:
    """Yield what only the form of this kind prints: its own fields and the words beside them."""
    if isinstance(document, Form):
        yield FORM_WORDS[document.kind]
        yield document.issuer.name or ""
        for name, value in wording.own_values(document).items():
            yield from value if isinstance(value, tuple) else (value,)
            yield value if name == "person" and isinstance(value, str) else ""


def _blocks(document: Document, blocks: Sequence[Block], parent: str, articles: Counter[object]) -> Iterator[str]:
    counter = LabelCounter(parent, articles)  # type: ignore[arg-type]
    for block in blocks:
        if isinstance(block, Item | Section):
            label = counter.next(block)
            text = block.text if isinstance(block, Item) else block.title
            yield f"{label} {plain(text or '')}"
            yield from _blocks(document, block.blocks, label, articles)
        elif isinstance(block, Paragraph | Note):
            yield plain(block.text)
        elif isinstance(block, Other):
            yield block.text
        elif isinstance(block, Table):
            yield from (plain(cell.text or "") for row in block.rows for cell in row)
        elif isinstance(block, TasksHere) and isinstance(document, Plan):
            yield from _tasks(document.of_table(block.table), _layout(document, block.layout))


def _tasks(plan: Plan, layout: TableLayout) -> Iterator[str]:
    """Yield the task table: a group once for each run of tasks, numbers as a layout without kept labels prints them."""
    before: Task | None = None
    in_group = groups = 0
    for position, task in enumerate(plan.tasks, start=1):
        opens = before is None or before.group != task.group
        in_group = 1 if opens else in_group + 1
        groups += opens
        yield f"{roman(groups) if layout.group == 'row' else ''} {task.group or ''}" if opens else ""
        if before is None or (before.goal_label, before.goal) != (task.goal_label, task.goal):
            yield f"{task.goal_label or ''} {plain(task.goal or '')}"
        yield task.label or str(in_group if layout.numbering == "per_group" else position)
        yield plain(task.name)
        for row in task.rows:
            yield f"{row.label or ''} {plain(row.activity or '')} {row.schedule or ''} {row.budget or ''}"
            yield from map(plain, (*row.products, row.note or ""))
            yield from (*row.lead, *row.support, *row.monitor)
        before = task


def _layout(plan: Plan, name: str) -> TableLayout:
    return {**layouts(), **{layout.id: layout for layout in plan.layouts}}[name]
