"""Faults made by rule from good pages: what outlets and their machines show where the article should be.

A fault takes a good page, its neighbours in the same language and a source of chance, and returns the page as it would
arrive. Each keeps the page's head, so that its title still promises the article.
"""

import base64
from collections.abc import Callable, Mapping, Sequence
from html import escape
from random import Random
from typing import Final
from urllib.parse import quote

from bench import gate_wordings as wordings
from bench.gate_pages import GoodPage, UnfitPageError, paragraphs, with_text
from bench.gate_wordings import half

Fault = Callable[[GoodPage, Sequence[GoodPage], Random], bytes]
FAULTS: Final[dict[str, Fault]] = {}

_NAMES: Final = (
    "Ana Petrov",
    "Tom Okafor",
    "Lena Brandt",
    "M. Duarte",
    "Yusuf Kaya",
    "Chloé Martin",
    "J. Lindqvist",
    "Mei Tanaka",
)


def fault(kind: str) -> Callable[[Fault], Fault]:
    """Register a kind of fault under its name."""

    def register(make: Fault) -> Fault:
        FAULTS[kind] = make
        return make

    return register


def _said(lists: Mapping[str, Sequence[str]], page: GoodPage, chance: Random) -> str:
    """Return one wording in the page's language, else in English."""
    found = lists.get(page.language) or lists["en"]
    return chance.choice(half(found, reported=page.is_reported))


def _sentences(page: GoodPage) -> list[str]:
    return [line for line in page.text if len(line) > 40] or list(page.text)


def _lead(page: GoodPage) -> str:
    return _sentences(page)[0][:240]


def _first_words(page: GoodPage, count: int) -> list[str]:
    """Return the first *count* words of the text (of an unspaced script, twice as many letters), by paragraph."""
    kept: list[str] = []
    for line in page.text:
        words = line.split()
        if len(line) > 12 * len(words):
            kept.append(line[: count * 2])
            count -= len(line) // 2
        else:
            kept.append(" ".join(words[:count]))
            count -= len(words)
        if count <= 0:
            break
    return kept


def _headline(page: GoodPage, chance: Random) -> str:
    words = chance.choice(_sentences(page)).split()
    return " ".join(words[:9])[:70].rstrip(".,;:")


@fault("cut, then a wall")
def cut_and_walled(page: GoodPage, others: Sequence[GoodPage], chance: Random) -> bytes:
    wall = escape(_said(wordings.PAY, page, chance))
    kept = _first_words(page, chance.choice((40, 60, 80)))
    kept[-1] += chance.choice(("", "…", " ..."))
    holder = chance.choice(
        (
            "<div class='offer'><h3>{}</h3><button>OK</button></div>",
            "<p>{}</p>",
            "<aside><p><b>{}</b></p></aside>",
        )
    )
    return with_text(page, paragraphs(kept) + holder.format(wall))


@fault("cut in mid-sentence")
def cut(page: GoodPage, others: Sequence[GoodPage], chance: Random) -> bytes:
    return with_text(page, paragraphs(_first_words(page, chance.choice((50, 60, 70)))))


@fault("a sentence or two")
def two_sentences(page: GoodPage, others: Sequence[GoodPage], chance: Random) -> bytes:
    return with_text(page, paragraphs([_sentences(page)[0][:160]]))


@fault("another story")
def another_story(page: GoodPage, others: Sequence[GoodPage], chance: Random) -> bytes:
    return with_text(page, paragraphs(chance.choice(others).text))


@fault("decks of other stories")
def other_decks(page: GoodPage, others: Sequence[GoodPage], chance: Random) -> bytes:
    chosen = chance.sample(others, min(len(others), chance.randint(8, 14)))
    decks = (
        f"<div class='card'><h3><a href='/{n}'>{escape(_headline(one, chance))}</a></h3><p>{escape(_lead(one))}</p></div>"
        for n, one in enumerate(chosen)
    )
    return with_text(page, "".join(decks))


