"""The body of the generated template: named styles and tags, as a clerk sees them in Word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from generator.errors import DataError
from generator.nd30.page import Columns
from generator.nd30.profile import Profile
from generator.ooxml.wml import element, text_element, twips
from generator.templates.style_table import URGENCIES
from generator.vietnamese.unicode import fold

Paragraphs = Iterable[etree._Element]

PICTURE, PICTURE_TITLE = "picture", "picture_title"
"""Kinds of line: a picture, and the title below it."""

LINE_STYLES = {
    "part": "Phần và chương",
    "part_title": "Tên phần và chương",
    "chapter": "Phần và chương",
    "chapter_title": "Tên phần và chương",
    "section": "Phần và chương",
    "section_title": "Tên phần và chương",
    "roman": "Mục I",
    "article": "Điều",
    "heading": "Khoản có tiêu đề",
    "arabic": "Khoản",
    "letter_heading": "Điểm có tiêu đề",
    "letter": "Điểm",
    "dash": "Gạch đầu dòng",
    "plus": "Gạch cộng",
    "note": "Ghi chú",
    "table_title": "Tên bảng",
    PICTURE_TITLE: "Tên hình",
}
"""The style of each kind of line of the body; every other kind is running text."""

RUNNING_TEXT = "Lời văn"
PICTURE_STYLE = "Hình"


def fixed_words(profile: Profile, component: str) -> str:
    """Return the words of a component that says the same in every document, such as Tiêu ngữ.

    Raises DataError for a component whose words differ.
    """
    words = profile.component(component).text
    if words is None:
        raise DataError(f"thể thức không định sẵn lời của thành phần «{component}»")
    return words.default


class BodyBuilder:
    """Writes the paragraphs of the template, with the words and columns of a profile and the ids of its styles."""

    def __init__(self, profile: Profile, style_ids: Mapping[str, str]) -> None:
        self._profile = profile
        self._ids = style_ids

    def body(self, section: etree._Element) -> etree._Element:
        """Return the ``w:body`` with the header, the content, the end, the appendices and the paper."""
        content = [
            *self._when("circulation", self._paragraph("Phạm vi lưu hành", "{{ circulation }}")),
            self._header(),
            *self._title(),
            *self._content(),
            self._paragraph("Trước chữ ký"),
            *self._ending(),
            *self._appendices(),
        ]
        return element("w:body", *content, section)

    def _content(self) -> Iterator[etree._Element]:
        """Yield what stands between the title and the end; forms with words of their own have another."""
        yield from self._addressees()
        yield from self._texts("legal_bases", "Căn cứ")
        yield from self._texts("preamble", RUNNING_TEXT)
        yield from self._lines("body")
        yield from self._texts("closing", RUNNING_TEXT)

    def _paragraph(self, style: str, *texts: str) -> etree._Element:
        """Return a paragraph; each text stands in a run of its own, so that a tag may replace its run."""
        properties = element("w:pPr", element("w:pStyle", val=self._ids[style]))
        return element("w:p", properties, *(element("w:r", text_element(text)) for text in texts))

    def _tag(self, tag: str) -> etree._Element:
        return self._paragraph("Thẻ điều khiển", tag)

    def _when(self, condition: str, *paragraphs: etree._Element) -> Iterator[etree._Element]:
        yield self._tag(f"{{%p if {condition} %}}")
        yield from paragraphs
        yield self._tag("{%p endif %}")

    def _each(self, loop: str, *paragraphs: etree._Element) -> Iterator[etree._Element]:
        yield self._tag(f"{{%p for {loop} %}}")
        yield from paragraphs
        yield self._tag("{%p endfor %}")

    def _header(self) -> etree._Element:
        left = [
            *self._when("issuer.parent", self._paragraph("Cơ quan chủ quản", "{{ issuer.parent }}")),
            self._paragraph("Cơ quan ban hành", "{{ issuer.name }}"),
            self._paragraph("Kẻ dưới Cơ quan ban hành"),
        ]
        right = [
            self._paragraph("Quốc hiệu", fixed_words(self._profile, "national_name")),
            self._paragraph("Tiêu ngữ", fixed_words(self._profile, "motto")),
            self._paragraph("Kẻ dưới Tiêu ngữ"),
        ]
        number = [
            self._paragraph("Số và ký hiệu", "Số: {{ number }}/{{ notation }}"),
            *self._when("not type_name", self._paragraph("Trích yếu công văn", "V/v ", "{{r subject }}")),
            *self._urgency(),
        ]
        date = [self._paragraph("Địa danh và thời gian", "{{ place_date }}")]
        return two_columns(self._profile.header, [(left, right), (number, date)])

    def _urgency(self) -> Iterator[etree._Element]:
        """Yield the mark in the frame of its words; both spellings of hỏa tốc are the same mark."""
        allowed = self._profile.component("urgency").text
        for words in URGENCIES:
            spellings = [one for one in (allowed.values if allowed else None) or () if fold(one) == fold(words)]
            condition = " or ".join(f"urgency == '{one}'" for one in spellings)
            yield from self._when(condition, self._paragraph(f"Mức độ khẩn - {words}", "{{ urgency }}"))

    def _title(self) -> Iterator[etree._Element]:
        yield from self._when(
            "type_name",
            self._paragraph("Tên loại", "{{ type_name }}"),
            *self._when("subject", self._paragraph("Trích yếu", "{{r subject }}")),
            self._paragraph("Kẻ dưới Trích yếu"),
        )

    def _addressees(self) -> Iterator[etree._Element]:
        yield from self._when("addressees | length == 1", self._paragraph("Kính gửi", "Kính gửi: {{ addressees[0] }}"))
        yield from self._when(
            "addressees | length > 1",
            self._paragraph("Kính gửi", "Kính gửi:"),
            *self._each("name in addressees", self._paragraph("Kính gửi - dòng", "- {{ name }}")),
        )

    def _texts(self, field: str, style: str) -> Iterator[etree._Element]:
        """Yield the loop over a list of texts of one style."""
        yield from self._each(f"line in {field}", self._paragraph(style, "{{r line.text }}"))

    def _lines(self, field: str) -> Iterator[etree._Element]:
        """Yield the loop over lines of different kinds."""
        yield from self._each(f"line in {field}", *self._branches())

    def _branches(self) -> Iterator[etree._Element]:
        keyword = "if"
        for style, kinds in _by_style().items():
            condition = " or ".join(f"line.kind == '{kind}'" for kind in kinds)
            yield self._tag(f"{{%p {keyword} {condition} %}}")
            yield self._paragraph(style, "{{ line.label }}", "{{r line.text }}")
            keyword = "elif"
        yield self._tag("{%p elif line.kind == 'table' %}")
        yield self._paragraph("Cạnh bảng")
        yield self._tag("{{p line.table }}")
        yield self._paragraph("Cạnh bảng")
        yield self._tag(f"{{%p elif line.kind == '{PICTURE}' %}}")
        yield self._paragraph(PICTURE_STYLE, "{{r line.text }}")
        yield self._tag("{%p else %}")
        yield self._paragraph(RUNNING_TEXT, "{{ line.label }}", "{{r line.text }}")
        yield self._tag("{%p endif %}")

    def _ending(self) -> Iterator[etree._Element]:
        yield two_columns(self._profile.signature, [(list(self._recipients()), list(self._signature()))])

    def _recipients(self) -> Iterator[etree._Element]:
        yield self._paragraph("Nơi nhận", fixed_words(self._profile, "recipients_label"))
        yield from self._each("line in recipients", self._paragraph("Nơi nhận - dòng", "- {{ line }}"))

    def _signature(self, *below_position: etree._Element) -> Iterator[etree._Element]:
        yield from [
            *self._each("line in signature.authority", self._paragraph("Quyền hạn", "{{ line }}")),
            self._paragraph("Chức vụ", "{{ signature.position }}"),
            *below_position,
            self._paragraph("Chỗ ký"),
            *self._when("signature.second_title", self._paragraph("Chức vụ khác", "{{ signature.second_title }}")),
            self._paragraph("Họ và tên", "{{ signature.name }}"),
        ]

    def _appendices(self) -> Iterator[etree._Element]:
        yield self._tag("{{p section_break }}")
        yield from self._each(
            "appendix in appendices",
            self._tag("{%p if appendix.type_name %}"),
            self._paragraph("Tên loại", "{{ appendix.type_name }}"),
            self._paragraph("Trích yếu", "{{r appendix.title }}"),
            self._tag("{%p else %}"),
            self._paragraph("Phụ lục - số", "{{ appendix.label }}"),
            self._paragraph("Phụ lục - tên", "{{r appendix.title }}"),
            self._tag("{%p endif %}"),
            *self._when("appendix.note", self._paragraph("Phụ lục - kèm theo", "{{r appendix.note }}")),
            self._paragraph("Kẻ dưới Phụ lục"),
            *self._lines("appendix.lines"),
            self._tag("{{p appendix.section_break }}"),
        )


def two_columns(columns: Columns, rows: Iterable[tuple[Paragraphs, Paragraphs]]) -> etree._Element:
    """Return a table without borders, each of its rows kept on one page."""
    widths = (twips(columns.left.default), twips(columns.right.default))
    padding = twips(columns.cell_padding.default)
    properties = element(
        "w:tblPr",
        element("w:tblW", w=sum(widths), type="dxa"),
        element("w:tblLayout", type="fixed"),
        element("w:tblCellMar", *(element(f"w:{side}", w=padding, type="dxa") for side in ("left", "right"))),
    )
    grid = element("w:tblGrid", *(element("w:gridCol", w=width) for width in widths))
    return element("w:tbl", properties, grid, *(_row(row, widths) for row in rows))


def _row(cells: tuple[Paragraphs, Paragraphs], widths: tuple[int, int]) -> etree._Element:
    made = [
        element("w:tc", element("w:tcPr", element("w:tcW", w=width, type="dxa")), *paragraphs)
        for paragraphs, width in zip(cells, widths, strict=True)
    ]
    return element("w:tr", element("w:trPr", element("w:cantSplit")), *made)


def _by_style() -> dict[str, list[str]]:
    """Return the kinds of line by their style, in the order of the decree's levels."""
    kinds: dict[str, list[str]] = {}
    for kind, style in LINE_STYLES.items():
        kinds.setdefault(style, []).append(kind)
    return kinds
