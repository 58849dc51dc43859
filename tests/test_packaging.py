"""What can be known of Dockerfile, systemd unit and proxy examples without running them."""

import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from octavo.cli.main import octavo
from octavo.settings import PREFIX, Settings, load

ROOT = Path(__file__).parents[1]
KNOWN = {PREFIX + name.upper() for name in Settings.model_fields}


def instructions() -> Iterator[tuple[str, str]]:
    """Yield each instruction of the Dockerfile with its text, lines that go on joined."""
    lines = [line for line in (ROOT / "Dockerfile").read_text().splitlines() if not line.startswith("#")]
    for line in re.sub(r"\\\n\s*", "", "\n".join(lines)).splitlines():
        if line.strip():
            word, _, rest = line.strip().partition(" ")
            yield word, rest


def unit() -> dict[str, list[str]]:
    """Return the unit's settings by name, each with all its values."""
    found: dict[str, list[str]] = {}
    for line in (ROOT / "contrib" / "octavo.service").read_text().splitlines():
        name, sign, value = line.partition("=")
        if sign and not line.startswith("#"):
            found.setdefault(name, []).append(value)
    return found


def test_the_image_runs_a_command_of_ours_as_nobody_special() -> None:
    said = list(instructions())
    last = said[max(i for i, (word, _) in enumerate(said) if word == "FROM") :]
    words = dict(last)

    assert words["FROM"] == "python:3.11-slim-bookworm"
    assert words["USER"] == "octavo"
    assert words["VOLUME"] == "/data"
    assert words["ENTRYPOINT"] == '["octavo"]'
    assert words["CMD"] == '["run"]'
    assert "run" in octavo.list_commands(click.Context(octavo))


def test_the_image_needs_a_password_and_asks_for_its_health() -> None:
    words = dict(instructions())
    given = dict(pair.split("=", 1) for pair in shlex.split(words["ENV"]))
    ours = {name: value for name, value in given.items() if name.startswith(PREFIX)}

    settings = load(environment=ours)

    assert str(settings.data) == words["VOLUME"]
    assert settings.host == "0.0.0.0"
    assert f":{settings.port}/healthz" in words["HEALTHCHECK"]
    assert words["EXPOSE"] == str(settings.port)


def test_the_image_installs_from_the_lock_file_and_names_no_index() -> None:
    text = (ROOT / "Dockerfile").read_text()
    installs = [
        part
        for word, rest in instructions()
        if word == "RUN"
        for part in rest.split("&&")
        if "pip install" in part
    ]

    assert all("--require-hashes" in part or "--no-deps --no-index" in part for part in installs)
    assert not re.search(r"index-url|https?://(?!127\.0\.0\.1)", text)


def test_the_image_can_copy_what_it_copies() -> None:
    let_in = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    copied = {
        source.removeprefix("./")
        for word, rest in instructions()
        if word == "COPY" and not rest.startswith("--from")
        for source in rest.split()[:-1]
    }

    assert copied <= let_in
    assert all((ROOT / name).exists() for name in let_in)


def test_the_unit_starts_commands_of_ours_and_gives_them_settings_of_ours() -> None:
    said = unit()
    names = [pair.partition("=")[0] for pair in said["Environment"]]

    assert [value.rpartition("/octavo ")[2] for value in said["ExecStartPre"] + said["ExecStart"]] == [
        "db upgrade",
        "run",
    ]
    assert {name.removesuffix("_FILE") for name in names} <= KNOWN
    assert said["LoadCredential"][0].partition(":")[0] == "password"
    assert "OCTAVO_PASSWORD_FILE=%d/password" in said["Environment"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DynamicUser", "yes"),
        ("StateDirectory", "octavo"),
        ("ProtectSystem", "strict"),
        ("ProtectHome", "yes"),
        ("NoNewPrivileges", "yes"),
        ("PrivateDevices", "yes"),
        ("CapabilityBoundingSet", ""),
        ("RestrictAddressFamilies", "AF_INET AF_INET6 AF_UNIX"),
    ],
)
def test_the_unit_may_do_little(name: str, value: str) -> None:
    assert unit()[name] == [value]


def test_the_unit_waits_longer_than_octavo_needs_to_stop() -> None:
    assert int(unit()["TimeoutStopSec"][0]) > 10


@pytest.mark.parametrize("name", ["Caddyfile", "nginx.conf"])
def test_proxies_lead_to_the_usual_port_and_have_their_braces(name: str) -> None:
    text = (ROOT / "contrib" / name).read_text()

    assert f"127.0.0.1:{Settings.model_fields['port'].default}" in text
    assert text.count("{") == text.count("}") > 0
    assert set(re.findall(r"OCTAVO_[A-Z_]*[A-Z]", text)) <= KNOWN


def test_nginx_says_what_octavo_asks_of_a_proxy() -> None:
    text = (ROOT / "contrib" / "nginx.conf").read_text()

    for header in ("Host", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host"):
        assert f"proxy_set_header {header} " in text
    assert "proxy_http_version 1.1;" in text


def test_every_library_has_its_line_in_the_decision() -> None:
    text = (ROOT / "docs" / "decisions" / "0001-libraries.md").read_text()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]

    for wish in project["dependencies"]:
        name = re.split(r"[\[<>=]", wish)[0]
        assert f"| {name} |" in text, f"{name} has no line"


def test_lock_files_name_no_host() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        assert "://" not in (ROOT / name).read_text()
