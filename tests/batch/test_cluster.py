"""A batch on a Dask cluster of two workers gives what it gives on one machine."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from generator.batch import cluster as module
from generator.batch.cluster import on_cluster
from generator.batch.folder import OutputFolder
from generator.errors import UsageError

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(find_spec("distributed") is None, reason="chưa cài dask.distributed (vanban[dask])")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A local cluster in a process of its own, whose warnings are not ours."""
    words = [sys.executable, str(Path(__file__).with_name("local_cluster.py"))]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(words, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None and process.stdin is not None
        yield process.stdout.readline().strip()
        process.stdin.close()
        process.wait(30)


def _batch(folder: Path, output: str, *more: str) -> subprocess.CompletedProcess[str]:
    order = os.path.relpath(folder / "viec.yaml", ROOT)
    words = [sys.executable, "-m", "generator", "batch", order, "-o", str(folder / output), *more]
    return subprocess.run(words, text=True, capture_output=True, cwd=ROOT, check=False, timeout=240)


def _made(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_the_same_files_and_the_same_manifest(tmp_path: Path, address: str) -> None:
    table = "Mã;Tên\n" + "".join(f"dv{number};Đơn vị {number}\n" for number in range(20)) + "trong;\n"
    (tmp_path / "don_vi.csv").write_text(table, "utf-8")
    (tmp_path / "cv.yaml").write_text("format: 1\nkind: dispatch\nsubject: 'Gửi [[Tên]]'\n", "utf-8")
    order = "format: 1\ndo: render\ndocument: cv.yaml\nunits: don_vi.csv\ncheck: false\n"
    (tmp_path / "viec.yaml").write_text(order, "utf-8")
    here, there = _batch(tmp_path, "mot_may"), _batch(tmp_path, "cum_may", "--scheduler", address)
    assert (here.returncode, there.returncode) == (1, 1), there.stderr
    assert here.stdout == there.stdout, there.stderr
    assert here.stdout == "Tổng cộng 21: 20 chưa sẵn sàng ký, 1 lỗi\n"
    assert "lỗi: cv.yaml, dòng 3, subject: " in there.stderr
    assert _made(tmp_path / "mot_may") == _made(tmp_path / "cum_may")
    again = _batch(tmp_path, "cum_may", "--scheduler", address, "--resume")
    assert "20 giữ nguyên từ lần trước" in again.stdout


def test_paths_count_from_where_the_batch_is_called(tmp_path: Path, address: str) -> None:
    data = ROOT / "data"
    plan, units = data / "plans" / "ke_hoach_cchc_2027.yaml", data / "registers" / "units.yaml"
    (tmp_path / "ke_hoach.yaml").write_bytes(plan.read_bytes())
    order = f"format: 1\ndo: progress\nplans: ke_hoach.yaml\nunits: {units.as_posix()}\nperiod: 2027-Q1\n"
    order += "only: [so-y-te]\n"
    (tmp_path / "viec.yaml").write_text(order, "utf-8")
    for output, more in (("mot_may", ()), ("cum_may", ("--scheduler", address))):
        words = [sys.executable, "-m", "generator", "batch", "viec.yaml", "-o", output, *more]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        subprocess.run(words, cwd=tmp_path, env=environment, check=True, capture_output=True, timeout=240)
    assert _made(tmp_path / "mot_may") == _made(tmp_path / "cum_may")
    assert "so-y-te_2027-q1.xlsx" in _made(tmp_path / "cum_may")


def test_no_scheduler_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "viec.yaml").write_text("format: 1\ndo: render\ndata: viec.yaml\n", "utf-8")
    told = _batch(tmp_path, "ra", "--scheduler", "tcp://127.0.0.1:9")
    assert told.returncode == 2
    assert "không kết nối được tới cụm máy" in told.stderr
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize("address", ["abc", "tcp:/may:1", "may", ""])
def test_what_is_no_address_is_told_at_once(tmp_path: Path, address: str) -> None:
    with pytest.raises(UsageError, match="địa chỉ cụm máy không đúng dạng"):
        list(on_cluster([], OutputFolder(tmp_path), address))


def test_without_the_library_what_to_install_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "find_spec", lambda _: None)
    with pytest.raises(UsageError, match=r"pip install 'vanban\[dask\]'"):
        list(on_cluster([], OutputFolder(tmp_path), "tcp://127.0.0.1:9"))
