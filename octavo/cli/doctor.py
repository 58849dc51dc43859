"""`octavo doctor`: is everything well, and if not, what to do."""

import asyncio
import sys
from dataclasses import asdict

import click
import orjson

from octavo.app import checking
from octavo.cli.settled import as_json, with_settings
from octavo.settings import Settings


@click.command()
@as_json()
@with_settings
def doctor(settings: Settings, json_: bool) -> None:
    """Check the installation and say what to do; ends with 1 when something is not well."""
    findings = asyncio.run(checking.check(settings))
    if json_:
        click.echo(orjson.dumps([asdict(f) for f in findings], option=orjson.OPT_INDENT_2))
    else:
        for finding in findings:
            click.echo(f"{'ok  ' if finding.is_well else 'MEND'}  {finding.what}: {finding.says}")
    sys.exit(0 if all(f.is_well for f in findings) else 1)
