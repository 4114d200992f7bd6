"""Looks up facts from the other side: the responsibilities of a role, its reports, exchanges and holders."""

from collections.abc import Iterator

from ..model.facts import Exchange, Facts, Person, Responsibility, Role

PARTS = ("accountable", "responsible", "consulted", "informed")
"""The four parts of RACI, in display order."""


def duties(facts: Facts, role: str) -> Iterator[tuple[str, Responsibility]]:
    """Yield each (part, responsibility) of a role, grouped by part; AR gives both parts."""
    for part in PARTS:
        for responsibility in facts.responsibilities.values():
            if role in dict(responsibility.parts)[part]:
                yield part, responsibility


def reports(facts: Facts, role: str) -> Iterator[Role]:
    """Yield the direct reports of a role."""
    return (other for other in facts.roles.values() if other.reports_to == role)


def exchanges(facts: Facts, role: str) -> Iterator[tuple[str, Exchange, bool]]:
    """Yield the exchanges of a role as (other role, exchange, whether the role is the first one)."""
    for exchange in facts.exchanges.values():
        first, second = exchange.between
        if role == first:
            yield second, exchange, True
        elif role == second:
            yield first, exchange, False


def team_of(facts: Facts, role: str) -> str:
    """Return the team of a role; empty for an unknown role, which a preview may have."""
    return facts.roles[role].team if role in facts.roles else ""


def crosses(facts: Facts, exchange: Exchange) -> bool:
    """Return whether an exchange is between roles of different teams."""
    return len({team_of(facts, role) for role in exchange.between}) > 1


def holders(facts: Facts, role: str) -> Iterator[Person]:
    """Yield the people who hold a role, the first contact first."""
    people = [person for person in facts.people.values() if role in person.roles]
    yield from sorted(people, key=lambda person: role not in person.first_for)
