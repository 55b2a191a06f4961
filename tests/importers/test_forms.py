"""Kinds with a form of their own come back from Word and PDF into the same fields; other words stay or are named."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.importers.imported import Imported
from generator.importers.registry import import_document
from generator.model.document import Document
from generator.model.forms import FORMS, Form
from generator.office import convert, find_soffice
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.unicode import fold
from tests.importers.test_word import imported, lost_words, word_file
from tests.lint.documents import FIELDS, OWN_FIELDS
from tests.rendered import document

_WORDS = ("phòng", "sở", "Nội vụ", "cải cách", "đồng bộ", "rà soát", "Văn Bình", "công chức", "thứ hai", "số 2")
_phrases = st.lists(st.sampled_from(_WORDS), min_size=2, max_size=14).map(" ".join).map(lambda text: f"Ở {text}")
_days = st.dates(date(2021, 1, 1), date(2030, 12, 31)).map(lambda day: PartialDate(day.year, day.month, day.day))
_LISTS = ("addressees", "attendees", "party_a_details", "party_b_details")
_DAYS = ("valid_until", "applied_on", "from_day", "to_day")
_CLOCKS = st.integers(6, 20).map(lambda hour: f"{hour:02} giờ 00, ngày 09 tháng 3 năm 2026")


def good(kind: str, **fields: Any) -> Form:
    """A document of a kind in which nothing is missing, but for the fields given."""
    base = FIELDS.get(kind, {**FIELDS["decision"], "kind": kind})
    made = document(**{**base, **OWN_FIELDS.get(kind, {}), **fields})
    assert isinstance(made, Form)
    return made


def own(source: Document) -> dict[str, Any]:
    """The fields that only the kind has, and whom it addresses; capitals are a matter of print."""
    assert isinstance(source, Form)
    names = (*source.own_fields(), "addressees")
    return {name: _bare(getattr(source, name)) for name in names}


def _bare(value: Any) -> Any:
    return fold(value) if isinstance(value, str) else value


def _of_field(name: str) -> st.SearchStrategy[Any]:
    if name in _LISTS:
        return st.lists(_phrases, min_size=1, max_size=4)
    if name == "gathering":
        return st.sampled_from(["Cuộc họp", "Hội nghị", "Hội thảo"])
    if name in ("opened", "closed", "time"):
        return _CLOCKS
    if name in ("party_b_authority", "party_b_position"):
        return st.sampled_from(["KT. Hiệu trưởng", "TUQ. Viện trưởng"] if "auth" in name else ["Phó Hiệu trưởng", None])
    if name in ("secretary_name", "party_b_signer"):
        return st.sampled_from(["Trần Thị B", "Hồ Kim Oanh"])
    return _days if name in _DAYS else _phrases


def _random(kind: str) -> st.SearchStrategy[Form]:
    names = {*FORMS[kind].own_fields(), *({"addressees"} if "addressees" in OWN_FIELDS.get(kind, {}) else ())}
    return st.fixed_dictionaries({name: _of_field(name) for name in sorted(names)}).map(
        lambda fields: good(kind, **fields)
    )


@pytest.mark.parametrize("kind", FORMS)
def test_a_form_comes_back_into_its_fields(kind: str) -> None:
    found = imported(word_file(good(kind)))
    assert own(found.document) == own(good(kind))
    assert found.document.unplaced == ()
    assert not [note for note in found.diagnostics if note.code != "authority-line"]


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(sorted(FORMS)).flatmap(_random))
def test_whatever_stands_in_its_fields_comes_back(source: Form) -> None:
    data = word_file(source)
    found = imported(data)
    assert own(found.document) == own(source)
    assert not lost_words(data, found)


@pytest.mark.parametrize("kind", FORMS)
def test_a_document_read_and_rendered_again_shows_the_same_words(kind: str) -> None:
    once = imported(word_file(good(kind))).document
    again = imported(word_file(once)).document
    assert again == once


@pytest.mark.office
@pytest.mark.skipif(find_soffice() is None, reason="chưa cài LibreOffice (libreoffice-writer-nogui)")
def test_forms_come_back_from_pdf(tmp_path: Path) -> None:
    files = [tmp_path / f"{kind}.docx" for kind in FORMS]
    for file in files:
        file.write_bytes(word_file(good(file.stem)))
    for pdf in convert(files, tmp_path):
        found = import_document(pdf.read_bytes(), pdf.name)
        assert own(found.document) == own(good(pdf.stem)), pdf.stem
        assert found.document.unplaced == (), pdf.stem


def test_who_enacts_is_told_from_what_signature_and_issuer_say() -> None:
    same = imported(word_file(good("decision"))).document
    other = imported(word_file(good("decision", enacted_by="Hội đồng Khoa học tỉnh"))).document
    assert isinstance(same, Form)
    assert own(same)["enacted_by"] is None
    assert own(other)["enacted_by"] == "hội đồng khoa học tỉnh"


def test_what_stands_above_the_word_that_enacts_is_no_article() -> None:
    text = "Cả ngành cần một cách làm thống nhất."
    found = imported(word_file(good("decision", preamble=[text]))).document
    assert found.preamble == (text,)
    assert [block.kind for section in found.sections for block in section.blocks] == ["item"] * 3


def test_a_document_issued_with_a_decision_keeps_its_kind() -> None:
    rules = {
        "document_kind": "regulation",
        "title": "Làm việc của Sở",
        "blocks": [{"kind": "paragraph", "text": "Một."}],
    }
    found = imported(word_file(good("decision", appendices=[rules]))).document
    (appendix,) = found.appendices
    assert (appendix.document_kind, appendix.label, appendix.title) == ("regulation", None, "Làm việc của Sở")


def read(*lines: str) -> Imported:
    """What is read of a text; a blank line parts its paragraphs."""
    return import_document("\n\n".join(lines).encode(), "a.txt")


_HEAD = ("UBND TỈNH SÔNG VÂN", "SỞ NỘI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
_FOOT = ("Nơi nhận:", "- Như trên;", "- Lưu: VT.", "GIÁM ĐỐC", "Nguyễn Văn A")


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (
            ("Trân trọng kính mời:", "- Lãnh đạo các sở;", "- Lãnh đạo các xã.", "Đến dự Hội nghị sơ kết.",
             "Thời gian: 08 giờ 00, ngày 15 tháng 01 năm 2026.", "Địa điểm họp: Phòng họp số 1./."),
            {"event": "Hội nghị sơ kết", "time": "08 giờ 00, ngày 15 tháng 01 năm 2026", "venue": "Phòng họp số 1",
             "addressees": ("Lãnh đạo các sở", "Lãnh đạo các xã")},
        ),
        (
            ("Sở Nội vụ kính mời: Lãnh đạo Sở Tài chính", "Tới dự: Họp về biên chế.", "1. Thời gian: 14 giờ 00.",
             "2. Địa điểm: Phòng họp số 2.", "3. Chủ trì: Ông Nguyễn Văn A, Giám đốc Sở.", "Đề nghị đến đúng giờ./."),
            {"event": "Họp về biên chế", "time": "14 giờ 00", "venue": "Phòng họp số 2",
             "chair": "Ông Nguyễn Văn A, Giám đốc Sở", "addressees": ("Lãnh đạo Sở Tài chính",)},
        ),
    ],
)  # fmt: skip
def test_invitations_as_offices_write_them(lines: tuple[str, ...], wanted: dict[str, Any]) -> None:
    found = read(*_HEAD, "Số: 09/GM-SNV", "GIẤY MỜI", "Họp đánh giá", *lines, *_FOOT).document
    assert {name: getattr(found, name) for name in wanted} == wanted


_MINUTES = (
    "Thời gian: 14 giờ 00, ngày 05 tháng 01 năm 2026.",
    "Địa điểm: Phòng họp số 1.",
    "Chủ tọa: Ông Nguyễn Văn A, Giám đốc Sở.",
    "Thư ký cuộc họp: Bà Trần Thị B, chuyên viên.",
    "Thành phần dự họp:",
    "- Lãnh đạo các phòng;",
    "- Đại diện các đơn vị.",
    "Nội dung cuộc họp:",
    "1. Giám đốc Sở nêu yêu cầu của cuộc họp.",
    "2. Các phòng phát biểu ý kiến.",
    "Biên bản kết thúc lúc 16 giờ 30 cùng ngày./.",
    "THƯ KÝ CUỘC HỌP",
    "CHỦ TỌA",
    "Trần Thị B",
    "Nguyễn Văn A",
    "Nơi nhận:",
    "- Lưu: VT.",
)


def test_minutes_as_offices_write_them() -> None:
    found = read(*_HEAD, "Số: 07/BB-SNV", "BIÊN BẢN", "Họp giao ban tháng 01", *_MINUTES)
    wanted = {
        "opened": "14 giờ 00, ngày 05 tháng 01 năm 2026",
        "venue": "Phòng họp số 1",
        "chair": "Ông Nguyễn Văn A, Giám đốc Sở",
        "secretary": "Bà Trần Thị B, chuyên viên",
        "attendees": ("Lãnh đạo các phòng", "Đại diện các đơn vị"),
        "closed": "16 giờ 30 cùng ngày",
        "secretary_name": "Trần Thị B",
        "gathering": "Cuộc họp",
    }
    assert {name: getattr(found.document, name) for name in wanted} == wanted
    (section,) = found.document.sections
    assert [block.numbering for block in section.blocks] == ["arabic", "arabic"]  # type: ignore[union-attr]
    anew = [note.place.quote for note in found.diagnostics if note.code == "rewritten"]
    assert "Biên bản kết thúc lúc 16 giờ 30 cùng ngày./." in anew
    assert "THƯ KÝ CUỘC HỌP" in anew


_CONTRACT = (
    "Căn cứ Bộ luật Dân sự ngày 24 tháng 11 năm 2015;",
    "Căn cứ nhu cầu và khả năng của hai bên.",
    "Hôm nay, ngày 05 tháng 01 năm 2026, tại trụ sở Sở Nội vụ, hai bên gồm có:",
    "BÊN A: SỞ NỘI VỤ",
    "Địa chỉ: phường Sông Vân.",
    "Đại diện: ông Nguyễn Văn A; chức vụ: Giám đốc.",
    "BÊN B: CÔNG TY AN PHÁT",
    "Mã số thuế: 0101234567.",
    "Hai bên thỏa thuận ký hợp đồng với các điều khoản sau:",
    "Điều 1. Bên B bảo trì máy tính của Bên A.",
    "Điều 2. Hợp đồng lập thành 02 bản./.",
)
_SIGNED = "ĐẠI DIỆN BÊN A", "GIÁM ĐỐC", "Nguyễn Văn A", "ĐẠI DIỆN BÊN B", "GIÁM ĐỐC CÔNG TY", "Trần Thị B"


@pytest.mark.parametrize(
    "signed",
    [_SIGNED, (_SIGNED[0], _SIGNED[3], _SIGNED[1], _SIGNED[4], _SIGNED[2], _SIGNED[5])],
    ids=["by columns", "by rows"],
)
def test_contracts_as_offices_write_them(signed: tuple[str, ...]) -> None:
    found = read(*_HEAD, "Số: 07/HĐ-SNV", "HỢP ĐỒNG", "Bảo trì máy tính", *_CONTRACT, *signed).document
    wanted = {
        "concluded": "ngày 05 tháng 01 năm 2026, tại trụ sở Sở Nội vụ",
        "party_a": None,
        "party_a_details": ("Địa chỉ: phường Sông Vân", "Đại diện: ông Nguyễn Văn A; chức vụ: Giám đốc"),
        "party_b": "CÔNG TY AN PHÁT",
        "party_b_details": ("Mã số thuế: 0101234567",),
        "party_b_position": "GIÁM ĐỐC CÔNG TY",
        "party_b_signer": "Trần Thị B",
    }
    assert {name: getattr(found, name) for name in wanted} == wanted
    assert (found.signature.position, found.signature.name) == ("GIÁM ĐỐC", "Nguyễn Văn A")
    assert len(found.legal_bases) == 2
    assert (found.preamble, found.unplaced, found.recipients) == ((), (), ())


def test_a_contract_that_names_no_parties_keeps_its_words() -> None:
    found = read(*_HEAD, "Số: 07/HĐ-SNV", "HỢP ĐỒNG", "Bảo trì", *_CONTRACT[:2], *_CONTRACT[9:], *_FOOT[3:]).document
    assert len(found.legal_bases) == 2
    assert found.unplaced == ()
    assert getattr(found, "party_b") is None  # noqa: B009


def test_parties_that_sign_another_kind_are_kept_as_words() -> None:
    found = read(*_HEAD, "Số: 07/TB-SNV", "THÔNG BÁO", "Bảo trì", "Sở bảo trì máy tính./.", *_SIGNED).document
    assert found.unplaced == ("ĐẠI DIỆN BÊN A", "ĐẠI DIỆN BÊN B", "GIÁM ĐỐC CÔNG TY", "Trần Thị B")


def test_a_sentence_that_fits_no_field_stays() -> None:
    text = "Hôm nay, tại Phòng họp số 1, Sở Nội vụ họp giao ban với các nội dung như sau:"
    found = read(*_HEAD, "Số: 07/BB-SNV", "BIÊN BẢN", "Họp giao ban", text, *_MINUTES[2:]).document
    assert text in found.preamble
    assert getattr(found, "opened") is None  # noqa: B009
    assert getattr(found, "chair") == "Ông Nguyễn Văn A, Giám đốc Sở"  # noqa: B009


def test_labels_inside_the_content_are_no_fields() -> None:
    lines = [*_MINUTES[:8], "1. Kế hoạch kiểm tra", "Địa điểm: tại các xã.", "Thời gian: quý I.", *_MINUTES[10:]]
    found = read(*_HEAD, "Số: 07/BB-SNV", "BIÊN BẢN", "Họp giao ban", *lines).document
    assert getattr(found, "venue") == "Phòng họp số 1"  # noqa: B009
    texts = Counter(text for text in str(found.sections).split("'") if text.startswith(("Địa điểm", "Thời gian")))
    assert sum(texts.values()) == 2


def test_a_telegram_with_one_receiver_on_the_line() -> None:
    found = read(*_HEAD, "Số: 01/CĐ-SNV", "CÔNG ĐIỆN", "Về phòng, chống bão", "GIÁM ĐỐC SỞ NỘI VỤ điện:",
                 "- Trưởng các phòng.", "Bão số 3 đang đến gần./.", *_FOOT).document  # fmt: skip
    assert found.addressees == ("Trưởng các phòng",)
    assert getattr(found, "sender") is None  # noqa: B009
    assert found.preamble == () or found.closing


def test_a_day_that_cannot_be_is_kept_as_words() -> None:
    last = "Giấy này có giá trị đến hết ngày 31 tháng 02 năm 2026./."
    lines = ("Sở Nội vụ trân trọng giới thiệu:", "Ông (bà): Nguyễn Văn B", last)
    found = read(*_HEAD, "Số: 01/GGT-SNV", "GIẤY GIỚI THIỆU", *lines, *_FOOT)
    assert found.document.unplaced == (last,)
    assert "date-unknown" in [note.code for note in found.diagnostics]