@fault("decks without headlines")
def bare_decks(page: GoodPage, others: Sequence[GoodPage], chance: Random) -> bytes:
    return with_text(page, paragraphs([_lead(one) for one in chance.sample(others, min(len(others), 10))]))


@fault("headlines only")
def headlines(page: GoodPage, others: Sequence[GoodPage], chance: Random) -> bytes:
    chosen = chance.sample(others, min(len(others), 18))
    lines = (f"<li><a href='/{n}'>{escape(_headline(one, chance))}</a></li>" for n, one in enumerate(chosen))
    return with_text(page, f"<ul>{''.join(lines)}</ul>")


@fault("an author's page")
def author(page: GoodPage, others: Sequence[GoodPage], chance: Random) -> bytes:
    about = chance.choice(half(wordings.AUTHORS, reported=page.is_reported)).format(
        name=chance.choice(_NAMES)
    )
    chosen = chance.sample(others, min(len(others), 7))
    stories = "".join(
        f"<h3>{escape(_headline(one, chance))}</h3><p>{n + 2} March 2026</p>" for n, one in enumerate(chosen)
    )
    return with_text(page, f"<p>{escape(about)}</p>{stories}")


@fault("script shell")
def shell(page: GoodPage, others: Sequence[GoodPage], chance: Random) -> bytes:
    said = escape(_said(wordings.SCRIPTS, page, chance))
    body = f"<body><div id='app'></div><p>{said}</p><script src='/app.js'></script></body></html>"
    return _head(page) + body.encode()


@fault("robot check")
def robot_check(page: GoodPage, others: Sequence[GoodPage], chance: Random) -> bytes:
    said = escape(_said(wordings.HUMAN, page, chance))
    return _head(page) + f"<body><main><h1>{page.host}</h1><p>{said}</p></main></body></html>".encode()


@fault("consent")
def consent(page: GoodPage, others: Sequence[GoodPage], chance: Random) -> bytes:
    return with_text(page, paragraphs(_said(wordings.CONSENT, page, chance).split(": ")))


@fault("cookie table")
def cookie_table(page: GoodPage, others: Sequence[GoodPage], chance: Random) -> bytes:
    rows = "".join(
        f"<tr><td>_{chance.choice('abcdkqz')}{n}id</td><td>{page.host}</td><td>{chance.randint(1, 24)} months</td>"
        f"<td>{chance.choice(('Counts visits and sources of traffic.', 'Remembers the settings of the player.', 'Tells advertisers apart.'))}</td></tr>"
        for n in range(14)
    )
    return with_text(
        page, f"<table><tr><th>Name</th><th>Provider</th><th>Expiry</th><th>Purpose</th></tr>{rows}</table>"
    )


@fault("missing page")
def missing(page: GoodPage, others: Sequence[GoodPage], chance: Random) -> bytes:
    return with_text(page, paragraphs([_said(wordings.MISSING, page, chance)]))


@fault("login")
def login(page: GoodPage, others: Sequence[GoodPage], chance: Random) -> bytes:
    return with_text(page, paragraphs(_said(wordings.LOGIN, page, chance).split(". ")))


@fault("terms and privacy")
def legal(page: GoodPage, others: Sequence[GoodPage], chance: Random) -> bytes:
    return with_text(
        page, paragraphs([_said(wordings.LEGAL, page, chance), _said(wordings.LEGAL, page, chance)])
    )


@fault("orders to a model")
def orders(page: GoodPage, others: Sequence[GoodPage], chance: Random) -> bytes:
    said = [_said(wordings.ORDERS, page, chance), _said(wordings.ORDERS, page, chance)]
    return with_text(page, paragraphs([*_first_words(page, chance.choice((0, 50))), *said]))


@fault("hidden text only")
def hidden(page: GoodPage, others: Sequence[GoodPage], chance: Random) -> bytes:
    style = chance.choice(("display: none", "visibility:hidden", "font-size:0"))
    return with_text(page, f"<div style='{style}'>{paragraphs(page.text)}</div>")


