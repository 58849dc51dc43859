import subprocess
import sys

from bench.usage import Watch, cpu_seconds, descendants, peak_mb

BUSY = (
    "import sys; kept = bytearray(60_000_000); sum(range(4_000_000)); print(1, flush=True); sys.stdin.read()"
)


def test_the_memory_and_cpu_time_of_started_processes_are_seen() -> None:
    before = cpu_seconds()

    with (
        Watch() as watch,
        subprocess.Popen(
            [sys.executable, "-c", BUSY], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as process,
    ):
        assert process.stdout is not None
        process.stdout.readline()
        during = cpu_seconds()
        started = descendants(process.pid), peak_mb(process.pid)
        watch.note()
        process.communicate()

    assert watch.highest_mb > 60
    assert during > before
    assert started[0] == []
    assert started[1] > 60


def test_a_process_that_is_not_there_uses_nothing() -> None:
    assert peak_mb(2**22 + 1) == 0.0
    assert descendants(2**22 + 1) == []
