"""The foot of a page: who looks after it, when its text last changed, and where to say that it is wrong.

It is put below the finished page, so that search, the PDF and the linker of mentions never meet it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from html import escape

from ..crosslinks.ownership import PageOwnership, page_ownership
from ..languages.registry import language
from ..model.forge import Report, Repository
from .context import PageContext

LABELS = ("about-page", "looked-after", "changed", "wrong", "overdue")
"""The labels of a footer that hold no value."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day, as machines and as readers of a language read it."""

    iso: str
    written: str


@dataclass(frozen=True, slots=True)
class Review:
    """A review that is due: since when, what to do as HTML, and the line to write when it is done."""

    due: Day
    action: str
    line: str


@dataclass(frozen=True, slots=True)
class Footer:
    """What stands at the foot of a page, each part empty or None where there is nothing to say.

    `labels` are the words around the values, by key; `owner_page` is the file of the owner's page, below `docs/`;
    `report` is the address of a prefilled report.
    """

    labels: Mapping[str, str]
    owner: str
    owner_page: str
    changed: Day | None
    report: str
    review: Review | None

    def __bool__(self) -> bool:
        return bool(self.owner or self.changed or self.report or self.review)


@dataclass(frozen=True, slots=True)
class FooterInput:
    """What a build knows besides the handbook: the day it is, when the text changed, who is looking.

    `address` is where the page is published; `editing` says that editors are among the readers.
    """

    today: date
    changed: date | None
    address: str
    repository: Repository | None
    editing: bool


def footer(context: PageContext, known: FooterInput) -> Footer:
    """The foot of the page that a reader is on; one that stands in for a missing page has no text to review."""
    looked_after = page_ownership(context.facts, context.path)
    written = context.handbook.page(context.language, context.path) is not None
    return Footer(
        labels={key: context.label(key) for key in LABELS},
        owner=context.name(looked_after.owner) if looked_after else "",
        owner_page=_page(context, looked_after.owner) if looked_after else "",
        changed=_day(context, known.changed) if known.changed else None,
        report=_report(context, known.repository, known.address) if known.repository else "",
        review=_review(context, looked_after, known) if looked_after and known.editing and written else None,
    )


def _page(context: PageContext, owner: str) -> str:
    role = context.facts.roles.get(owner)
    return f"{context.language}/{role.page}" if role and context.page(role) else ""


def _day(context: PageContext, day: date) -> Day:
    return Day(day.isoformat(), language(context.language).date(day))


def _review(context: PageContext, looked_after: PageOwnership, known: FooterInput) -> Review | None:
    """The review that is due, if its day is past."""
    due = looked_after.due(known.changed)
    if due is None or due >= known.today:
        return None
    done = f"owner: {looked_after.owner}, review_months: {looked_after.months}, reviewed: {known.today}"
    place = context.facts.place("guides", context.path)
    href = known.repository.edit(place.path, place.line) if known.repository else ""
    file = f'<a href="{escape(href)}">{escape(place.path)}</a>' if href else escape(place.path)
    return Review(_day(context, due), context.label("review", file=file), f"{context.path}: {{{done}}}")


def _report(context: PageContext, repository: Repository, address: str) -> str:
    book = context.handbook
    page = book.page(context.language, context.path) or book.fallback(context.language, context.path)
    title = page.title if page else context.path
    return repository.report(
        Report(
            title=context.label("wrong-title", page=title),
            page=f"{title} ({address})",
            page_label=context.label("page"),
            should_label=context.label("should"),
            says_label=context.label("says"),
        )
    )
