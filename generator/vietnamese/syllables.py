"""Whether a word is a Vietnamese syllable by its spelling: onset, rime and tone as Vietnamese writes them.

It tells spelling, not meaning: "thộ" is one, "été" is none. Words of an old encoding are told by it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_STOP_TONES = frozenset({"\u0301", "\u0323"})
"""Sắc and nặng: a syllable that ends in c, ch, p, t has one of them."""
_RIMES = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
o oc oi om on ong op ot oong ooc oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uêu
uôc uôi uôm uôn uông uôt uơ uy uya uych uyn uynh uyp uyt uyu uyên uyêt
ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu yt
"""
_ONSETS = "b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x|"
_SYLLABLE = re.compile(rf"(?:{_ONSETS})(?:{'|'.join(_RIMES.split())})|qu(?:ych|ynh)")
_MISSPELT = re.compile(r"(?:c|g(?!i)|ng)[eêiy]|(?:k|gh|ngh)[aăâoôơuư]")
"""Onsets that are written otherwise before such a vowel."""
_STOPPED = re.compile(r"(?:c|ch|p|t)$")


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Tell whether the word is spelt as one Vietnamese syllable, in any case, composed or not."""
    decomposed = unicodedata.normalize("NFD", word.casefold())
    tones = _TONES.findall(decomposed)
    letters = unicodedata.normalize("NFC", _TONES.sub("", decomposed))
    if len(tones) > 1 or not _SYLLABLE.fullmatch(letters) or _MISSPELT.match(letters):
        return False
    return not _STOPPED.search(letters) or bool(_STOP_TONES.intersection(tones))
