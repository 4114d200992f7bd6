"""Rules about pages that have moved: an old address leads to a page that is there, and stands in no page's way."""

from collections.abc import Iterator

from .model.finding import Finding
from .model.handbook import Handbook
from .redirects import unfit


def moved(handbook: Handbook) -> Iterator[Finding]:
    """The old address of a page leads to where the page is now, and no page has that address.

    Bad: `sales/roles/rep.md: {to: sales/roles/gone.md}`. Good: `{to: sales/roles/account-executive.md}`.
    """
    for one in handbook.facts.moved.values():
        if told := unfit(handbook, one):
            yield Finding(handbook.facts.place("moved", one.id), "moved", *told)
