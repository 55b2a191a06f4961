"""The sample documents: loadable, ready for signing, and as correct as a careful clerk would write them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel
from ruamel.yaml import YAML

from generator.model.blocks import Item, ObjectivesHere, Table, TargetsHere, TasksHere
from generator.model.document import Document
from generator.model.labels import walk
from generator.model.plan import Plan
from generator.model.readiness import missing
from generator.model.store import load_document
from generator.model.summary import outline_counts
from generator.vietnamese.document_names import rank

DATA = Path(__file__).parents[2] / "data"
PLAN = DATA / "plans" / "ke_hoach_cchc_2027.yaml"
NOTICE = DATA / "documents" / "thong_bao_hop_giao_ban.yaml"
SAMPLES = pytest.mark.parametrize("path", [PLAN, NOTICE], ids=lambda path: path.stem)


FIELD = re.compile(r"\s*(?:# +)?(?:- )*\{?(?P<name>[a-z_]+):(?=\s|$)")
"""The first field of a line, also where it is commented out."""


def load(path: Path) -> Document:
    return load_document(path.read_bytes(), path.name)


@pytest.fixture(scope="module")
def plan() -> Plan:
    document = load(PLAN)
    assert isinstance(document, Plan)
    return document


def texts(value: object) -> Iterator[str]:
    """Every text of the stored data, in order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for inner in value.values() for text in texts(inner))
    elif isinstance(value, list):
        yield from (text for inner in value for text in texts(inner))


def stored(path: Path) -> dict[str, Any]:
    """The plain data of a sample, without its comments."""
    data: dict[str, Any] = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    return data


def written(path: Path) -> str:
    """The words of a sample, one value on each line."""
    return "\n".join(texts(stored(path)))


@SAMPLES
def test_a_sample_is_ready_for_signing(path: Path) -> None:
    assert missing(load(path)) == ()


@SAMPLES
def test_a_sample_is_composed_text_of_readable_lines(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert unicodedata.is_normalized("NFC", text)
    assert [line for line in text.splitlines() if len(line) > 120 or line != line.rstrip()] == []
    assert text.startswith("# yaml-language-server: $schema=../schemas/")


@SAMPLES
@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(r"  ", id="two spaces"),
        pytest.param(r"\s[,;:.!?]", id="space before a sign"),
        pytest.param(r"[–—“”…]", id="signs that an office does not type"),
        pytest.param(r"(?i)hàng (?:tháng|quý|năm|ngày)", id="hàng for hằng"),
        pytest.param(r"(?i)đảm bảo", id="đảm bảo for bảo đảm"),
        pytest.param(r"(?i)\btỉ lệ", id="tỉ lệ for tỷ lệ"),
        pytest.param(r"(?i)hoá\b|uỷ\b|hoà\b", id="the older place of tone marks"),
        pytest.param(r"(?i)\bhuyện\b|thị trấn|phòng gd", id="bodies abolished on 01/7/2025"),
        pytest.param(r"GD&ĐT|CB,\s?CC", id="abbreviations that are not explained"),
        pytest.param(r"\b(?:Khoản|Điểm) \d", id="capitals of khoản, điểm (PL II, V.7)"),
    ],
)
def test_the_words_of_a_sample_are_clean(path: Path, fault: str) -> None:
    assert re.findall(fault, written(path)) == []


