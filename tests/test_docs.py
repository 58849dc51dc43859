"""What the documents say is so: the reference is the code's, links lead somewhere, commands and targets exist."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from sqlalchemy import Table

from bench.reference.book import pages
from bench.reference.code import kinds_of_errors
from bench.reference.outside import every_command
from bench.reference.source import codes_of
from octavo.app.observe import Metrics
from octavo.cli.main import octavo
from octavo.settings import PREFIX, Settings
from octavo.store import schema
from octavo.web.app import DOORS

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
REFERENCE = ROOT / "docs" / "reference"

_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
_HEADING = re.compile(r"^#+ (.+)$", re.M)


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("name", pages())
def test_the_reference_is_what_the_code_says(name: str) -> None:
    written = (REFERENCE / name).read_text()

    assert written == pages()[name], "run `make reference`"


def test_the_reference_names_every_setting_with_its_description() -> None:
    text = (REFERENCE / "settings.md").read_text()

    for name, field in Settings.model_fields.items():
        assert field.description, f"{name} has no description"
        assert f"`{PREFIX}{name.upper()}`" in text
        assert field.description.replace("|", "\\|") in text


def test_the_reference_names_every_command_and_option() -> None:
    text = (REFERENCE / "commands.md").read_text()
    commands = dict(every_command(octavo, "octavo"))

    assert {"octavo run", "octavo feed add", "octavo story show", "octavo db upgrade"} <= set(commands)
    for words, command in commands.items():
        part = text.partition(f"## `{words}`\n")[2].partition("\n## ")[0]
        assert command.help, f"{words} has no help"
        for option in command.params:
            if isinstance(option, click.Option):
                assert f"{option.opts[0]}" in part, f"{words} {option.opts[0]} is not described"


def test_the_reference_names_every_table_and_column() -> None:
    text = (REFERENCE / "tables.md").read_text()

    for table in (value for value in vars(schema).values() if isinstance(value, Table)):
        part = text.partition(f"## `{table.name}`\n")[2].partition("\n## ")[0]
        assert all(f"| `{column.name}` |" in part for column in table.columns)


def test_the_reference_names_every_error_code() -> None:
    text = (REFERENCE / "errors.md").read_text()
    codes = {kind.code for kind in kinds_of_errors()} | {
        code for call in ("Refused", "Failed") for code, _ in codes_of(call)
    }

    assert {"blocked_by_outlet", "stuck", "no_picture", "paywall", "crashed"} <= codes
    assert all(f"| `{code}` |" in text for code in codes)


def test_the_reference_names_every_address() -> None:
    text = (REFERENCE / "routes.md").read_text()

    for door in (DOORS.everybodys, DOORS.readers, DOORS.feeds, DOORS.owners):
        assert door
        assert all(f"`{getattr(route, 'path', '')}`" in text for route in door)


def test_the_reference_names_every_metric() -> None:
    text = (REFERENCE / "metrics.md").read_text()

    assert all(f"| `{family.name}" in text for family in Metrics().registry.collect())


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_relative_links_lead_to_files_and_headings(document: Path) -> None:
    for target in _LINK.findall(_FENCED.sub("", document.read_text())):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, heading = target.partition("#")
        file = (document.parent / path).resolve() if path else document
        assert file.exists(), f"{target} is not there"
        assert file.is_relative_to(ROOT), f"{target} leads out of the repository"
        if heading:
            assert heading in set(_anchors(file)), f"{target}: no such heading"


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_make_targets_that_are_named_exist(document: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.M))

    text = document.read_text()
    named_ = re.findall(r"`make ([a-z-]+)", text) + re.findall(r"^\$ make ([a-z-]+)", text, re.M)
    assert set(named_) <= targets


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_octavo_commands_in_console_blocks_can_be_called(document: Path) -> None:
    for words in _commands(document.read_text()):
        _parse(octavo, "octavo", words)


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_settings_that_are_named_exist(document: Path) -> None:
    known = {PREFIX + name.upper() for name in Settings.model_fields} | {
        "OCTAVO_CONFIG",
        "OCTAVO_TEST_POSTGRES",
    }

    for name in re.findall(r"(?<![A-Z_])OCTAVO_[A-Z_]*[A-Z]", document.read_text()):
        assert name.removesuffix("_FILE") in known, f"{name} is no setting"


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_files_of_ours_that_are_named_exist(document: Path) -> None:
    for name in re.findall(r"`((?:octavo|tests|bench|docs|contrib)/[\w./-]*)`", document.read_text()):
        assert (ROOT / name).exists(), f"{name} is not there"


def test_no_document_names_a_machine() -> None:
    for document in DOCUMENTS:
        assert not re.search(r"/(work|tmp|root|home/\w+)/", document.read_text()), named(document)


def test_a_misspelt_command_would_be_noticed() -> None:
    with pytest.raises(click.UsageError):
        _parse(octavo, "octavo", ["feed", "ad", "https://example.org"])
    with pytest.raises(click.UsageError):
        _parse(octavo, "octavo", ["feed", "list", "--jason"])
    with pytest.raises(click.UsageError):
        _parse(octavo, "octavo", ["feed", "add", "https://example.org", "https://example.net"])
    with pytest.raises(click.UsageError):
        _parse(octavo, "octavo", ["restore"])


def _anchors(document: Path) -> Iterator[str]:
    for heading in _HEADING.findall(_FENCED.sub("", document.read_text())):
        plain = re.sub(r"[^\w\- ]", "", heading.lower().replace("`", ""))
        yield plain.replace(" ", "-")


def _commands(text: str) -> Iterator[list[str]]:
    """Yield the words after `octavo` of each command line in a console block."""
    for kind, block in _FENCED.findall(text):
        for line in block.replace("\\\n", " ").splitlines() if kind == "console" else ():
            words = shlex.split(line.removeprefix("$ "), comments=True) if line.startswith("$ ") else []
            while words and ("=" in words[0] or words[0] == "sudo"):
                words.pop(0)
            if words and Path(words[0]).name == "octavo":
                yield list(_until_pipe(words[1:]))


def _until_pipe(words: list[str]) -> Iterator[str]:
    for word in words:
        if word in ("|", ">", "<", "&&", "&"):
            return
        yield word


def _parse(command: click.Command, name: str, words: list[str]) -> None:
    """Let click take *words* apart without running anything; a group hands on to its command."""
    context = click.Context(command, info_name=name)
    given, rest, _ = command.make_parser(context).parse_args(list(words))
    if isinstance(command, click.Group):
        if rest:
            below, found, rest = command.resolve_command(context, rest)
            assert found is not None
            _parse(found, below or "", rest)
        return
    arguments = [p for p in command.params if isinstance(p, click.Argument) and p.required]
    missing = [p.name for p in arguments if not isinstance(given.get(p.name or ""), str | tuple)]
    if rest or missing:
        raise click.UsageError(f"{name}: {rest or missing}", context)
