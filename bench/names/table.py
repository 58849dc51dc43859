"""The table of one language, as its file says it."""

from collections.abc import Iterable
from typing import Final

from octavo.core.text.search import tokens

_HEAD: Final = (
    "# Made by `make names` from Unicode CLDR (Unicode License), GeoNames (CC BY 4.0, geonames.org) and bench/names.\n"
    "# key, mark (~ only beside its country, = people of the country, # no name but a subject), shown name, forms as search tokens (^ in capitals)\n"
)


class Table:
    """The names of one language; the thing that is added first keeps a name."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._rows: dict[tuple[str, str], tuple[str, list[str]]] = {}
        self._taken: set[str] = set()

    def add(self, key: str, names: Iterable[str], *, shown: str = "", mark: str = "") -> None:
        """Give the thing with this key more names; the first one is shown unless *shown* is stated."""
        named = [name for name in names if name]
        if not named:
            return
        forms = self._rows.setdefault((key, mark), (shown or named[0], []))[1]
        for name in named:
            form = self._form(name, mark)
            if form and form.lstrip("^") not in self._taken:
                self._taken.add(form.lstrip("^"))
                forms.append(form)

    def text(self) -> str:
        """Return the table as its file says it."""
        rows = (
            "\t".join((key, mark, "" if mark == "=" else shown, *forms))
            for (key, mark), (shown, forms) in self._rows.items()
            if forms
        )
        return _HEAD + "\n".join(rows) + "\n"

    def _form(self, name: str, mark: str) -> str:
        folded = " ".join(token.text for token in tokens(name))
        if not folded or (len(folded) < (4 if mark == "~" else 3) and "\u0600" <= folded[0] <= "\u06ff"):
            return ""  # so short without its article that it is another word: Palau, "or"
        letters = [letter for letter in name if letter.isalpha()]
        is_short = len(letters) <= 5 and all(letter.isupper() for letter in letters)
        return f"^{folded}" if is_short else folded
