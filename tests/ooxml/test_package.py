"""A .docx as parts: the same parts give the same bytes, and bad files are refused with a word."""

import io
import zipfile

import pytest

from generator.errors import TemplateError
from generator.ooxml.package import CONTENT_TYPES, MAIN, read_parts, write_parts

PARTS = {MAIN: b"<w/>", CONTENT_TYPES: b"<Types/>", "word/styles.xml": "Nơi nhận".encode()}


def test_parts_come_back() -> None:
    assert read_parts(write_parts(PARTS)) == PARTS


def test_content_types_stand_first() -> None:
    assert zipfile.ZipFile(io.BytesIO(write_parts(PARTS))).namelist()[0] == CONTENT_TYPES


def test_same_parts_give_same_bytes() -> None:
    assert write_parts(PARTS) == write_parts(dict(PARTS))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 nothing", b"<html>", write_parts({CONTENT_TYPES: b"", "a": b""})])
def test_what_is_no_docx_is_refused(data: bytes) -> None:
    with pytest.raises(TemplateError):
        read_parts(data)


def test_a_damaged_part_is_refused() -> None:
    whole = write_parts({CONTENT_TYPES: b"<Types/>", MAIN: b"<w/>" * 100})
    place = whole.index(CONTENT_TYPES.encode()) + len(CONTENT_TYPES)
    with pytest.raises(TemplateError, match="không đọc được tệp .docx"):
        read_parts(whole[:place] + b"\x00" + whole[place + 1 :])


def test_a_package_may_name_its_main_part_itself() -> None:
    parts = {CONTENT_TYPES: b"<Types/>", "word/document2.xml": b"<w/>"}
    assert read_parts(write_parts(parts), main=None) == parts
    with pytest.raises(TemplateError, match="không phải văn bản Word"):
        read_parts(write_parts(parts))
