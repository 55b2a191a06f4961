"""The names that PDF files give their fonts, as the fonts that they are."""

from __future__ import annotations

import re

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_TIMES = re.compile(r"^(?!vni|utm|uvn|svn).*times|liberation ?serif|tinos|nimbus ?rom|termes", re.IGNORECASE)
"""Times New Roman, and the fonts that draw its letters at its widths; not those of old encodings named after it."""
_STYLE = re.compile(r"[-,_ ]?(?:bold|italic|oblique|regular|roman|mt|ps|psmt)+$", re.IGNORECASE)
_NAMELESS = re.compile(r"(?:cid|tt|type|glyphless)?(?:font|[a-z]{1,2})?[\d_+\-]*(?:f\d+)?", re.IGNORECASE)
"""Names that programs make up: CIDFont+F1, TT2, C0_1, GlyphLessFont."""


def face_of(name: str, usual: str) -> str:
    """Return the font of a name, `usual` for it and for its metric twins; empty for a name that tells nothing."""
    bare = _SUBSET.sub("", name).strip()
    if _TIMES.search(bare):
        return usual
    if _NAMELESS.fullmatch(bare):
        return ""
    return _STYLE.sub("", bare) or bare
