"""newsboat over the feeds of a loopback server, twice; prints what each run cost. Not part of Octavo's tests of itself."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path


def installed() -> bool:
    """Say whether newsboat is on this machine."""
    return shutil.which("newsboat") is not None


def main() -> None:
    """Read port, number of feeds and a folder from the arguments."""
    port, count, folder = int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    urls, cache, config = folder / "urls", folder / "cache.db", folder / "config"
    urls.write_text("".join(f"http://127.0.0.1:{port}/{number}/feed\n" for number in range(count)))
    config.write_text("reload-threads 2\n")
    command = ["newsboat", "-u", str(urls), "-c", str(cache), "-C", str(config), "-x", "reload"]
    for run in ("cold", "again"):
        started = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, _, used = os.wait4(process.pid, 0)
        figures = {"wall": time.monotonic() - started, "cpu": used.ru_utime + used.ru_stime}
        print(
            json.dumps({"run": run, **figures, "peak_mb": used.ru_maxrss / 1024, "pool_mb": 0.0}), flush=True
        )
