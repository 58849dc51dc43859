from pathlib import Path

import pytest

from octavo.core.errors import BadInput
from octavo.settings import load


def test_variables_win_over_the_file_and_options_over_both(tmp_path: Path) -> None:
    (tmp_path / "octavo.toml").write_text("port = 8701\npace = 2.5\nallow_hosts = ['intranet.example:80']\n")

    settings = load(
        {"host": "::1"},
        environment={"OCTAVO_DATA": str(tmp_path), "OCTAVO_PORT": "8702", "OCTAVO_HOST": "0.0.0.0"},
    )

    assert (settings.host, settings.port, settings.pace) == ("::1", 8702, 2.5)
    assert settings.allow_hosts == ("intranet.example:80",)


@pytest.mark.parametrize(
    ("environment", "says"),
    [
        ({"OCTAVO_PROT": "9"}, "no setting OCTAVO_PROT"),
        ({"OCTAVO_PASWORD_FILE": "/etc/passwd"}, "no setting OCTAVO_PASWORD_FILE"),
        ({"OCTAVO_PORT": "nine"}, "OCTAVO_PORT is wrong"),
        ({"OCTAVO_URL": "news.example.org"}, "OCTAVO_URL is wrong"),
        ({"OCTAVO_TRUSTED_PROXIES": "10.0.0.1/8"}, "OCTAVO_TRUSTED_PROXIES is wrong"),
        ({"OCTAVO_PASSWORD_FILE": "/nowhere/password"}, "cannot be read"),
        ({"OCTAVO_CONFIG": "/nowhere/octavo.toml"}, "is not there"),
    ],
)
def test_what_is_unknown_or_wrong_is_refused_in_one_sentence(environment: dict[str, str], says: str) -> None:
    with pytest.raises(BadInput, match=says):
        load(environment=environment)


@pytest.mark.parametrize(
    ("text", "says"),
    [("prot = 9", "no setting prot"), ("port = ", "cannot be read"), ("port = 'x'", "is wrong")],
)
def test_a_file_with_faults_is_refused_in_one_sentence(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "octavo.toml").write_text(text)

    with pytest.raises(BadInput, match=says):
        load({"data": tmp_path}, environment={})


def test_secrets_come_from_files_and_are_never_printed(tmp_path: Path) -> None:
    (tmp_path / "password").write_text("correct horse battery staple\n")
    (tmp_path / "database").write_text("postgresql://octavo:hunter2@db/octavo")

    settings = load(
        environment={
            "OCTAVO_PASSWORD_FILE": str(tmp_path / "password"),
            "OCTAVO_DATABASE_URL_FILE": str(tmp_path / "database"),
        }
    )

    assert settings.password.get_secret_value() == "correct horse battery staple"
    assert settings.database.startswith("postgresql://octavo:hunter2@")
    assert "staple" not in repr(settings)
    assert "hunter2" not in repr(settings)