@fault("advertising")
def advertising(page: GoodPage, others: Sequence[GoodPage], chance: Random) -> bytes:
    return with_text(
        page,
        paragraphs(_said(wordings.SPAM, page, chance).split(". "))
        + paragraphs([_said(wordings.SPAM, page, chance)]),
    )


@fault("captions only")
def captions(page: GoodPage, others: Sequence[GoodPage], chance: Random) -> bytes:
    credits_ = half(wordings.PICTURES, reported=page.is_reported)
    lines = [
        f"{line[:110]} {chance.choice(credits_).format(name=chance.choice(_NAMES))}"
        for line in chance.sample(_sentences(page), min(5, len(_sentences(page))))
    ]
    figures = "".join(
        f"<figure><img src='/{n}.jpg'><figcaption>{escape(line)}</figcaption></figure>"
        for n, line in enumerate(lines)
    )
    return with_text(page, figures if chance.random() < 0.5 else paragraphs(lines))


@fault("tag list")
def tags(page: GoodPage, others: Sequence[GoodPage], chance: Random) -> bytes:
    words = sorted(
        {word.strip(".,;:()\"'«»„“”") for line in page.text for word in line.split() if 4 < len(word) < 16}
    )
    chosen = chance.sample(words, min(40, len(words))) or [page.host]
    separator = chance.choice((", ", " | ", " · ", "</li><li>"))
    return with_text(page, f"<ul><li>{separator.join(map(escape, chosen))}</li></ul>")


@fault("player times")
def player(page: GoodPage, others: Sequence[GoodPage], chance: Random) -> bytes:
    lines = [
        f"{chance.randint(0, 9):02}:{chance.randint(0, 59):02} / {chance.randint(10, 59)}:{chance.randint(0, 59):02}"
        for _ in range(30)
    ]
    return with_text(page, paragraphs([*lines, "1x 1.25x 1.5x 2x", "Auto 1080p 720p 480p 360p 240p"]))


@fault("buttons")
def buttons(page: GoodPage, others: Sequence[GoodPage], chance: Random) -> bytes:
    pair = chance.choice(half(wordings.LABELS, reported=page.is_reported))
    return with_text(page, paragraphs([chance.choice(pair) for _ in range(40)]))


@fault("names of newspapers")
def papers(page: GoodPage, others: Sequence[GoodPage], chance: Random) -> bytes:
    names = half(wordings.PAPERS, reported=page.is_reported)
    lines = (
        [*names, *names]
        if chance.random() < 0.5
        else [", ".join(chance.sample(names, len(names))) for _ in range(3)]
    )
    return with_text(page, paragraphs(lines))


@fault("readers' remarks")
def remarks(page: GoodPage, others: Sequence[GoodPage], chance: Random) -> bytes:
    said = half(wordings.REMARKS, reported=page.is_reported)
    parts = [
        part
        for n in range(12)
        for part in (
            f"{chance.choice(_NAMES)} {n + 1} hours ago",
            chance.choice(said),
            "Reply",
            f"{chance.randint(0, 40)} Likes",
        )
    ]
    return with_text(page, paragraphs(parts))


@fault("jobs")
def jobs(page: GoodPage, others: Sequence[GoodPage], chance: Random) -> bytes:
    return with_text(
        page, paragraphs([line for _ in range(3) for line in half(wordings.JOBS, reported=page.is_reported)])
    )


@fault("search results")
def results(page: GoodPage, others: Sequence[GoodPage], chance: Random) -> bytes:
    chosen = chance.sample(others, min(len(others), 10))
    found = "".join(
        f"<li><a href='/{n}'>{escape(_headline(one, chance))}</a> … {escape(_lead(one)[40:160])} …</li>"
        for n, one in enumerate(chosen)
    )
    return with_text(page, f"<p>Results 1–10 of {chance.randint(100, 900)}, newest first</p><ol>{found}</ol>")


