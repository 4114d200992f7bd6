"""`agenda`: all meetings and deadlines by frequency and day, narrowed by team with links."""

from collections.abc import Iterator

from markupsafe import Markup

from ...languages.labels import FREQUENCY
from ...model.facts import Meeting
from ...model.recurrence import EVERY
from ..context import PageContext
from ..elements import BREAK, Block, Heading, division, element, joined
from ..people import with_holders
from ..tables import of_roles, row_filters, stacked_table
from .meetings import capitalized, outcome, title, when


def render(context: PageContext, _: str | None) -> Iterator[Block]:
    """A table for each frequency, with a row for each meeting and deadline; nothing if there are none."""
    meetings = sorted(context.facts.meetings.values(), key=lambda one: one.when.order)
    if not meetings:
        return
    teams = context.facts.teams.values()
    yield from row_filters(context, "agenda", [(f"of-{team.id}", team.title[context.language]) for team in teams])
    heads = [context.label(key) for key in ("what", "when", "led-or-done", "with-or-to")]
    for every in EVERY:
        if rows := [_row(context, meeting) for meeting in meetings if meeting.when.every == every]:
            yield Heading(3, f"agenda-{every}", capitalized(FREQUENCY[every].in_language(context.language)))
            yield division("handbook-agenda", stacked_table(heads, rows), data_search_exclude="true")


def _row(context: PageContext, meeting: Meeting) -> tuple[Markup, ...]:
    details = (element("small", text) for text in outcome(context, meeting))
    return (
        of_roles(BREAK.join([element("strong", title(context, meeting)), *details]), meeting.roles),
        Markup.escape(capitalized(when(meeting).in_language(context.language))),
        _roles(context, meeting.leads),
        _roles(context, *meeting.attends),
    )


def _roles(context: PageContext, *ids: str) -> Markup:
    """Links to roles, each with the class of its team, by which the table is narrowed."""
    return joined(element("span", with_holders(context, id_), class_=context.css_class(id_)) for id_ in ids)
