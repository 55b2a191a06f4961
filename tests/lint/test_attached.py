"""A document that another one issues is judged too, behind the signature."""

from __future__ import annotations

from generator.lint.gate import judge
from generator.lint.rule import chosen_rules
from generator.lint.text import subject_of_text

_TEXT = """UBND TỈNH SÔNG VÂN
SỞ NỘI VỤ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 15/QĐ-SNV
Sông Vân, ngày 09 tháng 3 năm 2026
QUYẾT ĐỊNH
Ban hành Quy chế làm việc của Tổ công tác
Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc của Tổ công tác.
Điều 2. Quyết định này có hiệu lực từ ngày ký./.
Nơi nhận:
- Như Điều 2;
- Lưu: VT, VP.
GIÁM ĐỐC
Nguyễn Văn A

QUY CHẾ
Làm việc của Tổ công tác
(Ban hành kèm theo Quyết định số 15/QĐ-SNV ngày 09 tháng 3 năm 2026 của Sở Nội vụ)
CHƯƠNG I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
Quy chế này quy định việc làm của Tổ công tác.
"""


def _found(text: str) -> list[str]:
    subject = subject_of_text(text.encode(), "quyet_dinh.txt")
    return [one.found for one in judge(subject, chosen_rules(["ND-04"])).findings]


def test_the_chapters_of_an_attached_regulation_are_judged() -> None:
    assert _found(_TEXT) == ["«CHƯƠNG I»"]
    assert _found(_TEXT.replace("CHƯƠNG I", "Chương I")) == []
