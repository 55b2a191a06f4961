"""The second step of a batch: files made of those that came out, in groups, as LibreOffice makes PDF."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path, PurePath

from generator.batch.folder import OutputFolder, Put
from generator.batch.job import Outcome, State
from generator.batch.ledger import Ledger
from generator.batch.work import aside_notes

Convert = Callable[[Sequence[Path], Path, int], Mapping[Path, str]]
"""Makes of each file one of its stem in a folder, at a moment in seconds since 1970; returns why some failed."""

LARGEST_GROUP = 64
"""Files for one call: enough to make its start cheap, few enough that a stop costs little."""


@dataclass
class Conversion:
    """What is made of the files of outcomes: ``suffix`` is that of the new files, ``settings`` how they are made."""

    folder: OutputFolder
    ledger: Ledger
    suffix: str
    settings: str
    origin: str = ""
    """The order that the files are made for."""
    kept: list[Outcome] = field(default_factory=list)
    """The conversions that need not be done again; filled by `pending`."""

    def pending(self, outcomes: Sequence[Outcome], *, resume: bool) -> list[Outcome]:
        """Return the outcomes whose files are to be converted."""
        found = []
        for outcome in outcomes:
            entry = self.ledger.get(self.target(outcome)) if resume else None
            if entry is not None and entry.state is State.DONE and self._holds(entry, outcome):
                self.kept.append(entry)
            else:
                found.append(outcome)
        return found

    def run(self, pending: Sequence[Outcome], convert: Convert) -> Generator[Outcome]:
        """Yield how the conversion of each file ended, group by group, when it is in the ledger."""
        by_moment: dict[int, list[Outcome]] = {}
        for outcome in pending:
            by_moment.setdefault(outcome.moment, []).append(outcome)
        for moment, group in by_moment.items():
            for start in range(0, len(group), LARGEST_GROUP):
                for one in self._group(group[start : start + LARGEST_GROUP], moment, convert):
                    made = replace(one, origin=self.origin)
                    self.ledger.record(made)
                    yield made

    def target(self, outcome: Outcome) -> str:
        """Return the name of the file made of the first file of an outcome."""
        return f"{PurePath(outcome.files[0][0]).stem}{self.suffix}"

    def _digest(self, outcome: Outcome) -> str:
        return sha256(f"{self.settings}\n{outcome.files[0][1]}".encode()).hexdigest()

    def _holds(self, entry: Outcome, outcome: Outcome) -> bool:
        return entry.digest == self._digest(outcome) and self.folder.holds(dict(entry.files))

    def _group(self, group: Sequence[Outcome], moment: int, convert: Convert) -> Iterator[Outcome]:
        sources = {self.folder.path / outcome.files[0][0]: outcome for outcome in group}
        made = self.folder.staging / self.suffix.lstrip(".")
        made.mkdir(parents=True, exist_ok=True)
        failures = convert(list(sources), made, moment)
        for source, outcome in sources.items():
            name = self.target(outcome)
            before = self.ledger.get(name)
            known = before.written if before and before.is_of(self.origin) else {}
            why = failures.get(source)
            found = Put(None, why=why) if why else self.folder.take(made / name, name, known.get(name))
            if found.digest is None:
                told = f"{source.name}: không chuyển được sang {self.suffix.lstrip('.').upper()}: {found.why}"
                yield self._failed(outcome, told, known)
            else:
                notes = tuple(aside_notes(name, found))
                yield Outcome(name, State.DONE, self._digest(outcome), (), ((name, found.digest),), notes=notes)

    def _failed(self, outcome: Outcome, told: str, known: Mapping[str, str]) -> Outcome:
        name = self.target(outcome)
        old = (f"{name} còn lại từ lần chạy trước, không theo văn bản này",) if self.folder.has(name) else ()
        return Outcome(name, State.FAILED, self._digest(outcome), (told,), left=tuple(known.items()), notes=old)
