"""Names of output files that every system can hold: safe on Windows, of one folder, each of one job only."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

from generator.batch.job import Job, Refused

MOST_BYTES = 150
"""Of a name in UTF-8 without its ending: Linux takes 255 bytes, Windows 260 letters for the whole path."""
_TAIL = 8
_NAMED = 5
"""So many others of one name are listed."""
_FORBIDDEN = re.compile(
    r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]'
)
"""What Windows refuses in names, and what would not be seen in a list of them."""
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])", re.IGNORECASE)


def safe_name(text: str) -> str:
    """Return the text as the name of a file without its ending; empty when nothing of it can stand in a name.

    It is composed Unicode on one line, without what a path or Windows would read otherwise, no name of a device, and
    at most `MOST_BYTES` long; of what is longer the end gives way to a mark that tells it from others.
    """
    name = " ".join(unicodedata.normalize("NFC", text).split())
    name = _FORBIDDEN.sub("_", name).strip(" .")
    if not name.strip("_"):
        return ""
    if _DEVICE.fullmatch(name.split(".")[0].rstrip()):
        name = f"_{name}"
    return name if len(name.encode()) <= MOST_BYTES else _shortened(name)


def _shortened(name: str) -> str:
    tail = sha256(name.encode()).hexdigest()[:_TAIL]
    head = name.encode()[: MOST_BYTES - _TAIL - 1].decode(errors="ignore")
    return f"{head.rstrip(' .')}~{tail}"


def same_file(name: str) -> str:
    """Return what two names have in common that are one file on some system: case and composition do not count."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def without_clashes(jobs: Iterable[Job]) -> list[Job]:
    """Return the jobs; those that would write one file are refused, all of them, since none is more right."""
    listed = list(jobs)
    claimed: defaultdict[str, list[Job]] = defaultdict(list)
    for job in listed:
        for target in job.targets:
            claimed[same_file(target)].append(job)
    return [_held_against(job, claimed) for job in listed]


def _held_against(job: Job, claimed: dict[str, list[Job]]) -> Job:
    rivals = [other for target in job.targets for other in claimed[same_file(target)] if other is not job]
    if not rivals:
        return job
    labels = list(dict.fromkeys(other.label for other in rivals))
    more = f" và {len(labels) - _NAMED} chỗ khác" if len(labels) > _NAMED else ""
    named = ", ".join(labels[:_NAMED]) + more
    told = f"cùng cho kết quả «{job.targets[0]}» với {named}"
    return replace(job, run=Refused(told, "hãy đặt tên khác rồi chạy lại với --resume"), targets=())
