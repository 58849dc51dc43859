"""What addresses of ours carry."""

from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request

from octavo.app.reading import LAST_PAGE
from octavo.core.reading.access import public_address
from octavo.core.urls import Url

_HIGHEST: Final = 2**63 - 1


def id_of(request: Request, name: str = "id") -> int:
    """Return the id in the address; one that no database can hold is not found (404)."""
    number = int(request.path_params[name])
    if number > _HIGHEST:
        raise HTTPException(404)
    return number


def page_of(request: Request) -> int:
    """Return which page of a list is asked for, the first where none is named; a number that no list has is not found (404)."""
    asked = request.query_params.get("page", "1")
    if not (asked.isascii() and asked.isdecimal() and len(asked) <= 5 and 0 < int(asked) <= LAST_PAGE):
        raise HTTPException(404)
    return int(asked)


def base_of(request: Request) -> Url:
    """Return the address under which links to this Octavo stand: the public one, else that which was asked."""
    host = request.headers.get("host", "")
    return public_address(url=request.state.desk.settings.url, scheme=request.scope["scheme"], host=host)
