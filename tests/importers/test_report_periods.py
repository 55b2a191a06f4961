"""The period of a report, in the words of its subject."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import DataError
from generator.importers.report_periods import report_period
from generator.registers.regimes import Regime
from tests.reports.grounds import ground

REGIME = ground().regime


@pytest.mark.parametrize(
    ("subject", "period"),
    [
        ("Công tác cải cách hành chính Quý 1 năm 2027", "2027-Q1"),
        ("Công tác cải cách hành chính Quý I/2027", "2027-Q1"),
        ("Công tác cải cách hành chính Quý 01/2027", "2027-Q1"),
        ("Công tác cải cách hành chính 3 tháng đầu năm 2027", "2027-Q1"),
        ("Công tác cải cách hành chính 06 tháng đầu năm 2027", "2027-H1"),
        ("Kết quả sáu tháng đầu năm, phương hướng nhiệm vụ 6 tháng cuối năm 2027", "2027-H1"),
        ("Công tác CCHC quý I, phương hướng nhiệm vụ quý II năm 2027", "2027-Q1"),
        ("Công tác CCHC quý III năm 2026, nhiệm vụ quý IV năm 2026", "2026-Q3"),
        ("Kết quả thực hiện Kế hoạch CCHC năm 2027 trong quý I", "2027-Q1"),
        ("Kết quả quý I năm 2027 theo Công văn ngày 10 tháng 3 năm 2027", "2027-Q1"),
        ("CCHC năm 2026, phương hướng quý I năm 2027", "2026-Y"),
        ("CCHC năm 2026 và phương hướng, nhiệm vụ năm 2027", "2026-Y"),
        ("Kế hoạch giai đoạn 2026-2030 trong quý III/2027", "2027-Q3"),
    ],
)
def test_the_period_of_a_subject(subject: str, period: str) -> None:
    assert report_period(subject, REGIME) == period


@pytest.mark.parametrize(
    ("subject", "message"),
    [
        ("Công tác CCHC", "không nêu kỳ báo cáo nào"),
        ("Công tác CCHC tháng 3 năm 2027", "chế độ không có kỳ «tháng 3 năm 2027»"),
        ("Công tác CCHC quý II năm 2027", "chế độ không có kỳ «quý II năm 2027»"),
        ("Công tác CCHC 9 tháng năm 2027", "chế độ không có kỳ «9 tháng năm 2027»"),
        ("Công tác CCHC quý I", "không cho biết chắc năm của kỳ «quý I»"),
        ("CCHC quý III, nhiệm vụ quý I năm 2027", "không cho biết chắc năm"),
        ("CCHC quý I và quý III năm 2027", "nêu nhiều kỳ"),
        ("Sơ kết quý đầu năm 2027", "không hiểu kỳ báo cáo"),
        ("Kế hoạch năm 2027 về nhiệm vụ CCHC quý I", "không hiểu kỳ báo cáo"),
    ],
)
def test_a_period_that_is_not_sure_is_refused(subject: str, message: str) -> None:
    with pytest.raises(DataError, match=message):
        report_period(subject, REGIME)


@given(st.integers(2020, 2099), st.sampled_from(REGIME.periods))
def test_the_label_of_each_period_names_it(year: int, period: object) -> None:
    name = f"{year}-{period.id}"  # type: ignore[attr-defined]
    assert report_period(f"Kết quả công tác CCHC {REGIME.period_dates(name).label}", REGIME) == name


def test_a_label_in_words_of_the_regime_is_found() -> None:
    period = REGIME.periods[0].model_copy(update={"id": "D1", "label": "đợt 1 năm {year}"})
    regime = Regime.model_validate(
        {**REGIME.model_dump(), "periods": [period.model_dump(), *REGIME.model_dump()["periods"]]}
    )
    assert report_period("Công tác CCHC Đợt 1 năm 2027", regime) == "2027-D1"
