"""The runner around LibreOffice, against a stand-in for soffice; the real one is in ``test_office_pdf.py``."""

from __future__ import annotations

import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import office
from generator.errors import ConversionError, UsageError
from generator.office import IncompleteConversionError, convert, convert_bytes, find_soffice

WHOLE_PDF = b"%PDF-1.6 %%EOF"
STAND_IN = """#!{python}
import os, pathlib, signal, subprocess, sys, time
at = sys.argv.index("--outdir")
out = pathlib.Path(sys.argv[at + 1])
out.mkdir(exist_ok=True)
with (pathlib.Path(__file__).parent / "calls").open("a") as calls:
    print(*map(os.path.basename, sys.argv[at + 2:]), file=calls)
for name in sys.argv[at + 2:]:
    source = pathlib.Path(name)
    target = out / (source.stem + ".pdf")
    {body}
"""
WRITE = "target.write_bytes(b'%PDF-1.6 %%EOF')"
WRITE_UNLESS = "    if 'second' not in source.read_text('latin-1'): target.write_bytes(b'%PDF-1.6 %%EOF'); continue\n"

StandIn = Callable[[str], Path]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script with a shebang line")


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    """A soffice that does what the body of its loop over the sources says; its calls are listed beside it."""

    def write(body: str) -> Path:
        script = tmp_path / "soffice"
        script.write_text(STAND_IN.format(python=sys.executable, body=body.strip()), "utf-8")
        script.chmod(0o755)
        monkeypatch.setenv("VANBAN_SOFFICE", str(script))
        return script

    return write


def sources(folder: Path, *names: str) -> list[Path]:
    """Files that pass for Word files, each holding its own stem."""
    files = [folder / name for name in names]
    for file in files:
        file.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(file, "w") as package:
            package.writestr("word/document.xml", file.stem)
    return files


def calls(script: Path) -> list[str]:
    return (script.parent / "calls").read_text().splitlines()


def test_files_come_out_in_the_order_of_their_sources(tmp_path: Path, stand_in: StandIn) -> None:
    script = stand_in(WRITE)
    made = convert(sources(tmp_path, "b.docx", "a.docx", "Kế hoạch, số 1 #2 100%.docx"), tmp_path / "out")
    assert made == [tmp_path / "out" / name for name in ("b.pdf", "a.pdf", "Kế hoạch, số 1 #2 100%.pdf")]
    assert sorted((tmp_path / "out").iterdir()) == sorted(made)
    assert calls(script) == ["00001.docx 00002.docx 00003.docx"]


def test_older_file_is_replaced(tmp_path: Path, stand_in: StandIn) -> None:
    stand_in(WRITE)
    (tmp_path / "a.pdf").write_text("năm ngoái", "utf-8")
    assert convert(sources(tmp_path, "a.docx"), tmp_path)[0].read_bytes() == WHOLE_PDF


def test_no_files_need_no_libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VANBAN_SOFFICE", str(tmp_path / "không có"))
    assert convert([], tmp_path / "out") == []
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("override", "problem"),
    [
        ("", "chưa cài LibreOffice trên máy này"),
        ("/không/có", "biến VANBAN_SOFFICE chỉ tới tệp không có: /không/có"),
    ],
)
def test_missing_libreoffice_says_what_to_do(
    override: str, problem: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VANBAN_SOFFICE", override)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(office, "_PLACES", ())
    with pytest.raises(ConversionError) as caught:
        convert(sources(tmp_path, "a.docx"), tmp_path)
    assert caught.value.exit_code == 5
    assert caught.value.message == f"không chuyển được a.docx: {problem}; tệp nguồn vẫn còn nguyên"
    assert "apt-get install libreoffice-writer-nogui" in str(caught.value.hint)
    assert "Lưu thành PDF" in str(caught.value.hint)


@pytest.mark.parametrize(
    ("names", "to", "message"),
    [
        (["x/a.docx", "y/a.docx"], "pdf", "hai tệp nguồn cùng tạo ra a.pdf"),
        (["a.docx", "a.odt"], "pdf", "hai tệp nguồn cùng tạo ra a.pdf"),
        (["KẾ HOẠCH.docx", "Kế hoạch.docx"], "pdf", "hai tệp nguồn cùng tạo ra Kế hoạch.pdf"),
        (["a.docx"], "docx", "tệp kết quả trùng với tệp nguồn"),
        (["a.docx"], "xps", "không chuyển được sang dạng xps"),
    ],
    ids=["two folders", "two endings", "one name on Windows", "onto itself", "unknown format"],
)
def test_call_that_cannot_be_served_is_refused(names: list[str], to: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=message):
        convert(sources(tmp_path, *names), tmp_path, to=to)


def test_missing_source_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"không tìm thấy tệp: .*b\.docx"):
        convert([*sources(tmp_path, "a.docx"), tmp_path / "b.docx"], tmp_path)


