"""Who signs and who works on the day of the new plan, by the directory of units."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.plan import Plan
from generator.registers.units import Unit, UnitDirectory
from generator.transform.roll_decision import Decision, Topic
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.unicode import fold


def signer_decisions(plan: Plan, directory: UnitDirectory | None, on: date) -> Iterator[Decision]:
    """Yield what is to be decided about the signature; nothing where the directory has the signer on the day."""
    signature = plan.signature
    signer = f"{signature.position or ''} {signature.name or ''}".strip() or "chưa ghi"
    if directory is None or plan.issuer.name is None:
        yield Decision(Topic.SIGNER, "chữ ký", f"{signer}: chưa đối chiếu danh bạ", "xem lại người ký")
        return
    unit = _issuer(plan, directory, on)
    if unit is None:
        found = f"danh bạ không có «{plan.issuer.name}» vào ngày {_short(on)}"
        yield Decision(Topic.SIGNER, "cơ quan ban hành", found, "xem lại tên cơ quan và người ký")
        return
    signers = unit.signers_on(on)
    known = next((one for one in signers if fold(one.name) == fold(signature.name or "")), None)
    listed = "; ".join(f"{one.position} {one.name}" for one in signers) or "danh bạ chưa ghi ai"
    if known is None:
        found = f"{signer} không còn trong danh sách người ký ngày {_short(on)}"
        yield Decision(Topic.SIGNER, "chữ ký", found, f"chọn người ký: {listed}")
    elif fold(known.position) != fold(signature.position or ""):
        found = f"danh bạ ghi {known.name} là {known.position}"
        yield Decision(Topic.SIGNER, "chữ ký", found, "sửa chức vụ hoặc quyền hạn ký")


def _issuer(plan: Plan, directory: UnitDirectory, on: date) -> Unit | None:
    """Return the unit that issues the plan; of several of one name the one below the same superior."""
    found = directory.find(plan.issuer.name or "", on)
    wanted = fold(plan.issuer.parent or "")
    for unit in found:
        above = directory.parent(unit.id, on)
        if above is not None and wanted in map(fold, above.names):
            return unit
    return found[0] if found else None


def _short(day: date) -> str:
    return PartialDate.parse(day).short()
