"""Rules about decisions: the decider is in charge, none is within itself, and no two have the same phrase."""

from collections.abc import Iterator

from ...languages.messages import msg
from ...model.finding import Finding
from ...model.handbook import Handbook
from ..roles import cycles
from .alike import alike


def not_in_charge(handbook: Handbook) -> Iterator[Finding]:
    """A role decides only within a responsibility for which it is accountable or responsible.

    Bad: `decides: intern` with `responsibility: budget`. Good: `decides: director`, who is accountable for the budget.
    """
    facts = handbook.facts
    for decision in facts.decisions.values():
        duty = facts.responsibilities.get(decision.responsibility or "")
        if duty and decision.decides in facts.roles and decision.decides not in (*duty.accountables, *duty.responsible):
            message = msg(
                "“{role}” decides “{id}”, and is neither accountable nor responsible for “{duty}”.",
                role=decision.decides,
                id=decision.id,
                duty=duty.id,
            )
            place = facts.place("decisions", decision.id, "decides")
            advice = msg("Name another role or responsibility, or change {file}.", file="facts/responsibilities.yml")
            yield Finding(place, "not-in-charge", message, advice)


def decision_cycle(handbook: Handbook) -> Iterator[Finding]:
    """From any decision, the chain of larger decisions ends.

    Bad: the plan is within the budget, and the budget within the plan. Good: the budget is within the plan only.
    """
    facts = handbook.facts
    for cycle in cycles({decision.id: decision.within for decision in facts.decisions.values() if decision.within}):
        message = msg("{circle}: each decision is within the next, in a circle.", circle=" → ".join((*cycle, cycle[0])))
        place = facts.place("decisions", cycle[-1], "within")
        yield Finding(place, "decision-cycle", message, msg("Remove “within” from the largest of them."))


def same_decision(handbook: Handbook) -> Iterator[Finding]:
    """A phrase names one decision: two entries with the same phrase would have two deciders.

    Bad: `en: the price list` under two ids. Good: one entry, or phrases that say how the two differ.
    """
    advice = msg("Keep one of the two entries, or say how they differ.")
    for id_, first, place, related in alike(handbook, "decisions", "phrase"):
        message = msg("“{id}” has the same phrase as “{first}”.", id=id_, first=first)
        yield Finding(place, "same-decision", message, advice, related=related)
