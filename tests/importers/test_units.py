"""Names of units looked up in a directory."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.importers.imported import Imported
from generator.importers.units import UnitFinder, with_units
from generator.model.ending import Recipient
from generator.model.organization import Organization
from generator.model.plan import Plan, Task, TaskRow
from generator.registers.store import load_register
from generator.registers.units import UnitDirectory

FILE = Path(__file__).parents[2] / "data" / "registers" / "units.yaml"
DIRECTORY = load_register(FILE.read_text("utf-8"), FILE.name, UnitDirectory)
NOW, BEFORE = date(2027, 1, 15), date(2024, 1, 15)


def found(name: str, day: date = NOW, issuer: str | None = "Sở Giáo dục và Đào tạo") -> list[str] | None:
    match = UnitFinder(DIRECTORY, day, issuer).find(name)
    return None if match is None else [unit.id for unit in match.units]


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("Sở Nội vụ", ["so-noi-vu"]),
        ("SỞ GD&ĐT", ["so-gddt"]),
        ("Phòng TCCB (để phối hợp)", ["phong-tccb"]),
        ("TCCB", ["phong-tccb"]),
        ("Văn phòng, Phòng QLCL", ["van-phong-so-gddt", "phong-qlcl"]),
        ("Văn phòng và Phòng Tổ chức cán bộ", ["van-phong-so-gddt", "phong-tccb"]),
        ("Văn phòng, Phòng Không Có", None),
        ("Phòng Nội vụ", None),
        ("", None),
    ],
)
def test_names_short_names_and_abbreviations(name: str, ids: list[str] | None) -> None:
    assert found(name) == ids


@pytest.mark.parametrize("name", ["Các phòng", "các phòng thuộc Sở", "Các phòng chuyên môn, nghiệp vụ thuộc Sở"])
@pytest.mark.parametrize("day", [NOW, BEFORE])
def test_the_divisions_in_a_plan_of_a_department_are_its_own(name: str, day: date) -> None:
    ids = found(name, day)
    assert ids is not None
    assert "phong-tccb" in ids
    assert not [one for one in ids if one.startswith("phong-gddt")]


@pytest.mark.parametrize("name", ["Các phòng", "Các phòng thuộc Sở", "Văn phòng", "Phòng TCCB", "VP"])
@pytest.mark.parametrize("issuer", [None, "Sở Lạ", "Sở Nội vụ"])
def test_divisions_are_never_those_of_another_office(name: str, issuer: str | None) -> None:
    assert found(name, issuer=issuer) is None


@pytest.mark.parametrize("issuer", [None, "Sở Giáo dục và Đào tạo"])
def test_divisions_of_a_commune_are_its_own(issuer: str | None) -> None:
    assert found("Phòng Kinh tế", issuer="UBND xã Đồng Lau") == ["phong-kt-dong-lau"]
    assert found("Phòng Kinh tế", issuer=issuer) is None


def test_a_division_named_with_its_office_is_that_one() -> None:
    assert found("Phòng GDĐT huyện Hạ Vân", BEFORE) == ["phong-gddt-ha-van"]


def test_an_import_without_an_issuer_says_so() -> None:
    task = Task(id="NV01", name="a", rows=(TaskRow(lead=("Các phòng",)),))
    unknown, issuer = with_units(Imported(Plan(tasks=(task,))), DIRECTORY).diagnostics
    assert (unknown.code, unknown.hint) == ("unit-unknown", "hãy thêm tên này vào danh bạ nếu đúng")
    assert issuer.code == "issuer-unknown"


def test_a_class_is_its_members_of_the_day() -> None:
    districts = found("UBND các huyện", BEFORE) or []
    assert districts[:2] == ["ubnd-huyen-thuong-van", "ubnd-huyen-ha-van"]
    assert len(districts) == 8
    assert found("UBND các huyện", NOW) is None


def test_an_import_with_its_units() -> None:
    row = TaskRow(lead=("Phòng TCCB",), support=("Các phòng", "Phòng Tổ chức cán bọ"))
    plan = Plan(
        year=2027,
        issuer=Organization(name="Sở Giáo dục và Đào tạo"),
        tasks=(Task(id="NV01", name="a", rows=(row,)),),
        recipients=(Recipient(name="Các sở, ban, ngành"), Recipient(name="Như trên")),
    )
    imported = with_units(Imported(plan), DIRECTORY)
    assert imported.document.recipients[0].members[:2] == ("Văn phòng Ủy ban nhân dân tỉnh Sông Vân", "Sở Nội vụ")
    assert imported.document.recipients[1].members == ()
    matched, *unknown = imported.diagnostics
    assert "«Phòng TCCB» → phong-tccb" in matched.message
    assert [note.place.quote for note in unknown] == ["Phòng Tổ chức cán bọ"]
    assert "Phòng Tổ chức cán bộ" in (unknown[0].hint or "")


@pytest.mark.parametrize(
    ("name", "advice"),
    [("Phòng Tổ chức cán bộ", "cùng tên nhưng thuộc cơ quan khác"), ("Trung tâm Khuyến nông", "hãy thêm tên này")],
)
def test_a_name_far_from_all_or_of_another_office_is_no_slip(name: str, advice: str) -> None:
    task = Task(id="NV01", name="a", rows=(TaskRow(lead=(name,)),))
    plan = Plan(year=2027, issuer=Organization(name="Sở Nội vụ"), tasks=(task,))
    (unknown,) = with_units(Imported(plan), DIRECTORY).diagnostics
    assert unknown.code == "unit-unknown"
    assert advice in (unknown.hint or "")
    assert "ý bạn là" not in (unknown.hint or "")


@pytest.mark.parametrize(
    ("name", "is_told"),
    [
        ("Giám đốc, các Phó Giám đốc Sở", False),
        ("Chủ tịch, các Phó Chủ tịch Ủy ban nhân dân tỉnh", False),
        ("Lãnh đạo đơn vị", False),
        ("Lãnh đạo Sở Không Có", True),
        ("Giám đốc, các Phó Trưởng phòng", True),
    ],
)
def test_those_who_lead_the_issuer_are_no_unknown_units(name: str, *, is_told: bool) -> None:
    plan = Plan(year=2027, issuer=Organization(name="Sở Giáo dục và Đào tạo"), recipients=(Recipient(name=name),))
    notes = with_units(Imported(plan), DIRECTORY).diagnostics
    assert any(note.code == "unit-unknown" for note in notes) is is_told
