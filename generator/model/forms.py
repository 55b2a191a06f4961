"""The kinds with fields of their own: those of sample forms 1.1 to 1.3 and 1.6 to 1.10 (PL III/II), and contracts.

Each class names in ``needed`` the fields that must be filled in before signing.
"""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from generator.model.base import Line
from generator.model.document import Document
from generator.model.ending import AuthorityCode
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.unicode import fold


class Form(Document):
    """A document with fields of its own besides those that every kind shares."""

    needed: ClassVar[tuple[str, ...]] = ()
    """Fields without which it is not ready for signing."""
    needs_content: ClassVar[bool] = True
    """Whether its own fields alone do not make a document."""
    needs_recipients: ClassVar[bool] = True
    """Whether Nơi nhận must name someone."""
    needs_archive: ClassVar[bool] = True
    """Whether the line «Lưu: …» must be there."""
    ends_itself: ClassVar[bool] = False
    """Whether the last sentence of the form, with its ``./.``, stands below the content."""

    @classmethod
    def own_fields(cls) -> tuple[str, ...]:
        """Return the names of the fields that other kinds do not have, in the order of print."""
        return tuple(name for name in cls.model_fields if name not in Document.model_fields)

    def own_value(self, name: str) -> str | PartialDate | tuple[str, ...] | None:
        """Return a field of its own, or what follows from other fields where it is missing; None when nothing does."""
        value: str | PartialDate | tuple[str, ...] | None = getattr(self, name)
        return value


class Enactment(Form):
    """A nghị quyết or quyết định: articles set by an authority (forms 1.1 to 1.3)."""

    kind: Literal["resolution", "decision"] = "decision"
    needed: ClassVar[tuple[str, ...]] = ("enacted_by",)
    enacted_by: Line | None = Field(
        None,
        title="Thẩm quyền ban hành",
        description="Title of the head or name of the body that enacts, printed in capitals above the bases;"
        " from signature and issuer when missing",
    )

    def own_value(self, name: str) -> str | PartialDate | tuple[str, ...] | None:
        """Return who enacts, of a nghị quyết the body that issues it."""
        return super().own_value(name) or (self.issuer.name if self.kind == "resolution" else in_whose_name(self))


class Telegram(Form):
    """A công điện (form 1.6); its receivers are the addressees."""

    kind: Literal["telegram"] = "telegram"
    needed: ClassVar[tuple[str, ...]] = ("sender",)
    sender: Line | None = Field(
        None,
        title="Người gửi điện",
        description="Head or body that sends it, printed before «điện:»; from signature and issuer when missing",
    )

    def own_value(self, name: str) -> str | PartialDate | tuple[str, ...] | None:
        """Return who sends it."""
        return super().own_value(name) or in_whose_name(self)


class Invitation(Form):
    """A giấy mời (form 1.7); those invited are the addressees."""

    kind: Literal["invitation"] = "invitation"
    needs_content: ClassVar[bool] = False
    needed: ClassVar[tuple[str, ...]] = ("event", "time", "venue")
    event: Line | None = Field(None, title="Tới dự", description="What they are invited to: Hội nghị sơ kết …")
    chair: Line | None = Field(None, title="Chủ trì", description="Who chairs it, with the title")
    time: Line | None = Field(None, title="Thời gian", description="08 giờ 00, ngày 05 tháng 01 năm 2027")
    venue: Line | None = Field(None, title="Địa điểm", description="Where it takes place")


class Introduction(Form):
    """A giấy giới thiệu (form 1.8)."""

    kind: Literal["introduction"] = "introduction"
    needs_content: ClassVar[bool] = False
    ends_itself: ClassVar[bool] = True
    needed: ClassVar[tuple[str, ...]] = ("person", "position", "sent_to", "errand", "valid_until")
    person: Line | None = Field(None, title="Ông (bà)", description="Full name of the person introduced")
    position: Line | None = Field(None, title="Chức vụ", description="Position of the person")
    sent_to: Line | None = Field(None, title="Được cử đến", description="Body that the person is sent to")
    errand: Line | None = Field(None, title="Về việc", description="What the person is sent for")
    valid_until: PartialDate | None = Field(None, title="Có giá trị đến hết ngày", description="Last day it is valid")


class LeavePermit(Form):
    """A giấy nghỉ phép (form 1.10)."""

    kind: Literal["leave_permit"] = "leave_permit"
    needs_content: ClassVar[bool] = False
    ends_itself: ClassVar[bool] = True
    needed: ClassVar[tuple[str, ...]] = (
        "applied_on", "person", "position", "length", "from_day", "to_day", "destination", "counted_in",
    )  # fmt: skip
    applied_on: PartialDate | None = Field(None, title="Ngày của đơn", description="Day of the application for leave")
    person: Line | None = Field(None, title="Ông (bà)", description="Full name of the person on leave")
    position: Line | None = Field(None, title="Chức vụ", description="Position of the person")
    length: Line | None = Field(None, title="Thời gian nghỉ", description="How long: 05 ngày làm việc")
    from_day: PartialDate | None = Field(None, title="Nghỉ từ ngày", description="First day of leave")
    to_day: PartialDate | None = Field(None, title="Nghỉ đến hết ngày", description="Last day of leave")
    destination: Line | None = Field(None, title="Nơi nghỉ phép", description="Where the leave is spent")
    counted_in: Line | None = Field(
        None, title="Tính vào thời gian", description="What the days count as: nghỉ phép năm 2027"
    )


