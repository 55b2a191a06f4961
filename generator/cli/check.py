"""``vanban check``: any Word file judged by the decree, each finding with its clause and its place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import click

from generator.cli.check_copies import Copies, Outcome
from generator.cli.paths import FILE
from generator.cli.report import show_error, show_findings
from generator.diagnostics import Severity
from generator.errors import DataError, UsageError
from generator.files import read_bytes
from generator.lint.gate import Judgement
from generator.lint.rule import Rule, chosen_rules, rule_of
from generator.lint.word import subject_of
from generator.nd30.document_types import DOCUMENT_TYPES
from generator.registers.store import load_register
from generator.registers.units import UnitDirectory

SUFFIX = ".docx"
_SHORTHAND = re.compile(r"PL I/([IVX]+)/|PL ([IVX]+)/")
_COUNTED = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.HINT: "gợi ý"}


@click.command()
@click.argument("sources", metavar="TỆP...", nargs=-1, type=FILE)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Dạng kết quả."
)
@click.option("--select", metavar="MÃ", multiple=True, help="Chỉ xét quy tắc này (PG-03) hoặc nhóm này (PG).")
@click.option("--ignore", metavar="MÃ", multiple=True, help="Bỏ qua quy tắc hoặc nhóm này.")
@click.option("--units", "directory", metavar="DANH_MỤC", type=FILE, help="Danh mục đơn vị, để xét địa danh.")
@click.option("--fix", metavar="THƯ_MỤC", type=FILE, help="Ghi vào đây bản đã tự sửa trình bày; bản gốc giữ nguyên.")
@click.option("--annotate", metavar="THƯ_MỤC", type=FILE, help="Ghi vào đây bản có kết quả xét ở dạng ghi chú Word.")
@click.option("--explain", metavar="MÃ", help="Giải thích một quy tắc rồi thôi.")
def check(
    sources: tuple[Path, ...],
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    directory: Path | None,
    fix: Path | None,
    annotate: Path | None,
    explain: str | None,
) -> int:
    """Xét thể thức của văn bản Word theo Nghị định 30/2020/NĐ-CP, mỗi chỗ sai nêu rõ điều khoản.

    Xét định dạng thực sự hiện ra trong Word, của văn bản do bất cứ ai soạn. Văn bản của Đảng và văn bản quy phạm pháp
    luật có thể thức riêng nên chỉ được nhận ra, không xét.

    --fix tự sửa những gì chắc chắn (lề, khổ giấy, phông, cỡ, kiểu chữ, giãn cách, đường kẻ, số trang, Unicode, dấu
    cách, các nhãn cố định), không đổi lời văn, liệt kê việc đã làm và chỗ còn lại cho người sửa. Tệp đã ký số hoặc đang
    được bảo vệ chỉ được xét.

    Mã thoát, với --fix là của bản đã sửa: 0 không có lỗi và cảnh báo; 1 có lỗi hoặc cảnh báo; 3 có tệp không đọc được.

    \b
    Ví dụ: vanban check ke_hoach.docx
           vanban check --explain PG-03
    """
    if explain is not None:
        _explain(rule_of(explain))
        return 0
    _require_word_files(sources)
    rules = chosen_rules(_codes(select), _codes(ignore))
    copies = Copies(sources, fix, annotate)
    outcomes = _outcomes(sources, rules, _units(directory), copies)
    judged = {outcome.repaired_copy or source: outcome.judgement for source, outcome in outcomes.items()}
    if form == "json":
        click.echo(json.dumps({"files": [_as_json(one) for one in outcomes.values()]}, ensure_ascii=False, indent=2))
    else:
        for outcome in outcomes.values():
            outcome.show()
        _show(judged)
    if len(judged) < len(set(sources)):
        return DataError.exit_code
    return 0 if all(one.is_clean for one in judged.values()) else 1


def _explain(rule: Rule) -> None:
    click.echo(f"{rule.code}: {rule.name} ({rule.severity.label}; {rule.clause})")
    click.echo(f"\n{rule.explanation}")
    clause = _SHORTHAND.sub(_in_full, rule.clause)
    click.echo(f"\nNơi quy định: {clause}, Nghị định số 30/2020/NĐ-CP.")


def _in_full(match: re.Match[str]) -> str:
    """Return in words where a clause stands: only Phụ lục I has Phần above its Mục."""
    return f"Phụ lục I, Phần {match[1]}, Mục " if match[1] else f"Phụ lục {match[2]}, Mục "


def _codes(words: Iterable[str]) -> list[str]:
    return [code for word in words for code in word.replace(",", " ").split()]


def _require_word_files(sources: Sequence[Path]) -> None:
    if not sources:
        raise UsageError("cần ít nhất một tệp để xét", hint="vanban check --help cho xem cách dùng")
    for source in sources:
        if source.suffix.lower() != SUFFIX:
            hint = "hãy mở tệp bằng Word rồi lưu lại dạng .docx"
            raise UsageError("phiên bản này chỉ xét tệp Word (.docx)", where=str(source), hint=hint)


def _units(path: Path | None) -> UnitDirectory | None:
    return None if path is None else load_register(read_bytes(path), str(path), UnitDirectory)


def _outcomes(
    sources: Iterable[Path], rules: Sequence[Rule], units: UnitDirectory | None, copies: Copies
) -> dict[Path, Outcome]:
    """Return what came of each file that can be read; the others are named on the error stream."""
    found = {}
    for source in sources:
        read = partial(subject_of, filename=str(source), units=units)
        try:
            found[source] = copies.made(source, read_bytes(source), read, rules)
        except DataError as failure:
            show_error(failure)
    return found


def _as_json(outcome: Outcome) -> dict[str, Any]:
    judgement = outcome.judgement
    findings = [finding.to_json() for finding in judgement.findings]
    return {"path": str(outcome.source), "kind": judgement.kind, "findings": findings, **outcome.as_json()}


def _show(judged: Mapping[Path, Judgement]) -> None:
    for source, judgement in judged.items():
        kind = DOCUMENT_TYPES[judgement.kind].name if judgement.kind else "không rõ loại văn bản"
        click.echo(f"{source} ({kind}): {_counts([judgement])}")
        show_findings(judgement.findings)
    if judged:
        clean = sum(one.is_clean for one in judged.values())
        click.echo(f"Tổng cộng: {len(judged)} tệp, {clean} tệp đạt; {_counts(judged.values())}")


def _counts(judgements: Iterable[Judgement]) -> str:
    listed = list(judgements)
    counts = {word: sum(one.count(severity) for one in listed) for severity, word in _COUNTED.items()}
    return ", ".join(f"{count} {word}" for word, count in counts.items() if count) or "không có lỗi"
