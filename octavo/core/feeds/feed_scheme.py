"""The `feed:` scheme, which some pages and lists put in front of a feed's web address."""


def web_address(text: str) -> str:
    """Return the web address inside `feed:https://…` and `feed://…`; any other text as it is."""
    text = text.strip()
    if text[:5].lower() != "feed:":
        return text
    rest = text[5:]
    return f"http:{rest}" if rest.startswith("//") else rest