class TestPlan:
    def test_counts(self, plan: Plan) -> None:
        counts = {
            "bases": len(plan.legal_bases),
            "targets": len(plan.targets),
            "groups": len(plan.task_groups),
            "recipients": len(plan.recipients),
        }

        assert counts == {"bases": 6, "targets": 10, "groups": 7, "recipients": 10}
        assert len(plan.tasks) >= 40
        assert sum(len(task.rows) > 1 for task in plan.tasks) == 3

    def test_ids_run_on_in_printed_order(self, plan: Plan) -> None:
        assert [task.id for task in plan.tasks] == [f"NV{n:02d}" for n in range(1, len(plan.tasks) + 1)]
        assert [target.id for target in plan.targets] == [f"CT{n:02d}" for n in range(1, 11)]

    def test_each_kind_of_label_occurs(self, plan: Plan) -> None:
        labels = {kind for kind, count in outline_counts(plan).items() if count}

        assert labels == {"roman", "arabic", "letter", "dash", "plus"}

    def test_objectives_targets_and_tasks_have_their_place(self, plan: Plan) -> None:
        body = Counter(type(block) for block in walk(plan.sections))
        appendix = Counter(type(block) for block in plan.appendices[0].blocks)

        assert (body[ObjectivesHere], body[TargetsHere], appendix[TasksHere]) == (1, 1, 1)

    def test_the_appendix_has_the_groups_of_the_text(self, plan: Plan) -> None:
        content = plan.sections[2]
        headings = [block.text for block in content.blocks if isinstance(block, Item)]

        assert content.title == "Nhiệm vụ trọng tâm"
        assert tuple(headings) == plan.task_groups
        assert {target.group for target in plan.targets} <= set(plan.task_groups)

    def test_tasks_of_a_group_stand_together(self, plan: Plan) -> None:
        changes = sum(one.group != other.group for one, other in zip(plan.tasks, plan.tasks[1:], strict=False))

        assert changes == len(plan.task_groups) - 1

    def test_each_row_says_what_when_and_who(self, plan: Plan) -> None:
        rows = [(task.id, row) for task in plan.tasks for row in task.rows]
        incomplete = [
            identity
            for identity, row in rows
            if not (row.products and row.schedule and row.lead and row.support and row.monitor)
        ]

        assert incomplete == []
        assert {len(row.lead) for _, row in rows} == {1}

    def test_no_entry_is_cut_at_a_comma(self, plan: Plan) -> None:
        """YAML cuts a list in brackets at each comma, so the rest of an entry would begin with a small letter."""
        rows = [row for task in plan.tasks for row in task.rows]
        entries = [text for row in rows for text in (*row.products, *row.lead, *row.support, *row.monitor)]

        assert [text for text in entries if text[0].islower()] == []

    def test_each_unit_that_has_a_task_receives_the_plan(self, plan: Plan) -> None:
        receiving = {name for one in plan.recipients for name in (one.name, *one.members)}
        rows = [row for task in plan.tasks for row in task.rows]
        involved = {unit for row in rows for unit in (*row.lead, *row.support)}
        involved |= {target.lead for target in plan.targets if target.lead}

        assert involved - receiving == set()

    def test_communes_are_asked_and_never_given_a_lead(self, plan: Plan) -> None:
        leads = {unit for task in plan.tasks for row in task.rows for unit in row.lead}

        assert not [unit for unit in leads if "xã" in unit or "phường" in unit]
        assert "Đề nghị UBND các xã, phường" in written(PLAN)

    def test_figures_of_the_text_are_those_of_the_targets(self, plan: Plan) -> None:
        values = {target.id: target.value for target in plan.targets}
        text = written(PLAN)

        assert f"ít nhất {values['CT02']} phòng" in text
        assert f"Từ {values['CT04']}% hồ sơ" in text
        assert f"ít nhất {values['CT07']}% công chức" in text
        assert f"từ {values['CT09']}% hồ sơ TTHC" in text

    @pytest.mark.parametrize(
        ("short", "full"),
        [
            ("UBND", "Ủy ban nhân dân (UBND)"),
            ("GDĐT", "Giáo dục và Đào tạo (GDĐT)"),
            ("CCHC", "cải cách hành chính (CCHC)"),
            ("TTHC", "thủ tục hành chính (TTHC)"),
        ],
    )
    def test_an_abbreviation_is_explained_once_and_first(self, plan: Plan, short: str, full: str) -> None:
        printed = [*plan.preamble, *(block.text for block in walk(plan.sections) if isinstance(block, Item))]
        text = "\n".join(printed)

        assert text.count(f"({short})") == 1
        assert re.search(rf"\b{short}\b", text).start() == text.index(full) + len(full) - len(short) - 1  # type: ignore[union-attr]

    def test_no_other_year_is_left_over(self, plan: Plan) -> None:
        """Other years stand only in citations and where the reporting year begins."""
        known = r"15/12/2026|01/7/2025|118/2025/NĐ-CP"
        data = stored(PLAN)
        words = "\n".join(texts({name: data[name] for name in data if name not in ("date", "legal_bases")}))

        assert set(re.findall(r"\b(?:19|20)\d\d\b", re.sub(known, "", words))) == {"2027"}


