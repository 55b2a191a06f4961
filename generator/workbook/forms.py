"""The sheets of the workbook and their columns: what each holds, how it is read, what is said of it to the clerk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from pydantic import BaseModel

from generator.model.basis import LegalBasis
from generator.model.document import Document
from generator.model.ending import Archive, Recipient, Signature
from generator.model.forms import Contract, Form
from generator.model.organization import Organization
from generator.model.origin import OWN, ParentReference
from generator.model.plan import Plan, Target, Task, TaskRow
from generator.model.store import model_of
from generator.nd30.document_types import DOCUMENT_TYPES
from generator.nd30.profile import load_profile
from generator.vietnamese.citations import Citation
from generator.vietnamese.dates import PartialDate
from generator.workbook import cell_forms as cells
from generator.workbook.cell_forms import CellForm
from generator.workbook.kinds import kind_form

GENERAL: Final = "Thông tin chung"
REST: Final = "Dữ liệu khác"
LISTS: Final = "Danh mục"
FIELD, VALUE, NOTE = "Trường", "Giá trị", "Ghi chú"
LEVEL: Final = "Cấp"
TITLE, TEXT = "Tiêu đề", "Nội dung"
EXAMPLE: Final = "Ví dụ"
"""What marks the example below the headings of a sheet."""


@dataclass(frozen=True)
class Column:
    """A column of a table, or a row of the general sheet."""

    title: str
    path: tuple[str, ...]
    """Where its value stands in the record; empty for what is only shown."""
    form: CellForm
    note: str
    example: str
    width: float = 18
    list_name: str | None = None
    """The list in the sheet of lists that its words are chosen from."""
    optional: bool = False
    """Whether a workbook may lack the column, as one made before it was added."""


@dataclass(frozen=True)
class SheetForm:
    """A sheet that is a table: one record a row."""

    name: str
    columns: tuple[Column, ...]
    only_plans: bool = False

    @property
    def key(self) -> Column:
        """The first column, which bears the mark of the example."""
        return self.columns[0]


def _of(
    model: type[BaseModel], name: str, form: CellForm, note: str, example: str, width: float = 18, **more: Any
) -> Column:
    """Return the column of a field, titled as the field is; ``path`` where it is not the name alone."""
    path = more.pop("path", (name,))
    return Column(more.pop("title", model.model_fields[name].title), path, form, note, example, width, **more)


_T, _L = cells.TEXT, cells.LINES

BASES: Final = SheetForm(
    "Căn cứ",
    (
        Column("TT", (), _T, "Số thứ tự, chỉ để dễ theo dõi; căn cứ in theo thứ tự các hàng.", "1", 8),
        _of(LegalBasis, "lead", _T, "Từ đứng trước: Căn cứ, Thực hiện, Theo đề nghị của. Để trống là Căn cứ.",
            "Căn cứ"),
        _of(
            Citation, "type", _T,
            "Tên loại văn bản được dẫn. Để trống thì in nguyên văn cột Trích yếu; ghi Tệp thì cột Trích yếu là tên"
            " tệp dữ liệu của văn bản ấy.",
            "Nghị quyết", path=("citation", "type"), title="Loại văn bản", list_name="Loại văn bản được dẫn",
        ),
        _of(Citation, "number", _T, "Cả số và ký hiệu. Luật, pháp lệnh không ghi.", "76/NQ-CP",
            path=("citation", "number")),
        _of(Citation, "date", cells.DATE, "Ngày/tháng/năm: 15/7/2021.", "15/7/2021", 14, path=("citation", "date")),
        _of(Citation, "issuer", _T, "Cơ quan hoặc người ban hành.", "Chính phủ", 24, path=("citation", "issuer")),
        _of(
            Citation, "title", _T, "Trích yếu kể cả từ mở đầu (về việc …, ban hành …); với luật là tên luật.",
            "ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030", 60,
            path=("citation", "title"),
        ),
        _of(
            LegalBasis, "from_superior", cells.FLAG, "Ghi Có nếu đây là văn bản của cấp trên giao việc.", "",
            list_name="Có, không",
        ),
        Column(
            "Tình trạng hiệu lực", (), _T,
                "Chương trình ghi theo sổ văn bản khi lập biểu; để tham khảo, không đọc lại.",
            "còn hiệu lực", 22,
        ),
    ),
)  # fmt: skip

TARGETS: Final = SheetForm(
    "Chỉ tiêu",
    (
        _of(Target, "id", _T, "Mã riêng của từng chỉ tiêu, không trùng nhau: CT01.", "CT01", 10),
        _of(Target, "group", _T, "Lĩnh vực cải cách.", "Cải cách thủ tục hành chính", 26),
        _of(Target, "metric", _T, "Điều được đo.", "Tỷ lệ hồ sơ thủ tục hành chính được giải quyết đúng hạn", 50),
        _of(
            Target, "comparator", cells.COMPARATOR, "Cách hiểu giá trị: từ 98 trở lên, không quá 3 …", "từ … trở lên",
            list_name="Phép so sánh",
        ),
        _of(Target, "value", cells.FIGURE, "Chỉ ghi số: 98,5 hoặc 1.250.", "99", 12),
        _of(Target, "unit", _T, "%, thủ tục, ngày …", "%", 12),
        _of(Target, "last_year", cells.FIGURE, "Cùng đơn vị tính.", "98,7", 14),
        _of(Target, "assigned", cells.FIGURE, "Mức cấp trên giao, cùng đơn vị tính.", "98", 14),
        _of(Target, "lead", _T, "Đơn vị chịu trách nhiệm.", "Văn phòng Sở", 24, list_name="Đơn vị"),
    ),
    only_plans=True,
)  # fmt: skip

BODY: Final = SheetForm(
    "Nội dung",
    (
        Column(
            LEVEL, ("level",), _T,
            "Kiểu của dòng: Phần, Chương, Mục, I, Điều, 1, 1.1, a, -, + (số thật do chương trình đánh); đoạn, ghi chú,"
            " bảng, hình; Lời dẫn, Lời kết; Phụ lục. Mục tiêu: mỗi mục tiêu một hàng, được in ở hàng «in mục tiêu»;"
            " «in chỉ tiêu», «in nhiệm vụ» là chỗ in trang Chỉ tiêu, Nhiệm vụ. Kèm theo tệp: văn bản ban hành kèm"
            " theo có tệp riêng, tên tệp ghi ở Tiêu đề. Kèm theo: Kế hoạch (Quy chế …): văn bản kèm theo có nội dung ở"
            " các hàng dưới."
            " Dòng mặc nhiên thuộc dòng cấp trên gần nhất; «đoạn (bậc 2)» là đoạn đặt ngay dưới dòng bậc 1. Dấu «#3»"
            " chỉ phần kèm theo ở trang Dữ liệu khác, hãy giữ nguyên.",
            "I", 16, list_name="Cấp của dòng",
        ),
        Column(
            TITLE, ("title",), _T,
            "Tiêu đề đứng riêng một dòng: của phần, mục, điều, khoản, phụ lục, bảng. Hàng Kèm theo tệp: tên tệp dữ liệu"
            " cùng thư mục, ví dụ ke_hoach.xlsx, không có [[ ]].",
            "Mục đích, yêu cầu", 40,
        ),
        Column(
            TEXT, ("text",), _T,
            "Lời văn. **đậm**, *nghiêng*. Xuống dòng trong ô (Alt+Enter) là đoạn mới. Bảng: mỗi hàng một dòng, các ô"
            " cách nhau bằng |. Hình: dòng đầu là tên tệp, dòng sau là lời mô tả. Hàng «in nhiệm vụ»: tên mẫu bảng (cột"
            " Mẫu bảng của trang Danh mục), để trống là sáu cột; hàng «in chỉ tiêu»: bảng, để trống là từng dòng."
            " Dẫn văn bản khác bằng tên tệp: [[ke_hoach_tinh.yaml]] được in thành số, ngày mới nhất của văn bản ấy.",
            "", 90,
        ),
    ),
)  # fmt: skip

TASKS: Final = SheetForm(
    "Nhiệm vụ",
    (
        _of(Task, "id", _T,
            "Mã riêng của từng nhiệm vụ: NV01. Để trống là hàng tiếp theo của nhiệm vụ ngay trên; hàng ấy không ghi"
            " Hạn trình, Hạn hoàn thành.",
            "NV01", 9),
        _of(Task, "group", _T, "Tên nhóm in trong bảng.", "Cải cách thủ tục hành chính", 15),
        _of(Task, "goal", _T, "Mục tiêu mà nhiệm vụ phục vụ.", "", 13),
        _of(Task, "name", _T, "Việc phải làm.", "Rà soát, đơn giản hóa thủ tục hành chính", 28),
        _of(TaskRow, "activity", _T, "Hoạt động cụ thể của hàng này.", "", 18, path=("rows", "activity")),
        _of(
            TaskRow, "products", _L,
                "Mỗi sản phẩm một dòng trong ô (Alt+Enter). Không có sản phẩm riêng thì ghi dấu –.",
            "Báo cáo kết quả rà soát", 22, path=("rows", "products"),
        ),
        _of(TaskRow, "issuing_level", _T, "Cấp hoặc cơ quan ban hành sản phẩm.", "Sở", 9,
            path=("rows", "issuing_level")),
        _of(TaskRow, "schedule", _T, "Ghi như sẽ in: Quý I/2027; Trước ngày 15/12/2027; Thường xuyên.", "Quý II/2027",
            13, path=("rows", "schedule")),
        _of(Task, "submit_due", cells.DATE,
            "Ngày trình: 20/6/2027. Của cả nhiệm vụ: chỉ ghi ở hàng đầu (hàng có Mã); hàng sau"
            " ghi ở Thời gian thực hiện.", "20/6/2027", 11),
        _of(Task, "issue_due", cells.DATE,
            "Ngày ban hành, hoàn thành: 30/6/2027. Của cả nhiệm vụ: chỉ ghi ở hàng đầu"
            " (hàng có Mã); hàng sau ghi ở Thời gian thực hiện.", "30/6/2027", 11),
        _of(TaskRow, "lead", _L, "Mỗi đơn vị một dòng trong ô.", "Văn phòng Sở", 16, path=("rows", "lead"),
            list_name="Đơn vị"),
        _of(TaskRow, "support", _L, "Mỗi đơn vị một dòng trong ô.", "Các phòng thuộc Sở", 16,
            path=("rows", "support"), list_name="Đơn vị"),
        _of(TaskRow, "monitor", _L, "Mỗi đơn vị một dòng trong ô.", "", 13, path=("rows", "monitor"),
            list_name="Đơn vị"),
        _of(TaskRow, "leader", _T, "Lãnh đạo phụ trách hàng này.", "Phó Giám đốc Nguyễn Văn A", 13,
            path=("rows", "leader")),
        _of(TaskRow, "budget", _T, "Nguồn kinh phí; in khi mẫu bảng có cột này.", "Chi thường xuyên", 11,
            path=("rows", "budget")),
        _of(Task, "criterion", cells.CODE, "Tiêu chí của Chỉ số cải cách hành chính.", "2.1", 9),
        _of(Task, "parent", cells.PARENT,
            f"Văn bản giao và mục: 412/KH-UBND, mục NV07. Việc cơ quan tự đề ra thì ghi {OWN}. Không in.",
             "412/KH-UBND, mục NV07", 13),
        _of(TaskRow, "note", _T, "In khi mẫu bảng có cột Ghi chú.", "", 11, path=("rows", "note")),
        _of(ParentReference, "review", _L,
            "Chỗ được viết lại hoặc tính ra từ văn bản cấp trên, cần người xem lại; mỗi chỗ"
            " một dòng. Xem xong thì xóa. Không in.", "", 22, path=("parent", "review"), optional=True),
    ),
    only_plans=True,
)  # fmt: skip

RECIPIENTS: Final = SheetForm(
    "Nơi nhận",
    (
        _of(Recipient, "name", _T, "Ghi như sẽ in, không có gạch đầu dòng; Như trên và dòng Lưu chương trình tự ghi.",
            "Sở Nội vụ", 40),
        _of(Recipient, "purpose", _T, "In trong ngoặc đơn: để báo cáo.", "để báo cáo", 24),
        _of(Recipient, "group", cells.RECIPIENT_GROUP, "Nhóm quyết định thứ tự in.", "Cấp trên", 22,
            list_name="Nhóm nơi nhận"),
        _of(Recipient, "members", _L, "Các đơn vị mà tên chung thay cho, mỗi đơn vị một dòng; không in.", "", 40),
    ),
)  # fmt: skip

TABLES: Final = (BASES, TARGETS, BODY, TASKS, RECIPIENTS)
"""The sheets in the order of the workbook, behind the general one."""

_SHARED: Final = (
    _of(Document, "kind", cells.KIND, "Chọn trong danh sách.", "Kế hoạch", list_name="Loại văn bản"),
    _of(Organization, "parent", _T, "Cơ quan cấp trên trực tiếp; được viết tắt UBND.", "UBND tỉnh Sông Vân",
        path=("issuer", "parent")),
    _of(Organization, "name", _T, "Tên đầy đủ, viết thường; chương trình in hoa.", "Sở Nội vụ",
        path=("issuer", "name"), title="Cơ quan ban hành"),
    _of(Document, "number", _T, "Để trống cho đến khi ký.", "15"),
    _of(Document, "notation", _T, "Chỉ ghi khi khác «loại-cơ quan» do chương trình ghép.", "KH-SNV", title="Ký hiệu"),
    _of(Organization, "symbol", _T, "Dùng trong số, ký hiệu.", "SNV", path=("issuer", "symbol")),
    _of(Organization, "place", _T, "Tên đơn vị hành chính nơi đặt trụ sở.", "Sông Vân", path=("issuer", "place")),
    _of(Document, "date", cells.DATE, "31/12/2026; chưa biết ngày: 12/2026; để trống khi chưa ký.", "12/2026"),
    _of(Document, "subject", _T, "Văn bản về việc gì.", "Cải cách hành chính năm 2027"),
)  # fmt: skip
_YEAR: Final = _of(Plan, "year", cells.WHOLE, "Bốn chữ số.", "2027")
_ENDING: Final = (
    _of(Document, "addressees", _L, "Mỗi nơi một dòng.", "Bộ Nội vụ"),
    _of(Document, "urgency", cells.URGENCY, "Để trống nếu không khẩn.", "khẩn", list_name="Mức độ khẩn"),
    _of(Document, "circulation", _T, "Chỉ ghi khi hạn chế phạm vi lưu hành.", "Lưu hành nội bộ"),
    _of(Signature, "authority", cells.AUTHORITY, "Mỗi dòng một quyền hạn, tập thể trước: TM., KT., TL., TUQ., Q.",
        "KT. Giám đốc", path=("signature", "authority")),
    _of(Signature, "position", _T, "Chức vụ người ký.", "Phó Giám đốc", path=("signature", "position")),
    _of(Signature, "second_title", _T, "Chức danh thứ hai, của người ký thay Ban Chỉ đạo.", "",
        path=("signature", "second_title")),
    _of(Signature, "name", _T, "Người ký.", "Nguyễn Văn A", path=("signature", "name")),
    Column("Đơn vị soạn thảo", ("archive", "unit"), _T, "Viết tắt như ở dòng Lưu.", "VP"),
    Column("Người soạn thảo", ("archive", "drafter"), _T, "Chữ viết tắt tên người ấy, in ở cuối dòng Lưu.", "NVA"),
    Column("Số bản", ("archive", "issued"), cells.WHOLE, "Số lượng bản phát hành.", "30"),
    Column("Lưu", ("archive", "holders"), cells.PARTED, "Nơi lưu, trừ đơn vị soạn thảo: VT.", "VT"),
    _of(Archive, "copies", cells.WHOLE, "In trong ngoặc đơn ở dòng Lưu.", "", path=("archive", "copies")),
)  # fmt: skip


def general_rows(kind: str) -> tuple[Column, ...]:
    """Return the fields of the general sheet for a kind of document, those of its own form behind the shared ones.

    A field that the form of the kind does not print is left out.
    """
    model = model_of(kind)
    own = tuple(_own_rows(model, kind)) if issubclass(model, Form) else ()
    year = (_YEAR,) if issubclass(model, Plan) else ()
    unprinted = _unprinted(kind)
    shared = [one for one in (*_SHARED, *year, *own, *_ENDING) if one.path not in unprinted]
    return tuple(_of_kind(one, kind) for one in shared)


def other_titles(kind: str) -> frozenset[str]:
    """Return the titles of the general sheet that other kinds have and this one has not."""
    own = {one.title for one in general_rows(kind)}
    return frozenset(one.title for other in DOCUMENT_TYPES for one in general_rows(other)) - own


def _unprinted(kind: str) -> set[tuple[str, ...]]:
    """Return the paths of the shared fields that the form of a kind has no place for (PL III; II.4, II.5, II.9b)."""
    profile = load_profile()
    found: set[tuple[str, ...]] = set()
    if DOCUMENT_TYPES[kind].addressee == "never" or issubclass(model_of(kind), Contract):
        found.add(("addressees",))
    if not profile.has_subject(kind):
        found.add(("subject",))
    if kind in profile.component("place_date").absent_for:
        found.add(("issuer", "place"))
    return found


def _of_kind(column: Column, kind: str) -> Column:
    """Return a shared field with the note and example that fit the kind."""
    if told := kind_form(kind).shared.get(".".join(column.path)):
        return replace(column, note=told[0], example=told[1])
    if column.path == ("subject",):
        note = f"{column.note} {_NO_ABOUT}" if kind == "dispatch" else column.note
        return replace(column, note=note, example=kind_form(kind).subject)
    if column.path == ("kind",):
        return replace(column, example=DOCUMENT_TYPES[kind].name)
    if column.path == ("notation",) and kind == "dispatch":
        note = "Chỉ ghi khi khác «cơ quan-đơn vị soạn thảo» do chương trình ghép."
        return replace(column, note=note, example="SNV-VP")
    if column.path == ("notation",) and (code := DOCUMENT_TYPES[kind].code):
        return replace(column, example=f"{code}-SNV")
    if column.path == ("addressees",):
        return replace(column, note=f"{column.note} {_ADDRESSED.get(DOCUMENT_TYPES[kind].addressee, '')}".strip())
    return column


_NO_ABOUT: Final = "Không ghi «V/v» ở đầu: chương trình tự in."
_ADDRESSED: Final = {
    "to_superior": "Chỉ khi gửi một cơ quan cấp trên xác định.",
    "own_form": "Nơi hoặc người được mời, nhận điện.",
}


def tables_of(kind: str) -> tuple[SheetForm, ...]:
    """Return the tables that a kind of document has."""
    is_plan = issubclass(model_of(kind), Plan)
    return tuple(table for table in TABLES if is_plan or not table.only_plans)


def _own_rows(model: type[Form], kind: str) -> Iterator[Column]:
    """Yield the fields of a form; a title that the shared ones have too is told apart by «của»."""
    taken = {column.title for column in (*_SHARED, *_ENDING)}
    told = kind_form(kind).fields
    for name in model.own_fields():
        field = model.model_fields[name]
        title = field.title or name
        shown = f"{title} của người được nêu" if title in taken else title
        annotation = str(field.annotation)
        is_date, is_list = PartialDate.__name__ in annotation, annotation.startswith("tuple")
        form = cells.DATE if is_date else cells.LINES if is_list else cells.TEXT
        usual = "Ngày/tháng/năm." if is_date else "Mỗi mục một dòng trong ô." if is_list else title
        yield Column(shown, (name,), form, *told.get(name, (usual, "")))
