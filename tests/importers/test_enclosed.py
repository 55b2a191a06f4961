"""A draft that stands behind another document in the same file keeps its frame: it becomes a document of its own."""

from __future__ import annotations

import pytest

from generator.importers.registry import import_document
from generator.model.canonical import canonical_json
from generator.model.forms import Enactment
from generator.nd30.document_types import document_type
from generator.reading.enclosed import enclosed_start
from generator.reading.text import text_lines

SUBMISSION = """SỞ NỘI VỤ
VĂN PHÒNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 87/TTr-VP
Sông Vân, ngày 11 tháng 01 năm 2027

TỜ TRÌNH
Về việc thành lập Tổ rà soát thủ tục hành chính

Kính gửi: Giám đốc Sở Nội vụ

Văn phòng Sở kính trình Giám đốc Sở như sau:
I. SỰ CẦN THIẾT
Việc thành lập Tổ rà soát bảo đảm tiến độ.
Văn phòng Sở kính trình Giám đốc Sở xem xét, quyết định./.

Nơi nhận:
- Như trên;
- Lưu: VT, CCHC.
CHÁNH VĂN PHÒNG

Lê Văn C

"""
LETTERHEAD = """UBND TỈNH SÔNG VÂN
SỞ NỘI VỤ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số:       /QĐ-SNV
Sông Vân, ngày      tháng 01 năm 2027

"""
TITLE = "QUYẾT ĐỊNH\nVề việc thành lập Tổ rà soát thủ tục hành chính\n"
NOTE = "(Kèm theo Tờ trình số 87/TTr-VP ngày 11 tháng 01 năm 2027 của Văn phòng Sở)\n"
DECISION = """
GIÁM ĐỐC SỞ NỘI VỤ

Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08 tháng 6 năm 2010 của Chính phủ về kiểm soát thủ tục hành chính;
Theo đề nghị của Chánh Văn phòng Sở.

QUYẾT ĐỊNH:

Điều 1. Thành lập Tổ rà soát thủ tục hành chính.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký./.

Nơi nhận:
- Như Điều 2;
- Lưu: VT, CCHC.
GIÁM ĐỐC

Nguyễn Văn A
"""
DRAFTS = {
    "a letterhead": LETTERHEAD + TITLE + DECISION,
    "a letterhead and DỰ THẢO": f"{LETTERHEAD}DỰ THẢO\n\n{TITLE}{DECISION}",
    "DỰ THẢO above and a line in brackets": f"DỰ THẢO\n{LETTERHEAD}{TITLE}{NOTE}{DECISION}",
    "an appendix that says so": f"PHỤ LỤC\nDỰ THẢO QUYẾT ĐỊNH\n{NOTE}\n{LETTERHEAD}{TITLE}{DECISION}",
    "no letterhead": TITLE + DECISION,
    "no letterhead and a line in brackets": TITLE + NOTE + DECISION,
}


def _imported(text: str) -> tuple[str, Enactment, list[str]]:
    imported = import_document(text.encode(), "a.txt")
    (draft,) = imported.enclosed
    assert isinstance(draft.document, Enactment)
    told = [str(one) for one in (*imported.diagnostics, *draft.diagnostics)]
    return canonical_json(imported.document).decode(), draft.document, told


@pytest.mark.parametrize("draft", DRAFTS.values(), ids=DRAFTS)
def test_a_draft_decision_behind_a_submission_keeps_its_frame(draft: str) -> None:
    first, decision, told = _imported(SUBMISSION + draft)
    assert first == canonical_json(import_document(SUBMISSION.encode(), "a.txt").document).decode()
    assert decision.kind == "decision"
    assert str(decision.own_value("enacted_by")).upper() == "GIÁM ĐỐC SỞ NỘI VỤ"
    assert [basis.lead for basis in decision.legal_bases] == ["Căn cứ", "Theo đề nghị của"]
    assert (decision.signature.position, decision.signature.name) == ("GIÁM ĐỐC", "Nguyễn Văn A")
    assert [one.name for one in decision.recipients] == ["Như Điều 2"]
    assert decision.issuer.name == ("SỞ NỘI VỤ" if LETTERHEAD in draft else None)
    assert (decision.unplaced, decision.appendices) == ((), ())
    assert "từ đây là văn bản khác có phần đầu riêng (Quyết định)" in told[0]
    marks = [line for line in draft.splitlines() if line.startswith(("DỰ THẢO", "PHỤ LỤC", "(Kèm"))]
    assert len([one for one in told if "bỏ dòng chỉ nói đây là bản kèm theo, dự thảo" in one]) == len(marks)


def test_a_draft_of_a_draft_is_a_third_document() -> None:
    regulation = LETTERHEAD.replace("QĐ", "KH") + "KẾ HOẠCH\nRà soát thủ tục\n\nI. MỤC ĐÍCH\nLàm tốt hơn./.\n"
    imported = import_document(f"{SUBMISSION}{LETTERHEAD}{TITLE}{DECISION}\n{regulation}".encode(), "a.txt")
    assert [one.document.kind for one in imported.enclosed] == ["decision", "plan"]


ATTACHED = (
    "\nQUY CHẾ\nLàm việc của Tổ rà soát\n(Ban hành kèm theo Quyết định số 15/QĐ-SNV)\nĐiều 1. Phạm vi\nTổ làm việc.\n"
)
FORM = "\nPHỤ LỤC\nMẪU BÁO CÁO\n" + LETTERHEAD.replace("QĐ", "BC") + "BÁO CÁO\nKết quả rà soát\n\n1. Kết quả: …\n"


@pytest.mark.parametrize("behind", [ATTACHED, FORM, ""], ids=["issued with it", "a form to fill in", "nothing"])
def test_what_belongs_to_the_first_document_stays_with_it(behind: str) -> None:
    text = LETTERHEAD + TITLE + DECISION + behind
    assert enclosed_start(text_lines(text.encode(), "a.txt")[0]) is None
    assert import_document(text.encode(), "a.txt").enclosed == ()


@pytest.mark.parametrize("kind", ["report", "plan", "dispatch"])
def test_a_word_of_a_type_inside_a_document_begins_no_other(kind: str) -> None:
    text = SUBMISSION.replace("Việc thành lập", f"{document_type(kind).name.upper()}\nViệc thành lập")
    assert import_document(text.encode(), "a.txt").enclosed == ()
