"""The files that travel with the program: ``data/`` and ``templates_docx/`` of the source tree.

In a checkout they are the top-level folders, in a wheel the sub-packages ``data`` and ``templates_docx`` here;
``setup.cfg`` maps one to the other.
"""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent
_TREE = _HERE.parent.parent


def bundled(folder: str) -> Path:
    """Return the folder ``data`` or ``templates_docx``: of the checkout where there is one, else of the wheel."""
    inside = _HERE / folder
    return inside if inside.is_dir() else _TREE / folder
