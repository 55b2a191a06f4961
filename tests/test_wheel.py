"""A wheel built from the tree works in an environment of its own, from any folder, templates and registers included."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PARTS = ("generator", "data", "templates_docx", "pyproject.toml", "setup.cfg", "README.md", "LICENSE")


def _run(*command: str | Path, cwd: Path, **environment: str) -> str:
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder into which the wheel alone was installed."""
    tree = tmp_path_factory.mktemp("tree")
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, tree / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, tree / part)
    wheels, target = tree / "wheels", tmp_path_factory.mktemp("target")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
    _run(*pip, "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", wheels, ".", cwd=tree)
    _run(*pip, "install", "--quiet", "--no-deps", "--target", target, *wheels.glob("*.whl"), cwd=tree)
    return target


def test_the_wheel_renders_its_own_sample_from_another_folder(installed: Path, tmp_path: Path) -> None:
    sample = installed / "generator" / "bundled" / "data" / "plans" / "ke_hoach_cchc_2027.yaml"
    code = "from generator.cli.main import main; main()"
    command = (sys.executable, "-c", code, "render", sample, "-o", "ra")
    _run(*command, cwd=tmp_path, PYTHONPATH=str(installed), PYTHONUTF8="1")
    assert (tmp_path / "ra" / "ke_hoach_cchc_2027.docx").stat().st_size > 10_000


def test_the_wheel_is_what_was_loaded(installed: Path, tmp_path: Path) -> None:
    code = "import generator; print(generator.__file__)"
    found = _run(sys.executable, "-c", code, cwd=tmp_path, PYTHONPATH=str(installed))
    assert Path(found.strip()).is_relative_to(installed)
