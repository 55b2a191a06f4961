"""The events of a YAML text put together into plain data, and beside it the line of every value.

Rules of our files beyond YAML 1.2: one part per file; no tag but ``!!str``, ``!!map`` and ``!!seq``; names are
scalars and stand once; aliases are copied out, so that the data is a tree of bounded depth and size.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, Final

from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from generator.diagnostics import Diagnostic, Place, error
from generator.yamltext.scalar import NotPlainError, Scalar, plain_value, unprintable

DEEPEST: Final = 100
"""Most levels of mappings and lists inside one another."""
DEEPEST_SHOWN: Final = 12
"""Most steps of a path shown in a message."""
MOST_COPIES: Final = 10_000
"""Most values that aliases may add to a file."""

_TAG: Final = "tag:yaml.org,2002:"
_NO_KEY: Final = object()


class UnreadableError(Exception):
    """The end of a reading that cannot go on; the faults found so far are with the builder."""


@dataclass(slots=True)
class Spot:
    """The line of a value, from 1, and the spots of what it contains, by key or index."""

    line: int
    children: dict[Scalar, Spot] = field(default_factory=dict)


@dataclass(frozen=True)
class Located:
    """Plain data with the lines it stands on; ``spots`` is None where no lines are known."""

    data: dict[str, Any]
    spots: Spot | None = None

    def line(self, loc: Sequence[str | int]) -> int | None:
        """Return the line, from 1, of the deepest value on this path that exists.

        Elements of the path that do not exist in the data, as pydantic's names of union members, are passed
        over.
        """
        if self.spots is None:
            return None
        spot = self.spots
        for step in loc:
            spot = spot.children.get(step, spot)
        return spot.line


def dotted(loc: Sequence[object]) -> str:
    """Return a path as written in messages: ``tasks[3].rows[0].schedule``; indices count from 0."""
    path = ""
    for step in loc:
        path += f"[{step}]" if isinstance(step, int) else f".{step}" if path else str(step)
    return path


@dataclass(slots=True)
class _Open:
    """A mapping or list whose end has not come yet; ``at`` is the key or index it stands at."""

    value: dict[Scalar, Any] | list[Any]
    spot: Spot
    anchor: str | None
    at: Any = _NO_KEY
    awaits_key: bool = True
    key_line: int = 0


@dataclass
class TreeBuilder:
    """Takes the events of one YAML text in order; then ``root``, ``spots`` and ``faults`` hold the result."""

    filename: str
    root: Any = None
    spots: Spot | None = None
    faults: list[Diagnostic] = field(default_factory=list)
    _open: list[_Open] = field(default_factory=list)
    _anchors: dict[str, tuple[Any, Spot]] = field(default_factory=dict)
    _unused: dict[str, int] = field(default_factory=dict)
    _documents: int = 0
    _copies: int = 0

    def take(self, event: Event) -> None:
        """Add one event; raises UnreadableError where going on would be unsafe or senseless."""
        line = event.start_mark.line + 1
        match event:
            case ScalarEvent():
                self._scalar(event, line)
            case MappingStartEvent() | SequenceStartEvent():
                self._start(event, line)
            case MappingEndEvent() | SequenceEndEvent():
                self._end()
            case AliasEvent():
                self._alias(event.anchor, line)
            case DocumentStartEvent():
                self._document(line)

    def finish(self) -> None:
        """Report what can be known only at the end: words taken for anchors, which would be lost."""
        for name, line in self._unused.items():
            message = f"giá trị bắt đầu bằng dấu & («&{name}») bị hiểu là tên neo của YAML"
            self._fault(message, line, hint="đặt cả giá trị trong dấu nháy kép")

    def _document(self, line: int) -> None:
        self._documents += 1
        if self._documents > 1:
            self._stop("tệp chứa nhiều phần ngăn bởi «---»", line, expected="mỗi tệp một phần dữ liệu")

    def _scalar(self, event: ScalarEvent, line: int) -> None:
        text: str = event.value
        problem: str | None = None
        value: Scalar = text
        if event.implicit[0] and event.style is None:
            try:
                value = plain_value(text)
            except NotPlainError as fault:
                problem = str(fault)
        if event.anchor:
            self._anchors[event.anchor] = value, Spot(line)
            self._unused[event.anchor] = line
        self._put(value, Spot(line), line)
        self._check_scalar(event, problem, line)

    def _check_scalar(self, event: ScalarEvent, problem: str | None, line: int) -> None:
        self._check_tag(event, line)
        if problem:
            self._fault(problem, line, found=event.value)
        if char := unprintable(event.value):
            self._fault(f"văn bản chứa ký tự điều khiển {char} không in được", line, hint="xóa ký tự này")

    def _start(self, event: MappingStartEvent | SequenceStartEvent, line: int) -> None:
        if len(self._open) >= DEEPEST:
            self._stop(f"dữ liệu lồng nhau quá {DEEPEST} mức", line)
        spot = Spot(line)
        value: dict[Scalar, Any] | list[Any] = {} if isinstance(event, MappingStartEvent) else []
        self._put(value, spot, line)
        self._check_tag(event, line)
        self._open.append(_Open(value, spot, event.anchor))
        if event.anchor:
            self._unused[event.anchor] = line

    def _end(self) -> None:
        closed = self._open.pop()
        if closed.anchor:
            self._anchors[closed.anchor] = closed.value, closed.spot

    def _alias(self, name: str, line: int) -> None:
        if any(waiting.anchor == name for waiting in self._open):
            self._stop(f"tham chiếu «*{name}» quay vòng về chính khối chứa nó", line)
        if name not in self._anchors:
            self._put(f"*{name}", Spot(line), line)
            hint = "đặt cả giá trị trong dấu nháy, ví dụ '**chữ đậm**'"
            self._fault("giá trị bắt đầu bằng dấu * bị hiểu là tham chiếu của YAML", line, found=f"*{name}", hint=hint)
            return
        self._unused.pop(name, None)
        value, spot = self._anchors[name]
        self._copies += _size(value)
        if self._copies > MOST_COPIES:
            self._stop(f"các tham chiếu «*» nhân dữ liệu lên quá {MOST_COPIES} giá trị", line)
        if len(self._open) + _depth(value) > DEEPEST:
            self._stop(f"dữ liệu lồng nhau quá {DEEPEST} mức", line)
        self._put(deepcopy(value), Spot(line, spot.children), line)

    def _put(self, value: Any, spot: Spot, line: int) -> None:
        """Set a value (or a key) where it belongs; a mapping's value gets the line of its key."""
        if not self._open:
            self.root, self.spots = value, spot
            return
        top = self._open[-1]
        if isinstance(top.value, list):
            top.at = len(top.value)
            top.spot.children[top.at] = spot
            top.value.append(value)
        elif top.awaits_key:
            self._key(top, top.value, value, line)
        else:
            spot.line = top.key_line
            top.spot.children.setdefault(top.at, spot)
            top.value.setdefault(top.at, value)
            top.awaits_key = True

    def _key(self, top: _Open, fields: dict[Scalar, Any], key: Any, line: int) -> None:
        if isinstance(key, (dict, list)):
            self._stop("tên trường là một khối dữ liệu", line, expected="tên trường là văn bản")
        top.at, top.awaits_key, top.key_line = key, False, line
        if key in fields:
            message = f"trường «{key}» xuất hiện hai lần, lần đầu ở dòng {top.spot.children[key].line}"
            self._fault(message, line, hint="giữ lại một lần")

    def _check_tag(self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent, line: int) -> None:
        tag = None if event.ctag is None else str(event.ctag)
        if tag is not None and tag not in ("!", f"{_TAG}str", f"{_TAG}map", f"{_TAG}seq"):
            shown = tag.replace(_TAG, "!!")
            self._fault("không nhận nhãn kiểu của YAML", line, found=shown, hint="bỏ nhãn này đi")

    def _fault(self, message: str, line: int, **more: Any) -> None:
        path = [frame.at for frame in self._open if frame.at is not _NO_KEY]
        place = Place(file=self.filename, line=line, field=dotted(path[:DEEPEST_SHOWN]) or None)
        self.faults.append(error(message, place, **more))

    def _stop(self, message: str, line: int, **more: Any) -> None:
        self._fault(message, line, **more)
        raise UnreadableError


def _size(value: Any) -> int:
    """Number of values in a tree, itself counted; the tree is at most DEEPEST levels deep."""
    return 1 + sum(map(_size, _inside(value)))


def _depth(value: Any) -> int:
    """Levels of mappings and lists in a tree; 0 for a scalar."""
    if not isinstance(value, (dict, list)):
        return 0
    return 1 + max(map(_depth, _inside(value)), default=0)


def _inside(value: Any) -> Sequence[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else ()
