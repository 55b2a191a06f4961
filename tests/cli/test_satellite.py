"""``vanban new plan --from``: the plan that a task of another plan asks for."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.model.store import load_document
from tests.cli.conftest import Run

DATA = Path(__file__).parents[2] / "data"
PLAN = Path("ke_hoach.yaml")


@pytest.fixture(autouse=True)
def _plan(tmp_path: Path) -> None:
    shutil.copy(DATA / "plans/ke_hoach_cchc_2027.yaml", tmp_path / PLAN)


def test_the_skeleton_is_written_with_its_deadline_and_gaps_told(run: Run) -> None:
    units = ("--units", DATA / "registers/units.yaml")
    code, out, err = run("new", "plan", "-o", "con/kiem_tra.yaml", "--from", PLAN, "--task", "NV02", *units)
    assert code == 0, err
    assert "Kế hoạch kiểm tra CCHC năm 2027: ban hành chậm nhất ngày 26/02/2027 (NV02, ke_hoach.yaml)" in out
    assert "cần bổ sung: danh sách đơn vị được kiểm tra" in err
    made = load_document(Path("con/kiem_tra.yaml").read_bytes(), "kiem_tra.yaml")
    assert made.legal_bases[0].document == "../ke_hoach.yaml"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("plan", "--from", PLAN), 2, "--from và --task đi cùng nhau"),
        (("report", "--from", PLAN, "--task", "NV02"), 2, "không lập Báo cáo"),
        (("plan", "--from", PLAN, "--task", "NV05"), 3, "không có sản phẩm là một kế hoạch"),
    ],
)
def test_what_cannot_be_made_is_refused(run: Run, words: tuple[str, ...], code: int, said: str) -> None:
    found, _, err = run("new", *words, "-o", "kiem_tra.yaml")
    assert found == code
    assert said in err
    assert not Path("kiem_tra.yaml").exists()
