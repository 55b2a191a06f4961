"""Documents that name others: a plan, the tờ trình that submits it, the quyết định that issues it."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest

from generator.cli.files.read_back import read_back
from generator.model.canonical import canonical_json, data_hash
from generator.model.store import dump_document, load_document
from generator.ooxml.package import MAIN, read_parts
from generator.ooxml.visible_text import visible_text
from tests.cli.conftest import Run
from tests.ooxml_sdk import validate

OFFICE = "issuer: {parent: UBND tỉnh Sông Vân, name: Sở Nội vụ, symbol: SNV, place: Sông Vân}"
ENDING = """
recipients: [{name: Như Điều 2}]
archive: {holders: [VT, CCHC]}
signature: {position: Giám đốc, name: Nguyễn Văn A}
"""
PLAN = f"""format: 1
kind: plan
{OFFICE}
# ngày ký để trống
date: 2027-01
subject: Cải cách hành chính năm 2027
year: 2027
sections:
  - title: NHIỆM VỤ
    blocks: [{{kind: paragraph, text: Thực hiện đúng hạn nhiệm vụ tại Phụ lục.}}]
appendices:
  - title: Nhiệm vụ năm 2027
    blocks: [{{kind: tasks}}]
tasks:
  - id: NV01
    name: Rà soát thủ tục hành chính
    rows: [{{products: [Báo cáo rà soát], schedule: Quý II/2027, lead: [Văn phòng Sở]}}]
{ENDING}"""
SUBMISSION = f"""format: 1
kind: submission
{OFFICE}
date: 2027-01
subject: Ban hành Kế hoạch cải cách hành chính năm 2027
addressees: [Giám đốc Sở]
sections: [{{numbering: none, blocks: [{{kind: paragraph, text: "Trình dự thảo [[ke_hoach.yaml]]."}}]}}]
{ENDING}"""
DECISION = f"""format: 1
kind: decision
{OFFICE}
number: 20
date: 2027-01-08
subject: Ban hành Kế hoạch cải cách hành chính năm 2027
legal_bases:
  - document: to_trinh.yaml
    lead: Xét
sections:
  - {{numbering: article, title: Ban hành kèm theo Quyết định này Kế hoạch.}}
  - {{numbering: article, title: Quyết định này thi hành từ ngày ký.}}
