"""Words that are always written with the same capitals (PL II): places, bodies, laws, holidays."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.diagnostics import Severity
from generator.lint.evidence import Evidence
from generator.lint.finding import Fault
from generator.lint.language_lists import capitals
from generator.lint.language_phrases import Match, Phrases, makes_word
from generator.lint.language_words import BLOT, Wording
from generator.lint.rule import rule
from generator.lint.spots import grouped
from generator.lint.subject import Subject

_WARNING, _WORDS = Severity.WARNING, Evidence.WORDS


@cache
def _phrases(code: str) -> Phrases:
    return Phrases(capitals()[code].phrases)


def _wrong(subject: Subject, code: str) -> Iterator[tuple[object, Fault]]:
    """Yield the phrases of a rule written with other capitals, but in quotations, headings and longer words.

    «Pháp luật đất đai» names no law.
    """
    for wording in subject.prose:
        if wording.is_capitals:
            continue
        for match in _phrases(code).find(wording):
            written = wording.text[match.words[0].start : match.words[-1].end]
            inside = makes_word(wording, match.place - 1)
            if not inside and not _is_right(wording, match) and wording.unquoted[match.words[0].start] != BLOT:
                yield match.phrase, Fault(f"«{written}»", f"«{match.phrase}»", wording.statement.spot)


def _is_right(wording: Wording, match: Match) -> bool:
    """Whether it has its capitals; all capitals, and the capital of a sentence's first word, are right too."""
    words, wanted = [one.text for one in match.words], _words_of(match.phrase)
    if all(word.isupper() for word in words):
        return True
    first = _same_capitals(words[0], wanted[0]) or (wording.opens(match.place) and words[0].istitle())
    return first and all(_same_capitals(word, right) for word, right in zip(words[1:], wanted[1:], strict=True))


def _words_of(phrase: str) -> list[str]:
    return [word.strip(",") for word in phrase.split() if word.strip(",-")]


def _same_capitals(word: str, right: str) -> bool:
    return word[:1].isupper() == right[:1].isupper() and word[1:].isupper() == right[1:].isupper()


@rule("CP-03", "tên hiệu viết hoa chưa đúng", "PL II/I.1b", _WARNING, needs=_WORDS)
def titles_of_respect(subject: Subject) -> Iterator[Fault]:
    """Tên hiệu, tên gọi nhân vật lịch sử viết hoa mọi tiếng: Vua Hùng, Bà Triệu, Bác Hồ, Cụ Hồ."""
    return grouped(_wrong(subject, "CP-03"))


@rule("CP-08", "tên Thủ đô Hà Nội, Thành phố Hồ Chí Minh viết hoa chưa đúng", "PL II/III.1c", needs=_WORDS)
def special_cities(subject: Subject) -> Iterator[Fault]:
    """Trường hợp viết hoa đặc biệt: Thủ đô Hà Nội, Thành phố Hồ Chí Minh, cả danh từ chung viết hoa."""
    return grouped(_wrong(subject, "CP-08"))


@rule("CP-13", "tên cơ quan, tổ chức viết hoa chưa đúng", "PL II/IV.1a", _WARNING, needs=_WORDS)
def bodies(subject: Subject) -> Iterator[Fault]:
    """Tên cơ quan viết hoa chữ đầu của từ chỉ loại hình, chức năng, lĩnh vực: Hội đồng nhân dân tỉnh, Sở Tài chính."""
    return grouped(_wrong(subject, "CP-13"))


@rule("CP-14", "tên cơ quan trung ương của Đảng viết hoa chưa đúng", "PL II/IV.1b", _WARNING, needs=_WORDS)
def party_bodies(subject: Subject) -> Iterator[Fault]:
    """Trường hợp viết hoa đặc biệt: Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam, Văn phòng Trung ương Đảng."""
    return grouped(_wrong(subject, "CP-14"))


@rule("CP-15", "tên tổ chức nước ngoài dịch nghĩa viết hoa chưa đúng", "PL II/IV.2a", _WARNING, needs=_WORDS)
def foreign_bodies(subject: Subject) -> Iterator[Fault]:
    """Tên tổ chức nước ngoài dịch nghĩa viết hoa như tên Việt Nam: Liên hợp quốc (UN), Tổ chức Y tế thế giới (WHO)."""
    return grouped(_wrong(subject, "CP-15"))


@rule("CP-16", "chữ viết tắt tên tổ chức quốc tế không in hoa", "PL II/IV.2b", _WARNING, needs=_WORDS)
def foreign_abbreviations(subject: Subject) -> Iterator[Fault]:
    """Tên tổ chức nước ngoài viết tắt thì in hoa: WTO, UNESCO, ASEAN."""
    return grouped(_wrong(subject, "CP-16"))


@rule("CP-21", "tên ngày lễ, ngày kỷ niệm viết hoa chưa đúng", "PL II/V.5", _WARNING, needs=_WORDS)
def holidays(subject: Subject) -> Iterator[Fault]:
    """Viết hoa chữ đầu của tên ngày, chữ «ngày» viết thường: ngày Quốc khánh 2-9, ngày Quốc tế Lao động 1-5."""
    return grouped(_wrong(subject, "CP-21"))


@rule("CP-25", "tên ngày tết viết hoa chưa đúng", "PL II/V.8b", _WARNING, needs=_WORDS)
def feasts(subject: Subject) -> Iterator[Fault]:
    """Viết hoa chữ đầu của tên, chữ «tết» viết thường: tết Nguyên đán; Tết đứng một mình thì viết hoa."""
    return grouped(_wrong(subject, "CP-25"))


@rule("CP-22", "tên văn bản cụ thể viết hoa chưa đúng", "PL II/V.6", _WARNING, needs=_WORDS)
def named_documents(subject: Subject) -> Iterator[Fault]:
    """Văn bản cụ thể viết hoa tên loại và chữ đầu của tên: Bộ luật Hình sự, Nghị định số 30/2020/NĐ-CP."""
    yield from grouped(_wrong(subject, "CP-22"))
    yield from grouped(_numbered(subject))


_KINDS = Phrases(
    f"{kind} số"
    for kind in ("nghị định", "nghị quyết", "thông tư", "quyết định", "chỉ thị", "kế hoạch", "công văn", "chương trình")
)


def _numbered(subject: Subject) -> Iterator[tuple[object, Fault]]:
    """Yield documents that are named by number and symbol with their kind in small letters."""
    for wording in subject.prose:
        for match in _KINDS.find(wording):
            first, behind = match.words[0], wording.text[match.words[-1].end :].lstrip()
            cited = behind[:1] == BLOT or (behind[:1].isdigit() and BLOT in behind[:5])
            if cited and first.text.islower() and wording.unquoted[first.start] != BLOT:
                right = match.phrase[0].upper() + match.phrase[1:]
                yield match.phrase, Fault(f"«{match.phrase} …»", f"«{right} …»", wording.statement.spot)
