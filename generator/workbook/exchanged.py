"""Columns of the tasks whose cells say what belongs in another one: a fault for a column, a hint for a single cell.

Told by how the words of most cells begin: a time, a unit, a product, an action.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.diagnostics import Severity
from generator.nd30.document_types import DOCUMENT_TYPES
from generator.workbook.cell_forms import NOTHING
from generator.workbook.content import Content
from generator.workbook.forms import TASKS
from generator.workbook.places import At, Findings
from generator.workbook.rest import Kept
from generator.workbook.rows import Row, shown

MEANT: Final = "#columns"
"""Opens the row of what is kept where the tasks of the document itself look like exchanged columns."""
_UNIT_WORDS: Final = (
    "Sở", "Chi cục", "Phòng", "Văn phòng", "UBND", "Ủy ban nhân dân", "HĐND", "Công an", "Thanh tra", "Trường",
    "Kho bạc", "Các sở", "Các phòng", "Các đơn vị", "Các xã", "Các cơ quan", "Bưu điện", "Ban Chỉ đạo", "Ban Quản lý",
    "Trung tâm", "Bệnh viện", "Chánh Văn phòng", "Bộ phận", "Tổ công tác", "Ban Giám đốc", "Ban Giám hiệu",
)  # fmt: skip
"""What names of units begin with."""
_NO_UNITS: Final = ("Phòng chống", "Phòng, chống", "Phòng ngừa", "Phòng họp")
_PRODUCT_WORDS: Final = (
    *(one.name for one in DOCUMENT_TYPES.values()), "Văn bản", "Danh mục", "Tài liệu", "Hồ sơ", "Hội nghị", "Phần mềm",
    "Kết luận", "Cơ sở dữ liệu", "Lớp", "Các lớp", "Tin, bài", "Bảng", "Biểu mẫu", "Giấy chứng nhận",
)  # fmt: skip
"""What names of products begin with."""
_ACTIONS: Final = (
    "Rà soát", "Kiểm tra", "Tự kiểm tra", "Xây dựng", "Ban hành", "Tổ chức", "Triển khai", "Thực hiện", "Tham mưu",
    "Công khai", "Niêm yết", "Khảo sát", "Sắp xếp", "Đào tạo", "Bồi dưỡng", "Cung cấp", "Số hóa", "Cập nhật", "Đôn đốc",
    "Tuyên truyền", "Duy trì", "Phối hợp", "Đánh giá", "Nâng cao", "Đẩy mạnh", "Tiếp tục", "Hoàn thiện", "Tăng cường",
    "Theo dõi", "Thống kê", "Tổng hợp", "Bố trí", "Kiện toàn", "Chuẩn hóa", "Giải quyết", "Tiếp nhận", "Sửa đổi",
    "Đơn giản hóa", "Phân cấp", "Giao", "Lập", "Tập huấn", "Vận hành", "Kết nối", "Đầu tư", "Nâng cấp", "Rút ngắn",
)  # fmt: skip
"""What names of tasks begin with."""
_TIME: Final = re.compile(
    r"(?:(?:trước|đến|từ|chậm nhất|hết|trong|xong|hoàn thành|cuối|đầu|giữa|sau|cả)\s+)*"
    r"(?:ngày|quý|tháng|năm|tuần|kỳ|6 tháng|quý\s*[IV]+|hằng|hàng|thường xuyên|định kỳ|đột xuất)(?!\w)"
    r"|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}/\d{4}|[IV]+/\d{4}",
    re.IGNORECASE,
)
_WHOLE_COLUMN: Final = 3
"""So many cells tell of a column; fewer are told one by one."""
_WHAT: Final = {"name": "việc phải làm", "products": "sản phẩm", "schedule": "thời gian", "lead": "tên đơn vị"}
"""What the cells of each column are, in the words of a message."""
_TITLES: Final = {
    column.path[-1]: column.title for column in TASKS.columns if column.path[-1] in _WHAT and column.path[0] != "parent"
}


@dataclass(frozen=True)
class _Exchanged:
    """A column and what most of its cells are instead."""

    name: str
    instead: str
    rows: tuple[Row, ...]
    filled: int


def refuse_exchanged(content: Content, findings: Findings) -> None:
    """Add one fault for two columns that stand in each other's place, or for one; hints for single cells.

    Nothing more is told of such a column.
    """
    rows = content.rows.get(TASKS.name, ())
    meant = any(one.path == (MEANT,) for one in content.kept)
    found = {one.name: one for one in _exchanged(rows)}
    told: set[str] = set()
    for name, one in found.items() if not meant else ():
        other = found.get(one.instead)
        if name not in told:
            pair = other is not None and other.instead == name
            _tell(one, findings, pair=pair)
            told |= {name, one.instead} if pair else {name}
    for name in told:
        findings.spoil_column(found[name].rows[0].at(_TITLES[name]))
    if not meant:
        _single(rows, told, findings)


def with_columns_meant(content: Content) -> Content:
    """Return the content, with a mark beside it where the document itself looks like exchanged columns."""
    if not _exchanged(content.rows.get(TASKS.name, ())):
        return content
    return replace(content, kept=[*content.kept, Kept((MEANT,), "", True)])


def _tell(one: _Exchanged, findings: Findings, *, pair: bool) -> None:
    title, first = _TITLES[one.name], one.rows[0]
    seen = f"{len(one.rows)} trong {one.filled} ô, từ ô này"
    message = f"cột «{title}» có vẻ chứa {_WHAT[one.instead]} ({seen})"
    hint = f"chuyển các ô ấy sang cột «{_TITLES[one.instead]}»"
    if pair:
        message = f"hai cột «{title}» và «{_TITLES[one.instead]}» đổi chỗ cho nhau: {message}"
        hint = "đổi lại nội dung hoặc tiêu đề của hai cột"
    findings.error(
        first.at(title), message, found=f"«{shown(first[title])}»", expected=_WHAT[one.name], hint=hint
    )  # fmt: skip


def _exchanged(rows: Sequence[Row]) -> list[_Exchanged]:
    """Return the columns of which most cells are what another column holds."""
    found = []
    for name, title in _TITLES.items():
        filled = [row for row in rows if row[title] and row[title] != NOTHING]
        for instead in _OTHERS[name]:
            alike = tuple(row for row in filled if _LOOKS[instead](row[title]))
            if len(alike) >= _WHOLE_COLUMN and 2 * len(alike) > len(filled):
                found.append(_Exchanged(name, instead, alike, len(filled)))
                break
    pairs = {(one.name, one.instead) for one in found}
    sure = [one for one in found if {one.name, one.instead} != {"name", "products"}]
    swapped = {("name", "products"), ("products", "name")} <= pairs
    return [one for one in found if one in sure or swapped]


def _single(rows: Iterable[Row], told: set[str], findings: Findings) -> None:
    hint = "xem lại có nhầm cột không"
    for row in rows:
        for name, title in _TITLES.items():
            for instead in _OTHERS[name] if name not in told and name != "name" else ():
                if {name, instead} != {"name", "products"} and row[title] and _LOOKS[instead](row[title]):
                    message = f"ô của cột «{title}» giống {_ALIKE[instead]}"
                    at: At = row.at(title)
                    findings.add(at, Severity.HINT, message, found=f"«{shown(row[title])}»", hint=hint)
                    break


_OTHERS: Final[Mapping[str, tuple[str, ...]]] = {
    "name": ("products",),
    "products": ("lead", "schedule", "name"),
    "schedule": ("lead", "products"),
    "lead": ("schedule", "products"),
}
"""What else the cells of a column may be; products and tasks are told apart only where both are exchanged."""
_ALIKE: Final = {**_WHAT, "products": "tên sản phẩm", "schedule": "thời hạn"}


def _lines(text: str) -> list[str]:
    return [line.strip(" -+•").casefold() for line in text.split("\n") if line.strip()]


def _begins(words: Sequence[str], others: Sequence[str] = ()) -> Callable[[str], bool]:
    """Return the test whether each line begins with one of the words; marks count: «Số liệu» is no «Sở»."""
    begins = tuple(f"{word.casefold()} " for word in words)
    ends = tuple(word.casefold() for word in others)

    def test(text: str) -> bool:
        lines = _lines(text)
        return bool(lines) and all(f"{line} ".startswith(begins) and not line.startswith(ends) for line in lines)

    return test


def _is_time(text: str) -> bool:
    lines = _lines(text)
    return bool(lines) and all(_TIME.match(line) for line in lines)


begins_like_unit: Final = _begins(_UNIT_WORDS, _NO_UNITS)
"""Whether the words of a cell begin as names of units do."""
_LOOKS: Final[Mapping[str, Callable[[str], bool]]] = {
    "name": _begins(_ACTIONS),
    "products": _begins(_PRODUCT_WORDS),
    "schedule": _is_time,
    "lead": begins_like_unit,
}
