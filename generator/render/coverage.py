"""Whether all that a document prints was printed by the template: what was not is told, and nothing out of order.

It looks at the values that were offered to the template, not at the template, and so is a witness of the program: a
line or a row that a faulty program leaves out is found here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, count, repeat
from operator import contains, is_
from typing import Any

from generator.diagnostics import Diagnostic, Place, warning
from generator.model.forms import FORMS
from generator.render.printing import Block, Drawing, Pieces, Rich, Unmarked
from generator.render.proof import ProofError
from generator.templates.fields import fields_of
from generator.vietnamese.marks import plain

_TAGS = re.compile(r"<[^>]*>")
_SINGLE = ("number", "notation", "place_date", "type_name", "subject", "urgency", "circulation")
_RECORDS = {"issuer": ("parent", "name"), "signature": ("position", "second_title", "name")}
_LISTS = ("legal_bases", "preamble", "body", "closing")
_OF_LINE = ("label", "text", "table")
_OF_APPENDIX = ("type_name", "label", "title", "note")
_Offered = tuple[str, Any]


def unprinted(kind: str, values: Mapping[str, Any], filled: Iterable[Pieces]) -> tuple[Diagnostic, ...]:
    """Return a warning for each field of which something was offered and not printed, in the order of the fields.

    Raises ProofError when the lines of a list were printed in another order than the data have.
    """
    parts = list(filled)
    printed = list(chain.from_iterable([pieces[1::2] for pieces in parts]))
    identities = list(map(id, printed))
    own = list(_own(kind, values))
    if _all_printed(values, own, printed, identities):
        return ()
    places = dict(zip(identities, count(), strict=False))
    _hold_order(values, places)
    lacking = [(name, value) for name, value in (*_offered(values), *own) if value and not _is_printed(value, places)]
    xml, words = _squeezed("".join(chain(*parts))), _squeezed("".join(map(_words, parts)))
    lost = Counter(name for name, value in lacking if not _stands_in(value, xml, words))
    labels = {field.name: field.label for field in fields_of(kind)}
    return tuple(_warning(name, labels.get(name, name), times) for name, times in lost.items())


def _offered(values: Mapping[str, Any]) -> Iterator[_Offered]:
    """Yield what a template is to print, with the name of the field."""
    for name in _SINGLE:
        yield name, values[name]
    for name, fields in _RECORDS.items():
        yield from ((f"{name}.{field}", values[name][field]) for field in fields)
    for name, texts in (("addressees[]", values["addressees"]), ("recipients[]", values["recipients"])):
        yield from ((name, text) for text in texts)
    yield from (("signature.authority[]", text) for text in values["signature"]["authority"])
    for name in _LISTS:
        yield from _of_lines(f"{name}[]", values[name])
    for appendix in values["appendices"]:
        yield from ((f"appendices[].{field}", appendix[field]) for field in _OF_APPENDIX)
        yield from _of_lines("appendices[].lines[]", appendix["lines"])


def _own(kind: str, values: Mapping[str, Any]) -> Iterator[_Offered]:
    """Yield the fields that only this kind has."""
    for name in FORMS[kind].own_fields() if kind in FORMS else ():
        value = values[name]
        yield from ((f"{name}[]", text) for text in value) if isinstance(value, list) else ((name, value),)


def _all_printed(
    values: Mapping[str, Any], own: Sequence[_Offered], printed: Pieces, identities: Sequence[int]
) -> bool:
    """Tell whether every text itself was printed, those of a list in order: a quick look before a slow one."""
    known = set(identities)
    others = [*_single_texts(values), *(value for _, value in own)]
    for lines in _line_lists(values):
        if not _in_order(map(id, filter(None, [line["text"] for line in lines])), identities):
            return False
        others += [line["label"] for line in lines if "label" in line]
        if not all(_in_one_piece(line["table"], printed, identities) for line in lines if "table" in line):
            return False
    return known.issuperset(map(id, filter(None, others)))


def _in_order(wanted: Iterable[int], identities: Iterable[int]) -> bool:
    """Tell whether all that are wanted are there one after the other, whatever is between."""
    rest: Any = iter(identities)  # looked through once: each search goes on behind what the last one found
    return all(map(contains, repeat(rest), wanted))


def _in_one_piece(table: Block, printed: Pieces, identities: Sequence[int]) -> bool:
    """Tell whether the very texts of a table were printed one after the other with nothing between."""
    texts = table.pieces[1::2]
    first = next((place for place, text in enumerate(texts) if text), None)
    if first is None:
        return True
    try:
        start = identities.index(id(texts[first])) - first
    except ValueError:
        return False
    found = printed[start : start + len(texts)] if start >= 0 else []
    return len(found) == len(texts) and all(map(is_, found, texts))


def _single_texts(values: Mapping[str, Any]) -> list[Any]:
    """Return the values of `_offered` that stand in no list of lines."""
    issuer, signature = values["issuer"], values["signature"]
    return [
        *(values[name] for name in _SINGLE),
        *(issuer[field] for field in _RECORDS["issuer"]),
        *(signature[field] for field in _RECORDS["signature"]),
        *(appendix[field] for appendix in values["appendices"] for field in _OF_APPENDIX),
        *values["addressees"], *values["recipients"], *signature["authority"],
    ]  # fmt: skip


def _line_lists(values: Mapping[str, Any]) -> list[Sequence[Mapping[str, Any]]]:
    return [*(values[name] for name in _LISTS), *(appendix["lines"] for appendix in values["appendices"])]


def _of_lines(name: str, lines: Sequence[Mapping[str, Any]]) -> Iterator[_Offered]:
    names = [(field, f"{name}.{field}") for field in _OF_LINE]
    return ((full, line[field]) for line in lines for field, full in names if field in line)


def _is_printed(value: Any, places: Mapping[int, int]) -> bool:
    """Tell whether the very value is among the texts; a table is when all its texts are, one after the other."""
    if isinstance(value, Block):
        texts = value.pieces[1::2]
        return not any(texts) or all(id(text) in places for text in texts)
    return id(value) in places


def _stands_in(value: Any, xml: str, words: str) -> bool:
    """Tell whether a value was printed in pieces: marked, in capitals, or put together by the template."""
    if isinstance(value, Block | Unmarked):
        return False
    if isinstance(value, Drawing):
        return _squeezed(str(value)) in xml
    return _squeezed(plain(value) if isinstance(value, Rich) else str(value)) in words


def _words(pieces: Pieces) -> str:
    """Return the text of a part: the data as they are, of the template what stands between its tags."""
    texts = list(pieces)
    texts[0::2] = [_TAGS.sub("", xml) for xml in pieces[0::2]]
    return "".join(texts)


def _squeezed(text: str) -> str:
    return "".join(text.casefold().split())


def _hold_order(values: Mapping[str, Any], places: Mapping[int, int]) -> None:
    for lines in _line_lists(values):
        found = [place for place in map(places.get, [id(line["text"]) for line in lines]) if place is not None]
        if found != sorted(found):
            raise ProofError("các dòng in ra không theo thứ tự của dữ liệu; không ghi gì")


def _warning(name: str, label: str, times: int) -> Diagnostic:
    return warning(
        f"mẫu không in «{label}» ({times} chỗ có dữ liệu)",
        Place(field=name),
        hint=f"thêm thẻ của trường {name} vào mẫu, hoặc bỏ phần ấy trong dữ liệu",
        code="template-unprinted",
    )
