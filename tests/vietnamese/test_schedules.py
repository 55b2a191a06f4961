"""Schedules of plans: what their words mean, and words for what is meant."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.vietnamese.schedules import Schedule, ScheduleKind, compose_schedule, parse_schedule
from generator.vietnamese.unicode import clean
from tests.corpus import CORPUS, needs_corpus


def shown(schedule: Schedule) -> str:
    """The meaning on one line: kind, days, then what else is known; parts in brackets, the whole's own before."""
    pieces = [str(schedule.kind)]
    if schedule.start or schedule.end:
        pieces.append("..".join(day.isoformat() if day else "" for day in (schedule.start, schedule.end)))
    for field in fields(schedule):
        value = getattr(schedule, field.name)
        if field.name in ("recurrence", "bound", "day", "month", "weekday", "about", "remark") and value:
            pieces.append(f"{field.name}={value}")
    if offset := schedule.offset:
        pieces.append(f"{offset.relation}|{offset.count}|{offset.unit}|{offset.event}")
    if schedule.parts:
        pieces.append("[" + "; ".join(shown(part) for part in schedule.parts) + "]")
    return " ".join(pieces)


def without_words(schedule: Schedule) -> Schedule:
    """The meaning alone; of what is undated the words are all there is."""
    words = schedule.words if schedule.kind is ScheduleKind.UNDATED and not schedule.parts else ""
    return replace(schedule, words=words, parts=tuple(without_words(part) for part in schedule.parts))


