"""The fonts and colours that a file names by its theme."""

from __future__ import annotations

import re
from typing import Final

from generator.ooxml.formatting.layers import Color, Face
from generator.ooxml.formatting.markup import A, Element, W, value

_SCRIPTS: Final = {
    "ja": "Jpan", "ko": "Hang", "zh-CN": "Hans", "zh-SG": "Hans", "zh": "Hant", "ar": "Arab", "he": "Hebr",
    "th": "Thai", "vi": "Viet", "km": "Khmr", "lo": "Laoo",
}  # fmt: skip
_NAMES: Final = {
    "dark1": "dk1", "text1": "dk1", "light1": "lt1", "background1": "lt1", "dark2": "dk2", "text2": "dk2",
    "light2": "lt2", "background2": "lt2", "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
_HEX: Final = re.compile(r"[0-9A-Fa-f]{6}")


class Theme:
    """Resolves names of theme fonts and theme colours; without a theme part it knows none."""

    def __init__(self, root: Element | None, settings: Element | None) -> None:
        self._fonts: dict[str, Element] = {}
        self._colors: dict[str, str] = {}
        languages = None if settings is None else settings.find(W + "themeFontLang")
        self._scripts = {slot: _script(value(languages, slot)) for slot in ("eastAsia", "bidi")}
        if root is not None:
            self._fonts = {size: node for size in ("major", "minor") for node in root.iter(f"{A}{size}Font")}
            scheme = next(root.iter(A + "clrScheme"), None)
            self._colors = {} if scheme is None else dict(map(_named_color, scheme))

    def font(self, face: Face) -> str:
        """Return the name of a font; empty when the theme does not have it.

        Latin letters, Vietnamese ones among them, take the theme's ``latin`` font whatever the language; the language
        chooses only among the fonts for East Asian and for complex scripts (17.15.1.88).
        """
        if not face.themed:
            return face.name
        fonts = self._fonts.get(face.name[:5])
        if fonts is None:
            return ""
        kind = face.name[5:]
        if kind in ("EastAsia", "Bidi"):
            slot, own = ("eastAsia", "ea") if kind == "EastAsia" else ("bidi", "cs")
            return _typeface(fonts, own) or self._scripted(fonts, self._scripts[slot])
        return _typeface(fonts, "latin")

    def _scripted(self, fonts: Element, script: str) -> str:
        found = (one.get("typeface", "") for one in fonts.iter(A + "font") if one.get("script") == script)
        return next(found, "")

    def color(self, color: Color) -> str | None:
        """Return a colour as RRGGBB; None for automatic. Of a tint or shade the file's own value is taken."""
        themed = self._colors.get(_NAMES.get(color.theme, color.theme), "")
        stated = color.value.upper() if _HEX.fullmatch(color.value) else None
        if themed and not (color.changed and stated):
            return themed.upper()
        return stated


def _script(language: str | None) -> str:
    language = language or ""
    return _SCRIPTS.get(language) or _SCRIPTS.get(language.partition("-")[0], "")


def _typeface(fonts: Element, slot: str) -> str:
    node = fonts.find(A + slot)
    return "" if node is None else node.get("typeface", "")


def _named_color(node: Element) -> tuple[str, str]:
    own = node[0] if len(node) else node
    return str(node.tag).removeprefix(A), own.get("lastClr") or own.get("val") or ""
