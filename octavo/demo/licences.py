"""The licences of the demo world: what each SPDX name is called and where its text stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from octavo.core.urls import Url, parse_url


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence as people know it."""

    spdx: str
    name: str
    url: Url


_KNOWN: Final = (
    ("CC-BY-2.5", "CC BY 2.5", "https://creativecommons.org/licenses/by/2.5/"),
    ("CC-BY-3.0", "CC BY 3.0", "https://creativecommons.org/licenses/by/3.0/"),
    ("CC-BY-4.0", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    ("CC-BY-SA-3.0", "CC BY-SA 3.0", "https://creativecommons.org/licenses/by-sa/3.0/"),
    ("CC-BY-SA-3.0-US", "CC BY-SA 3.0 US", "https://creativecommons.org/licenses/by-sa/3.0/us/"),
    ("CC-BY-SA-4.0", "CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    ("MIT", "MIT", "https://spdx.org/licenses/MIT.html"),
    ("Apache-2.0", "Apache 2.0", "https://www.apache.org/licenses/LICENSE-2.0"),
    ("GPL-2.0-or-later", "GPL 2.0 or later", "https://www.gnu.org/licenses/old-licenses/gpl-2.0.html"),
)

LICENCES: Final[Mapping[str, Licence]] = {
    spdx: Licence(spdx, name, url) for spdx, name, text in _KNOWN if (url := parse_url(text))
}


def licences(expression: str) -> Sequence[Licence]:
    """Return the licences that an SPDX *expression* lets one choose from, in its order; `KeyError` for an unknown one."""
    return [LICENCES[name] for name in expression.split(" OR ")]


def licence_url(expression: str) -> Url:
    """Return where the text of the first licence of an SPDX *expression* stands."""
    return licences(expression)[0].url
