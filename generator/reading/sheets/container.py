"""The parts of an Excel file: unpacked within bounds, parsed without entities."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from lxml import etree

from generator.errors import DataError

_LARGEST = 150 * 1024 * 1024
"""Bytes after unpacking: a sheet of 20,000 full rows has a tenth of it."""
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, KeyError, EOFError, RuntimeError, NotImplementedError,
    OSError, ValueError, UnicodeError,
)  # fmt: skip
_REPAIR = "hãy mở tệp bằng Excel rồi lưu lại dạng .xlsx"


class Container:
    """An .xlsx file; every fault of it is a DataError that names the file."""

    def __init__(self, data: bytes, filename: str) -> None:
        self.filename = filename
        with self._faults():
            self._archive = zipfile.ZipFile(BytesIO(data))
            sizes = {entry.filename: entry.file_size for entry in self._archive.infolist()}
        if sum(sizes.values()) > _LARGEST:
            message = f"tệp khi giải nén lớn hơn {_LARGEST // 1024**2} MB"
            raise DataError(message, where=filename, hint="hãy xóa các hàng, cột trống đã định dạng rồi lưu lại")
        self._names = {name.lower().lstrip("/"): name for name in sizes}

    def has(self, part: str) -> bool:
        """Tell whether there is such a part; names differ in case in some files."""
        return part.lower() in self._names

    def elements(self, part: str, *tags: str) -> Iterator[etree._Element]:
        """Yield the elements of these local names when each is complete, in order, and forget them afterwards."""
        with self._faults(part), self._archive.open(self._names[part.lower()]) as stream:
            events = etree.iterparse(
                stream, events=("start", "end"), tag=["{*}" + tag for tag in tags], resolve_entities=False,
                no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True,
            )  # fmt: skip
            for event, element in events:
                if event == "start":
                    self._refuse_dtd(element)
                    continue
                yield element
                _forget(element)

    def targets(self, part: str) -> dict[str, tuple[str, str]]:
        """Return the parts that a part refers to: identity to kind (its last word) and name of the part."""
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if not self.has(relations):
            return {}
        return {
            one.get("Id", ""): (one.get("Type", "").rpartition("/")[2], _joined(folder, one.get("Target", "")))
            for one in self.elements(relations, "Relationship")
            if one.get("TargetMode") != "External"
        }

    def _refuse_dtd(self, element: etree._Element) -> None:
        if element.getroottree().docinfo.internalDTD is not None:
            raise DataError("tệp khai báo thực thể XML, không được phép", where=self.filename, hint=_REPAIR)

    @contextmanager
    def _faults(self, part: str | None = None) -> Iterator[None]:
        try:
            yield
        except _DAMAGED as failure:
            named = f" (phần {part})" if part else ""
            raise DataError(f"tệp Excel bị hỏng{named}", where=self.filename, hint=_REPAIR) from failure


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _joined(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join(f"/{folder}", target)).lstrip("/")


def _forget(element: etree._Element) -> None:
    """Free what was read: the element and those before it beside it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
