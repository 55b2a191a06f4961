"""What the rules of structure, recipients and tasks say of real signed plans: each finding was read and is right."""

from __future__ import annotations

import pytest

from generator.lint.gate import judge
from generator.lint.rule import chosen_rules
from generator.lint.text import subject_of_text
from tests.corpus import FILES, needs_corpus, source

FOUND = {
    "cà mau 2023": {"CT-02"},
    "cà mau 69 ngày": set(),
    "sóc trăng 2023": {"NN-05", "NV-04"},
    "tân hồng 2023": {"NN-05"},
    "nam định 2024": {"CT-02"},
}
"""Appendices that the files lack, a superior that does not get the plan, tasks with two leads."""


@needs_corpus
@pytest.mark.parametrize("name", FILES)
def test_only_what_is_wrong_is_found_in_a_real_plan(name: str) -> None:
    subject = subject_of_text(source(name), FILES[name])
    findings = judge(subject, chosen_rules(("CT", "NV", "NN-04", "NN-05", "NN-06"))).findings
    assert {one.code for one in findings} == FOUND[name], "\n".join(map(str, findings))


@needs_corpus
def test_the_department_whose_plan_is_carried_out_is_missed_in_recipients() -> None:
    subject = subject_of_text(source("tân hồng 2023"), "ke_hoach.txt")
    (finding,) = judge(subject, chosen_rules(("NN-05",))).findings
    assert "Sở Giáo dục và Đào tạo" in finding.found
