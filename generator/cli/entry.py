"""Where ``vanban`` starts: also while the program is still loading, Ctrl-C ends it without a traceback."""

from __future__ import annotations

import sys


def main() -> None:
    """Load the command line and run it."""
    try:
        from generator.cli.main import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(130)
