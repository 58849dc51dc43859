"""What addresses of ours carry."""

from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request

_HIGHEST: Final = 2**63 - 1


def id_of(request: Request, name: str = "id") -> int:
    """Return the id in the address; one that no database can hold is not found (404)."""
    number = int(request.path_params[name])
    if number > _HIGHEST:
        raise HTTPException(404)
    return number
