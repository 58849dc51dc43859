"""This version's own source, as everybody who uses it over a network may have it (AGPL-3.0, section 13)."""

import io
import tarfile
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Final

import octavo
from octavo import VERSION

_LEFT_OUT: Final = frozenset({"__pycache__", ".mypy_cache"})
_BESIDE: Final = (
    "LICENSE",
    "NOTICE",
    "README.md",
    "pyproject.toml",
    "requirements.lock",
    "requirements-dev.lock",
    "Makefile",
)


@cache
def archive() -> bytes:
    """Return the running package as a tar.gz: the same bytes for the same files. Blocks; made once per process."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz", compresslevel=6) as tar:
        for name, path in sorted({**_package(), **_beside()}.items()):
            tar.add(path, arcname=f"octavo-{VERSION}/{name}", recursive=False, filter=_nameless)
    return buffer.getvalue()


def _package() -> dict[str, Path]:
    """Return the package's files by their names in the archive."""
    root = Path(octavo.__file__).parent
    paths = (path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    return {
        f"octavo/{path.relative_to(root).as_posix()}": path
        for path in paths
        if path.suffix != ".pyc" and not _LEFT_OUT & set(path.parts)
    }


def _beside() -> dict[str, Path]:
    """Return licence and build files: from the checkout that runs, else from the installed package's own records."""
    root = Path(octavo.__file__).parents[1]
    if (root / "pyproject.toml").is_file() and 'name = "octavo"' in (root / "pyproject.toml").read_text():
        return {name: root / name for name in _BESIDE if (root / name).is_file()}
    try:
        records = distribution("octavo").files or []
    except PackageNotFoundError:
        return {}
    found = {record.name: Path(str(record.locate())) for record in records if ".dist-info" in str(record)}
    return {name: path for name, path in found.items() if name in ("LICENSE", "NOTICE", "METADATA")}


def _nameless(info: tarfile.TarInfo) -> tarfile.TarInfo:
    """Leave out who built it, and when: they are nobody's business and would change the bytes."""
    info.uid = info.gid = info.mtime = 0
    info.uname = info.gname = ""
    info.mode = 0o644
    return info
