"""``vanban convert``: the same document in another stored form."""

from __future__ import annotations

from pathlib import Path

import click

from generator.files import read_bytes, write_atomic
from generator.model.store import dump_document, load_document, require_stored


@click.command()
@click.argument("source", metavar="TỪ", type=click.Path(path_type=Path))
@click.argument("target", metavar="SANG", type=click.Path(path_type=Path))
def convert(source: Path, target: Path) -> None:
    """Chuyển dữ liệu giữa .yaml và .json, không mất gì.

    \b
    Ví dụ: vanban convert ke_hoach.yaml ke_hoach.json
    """
    for path in (source, target):
        require_stored(path.name)
    document = load_document(read_bytes(source), str(source))
    write_atomic(target, dump_document(document, target.name).encode("utf-8"))
    click.echo(f"Đã ghi: {target}")
