"""The words by which the lines of the sample forms are known, as the decree prints them and as offices vary them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

CONTRACTS: Final = ("contract", "memorandum", "agreement")
"""Kinds with two parties, below whose bases the words of the form begin."""

_END: Final = r"\s*(?:\./\.|[;.])?\s*"
"""The mark that ends a line, which is set anew in print."""


@dataclass(frozen=True)
class Cue:
    """How a line of a form is told; the groups of the pattern are the fields that it fills."""

    pattern: re.Pattern[str]
    printed: re.Pattern[str]
    """The line in the words of the sample form; any other is printed anew in these."""
    fixed: bool = False
    """Whether it fills no field: a sentence that stands in every such document."""

    @property
    def fields(self) -> frozenset[str]:
        """The fields that it fills."""
        return frozenset(self.pattern.groupindex)


def _cue(varied: str, printed: str | None = None) -> Cue:
    pattern = re.compile(varied, re.IGNORECASE)
    return Cue(pattern, re.compile(printed or varied), fixed=not pattern.groupindex)


def _field(name: str, varied: str, printed: str) -> Cue:
    """Return the cue of a line of label and words: Địa điểm: Phòng họp số 2."""
    return _cue(rf"(?:{varied})\s*:\s*(?P<{name}>.*?){_END}$", rf"{printed}: .+")


_INVITED: Final = r"(?:[^:]*?\s)??(?:xin\s+)?(?:trân\s+trọng\s+)?(?:kính\s+)?mời"
_CHAIR: Final = (
    r"(?:(?:Người\s+)?Chủ\s+trì(?:\s+cuộc\s+họp|\s+hội\s+nghị)?|Chủ\s+t(?:ọa|oạ))(?:\s*\(chủ\s+(?:tọa|toạ|trì)\))?"
)
_PERSON: Final = r"(?:cấp\s+cho\s+)?(?:đồng\s+chí|ông|bà|đ/c)(?:\s*[(/]\s*(?:ông|bà)\s*\)?)?"
_DAY: Final = r"ngày\s[\d…. ]*tháng\s[\d…. ]*năm\s[\d…. ]*\d"

_CONTRACT: Final = (
    _cue(
        r"Hôm\s+nay,?\s+(?P<concluded>.+?),?\s+(?:chúng\s+tôi|hai\s+bên|các\s+bên)(?:\s+gồm(?:\s+có)?)?\s*:\s*$",
        r"Hôm nay, .+, chúng tôi gồm:",
    ),
    *(
        _cue(rf"Bên\s+{side}\s*:\s*(?P<party_{side}>.+?){_END}(?P<party_{side}_details>)$", rf"Bên {side.upper()}: .+")
        for side in "ab"
    ),
    _cue(
        r"(?:Hai|Các)\s+bên\s+(?:cùng\s+|đã\s+)?(?:thống\s+nhất|thỏa\s+thuận|thoả\s+thuận|cam\s+kết)\b.*:\s*(?P<content>)$",
        r"Hai bên thống nhất các nội dung sau:",
    ),
)

OPENINGS: Final[Mapping[str, Sequence[Cue]]] = {
    "telegram": (_cue(r"(?P<sender>[^:]{2,200}?)\s+(?:gửi\s+)?điện\s*:\s*(?P<addressees>.*?)\s*$", r"[^:]+ điện:"),),
    "invitation": (
        _cue(rf"{_INVITED}\s*:\s*(?P<addressees>.*?)\s*$", r".+ trân trọng kính mời:.*"),
        _cue(
            rf"(?:(?:đến|tới)\s+)?(?:tham\s+)?dự\s*:?\s+(?P<event>.+?){_END}$",
            r"Tới dự .+",
        ),
        _field("chair", _CHAIR, "Chủ trì"),
        _field("time", r"Thời gian(?:\s+(?:bắt đầu|họp))?", "Thời gian"),
        _field("venue", r"Địa\s+điểm(?:\s+(?:họp|tổ chức))?", "Địa điểm"),
    ),
    "introduction": (
        _cue(r"[^:]*?\s*(?:trân\s+trọng\s+)?giới\s+thiệu\s*:\s*$", r".+ trân trọng giới thiệu:"),
        _field("person", rf"(?:[^:]*?giới\s+thiệu\s+)?{_PERSON}", r"Ông \(bà\)"),
        _field("position", r"Chức\s+(?:vụ|danh)", "Chức vụ"),
        _field("sent_to", r"(?:Được\s+)?cử\s+đến(?:\s+(?:cơ quan|đơn vị))?", "Được cử đến"),
        _field("errand", r"(?:Về\s+việc|Để)", "Về việc"),
    ),
    "leave_permit": (
        _cue(
            r"Xét\s+đơn\s+.*?\s(?P<applied_on>" + _DAY + r")(?:\s+của\s+.+)?,?\s*$",
            r"Xét Đơn đề nghị nghỉ phép ngày .+ của ông \(bà\) .+,",
        ),
        _cue(r"[^:]*?\s*cấp\s+cho\s*:\s*$", r".+ cấp cho:"),
        _field("person", _PERSON, r"Ông \(bà\)"),
        _field("position", r"Chức\s+(?:vụ|danh)", "Chức vụ"),
        _cue(
            r"Được\s+nghỉ\s+.*?trong\s+thời\s+gian\s+(?P<length>.+?),?\s+(?:kể\s+)?từ\s+(?P<from_day>ngày\s.+?)\s+"
            r"(?:cho\s+)?đến\s+(?:hết\s+)?(?P<to_day>" + _DAY + rf"),?\s+tại\s+(?P<destination>.+?){_END}$",
            r"Được nghỉ phép trong thời gian .+, kể từ .+ đến hết .+ tại .+\.",
        ),
    ),
    "minutes": (
        _field("opened", r"Thời\s+gian(?:\s+bắt\s+đầu|\s+họp)?|Bắt\s+đầu(?:\s+lúc)?", "Thời gian bắt đầu"),
        _field("venue", r"Địa\s+điểm(?:\s+(?:họp|tổ chức))?", "Địa điểm"),
        _field("chair", _CHAIR, r"Chủ trì \(chủ tọa\)"),
        _field(
            "secretary",
            r"(?:Thư\s+ký(?:\s+cuộc\s+họp|\s+hội\s+nghị)?|Người\s+(?:ghi|lập)\s+biên\s+bản)"
            r"(?:\s*\((?:người\s+)?(?:ghi|lập)\s+biên\s+bản\))?",
            r"Thư ký \(người ghi biên bản\)",
        ),
        _cue(
            r"(?:Thành\s+phần(?:\s+(?:tham\s+)?dự(?:\s+(?:họp|cuộc\s+họp|hội\s+nghị))?|\s+gồm(?:\s+có)?)?"
            r"|Có\s+mặt)\s*:?(?:\s*(?<=:)\s*(?P<attendees>.*?))?\s*$",
            r"Thành phần tham dự:",
        ),
        _cue(
            r"Nội\s+dung(?:\s+(?:cuộc\s+họp|họp|hội\s+nghị|hội\s+thảo))?(?:\s*\([^)]*\))?\s*:?\s*(?P<content>)$",
            r"Nội dung:",
        ),
    ),
    **dict.fromkeys(CONTRACTS, _CONTRACT),
}
"""What the content of each kind begins with."""

ENDINGS: Final[Mapping[str, Sequence[Cue]]] = {
    "introduction": (
        _cue(
            rf"Giấy(?:\s+giới\s+thiệu)?\s+này\s+có\s+giá\s+trị\s+(?:đến|từ)\s+(?:hết\s+)?(?P<valid_until>.+?){_END}$",
            r"Giấy này có giá trị đến hết .+",
        ),
        _cue(
            r"(?:Rất\s+mong|Đề\s+nghị|Kính\s+đề\s+nghị|Mong)\s+(?:Quý\s+)?.*\btạo\s+(?:mọi\s+)?điều\s+kiện\b.*$",
            r"Đề nghị Quý cơ quan tạo điều kiện để ông \(bà\) có tên ở trên hoàn thành nhiệm vụ\.",
        ),
    ),
    "leave_permit": (
        _cue(
            rf"Số\s+ngày\s+nghỉ\s+phép\s+(?:nêu\s+trên\s+)?được\s+tính\s+vào\s+(?:thời\s+gian\s+)?(?P<counted_in>.+?){_END}$",
            r"Số ngày nghỉ phép nêu trên được tính vào thời gian .+",
        ),
        _cue(r"Xác\s+nhận\s+của\s+(?:cơ\s+quan|chính\s+quyền|nơi)", r"Xác nhận của cơ quan \(tổ chức\) hoặc .+"),
    ),
    "minutes": (
        _cue(
            r"(?P<gathering>Cuộc\s+họp|Buổi\s+họp|Buổi\s+làm\s+việc|Hội\s+nghị|Hội\s+thảo|Biên\s+bản|Phiên\s+họp)"
            r"(?:\s+đã)?\s+(?:kết\s+thúc|bế\s+mạc|được\s+lập\s+xong)\s+(?:vào\s+)?(?:(?:lúc|hồi|vào)\s+)?(?P<closed>\d.+?)"
            rf"{_END}$",
            r"(?:Cuộc họp|Hội nghị|Hội thảo) kết thúc vào .+",
        ),
    ),
}
"""What the content of each kind ends with, the last sentence first; the others follow it upwards or downwards."""

DETAILS: Final = frozenset({"party_a_details", "party_b_details"})
"""What is told of the parties of a contract: entries that offices write without a dash too, Địa chỉ: …"""
LISTS: Final = frozenset({"addressees", "attendees", *DETAILS})
"""Fields of several entries, a dashed line each."""

MARKER: Final = "content"
"""Stands for a field in the line above the content proper, "Nội dung:"."""
BELOW: Final = "below"
"""Stands for a field in what a form has below the signature."""

_OPENS: Final = re.compile(
    rf"(?:{_INVITED}|[^:]{{2,200}}\s(?:điện|giới\s+thiệu|cấp\s+cho))\s*:|Xét\s+đơn\s", re.IGNORECASE
)


def opens_form(text: str) -> bool:
    """Tell whether the content of a form begins with the line, below the title."""
    return _OPENS.match(text) is not None
