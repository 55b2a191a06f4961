"""Where a centred line of a name or a subject may end: between two phrases, not inside one.

No clause says where a long name breaks; the offices' own documents break it so that each line can be read by itself
("SỞ GIÁO DỤC VÀ ĐÀO TẠO" above "TỈNH …", never "VÀ" at the end of a line). The words below are those of names of
agencies and of subjects; of an unknown pair of words the letters tell whether it is a name.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from functools import cache

from generator.vietnamese.unicode import fold

FREE = 0.02
"""What a break costs after a comma or before the unit that an office belongs to; a break inside a word costs many."""
_AT_PHRASE, _BETWEEN, _UNSURE, _IN_NAME, _IN_PHRASE, _NEVER = 0.08, 0.3, 0.5, 2.0, 3.0, 9.0
_MOST_OF_NAME = 5
"""Words of the name of a unit: Thành phố | Hồ Chí Minh, tỉnh | Bà Rịa - Vũng Tàu."""

_COMPOUNDS = (
    "giáo dục; đào tạo; kế hoạch; đầu tư; khoa học; công nghệ; tài nguyên; môi trường; nông nghiệp; nông thôn; "
    "phát triển; dân tộc; tôn giáo; văn hóa; thể thao; du lịch; thông tin; truyền thông; lao động; thương binh; "
    "xã hội; tư pháp; tài chính; xây dựng; giao thông; vận tải; công thương; nội vụ; ngoại vụ; y tế; thanh tra; "
    "tín ngưỡng; tổ quốc; mặt trận; việt nam; kinh tế; công nghiệp; năng lượng; thương mại; hạ tầng; đô thị; "
    "kiến trúc; quy hoạch; hợp tác; quốc tế; hội nhập; đoàn thể; thanh niên; phụ nữ; nông dân; cựu chiến binh; "
    "công đoàn",
    "ủy ban; ủy ban nhân dân; hội đồng; hội đồng nhân dân; nhân dân; văn phòng; trung tâm; chi cục; tổng cục; "
    "ban quản lý; quản lý; ban chỉ đạo; chỉ đạo; ban chỉ huy; chỉ huy; quân sự; công an; tòa án; viện kiểm sát; "
    "kiểm sát; kho bạc; bảo hiểm; hải quan; chính phủ; quốc hội; trung ương; đại biểu; đoàn đại biểu",
    "kiểm lâm; thủy lợi; thủy sản; lâm nghiệp; chăn nuôi; thú y; trồng trọt; bảo vệ; thực vật; an toàn; vệ sinh; "
    "thực phẩm; dân số; gia đình; trẻ em; khuyến nông; khuyến công; đo lường; tiêu chuẩn; chất lượng; đất đai; "
    "đăng ký; quỹ đất; lưu trữ; lịch sử; văn thư; nhà nước; thư viện; bảo tàng; nhà hát; phát thanh; truyền hình; "
    "báo chí; xuất bản; bệnh viện; đa khoa; chuyên khoa; kiểm soát; bệnh tật; cấp cứu; "
    "pháp y; giám định; trợ giúp; pháp lý",
    "trường học; mầm non; mẫu giáo; tiểu học; trung học; cơ sở; phổ thông; nội trú; bán trú; dân tộc nội trú; "
    "cao đẳng; đại học; chính trị; sư phạm; nghề nghiệp; thường xuyên; hướng nghiệp; kỹ thuật; dịch vụ; tổng hợp; "
    "sự nghiệp; năng khiếu; khu công nghiệp; khu kinh tế; giáo viên; học sinh; tuyển sinh; năm học; học kỳ",
    "cải cách; cải cách hành chính; hành chính; thủ tục; hành chính công; công vụ; công chức; viên chức; cán bộ; "
    "bộ máy; tổ chức; thể chế; chuyển đổi; chuyển đổi số; dữ liệu; quốc gia; trực tuyến; toàn trình; một cửa; "
    "liên thông; bộ phận; tiếp nhận; trả kết quả; kết quả; hồ sơ; đúng hạn; chỉ số; cạnh tranh; năng lực; hài lòng; "
    "người dân; doanh nghiệp; hiện đại; tài chính công; sắp xếp; tinh gọn; biên chế; vị trí; việc làm; phục vụ; "
    "nền hành chính",
    "thực hiện; triển khai; ban hành; phê duyệt; sửa đổi; bổ sung; điều chỉnh; thành lập; kiện toàn; nâng cao; "
    "tăng cường; đẩy mạnh; khắc phục; hạn chế; tồn tại; kiểm tra; giám sát; đánh giá; xếp hạng; theo dõi; "
    "đôn đốc; rà soát; tuyên truyền; phổ biến; phối hợp; tham mưu; góp ý; lấy ý kiến; ý kiến; dự thảo; đề nghị; "
    "trả lời; cung cấp; tổng kết; sơ kết; công bố; công khai; phân công; phân cấp; ủy quyền; giải quyết; xử lý; "
    "tổng thể; hưởng ứng; phát động",
    "chương trình; đề án; dự án; phương án; nghị quyết; nghị định; quyết định; chỉ thị; thông tư; kết luận; "
    "báo cáo; kế hoạch; tờ trình; quy chế; quy định; quy trình; quy phạm; pháp luật; văn bản; hướng dẫn; "
    "công tác; nhiệm vụ; giải pháp; chỉ tiêu; mục tiêu; trọng tâm; chủ yếu; định kỳ; đột xuất; giai đoạn; "
    "nhiệm kỳ; địa bàn; địa phương; đơn vị; cơ quan; trực thuộc; các cấp; lĩnh vực; thẩm quyền; hiệu lực; "
    "hiệu quả; phòng, chống; lãng phí; tham nhũng; tiêu cực; tiết kiệm; thực hành; dân chủ; thi đua; khen thưởng; "
    "kỷ luật; nghỉ lễ; nghỉ tết; quốc khánh; nguyên đán; tháng đầu; tháng cuối; đầu năm; cuối năm; lần thứ; "
    "chuyên ngành; chuyên môn; thiên tai; tìm kiếm; cứu nạn; bão lụt; lụt bão; cháy nổ; cứu hộ; dịch bệnh; "
    "an ninh; trật tự; quốc phòng; biên giới; hòa giải; tiếp công dân; công dân; khiếu nại; tố cáo; ngân sách; "
    "tài sản; dự toán; đấu thầu; mua sắm; nguồn lực; nhân lực; nông thôn mới; giảm nghèo",
)
"""Words of several syllables, by field; none of them is divided."""

_UNITS = ("tỉnh", "thành phố", "thủ đô", "xã", "phường", "đặc khu", "huyện", "quận", "thị xã", "thị trấn", "khu vực")
"""Kinds of unit: what follows is the unit's name, and the phrase begins with the kind."""
_LEADING = {
    "và", "của", "về", "tại", "theo", "trong", "trên", "đến", "từ", "cho", "với", "do", "bằng", "để", "nhằm", "thuộc",
    "ngành", "năm", "tháng", "quý", "ngày", "giai", "trực", "khi", "sau", "trước", "gắn", "cấp", "là", "hoặc", "thực",
    "đối", "kể", "thông", "qua",
}  # fmt: skip
"""Words that begin a phrase."""
_BOUND = {
    "và", "của", "về", "tại", "theo", "trong", "trên", "đến", "từ", "cho", "với", "do", "bằng", "để", "nhằm", "thuộc",
    "ngành", "năm", "tháng", "quý", "ngày", "số", "thứ", "lần", "khóa", "cấp", "không", "được", "việc",
    "sở", "phòng", "ban", "bộ", "cục", "vụ", "viện", "đội", "trạm", "quỹ", "đài", "tổ", "khoa", "trường", "khu",
    "đối", "đoạn", "hoặc", "là", "điều", "khoản", "mục", "phần", "chương", "khi", "người", "sự", "tính",
    "tx.", "tp.",
}  # fmt: skip
"""Words that do not end a line: what follows belongs to them."""
_OF_DATE = ("tháng", "năm")
_PLURALS = ("các", "những")
_JOINING = ("-", "–", "/", "&")
"""Signs between two words; a line may end with a dash, and begins with none."""


