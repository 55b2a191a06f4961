"""Break one value of a good document and the rule of that value fires, and no other; leave it right and none does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.lint.finding import Finding
from generator.lint.gate import judge
from generator.lint.rule import all_rules
from generator.lint.word import judge_word, subject_of
from generator.registers.catalog import bundled_legal_register
from generator.registers.store import load_register
from generator.registers.units import UnitDirectory
from tests.lint.cases import FOLDER, Case, cases
from tests.lint.documents import FIELDS, good
from tests.lint.mutations import mutated, saved_again

CASES = list(cases())
_COMMUNE = "format: 1\nunits:\n- {id: xa, name: Ủy ban nhân dân xã Sông Vân, level: commune, place: Sông Vân}\n"
_OFFICES = """format: 1
units:
- {id: tinh, name: Ủy ban nhân dân tỉnh Sông Vân, aliases: [UBND tỉnh], level: province, place: Sông Vân}
- {id: van-phong, name: Văn phòng Ủy ban nhân dân tỉnh Sông Vân, aliases: [Văn phòng UBND tỉnh], level: department}
- {id: tai-chinh, name: Sở Tài chính, level: department}
- {id: xay-dung, name: Sở Xây dựng, level: department}
- {id: du-lich, name: Sở Du lịch, level: department, valid_to: 2025-02-28}
- id: noi-vu
  name: Sở Nội vụ
  level: department
  signers:
  - {name: Trần Thị B, position: Giám đốc, valid_from: 2025-03-01}
  - {name: Nguyễn Văn A, position: Phó Giám đốc}
  - {name: Lê Văn C, position: Phó Giám đốc, valid_to: 2025-12-31}
"""
_UNITS = {
    name: load_register(text, "units.yaml", UnitDirectory)
    for name, text in (("commune", _COMMUNE), ("offices", _OFFICES))
}


def _judged(data: bytes, case: Case) -> tuple[Finding, ...]:
    subject = subject_of(data, str(case), _UNITS.get(case.with_units))
    parent = subject_of(good(case.parent), "cap_tren.docx") if case.parent else None
    register = bundled_legal_register() if case.with_register else None
    return judge(replace(subject, parent=parent, register=register)).findings


@pytest.mark.parametrize("name", FIELDS)
def test_nothing_is_found_in_a_good_document(name: str) -> None:
    for data in (good(name), saved_again(good(name))):
        assert judge_word(data, name).findings == ()


def test_every_rule_has_a_case_file_and_every_case_file_a_rule() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(all_rules())


@pytest.mark.parametrize("case", [case for case in CASES if case.finds], ids=str)
def test_a_broken_value_is_found_and_nothing_else(case: Case) -> None:
    data = mutated(good(case.document), case.steps)
    for saved in (data, saved_again(data)):
        findings = _judged(saved, case)
        own = [finding for finding in findings if finding.code == case.code]
        assert {finding.code for finding in findings} == {case.code}, "\n".join(map(str, findings))
        assert any((case.finds or "") in one.found and one.severity == case.severity for one in own), list(
            map(str, own)
        )


@pytest.mark.parametrize("case", [case for case in CASES if not case.finds], ids=str)
def test_a_right_value_is_no_fault(case: Case) -> None:
    data = mutated(good(case.document), case.steps)
    findings = _judged(data, case)
    assert findings == (), "\n".join(map(str, findings))
