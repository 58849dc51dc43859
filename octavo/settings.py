"""The settings: `OCTAVO_*` variables and a TOML file; unknown ones are refused, secrets may come from files."""

import os
from collections.abc import Mapping, Sequence
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from tomllib import TOMLDecodeError
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from octavo.core.errors import BadInput
from octavo.core.urls import parse_url

PREFIX: Final = "OCTAVO_"
NOT_SETTINGS: Final = ("OCTAVO_CONFIG", "OCTAVO_TEST_")
"""Beginnings of names that are read elsewhere: where the settings file is, and what the tests are told."""


def _split(value: object) -> object:
    return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value


Words = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split)]


def _address(value: str) -> str:
    if value and parse_url(value) is None:
        raise ValueError("must be an http or https address")
    return value.rstrip("/")


Address = Annotated[str, AfterValidator(_address)]


class Settings(BaseSettings):
    """All settings, each with its default; the description of each is its line in the reference."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="forbid", frozen=True)

    data: Path = Field(Path("octavo-data"), description="Folder for the database, locks and backups.")
    database_url: SecretStr = Field(
        SecretStr(""), description="`postgresql://user:password@host/name`; empty: SQLite in the data folder."
    )
    host: str = Field("127.0.0.1", description="Address that the web server listens on.")
    port: int = Field(
        8700, ge=0, le=65535, description="Port that the web server listens on; 0: any free one."
    )
    url: Address = Field(
        "",
        description="Public address, such as `https://news.example.org`; used for links, Host checks and cookies.",
    )
    password: SecretStr = Field(
        SecretStr(""), description="The owner's password; required unless everything is on loopback."
    )
    public: bool = Field(False, description="Let everybody read; writing still needs the owner's login.")
    trusted_proxies: Words = Field(
        (), description="Networks of reverse proxies whose forwarded headers count, such as `127.0.0.1/32`."
    )
    allow_hosts: Words = Field(
        (),
        description="Private targets that may be fetched, each `host:port` or `network:port`, such as `10.0.0.0/8:80`.",
    )
    owner: str = Field(
        "", max_length=200, description="Address or web page of the owner, told to outlets in the User-Agent."
    )
    pace: float = Field(1.0, ge=0.2, le=60, description="Seconds between two requests to one host.")
    keep_days: int = Field(0, ge=0, description="Days that articles are kept; 0: for ever.")
    keep_pages_days: int = Field(14, ge=0, description="Days that raw pages are kept; 0: for ever.")
    metrics_token: SecretStr = Field(
        SecretStr(""), description="Token that opens `/metrics` from elsewhere (`Authorization: Bearer`)."
    )
    source_url: Address = Field(
        "",
        description="Where readers find the source of this version (AGPL-3.0, section 13); empty: Octavo serves it itself.",
    )
    worker_name: str = Field(
        "",
        max_length=100,
        description="Name under which this process holds work; empty: chosen from the data folder's locks.",
    )
    processes: int = Field(2, ge=1, le=64, description="Processes that read pages.")
    log_format: Literal["plain", "json"] = Field(
        "plain", description="Form of the log lines on standard error."
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="Least level that is logged."
    )

    @field_validator("trusted_proxies")
    @classmethod
    def _are_networks(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for part in value:
            ip_network(part)
        return value

    @property
    def proxies(self) -> Sequence[IPv4Network | IPv6Network]:
        """The networks of trusted proxies."""
        return [ip_network(part) for part in self.trusted_proxies]

    @property
    def database(self) -> str:
        """The address of the database."""
        return self.database_url.get_secret_value() or f"sqlite:///{self.data / 'octavo.sqlite3'}"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def load(
    overrides: Mapping[str, Any] | None = None, *, environment: Mapping[str, str] | None = None
) -> Settings:
    """Return the settings: *overrides* over `OCTAVO_*` over the TOML file; raise `BadInput` for unknown or wrong ones."""
    environment = os.environ if environment is None else environment
    known = frozenset(PREFIX + name.upper() for name in Settings.model_fields)
    secrets = _from_files(environment, known)
    for name in environment:
        if (
            name.startswith(PREFIX)
            and name.removesuffix("_FILE") not in known
            and not name.startswith(NOT_SETTINGS)
        ):
            raise BadInput(f"There is no setting {name}. docs/reference/settings.md lists all.")
    given = {n.removeprefix(PREFIX).lower(): v for n, v in environment.items() if n in known}
    toml = _toml_file(environment, Path((overrides or {}).get("data") or given.get("data") or "octavo-data"))
    try:
        return _with_toml(toml)(**{**given, **secrets, **(overrides or {})})
    except ValidationError as error:
        raise BadInput(_sentence(error)) from error
    except TOMLDecodeError as error:
        raise BadInput(f"The settings file {toml} cannot be read: {error}.") from error


def _with_toml(path: Path | None) -> type[Settings]:
    class FromFile(Settings):
        model_config = SettingsConfigDict(toml_file=path)

    return FromFile


def _toml_file(environment: Mapping[str, str], data: Path) -> Path | None:
    named = environment.get("OCTAVO_CONFIG")
    if named:
        if not Path(named).is_file():
            raise BadInput(f"The settings file {named} is not there. Correct OCTAVO_CONFIG.")
        return Path(named)
    return next((p for p in (Path("octavo.toml"), data / "octavo.toml") if p.is_file()), None)


def _from_files(environment: Mapping[str, str], known: frozenset[str]) -> dict[str, str]:
    """Return the settings that stand in files named by `OCTAVO_..._FILE`."""
    secrets = {}
    for name, path in environment.items():
        setting = name.removesuffix("_FILE")
        if name.endswith("_FILE") and setting in known:
            try:
                secrets[setting.removeprefix(PREFIX).lower()] = Path(path).read_text().strip()
            except OSError as error:
                raise BadInput(f"{name} names {path}, which cannot be read: {error.strerror}.") from error
    return secrets


def _sentence(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    name = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        return f"There is no setting {name}. docs/reference/settings.md lists all."
    return f"The setting {PREFIX}{name.upper()} is wrong: {first['msg'].removeprefix('Value error, ')}."