appendices:
  - document: ke_hoach.yaml
{ENDING}"""
WORD = Path("ra/quyet_dinh.docx")


@pytest.fixture(autouse=True)
def _files(tmp_path: Path) -> None:
    files = {"ke_hoach": PLAN, "to_trinh": SUBMISSION, "quyet_dinh": DECISION}
    for name, text in files.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")


def _words(path: Path) -> str:
    return " ".join(visible_text(read_parts(path.read_bytes())[MAIN]).split())


def test_a_decision_issues_the_plan_that_it_names(run: Run) -> None:
    code, _, err = run("render", "quyet_dinh.yaml", "-o", "ra")
    assert (code, err) == (0, "")
    shown = _words(WORD)
    issued = "(Kèm theo Quyết định số 20/QĐ-SNV ngày 08 tháng 01 năm 2027 của Sở Nội vụ)"
    assert f"KẾ HOẠCH Cải cách hành chính năm 2027 {issued} I. NHIỆM VỤ Thực hiện đúng hạn" in shown
    assert f"Nhiệm vụ năm 2027 {issued}" in shown
    assert "Rà soát thủ tục hành chính Báo cáo rà soát" in shown
    assert "Xét Tờ trình số /TTr-SNV ngày tháng 01 năm 2027 của Sở Nội vụ về việc ban hành Kế hoạch" in shown


def test_number_and_day_reach_every_document_that_names_the_issued_one(run: Run) -> None:
    code, out, _ = run("issue", "to_trinh.yaml", "--number", "3", "--date", "06/01/2027")
    assert code == 0
    assert "Dẫn văn bản này, cần làm lại bằng «vanban render»: quyet_dinh.yaml" in out
    code, out, _ = run("issue", "ke_hoach.yaml", "--number", "05", "--date", "2027-01-05")
    assert code == 0
    assert "ke_hoach.yaml (bản cũ giữ ở ke_hoach.yaml.cu)" in out
    assert Path("ke_hoach.yaml").read_text("utf-8") == PLAN.replace(
        "\n# ngày ký để trống\ndate: 2027-01\n", "\nnumber: 5\n# ngày ký để trống\ndate: 2027-01-05\n"
    )
    assert run("render", "ke_hoach.yaml", "to_trinh.yaml", "quyet_dinh.yaml", "-o", "ra")[0] == 0
    cited = "Kế hoạch số 05/KH-SNV ngày 05 tháng 01 năm 2027 của Sở Nội vụ"
    assert f"Trình dự thảo {cited} về cải cách hành chính năm 2027." in _words(Path("ra/to_trinh.docx"))
    assert f"(Kèm theo {cited})" in _words(Path("ra/ke_hoach.docx"))
    assert "Xét Tờ trình số 03/TTr-SNV ngày 06 tháng 01 năm 2027" in _words(WORD)


def test_the_same_inputs_give_the_same_bytes_and_the_file_names_them(run: Run) -> None:
    run("render", "quyet_dinh.yaml", "-o", "ra")
    first = WORD.read_bytes()
    run("render", "quyet_dinh.yaml", "-o", "ra")
    assert WORD.read_bytes() == first
    told = json.loads(run("show", WORD, "--json")[1])
    digest = data_hash(canonical_json(load_document(PLAN, "a.yaml")))
    assert told["provenance"]["references"]["ke_hoach.yaml"] == digest
    assert f"Tham chiếu ke_hoach.yaml (SHA-256): {digest}" in run("show", WORD)[1]
    assert "references" not in json.loads(run("show", "ra/../quyet_dinh.yaml", "--json")[1])


def test_a_word_file_gives_its_references_back_and_is_rendered_without_the_files(run: Run) -> None:
    run("render", "quyet_dinh.yaml", "-o", "ra")
    assert run("import", WORD, "-o", "lai/quyet_dinh.yaml")[0] == 0
    again = load_document(Path("lai/quyet_dinh.yaml").read_bytes(), "a.yaml")
    assert again == load_document(DECISION, "a.yaml")
    assert run("render", WORD, "-o", "lai")[0] == 0
    assert Path("lai/quyet_dinh.docx").read_bytes() == WORD.read_bytes()


def test_an_edit_in_word_leaves_the_references(run: Run) -> None:
    run("render", "quyet_dinh.yaml", "-o", "ra")
    opened = docx.Document(str(WORD))
    for paragraph in opened.paragraphs:
        for piece in paragraph.runs:
            piece.text = piece.text.replace("từ ngày ký", "từ ngày mai")
    opened.save(str(WORD))
    found = read_back(WORD)
    assert found is not None
    assert [one.code for one in found.diagnostics if one.code in ("unmerged", "altered-data")] == []
    assert "thi hành từ ngày mai" in dump_document(found.document, "a.yaml")
    assert found.document.appendices[0].document == "ke_hoach.yaml"


def test_a_missing_file_is_named_with_the_line_that_names_it(run: Run) -> None:
    Path("ke_hoach.yaml").unlink()
    code, _, err = run("render", "quyet_dinh.yaml", "-o", "ra")
    assert (code, Path("ra").exists()) == (3, False)
    assert "lỗi: quyet_dinh.yaml: có 1 tham chiếu tới văn bản khác không dùng được" in err
    assert "quyet_dinh.yaml, dòng 14, appendices[0].document: lỗi: không tìm thấy tệp; gặp: «ke_hoach.yaml»" in err
    code, _, err = run("render", "to_trinh.yaml", "-o", "ra")
    assert code == 3
    assert "to_trinh.yaml, dòng 7, sections[0].blocks[0].text: lỗi: không tìm thấy tệp" in err


def test_show_tells_what_is_missing_and_goes_on(run: Run) -> None:
    Path("ke_hoach.yaml").unlink()
    code, out, err = run("show", "quyet_dinh.yaml")
    assert (code, "Quyết định: Ban hành Kế hoạch" in out) == (0, True)
    assert "dòng 14, appendices[0].document: lỗi: không tìm thấy tệp" in err


def test_what_an_attached_document_does_not_print_is_named(run: Run) -> None:
    bases = "legal_bases: [{text: Luật Tổ chức chính quyền địa phương}]"
    text = PLAN.replace("sections:", f"{bases}\npreamble: [Sở Nội vụ ban hành Kế hoạch]\nclosing: [Hết]\nsections:")
    Path("ke_hoach.yaml").write_text(text, encoding="utf-8")
    code, _, err = run("render", "quyet_dinh.yaml", "-o", "ra")
    assert code == 0
    assert "gợi ý: văn bản kèm theo «ke_hoach.yaml» không in: Căn cứ\n" in err


@pytest.mark.sdk
def test_a_decision_with_its_plan_is_sound_for_word(run: Run) -> None:
    run("render", "quyet_dinh.yaml", "-o", "ra")
    assert validate([WORD]) == {WORD: []}


def test_faults_of_a_named_file_are_told_with_their_own_lines(run: Run) -> None:
    Path("ke_hoach.yaml").write_text(PLAN.replace("year: 2027", "year: hai"), encoding="utf-8")
    code, _, err = run("render", "quyet_dinh.yaml", "-o", "ra")
    assert code == 3
    assert "ke_hoach.yaml, dòng 7, year: lỗi" in err


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({"quyet_dinh": ("to_trinh.yaml", "quyet_dinh.yaml")}, "văn bản tham chiếu chính nó"),
        (
            {"to_trinh": ("sections:", "legal_bases: [{document: quyet_dinh.yaml}]\nsections:")},
            "vòng tròn; gặp: quyet_dinh.yaml → to_trinh.yaml → quyet_dinh.yaml",
        ),
        (
            {
                "ke_hoach": (
                    "  - title: Nhiệm vụ năm 2027\n    blocks: [{kind: tasks}]",
                    "  - document: quyet_dinh.yaml",
                )
            },
            "vòng tròn; gặp: quyet_dinh.yaml → ke_hoach.yaml → quyet_dinh.yaml",
        ),
        (
            {
                "to_trinh": ("subject: Ban", "subject: '[[ke_hoach.yaml]] ban"),
                "ke_hoach": ("năm 2027\nyear", "năm 2027 [[to_trinh.yaml]]\nyear"),
            },
            "",
        ),
    ],
    ids=["itself", "bases of each other", "attached to each other", "subjects"],
)
def test_documents_that_go_round_in_a_circle_are_refused(
    run: Run, changes: dict[str, tuple[str, str]], shown: str
) -> None:
    for name, (old, new) in changes.items():
        path = Path(f"{name}.yaml")
        path.write_text(path.read_text("utf-8").replace(old, new), encoding="utf-8")
    code, _, err = run("render", "quyet_dinh.yaml", "-o", "ra")
    assert code == 3
    assert shown in err


def test_an_attached_document_may_cite_the_one_that_it_is_attached_to(run: Run) -> None:
    text = PLAN.replace("Thực hiện đúng hạn nhiệm vụ tại Phụ lục.", '"Thực hiện [[quyet_dinh.yaml]] tại Phụ lục."')
    Path("ke_hoach.yaml").write_text(text, encoding="utf-8")
    assert run("render", "quyet_dinh.yaml", "-o", "ra")[0] == 0
    assert "Thực hiện Quyết định số 20/QĐ-SNV ngày 08 tháng 01 năm 2027 của Sở Nội vụ ban hành" in _words(WORD)


def test_an_attached_document_says_no_title_of_its_own_beside_the_file(run: Run) -> None:
    text = DECISION.replace("  - document: ke_hoach.yaml", "  - {document: ke_hoach.yaml, title: Kế hoạch}")
    Path("quyet_dinh.yaml").write_text(text, encoding="utf-8")
    code, _, err = run("render", "quyet_dinh.yaml", "-o", "ra")
    assert code == 3
    assert "lấy từ tệp văn bản kèm theo (document)" in err
