"""The path parameter of all commands; whether a file is there and may be read is said by `generator.files`."""

from __future__ import annotations

from pathlib import Path

import click

FILE = click.Path(path_type=Path, readable=False)
