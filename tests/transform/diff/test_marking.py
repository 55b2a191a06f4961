"""Both texts as one, the words of each marked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.transform.diff.marking import MarkKind, marked
from generator.transform.diff.sameness import same_key

_SIGNS = {MarkKind.EQUAL: "{}", MarkKind.REMOVED: "[-{}-]", MarkKind.ADDED: "{{+{}+}}"}


def _shown(old: str, new: str) -> str:
    return "".join(_SIGNS[one.kind].format(one.words) for one in marked(old, new))


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("Quý II/2027", "Quý III/2027", "Quý [-II-]{+III+}/2027"),
        ("trước ngày 30/6/2027", "trước ngày 15/7/2027", "trước ngày [-30/6/2027-]{+15/7/2027+}"),
        ("đạt 98,5%", "đạt 99%", "đạt [-98,5-]{+99+}%"),
        ("hằng tháng", "hằng tháng, hằng quý", "hằng tháng{+, hằng quý+}"),
        ("giai đoạn 2026 – 2030", "giai đoạn 2026 - 2030", "giai đoạn 2026 - 2030"),
        ("Báo cáo", "Quyết định công nhận", "[-Báo cáo-]{+Quyết định công nhận+}"),
        ("", "Văn phòng", "{+Văn phòng+}"),
        ("Sở Y tế và Sở Nội vụ chủ trì", "Phòng Văn hóa và Phòng Tư pháp chủ trì",
         "[-Sở Y tế và Sở Nội vụ-]{+Phòng Văn hóa và Phòng Tư pháp+} chủ trì"),
    ],
)  # fmt: skip
def test_words_are_marked(old: str, new: str, shown: str) -> None:
    assert _shown(old, new) == shown


def test_nothing_is_marked_in_nothing() -> None:
    assert marked("", "") == ()


_words = st.lists(st.sampled_from(["sở", "nội", "vụ", ",", "-", "–", "2027", "  ", "\n", "Đề", "án"])).map(" ".join)


@given(_words, _words)
def test_each_text_can_be_read_from_the_marks(old: str, new: str) -> None:
    marks = marked(old, new)
    before = "".join(one.words for one in marks if one.kind is not MarkKind.ADDED)
    after = "".join(one.words for one in marks if one.kind is not MarkKind.REMOVED)
    assert after == new
    assert same_key(before) == same_key(old)
    assert all(one.words for one in marks)
