"""Pictures of the demo's pages, in Chromium: two widths, light and dark, English and Arabic.

`python -m bench.screens [--out DIR] [--data DIR]`. The demo runs to its end first (a minute; a data folder that was given
and is done already is used as it is). `docs/screens/front-en.png` is a copy of `front-en-1280-light.png`.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Literal

from playwright.sync_api import Browser, Page, sync_playwright

COMMAND: Final = (sys.executable, "-m", "octavo")
CHROMIUM: Final = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")
SIZES: Final = ((1280, 900), (390, 844))
LANGUAGES: Final = ("en", "ar")
SCHEMES: Final[tuple[Literal["light", "dark"], ...]] = ("light", "dark")
SEARCHED: Final = {"en": "government", "ar": "الحكومة"}


def main(argv: Sequence[str] = ()) -> int:
    """Write the pictures and print their folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, help="folder for the pictures; a new temporary one without it")
    parser.add_argument("--data", type=Path, help="data folder of a demo; a temporary one without it")
    given = parser.parse_args(argv)
    chromium = shutil.which("chromium")
    if chromium is None:
        print("The pictures need Chromium. Install it: sudo apt-get install chromium")
        return 1
    out = given.out or Path(tempfile.mkdtemp(prefix="octavo-screens-"))
    out.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        _desk(given.data or Path(folder)) as address,
        sync_playwright() as play,
    ):
        browser = play.chromium.launch(executable_path=chromium, args=CHROMIUM)
        for language in LANGUAGES:
            for name, path in _addresses(browser, address, language):
                _take(browser, f"{address}{path}", out / f"{name}-{language}", language)
        browser.close()
    print(f"{len(list(out.glob('*.png')))} pictures in {out}")
    return 0


@contextmanager
def _desk(data: Path) -> Iterator[str]:
    """Run the demo to its end, then serve what it made, and give the address."""
    subprocess.run(
        [*COMMAND, "demo", "--once", "--port", "0", "--data", data], check=True, stdout=subprocess.DEVNULL
    )
    server = subprocess.Popen(
        [*COMMAND, "web", "--port", "0", "--data", data],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert server.stdout is not None
    try:
        found = re.search(r"http://\S+", server.stdout.readline())
        if found is None:
            raise SystemExit("The desk did not start; `octavo doctor` says why.")
        yield found[0]
    finally:
        server.terminate()
        server.wait()


def _addresses(browser: Browser, address: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield the pages by name: from the front page by its own links, as a reader goes."""
    page = browser.new_page(locale=language)
    page.goto(address)
    yield "front", "/"
    for name in ("story", "article", "hashtag"):
        path = _first_link(page, f"/{name}/")
        yield name, path
        page.goto(f"{address}{path}")
    page.goto(f"{address}/sources")
    yield "source", _first_link(page, "/source/")
    yield "search", f"/search?q={SEARCHED[language]}"
    yield "following", "/following"
    page.close()


def _first_link(page: Page, start: str) -> str:
    link = page.locator(f'main a[href^="{start}"]').first.get_attribute("href")
    assert link is not None, f"{page.url} has no link to {start}"
    return link


def _take(browser: Browser, address: str, file: Path, language: str) -> None:
    for width, height in SIZES:
        for scheme in SCHEMES:
            page = browser.new_page(
                viewport={"width": width, "height": height}, color_scheme=scheme, locale=language
            )
            page.goto(address, wait_until="networkidle")
            page.screenshot(path=file.with_name(f"{file.name}-{width}-{scheme}.png"))
            page.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
