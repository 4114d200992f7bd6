"""Rules about responsibilities: each has one accountable role, someone who does it, and a frequency.

And about decisions: the decider is in charge, none is within itself, and no two have the same phrase.
And about measures: no two have the same name.
"""

from collections.abc import Iterator

from ..languages.messages import msg, quoted
from ..model.facts import FREQUENCIES
from ..model.finding import Finding
from ..model.handbook import Handbook
from .facts import cycles


def one_accountable(handbook: Handbook) -> Iterator[Finding]:
    """Exactly one role is accountable for a responsibility.

    Bad: `accountable: [sales-manager, marketing-manager]`. Good: `accountable: sales-manager`.
    """
    for duty in handbook.facts.responsibilities.values():
        if len(duty.accountables) != 1:
            place = handbook.facts.place("responsibilities", duty.id, "accountable")
            message = msg(
                "“{duty}” has {named:and} accountable; exactly one role answers for it.",
                duty=duty.id,
                named=quoted(duty.accountables) or msg("nobody"),
            )
            finding = Finding(place, "one-accountable", message, msg("Name the one role that decides."))
            yield finding.as_todo_if(duty.draft)


def no_responsible(handbook: Handbook) -> Iterator[Finding]:
    """At least one role does the work of a responsibility.

    Bad: `responsible: []`. Good: `responsible: [sales-specialist]`.
    """
    for duty in handbook.facts.responsibilities.values():
        if not duty.responsible:
            place = handbook.facts.place("responsibilities", duty.id, "responsible")
            message = msg("Nobody does the work of “{duty}”.", duty=duty.id)
            advice = msg("Name at least one role under “responsible”.")
            yield Finding(place, "no-responsible", message, advice).as_todo_if(duty.draft)


def no_cadence(handbook: Handbook) -> Iterator[Finding]:
    """Each responsibility, each exchange and each measure has a frequency.

    Bad: `every: []`. Good: `every: [weekly]`.
    """
    facts = handbook.facts
    cadences = [
        ("responsibilities", "cadence", duty.id, duty.cadence, duty.draft) for duty in facts.responsibilities.values()
    ]
    cadences += [("exchanges", "rhythm", exchange.id, exchange.rhythm, False) for exchange in facts.exchanges.values()]
    cadences += [("measures", "cadence", measure.id, measure.cadence, False) for measure in facts.measures.values()]
    for file, key, id_, cadence, draft in cadences:
        if not cadence.every:
            place, message = facts.place(file, id_, key, "every"), msg("“{id}” does not say how often.", id=id_)
            advice = msg("Use one or more of: {words}.", words=tuple(FREQUENCIES))
            yield Finding(place, "no-cadence", message, advice).as_todo_if(draft)


def idle_role(handbook: Handbook) -> Iterator[Finding]:
    """Every role is accountable or responsible for something.

    Bad: a role that is only informed. Good: it is responsible for at least one thing.
    """
    facts = handbook.facts
    busy = {role for duty in facts.responsibilities.values() for role in (*duty.accountables, *duty.responsible)}
    for role in facts.roles.values():
        if role.id not in busy:
            message = msg("“{role}” is neither accountable nor responsible for anything.", role=role.id)
            advice = msg(
                "Add it to a responsibility in {file}, or take the role out.", file="facts/responsibilities.yml"
            )
            yield Finding(facts.place("roles", role.id), "idle-role", message, advice).as_todo_if(role.draft)


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
    facts, seen = handbook.facts, dict[tuple[str, str], str]()
    for decision in facts.decisions.values():
        for code in handbook.languages:
            words = " ".join(decision.phrase[code].casefold().split())
            first = seen.setdefault((code, words), decision.id)
            if words and first != decision.id:
                message = msg("“{id}” has the same phrase as “{first}”.", id=decision.id, first=first)
                place, related = (facts.place("decisions", id_, "phrase", code) for id_ in (decision.id, first))
                advice = msg("Keep one of the two entries, or say how they differ.")
                yield Finding(place, "same-decision", message, advice, related=related)


def same_measure(handbook: Handbook) -> Iterator[Finding]:
    """A name stands for one measure: two entries with the same name could be worked out differently.

    Bad: `en: Click-through rate` under two ids. Good: one entry, or names that say what differs.
    """
    facts, seen = handbook.facts, dict[tuple[str, str], str]()
    for measure in facts.measures.values():
        for code in handbook.languages:
            words = " ".join(measure.name[code].casefold().split())
            first = seen.setdefault((code, words), measure.id)
            if words and first != measure.id:
                message = msg("“{id}” has the same name as “{first}”.", id=measure.id, first=first)
                place, related = (facts.place("measures", id_, "name", code) for id_ in (measure.id, first))
                advice = msg("Keep one of the two and list its pages under it, or say in the names what differs.")
                yield Finding(place, "same-measure", message, advice, related=related)
