"""A few words near the top of a file, without the cost of reading all of it."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent, MappingStartEvent, ScalarEvent

from generator.yamltext.parser import LARGEST

Way = tuple[str, ...]
"""Names of fields from the top: ``("issuer", "name")``."""


def glance(data: bytes, filename: str, ways: Collection[Way]) -> dict[Way, str]:
    """Return the texts at the ways in a YAML or JSON text, by way; those that are not there are left out.

    Nothing is judged: a text that is faulty gives what was found before the fault, and ends no reading that has found
    all. Reading the file as what it should be tells what is wrong with it.
    """
    if len(data) > LARGEST:
        return {}
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    return _in_json(text, ways) if filename.lower().endswith(".json") else _in_yaml(text, ways)


def _in_json(text: str, ways: Collection[Way]) -> dict[Way, str]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    found = {way: _at(data, way) for way in ways}
    return {way: value for way, value in found.items() if isinstance(value, str)}


def _at(data: Any, way: Way) -> Any:
    for step in way:
        data = data.get(step) if isinstance(data, dict) else None
    return data


def _in_yaml(text: str, ways: Collection[Way]) -> dict[Way, str]:
    search = _Search(ways)
    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            search.take(event)
            if len(search.found) == len(ways):
                break
    except YAMLError:
        # What stands before the fault is known; who reads the whole file tells of the fault.
        return search.found
    return search.found


class _Search:
    """Follows the events of a text; keeps the scalars at the ways."""

    def __init__(self, ways: Collection[Way]) -> None:
        self._ways = ways
        self._open: list[bool] = []
        """Of each mapping and list that is open, whether it is a mapping."""
        self._keys: list[str | None] = []
        """Of each of them the name of the field that it is at; None in a list and before a name."""
        self.found: dict[Way, str] = {}

    def take(self, event: Any) -> None:
        match event:
            case CollectionStartEvent():
                self._open.append(isinstance(event, MappingStartEvent))
                self._keys.append(None)
            case CollectionEndEvent():
                self._open.pop()
                self._keys.pop()
                self._passed()
            case ScalarEvent():
                self._scalar(event.value)
            case AliasEvent():
                self._passed()

    def _scalar(self, value: str) -> None:
        if self._open and self._open[-1] and self._keys[-1] is None:
            self._keys[-1] = value
            return
        way = tuple(key or "" for key in self._keys)
        if way in self._ways:
            self.found.setdefault(way, value)
        self._passed()

    def _passed(self) -> None:
        if self._keys:
            self._keys[-1] = None
