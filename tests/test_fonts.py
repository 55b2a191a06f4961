"""The font check, against small fonts made for the purpose and against the fonts of this machine."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]

from generator import fonts
from generator.errors import ConversionError
from generator.fonts import (
    FACES,
    VIETNAMESE_LETTERS,
    Face,
    FontFile,
    check_fonts,
    find_font,
    font_config_fault,
    require_fonts,
)
from generator.ooxml.font_widths import face_widths

ASCII = "".join(map(chr, range(0x20, 0x7F)))
EVERYTHING = ASCII + VIETNAMESE_LETTERS

MakeFont = Callable[..., Callable[[Face], FontFile]]


@pytest.fixture
def font(tmp_path: Path) -> MakeFont:
    """Maker of four faces with the right widths, but for letters left out and units added to each width."""

    def make(family: str = "Mẫu", without: str = "", wider: int = 0) -> Callable[[Face], FontFile]:
        return lambda face: FontFile(write_font(tmp_path, face, family, without, wider))

    return make


def write_font(folder: Path, face: Face, family: str, without: str, wider: int) -> Path:
    """A font file of empty glyphs."""
    right = face_widths(bold=face.bold, italic=face.italic)
    letters = [letter for letter in EVERYTHING if letter not in without]
    names = {ord(letter): f"u{ord(letter):04X}" for letter in letters}
    order = [".notdef", *names.values()]
    builder = FontBuilder(right.units_per_em, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(names)
    builder.setupGlyf(dict.fromkeys(order, TTGlyphPen(None).glyph()))
    widths = {name: (right[chr(code)] + wider, 0) for code, name in names.items()}
    builder.setupHorizontalMetrics({".notdef": (0, 0), **widths})
    builder.setupHorizontalHeader()
    builder.setupNameTable({"familyName": family, "styleName": "Regular"})
    builder.setupPost()
    path = folder / f"{face.label}.ttf"
    builder.save(path)
    return path


def test_vietnamese_has_134_letters_of_its_own() -> None:
    assert len(set(VIETNAMESE_LETTERS)) == len(VIETNAMESE_LETTERS) == 134
    assert set("ậỆđĐơƯỵ") <= set(VIETNAMESE_LETTERS)
    assert not set(VIETNAMESE_LETTERS) & set(ASCII)


def test_font_with_all_letters_at_the_right_widths_is_fit(font: MakeFont) -> None:
    assert check_fonts(font()) == []


@pytest.mark.parametrize(
    ("flaw", "code", "message", "found"),
    [
        (
            {"without": "ậỆ"},
            "font-letters",
            "phông chữ Mẫu, dùng cho Times New Roman kiểu thường, thiếu 2 chữ tiếng Việt",
            "ậ, Ệ",
        ),
        (
            {"wider": 2},
            "font-widths",
            "phông chữ Mẫu, dùng cho Times New Roman kiểu thường, có 229 chữ khác bề rộng",
            "đ, ă, â, ê, ô …",
        ),
    ],
)
def test_flaw_of_a_font_is_told(flaw: dict[str, str], code: str, message: str, found: str, font: MakeFont) -> None:
    problems = check_fonts(font(**flaw))
    assert [problem.code for problem in problems] == [code] * 4
    assert problems[0].message == message
    assert problems[0].found == found
    assert problems[0].place.file is not None
    assert "fonts-liberation2" in str(problems[0].hint)


def test_one_flawed_face_is_named(font: MakeFont) -> None:
    whole, flawed = font(), font(without="đ")
    problems = check_fonts(lambda face: flawed(face) if face.label == "nghiêng" else whole(face))
    assert [problem.message for problem in problems] == [
        "phông chữ Mẫu, dùng cho Times New Roman kiểu nghiêng, thiếu 1 chữ tiếng Việt"
    ]


def test_times_new_roman_itself_has_the_right_widths_by_name(font: MakeFont) -> None:
    assert check_fonts(font(family="Times New Roman", wider=2)) == []


def test_no_font_at_all_is_an_error() -> None:
    problems = check_fonts(lambda face: None)
    assert {problem.code for problem in problems} == {"font-missing"}
    assert [problem.message for problem in problems] == [
        f"không có phông chữ cho Times New Roman kiểu {label}" for label in ("thường", "đậm", "nghiêng", "đậm nghiêng")
    ]


@pytest.mark.parametrize("content", [b"", b"not a font", None], ids=["empty", "text", "not there"])
def test_file_that_is_no_font_is_an_error(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "a.ttf"
    if content is not None:
        path.write_bytes(content)
    assert {problem.code for problem in check_fonts(lambda face: FontFile(path))} == {"font-broken"}


def test_requirement_raises_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "find_font", lambda face: None)
    with pytest.raises(ConversionError) as caught:
        require_fonts()
    assert caught.value.message == (
        "không có phông chữ cho Times New Roman kiểu thường; 3 kiểu chữ khác cũng chưa dùng được"
    )
    assert "apt-get install fonts-liberation2" in str(caught.value.hint)


def test_requirement_is_met_in_silence(font: MakeFont, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "find_font", font())
    require_fonts()


def stand_in_for_fontconfig(folder: Path, monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    script = folder / "fc-match"
    script.write_text(f"#!/bin/sh\n{body}\n")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


@pytest.mark.skipif(sys.platform == "win32", reason="fontconfig is not asked on Windows")
def test_fontconfig_is_asked_for_each_face(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in_for_fontconfig(tmp_path, monkeypatch, 'echo warning >&2; printf "%s\\n%s" "/fonts/$3.ttc" 65538')
    assert [find_font(face) for face in FACES] == [
        FontFile(Path(f"/fonts/{pattern}.ttc"), 2)
        for pattern in (
            "Times New Roman",
            "Times New Roman:bold",
            "Times New Roman:italic",
            "Times New Roman:bold:italic",
        )
    ]


@pytest.mark.parametrize(
    "fontconfig", ["exit 1", "echo a; echo b", None], ids=["fails", "says something else", "is absent"]
)
def test_usual_folders_are_searched_without_fontconfig(
    fontconfig: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    if fontconfig:
        stand_in_for_fontconfig(tmp_path, monkeypatch, fontconfig)
    file = tmp_path / "Fonts" / "sub" / "timesbd.ttf"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"")
    monkeypatch.setattr(fonts, "_font_folders", lambda: [tmp_path / "none", tmp_path / "Fonts"])
    assert [find_font(face) for face in FACES] == [None, FontFile(file), None, None]
    fault = font_config_fault()
    assert (fault is None) == (fontconfig is None or sys.platform == "win32")
    assert fault is None or fault.startswith("fc-match không trả lời đúng (")


@pytest.mark.skipif(sys.platform == "win32", reason="fontconfig is not asked on Windows")
def test_where_fontconfig_knows_no_font_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """LibreOffice asks the same fontconfig: what lies in a folder unknown to it does not help."""
    stand_in_for_fontconfig(tmp_path, monkeypatch, "exit 0")
    assert [find_font(face) for face in FACES] == [None] * len(FACES)


@pytest.mark.office
def test_machine_that_makes_pdf_files_has_the_fonts() -> None:
    if any(find_font(face) is None for face in FACES):
        pytest.skip("máy không có phông chữ nào cho Times New Roman")
    assert [str(problem) for problem in check_fonts()] == []
