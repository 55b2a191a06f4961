"""Comparisons that fail or can never hold: of text with numbers, of lists with anything by size."""

from __future__ import annotations

from generator.templates.check.shapes import Shape

_KINDS = {"plain": "chữ", "rich": "chữ", "number": "số", "truth": "điều kiện đúng hay sai"}
_EQUAL = ("eq", "ne")
_ORDERED = ("gt", "gteq", "lt", "lteq")
_WHOLE = {"list": "cả danh sách", "record": "cả nhóm trường", "paragraph": "bảng"}


def mismatch(left: Shape, operator: str, right: Shape) -> str | None:
    """Return why two values cannot be compared by one of Jinja's operators; None when they can or nothing is known."""
    one, other = _KINDS.get(left.form), _KINDS.get(right.form)
    if operator in _ORDERED:
        whole = _WHOLE.get(left.form) or _WHOLE.get(right.form)
        return f"không so sánh {whole} lớn hay bé hơn được" if whole else _different(one, other)
    if operator in _EQUAL:
        return _different(one, other)
    if right.form == "list" and right.entry is not None:
        return _different(one, _KINDS.get(right.entry.form))
    return _different(one, other) if right.form in ("plain", "number") else None


def _different(one: str | None, other: str | None) -> str | None:
    return f"so sánh {one} với {other}, không bao giờ khớp" if one and other and one != other else None
