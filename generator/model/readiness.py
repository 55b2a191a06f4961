"""What a loadable document still lacks for signing.

A number or a day not yet given is no gap: it is blank by law until the document is signed (Điều 15).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.model.blocks import Block, Item, ObjectivesHere, Other, Section, TargetsHere, TasksHere
from generator.model.document import Borrowed, Document
from generator.model.ending import AuthorityCode
from generator.model.forms import FORMS, Form, Minutes
from generator.model.organization import Level
from generator.model.plan import Plan
from generator.nd30.profile import load_profile
from generator.vietnamese.unicode import fold

# Names of bodies that are always under another one; a ministry, a council or a committee of the people is not.
_SUBORDINATE = tuple(
    fold(word) for word in ("Sở", "Phòng", "Trường", "Trung tâm", "Chi cục", "Văn phòng", "Ban quản lý")
)

_ABBREVIATED = re.compile(r"\b(?:UBND|HĐND)\b")
_MARK_BEGINS = "[CẦN BỔ SUNG"
_MARK = re.compile(r"\[CẦN BỔ SUNG: ([^\]]*)\]")
_ABOUT = re.compile(r"[vV]/[vV]\b")
_ONE_HEAD = (Level.DEPARTMENT, Level.DIVISION, Level.SCHOOL)


@dataclass(frozen=True)
class Missing:
    """A field that must be filled in before signing."""

    field: str
    """Dotted path: ``issuer.name``."""
    label: str
    """Vietnamese name, as it is shown in ``[CẦN BỔ SUNG: …]``."""

    @property
    def placeholder(self) -> str:
        """What stands in the printed document instead of the field."""
        return placeholder(self.label)


def placeholder(label: str) -> str:
    """Return the visible mark of a missing field."""
    return f"[CẦN BỔ SUNG: {label}]"


def gaps_in(text: str) -> tuple[str, ...]:
    """Return what the marks of missing fields in a text ask for, in its order; empty where it has none."""
    return tuple(_MARK.findall(text)) if _MARK_BEGINS in text else ()


def missing(document: Document) -> tuple[Missing, ...]:
    """Return what the document lacks, in printed order; empty when it is ready as far as its data tell."""
    return tuple(gap for find in _FINDERS for gap in find(document))


def needs_parent(name: str | None) -> bool:
    """Tell whether a body of this name stands under another one in the letterhead (II.2a).

    True also for an unknown name, since most offices have a parent.
    """
    return name is None or fold(name).startswith(_SUBORDINATE)


def has_place_and_date(document: Document) -> bool:
    """Tell whether place and date stand in the letterhead: in that of minutes they do not (form 1.9)."""
    return document.kind not in load_profile().component("place_date").absent_for


def has_subject(document: Document) -> bool:
    """Tell whether the form has a trích yếu."""
    return load_profile().has_subject(document.kind)


def lacks_content(document: Document) -> bool:
    """Tell whether there is nothing to print between the heading and the closing, where the form needs it."""
    if isinstance(document, Form) and not document.needs_content:
        return False
    sections = (section.label or section.title or section.blocks for section in document.sections)
    return not document.preamble and not any(sections)


def lacks_recipients(document: Document) -> bool:
    """Tell whether Nơi nhận has nothing but the archive line; Như trên is enough (II.9d), some forms need none."""
    form = FORMS.get(document.kind)
    needs_them = form is None or form.needs_recipients
    return needs_them and not document.recipients and not opens_as_above(document)


def lacks_archive(document: Document) -> bool:
    """Tell whether the last line of Nơi nhận is missing; a contract without recipients has none."""
    form = FORMS.get(document.kind)
    needs_it = form is None or form.needs_archive or bool(document.recipients)
    return needs_it and document.archive is None


def opens_as_above(document: Document) -> bool:
    """Tell whether Nơi nhận begins with Như trên: below Kính gửi (II.9d), and of a giấy giới thiệu (form 1.8)."""
    return bool(document.addressees) or document.kind == "introduction"


def needs_addressees(document: Document) -> bool:
    """Tell whether someone must be addressed: by Kính gửi, or as those invited or wired to (II.9b; forms 1.6, 1.7)."""
    return document.type.addressee in ("required", "own_form")


def lacks_drafting_unit(document: Document) -> bool:
    """Tell whether the symbol needs the drafting unit, as that of a công văn, and no archive line names it (II.3b)."""
    named = document.archive is not None and document.archive.drafting_unit is not None
    return document.type.code is None and document.notation is None and not named


def signs_for_a_body_it_has_not(document: Document) -> bool:
    """Tell whether an office under one head signs TM., which only a body that decides together may (Điều 13.1)."""
    issuer = document.issuer
    has_one_head = issuer.level in _ONE_HEAD or (issuer.name is not None and needs_parent(issuer.name))
    return has_one_head and any(line.code is AuthorityCode.TM for line in document.signature.authority)


def _letterhead(document: Document) -> Iterator[Missing]:
    """Yield the gaps of the head; the issuer bears its full name, only the body above it may be abbreviated (II.2)."""
    issuer = document.issuer
    if issuer.parent is None and needs_parent(issuer.name):
        yield Missing("issuer.parent", "tên cơ quan chủ quản")
    if issuer.name is None:
        yield Missing("issuer.name", "tên cơ quan ban hành")
    elif _ABBREVIATED.search(issuer.name):
        yield Missing("issuer.name", f"tên đầy đủ của cơ quan ban hành, không viết tắt «{issuer.name}»")
    if issuer.symbol is None and document.notation is None:
        yield Missing("issuer.symbol", "chữ viết tắt tên cơ quan")
    if lacks_drafting_unit(document):
        yield Missing("archive.holders", "đơn vị soạn thảo")
    if issuer.place is None and has_place_and_date(document):
        yield Missing("issuer.place", "địa danh")


def _heading(document: Document) -> Iterator[Missing]:
    if document.subject is None and has_subject(document):
        yield Missing("subject", "trích yếu nội dung")
    if document.kind == "dispatch" and _ABOUT.match(document.subject or ""):
        yield Missing("subject", "trích yếu không có «V/v» ở đầu: mẫu công văn tự in chữ ấy")
    if needs_addressees(document) and not document.addressees:
        yield Missing("addressees", "nơi kính gửi")


def _form(document: Document) -> Iterator[Missing]:
    """Yield the gaps of the fields that only this kind has."""
    if not isinstance(document, Form):
        return
    for name in document.needed:
        if not document.own_value(name):
            yield Missing(name, own_label(document, name))


def own_label(document: Form, name: str) -> str:
    """Return the name of a field of its own in small letters, as a placeholder shows it."""
    title = type(document).model_fields[name].title or name
    return title[0].lower() + title[1:]


def _content(document: Document) -> Iterator[Missing]:
    for position, basis in enumerate(document.legal_bases):
        if basis.printed is None:
            yield Missing(f"legal_bases[{position}]", "nội dung căn cứ")
    if lacks_content(document):
        yield Missing("sections", "nội dung văn bản")
    for position, appendix in enumerate(document.appendices):
        if appendix.title is None:
            yield Missing(f"appendices[{position}].title", "tên phụ lục")


def _ending(document: Document) -> Iterator[Missing]:
    if lacks_recipients(document):
        yield Missing("recipients", "nơi nhận")
    if lacks_archive(document):
        yield Missing("archive", "nơi lưu")
    if document.signature.position is None and not document.signature.is_acting and not isinstance(document, Minutes):
        yield Missing("signature.position", "chức vụ người ký")
    if document.signature.name is None:
        yield Missing("signature.name", "họ và tên người ký")
    for position, line in enumerate(document.signature.authority):
        if _ABBREVIATED.search(line.of):
            yield Missing(f"signature.authority[{position}].of", f"tên đầy đủ, không viết tắt «{line.of}»")
    if signs_for_a_body_it_has_not(document):
        yield Missing("signature.authority", "quyền hạn ký đúng: sở, phòng, trường không có tập thể để ký TM.")


def _tasks(document: Document) -> Iterator[Missing]:
    if not isinstance(document, Plan):
        return
    for position, task in enumerate(document.tasks):
        if not task.rows:
            yield Missing(f"tasks[{position}].rows", f"sản phẩm, thời gian, đơn vị của nhiệm vụ {task.id}")


def _unprinted(document: Document) -> Iterator[Missing]:
    if not isinstance(document, Plan):
        return
    printed = {type(block) for block in document.blocks()}
    tables = {block.table for block in document.blocks() if isinstance(block, TasksHere)}
    if tables and any(task.table not in tables for task in document.tasks):
        yield Missing("tasks", "chỗ in nhiệm vụ của bảng khác (khối kind: tasks có cùng trường table)")
    for kind, field, values, label in (
        (ObjectivesHere, "objectives", document.objectives, "chỗ in mục tiêu (khối kind: objectives)"),
        (TargetsHere, "targets", document.targets, "chỗ in chỉ tiêu (khối kind: targets)"),
        (TasksHere, "tasks", document.tasks, "chỗ in nhiệm vụ (khối kind: tasks, thường ở phụ lục)"),
    ):
        if values and kind not in printed:
            yield Missing(field, label)


def _nothing_to_print(document: Document) -> Iterator[Missing]:
    """Yield what a plan lacks where it has a place to print it, and the year that its tasks and targets are for."""
    if not isinstance(document, Plan):
        return
    places = {type(block) for block in document.blocks()}
    if TargetsHere in places and not document.targets:
        yield Missing("targets", "chỉ tiêu, hoặc bỏ chỗ in chỉ tiêu")
    if TasksHere in places and not document.tasks:
        yield Missing("tasks", "nhiệm vụ, hoặc bỏ chỗ in nhiệm vụ")
    if (TargetsHere in places or TasksHere in places) and document.year is None:
        yield Missing("year", "năm kế hoạch")


def _unwritten(document: Document) -> Iterator[Missing]:
    """Yield each mark of a gap that stands in the words of the data, as a new form has them."""
    yield from _marks("subject", document.subject or "")
    for name in ("addressees", "preamble", "objectives", "closing"):
        for position, text in enumerate(getattr(document, name, ())):
            yield from _marks(f"{name}[{position}]", text)
    yield from _marks_below("sections", document.sections)
    for position, appendix in enumerate(document.appendices):
        if not isinstance(appendix, Borrowed):
            yield from _marks_below(f"appendices[{position}].blocks", appendix.blocks)


def _marks_below(path: str, blocks: Sequence[Block]) -> Iterator[Missing]:
    for position, block in enumerate(blocks):
        for name in ("title", "text"):
            if (text := vars(block).get(name)) and _MARK_BEGINS in text:
                yield from _marks(f"{path}[{position}].{name}", text)
        if isinstance(block, Section | Item):
            yield from _marks_below(f"{path}[{position}].blocks", block.blocks)


def _marks(field: str, text: str) -> Iterator[Missing]:
    yield from (Missing(field, label) for label in gaps_in(text))


def _attached(document: Document) -> Iterator[Missing]:
    """Yield the gaps in the tasks of attached documents, once for each."""
    for position, appendix in enumerate(document.appendices):
        if isinstance(appendix, Borrowed) and appendix.document_kind is not None:
            for gap in (*_tasks(appendix.owner), *_unprinted(appendix.owner)):
                yield Missing(f"appendices[{position}].document.{gap.field}", gap.label)


def _leftovers(document: Document) -> Iterator[Missing]:
    if document.unplaced:
        yield Missing("unplaced", f"chỗ đứng của {len(document.unplaced)} đoạn chưa xếp được (không in ra)")
    others = sum(isinstance(block, Other) for block in document.blocks())
    if others:
        yield Missing("other", f"chỗ đứng của {others} đoạn chưa xếp được (in nguyên văn)")


_FINDERS: tuple[Callable[[Document], Iterator[Missing]], ...] = (
    _letterhead,
    _heading,
    _form,
    _content,
    _ending,
    _tasks,
    _unprinted,
    _nothing_to_print,
    _unwritten,
    _attached,
    _leftovers,
)
