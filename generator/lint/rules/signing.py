"""Who may sign: titles against each other, against the office, against the directory (Điều 13; PL I/I/II.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from generator.diagnostics import Severity
from generator.lint.bodies import judged_day
from generator.lint.evidence import Evidence
from generator.lint.finding import Fault, Spot
from generator.lint.offices import SignedBy, heads_of, letterhead, signed_by
from generator.lint.places import row_spot
from generator.lint.rule import rule
from generator.lint.subject import Subject
from generator.lint.unit_names import same_unit, unit_name
from generator.ooxml.formatting.values import Drawing
from generator.reading.lines import Passage
from generator.registers.base import written
from generator.registers.units import Signer, Unit
from generator.vietnamese.unicode import fold

_OF_COLLECTIVE = frozenset({"plan", "program", "report", "submission", "resolution"})
"""Kinds that UBND issues as a collective; a decision or an invitation may be the chairman's own."""
_A_HEAD = re.compile(r"tm\.?\s*(?:giám đốc|chủ tịch(?! đoàn)|hiệu trưởng|bộ trưởng|thủ trưởng|trưởng)\b")
"""TM. before the title of one person, where the name of a body belongs."""
_SIGNED_BY_SEVERAL = frozenset({"minutes", "contract", "memorandum", "agreement"})


def _spot(subject: Subject, passage: Passage | None) -> Spot:
    spot = row_spot(subject, passage.lines) if passage else Spot()
    return replace(spot, part=subject.profile.component("position").label)


@rule("CK-05", "hình ảnh chữ ký số sai định dạng", "PL I/I/II.7d", Severity.WARNING)
def picture(subject: Subject) -> Iterator[Fault]:
    """Hình ảnh chữ ký, dấu trên văn bản điện tử là tệp .png nền trong suốt, đặt canh giữa chức vụ và họ tên.

    Chỉ xét định dạng tệp: màu mực và nền không đọc được chắc chắn từ tệp Word.
    """
    for drawing, spot in _pictures(subject):
        ending = drawing.target.rpartition(".")[2].lower()
        if drawing.target and ending != "png":
            yield Fault(f"hình ảnh chữ ký là tệp .{ending}", "tệp .png nền trong suốt", spot)


def _pictures(subject: Subject) -> Iterator[tuple[Drawing, Spot]]:
    """Yield the pictures between the title of the signer and the name."""
    signature = subject.reading.signature
    if signature.name is None or signature.position is None:
        return
    lines = (*signature.position.lines, *signature.name.lines)
    for paragraph in subject.formatted.paragraphs:
        if min(lines) <= paragraph.number <= max(lines):
            for drawing in paragraph.drawings:
                if drawing.kind == "picture":
                    yield drawing, _spot(subject, signature.position)


@rule(
    "CK-06", "chức vụ người ký không hợp với quyền hạn", "PL I/I/II.7; Điều 13", Severity.WARNING, needs=Evidence.WORDS
)
def deputy(subject: Subject) -> Iterator[Fault]:
    """Cấp phó ký thay cấp trưởng của mình và ghi KT.; cấp phó không ký TL., TUQ. cấp trưởng của chính mình; người ký
    KT., TL., TUQ. ghi chức vụ của mình. Người được giao quyền cấp trưởng ghi Q. trước chức vụ; sau TM. là tên tập thể.
    """
    signature, signed = subject.reading.signature, signed_by(subject)
    if subject.kind in _SIGNED_BY_SEVERAL or signature.name is None:
        return
    printed = signature.position.text if signature.position else ""
    spot = _spot(subject, signature.position or next(iter(signature.authority), None))
    code = signed.codes[-1] if signed.codes else ""
    if printed.upper().startswith("QUYỀN "):
        yield Fault(f"«{printed}»", f"«Q. {printed.split(maxsplit=1)[1]}»", spot)
    elif code == "TM" and _A_HEAD.match(fold(signature.authority[-1].text)):
        yield Fault(f"«{signature.authority[-1].text}»", "tên tập thể sau TM., hoặc «KT.» khi cấp phó ký thay", spot)
    elif signed.is_deputy and not signature.authority:
        yield Fault(f"«{printed}» ký, không có KT.", "«KT.» và chức vụ của cấp trưởng ở dòng trên", spot)
    elif code in ("KT", "TL", "TUQ") and not printed:
        yield Fault(f"«{signature.authority[-1].text}», không có chức vụ người ký", "chức vụ của người ký", spot)
    elif code in ("TL", "TUQ") and signed.is_deputy and _is_own_deputy(signed):
        yield Fault(f"«{signature.authority[-1].text}» do «{printed}» ký", "«KT.»: cấp phó ký thay", spot)
    elif code == "KT" and signed.is_deputy and not signed.agrees(signed.last):
        found = f"«{signature.authority[-1].text}» do «{printed}» ký"
        yield Fault(found, "cấp phó của chính chức danh được ký thay", spot)


