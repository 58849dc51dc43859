"""The licences of the demo world: what each SPDX name is called and where its text stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence as people know it."""

    spdx: str
    name: str
    url: str


_KNOWN: Final = (
    Licence("CC-BY-2.5", "CC BY 2.5", "https://creativecommons.org/licenses/by/2.5/"),
    Licence("CC-BY-3.0", "CC BY 3.0", "https://creativecommons.org/licenses/by/3.0/"),
    Licence("CC-BY-4.0", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    Licence("CC-BY-SA-3.0", "CC BY-SA 3.0", "https://creativecommons.org/licenses/by-sa/3.0/"),
    Licence("CC-BY-SA-3.0-US", "CC BY-SA 3.0 US", "https://creativecommons.org/licenses/by-sa/3.0/us/"),
    Licence("CC-BY-SA-4.0", "CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    Licence("MIT", "MIT", "https://spdx.org/licenses/MIT.html"),
    Licence("Apache-2.0", "Apache 2.0", "https://www.apache.org/licenses/LICENSE-2.0"),
    Licence("GPL-2.0-or-later", "GPL 2.0 or later", "https://www.gnu.org/licenses/old-licenses/gpl-2.0.html"),
)

LICENCES: Final[Mapping[str, Licence]] = {licence.spdx: licence for licence in _KNOWN}


def licences(expression: str) -> Sequence[Licence]:
    """Return the licences that an SPDX *expression* lets one choose from, in its order; `KeyError` for an unknown one."""
    return [LICENCES[name] for name in expression.split(" OR ")]


def licence_url(expression: str) -> str:
    """Return where the text of the first licence of an SPDX *expression* stands."""
    return licences(expression)[0].url
