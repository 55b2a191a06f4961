"""Word files of ours read back: the data exactly, and edits made in Word where the words were changed."""

from __future__ import annotations

import copy
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from generator.cli.files.read_back import read_back
from generator.files import read_bytes
from generator.importers.imported import Imported
from generator.model.document import Document
from generator.model.plan import Plan
from generator.model.store import dump_document, load_document
from generator.ooxml.custom_parts import with_item
from generator.ooxml.package import read_parts, write_parts
from generator.render.provenance import NAMESPACE
from generator.render.render import render
from generator.templates.catalog import layouts
from generator.vietnamese.unicode import words
from tests.cli.conftest import Run
from tests.rendered import built_template, png
from tests.strategies import documents, plans

ROOT = Path(__file__).parents[2]
PLAN = ROOT / "data" / "plans" / "ke_hoach_cchc_2027.yaml"
NOTICE = ROOT / "data" / "documents" / "thong_bao_hop_giao_ban.yaml"
WORD = Path("ra/ke_hoach_cchc_2027.docx")

Edit = Callable[[Any], None]


def paragraphs_of(opened: Any) -> list[Paragraph]:
    """Return the paragraphs that hold words, those of tables included, in the order of the file."""
    found = (Paragraph(one, opened) for one in opened.element.body.iter(qn("w:p")))
    return [one for one in found if one.text.strip()]


def replace(opened: Any, old: str, new: str) -> None:
    """Change words inside one run, as a clerk does."""
    run = next(run for one in paragraphs_of(opened) for run in one.runs if old in run.text)
    run.text = run.text.replace(old, new, 1)


def drop(opened: Any, text: str) -> None:
    found = next(one for one in paragraphs_of(opened) if text in one.text)
    found._p.getparent().remove(found._p)


def add_after(opened: Any, text: str, new: str) -> None:
    found = next(one for one in paragraphs_of(opened) if text in one.text)
    added = copy.deepcopy(found._p)
    found._p.addnext(added)
    first, *others = Paragraph(added, opened).runs
    first.text = new
    for run in others:
        run.text = ""


def row_of(opened: Any, text: str) -> Any:
    found = next(one for one in paragraphs_of(opened) if text in one.text and one._p.getparent().tag == qn("w:tc"))
    return found._p.getparent().getparent()


def edited(data: bytes, edit: Edit, folder: Path) -> Path:
    """Return the file with an edit, saved by another program."""
    path = folder / "sua.docx"
    path.write_bytes(data)
    opened = docx.Document(str(path))
    edit(opened)
    opened.save(str(path))
    return path


def made(document: Document) -> bytes:
    return render(document, built_template(document.kind), layouts(), {"hinh.png": png()})


def own(source: Path) -> Document:
    return load_document(read_bytes(source), source.name)


def back(source: Path | Document, edit: Edit, folder: Path) -> Imported:
    document = own(source) if isinstance(source, Path) else source
    found = read_back(edited(made(document), edit, folder))
    assert found is not None
    return found


