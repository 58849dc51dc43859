import asyncio

import pytest

from octavo.store import doors
from tests.moments import Clock
from tests.web.conftest import Opener
from tests.web.site import PASSWORD, Site


async def test_the_right_password_lets_in_and_leads_on(locked: Site) -> None:
    answer = await locked.post("/login", {"password": PASSWORD, "next": "/overview"})

    assert (answer.status, answer.headers["Location"]) == (303, "/overview")
    assert (await locked.get("/overview")).status == 200


async def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(locked: Site) -> None:
    cookie = (await locked.log_in()).headers["Set-Cookie"].lower()

    assert cookie.startswith("octavo=")
    for part in ("httponly", "samesite=lax", "path=/", "max-age=2592000"):
        assert part in cookie
    assert "domain" not in cookie


async def test_over_https_the_cookie_travels_by_https_alone(opened: Opener) -> None:
    site = await opened(url="https://news.example", password=PASSWORD, trusted_proxies=("127.0.0.1/32",))
    proxied = {"Host": "news.example", "X_Forwarded_For": "203.0.113.9", "X_Forwarded_Proto": "https"}

    answer = await site.log_in(Origin="https://news.example", **proxied)

    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-octavo=")
    assert "secure" in cookie.lower()
    token = cookie.partition(";")[0]
    assert (await site.get("/overview", Cookie=token, **proxied)).status == 200
    plain = token.replace("__Host-", "")
    assert (await site.get("/overview", Cookie=plain, **proxied)).status == 401


async def test_a_wrong_password_is_told_so(locked: Site) -> None:
    for wrong in ("", "x", PASSWORD[:-1], PASSWORD + "x", PASSWORD.upper()):
        answer = await locked.log_in(wrong)

        assert answer.status in (401, 429)
        assert "Set-Cookie" not in answer.headers
    assert (await locked.get("/overview")).status == 401


async def test_every_character_of_a_long_password_counts(opened: Opener) -> None:
    """FreshRSS' CVE-2025-68402: bcrypt cut passwords at 72 bytes."""
    long = "p" * 500
    site = await opened(password=long + "a")

    assert (await site.log_in(long + "b")).status == 401
    assert (await site.log_in(long[:72])).status == 401
    assert (await site.log_in(long + "a")).status == 303


async def test_a_letter_may_be_typed_in_either_spelling(opened: Opener) -> None:
    site = await opened(password="caf\u00e9 كلمة")

    assert (await site.log_in("cafe\u0301 كلمة")).status == 303


async def test_logging_out_ends_the_session_for_good(locked: Site) -> None:
    """FreshRSS' CVE-2025-54592: the session was alive after the logout."""
    cookie = (await locked.log_in()).headers["Set-Cookie"].partition(";")[0]

    answer = await locked.post("/logout")

    assert answer.status == 303
    assert "Max-Age=0" in answer.headers["Set-Cookie"]
    assert (await locked.get("/overview", Cookie=cookie)).status == 401


async def test_logging_in_again_ends_the_session_before(locked: Site) -> None:
    first = (await locked.log_in()).headers["Set-Cookie"].partition(";")[0]

    await locked.log_in()

    assert (await locked.get("/overview")).status == 200
    locked.visitor.cookie_jar.clear()
    assert (await locked.get("/overview", Cookie=first)).status == 401


async def test_a_session_ends_after_thirty_days(opened: Opener) -> None:
    clock = Clock()
    site = await opened(password=PASSWORD, clock=clock)
    await site.log_in()
    clock.advance(days=29)
    assert (await site.get("/overview")).status == 200

    clock.advance(days=1, seconds=1)

    assert (await site.get("/overview")).status == 401


async def test_another_password_ends_all_sessions_and_the_same_one_none(opened: Opener) -> None:
    site = await opened(password=PASSWORD)
    database = str(site.desk.db.engine.url)
    cookie = (await site.log_in()).headers["Set-Cookie"].partition(";")[0]

    again = await opened(database=database, password=PASSWORD)
    assert (await again.get("/overview", Cookie=cookie)).status == 200

    changed = await opened(database=database, password="another")
    assert (await changed.get("/overview", Cookie=cookie)).status == 401
    back = await opened(database=database, password=PASSWORD)
    assert (await back.get("/overview", Cookie=cookie)).status == 401


