import pytest

from octavo.core.pages.body.furniture import is_furniture, is_tag_list


@pytest.mark.parametrize(
    "line",
    ["ADVERTISEMENT", "Listen to article", "Show more", "0:00 / 3:12", "1.5x", "* * *", "إعلان", "اقرأ أيضاً:", "广告", "资料图", "Реклама"],
)  # fmt: skip
def test_labels_of_the_page_s_machinery(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line", ["No.", "He left at 9:30.", "Show more courage, she said.", "提供广告服务的公司", "2026"]
)
def test_what_an_article_can_say(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize(
    "line", ["Tags: flood, Elbe", "Filed under Weather", "الوسوم: فيضان", "标签：洪水", "Теги: наводнение"]
)
def test_a_list_of_tags_is_one_by_its_links(line: str) -> None:
    assert is_tag_list(line, share_linked=0.8)
    assert not is_tag_list(line, share_linked=0.1)
    assert not is_tag_list("Elbe floods Dresden", share_linked=1.0)
