"""Vietnamese words for the messages of click, through gettext as click provides for it.

The catalogue is ``locale/vi/LC_MESSAGES/messages.po``; ``make messages`` compiles it.
"""

from __future__ import annotations

import gettext
import os
from pathlib import Path

import click

_CATALOGUES = Path(__file__).parent / "locale"


def install() -> None:
    """Make click speak Vietnamese in this process, whatever the language of the machine."""
    os.environ["LANGUAGE"] = "vi"
    gettext.bindtextdomain("messages", str(_CATALOGUES))
    gettext.textdomain("messages")


def name_placeholders(command: click.Command) -> None:
    """Write the placeholders of usage lines in Vietnamese, in a command and in those below it."""
    command.options_metavar = "[TÙY CHỌN]"
    if isinstance(command, click.Group):
        command.subcommand_metavar = "LỆNH [THAM SỐ]..."
        for inner in command.commands.values():
            name_placeholders(inner)
