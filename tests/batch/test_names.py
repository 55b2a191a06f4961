"""Names of output files: safe everywhere, and no two of them one file."""

from __future__ import annotations

import unicodedata
from pathlib import PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.batch.job import Job, Product
from generator.batch.names import MOST_BYTES, safe_name, same_file, without_clashes
from generator.errors import DataError


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Báo cáo quý I", "Báo cáo quý I"),
        ("Sở Y tế: số 1/2", "Sở Y tế_ số 1_2"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("C:\\Windows\\x", "C__Windows_x"),
        ("con", "_con"),
        ("NUL.2027", "_NUL.2027"),
        ("COM1 .x", "_COM1 .x"),
        ("console", "console"),
        ("cuối cùng. . ", "cuối cùng"),
        ("hai\ndòng\tmột", "hai dòng một"),
        ("a\u202etxt", "a_txt"),
        ("..", ""),
        (" . ", ""),
        ("///", ""),
        ("", ""),
    ],
)
def test_a_name_is_made_safe(text: str, expected: str) -> None:
    assert safe_name(text) == expected


@given(st.text(max_size=300))
def test_any_text_gives_a_name_that_windows_and_linux_take(text: str) -> None:
    name = safe_name(text)
    assert not set(name) & set('<>:"/\\|?*')
    assert all(ord(char) >= 32 for char in name)
    assert name == name.strip(" .")
    assert len(name.encode()) <= MOST_BYTES
    assert unicodedata.is_normalized("NFC", name)
    assert name == "" or not PureWindowsPath(f"{name}.docx").is_reserved()
    assert safe_name(name) == name


def test_long_names_that_differ_at_the_end_stay_apart() -> None:
    one, other = safe_name("Ủy ban nhân dân xã " * 20 + "A"), safe_name("Ủy ban nhân dân xã " * 20 + "B")
    assert one != other
    assert one.startswith("Ủy ban nhân dân xã")


def test_case_and_composition_do_not_tell_files_apart() -> None:
    assert same_file("Sở.docx") == same_file(unicodedata.normalize("NFD", "SỞ.DOCX"))
    assert same_file("so.docx") != same_file("sở.docx")


def _nothing() -> Product:
    return Product(())


def test_jobs_of_one_file_are_all_refused_and_the_others_stay() -> None:
    jobs = [
        Job(label, _nothing, "", (target,)) for label, target in (("1", "a.docx"), ("2", "A.docx"), ("3", "b.docx"))
    ]
    first, second, third = without_clashes(jobs)
    assert third is jobs[2]
    assert first.key == "1" and first.targets == ()
    with pytest.raises(DataError, match=r"cùng cho kết quả «a\.docx» với 2"):
        first.run()
    with pytest.raises(DataError, match=r"cùng cho kết quả «A\.docx» với 1"):
        second.run()


def test_of_many_jobs_of_one_file_only_some_are_named() -> None:
    jobs = without_clashes(Job(f"hàng {number}", _nothing, "", ("a.docx",)) for number in range(300))
    with pytest.raises(DataError, match=r"với hàng 0, hàng 1, hàng 2, hàng 3, hàng 4 và 294 chỗ khác"):
        jobs[299].run()
