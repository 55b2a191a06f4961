"""The commands as a clerk types them: what they print, what they write, how they end."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from generator.cli.main import vanban

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "data" / "plans" / "ke_hoach_cchc_2027.yaml"
DRAFT = "format: 1\nkind: plan\nsubject: Cải cách hành chính năm 2027\nyear: 2027\n"

COMMANDS = {
    "show": {"--json"},
    "render": {"--output", "--pdf", "--pdfa", "--template", "--ready", "--no-data", "--annotate"},
    "import": {"--output", "--strict"},
    "check": {"--format", "--select", "--ignore", "--units", "--explain"},
    "diff": {"--format", "--output", "--each-year", "--adjust"},
    "convert": {"--annotate"},
    "new": {"--output", "--year", "--units"},
    "issue": {"--number", "--date"},
    "derive": {"--unit", "--all", "--units", "--rules", "--on", "--output", "--format", "--pdf"},
    "update": {"--old", "--new", "--units", "--take", "--decisions", "--rules", "--force", "--output"},
    "report": {"--progress", "--period", "--units", "--output", "--pdf"},
    "aggregate": {"--period", "--units", "--allow-missing", "--output"},
    "remind": {"--progress", "--on", "--each", "--output"},
    "roll": {"--year", "--progress", "--on", "--units", "--register", "--holidays", "--output"},
    "template": set(),
    "batch": {"-o", "--jobs", "--pdf", "--resume", "--scheduler"},
    "doctor": set(),
}
"""The commands of the design that exist today, with their options."""

Run = Callable[..., tuple[int, str, str]]


def test_the_list_of_commands_is_the_designed_one() -> None:
    assert set(vanban.commands) == set(COMMANDS)


@pytest.mark.parametrize(("name", "options"), COMMANDS.items())
def test_each_command_has_its_options_and_a_vietnamese_help(name: str, options: set[str], run: Run) -> None:
    code, out, _ = run(name, "--help")
    assert code == 0
    assert "Cách dùng:" in out
    assert options <= {word for line in out.splitlines() for word in line.replace(",", " ").split()}
    assert "Usage" not in out
    assert "Options" not in out


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("rnder",), "Không có lệnh"),
        (("render",), "Thiếu tham số"),
        (("render", "a.yaml"), "Thiếu tùy chọn"),
        (("show", "--jsn", "a.yaml"), "Không có tùy chọn"),
        (("convert", "a.yaml", "b.docx"), ".yaml"),
        (("import", "a.txt", "-o", "b.xlsx"), ".yaml"),
    ],
)
def test_a_wrong_call_ends_with_2_and_a_vietnamese_word(words: tuple[str, ...], expected: str, run: Run) -> None:
    code, _, err = run(*words)
    assert code == 2
    assert expected in err


def test_render_writes_the_sample_named_after_its_data(run: Run) -> None:
    code, out, err = run("render", SAMPLE, "-o", "ra")
    assert (code, err) == (0, "")
    assert "ke_hoach_cchc_2027.docx" in out
    texts = [paragraph.text for paragraph in docx.Document("ra/ke_hoach_cchc_2027.docx").paragraphs]
    assert "KẾ HOẠCH" in texts


def test_render_of_a_draft_marks_what_is_missing_and_ends_with_1(run: Run, tmp_path: Path) -> None:
    (tmp_path / "nhap.yaml").write_text(DRAFT, "utf-8")
    code, _, err = run("render", "nhap.yaml", "-o", "ra")
    assert code == 1
    assert "CHƯA SẴN SÀNG KÝ" in err
    assert "tên cơ quan ban hành (issuer.name)" in err
    assert (tmp_path / "ra" / "nhap.docx").exists()


def test_render_ready_refuses_a_draft_and_writes_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "nhap.yaml").write_text(DRAFT, "utf-8")
    code, _, err = run("render", "nhap.yaml", "-o", "ra", "--ready")
    assert code == 1
    assert "CHƯA SẴN SÀNG KÝ" in err
    assert not (tmp_path / "ra").exists()


def test_one_bad_input_of_several_leaves_nothing_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "sai.yaml").write_text(DRAFT + "date: 31/11/2026\n", "utf-8")
    code, _, err = run("render", SAMPLE, "sai.yaml", "-o", "ra")
    assert code == 3
    assert "dòng 5" in err
    assert not (tmp_path / "ra").exists()


def test_two_inputs_of_one_name_are_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    for folder in (tmp_path, tmp_path / "a"):
        (folder / "nhap.yaml").write_text(DRAFT, "utf-8")
    assert run("render", "nhap.yaml", "a/nhap.yaml", "-o", "ra")[0] == 2


def test_a_file_that_is_no_template_ends_with_4(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mau.docx").write_bytes(b"khong phai docx")
    code, _, err = run("render", SAMPLE, "-o", "ra", "--template", "mau.docx")
    assert code == 4
    assert "mau.docx" in err
    assert not (tmp_path / "ra").exists()


@pytest.mark.parametrize("command", [("show",), ("render", "-o", "ra"), ("import", "-o", "b.yaml")])
def test_a_file_that_is_not_there_ends_with_3(command: tuple[str, ...], run: Run) -> None:
    code, _, err = run(command[0], "khong_co.yaml" if command[0] != "import" else "khong_co.txt", *command[1:])
    assert code == 3
    assert "không tìm thấy tệp" in err


def test_show_prints_a_tree_with_counts(run: Run) -> None:
    code, out, _ = run("show", SAMPLE)
    assert code == 0
    assert "42 nhiệm vụ" in out
    assert "Nơi nhận: 11" in out
    assert "I. " in out


def test_show_json_has_the_designed_keys(run: Run) -> None:
    values = json.loads(run("show", SAMPLE, "--json")[1])
    assert set(values) == {
        *("kind", "subject", "year", "legal_bases", "outline", "tasks", "task_groups", "task_rows"),
        *("recipients", "signer", "missing", "diagnostics"),
    }
    assert values["kind"] == "plan"
    assert set(values["outline"]) == {"roman", "arabic", "decimal", "letter", "dash", "plus"}
    assert set(values["signer"]) == {"authority", "position", "name"}


def test_convert_there_and_back_gives_the_same_bytes(run: Run, tmp_path: Path) -> None:
    assert run("convert", SAMPLE, "a.json")[0] == 0
    assert run("convert", "a.json", "b.yaml")[0] == 0
    assert run("convert", "b.yaml", "c.json")[0] == 0
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "c.json").read_bytes()


def test_the_two_forms_render_to_the_same_bytes(run: Run, tmp_path: Path) -> None:
    run("convert", SAMPLE, "ke_hoach_cchc_2027.json")
    run("render", SAMPLE, "-o", "tu_yaml")
    run("render", "ke_hoach_cchc_2027.json", "-o", "tu_json")
    made = [(tmp_path / folder / "ke_hoach_cchc_2027.docx").read_bytes() for folder in ("tu_yaml", "tu_json")]
    assert made[0] == made[1]


def test_template_build_writes_templates_that_render(run: Run, tmp_path: Path) -> None:
    assert run("template", "build", "-o", "mau")[0] == 0
    assert run("render", SAMPLE, "-o", "ra", "--template", "mau/ke_hoach.docx")[0] == 0


def test_template_fields_lists_tags_with_labels(run: Run) -> None:
    code, out, _ = run("template", "fields", "plan")
    assert code == 0
    assert "{{ issuer.name }}" in out
    assert "{{ year }}" in out


def test_template_fields_of_an_unknown_kind_suggests_one(run: Run) -> None:
    code, _, err = run("template", "fields", "paln")
    assert code == 3
    assert "plan" in err


def test_the_program_speaks_utf8_into_a_pipe(tmp_path: Path) -> None:
    code = "from generator.cli.main import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "--help"],
        cwd=tmp_path,
        env={"PYTHONIOENCODING": "ascii", "PATH": "", "SYSTEMROOT": "C:\\Windows"},
        capture_output=True,
        timeout=60,
    )
    assert "Soạn văn bản hành chính" in done.stdout.decode("utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_output_is_no_traceback(tmp_path: Path) -> None:
    code = "from generator.cli.entry import main; main()"
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-c", code, "show", SAMPLE, "--json"], stdout=full, stderr=subprocess.PIPE, timeout=60
        )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr.decode("utf-8")
    assert "ổ đĩa đã đầy" in done.stderr.decode("utf-8")


def test_a_render_never_writes_over_its_template(run: Run, tmp_path: Path) -> None:
    run("template", "build", "-o", "mau")
    (tmp_path / "ke_hoach.yaml").write_text(DRAFT, "utf-8")
    code, _, err = run("render", "ke_hoach.yaml", "-o", "mau", "--template", "mau/ke_hoach.docx")
    assert code == 2
    assert "ghi đè" in err


def test_a_template_that_is_not_there_ends_with_4(run: Run) -> None:
    code, _, err = run("render", SAMPLE, "-o", "ra", "--template", "khong_co.docx")
    assert code == 4
    assert "khong_co.docx" in err


def test_what_the_own_template_does_not_print_is_named(run: Run, tmp_path: Path) -> None:
    run("template", "new", "plan", "-o", "mau.docx")
    template = docx.Document("mau.docx")
    for table in template.tables:
        for cell in table._cells:
            for paragraph in cell.paragraphs:
                if "signature.name" in paragraph.text:
                    paragraph.clear()
    template.save("mau.docx")
    code, _, err = run("render", SAMPLE, "-o", "ra", "--template", "mau.docx")
    assert code == 1
    assert "mẫu không in" in err
    assert "signature.name" in err
