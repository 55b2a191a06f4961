"""Word files that a command makes anew: what somebody has done to the one before is kept."""

from __future__ import annotations

from pathlib import Path

from generator.cli.files.own_word import provenance_of
from generator.cli.problems import show_written
from generator.errors import GeneratorError
from generator.files import write_atomic, write_keeping_old


def write_word(path: Path, data: bytes) -> None:
    """Write a Word file and name it; one that it replaces is kept as ``TÊN.cu`` unless it is ours with our words.

    A file whose words were edited in Word, or that another program made, or that cannot be read, is kept.
    """
    if path.is_file() and _holds_work(path):
        show_written(path, write_keeping_old(path, data))
        return
    write_atomic(path, data)
    show_written(path)


def _holds_work(path: Path) -> bool:
    try:
        provenance = provenance_of(path)
    except GeneratorError:  # broken, but perhaps all that is left of somebody's work
        return True
    return provenance is None or provenance.edited is not False
