"""``do: remind`` of a batch: a letter to each late unit, as ``vanban remind --each`` writes them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import click
from pydantic import Field

from generator.batch.job import Job, Product
from generator.cli.batch.order import Lines, OrderFile
from generator.cli.batch.product import RenderSettings, rendered
from generator.cli.batch.word import WordOrder, render_settings
from generator.cli.batch.wording import in_order_words
from generator.cli.reports.collecting import DAYS_OF_FILES
from generator.cli.reports.means import plans_of
from generator.cli.reports.reminded import show_not_reminded, show_uncounted
from generator.cli.reports.reminding import Reminding, reminding
from generator.model.base import Line
from generator.model.document import Document
from generator.model.references import Sourced
from generator.model.store import dump_document

_ON_TIME = "không chậm, không đôn đốc"


class RemindOrder(WordOrder):
    """Who is to have told what, and what is asked."""

    do: Literal["remind"] = Field(title="Việc làm")
    plan: Line = Field(title="Kế hoạch", description="Of the office that reminds")
    progress: Lines = Field(min_length=1, title="Tệp tiến độ", description="What came: files, patterns, folders")
    units: Line = Field(title="Danh bạ đơn vị")
    period: Line = Field(title="Kỳ báo cáo", description="2027-Q1")
    on: datetime.date = Field(title="Tính đến hết ngày")
    by: datetime.date | None = Field(None, title="Hạn mới")
    channel: Line | None = Field(None, title="Nơi gửi")
    contact: Line | None = Field(None, title="Đầu mối")
    times: int | None = Field(None, ge=1, title="Lần đôn đốc")
    earlier: Lines = Field((), title="Công văn đã đôn đốc", description="Files, patterns, or number and day in words")
    issuer: Line | None = Field(None, title="Cơ quan đôn đốc", description="Else the one that issued the plan")
    members: Lines = Field((), title="Đơn vị phải báo cáo", description="Units or classes; else all below the office")
    plans: Lines = Field((), title="Kế hoạch của các đơn vị")
    received: Line | None = Field(None, title="Danh sách ngày nhận")
    regime: Line | None = Field(None, title="Mã chế độ báo cáo")
    regimes: Line | None = Field(None, title="Chế độ báo cáo")
    forms: Line | None = Field(None, title="Biểu mẫu thống kê")
    outline: Line | None = Field(None, title="Đề cương báo cáo")
    words: Line | None = Field(None, title="Lời văn công văn")


@dataclass(frozen=True)
class Letter:
    """Makes the letter to one unit."""

    document: Document
    target: Path
    """Its data file, in the output folder."""
    settings: RenderSettings

    def __call__(self) -> Product:
        """Return the Word file and the data; GeneratorError as rendering has it."""
        made = rendered(Sourced(self.document), self.target, self.settings, {})
        data = dump_document(self.document, self.target.name).encode()
        return Product((*made.files, data), made.read, made.remarks, made.ready, made.moment)


@dataclass(frozen=True)
class OnTime:
    """Makes nothing, for a unit that is not late."""

    def __call__(self) -> Product:
        """Return what the manifest says of it."""
        return Product((), remarks=(_ON_TIME,))


def remind_jobs(order: RemindOrder, file: OrderFile, output: Path) -> list[Job]:
    """Return a job for each unit that is to report; DataError when the order names what is not there.

    What came is read here, once; a job holds the letter itself, so that only a letter that says something else is
    made again.
    """
    _hold_earlier(order, file, output)
    found = _reminding(order, file)
    if order.received is None:
        click.echo(in_order_words(DAYS_OF_FILES), err=True)
    show_uncounted(found.came)
    show_not_reminded(found.came, order.on)
    return list(_jobs(found, render_settings(order, file), f"{Path(order.units).name}, ", output))


def _hold_earlier(order: RemindOrder, file: OrderFile, output: Path) -> None:
    """Raise DataError for earlier letters in the output folder: the new ones have the same names."""
    for one in order.earlier:
        path = file.at(one).resolve()
        if path.exists() and (path == output.resolve() or path.parent == output.resolve()):
            told = "công văn đã đôn đốc nằm ngay trong thư mục kết quả, công văn mới sẽ thay công văn cũ"
            raise file.fault(told, "earlier", one, "chọn thư mục -o khác cho lần đôn đốc này")


def _reminding(order: RemindOrder, file: OrderFile) -> Reminding:
    plan = file.file("plan", order.plan)
    assert plan is not None
    (issuing,) = plans_of([plan])
    return reminding(
        file.places("progress", order.progress), issuing, _options(order, file), file.file("words", order.words)
    )


def _options(order: RemindOrder, file: OrderFile) -> dict[str, Any]:
    """Return what ``vanban remind`` has as options."""
    same = {name: getattr(order, name) for name in ("on", "by", "channel", "contact", "times", "period", "issuer")}
    files = {name: file.file(name, getattr(order, name)) for name in ("units", "received", "forms", "outline")}
    return {
        **same,
        **files,
        "regime": order.regime,
        "regime_file": file.file("regimes", order.regimes),
        "named": order.members,
        "plans": file.places("plans", order.plans),
        "earlier": [*_earlier(order, file)],
    }


def _earlier(order: RemindOrder, file: OrderFile) -> Iterator[str]:
    """Yield the earlier letters: paths count from the folder of the order, what is no path is words."""
    for one in order.earlier:
        path = file.at(one)
        yield str(path) if path.exists() else one


def _jobs(found: Reminding, settings: RenderSettings, before: str, output: Path) -> Iterator[Job]:
    late = {one.unit.id: one for one in found.late}
    for unit in found.came.expected:
        label, target = f"{before}{unit.id}", output / found.name(unit)
        targets = (f"{target.stem}.docx", target.name)
        if unit.id not in late:
            yield Job(label, OnTime(), settings.digest(), targets)
            continue
        document = found.letter((late[unit.id],))
        digest = settings.digest(dump_document(document, target.name))
        yield Job(label, Letter(document, target, settings), digest, targets)
