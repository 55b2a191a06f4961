"""Names of the kinds of document that Vietnamese offices cite, in the order in which legal bases are given.

The order is that of legal force for what makes law (Luật Ban hành văn bản quy phạm pháp luật), then what directs, then
what informs. Party documents bear the same names and are told apart by their symbol, "18-NQ/TW".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.vietnamese.unicode import fold


@dataclass(frozen=True)
class DocumentName:
    """A kind of document as a citation names it."""

    name: str
    rank: int
    """Place in the order of bases, from 1; kinds of equal force share it."""
    is_law: bool = False
    """Whether it is cited by its name and day, without number and issuer (NĐ 30, Phụ lục I, II.6a)."""


_LAWS = ("Hiến pháp", "Bộ luật; Luật", "Pháp lệnh")
_OTHERS = (
    "Lệnh; Sắc lệnh",
    "Nghị quyết; Nghị quyết liên tịch",
    "Nghị định",
    "Quyết định",
    "Thông tư; Thông tư liên tịch; Thông tri",
    "Văn bản hợp nhất",
    "Chỉ thị",
    "Kết luận",
    "Quy định; Quy chế; Điều lệ",
    "Chương trình; Chương trình hành động; Đề án; Dự án; Kế hoạch; Kế hoạch hành động; Phương án",
    "Công điện",
    "Hướng dẫn",
    "Thông báo; Thông cáo",
    "Công văn; Văn bản",
    "Tờ trình; Báo cáo; Biên bản",
    "Hợp đồng; Bản ghi nhớ; Bản thỏa thuận",
    "Giấy ủy quyền; Giấy mời; Giấy giới thiệu; Giấy nghỉ phép; Phiếu gửi; Phiếu chuyển; Phiếu báo; Thư công",
)

DOCUMENT_NAMES: tuple[DocumentName, ...] = tuple(
    DocumentName(name, rank, is_law=rank <= len(_LAWS))
    for rank, names in enumerate(_LAWS + _OTHERS, start=1)
    for name in names.split("; ")
)
_BY_FOLDED = {fold(entry.name): entry for entry in DOCUMENT_NAMES}


def document_name(text: str) -> DocumentName | None:
    """Return the kind that is written here in any case and with any spaces; None for an unknown one."""
    return _BY_FOLDED.get(fold(text))


def rank(name: str) -> int:
    """Return the place of a kind in the order of bases; an unknown kind comes after all known ones."""
    known = document_name(name)
    return known.rank if known else len(_LAWS + _OTHERS) + 1


def names_pattern(*, laws: bool) -> str:
    """Return a regular expression for the names of laws, or for all the others; the longer names come first."""
    names = sorted((entry.name for entry in DOCUMENT_NAMES if entry.is_law == laws), key=len, reverse=True)
    return "|".join(re.sub(" ", r"\\s+", name) for name in names)
