"""A plan taken on to another year."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings

from generator.bundled import bundled
from generator.errors import DataError
from generator.lint.source import Means, judge_file
from generator.model.basis import LegalBasis
from generator.model.blocks import Item, Paragraph, Section, TasksHere
from generator.model.document import Appendix
from generator.model.ending import Recipient
from generator.model.layout import Column, ColumnField, TableLayout
from generator.model.organization import Organization
from generator.model.origin import Derivation, ParentReference
from generator.model.plan import Plan, Target, Task, TaskRow
from generator.model.store import load_document
from generator.registers.catalog import bundled_legal_register
from generator.registers.store import load_register
from generator.registers.units import UnitDirectory
from generator.render.render import render
from generator.templates.catalog import layouts
from generator.transform.roll import Outcome, Rolled, Topic, roll
from generator.vietnamese.citations import Citation, find_citations
from generator.vietnamese.dates import PartialDate
from tests.rendered import built_template
from tests.strategies import plans
from tests.transform.test_roll_years import CALENDAR
from tests.transform.texts import strings_of

_DATA = bundled("data")


def _sample(name: str) -> str:
    return (_DATA / "plans" / name).read_text("utf-8")


def _plan(text: str) -> Plan:
    document = load_document(text, "ke_hoach.yaml")
    assert isinstance(document, Plan)
    return document


def _of_2026() -> Plan:
    """The sample of 2027 as it would have stood a year before, signed on 25/12/2025."""
    head, rest = _sample("ke_hoach_cchc_2027.yaml").split("legal_bases:")
    bases, body = rest.split("preamble:")
    plan = _plan(_a_year_before(head) + "legal_bases:" + _last_superior(bases) + "preamble:" + _a_year_before(body))
    return plan.model_copy(update={"number": "3215", "date": PartialDate(2025, 12, 25)})


def _a_year_before(text: str) -> str:
    return text.replace("2026", "2025").replace("2027", "2026")


def _last_superior(bases: str) -> str:
    return bases.replace("2026-12-04", "2025-12-04").replace("năm 2027", "năm 2026")


OF_2023 = _plan(_sample("ke_hoach_cchc_2023.yaml"))
OF_2026 = _of_2026()


def _roll(plan: Plan, year: int, **more: Any) -> Rolled:
    on = more.pop("on", date(year - 1, 12, 10))
    return roll(plan, year, calendar=CALENDAR, register=bundled_legal_register(), layouts=layouts(), on=on, **more)


def _small(**fields: Any) -> Plan:
    return Plan(kind="plan", year=2026, subject="Cải cách hành chính năm 2026", **fields)


def _task(id: str, schedule: str, **more: Any) -> Task:
    return Task(id=id, name=f"Việc {id}", rows=(TaskRow(schedule=schedule, **more),))


def _told(rolled: Rolled, topic: Topic) -> list[str]:
    return [str(one) for one in rolled.decisions if one.topic is topic]


def _outside_citations(text: str) -> str:
    for one in reversed(find_citations(text)):
        text = text[: one.start] + text[one.end :]
    return text


@pytest.mark.parametrize(("plan", "year"), [(OF_2023, 2024), (OF_2026, 2027)])
def test_nothing_of_the_old_year_is_left_in_the_printed_plan(plan: Plan, year: int) -> None:
    rolled = _roll(plan, year)
    data = render(rolled.plan, built_template("plan"), layouts())
    means = Means(register=bundled_legal_register(), holidays=CALENDAR, on=date(year - 1, 12, 20))
    judgement = judge_file(data, "ke_hoach.docx", means=means)
    found = [one for one in judgement.findings if one.code.startswith("NC")]
    assert {one.code for one in found} <= {"NC-03"}  # the places of documents that are still to come
    gaps = [basis.printed for basis in rolled.plan.legal_bases if "CẦN BỔ SUNG" in (basis.text or "")]
    assert len(found) == len(gaps) == 2


@pytest.mark.parametrize(
    ("plan", "year", "left"),
    [
        # The index of the year before is scored in the new year.
        (OF_2023, 2024, ["2023"]),
        # The periods of which figures are reported begin in December of the year before.
        (OF_2026, 2027, ["15/12/2026"] * 3),
    ],
)
def test_the_old_year_stands_only_in_citations(plan: Plan, year: int, left: list[str]) -> None:
    rolled = _roll(plan, year)
    parts = rolled.plan.model_copy(update={"legal_bases": ()})
    words = [word for text in strings_of(parts) for word in _outside_citations(text).split() if str(year - 1) in word]
    assert words == left
    for basis in rolled.plan.legal_bases:
        assert str(year - 1) not in _outside_citations(basis.text or "")


def test_the_list_of_decisions_of_2023() -> None:
    outcome = Outcome({"NV05": True, "NV07": False, "NV02": True}, {"CT01": Decimal("96.5")})
    rolled = _roll(OF_2023, 2024, progress=outcome, directory=_directory())
    assert _told(rolled, Topic.BASIS) == [
        "căn cứ «Thực hiện Kế hoạch số 385/KH-UBND ngày 12 tháng 12 năm 2022 …»: văn bản cấp trên giao việc của năm cũ"
        " → thay bằng Kế hoạch năm 2024 của Ủy ban nhân dân tỉnh Sông Vân, ghi số và ngày",
        "căn cứ Báo cáo năm 2023: chưa rõ số, ngày → ghi số, ngày, hoặc bỏ căn cứ này",
    ]
    assert _told(rolled, Topic.TARGET)[0] == (
        "chỉ tiêu CT01: mức 95% là của năm 2023, kết quả 96,5% → đặt mức năm 2024"
    )
    assert _told(rolled, Topic.TASK)[:2] == [
        "nhiệm vụ NV05: đã xong hoặc dừng, không đưa sang → thêm lại nếu là việc năm nào cũng làm",
        "nhiệm vụ NV07: chưa hoàn thành, chuyển tiếp từ năm 2023 → đặt lại thời hạn, sản phẩm",
    ]
    assert not _told(rolled, Topic.TEXT)
    assert (rolled.dropped, rolled.carried) == (("NV05",), ("NV07",))
    assert "NV02" in {task.id for task in rolled.plan.tasks}  # hằng tháng: it returns


def _directory() -> UnitDirectory:
    return load_register((_DATA / "registers" / "units.yaml").read_bytes(), "units.yaml", UnitDirectory)


def test_head_and_bases_of_the_new_plan() -> None:
    plan = _roll(OF_2026, 2027).plan
    assert (plan.year, plan.number, plan.date) == (2027, None, PartialDate(2026, 12))
    assert plan.subject == "Cải cách hành chính năm 2027 của ngành Giáo dục và Đào tạo"
    superior, own, report = plan.legal_bases[-3:]
    assert superior.printed == "Thực hiện [CẦN BỔ SUNG: Kế hoạch năm 2027 của Ủy ban nhân dân tỉnh Sông Vân]"
    assert own.printed == (
        "Căn cứ Kế hoạch số 3215/KH-SGDĐT ngày 25 tháng 12 năm 2025 của Sở Giáo dục và Đào tạo"
        " về cải cách hành chính năm 2026 của ngành Giáo dục và Đào tạo"
    )
    assert report.printed == "Căn cứ [CẦN BỔ SUNG: số, ngày ban hành Báo cáo kết quả thực hiện Kế hoạch năm trước]"
    assert plan.legal_bases[:-3] == OF_2026.legal_bases[:-1]


def test_a_plan_of_a_plan_rolled_twice_keeps_only_the_last_one_as_a_basis() -> None:
    issuer = Organization(name="Sở Nội vụ", symbol="SNV")
    signed = _small(issuer=issuer, number="7", date=PartialDate(2025, 12, 25))
    second = _roll(signed, 2027).plan.model_copy(update={"number": "9", "date": PartialDate(2026, 12, 24)})
    third = _roll(second, 2028)
    own = [basis.citation.number for basis in third.plan.legal_bases if basis.citation]
    assert own == ["09/KH-SNV"]
    assert "đã bỏ" in _told(third, Topic.BASIS)[0]


def test_an_expired_basis_is_named_with_what_replaced_it() -> None:
    old = Citation(type="Nghị định", number="61/2018/NĐ-CP", date=PartialDate(2018, 4, 23), issuer="Chính phủ")
    rolled = _roll(_small(legal_bases=(LegalBasis(citation=old),)), 2027)
    (told, *_) = _told(rolled, Topic.BASIS)
    assert "hết hiệu lực" in told
    assert "118/2025/NĐ-CP" in told
    assert rolled.plan.legal_bases[0].citation == old


def test_the_higher_plan_in_a_file_is_named_in_the_gap() -> None:
    superior = LegalBasis(lead="Thực hiện", document="so.yaml", from_superior=True)
    other = LegalBasis(document="khac.yaml")
    cited = Citation(type="Kế hoạch", number="12/KH-SGDĐT", issuer="Sở Giáo dục và Đào tạo")
    rolled = _roll(_small(legal_bases=(superior, other)), 2027, files={"so.yaml": cited})
    first, second = rolled.plan.legal_bases[:2]
    assert first.printed == "Thực hiện [CẦN BỔ SUNG: Kế hoạch năm 2027 của Sở Giáo dục và Đào tạo]"
    assert second == other
    assert "xem tệp ấy" in _told(rolled, Topic.BASIS)[1]


def test_texts_are_told_by_their_number() -> None:
    rolled = _roll(_small(objectives=("Giữ vững", "Trong 2026")), 2027)
    assert _told(rolled, Topic.TEXT) == ["mục tiêu 2: «Trong 2026»: đã coi là năm và chuyển sang năm mới → xem lại"]


def test_a_proposal_stays_the_last_basis() -> None:
    proposal = LegalBasis(lead="Theo đề nghị của", text="Chánh Văn phòng Sở")
    assert _roll(_small(legal_bases=(proposal,)), 2027).plan.legal_bases[-1] == proposal


def test_an_unfinished_task_is_marked_where_its_table_prints_remarks() -> None:
    columns = [Column(field=ColumnField.NAME, heading="Nhiệm vụ", width=1)]
    columns.append(Column(field=ColumnField.NOTE, heading="Ghi chú", width=1))
    own = TableLayout(id="co_ghi_chu", name="Có ghi chú", columns=tuple(columns))
    tasks = (_task("NV01", "Quý I/2026"), _task("NV02", "Quý I/2026", note="Trọng tâm"))
    appendix = Appendix(title="Nhiệm vụ", blocks=(TasksHere(layout="co_ghi_chu"),))
    plan = _small(tasks=tasks, layouts=(own,), appendices=(appendix,))
    first, second = _roll(plan, 2027, progress=Outcome({"NV01": False, "NV02": False})).plan.tasks
    assert (first.carried_from, first.rows[0].note) == (2026, "Chuyển tiếp từ năm 2026")
    assert second.rows[0].note == "Trọng tâm; chuyển tiếp từ năm 2026"
    bare = _roll(plan.model_copy(update={"appendices": ()}), 2027, progress=Outcome({"NV01": False})).plan
    assert (bare.tasks[0].carried_from, bare.tasks[0].rows[0].note) == (2026, None)
    assert bare.tasks[0].name == "Việc NV01 (chuyển tiếp từ năm 2026)"
    again = _roll(bare, 2028, progress=Outcome({"NV01": False})).plan.tasks[0]
    assert again.name == "Việc NV01 (chuyển tiếp từ năm 2026)"
    noted = _small(tasks=(first,), layouts=(own,), appendices=(appendix,)).model_copy(update={"year": 2027})
    twice = _roll(noted, 2028, progress=Outcome({"NV01": False})).plan.tasks[0]
    assert (twice.name, twice.rows[0].note) == ("Việc NV01", "Chuyển tiếp từ năm 2026")


def test_a_task_carried_twice_keeps_its_first_year_and_its_origin() -> None:
    origin = ParentReference(document="12/KH-UBND", item="NV07")
    task = _task("NV01", "Quý I/2026").model_copy(update={"carried_from": 2024, "parent": origin})
    (carried,) = _roll(_small(tasks=(task,)), 2027, progress=Outcome({"NV01": False})).plan.tasks
    assert (carried.carried_from, carried.parent) == (2024, origin)


def test_origins_of_the_old_year_go() -> None:
    origin = ParentReference(document="12/KH-UBND", item="NV07")
    section = Section(
        title="Nhiệm vụ", blocks=(Item(text="Rà soát", parent=origin), Paragraph(text="A", parent=origin))
    )
    plan = _small(
        sections=(section,),
        targets=(Target(id="CT01", metric="Tỷ lệ", value=Decimal(90), assigned=Decimal(85), parent=origin),),
        tasks=(_task("NV01", "Quý I/2026").model_copy(update={"parent": origin}),),
        derivation=Derivation(unit="so-noi-vu", on=PartialDate(2025, 12, 1)),
    )
    rolled = _roll(plan, 2027)
    assert rolled.plan.derivation is None
    assert "12/KH-UBND" not in set(strings_of(rolled.plan))
    assert rolled.plan.targets[0].assigned is None
    assert "đối chiếu với văn bản cấp trên năm mới" in _told(rolled, Topic.TASK)[-1]


def test_due_days_move_to_working_days_and_past_ones_are_told() -> None:
    task = _task("NV01", "Trước ngày 20/3/2026").model_copy(update={"issue_due": PartialDate(2026, 3, 20)})
    rolled = _roll(_small(tasks=(task,)), 2027, on=date(2027, 4, 1))
    assert rolled.plan.tasks[0].issue_due == PartialDate(2027, 3, 19)
    assert "«Trước ngày 19/3/2027» đã qua vào ngày 01/4/2027" in _told(rolled, Topic.DEADLINE)[0]


def test_progress_of_unknown_tasks_and_tasks_without_progress_are_told() -> None:
    plan = _small(tasks=(_task("NV01", "Quý I/2026"), _task("NV02", "Hằng quý")))
    told = _told(_roll(plan, 2027, progress=Outcome({"NV9": True}, {"CT9": Decimal(1)})), Topic.TASK)
    assert told[0].startswith("nhiệm vụ: tiến độ không nêu 1 nhiệm vụ: NV01 →")
    assert "mã không có trong kế hoạch: NV9" in told[1]
    assert _told(_roll(plan, 2027), Topic.TASK)[0].startswith("nhiệm vụ: chưa có tiến độ 1 nhiệm vụ: NV01")


def test_who_signs_is_held_against_the_directory() -> None:
    known = OF_2026.signature
    assert not _told(_roll(OF_2026, 2027, directory=_directory()), Topic.SIGNER)
    gone = OF_2026.model_copy(update={"signature": known.model_copy(update={"name": "Lê Văn Đ"})})
    (told,) = _told(_roll(gone, 2027, directory=_directory()), Topic.SIGNER)
    assert "Lê Văn Đ không còn trong danh sách người ký" in told
    assert known.name is not None and known.name in told
    (unasked,) = _told(_roll(OF_2026, 2027), Topic.SIGNER)
    assert "chưa đối chiếu danh bạ" in unasked


def test_units_that_are_no_longer_there_are_told_with_their_tasks() -> None:
    rolled = _roll(OF_2023, 2026, directory=_directory())
    told = " ".join(_told(rolled, Topic.UNIT))
    assert "«Sở Thông tin và Truyền thông» không còn" in told


def test_former_bodies_are_told_with_all_their_places() -> None:
    rows = (TaskRow(schedule="Quý I/2023", lead=("UBND các huyện",), support=("Phòng GDĐT các huyện",)),)
    prose = (
        Item(text="UBND huyện Bến Vân báo cáo năm 2023"),
        Item(text="Thực hiện Công văn số 5/CV-BTTTT ngày 01/02/2023 của Bộ Thông tin và Truyền thông về dữ liệu"),
        Item(text="Trước đây Sở Kế hoạch và Đầu tư chủ trì"),
    )
    recipients = (Recipient(name="Sở Thông tin và Truyền thông"), Recipient(name="UBND các huyện"))
    issuer = Organization(name="Sở Nội vụ", symbol="SNV")
    tasks = (Task(id="NV01", name="Việc", rows=rows), Task(id="NV02", name="Việc", rows=rows))
    plan = _small(
        issuer=issuer, tasks=tasks, sections=(Section(title="Nội dung", blocks=prose),), recipients=recipients
    )
    plan = plan.model_copy(update={"year": 2023, "subject": "Cải cách hành chính năm 2023"})
    districts, schools, department = _told(_roll(plan, 2026), Topic.UNIT)
    assert districts.startswith("nhiệm vụ NV01, NV02; nội dung, mục «Nội dung», điểm «UBND huyện Bến Vân")
    assert "nơi nhận «UBND các huyện»" in districts
    assert "«UBND các huyện», «UBND huyện Bến Vân» không còn vào ngày 10/12/2025" in districts
    assert "Ủy ban nhân dân xã, phường, đặc khu" in districts.split("→")[1]
    assert schools.startswith("nhiệm vụ NV01, NV02: «Phòng GDĐT» không còn")
    assert "→ thay bằng Sở Khoa học và Công nghệ" in department
    assert not _told(_roll(plan, 2024), Topic.UNIT)


def test_offices_in_a_list_that_says_their_kind_once_are_told() -> None:
    recipients = (Recipient(name="Các Sở: Tài chính, Tư pháp, Thông tin và Truyền thông", purpose="để phối hợp"),)
    (told,) = _told(_roll(_small(recipients=recipients), 2027), Topic.UNIT)
    assert told.startswith("nơi nhận, nơi nhận «Các Sở: Tài chính")
    assert "«Sở Thông tin và Truyền thông» không còn" in told


def test_the_proposal_of_the_old_plan_gives_way_to_that_of_the_new_one() -> None:
    cited = Citation(type="Tờ trình", number="15/TTr-VP", date=PartialDate(2025, 12, 20), issuer="Văn phòng Sở")
    bases = (
        LegalBasis(lead="Theo đề nghị của", text="Chánh Văn phòng Sở tại Tờ trình số 15/TTr-VP ngày 20/12/2025"),
        LegalBasis(lead="Theo đề nghị của", citation=cited),
    )
    rolled = _roll(_small(legal_bases=bases), 2027)
    assert [one.printed for one in rolled.plan.legal_bases[-2:]] == [
        "Theo đề nghị của Chánh Văn phòng Sở tại [CẦN BỔ SUNG: số, ngày Tờ trình năm 2027]",
        "Theo đề nghị của Văn phòng Sở tại [CẦN BỔ SUNG: số, ngày Tờ trình năm 2027]",
    ]
    assert ["tờ trình của kế hoạch năm cũ" in one for one in _told(rolled, Topic.BASIS)[:2]] == [True, True]


def test_the_report_of_years_ago_given_as_text_goes() -> None:
    report = LegalBasis(text="Báo cáo số 2254/BC-SNV ngày 13/12/2024 về kết quả cải cách hành chính năm 2025")
    issuer = Organization(name="Sở Nội vụ", symbol="SNV")
    rolled = _roll(_small(issuer=issuer, legal_bases=(report,)), 2027)
    assert report.text not in {basis.text for basis in rolled.plan.legal_bases}
    assert "đã bỏ" in _told(rolled, Topic.BASIS)[0]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Báo cáo số 54/BC-STP ngày 13/12/2024 về công tác cải cách hành chính năm 2025", "văn bản về năm cũ"),
        ("Kế hoạch số 99/KH-UBND ngày 20/8/2021 về cải cách hành chính giai đoạn 2021-2025", "đã hết năm 2025"),
    ],
)
def test_bases_of_a_year_or_a_period_that_is_over_are_told(text: str, told: str) -> None:
    rolled = _roll(_small(legal_bases=(LegalBasis(text=text),)), 2027)
    assert rolled.plan.legal_bases[0].text == text
    assert told in _told(rolled, Topic.BASIS)[0]


def test_gaps_that_nobody_filled_in_are_asked_for_once_more() -> None:
    superior = LegalBasis(
        lead="Thực hiện",
        citation=Citation(
            type="Kế hoạch", number="9/KH-UBND", date=PartialDate(2025, 12, 1), issuer="UBND tỉnh Sông Vân",
            title="cải cách hành chính năm 2026",
        ),
        from_superior=True,
    )  # fmt: skip
    twice = _roll(_roll(_small(legal_bases=(superior,)), 2027).plan, 2028)
    assert [basis.printed for basis in twice.plan.legal_bases] == [
        "Thực hiện [CẦN BỔ SUNG: Kế hoạch năm 2028 của UBND tỉnh Sông Vân]",
        "Căn cứ [CẦN BỔ SUNG: số, ngày ban hành Kế hoạch năm trước của cơ quan]",
        "Căn cứ [CẦN BỔ SUNG: số, ngày ban hành Báo cáo kết quả thực hiện Kế hoạch năm trước]",
    ]


def test_an_issuer_in_capitals_is_cited_as_the_text_writes_it() -> None:
    signed = _small(
        issuer=Organization(name="SỞ NỘI VỤ", symbol="SNV"),
        number="7",
        date=PartialDate(2025, 12, 25),
        closing=("Trên đây là Kế hoạch của Sở Nội vụ",),
    )
    citation = _roll(signed, 2027).plan.legal_bases[0].citation
    assert citation is not None
    assert citation.issuer == "Sở Nội vụ"
    told = _told(_roll(signed.model_copy(update={"closing": ()}), 2027), Topic.BASIS)
    assert "tên cơ quan viết hoa: SỞ NỘI VỤ" in told[0]


def test_years_in_parts_that_nothing_moves_are_told() -> None:
    signature = OF_2026.signature.model_copy(update={"second_title": "Trưởng Ban Chỉ đạo nhiệm kỳ 2021 - 2026"})
    told = _told(_roll(_small(signature=signature), 2027), Topic.TEXT)
    assert told == ["ký: «Trưởng Ban Chỉ đạo nhiệm kỳ 2021 - 2026» có năm của kế hoạch cũ, để nguyên → xem lại"]


def test_a_due_day_stays_in_the_new_year() -> None:
    task = _task("NV01", "Quý I/2026").model_copy(update={"issue_due": PartialDate(2026, 1, 1)})
    assert _roll(_small(tasks=(task,)), 2027).plan.tasks[0].issue_due == PartialDate(2027, 1, 1)


def test_headings_of_own_tables_move_on() -> None:
    columns = (Column(field=ColumnField.NAME, heading="Việc năm 2026", width=1),)
    own = TableLayout(id="rieng", name="Bảng 2026", columns=columns)
    assert _roll(_small(layouts=(own,)), 2027).plan.layouts[0].columns[0].heading == "Việc năm 2027"


def test_the_line_of_an_appendix_is_composed_anew() -> None:
    note = "(Ban hành kèm theo Kế hoạch số 12/KH-SNV ngày 05/01/2026 của Sở Nội vụ)"
    plan = _small(appendices=(Appendix(title="Nhiệm vụ năm 2026", note=note),))
    (appendix,) = _roll(plan, 2027).plan.appendices
    assert (appendix.title, appendix.note) == ("Nhiệm vụ năm 2027", None)


def test_a_draft_made_late_is_dated_in_the_month_of_its_making() -> None:
    plan = _small(date=PartialDate(2025, 12, 25))
    assert _roll(plan, 2027, on=date(2027, 1, 5)).plan.date == PartialDate(2027, 1)
    assert _roll(_small(), 2027).plan.date is None


def test_a_year_that_is_not_later_and_a_plan_without_one_are_refused() -> None:
    with pytest.raises(DataError, match="đã là của năm 2026"):
        _roll(_small(), 2026)
    with pytest.raises(DataError, match="không ghi năm"):
        _roll(Plan(kind="plan"), 2027)
    assert _roll(Plan(kind="plan", subject="Cải cách hành chính năm 2026"), 2027).plan.year == 2027


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(plans)
@example(Plan(date=PartialDate(9999, 1, 1)))
def test_any_plan_can_be_taken_on_and_keeps_its_tasks(plan: Plan) -> None:
    plan = plan.model_copy(update={"year": plan.year or 2026})
    assert plan.year is not None
    rolled = _roll(plan, plan.year + 1, on=date(plan.year, 12, 1))
    assert [task.id for task in rolled.plan.tasks] == [task.id for task in plan.tasks]
    assert rolled.plan.year == plan.year + 1
