"""What pydantic refuses, said in Vietnamese with file, line, field, found, expected and hint."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal, get_args

import pytest
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator
from pydantic_core.core_schema import ErrorType

from generator.diagnostics import Diagnostic
from generator.yamltext import parse_yaml, validation_diagnostics
from generator.yamltext.wording import wording


class Level(StrEnum):
    PROVINCE = "province"
    COMMUNE = "commune"


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Row(Strict):
    schedule: str = Field(title="Thời hạn")
    days: int = Field(default=1, gt=0)


class Paragraph(Strict):
    kind: Literal["paragraph"]
    text: str = Field(title="Nội dung")


class Table(Strict):
    kind: Literal["table"]
    rows: list[Row]


class Sample(Strict):
    subject: str = Field(title="Trích yếu")
    legal_bases: list[str] = Field(default=[], title="Căn cứ")
    issued: date | None = None
    level: Level = Level.PROVINCE
    share: Decimal | None = Field(default=None, max_digits=4)
    either: int | bool = 0
    named: dict[str, Row] = {}
    blocks: list[Annotated[Paragraph | Table, Field(discriminator="kind")]] = []

    @field_validator("subject")
    @classmethod
    def _not_blank(cls, subject: str) -> str:
        if not subject.strip():
            raise ValueError("trích yếu không được để trống")
        return subject

    @model_validator(mode="after")
    def _consistent(self) -> Sample:
        if self.subject == "sai":
            raise ValueError("các trường mâu thuẫn với nhau")
        return self


def findings(text: str, model: type[BaseModel] = Sample) -> list[Diagnostic]:
    located = parse_yaml(text, "a.yaml")
    with pytest.raises(ValidationError) as refused:
        model.model_validate(located.data)
    return validation_diagnostics(refused.value, located, "a.yaml", model)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("level: province", "a.yaml, dòng 1, subject: lỗi: thiếu trường bắt buộc «Trích yếu»"),
        (
            "subject: a\nlegal_base: []",
            "a.yaml, dòng 2, legal_base: lỗi: không có trường này trong mẫu dữ liệu; gặp: «legal_base» "
            "(ý bạn là «legal_bases»?)",
        ),
        (
            "subject: a\ncăn cứ: []",
            "a.yaml, dòng 2, căn cứ: lỗi: không có trường này trong mẫu dữ liệu; gặp: «căn cứ» "
            "(ý bạn là «legal_bases»?)",
        ),
        (
            "subject: a\nnamed:\n  x: {schedule: b, qqqq: 1}",
            "a.yaml, dòng 3, named.x.qqqq: lỗi: không có trường này trong mẫu dữ liệu; gặp: «qqqq» "
            "(các trường dùng được: schedule, days)",
        ),
        (
            "subject: 2027",
            "a.yaml, dòng 1, subject: lỗi: sai kiểu dữ liệu «Trích yếu»; gặp: 2027; cần: văn bản "
            "(đặt giá trị trong dấu nháy kép)",
        ),
        ('subject: " "', "a.yaml, dòng 1, subject: lỗi: trích yếu không được để trống; gặp: « »"),
        ("subject: sai", "a.yaml, dòng 1: lỗi: các trường mâu thuẫn với nhau"),
        (
            "subject: a\nlegal_bases: b",
            "a.yaml, dòng 2, legal_bases: lỗi: sai kiểu dữ liệu «Căn cứ»; gặp: «b»; cần: một danh sách "
            "(viết mỗi mục trên một dòng bắt đầu bằng «- »)",
        ),
        (
            "subject: a\nissued: 05/3/2026",
            "a.yaml, dòng 2, issued: lỗi: không đọc được ngày; gặp: «05/3/2026»; "
            "cần: ngày theo dạng năm-tháng-ngày, ví dụ 2026-03-05 (viết 2026-03-05)",
        ),
        (
            "subject: a\nlevel: comune",
            "a.yaml, dòng 2, level: lỗi: giá trị không được chấp nhận; gặp: «comune»; "
            "cần: «province» hoặc «commune» (ý bạn là «commune»?)",
        ),
        (
            "subject: a\nshare: 12.345",
            "a.yaml, dòng 2, share: lỗi: số có quá nhiều chữ số; gặp: 12.345; cần: nhiều nhất 4 chữ số",
        ),
        (
            "subject: a\nblocks:\n  - kind: tables",
            "a.yaml, dòng 3, blocks[0]: lỗi: không có loại này; gặp: «tables»; "
            "cần: kind: «paragraph» hoặc «table» (ý bạn là «table»?)",
        ),
        (
            "subject: a\nblocks:\n  - text: x",
            "a.yaml, dòng 3, blocks[0]: lỗi: thiếu trường cho biết loại; cần: trường kind",
        ),
        (
            "subject: a\nblocks:\n  - kind: table\n    rows:\n      - schedule: b\n        days: 0",
            "a.yaml, dòng 6, blocks[0].rows[0].days: lỗi: số quá nhỏ; gặp: 0; cần: lớn hơn 0",
        ),
        (
            "subject: a\nblocks:\n  - kind: paragraph\n    tex: b\n    text: c",
            "a.yaml, dòng 4, blocks[0].tex: lỗi: không có trường này trong mẫu dữ liệu; gặp: «tex» (ý bạn là «text»?)",
        ),
        (
            "subject: a\nblocks:\n  - kind: paragraph",
            "a.yaml, dòng 3, blocks[0].text: lỗi: thiếu trường bắt buộc «Nội dung»",
        ),
        (
            "subject: a\neither: abc",
            "a.yaml, dòng 2, either: lỗi: giá trị không được chấp nhận; gặp: «abc»; "
            "cần: số nguyên hoặc true (có) hoặc false (không)",
        ),
        (
            "subject: a\nnamed:\n  2: {schedule: b}",
            "a.yaml, dòng 3, named[2]: lỗi: sai kiểu dữ liệu; gặp: 2; cần: văn bản (đặt giá trị trong dấu nháy kép)",
        ),
        (
            "subject: a\nnamed: [1, 2]",
            "a.yaml, dòng 2, named: lỗi: sai kiểu dữ liệu; gặp: danh sách 2 mục; cần: các dòng «tên: giá trị»",
        ),
        (
            "subject: a\nnamed: {x: true}",
            "a.yaml, dòng 2, named.x: lỗi: sai kiểu dữ liệu; gặp: true; cần: một khối gồm các trường «tên: giá trị»",
        ),
        (
            "subject: {b: 1}",
            "a.yaml, dòng 1, subject: lỗi: sai kiểu dữ liệu «Trích yếu»; gặp: một khối các trường; cần: văn bản",
        ),
        ("subject:", "a.yaml, dòng 1, subject: lỗi: sai kiểu dữ liệu «Trích yếu»; gặp: để trống; cần: văn bản"),
    ],
)
def test_one_fault_gives_one_sentence(text: str, said: str) -> None:
    assert [str(one) for one in findings(text)] == [said]


def test_faults_come_in_the_order_of_their_lines_and_carry_their_kind() -> None:
    text = "extra: 1\nsubject: a\nblocks:\n  - kind: paragraph\nlevel: x"
    found = findings(text)
    assert [one.place.line for one in found] == [1, 4, 5]
    assert [one.code for one in found] == ["extra_forbidden", "missing", "enum"]


def test_a_long_value_is_quoted_in_short() -> None:
    found = findings(f"subject: a\nlevel: {'dài ' * 50}")[0].found
    assert found is not None
    assert len(found) < 70


def test_without_a_text_there_are_no_lines_but_the_fields_are_named() -> None:
    with pytest.raises(ValidationError) as refused:
        Sample.model_validate({"subject": 1, "named": {"x": {"schedule": 1}}})
    found = validation_diagnostics(refused.value, None, "a.yaml", Sample)
    assert [(one.place.line, one.place.field) for one in found] == [
        (None, "subject"),
        (None, "named.x.schedule"),
    ]


CONTEXT: dict[str, Any] = {
    **dict.fromkeys(("gt", "ge", "lt", "le", "multiple_of", "min_length", "max_length"), 3),
    **dict.fromkeys(("max_digits", "decimal_places", "whole_digits"), 3),
    **dict.fromkeys(("pattern", "error", "discriminator", "expected_schemes"), "x"),
    **dict.fromkeys(("expected", "expected_tags"), "'x' or 'y'"),
}


@pytest.mark.parametrize("kind", get_args(ErrorType))
def test_every_kind_of_fault_has_vietnamese_words(kind: str) -> None:
    words = wording(kind, CONTEXT)
    assert words.message
    assert words.expected is None or "{" not in words.expected


def test_a_kind_not_known_yet_is_named() -> None:
    assert wording("brand_new", {}).message == "giá trị không hợp lệ (lỗi loại «brand_new»)"
