"""Two thousand documents of any text whatever: every printed field comes out letter for letter."""

from __future__ import annotations

import random
import unicodedata
from typing import Any

import pytest

from generator.model.base import is_xml_character
from generator.vietnamese.marks import plain
from tests.rendered import document, rendered, unbroken

_PIECES = [
    "Sở", "KH&CN", "đẩy mạnh", "Ủy ban", "**", "*", "***", "\\", "\\*", "{{", "}}", "{%", "%}", "{{7*7}}", "{#",
    "{%p endfor %}",    "<", ">", "&", "&amp;", "&#65;", "</w:t>", "<w:br/>", "]]>", "<!--", "\"", "'",
    "%s", "$1", "{0}", "\t", " ", " ",
    ";", ".", "/.", "...", "“", "”", "ﬁ", "e\u0302\u0301", "\U0001f600", "٣", "\u202e", "\u00a0", "\u2028",
]  # fmt: skip
_DOCUMENTS, _BATCHES = 2000, 8


class _Writer:
    """Random texts; the decomposed letters among them are composed by the model."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)

    def line(self) -> str:
        """Return a line that is not blank, with neither a blank nor an end mark of lists at its ends."""
        pieces = [self._piece() for _ in range(self._chance.randint(1, 7))]
        return f"x{''.join(pieces)}y"

    def _piece(self) -> str:
        if self._chance.random() < 0.7:
            return self._chance.choice(_PIECES)
        while True:
            character = chr(self._chance.randint(0x20, self._chance.choice([0x7F, 0x5FF, 0x2FFF, 0xFFFF, 0x10FFFF])))
            if is_xml_character(character):
                return character


def _printed(value: str) -> str:
    return unicodedata.normalize("NFC", value)


def _rich(value: str) -> str:
    return plain(_printed(value))


@pytest.mark.parametrize("batch", range(_BATCHES))
def test_every_printed_field_of_a_random_document_comes_out_letter_for_letter(batch: int) -> None:
    for number in range(_DOCUMENTS // _BATCHES):
        _hold(_Writer(batch * _DOCUMENTS + number))


def _hold(writer: _Writer) -> None:
    value = {name: writer.line() for name in _FIELDS}
    found = unbroken(rendered(document("plan", **_fields(value))))
    assert found == _expected(value)


_FIELDS = (
    "parent", "issuer", "place", "number", "notation", "subject", "addressee",
    "basis", "preamble", "title", "item", "paragraph", "note", "other", "cell", "caption", "closing", "recipient",
    "position", "second", "name", "label", "appendix", "remark", "group", "task", "product", "second_product",
    "schedule",    "lead", "support", "monitor",
)  # fmt: skip


def _fields(value: dict[str, str]) -> dict[str, Any]:
    blocks = [
        {"kind": "item", "text": value["item"]},
        {"kind": "paragraph", "text": value["paragraph"]},
        {"kind": "note", "text": value["note"]},
        {"kind": "other", "text": value["other"]},
        {"kind": "table", "title": value["caption"], "rows": [[{"text": value["cell"]}]]},
    ]
    row = {
        "products": [value["product"], value["second_product"]],
        "schedule": value["schedule"],
        **{name: [value[name]] for name in ("lead", "support", "monitor")},
    }
    return {
        "issuer": {"parent": value["parent"], "name": value["issuer"], "place": value["place"]},
        **{name: value[name] for name in ("number", "notation", "subject")},
        "addressees": [value["addressee"]],
        "legal_bases": [{"text": value["basis"]}],
        "preamble": [value["preamble"]],
        "sections": [{"title": value["title"], "blocks": blocks}],
        "closing": [value["closing"]],
        "recipients": [{"name": value["recipient"]}],
        "archive": {"holders": ["VT"]},
        "signature": {"position": value["position"], "second_title": value["second"], "name": value["name"]},
        "tasks": [{"id": "NV1", "group": value["group"], "name": value["task"], "rows": [row]}],
        "appendices": [
            {
                "label": value["label"],
                "title": value["appendix"],
                "note": value["remark"],
                "blocks": [{"kind": "tasks", "layout": "seven_columns"}],
            }
        ],
    }


def _expected(value: dict[str, str]) -> list[str]:
    plain_of = {name: _printed(text) for name, text in value.items()}
    rich_of = {name: _rich(text) for name, text in value.items()}
    return [
        plain_of["parent"].upper(), plain_of["issuer"].upper(),
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        f"Số: {plain_of['number']}/{plain_of['notation']}",
        f"{plain_of['place']}, ngày      tháng      năm     ",
        "KẾ HOẠCH", rich_of["subject"], f"Kính gửi: {plain_of['addressee']}",
        f"{rich_of['basis']}.", rich_of["preamble"],
        f"I. {rich_of['title']}", f"- {rich_of['item']}", rich_of["paragraph"], rich_of["note"], plain_of["other"],
        rich_of["caption"], rich_of["cell"], f"{rich_of['closing']}./.",
        "Nơi nhận:", "- Như trên;", f"- {plain_of['recipient']};", "- Lưu: VT.",
        plain_of["position"].upper(), plain_of["second"], plain_of["name"],
        plain_of["label"], rich_of["appendix"], rich_of["remark"],
        "STT", "Nhiệm vụ", "Sản phẩm", "Thời gian hoàn thành", "Đơn vị chủ trì", "Đơn vị phối hợp",
        "Theo dõi, kiểm tra, đôn đốc",
        "I", plain_of["group"], "1", rich_of["task"], f"- {rich_of['product']};", f"- {rich_of['second_product']}.",
        plain_of["schedule"], plain_of["lead"], plain_of["support"], plain_of["monitor"],
    ]  # fmt: skip
