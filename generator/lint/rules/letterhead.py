"""Quốc hiệu, Tiêu ngữ, names of agencies, and the lines below them (PL I/I/II.1, II.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint.evidence import Evidence
from generator.lint.finding import Fault, Spot
from generator.lint.look import look_faults, side_faults
from generator.lint.pieces import Piece, pieces_of
from generator.lint.rule import rule
from generator.lint.rule_lines import line_faults
from generator.lint.spots import spot_of
from generator.lint.subject import Subject
from generator.nd30.component import Component
from generator.spelling import unmarked
from generator.vietnamese.unicode import fold

_DASH = re.compile(r"\s*[-–—‐‑−]\s*")
_ABBREVIATION = re.compile(
    r"(?<!\w)(?:UBND|HĐND|UBMTTQ|MTTQ|S?GD(?:&|VÀ)?ĐT|S?TN(?:&|VÀ)?MT|S?NN(?:&|VÀ)?(?:MT|PTNT)|S?KH(?:&|VÀ)?(?:CN|ĐT)"
    r"|S?VH(?:,?\s?TT)(?:&?DL)?|S?LĐTB(?:&|VÀ)?XH|S?TT(?:&|VÀ)TT|S?GTVT|S?TC-?KH|THPT|THCS|TP\.|TX\.|TT\.|P\.|H\.)(?!\w)"
)
"""Shortened words met in names of agencies."""


def _text_faults(component: Component, pieces: list[Piece]) -> Iterator[Fault]:
    """Yield a fault when the words are not those of the decree; where tone marks stand is never one."""
    allowed = component.text.values or (component.text.default,) if component.text else ()
    shown = " ".join(" ".join(piece.shown for piece in pieces).split())
    if allowed and _toned(shown) not in {_toned(words) for words in allowed}:
        spot = spot_of(pieces[0].paragraph, component.label)
        yield Fault(f"«{shown}»", f"«{allowed[0]}»", spot, fix="text" if len(pieces) == 1 else None, right=allowed[0])


def _toned(text: str) -> tuple[str, str]:
    """Return what two texts share that differ in the place of tone marks alone: letters folded, and capitals."""
    return fold(text), "".join("X" if letter.isupper() else "x" for letter in text if letter.isalpha())


def _lacking(component: Component) -> Fault:
    examples = (component.text.default,) if component.text else component.examples
    return Fault(f"không thấy {component.label}", f"như «{examples[0]}»", Spot(component.label))


@rule("HD-01", "Quốc hiệu thiếu hoặc sai chữ", "PL I/I/II.1a", needs=Evidence.WORDS)
def national_name(subject: Subject) -> Iterator[Fault]:
    """Quốc hiệu «CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM» viết bằng chữ in hoa; HÒA hay HOÀ đều đúng."""
    component = subject.profile.component("national_name")
    pieces = pieces_of(subject, subject.reading.head.national_name)
    if pieces:
        yield from _text_faults(component, pieces)
    elif subject.shows_head:
        yield _lacking(component)


@rule("HD-02", "Quốc hiệu trình bày sai", "PL I/I/II.1a", needs=Evidence.PAGE)
def national_name_look(subject: Subject) -> Iterator[Fault]:
    """Quốc hiệu in hoa, cỡ 12 đến 13, chữ đứng, đậm, ở phía trên, bên phải trang đầu tiên."""
    component = subject.profile.component("national_name")
    pieces = pieces_of(subject, subject.reading.head.national_name)
    yield from look_faults(component, pieces)
    yield from side_faults(subject, component, pieces)


@rule("HD-03", "Tiêu ngữ thiếu hoặc sai chữ", "PL I/I/II.1b", needs=Evidence.WORDS)
def motto(subject: Subject) -> Iterator[Fault]:
    """Tiêu ngữ «Độc lập - Tự do - Hạnh phúc»: in thường, chữ cái đầu của các cụm từ viết hoa."""
    component = subject.profile.component("motto")
    pieces = pieces_of(subject, subject.reading.head.motto)
    if not pieces and subject.shows_head:
        yield _lacking(component)
    for fault in _text_faults(component, pieces) if pieces else ():
        shown = " - ".join(_DASH.split(fault.found.strip("«»")))
        if _toned(shown) != _toned(component.text.default if component.text else ""):
            yield fault


@rule("HD-04", "Tiêu ngữ trình bày sai", "PL I/I/II.1b", needs=Evidence.PAGE)
def motto_look(subject: Subject) -> Iterator[Fault]:
    """Tiêu ngữ cỡ 13 đến 14, chữ đứng, đậm, canh giữa dưới Quốc hiệu."""
    component = subject.profile.component("motto")
    yield from look_faults(component, pieces_of(subject, subject.reading.head.motto))


@rule("HD-05", "dấu nối trong Tiêu ngữ sai", "PL I/I/II.1b", needs=Evidence.WORDS)
def motto_hyphens(subject: Subject) -> Iterator[Fault]:
    """Giữa các cụm từ của Tiêu ngữ có gạch nối (-), có cách chữ; không dùng dấu gạch ngang dài (–)."""
    component = subject.profile.component("motto")
    for piece in pieces_of(subject, subject.reading.head.motto)[:1]:
        shown, wanted = piece.shown.strip(), component.text.default if component.text else ""
        found, right = _DASH.findall(shown), _DASH.findall(wanted)
        if found != right and unmarked(_DASH.sub("-", shown)) == unmarked(_DASH.sub("-", wanted)):
            yield Fault(
                f"«{shown}»", f"«{wanted}»", spot_of(piece.paragraph, component.label), fix="text", right=wanted
            )


@rule("HD-06", "đường kẻ dưới Tiêu ngữ", "PL I/I/II.1b", needs=Evidence.PAGE)
def motto_line(subject: Subject) -> Iterator[Fault]:
    """Phía dưới Tiêu ngữ có đường kẻ ngang, nét liền, dài bằng dòng chữ.

    Kẻ bằng cách nào cũng được: nét vẽ, đường viền đoạn văn, hay dãy gạch dưới. Sai độ dài chỉ bị nhắc.
    """
    return line_faults(subject, "motto", subject.reading.head.motto)


@rule("HD-07", "tên cơ quan trình bày sai", "PL I/I/II.2b", needs=Evidence.WORDS)
def issuer(subject: Subject) -> Iterator[Fault]:
    """Tên cơ quan ban hành in hoa, cỡ 12 đến 13, đứng, đậm, canh giữa dưới tên cơ quan chủ quản trực tiếp.

    Tên cơ quan chủ quản in hoa, cùng cỡ chữ, đứng, không đậm. Cả hai ở nửa trái của trang.
    """
    head = subject.reading.head
    if head.issuer is None and subject.shows_head:
        yield _lacking(subject.profile.component("issuer"))
    for name, passage in (("parent", head.parent), ("issuer", head.issuer)):
        component, pieces = subject.profile.component(name), pieces_of(subject, passage)
        yield from look_faults(component, pieces, aspects=("size", "bold", "italic", "align", "case"))
        yield from side_faults(subject, component, pieces)


@rule("HD-08", "đường kẻ dưới tên cơ quan ban hành", "PL I/I/II.2b", needs=Evidence.PAGE)
def issuer_line(subject: Subject) -> Iterator[Fault]:
    """Phía dưới tên cơ quan ban hành có đường kẻ ngang, nét liền, dài từ 1/3 đến 1/2 dòng chữ, đặt cân đối.

    Kẻ bằng cách nào cũng được. Sai độ dài chỉ bị nhắc; tên nhiều dòng thì tính theo dòng dài nhất hoặc dòng cuối.
    """
    return line_faults(subject, "issuer", subject.reading.head.issuer)


@rule("HD-09", "tên cơ quan ban hành viết tắt", "PL I/I/II.2a", Severity.WARNING, needs=Evidence.WORDS)
def abbreviated_issuer(subject: Subject) -> Iterator[Fault]:
    """Tên cơ quan ban hành là tên chính thức, đầy đủ. Tên cơ quan chủ quản thì được viết tắt (UBND TỈNH …)."""
    passage = subject.reading.head.issuer
    match = _ABBREVIATION.search(passage.text.upper()) if passage else None
    for piece in pieces_of(subject, passage)[:1] if match else ():
        spot = spot_of(piece.paragraph, subject.profile.component("issuer").label)
        yield Fault(f"«{match[0] if match else ''}»", "tên đầy đủ của cơ quan", spot)