# Words as written; what they mean without a year given from outside; the words composed from that meaning.
MEANT = [
    ("Trong năm 2023", "period 2023-01-01..2023-12-31", "Trong năm 2023"),
    ("Năm 2027", "period 2027-01-01..2027-12-31", "Trong năm 2027"),
    ("2027", "period 2027-01-01..2027-12-31", "Trong năm 2027"),
    ("Trong năm\n2023", "period 2023-01-01..2023-12-31", "Trong năm 2023"),
    ("Quý I/2023", "period 2023-01-01..2023-03-31", "Quý I/2023"),
    ("Quý I năm 2023", "period 2023-01-01..2023-03-31", "Quý I/2023"),
    ("quí 3 năm 2023", "period 2023-07-01..2023-09-30", "Quý III/2023"),
    ("Tháng 12/2023", "period 2023-12-01..2023-12-31", "Tháng 12/2023"),
    ("Tháng 12 năm 2023", "period 2023-12-01..2023-12-31", "Tháng 12/2023"),
    ("trong tháng 01/2026", "period 2026-01-01..2026-01-31", "Tháng 01/2026"),
    ("Trong tháng 12 năm 2022.", "period 2022-12-01..2022-12-31", "Tháng 12/2022"),
    ("6 tháng đầu năm 2027", "period 2027-01-01..2027-06-30", "6 tháng đầu năm 2027"),
    ("06 tháng cuối năm 2027", "period 2027-07-01..2027-12-31", "6 tháng cuối năm 2027"),
    ("9 tháng đầu năm 2027", "period 2027-01-01..2027-09-30", "9 tháng đầu năm 2027"),
    ("cuối năm 2023", "period ..2023-12-31", "Cuối năm 2023"),
    ("Đầu tháng 3/2027", "period 2027-03-01..", "Đầu tháng 3/2027"),
    ("Cuối quý II/2027", "period ..2027-06-30", "Cuối tháng 6/2027"),
    ("báo cáo cuối năm 2023", "period ..2023-12-31 about=báo cáo", "báo cáo cuối năm 2023"),
    ("ngày 15/3/2027", "on 2027-03-15..2027-03-15", "Ngày 15/3/2027"),
    ("Ngày 05 tháng 3 năm 2027", "on 2027-03-05..2027-03-05", "Ngày 05/3/2027"),
    ("Trước ngày 10/6/2023", "before ..2023-06-10", "Trước ngày 10/6/2023"),
    ("trước tháng 6/2027", "before ..2027-06-01", "Trước ngày 01/6/2027"),
    (
        "hoàn thành trước ngày 25/3/2023",
        "before ..2023-03-25 about=hoàn thành",
        "hoàn thành trước ngày 25/3/2023",
    ),
    ("chậm nhất ngày 15/01/2026", "by ..2026-01-15", "Chậm nhất ngày 15/01/2026"),
    ("Chậm nhất là ngày 15 tháng 01 năm 2026", "by ..2026-01-15", "Chậm nhất ngày 15/01/2026"),
    ("chậm nhất trong tháng 01/2023", "by ..2023-01-31", "Chậm nhất ngày 31/01/2023"),
    ("hoàn thành trong quý I/2027", "by ..2027-03-31", "Chậm nhất ngày 31/3/2027"),
    (
        "hoàn thành việc rà soát trong tháng 3/2027",
        "by ..2027-03-31 about=hoàn thành việc rà soát",
        "hoàn thành việc rà soát chậm nhất ngày 31/3/2027",
    ),
    ("đến hết ngày 30/6/2027", "by ..2027-06-30", "Chậm nhất ngày 30/6/2027"),
    (
        "từ ngày 12/3/2023 đến ngày 09/5/2023",
        "between 2023-03-12..2023-05-09",
        "Từ ngày 12/3/2023 đến ngày 09/5/2023",
    ),
    (
        "Từ ngày 10 đến ngày 20/3/2027",
        "between 2027-03-10..2027-03-20",
        "Từ ngày 10/3/2027 đến ngày 20/3/2027",
    ),
    (
        "từ ngày 15/12 đến ngày 14/3/2027",
        "between 2026-12-15..2027-03-14",
        "Từ ngày 15/12/2026 đến ngày 14/3/2027",
    ),
    ("Quý I - III/2027", "between 2027-01-01..2027-09-30", "Từ ngày 01/01/2027 đến ngày 30/9/2027"),
    ("Quý 2-3/2027", "between 2027-04-01..2027-09-30", "Từ ngày 01/4/2027 đến ngày 30/9/2027"),
    ("Tháng 3 - 6 năm 2027", "between 2027-03-01..2027-06-30", "Từ ngày 01/3/2027 đến ngày 30/6/2027"),
    ("Q1/2027", "period 2027-01-01..2027-03-31", "Quý I/2027"),
    ("T6/2027", "period 2027-06-01..2027-06-30", "Tháng 6/2027"),
    ("Nửa đầu năm 2027", "period 2027-01-01..2027-06-30", "6 tháng đầu năm 2027"),
    ("15.6.2027", "on 2027-06-15..2027-06-15", "Ngày 15/6/2027"),
    ("Từ tháng 3 đến tháng 6/2027", "between 2027-03-01..2027-06-30", "Từ ngày 01/3/2027 đến ngày 30/6/2027"),
    ("giai đoạn 2021 – 2030", "between 2021-01-01..2030-12-31", "Từ năm 2021 đến năm 2030"),
    ("Từ ngày 01/7/2027 trở đi", "between 2027-07-01..", "Từ ngày 01/7/2027"),
    ("sau ngày 10/6/2027", "between 2027-06-11..", "Từ ngày 11/6/2027"),
    ("Hằng quý", "recurring recurrence=quý", "Hằng quý"),
    ("hàng tháng", "recurring recurrence=tháng", "Hằng tháng"),
    ("Định kỳ hằng năm", "recurring recurrence=năm", "Hằng năm"),
    ("Định kỳ", "recurring recurrence=kỳ", "Định kỳ"),
    ("hàng quí trong năm 2023", "recurring 2023-01-01..2023-12-31 recurrence=quý", "Hằng quý trong năm 2023"),
    (
        "ngày 12 của tháng cuối kỳ",
        "recurring recurrence=kỳ bound=on day=12",
        "Ngày 12 của tháng cuối kỳ",
    ),
    (
        "chậm nhất là ngày 12 của tháng cuối kỳ báo cáo",
        "recurring recurrence=kỳ bound=by day=12",
        "Chậm nhất ngày 12 của tháng cuối kỳ",
    ),
    (
        "trước ngày 10 tháng cuối quý",
        "recurring recurrence=quý bound=before day=10",
        "Trước ngày 10 của tháng cuối quý",
    ),
    ("ngày 5 hằng tháng", "recurring recurrence=tháng bound=on day=5", "Ngày 05 hằng tháng"),
    (
        "Trước ngày 15/12 hằng năm",
        "recurring recurrence=năm bound=before day=15 month=12",
        "Trước ngày 15/12 hằng năm",
    ),
    ("thứ Sáu hằng tuần", "recurring recurrence=tuần bound=on weekday=5", "Thứ Sáu hằng tuần"),
    ("Chủ nhật hàng tuần", "recurring recurrence=tuần bound=on weekday=7", "Chủ nhật hằng tuần"),
    (
        "Hằng quý và năm 2023",
        "recurring 2023-01-01..2023-12-31 recurrence=quý "
        "[recurring recurrence=quý; recurring 2023-01-01..2023-12-31 recurrence=năm]",
        "Hằng quý; hằng năm trong năm 2023",
    ),
    (
        "Định kỳ hàng quý, 6 tháng và năm",
        "recurring recurrence=quý [recurring recurrence=quý; recurring recurrence=6 tháng; recurring recurrence=năm]",
        "Hằng quý; định kỳ 6 tháng; hằng năm",
    ),
    (
        "Định kỳ 6 tháng, năm",
        "recurring recurrence=6 tháng [recurring recurrence=6 tháng; recurring recurrence=năm]",
        "Định kỳ 6 tháng; hằng năm",
    ),
    ("Thường xuyên", "always", "Thường xuyên"),
    ("Thực hiện thường xuyên", "always", "Thường xuyên"),
    ("Thường xuyên, liên tục", "always", "Thường xuyên"),
    ("Thường xuyên trong năm 2027", "always 2027-01-01..2027-12-31", "Thường xuyên trong năm 2027"),
    (
        "sau 03 tháng kể từ ngày ban hành Kế hoạch",
        "relative sau|3|tháng|kể từ ngày ban hành Kế hoạch",
        "Sau 03 tháng kể từ ngày ban hành Kế hoạch",
    ),
    (
        "sau 03 tháng kể từ ngày 30/11/2026",
        "relative 2027-02-28.. sau|3|tháng|kể từ ngày 30/11/2026",
        "Sau 03 tháng kể từ ngày 30/11/2026",
    ),
    (
        "Trong thời hạn 05 ngày làm việc kể từ ngày 04/01/2027",
        "relative trong|5|ngày làm việc|kể từ ngày 04/01/2027",
        "Trong 05 ngày làm việc kể từ ngày 04/01/2027",
    ),
    (
        "chậm nhất 10 ngày trước ngày 20/6/2027",
        "relative ..2027-06-10 chậm nhất|10|ngày|trước ngày 20/6/2027",
        "Chậm nhất 10 ngày trước ngày 20/6/2027",
    ),
    ("Sau khi kiểm tra", "relative sau|None|None|khi kiểm tra", "Sau khi kiểm tra"),
    ("Theo kế hoạch", "undated", "Theo kế hoạch"),
    ("Theo kế hoạch năm 2027", "undated", "Theo kế hoạch năm 2027"),
    ("năm học 2026 - 2027", "undated", "năm học 2026 - 2027"),
    ("ngày 31/11/2027", "undated", "ngày 31/11/2027"),
    ("từ ngày 10/6/2027 đến ngày 09/6/2027", "undated", "từ ngày 10/6/2027 đến ngày 09/6/2027"),
    ("trước ngày 31 của tháng cuối kỳ", "recurring recurrence=kỳ bound=before day=31", None),
    ("ngày 32 hằng tháng", "undated", "ngày 32 hằng tháng"),
    ("ngày 00 hằng tháng", "undated", "ngày 00 hằng tháng"),
    (
        "sau 99 năm kể từ ngày 31/12/9990",
        "relative sau|99|năm|kể từ ngày 31/12/9990",
        "Sau 99 năm kể từ ngày 31/12/9990",
    ),
    ("06 tháng", "undated", "06 tháng"),
    ("", "undated", ""),
    (
        "Trong năm 2023 (Căn cứ tình hình thực tế)",
        "period 2023-01-01..2023-12-31 remark=(Căn cứ tình hình thực tế)",
        "Trong năm 2023 (Căn cứ tình hình thực tế)",
    ),
    (
        "Quý I/2027, theo hướng dẫn của Sở (dự kiến)",
        "period 2027-01-01..2027-03-31 remark=theo hướng dẫn của Sở (dự kiến)",
        "Quý I/2027 theo hướng dẫn của Sở (dự kiến)",
    ),
    (
        "Năm 2027 và các năm tiếp theo",
        "period 2027-01-01..2027-12-31 remark=và các năm tiếp theo",
        "Trong năm 2027 và các năm tiếp theo",
    ),
    (
        "Kế hoạch ban hành trong quý I/2023; báo cáo tháng 12 2023.",
        "period 2023-01-01..2023-12-31 [period 2023-01-01..2023-03-31 about=Kế hoạch ban hành; "
        "period 2023-12-01..2023-12-31 about=báo cáo]",
        "Kế hoạch ban hành quý I/2023; báo cáo tháng 12/2023",
    ),
    (
        "Kế hoạch ban hành trong quý I/2023; báo cáo hàng quý.",
        "period 2023-01-01..2023-03-31 [period 2023-01-01..2023-03-31 about=Kế hoạch ban hành; "
        "recurring recurrence=quý about=báo cáo]",
        "Kế hoạch ban hành quý I/2023; báo cáo hằng quý",
    ),
    (
        "tháng 6 và tháng 12/2023",
        "period 2023-06-01..2023-12-31 [period 2023-06-01..2023-06-30; period 2023-12-01..2023-12-31]",
        "Tháng 6/2023; tháng 12/2023",
    ),
    (
        "Quý I, III/2027",
        "period 2027-01-01..2027-09-30 [period 2027-01-01..2027-03-31; period 2027-07-01..2027-09-30]",
        "Quý I/2027; quý III/2027",
    ),
    (
        "Trước ngày 15/6 và 15/12/2027",
        "before ..2027-12-15 [before ..2027-06-15; before ..2027-12-15]",
        "Trước ngày 15/6/2027; trước ngày 15/12/2027",
    ),
    (
        "Báo cáo quý I (trước ngày 10/3/2023) và báo cáo năm (trước ngày 10/12/2023)",
        "before ..2023-12-10 [before ..2023-03-10 about=Báo cáo quý I; before ..2023-12-10 about=báo cáo năm]",
        "Báo cáo quý I trước ngày 10/3/2023; báo cáo năm trước ngày 10/12/2023",
    ),
    (
        "Thường xuyên; theo quy định",
        "always [always; undated]",
        "Thường xuyên; theo quy định",
    ),
    ("Kế hoạch, báo cáo quý II/2027", "period 2027-04-01..2027-06-30 about=Kế hoạch, báo cáo", None),
]


