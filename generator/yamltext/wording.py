"""The words for each kind of fault that pydantic finds: what is wrong, and what was expected.

Keys are pydantic's own error types. A kind that is missing here, as pydantic may add one, still gives a
Vietnamese sentence that names it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final, NamedTuple


class Wording(NamedTuple):
    """What is wrong, and what was expected in its place (None: nothing can be said)."""

    message: str
    expected: str | None = None


_KIND: Final = "sai kiểu dữ liệu"
_VALUE: Final = "giá trị không được chấp nhận"
_DATE: Final = "ngày theo dạng năm-tháng-ngày, ví dụ 2026-03-05"
_TIME: Final = "giờ theo dạng 14:30:00"
_NUMBER: Final = "một số, phần thập phân sau dấu chấm"

_WORDINGS: Final[Mapping[str, Wording]] = {
    "missing": Wording("thiếu trường bắt buộc"),
    "extra_forbidden": Wording("không có trường này trong mẫu dữ liệu"),
    "invalid_key": Wording("tên trường không phải là văn bản", "tên trường là văn bản"),
    "model_type": Wording(_KIND, "một khối gồm các trường «tên: giá trị»"),
    "model_attributes_type": Wording(_KIND, "một khối gồm các trường «tên: giá trị»"),
    "dataclass_type": Wording(_KIND, "một khối gồm các trường «tên: giá trị»"),
    "dict_type": Wording(_KIND, "các dòng «tên: giá trị»"),
    "mapping_type": Wording(_KIND, "các dòng «tên: giá trị»"),
    "list_type": Wording(_KIND, "một danh sách"),
    "tuple_type": Wording(_KIND, "một danh sách"),
    "set_type": Wording(_KIND, "một danh sách"),
    "frozen_set_type": Wording(_KIND, "một danh sách"),
    "iterable_type": Wording(_KIND, "một danh sách"),
    "set_item_not_hashable": Wording(_KIND, "danh sách các giá trị đơn"),
    "too_short": Wording("danh sách quá ngắn", "ít nhất {min_length} mục"),
    "too_long": Wording("danh sách quá dài", "nhiều nhất {max_length} mục"),
    "none_required": Wording(_VALUE, "để trống"),
    "string_type": Wording(_KIND, "văn bản"),
    "string_sub_type": Wording(_KIND, "văn bản"),
    "string_unicode": Wording(_KIND, "văn bản Unicode"),
    "string_too_short": Wording("văn bản quá ngắn", "ít nhất {min_length} ký tự"),
    "string_too_long": Wording("văn bản quá dài", "nhiều nhất {max_length} ký tự"),
    "string_pattern_mismatch": Wording("văn bản không đúng mẫu", "theo mẫu {pattern}"),
    "string_not_ascii": Wording("văn bản có dấu", "chỉ gồm chữ không dấu và số"),
    "enum": Wording(_VALUE, "{choices}"),
    "literal_error": Wording(_VALUE, "{choices}"),
    "union_tag_invalid": Wording("không có loại này", "{discriminator}: {choices}"),
    "union_tag_not_found": Wording("thiếu trường cho biết loại", "trường {discriminator}"),
    "bool_type": Wording(_KIND, "true (có) hoặc false (không)"),
    "bool_parsing": Wording(_VALUE, "true (có) hoặc false (không)"),
    "int_type": Wording(_KIND, "số nguyên"),
    "int_parsing": Wording(_VALUE, "số nguyên"),
    "int_parsing_size": Wording("số quá lớn", "số nguyên"),
    "int_from_float": Wording("số có phần thập phân", "số nguyên"),
    "float_type": Wording(_KIND, _NUMBER),
    "float_parsing": Wording(_VALUE, _NUMBER),
    "finite_number": Wording(_VALUE, "một số hữu hạn"),
    "decimal_type": Wording(_KIND, _NUMBER),
    "decimal_parsing": Wording(_VALUE, _NUMBER),
    "decimal_max_digits": Wording("số có quá nhiều chữ số", "nhiều nhất {max_digits} chữ số"),
    "decimal_max_places": Wording("quá nhiều chữ số thập phân", "nhiều nhất {decimal_places} chữ số thập phân"),
    "decimal_whole_digits": Wording("số quá lớn", "nhiều nhất {whole_digits} chữ số phần nguyên"),
    "greater_than": Wording("số quá nhỏ", "lớn hơn {gt}"),
    "greater_than_equal": Wording("số quá nhỏ", "từ {ge} trở lên"),
    "less_than": Wording("số quá lớn", "nhỏ hơn {lt}"),
    "less_than_equal": Wording("số quá lớn", "không quá {le}"),
    "multiple_of": Wording(_VALUE, "bội số của {multiple_of}"),
    "date_type": Wording(_KIND, _DATE),
    "date_parsing": Wording("không đọc được ngày", _DATE),
    "date_from_datetime_parsing": Wording("không đọc được ngày", _DATE),
    "date_from_datetime_inexact": Wording("ngày có kèm giờ", _DATE),
    "date_past": Wording(_VALUE, "một ngày đã qua"),
    "date_future": Wording(_VALUE, "một ngày sắp tới"),
    "time_type": Wording(_KIND, _TIME),
    "time_parsing": Wording("không đọc được giờ", _TIME),
    "datetime_type": Wording(_KIND, "ngày và giờ"),
    "datetime_parsing": Wording("không đọc được ngày giờ", "ngày và giờ"),
    "datetime_from_date_parsing": Wording("không đọc được ngày giờ", "ngày và giờ"),
    "url_type": Wording(_KIND, "địa chỉ trang thông tin"),
    "url_parsing": Wording("không đọc được địa chỉ", "địa chỉ trang thông tin"),
    "url_scheme": Wording("không đọc được địa chỉ", "bắt đầu bằng {expected_schemes}"),
    "recursion_loop": Wording("dữ liệu quay vòng về chính nó"),
    "recursion_depth_exceeded": Wording("dữ liệu lồng nhau quá sâu"),
}
_OWN: Final = frozenset({"value_error", "assertion_error"})
"""Kinds whose message is written by our own models, in Vietnamese."""


def wording(kind: str, context: Mapping[str, Any]) -> Wording:
    """Return the words for a kind of fault, with the numbers and choices of its context filled in."""
    if kind in _OWN:
        return Wording(str(context["error"]))
    if kind not in _WORDINGS:
        return Wording(f"giá trị không hợp lệ (lỗi loại «{kind}»)")
    message, expected = _WORDINGS[kind]
    filled = {**context, "choices": " hoặc ".join(f"«{name}»" for name in choices(context))}
    filled["discriminator"] = str(context.get("discriminator", "")).strip("'")
    return Wording(message, expected and expected.format_map(filled))


def choices(context: Mapping[str, Any]) -> list[str]:
    """Return the values that would have been accepted, in order; empty where the kind of fault names none."""
    listed = str(context.get("expected_tags") or context.get("expected") or "")
    return re.findall(r"'([^']*)'", listed) or [word for word in re.split(r", | or ", listed) if word]
