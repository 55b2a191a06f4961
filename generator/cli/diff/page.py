"""Changes as one HTML page that needs nothing else: a table for each part, a legend, fit for print."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby
from operator import attrgetter
from typing import Final

from generator.cli.diff.text import NO_CHANGE, PRINTED_ONLY, headline
from generator.transform.diff.change import Change, ChangeKind, Part, counted
from generator.transform.diff.marking import Mark, MarkKind

_STYLE: Final = """
body { font: 11pt/1.45 "Times New Roman", serif; max-width: 62rem; margin: 1.5rem auto; padding: 0 1rem; color: #111; }
h1 { font-size: 1.3em; } h2 { font-size: 1.1em; margin: 1.4em 0 .3em; }
table { border-collapse: collapse; width: 100%; }
td, th { border: 1px solid #bbb; padding: .3em .5em; vertical-align: top; text-align: left; }
th { background: #dce6f1; } td:nth-child(1) { width: 5.5em; } td:nth-child(2) { width: 30%; }
tr { break-inside: avoid; }
del { background: #fde2e2; color: #9c0006; text-decoration: line-through; }
ins { background: #ddf3dd; color: #0a5a0a; text-decoration: underline; }
.kind { font-weight: bold; white-space: nowrap; } .removed { color: #9c0006; } .added { color: #0a5a0a; }
.moved { color: #1f4e79; } .changed { color: #7f6000; } .legend { color: #444; }
"""
_TAGS: Final = {MarkKind.REMOVED: "del", MarkKind.ADDED: "ins"}


def change_page(names: tuple[str, str], changes: Sequence[Change], *, printed_only: bool) -> str:
    """Return the page; the same changes give the same text."""
    title = f"So sánh {names[0]} và {names[1]}"
    lines = [
        "<!doctype html>",
        f'<html lang="vi"><head><meta charset="utf-8"><title>{escape(title)}</title><style>{_STYLE}</style></head>',
        f"<body><h1>{escape(title)}</h1>",
        f"<p><strong>{escape(counted(changes) or NO_CHANGE)}</strong></p>",
        '<p class="legend">Chữ <del>gạch ngang, nền đỏ</del> chỉ có ở bản cũ; chữ <ins>gạch chân, nền xanh</ins> chỉ có'
        " ở bản mới; chữ thường có ở cả hai.</p>",
    ]
    if printed_only:
        lines.append(f'<p class="legend">{PRINTED_ONLY}</p>')
    for part, members in groupby(changes, attrgetter("part")):
        lines.append(f"<h2>{escape(part.label)}</h2>")
        lines.append("<table><thead><tr><th>Việc</th><th>Chỗ</th><th>Nội dung</th></tr></thead><tbody>")
        lines += map(_row, members)
        lines.append("</tbody></table>")
    return "\n".join([*lines, "</body></html>", ""])


def _row(change: Change) -> str:
    kind = f'<td class="kind {change.kind.value}">{change.kind.label}</td>'
    return f"<tr>{kind}<td>{escape(headline(change))}</td><td>{_texts(change)}</td></tr>"


def _texts(change: Change) -> str:
    if change.part is Part.YEAR:
        return ""
    if change.kind is ChangeKind.ADDED:
        return _tagged(Mark(MarkKind.ADDED, change.new))
    if change.kind is ChangeKind.REMOVED:
        return _tagged(Mark(MarkKind.REMOVED, change.old))
    if change.kind is ChangeKind.MOVED and not (change.old or change.new):
        return escape(change.name)
    return "".join(map(_tagged, change.marked)) or f"{escape(change.old)} → {escape(change.new)}"


def _tagged(mark: Mark) -> str:
    text = escape(mark.words).replace("\n", "<br>")
    tag = _TAGS.get(mark.kind)
    return f"<{tag}>{text}</{tag}>" if tag else text
