"""Lists of words, written as words."""


def word_set(*lines: str) -> frozenset[str]:
    """Return the words that stand in *lines*, parted by white space."""
    return frozenset(word for line in lines for word in line.split())