@cache
def _known() -> tuple[dict[tuple[str, ...], bool], int]:
    """The compounds as syllables, True for units, and the length of the longest."""
    words = {tuple(fold(one).split()): False for group in _COMPOUNDS for one in group.split("; ")}
    words |= {tuple(fold(one).split()): True for one in _UNITS}
    return words, max(map(len, words))


def compounds() -> tuple[tuple[str, ...], ...]:
    """Return the words of several syllables that are known, folded, each as its syllables."""
    return tuple(_known()[0])


def break_costs(words: Sequence[str]) -> list[float]:
    """Return what a line break costs after each word but the last: near nothing between phrases, much inside one.

    ``words`` are the words of a line in any case, with the marks that follow them. One word or none gives no cost.
    """
    folded = [fold(word) for word in words]
    found = list(_compounds(folded))
    known = {place for start, end, _ in found for place in range(start, end)}
    ends = {end - 1 for start, end, unit in found if end - start > 1 and not unit}
    costs = [
        _cost(words[gap : gap + 2], folded[gap : gap + 2], ends_word=gap in ends, known=_is_known(gap, known))
        for gap in range(len(words) - 1)
    ]
    for start, end, unit in found:
        costs[start : end - 1] = [_IN_PHRASE] * (end - 1 - start)
        if unit:
            _join_unit(words, folded, (start, end), costs)
    return costs


