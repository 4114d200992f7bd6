"""`roles`: the roles of a team, each with the people who hold it."""

from collections.abc import Iterator

from markupsafe import Markup

from ..context import PageContext
from ..elements import bullets, division
from ..people import with_holders


def render(context: PageContext, team: str | None) -> Iterator[Markup]:
    """A list of the roles of a team in the order of `facts/roles.yml`; of all roles without a team."""
    roles = [role.id for role in context.facts.roles.values() if team in (None, role.team)]
    yield division("handbook-rows", bullets(with_holders(context, role) for role in roles), data_search_exclude="true")
