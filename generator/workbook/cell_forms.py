"""How values stand in cells: text, lines, dates, figures, choices; written, and read with a message for what is not."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from generator.model.base import plain_number
from generator.model.ending import AuthorityCode, RecipientGroup
from generator.model.plan import Comparator
from generator.nd30.document_types import DOCUMENT_TYPES
from generator.spelling import suggestion, unmarked
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.numbers import format_number, parse_number

LONGEST = 32_000
"""Letters that a cell holds in any program; a longer value is kept beside."""
NOTHING = "–"
"""What stands in a cell that is empty on purpose."""


class NotReadError(ValueError):
    """A cell that cannot be read: what is wrong, what was expected, what to do."""

    def __init__(self, message: str, expected: str | None = None, hint: str | None = None) -> None:
        super().__init__(message)
        self.message, self.expected, self.hint = message, expected, hint


@dataclass(frozen=True)
class CellForm:
    """How one kind of value stands in a cell; values are those of the stored JSON."""

    write: Callable[[Any], str]
    read: Callable[[str], Any]
    """Of a cell with words; None for words that mean no value, NotReadError for what cannot be read."""
    choices: tuple[str, ...] = ()
    """What may be chosen from a list."""


def _read_lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _read_date(text: str) -> str:
    """Return the date as it is stored; words that are none stay, for the model to refuse."""
    try:
        return PartialDate.parse(text).iso()
    except ValueError:
        return text


def _write_date(value: str) -> str:
    return PartialDate.parse(value).short()


_BLANK = re.compile(r"(?<=\d)\s+(?=\d)")
_POINT = re.compile(r"(-?\d+)\.(\d{1,2}|\d{4,})")


def _read_figure(text: str) -> int | float | str:
    number = parse_number(text)
    if number is None:
        meant = _POINT.fullmatch(text)
        hint = f"phần thập phân viết sau dấu phẩy: {meant[1]},{meant[2]}" if meant else None
        if hint is None and parse_number(joined := _BLANK.sub("", text)) is not None:
            hint = f"trong số có khoảng trắng: hàng nghìn cách nhau bằng dấu chấm, viết {format_number(_exact(joined))}"
        raise NotReadError("ô này cần một số", "số viết như 1.250 hoặc 98,5, không kèm chữ", hint)
    return plain_number(number)


def _exact(text: str) -> Decimal:
    return parse_number(text) or Decimal(0)


def _write_figure(value: float | str) -> str:
    return format_number(Decimal(str(value)))


def _read_whole(text: str) -> int:
    if not re.fullmatch(r"\d{1,18}", text, re.ASCII):
        raise NotReadError("ô này cần một số nguyên", "chỉ gồm chữ số, ví dụ 2027")
    return int(text)


_YES = {"co", "x", "true", "1", "dung", "v"}
_NO = {"khong", "false", "0", "sai", NOTHING, "-"}


def _read_flag(text: str) -> bool | None:
    word = unmarked(text)
    if word in _YES or word in _NO:
        return True if word in _YES else None
    raise NotReadError("không rõ có hay không", "«Có» hoặc để trống")


def _choice(words: Mapping[str, str], others: Mapping[str, str] | None = None) -> CellForm:
    """Return the form of a choice: what is stored to the word of the list; ``others`` are further words for it."""
    known = {unmarked(word): stored for stored, word in words.items()}
    known |= {stored: stored for stored in words} | dict(others or {})

    def read(text: str) -> str:
        found = known.get(unmarked(text)) or known.get(text)
        if found is None:
            listed = ", ".join(f"«{word}»" for word in words.values())
            raise NotReadError("không có trong danh sách", f"một trong: {listed}", suggestion(text, words.values()))
        return found

    return CellForm(lambda value: words.get(value, ""), read, tuple(words.values()))


_AUTHORITY = re.compile(r"(TUQ|TM|KT|TL|Q)(?:\.\s*|\s+)(\S.*)", re.IGNORECASE)


def _read_authority(text: str) -> list[dict[str, str]]:
    found = []
    for line in _read_lines(text):
        match = _AUTHORITY.fullmatch(line)
        if match is None:
            codes = ", ".join(code.value for code in AuthorityCode)
            raise NotReadError("không rõ quyền hạn ký", f"mỗi dòng bắt đầu bằng một trong: {codes}; ví dụ KT. Giám đốc")
        found.append({"code": f"{match[1].upper()}.", "of": match[2]})
    return found


def _write_authority(value: list[dict[str, str]]) -> str:
    return "\n".join(f"{one['code']} {one['of']}" for one in value)


_PARENT = re.compile(r"(.*?)(?:,\s*mục\s+(.*))?", re.DOTALL | re.IGNORECASE)


def _read_parent(text: str) -> dict[str, str]:
    match = _PARENT.fullmatch(text)
    document, item = match.groups() if match else (text, None)
    return {"document": document, **({"item": item} if item else {})}


def _write_parent(value: dict[str, str]) -> str:
    return f"{value['document']}, mục {value['item']}" if "item" in value else value["document"]


_NUMBERED = re.compile(r"\d+(?:,\d+)+", re.ASCII)


def _read_code(text: str) -> str:
    """Return a code of numbers with its points: a cell that Excel holds as the number 2.1 is shown as 2,1."""
    return text.replace(",", ".") if _NUMBERED.fullmatch(text) else text


TEXT = CellForm(str, str)
CODE = CellForm(str, _read_code)
LINES = CellForm("\n".join, _read_lines)
PARTED = CellForm(", ".join, lambda text: [one for part in re.split(r"[,;\n]", text) if (one := part.strip())])
DATE = CellForm(_write_date, _read_date)
FIGURE = CellForm(_write_figure, _read_figure)
WHOLE = CellForm(str, _read_whole)
FLAG = CellForm(lambda value: "Có" if value else "", _read_flag, ("Có", "Không"))
AUTHORITY = CellForm(_write_authority, _read_authority)
PARENT = CellForm(_write_parent, _read_parent)
KIND = _choice({one.id: one.name for one in DOCUMENT_TYPES.values()})
URGENCY = _choice({word: word for word in ("khẩn", "thượng khẩn", "hỏa tốc")})
COMPARATOR = _choice(
    {
        Comparator.AT_LEAST.value: "từ … trở lên",
        Comparator.MORE_THAN.value: "trên",
        Comparator.EQUAL.value: "bằng",
        Comparator.AT_MOST.value: "không quá",
        Comparator.LESS_THAN.value: "dưới",
    },
    {
        "≥": "at_least", ">=": "at_least", "it nhat": "at_least", "tu": "at_least", "toi thieu": "at_least",
        ">": "more_than", "hon": "more_than", "=": "equal", "dat": "equal", "≤": "at_most", "<=": "at_most",
        "nhieu nhat": "at_most", "toi da": "at_most", "<": "less_than",
    },
)  # fmt: skip
RECIPIENT_GROUP = _choice(
    {
        RecipientGroup.AS_ABOVE.value: "Như trên",
        RecipientGroup.SUPERIOR.value: "Cấp trên",
        RecipientGroup.PARTY_COUNCIL.value: "Đảng, HĐND, đoàn thể",
        RecipientGroup.LEADERS.value: "Lãnh đạo",
        RecipientGroup.COORDINATE.value: "Phối hợp",
        RecipientGroup.EXECUTE.value: "Thực hiện",
        RecipientGroup.PORTAL.value: "Cổng, trang thông tin",
    }
)
