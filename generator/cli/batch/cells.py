"""What a cell of a unit table holds that cannot be printed as it stands: errors, formulas, places never filled in."""

from __future__ import annotations

import re

from generator.diagnostics import Diagnostic, Place, error
from generator.vietnamese.unicode import nfc

PLACE = re.compile(r"\[\[\s*([^\[\]\n]+?)\s*\]\]")
_FILE = re.compile(r"\.(?:yaml|yml|json|xlsx|docx)$", re.IGNORECASE)
"""How a reference to another document ends, which stays what it is."""
_RETYPED = "gõ giá trị cần in vào ô ấy"
_FAULTS = (
    (
        re.compile(r"#(?:REF!|N/A|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|GETTING_DATA)"),
        "ô có giá trị lỗi của Excel",
        f"sửa công thức rồi lưu lại, hoặc {_RETYPED}",
    ),
    (re.compile(r"#{2,}"), "ô chỉ còn dấu #, vì cột hẹp khi lưu", "mở rộng cột rồi lưu lại"),
    (re.compile(r"TRUE|FALSE"), "ô chứa giá trị đúng/sai của Excel, không phải chữ để in", _RETYPED),
    (re.compile(r"=.+", re.DOTALL), "ô chứa công thức, không phải giá trị", _RETYPED),
)


def column_key(name: str) -> str:
    """Return what two names of one column have in common: composition, case and blanks do not count, marks do."""
    return nfc(nfc(" ".join(name.split())).casefold())


def places_in(text: str) -> list[str]:
    """Return the names of the columns that a text wants words of; references to other documents are none."""
    return [match[1] for match in PLACE.finditer(text) if is_column(match[1])]


def is_column(name: str) -> bool:
    """Tell whether what stands between ``[[`` and ``]]`` names a column and not another document."""
    return not _FILE.search(name)


def cell_fault(words: str, place: Place) -> Diagnostic | None:
    """Return why the words of a cell cannot be printed; None where they can."""
    for pattern, told, todo in _FAULTS:
        if pattern.fullmatch(words):
            return error(told, place, found=f"«{words}»", hint=todo)
    if inner := places_in(words):
        told = "ô lại chứa một chỗ điền, không có gì thay vào đó được"
        return error(told, place, found=f"«[[{inner[0]}]]»", hint=_RETYPED)
    return None


def unstored_fault(formula: str, place: Place) -> Diagnostic:
    """Return what is wrong with a cell whose formula has no stored result."""
    told = "công thức chưa có kết quả lưu trong tệp"
    todo = f"mở tệp bằng Excel để tính lại rồi lưu, hoặc {_RETYPED}"
    return error(told, place, found=f"«={formula}»" if formula else None, hint=todo)


def extra_fault(words: str, place: Place, *, parted: bool) -> Diagnostic:
    """Return what is wrong with a cell in no named column; ``parted`` tells that a sign parts the cells (.csv)."""
    todo = "xóa ô ấy hoặc đặt tên cho cột ở hàng tên cột"
    if parted:
        todo += "; chữ có dấu phân cách ô thì đặt trong ngoặc kép"
    return error("giá trị thừa, không thuộc cột nào có tên", place, found=f"«{words}»", hint=todo)
