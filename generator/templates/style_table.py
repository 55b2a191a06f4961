"""The named styles of the generated template: which component of the decree each one follows, and how it stands.

Sizes, weights, slopes and alignments come from the profile; here stand only the names and what the decree leaves
to the office (spacing, keeping together).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Align = Literal["left", "center", "right", "justify"]


@dataclass(frozen=True)
class StyleSpec:
    """A paragraph style; lengths in millimetres, spacing in points. None means: as the component says, or none."""

    name: str
    component: str | None = None
    """Component of the profile whose size, weight, slope and alignment the style takes."""
    size: float | None = None
    align: Align | None = None
    bold: bool | None = None
    italic: bool | None = None
    capitals: bool = False
    before: float = 0
    after: float = 0
    indent_first: bool = False
    """Whether the first line stands in by the decree's indent (II.6e)."""
    left: float = 0
    right: float = 0
    keep_with_next: bool = False
    keep_lines: bool = False
    outline: int | None = None
    """Level in Word's navigation pane and in the bookmarks of a PDF, from 0."""
    rule: bool = False
    """Whether the style is a rule line: an empty paragraph with a line along its bottom."""
    based_on: str | None = None
    """Name of the style from which it takes all but its size; None for Word's plain one."""
    frame: str | None = None
    """Name of the frame of the component that is drawn around the paragraph (III.2b, c)."""


_RULE_SIZE = 2.0
SMALL = " - nhỏ"
"""What the names of the styles of the smaller set of sizes end with (PL I/I/V, footnote)."""
END_STYLE = "Hết phần"
"""Style of the tiny paragraph that ends a section."""

APPENDIX_HEAD = ("Phụ lục - số", "Phụ lục - tên", "Phụ lục - kèm theo", "Kẻ dưới Phụ lục")
"""Styles of the head of an appendix, from the top: label, title, note and rule."""

URGENCIES = ("KHẨN", "THƯỢNG KHẨN", "HOẢ TỐC")
"""The words of the urgency marks, each in a frame of its own width."""