async def test_failed_logins_are_slowed_down_and_the_owner_gets_in_again(opened: Opener) -> None:
    clock = Clock()
    site = await opened(password=PASSWORD, clock=clock)
    for _ in range(5):
        assert (await site.log_in("wrong")).status == 401

    answer = await site.log_in(PASSWORD)

    assert answer.status == 429
    assert int(answer.headers["Retry-After"]) == 1
    clock.advance(seconds=1)
    assert (await site.log_in(PASSWORD)).status == 303


async def test_the_wait_grows_to_a_minute_and_never_beyond(opened: Opener) -> None:
    clock = Clock()
    site = await opened(password=PASSWORD, clock=clock)
    longest = 0
    for _ in range(40):
        answer = await site.log_in("wrong")
        wait = int(answer.headers.get("Retry-After", 0))
        longest = max(longest, wait)
        clock.advance(seconds=wait)

    assert longest == 60
    assert (await site.log_in(PASSWORD)).status in (303, 429)
    clock.advance(seconds=60)
    assert (await site.log_in(PASSWORD)).status == 303


async def test_many_tries_at_once_do_not_outrun_the_count(locked: Site) -> None:
    answers = await asyncio.gather(*(locked.log_in(f"guess {n}") for n in range(30)))

    looked_at = sum(answer.status == 401 for answer in answers)
    assert looked_at <= 5
    assert all(answer.status in (401, 429) for answer in answers)


async def test_pages_are_answered_while_a_password_is_checked(locked: Site) -> None:
    trying = [asyncio.create_task(locked.log_in("wrong")) for _ in range(5)]

    assert (await asyncio.wait_for(locked.get("/healthz"), 5)).status == 200

    await asyncio.gather(*trying)


@pytest.mark.parametrize("way", ["form", "link"])
async def test_a_login_leads_to_no_other_site(locked: Site, way: str) -> None:
    """Miniflux' CVE-2025-67713 and CVE-2026-55185: an open redirect by `//host`, then again by a backslash."""
    for evil in (
        "//evil.example",
        "/\\evil.example",
        "https:evil.example",
        "/\t/evil.example",
        "https://evil.example",
    ):
        if way == "form":
            answer = await locked.post("/login", {"password": PASSWORD, "next": evil})
        else:
            await locked.log_in()
            answer = await locked.ask("GET", "/login", params={"next": evil})

        assert (answer.status, answer.headers["Location"]) == (303, "/"), evil


async def test_the_password_is_in_no_log_and_on_no_page(
    locked: Site, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """FreshRSS' CVE-2023-22481: passwords stood in the log."""
    wrong = await locked.log_in("almost-the-password")
    right = await locked.log_in()
    token = right.headers["Set-Cookie"].partition(";")[0].partition("=")[2]
    await locked.get("/overview")

    logged = "".join(capsys.readouterr()) + caplog.text
    assert "path=/login" in logged
    for secret in (PASSWORD, "almost-the-password", token):
        assert secret not in logged
    assert "almost-the-password" not in wrong.text


async def test_the_database_opens_no_door(locked: Site) -> None:
    token = (await locked.log_in()).headers["Set-Cookie"].partition(";")[0].partition("=")[2]
    now = locked.desk.clock()

    assert not await locked.desk.db.read(doors.is_session, token, now=now)
    stored = await locked.desk.db.read(
        lambda tx: tx.exec_driver_sql("select value from meta where name = 'password'").scalar_one()
    )
    assert stored.startswith("$argon2id$")


async def test_without_a_password_there_is_nothing_to_log_in_to(site: Site) -> None:
    assert (await site.log_in("x")).status == 403
    assert (await site.log_in("")).status == 403
