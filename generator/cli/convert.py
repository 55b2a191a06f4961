"""``vanban convert``: the same document in another stored form."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.paths import FILE
from generator.cli.report import show_written
from generator.files import read_bytes, refuse_overwriting, write_keeping_old
from generator.model.store import dump_document, load_document, require_stored


@click.command()
@click.argument("source", metavar="TỪ", type=FILE)
@click.argument("target", metavar="SANG", type=FILE)
def convert(source: Path, target: Path) -> None:
    """Chuyển dữ liệu giữa .yaml và .json, không mất gì; lời chú thích (#) không phải dữ liệu nên không chuyển.

    \b
    Ví dụ: vanban convert ke_hoach.yaml ke_hoach.json
    """
    for path in (source, target):
        require_stored(path.name)
    refuse_overwriting(source, [target])
    document = load_document(read_bytes(source), str(source))
    show_written(target, write_keeping_old(target, dump_document(document, target.name).encode("utf-8")))
