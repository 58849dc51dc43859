import pytest
from multidict import CIMultiDict

from octavo.fetch.walls import LONGEST, wall_named


def page(inside: str, *, start: str = "<!DOCTYPE html><html><head>") -> bytes:
    return f"{start}{inside}</head><body></body></html>".encode()


NO_HEADERS: CIMultiDict[str] = CIMultiDict()


@pytest.mark.parametrize(
    ("inside", "whose"),
    [
        ("<title>Just a moment...</title>", "Cloudflare"),
        ("<script>window._cf_chl_opt = {}</script>", "Cloudflare"),
        ('<script src="https://ct.captcha-delivery.com/c.js"></script>', "DataDome"),
        ("Request unsuccessful. Incapsula incident ID: 1-2", "Imperva"),
        ("Reference #18 https://errors.edgesuite.net/18", "Akamai"),
        ('<script id="anubis_challenge" type="application/json">{}</script>', "Anubis"),
        ('<meta http-equiv="refresh" content="0;/.well-known/sgcaptcha/?r=%2F">', "SiteGround"),
    ],
)
def test_a_wall_is_known_by_its_page(inside: str, whose: str) -> None:
    assert wall_named(NO_HEADERS, page(inside)) == whose
    assert wall_named(NO_HEADERS, page(inside, start="\ufeff \n<!-- hi --><HTML><head>")) == whose


@pytest.mark.parametrize(
    ("name", "value", "whose"),
    [
        ("CF-Mitigated", "challenge", "Cloudflare"),
        ("X-Amzn-Waf-Action", "captcha", "AWS WAF"),
        ("SG-Captcha", "challenge", "SiteGround"),
    ],
)
def test_a_wall_is_known_by_its_header(name: str, value: str, whose: str) -> None:
    assert wall_named(CIMultiDict({name: value}), b"") == whose


@pytest.mark.parametrize(
    "body",
    [
        b"",
        page("<title>News</title><script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'></script>"),
        page("<title>News</title><script src='https://js.datadome.co/tags.js'></script>"),
        page("<title>News</title><script src='/_Incapsula_Resource?SWJIYLWA=1'></script>"),
        b"<rss><channel><title>Just a moment...</title><item>_cf_chl_opt</item></channel></rss>",
        b"_cf_chl_opt is what the page's script sets",
        page("<script>window._cf_chl_opt</script>" + "<p>" * LONGEST),
    ],
)
def test_pages_behind_a_wall_and_texts_about_one_are_none(body: bytes) -> None:
    assert wall_named(CIMultiDict({"Server": "cloudflare", "CF-Mitigated": "none"}), body) == ""
