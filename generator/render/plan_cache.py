"""The plans of templates kept between runs, so that the next one starts without reading templates, Jinja and docxtpl.

A plan lies in the user's cache folder, or that of ``VANBAN_CACHE``, under the hash of its template; it holds
instructions as JSON, never code. One that is damaged or was made by other code than this counts as not there, and a
folder that cannot be written is left alone. An empty ``VANBAN_CACHE`` turns keeping off.
"""

from __future__ import annotations

import json
import os
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from generator.render.template_plan import TemplatePlan

_VARIABLE = "VANBAN_CACHE"
_MAKERS = (
    "emptied",
    "expressions",
    "header_plan",
    "holders",
    "instructions",
    "kept_lines",
    "looks",
    "numbering*",
    "patched",
    "placement",
    "rule_lines",
    "template_plan",
    "tree",
    "unique_ids",
    "xml_state",
    "../ooxml/text_styles",
    "../templates/body",
    "../templates/check/*",
    "../templates/fields",
    "../templates/needed_styles",
)
"""The modules that a plan depends on, those that refuse a template included."""


def kept_plan(key: str) -> TemplatePlan | None:
    """Return the plan kept for a template, known by its hash; None when there is none that can be used."""
    path = _path(key)
    if path is None:
        return None
    try:
        made, checksum, content = path.read_text("utf-8").split("\n", 2)
        if made == _maker() and checksum == _checksum(content):
            return TemplatePlan.from_json(json.loads(content))
    except (OSError, ValueError, KeyError, TypeError):  # not there or damaged: the template is read anew
        return None
    return None


def keep_plan(key: str, plan: TemplatePlan) -> None:
    """Keep a plan for the next run."""
    path = _path(key)
    if path is None:
        return
    content = json.dumps(plan.to_json(), ensure_ascii=False)
    partial = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_text(f"{_maker()}\n{_checksum(content)}\n{content}", "utf-8", newline="\n")
        partial.replace(path)
    except OSError:  # a folder that cannot be written costs time at the next run, nothing else
        return


def _path(key: str) -> Path | None:
    folder = os.environ.get(_VARIABLE)
    if folder == "":
        return None
    if folder is None:
        from platformdirs import user_cache_dir

        folder = user_cache_dir("vanban", appauthor=False)
    return Path(folder) / "templates" / f"{key}.json"


@cache
def _maker() -> str:
    """Return a hash of the code that makes plans."""
    here = Path(__file__).parent
    found = sha256(version("docxtpl").encode() + version("Jinja2").encode())
    for name in _MAKERS:
        for path in sorted(here.glob(f"{name}.py")):
            found.update(path.read_bytes())
    return found.hexdigest()


def _checksum(content: str) -> str:
    return sha256(content.encode()).hexdigest()
