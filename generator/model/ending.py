"""The end of a document: recipients, archive line and signature (ô 7, 9b and 12; II.7, II.9, III.3)."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from generator.model.base import Line, Record


class RecipientGroup(StrEnum):
    """The order in which recipients stand; the archive line always comes last."""

    AS_ABOVE = "as_above"
    """Như trên, Như Điều …"""
    SUPERIOR = "superior"
    PARTY_COUNCIL = "party_council"
    """Đảng, HĐND, đoàn thể"""
    LEADERS = "leaders"
    COORDINATE = "coordinate"
    EXECUTE = "execute"
    PORTAL = "portal"
    """Cổng, trang thông tin điện tử"""


class Recipient(Record):
    """One line of Nơi nhận."""

    name: Line = Field(title="Nơi nhận", description="Who receives, as printed: Sở Nội vụ; Các xã, phường")
    purpose: Line | None = Field(
        None, title="Mục đích", description="Purpose printed in brackets, without them: để báo cáo"
    )
    group: RecipientGroup | None = Field(None, title="Nhóm", description="Group that gives the order")
    members: tuple[Line, ...] = Field(
        (), title="Gồm các đơn vị", description="Units that a collective name stands for; not printed"
    )


class Archive(Record):
    """The last line of Nơi nhận: Lưu: VT, TCCB."""

    holders: tuple[Line, ...] = Field(
        ("VT",), title="Nơi lưu", description="Văn thư and the drafting unit: VT, TCCB", min_length=1
    )
    copies: int | None = Field(None, ge=1, title="Số bản lưu", description="Printed in brackets when given")
    drafter: Line | None = Field(None, title="Ký hiệu người soạn thảo", description="Mark of the drafter (ô 12): PL")
    issued: int | None = Field(None, ge=1, title="Số lượng bản phát hành", description="Copies issued (ô 12)")

    @property
    def drafting_unit(self) -> str | None:
        """The unit that drafted the document, which stands last; None when only Văn thư is named."""
        return self.holders[-1] if len(self.holders) > 1 else None


class AuthorityCode(StrEnum):
    """Quyền hạn of the signer (II.7)."""

    TM = "TM."
    KT = "KT."
    TL = "TL."
    TUQ = "TUQ."
    Q = "Q."


class Authority(Record):
    """A line above the position: TM. ỦY BAN NHÂN DÂN, KT. GIÁM ĐỐC."""

    code: AuthorityCode = Field(title="Quyền hạn", description="TM., KT., TL., TUQ. or Q.")
    of: Line = Field(title="Thay cho", description="Body or title on whose behalf is signed")

    @property
    def printed(self) -> str:
        """The line as it stands above the position, in capitals."""
        return f"{self.code.value} {self.of.upper()}"


class Signature(Record):
    """Who signs."""

    authority: tuple[Authority, ...] = Field(
        (), title="Quyền hạn ký", description="Lines above the position, the collective first: TM. then KT."
    )
    position: Line | None = Field(None, title="Chức vụ", description="Position of the signer; printed in capitals")
    second_title: Line | None = Field(
        None, title="Chức vụ khác", description="Second title above the name, for a Ban Chỉ đạo (ô 7b)"
    )
    name: Line | None = Field(None, title="Họ và tên", description="Full name of the signer")

    @property
    def is_acting(self) -> bool:
        """Whether an acting head signs, whose title stands behind Q. and needs no line of its own (II.7b)."""
        last = self.authority[-1] if self.authority else None
        if last is None or last.code is not AuthorityCode.Q:
            return False
        return self.position is None or self.position.casefold() == last.of.casefold()
