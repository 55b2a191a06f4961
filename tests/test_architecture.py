"""The import table of the architecture and the house rules, held by reading the source."""

from __future__ import annotations

import ast
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "generator").rglob("*.py"))

_BASE = {"errors", "diagnostics", "spelling", "version"}
_EDGE = {"files", "bundled"}
ALLOWED = {
    "__main__": {"cli"},
    "cli": {
        "batch", "importers", "transform", "reports", "workbook", "lint", "render", "repair", "templates", "reading",
        "model", "registers", "vietnamese", "nd30", "ooxml", "office", "fonts", "doctor", "yamltext", *_EDGE,
    },
    "batch": {"files"},
    "doctor": {"fonts", "office", "process_tree", *_EDGE},
    "importers": {"reading", "model", "registers", "vietnamese", "nd30"},
    "workbook": {"transform", "reports", "reading", "model", "registers", "vietnamese", "nd30", "yamltext"},
    "transform": {"model", "registers", "vietnamese", "nd30"},
    "reports": {"transform", "model", "registers", "vietnamese", "nd30"},
    "lint": {"reading", "registers", "ooxml", "vietnamese", "nd30"},
    "repair": {"lint", "reading", "ooxml", "vietnamese", "nd30"},
    "render": {"templates", "model", "ooxml", "vietnamese", "nd30"},
    "templates": {"model", "ooxml", "vietnamese", "nd30", "yamltext", *_EDGE},
    "reading": {"ooxml", "office", "vietnamese", "nd30"},
    "model": {"vietnamese", "nd30", "yamltext"},
    "registers": {"vietnamese", "yamltext", "bundled"},
    "fonts": {"ooxml", "process_tree"},
    "office": {"process_tree", "office_profile", "office_run", "pdf_stamp", "files"},
    "office_run": {"process_tree", "office_profile"},
    "office_profile": set(),
    "pdf_stamp": set(),
    "process_tree": set(),
    "ooxml": set(),
    "nd30": {"vietnamese", "yamltext"},
    "vietnamese": set(),
    "yamltext": set(),
    "files": set(),
    "bundled": set(),
    "errors": set(),
    "diagnostics": set(),
    "spelling": set(),
    "version": set(),
}  # fmt: skip
"""What each part of the package may import besides itself and the base."""

LONGEST_FUNCTION = 40
LONGEST_MODULE = 350
EMPTY_NAMES = {"util", "utils", "helper", "helpers", "common", "misc", "manager"}


def _part(path: Path) -> str:
    return path.relative_to(ROOT / "generator").with_suffix("").parts[0]


def _imported_parts(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: nhập tương đối"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        yield from (name.split(".")[1] for name in names if name.startswith("generator."))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_downwards(path: Path) -> None:
    part = _part(path)
    if part == "__init__":
        assert not list(_imported_parts(path))
        return
    assert part in ALLOWED, f"phần mới «{part}»: hãy thêm vào bảng nhập khẩu"
    stray = set(_imported_parts(path)) - ALLOWED[part] - _BASE - {part}
    assert not stray, f"{path.name} không được nhập từ: {', '.join(sorted(stray))}"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_and_functions_are_short(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= LONGEST_MODULE
    assert path.stem not in EMPTY_NAMES
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= LONGEST_FUNCTION, f"{path.name}:{node.lineno} {node.name}: {length} dòng"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_public_things_are_documented(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    if tree.body:
        assert ast.get_docstring(tree), f"{path.name} thiếu docstring"
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{path.name}: {node.name} thiếu docstring"


def test_the_library_runs_on_windows_too() -> None:
    """No POSIX-only module is imported at the top of any module."""
    posix = {"fcntl", "pwd", "grp", "resource", "termios", "pty"}
    for path in SOURCES:
        for node in ast.parse(path.read_text("utf-8")).body:
            names = {alias.name for alias in node.names} if isinstance(node, ast.Import) else set()
            assert not names & posix, f"{path.name}: {names & posix}"


TEXT_FILES = [
    path
    for folder in ("generator", "tests", "data", "docs")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix in {".py", ".yaml", ".md", ".json", ".po"} and path.is_file()
]


def test_texts_are_composed_unicode() -> None:
    for path in TEXT_FILES:
        text = path.read_text("utf-8")
        assert unicodedata.is_normalized("NFC", text), f"{path} không phải NFC"
