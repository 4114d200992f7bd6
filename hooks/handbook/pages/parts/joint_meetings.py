"""`joint-meetings`: the meetings that bring teams together, all or those of one frequency."""

from collections.abc import Iterator

from markupsafe import Markup

from ...model.facts import Meeting
from ..context import PageContext
from ..elements import bullets
from ..tables import of_roles
from .meetings import item


def render(context: PageContext, every: str | None) -> Iterator[Markup]:
    """A list of the meetings in which roles of several teams take part; nothing if there are none."""
    meetings = sorted(context.facts.meetings.values(), key=lambda one: one.when.order)
    joint = [one for one in meetings if every in (None, one.when.every) and _is_joint(context, one)]
    if joint:
        yield bullets(of_roles(item(context, meeting), meeting.roles) for meeting in joint)


def _is_joint(context: PageContext, meeting: Meeting) -> bool:
    roles = (context.facts.roles.get(id_) for id_ in meeting.roles)
    return meeting.kind == "meeting" and len({role.team for role in roles if role}) > 1
