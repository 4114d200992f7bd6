"""Removes the findings that follow from another finding: one fault gives one message."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import chain

from ...model.finding import Finding, Place
from ...model.handbook import Handbook

Rules = frozenset[str]
Where = Callable[[Handbook, Place], Hashable]
"""What two findings must share for one to follow from the other; None shares nothing."""

STRUCTURE: Rules = frozenset({"heading-id", "outline"})
"""While the headings of a page differ, its sections are not those of the other language."""
LOCKS: Rules = frozenset({"behind", "to-confirm"})
"""Rules that say that a section changed: every other error in it says more."""
SIZES: Rules = frozenset({"paragraphs", "sentences", "length"})
"""Rules that suspect a difference because of sizes: who edits the section for another reason compares it anyway."""
COMPARISONS: Rules = LOCKS | SIZES | {"sections", "blocks", "list", "table", "code", "images", "inline-code"}
VALUES: Rules = frozenset({"numbers", "contacts", "links", "link-text", "frequency", "role-names"})
WORDS: Rules = frozenset({"terms"})
"""Rules about words: only a warning that a section lacks one follows from what the section shows."""


def line(_: Handbook, place: Place) -> Hashable:
    """Returns the place itself."""
    return place


def section(handbook: Handbook, place: Place) -> Hashable:
    """Returns the page and the id of the section at a place, the same in every language; None outside of sections."""
    found = handbook.section_at(place)
    return found and (found.page, found.id)


def page(handbook: Handbook, place: Place) -> Hashable:
    """Returns the page at a place, the same in every language, also of a lock; None outside of pages."""
    if place.path.endswith(".lock"):
        return place.path.removeprefix("parity/").removesuffix(".lock")
    found = handbook.section_at(place)
    return found and found.page


CONSEQUENCES: tuple[tuple[Rules, Where, Rules], ...] = (
    (frozenset({"encoding"}), page, STRUCTURE | COMPARISONS | VALUES),
    (frozenset({"heading-id"}), page, frozenset({"outline", "dead-anchor"})),
    (STRUCTURE, page, COMPARISONS | VALUES | WORDS),
    (frozenset({"blocks"}), line, frozenset({"script"})),
    (frozenset({"blocks"}), section, frozenset({"list", "numbers", "frequency", "role-names", "links"})),
    (frozenset({"dead-link", "dead-anchor"}), line, frozenset({"links"})),
    (frozenset({"markup"}), line, frozenset({"blocks", "links", "script", "numbers", "contacts"})),
    (frozenset({"marker"}), section, frozenset({"blocks"})),
    (frozenset({"script", "untranslated"}), section, frozenset({"frequency", "role-names"}) | WORDS),
    (frozenset({"links"}), section, frozenset({"link-text"})),
    (frozenset({"links"}), line, frozenset({"contacts"})),
    (frozenset({"numbers"}), line, frozenset({"frequency"})),
    (frozenset({"missing-page", "page-without-role"}), page, frozenset({"unlisted"})),
)
"""Errors of these rules explain findings, which share a line, a section or a page with them, of those rules."""


def without_explained(handbook: Handbook, findings: Iterable[Finding]) -> list[Finding]:
    """Returns the findings without those that an error among them explains; never none if there was an error."""
    remaining = [*findings]
    others = frozenset(finding.rule for finding in remaining) - LOCKS - SIZES
    for rules, where, consequences in (*CONSEQUENCES, (others, section, LOCKS), (others | LOCKS, section, SIZES)):
        explained = set(_shared(handbook, (f for f in remaining if f.rule in rules and f.severity == "error"), where))
        if explained:
            remaining = [
                finding
                for finding in remaining
                if not _may_follow(finding, consequences) or explained.isdisjoint(_shared(handbook, [finding], where))
            ]
    return remaining


def _may_follow(finding: Finding, consequences: Rules) -> bool:
    return finding.rule in consequences and (finding.rule not in WORDS or finding.severity == "warning")


def _shared(handbook: Handbook, findings: Iterable[Finding], where: Where) -> Iterator[Hashable]:
    """Yields what findings share with others, at their place and at the related one."""
    places = chain.from_iterable((finding.place, finding.related) for finding in findings)
    return (shared for place in places if place and (shared := where(handbook, place)) is not None)
