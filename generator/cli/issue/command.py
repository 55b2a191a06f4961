"""``vanban issue``: number and day of a document that is signed, put into its data."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import click

from generator.bundled import bundled
from generator.cli.check.means import given_day
from generator.cli.files.inputs import load
from generator.cli.files.references import with_references
from generator.cli.issue.numbered import reissued, with_values
from generator.cli.paths import FILE
from generator.cli.problems import show_diagnostics, show_written
from generator.diagnostics import Diagnostic, Place, warning
from generator.errors import DataError, GeneratorError, UsageError
from generator.files import read_bytes, write_keeping_old
from generator.model.document import Document
from generator.model.issue import is_issued, issued, newest_basis
from generator.model.references import Use, references
from generator.model.store import SUFFIXES
from generator.model.wording import long_date, number_line
from generator.registers.holidays import WorkCalendar
from generator.registers.store import load_register
from generator.vietnamese.citations import compose
from generator.vietnamese.dates import PartialDate
from generator.workbook.reader import SUFFIXES as WORKBOOK_SUFFIXES

_ISSUING: Final = ("decision", "resolution")
"""Kinds that issue what is attached to them; others only send it along, a draft as a rule."""
_NUMBER: Final = re.compile(r"0*([1-9]\d*)")


@click.command()
@click.argument("source", metavar="TỆP", type=FILE)
@click.option("--number", required=True, metavar="SỐ", help="Số văn bản, chữ số Ả Rập: 15.")
@click.option("--date", "day", required=True, metavar="NGÀY", callback=given_day, help="Ngày ban hành: 2027-01-05.")
@click.option("--force", is_flag=True, help="Thay số, ngày đã cấp.")
@click.option("--holidays", metavar="LỊCH.yaml", type=FILE, help="Lịch nghỉ lễ của cơ quan; mặc định là lịch có sẵn.")
@click.option("--template", metavar="MẪU.docx", type=FILE, help="Mẫu riêng mà tệp Word đã dùng.")
def issue(
    source: Path, *, number: str, day: datetime.date, force: bool, holidays: Path | None, template: Path | None
) -> None:
    """Ghi số và ngày ban hành vào văn bản đã ký: dữ liệu (.yaml, .json), biểu Excel hoặc tệp Word.

    Tệp dữ liệu chỉ đổi ở số, ngày và dòng «(Kèm theo …)» chép sẵn còn để trống; lời chú thích và thứ tự giữ nguyên,
    bản cũ giữ ở TÊN.cu; ở biểu Excel chỉ đổi các ô ấy. Văn bản khác dẫn tệp này (document: TÊN, [[TÊN]]) theo số, ngày
    mới khi được làm lại; lệnh nêu tên những tệp ấy.

    Tệp Word do lệnh render tạo ra, chữ chưa sửa, được làm lại bên cạnh với số và ngày.

    \b
    Ví dụ: vanban issue ke_hoach.yaml --number 15 --date 2027-01-05
    """
    before = load(source)[0]
    after = issued(before, _number(number), day)
    if after == before:
        click.echo(f"{source}: đã có đúng số và ngày này, không ghi gì")
        return
    _refuse(before, source, day, force=force)
    show_diagnostics(_days_off(day, source, holidays))
    if source.suffix.lower() == ".docx":
        target, data = reissued(source, after, template)
    else:
        target, data = source, with_values(source, before, after)
    kept = write_keeping_old(target, data)
    for line in _changes(before, after):
        click.echo(line)
    show_written(target, kept)
    _name_followers(source)


def _number(text: str) -> str:
    match = _NUMBER.fullmatch(text.strip())
    if match is None:
        hint = "số đánh từ 01, liên tục trong năm (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.3)"
        raise UsageError(f"số văn bản phải là chữ số Ả Rập, gặp: «{text}»", where="--number", hint=hint)
    return match[1]


def _refuse(document: Document, source: Path, day: datetime.date, *, force: bool) -> None:
    """Raise UsageError for what must not be: a number given twice, a day before that of a basis."""
    if is_issued(document) and not force:
        told = f"văn bản đã có «{number_line(document)}, {long_date(document.date)}»"
        raise UsageError(told, where=str(source), hint="thêm --force nếu thật sự phải thay số, ngày đã cấp")
    newest = newest_basis(with_references(document, source).resolved)
    if newest and day < newest[1]:
        told = f"ngày ban hành {day:%d/%m/%Y} trước ngày của căn cứ «{compose(newest[0])}»"
        raise UsageError(told, where=str(source), hint="xem lại ngày ban hành, hoặc sửa ngày của căn cứ trong dữ liệu")


def _days_off(day: datetime.date, source: Path, holidays: Path | None) -> Iterator[Diagnostic]:
    path = holidays or bundled("data") / "registers" / "holidays.yaml"
    calendar = load_register(read_bytes(path), str(path), WorkCalendar)
    place = Place(file=str(source), field="date")
    try:
        if not calendar.is_working_day(day):
            holiday = calendar.holiday(day)
            what = holiday.name if holiday else "ngày nghỉ hằng tuần"
            yield warning(f"ngày {day:%d/%m/%Y} là ngày nghỉ ({what})", place, hint="xem lại ngày ban hành")
    except DataError as failure:
        yield warning(f"không xét được ngày nghỉ: {failure.message}", place)


def _changes(before: Document, after: Document) -> Iterator[str]:
    yield f"{_shown(number_line(before))} → {number_line(after).removeprefix('Số: ')}"
    was = long_date(before.date or PartialDate(None))
    yield f"Ngày ban hành: {_shown(was)} → {long_date(after.date)}"
    for old, new in zip(before.appendices, after.appendices, strict=True):
        if old != new:
            yield f"Dòng kèm theo: {_shown(old.note or '')} → {new.note}"


def _shown(text: str) -> str:
    return " ".join(text.split()).replace(": /", ": …/").replace("ngày tháng", "ngày … tháng")


def _name_followers(source: Path) -> None:
    """Print which data files of the folder refer to this one: they follow when they are rendered.

    A document that is issued with another one takes no number of its own: where it was given one, a warning says so.
    """
    uses = {path.name: found for path in _beside(source) if (found := _uses(path, source))}
    if uses:
        click.echo(f"Dẫn văn bản này, cần làm lại bằng «vanban render»: {', '.join(uses)}")
    carriers = [name for name, found in uses.items() if Use.ATTACHED in found]
    if carriers:
        told = f"văn bản này ban hành kèm theo «{', '.join(carriers)}»"
        advice = "văn bản kèm theo thường không cấp số riêng: cấp số cho văn bản ban hành nó"
        show_diagnostics([warning(told, Place(file=str(source), field="number"), hint=advice)])


def _beside(source: Path) -> Iterable[Path]:
    data = (*SUFFIXES, *WORKBOOK_SUFFIXES)
    return sorted(path for path in source.parent.iterdir() if path.suffix.lower() in data and path != source)


def _uses(path: Path, source: Path) -> set[Use]:
    """Return what a data file takes from another; nothing of one that cannot be read."""
    try:
        document = load(path)[0]
    except GeneratorError:
        return set()
    uses = {one.use for one in references(document) if (path.parent / one.file).resolve() == source.resolve()}
    is_only_sent = Use.ATTACHED in uses and document.kind not in _ISSUING
    return (uses - {Use.ATTACHED}) | {Use.TEXT} if is_only_sent else uses
