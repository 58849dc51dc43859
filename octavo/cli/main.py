"""The `octavo` command: its groups and commands, its exit codes."""

import sys

import click
from click.shell_completion import get_completion_class

from octavo import VERSION
from octavo.cli import backup, demo, doctor, feed, serving, story
from octavo.cli.settled import fail
from octavo.core.errors import OctavoError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="octavo")
def octavo() -> None:
    """A self-hosted news desk: many reports in, few stories out."""


for command in (
    serving.run, serving.web, serving.work, demo.demo, feed.feed, story.story, story.search, doctor.doctor, backup.backup, backup.restore, backup.db,
):  # fmt: skip
    octavo.add_command(command)


@octavo.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print what makes SHELL complete octavo's commands: eval "$(octavo completion bash)"."""
    made = get_completion_class(shell)
    assert made is not None  # the choice lists the shells that click knows
    click.echo(made(octavo, {}, "octavo", "_OCTAVO_COMPLETE").source())


def main() -> None:
    """Run the command. Exit codes: 0 done, 1 it failed (one sentence says why), 2 it was called wrongly."""
    try:
        octavo.main(prog_name="octavo", standalone_mode=False)
    except click.exceptions.Exit as ending:
        sys.exit(ending.exit_code)
    except click.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except OctavoError as error:
        fail(str(error))
    except BrokenPipeError:
        sys.exit(0)
    except OSError as error:
        fail(f"{error.filename or 'the system'}: {error.strerror or error}. Nothing that was stored is lost.")
