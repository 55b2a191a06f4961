"""The moment of making in a PDF file: replaced at equal length, equal for equal content."""

from __future__ import annotations

import pytest

from generator.pdf_stamp import restamp

NEW_YEAR = 1767225600
PDF = b"""%%PDF-1.6
<%(xmp)b/Creator<FEFF0057>
/CreationDate(D:%(info)b)>>
trailer
<</Size 9
/ID [ <%(id)b>
<%(id)b> ]
/DocChecksum /%(id)b
>>
startxref
9
%%%%EOF
"""


def pdf(info: bytes, xmp: bytes = b"", identifier: bytes = b"0123456789ABCDEF" * 2) -> bytes:
    return PDF % {b"info": info, b"xmp": xmp, b"id": identifier}


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (b"20261120055400Z'", b"20260101000000Z'"),
        (b"20261120055400+00'00'", b"20260101000000+00'00'"),
    ],
)
def test_date_of_making_is_replaced(found: bytes, expected: bytes) -> None:
    assert b"/CreationDate(D:" + expected + b")" in restamp(pdf(found), NEW_YEAR)


def test_date_in_the_metadata_is_replaced() -> None:
    xmp = b"<xmp:CreateDate>2026-11-20T05:54:14Z</xmp:CreateDate>"
    assert b"<xmp:CreateDate>2026-01-01T00:00:00Z</xmp:CreateDate>" in restamp(pdf(b"", xmp), NEW_YEAR)


def test_two_exports_of_one_document_become_equal() -> None:
    first = restamp(pdf(b"20261120055400Z'", identifier=b"A" * 32), NEW_YEAR)
    second = restamp(pdf(b"20261120055402Z'", identifier=b"B" * 32), NEW_YEAR)
    assert first == second
    assert len(first) == len(pdf(b"20261120055400Z'"))
    assert b"A" * 32 not in first


def test_identifier_follows_the_content() -> None:
    first, second = (restamp(pdf(b"20261120055400Z'", xmp), NEW_YEAR) for xmp in (b"x", b"y"))
    assert first[-100:] != second[-100:]


def test_file_without_the_entries_stays() -> None:
    assert restamp(b"%PDF-1.4 %%EOF", NEW_YEAR) == b"%PDF-1.4 %%EOF"
