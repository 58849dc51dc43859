"""Entering: the owner's password, sessions, and the keys that open feeds."""

import asyncio
import hashlib
import secrets
import unicodedata
from datetime import datetime, timedelta
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from octavo.app.desk import Desk
from octavo.core.errors import BadInput, OctavoError
from octavo.core.reading.access import SESSION_LENGTH, TRIES_WITHIN, wait_to_log_in
from octavo.store import doors, work
from octavo.store.database import Tx

MOST_WAITING: Final = 5
"""So many logins may wait for the one that is being checked; more are sent away."""
LONGEST_NAME: Final = 100
_MOST_FAILURES: Final = 20
_TOKEN_BYTES: Final = 32
_NOTE: Final = "password"

_hasher = PasswordHasher()


class WrongPassword(OctavoError):
    """The password is not the owner's."""

    code = "wrong_password"


class TooManyTries(OctavoError):
    """Logins have failed too often of late. Arguments: the sentence, how long to wait."""

    code = "too_many_tries"
    temporary = True

    def __init__(self, message: str, wait: timedelta) -> None:
        super().__init__(message, wait)
        self.wait = wait

    def __str__(self) -> str:
        return str(self.args[0])


class Entrance:
    """Lets the owner in and out, one password check at a time; made by `open_entrance`."""

    def __init__(self, desk: Desk, *, password_hash: str) -> None:
        self._desk = desk
        self._hash = password_hash
        self._checking = asyncio.Lock()
        self._waiting = 0

    async def log_in(self, password: str) -> str:
        """Return the token of a new session; raises WrongPassword, TooManyTries."""
        if self._waiting >= MOST_WAITING:
            raise _too_many(timedelta(seconds=1))
        self._waiting += 1
        try:
            async with self._checking:
                return await self._check(password)
        finally:
            self._waiting -= 1

    async def _check(self, password: str) -> str:
        now = self._desk.clock()
        # Counted as failed before it is looked at: many at once, from many processes, cannot outrun the count.
        wait = await self._desk.db.write(_begin, now=now)
        if wait:
            raise _too_many(wait)
        if not self._hash or not await asyncio.to_thread(_fits, self._hash, password):
            raise WrongPassword("That is not the password.")
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        await self._desk.db.write(_admit, _digest(token), now=now)
        return token

    async def log_out(self, token: str) -> None:
        """End the session of *token*."""
        await self._desk.db.write(doors.end_session, _digest(token))

    async def is_open_to(self, token: str) -> bool:
        """Say whether *token* is that of an open session."""
        return await self._desk.db.read(doors.is_session, _digest(token), now=self._desk.clock())

    async def fits(self, key: str) -> bool:
        """Say whether *key* opens the feeds."""
        return await self._desk.db.read(doors.is_key, _digest(key))


async def open_entrance(desk: Desk) -> Entrance:
    """Return the entrance for the desk's password; if that has changed since the last start, all sessions end."""
    password = desk.settings.password.get_secret_value()
    known = await desk.db.read(work.noted, _NOTE)
    if password and known:
        is_same: bool = await asyncio.to_thread(_fits, known, password)
        if is_same:
            return Entrance(desk, password_hash=known)
    made = await asyncio.to_thread(_hasher.hash, _normal(password)) if password else ""
    if made or known:
        await desk.db.write(_change_password, made)
    return Entrance(desk, password_hash=made)


async def make_key(desk: Desk, name: str) -> str:
    """Return a new secret that opens the feeds, to be shown this once; raises BadInput for a bad name."""
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME:
        raise BadInput(
            f"Give the key a name of at most {LONGEST_NAME} characters, such as the reader that will use it."
        )
    key = secrets.token_urlsafe(_TOKEN_BYTES)
    await desk.db.write(doors.add_key, _digest(key), name=name, now=desk.clock())
    return key


def _begin(tx: Tx, *, now: datetime) -> timedelta:
    """Return how long to wait; where that is nothing, note a failure that only success takes back."""
    wait = wait_to_log_in(doors.failures(tx, since=now - TRIES_WITHIN, limit=_MOST_FAILURES), now=now)
    if not wait:
        doors.note_failure(tx, now=now)
    return wait


def _admit(tx: Tx, digest: str, *, now: datetime) -> None:
    doors.forgive(tx)
    doors.open_session(tx, digest, now=now, until=now + SESSION_LENGTH)


def _change_password(tx: Tx, password_hash: str) -> None:
    doors.end_sessions(tx)
    work.note(tx, _NOTE, password_hash)


def _fits(password_hash: str, password: str) -> bool:
    try:
        return _hasher.verify(password_hash, _normal(password))
    except VerifyMismatchError:
        return False


def _normal(password: str) -> str:
    """Return one spelling of what may be typed in several (é as one character or two)."""
    return unicodedata.normalize("NFC", password)


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _too_many(wait: timedelta) -> TooManyTries:
    seconds = max(1, round(wait.total_seconds()))
    return TooManyTries(
        f"Too many logins have failed. Try again in {seconds} seconds.", timedelta(seconds=seconds)
    )
