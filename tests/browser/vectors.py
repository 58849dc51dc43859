"""Markup that must do nothing on a page of ours, by class of attack.

`@JS@` would open a dialog, `@BARE@` does so without quotes or spaces, `@AWAY@` is an address that must never be asked for.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

JS: Final = "alert('fired')"
BARE: Final = "alert(1)"
AWAY: Final = "http://away.test/collect"


@dataclass(frozen=True, slots=True)
class Vector:
    """One piece of markup; *fires* where a browser that is given it raw acts on it without being touched."""

    kind: str
    html: str
    fires: bool = False


_FIRES: Final = {
    "elements that run": (
        "<script>@JS@</script>",
        "<SCRIPT >@JS@</SCRIPT\t>",
        "<script/type=text/javascript>@JS@</script>",
        '<script type="module">@JS@</script>',
        "</p></div></article><script>@JS@</script>",
        "--><script>@JS@</script>",
        "]]><script>@JS@</script>",
        "</textarea></title></style><script>@JS@</script>",
        '"\'><script>@JS@</script>',
        '<script src="data:text/javascript,alert(1)"></script>',
    ),
    "handlers": (
        '<img src="no" onerror="@JS@">',
        "<img src=no onerror=@BARE@>",
        '<img/src="no"/onerror=@BARE@>',
        '<img src="no"\nonerror\n=\n"@JS@">',
        '<IMG SRC="no" OnErRoR="@JS@">',
        '<img src="no" onerror="&#97;lert(1)">',
        "<svg onload=@BARE@></svg>",
        "<svg><image href=no onerror=@BARE@></svg>",
        "<video><source src=no onerror=@BARE@></video>",
        "<audio src=no onerror=@BARE@></audio>",
        "<input autofocus onfocus=@BARE@>",
        "<details open ontoggle=@BARE@><summary>s</summary></details>",
        "<p id=x tabindex=1 autofocus onfocus=@BARE@>p</p>",
        '<link rel=stylesheet href="@AWAY@" onerror=@BARE@>',
        "<style onload=@BARE@>p{}</style>",
        "<iframe onload=@BARE@></iframe>",
        "<object data=no onerror=@BARE@></object>",
        "<x-y tabindex=1 autofocus onfocus=@BARE@>x</x-y>",
    ),
    "foreign content": (
        "<svg><script>@BARE@</script></svg>",
        "<svg><script>alert&#40;1&#41;</script></svg>",
        "<svg><animate onbegin=@BARE@ attributeName=x dur=1s></svg>",
        "<svg><set attributeName=x onbegin=@BARE@></svg>",
        "<svg></p><style><a id=\"</style><img src=no onerror=@BARE@>\"></svg>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=no onerror=@BARE@&gt;\"></table></math>"
        "<img src=no onerror=@BARE@>",
    ),
    "frames": (
        '<iframe srcdoc="&lt;script&gt;parent.alert(1)&lt;/script&gt;"></iframe>',
        '<iframe src="javascript:@JS@"></iframe>',
        '<iframe src="javascript:parent.alert(1)"></iframe>',
        '<object data="javascript:alert(1)"></object><img src=no onerror=@BARE@>',
    ),
    "parsers that disagree": (
        "<noscript><p title=\"</noscript><img src=no onerror=@BARE@>\"></noscript><img src=no onerror=@BARE@>",
        '<img src="no`><img src=no onerror=@BARE@>"><img src=no onerror=@BARE@>',
        "<a title=\"<b>\"><img src=no onerror=@BARE@></a>",
        "<!--><img src=no onerror=@BARE@>-->",
        "<!--!><img src=no onerror=@BARE@>--!><img src=no onerror=@BARE@>",
        "<<img src=no onerror=@BARE@>",
        "<p/<img src=no><img src=no onerror=@BARE@>",
        "<img src=no\x0conerror=@BARE@>",
        "<select><option><img src=no onerror=@BARE@></select><img src=no onerror=@BARE@>",
        "<form><button><p></form><img src=no onerror=@BARE@>",
        "<plaintext-x><xmp></xmp><img src=no onerror=@BARE@>",
        "<title><b></title><img src=no onerror=@BARE@>",
        "<![CDATA[<img src=no onerror=@BARE@>]]><img src=no onerror=@BARE@>",
        "<?xml version=\"1.0\"?><img src=no onerror=@BARE@>",
    ),
    "things that ask elsewhere": (
        '<img src="@AWAY@">',
        '<img srcset="@AWAY@ 1x">',
        '<picture><source srcset="@AWAY@"><img src=no></picture>',
        '<link rel="stylesheet" href="@AWAY@">',
        '<link rel="preload" as="image" href="@AWAY@">',
        "<style>@import '@AWAY@';</style>",
        "<style>p{background:url(@AWAY@)}</style>",
        '<p style="background:url(@AWAY@)">p</p>',
        '<table background="@AWAY@"><tr><td>t</td></tr></table>',
        '<video poster="@AWAY@"></video>',
        '<video src="@AWAY@" autoplay></video>',
        '<audio src="@AWAY@" preload="auto"></audio>',
        '<video><track default src="@AWAY@"></video><img src="@AWAY@">',
        '<iframe src="@AWAY@"></iframe>',
        '<embed src="@AWAY@">',
        '<object data="@AWAY@"></object>',
        '<svg><image href="@AWAY@"/></svg>',
        '<svg><use href="@AWAY@#x"/></svg><img src="@AWAY@">',
        '<input type="image" src="@AWAY@">',
        '<meta http-equiv="refresh" content="0;url=@AWAY@">',
        '<base href="http://away.test/"><img src="collect">',
        "<script>fetch('@AWAY@')</script>",
    ),
}  # fmt: skip

_WAITS: Final = {
    "addresses that are code": (
        '<a href="javascript:@JS@">a</a>',
        '<a href="JaVaScRiPt:@JS@">a</a>',
        '<a href="java&#9;script:@JS@">a</a>',
        '<a href="java&NewLine;script:@JS@">a</a>',
        '<a href="&#1;javascript:@JS@">a</a>',
        '<a href="javascript&colon;@JS@">a</a>',
        '<a href="&#x6A;&#x61;&#x76;&#x61;script:@JS@">a</a>',
        '<a href="javascript://a.test/%0a@JS@">a</a>',
        '<a href="data:text/html,<script>@BARE@</script>">a</a>',
        '<a href="vbscript:msgbox(1)">a</a>',
        '<a href="blob:http://a.test/x">a</a>',
        '<a href="file:///etc/passwd">a</a>',
        '<svg><a href="javascript:@JS@"><text y="9">a</text></a></svg>',
        '<svg><a xlink:href="javascript:@JS@"><text y="9">a</text></a></svg>',
        '<math><a href="javascript:@JS@">a</a></math>',
        '<map name="m"><area shape="default" href="javascript:@JS@"></map>',
        '<form action="javascript:@JS@"><button>b</button></form>',
        '<form><button formaction="javascript:@JS@">b</button></form>',
        '<form action="@AWAY@"><input name="q"><button>b</button></form>',
        '<button form="x" formaction="@AWAY@">b</button>',
        '<a href="http://a.test/" ping="@AWAY@">a</a>',
        '<link rel="icon" href="@AWAY@">',
        '<a href="/logout">a</a><img src="/logout"><form method="post" action="/logout"><button>b</button></form>',
    ),
    "text that only looks like code": (
        "{{ 7*7 }} {% for x in y %} ${7*7} #{7*7} <%= 7*7 %>",
        "%s %(x)s %d {0} {x}",
        "&lt;img src=no onerror=@BARE@&gt;",
        "&amp;lt;script&amp;gt;@BARE@&amp;lt;/script&amp;gt;",
        "\u202e\u2066 \u200b\ufeff <b>\u0000</b>",
    ),
}  # fmt: skip


def _all() -> Iterator[Vector]:
    for fires, classes in ((True, _FIRES), (False, _WAITS)):
        for kind, pieces in classes.items():
            for piece in pieces:
                html = piece.replace("@JS@", JS).replace("@BARE@", BARE).replace("@AWAY@", AWAY)
                yield Vector(kind, html, fires)


VECTORS: Final = tuple(_all())
