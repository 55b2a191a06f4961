"""The content of a plan with figures that all agree: results, targets, times, totals, and a statistical form."""

from __future__ import annotations

from typing import Any

_TARGETS = (
    "STT|Chỉ tiêu|Kết quả năm 2025|Chỉ tiêu năm 2026",
    "1|Tỷ lệ hồ sơ được giải quyết đúng hạn|98,7%|≥ 99%",
    "2|Tỷ lệ hồ sơ phải yêu cầu bổ sung sau khi tiếp nhận|4,2%|≤ 3%",
    "3|Tỷ lệ văn bản đi được ký số và gửi trên môi trường mạng|100%|100%",
    "4|Số đơn vị được kiểm tra cải cách hành chính|14 đơn vị|≥ 16 đơn vị",
)
_FORM = (
    "STT|Chỉ tiêu thống kê|Đơn vị tính|Số liệu|Ghi chú",
    "1|Số văn bản chỉ đạo đã ban hành|Văn bản|52|",
    "2|Tỷ lệ hoàn thành Kế hoạch cải cách hành chính năm (Lũy kế đến thời điểm báo cáo)|%|62,5|",
    "2.1|Số nhiệm vụ đề ra trong kế hoạch|Nhiệm vụ|48|",
    "2.2|Số nhiệm vụ đã hoàn thành|Nhiệm vụ|30|",
    "3|Kiểm tra cải cách hành chính|||",
    "3.1|Số sở, ngành đã kiểm tra|Cơ quan, đơn vị|7|",
    "4|Thực hiện nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao|||",
    "4.1|Tổng số nhiệm vụ được giao|Nhiệm vụ|40|",
    "4.1.1|Số nhiệm vụ đã hoàn thành đúng hạn|Nhiệm vụ|31|",
    "4.1.2|Số nhiệm vụ đã hoàn thành nhưng quá hạn|Nhiệm vụ|6|",
    "4.1.3|Số nhiệm vụ quá hạn nhưng chưa hoàn thành|Nhiệm vụ|-|",
)
_TOTALS = (
    "STT|Đơn vị|Tổng số hồ sơ|Trực tuyến|Trực tiếp|Đúng hạn|Tỷ lệ đúng hạn (%)",
    "1|Văn phòng Sở|200|150|50|198|99,00",
    "2|Phòng Tổ chức cán bộ|120|60|60|117|97,50",
    "3|Phòng Cải cách hành chính|80|75|5|80|100",
    "|Tổng cộng|400|285|115|395|98,75",
)


def _text(text: str) -> dict[str, Any]:
    return {"kind": "paragraph", "text": text}


def _dash(text: str) -> dict[str, Any]:
    return {"kind": "item", "numbering": "dash", "text": text}


def _table(rows: tuple[str, ...]) -> dict[str, Any]:
    return {"kind": "table", "rows": [[{"text": cell} if cell else {} for cell in row.split("|")] for row in rows]}


def _section(title: str, *blocks: dict[str, Any]) -> dict[str, Any]:
    return {"numbering": "roman", "title": title, "blocks": list(blocks)}


def _appendix(label: str, title: str, rows: tuple[str, ...]) -> dict[str, Any]:
    note = "(Kèm theo Kế hoạch số 15/KH-SNV ngày 09 tháng 3 năm 2026 của Sở Nội vụ)"
    return {"label": label, "title": title, "note": note, "blocks": [_table(rows)]}


CONTENT: dict[str, Any] = {
    "subject": "Nâng cao chất lượng giải quyết thủ tục hành chính năm 2026",
    "preamble": ["Sở Nội vụ ban hành Kế hoạch nâng cao chất lượng giải quyết thủ tục hành chính năm 2026 như sau:"],
    "sections": [
        _section(
            "Kết quả đạt được",
            _text("Trong năm 2025, có 633/1.601 hồ sơ được nộp trực tuyến, đạt 39,54%."),
            _text("Tổng số hồ sơ thủ tục hành chính đã giải quyết xong là 1.500 hồ sơ, trong đó:"),
            _dash("Giải quyết đúng hạn: 1.480 hồ sơ;"),
            _dash("Giải quyết quá hạn: 20 hồ sơ."),
            _text("Sở đã mở tổng số 05 lớp bồi dưỡng, gồm: 03 lớp trực tuyến, 02 lớp trực tiếp."),
            _text("Trong năm 2025, tỷ lệ thanh toán trực tuyến đối với thủ tục hành chính của Sở đạt 35%."),
            _text("Tỷ lệ người dân hài lòng về việc giải quyết thủ tục hành chính là 93,6% (Phụ lục I, II)."),
        ),
        _section(
            "Mục tiêu năm 2026",
            _dash("Tỷ lệ thanh toán trực tuyến đối với thủ tục hành chính của Sở đạt 40%."),
            _dash("Tỷ lệ số hóa kết quả giải quyết thủ tục hành chính còn hiệu lực đạt từ 90% trở lên."),
            _table(_TARGETS),
        ),
        _section(
            "Thời gian thực hiện",
            _text("Tổ chức đợt cao điểm 60 ngày, từ ngày 12/3/2026 đến ngày 10/5/2026."),
            _text("Qua rà soát, tổng số hồ sơ thủ tục hành chính đã giải quyết xong là 1.500 hồ sơ."),
        ),
    ],
    "closing": [
        "Trên đây là Kế hoạch nâng cao chất lượng giải quyết thủ tục hành chính năm 2026, các đơn vị tổ chức thực hiện"
    ],
    "appendices": [
        _appendix("Phụ lục I", "Số liệu thống kê", _FORM),
        _appendix("Phụ lục II", "Kết quả giải quyết hồ sơ", _TOTALS),
    ],
}
