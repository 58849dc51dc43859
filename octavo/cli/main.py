"""The `octavo` command: its groups and commands, its exit codes."""

import sys

import click

from octavo import VERSION
from octavo.cli import backup, demo, serving
from octavo.cli.settled import fail
from octavo.core.errors import OctavoError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="octavo")
def octavo() -> None:
    """A self-hosted news desk: many reports in, few stories out."""


for command in (serving.run, serving.web, serving.work, demo.demo, backup.backup, backup.restore, backup.db):
    octavo.add_command(command)


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
