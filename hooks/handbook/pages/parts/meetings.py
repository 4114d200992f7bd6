"""`meetings`: the meetings and deadlines of a role; and how every part says when one is, who takes part and why."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from ...languages.labels import FREQUENCY, MONTHS, NTH, NTH_WEEKDAY, ON_WEEKDAYS
from ...languages.messages import Message, msg, plural
from ...model.facts import Meeting
from ...model.recurrence import WORKING_WEEK, Recurrence
from ..context import PageContext
from ..elements import BREAK, bullets, element, joined, strong
from ..people import all_with_holders, with_holders

MOST = 4
"""How many roles are named at once; of more, a meeting shows the number, which opens."""


def render(context: PageContext, _: str | None) -> Iterator[Markup]:
    """A list of what the page's role leads, does or attends, weekly first; nothing if there is nothing."""
    meetings = context.facts.meetings_by_role.get(context.page_id)
    if meetings:
        yield bullets(_brief(context, meeting) for meeting in meetings)


def item(context: PageContext, meeting: Meeting) -> Markup:
    """When a meeting is and what it is called, who else takes part, what is brought and what comes out."""
    return _head(context, meeting) + _small(_others(context, meeting)) + _small(outcome(context, meeting))


def _brief(context: PageContext, meeting: Meeting) -> Markup:
    """The same on the page of a role: many others are folded, and the page that its name links to says the rest."""
    others = [role for role in meeting.attends if role != context.page_id]
    many = meeting.leads == context.page_id and len(others) > MOST
    who = _folded(context, meeting, others) if many else _small(_others(context, meeting))
    return _head(context, meeting) + who + (Markup("") if meeting.page else _small(outcome(context, meeting)))


def _head(context: PageContext, meeting: Meeting) -> Markup:
    return strong(capitalized(when(meeting).in_language(context.language))) + ": " + title(context, meeting)


def _small(texts: Iterable[Markup]) -> Markup:
    """Texts in one small line of their own; nothing if there are none."""
    line = joined(texts, " · ")
    return BREAK + element("small", line) if line else Markup("")


def _folded(context: PageContext, meeting: Meeting, roles: list[str]) -> Markup:
    summary = f"{context.label('with' if meeting.kind == 'meeting' else 'goes-to')} · {len(roles)}"
    return element("details", element("summary", summary), element("small", all_with_holders(context, roles)))


def title(context: PageContext, meeting: Meeting) -> Markup:
    """The name of a meeting, which links to the page that explains it, and its duration."""
    name = meeting.name[context.language] or context.label("not-named")
    linked = context.link(meeting.page, name) if meeting.page else Markup.escape(name)
    if not meeting.minutes:
        return linked
    duration = plural("{number} minute", "{number} minutes", number=meeting.minutes)
    return linked + f", {duration.in_language(context.language)}"


def outcome(context: PageContext, meeting: Meeting) -> Iterator[Markup]:
    """What is brought to a meeting, and what comes out."""
    for key, phrase in (("brings", meeting.brings), ("comes-out", meeting.gives)):
        if phrase:
            yield _labelled(context, key, Markup.escape(phrase[context.language]))


def _others(context: PageContext, meeting: Meeting) -> Iterator[Markup]:
    """Who takes part in a meeting, except for the role of the page itself; who gets what it gets is not of interest."""
    by, to = ("led-by", "with") if meeting.kind == "meeting" else ("done-by", "goes-to")
    if meeting.leads != context.page_id:
        yield _labelled(context, by, with_holders(context, meeting.leads))
        if meeting.kind == "deadline":
            return
    if others := [role for role in meeting.attends if role != context.page_id]:
        yield _labelled(context, to, all_with_holders(context, others))


def _labelled(context: PageContext, key: str, text: Markup) -> Markup:
    return Markup.escape(context.label(key)) + ": " + text


def capitalized(text: str) -> str:
    """A text with a capital letter, for the beginning of an entry."""
    return text[:1].upper() + text[1:]


def when(meeting: Meeting) -> Message:
    """The days of a meeting, or the last days for what is due, with the time if there is one."""
    words = _weekly(meeting.when) if meeting.when.every == "weekly" else _in_month(meeting)
    return msg("{when} at {time}", when=words, time=meeting.when.time) if meeting.when.time else words


def _weekly(rule: Recurrence) -> Message:
    if not rule.weekdays:  # in a draft
        return FREQUENCY[rule.every]
    if rule.weekdays == WORKING_WEEK:
        return msg("every working day")
    return msg("on {weekdays:and}", weekdays=tuple(ON_WEEKDAYS[day] for day in rule.weekdays))


def _in_month(meeting: Meeting) -> Message:
    days = _days(meeting.when)
    text = msg("by {days:and} {of_month}") if meeting.kind == "deadline" else msg("on {days:and} {of_month}")
    return text.format(days=days, of_month=_month(meeting.when))


def _days(rule: Recurrence) -> tuple[Message, ...]:
    if rule.day:
        return (msg("day {number}", number=rule.day),)
    if rule.working_day:
        return (msg("the {nth} working day", nth=NTH[rule.working_day]),)
    weekdays = (NTH_WEEKDAY[day] for day in rule.weekdays)
    return tuple(text.format(nth=numbers[rule.week or 1]) for text, numbers in weekdays)


def _month(rule: Recurrence) -> Message:
    match rule.every:
        case "quarterly":
            return msg("of the {nth} month of each quarter", nth=NTH[rule.months[0]])
        case "yearly":
            return msg("of {months:and}", months=tuple(MONTHS[month - 1] for month in rule.months))
    return msg("of the month")
