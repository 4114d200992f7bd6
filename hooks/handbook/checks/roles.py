"""Rules about roles: none stands in for itself, each has one first contact, and reporting lines end outside."""

from collections.abc import Iterator

from ..crosslinks.references import ROLE, references
from ..languages.messages import msg, quoted
from ..model.finding import Finding
from ..model.handbook import Handbook


def with_itself(handbook: Handbook) -> Iterator[Finding]:
    """A role is not its own deputy, mentor or second manager, and exchanges nothing with itself.

    Bad: `between: [seller, seller]`. Good: `between: [seller, buyer]`.
    """
    facts, advice = handbook.facts, msg("Name another role, or remove it.")
    for file, key_path, kind, _, used in references(facts):
        if file == "roles" and kind == ROLE and used == key_path[0] and key_path[1] != "reports_to":
            message = msg("“{role}” is named for itself under “{key}”.", role=used, key=key_path[1])
            yield Finding(facts.place(file, *key_path), "with-itself", message, advice)
    for exchange in facts.exchanges.values():
        if exchange.between[0] == exchange.between[1]:
            message = msg("“{role}” exchanges something with itself.", role=exchange.between[0])
            yield Finding(facts.place("exchanges", exchange.id, "between", 1), "with-itself", message, advice)


def first_contact(handbook: Handbook) -> Iterator[Finding]:
    """Where several people hold one role, exactly one of them is the first contact for it.

    Bad: two people with `roles: [seller]`. Good: one of them also with `first_for: [seller]`.
    """
    facts = handbook.facts
    for role, people in facts.people_by_role.items():
        first = [person.id for person in people if role in person.first_for]
        if len(people) > 1 and len(first) != 1:
            message = msg(
                "{people:and} hold the role “{role}”; named as first contact: {first:and}.",
                people=quoted(tuple(person.id for person in people)),
                role=role,
                first=quoted(tuple(first)) or msg("nobody"),
            )
            place = facts.place("people", people[-1].id, "roles")
            advice = msg("Name the role under “first_for” of exactly one of them.")
            yield Finding(place, "first-contact", message, advice)


def reporting_cycle(handbook: Handbook) -> Iterator[Finding]:
    """From any role, the chain of roles it reports to ends outside the handbook.

    Bad: A reports to B and B to A. Good: A reports to B, B to `owner`.
    """
    for cycle in cycles({id_: role.reports_to for id_, role in handbook.facts.roles.items()}):
        message = msg("{circle}: each reports to the next, in a circle.", circle=" → ".join((*cycle, cycle[0])))
        place = handbook.facts.place("roles", cycle[-1], "reports_to")
        yield Finding(place, "reporting-cycle", message, msg("Change whom one of them reports to."))


def cycles(next_of: dict[str, str]) -> Iterator[list[str]]:
    """Yields each cycle of ids once, in the order in which each leads to the next."""
    visited: set[str] = set()
    for start in next_of:
        chain: dict[str, None] = {}  # ordered, and quick to search
        id_ = start
        while id_ in next_of and id_ not in visited:
            visited.add(id_)
            chain[id_] = None
            id_ = next_of[id_]
        if id_ in chain:
            ids = list(chain)
            yield ids[ids.index(id_) :]
