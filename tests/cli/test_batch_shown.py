"""What a batch shows while it runs: a line every few seconds where no terminal is."""

from __future__ import annotations

import pytest

from generator.cli.batch import shown


def test_lines_come_not_more_often_than_every_few_seconds(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seconds = iter(range(100))
    monkeypatch.setattr(shown.time, "monotonic", lambda: float(next(seconds)))
    with shown.progress("Làm văn bản", 20) as tell:
        for done in range(1, 13):
            tell(done)
    lines = capsys.readouterr().err.splitlines()
    assert lines == [
        "Làm văn bản: 5/20, 1,0/giây, còn khoảng 15 giây",
        "Làm văn bản: 10/20, 1,0/giây, còn khoảng 10 giây",
    ]
