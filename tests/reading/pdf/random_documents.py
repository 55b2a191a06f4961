"""Random documents as an office might write them, for the way through PDF and back; the same seed gives the same."""

from __future__ import annotations

from random import Random

from generator.model.basis import LegalBasis
from generator.model.blocks import Block, Cell, Item, Numbering, Paragraph, Section, Table, TasksHere
from generator.model.document import Appendix, Document
from generator.model.ending import Archive, Authority, AuthorityCode, Recipient, Signature
from generator.model.organization import Organization
from generator.model.plan import Plan, Task, TaskRow
from generator.vietnamese.dates import PartialDate

_WORDS = (
    "thực hiện nhiệm vụ được giao bảo đảm đúng thời hạn chất lượng hiệu quả rà soát sửa đổi bổ sung quy định thủ tục"
    " hành chính tổ chức bộ máy cán bộ công chức viên chức ngân sách nhà nước chuyển đổi số dữ liệu dịch vụ công trực"
    " tuyến người dân doanh nghiệp kiểm tra đôn đốc báo cáo kết quả tháng quý hằng năm địa phương cơ sở khó khăn vướng"
    " mắc phát sinh kịp thời tháo gỡ GDĐT UBND CCHC 2026 98,5% 18/CT-TTg 76/NQ-CP nguyễn khuyến huyện Krông Búk xã"
    " Ea Hđinh phường Bình Thuỷ"
)
_BODIES = (
    ("UBND tỉnh An Bình", "Sở Nội vụ", "SNV"),
    ("UBND tỉnh An Bình", "Sở Giáo dục và Đào tạo", "SGDĐT"),
    ("UBND tỉnh An Bình", "Sở Nông nghiệp và Môi trường", "SNNMT"),
    (None, "Ủy ban nhân dân tỉnh An Bình", "UBND"),
    ("UBND thành phố Sông Vân", "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông và nông nghiệp", "BQLDA"),
)
_PLACES = ("An Bình", "Sông Vân", "Thành phố Hồ Chí Minh", "Đắk Lắk")
_KINDS = ("report", "announcement", "plan", "dispatch", "proposal")


def random_document(seed: int) -> Document:
    """Return a document of one to some ten pages: random outline, tables with merged cells, appendices."""
    draw = _Draw(Random(seed))  # noqa: S311  no secret hangs on it
    kind = draw.random.choice(_KINDS)
    parent, name, symbol = draw.random.choice(_BODIES)
    shared = {
        "kind": kind,
        "issuer": Organization(name=name, parent=parent, symbol=symbol, place=draw.random.choice(_PLACES)),
        "number": str(draw.random.randint(1, 999)),
        "date": PartialDate(2026, draw.random.randint(1, 12), draw.random.randint(1, 28)),
        "subject": f"{draw.sentence(4, 25)} năm 2026",
        "addressees": ("Ủy ban nhân dân tỉnh An Bình",) if kind in ("dispatch", "proposal") else (),
        "legal_bases": tuple(LegalBasis(lead="Căn cứ", text=f"Luật {draw.words(3, 25)}") for _ in range(draw.few(4))),
        "preamble": (f"{draw.sentence(10, 40)} như sau:",),
        "sections": draw.sections(),
        "closing": (f"Trên đây là nội dung {draw.words(5, 30)}",),
        "recipients": tuple(
            Recipient(name=draw.sentence(2, 12), purpose=draw.random.choice((None, "để báo cáo", "thực hiện")))
            for _ in range(1 + draw.few(20))
        ),
        "archive": Archive(holders=("VT", "TCCB")),
        "signature": draw.signature(),
    }
    appendices = tuple(draw.appendix() for _ in range(draw.few(2)))
    if kind != "plan":
        return Document(**shared, appendices=appendices)
    tasks = Appendix(title="Nhiệm vụ cải cách hành chính năm 2026", blocks=(TasksHere(layout="six_columns"),))
    return Plan(**shared, year=2026, tasks=draw.tasks(), appendices=(tasks, *appendices))


