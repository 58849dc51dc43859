import pytest

from octavo.core.pages.body.furniture import is_furniture


@pytest.mark.parametrize(
    "line",
    ["ADVERTISEMENT", "Listen to article", "Show more", "0:00 / 3:12", "1.5x", "* * *", "إعلان", "اقرأ أيضاً:", "广告", "Реклама"],
)  # fmt: skip
def test_labels_of_the_page_s_machinery(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line", ["No.", "He left at 9:30.", "Show more courage, she said.", "提供广告服务的公司", "2026"]
)
def test_what_an_article_can_say(line: str) -> None:
    assert not is_furniture(line)
