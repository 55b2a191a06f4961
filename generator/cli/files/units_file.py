"""The directory of units as a file: YAML, JSON or its workbook."""

from __future__ import annotations

import json
from pathlib import Path

from generator.cli.files.units_skeleton import SKELETON
from generator.errors import DataError
from generator.files import read_bytes
from generator.registers.base import FORMAT
from generator.registers.store import load_register
from generator.registers.units import UnitDirectory
from generator.workbook.directory.reader import SUFFIXES, is_units_workbook, load_units
from generator.workbook.directory.writer import dump_units
from generator.yamltext import dump_yaml, parse_yaml


def units_of(path: Path) -> UnitDirectory:
    """Return the directory that a file holds; DataError with each fault, its place the line or the cell."""
    data = read_bytes(path)
    if is_units_workbook(data, path.name):
        return load_units(data, str(path))
    return load_register(data, str(path), UnitDirectory)


def is_units(path: Path) -> bool:
    """Tell whether a file holds a directory of units: by its sheets, or by a field «units» and no kind of document."""
    data = read_bytes(path)
    if path.suffix.lower() in SUFFIXES:
        return is_units_workbook(data, path.name)
    try:
        stored = parse_yaml(data, str(path)).data
    except DataError:
        return False
    return isinstance(stored, dict) and "units" in stored and "kind" not in stored


def new_units(filename: str) -> bytes:
    """Return a directory to be filled in, with a few entries to show how: YAML with comments, JSON or a workbook."""
    if filename.lower().endswith((".yaml", ".yml")):
        return SKELETON.encode("utf-8")
    return units_bytes(load_register(SKELETON, "units.yaml", UnitDirectory), filename)


def units_bytes(directory: UnitDirectory, filename: str) -> bytes:
    """Return the stored bytes of a directory in the form that the name asks for: .yaml, .json or .xlsx."""
    if filename.lower().endswith(".xlsx"):
        return dump_units(directory)
    stored = {"format": FORMAT, **directory.model_dump(mode="json", exclude_defaults=True)}
    if filename.lower().endswith(".json"):
        return (json.dumps(stored, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
    return dump_yaml(stored).encode("utf-8")
