"""Documents whose sample form has words of its own: what a quyết định, biên bản or giấy mời must say (PL III/II)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.diagnostics import Severity
from generator.lint.body import all_nodes
from generator.lint.evidence import Evidence
from generator.lint.finding import Fault, Spot
from generator.lint.look import look_faults
from generator.lint.pieces import has_words, pieces_of
from generator.lint.rule import rule
from generator.lint.spots import spot_of
from generator.lint.statements import Role
from generator.lint.subject import Subject
from generator.reading.labels import LabelKind
from generator.reading.lines import Passage

_ENACTING = {"resolution": "QUYẾT NGHỊ:", "decision": "QUYẾT ĐỊNH:"}
_BASIS = re.compile(r"\b(?:Căn cứ|Theo|Xét|Thực hiện)\s")
_CARRIED_OUT = re.compile(
    r"chịu trách nhiệm|thi hành|thực hiện|\bgiao\b|có trách nhiệm|triển khai|chấp hành|có hiệu lực", re.IGNORECASE
)
_CLOCK = r"\d{1,2}\s*(?:giờ|h|g|:)"
_END_TIME = re.compile(
    rf"(?:kết thúc|bế mạc|lập xong|hoàn thành|thông qua|đọc lại).*?(?:{_CLOCK}|ngày)"
    rf"|(?:{_CLOCK}).*?(?:kết thúc|cùng ngày)",
    re.IGNORECASE,
)
_TIME = re.compile(rf"{_CLOCK}|\bngày\s+\d{{1,2}}|\bbuổi\b|Thời gian", re.IGNORECASE)
_PLACE = re.compile(r"Địa điểm|\btại\s|trực tuyến|trụ sở|hội trường|phòng họp|tham dự qua", re.IGNORECASE)
_WIRES = re.compile(r"điện\s*:", re.IGNORECASE)
_VALID = re.compile(r"(?:có\s+)?giá\s+trị\s+(?:đến|từ|trong)|có\s+giá\s+trị", re.IGNORECASE)
_LAST = 12
"""How many paragraphs at the end of minutes may say when they ended."""


def _is(subject: Subject, *kinds: str) -> bool:
    return subject.shows_head and subject.kind in kinds


def _title_spot(subject: Subject) -> Spot:
    label = subject.profile.component("type_name").label
    return next((spot_of(one, label) for one in subject.paragraphs(subject.reading.head.type_name)), Spot(label))


def _has_articles(subject: Subject) -> bool:
    return any(node.kind is LabelKind.ARTICLE for node in all_nodes(subject.reading.outline))


def _words(subject: Subject) -> list[str]:
    """Return the paragraphs of the content, cells of tables included, without those of appendices."""
    roles = (Role.BODY, Role.CELL, Role.ADDRESSEE, Role.BASIS)
    return [one.text for one in subject.statements if one.appendix is None and one.role in roles]


def _says(subject: Subject, pattern: re.Pattern[str], texts: Iterable[str] | None = None) -> bool:
    return any(pattern.search(text) for text in (_words(subject) if texts is None else texts))


def _look(subject: Subject, passage: Passage, name: str) -> Iterator[Fault]:
    """Yield what is wrong with the look; a size that running text may have is none, though the form shows 14."""
    component, pieces = subject.profile.component(name), pieces_of(subject, passage)
    sized = all(subject.profile.body.size.allows(run.size) for piece in pieces for run in piece.runs if has_words(run))
    aspects = ("bold", "italic", "align", "case") if sized else ("size", "bold", "italic", "align", "case")
    faults = look_faults(component, pieces, aspects=aspects)
    yield from (replace(one, severity=Severity.WARNING) for one in faults)


@rule("MF-01", "lời ban hành thiếu hoặc sai mẫu", "PL III/II, mẫu 1.1 đến 1.3", Severity.WARNING, needs=Evidence.WORDS)
def enacting(subject: Subject) -> Iterator[Fault]:
    """Trên Điều 1 của quyết định là dòng «QUYẾT ĐỊNH:», của nghị quyết là «QUYẾT NGHỊ:»: in hoa, đậm, canh giữa."""
    if not _is(subject, *_ENACTING):
        return
    wanted, found = _ENACTING[subject.kind or ""], subject.reading.enacting
    label = subject.profile.component("enacting_words").label
    if found is None:
        if _has_articles(subject):
            yield Fault(f"không thấy dòng «{wanted}»", f"«{wanted}» sau căn cứ, trên Điều 1", _title_spot(subject))
        return
    if found.text != wanted and found.text.upper() != wanted:
        spot = next((spot_of(one, label) for one in subject.paragraphs(found)), Spot(label))
        yield Fault(f"«{found.text}»", f"«{wanted}»", spot)
    yield from _look(subject, found, "enacting_words")


@rule(
    "MF-02",
    "thẩm quyền ban hành thiếu hoặc sai mẫu",
    "PL III/II, mẫu 1.1 đến 1.3",
    Severity.WARNING,
    needs=Evidence.WORDS,
)
def authority(subject: Subject) -> Iterator[Fault]:
    """Dưới trích yếu của quyết định, nghị quyết là người hoặc tập thể ban hành: in hoa, đậm, canh giữa.

    Như «BỘ TRƯỞNG BỘ NỘI VỤ», «ỦY BAN NHÂN DÂN TỈNH SÔNG VÂN». Chỉ nhắc thiếu khi có căn cứ và dòng «QUYẾT ĐỊNH:».
    """
    reading = subject.reading
    if not _is(subject, *_ENACTING):
        return
    if not reading.enacted_by and reading.enacting and reading.bases.items and reading.head.subject:
        expected = "chức danh người đứng đầu hoặc tên tập thể, in hoa, trên các căn cứ"
        yield Fault("không thấy dòng thẩm quyền ban hành", expected, _title_spot(subject))
    for passage in reading.enacted_by:
        yield from _look(subject, passage, "issuing_authority")


@rule("MF-03", "quyết định, nghị quyết không có căn cứ", "PL I/I/II.6a", Severity.WARNING, needs=Evidence.WORDS)
def bases(subject: Subject) -> Iterator[Fault]:
    """Quyết định, nghị quyết ghi căn cứ ban hành: văn bản quy định thẩm quyền, văn bản quy định nội dung."""
    if not _is(subject, *_ENACTING) or subject.reading.bases.items or not _has_articles(subject):
        return
    if not any(_BASIS.search(one.text) for one in subject.reading.preamble):
        yield Fault("không thấy căn cứ nào", "ít nhất một dòng «Căn cứ …» trên Điều 1", _title_spot(subject))


@rule("MF-04", "quyết định không nói ai thi hành", "PL III/II, mẫu 1.2, 1.3", Severity.WARNING, needs=Evidence.WORDS)
def carried_out(subject: Subject) -> Iterator[Fault]:
    """Điều cuối của quyết định nêu cơ quan, người chịu trách nhiệm thi hành."""
    if not _is(subject, "decision"):
        return
    articles = [node for node in all_nodes(subject.reading.outline) if node.kind is LabelKind.ARTICLE]
    texts = [one.text for node in articles[-2:] for one in node.walk()]
    texts += [one.text for one in subject.reading.closing]
    if len(articles) > 1 and not _says(subject, _CARRIED_OUT, texts):
        passage = Passage(articles[-1].text, articles[-1].lines)
        spot = next((spot_of(one) for one in subject.paragraphs(passage)), Spot())
        yield Fault(
            f"«{articles[-1].label}» không nêu ai thi hành", "«… chịu trách nhiệm thi hành Quyết định này»", spot
        )


@rule("MF-05", "biên bản ghi địa danh, ngày ở phần đầu", "PL III/II, mẫu 1.9", Severity.HINT, needs=Evidence.WORDS)
def dated_minutes(subject: Subject) -> Iterator[Fault]:
    """Phần đầu của biên bản theo mẫu không có dòng địa danh và ngày: thời gian ghi ở lời mở đầu và lời kết."""
    line = subject.reading.head.place_date
    if _is(subject, "minutes") and line:
        label = subject.profile.component("place_date").label
        spot = next((spot_of(one, label) for one in subject.paragraphs(line)), Spot(label))
        yield Fault(f"«{line.text}»", "không có dòng này dưới Tiêu ngữ của biên bản", spot)


@rule(
    "MF-06", "biên bản thiếu chữ ký thư ký hoặc chủ tọa", "PL III/II, mẫu 1.9", Severity.WARNING, needs=Evidence.WORDS
)
def two_signatures(subject: Subject) -> Iterator[Fault]:
    """Biên bản có chữ ký của thư ký (người ghi biên bản) ở bên trái và của chủ tọa ở bên phải."""
    reading = subject.reading
    if not _is(subject, "minutes") or not (reading.signature.position or reading.secretary):
        return
    label = subject.profile.component("position").label
    if reading.secretary is None and not _says(subject, re.compile("(?:THƯ KÝ|NGƯỜI GHI|NGƯỜI LẬP)"), _shown(subject)):
        yield Fault("không thấy chỗ ký của thư ký", "«THƯ KÝ» ở bên trái, cùng hàng với chủ tọa", Spot(label))
    if reading.secretary is not None and reading.signature.position is None:
        yield Fault("không thấy chỗ ký của chủ tọa", "«CHỦ TỌA» ở bên phải, cùng hàng với thư ký", Spot(label))


def _shown(subject: Subject) -> list[str]:
    """Return the words at the end that are no content, in capitals."""
    return [one.text.upper() for one in subject.statements if one.role in (Role.SIGNATURE, Role.OTHER)]


@rule("MF-07", "biên bản không ghi lúc kết thúc", "PL III/II, mẫu 1.9", Severity.WARNING, needs=Evidence.WORDS)
def end_time(subject: Subject) -> Iterator[Fault]:
    """Biên bản kết bằng «Cuộc họp (hội nghị, hội thảo) kết thúc vào … giờ …, ngày … tháng … năm …»."""
    if _is(subject, "minutes") and not _says(subject, _END_TIME, _words(subject)[-_LAST:]):
        spot = spot_of(subject.body[-1].paragraph) if subject.body else _title_spot(subject)
        yield Fault("không thấy giờ, ngày kết thúc", "«Cuộc họp kết thúc vào … giờ …, ngày …»", spot)


@rule(
    "MF-08", "giấy mời không ghi thời gian hoặc địa điểm", "PL III/II, mẫu 1.7", Severity.WARNING, needs=Evidence.WORDS
)
def time_and_place(subject: Subject) -> Iterator[Fault]:
    """Giấy mời ghi thời gian và địa điểm, để người được mời đến đúng lúc, đúng nơi."""
    if not _is(subject, "invitation"):
        return
    for pattern, name, example in ((_TIME, "thời gian", "Thời gian: …"), (_PLACE, "địa điểm", "Địa điểm: …")):
        if not _says(subject, pattern):
            yield Fault(f"không thấy {name}", f"«{example}»", _title_spot(subject))


@rule("MF-09", "công điện không ghi ai điện cho ai", "PL III/II, mẫu 1.6", Severity.WARNING, needs=Evidence.WORDS)
def wires(subject: Subject) -> Iterator[Fault]:
    """Dưới trích yếu của công điện: tên cơ quan hoặc chức danh người đứng đầu «… điện:», rồi các nơi nhận điện."""
    if _is(subject, "telegram") and not _says(subject, _WIRES):
        yield Fault("không thấy dòng «… điện:»", "«GIÁM ĐỐC SỞ … điện:» trên các nơi nhận điện", _title_spot(subject))


@rule("MF-10", "giấy giới thiệu không ghi thời hạn", "PL III/II, mẫu 1.8", Severity.WARNING, needs=Evidence.WORDS)
def validity(subject: Subject) -> Iterator[Fault]:
    """Giấy giới thiệu ghi «Giấy này có giá trị đến hết ngày …»."""
    if _is(subject, "introduction") and not _says(subject, _VALID):
        yield Fault("không thấy thời hạn có giá trị", "«Giấy này có giá trị đến hết ngày …»", _title_spot(subject))
