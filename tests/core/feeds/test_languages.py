import pytest

from octavo.core.feeds.languages import language_tag


@pytest.mark.parametrize(
    ("stated", "tag"),
    [
        ("en", "en"),
        (" de_AT ", "de-AT"),
        ("zh-Hant-TW", "zh-Hant-TW"),
        ("English", ""),
        ("<en>", ""),
        ("", ""),
        ("en-" * 20, ""),
    ],
)
def test_only_language_tags_pass(stated: str, tag: str) -> None:
    assert language_tag(stated) == tag
