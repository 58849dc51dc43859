"""The `octavo` command as a process of its own, as a user runs it."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def octavo(
    *words: str, data: Path, given: bytes = b"", **environment: str
) -> "subprocess.CompletedProcess[str]":
    """Run the command to its end and return what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", "octavo", *words],
        input=given,
        env=_environment(data, environment),
        capture_output=True,
        timeout=120,
        check=False,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


@contextmanager
def octavo_running(
    *words: str, data: Path, **environment: str
) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """Give a running command and the address that it announced."""
    with subprocess.Popen(
        [sys.executable, "-m", "octavo", *words],
        env=_environment(data, environment),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        try:
            found = re.search(r"Octavo is at (http://\S+)", process.stdout.readline())
            assert found, "it announced no address"
            yield process, found[1]
        finally:
            process.kill()


@contextmanager
def octavo_work(*words: str, data: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """Give a running worker."""
    command = [sys.executable, "-m", "octavo", "work", *words]
    with subprocess.Popen(command, env=_environment(data, {})) as process:
        try:
            yield process
        finally:
            process.kill()


def _environment(data: Path, environment: dict[str, str]) -> dict[str, str]:
    ours = {name: value for name, value in os.environ.items() if not name.startswith("OCTAVO_")}
    return {**ours, "OCTAVO_DATA": str(data), "OCTAVO_LOG_LEVEL": "error", "COLUMNS": "200", **environment}
