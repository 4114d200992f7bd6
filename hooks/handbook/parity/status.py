"""The state of both languages in numbers, page by page."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from ..languages.messages import Message, msg, plural
from ..model.handbook import Handbook
from .state import SectionState, State, section_states


@dataclass(frozen=True, slots=True)
class PageStatus:
    """The numbers of one page: sections by state, and seeds, keeps and waivers.

    `owes` is, for each language, the number of sections in which it is behind.
    """

    page: str
    sections: int
    in_step: int
    owes: tuple[tuple[str, int], ...]
    to_confirm: int
    seeds: int
    keeps: int
    waivers: int

    @property
    def confirmed(self) -> bool:
        """Whether every section is in step and was confirmed by someone."""
        return self.in_step == self.sections and not self.seeds


def status(handbook: Handbook, today: date = date.min) -> list[PageStatus]:
    """Returns the status of every page that both languages have, sorted by name, facts and navigation last.

    Waivers that ended before `today` are not counted; by default all are.
    """
    pages: dict[str, list[SectionState]] = {}
    for section in section_states(handbook):
        if section.state is not State.GONE:
            pages.setdefault(section.page, []).append(section)
    waivers = Counter(waiver.page for _, waiver in handbook.waivers if waiver.until >= today)
    names = sorted(pages, key=lambda page: (page.startswith("facts/"), page))
    return [_page_status(handbook.languages, name, pages[name], waivers[name]) for name in names]


def sections_behind(handbook: Handbook, language: str) -> dict[str, tuple[str, ...]]:
    """Returns, by path of the page, the ids of the sections in which a language is behind another."""
    ids: dict[str, tuple[str, ...]] = {}
    for section in section_states(handbook):
        if section.state is State.BEHIND and language not in section.changed:
            path = f"{section.page}.md"
            ids[path] = (*ids.get(path, ()), section.id)
    return ids


def _page_status(languages: tuple[str, ...], name: str, sections: list[SectionState], waivers: int) -> PageStatus:
    behind = [section for section in sections if section.state is State.BEHIND]
    owing = Counter(code for section in behind for code in section.now if code not in section.changed)
    entries = [section.agreed for section in sections if section.agreed]
    return PageStatus(
        name,
        len(sections),
        sum(section.state is State.IN_STEP for section in sections),
        tuple((code, owing[code]) for code in languages),
        sum(section.state in (State.TO_CONFIRM, State.NEW) for section in sections),
        sum(entry.seed for entry in entries),
        sum(len(entry.keeps) for entry in entries),
        waivers,
    )


def as_data(pages: Iterable[PageStatus]) -> dict[str, Any]:
    """Returns `{"version": 1, "pages": [{page, sections, in_step, owes, to_confirm, seeds, keeps, waivers}]}`."""
    return {"version": 1, "pages": [{**asdict(page), "owes": dict(page.owes)} for page in pages]}


def as_lines(pages: list[PageStatus]) -> Iterable[Message]:
    """Yields one line per page, and a last line with the totals."""
    for page in pages:
        yield msg("{page}: {counts}", page=page.page, counts=_counts(page))
    yield plural("{number} page: {counts}", "{number} pages: {counts}", number=len(pages), counts=_counts(total(pages)))


def total(pages: list[PageStatus]) -> PageStatus:
    """Returns the sums over all pages, as the status of a page without a name."""
    codes = tuple(dict.fromkeys(code for page in pages for code, _ in page.owes))
    owes = tuple((code, sum(dict(page.owes)[code] for page in pages)) for code in codes)
    return PageStatus(
        "",
        sum(page.sections for page in pages),
        sum(page.in_step for page in pages),
        owes,
        sum(page.to_confirm for page in pages),
        sum(page.seeds for page in pages),
        sum(page.keeps for page in pages),
        sum(page.waivers for page in pages),
    )


def _counts(page: PageStatus) -> tuple[Message, ...]:
    """Returns how many sections are in step, and every other number that is not zero."""
    counts = [(number, msg("{code} is behind in {number}", code=code, number=number)) for code, number in page.owes]
    counts += [
        (page.to_confirm, msg("{number} to confirm", number=page.to_confirm)),
        (page.seeds, msg("{number} not confirmed yet", number=page.seeds)),
        (page.keeps, msg("{number} kept", number=page.keeps)),
        (page.waivers, msg("{number} waived", number=page.waivers)),
    ]
    in_step = msg("{number} of {sections} sections in step", number=page.in_step, sections=page.sections)
    return (in_step, *(message for number, message in counts if number))
