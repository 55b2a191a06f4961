"""More Word files that are hard to read: other ways of labelling, grouping and signing."""

from __future__ import annotations

from tests.importers.hard_files import BOLD, BREAK, HARD, TAB, down, foot, hard, head, section, title
from tests.ooxml.formatting.word_file import p, r
from tests.reading.word.word_documents import NATION, merged, paragraphs, table

__all__ = ["HARD"]


@hard(
    "nhóm nhiệm vụ là chữ đậm cả hàng",
    kind="plan",
    subject="Cải cách hành chính năm 2026",
    outline={"arabic": 1},
    recipients=("Các phòng", "Lưu: VT"),
    position="GIÁM ĐỐC",
    signer="Nguyễn Văn A",
    appendices=("DANH MỤC NHIỆM VỤ",),
    tasks=5,
    groups=2,
    rows=5,
)
def _bold_groups() -> str:
    group = "<w:tc><w:tcPr><w:gridSpan w:val='6'/></w:tcPr>{}</w:tc>"
    rows = [
        ("STT", "Tên nhiệm vụ", "Sản phẩm", "Thời gian", "Cơ quan chủ trì", "Cơ quan phối hợp"),
        (group.format(p(r("Lĩnh vực cải cách thể chế", BOLD))),),
        ("1", "Rà soát văn bản", "Báo cáo", "Quý I", "Thanh tra Sở", ""),
        ("2", "Xử lý văn bản", "Quyết định", "Quý II", "Thanh tra Sở", ""),
        (group.format(p(r("Lĩnh vực tài chính công", BOLD))),),
        ("3", "Giao quyền tự chủ", "Quyết định", "Quý II", "Văn phòng Sở", ""),
        ("4", "Công khai ngân sách", "Công bố", "Hằng quý", "Văn phòng Sở", "Các phòng"),
        ("5", "Quyết toán", "Báo cáo", "Tháng 3", "Văn phòng Sở", "Các phòng"),
    ]
    body = paragraphs("1. Nhiệm vụ tại Phụ lục.", "Các phòng thực hiện./.")
    name = title("KẾ HOẠCH", "Cải cách hành chính năm 2026")
    end = foot("- Các phòng;", "- Lưu: VT.") + section(11906, 16838)
    appendix = p("PHỤ LỤC", BREAK, "DANH MỤC NHIỆM VỤ", jc="center") + table(*rows, lines=True)
    return head("61/KH-SNV") + name + body + end + appendix


@hard(
    "nhóm gộp dọc ở cột đầu",
    kind="plan",
    subject="Tuyên truyền năm 2026",
    outline={"arabic": 1},
    recipients=("Các phòng", "Lưu: VT"),
    position="GIÁM ĐỐC",
    signer="Nguyễn Văn A",
    appendices=("NHIỆM VỤ TUYÊN TRUYỀN",),
    tasks=4,
    groups=2,
    rows=4,
)
def _group_column() -> str:
    rows = [
        ("Lĩnh vực", "STT", "Nhiệm vụ", "Sản phẩm", "Thời gian", "Đơn vị chủ trì"),
        (down("Báo chí", first=True), "1", "Viết bài", "10 bài", down("Cả năm", first=True), "Văn phòng"),
        (down("", first=False), "2", "Họp báo", "02 cuộc", down("", first=False), "Văn phòng"),
        (down("Trực quan", first=True), "3", "Treo pa nô", "05 pa nô", "Quý I", down("Phòng A", first=True)),
        (down("", first=False), "4", "In tờ rơi", "900 tờ", "Quý II", down("", first=False)),
    ]
    body = paragraphs("1. Nhiệm vụ tại Phụ lục.", "Các phòng thực hiện./.")
    end = foot("- Các phòng;", "- Lưu: VT.") + section(11906, 16838)
    appendix = paragraphs("PHỤ LỤC", "NHIỆM VỤ TUYÊN TRUYỀN") + table(*rows, lines=True)
    return head("62/KH-SNV") + title("KẾ HOẠCH", "Tuyên truyền năm 2026") + body + end + appendix


