import base64

import pytest

from octavo.core.document import Secret, Validators
from octavo.core.errors import BadInput, BadTransfer, RefusedAddress, TooManyRedirects
from octavo.core.urls import Url, parse_url
from octavo.fetch.journey import Journey


def url(text: str) -> Url:
    parsed = parse_url(text)
    assert parsed is not None
    return parsed


def journey(
    asked: str = "https://a.test/feed", *, secret: Secret | None = None, validators: Validators | None = None
) -> Journey:
    return Journey(url(asked), validators or Validators(), secret, 10)


def basic(text: str) -> str:
    return "Basic " + base64.b64encode(text.encode()).decode()


PASSWORD = Secret(user="reader", password="w\u00f6rd:x")


class TestSecrets:
    def test_user_and_password_go_to_the_asked_origin(self) -> None:
        assert journey(secret=PASSWORD).headers() == {"Authorization": basic("reader:w\u00f6rd:x")}

    def test_a_header_goes_to_the_asked_origin(self) -> None:
        secret = Secret(header_name="X-Token", header_value="abc")

        assert journey(secret=secret).headers() == {"X-Token": "abc"}

    @pytest.mark.parametrize(
        "to",
        ["https://b.test/", "http://a.test/", "https://a.test:8443/", "https://www.a.test/", "//b.test/"],
    )
    def test_nothing_goes_to_another_origin(self, to: str) -> None:
        on_its_way = journey(secret=PASSWORD)

        on_its_way.follow(302, to)

        assert on_its_way.headers() == {}
        assert not on_its_way.with_secret

    def test_they_go_along_within_the_origin_and_on_the_way_back(self) -> None:
        on_its_way = journey(secret=PASSWORD)

        for to, carried in (("/other", True), ("https://b.test/", False), ("https://a.test/new", True)):
            on_its_way.follow(302, to)
            assert on_its_way.with_secret is carried

    def test_the_ones_in_the_address_are_sent_and_taken_out_of_it(self) -> None:
        asked = journey("https://reader:w%C3%B6rd@a.test/feed")

        assert asked.url == "https://a.test/feed"
        assert asked.headers() == {"Authorization": basic("reader:w\u00f6rd")}

    def test_the_ones_that_a_redirect_brings_are_not_sent(self) -> None:
        on_its_way = journey()

        on_its_way.follow(302, "https://x:y@b.test/")

        assert on_its_way.url == "https://b.test/"
        assert on_its_way.headers() == {}

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("X-A\r\nX-B", "s3cret"),
            ("X-A", "b\r\nX-C: d"),
            ("X A", "s3cret"),
            ("Host", "b.test"),
            ("content-length", "500000"),
        ],
    )
    def test_a_header_that_would_be_two_or_decide_the_request_is_refused(self, name: str, value: str) -> None:
        with pytest.raises(BadInput) as refused:
            journey(secret=Secret(header_name=name, header_value=value))

        assert value not in str(refused.value)


class TestValidators:
    VALIDATORS = Validators('W/"1"', "Mon, 01 Jun 2026 12:00:00 GMT")

    def test_they_go_to_the_asked_address_as_they_are(self) -> None:
        assert journey(validators=self.VALIDATORS).headers() == {
            "If-None-Match": 'W/"1"',
            "If-Modified-Since": "Mon, 01 Jun 2026 12:00:00 GMT",
        }

    def test_they_go_no_further(self) -> None:
        on_its_way = journey(validators=self.VALIDATORS)

        on_its_way.follow(302, "/other")

        assert on_its_way.headers() == {}
        assert not on_its_way.conditional

    def test_without_any_nothing_is_conditional(self) -> None:
        assert not journey().conditional


class TestMoving:
    @pytest.mark.parametrize(
        ("statuses", "moved_to"),
        [
            ([], None),
            ([301], "https://a.test/1"),
            ([308], "https://a.test/1"),
            ([301, 308], "https://a.test/2"),
            ([301, 302], "https://a.test/1"),
            ([302, 301], None),
            ([307, 308], None),
            ([301, 303, 301], "https://a.test/1"),
        ],
    )
    def test_only_permanent_redirects_at_the_beginning_move(
        self, statuses: list[int], moved_to: str | None
    ) -> None:
        on_its_way = journey()

        for number, status in enumerate(statuses, 1):
            on_its_way.follow(status, f"/{number}")

        assert on_its_way.moved_to == moved_to


class TestFollowing:
    def test_an_address_is_read_against_the_one_before(self) -> None:
        on_its_way = journey("https://a.test/news/feed")

        on_its_way.follow(302, "../rss?x=1")

        assert on_its_way.url == "https://a.test/rss?x=1"

    @pytest.mark.parametrize(
        "to", ["file:///etc/passwd", "javascript:alert(1)", "http://", "https://a b/", "ftp://a/"]
    )
    def test_what_is_no_web_address_is_refused(self, to: str) -> None:
        with pytest.raises(RefusedAddress):
            journey().follow(302, to)

    def test_nowhere_is_a_bad_transfer(self) -> None:
        with pytest.raises(BadTransfer):
            journey().follow(302, "")

    def test_a_circle_is_noticed(self) -> None:
        on_its_way = journey()
        on_its_way.follow(302, "/b")

        with pytest.raises(TooManyRedirects):
            on_its_way.follow(302, "/feed")

    def test_ten_are_followed_and_no_eleventh(self) -> None:
        on_its_way = journey()
        for number in range(10):
            on_its_way.follow(302, f"/{number}")

        with pytest.raises(TooManyRedirects):
            on_its_way.follow(302, "/eleventh")
