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
    ID = "id"
    SUBMIT_DUE = "submit_due"
    ISSUE_DUE = "issue_due"
    PARENT = "parent"
    CRITERION = "criterion"


FACTS: Final[tuple[TaskColumn, ...]] = (
    TaskColumn.SUBMIT_DUE,
    TaskColumn.ISSUE_DUE,
    TaskColumn.PARENT,
    TaskColumn.CRITERION,
    TaskColumn.ID,
)
"""What a task has once, whatever its rows are."""

_DUE = r"(?:thời )?hạn(?: chót| ban hành| hoàn thành.*| xong)?|(?:ngày|thời (?:gian|điểm)) (?:hoàn thành|kết thúc).*"
PATTERNS: Final = (
    (TaskColumn.NUMBER, r"stt|tt|số tt|số thứ tự"),
    (TaskColumn.ID, r"mã(?: số)?(?: nhiệm vụ| nv| công việc| việc)?|mã số"),
    (TaskColumn.PARENT, r"(?:căn cứ|nguồn|văn bản|cơ sở|xuất xứ)\b.*\bgiao\b.*|văn bản chỉ đạo|xuất xứ|căn cứ"),
    (TaskColumn.CRITERION, r"(?:tiêu chí|chỉ số)\b.*(?:cchc|cải cách|par.?index|thành phần).*|par.?index"),
    (TaskColumn.SUBMIT_DUE, r"(?:hạn|thời hạn|thời gian|thời điểm|ngày)\b.*\b(?:trình|nộp)\b.*"),
    (TaskColumn.GROUP, r"nhiệm vụ chung|lĩnh vực.*|nội dung cải cách.*"),
    (TaskColumn.SUPPORT, r".*phối hợp.*"),
    (TaskColumn.LEAD, r".*(?:chủ trì|thực hiện chính).*"),
    (TaskColumn.SCHEDULE, rf".*(?:thời gian|thời hạn|tiến độ|lộ trình).*|{_DUE}"),
    (TaskColumn.ISSUE_DUE, _DUE),
    (TaskColumn.MONITOR, r".*(?:theo dõi|đôn đốc).*|.*\b(?:lãnh đạo|chủ tịch|giám đốc)\b.*(?:phụ trách|chỉ đạo).*"),
    (TaskColumn.PRODUCTS, r".*(?:sản phẩm|kết quả).*"),
    (TaskColumn.BUDGET, r".*(?:kinh phí|nguồn lực|dự toán|nguồn vốn).*"),
    (TaskColumn.GOAL, r".*mục tiêu.*"),
    (TaskColumn.NAME, r"(?:tên )?nhiệm vụ\b.*\b(?:hoạt động|giải pháp).*"),
    (TaskColumn.ACTIVITY, r".*hoạt động.*|(?:giải|biện) pháp.*"),
    (TaskColumn.NAME, r".*(?:nhiệm vụ|công việc|nội dung).*"),
    (TaskColumn.NOTE, r".*ghi chú.*"),
)
"""The words that tell a column for certain, in the order in which they are asked."""

_OF_NO_TASK = re.compile(
    r".*(?:%|phần trăm|t[ỷỉ] lệ|tình trạng|trạng thái|tình hình|vướng mắc|khó khăn|nguyên nhân|kiến nghị|thực tế).*"
    r"|kết quả (?:thực hiện|triển khai|đạt được|đánh giá|kiểm tra|thẩm định|tự|năm|quý|tháng|\d)\b(?!.*sản phẩm).*"
    r"|(?:tự )?(?:đánh giá|chấm điểm|điểm|mức độ|số lượng|khối lượng|tổng số|chức vụ|họ và tên|họ tên|lý do)\b.*"
    r"|(?:đơn vị tính|đvt|số lượng|số (?:ký hiệu|văn bản|hiệu|điện thoại)|điện thoại|email|thư điện tử)\b.*"
    r"|(?:ngày|thời gian|thời điểm) (?:giao|nhận|cập nhật|báo cáo|ban hành)\b.*|người (?:giao|nhận|lập|duyệt)\b.*"
    r"|mã (?!số|nhiệm vụ|nv|công việc|việc).+|.*\bưu tiên"
)
"""Headings that a table of progress, a form or a list has, though words of a task's field may stand in them."""
_STANDS_BACK = re.compile(
    r"(?:người|cán bộ|chuyên viên|công chức|viên chức|nhân viên)\b.*|phụ trách|giao cho|thực hiện"
    r"|đơn vị|cơ quan|phòng|bộ phận|phân công"
    rf"|{_DUE}|hoàn thành|deadline|năm thực hiện|mốc.*|.*lãnh đạo.*|căn cứ|tham gia|nguồn lực|nội dung|mã số"
)
"""Headings that give way to another column of the same field: the person beside the unit, the last day to the time."""

