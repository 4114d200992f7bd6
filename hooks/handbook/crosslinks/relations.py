"""Each fact is written once and seen from both ends: these functions are the other end."""

from collections.abc import Iterator

from ..model.facts import Exchange, Facts, Person, Responsibility, Role

PARTS = ("accountable", "responsible", "consulted", "informed")
"""The four parts of RACI, in the order they are told."""


def duties(facts: Facts, role: str) -> Iterator[tuple[str, Responsibility]]:
    """Every (part, responsibility) a role has a part in, by part; AR counts as both."""
    for part in PARTS:
        for responsibility in facts.responsibilities.values():
            if role in dict(responsibility.parts)[part]:
                yield part, responsibility


def reports(facts: Facts, role: str) -> Iterator[Role]:
    """The roles that report to a role."""
    return (other for other in facts.roles.values() if other.reports_to == role)


def exchanges(facts: Facts, role: str) -> Iterator[tuple[str, Exchange, bool]]:
    """A role's exchanges as (the other role, exchange, whether this role is its first)."""
    for exchange in facts.exchanges.values():
        first, second = exchange.between
        if role == first:
            yield second, exchange, True
        elif role == second:
            yield first, exchange, False


def team_of(facts: Facts, role: str) -> str:
    """The team of a role; empty for a role that is not there (a preview shows unfinished work)."""
    return facts.roles[role].team if role in facts.roles else ""


def crosses(facts: Facts, exchange: Exchange) -> bool:
    """Whether an exchange passes between the teams."""
    return len({team_of(facts, role) for role in exchange.between}) > 1


def holders(facts: Facts, role: str) -> Iterator[Person]:
    """The people who hold a role, the one named first before the others."""
    people = [person for person in facts.people.values() if role in person.roles]
    yield from sorted(people, key=lambda person: role not in person.first_for)
