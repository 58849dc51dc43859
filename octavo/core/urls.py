"""Addresses: parsed by ada-url (the WHATWG URL standard), kept as given for fetching, made canonical only as keys."""

import re
from typing import Final, NewType

import ada_url

Url = NewType("Url", str)
"""An absolute http or https address, serialised by the WHATWG rules, without a fragment's loss."""

UrlKey = NewType("UrlKey", str)
"""The canonical form of an address: equal for addresses that lead to one document. Never fetched, never shown."""

LONGEST: Final = 2048
"""Addresses of more characters than this are refused."""

_TRACKING: Final = re.compile(
    r"(utm_.*|mtm_.*|pk_.*|hsa_.*|at_(medium|campaign|link.*|format|ptr.*|bbc.*)|_hs(enc|mi)|__twitter_impression|"
    r"fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|li_fat_id|mc_(cid|eid)|"
    r"oly_(anon|enc)_id|vero_(conv|id)|wickedid|rb_clickid|s_cid|cmpid|cmp|ito|ns_(campaign|mchannel|source|linkname|fee)|"
    r"ocid|smid|smtyp|srnd|ftag|ref_src|ref_url|xtor|guccounter|guce_.*|spm|feature=share|WT\.mc_id|mkt_tok|trk|"
    r"sh(are)?_?source|echobox|soc_(src|trk)|taid|tpcc|traffic_source|partner=rss|rss=1|from=rss|source=rss)",
    re.IGNORECASE,
)


def parse_url(text: str, base: str = "") -> Url | None:
    """Return the absolute http or https address that *text* means against *base*, or None; the only maker of Url."""
    text = text.strip()
    if not text or len(text) > LONGEST:
        return None
    try:
        parsed = ada_url.URL(text, base=base) if base else ada_url.URL(text)
    except ValueError:
        return None
    if parsed.protocol not in ("http:", "https:") or not parsed.hostname or len(parsed.href) > LONGEST * 3:
        return None
    return Url(parsed.href)


def host_of(url: Url) -> str:
    """Return the address's host name in ASCII and lower case, without the port."""
    return str(ada_url.URL(url).hostname)


def origin_of(url: Url) -> str:
    """Return scheme, host and port: what secrets and robots.txt are bound to."""
    return str(ada_url.URL(url).origin)


def canonical(url: Url) -> UrlKey:
    """Return the key of *url*: https, no `www.`, no fragment, no tracking parameters, no trailing slash, parameters sorted."""
    parsed = ada_url.URL(url)
    host = parsed.host.removeprefix("www.")
    path = re.sub(r"/(index\.(html?|php)|amp/?)?$", "", parsed.pathname)
    kept = sorted(p for p in parsed.search.removeprefix("?").split("&") if p and not _is_tracking(p))
    return UrlKey(f"https://{host}{path}" + (f"?{'&'.join(kept)}" if kept else ""))


def without_secrets(url: Url) -> Url:
    """Return *url* without user name and password."""
    parsed = ada_url.URL(url)
    parsed.username = parsed.password = ""
    return Url(parsed.href)


def _is_tracking(parameter: str) -> bool:
    return bool(_TRACKING.fullmatch(parameter) or _TRACKING.fullmatch(parameter.partition("=")[0]))
