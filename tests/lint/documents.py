"""Good documents, one for each shape that the rules look at; every case breaks one of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from generator.ooxml.package import write_parts
from tests.lint.figures_content import CONTENT
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
_PARENT = (
    "Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Sông Vân về cải cách hành chính năm 2026"
)
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


def _sentence(day: int) -> str:
    """Return the sentence with another day, so that no two paragraphs of a list are the same."""
    return _SENTENCE.replace("ngày 15", f"ngày {day}")


def _text(text: str = _SENTENCE) -> dict[str, Any]:
    return {"kind": "paragraph", "text": text}


def _item(numbering: str, text: str = _SENTENCE, *blocks: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"kind": "item", "numbering": numbering, "text": text, "blocks": list(blocks), **more}


def _outline() -> list[dict[str, Any]]:
    points = [_item("letter", _sentence(day)) for day in (15, 16, 17)]
    first = _item("arabic", "Mục đích", *points, heading=True)
    second = _item("arabic", "Yêu cầu", _item("dash"), _item("dash", _sentence(16)), heading=True)
    return [
        {"numbering": "roman", "title": "Mục đích, yêu cầu", "blocks": [first, second]},
        {"numbering": "roman", "title": "Tổ chức thực hiện", "blocks": [_text(f"{_SENTENCE[:-1]} (Phụ lục I, II).")]},
    ]


def _work() -> list[dict[str, Any]]:
    """Return an outline that refers to its own parts and gives units their tasks."""
    aim = _item("arabic", "Mục đích", _item("letter"), _item("letter", _sentence(16)), heading=True)
    need = _item("arabic", "Yêu cầu", _item("dash", _sentence(17)), _item("dash", _sentence(18)), heading=True)
    office = _item("dash", "Chủ trì rà soát thủ tục, gửi Danh mục thủ tục được rà soát trước ngày 15/5/2026;")
    division = _item("dash", "Thực hiện nhiệm vụ tại Phụ lục và yêu cầu tại điểm b khoản 1 Mục I Kế hoạch này.")
    units = [
        _item("arabic", "Văn phòng Sở", office, heading=True),
        _item("arabic", "Sở Tài chính", division, heading=True),
    ]
    return [
        {"numbering": "roman", "title": "Mục đích, yêu cầu", "blocks": [aim, need]},
        {"numbering": "roman", "title": "Tổ chức thực hiện", "blocks": units},
    ]


_OPENING = (
    "Để thực hiện nhiệm vụ được Ủy ban nhân dân (UBND) tỉnh giao, Sở Nội vụ ban hành Kế hoạch cải cách hành chính năm"
    " 2026 như sau:"
)
_TASK_ROWS = (
    "STT|Nhiệm vụ|Sản phẩm|Thời gian|Đơn vị chủ trì|Đơn vị phối hợp",
    "1|Rà soát thủ tục|Danh mục thủ tục được rà soát|Trước ngày 15/5/2026|Văn phòng Sở|Sở Tài chính",
    "2|Kiểm tra cải cách hành chính|Kế hoạch kiểm tra|Quý II/2026|Phòng Tổ chức cán bộ|Văn phòng Sở",
    "3|Tuyên truyền cải cách hành chính|Tin, bài trên Cổng thông tin|Hằng tháng|Văn phòng Sở|Các phòng thuộc Sở",
    "4|Báo cáo kết quả năm|Báo cáo năm|Chậm nhất ngày 15/12/2026|Văn phòng Sở|UBND các xã, phường",
)


def _tasks() -> dict[str, Any]:
    note = "(Kèm theo Kế hoạch số 15/KH-SNV ngày 09 tháng 3 năm 2026 của Sở Nội vụ)"
    rows = [[{"text": cell} for cell in row.split("|")] for row in _TASK_ROWS]
    return {"label": "Phụ lục", "title": "Nhiệm vụ", "note": note, "blocks": [{"kind": "table", "rows": rows}]}


def _appendix(label: str, title: str) -> dict[str, Any]:
    note = "(Kèm theo Kế hoạch số 15/KH-SNV ngày 09 tháng 3 năm 2026 của Sở Nội vụ)"
    rows = [[{"text": "STT"}, {"text": "Nội dung"}], [{"text": "1"}, {"text": "Rà soát thủ tục"}]]
    return {"label": label, "title": title, "note": note, "blocks": [{"kind": "table", "rows": rows}]}


def _talk() -> list[dict[str, Any]]:
    return [{"numbering": "none", "blocks": [_text(), _text(_sentence(16))]}]


_PARTIES = {
    "concluded": "ngày 09 tháng 3 năm 2026, tại trụ sở Sở Nội vụ",
    "party_a_details": ["Địa chỉ: phường Sông Vân, tỉnh Sông Vân", "Đại diện: ông Nguyễn Văn A, Phó Giám đốc"],
    "party_b": "Trường Chính trị tỉnh Sông Vân",
    "party_b_details": ["Địa chỉ: xã An Phước, tỉnh Sông Vân", "Đại diện: bà Trần Thị B, Phó Hiệu trưởng"],
    "party_b_authority": "KT. Hiệu trưởng",
    "party_b_position": "Phó Hiệu trưởng",
    "party_b_signer": "Trần Thị B",
}
OWN_FIELDS: Mapping[str, dict[str, Any]] = {
    "resolution": {"legal_bases": _BASES},
    "decision": {"legal_bases": _BASES},
    "telegram": {"addressees": ["Giám đốc các sở", "Chủ tịch Ủy ban nhân dân các xã, phường"]},
    "invitation": {
        "addressees": ["Lãnh đạo các phòng thuộc Sở"],
        "event": "Cuộc họp đánh giá kết quả cải cách hành chính quý I năm 2026",
        "chair": "Phó Giám đốc Sở",
        "time": "08 giờ 00, ngày 20 tháng 3 năm 2026",
        "venue": "Phòng họp số 2, trụ sở Sở Nội vụ",
    },
    "introduction": {
        "person": "Nguyễn Văn B",
        "position": "Chuyên viên Văn phòng Sở",
        "sent_to": "Sở Tài chính",
        "errand": "Đối chiếu số liệu biên chế năm 2025",
        "valid_until": "2026-03-31",
    },
    "leave_permit": {
        "applied_on": "2026-03-05",
        "person": "Nguyễn Văn B",
        "position": "Chuyên viên Văn phòng Sở",
        "length": "05 ngày làm việc",
        "from_day": "2026-03-16",
        "to_day": "2026-03-20",
        "destination": "tỉnh Sông Vân",
        "counted_in": "nghỉ phép năm 2026",
    },
    "minutes": {
        "opened": "08 giờ 00, ngày 09 tháng 3 năm 2026",
        "venue": "Phòng họp số 2, trụ sở Sở Nội vụ",
        "attendees": ["Lãnh đạo Văn phòng Sở", "Trưởng các phòng thuộc Sở"],
        "chair": "Nguyễn Văn A, Phó Giám đốc Sở",
        "secretary": "Nguyễn Thị B, chuyên viên Văn phòng Sở",
        "closed": "11 giờ 00, ngày 09 tháng 3 năm 2026",
        "secretary_name": "Nguyễn Thị B",
    },
    **dict.fromkeys(("contract", "memorandum", "agreement"), _PARTIES),
}
"""By kind: the fields that only its form has, filled in."""

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
    "tasks": {
        "kind": "plan",
        **_SHARED,
        "subject": "Cải cách hành chính năm 2026",
        "legal_bases": [_BASES[0], {"lead": "Thực hiện", "text": _PARENT}],
        "preamble": [_OPENING],
        "sections": _work(),
        "closing": ["Trên đây là Kế hoạch cải cách hành chính năm 2026 của Sở Nội vụ"],
        "appendices": [_tasks()],
        "recipients": [
            {"name": "UBND tỉnh", "purpose": "để báo cáo"},
            {"name": "Sở Tài chính"},
            {"name": "UBND các xã, phường"},
            {"name": "Các phòng, đơn vị thuộc Sở"},
        ],
    },
    "figures": {"kind": "plan", **_SHARED, "legal_bases": _BASES, **CONTENT},
    "dispatch": {
        "kind": "dispatch",
        **_SHARED,
        "notation": "SNV-VP",
        "subject": "báo cáo kết quả cải cách hành chính",
        "addressees": ["Sở Tài chính", "Sở Xây dựng", "Văn phòng UBND tỉnh"],
        "sections": [{"numbering": "none", "blocks": [_text(), _text(_sentence(16))]}],
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
                    _item("article", _sentence(16), _item("arabic"), _item("arabic", _sentence(18))),
                    _item("article", _sentence(17)),
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
                    _item("article", "Đối tượng", _text(_sentence(16)), heading=True),
                ],
            },
            {
                "numbering": "chapter",
                "title": "Tổ chức",
                "blocks": [_item("article", "Nhiệm vụ", _text(), heading=True)],
            },
        ],
    },
    "telegram": {"kind": "telegram", **_SHARED, "subject": "Về phòng, chống bão số 3", "sections": _talk()},
    "invitation": {"kind": "invitation", **_SHARED, "subject": "Họp đánh giá cải cách hành chính"},
    "introduction": {"kind": "introduction", **_SHARED, "recipients": []},
    "leave_permit": {"kind": "leave_permit", **_SHARED, "recipients": [{"name": "Như trên"}]},
    "minutes": {
        "kind": "minutes",
        **_SHARED,
        "subject": "Họp đánh giá cải cách hành chính quý I năm 2026",
        "sections": _talk(),
        "signature": {"name": "Nguyễn Văn A"},
        "date": None,
    },
}


@cache
def good(name: str) -> bytes:
    """Return a rendered document in which the gate finds nothing, by its name in `FIELDS`."""
    return write_parts(rendered(document(**{**FIELDS[name], **OWN_FIELDS.get(name, {})})))
