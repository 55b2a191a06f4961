"""A batch: bad jobs among good ones, what is done again and what is not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from generator.batch import processes
from generator.batch.folder import OutputFolder
from generator.batch.job import Job, Outcome, State
from generator.batch.ledger import Ledger
from generator.batch.processes import here, in_processes
from generator.batch.run import Batch, Execute
from generator.errors import GeneratorError
from tests.batch.jobs import Copy, Twice, copies

WAYS: dict[str, Execute] = {"tại chỗ": here, "hai tiến trình": partial(in_processes, count=2)}
GOOD = {f"{number:02}.txt": f"nội dung {number}" for number in range(12)}


@pytest.fixture(params=WAYS)
def execute(request: pytest.FixtureRequest) -> Execute:
    return WAYS[request.param]


def _run(
    jobs: list[Job], folder: Path, execute: Execute, *, resume: bool = False, origin: str = ""
) -> tuple[dict[str, Outcome], dict[str, Outcome]]:
    """Return what was done and what was kept."""
    output = OutputFolder(folder)
    with output.held(), Ledger(output.ledger) as ledger:
        batch = Batch(jobs, output, ledger, resume=resume, origin=origin)
        return {one.key: one for one in batch.run(execute)}, batch.kept


def test_bad_jobs_do_not_stop_the_good_ones(tmp_path: Path, execute: Execute) -> None:
    texts = {**GOOD, "bad.txt": "bad", "bug.txt": "bug", "look.txt": "look"}
    done, _ = _run(copies(tmp_path / "in", texts), tmp_path / "ra", execute)
    assert {key for key, one in done.items() if one.state is State.DONE} == {f"{number:02}.out" for number in range(12)}
    assert done["bad.out"].remarks == ("bad.txt: dữ liệu sai",)
    assert "chương trình gặp lỗi (RuntimeError('không lường trước'))" in done["bug.out"].remarks[0]
    assert done["look.out"].state is State.ATTENTION
    made = {path.name: path.read_text("utf-8") for path in (tmp_path / "ra").glob("*.out")}
    assert made == {f"{Path(name).stem}.out": text for name, text in {**GOOD, "look.txt": "look"}.items()}


def test_a_job_that_ends_its_process_fails_alone(tmp_path: Path) -> None:
    texts = {**GOOD, "05.txt": "die", "08.txt": "die"}
    done, _ = _run(copies(tmp_path / "in", texts), tmp_path / "ra", WAYS["hai tiến trình"])
    failed = {key: one for key, one in done.items() if one.state is State.FAILED}
    assert set(failed) == {"05.out", "08.out"}
    assert "dừng bất thường (mã 7)" in failed["05.out"].remarks[0]
    assert len(done) == len(texts)


def test_processes_that_all_end_stop_the_batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_DEATHS_IN_A_ROW", 3)
    jobs = copies(tmp_path / "in", dict.fromkeys(GOOD, "die"))
    with pytest.raises(GeneratorError, match=r"đều dừng bất thường \(mã 7\)"):
        _run(jobs, tmp_path / "ra", WAYS["hai tiến trình"])


def test_nothing_is_done_twice(tmp_path: Path, execute: Execute) -> None:
    jobs = copies(tmp_path / "in", GOOD)
    first, _ = _run(jobs, tmp_path / "ra", execute)
    done, kept = _run(jobs, tmp_path / "ra", execute, resume=True)
    assert done == {}
    assert kept == first
    again, kept = _run(jobs, tmp_path / "ra", execute)
    assert set(again) == set(first) and kept == {}


def _data_changed(folder: Path, jobs: list[Job]) -> list[Job]:
    (folder / "in" / "03.txt").write_text("khác", "utf-8")
    return jobs


def _settings_changed(_: Path, jobs: list[Job]) -> list[Job]:
    return [Job(one.label, one.run, "v2" if one.key == "03.out" else "v1", one.targets) for one in jobs]


def _result_gone(folder: Path, jobs: list[Job]) -> list[Job]:
    (folder / "ra" / "03.out").unlink()
    return jobs


def _result_cut(folder: Path, jobs: list[Job]) -> list[Job]:
    (folder / "ra" / "03.out").write_bytes(b"")
    return jobs


CHANGES = [_data_changed, _settings_changed, _result_gone, _result_cut]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_only_what_changed_is_done_again(tmp_path: Path, change: Callable[[Path, list[Job]], list[Job]]) -> None:
    jobs = copies(tmp_path / "in", GOOD)
    _run(jobs, tmp_path / "ra", here)
    done, kept = _run(change(tmp_path, jobs), tmp_path / "ra", here, resume=True)
    assert list(done) == ["03.out"]
    assert len(kept) == len(GOOD) - 1
    assert (tmp_path / "ra" / "03.out").read_bytes() == (tmp_path / "in" / "03.txt").read_bytes()


def test_what_failed_is_tried_again_and_its_old_file_is_named(tmp_path: Path) -> None:
    jobs = copies(tmp_path / "in", GOOD)
    _run(jobs, tmp_path / "ra", here)
    (tmp_path / "in" / "03.txt").write_text("bad", "utf-8")
    done, _ = _run(jobs, tmp_path / "ra", here, resume=True)
    assert done["03.out"].remarks == ("03.txt: dữ liệu sai",)
    assert done["03.out"].notes == ("03.out còn lại từ lần chạy trước, không theo dữ liệu này",)
    (tmp_path / "in" / "03.txt").write_text("đã sửa", "utf-8")
    done, _ = _run(jobs, tmp_path / "ra", here, resume=True)
    assert done["03.out"].state is State.DONE
    assert (tmp_path / "ra" / "03.out").read_text("utf-8") == "đã sửa"


def test_what_a_failed_job_had_made_is_still_the_work_of_the_batch(tmp_path: Path) -> None:
    jobs = copies(tmp_path / "in", {"a.txt": "x"})
    for text in ("x", "bad", "bad", "y"):
        (tmp_path / "in" / "a.txt").write_text(text, "utf-8")
        _run(jobs, tmp_path / "ra", here, resume=True)
    assert [path.name for path in (tmp_path / "ra").glob("a*")] == ["a.out"]
    (tmp_path / "in" / "a.txt").write_text("bad", "utf-8")
    _run(jobs, tmp_path / "ra", here, resume=True)
    (tmp_path / "ra" / "a.out").write_text("sửa tay", "utf-8")
    (tmp_path / "in" / "a.txt").write_text("z", "utf-8")
    _run(jobs, tmp_path / "ra", here, resume=True)
    assert (tmp_path / "ra" / "a.out.cu").read_text("utf-8") == "sửa tay"


def test_a_form_that_somebody_fills_in_stays_until_it_is_taken_away(tmp_path: Path) -> None:
    (job,) = copies(tmp_path / "in", {"a.txt": "x"})
    jobs = [replace(job, keeps_work=True)]
    _run(jobs, tmp_path / "ra", here)
    made = tmp_path / "ra" / "a.out"
    made.write_text("đã điền", "utf-8")
    for text in ("x", "mới"):
        (tmp_path / "in" / "a.txt").write_text(text, "utf-8")
        done, _ = _run(jobs, tmp_path / "ra", here, resume=True)
        assert (done["a.out"].state, done["a.out"].files) == (State.ATTENTION, ())
        assert "a.out đã có người sửa nên giữ nguyên" in done["a.out"].remarks[0]
        assert made.read_text("utf-8") == "đã điền"
    made.unlink()
    done, _ = _run(jobs, tmp_path / "ra", here, resume=True)
    assert (done["a.out"].state, made.read_text("utf-8")) == (State.DONE, "mới")
    assert [path.name for path in made.parent.glob("a*")] == ["a.out"]


def test_a_job_that_looked_for_a_file_is_done_again_when_it_appears(tmp_path: Path) -> None:
    jobs = copies(tmp_path / "in", {"a.txt": "x"})
    _run(jobs, tmp_path / "ra", here)
    output = OutputFolder(tmp_path / "ra")
    with Ledger(output.ledger) as ledger:
        entry = ledger.get("a.out")
        assert entry is not None
        extra = {**entry.read, str(tmp_path / "hinh.png"): None}
        ledger.record(Outcome(entry.key, entry.state, entry.digest, (), entry.files, extra))
    assert _run(jobs, tmp_path / "ra", here, resume=True)[0] == {}
    (tmp_path / "hinh.png").write_bytes(b"")
    assert list(_run(jobs, tmp_path / "ra", here, resume=True)[0]) == ["a.out"]


def test_what_another_order_made_is_kept_and_told(tmp_path: Path, execute: Execute) -> None:
    jobs = copies(tmp_path / "in", {"a.txt": "một", "b.txt": "như nhau"})
    _run(jobs, tmp_path / "ra", execute, origin="việc 1")
    (tmp_path / "in" / "a.txt").write_text("hai", "utf-8")
    done, _ = _run(jobs, tmp_path / "ra", execute, origin="việc 2")
    told = "a.out: bản đang có đã được sửa hoặc không do việc này làm ra, giữ lại thành a.out.cu"
    assert done["a.out"].notes == (told,)
    assert (tmp_path / "ra" / "a.out.cu").read_text("utf-8") == "một"
    assert done["b.out"].notes == ()
    assert not (tmp_path / "ra" / "b.out.cu").exists()


def test_what_a_job_makes_no_more_is_told(tmp_path: Path) -> None:
    (job,) = copies(tmp_path / "in", {"a.txt": "x"})
    _run([replace(job, run=Twice(job.run), targets=("a.out", "a.png"))], tmp_path / "ra", here)
    done, _ = _run([job], tmp_path / "ra", here, resume=True)
    assert done["a.out"].notes == ("a.png còn lại từ lần chạy trước, không theo dữ liệu này",)


def test_no_jobs_start_no_process(tmp_path: Path) -> None:
    assert _run([], tmp_path / "ra", WAYS["hai tiến trình"]) == ({}, {})


def test_processes_end_when_the_batch_is_left_in_the_middle(tmp_path: Path) -> None:
    jobs = copies(tmp_path / "in", GOOD, seconds=0.01)
    output = OutputFolder(tmp_path / "ra")
    with output.held(), Ledger(output.ledger) as ledger:
        running = Batch(jobs, output, ledger, resume=False).run(WAYS["hai tiến trình"])
        first = next(running)
        running.close()
    assert first.state is State.DONE
    done, kept = _run(jobs, tmp_path / "ra", here, resume=True)
    assert first.key in kept
    assert len(done) + len(kept) == len(GOOD)


def test_a_job_is_named_by_its_first_file_else_by_its_label(tmp_path: Path) -> None:
    run = Copy(tmp_path)
    assert Job("nhãn", run, "", ("a.out", "b.out")).key == "a.out"
    assert Job("nhãn", run, "").key == "nhãn"