def _is_own_deputy(signed: SignedBy) -> bool:
    """Tell whether the signer is the deputy of the very head on whose order the document is signed."""
    return bool(signed.head_named) and signed.position.removeprefix("phó ") == signed.head_named


@rule("CK-07", "chức vụ người ký không hợp với cơ quan", "Điều 13", Severity.WARNING, needs=Evidence.WORDS)
def office(subject: Subject) -> Iterator[Fault]:
    """Người đứng đầu UBND là Chủ tịch, của sở là Giám đốc, của trường là Hiệu trưởng …; kế hoạch, chương trình, báo
    cáo, tờ trình của UBND ký thay mặt tập thể: TM. ỦY BAN NHÂN DÂN.
    """
    signature, signed, issuer = subject.reading.signature, signed_by(subject), letterhead(subject)
    heads = heads_of(issuer)
    if not heads or issuer is None or subject.kind in _SIGNED_BY_SEVERAL or signature.name is None:
        return
    spot = _spot(subject, signature.position)
    if signed.head and signed.head not in heads:
        found = f"«{signed.head.upper()}» ký văn bản của «{issuer.printed}»"
        yield Fault(found, f"chức danh người đứng đầu: {' hoặc '.join(heads).upper()}", spot)
    elif issuer.kind == "ubnd" and subject.kind in _OF_COLLECTIVE and "TM" not in signed.codes and signed.head:
        found = "văn bản của Ủy ban nhân dân không ghi TM."
        yield Fault(found, "«TM. ỦY BAN NHÂN DÂN» ở dòng trên chức vụ", spot)


@rule("CK-08", "người ký không đúng với danh bạ", "Điều 13; danh bạ đơn vị", Severity.WARNING, needs=Evidence.WORDS)
def in_office(subject: Subject) -> Iterator[Fault]:
    """Người ký còn giữ chức vụ vào ngày của văn bản theo danh bạ đơn vị; tên không có trong danh bạ chỉ là gợi ý.

    Chỉ xét khi danh bạ có cơ quan ban hành và người ký của cơ quan; người ký TL., TUQ. không xét.
    """
    name, day, signed = subject.reading.signature.name, judged_day(subject), signed_by(subject)
    unit = _issuer(subject, day) if day else None
    if name is None or day is None or unit is None or not unit.signers or {"TL", "TUQ"} & set(signed.codes):
        return
    spot = _spot(subject, name)
    same = [one for one in unit.signers if fold(one.name) == fold(name.text)]
    current = [one for one in same if one.holds_on(day)]
    if same and not current:
        yield Fault(f"«{name.text}» không giữ chức vụ vào ngày {written(day)}", _term(same[-1]), spot)
    elif not same:
        names = ", ".join(f"{one.name} ({one.position})" for one in unit.signers_on(day))
        found = f"«{name.text}» không có trong danh bạ người ký"
        yield Fault(found, names or "người ký trong danh bạ", spot, severity=Severity.HINT)
    elif signed.position and not any(_fits(one, signed.position) for one in current):
        found = f"«{name.text}» ký với chức vụ «{signed.position.upper()}»"
        yield Fault(found, f"danh bạ ghi {current[0].position}", spot)


def _issuer(subject: Subject, day: date) -> Unit | None:
    """Return the one unit of the directory that the letterhead names."""
    issuer = letterhead(subject)
    if subject.units is None or issuer is None:
        return None
    named = [one for one in subject.units.on(day) if any(same_unit(unit_name(name), issuer) for name in one.names)]
    return named[0] if len(named) == 1 else None


def _term(signer: Signer) -> str:
    days = [f"từ {written(signer.valid_from)}"] if signer.valid_from else []
    days += [f"đến hết {written(signer.valid_to)}"] if signer.valid_to else []
    return f"danh bạ ghi {signer.position} {' '.join(days)}"


def _fits(signer: Signer, position: str) -> bool:
    """Tell whether two titles are one, whatever stands behind them: "giám đốc" and "giám đốc sở"."""
    known = fold(signer.position)
    return known.startswith(position) or position.startswith(known)
