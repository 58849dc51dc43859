import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "octavo").rglob("*.py"))
LAYERS = {"core": 0, "store": 1, "fetch": 1, "demo": 1, "app": 2, "web": 3, "cli": 4}
IMPURE = frozenset(
    [
        "os",
        "io",
        "sys",
        "time",
        "random",
        "secrets",
        "socket",
        "subprocess",
        "asyncio",
        "threading",
        "multiprocessing",
        "pathlib",
        "shutil",
        "tempfile",
        "urllib.request",
        "http",
        "sqlite3",
        "sqlalchemy",
        "aiohttp",
        "requests",
        "uuid",
        "logging",
        "structlog",
    ]
)
PURE_USES = {"io": "BytesIO is memory, not a file"}


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def _layer(module: str) -> str:
    return module.split(".")[1] if module.startswith("octavo.") else ""


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_layers_point_down_and_siblings_do_not_know_each_other(path: Path) -> None:
    own = path.relative_to(ROOT / "octavo").parts[0]
    if own not in LAYERS:
        return
    for module in _imports(path):
        other = _layer(module)
        if other in LAYERS and other != own:
            assert LAYERS[other] < LAYERS[own], f"{own} imports {module}"


@pytest.mark.parametrize(
    "path", sorted((ROOT / "octavo/core").rglob("*.py")), ids=lambda p: str(p.relative_to(ROOT))
)
def test_core_knows_no_clock_socket_file_or_database(path: Path) -> None:
    text = path.read_text()

    assert [
        m for m in _imports(path) if (m in IMPURE or m.split(".")[0] in IMPURE) and m not in PURE_USES
    ] == []
    assert not re.search(
        r"\b(datetime|date)\.(now|today|utcnow)\(|\bopen\(", re.sub(r"\w\.open\(io\.BytesIO", "", text)
    )


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_what_differs_between_the_databases_is_known_in_one_file(path: Path) -> None:
    if path.name == "dialect.py" or "migrations" in path.parts:
        return
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            assert name != "is_sqlite", "ask dialect for what differs"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_sql_stands_in_store(path: Path) -> None:
    if path.relative_to(ROOT / "octavo").parts[0] != "store":
        assert [
            m for m in _imports(path) if m.split(".")[0] in ("sqlalchemy", "sqlite3", "psycopg", "alembic")
        ] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_files_are_short_and_named_for_what_they_know(path: Path) -> None:
    assert path.stem not in {"utils", "helpers", "common", "base", "manager", "service"}
    # The list of tables and the steps that build them are read by looking up, not from top to bottom.
    if path.name != "schema.py" and path.parent.name != "versions":
        assert len(path.read_text().splitlines()) <= 400


def test_exceptions_are_caught_blindly_in_three_places_only() -> None:
    found = [
        str(path.relative_to(ROOT))
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ExceptHandler)
        and getattr(node.type, "id", "") in ("Exception", "BaseException")
    ]

    assert set(found) <= {
        "octavo/app/engine.py",
        "octavo/app/compute.py",
        "octavo/app/observe.py",
        "octavo/web/armour/failures.py",
    }


def test_nothing_carries_a_machine_path_or_a_package_host() -> None:
    for path in [
        *ROOT.glob("*.lock"),
        *ROOT.glob("*.toml"),
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
    ]:
        assert not re.search(r"--(extra-)?index-url|--find-links|file:///|/root/|/home/", path.read_text()), (
            path
        )