def test_failed_sources_are_named_and_the_others_come_out(tmp_path: Path, stand_in: StandIn) -> None:
    stand_in(WRITE)
    files = sources(tmp_path, "first.docx", "empty.docx", "text.docx")
    files[1].write_bytes(b"")
    files[2].write_text("chỉ là chữ", "utf-8")
    with pytest.raises(IncompleteConversionError) as caught:
        convert(files, tmp_path)
    assert caught.value.made == (tmp_path / "first.pdf",)
    assert caught.value.failures[files[1]] == "tệp rỗng"
    assert caught.value.message == (
        "không chuyển được 2 trong 3 tệp sang PDF: empty.docx (tệp rỗng); text.docx (nội dung không phải dạng "
        ".docx: tệp hỏng, có mật khẩu hoặc mang sai phần mở rộng); đã tạo: first.pdf"
    )
    assert (tmp_path / "first.pdf").read_bytes() == WHOLE_PDF


def test_file_that_brings_libreoffice_down_does_not_stop_the_others(tmp_path: Path, stand_in: StandIn) -> None:
    script = stand_in(WRITE_UNLESS + "    os.kill(os.getpid(), signal.SIGSEGV)")
    files = sources(tmp_path, "first.docx", "second.docx", "third.docx")
    with pytest.raises(IncompleteConversionError) as caught:
        convert(files, tmp_path)
    assert caught.value.failures == {files[1]: "LibreOffice dừng bất thường (mã -11)"}
    assert calls(script) == ["00001.docx 00002.docx 00003.docx", "00003.docx"]
    assert (tmp_path / "third.pdf").exists()


def test_libreoffice_that_never_works_is_not_tried_for_each_file(tmp_path: Path, stand_in: StandIn) -> None:
    script = stand_in("sys.exit(77)")
    with pytest.raises(IncompleteConversionError) as caught:
        convert(sources(tmp_path, *(f"{number}.docx" for number in range(6))), tmp_path)
    assert set(caught.value.failures.values()) == {"LibreOffice dừng bất thường (mã 77)"}
    assert len(calls(script)) == 2


def test_libreoffice_that_cannot_be_run(tmp_path: Path, stand_in: StandIn) -> None:
    stand_in(WRITE).chmod(0o644)
    with pytest.raises(ConversionError, match="không chạy được LibreOffice"):
        convert(sources(tmp_path, "a.docx"), tmp_path)


def test_half_a_file_is_not_put_in_place(tmp_path: Path, stand_in: StandIn) -> None:
    stand_in("target.write_bytes(b'%PDF-1.6 abc')")
    (tmp_path / "a.pdf").write_text("năm ngoái", "utf-8")
    with pytest.raises(IncompleteConversionError, match="LibreOffice không đọc được tệp này"):
        convert(sources(tmp_path, "a.docx"), tmp_path)
    assert (tmp_path / "a.pdf").read_text("utf-8") == "năm ngoái"


