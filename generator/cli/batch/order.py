"""The order of a batch, JOB.yaml: what is to be done with which files; paths in it count from its own folder."""

from __future__ import annotations

import glob
import json
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, ValidationError

from generator.batch.folder import WORK
from generator.diagnostics import Place, error
from generator.errors import DataError
from generator.files import read_bytes
from generator.model.base import Line, Record
from generator.spelling import suggestion
from generator.yamltext import Located, check_format, parse_yaml, validation_diagnostics

FORMAT = 1
_QUOTED = re.compile(r'(?:^|[:,\[-])\s*"((?:[^"\\\n]|\\.)*)"')
_ESCAPE = re.compile(r"\\(?:[\\/\"]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})")
"""The escapes of YAML that an order may hold; any other one is a path with backslashes."""
_MANIFESTS = ("bang_ke.csv", "bang_ke.xlsx")
_PASSED_OVER = ("~$", ".")
"""How the names of files begin that Word keeps while it is open, and of hidden ones."""


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Lines = Annotated[tuple[Line, ...], BeforeValidator(_listed)]
"""One text, or a list of them."""


class Order(Record):
    """What every order says."""

    format: Literal[1] = Field(title="Phiên bản định dạng")
    do: Line = Field(title="Việc làm", description="What is to be done: render, report, check …")


@dataclass(frozen=True)
class OrderFile:
    """An order with the text that it stands in."""

    path: Path
    located: Located

    @property
    def folder(self) -> Path:
        """The folder that paths of the order count from."""
        return self.path.parent

    def file(self, field: str, name: str | None) -> Path | None:
        """Return the file that a field names; None where it names none. DataError when there is no such file."""
        if name is None:
            return None
        if not (path := self.at(name)).is_file():
            raise self.fault("không tìm thấy tệp", field, name)
        return path

    def at(self, name: str) -> Path:
        """Return a path of the order; what parts folders may be / or \\ on every system."""
        return self.folder / name.replace("\\", "/")

    def files(self, field: str, patterns: Sequence[str], suffixes: Iterable[str]) -> list[Path]:
        """Return the files of patterns, each once, in the order of the patterns and of their names.

        A folder stands for all files in it with one of the suffixes. DataError for a pattern that finds nothing.
        """
        found: dict[Path, None] = {}
        for pattern in patterns:
            inside = self._matching(pattern, tuple(suffixes))
            if not inside:
                raise self.fault("không có tệp nào theo mẫu tên này", field, pattern)
            found |= dict.fromkeys(inside)
        return list(found)

    def places(self, field: str, patterns: Sequence[str]) -> list[Path]:
        """Return the folders and files of patterns, folders as they are; DataError for a pattern that finds nothing."""
        found: dict[Path, None] = {}
        for pattern in patterns:
            place = self.at(pattern)
            inside = [place] if place.is_dir() else self._matching(pattern, ())
            if not inside:
                raise self.fault("không có tệp, thư mục nào theo tên này", field, pattern)
            found |= dict.fromkeys(inside)
        return list(found)

    def _matching(self, pattern: str, suffixes: tuple[str, ...]) -> list[Path]:
        place = self.at(pattern)
        if place.is_dir():
            paths = [path for path in sorted(place.iterdir()) if path.suffix.lower() in suffixes]
        else:
            paths = [Path(one) for one in sorted(glob.glob(str(place), recursive=True))]  # noqa: PTH207
        return [path for path in paths if path.is_file() and not _is_passed_over(path)]

    def origin(self, output: Path) -> str:
        """Return what tells this order from others that write into an output folder: where it is, what it is about."""
        values = self.located.data
        about = json.dumps([str(values.get(name, "")) for name in ("do", "document", "period")], ensure_ascii=False)
        path, folder = self.path.resolve(), output.resolve()
        try:
            named = Path(os.path.relpath(path, folder)).as_posix()
        except ValueError:
            # Windows: another drive.
            named = path.as_posix()
        return f"{named} {about}"

    def label(self, path: Path) -> str:
        """Return a file as messages call it: from the folder of the order, the same on every system."""
        return Path(os.path.relpath(path, self.folder)).as_posix()

    def fault(self, message: str, field: str, found: str | None = None, hint: str | None = None) -> DataError:
        """Return what is wrong with a field, to be raised."""
        place = Place(file=str(self.path), line=self.located.line((field,)), field=field)
        shown = None if found is None else f"«{found}»"
        return DataError(
            "tệp việc có 1 lỗi", where=str(self.path), diagnostics=[error(message, place, found=shown, hint=hint)]
        )


def _is_passed_over(path: Path) -> bool:
    """Tell whether a pattern never means a file: one that is hidden or open, and the manifest of a batch."""
    is_manifest = path.name in _MANIFESTS and (path.parent / WORK).is_dir()
    return is_manifest or path.name.startswith(_PASSED_OVER)


def read_order(path: Path) -> OrderFile:
    """Return the text of an order; DataError when it cannot be read or is of no known format."""
    data = read_bytes(path)
    _refuse_lost_backslashes(data, path)
    located = parse_yaml(data, str(path))
    check_format(located.data, FORMAT, str(path), located)
    return OrderFile(path, located)


def _refuse_lost_backslashes(data: bytes, path: Path) -> None:
    """Raise DataError for paths in double quotes whose backslashes YAML takes for signs of its own."""
    faults = []
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), start=1):
        for quoted in () if line.lstrip().startswith("#") else _QUOTED.findall(line):
            if "\\" in _ESCAPE.sub("", quoted):
                told = "dấu \\ trong ngoặc kép không phải dấu ngăn thư mục"
                todo = "viết dấu / thay cho \\, hoặc bỏ ngoặc kép"
                faults.append(error(told, Place(file=str(path), line=number), found=f"«{quoted}»", hint=todo))
    if faults:
        raise DataError(f"tệp việc có {len(faults)} lỗi", where=str(path), diagnostics=faults)


def named_action(file: OrderFile, known: Sequence[str]) -> str:
    """Return what an order says is to be done; DataError when it is none of the known things."""
    name = file.located.data.get("do")
    if isinstance(name, str) and name in known:
        return name
    hint = (suggestion(name, known) if isinstance(name, str) else None) or f"có: {', '.join(known)}"
    raise file.fault("không rõ việc cần làm (do)", "do", None if name is None else str(name), hint)


def validated(file: OrderFile, model: type[Order]) -> Order:
    """Return the order; DataError with one diagnostic for each fault."""
    try:
        return model.model_validate(file.located.data)
    except ValidationError as failure:
        faults = validation_diagnostics(failure, file.located, str(file.path), model)
        raise DataError(f"tệp việc có {len(faults)} lỗi", where=str(file.path), diagnostics=faults) from failure
