"""Every use of an id in `facts/`: where it stands and what it should name."""

from collections.abc import Iterable, Iterator

from .facts import Facts
from .said import Said, say

ROLE, TEAM, DUTY = say("role"), say("team"), say("responsibility")

Reference = tuple[str, tuple[str | int, ...], Said, Iterable[str], str]
"""A use of an id: file, way to it, what it should name, the known ones, the id used."""


def references(facts: Facts) -> Iterator[Reference]:
    """All uses of ids, file by file."""
    yield from _of_roles(facts)
    yield from _of_responsibilities(facts)
    yield from _of_the_rest(facts)


def _of_roles(facts: Facts) -> Iterator[Reference]:
    roles, teams = facts.roles, facts.teams
    for role in roles.values():
        groups = teams[role.team].groups if role.team in teams else {}
        yield "roles", (role.id, "team"), TEAM, teams, role.team
        if role.group:
            yield "roles", (role.id, "group"), say("group"), groups, role.group
        bosses = [*roles, *facts.outsiders]
        yield "roles", (role.id, "reports_to"), ROLE, bosses, role.reports_to
        others = {"mentor": [role.mentor] if role.mentor else [], "deputies": role.deputies,
                  "dotted": [line.role for line in role.dotted]}  # fmt: skip
        for key, used in others.items():
            yield from (("roles", (role.id, key), ROLE, roles, one) for one in used)


def _of_responsibilities(facts: Facts) -> Iterator[Reference]:
    roles = facts.roles
    for duty in facts.responsibilities.values():
        yield "responsibilities", (duty.id, "team"), TEAM, facts.teams, duty.team
        for part, used in duty.parts:
            yield from (("responsibilities", (duty.id, part), ROLE, roles, one) for one in used)
        for help_ in duty.helped_by:
            way = (duty.id, "helped_by")
            yield "responsibilities", way, say("outside party"), facts.outsiders, help_.party


def _of_the_rest(facts: Facts) -> Iterator[Reference]:
    for exchange in facts.exchanges.values():
        for one in exchange.between:
            yield "exchanges", (exchange.id, "between"), ROLE, facts.roles, one
    for question in facts.questions.values():
        for one in question.roles:
            yield "questions", (question.id, "roles"), ROLE, facts.roles, one
        if duty := question.responsibility:
            way = (question.id, "responsibility")
            yield "questions", way, DUTY, facts.responsibilities, duty
    for guide in facts.guides.values():
        yield "guides", (guide.id, "owner"), ROLE, facts.roles, guide.owner
    for person in facts.people.values():
        for one in (*person.roles, *person.first_for):
            yield "people", (person.id, "roles"), ROLE, facts.roles, one