@pytest.mark.parametrize(("words", "meaning", "composed"), MEANT)
def test_meaning_and_words(words: str, meaning: str, composed: str | None) -> None:
    schedule = parse_schedule(words)
    assert shown(schedule) == meaning
    assert schedule.words == words
    again = compose_schedule(schedule)
    assert composed is None or again == composed
    assert without_words(parse_schedule(again)) == without_words(schedule)


@pytest.mark.parametrize(
    ("words", "without", "with_2027"),
    [
        ("Quý I", "period", "period 2027-01-01..2027-03-31"),
        ("Quý I - IV", "between", "between 2027-01-01..2027-12-31"),
        ("Trong năm", "period", "period 2027-01-01..2027-12-31"),
        ("cuối năm", "period", "period ..2027-12-31"),
        ("Trước ngày 15/6", "before", "before ..2027-06-15"),
        ("chậm nhất ngày 28/02", "by", "by ..2027-02-28"),
        ("ngày 15/3", "on", "on 2027-03-15..2027-03-15"),
        ("từ ngày 10 đến ngày 20/3", "between", "between 2027-03-10..2027-03-20"),
        ("Thường xuyên trong năm", "always", "always 2027-01-01..2027-12-31"),
        ("Thường xuyên", "always", "always"),
        ("Hằng quý", "recurring recurrence=quý", "recurring recurrence=quý"),
        ("Quý I/2026", "period 2026-01-01..2026-03-31", "period 2026-01-01..2026-03-31"),
        ("ngày 29/02", "on", "undated"),
    ],
)
def test_the_year_of_the_plan_counts_where_the_words_name_none(words: str, without: str, with_2027: str) -> None:
    assert shown(parse_schedule(words)) == without
    assert shown(parse_schedule(words, 2027)) == with_2027


