from tests.newsroom import Newsroom, Told
from tests.web.site import Site


async def test_a_hashtag_is_hidden_and_shown(paper: Site) -> None:
    assert (await paper.post("/following/hashtags/hide", {"tag": "#White House"})).status == 303
    assert "#WhiteHouse" in (await paper.get("/following/hashtags")).text

    assert (await paper.post("/following/hashtags/show", {"tag": "WhiteHouse"})).status == 303
    assert "No hashtag is hidden." in (await paper.get("/following/hashtags")).text
    assert (await paper.post("/following/hashtags/hide", {"tag": "<>"})).status == 400


async def test_rules_are_made_on_the_page_of_a_hashtag_and_taken_back_on_theirs(
    paper: Site, newsroom: Newsroom
) -> None:
    newsroom.tell(
        Told("Flood", hashtags=(("flood", "Flood"),)), Told("Deluge", hashtags=(("deluge", "Deluge"),))
    )
    page = (await paper.get("/hashtag/deluge")).text

    merged = await paper.post("/following/hashtags/merge", {"tag": "Deluge", "into": "flood"})
    renamed = await paper.post("/following/hashtags/rename", {"tag": "flood", "into": "FLOOD"})
    refused = await paper.post("/following/hashtags/rename", {"tag": "flood", "into": "water"})
    forbidden = await paper.post(
        "/following/hashtags/forbid", {"tag": "monday", "back": "/following/hashtags"}
    )
    rules = (await paper.get("/following/hashtags")).text
    undone = await paper.post("/following/hashtags/undo", {"tag": "deluge"})

    assert 'action="/following/hashtags/merge"' in page
    assert (merged.status, merged.headers["Location"]) == (303, "/hashtag/flood")
    assert "Deluge" in (await paper.get("/hashtag/flood")).text
    assert "#FLOOD</bdi></h1>" in (await paper.get("/hashtag/flood")).text
    assert (renamed.status, refused.status, forbidden.status, undone.status) == (303, 400, 303, 303)
    assert "another hashtag" in refused.text
    assert rules.count("Take back") == 3
    assert (await paper.get("/following/hashtags")).text.count("Take back") == 2
    assert (await paper.post("/following/hashtags/undo", {"tag": "deluge"})).status == 404
    assert (await paper.post("/following/hashtags/odd", {"tag": "deluge"})).status == 404
