import pytest

from octavo.core.text.naming import name_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Andrij Melnytskyi", "Andrij Melnytsky"),
        ("Sergei Kovalenko", "Sergey Kovalenko"),
        ("Mohamed Ali", "Muhammad Ali"),
        ("Hamid el-Badri", "Hamid al-Badri"),
        ("George W. Bush", "George Bush"),
        ("The Guardian Angels", "Guardian Angels"),
        ("Élodie Marché", "Elodie Marche"),
    ],
)
def test_ways_to_write_one_name_have_one_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_different_names_have_different_keys() -> None:
    assert name_key("Anna Berg") == "name:anna berg" != name_key("Anna Bergs")
