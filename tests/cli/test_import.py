"""``vanban import`` of files of several kinds."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from tests.workbooks import rows_of, workbook

Run = Callable[..., tuple[int, str, str]]
UNITS = Path(__file__).parents[2] / "data" / "registers" / "units.yaml"
TASKS = "TT|Nhiệm vụ|Đơn vị chủ trì|Hạn\n1|Rà soát|Sở Nội vụ|Quý I/2027\n2|Tập huấn|Sở Nội bộ|Quý II/2027"


def test_a_workbook_becomes_a_draft_that_can_be_shown(run: Run, tmp_path: Path) -> None:
    (tmp_path / "viec.xlsx").write_bytes(workbook(rows_of(TASKS)))
    code, out, err = run("import", "viec.xlsx", "-o", "viec.yaml")
    assert (code, "Đã ghi: viec.yaml" in out) == (0, True)
    assert "cột «Đơn vị chủ trì» → lead (chủ trì)" in err
    code, out, _ = run("show", "viec.yaml")
    assert "2 nhiệm vụ" in out


def test_units_are_looked_up_in_a_directory(run: Run, tmp_path: Path) -> None:
    (tmp_path / "viec.xlsx").write_bytes(workbook(rows_of(TASKS)))
    shutil.copy(UNITS, tmp_path / "don_vi.yaml")
    code, _, err = run("import", "viec.xlsx", "-o", "viec.yaml", "--units", "don_vi.yaml")
    assert code == 0
    assert "1 trong 2 tên đơn vị khớp danh bạ: «Sở Nội vụ» → so-noi-vu" in err
    assert "danh bạ đơn vị không có tên này «Sở Nội bộ» (ý bạn là «Sở Nội vụ»?)" in err


def test_a_broken_file_ends_with_3_and_leaves_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "viec.xlsx").write_bytes(workbook(rows_of(TASKS))[:500])
    code, _, err = run("import", "viec.xlsx", "-o", "viec.yaml")
    assert (code, "bị hỏng" in err) == (3, True)
    assert [path.name for path in tmp_path.iterdir()] == ["viec.xlsx"]
