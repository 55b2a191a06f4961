"""The columns of task tables: what they hold, under which headings, known by a list of names and by closeness."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from rapidfuzz import fuzz, process

from generator.spelling import unmarked
from generator.vietnamese.unicode import fold


class TaskColumn(StrEnum):
    """What a column of a task table holds, named as the model names it."""

    NUMBER = "number"
    GROUP = "group"
    GOAL = "goal"
    ACTIVITY = "activity"
    NAME = "name"
    PRODUCTS = "products"
    SCHEDULE = "schedule"
    LEAD = "lead"
    SUPPORT = "support"
    MONITOR = "monitor"
    BUDGET = "budget"
    NOTE = "note"


PATTERNS: Final = (
    (TaskColumn.NUMBER, r"stt|tt|số tt|số thứ tự"),
    (TaskColumn.GROUP, r"nhiệm vụ chung|lĩnh vực.*|nội dung cải cách.*"),
    (TaskColumn.SUPPORT, r".*phối hợp.*"),
    (TaskColumn.LEAD, r".*(?:chủ trì|thực hiện chính).*"),
    (TaskColumn.SCHEDULE, r".*(?:thời gian|thời hạn|tiến độ).*"),
    (TaskColumn.MONITOR, r".*(?:theo dõi|đôn đốc).*"),
    (TaskColumn.PRODUCTS, r".*(?:sản phẩm|kết quả).*"),
    (TaskColumn.BUDGET, r".*(?:kinh phí|nguồn lực).*"),
    (TaskColumn.GOAL, r".*mục tiêu.*"),
    (TaskColumn.ACTIVITY, r".*hoạt động.*"),
    (TaskColumn.NAME, r".*(?:nhiệm vụ|công việc|nội dung).*"),
    (TaskColumn.NOTE, r".*ghi chú.*"),
)
"""The words that tell a column for certain, in the order in which they are asked."""

SYNONYMS: Final[Mapping[TaskColumn, tuple[str, ...]]] = MappingProxyType(
    {
        TaskColumn.NUMBER: ("số thứ tự", "số tt", "stt", "tt", "no", "mã số", "mã nhiệm vụ"),
        TaskColumn.GROUP: ("lĩnh vực", "nhóm nhiệm vụ", "nhóm việc", "mảng công tác", "trụ cột", "nhiệm vụ chung"),
        TaskColumn.GOAL: ("mục tiêu", "mục đích", "chỉ tiêu cần đạt"),
        TaskColumn.ACTIVITY: ("hoạt động", "giải pháp", "biện pháp", "cách thức thực hiện", "việc cụ thể"),
        TaskColumn.NAME: (
            "nhiệm vụ", "tên nhiệm vụ", "nhiệm vụ cụ thể", "nội dung", "nội dung công việc", "công việc",
            "tên công việc", "nội dung thực hiện", "việc cần làm", "đầu việc", "nội dung nhiệm vụ", "công tác",
        ),
        TaskColumn.PRODUCTS: (
            "sản phẩm", "sản phẩm đầu ra", "kết quả", "kết quả đầu ra", "kết quả/sản phẩm", "kết quả dự kiến",
            "đầu ra", "sản phẩm hoàn thành", "hình thức văn bản", "yêu cầu sản phẩm", "dự kiến sản phẩm",
        ),
        TaskColumn.SCHEDULE: (
            "thời gian", "thời gian thực hiện", "thời gian hoàn thành", "thời hạn", "thời hạn hoàn thành", "tiến độ",
            "hạn hoàn thành", "hạn", "hạn chót", "thời điểm", "ngày hoàn thành", "mốc thời gian", "lộ trình",
            "deadline", "thời điểm hoàn thành", "kỳ hạn", "hoàn thành",
        ),
        TaskColumn.LEAD: (
            "chủ trì", "đơn vị chủ trì", "cơ quan chủ trì", "đơn vị thực hiện", "cơ quan thực hiện", "thực hiện",
            "đầu mối", "đơn vị đầu mối", "bộ phận thực hiện", "người thực hiện", "người phụ trách", "phụ trách",
            "đơn vị chịu trách nhiệm", "trách nhiệm thực hiện", "phòng thực hiện", "chịu trách nhiệm", "giao cho",
        ),
        TaskColumn.SUPPORT: (
            "phối hợp", "đơn vị phối hợp", "cơ quan phối hợp", "bộ phận phối hợp", "đơn vị cùng thực hiện",
            "đơn vị liên quan", "cơ quan liên quan", "tham gia", "đơn vị tham gia",
        ),
        TaskColumn.MONITOR: (
            "theo dõi", "theo dõi, đôn đốc", "theo dõi, kiểm tra, đôn đốc", "giám sát", "người theo dõi",
            "lãnh đạo phụ trách", "lãnh đạo chỉ đạo", "chỉ đạo", "người chỉ đạo", "kiểm tra",
        ),
        TaskColumn.BUDGET: (
            "kinh phí", "nguồn kinh phí", "dự toán", "dự toán kinh phí", "ngân sách", "nguồn vốn", "nguồn lực",
            "kinh phí thực hiện", "kinh phí (triệu đồng)",
        ),
        TaskColumn.NOTE: ("ghi chú", "lưu ý", "chú thích", "ý kiến", "ghi chú khác"),
    }
)  # fmt: skip
"""Other names that offices give the columns, for closeness."""
_NAMES = {name: column for column, names in SYNONYMS.items() for name in names}
_UNMARKED = {unmarked(name): column for name, column in _NAMES.items()}

_LIKELY = 86.0
"""Least similarity (0-100) of a heading to a name of the list: "Sản phảm" is one, "Số lượng" is none."""
_NEARLY = 99.0
"""The likeness of a name that only lacks its marks."""
_LABEL = re.compile(r"^\(?\d+\s*[-.)]\s*")
_EXTRA = re.compile(r"\s*\([^()]*\)\s*$")


@dataclass(frozen=True)
class Guess:
    """What a heading was taken for."""

    column: TaskColumn
    likeness: float
    """100 where a pattern or a name fits; else how near a name is, marks left aside."""


def task_columns(headings: Sequence[str]) -> tuple[TaskColumn | None, ...]:
    """Return what each column holds by its heading; None where the heading tells nothing, each meaning once."""
    found: list[TaskColumn | None] = []
    for heading in headings:
        words = _words(heading)
        fits = (column for column, pattern in PATTERNS if column not in found and re.fullmatch(pattern, words))
        found.append(next(fits, None))
    return tuple(found)


def guess(heading: str) -> Guess | None:
    """Return what a heading most likely names, alone: by a name of the list, a telling word, or closeness."""
    words = _words(heading)
    if not words:
        return None
    for plain in (words, _EXTRA.sub("", words)):
        if column := _NAMES.get(plain):
            return Guess(column, 100.0)
    for column, pattern in PATTERNS:
        if re.fullmatch(pattern, words):
            return Guess(column, 100.0)
    match = process.extractOne(unmarked(words), list(_UNMARKED), scorer=fuzz.ratio, score_cutoff=_LIKELY)
    return Guess(_UNMARKED[match[0]], min(match[1], _NEARLY)) if match else None


def _words(heading: str) -> str:
    """Return the heading folded, without its number ("3- Hoạt động") and end marks."""
    return _LABEL.sub("", fold(heading)).strip(" .:*")
