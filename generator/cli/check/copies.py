"""The copies that ``vanban check`` writes on demand: one repaired, one with the findings as comments."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from generator.cli.problems import show_written
from generator.diagnostics import Severity
from generator.errors import UsageError
from generator.files import refuse_clashes, write_atomic
from generator.lint.finding import Finding
from generator.lint.gate import Judgement, judge
from generator.lint.rule import Rule
from generator.lint.subject import Subject
from generator.repair.annotation import Annotated, annotated
from generator.repair.repairing import Repaired, repaired

SUFFIX = ".docx"


@dataclass(frozen=True)
class Copies:
    """Where copies of the files judged go; None for none of the kind."""

    places: Mapping[Path, Path]
    """By the file, where its copy is in the folder."""
    fix: Path | None = None
    annotate: Path | None = None

    def __post_init__(self) -> None:
        """Raise UsageError where a copy could not be made or would replace a source or another copy."""
        folders = {"--fix": self.fix, "--annotate": self.annotate}
        for option, folder in folders.items():
            if folder is not None:
                self._require(option, folder)
        if self.fix and self.annotate and self.fix.resolve() == self.annotate.resolve():
            raise UsageError("--fix và --annotate cùng một thư mục", hint="mỗi loại bản sao cần một thư mục riêng")

    def _require(self, option: str, folder: Path) -> None:
        for source, place in self.places.items():
            if source.suffix.lower() != SUFFIX:
                hint = f"bỏ {option} để chỉ xét, hoặc chuyển sang Word trước"
                raise UsageError(f"{option} chỉ dùng được với tệp Word (.docx)", where=str(source), hint=hint)
            if (folder / place).parent.resolve() == source.parent.resolve():
                hint = "bản gốc được giữ nguyên; hãy chọn thư mục khác"
                raise UsageError(f"thư mục của {option} là thư mục của tệp nguồn", where=str(folder), hint=hint)
        refuse_clashes(list(self.places), [folder / place for place in self.places.values()])

    def made(self, source: Path, data: bytes, read: Callable[[bytes], Subject], rules: Sequence[Rule]) -> Outcome:
        """Judge a file and write its copies; the judgement is that of the repaired one where one is asked for."""
        subject = read(data)
        before = judge(subject, rules)
        repair = repaired(data, read, rules) if self.fix else None
        notes = annotated(data, before.findings, subject.on) if self.annotate else None
        outcome = Outcome(source, repair.judgement if repair else before, repair, notes)
        if self.fix and repair and not repair.refused:
            outcome = outcome.written(repaired_copy=_write(self.fix / self.places[source], repair.data))
        if self.annotate and notes and not notes.refused:
            outcome = outcome.written(annotated_copy=_write(self.annotate / self.places[source], notes.data))
        return outcome


@dataclass(frozen=True)
class Outcome:
    """What came of one file."""

    source: Path
    judgement: Judgement
    repair: Repaired | None = None
    notes: Annotated | None = None
    repaired_copy: Path | None = None
    annotated_copy: Path | None = None

    def written(self, **copies: Path) -> Outcome:
        """Return the outcome with the path of a copy that was written."""
        known = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return Outcome(**{**known, **copies})

    @property
    def refused(self) -> str | None:
        """Why a copy was not written, in Vietnamese."""
        return (self.repair and self.repair.refused) or (self.notes and self.notes.refused) or None

    def as_json(self) -> dict[str, Any]:
        """What was done, as plain values, beside the findings; empty where no copy was asked for."""
        done = [finding.to_json() for finding in self.repair.done] if self.repair else []
        found: dict[str, Any] = {"refused": self.refused} if self.repair or self.notes else {}
        found |= {"repairs": done, "repaired": _name(self.repaired_copy)} if self.repair else {}
        return found | ({"annotated": _name(self.annotated_copy)} if self.notes else {})

    def show(self) -> None:
        """Print what was done and what is left for a person."""
        if self.refused:
            click.echo(f"{self.source}: không sửa, không ghi bản sao: {self.refused}", err=True)
        if self.repair and self.repaired_copy:
            show_written(self.repaired_copy)
            _show_repairs(self.repair.done)
            left = self.judgement.count(Severity.ERROR)
            click.echo(f"  còn {left} lỗi, {self.judgement.count(Severity.WARNING)} cảnh báo cần người sửa")
        if self.notes and self.annotated_copy:
            show_written(self.annotated_copy)
            click.echo(f"  {self.notes.count} ghi chú trong văn bản")


def _show_repairs(done: Sequence[Finding]) -> None:
    click.echo(f"  đã sửa {len(done)} chỗ" if done else "  không có gì tự sửa được")
    for line in dict.fromkeys(map(_in_words, done)):
        click.secho("  ✓ ", fg="green", nl=False)
        click.echo(line)


def _in_words(finding: Finding) -> str:
    place = f"{finding.place}: " if str(finding.place) else ""
    return f"{place}{finding.code}, {finding.found} → {finding.expected}"


def _write(path: Path, data: bytes) -> Path:
    write_atomic(path, data)
    return path


def _name(path: Path | None) -> str | None:
    return None if path is None else str(path)
