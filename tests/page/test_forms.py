"""Every form of head, body, end and appendix once: signers, letters, outlines, long lists, several appendices."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from generator.model.document import Document
from tests.page.sheets import SENTENCE, Sheet, letter, needs_office, printed, require_sound, word_file

pytestmark = needs_office

NAME = "Nguyễn Văn A"
COMMITTEE = {"code": "TM.", "of": "Ủy ban nhân dân"}
SIGNATURES: dict[str, dict[str, Any]] = {
    "head": {"position": "Giám đốc"},
    "acting": {"position": "Q. Giám đốc"},
    "collective": {"authority": [COMMITTEE], "position": "Chủ tịch"},
    "deputy": {"authority": [COMMITTEE, {"code": "KT.", "of": "Chủ tịch"}], "position": "Phó Chủ tịch"},
    "by order": {
        "authority": [{"code": "TL.", "of": "Bộ trưởng"}, {"code": "KT.", "of": "Vụ trưởng"}],
        "position": "Phó Vụ trưởng",
    },
    "by mandate": {
        "authority": [{"code": "TUQ.", "of": "Giám đốc"}],
        "position": "Trưởng phòng Quản lý chất lượng và Công nghệ thông tin",
    },
    "steering committee": {
        "authority": [{"code": "TM.", "of": "Ban Chỉ đạo cải cách hành chính tỉnh"}],
        "position": "Phó Trưởng ban Thường trực",
        "second_title": "Phó Chủ tịch Ủy ban nhân dân tỉnh",
    },
}
ADDRESSEES = ["Ủy ban nhân dân tỉnh An Bình", "Sở Nội vụ", f"Các cơ quan, đơn vị sau đây: {SENTENCE}"]
LONG_SUBJECT = (
    "triển khai Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2026 - 2030 trên địa bàn tỉnh An Bình "
    "năm 2027 của ngành Giáo dục và Đào tạo"
)


def _item(numbering: str, text: str, *blocks: dict[str, Any], heading: bool = False) -> dict[str, Any]:
    return {"kind": "item", "numbering": numbering, "text": text, "heading": heading, "blocks": list(blocks)}


def _paragraphs(count: int) -> list[dict[str, Any]]:
    return [{"kind": "paragraph", "text": SENTENCE} for _ in range(count)]


def _article() -> dict[str, Any]:
    clause = _item("arabic", SENTENCE * 2, _item("letter", SENTENCE), _item("letter", SENTENCE))
    return {"kind": "section", "numbering": "article", "title": "Phạm vi điều chỉnh", "blocks": [clause]}


def _outline() -> list[dict[str, Any]]:
    point = _item("letter", SENTENCE * 2, _item("dash", SENTENCE, _item("plus", SENTENCE)))
    clause = _item("arabic", "Công tác chỉ đạo, điều hành", point, _item("decimal", SENTENCE * 3), heading=True)
    return [{"title": "Nhiệm vụ trọng tâm", "blocks": [clause] * 3} for _ in range(4)]


def _chapters() -> list[dict[str, Any]]:
    return [{"numbering": "chapter", "title": "Quy định chung", "blocks": [_article()] * 3} for _ in range(4)]


def _forms() -> dict[str, Document]:
    titles = ("Danh mục nhiệm vụ", f"Danh mục {LONG_SUBJECT}", f"Kế hoạch {LONG_SUBJECT}")
    appendices = [{"title": title, "blocks": _paragraphs(40)} for title in titles]
    return {
        **{name: letter(signature={"name": NAME, **values}) for name, values in SIGNATURES.items()},
        "one addressee": letter("dispatch", addressees=["Bộ Nội vụ"]),
        "three addressees": letter("submission", addressees=ADDRESSEES),
        "long letter subject": letter("dispatch", subject=LONG_SUBJECT, addressees=ADDRESSEES),
        "long subject": letter(subject=LONG_SUBJECT.capitalize()),
        "running bases": letter(basis_layout="inline", legal_bases=[{"lead": "Căn cứ", "text": SENTENCE[:-1]}] * 3),
        "articles": letter("decision", sections=[_article()] * 6),
        "chapters": letter(sections=_chapters()),
        "outline": letter(sections=_outline()),
        "forty recipients": letter(recipients=[{"name": f"Ủy ban nhân dân xã thứ {number}"} for number in range(40)]),
        "three appendices": letter(appendices=appendices),
        "urgent letter": letter("dispatch", urgency="hỏa tốc", circulation="Lưu hành nội bộ", addressees=["Bộ Nội vụ"]),
    }


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Sheet]:
    files = {name: word_file(document) for name, document in _forms().items()}
    return printed(files, tmp_path_factory.mktemp("forms"))


def test_forms_are_without_fault(sheets: Mapping[str, Sheet]) -> None:
    require_sound(sheets)


def test_signers_stand_below_their_authority(sheets: Mapping[str, Sheet]) -> None:
    for name, values in SIGNATURES.items():
        ending = sheets[name].found.ending
        lines = [f"{each['code']} {each['of']}" for each in values.get("authority", [])] + [values["position"]]
        assert " ".join(line.text for line in ending.authority + ending.position) == " ".join(lines).upper()
        assert " ".join(line.text for line in ending.second_title) == values.get("second_title", "")
        assert [line.text for line in ending.signer] == [NAME]


def test_deputy_of_a_collective_signs_below_three_lines(sheets: Mapping[str, Sheet]) -> None:
    ending = sheets["deputy"].found.ending
    lines = [line.text for line in ending.authority + ending.position]
    assert lines == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]


def test_addressees_stand_below_one_another(sheets: Mapping[str, Sheet]) -> None:
    (alone,) = sheets["one addressee"].found.head.addressee
    assert alone.text == "Kính gửi: Bộ Nội vụ"
    first, *items = sheets["three addressees"].found.head.addressee
    assert first.text == "Kính gửi:"
    dashes = [line.x0 for line in items if line.text.startswith("- ")]
    assert len(dashes) == 3
    assert max(dashes) - min(dashes) < 0.5
    assert first.x0 < dashes[0] < first.x1 + 6


def test_subject_of_a_letter_stands_below_its_number(sheets: Mapping[str, Sheet]) -> None:
    head = sheets["long letter subject"].found.head
    assert not head.type_name
    assert len(head.subject_dispatch) > 3
    assert head.subject_dispatch[0].text.startswith("V/v ")
    assert head.subject_dispatch[0].top - head.number[0].bottom > 5


def test_appendices_are_numbered_and_begin_anew(sheets: Mapping[str, Sheet]) -> None:
    appendices = sheets["three appendices"].found.appendices
    assert [appendix.label.text for appendix in appendices] == ["Phụ lục I", "Phụ lục II", "Phụ lục III"]
    assert all(len(appendix.pages) > 1 for appendix in appendices)
    assert [len(appendix.title) > 1 for appendix in appendices] == [False, True, True]
