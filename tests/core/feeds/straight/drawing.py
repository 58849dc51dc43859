"""Feeds drawn for property tests: such as there are, with an odd element now and then."""

from hypothesis import strategies as st

SPACES = (
    ' xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:media="http://search.yahoo.com/mrss/"'
    ' xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:thr="http://purl.org/syndication/thread/1.0"'
    ' xmlns:creativeCommons="http://backend.userland.com/creativeCommonsRssModule" xmlns:x="urn:example:x"'
)
# fmt: off
ENTRY_NAMES = (
    "title", "link", "guid", "description", "pubDate", "category", "author", "source", "comments",
    "enclosure", "id", "summary", "content", "published", "updated", "rights", "contributor", "date",
    "image", "links", "body", "content:encoded", "dc:creator", "dc:date", "dc:subject", "dc:title",
    "dc:rights", "dc:language", "dcterms:created", "itunes:summary", "itunes:subtitle",
    "itunes:author", "itunes:duration", "itunes:image", "itunes:keywords", "media:title",
    "media:description", "media:thumbnail", "media:content", "media:group", "media:keywords",
    "media:category", "media:credit", "media:license", "media:player", "atom:link", "atom:author",
    "x:title", "x:y", "creativeCommons:license", "thr:total", "tags", "copyright", "issued",
    "modified", "abstract",
)
FEED_NAMES = (
    "title", "link", "description", "language", "copyright", "ttl", "image", "generator", "docs",
    "cloud", "category", "itunes:summary", "itunes:owner", "itunes:image", "itunes:category",
    "itunes:author", "dc:language", "dc:rights", "sy:updatePeriod", "sy:updateFrequency", "atom:link",
    "skipHours", "lastBuildDate", "managingEditor", "textInput", "id", "subtitle", "updated", "author",
    "logo", "x:y", "media:thumbnail", "creativeCommons:license",
)
PLAIN_TEXTS = (
    "", " ", "a", "b &amp; c", "<![CDATA[<p>d</p>]]>", "<![CDATA[<foo>d</foo>]]>", "e &amp;amp; f",
    "&lt;b&gt;g&lt;/b&gt;", "https://news.example/1", "/2?a=1&amp;b=2", "https:///news.example/3",
    "mail@news.example (Ann)", "Ann", "Ben", "Mon, 01 Jun 2026 12:00:00 GMT", "2026-06-02T10:00:00Z",
    "daily", "60", "1:02", "en-GB", "Ã©tÃ©", "été", "a,b", "<!-- no --> j", "&#8217;", "<?x y?>z",
)
ODD_TEXTS = (
    "&#128;", "&copy;", "<b>i</b>", "<name>k</name>", "<email>k@news.example</email><uri>/k</uri>",
    "<item/>", "<x:y><x:z>l</x:z></x:y>", "<media:title>m</media:title>",
    "<media:content url='/n.mp4'/>", "<title>n</title>",
)
PERSONS = (
    "<name>k</name>", "<name>k</name><email>k@news.example</email>", "<name/><uri>/k</uri>", "Ann",
)
ODD_ATTRIBUTES = (
    "", " type='html'", " type='text'", " type='xhtml'", " isPermaLink='false'", " href='/q'",
    " src='/z'", " url='/t.jpg'", " term='u'", " label='v'", " text='x'", " xml:lang='de'",
    " xml:base='http://b.example/'", " x:lang='en'",
)
# fmt: on
NAMED_TEXTS = {
    "author": PERSONS,
    "atom:author": PERSONS,
    "contributor": PERSONS,
    "image": ("<url>/i.png</url><title>l</title><link>/</link>", "<url>/i.png</url><width>3</width>"),
    "media:content": (
        "",
        "<media:title>m</media:title>",
        "<media:thumbnail url='/o.jpg'/><media:credit>n</media:credit>",
    ),
    "media:group": (
        "<media:content url='/n.mp4' duration='7'/><media:title>m</media:title>",
        "<media:description>p</media:description><media:community><media:statistics views='3'/></media:community>",
    ),
    "skipHours": ("<hour>3</hour>",),
    "itunes:owner": ("<itunes:name>Ann</itunes:name><itunes:email>a@news.example</itunes:email>",),
    "itunes:category": ("<itunes:category text='q'/>", ""),
    "x:y": ("<x:y><x:z>l</x:z></x:y>", "l"),
    **dict.fromkeys(("atom:link", "enclosure", "media:thumbnail", "itunes:image"), ("",)),
}
NAMED_ATTRIBUTES = {
    "category": ("", " domain='w'", " term='u'", " term='u' label='v'"),
    "content": ("", " type='html'", " type='text'"),
    "enclosure": (" url='/r.mp3' type='Audio/MPEG' length='9'",),
    "guid": ("", " isPermaLink='false'", " isPermaLink='true'"),
    "itunes:category": (" text='q'",),
    "itunes:image": (" href='/p.jpg'",),
    "link": (
        "",
        "",
        " href='/q'",
        " rel='enclosure' href='/r.mp3' type='Audio/MPEG'",
        " rel='related' href='/v'",
    ),
    "atom:link": (
        " href='/q'",
        " rel='self' href='/s'",
        " rel='hub' href='/y'",
        " rel='license' href='https://l.example/'",
    ),
    "media:category": ("", " label='v'", " scheme='w'"),
    "media:content": (" url='/n.mp4' medium='video'", " url='/n.jpg' type='image/jpeg' width='3'"),
    "media:thumbnail": (" url='/t.jpg'", " url='/u.jpg' width='9'"),
    "source": ("", " url='/other'"),
    "summary": ("", " type='html'"),
    "title": ("", "", "", " type='html'", " type='text'"),
}


@st.composite
def elements(draw: st.DrawFn, names: tuple[str, ...]) -> str:
    """Draw some elements as feeds have them, and now and then an odd one."""
    written = []
    for name in draw(st.lists(st.sampled_from(names), max_size=8)):
        odd = draw(st.integers(0, 40)) == 40
        attributes = draw(st.sampled_from(ODD_ATTRIBUTES if odd else NAMED_ATTRIBUTES.get(name, ("",))))
        text = draw(st.sampled_from(ODD_TEXTS if odd else NAMED_TEXTS.get(name, PLAIN_TEXTS)))
        written.append(f"<{name}{attributes}>{text}</{name}>")
    return "".join(written)


@st.composite
def feeds(draw: st.DrawFn) -> str:
    root, around, name = draw(
        st.sampled_from(
            (
                ("rss version='2.0'", "channel", "item"),
                ("rss version='2.0' xml:lang='en_US'", "channel", "item"),
                ("feed xmlns='http://www.w3.org/2005/Atom'", "", "entry"),
                ("feed xmlns='http://www.w3.org/2005/Atom' xml:lang='pt-BR'", "", "entry"),
                ("feed version='0.3' xmlns='http://purl.org/atom/ns#'", "", "entry"),
            )
        )
    )
    entries = (f"<{name}>{inner}</{name}>" for inner in draw(st.lists(elements(ENTRY_NAMES), max_size=3)))
    inner = draw(elements(FEED_NAMES)) + "".join(entries) + draw(st.sampled_from(("", "<title>Late</title>")))
    inner = f"<{around}>{inner}</{around}>" if around else inner
    return f"<{root}{SPACES}>{inner}</{root.partition(' ')[0]}>"