@hard(
    "nhãn kiểu cũ",
    kind="report",
    subject="Công tác năm 2025",
    outline={"part": 2, "roman": 3, "arabic": 3, "decimal": 2, "letter": 2, "plus": 2, "dash": 2},
    recipients=("UBND tỉnh", "Các phòng", "Lưu: VT"),
    position="Q. GIÁM ĐỐC",
    signer="Nguyễn Văn A",
)
def _old_labels() -> str:
    body = paragraphs(
        "Phần thứ nhất", "KẾT QUẢ NĂM 2025",
        "I/ CÔNG TÁC CHỈ ĐẠO", "1/ Ban hành văn bản", "– Ban hành 05 văn bản.", "– Tổ chức 02 hội nghị.",
        "2/ Kiểm tra", "2.1. Kiểm tra định kỳ: 04 đơn vị.", "2.2. Kiểm tra đột xuất: 01 đơn vị.",
        "II/ ĐÁNH GIÁ", "1/ Ưu điểm:", "a. Hoàn thành nhiệm vụ;", "b. Đúng thời hạn.",
        "Phần thứ hai", "PHƯƠNG HƯỚNG NĂM 2026",
        "I/ NHIỆM VỤ", "+ Cải cách thể chế;", "+ Cải cách thủ tục.",
        "Trên đây là Báo cáo công tác năm 2025./.",
    )  # fmt: skip
    end = foot("- UBND tỉnh;", "- Các phòng;", "- Lưu: VT.", position="Q. GIÁM ĐỐC")
    return head("70/BC-SNV") + title("BÁO CÁO", "Công tác năm 2025") + body + end


@hard(
    "kính gửi nhiều nơi",
    kind="dispatch",
    subject="đăng ký thi đua năm 2026",
    outline={"arabic": 2},
    recipients=("Như trên", "Lưu: VT, TĐ"),
    position="PHÓ CHÁNH VĂN PHÒNG",
    signer="Trần Thị B",
)
def _many_addressees() -> str:
    left = paragraphs("UBND TỈNH SÔNG VÂN", "SỞ NỘI VỤ", "Số: 88/SNV-TĐ", "V/v đăng ký thi đua", "năm 2026")
    top = table((left, paragraphs(*NATION, "", "Sông Vân, ngày 06 tháng 02 năm 2026")))
    body = paragraphs(
        "Kính gửi:", "- Các phòng thuộc Sở;", "- Ban Thi đua - Khen thưởng;", "- Chi cục Văn thư.",
        "Sở Nội vụ đề nghị các đơn vị:", "1. Đăng ký danh hiệu thi đua.", "2. Gửi về Sở trước ngày 28/02/2026.",
        "Trân trọng./.",
    )  # fmt: skip
    end = foot("- Như trên;", "- Lưu: VT, TĐ.", above=("TL. GIÁM ĐỐC", "KT. CHÁNH VĂN PHÒNG"),
               position="PHÓ CHÁNH VĂN PHÒNG", name="Trần Thị B")  # fmt: skip
    return top + body + end


@hard(
    "quyết định Điều chạy chữ và khoản",
    kind="decision",
    subject="Về việc phê duyệt Kế hoạch kiểm tra",
    bases=3,
    outline={"article": 4, "arabic": 2, "letter": 2},
    recipients=("Như Điều 4", "Lưu: VT"),
    position="PHÓ CHỦ TỊCH",
    signer="Phạm Văn D",
)
def _articles() -> str:
    body = p(r("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SÔNG VÂN", BOLD), jc="center") + "".join(
        (
            p("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"),
            p("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;"),
            p("Xét đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 31/TTr-SNV ngày 12 tháng 01 năm 2026."),
            p(r("QUYẾT ĐỊNH:", BOLD), jc="center"),
            p(r("Điều 1.", BOLD), " Phê duyệt Kế hoạch kiểm tra với các nội dung sau:"),
            p("1. Đối tượng kiểm tra:"),
            p("a) Các sở;"),
            p("b) Các xã."),
            p("2. Thời gian: quý II năm 2026."),
            p(r("Điều 2.", BOLD), " Giao Sở Nội vụ chủ trì thực hiện."),
            p(r("Điều 3.", BOLD), " Quyết định này có hiệu lực kể từ ngày ký."),
            p(r("Điều 4.", BOLD), " Chánh Văn phòng UBND tỉnh, Giám đốc Sở Nội vụ chịu trách nhiệm thi hành./."),
        )
    )
    end = foot("- Như Điều 4;", "- Lưu: VT.", above=("KT. CHỦ TỊCH",), position="PHÓ CHỦ TỊCH", name="Phạm Văn D")
    name = title("QUYẾT ĐỊNH", "Về việc phê duyệt Kế hoạch kiểm tra")
    return head("45/QĐ-UBND", parent="", issuer="ỦY BAN NHÂN DÂN TỈNH SÔNG VÂN") + name + body + end


