"""A desk with news on it, served on loopback."""

import pytest

from octavo.store.database import Database
from tests.moments import Clock
from tests.newsroom import Newsroom
from tests.web.conftest import Opener
from tests.web.site import Site


@pytest.fixture
def newsroom(db: Database) -> Newsroom:
    return Newsroom(db)


@pytest.fixture
async def paper(db: Database, opened: Opener, clock: Clock) -> Site:
    """A site without a password that shows what the newsroom tells, on each kind of database."""
    return await opened(database=address_of(db), clock=clock)


@pytest.fixture
async def public(db: Database, opened: Opener, clock: Clock) -> Site:
    """The same with a password and open to readers, where the visitor is not logged in."""
    return await opened(
        database=address_of(db), clock=clock, password="correct horse battery staple", public=True
    )


def address_of(db: Database) -> str:
    return db.engine.url.render_as_string(hide_password=False)