def _compounds(folded: Sequence[str]) -> Iterator[tuple[int, int, bool]]:
    """Yield where known words of several syllables and units begin and end, the longest first at each place."""
    known, longest = _known()
    place = 0
    while place < len(folded):
        bare = [word.strip('().;:“”"') for word in folded[place : place + longest]]
        keys = [(*bare[:size], bare[size].rstrip(",")) for size in reversed(range(len(bare)))]
        key = next((key for key in keys if key in known), None)
        if key is not None:
            yield place, place + len(key), known[key]
        place += len(key or " ")


def _is_known(place: int, known: Container[int]) -> bool:
    """Whether one of the words beside a gap is a known one."""
    return place in known or place + 1 in known


def _join_unit(words: Sequence[str], folded: Sequence[str], unit: tuple[int, int], costs: list[float]) -> None:
    """Keep a unit and its name on one line, and let a line begin with it; a unit without a name stays where it is."""
    start, end = unit
    if end == len(words) or not _is_of_name(words[end], folded[end]):
        return
    if start and costs[start - 1] < _IN_PHRASE:
        costs[start - 1] = FREE
    for place in range(end - 1, min(end - 1 + _MOST_OF_NAME, len(words) - 1)):
        if folded[place].endswith((",", ";")) or not _is_of_name(words[place + 1], folded[place + 1]):
            return
        costs[place] = _NEVER


def _is_of_name(word: str, folded: str) -> bool:
    return folded not in _LEADING and not word[:1].islower() and not word.startswith("(")


def _cost(words: Sequence[str], folded: Sequence[str], *, ends_word: bool, known: bool) -> float:
    """Return the cost between two words that stand in no known word together."""
    before, after = folded
    if (before in _BOUND and not ends_word) or before in ("/", "&") or after in _JOINING or after[:1].isdigit():
        return _NEVER
    if before in _PLURALS or (after in _OF_DATE and before[-1:].isdigit()):
        return _IN_NAME
    if before.endswith((",", ";", ":")):
        return FREE
    if after in _LEADING or after.startswith("("):
        return _AT_PHRASE
    if known:
        return _BETWEEN
    return _IN_NAME if all(word[:1].isupper() for word in words) else _UNSURE
