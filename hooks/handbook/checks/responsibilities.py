"""Rules about responsibilities: each has one accountable role, someone who does it, and a frequency."""

from collections.abc import Iterator

from ..languages.messages import msg, quoted
from ..model.facts import FREQUENCIES
from ..model.finding import Finding
from ..model.handbook import Handbook


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
    cadences = [("responsibilities", "cadence", duty.id, duty.cadence) for duty in facts.responsibilities.values()]
    cadences += [("exchanges", "rhythm", exchange.id, exchange.rhythm) for exchange in facts.exchanges.values()]
    cadences += [("measures", "cadence", measure.id, measure.cadence) for measure in facts.measures.values()]
    for file, key, id_, cadence in cadences:
        if not cadence.every:
            place, message = facts.place(file, id_, key, "every"), msg("“{id}” does not say how often.", id=id_)
            advice = msg("Use one or more of: {words}.", words=tuple(FREQUENCIES))
            yield Finding(place, "no-cadence", message, advice).as_todo_if(facts.is_draft_entry(file, id_))


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
