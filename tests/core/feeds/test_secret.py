import pytest

from octavo.core.document import Secret
from octavo.core.errors import BadInput
from octavo.core.feeds.secret import apart, parse_secret
from octavo.core.urls import Url


def test_a_secret_is_a_user_with_a_password_or_one_header() -> None:
    assert parse_secret(user="ann", password="pw") == Secret("ann", "pw")
    assert parse_secret(header_name="X-Api-Key", header_value="k") == Secret("", "", "X-Api-Key", "k")
    assert parse_secret() == Secret()


@pytest.mark.parametrize(
    "name",
    ["Remote-User", "x-remote-user", "X-Forwarded-For", "Host", "X-Real-IP", "X-WEBAUTH-USER", "X-Auth-Request-User",
     "Content-Length", "Transfer-Encoding", "Origin", "Sec-Fetch-Site", "a b", "a\r\nb", "ü", "a:", "X-Authentik-Username"],
)  # fmt: skip
def test_headers_that_steer_the_connection_or_claim_an_identity_are_refused(name: str) -> None:
    with pytest.raises(BadInput):
        parse_secret(header_name=name, header_value="v")


@pytest.mark.parametrize(
    "given",
    [
        {"header_name": "X-Key"},
        {"header_value": "v"},
        {"password": "pw"},
        {"user": "a:b", "password": "pw"},
        {"user": "ann", "header_name": "X-Key", "header_value": "v"},
        {"header_name": "X-Key", "header_value": "a\r\nHost: evil"},
        {"user": "ann", "password": "x" * 5000},
    ],
)
def test_what_cannot_be_sent_is_refused(given: dict[str, str]) -> None:
    with pytest.raises(BadInput):
        parse_secret(**given)


def test_a_refusal_does_not_repeat_the_secret() -> None:
    with pytest.raises(BadInput) as refusal:
        parse_secret(user="ann", password="hush\n")

    assert "hush" not in str(refusal.value)


def test_a_secret_in_an_address_is_taken_out_of_it() -> None:
    url, secret = apart(Url("https://ann:p%40w@news.example/rss?x=1"))

    assert url == "https://news.example/rss?x=1"
    assert secret == Secret("ann", "p@w")


def test_an_address_without_one_stays_as_it_is() -> None:
    assert apart(Url("https://news.example/rss")) == (Url("https://news.example/rss"), Secret())