@fault("weather or prices")
def table(page: GoodPage, others: Sequence[GoodPage], chance: Random) -> bytes:
    if chance.random() < 0.5:
        rows = [
            f"{name} {chance.randint(-5, 30)}°C {chance.randint(0, 100)}% {chance.randint(1, 60)} km/h"
            for name in ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su") * 4
        ]
    else:
        rows = [
            f"{chance.choice('ABCDEFGH')}{chance.choice('KLMNOP')}X {chance.uniform(5, 900):.2f} {chance.uniform(-4, 4):+.2f}%"
            for _ in range(40)
        ]
    return with_text(
        page,
        "<table>"
        + "".join(f"<tr><td>{row.replace(' ', '</td><td>')}</td></tr>" for row in rows)
        + "</table>",
    )


@fault("unfilled template")
def template(page: GoodPage, others: Sequence[GoodPage], chance: Random) -> bytes:
    marks = half(
        (("{{", "}}"), ("<%= ", " %>"), ("[[", "]]"), ("${", "}"), ("%%", "%%"), ("{", "}")),
        reported=page.is_reported,
    )
    left, right = chance.choice(marks)
    slots = [
        f"{left}{name}{right}"
        for name in (
            "article.title",
            "article.standfirst",
            "item.body",
            "item.author",
            "item.date",
            "related.url",
        )
    ]
    lines = [
        f"{chance.choice(slots)} {chance.choice(('by', 'on', 'in', '–'))} {chance.choice(slots)} {chance.choice(slots)}"
        for _ in range(14)
    ]
    return with_text(page, paragraphs(lines))


@fault("filler")
def filler(page: GoodPage, others: Sequence[GoodPage], chance: Random) -> bytes:
    words = [
        "lorem",
        "ipsum",
        "dolor",
        "sit",
        "amet",
        "consectetur",
        "adipiscing",
        "elit",
        "sed",
        "do",
        "ut",
        "magna",
    ]
    lines = [" ".join(chance.choices(words, k=30)).capitalize() + "." for _ in range(6)]
    return with_text(page, paragraphs(lines))


@fault("percent-encoded")
def percent(page: GoodPage, others: Sequence[GoodPage], chance: Random) -> bytes:
    return with_text(page, paragraphs([quote(f"<p>{line}</p>") for line in page.text]))


@fault("html as text")
def html_as_text(page: GoodPage, others: Sequence[GoodPage], chance: Random) -> bytes:
    lines = [f'<p class="paragraph"><span style="color:#111">{line}</span></p>' for line in page.text]
    return with_text(page, paragraphs([escape(line) if chance.random() < 0.5 else line for line in lines]))


@fault("base64")
def encoded(page: GoodPage, others: Sequence[GoodPage], chance: Random) -> bytes:
    return with_text(page, paragraphs([base64.b64encode(line.encode()).decode() for line in page.text]))


@fault("wrong charset")
def wrong_charset(page: GoodPage, others: Sequence[GoodPage], chance: Random) -> bytes:
    wrong = "latin-1" if page.is_reported else "cp1252"
    if sum(not letter.isascii() for line in page.text for letter in line) < 0.01 * sum(map(len, page.text)):
        raise UnfitPageError(page.id)  # nearly all of it can be read in any charset
    return with_text(page, paragraphs([line.encode().decode(wrong, errors="replace") for line in page.text]))


@fault("program code")
def code(page: GoodPage, others: Sequence[GoodPage], chance: Random) -> bytes:
    lines = [
        f'var a{n} = {{"id": {n}, "t": "x{n}"}}; window.q.push(function () {{ return a{n}["t"] || null; }});'
        for n in range(20)
    ]
    return with_text(page, paragraphs(lines))


def other_language(page: GoodPage, stranger: GoodPage) -> bytes:
    """Return *page* with the text of *stranger*, which is in another language."""
    return with_text(page, paragraphs(stranger.text))


def _head(page: GoodPage) -> bytes:
    """Return the page up to its body, without scripts."""
    return with_text(page, "").partition(b"<body")[0]
