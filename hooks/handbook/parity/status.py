"""How both languages stand, page by page, as numbers."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..languages.messages import Message, msg, plural
from ..model.handbook import Handbook
from .state import SectionState, State, section_states


@dataclass(frozen=True, slots=True)
class PageStatus:
    """The sections of one page: how many there are, how many each language owes, and what was said of them."""

    page: str
    sections: int
    in_step: int
    owes: tuple[tuple[str, int], ...]
    to_confirm: int
    seeds: int
    keeps: int
    waivers: int

    @property
    def settled(self) -> bool:
        """Whether somebody has read both languages and nothing has moved since."""
        return self.in_step == self.sections and not self.seeds


def status(handbook: Handbook, today: date = date.min) -> list[PageStatus]:
    """Every page that both languages have, in the order of their names, facts and navigation at the end.

    Waivers that have run out by a day are not counted; without a day all are.
    """
    pages: dict[str, list[SectionState]] = {}
    for one in section_states(handbook):
        if one.state is not State.GONE:
            pages.setdefault(one.page, []).append(one)
    waivers = Counter(waiver.page for _, waiver in handbook.waivers if waiver.until >= today)
    names = sorted(pages, key=lambda page: (page.startswith("facts/"), page))
    return [_page(handbook.languages, name, pages[name], waivers[name]) for name in names]


def owed(handbook: Handbook, language: str) -> dict[str, tuple[str, ...]]:
    """For each page, by its path, the ids of the sections in which a language is behind another."""
    found: dict[str, tuple[str, ...]] = {}
    for one in section_states(handbook):
        if one.state is State.BEHIND and language not in one.moved:
            path = f"{one.page}.md"
            found[path] = (*found.get(path, ()), one.id)
    return found


def _page(languages: tuple[str, ...], name: str, some: list[SectionState], waivers: int) -> PageStatus:
    owing = Counter(code for one in some if one.state is State.BEHIND for code in one.now if code not in one.moved)
    agreed = [one.agreed for one in some if one.agreed]
    return PageStatus(
        name,
        len(some),
        sum(one.state is State.IN_STEP for one in some),
        tuple((code, owing[code]) for code in languages),
        sum(one.state in (State.TO_CONFIRM, State.NEW) for one in some),
        sum(one.seed for one in agreed),
        sum(len(one.keeps) for one in agreed),
        waivers,
    )


def as_data(pages: Iterable[PageStatus]) -> dict[str, Any]:
    """`{"version": 1, "pages": [{page, sections, in_step, owes, to_confirm, seeds, keeps, waivers}]}`."""
    return {
        "version": 1,
        "pages": [
            {
                "page": one.page,
                "sections": one.sections,
                "in_step": one.in_step,
                "owes": dict(one.owes),
                "to_confirm": one.to_confirm,
                "seeds": one.seeds,
                "keeps": one.keeps,
                "waivers": one.waivers,
            }
            for one in pages
        ],
    }


def as_lines(pages: list[PageStatus]) -> Iterable[Message]:
    """One line a page, and one that sums them up."""
    for one in pages:
        yield msg("{page}: {counts}", page=one.page, counts=_counts(one))
    yield plural("{number} page: {counts}", "{number} pages: {counts}", number=len(pages), counts=_counts(total(pages)))


def total(pages: list[PageStatus]) -> PageStatus:
    """The sum of all pages."""
    codes = tuple(dict.fromkeys(code for one in pages for code, _ in one.owes))
    owes = tuple((code, sum(dict(one.owes)[code] for one in pages)) for code in codes)
    return PageStatus(
        "",
        sum(one.sections for one in pages),
        sum(one.in_step for one in pages),
        owes,
        sum(one.to_confirm for one in pages),
        sum(one.seeds for one in pages),
        sum(one.keeps for one in pages),
        sum(one.waivers for one in pages),
    )


def _counts(one: PageStatus) -> tuple[Message, ...]:
    """How many sections are in step, and whatever else there is any of."""
    rest = [(number, msg("{code} owes {number}", code=code, number=number)) for code, number in one.owes]
    rest += [
        (one.to_confirm, msg("{number} to confirm", number=one.to_confirm)),
        (one.seeds, msg("{number} seeds nobody has confirmed", number=one.seeds)),
        (one.keeps, msg("{number} kept", number=one.keeps)),
        (one.waivers, msg("{number} waived", number=one.waivers)),
    ]
    in_step = msg("{number} of {sections} sections in step", number=one.in_step, sections=one.sections)
    return (in_step, *(said for number, said in rest if number))
