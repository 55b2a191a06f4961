"""The guide says what is so: its commands and options, files, pictures, sheets and fields exist."""

from __future__ import annotations

import re
import shlex
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from generator.cli.batch.skeleton import JOB
from generator.cli.main import vanban
from generator.cli.new.progress import PROGRESS
from generator.model.store import load_document
from generator.nd30.document_types import document_type, type_by_name
from generator.workbook.blank import blank_document

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    path.relative_to(ROOT)
    for path in (*ROOT.glob("docs/*.md"), *ROOT.glob("docs/loai_van_ban/*.md"))
    if path.name not in {"commands.md", "glossary.md"}
)
KIND_PAGES = [page for page in PAGES if page.parent.name == "loai_van_ban"]
SAMPLES = sorted(path.relative_to(ROOT) for path in ROOT.glob("data/documents/*.yaml"))


def _text(page: Path) -> str:
    return (ROOT / page).read_text("utf-8")


def _commands(page: Path) -> Iterator[list[str]]:
    """Yield the words of each command: lines of sh blocks, and what stands in backticks."""
    blocks = re.findall(r"^```sh\n(.*?)^```", _text(page), re.M | re.S)
    inline = re.findall(r"`(vanban [^`]+)`", re.sub(r"^```.*?^```", "", _text(page), flags=re.M | re.S))
    for line in (*"".join(blocks).splitlines(), *inline):
        words = shlex.split(line)
        if words and words[0] == "vanban":
            yield words[1:]


def _fault(words: list[str]) -> str | None:
    """Return what is wrong with a command: an unknown name or option."""
    command: click.Command = vanban
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        name, *words = words
        found = command.commands.get(name)
        if found is None:
            return f"không có lệnh {name}"
        command = found
    known = {option for parameter in command.params for option in parameter.opts} | {"--help", "-h"}
    return next((f"không có tùy chọn {word}" for word in words if word.startswith("-") and word not in known), None)


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_command_and_option_exists(page: Path) -> None:
    assert {shlex.join(words): fault for words in _commands(page) if (fault := _fault(words))} == {}


@pytest.mark.parametrize("command", ["vanish", "render --nothing x", "template nothing"])
def test_a_command_that_does_not_exist_is_found(command: str) -> None:
    assert _fault(command.split())


def test_every_kind_named_in_a_command_exists() -> None:
    kinds = {words[1] for page in PAGES for words in _commands(page) if words[0] == "new" and "--help" not in words}
    assert kinds
    for kind in kinds - {JOB, PROGRESS}:
        blank_document(kind)


@pytest.mark.parametrize("page", [*PAGES, Path("README.md")], ids=str)
def test_every_link_and_picture_exists(page: Path) -> None:
    links = [link for link in re.findall(r"\]\(([^)\s]+)\)", _text(page)) if "://" not in link]
    assert [link for link in links if not _leads_somewhere(page, link)] == []


def _leads_somewhere(page: Path, link: str) -> bool:
    path, _, anchor = link.partition("#")
    target = (ROOT / page.parent / path).resolve() if path else ROOT / page
    return target.exists() and (not anchor or anchor in _anchors(target))


def _anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_the_text_is_composed_unicode(page: Path) -> None:
    assert unicodedata.is_normalized("NFC", _text(page))


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_the_page_of_its_kind_shows_each_sample_and_its_picture(sample: Path) -> None:
    name = document_type(load_document(_text(sample), str(sample)).kind).name
    page = next(page for page in KIND_PAGES if _text(page).startswith(f"# {name}\n"))
    assert f"({Path('../..') / sample})" in _text(page)
    assert f"(../images/{sample.stem}.png)" in _text(page)


def test_the_index_leads_to_every_page() -> None:
    index = _text(Path("docs/README.md"))
    assert [page for page in PAGES if page.name != "README.md" and f"({page.relative_to('docs')})" not in index] == []


@pytest.mark.parametrize("page", KIND_PAGES, ids=str)
def test_a_page_names_form_and_command_of_its_kind(page: Path) -> None:
    title = _text(page).partition("\n")[0].removeprefix("# ")
    kind = type_by_name(title)
    assert kind
    assert (kind.form or "không có mẫu riêng") in _text(page).splitlines()[2]
    assert f"vanban new {kind.id} " in _text(page)
    assert f"vanban template fields {kind.id}" in _text(page)
