"""Citations against the legal register: in force, cited as the register has them, known to it at all."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint.citations import Cited
from generator.lint.evidence import Evidence
from generator.lint.finding import Fault
from generator.lint.issuers import Likeness, likeness
from generator.lint.registered import TITLE_WORDS, is_central, is_unknown, registered, title_overlap
from generator.lint.rule import rule
from generator.lint.spots import grouped
from generator.lint.subject import Subject
from generator.registers.legal import Force, LegalAct, LegalRegister
from generator.vietnamese.dates import days_agree

_CHECK = "sổ văn bản không phải cơ sở dữ liệu pháp luật, hãy kiểm tra lại"
_SURE = frozenset({"V", "S"})
_NAMED = 5


@rule("VD-09", "căn cứ không còn hiệu lực", "hiệu lực của văn bản làm căn cứ", needs=Evidence.WORDS)
def no_longer_in_force(subject: Subject) -> Iterator[Fault]:
    """Văn bản làm căn cứ phải còn hiệu lực vào ngày của văn bản, hoặc ngày xét khi văn bản chưa có ngày.

    Hiệu lực lấy từ sổ văn bản (vanban check --register): lỗi khi sổ ghi rõ ngày hết hiệu lực, cảnh báo khi ngày đó
    phải suy ra hoặc độ tin cậy thấp, gợi ý khi văn bản đã được sửa đổi hoặc chưa có hiệu lực.
    """
    register, day = subject.register, subject.day
    if register is None or day is None:
        return
    cited = [(one, registered(one, register)) for one in subject.citations if one.is_basis]
    names = {act.id for _, act in cited if act}
    for one, act in cited:
        fault = _force_fault(one, act, register, day, names) if act else None
        if fault:
            yield fault


def _force_fault(
    cited: Cited, act: LegalAct, register: LegalRegister, day: datetime.date, names: set[str]
) -> Fault | None:
    status = register.status(act, day)
    if status.force is Force.EXPIRED:
        later = register.successors(act)
        expected = f"thay bằng {_named(later[-1])}" if later else "văn bản còn hiệu lực"
        severity = Severity.ERROR if status.is_certain and act.confidence in _SURE else Severity.WARNING
        return Fault(f"«{cited.name}» {status}", expected, cited.spot, _CHECK, severity=severity)
    if status.force is Force.NOT_YET and status.is_certain:
        return Fault(f"«{cited.name}» {status}", "văn bản đang có hiệu lực", cited.spot, _CHECK, severity=Severity.HINT)
    amending = [one for one in map(register.get, act.amended_by) if one and one.id not in names and _is_out(one, day)]
    if status.force is Force.IN_FORCE and amending:
        found = f"«{cited.name}» đã được sửa đổi, bổ sung"
        expected = f"xem có cần nêu thêm {', '.join(map(_named, amending))}"
        return Fault(found, expected, cited.spot, severity=Severity.HINT)
    return None


def _is_out(act: LegalAct, day: datetime.date) -> bool:
    issued = act.date.to_date() if act.date else None
    return issued is not None and issued <= day


def _named(act: LegalAct) -> str:
    issued = f" ngày {act.date.short()}" if act.date and act.date.complete else ""
    name = f"{act.type} số {act.number}" if act.number else f"{act.type} {act.title or ''}".strip()
    return f"{name}{issued}"


@rule("VD-10", "viện dẫn khác với sổ văn bản", "sổ văn bản pháp luật", Severity.WARNING, needs=Evidence.WORDS)
def unlike_the_register(subject: Subject) -> Iterator[Fault]:
    """Ngày ban hành, cơ quan ban hành và trích yếu của văn bản viện dẫn phải như sổ văn bản ghi."""
    register = subject.register
    if register is None:
        return iter(())
    held = ((one, registered(one, register)) for one in subject.citations)
    return grouped(((act.id, fault.found), fault) for one, act in held if act for fault in _differences(one, act))


def _differences(cited: Cited, act: LegalAct) -> Iterator[Fault]:
    said, spot, severity = cited.citation, cited.spot, Severity.HINT if act.confidence not in _SURE else None
    if said.date and act.date and not days_agree(said.date, act.date):
        found = f"«{cited.name}» ngày {said.date.short()}"
        yield Fault(found, f"sổ ghi ngày {act.date.short()}", spot, _CHECK, severity=severity)
    if not cited.is_law and likeness(said.issuer, act.issuer) is Likeness.OTHER:
        yield Fault(f"«{cited.name}» của «{said.issuer}»", f"sổ ghi của {act.issuer}", spot, _CHECK, severity=severity)
    if not cited.is_law and said.title and act.title and title_overlap(said.title, act.title) < TITLE_WORDS:
        found = f"«{cited.name}» «{said.title}»"
        yield Fault(found, f"sổ ghi «{act.title}»", spot, _CHECK, severity=Severity.HINT)


@rule("VD-11", "căn cứ không có trong sổ văn bản", "sổ văn bản pháp luật", Severity.HINT, needs=Evidence.WORDS)
def unknown_basis(subject: Subject) -> Iterator[Fault]:
    """Căn cứ là văn bản của trung ương mà sổ văn bản không có thì chưa xét được hiệu lực; có thể ghi thêm vào sổ."""
    register = subject.register
    if register is None:
        return
    unknown = [one for one in subject.citations if one.is_basis and is_central(one) and is_unknown(one, register)]
    if unknown:
        named = ", ".join(f"«{one.name}»" for one in unknown[:_NAMED])
        more = f" và {len(unknown) - _NAMED} văn bản khác" if len(unknown) > _NAMED else ""
        hint = "ghi thêm vào một tệp sổ văn bản của đơn vị rồi xét với --register"
        yield Fault(f"{named}{more} không có trong danh mục", "kiểm tra hiệu lực", unknown[0].spot, hint)
