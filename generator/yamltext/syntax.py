"""Faults of YAML syntax in Vietnamese: what the parser says, turned into what is wrong and what to do."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from ruamel.yaml.error import MarkedYAMLError

from generator.diagnostics import Diagnostic, Place, error


class _Reading(NamedTuple):
    sign: str
    """Words of ruamel.yaml by which the fault is known."""
    message: str
    advice: str


_QUOTE: Final = "đặt cả giá trị trong dấu nháy kép"
_CLOSE: Final = "thêm dấu nháy ở cuối giá trị"
_READINGS: Final = (
    _Reading("cannot start any token", "giá trị bắt đầu bằng ký tự dành riêng của YAML", _QUOTE),
    _Reading(
        "mapping values are not allowed",
        "dấu hai chấm đứng sai chỗ, hoặc dòng này thụt lề sai",
        "giá trị có dấu hai chấm phải đặt trong dấu nháy kép",
    ),
    _Reading("could not find expected ':'", "thiếu dấu hai chấm sau tên trường", "viết «tên: giá trị»"),
    _Reading("unexpected end of stream", "thiếu dấu nháy đóng", _CLOSE),
    _Reading("unexpected document separator", "thiếu dấu nháy đóng", _CLOSE),
    _Reading("expected the node content", "giá trị bắt đầu bằng ký tự dành riêng của YAML", _QUOTE),
    _Reading("but found '<scalar>'", "có chữ thừa sau dấu nháy đóng", _QUOTE),
    _Reading("expected <block end>", "dòng này không thẳng lề với các dòng cùng cấp", "sửa số dấu cách đầu dòng"),
    _Reading("expected ',' or", "thiếu dấu phẩy hoặc dấu đóng ngoặc", "đóng ngoặc đã mở"),
    _Reading("sequence entries are not", "dấu gạch đầu dòng đứng sai chỗ", "đặt mỗi mục trên một dòng riêng"),
    _Reading("unknown escape", r"dấu \ đứng trong dấu nháy kép", r"dùng dấu nháy đơn, hoặc viết hai dấu \\"),
    _Reading("alphabetic or numeric", "giá trị bắt đầu bằng dấu * hoặc dấu &", _QUOTE),
    _Reading("chomping or indentation", "giá trị bắt đầu bằng dấu | hoặc dấu >", _QUOTE),
)
_UNKNOWN: Final = _Reading("", "sai cú pháp YAML", "so lại với tệp mẫu cùng loại")
_TAB_INDENT: Final = re.compile(r"[ ]*\t")
_MOST_SHOWN: Final = 20


def syntax_faults(fault: MarkedYAMLError, text: str, filename: str) -> list[Diagnostic]:
    """Return the parser's fault in Vietnamese; for a tab, one fault for each line that starts with one."""
    lines = text.split("\n")
    number = min(_line_index(fault), len(lines) - 1)
    if _TAB_INDENT.match(lines[number]):
        tabbed = [at for at, line in enumerate(lines, 1) if _TAB_INDENT.match(line)]
        return [_tab_fault(filename, at) for at in tabbed[:_MOST_SHOWN]]
    reading = next((known for known in _READINGS if known.sign in str(fault.problem)), _UNKNOWN)
    place = Place(file=filename, line=number + 1, quote=lines[number].strip()[:80] or None)
    return [error(reading.message, place, hint=reading.advice)]


def _line_index(fault: MarkedYAMLError) -> int:
    """Where the fault is to be mended: where an open quotation began, else where the parser stopped."""
    is_open_quote = "quoted scalar" in str(fault.context) and "unexpected" in str(fault.problem)
    mark = fault.context_mark if is_open_quote else fault.problem_mark
    return mark.line if mark else 0


def _tab_fault(filename: str, line: int) -> Diagnostic:
    place = Place(file=filename, line=line)
    return error("thụt lề bằng phím Tab", place, expected="dấu cách", hint="thay mỗi Tab bằng hai dấu cách")
