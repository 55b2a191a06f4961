"""Who signs (PL I/I/II.7, Điều 13)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.diagnostics import Severity
from generator.lint.evidence import Evidence
from generator.lint.finding import Fault, Spot
from generator.lint.look import look_faults
from generator.lint.pieces import pieces_of
from generator.lint.rule import rule
from generator.lint.spots import spot_of
from generator.lint.subject import Subject
from generator.reading import cues
from generator.reading.lines import Passage
from generator.reading.titles_before_names import titles_before
from generator.vietnamese.unicode import fold

_BROKEN_PREFIX = re.compile(
    r"(?:TM|KT|TL|TUQ|T/M|K/T|T/L|T/UQ|K\.\s?T|T\.\s?[ML]|T\.\s?U\.\s?Q)(?:[\s:/.]|\.(?! ))", re.IGNORECASE
)
_DEPUTIES = tuple(map(fold, ("Phó", "Thứ trưởng", "P.")))
_SINGLE_HEADED = tuple(map(fold, ("Sở", "Phòng", "Trường", "Chi cục", "Cục", "Bộ", "Trung tâm", "Văn phòng")))
"""Bodies with a head, who do not sign on behalf of a collective."""
_OWN_TITLES = re.compile(
    r"GIÁO DỤC|TRƯỜNG|HỌC VIỆN|ĐẠI HỌC|Y TẾ|BỆNH VIỆN|KHOA HỌC|VIỆN|CÔNG AN|QUÂN SỰ|BIÊN PHÒNG|QUÂN|BỘ QUỐC PHÒNG"
)
"""Armed forces, education, health and science, whose sector decides on titles before the name (II.7c)."""


def _spot(subject: Subject, passage: Passage, label: str) -> Spot:
    return next((spot_of(one, label) for one in subject.paragraphs(passage)), Spot(label))


@rule("CK-01", "quyền hạn, chức vụ của người ký sai", "PL I/I/II.7", needs=Evidence.WORDS)
def authority(subject: Subject) -> Iterator[Fault]:
    """Chữ viết tắt TM., KT., TL., TUQ., Q. có dấu chấm và cách chữ trước chức danh; quyền hạn, chức vụ in hoa,
    cỡ 13 đến 14, đứng, đậm, canh giữa ở nửa bên phải.
    """
    signature, profile = subject.reading.signature, subject.profile
    lines = [*signature.authority, *([signature.position] if signature.position else [])]
    if not lines and not subject.is_attachment and not subject.is_fragment:
        label = profile.component("position").label
        yield Fault("không thấy quyền hạn, chức vụ của người ký", "như «KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC»", Spot(label))
    for passage in lines:
        component = profile.component("authority" if passage in signature.authority else "position")
        yield from look_faults(
            component, pieces_of(subject, passage), aspects=("size", "bold", "italic", "align", "case")
        )
        if _is_broken(passage, component.pattern if passage in signature.authority else None):
            found, expected = f"«{passage.text}»", f"như «{profile.component('authority').examples[-1]}»"
            yield Fault(found, expected, _spot(subject, passage, component.label))


def _is_broken(passage: Passage, pattern: str | None) -> bool:
    text = passage.text.strip()
    if pattern:
        return re.match(pattern, text) is None
    return _BROKEN_PREFIX.match(text) is not None


@rule("CK-02", "quyền hạn không hợp với chức vụ", "PL I/I/II.7b; Điều 13", Severity.WARNING, needs=Evidence.WORDS)
def agreement(subject: Subject) -> Iterator[Fault]:
    """KT. do cấp phó ký; TM. chỉ dùng khi ký thay mặt tập thể, sở, phòng, trường làm việc theo chế độ thủ trưởng."""
    signature, issuer = subject.reading.signature, subject.reading.head.issuer
    position = signature.position
    label = subject.profile.component("authority").label
    for passage in signature.authority[-1:]:
        if passage.text.startswith("KT.") and position and not fold(position.text).startswith(_DEPUTIES):
            found = f"«{passage.text}» do «{position.text}» ký"
            yield Fault(found, "chức vụ của cấp phó", _spot(subject, passage, label))
    for passage in signature.authority[:1]:
        collective = issuer is None or not fold(issuer.text).startswith(_SINGLE_HEADED)
        if passage.text.startswith("TM.") and not collective and issuer:
            found = f"«{passage.text}» ở văn bản của {issuer.text}"
            expected = "không có TM.: cơ quan này làm việc theo chế độ thủ trưởng"
            yield Fault(found, expected, _spot(subject, passage, label))


@rule("CK-03", "học hàm, học vị trước họ tên người ký", "PL I/I/II.7c", needs=Evidence.WORDS)
def degrees(subject: Subject) -> Iterator[Fault]:
    """Trước họ tên của người ký không ghi học hàm, học vị và các danh hiệu danh dự.

    Đơn vị vũ trang, giáo dục, y tế, khoa học theo quy định của người đứng đầu ngành, nên chỉ gợi ý.
    """
    name, head = subject.reading.signature.name, subject.reading.head
    if name and titles_before(name.text):
        label = subject.profile.component("signer").label
        fault = Fault(f"«{name.text}»", "chỉ họ, tên đệm và tên", _spot(subject, name, label))
        bodies = " ".join(one.text for one in (head.parent, head.issuer) if one).upper()
        yield replace(fault, severity=Severity.HINT) if _OWN_TITLES.search(bodies) else fault


@rule("CK-04", "họ tên người ký thiếu hoặc trình bày sai", "PL I/I/II.7đ", needs=Evidence.WORDS)
def name(subject: Subject) -> Iterator[Fault]:
    """Họ và tên của người ký in thường, cỡ 13 đến 14, đứng, đậm, canh giữa dưới chức vụ."""
    signature, component = subject.reading.signature, subject.profile.component("signer")
    if signature.name is None:
        if signature.position or signature.authority:
            expected = "họ và tên dưới chức vụ của người ký"
            yield Fault("không thấy họ tên người ký", expected, Spot(component.label))
        return
    pieces = pieces_of(subject, signature.name)
    yield from look_faults(component, pieces)
    shown = "".join(piece.shown for piece in pieces).strip()
    if pieces and (cues.is_capitals(shown) or shown.islower() or not shown[-1:].isalpha()):
        found = f"«{pieces[0].shown.strip()}»"
        yield Fault(found, "chữ in thường, viết hoa chữ đầu mỗi từ", _spot(subject, signature.name, component.label))
