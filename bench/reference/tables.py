"""What each table is for; a table without a sentence stops the reference from being written."""

from typing import Final

PURPOSE: Final[dict[str, str]] = {
    "source": "A publisher of record; may have several feeds.",
    "feed": "An address that is polled, what its owner says of it, and how it is.",
    "poll": "One poll of one feed, for the health page; kept for 30 days.",
    "round": "The articles of feeds that were claimed together; a round is folded as one, in a fixed order.",
    "article": "One report by one source, and where it stands in the line.",
    "entry": "One item as a feed stated it: what has been seen is not taken in twice.",
    "page": "An article's page as fetched, for as long as raw pages are kept.",
    "revision": "An article's text at a time.",
    "annotation": "What was found in a revision: language, sentences, entities, what the fold compares.",
    "reading": "How the reading of an article's newest page went: what extraction health is judged by.",
    "wrong_text": "A page that the owner says is read wrongly, with what reading it must give.",
    "hashtag_rule": "What the owner made of a hashtag: another one, another spelling, or none.",
    "hashtag": "One hashtag, however it is spelled.",
    "article_hashtag": "Which article has which hashtags, most telling first.",
    "set_aside": "What could not be done for an article at a stage, and why.",
    "story": "All articles about one event, with its counts.",
    "placement": "Which story and origin an article was folded into, and when in the order of folding.",
    "related": "Two stories that name the same, with what they share.",
    "picture": "A picture that a page or feed names, drawn anew and small.",
    "search_text": "The words of each article, as both databases index them.",
    "lease": "Who has a turn that only one worker may have: folding, tidying up.",
    "session": "Who is logged in.",
    "feed_key": "Secrets that open the outgoing feeds while the desk is not public.",
    "login_failure": "Failed logins of the last day: they slow the next ones down.",
    "replay": "For the demo: true address, date, attribution and licence of a replayed report.",
    "meta": "Small facts of the installation, by name.",
}
