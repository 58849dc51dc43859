"""The gate: is a text that was taken from a page fit to be shown as the article? If not, why not.

It refuses what stands where an article should be: nothing, a wall, an error served as a page, a list of teasers, code,
a text about something else. It looks at the text alone and at what page and feed said of it, and never repairs anything.
"""

from octavo.core.pages.gate.judge import ENOUGH, judge
from octavo.core.pages.gate.verdict import Passed, Refused

__all__ = ["ENOUGH", "Passed", "Refused", "judge"]
