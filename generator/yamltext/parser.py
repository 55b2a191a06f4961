"""The way in: the bytes of a file to located plain data, with every guard on the way."""

from __future__ import annotations

import re
from typing import Any, Final, NoReturn

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError

from generator.diagnostics import Diagnostic, Place, error
from generator.errors import DataError
from generator.yamltext.jsonreader import parse_json
from generator.yamltext.syntax import syntax_faults
from generator.yamltext.tree import Located, TreeBuilder, UnreadableError

LARGEST: Final = 20 * 1024 * 1024
"""Most bytes of a file (characters of a text)."""

_NOT_YAML: Final = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MOST_SHOWN: Final = 20


def parse_yaml(text: str | bytes, filename: str) -> Located:
    """Return the data of a YAML text, or of a JSON text where the file name ends in ``.json``.

    The data is a mapping of plain values; dates are ``datetime.date`` (in JSON they stay text). Raises
    DataError with a diagnostic for every fault: not UTF-8, a tab as indentation, a duplicate field, wrong
    syntax, an empty file, a list at the top, more than 100 levels, aliases that multiply, more than 20 MB.
    """
    decoded = _decoded(text, filename)
    if not decoded.strip():
        _refuse_one("tệp trống", Place(file=filename), expected="các trường theo dạng «tên: giá trị»")
    is_json = filename.lower().endswith(".json")
    data, builder = parse_json(decoded, filename) if is_json else _parse_yaml(decoded, filename)
    if builder.faults:
        refuse(builder.faults)
    if not isinstance(data, dict):
        place = Place(file=filename, line=1)
        _refuse_one("nội dung tệp không phải là các trường", place, expected="các dòng «tên: giá trị»")
    return Located(data, builder.spots)


def check_format(data: dict[str, Any], newest: int, filename: str, located: Located | None = None) -> int:
    """Return the format version the data states; DataError when missing, no number, or newer than known."""
    place = Place(file=filename, line=located.line(["format"]) if located else None, field="format")
    if "format" not in data:
        _refuse_one("thiếu phiên bản định dạng", place, hint=f"thêm dòng «format: {newest}» ở đầu tệp")
    found = data["format"]
    if not isinstance(found, int) or isinstance(found, bool) or found < 1:
        expected = "số 1" if newest == 1 else f"số từ 1 đến {newest}"
        _refuse_one("phiên bản định dạng không hợp lệ", place, found=f"{found}", expected=expected)
    if found > newest:
        message = "tệp được ghi bởi phiên bản mới hơn của chương trình"
        expected = f"nhiều nhất là {newest}"
        _refuse_one(message, place, found=f"{found}", expected=expected, hint="cập nhật chương trình")
    return found


def refuse(faults: list[Diagnostic]) -> NoReturn:
    """Raise one DataError for all the faults; its own message only counts them."""
    raise DataError(f"dữ liệu có {len(faults)} lỗi", diagnostics=faults, where=faults[0].place.file)


def _refuse_one(message: str, place: Place, **more: Any) -> NoReturn:
    refuse([error(message, place, **more)])


def _decoded(text: str | bytes, filename: str) -> str:
    """The text without byte order mark."""
    if len(text) > LARGEST:
        size = f"{len(text) / 2**20:.1f} MB".replace(".", ",")
        _refuse_one("tệp quá lớn", Place(file=filename), found=size, expected="không quá 20 MB")
    if isinstance(text, str):
        return text.removeprefix("\ufeff")
    try:
        return text.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as fault:
        place = Place(file=filename, line=text.count(b"\n", 0, fault.start) + 1)
        found = f"byte 0x{text[fault.start]:02X} ở vị trí {fault.start}"
        _refuse_one("tệp không phải là UTF-8", place, found=found, hint="hãy lưu lại bằng UTF-8")


def _parse_yaml(text: str, filename: str) -> tuple[Any, TreeBuilder]:
    builder = TreeBuilder(filename, faults=_unprintable_faults(text, filename))
    if builder.faults:
        return None, builder
    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            builder.take(event)
        builder.finish()
    except UnreadableError:
        pass  # the builder holds the fault that ended the reading
    except MarkedYAMLError as fault:
        builder.faults.extend(syntax_faults(fault, text, filename))
    return builder.root, builder


def _unprintable_faults(text: str, filename: str) -> list[Diagnostic]:
    """One fault for each of the first characters that no YAML text may hold."""
    faults = []
    for match in list(_NOT_YAML.finditer(text))[:_MOST_SHOWN]:
        place = Place(file=filename, line=text.count("\n", 0, match.start()) + 1)
        faults.append(error(f"tệp chứa ký tự điều khiển U+{ord(match[0]):04X}", place, hint="xóa ký tự này"))
    return faults
