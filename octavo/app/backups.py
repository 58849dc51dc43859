"""Backups: one file with every row, packed, with a checksum at its end; written beside its final name and moved there whole."""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

import zstandard

from octavo.core.errors import BadInput
from octavo.store import backup
from octavo.store.database import Database

_END: Final = b"#sha256 "


def write(database: Database, path: Path, *, tell: Callable[[int], None] = lambda _: None) -> int:
    """Write every row to *path* and return how many lines that are; readers and writers go on meanwhile.

    A file of that name is replaced only when the new one is whole and has been read back. *tell* hears the lines so far.
    """
    partial = path.with_name(path.name + ".partial")
    try:
        with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            count = _pack(backup.dump(database), file.write, tell)
            file.flush()
            os.fsync(file.fileno())
        for _ in read(partial):
            pass
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise BadInput(
            f"The backup could not be written to {path}: {error.strerror}. Nothing else was changed."
        ) from error
    return count


def _pack(lines: Iterable[bytes], out: Callable[[bytes], object], tell: Callable[[int], None]) -> int:
    packer = zstandard.ZstdCompressor(level=6).compressobj()
    digest = hashlib.sha256()
    count = 0
    for line in lines:
        digest.update(line + b"\n")
        out(packer.compress(line + b"\n"))
        count += 1
        if count % 1000 == 0:
            tell(count)
    out(packer.compress(_END + digest.hexdigest().encode() + b"\n"))
    out(packer.flush())
    return count


def read(path: Path) -> Iterator[bytes]:
    """Yield the lines of a backup; raise BadInput at its end if it is cut or changed."""
    digest = hashlib.sha256()
    stated = b""
    try:
        with path.open("rb") as file, zstandard.ZstdDecompressor().stream_reader(file) as unpacked:
            for line in _lines(unpacked):
                if line.startswith(_END):
                    stated = line.removeprefix(_END)
                    break
                digest.update(line + b"\n")
                yield line
    except zstandard.ZstdError as error:
        raise BadInput(f"{path} is no backup of Octavo, or it is damaged.") from error
    except OSError as error:
        raise BadInput(f"The backup {path} cannot be read: {error.strerror}.") from error
    if stated != digest.hexdigest().encode():
        raise BadInput(f"The backup {path} is cut or damaged: its checksum is wrong. Use another one.")


def _lines(unpacked: zstandard.ZstdDecompressionReader) -> Iterator[bytes]:
    rest = b""
    while chunk := unpacked.read(1 << 18):
        *whole, rest = (rest + chunk).split(b"\n")
        yield from whole


def restore(database: Database, path: Path) -> dict[str, int]:
    """Fill an empty database from a backup and return the rows of each table. The file is checked whole before anything is written."""
    for _ in read(path):
        pass
    return backup.load(database, read(path))