def test_without_a_year_the_words_are_given_back() -> None:
    assert compose_schedule(parse_schedule("Trước ngày 15/6 và 15/12")) == "Trước ngày 15/6; Trước ngày 15/12"


def test_a_period_without_a_name_is_written_from_day_to_day() -> None:
    odd = Schedule("", ScheduleKind.PERIOD, date(2027, 2, 1), date(2027, 3, 31))
    assert compose_schedule(odd) == "Từ ngày 01/02/2027 đến ngày 31/3/2027"


DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
DATED = st.one_of(
    st.builds(lambda day: Schedule("", ScheduleKind.ON, day, day), DAYS),
    st.builds(lambda day: Schedule("", ScheduleKind.BEFORE, end=day), DAYS),
    st.builds(
        lambda day, about: Schedule("", ScheduleKind.BY, end=day, about=about), DAYS, st.sampled_from(["", "gửi"])
    ),
    st.builds(lambda days: Schedule("", ScheduleKind.BETWEEN, *sorted(days)), st.tuples(DAYS, DAYS)),
    st.builds(lambda day: Schedule("", ScheduleKind.BETWEEN, day), DAYS),
)


@settings(max_examples=150)
@given(DATED)
def test_what_is_composed_is_read_back(schedule: Schedule) -> None:
    assert without_words(parse_schedule(compose_schedule(schedule))) == schedule


