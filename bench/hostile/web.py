"""The hostile server as a process of its own, and the questions that it answers about its readers."""

import json
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from bench.hostile.judge import Row

LIVES_SECONDS: Final = 7200
"""After which a forgotten server ends by itself."""


@dataclass(frozen=True, slots=True)
class HostileServer:
    """A running hostile server."""

    port: int

    @property
    def base(self) -> str:
        """Return its address."""
        return f"http://127.0.0.1:{self.port}"

    def rows(self) -> list[Row]:
        """Return all behaviours, in the server's order."""
        return [Row.parse(stated) for stated in self._ask("/")]

    def reset(self) -> None:
        """Let it forget what readers did."""
        self._ask("/reset")

    def traps(self) -> list[str]:
        """Return the names of the traps that readers fell into."""
        return sorted(self._ask("/traps"))

    def fired(self) -> list[str]:
        """Return the script markers that fired."""
        return sorted(self._ask("/pwned/report"))

    def journal(self) -> list[dict[str, Any]]:
        """Return the requests of readers, our own questions left out."""
        own = ("/traps", "/journal", "/reset", "/pwned/report", "/")
        return [asked for asked in self._ask("/journal") if asked["target"] not in own]

    def _ask(self, path: str) -> Any:
        with urllib.request.urlopen(self.base + path, timeout=60) as answer:
            return json.load(answer)


@contextmanager
def serving(script: Path, *, extra: list[Path]) -> Iterator[HostileServer]:
    """Run the server of *script* on a free port while the block runs."""
    more = [part for path in extra for part in ("--extra", str(path.resolve()))]
    command = [
        sys.executable,
        str(script.resolve()),
        "--port",
        "0",
        "--max-seconds",
        str(LIVES_SECONDS),
        *more,
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            first = process.stdout.readline().strip()
            if not first.isdigit():
                raise SystemExit(f"{script} did not print a port; is it the hostile web's server.py?")
            yield HostileServer(int(first))
        finally:
            process.terminate()
