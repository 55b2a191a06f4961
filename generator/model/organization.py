"""The issuing organisation as the letterhead needs it."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from generator.model.base import Line, Record


class Level(StrEnum):
    """Where an organisation stands; dated edges between organisations live in the register of units."""

    CENTRAL = "central"
    PROVINCE = "province"
    DEPARTMENT = "department"
    DISTRICT = "district"
    DIVISION = "division"
    COMMUNE = "commune"
    SCHOOL = "school"
    OTHER = "other"


class Organization(Record):
    """The body that issues a document (ô 2, 3 and 4 of NĐ 30, PL I/I/II.2-4)."""

    name: Line | None = Field(
        None,
        title="Tên cơ quan ban hành",
        description="Full official name, in ordinary capitals; printed in capitals. Example: Sở Nội vụ",
    )
    parent: Line | None = Field(
        None,
        title="Cơ quan chủ quản",
        description="Direct superior as it stands above the name; common phrases may be abbreviated: UBND tỉnh …",
    )
    professional_parent: Line | None = Field(
        None,
        title="Cơ quan quản lý chuyên môn",
        description="Body that guides professionally without being the superior; not printed",
    )
    symbol: Line | None = Field(
        None,
        title="Chữ viết tắt tên cơ quan",
        description="Abbreviation set by the head of the office, used in the number: SGDĐT",
    )
    place: Line | None = Field(
        None, title="Địa danh", description="Official name of the administrative unit of the seat (II.4)"
    )
    level: Level | None = Field(None, title="Cấp", description="Level of the organisation")
    aliases: tuple[Line, ...] = Field(
        (), title="Tên gọi khác", description="Other names under which documents mention it"
    )
    head_title: Line | None = Field(
        None, title="Chức danh người đứng đầu", description="Title of the head: Giám đốc, Chủ tịch, Hiệu trưởng"
    )
