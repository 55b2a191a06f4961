"""Word files of the genre that are hard to read, made by hand, each with what a careful reader counts in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from generator.ooxml.package import write_parts
from tests.ooxml.formatting.word_file import p, parts_of, r
from tests.reading.word.word_documents import NATION, merged, paragraphs, table

TAB = "<w:r><w:tab/></w:r>"
BREAK = "<w:r><w:br/></w:r>"
BOLD = "<w:b/>"


@dataclass(frozen=True)
class Count:
    """What a careful reader counts."""

    kind: str
    subject: str
    recipients: tuple[str, ...]
    position: str
    signer: str
    bases: int = 0
    outline: dict[str, int] = field(default_factory=dict)
    """Labels of the body by kind, those of kinds that do not occur left out."""
    appendices: tuple[str, ...] = ()
    tasks: int = 0
    groups: int = 0
    rows: int = 0
    """Rows of the task table."""
    tables: tuple[int, ...] = ()
    """How many rows each other table has, headings counted."""


HARD: dict[str, tuple[Callable[[], bytes], Count]] = {}


def hard(name: str, **counts: Any) -> Callable[[Callable[[], str | tuple[str, dict[str, str]]]], None]:
    """Keep a document: its body, or body and other parts."""

    def keep(build: Callable[[], str | tuple[str, dict[str, str]]]) -> None:
        def data() -> bytes:
            made = build()
            body, parts = (made, {}) if isinstance(made, str) else made
            return write_parts(parts_of(body + p(), **parts))

        HARD[name] = data, Count(**counts)

    return keep


def head(number: str, *, parent: str = "UBND TỈNH SÔNG VÂN", issuer: str = "SỞ NỘI VỤ") -> str:
    date = "Sông Vân, ngày 12 tháng 01 năm 2026"
    return table((paragraphs(parent, issuer), paragraphs(*NATION)), (f"Số: {number}", date))


def foot(*recipients: str, position: str = "GIÁM ĐỐC", above: tuple[str, ...] = (), name: str = "Nguyễn Văn A") -> str:
    return table((paragraphs("Nơi nhận:", *recipients), paragraphs(*above, position, "", "", name)))


def title(kind: str, *lines: str) -> str:
    return "".join(p(r(line, BOLD), jc="center") for line in (kind, *lines))


def section(width: int, height: int, *, landscape: bool = False, kind: str = "nextPage") -> str:
    """Return the paragraph that ends a section of pages of a size in twips."""
    turned = ' w:orient="landscape"' if landscape else ""
    size = f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
    return p(ppr=f'<w:sectPr><w:type w:val="{kind}"/>{size}</w:sectPr>')


def down(content: str, *, first: bool, **properties: str) -> str:
    """Return a cell of a column merged downwards."""
    return merged(content if first else "", vMerge="restart" if first else "continue", **properties)


_UNITS = ("Văn phòng Sở", "Phòng Tổ chức", "Thanh tra Sở")
_TASK_HEADS = ("STT", "Nhiệm vụ", "Sản phẩm", "Thời gian hoàn thành", "Đơn vị chủ trì", "Đơn vị phối hợp")


def _sixty_rows() -> list[tuple[str, ...]]:
    """60 rows of 48 tasks in 6 groups: each fourth task has two products; headings stand again after 25 rows."""
    rows: list[tuple[str, ...]] = [_TASK_HEADS]
    number = printed = 0
    for group in range(1, 7):
        rows.append((("I", "II", "III", "IV", "V", "VI")[group - 1], merged(f"LĨNH VỰC {group}", gridSpan="5")))
        for _ in range(8):
            number += 1
            for product in range(2 if number % 4 == 0 else 1):
                two, first = number % 4 == 0, product == 0
                if printed in (25, 50):
                    rows.append(_TASK_HEADS)
                printed += 1
                cells = (str(number), f"Rà soát quy định thứ {number}")
                unit = _UNITS[number % 3]
                shown = tuple(down(text, first=first) for text in cells) if two else cells
                last = (down(unit, first=first), down("Các phòng", first=first)) if two else (unit, "Các phòng")
                rows.append((*shown, f"Báo cáo {number}.{product + 1}", f"Tháng {number % 12 + 1}/2026", *last))
    return rows


@hard(
    "kế hoạch với phụ lục 60 hàng",
    kind="plan",
    subject="Cải cách hành chính nhà nước năm 2026 của Sở Nội vụ",
    bases=2,
    outline={"roman": 3, "arabic": 4, "letter": 2, "dash": 3, "plus": 2},
    recipients=("UBND tỉnh", "Các phòng thuộc Sở", "Lưu: VT, CCHC"),
    position="GIÁM ĐỐC",
    signer="Nguyễn Văn A",
    appendices=("NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026",),
    tasks=48,
    groups=6,
    rows=60,
)
def _plan() -> str:
    body = paragraphs(
        "Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ;",
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026 của UBND tỉnh,",
        "Sở Nội vụ ban hành Kế hoạch cải cách hành chính nhà nước năm 2026 như sau:",
        "I. MỤC ĐÍCH, YÊU CẦU",
        "1. Mục đích",
        "- Nâng cao chất lượng phục vụ.",
        "- Hoàn thành các chỉ tiêu được giao.",
        "2. Yêu cầu",
        "Bám sát chỉ đạo của cấp trên.",
        "II. NHIỆM VỤ",
        "1. Cải cách thể chế",
        "a) Rà soát văn bản:",
        "+ Văn bản của tỉnh;",
        "+ Văn bản của xã.",
        "b) Tổ chức thi hành.",
        "2. Cải cách thủ tục hành chính",
        "- Cắt giảm thời gian giải quyết.",
        "III. TỔ CHỨC THỰC HIỆN",
        "Giao Văn phòng Sở theo dõi, tổng hợp./.",
    )
    end = foot("- UBND tỉnh;", "- Các phòng thuộc Sở;", "- Lưu: VT, CCHC.")
    appendix = paragraphs("PHỤ LỤC", "NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026")
    note = p("(Kèm theo Kế hoạch số 15/KH-SNV ngày 12 tháng 01 năm 2026 của Sở Nội vụ)")
    name = title("KẾ HOẠCH", "Cải cách hành chính nhà nước năm 2026", "của Sở Nội vụ")
    rows = table(*_sixty_rows(), lines=True)
    return head("15/KH-SNV") + name + body + end + section(11906, 16838) + appendix + note + rows


_FORMS = (
    (
        "Công tác chỉ đạo điều hành",
        ("Số văn bản chỉ đạo đã ban hành", "Tỷ lệ hoàn thành kế hoạch", "Số sở đã kiểm tra"),
    ),
    ("Cải cách thể chế", ("Số văn bản quy phạm pháp luật ban hành", "Số văn bản đã kiểm tra")),
    ("Cải cách thủ tục hành chính", ("Số thủ tục công bố mới", "Số hồ sơ giải quyết đúng hạn")),
    ("Cải cách tổ chức bộ máy", ("Số phòng thuộc sở", "Tỷ lệ giảm đơn vị sự nghiệp")),
    ("Cải cách chế độ công vụ", ("Số công chức được đào tạo", "Số người bị kỷ luật")),
    ("Cải cách tài chính công", ("Số đơn vị tự chủ", "Tỷ lệ giải ngân")),
    ("Xây dựng chính quyền số", ("Tỷ lệ hồ sơ trực tuyến", "Số họp trực tuyến")),
)


def _form(number: int, name: str, labels: tuple[str, ...]) -> str:
    first = (down("STT", first=True), down("Chỉ tiêu thống kê", first=True), merged("Kết quả thống kê", gridSpan="2"))
    second = (down("", first=False), down("", first=False), "Đơn vị tính", "Số liệu", down("", first=False))
    rows = [(*first, down("Ghi chú", first=True)), second, ("(1)", "(2)", "(3)", "(4)", "(5)")]
    rows += [(str(place), label, "Văn bản", str(place * 7), "") for place, label in enumerate(labels, start=1)]
    return paragraphs(f"Biểu mẫu số {number}", name.upper()) + table(*rows, lines=True)


@hard(
    "báo cáo với bảy biểu",
    kind="report",
    subject="Kết quả cải cách hành chính quý I năm 2026",
    outline={"roman": 2, "arabic": 3},
    recipients=("Bộ Nội vụ", "UBND tỉnh", "Lưu: VT"),
    position="PHÓ GIÁM ĐỐC",
    signer="Trần Thị B",
    appendices=tuple(name.upper() for name, _ in _FORMS),
    tables=tuple(3 + len(labels) for _, labels in _FORMS),
)
def _report() -> str:
    body = paragraphs(
        "I. KẾT QUẢ THỰC HIỆN",
        "1. Công tác chỉ đạo, điều hành",
        "Sở đã ban hành 07 văn bản.",
        "2. Cải cách thể chế",
        "Đã rà soát 12 văn bản.",
        "II. PHƯƠNG HƯỚNG",
        "1. Tiếp tục đẩy mạnh cải cách.",
        "Trên đây là Báo cáo kết quả cải cách hành chính quý I năm 2026 của Sở Nội vụ./.",
    )
    forms = "".join(_form(number, *form) for number, form in enumerate(_FORMS, start=1))
    end = foot("- Bộ Nội vụ;", "- UBND tỉnh;", "- Lưu: VT.", above=("KT. GIÁM ĐỐC",), position="PHÓ GIÁM ĐỐC",
               name="Trần Thị B")  # fmt: skip
    name = title("BÁO CÁO", "Kết quả cải cách hành chính quý I năm 2026")
    return head("44/BC-SNV") + name + body + end + section(16838, 11906, landscape=True) + forms


@hard(
    "quyết định kèm quy chế",
    kind="decision",
    subject="Ban hành Quy chế làm việc của Sở Nội vụ",
    bases=2,
    outline={"article": 3},
    recipients=("Như Điều 3", "UBND tỉnh", "Lưu: VT, VP"),
    position="GIÁM ĐỐC",
    signer="Nguyễn Văn A",
    appendices=("Làm việc của Sở Nội vụ",),
)
def _decision() -> str:
    body = p("GIÁM ĐỐC SỞ NỘI VỤ", jc="center") + paragraphs(
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
        "Theo đề nghị của Chánh Văn phòng Sở.",
        "QUYẾT ĐỊNH:",
        "Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc của Sở Nội vụ.",
        "Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày ký.",
        "Điều 3. Chánh Văn phòng Sở, Trưởng các phòng chịu trách nhiệm thi hành Quyết định này./.",
    )
    rules = paragraphs(
        "QUY CHẾ", "Làm việc của Sở Nội vụ",
        "(Ban hành kèm theo Quyết định số 20/QĐ-SNV ngày 12 tháng 01 năm 2026 của Giám đốc Sở Nội vụ)",
        "Chương I", "QUY ĐỊNH CHUNG",
        "Điều 1. Phạm vi điều chỉnh", "1. Quy chế này quy định nguyên tắc làm việc.", "2. Áp dụng với công chức.",
        "Điều 2. Nguyên tắc", "a) Tập trung dân chủ.", "b) Đúng thẩm quyền.",
        "Chương II", "CHẾ ĐỘ LÀM VIỆC", "Điều 3. Hội họp", "Họp giao ban vào thứ hai hằng tuần.",
    )  # fmt: skip
    name = title("QUYẾT ĐỊNH", "Ban hành Quy chế làm việc của Sở Nội vụ")
    end = foot("- Như Điều 3;", "- UBND tỉnh;", "- Lưu: VT, VP.")
    return head("20/QĐ-SNV") + name + body + end + section(11906, 16838) + rules


@hard(
    "công văn với Nơi nhận bằng tab",
    kind="dispatch",
    subject="rà soát thủ tục hành chính",
    outline={"arabic": 2, "dash": 2},
    recipients=("Như trên", "UBND tỉnh", "Lưu: VT, KSTT"),
    position="GIÁM ĐỐC",
    signer="Nguyễn Văn A",
)
def _letter() -> str:
    top = table(
        (paragraphs("UBND TỈNH SÔNG VÂN", "SỞ NỘI VỤ"), paragraphs(*NATION)),
        (paragraphs("Số: 120/SNV-KSTT", "V/v rà soát thủ tục hành chính"), "Sông Vân, ngày 02 tháng 3 năm 2026"),
    )
    body = p("Kính gửi:", TAB, "Các phòng thuộc Sở.") + paragraphs(
        "Thực hiện chỉ đạo của UBND tỉnh, Sở Nội vụ đề nghị các phòng:",
        "1. Rà soát thủ tục hành chính:",
        "- Thủ tục của Sở;",
        "- Thủ tục của xã.",
        "2. Gửi kết quả trước ngày 20/3/2026.",
        "Đề nghị các phòng thực hiện./.",
    )
    end = "".join(
        (
            p(r("Nơi nhận:", BOLD), TAB, "GIÁM ĐỐC"), p("- Như trên;"), p("- UBND tỉnh;"), p("- Lưu: VT, KSTT."),
            p(TAB, TAB, "Nguyễn Văn A"),
        )
    )  # fmt: skip
    return top + body + end


@hard(
    "tờ trình với Nơi nhận ở dưới chữ ký",
    kind="submission",
    subject="Về việc phê duyệt Đề án vị trí việc làm",
    bases=1,
    outline={"roman": 2, "arabic": 2},
    recipients=("UBND tỉnh", "Lưu: VT"),
    position="GIÁM ĐỐC",
    signer="Nguyễn Văn A",
)
def _proposal() -> str:
    body = p("Kính gửi: Ủy ban nhân dân tỉnh Sông Vân", jc="center") + paragraphs(
        "Căn cứ Nghị định số 62/2020/NĐ-CP ngày 01 tháng 6 năm 2020 của Chính phủ;",
        "Sở Nội vụ kính trình UBND tỉnh xem xét, phê duyệt Đề án như sau:",
        "I. SỰ CẦN THIẾT",
        "Việc ban hành Đề án là cần thiết.",
        "II. NỘI DUNG",
        "1. Số lượng vị trí việc làm: 45 vị trí.",
        "2. Kinh phí: theo dự toán được giao.",
        "Sở Nội vụ kính trình UBND tỉnh xem xét, quyết định./.",
    )
    signed = "".join(p(text, jc="right") for text in ("GIÁM ĐỐC", "Nguyễn Văn A"))
    below = paragraphs("Nơi nhận:", "- UBND tỉnh;", "- Lưu: VT.")
    name = title("TỜ TRÌNH", "Về việc phê duyệt Đề án vị trí việc làm")
    return head("31/TTr-SNV") + name + body + signed + below


@hard(
    "giấy mời",
    kind="invitation",
    subject="Họp đánh giá công tác cải cách hành chính",
    recipients=("Như thành phần mời", "Lưu: VT"),
    position="CHÁNH VĂN PHÒNG",
    signer="Lê Văn C",
)
def _invitation() -> str:
    body = paragraphs(
        "Sở Nội vụ trân trọng kính mời: Lãnh đạo các phòng thuộc Sở",
        "Tới dự: Họp đánh giá công tác cải cách hành chính.",
        "Thời gian: 08 giờ 00, ngày 15 tháng 01 năm 2026.",
        "Địa điểm: Phòng họp số 1.",
        "Đề nghị đại biểu đến dự đúng thành phần./.",
    )
    end = foot("- Như thành phần mời;", "- Lưu: VT.", above=("TL. GIÁM ĐỐC",), position="CHÁNH VĂN PHÒNG",
               name="Lê Văn C")  # fmt: skip
    return head("09/GM-SNV") + title("GIẤY MỜI", "Họp đánh giá công tác cải cách hành chính") + body + end


def _level(number: int, form: str, text: str) -> str:
    return f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'


_NUMBERING = (
    '<w:abstractNum w:abstractNumId="1">'
    + _level(0, "upperRoman", "%1.") + _level(1, "decimal", "%2.") + _level(2, "lowerLetter", "%3)")
    + _level(3, "bullet", "-")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)  # fmt: skip


def _listed(level: int, text: str) -> str:
    return p(text, ppr=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')


@hard(
    "đánh số tự động lẫn gõ tay",
    kind="plan",
    subject="Kiểm tra công vụ năm 2026",
    outline={"roman": 3, "arabic": 4, "letter": 2, "dash": 3},
    recipients=("Các phòng", "Lưu: VT"),
    position="GIÁM ĐỐC",
    signer="Nguyễn Văn A",
)
def _automatic() -> tuple[str, dict[str, str]]:
    body = "".join(
        (
            p("Sở Nội vụ ban hành Kế hoạch kiểm tra công vụ năm 2026 như sau:"),
            _listed(0, "MỤC ĐÍCH"), _listed(1, "Mục đích"), _listed(3, "Chấn chỉnh kỷ luật."),
            _listed(3, "Phát hiện sai sót."), _listed(1, "Yêu cầu"), p("Kiểm tra đúng quy định."),
            p("II. NỘI DUNG"), p("1. Kiểm tra hồ sơ"), p("a) Hồ sơ giấy;"), p("b) Hồ sơ điện tử."),
            p("2. Kiểm tra thực tế"), _listed(3, "Tại bộ phận một cửa."),
            p("III. TỔ CHỨC THỰC HIỆN"), p("Thanh tra Sở chủ trì thực hiện./."),
        )
    )  # fmt: skip
    made = (
        head("18/KH-SNV") + title("KẾ HOẠCH", "Kiểm tra công vụ năm 2026") + body + foot("- Các phòng;", "- Lưu: VT.")
    )
    return made, {"numbering": _NUMBERING}


@hard(
    "tiêu đề đậm không nhãn, tên nhiều đoạn",
    kind="program",
    subject="Hành động thực hiện Nghị quyết về cải cách hành chính giai đoạn 2026 - 2030 trên địa bàn tỉnh Sông Vân",
    outline={"dash": 3},
    recipients=("Các sở", "Lưu: VT"),
    position="CHỦ TỊCH",
    signer="Phạm Văn D",
)
def _bold() -> str:
    name = title(
        "CHƯƠNG TRÌNH", "Hành động thực hiện Nghị quyết về cải cách hành chính", "giai đoạn 2026 - 2030",
        "trên địa bàn tỉnh Sông Vân",
    )  # fmt: skip
    body = "".join(
        (
            p(r("Mục tiêu", BOLD)), p("Xây dựng nền hành chính phục vụ."), p(r("Nhiệm vụ", BOLD)),
            p("- Cải cách thể chế;"), p("- Cải cách thủ tục;"), p("- Chuyển đổi số."),
            p(r("Tổ chức thực hiện", BOLD)), p("Các sở chịu trách nhiệm thực hiện./."),
        )
    )  # fmt: skip
    end = foot("- Các sở;", "- Lưu: VT.", above=("TM. ỦY BAN NHÂN DÂN",), position="CHỦ TỊCH", name="Phạm Văn D")
    return head("02/CTr-UBND", parent="", issuer="ỦY BAN NHÂN DÂN TỈNH SÔNG VÂN") + name + body + end


@hard(
    "phụ lục khổ Letter",
    kind="announcement",
    subject="Lịch tiếp công dân năm 2026",
    recipients=("Các phòng", "Lưu: VT"),
    position="GIÁM ĐỐC",
    signer="Nguyễn Văn A",
    outline={"arabic": 2},
    appendices=("LỊCH TIẾP CÔNG DÂN", "DANH SÁCH NGƯỜI TIẾP"),
    tables=(3, 3),
)
def _letter_size() -> str:
    body = paragraphs("Sở Nội vụ thông báo:", "1. Lịch tại Phụ lục I.", "2. Danh sách tại Phụ lục II./.")
    first = table(("STT", "Ngày", "Nội dung"), ("1", "05/01", "Tiếp dân"), ("2", "05/02", "Tiếp dân"), lines=True)
    second = table(("TT", "Họ và tên", "Chức vụ"), ("1", "Nguyễn Văn A", "Giám đốc"), ("2", "Trần Thị B", "Phó"),
                   lines=True)  # fmt: skip
    end = foot("- Các phòng;", "- Lưu: VT.") + section(11906, 16838)
    one = paragraphs("Phụ lục I", "LỊCH TIẾP CÔNG DÂN") + first + section(12240, 15840)
    two = paragraphs("Phụ lục II", "DANH SÁCH NGƯỜI TIẾP") + second + section(15840, 12240, landscape=True)
    return head("07/TB-SNV") + title("THÔNG BÁO", "Lịch tiếp công dân năm 2026") + body + end + one + two


@hard(
    "thay đổi được theo dõi và chú thích",
    kind="report",
    subject="Tình hình thực hiện nhiệm vụ năm 2025",
    outline={"arabic": 2, "dash": 2},
    recipients=("UBND tỉnh", "Lưu: VT"),
    position="GIÁM ĐỐC",
    signer="Nguyễn Văn A",
)
def _tracked() -> tuple[str, dict[str, str]]:
    inserted = '<w:ins w:id="1" w:author="A">' + r("12 văn bản") + "</w:ins>"
    deleted = '<w:del w:id="2" w:author="A"><w:r><w:delText>10 văn bản</w:delText></w:r></w:del>'
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = "".join(
        (
            p("1. Đã ban hành ", deleted, inserted, "."), p("- Trong đó có kế hoạch;", mark), p("- Và báo cáo."),
            p("2. Chưa hoàn thành nhiệm vụ nào./."),
        )
    )  # fmt: skip
    note = f'<w:footnote w:id="2">{p("Số liệu đến ngày 31/12/2025.")}</w:footnote>'
    name = title("BÁO CÁO", "Tình hình thực hiện nhiệm vụ năm 2025")
    return head("50/BC-SNV") + name + body + foot("- UBND tỉnh;", "- Lưu: VT."), {"footnotes": note}


@hard(
    "tiêu ngữ và tên loại ngắt dòng mềm, chữ ký ba cột",
    kind="plan",
    subject="Thi đua, khen thưởng năm 2026",
    outline={"roman": 1, "arabic": 2},
    recipients=("Các phòng", "Lưu: VT, TĐKT"),
    position="PHÓ GIÁM ĐỐC",
    signer="Trần Thị B",
)
def _soft() -> str:
    top = table((p("UBND TỈNH SÔNG VÂN", BREAK, "SỞ NỘI VỤ"), p(NATION[0], BREAK, NATION[1])),
                ("Số: 03/KH-SNV", "Sông Vân, ngày 05 tháng 01 năm 2026"))  # fmt: skip
    name = p(r("KẾ HOẠCH", BOLD), BREAK, r("Thi đua, khen thưởng", BOLD), BREAK, r("năm 2026", BOLD), jc="center")
    body = paragraphs("I. NỘI DUNG", "1. Phát động phong trào.", "2. Xét khen thưởng./.")
    signed = p("KT. GIÁM ĐỐC", BREAK, "PHÓ GIÁM ĐỐC") + paragraphs("", "", "Trần Thị B")
    end = table((paragraphs("Nơi nhận:", "- Các phòng;", "- Lưu: VT, TĐKT."), "", signed))
    return top + name + body + end


@hard(
    "nhiệm vụ trong thân, cột đổi chỗ, tiêu đề hai hàng",
    kind="plan",
    subject="Chuyển đổi số năm 2026",
    outline={"roman": 2},
    recipients=("Các phòng", "Lưu: VT"),
    position="GIÁM ĐỐC",
    signer="Nguyễn Văn A",
    tasks=4,
    groups=2,
    rows=5,
)
def _inline_tasks() -> str:
    whole = ("TT", "Nội dung nhiệm vụ", "Kết quả", "Thời hạn")
    heads = [
        (*(down(text, first=True) for text in whole), merged("Đơn vị thực hiện", gridSpan="2")),
        (*(down("", first=False) for _ in whole), "Chủ trì", "Phối hợp"),
        ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"),
    ]
    rows = [
        ("I", merged("HẠ TẦNG SỐ", gridSpan="5")),
        ("1", "Nâng cấp mạng", "Hệ thống mạng", "Quý I", "Văn phòng", down("Các phòng", first=True)),
        ("2", "Mua máy chủ", "Máy chủ", "Quý II", "Văn phòng", down("", first=False)),
        ("II", merged("DỮ LIỆU SỐ", gridSpan="5")),
        (down("3", first=True), down("Số hóa hồ sơ", first=True), "Kho hồ sơ", "Quý III", "Phòng A", "Phòng B"),
        (down("", first=False), down("", first=False), "Báo cáo", "Quý IV", "Phòng A", "Phòng B"),
        ("4", "Chia sẻ dữ liệu", "Danh mục dữ liệu", "Quý IV", "Phòng B", "Phòng A"),
    ]
    body = p("I. NHIỆM VỤ") + table(*heads, *rows, lines=True) + p("II. TỔ CHỨC THỰC HIỆN")
    last = p("Các phòng thực hiện nghiêm Kế hoạch này./.")
    name = title("KẾ HOẠCH", "Chuyển đổi số năm 2026")
    return head("21/KH-SNV") + name + body + last + foot("- Các phòng;", "- Lưu: VT.")
