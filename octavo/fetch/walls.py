"""Bot walls: the pages with which an outlet's guard asks for a browser instead of answering.

A mark stands here only if it is found on the wall itself and never on the pages behind it:
many outlets load the scripts of these guards on every ordinary page.
"""

import re
from typing import Final

from octavo.fetch.head import Headers

LONGEST: Final = 1 << 16
"""Walls are small; in a larger document nobody looks for one."""

_HEADERS: Final[tuple[tuple[str, str, str], ...]] = (
    ("cf-mitigated", "challenge", "Cloudflare"),
    ("x-amzn-waf-action", "", "AWS WAF"),
    ("x-vercel-mitigated", "", "Vercel"),
    ("sg-captcha", "challenge", "SiteGround"),
)
"""Header, what its value begins with, whose wall it is."""

_MARKS: Final[tuple[tuple[bytes, str], ...]] = (
    (b"_cf_chl_opt", "Cloudflare"),
    (b"<title>just a moment...</title>", "Cloudflare"),
    (b"<title>attention required! | cloudflare</title>", "Cloudflare"),
    (b"captcha-delivery.com/", "DataDome"),
    (b"incapsula incident id", "Imperva"),
    (b"errors.edgesuite.net/", "Akamai"),
    (b"errors&#46;edgesuite&#46;net", "Akamai"),
    (b'id="px-captcha"', "HUMAN (PerimeterX)"),
    (b"sucuri_cloudproxy_js", "Sucuri"),
    (b"<title>ddos-guard</title>", "DDoS-Guard"),
    (b"anubis_challenge", "Anubis"),
    (b"awswafintegration.checkforcerefresh", "AWS WAF"),
    (b"/.well-known/sgcaptcha/", "SiteGround"),
    (b"<title>making sure you&#39;re not a bot!</title>", "Anubis"),
    (b"<title>vercel security checkpoint</title>", "Vercel"),
)

_HTML: Final = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|title)\b", re.I | re.S
)


def wall_named(headers: Headers, body: bytes) -> str:
    """Return whose wall this response is, or nothing if it is none."""
    for name, start, whose in _HEADERS:
        if name in headers and headers[name].lower().startswith(start):
            return whose
    if len(body) > LONGEST or not _HTML.match(body[:2048]):
        return ""
    low = body.lower()
    return next((whose for mark, whose in _MARKS if mark in low), "")
