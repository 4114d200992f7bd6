"""Looks up facts from the other side: the responsibilities of a role, its reports and exchanges."""

from collections.abc import Iterator

from ..model.fact_tables import Facts
from ..model.facts import PARTS, Exchange, Responsibility, Role

__all__ = ["PARTS", "crosses", "duties", "exchanges", "reports", "team_of"]


def duties(facts: Facts, role: str) -> Iterator[tuple[str, Responsibility]]:
    """Yield each (part, responsibility) of a role, grouped by part; AR gives both parts."""
    return iter(facts.duties_by_role.get(role, ()))


def reports(facts: Facts, role: str) -> Iterator[Role]:
    """Yield the direct reports of a role."""
    return iter(facts.reports_by_manager.get(role, ()))


def exchanges(facts: Facts, role: str) -> Iterator[tuple[str, Exchange, bool]]:
    """Yield the exchanges of a role as (other role, exchange, whether the role is the first one)."""
    return iter(facts.exchanges_by_role.get(role, ()))


def team_of(facts: Facts, role: str) -> str:
    """Return the team of a role; empty for an unknown role, which a preview may have."""
    return facts.roles[role].team if role in facts.roles else ""


def crosses(facts: Facts, exchange: Exchange) -> bool:
    """Return whether an exchange is between roles of different teams."""
    return len({team_of(facts, role) for role in exchange.between}) > 1
