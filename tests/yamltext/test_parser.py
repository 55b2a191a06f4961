"""YAML and JSON texts: what is read, and what is said about a text that cannot be."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.errors import DataError
from generator.yamltext import check_format, parse_yaml
from generator.yamltext.parser import LARGEST


def faults(text: str | bytes, name: str = "ke-hoach.yaml") -> list[str]:
    """Each fault as ``line field: message``, without what is not known."""
    with pytest.raises(DataError) as refused:
        parse_yaml(text, name)
    places = [(one.place, one.message) for one in refused.value.diagnostics]
    return [f"{place.line or '-'} {place.field or '-'}: {message}" for place, message in places]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("12", 12),
        ("-3", -3),
        ("0x1F", 31),
        ("98.5", 98.5),
        ("1e3", 1000.0),
        ("true", True),
        ("null", None),
        ("", None),
        ("2026-03-05", date(2026, 3, 5)),
        # what stays text
        ("05", "05"),
        ("1.", "1."),
        ("1_000", "1_000"),
        ("12:30", "12:30"),
        ("yes", "yes"),
        ("05/3/2026", "05/3/2026"),
        ("1e999", "1e999"),
        ("0.1234567890123456789", "0.1234567890123456789"),
        ("9" * 1001, "9" * 1001),
        ('"12"', "12"),
        ("'2026-03-05'", "2026-03-05"),
        ("!!str 12", "12"),
        ("|\n  hai\n  dòng\n", "hai\ndòng\n"),
    ],
)
def test_scalars_mean_what_an_office_means_by_them(written: str, meant: Any) -> None:
    value = parse_yaml(f"a: {written}", "a.yaml").data["a"]
    assert value == meant
    assert type(value) is type(meant)


TEXT = """\
subject: Kế hoạch
tasks:
  - id: N01
    rows:
      - product: báo cáo
        lead: Văn phòng
  - id: N02
