"""Static files: held in memory, each under an address that holds its content's hash and so may be cached for ever."""

import hashlib
import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

_FOR_EVER: Final = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class Asset:
    """One static file."""

    body: bytes = field(repr=False)
    type: str
    digest: str


@cache
def assets() -> Mapping[str, Asset]:
    """Return all static files by name; the folder is read once, so no request ever names a path on disk."""
    return MappingProxyType(dict(_read(files("octavo.web") / "static", "")))


def address_of(name: str) -> str:
    """Return the address of the static file *name*."""
    return f"/static/{name}?v={assets()[name].digest}"


async def asset(request: Request) -> Response:
    """Serve a static file: for ever under its hash, else with a question each time."""
    found = assets().get(request.path_params["name"])
    if found is None:
        raise HTTPException(404)
    headers = {"ETag": f'"{found.digest}"'}
    headers["Cache-Control"] = _FOR_EVER if request.query_params.get("v") == found.digest else "no-cache"
    if headers["ETag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(found.body, headers=headers, media_type=found.type)


def _read(folder: Traversable, prefix: str) -> list[tuple[str, Asset]]:
    found = []
    for item in sorted(folder.iterdir(), key=lambda one: one.name):
        if item.is_dir():
            found += _read(item, f"{prefix}{item.name}/")
            continue
        body = item.read_bytes()
        kind = mimetypes.guess_type(item.name)[0] or "application/octet-stream"
        found.append((f"{prefix}{item.name}", Asset(body, kind, hashlib.sha256(body).hexdigest()[:16])))
    return found


routes = [Route("/static/{name:path}", asset)]
