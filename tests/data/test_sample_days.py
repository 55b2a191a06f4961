"""The days and citations of the sample documents, against the registers that the program brings along."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.model.blocks import Item
from generator.model.document import Document
from generator.model.labels import walk
from generator.model.plan import Plan
from generator.model.store import load_document
from generator.registers.holidays import WorkCalendar
from generator.registers.legal import LegalRegister
from generator.registers.regimes import PeriodDates, RegimeRegister
from generator.registers.store import load_register
from generator.registers.units import UnitDirectory
from generator.vietnamese.citations import find_citations
from generator.vietnamese.dates import find_dates
from generator.vietnamese.marks import plain
from generator.vietnamese.schedules import ScheduleKind, parse_schedule

DATA = Path(__file__).parents[2] / "data"
CUT_OFFS = {date(2027, 3, 14), date(2027, 6, 14), date(2027, 9, 14), date(2027, 12, 14)}


def load(name: str) -> Document:
    return load_document((DATA / name).read_bytes(), name)


@pytest.fixture(scope="module")
def plan() -> Plan:
    document = load("plans/ke_hoach_cchc_2027.yaml")
    assert isinstance(document, Plan)
    return document


@pytest.fixture(scope="module")
def calendar() -> WorkCalendar:
    return load_register((DATA / "registers/holidays.yaml").read_bytes(), "holidays.yaml", WorkCalendar)


@pytest.fixture(scope="module")
def periods() -> list[PeriodDates]:
    register = load_register((DATA / "registers/regimes.yaml").read_bytes(), "regimes.yaml", RegimeRegister)
    regime = register.regime("so-gddt-song-van")
    return [regime.period_dates(f"2027-{period.id}") for period in regime.periods]


@pytest.fixture(scope="module")
def register() -> LegalRegister:
    return load_register((DATA / "registers/legal.yaml").read_bytes(), "legal.yaml", LegalRegister)


def schedules(plan: Plan) -> list[str]:
    return [row.schedule for task in plan.tasks for row in task.rows if row.schedule]


def days_in(text: str) -> list[date]:
    """The complete days that a text names."""
    return [day for _, _, found in find_dates(plain(text)) if (day := found.to_date())]


def lines(document: Document) -> list[str]:
    """The labelled lines of the body."""
    return [block.text for block in walk(document.sections) if isinstance(block, Item)]


class TestSchedules:
    def test_every_official_form_occurs_and_is_understood(self, plan: Plan) -> None:
        kinds = {parse_schedule(words, plan.year).kind for words in schedules(plan)}

        assert kinds == {
            ScheduleKind.BEFORE,
            ScheduleKind.BY,
            ScheduleKind.BETWEEN,
            ScheduleKind.PERIOD,
            ScheduleKind.RECURRING,
            ScheduleKind.ALWAYS,
        }

    def test_all_lie_within_the_year(self, plan: Plan) -> None:
        meant = [parse_schedule(words, plan.year) for words in schedules(plan)]
        days = [day for one in meant for day in (one.start, one.end) if day]

        assert {day.year for day in days} == {2027}

    def test_the_days_named_and_the_last_days_in_time_are_working_days(
        self, plan: Plan, calendar: WorkCalendar
    ) -> None:
        meant = [parse_schedule(words, plan.year) for words in schedules(plan)]
        exact = [one for one in meant if one.kind is not ScheduleKind.PERIOD]
        days = [day for one in exact for day in (one.start, one.end, one.last_day) if day]

        assert len(days) > 30
        assert [day for day in days if not calendar.is_working_day(day)] == []


class TestDays:
    def test_the_days_to_act_of_the_text_are_working_days(self, plan: Plan, calendar: WorkCalendar) -> None:
        """Cut-off days of a report, and the day on which the law changed, are no days to act."""
        days = (
            {day for text in lines(plan) for day in days_in(text) if day.year == 2027} - CUT_OFFS - {date(2027, 6, 15)}
        )

        assert {day.isoformat() for day in days} >= {"2027-01-22", "2027-03-15", "2027-09-15", "2027-12-15"}
        assert [day for day in days if not calendar.is_working_day(day)] == []

    def test_the_department_can_send_on_the_day_it_names(self, plan: Plan, calendar: WorkCalendar) -> None:
        text = "\n".join(lines(plan))

        assert "chậm nhất ngày 17 của tháng cuối kỳ báo cáo" in text
        assert all(calendar.is_working_day(day.replace(day=17)) for day in CUT_OFFS)

    def test_the_days_of_the_notice_are_working_days(self, calendar: WorkCalendar) -> None:
        notice = load("documents/thong_bao_hop_giao_ban.yaml")
        days = [day for text in (*lines(notice), *notice.closing) for day in days_in(text)]
        issued = notice.date.to_date() if notice.date else None

        assert days == [date(2027, 1, 8), date(2027, 1, 6)]
        assert issued is not None
        assert issued < min(days)
        assert all(calendar.is_working_day(day) for day in (issued, *days))
        assert "thứ Sáu, ngày 08/01/2027" in "\n".join(lines(notice))

    def test_a_task_and_the_text_name_the_same_day(self, plan: Plan) -> None:
        assert schedules(plan)[0] == "Trước ngày 22/01/2027"
        assert "**trước ngày 22/01/2027**" in "\n".join(lines(plan))


class TestReporting:
    def test_the_periods_are_those_of_the_regime(self, plan: Plan, periods: list[PeriodDates]) -> None:
        spans = [days_in(line) for line in lines(plan) if line.startswith("Báo cáo ") and "đến hết ngày" in line]

        assert spans == [[period.start, period.end] for period in periods]

    def test_the_days_to_send_are_those_of_the_regime(self, plan: Plan, periods: list[PeriodDates]) -> None:
        text = next(line for line in lines(plan) if "chậm nhất ngày 15" in line)

        assert days_in(text) == [period.last_day_to_send for period in periods]

    def test_units_have_a_working_day_after_the_cut_off(
        self, periods: list[PeriodDates], calendar: WorkCalendar
    ) -> None:
        """NĐ 09/2019/NĐ-CP, Điều 8 khoản 5 điểm b."""
        for period in periods:
            assert period.end is not None
            assert calendar.add_working_days(period.end, 1) <= period.last_day_to_send


class TestUnits:
    def test_each_unit_is_in_the_directory(self, plan: Plan) -> None:
        directory = load_register((DATA / "registers/units.yaml").read_bytes(), "units.yaml", UnitDirectory)
        on = date(2026, 12, 31)
        names = {unit for task in plan.tasks for row in task.rows for unit in (*row.lead, *row.support)}
        names |= {unit for recipient in plan.recipients for unit in recipient.members}

        assert [name for name in sorted(names) if not (directory.find(name, on) or directory.members(name, on))] == []


class TestCitations:
    def test_the_central_bases_are_known(self, plan: Plan, register: LegalRegister) -> None:
        """The documents of the invented province are not in the register."""
        cited = [citation for base in plan.legal_bases for citation in base.citations]
        known = {one.number or one.title: register.find(one) for one in cited}

        assert [name for name, acts in known.items() if not acts] == ["1867/QĐ-UBND", "412/KH-UBND"]
        assert [len(acts) for acts in known.values() if acts] == [1, 1, 1, 1]

    def test_the_bases_say_what_the_register_says(self, plan: Plan, register: LegalRegister) -> None:
        for base in plan.legal_bases[:4]:
            (citation,) = base.citations
            (act,) = register.find(citation)
            assert citation.date == act.date
            assert citation.title == (act.title or citation.title)
            assert citation.issuer == (None if citation.type == "Luật" else act.issuer)

    def test_the_text_cites_only_its_bases(self, plan: Plan) -> None:
        """A later citation names type and number only (II.6b)."""
        numbers = {citation.number for base in plan.legal_bases for citation in base.citations}
        found = [one.citation for text in lines(plan) for one in find_citations(plain(text))]

        assert {citation.number for citation in found} == {"118/2025/NĐ-CP"}
        assert {citation.number for citation in found} <= numbers
        assert all(citation.date is None for citation in found)