@hard(
    "bảng trong thân và bảng lồng",
    kind="report",
    subject="Số liệu biên chế năm 2025",
    outline={"arabic": 2},
    recipients=("Bộ Nội vụ", "Lưu: VT"),
    position="GIÁM ĐỐC",
    signer="Nguyễn Văn A",
    tables=(3, 2),
)
def _nested_tables() -> str:
    inner = table(("Nam", "Nữ"), ("20", "25"), lines=True)
    first = table(("TT", "Đơn vị", "Số lượng"), ("1", "Văn phòng", "15"), ("2", "Thanh tra", "30"), lines=True)
    second = table(("STT", "Nội dung", "Ghi chú"), ("1", inner + p("Tổng 45"), "Đủ"), lines=True)
    body = p("1. Biên chế hiện có:") + first + p("2. Cơ cấu:") + second
    last = p("Trên đây là Báo cáo số liệu biên chế năm 2025./.")
    end = foot("- Bộ Nội vụ;", "- Lưu: VT.")
    return head("71/BC-SNV") + title("BÁO CÁO", "Số liệu biên chế năm 2025") + body + last + end


@hard(
    "Nơi nhận cạnh chữ ký bằng tab từng dòng",
    kind="plan",
    subject="Đào tạo năm 2026",
    outline={"roman": 2, "dash": 2},
    recipients=("UBND tỉnh", "Các phòng", "Lưu: VT"),
    position="PHÓ GIÁM ĐỐC",
    signer="Trần Thị B",
)
def _tabbed_ending() -> str:
    body = paragraphs(
        "I. NỘI DUNG",
        "- Bồi dưỡng kỹ năng số.",
        "- Bồi dưỡng ngoại ngữ.",
        "II. THỰC HIỆN",
        "Các phòng cử người đi học./.",
    )
    pairs = (("Nơi nhận:", "KT. GIÁM ĐỐC"), ("- UBND tỉnh;", "PHÓ GIÁM ĐỐC"), ("- Các phòng;", ""), ("- Lưu: VT.", ""),
             ("", "Trần Thị B"))  # fmt: skip
    end = "".join(p(*([left] if left else []), TAB, *([right] if right else [])) for left, right in pairs)
    return head("63/KH-SNV") + title("KẾ HOẠCH", "Đào tạo năm 2026") + body + end


@hard(
    "bảng nhiệm vụ bảy cột, nhiều phụ lục",
    kind="plan",
    subject="Công tác năm 2026",
    outline={"arabic": 2},
    recipients=("Các phòng", "Lưu: VT"),
    position="GIÁM ĐỐC",
    signer="Nguyễn Văn A",
    appendices=("NHIỆM VỤ TRỌNG TÂM", "CHỈ TIÊU CHỦ YẾU"),
    tasks=3,
    groups=1,
    rows=4,
    tables=(3,),
)
def _two_appendices() -> str:
    heads = (
        "TT",
        "Mục tiêu",
        "Nhiệm vụ",
        "Hoạt động",
        "Kết quả/sản phẩm",
        "Thời gian",
        "Chủ trì",
        "Phối hợp",
        "Kinh phí",
    )
    wide = merged("NHIỆM VỤ CHUNG", gridSpan="8")
    rows = [
        heads, ("I", wide),
        ("1", down("Minh bạch", first=True), down("Công khai", first=True), "Niêm yết", "Bảng", "Quý I", "VP", "", ""),
        ("", down("", first=False), down("", first=False), "Đăng tải", "Tin", "Quý I", "VP", "", "10 triệu"),
        ("2", "Hiệu quả", "Số hóa", "Quét hồ sơ", "Kho số", "Quý II", "VP", "Các phòng", ""),
        ("3", "Kỹ năng", "Tập huấn", "Mở lớp", "02 lớp", "Quý III", "VP", "Các phòng", "20 triệu"),
    ]  # fmt: skip
    targets = table(("TT", "Chỉ tiêu", "Đơn vị", "Kết quả"), ("1", "Hồ sơ đúng hạn", "%", "98"),
                    ("2", "Hài lòng", "%", "95"), lines=True)  # fmt: skip
    body = paragraphs("1. Nhiệm vụ tại Phụ lục 1.", "2. Chỉ tiêu tại Phụ lục 2.", "Các phòng thực hiện./.")
    one = paragraphs("Phụ lục 1: NHIỆM VỤ TRỌNG TÂM") + table(*rows, lines=True)
    two = paragraphs("Phụ lục 2: CHỈ TIÊU CHỦ YẾU") + targets
    end = foot("- Các phòng;", "- Lưu: VT.") + section(11906, 16838)
    return head("64/KH-SNV") + title("KẾ HOẠCH", "Công tác năm 2026") + body + end + one + two


