"""Random documents for property tests: any text XML can hold, any structure the model allows."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from generator.model.base import Line, is_xml_character
from generator.model.basis import BasisLayout, LegalBasis
from generator.model.blocks import (
    Block,
    Cell,
    Item,
    Note,
    Numbering,
    Other,
    Paragraph,
    Section,
    Table,
)
from generator.model.document import Appendix, Document
from generator.model.ending import Archive, Authority, AuthorityCode, Recipient, Signature
from generator.model.forms import FORMS, Contract, Form
from generator.model.organization import Organization
from generator.model.origin import Derivation, DerivedFrom, ParentReference
from generator.model.plan import Comparator, Plan, Target, Task, TaskRow
from generator.model.progress import FormFigure, Narrative, Progress, Status, TaskProgress
from generator.nd30.document_types import DOCUMENT_TYPES
from generator.vietnamese.citations import Citation
from generator.vietnamese.dates import PartialDate

_VIETNAMESE = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệóòỏõọốồổỗộớờởỡợúùủũụứừửữự "
_PUNCTUATION = ".,;:!?()[]{}<>&\"'«»-–—/\\*_#%@=+|~`^$ "

characters = st.one_of(
    st.sampled_from(_VIETNAMESE + _PUNCTUATION + "0123456789"),
    st.characters(exclude_categories=["Cs"]).filter(is_xml_character),
)
texts = st.text(characters, min_size=1, max_size=40).filter(lambda text: bool(text.strip()))
lines = texts.map(lambda text: " ".join(text.split("\n")).replace("\r", " ")).filter(lambda text: bool(text.strip()))
dates = st.one_of(
    st.dates().filter(lambda day: day.year >= 1900).map(lambda day: PartialDate(day.year, day.month, day.day)),
    st.builds(PartialDate, st.integers(1900, 2100), st.integers(1, 12)),
    st.builds(PartialDate, st.integers(1900, 2100)),
)
figures = st.decimals(min_value=-(10**9), max_value=10**9, places=2, allow_nan=False).map(Decimal)


def _maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def _few(strategy: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=most).map(tuple)


citations = st.builds(
    Citation, type=lines, number=_maybe(lines), issuer=_maybe(lines), date=_maybe(dates), title=_maybe(lines)
)
bases = st.one_of(
    st.builds(LegalBasis, lead=_maybe(lines), citation=citations, from_superior=st.booleans()),
    st.builds(LegalBasis, lead=_maybe(lines), text=_maybe(texts)),
)
tables = st.integers(1, 4).flatmap(
    lambda columns: st.builds(
        Table,
        title=_maybe(texts),
        rows=st.lists(
            st.lists(st.builds(Cell, text=_maybe(texts), bold=st.booleans()), max_size=columns).map(tuple),
            min_size=1,
            max_size=4,
        ).map(tuple),
    )
)
origins = st.builds(
    ParentReference,
    document=lines,
    item=_maybe(lines),
    role=st.sampled_from([None, "lead", "support"]),
    hash=_maybe(lines),
    review=_few(texts, 2),
)
leaves = st.one_of(
    st.builds(Paragraph, text=texts, parent=_maybe(origins)),
    st.builds(Note, text=texts),
    st.builds(Other, text=texts),
    tables,
)
_numberings = st.sampled_from(list(Numbering))


def _nodes(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    item = st.builds(
        Item,
        numbering=_numberings,
        label=_maybe(lines),
        text=texts,
        heading=st.booleans(),
        blocks=_few(inner),
        parent=_maybe(origins),
    )
    section = st.builds(Section, numbering=_numberings, title=_maybe(texts), blocks=_few(inner))
    return st.one_of(item, section)


blocks = st.recursive(leaves, _nodes, max_leaves=6)
sections = st.builds(Section, numbering=_numberings, label=_maybe(lines), title=_maybe(texts), blocks=_few(blocks))
organizations = st.builds(
    Organization, name=_maybe(lines), parent=_maybe(lines), symbol=_maybe(lines), place=_maybe(lines)
)
signatures = st.builds(
    Signature,
    authority=_few(st.builds(Authority, code=st.sampled_from(list(AuthorityCode)), of=lines), 2),
    position=_maybe(lines),
    second_title=_maybe(lines),
    name=_maybe(lines),
)
archives = st.builds(
    Archive,
    holders=st.lists(lines, min_size=1, max_size=3).map(tuple),
    copies=_maybe(st.integers(1, 99)),
    drafter=_maybe(lines),
    issued=_maybe(st.integers(1, 999)),
)
_shared = {
    "issuer": organizations,
    "number": _maybe(lines),
    "date": _maybe(dates),
    "subject": _maybe(texts),
    "addressees": _few(lines),
    "legal_bases": _few(bases),
    "basis_layout": st.sampled_from(list(BasisLayout)),
    "preamble": _few(texts, 2),
    "sections": _few(sections),
    "closing": _few(texts, 2),
    "recipients": _few(st.builds(Recipient, name=lines, purpose=_maybe(lines))),
    "archive": _maybe(archives),
    "signature": signatures,
    "appendices": _few(
        st.builds(
            Appendix,
            document_kind=_maybe(st.sampled_from(["regulation", "plan"])),
            title=_maybe(texts),
            note=_maybe(texts),
            blocks=_few(blocks),
        ),
        2,
    ),
    "unplaced": _few(texts, 1),
}
_OF_TYPE: dict[Any, st.SearchStrategy[Any]] = {
    Line | None: _maybe(lines),
    PartialDate | None: _maybe(dates),
    tuple[Line, ...]: _few(lines),
}


def _form(kind: str) -> st.SearchStrategy[Form]:
    """A document of a kind with fields of its own."""
    annotations = {name: FORMS[kind].model_fields[name].rebuild_annotation() for name in FORMS[kind].own_fields()}
    own = {name: _OF_TYPE[one] for name, one in annotations.items() if one in _OF_TYPE}
    is_addressed = DOCUMENT_TYPES[kind].addressee != "never" and FORMS.get(kind) is not Contract
    unaddressed = {} if is_addressed else {"addressees": st.just(())}
    return st.builds(FORMS[kind], kind=st.just(kind), **own, **{**_shared, **unaddressed})


documents = st.builds(Document, kind=st.sampled_from(["report", "dispatch", "announcement"]), **_shared)
forms = st.sampled_from(list(FORMS)).flatmap(_form)
rows = st.builds(
    TaskRow,
    label=_maybe(lines),
    activity=_maybe(texts),
    products=_few(texts),
    schedule=_maybe(texts),
    lead=_few(texts),
    support=_few(texts, 2),
    budget=_maybe(texts),
    note=_maybe(texts),
)


def _numbered(field: str) -> st.SearchStrategy[Any]:
    """Records with ids of their own."""
    made: st.SearchStrategy[Any]
    if field == "tasks":
        made = st.builds(
            Task,
            id=st.just("x"),
            group=_maybe(lines),
            goal=_maybe(texts),
            goal_label=_maybe(lines),
            label=_maybe(lines),
            name=texts,
            rows=_few(rows),
            parent=_maybe(origins),
            carried_from=_maybe(st.integers(1990, 2100)),
        )
    else:
        made = st.builds(
            Target,
            id=st.just("x"),
            metric=texts,
            comparator=_maybe(st.sampled_from(Comparator)),
            value=_maybe(figures),
            parent=_maybe(origins),
        )
    return _few(made).map(
        lambda records: tuple(record.model_copy(update={"id": f"M{n}"}) for n, record in enumerate(records))
    )


plans = st.builds(
    Plan,
    **_shared,
    year=_maybe(st.integers(1990, 2100)),
    objectives=_few(texts),
    targets=_numbered("targets"),
    tasks=_numbered("tasks"),
    derivation=_maybe(
        st.builds(
            Derivation,
            unit=lines,
            on=dates,
            parents=_few(st.builds(DerivedFrom, document=lines, hash=lines), 2),
            rules=_maybe(lines),
        )
    ),
)

told_tasks = st.builds(
    TaskProgress,
    task=lines,
    status=_maybe(st.sampled_from(Status)),
    done=_maybe(dates),
    product=_maybe(lines),
    product_date=_maybe(dates),
    evidence=_maybe(lines),
    reason=_maybe(texts),
    proposal=_maybe(texts),
)


def progresses(
    told_figures: st.SearchStrategy[tuple[FormFigure, ...]], narratives: st.SearchStrategy[tuple[Narrative, ...]]
) -> st.SearchStrategy[Progress]:
    """What a unit tells of a period, with such figures and words."""
    return st.builds(
        Progress,
        unit=lines,
        unit_name=lines,
        plan=_maybe(st.builds(DerivedFrom, document=lines, hash=lines)),
        regime=lines,
        period=lines,
        prepared_by=_maybe(lines),
        phone=_maybe(lines),
        tasks=st.lists(told_tasks, unique_by=lambda one: one.task, max_size=3).map(tuple),
        figures=told_figures,
        narrative=narratives,
    )