def test_file_without_end_is_given_up_and_its_processes_are_ended(tmp_path: Path, stand_in: StandIn) -> None:
    script = stand_in(
        WRITE_UNLESS + "    child = subprocess.Popen(['sleep', '60'])\n"
        "    (pathlib.Path(__file__).parent / 'pid').write_text(str(child.pid)); child.wait()"
    )
    files = sources(tmp_path, "first.docx", "second.docx", "third.docx")
    with pytest.raises(IncompleteConversionError) as caught:
        convert(files, tmp_path / "out", timeout=2)
    assert caught.value.failures == {files[1]: "LibreOffice không làm xong trong 2 giây"}
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["first.pdf", "third.pdf"]
    assert_ended(int((script.parent / "pid").read_text()))


def test_interruption_leaves_nothing(tmp_path: Path, stand_in: StandIn) -> None:
    script = stand_in(
        WRITE + "; (pathlib.Path(__file__).parent / 'pid').write_text(str(os.getpid()))\n"
        "    if 'second' in source.read_text('latin-1'): time.sleep(60)"
    )

    def interrupt(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        convert(sources(tmp_path, "first.docx", "second.docx"), tmp_path / "out", on_progress=interrupt)
    assert list((tmp_path / "out").iterdir()) == []
    assert_ended(int((script.parent / "pid").read_text()))


def assert_ended(pid: int) -> None:
    """Fail when the process still works after two seconds; a zombie does not."""
    state = Path(f"/proc/{pid}/stat")
    for _ in range(40):
        if not state.exists() or state.read_text().rpartition(")")[2].split()[0] == "Z":
            return
        time.sleep(0.05)
    pytest.fail(f"process {pid} is still there")


def test_progress_counts_to_the_end(tmp_path: Path, stand_in: StandIn) -> None:
    stand_in(WRITE + "; time.sleep(0.25)")
    files = sources(tmp_path, "a.docx", "b.docx", "c.docx", "d.docx")
    files[0].write_bytes(b"")
    seen: list[tuple[int, int]] = []
    with pytest.raises(IncompleteConversionError):
        convert(files, tmp_path, on_progress=lambda done, total: seen.append((done, total)))
    assert seen == sorted(set(seen))
    assert seen[0] > (0, 4)
    assert seen[-1] == (4, 4)


@pytest.fixture
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.office_run.os.cpu_count", lambda: 2)


MANY = [f"{number}.docx" for number in range(20)]


@pytest.mark.usefixtures("two_processors")
def test_many_files_are_shared_among_calls_side_by_side(tmp_path: Path, stand_in: StandIn) -> None:
    script = stand_in(WRITE)
    seen: list[tuple[int, int]] = []
    files = sources(tmp_path, *MANY)
    made = convert(files, tmp_path / "out", on_progress=lambda done, total: seen.append((done, total)))
    assert made == [tmp_path / "out" / f"{file.stem}.pdf" for file in files]
    assert sorted(len(call.split()) for call in calls(script)) == [10, 10]
    assert seen == sorted(set(seen))
    assert seen[-1] == (20, 20)


@pytest.mark.usefixtures("two_processors")
def test_files_that_fail_in_calls_side_by_side_are_named(tmp_path: Path, stand_in: StandIn) -> None:
    stand_in("if source.name not in ('00003.docx', '00008.docx'): " + WRITE)
    with pytest.raises(IncompleteConversionError) as caught:
        convert(sources(tmp_path, *MANY), tmp_path / "out")
    assert sorted(source.name for source in caught.value.failures) == ["2.docx", "7.docx"]
    assert len(caught.value.made) == 18


@pytest.mark.usefixtures("two_processors")
def test_interruption_ends_the_calls_side_by_side(tmp_path: Path, stand_in: StandIn) -> None:
    script = stand_in(
        WRITE + "; (pathlib.Path(__file__).parent / f'pid{os.getpid()}').write_text('')\n"
        "    if source.name in ('00005.docx', '00006.docx'): time.sleep(60)"
    )

    def interrupt(done: int, total: int) -> None:
        if done > 1:
            raise KeyboardInterrupt

    start = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        convert(sources(tmp_path, *MANY), tmp_path / "out", on_progress=interrupt)
    assert time.monotonic() - start < 30
    assert list((tmp_path / "out").iterdir()) == []
    pids = [int(path.name.removeprefix("pid")) for path in script.parent.glob("pid*")]
    assert len(pids) == 2
    for pid in pids:
        assert_ended(pid)


def test_target_that_is_open_elsewhere(tmp_path: Path, stand_in: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(WRITE)

    def refuse(self: Path, target: Path) -> Path:
        if target.name == "a.pdf":
            raise PermissionError(13, "Permission denied")
        return self.rename(target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(IncompleteConversionError, match=r"không ghi đè được .*a\.pdf: tệp đang mở"):
        convert(sources(tmp_path, "a.docx", "b.docx"), tmp_path)
    assert (tmp_path / "b.pdf").exists()


def test_target_that_is_a_folder(tmp_path: Path, stand_in: StandIn) -> None:
    stand_in(WRITE)
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(IncompleteConversionError, match=r"không ghi được .*a\.pdf"):
        convert(sources(tmp_path, "a.docx"), tmp_path)


def test_folder_that_cannot_be_made(tmp_path: Path, stand_in: StandIn) -> None:
    stand_in(WRITE)
    (tmp_path / "out").write_text("một tệp", "utf-8")
    with pytest.raises(ConversionError, match=r"không ghi được vào thư mục .*out"):
        convert(sources(tmp_path, "a.docx"), tmp_path / "out")


def test_time_of_making_can_be_fixed(tmp_path: Path, stand_in: StandIn) -> None:
    stand_in("target.write_bytes(('/CreationDate(D:20261120055400Z) ' + os.environ['TZ'] + ' %%EOF').encode())")
    (made,) = convert(sources(tmp_path, "a.docx"), tmp_path, source_date_epoch=0)
    assert made.read_bytes() == b"/CreationDate(D:19700101000000Z) UTC %%EOF"


def test_names_are_utf8_in_any_terminal(tmp_path: Path, stand_in: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    stand_in("target.write_bytes((os.environ['LC_ALL'] + '%%EOF').encode())")
    assert convert(sources(tmp_path, "a.docx"), tmp_path)[0].read_bytes() == b"C.UTF-8%%EOF"


def test_bytes_in_bytes_out(stand_in: StandIn) -> None:
    stand_in("target.write_bytes(source.read_bytes() + b'%%EOF')")
    assert convert_bytes(b"{\\rtf1 x}", "Báo cáo.rtf", to="pdf") == b"{\\rtf1 x}%%EOF"


def test_bytes_that_cannot_be_read_are_named(stand_in: StandIn) -> None:
    stand_in("pass")
    with pytest.raises(ConversionError, match=r"Báo cáo\.doc \(LibreOffice không đọc được tệp này\)"):
        convert_bytes(b"?", "Báo cáo.doc")


def test_soffice_is_found_on_the_path_before_the_usual_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = tmp_path / "usual"
    usual.write_text("")
    monkeypatch.delenv("VANBAN_SOFFICE", raising=False)
    monkeypatch.setattr(office, "_PLACES", (str(usual),))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_soffice() == usual
    on_path = tmp_path / "libreoffice"
    on_path.write_text("")
    on_path.chmod(0o755)
    assert find_soffice() == on_path


def test_soffice_is_found_in_program_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "LibreOffice" / "program" / "soffice.com"
    program.parent.mkdir(parents=True)
    program.write_text("")
    monkeypatch.delenv("VANBAN_SOFFICE", raising=False)
    monkeypatch.setattr(office, "_PLACES", ())
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    assert find_soffice() == program
