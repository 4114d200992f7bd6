"""The footer of a page: who maintains it, when its text last changed, and where to report a mistake.

It is added to the finished page, so that search, the PDF and the mention linker do not include it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from ..crosslinks.ownership import PageOwnership, page_ownership
from ..crosslinks.people import holders as holders_of
from ..crosslinks.people import name_in
from ..languages.registry import language
from ..model.facts import Person
from ..model.forge import Report, Repository
from .context import PageContext
from .elements import element
from .people import holders

LABELS = ("about-page", "looked-after", "changed", "wrong", "overdue")
"""The keys of a footer's labels that have no placeholders."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day in ISO format and as written in a language."""

    iso: str
    written: str


@dataclass(frozen=True, slots=True)
class Review:
    """The next review: its day, what to do then (HTML), and the line to write in `facts/guides.yml` afterwards.

    `line` ends where the day of the review goes. A built page is the same on every day: it contains the review of
    every page, hidden, and `review.js` shows it in the browser once its day has passed: to those who have opened a page
    for editing in that browser, or `for_all`, as in a preview.
    """

    due: Day
    action: Markup
    line: str
    for_all: bool


@dataclass(frozen=True, slots=True)
class Footer:
    """The content of a page's footer; each field is empty or None if it does not apply.

    `labels` are texts by key; `owner_link` leads to the owner's page, `holders` are the people who hold that role;
    `report` is the address of a prefilled report, `mail` that of the same as an email to the first
    of the holders with an email address, and `mail_label` says so.
    """

    labels: Mapping[str, str]
    owner: str
    owner_link: str
    holders: Markup
    changed: Day | None
    report: str
    mail: str
    mail_label: str
    review: Review | None

    def __bool__(self) -> bool:
        return bool(self.owner or self.changed or self.report or self.mail or self.review)


@dataclass(frozen=True, slots=True)
class FooterInput:
    """What the footer of a page needs besides the handbook: when the text last changed, and the host.

    `address` is where the page is published; `editing`: editors are among the readers, or all readers are
    (`previewing`). `read` is when both languages were last read, None if nobody can tell.
    """

    changed: date | None
    address: str
    repository: Repository | None
    editing: bool
    read: date | None = None
    previewing: bool = False


def footer(context: PageContext, build: FooterInput) -> Footer:
    """The footer of a page; a placeholder for a missing page gets no review."""
    ownership = page_ownership(context.facts, context.path)
    report = _report(context, build.address)
    person = _person(context, ownership.owner) if ownership else None
    exists = context.handbook.page(context.language, context.path) is not None
    return Footer(
        labels={key: context.label(key) for key in LABELS},
        owner=context.role_title(ownership.owner) if ownership else "",
        owner_link=(context.address(ownership.owner) or "") if ownership else "",
        holders=holders(context, ownership.owner) if ownership else Markup(""),
        changed=_day(context, build.changed) if build.changed else None,
        report=build.repository.report(report) if build.repository else "",
        mail=report.mail(person.email or "") if person else "",
        mail_label=context.label("by-mail", name=name_in(person, context.language)) if person else "",
        review=_review(context, ownership, build) if ownership and build.editing and exists else None,
    )


def _day(context: PageContext, day: date) -> Day:
    return Day(day.isoformat(), language(context.language).date(day))


def _review(context: PageContext, ownership: PageOwnership, build: FooterInput) -> Review | None:
    """The next review of a page, None if its day is unknown."""
    due = ownership.due(build.read or build.changed)
    if due is None:
        return None
    entry = f"owner: {ownership.owner}, review_months: {ownership.months}, reviewed: "
    place = context.facts.place("guides", context.path)
    href = build.repository.edit(place.path, place.line) if build.repository else ""
    file = element("a", place.path, href=href) if href else escape(place.path)
    return Review(
        _day(context, due), context.html_label("review", file=file), f"{context.path}: {{{entry}", build.previewing
    )


def _person(context: PageContext, owner: str) -> Person | None:
    """The first owner of a page with an email address; readers without an account can write to them."""
    return next((person for person in holders_of(context.facts, owner) if person.email), None)


def _report(context: PageContext, address: str) -> Report:
    handbook = context.handbook
    page = handbook.page(context.language, context.path) or handbook.fallback(context.language, context.path)
    title = page.title if page else context.path
    return Report(
        title=context.label("wrong-title", page=title),
        page=f"{title} ({address})",
        page_label=context.label("page"),
        should_label=context.label("should"),
        says_label=context.label("says"),
    )
