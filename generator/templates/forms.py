"""The bodies of the forms with words of their own: 1.1 to 1.3 and 1.6 to 1.10 of PL III/II, and contracts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar, Final

from lxml import etree

from generator.templates.body import RUNNING_TEXT, BodyBuilder, two_columns

_DASH = "Gạch đầu dòng"
_LAST = "Lời văn - cuối"
"""Style of the sentence that ends a form: it stays with the signature."""


class _EnactmentBody(BodyBuilder):
    """Who enacts, the bases, the word that enacts, the articles (forms 1.1 to 1.3)."""

    enacting_words: ClassVar[str]

    def _content(self) -> Iterator[etree._Element]:
        yield self._paragraph("Thẩm quyền ban hành", "{{ enacted_by }}")
        yield from self._texts("legal_bases", "Căn cứ")
        yield from self._texts("preamble", RUNNING_TEXT)
        yield self._paragraph("Lời ban hành", self.enacting_words)
        yield from self._lines("body")
        yield from self._texts("closing", RUNNING_TEXT)


class _ResolutionBody(_EnactmentBody):
    enacting_words = "QUYẾT NGHỊ:"


class _DecisionBody(_EnactmentBody):
    enacting_words = "QUYẾT ĐỊNH:"


class _TelegramBody(BodyBuilder):
    """Who wires to whom, then the content (form 1.6)."""

    def _addressees(self) -> Iterator[etree._Element]:
        yield self._paragraph("Người gửi điện", "{{ sender }} điện:")
        yield from self._each("name in addressees", self._paragraph(_DASH, "- {{ name }}"))


class _InvitationBody(BodyBuilder):
    """Whom to what, who chairs, when and where, then remarks (form 1.7)."""

    def _addressees(self) -> Iterator[etree._Element]:
        invite = "{{ issuer.written_name }} trân trọng kính mời:"
        yield self._tag("{%p if addressees | length == 1 %}")
        yield self._paragraph(RUNNING_TEXT, f"{invite} {{{{ addressees[0] }}}}")
        yield self._tag("{%p else %}")
        yield self._paragraph(RUNNING_TEXT, invite)
        yield from self._each("name in addressees", self._paragraph(_DASH, "- {{ name }}"))
        yield self._tag("{%p endif %}")
        yield self._paragraph(RUNNING_TEXT, "Tới dự {{ event }}")
        yield from self._when("chair", self._paragraph(RUNNING_TEXT, "Chủ trì: {{ chair }}"))
        yield self._paragraph(RUNNING_TEXT, "Thời gian: {{ time }}")
        yield self._paragraph(RUNNING_TEXT, "Địa điểm: {{ venue }}")


class _IntroductionBody(BodyBuilder):
    """Who is sent where and what for, and how long the paper is valid (form 1.8)."""

    def _content(self) -> Iterator[etree._Element]:
        yield self._paragraph(RUNNING_TEXT, "{{ issuer.written_name }} trân trọng giới thiệu:")
        yield self._paragraph(RUNNING_TEXT, "Ông (bà): {{ person }}")
        yield self._paragraph(RUNNING_TEXT, "Chức vụ: {{ position }}")
        yield self._paragraph(RUNNING_TEXT, "Được cử đến: {{ sent_to }}")
        yield self._paragraph(RUNNING_TEXT, "Về việc: {{ errand }}")
        yield from super()._content()
        request = "Đề nghị Quý cơ quan tạo điều kiện để ông (bà) có tên ở trên hoàn thành nhiệm vụ."
        yield self._paragraph(_LAST, request)
        yield self._paragraph(_LAST, "Giấy này có giá trị đến hết {{ valid_until }}./.")


class _LeavePermitBody(BodyBuilder):
    """Whose leave, how long and where, and what the place of leave confirms (form 1.10)."""

    def _content(self) -> Iterator[etree._Element]:
        yield self._paragraph(RUNNING_TEXT, "Xét Đơn đề nghị nghỉ phép {{ applied_on }} của ông (bà) {{ person }},")
        yield self._paragraph(RUNNING_TEXT, "{{ issuer.written_name }} cấp cho:")
        yield self._paragraph(RUNNING_TEXT, "Ông (bà): {{ person }}")
        yield self._paragraph(RUNNING_TEXT, "Chức vụ: {{ position }}")
        leave = "Được nghỉ phép trong thời gian {{ length }}, kể từ {{ from_day }} đến hết {{ to_day }}"
        yield self._paragraph(RUNNING_TEXT, f"{leave} tại {{{{ destination }}}}.")
        yield from super()._content()
        yield self._paragraph(_LAST, "Số ngày nghỉ phép nêu trên được tính vào thời gian {{ counted_in }}./.")

    def _ending(self) -> Iterator[etree._Element]:
        yield from super()._ending()
        confirmed = "Xác nhận của cơ quan (tổ chức) hoặc chính quyền địa phương nơi nghỉ phép (nếu cần)"
        yield self._paragraph("Xác nhận", confirmed)


class _MinutesBody(BodyBuilder):
    """When, where and who, what was said, when it ended; two signatures, Nơi nhận below them (form 1.9)."""

    def _content(self) -> Iterator[etree._Element]:
        yield self._paragraph(RUNNING_TEXT, "Thời gian bắt đầu: {{ opened }}")
        yield self._paragraph(RUNNING_TEXT, "Địa điểm: {{ venue }}")
        yield self._paragraph(RUNNING_TEXT, "Thành phần tham dự:")
        yield from self._each("line in attendees", self._paragraph(_DASH, "- {{ line }}"))
        yield self._paragraph(RUNNING_TEXT, "Chủ trì (chủ tọa): {{ chair }}")
        yield self._paragraph(RUNNING_TEXT, "Thư ký (người ghi biên bản): {{ secretary }}")
        yield self._paragraph(RUNNING_TEXT, "Nội dung:")
        yield from super()._content()
        yield self._paragraph(_LAST, "{{ gathering }} kết thúc vào {{ closed }}./.")

    def _ending(self) -> Iterator[etree._Element]:
        secretary = [
            self._paragraph("Chức vụ", "THƯ KÝ"),
            self._paragraph("Chỗ ký"),
            self._paragraph("Họ và tên", "{{ secretary_name }}"),
        ]
        yield two_columns(self._profile.signature, [(secretary, list(self._signature()))])
        yield from self._recipients()


class _ContractBody(BodyBuilder):
    """Bases, when and where, the two parties, what they agree on; both sign side by side (no sample form; usage).

    A blank line where only the other party has an authority keeps the two names level.
    """

    def _content(self) -> Iterator[etree._Element]:
        yield from self._texts("legal_bases", "Căn cứ")
        yield from self._texts("preamble", RUNNING_TEXT)
        yield self._paragraph(RUNNING_TEXT, "Hôm nay, {{ concluded }}, chúng tôi gồm:")
        yield from self._party("Bên A: {{ party_a }}", "party_a_details")
        yield from self._party("Bên B: {{ party_b }}", "party_b_details")
        yield self._paragraph(RUNNING_TEXT, "Hai bên thống nhất các nội dung sau:")
        yield from self._lines("body")
        yield from self._texts("closing", RUNNING_TEXT)

    def _party(self, name: str, details: str) -> Iterator[etree._Element]:
        yield self._paragraph("Khoản có tiêu đề", name)
        yield from self._each(f"line in {details}", self._paragraph(_DASH, "- {{ line }}"))

    def _ending(self) -> Iterator[etree._Element]:
        blank = partial(self._paragraph, "Quyền hạn")
        first = [
            self._paragraph("Quyền hạn", "ĐẠI DIỆN BÊN A"),
            *self._signature(*self._when("party_b_authority and not signature.authority", blank())),
        ]
        second = [
            self._paragraph("Quyền hạn", "ĐẠI DIỆN BÊN B"),
            *self._when("party_b_authority", self._paragraph("Quyền hạn", "{{ party_b_authority }}")),
            *self._when("party_b_position", self._paragraph("Chức vụ", "{{ party_b_position }}")),
            *self._when("signature.authority and not party_b_authority", blank()),
            self._paragraph("Chỗ ký"),
            self._paragraph("Họ và tên", "{{ party_b_signer }}"),
        ]
        yield two_columns(self._profile.signature, [(first, second)])
        yield self._tag("{%p if recipients %}")
        yield from self._recipients()
        yield self._tag("{%p endif %}")


_BODIES: Final[dict[str, type[BodyBuilder]]] = {
    "resolution": _ResolutionBody,
    "decision": _DecisionBody,
    "telegram": _TelegramBody,
    "invitation": _InvitationBody,
    "introduction": _IntroductionBody,
    "leave_permit": _LeavePermitBody,
    "minutes": _MinutesBody,
    "contract": _ContractBody,
    "memorandum": _ContractBody,
    "agreement": _ContractBody,
}


def body_builder(kind: str | None) -> type[BodyBuilder]:
    """Return what writes the body of a kind; that of form 1.4 and 1.5 for a kind without words of its own."""
    return _BODIES.get(kind or "", BodyBuilder)
