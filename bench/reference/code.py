"""Pages about what the code calls itself: error codes, stages and metrics."""

import inspect
from collections.abc import Iterator

from bench.reference.advice import ADVICE
from bench.reference.markdown import code, page, table
from bench.reference.source import codes_of, every_module
from octavo.app import engine
from octavo.app.desk import LEASE, Desk
from octavo.app.observe import Metrics
from octavo.app.stages import line
from octavo.core.again import PAGE
from octavo.core.errors import OctavoError


def errors() -> str:
    """Return the page of error codes: our exceptions, the gate's refusals, what ends a computation."""
    raised = [
        [code(kind.code), _first(kind), "yes" if kind.temporary else "no", ADVICE[kind.code]]
        for kind in sorted(kinds_of_errors(), key=lambda one: one.code)
    ]
    return page(
        "Errors",
        "A failure has a stable code. It stands in the log line, in the metric, in `feed.error_code`, `poll.code` and "
        "`set_aside.code`, and beside its sentence on the health page of a source.",
        "## What can fail",
        "*Temporary* means that trying again may help: pages are tried again after "
        + ", ".join(f"{int(wait.total_seconds() // 3600)}" for wait in PAGE)
        + " hours, and then by hand only. A feed is polled again in any case, ever more rarely.",
        table(["Code", "Meaning", "Temporary", "What to do"], raised),
        "## Why a text is not shown",
        "The page answered, but its text is no article. What the feed said stays: headline, teaser and link.",
        table(["Code", "Meaning", "What to do"], _others("Refused")),
        "## What ends the reading of one text",
        table(["Code", "Meaning", "What to do"], _others("Failed")),
        "Any other exception that a library raises while it reads a text stands there under its own class name "
        "(such as `ValueError`). It costs that one text, never its neighbours.",
        "## Exit codes and HTTP statuses",
        "A command ends with 0 when it is done, with 1 when it failed (one sentence on standard error says why), and with "
        "2 when it was called wrongly. On the web `bad_input` is 400, `not_found` 404, a temporary error 503, any other 500.",
    )


def kinds_of_errors() -> list[type[OctavoError]]:
    """Return every class of error that the package defines, `OctavoError` too."""
    for _ in every_module():
        pass
    found: list[type[OctavoError]] = [OctavoError]
    for kind in found:
        found += [below for below in kind.__subclasses__() if below.__module__.startswith("octavo.")]
    return found


def _others(call: str) -> Iterator[list[str]]:
    return ([code(name), meaning, ADVICE[name]] for name, meaning in sorted(codes_of(call)))


_INPUT = {
    "poll": "`feed` rows whose `next_try_at` has come",
    "fetch": "`article` rows with `stage` = `fetch`",
    "read": "`article` rows with `stage` = `read`",
    "fold": "the oldest open `round` whose articles are all read or set aside, or that is five minutes old",
    "picture": "`picture` rows whose `next_try_at` has come",
    "tidy": "the lease `tidy`, once an hour",
}
_OUTPUT = {
    "poll": "`entry`, `article`, `poll`, the feed's state",
    "fetch": "`page`, or `set_aside`",
    "read": "`revision`, `annotation`, `search_text`, `article_hashtag`, a due `picture`, or `set_aside`",
    "fold": "`placement`, `story`, `related`",
    "picture": "the drawn `picture`",
    "tidy": "old raw pages, articles, polls, rounds and sessions are gone",
}


def stages() -> str:
    """Return the page of stages, in the order of the line."""
    rows = [
        [code(s.name), _INPUT[s.name], _first(s.run), _OUTPUT[s.name], str(s.slots)] for s in line(_no_desk())
    ]
    return page(
        "Stages",
        "An article goes through the line from top to bottom: poll, fetch, read, fold. `octavo/app/stages.py` is the line; "
        "[the engine](../explanation/engine.md) runs it. *Loops* is how many batches of a stage one process carries at once.",
        table(["Stage", "Takes", "Does", "Gives", "Loops"], rows),
        f"A claim holds for {int(LEASE.total_seconds() // 60)} minutes. What has failed {engine.WORN} times is carried alone; "
        f"what was begun {engine.HOPELESS} times and never finished is set aside with the code `stuck`.",
    )


def _no_desk() -> Desk:
    """Return what `line` is given; it keeps it for later and asks it nothing."""
    return object.__new__(Desk)


def metrics() -> str:
    """Return the page of metrics."""
    rows = []
    for family in Metrics().registry.collect():
        name = f"{family.name}_total" if family.type == "counter" else family.name
        rows.append(
            [code(name), family.type, ", ".join(map(code, _labels(family.name))), f"{family.documentation}."]
        )
    return page(
        "Metrics",
        "`GET /metrics` answers in Prometheus' text form, to this machine itself, or to whoever shows `OCTAVO_METRICS_TOKEN` "
        "(`Authorization: Bearer TOKEN`). The figures are those of the process that answers: a worker of its own "
        "serves its own with `octavo work --metrics-port N`, at `http://127.0.0.1:N/metrics`.",
        table(["Metric", "Kind", "Labels", "Meaning"], rows),
        "`unit` is a [stage](stages.md) or `request`; `outcome` is `done` or `failed`; `code` is an [error code](errors.md), "
        "or for a request its HTTP status.",
    )


def _labels(name: str) -> tuple[str, ...]:
    made = vars(Metrics()).values()
    return next(tuple(m._labelnames) for m in made if getattr(m, "_name", "") == name)


def _first(thing: object) -> str:
    """Return the first paragraph of a docstring."""
    return (inspect.getdoc(thing) or "").partition("\n\n")[0]
