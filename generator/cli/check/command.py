"""``vanban check``: any document judged by the decree, each finding with its clause and its place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from generator.cli.check.copies import Copies, Outcome
from generator.cli.check.judged import Call, judged_files, listed_files
from generator.cli.check.means import codes_of, given_day, means_of, settings_of
from generator.cli.files.project_file import NAME
from generator.cli.paths import FILE
from generator.cli.problems import show_error, show_findings
from generator.diagnostics import Severity
from generator.errors import GeneratorError, UsageError
from generator.lint.gate import Judgement
from generator.lint.rule import Rule, all_rules, chosen_rules, rule_of
from generator.nd30.document_types import DOCUMENT_TYPES

_SHORTHAND = re.compile(r"PL I/([IVX]+)/|PL ([IVX]+)/")
_OF_THE_DECREE = ("PL ", "Điều ")
_COUNTED = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.HINT: "gợi ý"}


@click.command()
@click.argument("sources", metavar="TỆP...", nargs=-1, type=FILE)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Dạng kết quả."
)
@click.option("--select", metavar="MÃ", multiple=True, help="Chỉ xét quy tắc này (PG-03) hoặc nhóm này (PG).")
@click.option("--ignore", metavar="MÃ", multiple=True, help="Bỏ qua quy tắc hoặc nhóm này.")
@click.option("--units", metavar="DANH_MỤC", type=FILE, help="Danh mục đơn vị, để xét địa danh và tên đơn vị.")
@click.option("--register", metavar="SỔ", type=FILE, multiple=True, help="Sổ văn bản của cơ quan, thêm vào sổ có sẵn.")
@click.option("--holidays", metavar="LỊCH", type=FILE, help="Lịch nghỉ lễ, thay cho lịch có sẵn.")
@click.option("--parent", metavar="TỆP", type=FILE, help="Kế hoạch của cấp trên mà văn bản triển khai.")
@click.option("--on", metavar="NGÀY", callback=given_day, help="Xét như vào ngày này (2026-07-01 hoặc 01/7/2026).")
@click.option("--config", metavar="TỆP", type=FILE, help=f"Tệp cấu hình, thay cho {NAME} tìm thấy.")
@click.option("--no-config", is_flag=True, help="Không đọc tệp cấu hình nào.")
@click.option("--jobs", metavar="SỐ", type=click.IntRange(min=1), help="Số tiến trình; không ghi thì bằng số bộ xử lý.")
@click.option("--fix", metavar="THƯ_MỤC", type=FILE, help="Ghi vào đây bản đã tự sửa trình bày; bản gốc giữ nguyên.")
@click.option("--annotate", metavar="THƯ_MỤC", type=FILE, help="Ghi vào đây bản có kết quả xét ở dạng ghi chú Word.")
@click.option("--explain", metavar="MÃ", help="Giải thích một quy tắc rồi thôi.")
@click.option("--list-rules", is_flag=True, help="Liệt kê các quy tắc rồi thôi.")
def check(sources: tuple[Path, ...], **options: Any) -> int:
    """Xét văn bản theo Nghị định 30/2020/NĐ-CP, mỗi chỗ sai nêu rõ điều khoản và chỗ đứng.

    Xét tệp Word theo định dạng thực sự hiện ra, tệp PDF theo chữ và hình các trang, tệp .txt theo lời văn; .doc, .rtf,
    .odt, .html qua LibreOffice. TỆP là thư mục thì xét mọi văn bản trong đó. Văn bản của Đảng và văn bản quy phạm pháp
    luật có thể thức riêng nên chỉ được nhận ra, không xét.

    Tệp vanban.toml ở thư mục đang đứng hoặc thư mục bên trên cho biết điều cơ quan đã chọn: [check] với select, ignore,
    units, register, holidays, parent; [check.severity] "NO-02" = "warning"; [check.per-file-ignores] "mau/*.docx" =
    ["NN"].

    --fix tự sửa những gì chắc chắn (lề, khổ giấy, phông, cỡ, kiểu chữ, giãn cách, đường kẻ, số trang, Unicode, dấu
    cách, các nhãn cố định), không đổi lời văn, liệt kê việc đã làm và chỗ còn lại cho người sửa. Tệp đã ký số hoặc đang
    được bảo vệ chỉ được xét.

    Mã thoát, với --fix là của bản đã sửa: 0 không có lỗi và cảnh báo; 1 có lỗi hoặc cảnh báo; 3 có tệp không đọc được.

    \b
    Ví dụ: vanban check ke_hoach.docx
           vanban check van_ban_di/ --parent ke_hoach_tinh.pdf
           vanban check --explain PG-03
    """
    if options["explain"] is not None:
        _explain(rule_of(options["explain"]))
        return 0
    if options["list_rules"]:
        _list_rules()
        return 0
    outcomes = _outcomes(sources, options)
    judged = {path: one.judgement for path, one in outcomes.items() if isinstance(one, Outcome)}
    shown = [one for one in outcomes.values() if isinstance(one, Outcome)]
    if options["form"] == "json":
        click.echo(json.dumps({"files": list(map(_as_json, shown))}, ensure_ascii=False, indent=2))
    else:
        for outcome in shown:
            outcome.show()
        _show(judged)
    if failures := [one for one in outcomes.values() if not isinstance(one, Outcome)]:
        return max(failure.exit_code for failure in failures)
    return 0 if all(one.is_clean for one in judged.values()) else 1


def _outcomes(sources: Sequence[Path], options: Mapping[str, Any]) -> dict[Path, Outcome | GeneratorError]:
    """Return what came of each file in order; what keeps one from being judged is shown on the error stream."""
    if not sources:
        raise UsageError("cần ít nhất một tệp để xét", hint="vanban check --help cho xem cách dùng")
    files = listed_files(sources)
    settings = settings_of(options)
    select = codes_of(options["select"]) or settings.select
    ignore = (*codes_of(options["ignore"]), *settings.ignore)
    chosen_rules(select, ignore)
    copies = Copies(files, options["fix"], options["annotate"])
    call = Call(copies, select, ignore, means_of(options, settings), settings)
    found = {}
    for path, outcome in judged_files(list(files), call, options["jobs"]):
        found[path] = outcome
        if not isinstance(outcome, Outcome):
            show_error(outcome)
    return found


def _list_rules() -> None:
    for one in all_rules().values():
        click.echo(f"{one.code}  {one.severity.label:8}  {one.name} ({one.clause})")


def _explain(rule: Rule) -> None:
    click.echo(f"{rule.code}: {rule.name} ({rule.severity.label}; {rule.clause})")
    click.echo(f"\n{rule.explanation}")
    if rule.clause.startswith(_OF_THE_DECREE):
        clause = _SHORTHAND.sub(_in_full, rule.clause)
        click.echo(f"\nNơi quy định: {clause}, Nghị định số 30/2020/NĐ-CP.")
    else:
        click.echo(f"\nLý do: {rule.clause}; Nghị định số 30/2020/NĐ-CP không quy định.")


def _in_full(match: re.Match[str]) -> str:
    """Return in words where a clause stands: only Phụ lục I has Phần above its Mục."""
    return f"Phụ lục I, Phần {match[1]}, Mục " if match[1] else f"Phụ lục {match[2]}, Mục "


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
