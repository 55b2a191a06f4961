"""One unit of the directory, and one class of units: names, edges, who signs, inner parts, people, recipients."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

from pydantic import Field

from generator.registers.base import Dated, Id, Line, Record

Level: TypeAlias = Literal["central", "province", "department", "district", "division", "commune", "school", "other"]
"""Central body, UBND tỉnh, sở, UBND huyện, phòng, UBND xã, school, anything else."""
Edge: TypeAlias = Literal["administrative", "professional"]
Group: TypeAlias = Literal[
    "as_above", "superior", "party_council", "leaders", "coordinate", "execute", "portal"
]  # fmt: skip
"""The groups of Nơi nhận in their order, as documents store them."""


class Link(Dated):
    """An edge to a higher unit, for the days it holds."""

    unit: Id = Field(title="Đơn vị cấp trên", description="Identity of the higher unit")


class Signer(Dated):
    """A person who may sign for the unit, for the days of the office."""

    name: Line = Field(title="Họ và tên", description="Full name without degrees: Nguyễn Văn A")
    position: Line = Field(title="Chức vụ", description="Position: Giám đốc, Phó Giám đốc")


class UnitPart(Dated):
    """An inner part that is no unit of the directory itself: văn phòng, phòng, tổ, bộ phận."""

    name: Line = Field(title="Tên bộ phận", description="Full name: Phòng Quản lý ngân sách; Tổ Văn phòng")
    aliases: tuple[Line, ...] = Field((), title="Tên gọi khác", description="Short names: Phòng QLNS")
    head_title: Line | None = Field(None, title="Chức danh người đứng đầu", description="Trưởng phòng, Tổ trưởng")

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it goes by, the full one first."""
        return (self.name, *self.aliases)


class Person(Dated):
    """A person of the unit who has a task in its documents without signing them."""

    name: Line = Field(title="Họ và tên", description="Full name without degrees: Nguyễn Văn A")
    position: Line | None = Field(None, title="Chức vụ", description="Position: Chuyên viên")
    part: Line | None = Field(None, title="Bộ phận", description="Name of the part or division where the person works")
    task: Line | None = Field(
        None, title="Nhiệm vụ", description="What the person sees to: Đầu mối cải cách hành chính"
    )
    initials: Line | None = Field(None, title="Ký hiệu người soạn thảo", description="Mark in the archive line: NVA")


class DefaultRecipient(Record):
    """A line of Nơi nhận that the documents of the unit have as a rule."""

    name: Line = Field(title="Nơi nhận", description="Who receives, as printed: UBND tỉnh; Các phòng thuộc Sở")
    purpose: Line | None = Field(None, title="Mục đích", description="Purpose printed in brackets: để báo cáo")
    group: Group | None = Field(
        None, title="Nhóm", description="superior, party_council, leaders, coordinate, execute …"
    )


class MemberRule(Record):
    """A rule that makes units members of a class: what stands directly below a unit, of a level, named so."""

    parent: Id | None = Field(
        None, title="Đơn vị cấp trên", description="Identity; left out: any, or who speaks where relative is true"
    )
    edge: Edge = Field("administrative", title="Quan hệ", description="administrative or professional")
    level: Level | None = Field(None, title="Cấp", description="Level of the members; left out: of every level")
    name_begins: Line | None = Field(
        None, title="Tên bắt đầu bằng", description="Beginning of the full name: Trường Mầm non"
    )


class UnitClass(Record):
    """A set of units that documents name together: those that say so (``Unit.classes``) and those of its rules."""

    id: Id = Field(title="Mã", description="Identity of the class: cac-so")
    name: Line = Field(title="Tên gọi", description="As documents write it: Các sở, ban, ngành tỉnh")
    aliases: tuple[Line, ...] = Field((), title="Tên gọi khác", description="Other ways to write it")
    of: tuple[MemberRule, ...] = Field((), title="Gồm", description="Rules that compute members; any one is enough")
    relative: bool = Field(
        False, title="Theo cơ quan nói", description="true: the members are below the office that issues the document"
    )

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it goes by, the full one first."""
        return (self.name, *self.aliases)


class Unit(Dated):
    """One unit. Its own days are those in which it exists."""

    id: Id = Field(title="Mã", description="Identity: so-gddt")
    name: Line = Field(title="Tên đầy đủ", description="Full official name: Sở Giáo dục và Đào tạo")
    aliases: tuple[Line, ...] = Field((), title="Tên gọi khác", description="Short and older names: Sở GDĐT")
    symbol: Line | None = Field(None, title="Chữ viết tắt", description="Abbreviation in the number: SGDĐT")
    level: Level = Field(title="Cấp", description="central, province, department, district, division, commune, school")
    head_title: Line | None = Field(None, title="Chức danh người đứng đầu", description="Giám đốc, Chủ tịch …")
    place: Line | None = Field(None, title="Địa danh", description="Place in the date line: Sông Vân")
    administrative_parent: tuple[Link, ...] = Field((), title="Trực thuộc", description="Who commands, by days")
    professional_parent: tuple[Link, ...] = Field(
        (), title="Chuyên môn", description="Who guides, by days; may be several at once"
    )
    signers: tuple[Signer, ...] = Field((), title="Người ký", description="Who may sign, the head first")
    classes: tuple[Id, ...] = Field((), title="Thuộc nhóm", description="Identities of the classes it is a member of")
    domains: tuple[Line, ...] = Field(
        (), title="Lĩnh vực", description="Fields of work it answers for: giáo dục, đào tạo"
    )
    parts: tuple[UnitPart, ...] = Field(
        (), title="Bộ phận bên trong", description="Inner parts that are no units of the directory themselves"
    )
    people: tuple[Person, ...] = Field((), title="Người giúp việc", description="Who sees to what, without signing")
    default_recipients: tuple[DefaultRecipient, ...] = Field(
        (), title="Nơi nhận thường dùng", description="Recipients that its documents have as a rule, in printed order"
    )
    archive: tuple[Line, ...] = Field((), title="Nơi lưu", description="Holders of the archive line: VT, CCHC")

    def links(self, edge: Edge) -> tuple[Link, ...]:
        """Return the edges of one kind, of all days."""
        return self.administrative_parent if edge == "administrative" else self.professional_parent

    def signers_on(self, day: date) -> tuple[Signer, ...]:
        """Return who may sign on a day, the head first."""
        return tuple(one for one in self.signers if one.holds_on(day))

    def parts_on(self, day: date) -> tuple[UnitPart, ...]:
        """Return the inner parts that exist on a day."""
        return tuple(one for one in self.parts if one.holds_on(day))

    def people_on(self, day: date) -> tuple[Person, ...]:
        """Return who sees to something on a day."""
        return tuple(one for one in self.people if one.holds_on(day))

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it goes by, the full one first."""
        return (self.name, *self.aliases)