STYLES: tuple[StyleSpec, ...] = (
    StyleSpec("Quốc hiệu", "national_name"),
    StyleSpec("Tiêu ngữ", "motto"),
    StyleSpec("Kẻ dưới Tiêu ngữ", size=_RULE_SIZE, align="center", rule=True),
    StyleSpec("Cơ quan chủ quản", "parent"),
    StyleSpec("Cơ quan ban hành", "issuer"),
    StyleSpec("Kẻ dưới Cơ quan ban hành", size=_RULE_SIZE, align="center", rule=True),
    StyleSpec("Số và ký hiệu", "number", before=6),
    StyleSpec("Trích yếu công văn", "subject_dispatch", before=6),
    StyleSpec("Địa danh và thời gian", "place_date", before=6),
    StyleSpec(f"Quốc hiệu{SMALL}", "national_name", based_on="Quốc hiệu"),
    StyleSpec(f"Tiêu ngữ{SMALL}", "motto", based_on="Tiêu ngữ"),
    StyleSpec(f"Địa danh và thời gian{SMALL}", "place_date", based_on="Địa danh và thời gian"),
    StyleSpec(f"Cơ quan chủ quản{SMALL}", "parent", based_on="Cơ quan chủ quản"),
    StyleSpec(f"Cơ quan ban hành{SMALL}", "issuer", based_on="Cơ quan ban hành"),
    *(StyleSpec(f"Mức độ khẩn - {words}", "urgency", before=6, frame=words) for words in URGENCIES),
    StyleSpec("Phạm vi lưu hành", "circulation", after=6, frame="*"),
    StyleSpec("Tên loại", "type_name", before=18, keep_with_next=True, keep_lines=True),
    StyleSpec("Trích yếu", "subject", keep_with_next=True, keep_lines=True),
    StyleSpec("Kẻ dưới Trích yếu", size=_RULE_SIZE, align="center", after=12, rule=True),
    StyleSpec("Thẩm quyền ban hành", "issuing_authority", before=6, after=6, keep_with_next=True, keep_lines=True),
    StyleSpec("Lời ban hành", "enacting_words", before=12, after=6, keep_with_next=True),
    StyleSpec("Người gửi điện", "body", align="center", before=6, keep_with_next=True),
    StyleSpec("Xác nhận", "body", align="center", before=6),
    StyleSpec("Kính gửi", "addressee", before=12, after=6, left=35),
    StyleSpec("Kính gửi - dòng", "addressee", left=52),
    StyleSpec("Căn cứ", "basis", before=6, indent_first=True),
    StyleSpec("Lời văn", "body", before=6, indent_first=True),
    StyleSpec("Lời văn - cuối", "body", before=6, indent_first=True, keep_with_next=True, keep_lines=True),
    StyleSpec("Phần và chương", "part", before=12, keep_with_next=True, outline=0),
    StyleSpec("Tên phần và chương", "part", capitals=True, keep_with_next=True, after=6),
    StyleSpec(
        "Mục I",
        "heading",
        capitals=True,
        before=6,
        indent_first=True,
        keep_with_next=True,
        outline=0,
    ),
    StyleSpec("Điều", "article", before=6, indent_first=True, keep_with_next=True, outline=0),
    StyleSpec(
        "Khoản có tiêu đề",
        "clause",
        bold=True,
        before=6,
        indent_first=True,
        keep_with_next=True,
        outline=1,
    ),
    StyleSpec("Khoản", "clause", before=6, indent_first=True),
    StyleSpec("Điểm có tiêu đề", "point", before=6, indent_first=True, keep_with_next=True, outline=2),
    StyleSpec("Điểm", "point", before=6, indent_first=True),
    StyleSpec("Gạch đầu dòng", "dash", before=6, indent_first=True),
    StyleSpec("Gạch cộng", "body", before=6, indent_first=True),
    StyleSpec("Ghi chú", "body", italic=True, before=6, indent_first=True),
    StyleSpec("Tên bảng", "body", align="center", bold=True, before=6, after=3, keep_with_next=True),
    StyleSpec("Hình", "body", align="center", before=6),
    StyleSpec("Tên hình", "body", align="center", bold=True, before=3, after=6, keep_lines=True),
    StyleSpec("Cạnh bảng", size=4, keep_with_next=True),
    StyleSpec("Trước chữ ký", size=6, keep_with_next=True),
    StyleSpec("Nơi nhận", "recipients_label"),
    StyleSpec("Nơi nhận - dòng", "recipients_item"),
    StyleSpec("Quyền hạn", "authority", keep_with_next=True),
    StyleSpec("Chức vụ", "position", keep_with_next=True),
    StyleSpec("Chỗ ký", "position", before=24, after=24, keep_with_next=True),
    StyleSpec("Chức vụ khác", "position", keep_with_next=True),
    StyleSpec("Họ và tên", "signer"),
    StyleSpec("Phụ lục - số", "appendix_label", keep_with_next=True, outline=0),
    StyleSpec("Phụ lục - tên", "appendix_title", capitals=True, keep_with_next=True, keep_lines=True),
    StyleSpec("Phụ lục - kèm theo", "appendix_note", keep_with_next=True),
    StyleSpec("Kẻ dưới Phụ lục", size=_RULE_SIZE, align="center", after=12, rule=True),
    StyleSpec("Bảng - tiêu đề", size=12, align="center", bold=True, before=2, after=2, keep_lines=True),
    StyleSpec("Bảng - nhóm", size=12, align="left", bold=True, before=2, after=2, keep_with_next=True),
    StyleSpec("Bảng - ô", size=12, align="left", before=2, after=2),
    StyleSpec("Số trang", "page_number"),
    StyleSpec(END_STYLE, size=1),
    StyleSpec("Thẻ điều khiển", size=8, align="left"),
)