"""


@pytest.mark.parametrize(
    ("loc", "line"),
    [
        ([], 1),
        (["subject"], 1),
        (["tasks"], 2),
        (["tasks", 0], 3),
        (["tasks", 0, "rows", 0, "lead"], 6),
        (["tasks", 1, "rows"], 7),
        (["tasks", 0, "task", "rows", 0, "lead"], 6),
        (["absent"], 1),
    ],
)
def test_a_line_is_that_of_the_deepest_value_on_the_path(loc: list[str | int], line: int) -> None:
    assert parse_yaml(TEXT, "a.yaml").line(loc) == line


def test_a_byte_order_mark_is_no_content() -> None:
    assert parse_yaml(b"\xef\xbb\xbfa: 1", "a.yaml").data == {"a": 1}
    assert parse_yaml("\ufeffa: 1", "a.yaml").data == {"a": 1}


def test_aliases_are_copied_out() -> None:
    located = parse_yaml("a: &x {b: [1]}\nc: *x\nd: &t chữ\ne: *t", "a.yaml")
    assert located.data == {"a": {"b": [1]}, "c": {"b": [1]}, "d": "chữ", "e": "chữ"}
    assert located.data["a"]["b"] is not located.data["c"]["b"]
    assert located.line(["c"]) == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ["- -: tệp trống"]),
        (" \n", ["- -: tệp trống"]),
        ("# chỉ có chú thích", ["1 -: nội dung tệp không phải là các trường"]),
        ("- a\n- b", ["1 -: nội dung tệp không phải là các trường"]),
        ("a: 1\na: 2", ["2 a: trường «a» xuất hiện hai lần, lần đầu ở dòng 1"]),
        ("a:\n\tb: 1\n  c: 1\n\td: 1", ["2 -: thụt lề bằng phím Tab", "4 -: thụt lề bằng phím Tab"]),
        ("a: b: c", ["1 -: dấu hai chấm đứng sai chỗ, hoặc dòng này thụt lề sai"]),
        ('a: 1\nb: "x\nc: 1', ["2 -: thiếu dấu nháy đóng"]),
        (r'a: "\*"', ["1 -: dấu \\ đứng trong dấu nháy kép"]),
        ("a:\n  - 1\n - 2", ["3 -: dòng này không thẳng lề với các dòng cùng cấp"]),
        ("a: [1, 2", ["1 -: thiếu dấu phẩy hoặc dấu đóng ngoặc"]),
        ("a: @b", ["1 -: giá trị bắt đầu bằng ký tự dành riêng của YAML"]),
        ("a: [- b]", ["1 -: giá trị bắt đầu bằng ký tự dành riêng của YAML"]),
        ("a: 'b' c", ["1 -: có chữ thừa sau dấu nháy đóng"]),
        ("a: - b", ["1 -: dấu gạch đầu dòng đứng sai chỗ"]),
        ("a: |b", ["1 -: giá trị bắt đầu bằng dấu | hoặc dấu >"]),
        ("a: & b", ["1 -: giá trị bắt đầu bằng dấu * hoặc dấu &"]),
        ("a: **đậm**", ["1 a: giá trị bắt đầu bằng dấu * bị hiểu là tham chiếu của YAML"]),
        ("a: &B c", ["1 -: giá trị bắt đầu bằng dấu & («&B») bị hiểu là tên neo của YAML"]),
        ("a: !!binary eA==", ["1 a: không nhận nhãn kiểu của YAML"]),
        ("a: !!python/object:os.system x", ["1 a: không nhận nhãn kiểu của YAML"]),
        ("? [a]\n: 1", ["1 -: tên trường là một khối dữ liệu"]),
        ("a: 1\n---\nb: 2", ["2 -: tệp chứa nhiều phần ngăn bởi «---»"]),
        ("a: 1\nb: \x01", ["2 -: tệp chứa ký tự điều khiển U+0001"]),
        (r'a: "\0"', ["1 a: văn bản chứa ký tự điều khiển U+0000 không in được"]),
        (r'a: "\ud800"', ["1 a: văn bản chứa ký tự điều khiển U+D800 không in được"]),
        (b"a: 1\nb: \xe9", ["2 -: tệp không phải là UTF-8"]),
        ("a: 1\n\x00", ["2 -: tệp chứa ký tự điều khiển U+0000"]),
        ("a: \x02\n%", ["1 -: tệp chứa ký tự điều khiển U+0002"]),
        ("%YAML x\n---\na: 1", ["1 -: sai cú pháp YAML"]),
    ],
)
def test_a_fault_is_named_in_vietnamese_with_its_line(text: str | bytes, said: list[str]) -> None:
    assert faults(text) == said


def test_all_faults_of_the_values_are_named_at_once() -> None:
    text = "a: 2026-02-01 10:00:00\nb:\n  c: 1\n  c: 2\n  d: [1, 2026-02-01 10:00:00]\n"
    said = faults(text)
    assert [one.split(":")[0] for one in said] == ["1 a", "4 b.c", "5 b.d[1]"]


def test_nesting_is_bounded() -> None:
    assert parse_yaml("a: " + "[" * 99 + "]" * 99, "a.yaml").data["a"]
    assert "quá 100 mức" in faults("a: " + "[" * 100 + "]" * 100)[0]
    doubled = "a: &a " + "[" * 60 + "]" * 60 + "\nb: " + "[" * 60 + "*a" + "]" * 60
    assert "quá 100 mức" in faults(doubled)[0]


def test_aliases_may_not_multiply_nor_turn_in_a_circle() -> None:
    bomb = "a: &a [1,1,1,1,1,1,1,1,1,1]\n"
    for name, inner in ("ba", "cb", "dc", "ed"):
        bomb += f"{name}: &{name} [{','.join(['*' + inner] * 10)}]\n"
    assert "quá 10000 giá trị" in faults(bomb)[-1]
    assert "quay vòng" in faults("a: &a [*a]")[0]


def test_a_file_may_not_be_larger_than_20_megabytes() -> None:
    with pytest.raises(DataError) as refused:
        parse_yaml(b"#" * (LARGEST + 1), "a.yaml")
    assert refused.value.diagnostics[0].expected == "không quá 20 MB"


def test_a_day_no_calendar_has_stays_text_for_its_field_to_refuse() -> None:
    assert parse_yaml("a: 2026-02-30", "x.yaml").data == {"a": "2026-02-30"}


def test_the_error_itself_only_counts_the_faults() -> None:
    with pytest.raises(DataError) as refused:
        parse_yaml("a: 1\na: 2\na: 3", "x.yaml")
    assert str(refused.value) == "x.yaml: dữ liệu có 2 lỗi"
    assert str(refused.value.diagnostics[0]).startswith("x.yaml, dòng 2, a: lỗi: trường «a» xuất hiện hai lần")


class TestJson:
    """A file name that ends in .json."""

    def test_values_and_lines(self) -> None:
        located = parse_yaml('{\n\t"a": "2026-03-05",\n\t"b": [1, {"c": "05"}]\n}', "x.json")
        assert located.data == {"a": "2026-03-05", "b": [1, {"c": "05"}]}
        assert located.line(["b", 1, "c"]) == 3

    def test_lines_may_be_unknown(self) -> None:
        located = parse_yaml('{"a": "\\/"}'.replace("a", "a" * 2000), "x.json")
        assert located.data == {"a" * 2000: "/"}
        assert located.line(["a" * 2000]) in (None, 1)

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ('{"a": 1,\n}', ["1 -: sai cú pháp JSON"]),
            ('{"a": 1, "a": 2}', ["1 a: trường «a» xuất hiện hai lần"]),
            ('{"a": [NaN, 1e999]}', ["1 a[0]: không nhận số này", "1 a[1]: không nhận số này"]),
            ('{"a": "\\u0000"}', ["1 a: văn bản chứa ký tự điều khiển U+0000 không in được"]),
            ("[1]", ["1 -: nội dung tệp không phải là các trường"]),
        ],
    )
    def test_faults(self, text: str, said: list[str]) -> None:
        got = faults(text, "x.json")
        assert [one.split(": ", 1)[1] for one in got] == [one.split(": ", 1)[1] for one in said]
        assert [one.split(" ")[1] for one in got] == [one.split(" ")[1] for one in said]

    @pytest.mark.parametrize("levels", [101, 100_000])
    def test_nesting_is_bounded(self, levels: int) -> None:
        assert "quá 100 mức" in faults('{"a":' * levels + "1" + "}" * levels, "x.json")[0]

    def test_a_number_too_long_stays_text(self) -> None:
        assert parse_yaml(f'{{"a": {"9" * 5000}}}', "x.json").data["a"] == "9" * 5000


class TestFormat:
    """The version a stored file states."""

    def test_known_versions_pass(self) -> None:
        assert check_format({"format": 1}, 2, "a.yaml") == 1
        assert check_format({"format": 2}, 2, "a.yaml") == 2

    @pytest.mark.parametrize(
        ("text", "message", "line"),
        [
            ("a: 1", "thiếu phiên bản định dạng", 1),
            ("a: 1\nformat: một", "phiên bản định dạng không hợp lệ", 2),
            ("format: true", "phiên bản định dạng không hợp lệ", 1),
            ("format: 0", "phiên bản định dạng không hợp lệ", 1),
            ("format: 3", "tệp được ghi bởi phiên bản mới hơn của chương trình", 1),
        ],
    )
    def test_other_versions_are_refused(self, text: str, message: str, line: int) -> None:
        located = parse_yaml(text, "a.yaml")
        with pytest.raises(DataError) as refused:
            check_format(located.data, 2, "a.yaml", located)
        fault = refused.value.diagnostics[0]
        assert (fault.message, fault.place.line, fault.place.field) == (message, line, "format")
