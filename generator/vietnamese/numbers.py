"""Numbers as Vietnamese offices write them: 1.234.567,89; 98,5%; 1.500.000.000 đồng.

NĐ 30 does not regulate the form of numbers; it is that of CLDR's locale vi: a dot between thousands, a decimal
comma. Years, document numbers and codes are not grouped: they are no numbers in this sense.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, localcontext

from babel.numbers import get_decimal_symbol, get_group_symbol

_SIGNS = str.maketrans({",": get_group_symbol("vi"), ".": get_decimal_symbol("vi")})
_WRITTEN = re.compile(r"([-\u2212]?)([1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,(\d+))?", re.ASCII)

Number = int | float | Decimal


def format_number(value: Number, decimals: int | None = None) -> str:
    """Return the number with grouped thousands and a decimal comma.

    Without ``decimals`` every digit of the value is written, without trailing zeros; with it, exactly so many
    after the comma, halves rounded away from zero. ValueError for what is not finite.
    """
    exact = Decimal(str(value))
    if not exact.is_finite():
        raise ValueError(f"không viết được số «{value}»")
    if decimals is not None:
        return _rounded(exact, decimals)
    written = f"{exact:,f}"
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return _without_sign_of_zero(written).translate(_SIGNS)


def format_percent(value: Number, decimals: int | None = None) -> str:
    """Return a share given in hundredths with its sign, without a space: 98.5 is "98,5%"."""
    return f"{format_number(value, decimals)}%"


def format_money(value: Number, decimals: int | None = None) -> str:
    """Return an amount in đồng: 1500000000 is "1.500.000.000 đồng"."""
    return f"{format_number(value, decimals)} đồng"


def parse_number(text: str) -> Decimal | None:
    """Return the value of a number in Vietnamese form, spaces around it allowed; None for anything else.

    "1.601" is one thousand six hundred and one; "98.5", "1,234.5", "633/1.601" and "98,5%" are no numbers here.
    """
    match = _WRITTEN.fullmatch(text.strip())
    if not match:
        return None
    sign, whole, part = match.groups()
    return Decimal(("-" if sign else "") + whole.replace(".", "") + (f".{part}" if part else ""))


def pad(n: int) -> str:
    """Return a small count with at least two digits, as the decree writes them: "05 tờ", "12 tờ"."""
    return f"{n:02d}"


def _rounded(exact: Decimal, decimals: int) -> str:
    with localcontext() as context:
        context.prec = max(28, exact.adjusted() + decimals + 3)
        shown = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    return _without_sign_of_zero(f"{shown:,f}").translate(_SIGNS)


def _without_sign_of_zero(written: str) -> str:
    return written if any(digit in written for digit in "123456789") else written.lstrip("-")
