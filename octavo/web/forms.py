"""Forms as browsers send them, within limits."""

from typing import Final

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

MOST_FIELDS: Final = 50
LARGEST_FIELD: Final = 64 * 1024


async def form_of(request: Request, *, files: int = 0, largest: int = LARGEST_FIELD) -> FormData:
    """Return the fields that were sent; too many or too large ones are refused (400)."""
    return await request.form(max_files=files, max_fields=MOST_FIELDS, max_part_size=largest)


def text_of(form: FormData, name: str) -> str:
    """Return a field's text without space around it and without NUL; empty where it is missing or a file."""
    value = form.get(name, "")
    return value.replace("\0", "").strip() if isinstance(value, str) else ""


def is_ticked(form: FormData, name: str) -> bool:
    """Say whether a box was ticked or a button of that name pressed."""
    return name in form


async def file_of(form: FormData, name: str) -> bytes:
    """Return the bytes of a file that was sent; empty where there is none."""
    value = form.get(name)
    return await value.read() if isinstance(value, UploadFile) else b""
