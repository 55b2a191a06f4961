"""The fields that a template may print, each with its label and an example.

Names are those of the model; what is computed for print (lines of the body, the composed number) has a name here.
A test holds this table against what rendering really offers.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.nd30.document_types import document_type


@dataclass(frozen=True)
class TemplateField:
    """A field of the templates."""

    name: str
    """Dotted path; ``[]`` after a list, whose entries a loop goes through."""
    label: str
    example: str

    @property
    def tag(self) -> str:
        """The field as it is written into a template; a list shows the loop."""
        *lists, inner = self.name.removesuffix("[]").split("[].")
        field = f"{_entry(lists[-1])}.{inner}" if lists else inner
        if self.name.endswith("[]"):
            return f"{{%p for {_entry(inner)} in {field} %}}"
        mark = {"rich": "{{r ", "paragraph": "{{p "}.get(self.form, "{{ ")
        return f"{mark}{field} }}}}"

    @property
    def form(self) -> str:
        """How the tag stands: alone in its run (rich text), alone in its paragraph (tables, breaks), or anywhere."""
        last = self.name.rsplit(".", 1)[-1]
        if last in {"table", "section_break"}:
            return "paragraph"
        return "rich" if last in {"text", "subject", "title", "note"} else "plain"

    @property
    def type(self) -> str:
        """What the field holds, in Vietnamese: a list, a block that takes its paragraph alone, or text."""
        if self.name.endswith("[]"):
            return "danh sách"
        names = {"rich": "lời văn có đậm, nghiêng", "paragraph": "khối, đứng riêng một đoạn", "plain": "chữ"}
        return names[self.form]

    def to_json(self) -> dict[str, str]:
        """The field as plain values."""
        return {"name": self.name, "tag": self.tag, "label": self.label, "type": self.type, "example": self.example}


def _entry(list_name: str) -> str:
    """Return the name that an entry of a list has in our templates."""
    return {"addressees": "name", "appendices": "appendix"}.get(list_name, "line")


_COMMON = (
    TemplateField("issuer.parent", "Cơ quan chủ quản, chữ in hoa", "UBND TỈNH SÔNG VÂN"),
    TemplateField("issuer.name", "Cơ quan ban hành, chữ in hoa", "SỞ GIÁO DỤC VÀ ĐÀO TẠO"),
    TemplateField("issuer.written_name", "Cơ quan ban hành, chữ như dữ liệu", "Sở Giáo dục và Đào tạo"),
    TemplateField("issuer.symbol", "Chữ viết tắt tên cơ quan", "SGDĐT"),
    TemplateField("issuer.place", "Địa danh", "Sông Vân"),
    TemplateField("number", "Số, chưa có thì để chỗ trống", "05"),
    TemplateField("notation", "Ký hiệu", "KH-SGDĐT"),
    TemplateField("date", "Ngày ban hành, phần chưa có để trống", "ngày 05 tháng 01 năm 2027"),
    TemplateField("place_date", "Địa danh và thời gian, rỗng đối với biên bản", "Sông Vân, ngày 05 tháng 01 năm 2027"),
    TemplateField("type_name", "Tên loại văn bản, rỗng đối với công văn", "KẾ HOẠCH"),
    TemplateField("subject", "Trích yếu", "Cải cách hành chính năm 2027"),
    TemplateField("urgency", "Mức độ khẩn, rỗng nếu không có", "KHẨN"),
    TemplateField("circulation", "Phạm vi lưu hành, rỗng nếu không có", "LƯU HÀNH NỘI BỘ"),
    TemplateField("addressees[]", "Kính gửi", "Bộ Nội vụ;"),
    TemplateField("legal_bases[]", "Căn cứ", ""),
    TemplateField("legal_bases[].text", "Một căn cứ", "Căn cứ Nghị quyết số 76/NQ-CP …;"),
    TemplateField("preamble[]", "Lời dẫn", ""),
    TemplateField("preamble[].text", "Một đoạn lời dẫn", "Sở Giáo dục và Đào tạo ban hành Kế hoạch …"),
    TemplateField("body[]", "Nội dung", ""),
    TemplateField("body[].kind", "Loại dòng, để chọn kiểu trình bày", "roman"),
    TemplateField("body[].label", "Nhãn của dòng", "I. "),
    TemplateField("body[].text", "Nội dung của dòng", "MỤC ĐÍCH, YÊU CẦU"),
    TemplateField("body[].table", "Bảng, khi line.kind là table", "(bảng)"),
    TemplateField("closing[]", "Lời kết", ""),
    TemplateField("closing[].text", "Một đoạn lời kết", "Trên đây là Kế hoạch …./."),
    TemplateField("recipients[]", "Nơi nhận, cả dòng Lưu", "UBND tỉnh (để báo cáo);"),
    TemplateField("signature.authority[]", "Quyền hạn của người ký", "KT. GIÁM ĐỐC"),
    TemplateField("signature.position", "Chức vụ người ký", "GIÁM ĐỐC"),
    TemplateField("signature.second_title", "Chức vụ khác, rỗng nếu không có", "Trưởng Ban Chỉ đạo"),
    TemplateField("signature.name", "Họ và tên người ký", "Nguyễn Văn A"),
    TemplateField("section_break", "Hết phần thân, sang phụ lục", "(ngắt trang)"),
    TemplateField("appendices[]", "Phụ lục", ""),
    TemplateField("appendices[].type_name", "Tên loại của văn bản ban hành kèm theo, rỗng đối với phụ lục", "QUY CHẾ"),
    TemplateField("appendices[].label", "Số phụ lục, rỗng đối với văn bản kèm theo", "Phụ lục I"),
    TemplateField("appendices[].title", "Tên phụ lục", "NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH"),
    TemplateField("appendices[].note", "Dòng kèm theo", "(Kèm theo Kế hoạch số …)"),
    TemplateField("appendices[].lines[]", "Các dòng của phụ lục, như body", ""),
    TemplateField("appendices[].section_break", "Hết một phụ lục", "(ngắt trang)"),
)

_ENACTED_BY = TemplateField("enacted_by", "Thẩm quyền ban hành, chữ in hoa", "GIÁM ĐỐC SỞ GIÁO DỤC VÀ ĐÀO TẠO")
_PERSON = (
    TemplateField("person", "Họ và tên ông (bà)", "Nguyễn Văn A"),
    TemplateField("position", "Chức vụ của ông (bà)", "Chuyên viên Văn phòng Sở"),
)
_PARTIES = (
    TemplateField("concluded", "Ngày, nơi ký kết", "ngày 15 tháng 01 năm 2027, tại trụ sở Sở Giáo dục và Đào tạo"),
    TemplateField("party_a", "Bên A", "Sở Giáo dục và Đào tạo tỉnh Sông Vân"),
    TemplateField("party_a_details[]", "Thông tin Bên A", ""),
    TemplateField("party_b", "Bên B", "Trường Chính trị tỉnh Sông Vân"),
    TemplateField("party_b_details[]", "Thông tin Bên B", ""),
    TemplateField("party_b_authority", "Quyền hạn người ký Bên B, rỗng nếu không có", "KT. HIỆU TRƯỞNG"),
    TemplateField("party_b_position", "Chức vụ người ký Bên B, rỗng nếu không có", "PHÓ HIỆU TRƯỞNG"),
    TemplateField("party_b_signer", "Họ và tên người ký Bên B", "Trần Văn G"),
)
_OF_KIND = {
    "plan": (TemplateField("year", "Năm kế hoạch", "2027"),),
    "resolution": (_ENACTED_BY,),
    "decision": (_ENACTED_BY,),
    "telegram": (TemplateField("sender", "Người gửi điện", "Giám đốc Sở Giáo dục và Đào tạo"),),
    "invitation": (
        TemplateField("event", "Tới dự", "Hội nghị sơ kết công tác cải cách hành chính quý I năm 2027"),
        TemplateField("chair", "Chủ trì, rỗng nếu không có", "ông Nguyễn Văn A, Giám đốc Sở"),
        TemplateField("time", "Thời gian", "08 giờ 00, ngày 05 tháng 4 năm 2027"),
        TemplateField("venue", "Địa điểm", "Hội trường Sở Giáo dục và Đào tạo"),
    ),
    "introduction": (
        *_PERSON,
        TemplateField("sent_to", "Được cử đến", "Sở Nội vụ"),
        TemplateField("errand", "Về việc", "nhận hồ sơ xét tuyển viên chức"),
        TemplateField("valid_until", "Có giá trị đến hết ngày", "ngày 15 tháng 01 năm 2027"),
    ),
    "leave_permit": (
        TemplateField("applied_on", "Ngày của đơn xin nghỉ", "ngày 05 tháng 01 năm 2027"),
        *_PERSON,
        TemplateField("length", "Thời gian nghỉ", "05 ngày làm việc"),
        TemplateField("from_day", "Nghỉ từ ngày", "ngày 11 tháng 01 năm 2027"),
        TemplateField("to_day", "Nghỉ đến hết ngày", "ngày 15 tháng 01 năm 2027"),
        TemplateField("destination", "Nơi nghỉ phép", "xã An Phước, tỉnh Sông Vân"),
        TemplateField("counted_in", "Tính vào thời gian", "nghỉ phép năm 2027"),
    ),
    "minutes": (
        TemplateField("gathering", "Cuộc họp, Hội nghị hoặc Hội thảo", "Cuộc họp"),
        TemplateField("opened", "Thời gian bắt đầu", "14 giờ 00, ngày 05 tháng 01 năm 2027"),
        TemplateField("venue", "Địa điểm", "Phòng họp tầng 2, Sở Giáo dục và Đào tạo"),
        TemplateField("attendees[]", "Thành phần tham dự", ""),
        TemplateField("chair", "Chủ trì", "ông Nguyễn Văn A, Giám đốc Sở"),
        TemplateField("secretary", "Thư ký", "bà Trần Thị B, chuyên viên Văn phòng Sở"),
        TemplateField("closed", "Thời gian kết thúc", "16 giờ 30, ngày 05 tháng 01 năm 2027"),
        TemplateField("secretary_name", "Họ và tên thư ký", "Trần Thị B"),
    ),
    "contract": _PARTIES,
    "memorandum": _PARTIES,
    "agreement": _PARTIES,
}


def fields_of(kind: str) -> tuple[TemplateField, ...]:
    """Return the fields for a kind of document; DataError for an unknown kind."""
    return _COMMON + _OF_KIND.get(document_type(kind).id, ())
