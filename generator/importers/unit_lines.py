"""Where the name of a unit begins among those of a cell, and where a line only goes on with the name above."""

from __future__ import annotations

import re

_SMALL = re.compile(r"(?:phòng|tổ|văn phòng|thanh tra|bộ phận|trung tâm|ban)\s+[A-ZĐ]")
"""Units that may begin with a small letter."""
_BULLET = re.compile(r"[-–+•]\s+")
_NAMED = re.compile(
    r"(?:Các|Mọi|Toàn thể|Sở|Bộ|Ban|Phòng|VP|Văn phòng|Văn thư|UBND|[UỦ][ỷỶy] ban|Ủy ban|HĐND|Hội|Thanh tra|Trung tâm"
    r"|TT\.?|Chi cục|Cục|Tổng cục|Công an|Công ty|Công đoàn|Công chức|Viên chức|Cán bộ|Bảo hiểm|BHXH|Kho bạc|Thuế"
    r"|Trường|Trạm|Tổ|Đội|Hạt|Đài|Báo|Bưu điện|Bưu chính|Viễn thông|Điện lực|Ngân hàng|Viện|Bệnh viện|Tòa án|Toà án"
    r"|Mặt trận|UBMTTQ|MTTQ|Liên đoàn|Liên minh|Đoàn|Đảng ủy|Tỉnh ủy|Huyện ủy|Thành ủy|Xã|Phường|Thị trấn|Đơn vị"
    r"|Cơ quan|Bộ phận|Chủ tịch|Phó|Giám đốc|Trưởng|Hiệu trưởng|Lãnh đạo|Thủ trưởng|Đồng chí|Đ/c|Ông|Bà)(?!\w)"
)
"""First words of units and of those who stand for them."""
_BARE = re.compile(r"(?:.*[,;/&-]\s*)?(?:Sở|Phòng|Ban|Trung tâm|UBND|Chi cục|Cục|Bộ|Hội|Trường|Công ty|Trạm)")
"""A name of which the telling part is still to come."""
_OFFICE = re.compile(r"(?:.*[,;]\s*)?(?:Văn phòng|VP|Thanh tra|Công chức|Lãnh đạo|Chủ tịch|Giám đốc)")
_OF_OFFICE = re.compile(r"(?:UBND|HĐND|Ủy ban|Uỷ ban|Đoàn|Tỉnh ủy|Huyện ủy|Đảng ủy|Thành ủy)(?!\w)")
_END = re.compile(r"[,;.]$")


def begins_unit(rest: str) -> bool:
    """Tell whether another unit begins here, after a mark."""
    return rest[:1].isupper() or _SMALL.match(rest) is not None or _BULLET.match(rest) is not None


def goes_on_unit(above: str, line: str) -> bool:
    """Tell whether a line of a cell goes on with the unit whose name the line above it ends with.

    Names of persons and short forms begin with any capital; after the name of a body a line begins a further unit only
    where it begins as such names do.
    """
    if above.count("(") > above.count(")"):
        return True
    if _BULLET.match(line) or (_END.search(above) and begins_unit(line)):
        return False
    if not begins_unit(line) or _BARE.fullmatch(above) or (_OFFICE.fullmatch(above) and _OF_OFFICE.match(line)):
        return True
    named = _NAMED.match(line) or _SMALL.match(line) or line[:2].isupper()
    return not named and _NAMED.match(above) is not None
