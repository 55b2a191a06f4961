"""The unit that a report comes from, by its letterhead."""

from __future__ import annotations

from datetime import date

from generator.errors import DataError
from generator.model.document import Document
from generator.registers.units import Unit, UnitDirectory


def reporting_unit(document: Document, directory: UnitDirectory, day: date) -> Unit:
    """Return the unit whose name stands in the letterhead of a report.

    A division goes by its name alone, so the office above it in the letterhead must be above it in the directory too:
    the "Văn phòng" of a commune is not that of a department. DataError where no unit, or no one unit, is the one.
    """
    name, parent = document.issuer.name or "", document.issuer.parent or ""
    found = directory.find(name, day) if name else ()
    above = {one.id for one in directory.find(parent, day)} if parent else set()
    fitting = [one for one in found if not parent or _fits(one, above, directory, day)]
    if len(fitting) == 1:
        return fitting[0]
    if found and not fitting:
        message = f"danh bạ không có «{name}» của «{parent}», là đơn vị ban hành báo cáo theo phần đầu"
        hint = f"đơn vị cùng tên trong danh bạ: {', '.join(one.name for one in found)}; ghi đúng tên cơ quan báo cáo"
        raise DataError(message, hint=hint)
    told = "có nhiều đơn vị tên" if fitting else "danh bạ không có đơn vị ban hành báo cáo:"
    raise DataError(f"{told} «{name or '(chưa ghi)'}»", hint="ghi đúng tên trong danh bạ")


def _fits(unit: Unit, above: set[str], directory: UnitDirectory, day: date) -> bool:
    """Tell whether a unit may stand below the office that a letterhead names, by its units in the directory."""
    if not above:
        return unit.level != "division"
    superiors = (*directory.ancestors(unit.id, day), *directory.ancestors(unit.id, day, "professional"))
    return bool(above & {unit.id, *(one.id for one in superiors)})
