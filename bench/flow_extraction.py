"""Extraction alone over a folder of pages: trafilatura with Octavo's options, nothing else. A process of its own."""

import json
import sys
import time
from pathlib import Path

import trafilatura

from bench.usage import peak_mb
from octavo.core.pages.decoding import decode


def main() -> None:
    """Read the folder from the arguments and print the cost as JSON."""
    pages = [path.read_bytes() for path in sorted(Path(sys.argv[1]).glob("*.html"))]
    started = time.process_time()
    for body in pages:
        trafilatura.bare_extraction(
            decode(body),
            url="http://alone.test/",
            favor_precision=True,
            include_comments=False,
            with_metadata=False,
        )
    print(json.dumps({"pages": len(pages), "cpu": time.process_time() - started, "peak_mb": peak_mb()}))