class Minutes(Form):
    """A biên bản (form 1.9); the signature is that of the chair."""

    kind: Literal["minutes"] = "minutes"
    needs_recipients: ClassVar[bool] = False
    ends_itself: ClassVar[bool] = True
    needed: ClassVar[tuple[str, ...]] = (
        "opened", "venue", "attendees", "chair", "secretary", "closed", "secretary_name",
    )  # fmt: skip
    gathering: Literal["Cuộc họp", "Hội nghị", "Hội thảo"] = Field(
        "Cuộc họp", title="Hình thức họp", description="What the closing sentence calls it"
    )
    opened: Line | None = Field(
        None, title="Thời gian bắt đầu", description="14 giờ 00, ngày 05 tháng 01 năm 2027, as printed"
    )
    venue: Line | None = Field(None, title="Địa điểm", description="Where it took place")
    attendees: tuple[Line, ...] = Field((), title="Thành phần tham dự", description="Who attended, one entry each")
    chair: Line | None = Field(None, title="Chủ trì (chủ tọa)", description="Who chaired it, with the title")
    secretary: Line | None = Field(
        None, title="Thư ký (người ghi biên bản)", description="Who wrote it down, with the title"
    )
    closed: Line | None = Field(
        None, title="Thời gian kết thúc", description="16 giờ 30, ngày 05 tháng 01 năm 2027, as printed"
    )
    secretary_name: Line | None = Field(
        None, title="Họ và tên thư ký", description="Name below the signature of the secretary"
    )


class Contract(Form):
    """A hợp đồng, bản ghi nhớ or bản thỏa thuận of two parties, both of which sign; the decree has no sample form.

    The signature is that of Bên A, which is the office that issues the document unless ``party_a`` names another one.
    """

    kind: Literal["contract", "memorandum", "agreement"] = "contract"
    needs_recipients: ClassVar[bool] = False
    needs_archive: ClassVar[bool] = False
    needed: ClassVar[tuple[str, ...]] = (
        "concluded", "party_a", "party_a_details", "party_b", "party_b_details", "party_b_signer",
    )  # fmt: skip
    concluded: Line | None = Field(
        None,
        title="Ngày, nơi ký kết",
        description="Printed after «Hôm nay,»: ngày 15 tháng 01 năm 2027, tại trụ sở Sở",
    )
    party_a: Line | None = Field(
        None, title="Bên A", description="Name of the first party; the issuer's name when missing"
    )
    party_a_details: tuple[Line, ...] = Field(
        (), title="Thông tin Bên A", description="Address, account, who represents it, one entry each"
    )
    party_b: Line | None = Field(None, title="Bên B", description="Name of the second party")
    party_b_details: tuple[Line, ...] = Field((), title="Thông tin Bên B", description="As those of Bên A")
    party_b_authority: Line | None = Field(
        None, title="Quyền hạn người ký Bên B", description="On whose behalf one signs for Bên B: KT. Giám đốc"
    )
    party_b_position: Line | None = Field(
        None, title="Chức vụ người ký Bên B", description="Missing for a party that is one person"
    )
    party_b_signer: Line | None = Field(
        None, title="Họ và tên người ký Bên B", description="Name below the signature of Bên B"
    )

    def own_value(self, name: str) -> str | PartialDate | tuple[str, ...] | None:
        """Return a field of its own; the first party is the issuer unless it is named."""
        value = super().own_value(name)
        return self.issuer.name if name == "party_a" and value is None else value


def in_whose_name(document: Document) -> str | None:
    """Return the body or the head in whose name a document is signed, with the issuer's name (Điều 13).

    TM. ỦY BAN NHÂN DÂN gives the committee, KT. GIÁM ĐỐC or GIÁM ĐỐC the head: Giám đốc Sở Nội vụ. None when the
    issuer or the position is not known.
    """
    name, lines = document.issuer.name, document.signature.authority
    if name is None:
        return None
    if lines and lines[0].code is AuthorityCode.TM:
        return name if fold(name).startswith(fold(lines[0].of)) else lines[0].of
    head = lines[0].of if lines else document.signature.position
    if head is None or fold(name) in fold(head):
        return head
    return f"{head} {name}"


FORMS: dict[str, type[Form]] = {
    "resolution": Enactment,
    "decision": Enactment,
    "telegram": Telegram,
    "invitation": Invitation,
    "introduction": Introduction,
    "leave_permit": LeavePermit,
    "minutes": Minutes,
    "contract": Contract,
    "memorandum": Contract,
    "agreement": Contract,
}
"""The model of each kind that has fields of its own."""