class TestBases:
    def test_printed_as_the_decree_asks(self, plan: Plan) -> None:
        printed = [base.printed for base in plan.legal_bases]

        assert printed[0] == "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"
        assert printed[3] == (
            "Căn cứ Quyết định số 282/QĐ-TTg ngày 12 tháng 02 năm 2026 của Thủ tướng Chính phủ ban hành Kế hoạch "
            "cải cách hành chính nhà nước trọng tâm giai đoạn 2026 - 2030"
        )
        assert printed[5] == (
            "Thực hiện Kế hoạch số 412/KH-UBND ngày 04 tháng 12 năm 2026 của Ủy ban nhân dân tỉnh Sông Vân về "
            "cải cách hành chính nhà nước tỉnh Sông Vân năm 2027"
        )

    def test_ordered_by_rank_then_date(self, plan: Plan) -> None:
        cited = [base.citation for base in plan.legal_bases]
        order = [(rank(one.type), one.date.iso()) for one in cited if one and one.date]

        assert len(order) == 6
        assert order == sorted(order)

    def test_the_higher_plan_is_one_of_them_and_the_parent_of_tasks(self, plan: Plan) -> None:
        higher = [base.citation.number for base in plan.legal_bases if base.from_superior and base.citation]
        parents = {task.parent.document for task in plan.tasks if task.parent}

        assert higher == ["412/KH-UBND"]
        assert parents == {"412/KH-UBND"}


class TestNotice:
    def test_has_two_dashes_and_a_table(self) -> None:
        notice = load(NOTICE)
        tables = [block for block in walk(notice.sections) if isinstance(block, Table)]

        assert outline_counts(notice)["dash"] == 2
        assert len(tables) == 1

    def test_the_durations_fill_the_meeting(self) -> None:
        table = next(block for block in walk(load(NOTICE).sections) if isinstance(block, Table))
        minutes = [int((row[-1].text or "").removesuffix(" phút")) for row in table.rows[1:]]

        assert "từ 14 giờ 00 phút đến 16 giờ 30 phút" in written(NOTICE)
        assert sum(minutes) == 150


def fields_of(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[str]:
    """Yield the names of the fields of a model and of all models inside it."""
    if model in seen:
        return
    seen.add(model)
    for name, field in model.model_fields.items():
        yield name
        for inner in models_in(field.annotation):
            yield from fields_of(inner, seen)


def models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from models_in(argument)


class TestTheSamplesShowTheFormat:
    def test_every_field_is_shown(self) -> None:
        lines = (PLAN.read_text("utf-8") + NOTICE.read_text("utf-8")).splitlines()
        shown = {field["name"] for field in map(FIELD.match, lines) if field}

        assert set(fields_of(Plan, set())) - shown == set()

    @SAMPLES
    def test_a_field_is_explained_where_it_first_appears(self, path: Path) -> None:
        """The comment stands on the line of the field or on the line above it."""
        unexplained, seen, above = [], set(), ""
        for line in path.read_text("utf-8").splitlines():
            field = FIELD.match(line)
            if field and field["name"] not in seen:
                seen.add(field["name"])
                if "# " not in line[field.end() :] and not above.strip().startswith("# "):
                    unexplained.append(field["name"])
            above = line

        assert unexplained == []