SYNONYMS: Final[Mapping[TaskColumn, tuple[str, ...]]] = MappingProxyType(
    {
        TaskColumn.NUMBER: ("số thứ tự", "số tt", "stt", "tt", "no", "thứ tự"),
        TaskColumn.ID: ("mã nhiệm vụ", "mã số", "mã", "mã nv", "mã công việc", "id"),
        TaskColumn.PARENT: ("nguồn giao", "căn cứ giao", "văn bản giao", "văn bản giao nhiệm vụ", "xuất xứ"),
        TaskColumn.CRITERION: ("tiêu chí cchc", "tiêu chí par index", "tiêu chí thành phần"),
        TaskColumn.SUBMIT_DUE: ("hạn trình", "thời hạn trình", "ngày trình", "hạn nộp", "thời gian trình"),
        TaskColumn.ISSUE_DUE: ("hạn phát hành",),
        TaskColumn.GROUP: ("lĩnh vực", "nhóm nhiệm vụ", "nhóm việc", "mảng công tác", "trụ cột", "nhiệm vụ chung"),
        TaskColumn.GOAL: ("mục tiêu", "mục đích", "chỉ tiêu cần đạt"),
        TaskColumn.ACTIVITY: ("hoạt động", "giải pháp", "biện pháp", "cách thức thực hiện", "việc cụ thể"),
        TaskColumn.NAME: (
            "nhiệm vụ", "tên nhiệm vụ", "nhiệm vụ cụ thể", "nội dung", "nội dung công việc", "công việc",
            "tên công việc", "nội dung thực hiện", "việc cần làm", "đầu việc", "nội dung nhiệm vụ", "công tác", "việc",
        ),
        TaskColumn.PRODUCTS: (
            "sản phẩm", "sản phẩm đầu ra", "kết quả", "kết quả đầu ra", "kết quả/sản phẩm", "kết quả dự kiến",
            "đầu ra", "sản phẩm hoàn thành", "hình thức văn bản", "yêu cầu sản phẩm", "dự kiến sản phẩm",
        ),
        TaskColumn.SCHEDULE: (
            "thời gian", "thời gian thực hiện", "thời gian hoàn thành", "thời hạn", "thời hạn hoàn thành", "tiến độ",
            "hạn hoàn thành", "hạn", "hạn chót", "thời điểm", "ngày hoàn thành", "mốc thời gian", "lộ trình",
            "deadline", "thời điểm hoàn thành", "kỳ hạn", "hoàn thành", "hạn ban hành", "hạn xử lý", "ngày bắt đầu",
            "bắt đầu", "ngày kết thúc", "kết thúc", "từ ngày", "đến ngày", "quý thực hiện",
            "tháng thực hiện", "năm thực hiện",
        ),
        TaskColumn.LEAD: (
            "chủ trì", "đơn vị chủ trì", "cơ quan chủ trì", "đơn vị thực hiện", "cơ quan thực hiện", "thực hiện",
            "đầu mối", "đơn vị đầu mối", "bộ phận thực hiện", "người thực hiện", "người phụ trách", "phụ trách",
            "đơn vị chịu trách nhiệm", "trách nhiệm thực hiện", "phòng thực hiện", "chịu trách nhiệm", "giao cho",
            "đơn vị phụ trách", "đơn vị", "cơ quan", "phòng", "phòng, ban", "đơn vị được giao",
            "cán bộ thực hiện", "cán bộ phụ trách", "chuyên viên phụ trách", "chuyên viên thực hiện", "người xử lý",
            "đơn vị tham mưu", "cơ quan tham mưu", "cán bộ đầu mối", "đơn vị xử lý", "người chịu trách nhiệm",
            "bộ phận", "tên đơn vị", "phòng ban", "phân công", "phân công thực hiện",
        ),
        TaskColumn.SUPPORT: (
            "phối hợp", "đơn vị phối hợp", "cơ quan phối hợp", "bộ phận phối hợp", "đơn vị cùng thực hiện",
            "đơn vị liên quan", "cơ quan liên quan", "tham gia", "đơn vị tham gia", "đơn vị hỗ trợ", "người hỗ trợ",
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
    stands_back: bool = False
    """Whether another column of the same field goes before this one, wherever it stands."""


def task_columns(headings: Sequence[str]) -> tuple[TaskColumn | None, ...]:
    """Return what each column holds by its heading; None where the heading tells nothing, each meaning once."""
    found: list[TaskColumn | None] = []
    for heading in headings:
        words = _words(heading)
        fits = (column for column, pattern in PATTERNS if column not in found and re.fullmatch(pattern, words))
        found.append(None if "%" in words else next(fits, None))
    for place, words in enumerate(map(_words, headings)):
        named = _NAMES.get(words) if " " in words else None
        if found[place] is None and named not in found:
            found[place] = named
    return tuple(found)


def is_due(heading: str) -> bool:
    """Tell whether a heading names the last day of a task: "Hạn hoàn thành", "Ngày hoàn thành"."""
    return re.fullmatch(_DUE, _EXTRA.sub("", _words(heading))) is not None


def is_of_no_task(heading: str) -> bool:
    """Tell whether a heading is one of reports and forms: "Tiến độ (%)", "Kết quả thực hiện", "Số lượng"."""
    words = _words(heading)
    return "%" in words or _OF_NO_TASK.fullmatch(_EXTRA.sub("", words)) is not None


def guess(heading: str) -> Guess | None:
    """Return what a heading most likely names, alone: by a name of the list, a telling word, or closeness.

    None for the headings of reports and forms, such as "Tiến độ (%)" and "Kết quả thực hiện".
    """
    words = _words(heading)
    plain = _EXTRA.sub("", words)
    if not words or is_of_no_task(heading):
        return None
    stands_back = _STANDS_BACK.fullmatch(plain) is not None
    if column := _NAMES.get(words) or _NAMES.get(plain) or _by_pattern(plain) or _by_pattern(words):
        return Guess(column, 100.0, stands_back)
    match = process.extractOne(unmarked(words), list(_UNMARKED), scorer=fuzz.ratio, score_cutoff=_LIKELY)
    return Guess(_UNMARKED[match[0]], min(match[1], _NEARLY), stands_back) if match else None


def _by_pattern(words: str) -> TaskColumn | None:
    return next((column for column, pattern in PATTERNS if re.fullmatch(pattern, words)), None)


def _words(heading: str) -> str:
    """Return the heading folded, without its number ("3- Hoạt động") and end marks."""
    return _LABEL.sub("", fold(heading)).strip(" .:*")
