"""Good documents, one for each shape that the rules look at; every case breaks one of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from generator.ooxml.package import write_parts
from tests.rendered import document, rendered

ROOT = Path(__file__).parents[2]
_SENTENCE = (
    "Các phòng, đơn vị theo chức năng, nhiệm vụ được giao chủ động phối hợp, tổ chức thực hiện và báo cáo kết quả"
    " về Văn phòng Sở trước ngày 15 tháng cuối quý để tổng hợp, trình Giám đốc Sở xem xét, chỉ đạo kịp thời."
)
_ISSUER = {"parent": "UBND tỉnh Sông Vân", "name": "Sở Nội vụ", "symbol": "SNV", "place": "Sông Vân"}
_BASES = [
    {"lead": "Căn cứ", "text": "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"},
    {
        "lead": "Căn cứ",
        "text": "Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình tổng thể",
    },
    {
        "lead": "Theo đề nghị của",
        "text": "Chánh Văn phòng Sở tại Tờ trình số 12/TTr-VP ngày 05 tháng 3 năm 2026 của Văn phòng Sở về kế hoạch",
    },
]
_SHARED: dict[str, Any] = {
    "issuer": _ISSUER,
    "number": "15",
    "date": "2026-03-09",
    "recipients": [{"name": "Các phòng, đơn vị thuộc Sở"}],
    "archive": {"holders": ["VT", "VP"]},
    "signature": {
        "authority": [{"code": "KT.", "of": "Giám đốc"}],
        "position": "Phó Giám đốc",
        "name": "Nguyễn Văn A",
    },
}


def _text(text: str = _SENTENCE) -> dict[str, Any]:
    return {"kind": "paragraph", "text": text}


def _item(numbering: str, text: str = _SENTENCE, *blocks: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"kind": "item", "numbering": numbering, "text": text, "blocks": list(blocks), **more}


def _outline() -> list[dict[str, Any]]:
    first = _item("arabic", "Mục đích", _item("letter"), _item("letter"), _item("letter"), heading=True)
    second = _item("arabic", "Yêu cầu", _item("dash"), _item("dash"), heading=True)
    return [
        {"numbering": "roman", "title": "Mục đích, yêu cầu", "blocks": [first, second]},
        {"numbering": "roman", "title": "Tổ chức thực hiện", "blocks": [_text(f"{_SENTENCE[:-1]} (Phụ lục I, II).")]},
    ]


def _appendix(label: str, title: str) -> dict[str, Any]:
    note = "(Kèm theo Kế hoạch số 15/KH-SNV ngày 09 tháng 3 năm 2026 của Sở Nội vụ)"
    rows = [[{"text": "STT"}, {"text": "Nội dung"}], [{"text": "1"}, {"text": "Rà soát thủ tục"}]]
    return {"label": label, "title": title, "note": note, "blocks": [{"kind": "table", "rows": rows}]}


FIELDS: Mapping[str, dict[str, Any]] = {
    "plan": {
        "kind": "plan",
        **_SHARED,
        "subject": "Cải cách hành chính năm 2026",
        "legal_bases": _BASES,
        "preamble": ["Sở Nội vụ ban hành Kế hoạch cải cách hành chính năm 2026 như sau:"],
        "sections": _outline(),
        "closing": [f"Trên đây là Kế hoạch cải cách hành chính năm 2026. {_SENTENCE[:-1]}"],
        "appendices": [_appendix("Phụ lục I", "Danh mục nhiệm vụ"), _appendix("Phụ lục II", "Danh mục chỉ tiêu")],
    },
    "dispatch": {
        "kind": "dispatch",
        **_SHARED,
        "notation": "SNV-VP",
        "subject": "báo cáo kết quả cải cách hành chính",
        "addressees": ["Sở Tài chính", "Sở Xây dựng", "Văn phòng UBND tỉnh"],
        "sections": [{"numbering": "none", "blocks": [_text(), _text()]}],
        "closing": [_SENTENCE[:-1]],
    },
    "decision": {
        "kind": "decision",
        **_SHARED,
        "subject": "Về việc thành lập Tổ công tác cải cách hành chính",
        "legal_bases": _BASES,
        "sections": [
            {
                "numbering": "none",
                "blocks": [
                    _item("article"),
                    _item("article", _SENTENCE, _item("arabic"), _item("arabic")),
                    _item("article"),
                ],
            }
        ],
    },
    "regulation": {
        "kind": "regulation",
        **_SHARED,
        "subject": "Làm việc của Tổ công tác",
        "sections": [
            {
                "numbering": "chapter",
                "title": "Quy định chung",
                "blocks": [
                    _item("article", "Phạm vi", _text(), heading=True),
                    _item("article", "Đối tượng", _text(), heading=True),
                ],
            },
            {
                "numbering": "chapter",
                "title": "Tổ chức",
                "blocks": [_item("article", "Nhiệm vụ", _text(), heading=True)],
            },
        ],
    },
}


@cache
def good(name: str) -> bytes:
    """Return a rendered document in which the gate finds nothing: plan, dispatch, decision, regulation."""
    return write_parts(rendered(document(**FIELDS[name])))
