"""Vietnamese words for the messages of click, through gettext as click provides for it.

The catalogue is ``locale/vi/LC_MESSAGES/messages.po``; ``make messages`` compiles it.
"""

from __future__ import annotations

import gettext
import os
from pathlib import Path

_CATALOGUES = Path(__file__).parent / "locale"


def install() -> None:
    """Make click speak Vietnamese in this process, whatever the language of the machine."""
    os.environ["LANGUAGE"] = "vi"
    gettext.bindtextdomain("messages", str(_CATALOGUES))
    gettext.textdomain("messages")
