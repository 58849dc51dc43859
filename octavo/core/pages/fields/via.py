"""Who wrote an article and who published it: an agency's report in an outlet is the agency's, via the outlet."""

from dataclasses import dataclass

from octavo.core.pages.article import Fields
from octavo.core.pages.fields.agencies import agencies_in, agency_of


@dataclass(frozen=True, slots=True)
class Via:
    """The two names of a report."""

    wrote: tuple[str, ...]
    """People, then agencies and desks; empty where nobody is named."""
    agencies: tuple[str, ...]
    """Those of them that are known news agencies."""
    published: str
    """The outlet, or empty where an agency published its own report or the page does not name itself."""


def find_via(fields: Fields, text: str) -> Via:
    """Return who wrote the article with these *fields* and this *text*, and via whom it came."""
    credited = tuple(dict.fromkeys((*fields.agencies, *agencies_in(text))))
    agencies = tuple(name for name in credited if agency_of(name))
    own = agency_of(fields.site_name)
    return Via((*fields.byline, *credited), agencies, "" if own and own in agencies else fields.site_name)
