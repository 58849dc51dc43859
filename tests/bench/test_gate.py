import io
import json
import tarfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest
import zstandard

from bench import gate, gate_wordings
from bench.gate_faults import FAULTS
from bench.gate_pages import GoodPage, UnfitPageError, judged, of_the_demo, paragraphs, with_text
from octavo.core.pages.gate import phrases

LINES = (
    "The river Elbe rose to nine metres in Dresden on Monday, the city said, as rain went on for a third day.",
    "Volunteers filled sandbags along the old town until the water began to fall at dusk on both of its banks.",
    "The mayor thanked the fire brigades of three neighbouring towns for their help through two whole nights.",
    "Trains to Prague will not run before Thursday, the railway announced in the evening after an inspection.",
)


def good(*, lines: tuple[str, ...] = LINES, more: str = "", host: str = "outlet.test") -> GoodPage:
    body = "".join(f"<p>{line}</p>" for line in lines)
    html = f"<html lang=en><head><title>Elbe floods old town of Dresden</title></head><body><nav>Home</nav><article>{body}</article>{more}</body></html>"
    return GoodPage("a", "made", host, "en", f"https://{host}/a", html.encode(), "utf-8", lines)


def wordings() -> Iterator[str]:
    for name, value in vars(gate_wordings).items():
        if name.isupper() and isinstance(value, dict):
            yield from chain.from_iterable(value.values())


def test_no_wording_of_a_wall_has_a_phrase_of_the_gate() -> None:
    said = list(wordings())

    assert len(said) > 50
    assert [text for text in said if phrases.wall(phrases.folded(text))] == []
    assert [text for text in said if phrases.asks_for_payment(phrases.folded(text))] == []


def test_hosts_and_words_are_either_for_developing_or_for_reporting() -> None:
    words = ("a", "b", "c", "d")

    assert [*gate_wordings.half(words, reported=False), *gate_wordings.half(words, reported=True)] == list(
        words
    )
    assert {good(host=f"outlet{n}.test").is_reported for n in range(20)} == {True, False}


def test_another_text_stands_where_the_labelled_one_stood_and_the_rest_of_the_page_stays() -> None:
    html = with_text(good(), "<p>Another text.</p>").decode()

    assert "Elbe floods old town" in html
    assert "<nav>Home</nav>" in html
    assert "Another text." in html
    assert not any(line in html for line in LINES)


def test_a_page_that_shows_its_text_twice_makes_no_faults() -> None:
    with pytest.raises(UnfitPageError):
        with_text(good(more=f"<div><p>{LINES[2]}</p></div>"), "")


def test_a_text_with_other_spaces_and_signs_is_the_same_text() -> None:
    with pytest.raises(UnfitPageError):
        with_text(good(more=f"<div><p>{LINES[2].replace(' ', ' - ')}</p></div>"), "")


def test_a_fault_that_the_reader_mends_is_told_from_one_that_passes() -> None:
    lines = (*LINES, *(line.replace("Monday", "Sunday") for line in LINES))
    mended = replace(good(lines=lines), html=with_text(good(lines=lines), paragraphs(lines)))
    short = replace(good(lines=lines), html=with_text(good(lines=lines), paragraphs(lines[:2])))
    marked = replace(
        good(lines=lines), html=with_text(good(lines=lines), paragraphs([f"xx {a}" for a in lines]))
    )

    assert [judged(page).is_mended for page in (mended, short, marked)] == [True, False, False]


def test_every_kind_of_fault_is_made_and_the_same_seed_makes_the_same() -> None:
    pages = list(of_the_demo())
    count = len(FAULTS) + 1

    made = list(gate.faults(pages, count=count, seed=3))

    # The demo's reported pages have hardly a letter that another charset would garble.
    assert [one.kind for one in made] == [k for k in (*FAULTS, gate.OTHER_LANGUAGE) if k != "wrong charset"]
    assert all(one.page.is_reported for one in made)
    assert made == list(gate.faults(pages, count=count, seed=3))
    assert made != list(gate.faults(pages, count=count, seed=4))


def test_a_good_page_passes_and_one_with_another_text_does_not() -> None:
    page = good(lines=(*LINES, *(line.replace("Monday", "Sunday") for line in LINES)))

    assert judged(page).code == ""
    assert judged(good(lines=("Home", "Sport"))).code


def test_the_bench_runs_small_on_the_demo_s_pages_and_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert gate.main(["--faults", "10", "--limit", "10", "--processes", "1", "--verbose"]) == 0

    printed = capsys.readouterr().out
    assert "demo world" in printed
    assert "cut, then a wall" in printed
    assert "set demo" in printed


def test_what_the_gate_says_of_a_folder_is_written_page_by_page(tmp_path: Path) -> None:
    pages = {"good": good(lines=LINES * 2).html, "wall": with_text(good(), "<p>Verify you are human.</p>")}
    rows = [{"id": name, "host": "outlet.test", "lang": "en"} for name in pages]
    (tmp_path / "pages.jsonl.zst").write_bytes(zstandard.compress("\n".join(map(json.dumps, rows)).encode()))
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, body in pages.items():
            member = tarfile.TarInfo(f"html/{name}.html")
            member.size = len(body)
            archive.addfile(member, io.BytesIO(body))
    (tmp_path / "html.tar.zst").write_bytes(zstandard.compress(packed.getvalue()))

    assert gate.main(["--set", str(tmp_path), "--out", str(tmp_path / "out"), "--processes", "1"]) == 0

    said = [json.loads(line) for line in (tmp_path / "out").read_text().splitlines()]
    assert [(row["id"], row["passed"], row["code"]) for row in said] == [
        ("good", True, ""),
        ("wall", False, "bot_wall"),
    ]
    assert said[1]["reason"].endswith(".")


def test_predictions_need_a_folder() -> None:
    with pytest.raises(SystemExit):
        gate.main(["--out", "x"])