class _Draw:
    def __init__(self, random: Random) -> None:
        self.random = random

    def few(self, most: int) -> int:
        return min(self.random.randint(0, most), self.random.randint(0, most))

    def words(self, least: int, most: int) -> str:
        return " ".join(self.random.choices(_WORDS.split(), k=self.random.randint(least, most)))

    def sentence(self, least: int, most: int) -> str:
        words = self.words(least, most)
        return words[:1].upper() + words[1:]

    def sections(self) -> tuple[Section, ...]:
        return tuple(
            Section(numbering=Numbering.ROMAN, title=self.sentence(2, 12), blocks=self.items(Numbering.ARABIC))
            for _ in range(2 + self.few(4))
        )

    def items(self, numbering: Numbering) -> tuple[Block, ...]:
        below = {Numbering.ARABIC: Numbering.LETTER, Numbering.LETTER: Numbering.DASH, Numbering.DASH: Numbering.PLUS}
        blocks: list[Block] = []
        for _ in range(1 + self.few(4)):
            deeper = below.get(numbering)
            inner = self.items(deeper) if deeper and self.random.random() < 0.4 else ()
            ended = self.sentence(8, 70) + (":" if inner else self.random.choice((".", ";")))
            blocks.append(Item(numbering=numbering, text=ended, blocks=inner))
        if numbering is Numbering.ARABIC and self.random.random() < 0.4:
            blocks.append(Paragraph(text=self.sentence(10, 60) + "."))
            blocks.append(self.table())
        return tuple(blocks)

    def table(self) -> Table:
        """Return a table of two to seven columns, cells merged at random and some so long that they cross a page."""
        columns = self.random.randint(2, 7)
        rows: list[tuple[Cell, ...]] = [tuple(Cell(text=f"Cột {self.words(1, 3)}") for _ in range(columns))]
        covered = 0
        for number in range(self.random.randint(1, 25)):
            down = self.random.randint(2, 3) if not covered and self.random.random() < 0.2 else 1
            cells = [] if covered else [Cell(text=str(number + 1), rows=down)]
            covered = down - 1 if down > 1 else max(0, covered - 1)
            left = columns - 1
            while left:
                across = self.random.choice((1, 1, 1, min(2, left)))
                long = self.random.random() < 0.03
                cells.append(Cell(text=self.sentence(40, 80) if long else self.sentence(0, 9) or None, columns=across))
                left -= across
            rows.append(tuple(cells))
        return Table(rows=_without_overhang(rows))

    def appendix(self) -> Appendix:
        return Appendix(
            title=self.sentence(3, 15),
            orientation=self.random.choice(("portrait", "landscape")),
            blocks=(self.table(), Paragraph(text=self.sentence(5, 40) + ".")),
        )

    def tasks(self) -> tuple[Task, ...]:
        groups = [self.sentence(2, 6) for _ in range(1 + self.few(4))]
        return tuple(
            Task(
                id=f"NV{place:02d}",
                group=groups[place * len(groups) // 40],
                name=self.sentence(4, 40),
                rows=self.rows(),
            )
            for place in range(self.random.randint(1, 39))
        )

    def rows(self) -> tuple[TaskRow, ...]:
        return tuple(
            TaskRow(products=(self.sentence(2, 10),), schedule="Quý I năm 2026", lead=("Văn phòng Sở",),
                    support=("Các phòng thuộc Sở",) if self.random.random() < 0.7 else ())
            for _ in range(1 + self.few(2))
        )  # fmt: skip

    def signature(self) -> Signature:
        if self.random.random() < 0.5:
            return Signature(position="Giám đốc", name="Nguyễn Văn A")
        authority = Authority(code=AuthorityCode("KT."), of="Giám đốc")
        return Signature(authority=(authority,), position="Phó Giám đốc", name="Trần Thị B")


def _without_overhang(rows: list[tuple[Cell, ...]]) -> tuple[tuple[Cell, ...], ...]:
    """Return the rows, a first cell that would reach below the last row cut there."""
    return tuple(
        (cells[0].model_copy(update={"rows": min(cells[0].rows, len(rows) - place)}), *cells[1:])
        for place, cells in enumerate(rows)
    )
