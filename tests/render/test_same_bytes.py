"""The same document gives the same bytes: in any process, on any day, in any time zone, from YAML and from JSON."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.model.store import dump_document, load_document
from generator.render.render import render
from generator.templates.catalog import layouts
from tests.rendered import built_template

ROOT = Path(__file__).parents[2]
PLAN = ROOT / "data" / "plans" / "ke_hoach_cchc_2027.yaml"
SCRIPT = """
import hashlib, sys
from pathlib import Path
from generator.model.store import load_document
from generator.render.compiled import compile_template
from generator.render.render import render
from generator.templates.catalog import layouts, template_for

path = Path(sys.argv[1])
document = load_document(path.read_bytes(), path.name)
template = compile_template(template_for(document.kind).read_bytes())
print(hashlib.sha256(render(document, template, layouts())).hexdigest())
"""


def _elsewhere(path: Path, **environment: str) -> str:
    """Return the hash of the document rendered in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(path)],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@pytest.fixture(scope="module")
def expected() -> str:
    document = load_document(PLAN.read_bytes(), PLAN.name)
    return hashlib.sha256(render(document, built_template("plan"), layouts())).hexdigest()


@pytest.mark.parametrize(
    ("seed", "zone", "suffix"), [("1", "Asia/Ho_Chi_Minh", ".yaml"), ("4242", "America/St_Johns", ".json")]
)
def test_one_hash_in_every_process(seed: str, zone: str, suffix: str, expected: str, tmp_path: Path) -> None:
    stored = tmp_path / f"plan{suffix}"
    document = load_document(PLAN.read_bytes(), PLAN.name)
    stored.write_text(dump_document(document, stored.name), "utf-8")
    environment = {"PYTHONHASHSEED": seed, "TZ": zone, "SOURCE_DATE_EPOCH": seed, "VANBAN_CACHE": str(tmp_path)}
    assert _elsewhere(stored, **environment) == expected
    assert _elsewhere(stored, **environment) == expected
