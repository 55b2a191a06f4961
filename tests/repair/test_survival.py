"""What a file holds beside its words comes through a repair and an annotation; Word opens both."""

from __future__ import annotations

import datetime
import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest

from generator.lint.subject import Subject
from generator.lint.word import judge_word, subject_of
from generator.ooxml.package import MAIN, read_parts, write_parts
from generator.repair.annotation import annotated
from generator.repair.repairing import repaired
from tests.lint.documents import good
from tests.lint.hand_made import careful, careless
from tests.lint.mutations import mutated
from tests.ooxml_sdk import validate
from tests.repair.crowded import TEXT, crowded
from tests.repair.words import words_of

_DAY = datetime.date(2026, 3, 9)
_EVERYTHING = [
    {"section": "all", "margins": {"top": 10, "left": 20, "right": 10}},
    {"section": 0, "paper": [215.9, 279.4]},
    {"every": "", "font": "Arial", "size": 10, "color": "FF0000"},
    {"every": "Các phòng", "align": "left", "first_line": 0, "before": 0, "after": 0, "line": 3},
]
_FILES: dict[str, Callable[[], bytes]] = {
    "crowded": crowded,
    "careless": careless,
    "tabs": lambda: mutated(careful("tabs throughout"), _EVERYTHING),
    "plan": lambda: mutated(good("plan"), [*_EVERYTHING, {"section": 0, "to_footer": True}]),
    "dispatch": lambda: mutated(good("dispatch"), _EVERYTHING),
    "bordered": lambda: mutated(good("plan"), [{"below": "Độc lập", "delete": True}, {"below": "SỞ", "delete": True}]),
}


def _read(data: bytes) -> Subject:
    return subject_of(data, "thu.docx")


@pytest.mark.parametrize("name", _FILES)
def test_a_file_is_better_after_its_repair_and_says_the_same(name: str) -> None:
    data = _FILES[name]()
    result = repaired(data, _read)
    before = judge_word(data, name).findings
    assert result.refused is None
    assert len(result.judgement.findings) < len(before)
    assert not [finding for finding in result.judgement.findings if finding.fix]
    assert words_of(result.data) == words_of(data)
    assert repaired(result.data, _read).data == result.data


def test_what_is_no_formatting_comes_through() -> None:
    data = crowded()
    before, after = read_parts(data), read_parts(repaired(data, _read).data)
    for mark in (b"<w:ins ", b"<w:del ", b"<w:sdt>", b"<w:hyperlink ", b"instrText", b"txbxContent", b"mc:Fallback"):
        assert after[MAIN].count(mark) == before[MAIN].count(mark) > 0, mark
    for mark in (b"w:numPr", b"w:tblStyle", b"w:commentReference", b"w:pStyle"):
        assert after[MAIN].count(mark) == before[MAIN].count(mark), mark
    same = [name for name in before if name != MAIN and not re.search(r"header|footer|rels", name)]
    assert all(after[name] == before[name] for name in same)


def test_tables_fit_between_wider_margins() -> None:
    data = mutated(good("plan"), [{"section": "all", "margins": {"left": 20, "right": 10}}])
    for table in _read(repaired(data, _read).data).formatted.tables:
        section = _read(repaired(data, _read).data).formatted.sections[table.section]
        assert sum(table.widths) <= section.text_width + 1.5


@pytest.mark.parametrize("name", _FILES)
def test_each_finding_stands_in_the_copy_as_a_comment(name: str) -> None:
    data = _FILES[name]()
    findings = judge_word(data, name).findings
    made = annotated(data, findings, _DAY)
    comments = [one for one in docx.Document(BytesIO(made.data)).comments if one.author == "vanban"]
    assert made.count == len(comments) == len(findings)
    assert {one.initials for one in comments} == {"VB"}
    assert {one.timestamp.date() for one in comments if one.timestamp} == {_DAY}
    for finding, comment in zip(findings, comments, strict=True):
        assert finding.code in comment.text and finding.expected in comment.text
    assert words_of(made.data) == words_of(data)
    assert judge_word(made.data, name).findings == findings
    assert annotated(data, findings, _DAY) == made


def test_comments_that_are_there_stay() -> None:
    made = annotated(crowded(), judge_word(crowded(), "thu.docx").findings, _DAY)
    assert [one.text for one in docx.Document(BytesIO(made.data)).comments][0] == "Xem lại thời hạn"


def test_a_comment_on_a_box_stands_at_the_paragraph_that_holds_it() -> None:
    findings = [one for one in judge_word(crowded(), "thu.docx").findings if "Verdana" in one.found]
    made = read_parts(annotated(crowded(), findings, _DAY).data)[MAIN]
    assert findings
    assert made.index(b"<w:commentRangeStart", made.index(TEXT.encode())) < made.index(b"<w:txbxContent>")


@pytest.mark.parametrize("reason", ["signature", "protection"])
def test_a_signed_or_protected_file_is_only_judged(reason: str) -> None:
    parts = dict(read_parts(mutated(good("plan"), _EVERYTHING)))
    if reason == "signature":
        parts["_xmlsignatures/sig1.xml"] = b"<Signature/>"
    else:
        protection = b'<w:documentProtection w:edit="readOnly" w:enforcement="1"/></w:settings>'
        parts["word/settings.xml"] = parts["word/settings.xml"].replace(b"</w:settings>", protection)
    data = write_parts(parts)
    result, notes = repaired(data, _read), annotated(data, judge_word(data, "x.docx").findings, _DAY)
    assert result.data == notes.data == data
    assert result.refused and notes.refused
    assert result.judgement.findings and not result.done


@pytest.mark.sdk
def test_the_sdk_finds_no_new_error(tmp_path: Path) -> None:
    paths: dict[str, dict[str, Path]] = {}
    for name, make in _FILES.items():
        data = make()
        made = {"before": data, "fixed": repaired(data, _read).data}
        made["noted"] = annotated(data, judge_word(data, name).findings, _DAY).data
        paths[name] = {kind: tmp_path / f"{name}_{kind}.docx" for kind in made}
        for kind, content in made.items():
            paths[name][kind].write_bytes(content)
            assert zipfile.ZipFile(BytesIO(content)).testzip() is None
    errors = validate([path for one in paths.values() for path in one.values()])
    for one in paths.values():
        for kind in ("fixed", "noted"):
            assert len(errors[one[kind]]) <= len(errors[one["before"]]), errors[one[kind]]
