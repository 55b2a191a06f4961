"""Dates with missing parts: read from people and files, written as the decree asks, found in text."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from generator.vietnamese.dates import PartialDate, find_dates, impossible_dates

BLANK = PartialDate(None)


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("2026-03-05", PartialDate(2026, 3, 5)),
        ("2026-3-5", PartialDate(2026, 3, 5)),
        ("2026-03", PartialDate(2026, 3)),
        ("2026", PartialDate(2026)),
        (2026, PartialDate(2026)),
        (date(2026, 3, 5), PartialDate(2026, 3, 5)),
        (datetime(2026, 3, 5, 9, 30), PartialDate(2026, 3, 5)),
        (PartialDate(2026, 3), PartialDate(2026, 3)),
        ("05/3/2026", PartialDate(2026, 3, 5)),
        ("05/03/2026", PartialDate(2026, 3, 5)),
        ("5-3-2026", PartialDate(2026, 3, 5)),
        ("5.3.2026", PartialDate(2026, 3, 5)),
        ("ngày 05/3/2026", PartialDate(2026, 3, 5)),
        ("ngày 05 tháng 3 năm 2026", PartialDate(2026, 3, 5)),
        ("Ngày 5  tháng 03\nnăm 2026", PartialDate(2026, 3, 5)),
        ("nga\u0300y 05\u00a0tháng 3 năm 2026", PartialDate(2026, 3, 5)),
        ("ngày     tháng 12 năm 2026", PartialDate(2026, 12)),
        ("ngày tháng 12 năm 2026", PartialDate(2026, 12)),
        ("ngày … tháng … năm 2026", PartialDate(2026)),
        ("ngày ..... tháng ..... năm 20...", BLANK),
        ("ngày      tháng      năm     ", BLANK),
        ("tháng 12 năm 2026", PartialDate(2026, 12)),
        ("tháng 12/2026", PartialDate(2026, 12)),
        ("12/2026", PartialDate(2026, 12)),
        ("năm 2026", PartialDate(2026)),
        ("  ", BLANK),
        ("", BLANK),
    ],
)
def test_read(value: Any, meant: PartialDate) -> None:
    assert PartialDate.parse(value) == meant


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("31/11/2026", "ngày 31/11/2026 không có trong lịch: tháng 11 có 30 ngày"),
        ("29/02/2026", "ngày 29/02/2026 không có trong lịch: tháng 02 năm 2026 có 28 ngày"),
        ("2026-00-05", "tháng 0/2026 không có trong lịch: một năm có 12 tháng"),
        ("00/3/2026", "ngày 00/3/2026 không có trong lịch: tháng 3 có 31 ngày"),
        ("13/2026", "tháng 13/2026 không có trong lịch: một năm có 12 tháng"),
        (26, "năm phải viết đủ bốn chữ số, gặp: 26"),
        ("ngày 05 tháng 3 năm 20…", "ngày tháng có tháng mà thiếu năm"),
        ("ngày 05 tháng … năm 2026", "ngày tháng có ngày mà thiếu tháng"),
        ("05/3/26", "không hiểu ngày «05/3/26»"),
        ("05/3-2026", "không hiểu ngày «05/3-2026»"),
        ("hôm qua", "không hiểu ngày «hôm qua»"),
        (True, "không hiểu ngày «True»"),
        (None, "không hiểu ngày «None»"),
        (2026.0, "không hiểu ngày «2026.0»"),
    ],
)
def test_what_is_no_date_is_refused_in_vietnamese(value: Any, message: str) -> None:
    with pytest.raises(ValueError) as refusal:
        PartialDate.parse(value)
    assert str(refusal.value).startswith(message)


@pytest.mark.parametrize(
    ("meant", "iso", "long", "short"),
    [
        (PartialDate(2026, 3, 5), "2026-03-05", "ngày 05 tháng 3 năm 2026", "05/3/2026"),
        (PartialDate(2026, 2, 10), "2026-02-10", "ngày 10 tháng 02 năm 2026", "10/02/2026"),
        (PartialDate(2026, 12), "2026-12", "ngày      tháng 12 năm 2026", "12/2026"),
        (PartialDate(2026, 1), "2026-01", "ngày      tháng 01 năm 2026", "01/2026"),
        (PartialDate(2026), "2026", "ngày      tháng      năm 2026", "2026"),
        (BLANK, "", "ngày      tháng      năm     ", ""),
    ],
)
def test_written(meant: PartialDate, iso: str, long: str, short: str) -> None:
    assert (meant.iso(), meant.long(), meant.short()) == (iso, long, short)


def test_blanks_may_be_dots() -> None:
    assert PartialDate(2026).long(blank="…") == "ngày … tháng … năm 2026"


def test_a_complete_date_is_a_calendar_day() -> None:
    assert PartialDate(2026, 3, 5).complete
    assert PartialDate(2026, 3, 5).to_date() == date(2026, 3, 5)
    assert not PartialDate(2026, 3).complete
    assert PartialDate(2026, 3).to_date() is None


DATES = st.dates(date(1945, 9, 2), date(2999, 12, 31)).flatmap(
    lambda day: st.sampled_from(
        [
            PartialDate(day.year, day.month, day.day),
            PartialDate(day.year, day.month),
            PartialDate(day.year),
            BLANK,
        ]
    )
)


@settings(max_examples=80)
@given(DATES)
def test_each_form_reads_back(meant: PartialDate) -> None:
    assert [PartialDate.parse(text) for text in (meant.iso(), meant.long(), meant.short())] == [meant] * 3


@settings(max_examples=80)
@given(DATES)
def test_a_full_form_is_found_in_a_sentence(meant: PartialDate) -> None:
    written = meant.long().rstrip()
    text = f"Căn cứ Kế hoạch {written} của Sở."
    assert find_dates(text) == [(16, 16 + len(written), meant)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ngày 05/3/2026 và 10-12-2026, 1.2.2027.", ["05/3/2026", "10-12-2026", "1.2.2027"]),
        ("ngày \n\n31/3/2022 của Ủy ban", ["31/3/2022"]),
        ("Cà Mau, ngày 17 tháng 3 năm 2023\n\nKẾ HOẠCH", ["ngày 17 tháng 3 năm 2023"]),
        ("ngày     tháng 12 năm 2026", ["ngày     tháng 12 năm 2026"]),
        ("ngày … tháng … năm 20…\n12 đơn vị", ["ngày … tháng … năm 20…"]),
        ("trong tháng 01/2026; tháng 12 năm 2026", ["tháng 01/2026", "tháng 12 năm 2026"]),
        ("Nghị định số 61/2018/NĐ-CP ngày 23/4/2018", ["23/4/2018"]),
        ("từ 10/3/2022-12/3/2022", ["10/3/2022", "12/3/2022"]),
        ("2026-03-05", ["2026-03-05"]),
        ("năm 2026, giai đoạn 2021 - 2030, 633/1.601, 12/2026", []),
        ("ghi ngày tháng năm sinh; ngày tháng năm", []),
        ("ngày 31/11/2026", []),
        ("phiên bản 1.5.3.2026", []),
    ],
)
def test_found_in_text(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end, _ in find_dates(text)] == found


def test_impossible_days_are_named() -> None:
    text = "Trước ngày 31/11/2026, chậm nhất ngày 32 tháng 3 năm 2026; ngày 05/3/2026."
    assert [(text[start:end], why) for start, end, why in impossible_dates(text)] == [
        ("31/11/2026", "ngày 31/11/2026 không có trong lịch: tháng 11 có 30 ngày"),
        ("ngày 32 tháng 3 năm 2026", "ngày 32/3/2026 không có trong lịch: tháng 3 có 31 ngày"),
    ]


class Letter(BaseModel):
    """A model with a date, as the store has them."""

    sent: PartialDate = BLANK
    answered: PartialDate | None = None


def test_as_a_field() -> None:
    letter = Letter.model_validate({"sent": "05/3/2026", "answered": 2026})
    assert letter == Letter(sent=PartialDate(2026, 3, 5), answered=PartialDate(2026))
    assert letter.model_dump() == {"sent": "2026-03-05", "answered": "2026"}
    assert Letter.model_validate_json(letter.model_dump_json()) == letter
    assert Letter.model_json_schema()["properties"]["sent"]["type"] == "string"


def test_a_field_says_what_is_wrong() -> None:
    with pytest.raises(ValidationError, match="tháng 11 có 30 ngày"):
        Letter.model_validate({"sent": "31/11/2026"})