def leaves(value: Any) -> Iterator[str]:
    """Yield every text, number and truth of plain values."""
    if isinstance(value, dict):
        for one in value.values():
            yield from leaves(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from leaves(one)
    elif value is not None:
        yield str(value)


def changed(before: Document, after: Document) -> tuple[Counter[str], Counter[str]]:
    """Return the leaves that went and those that came."""
    old, new = (Counter(leaves(one.model_dump(mode="json"))) for one in (before, after))
    return old - new, new - old


@pytest.mark.parametrize("source", [PLAN, NOTICE], ids=["plan", "notice"])
def test_a_file_comes_back_as_its_data_and_renders_to_the_same_bytes(source: Path, run: Run, tmp_path: Path) -> None:
    assert run("render", source, "-o", "ra")[0] == 0
    word = Path("ra") / f"{source.stem}.docx"
    assert run("import", word, "-o", f"{source.stem}.yaml")[0] == 0
    run("convert", source, "dung.yaml")
    assert Path(f"{source.stem}.yaml").read_bytes() == Path("dung.yaml").read_bytes()
    run("render", f"{source.stem}.yaml", "-o", "lai")
    assert (Path("lai") / word.name).read_bytes() == word.read_bytes()


_WORDS: list[tuple[str, str, str]] = [
    ("subject", "Cải cách hành chính", "Cải cách hành chính công"),
    ("title", "Tổ chức thực hiện", "Tổ chức triển khai"),
    ("item", "Kết quả giải quyết kiến nghị", "Kết quả xử lý kiến nghị"),
    ("recipient", "Các đơn vị trực thuộc", "Các đơn vị sự nghiệp"),
    ("product", "bộ câu hỏi", "bộ phiếu hỏi"),
    ("schedule", "Hằng quý", "Mỗi quý"),
    ("metric of a target", "Mức độ hài lòng của người dân", "Chỉ số hài lòng của người dân"),
]


@pytest.mark.parametrize(("old", "new"), [one[1:] for one in _WORDS], ids=[one[0] for one in _WORDS])
def test_changed_words_win_and_all_else_stays(old: str, new: str, tmp_path: Path) -> None:
    found = back(PLAN, lambda opened: replace(opened, old, new), tmp_path)
    went, came = changed(own(PLAN), found.document)
    assert (went.total(), came.total()) == (1, 1)
    assert [*came][0] == [*went][0].replace(old, new)
    (note,) = (one for one in found.diagnostics if one.code == "edited")
    assert note.place.paragraph is not None
    assert old.casefold() in note.message.casefold()
    assert new.casefold() in note.message.casefold()


def test_a_figure_of_a_target_is_taken_from_its_cell(tmp_path: Path) -> None:
    plan = own(PLAN)
    assert isinstance(plan, Plan)
    found = back(PLAN, lambda opened: replace(opened, "≥ 98%", "≥ 99,25%"), tmp_path).document
    assert isinstance(found, Plan)
    pairs = [(old, new) for old, new in zip(plan.targets, found.targets, strict=True) if old != new]
    assert [(str(old.value), str(new.value)) for old, new in pairs] == [("98", "99.25")]


def test_a_row_left_out_takes_its_task_and_a_row_added_brings_one(tmp_path: Path) -> None:
    plan, name = own(PLAN), "Lựa chọn, công nhận, nhân rộng ít nhất 03 sáng kiến"
    assert isinstance(plan, Plan)
    (gone,) = (task for task in plan.tasks if task.name.startswith(name))
    without = back(PLAN, lambda opened: row_of(opened, name).getparent().remove(row_of(opened, name)), tmp_path)
    assert isinstance(without.document, Plan)
    kept = [task.model_copy(update={"label": None}) for task in without.document.tasks]
    assert kept == [task for task in plan.tasks if task != gone]

    def add(opened: Any) -> None:
        row = row_of(opened, name)
        row.addnext(copy.deepcopy(row))
        replace(opened, name, "Nhiệm vụ mới:")

    more = back(PLAN, add, tmp_path).document
    assert isinstance(more, Plan)
    assert len(more.tasks) == len(plan.tasks) + 1
    assert {task.id for task in plan.tasks} < {task.id for task in more.tasks}
    assert {task.parent for task in plan.tasks} == {task.parent for task in more.tasks}


def test_paragraphs_added_and_left_out(tmp_path: Path) -> None:
    def edit(opened: Any) -> None:
        drop(opened, "Kết quả giải quyết kiến nghị được công khai")
        add_after(opened, "Xem xét trách nhiệm người đứng đầu", "Văn phòng Sở theo dõi việc này.")

    found = back(PLAN, edit, tmp_path)
    went, came = changed(own(PLAN), found.document)
    assert "Kết quả giải quyết kiến nghị được công khai" in went
    assert "Văn phòng Sở theo dõi việc này." in came
    said = [one.message for one in found.diagnostics if one.code == "edited"]
    assert sorted(said) == ["đã bỏ trong Word", "đã thêm trong Word"]


_NOTE = """\
<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2"><w:p><w:r>
<w:t>Theo số liệu năm 2026.</w:t></w:r></w:p></w:footnote></w:footnotes>"""


def _with_footnote(data: bytes) -> bytes:
    parts = read_parts(data)
    for name, end, entry in (
        (
            "word/_rels/document.xml.rels",
            b"</Relationships>",
            b'<Relationship Id="rIdNote" Target="footnotes.xml" Type="http://schemas.openxmlformats.org/'
            b'officeDocument/2006/relationships/footnotes"/>',
        ),
        (
            "[Content_Types].xml",
            b"</Types>",
            b'<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            b'wordprocessingml.footnotes+xml"/>',
        ),
    ):
        parts[name] = parts[name].replace(end, entry + end)
    return write_parts({**parts, "word/footnotes.xml": _NOTE.encode()})


def test_a_footnote_alone_is_an_edit_too(tmp_path: Path) -> None:
    path = tmp_path / "chu_thich.docx"
    path.write_bytes(_with_footnote(made(own(NOTICE))))
    found = read_back(path)
    assert found is not None
    assert found.document == own(NOTICE).model_copy(update={"unplaced": ("Theo số liệu năm 2026.",)})
    assert {one.code for one in found.diagnostics} == {"edited", "footnote"}


@pytest.mark.parametrize("how", ["altered", "left out"])
def test_data_that_cannot_be_trusted_are_not_used(how: str, run: Run) -> None:
    run("render", PLAN, "-o", "ra", *(["--no-data"] if how == "left out" else []))
    if how == "altered":
        data = f'<data xmlns="{NAMESPACE}">{{"format":1,"kind":"plan"}}</data>'.encode()
        WORD.write_bytes(write_parts(with_item(read_parts(WORD.read_bytes()), NAMESPACE, data)))
    code, _, err = run("import", WORD, "-o", "a.yaml")
    assert code == 0
    assert "đọc như tệp Word khác" in err
    document = load_document(Path("a.yaml").read_bytes(), "a.yaml")
    assert isinstance(document, Plan)
    assert len(document.tasks) == 42
    assert not any(task.parent for task in document.tasks)


def test_a_kind_changed_in_word_is_read_from_the_words(tmp_path: Path) -> None:
    found = back(NOTICE, lambda opened: replace(opened, "THÔNG BÁO", "BÁO CÁO"), tmp_path)
    assert found.document.kind == "report"
    assert "unmerged" in {one.code for one in found.diagnostics}


def _seen(path: Path) -> Counter[str]:
    """Return the words of a file, those left out that only say what is still missing."""
    texts = "\n".join(one.text for one in paragraphs_of(docx.Document(str(path))))
    return Counter(words(re.sub(r"\[CẦN BỔ SUNG: [^\]]*\]", "", texts).upper()))


@given(documents | plans, st.data())
@settings(max_examples=40, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
def test_no_word_of_an_edited_file_is_lost(document: Document, data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        made_file = made(document)

        def edit(opened: Any) -> None:
            runs = [run for one in paragraphs_of(opened) for run in one.runs if run.text.strip()]
            run = data.draw(st.sampled_from(runs))
            run.text = f"{run.text.rstrip()} zùng"

        path = edited(made_file, edit, Path(folder))
        found = read_back(path)
        assert found is not None
        stored = load_document(dump_document(found.document, "a.json"), "a.json")
        assert stored == found.document
        said = " ".join(str(one) for one in found.diagnostics)
        assert "zùng".upper() in (said + dump_document(found.document, "a.yaml")).upper()
        if any(one.code == "unmerged" for one in found.diagnostics):
            return
        again = Path(folder) / "lai.docx"
        again.write_bytes(made(found.document))
        assume(not any(one.code in ("task-number", "end-mark") for one in found.diagnostics))
        kept = " ".join((said, *found.document.unplaced))
        lost = (_seen(path) - _seen(again)).keys() - set(words(kept.upper()))
        assert not lost, f"{lost}: {said}"


_CITED = 6
"""Parts of a citation, all of which give way to the words of an edited basis."""


@given(st.sampled_from([PLAN, NOTICE]), st.data())
@settings(max_examples=12, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
def test_one_word_more_changes_one_value(source: Path, data: st.DataObject) -> None:
    def edit(opened: Any) -> None:
        runs = [run for one in paragraphs_of(opened) for run in one.runs if len(run.text.split()) > 2]
        run = data.draw(st.sampled_from(runs))
        first, rest = run.text.split(" ", 2)[:2], run.text.split(" ", 2)[2:]
        run.text = " ".join([*first, "zùng", *rest])

    with tempfile.TemporaryDirectory() as folder:
        found = back(source, edit, Path(folder))
    went, came = changed(own(source), found.document)
    assert "unmerged" not in {one.code for one in found.diagnostics}
    assert "ZÙNG" in " ".join(came).upper()
    assert went.total() <= (_CITED if any("Căn cứ" in one or "Thực hiện" in one for one in came) else 2)


def _paragraph(opened: Any, start: str) -> Paragraph:
    return next(one for one in paragraphs_of(opened) if one.text.startswith(start))


def _typed(found: Paragraph, text: str) -> None:
    first, *others = found.runs
    first.text = text
    for run in others:
        run.text = ""


def _numbered(opened: Any) -> None:
    _typed(_paragraph(opened, "Số:"), "Số: 128/KH-SGDĐT")


def _dated(opened: Any) -> None:
    _numbered(opened)
    _typed(_paragraph(opened, "Sông Vân, ngày"), "Sông Vân, ngày 25 tháng 12 năm 2026")


def _noted(opened: Any) -> None:
    _dated(opened)
    note = _paragraph(opened, "(Kèm theo")
    _typed(note, re.sub(r"số\s+/", "số 128/", note.text))


_FILLED: list[tuple[str, Edit, dict[str, str], int]] = [
    ("number", _numbered, {"number": "128"}, 1),
    ("number and date", _dated, {"number": "128", "date": "2026-12-25"}, 1),
    ("the number in the appendix too", _noted, {"number": "128", "date": "2026-12-25"}, 1),
]


@pytest.mark.parametrize(("edit", "fields", "hints"), [one[1:] for one in _FILLED], ids=[one[0] for one in _FILLED])
def test_number_and_date_filled_in_word(edit: Edit, fields: dict[str, str], hints: int, tmp_path: Path) -> None:
    found = back(PLAN, edit, tmp_path)
    before, after = (one.model_dump(mode="json") for one in (own(PLAN), found.document))
    assert {name: after[name] for name in after if after[name] != before[name]} == fields
    notes = [one for one in found.diagnostics if one.code == "note-anew"]
    assert len(notes) == hints
    assert all("Kế hoạch số 128/KH-SGDĐT" in one.message for one in notes)


def test_a_number_written_in_the_appendix_alone_is_taken(tmp_path: Path) -> None:
    def edit(opened: Any) -> None:
        note = _paragraph(opened, "(Kèm theo")
        _typed(note, re.sub(r"ngày\s+tháng", "ngày 25 tháng", re.sub(r"số\s+/", "số 128/", note.text)))

    found = back(PLAN, edit, tmp_path)
    before, after = (one.model_dump(mode="json") for one in (own(PLAN), found.document))
    changed_fields = {name: after[name] for name in after if after[name] != before[name]}
    assert changed_fields == {"number": "128", "date": "2026-12-25"}
    (note,) = (one for one in found.diagnostics if one.code == "cited-anew")
    assert "128/KH-SGDĐT" in (note.expected or "")
    assert "ngày 25 tháng 12" in (note.expected or "")


def test_an_appendix_line_in_other_words_stays_as_typed(tmp_path: Path) -> None:
    def edit(opened: Any) -> None:
        _numbered(opened)
        _typed(_paragraph(opened, "(Kèm theo"), "(Kèm theo Kế hoạch của Sở, bản đã thông qua)")

    found = back(PLAN, edit, tmp_path)
    assert [one.note for one in found.document.appendices] == ["(Kèm theo Kế hoạch của Sở, bản đã thông qua)"]
    assert found.document.number == "128"
    assert not [one for one in found.diagnostics if one.code in ("note-anew", "unmerged")]


def test_pages_counted_by_another_program_are_no_edit(tmp_path: Path) -> None:
    def edit(opened: Any) -> None:
        replace(opened, "Hằng quý", "Mỗi quý")
        pages = [one for section in opened.sections for one in section.header._element.iter(qn("w:t"))]
        assert pages
        for one in pages:
            one.text = "17"

    found = back(PLAN, edit, tmp_path)
    assert [one.code for one in found.diagnostics] == ["edited"]
