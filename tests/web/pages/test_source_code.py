import io
import tarfile

from octavo import VERSION
from tests.web.conftest import Opener
from tests.web.site import Site


async def test_everybody_may_have_the_source_of_what_runs(locked: Site) -> None:
    answer = await locked.get("/source.tar.gz")

    with tarfile.open(fileobj=io.BytesIO(answer.body)) as tar:
        names = tar.getnames()
        page = tar.extractfile(f"octavo-{VERSION}/octavo/web/pages/source_code.py")
        assert page is not None
        assert b"AGPL-3.0" in page.read()
    assert f"octavo-{VERSION}/LICENSE" in names
    assert f"octavo-{VERSION}/octavo/web/templates/base.html" in names
    assert f"octavo-{VERSION}/octavo/demo/data/NOTICE" in names
    assert not [name for name in names if "__pycache__" in name or name.startswith(("/", ".."))]


async def test_it_says_nothing_of_who_runs_it(locked: Site) -> None:
    answer = await locked.get("/source.tar.gz")

    with tarfile.open(fileobj=io.BytesIO(answer.body)) as tar:
        members = tar.getmembers()
    assert {(m.uid, m.gid, m.uname, m.gname, m.mtime) for m in members} == {(0, 0, "", "", 0)}


async def test_where_the_owner_publishes_it_the_way_leads_there(opened: Opener) -> None:
    site = await opened(source_url="https://code.example/octavo")

    answer = await site.get("/source.tar.gz")

    assert (answer.status, answer.headers["Location"]) == (303, "https://code.example/octavo")
