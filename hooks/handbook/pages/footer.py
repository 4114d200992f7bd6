"""The foot of a page: who looks after it, when its text last changed, and where to say that it is wrong.

It is put below the finished page, so that search, the PDF and the linker of mentions never meet it.
"""

from dataclasses import dataclass
from datetime import date

from ..crosslinks.ownership import Care, care
from ..languages.registry import WRITTEN
from ..model.forge import Report, Repository
from .context import Stand


@dataclass(frozen=True, slots=True)
class Day:
    """A day, as machines and as readers of a language read it."""

    iso: str
    written: str


@dataclass(frozen=True, slots=True)
class Review:
    """A review that is due: since when, the file and line to write when it is done, and where that file is changed."""

    due: Day
    file: str
    line: str
    href: str


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands at the foot of a page, each part empty or None where there is nothing to say.

    `owner_page` is the file of the owner's page, below `docs/`; `report` the address of a prefilled report.
    """

    stand: Stand
    owner: str
    owner_page: str
    changed: Day | None
    report: str
    review: Review | None

    def __bool__(self) -> bool:
        return bool(self.owner or self.changed or self.report or self.review)


@dataclass(frozen=True, slots=True)
class Known:
    """What a build knows besides the handbook: the day it is, when the text changed, who is looking.

    `address` is where the page is published; `editing` says that editors are among the readers.
    """

    today: date
    changed: date | None
    address: str
    repository: Repository | None
    editing: bool


def foot(stand: Stand, known: Known) -> Foot:
    """The foot of the page that a reader is on; one that stands in for a missing page has no text to review."""
    looked_after = care(stand.facts, stand.path)
    written = stand.handbook.page(stand.language, stand.path) is not None
    return Foot(
        stand,
        owner=stand.name(looked_after.owner) if looked_after else "",
        owner_page=_page(stand, looked_after.owner) if looked_after else "",
        changed=_day(stand, known.changed) if known.changed else None,
        report=_report(stand, known.repository, known.address) if known.repository else "",
        review=_review(stand, looked_after, known) if looked_after and known.editing and written else None,
    )


def _page(stand: Stand, owner: str) -> str:
    role = stand.facts.roles.get(owner)
    return f"{stand.language}/{role.page}" if role and stand.page(role) else ""


def _day(stand: Stand, day: date) -> Day:
    return Day(day.isoformat(), WRITTEN[stand.language](day))


def _review(stand: Stand, looked_after: Care, known: Known) -> Review | None:
    """The review that is due, if its day is past."""
    due = looked_after.due(known.changed)
    if due is None or due >= known.today:
        return None
    done = f"owner: {looked_after.owner}, review_months: {looked_after.months}, reviewed: {known.today}"
    place = stand.facts.place("guides", stand.path)
    href = known.repository.edit(place.path, place.line) if known.repository else ""
    return Review(_day(stand, due), place.path, f"{stand.path}: {{{done}}}", href)


def _report(stand: Stand, repository: Repository, address: str) -> str:
    book = stand.handbook
    page = book.page(stand.language, stand.path) or book.instead(stand.language, stand.path)
    title = page.title if page else stand.path
    return repository.report(
        Report(
            title=stand.label("wrong-title", page=title),
            page=f"{title} ({address})",
            page_label=stand.label("page"),
            should_label=stand.label("should"),
            says_label=stand.label("says"),
        )
    )
