"""``vanban doctor``: is everything here that the program needs?"""

from __future__ import annotations

import click

from generator.doctor import diagnose


@click.command()
def doctor() -> int:
    """Kiểm tra máy: Python, LibreOffice, phông chữ, mẫu và dữ liệu kèm theo."""
    checks = diagnose()
    for check in checks:
        mark = click.style("tốt ", fg="green") if check.ok else click.style("lỗi ", fg="red")
        click.echo(f"{mark} {check.name}: {check.detail}")
        if not check.ok and check.hint:
            click.echo(f"      → {check.hint}")
    return 0 if all(check.ok for check in checks) else 1