@hard(
    "nhóm hai cấp và nhóm trống",
    kind="plan",
    subject="Văn thư, lưu trữ năm 2026",
    outline={"arabic": 1},
    recipients=("Các phòng", "Lưu: VT"),
    position="GIÁM ĐỐC",
    signer="Nguyễn Văn A",
    appendices=("DANH MỤC NHIỆM VỤ",),
    tasks=3,
    groups=2,
    rows=3,
)
def _two_levels() -> str:
    def across(text: str) -> tuple[str, ...]:
        return (merged(text, gridSpan="5"),)

    rows = [
        ("STT", "Nhiệm vụ", "Sản phẩm", "Thời gian", "Chủ trì"), across("A. Nhiệm vụ chung"), across("I. Văn thư"),
        ("1", "Rà soát quy chế", "Quy chế", "Quý I", "Văn phòng"), ("2", "Kiểm tra", "Báo cáo", "Quý II", "Văn phòng"),
        across("II. Lưu trữ"), ("3", "Chỉnh lý hồ sơ", "Kho hồ sơ", "Quý III", "Văn phòng"), across("B. Nhiệm vụ khác"),
    ]  # fmt: skip
    body = paragraphs("1. Nhiệm vụ tại Phụ lục.", "Các phòng thực hiện./.")
    end = foot("- Các phòng;", "- Lưu: VT.") + section(11906, 16838)
    appendix = paragraphs("PHỤ LỤC", "DANH MỤC NHIỆM VỤ") + table(*rows, lines=True)
    return head("65/KH-SNV") + title("KẾ HOẠCH", "Văn thư, lưu trữ năm 2026") + body + end + appendix


@hard(
    "số La Mã đứng riêng ở giữa dòng",
    kind="plan",
    subject="Công tác năm 2026",
    outline={"roman": 2, "arabic": 2},
    recipients=("Các phòng", "Lưu: VT"),
    position="GIÁM ĐỐC",
    signer="Nguyễn Văn A",
)
def _lone_labels() -> str:
    first = p("I", jc="center") + p("MỤC ĐÍCH, YÊU CẦU", jc="center")
    second = p("II.", jc="center") + p("NỘI DUNG", jc="center")
    body = paragraphs("1. Mục đích: nâng cao chất lượng.", "2. Yêu cầu: kịp thời.") + second
    last = p("Các phòng thực hiện./.")
    return (
        head("66/KH-SNV")
        + title("KẾ HOẠCH", "Công tác năm 2026")
        + first
        + body
        + last
        + foot("- Các phòng;", "- Lưu: VT.")
    )


@hard(
    "không có phần đầu",
    kind="plan",
    subject="CẢI CÁCH HÀNH CHÍNH NĂM 2026",
    outline={"roman": 1, "arabic": 2, "decimal": 3},
    recipients=("Các sở, ban, ngành và các cơ quan trung ương trên địa bàn", "Lưu: VT"),
    position="GIÁM ĐỐC",
    signer="Nguyễn Văn A",
    tasks=2,
    rows=2,
)
def _headless() -> str:
    heads = ("STT", "Nhiệm vụ", "Sản phẩm", "Thời gian", "Chủ trì")
    first = table(heads, ("1", "Rà soát", "Báo cáo", "Quý I", "Văn phòng"), lines=True)
    second = table(heads, ("1", "Cắt giảm", "Quyết định", "Quý II", "Văn phòng"), lines=True)
    body = paragraphs("I. NHIỆM VỤ", "1. Thể chế", "1.1. Rà soát", "1.2. Bổ sung") + first
    more = paragraphs("2. Thủ tục", "2.1. Cắt giảm") + second + p("Các phòng thực hiện./.")
    end = foot("- Các sở, ban, ngành và", "các cơ quan trung ương trên địa bàn;", "- Lưu: VT.")
    return title("KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH", "NĂM 2026") + body + more + end
