"""Every use of an id in `facts/`: where it stands and what it should name."""

from collections.abc import Iterable, Iterator

from ..languages.messages import Message, msg
from ..model.facts import Facts

ROLE, TEAM, DUTY = msg("role"), msg("team"), msg("responsibility")
KINDS = {"role": ROLE, "responsibility": DUTY}
"""What ids of each kind of page are called."""

Reference = tuple[str, tuple[str | int, ...], Message, Iterable[str], str]
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
            yield "roles", (role.id, "group"), msg("group"), groups, role.group
        bosses = [*roles, *facts.outside_parties]
        yield "roles", (role.id, "reports_to"), ROLE, bosses, role.reports_to
        if role.mentor:
            yield "roles", (role.id, "mentor"), ROLE, roles, role.mentor
        for number, line in enumerate(role.dotted):
            yield "roles", (role.id, "dotted", number, "role"), ROLE, roles, line.role
        for number, one in enumerate(role.deputies):
            yield "roles", (role.id, "deputies", number), ROLE, roles, one


def _of_responsibilities(facts: Facts) -> Iterator[Reference]:
    roles = facts.roles
    for duty in facts.responsibilities.values():
        yield "responsibilities", (duty.id, "team"), TEAM, facts.teams, duty.team
        for part, used in duty.parts:
            for number, one in enumerate(used):
                way = (duty.id, part) if isinstance(getattr(duty, part), str) else (duty.id, part, number)
                yield "responsibilities", way, ROLE, roles, one
        for number, help_ in enumerate(duty.helped_by):
            party = (duty.id, "helped_by", number, "party")
            yield "responsibilities", party, msg("outside party"), facts.outside_parties, help_.party


def _of_the_rest(facts: Facts) -> Iterator[Reference]:
    for exchange in facts.exchanges.values():
        for number, one in enumerate(exchange.between):
            yield "exchanges", (exchange.id, "between", number), ROLE, facts.roles, one
    for question in facts.questions.values():
        for number, one in enumerate(question.roles):
            yield "questions", (question.id, "roles", number), ROLE, facts.roles, one
        if duty := question.responsibility:
            way = (question.id, "responsibility")
            yield "questions", way, DUTY, facts.responsibilities, duty
    for guide in facts.guides.values():
        yield "guides", (guide.id, "owner"), ROLE, facts.roles, guide.owner
    for person in facts.people.values():
        for key in ("roles", "first_for"):
            for number, one in enumerate(getattr(person, key)):
                yield "people", (person.id, key, number), ROLE, facts.roles, one
