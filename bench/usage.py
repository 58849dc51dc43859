"""What this process and the processes that it starts use: peak memory and CPU time."""

import contextlib
import os
import re
import threading
from pathlib import Path
from types import TracebackType
from typing import Final

LOOK_SECONDS: Final = 0.1
_TICKS: Final = os.sysconf("SC_CLK_TCK")
_PEAK: Final = re.compile(r"VmHWM:\s+(\d+) kB")


def peak_mb(pid: int | None = None) -> float:
    """Return the most memory that process *pid* (without one: this one) has used so far; 0 if it has ended."""
    try:
        found = _PEAK.search(Path(f"/proc/{pid or os.getpid()}/status").read_text())
    except OSError:
        return 0.0
    return int(found[1]) / 1024 if found else 0.0


def cpu_seconds(pid: int | None = None) -> float:
    """Return the CPU time of process *pid* (without one: this one) and of all that it started and that still run."""
    pid = pid or os.getpid()
    return sum(_own_cpu(one) for one in (pid, *descendants(pid)))


def _own_cpu(pid: int) -> float:
    """Return the CPU time of one process and of its children that have ended."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(map(int, fields[11:15])) / _TICKS


def descendants(pid: int) -> list[int]:
    """Return the processes that *pid* has started, and those that they have; one that ends meanwhile may be left out."""
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            for child in map(int, task.read_text().split()):
                found += [child, *descendants(child)]
    return found


class Watch:
    """Watches, while its block runs, the peak of each process that this one starts."""

    def __init__(self) -> None:
        self._peaks: dict[int, float] = {}
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    @property
    def highest_mb(self) -> float:
        """The peak of the largest of them."""
        return max(self._peaks.values(), default=0.0)

    @property
    def sum_mb(self) -> float:
        """The sum of their peaks."""
        return sum(self._peaks.values())

    def __enter__(self) -> "Watch":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._note()
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(LOOK_SECONDS):
            self._note()

    def _note(self) -> None:
        for pid in descendants(os.getpid()):
            # The newest figure, not the highest: until it becomes another program, a process shows its parent's.
            self._peaks[pid] = peak_mb(pid) or self._peaks.get(pid, 0.0)
