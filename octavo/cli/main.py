"""The `octavo` command: its groups and commands, each loaded when it is asked for, and the exit codes."""

import sys
from importlib import import_module
from typing import Final

import click
from click.shell_completion import get_completion_class

from octavo import VERSION
from octavo.cli.settled import fail
from octavo.core.errors import OctavoError

COMMANDS: Final = {
    "backup": "backup:backup",
    "completion": "main:completion",
    "db": "backup:db",
    "demo": "demo:demo",
    "doctor": "doctor:doctor",
    "feed": "feed:feed",
    "restore": "backup:restore",
    "run": "serving:run",
    "search": "story:search",
    "story": "story:story",
    "web": "serving:web",
    "work": "serving:work",
}
"""Each command and where it is: `file:name` in this package."""


class Commands(click.Group):
    """Imports a command's file only when it is used: reading pages and folding need much that most commands do not."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return all names."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name, or None."""
        place = COMMANDS.get(cmd_name)
        if place is None:
            return None
        file, _, name = place.partition(":")
        command = getattr(import_module(f"octavo.cli.{file}"), name)
        assert isinstance(command, click.Command)  # the table above says so
        return command


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="octavo")
def octavo() -> None:
    """A self-hosted news desk: many reports in, few stories out."""


@click.command()
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