WORDS = (
    "trong|trước|chậm nhất|hoàn thành|từ|đến|sau|ngày|ngày 15/6|15/3/2027|31/11|ngày 10|tháng|tháng 6|12/2027|quý I"
    "|III/2027|năm|năm 2027|hằng quý|định kỳ|6 tháng|đầu năm|cuối|và|,|;|.|(|)|-|theo kế hoạch|thường xuyên|báo cáo"
    "|03 tháng kể từ|thứ Sáu|hằng tuần|của tháng cuối kỳ|2026 - 2030|99/99/9999|9999|0000"
)


@settings(max_examples=200)
@given(st.lists(st.sampled_from(WORDS.split("|")), max_size=8), st.sampled_from([None, 2027, 0, 9999, 10_000]))
def test_no_words_are_refused_or_lost(pieces: list[str], year: int | None) -> None:
    words = " ".join(pieces)
    schedule = parse_schedule(words, year)
    assert schedule.words == words
    compose_schedule(schedule)


def test_long_text_costs_no_time() -> None:
    for piece in ("- ", "(a) ", "ngày 1 ", "quý I, ", "từ ngày 1/1 đến ", "theo kế hoạch (a) "):
        parse_schedule("Quý I " + piece * 2000 + "x")


@needs_corpus
def test_every_schedule_of_a_real_task_table_is_understood() -> None:
    text = clean(next(CORPUS.glob("002*.txt")).read_text(encoding="utf-8"))
    rows = [line.split("\t") for line in text.splitlines() if line.count("\t") >= 4]
    cells = [cells[-3].strip() for cells in rows if cells[-3].strip() and not cells[-3].startswith("Thời gian")]
    assert len(cells) >= 36
    assert {str(parse_schedule(cell, 2023).kind) for cell in cells} == {"period", "always"}
