"""Every use of an id in `facts/`, with its place and the ids allowed there."""

from collections.abc import Iterable, Iterator

from ..languages.messages import Message, msg
from ..model.fact_tables import Facts

ROLE, TEAM, DUTY, DECISION = msg("role"), msg("team"), msg("responsibility"), msg("decision")
KINDS = {"role": ROLE, "responsibility": DUTY}
"""The label of the ids of each kind of page."""

Reference = tuple[str, tuple[str | int, ...], Message, Iterable[str], str]
"""A use of an id: file, key path, label of its kind, known ids, the id itself."""


def references(facts: Facts) -> Iterator[Reference]:
    """Yield all uses of ids, file by file."""
    yield from _of_roles(facts)
    yield from _of_responsibilities(facts)
    yield from _of_the_rest(facts)


def _of_roles(facts: Facts) -> Iterator[Reference]:
    roles, teams = facts.roles, facts.teams
    managers = {**roles, **facts.outside_parties}
    for role in roles.values():
        groups = teams[role.team].groups if role.team in teams else {}
        yield "roles", (role.id, "team"), TEAM, teams, role.team
        if role.group:
            yield "roles", (role.id, "group"), msg("group"), groups, role.group
        yield "roles", (role.id, "reports_to"), ROLE, managers, role.reports_to
        if role.mentor:
            yield "roles", (role.id, "mentor"), ROLE, roles, role.mentor
        for number, line in enumerate(role.dotted):
            yield "roles", (role.id, "dotted", number, "role"), ROLE, roles, line.role
        for number, deputy in enumerate(role.deputies):
            yield "roles", (role.id, "deputies", number), ROLE, roles, deputy


def _of_responsibilities(facts: Facts) -> Iterator[Reference]:
    roles = facts.roles
    for duty in facts.responsibilities.values():
        yield "responsibilities", (duty.id, "team"), TEAM, facts.teams, duty.team
        for part, ids in duty.parts:
            for number, role in enumerate(ids):
                key_path = (duty.id, part) if isinstance(getattr(duty, part), str) else (duty.id, part, number)
                yield "responsibilities", key_path, ROLE, roles, role
        for number, help_ in enumerate(duty.helped_by):
            party = (duty.id, "helped_by", number, "party")
            yield "responsibilities", party, msg("outside party"), facts.outside_parties, help_.party


def _of_decisions(facts: Facts) -> Iterator[Reference]:
    parties = {**facts.roles, **facts.outside_parties}
    for decision in facts.decisions.values():
        yield "decisions", (decision.id, "decides"), ROLE, parties, decision.decides
        for key in ("proposes", "consents"):
            for number, party in enumerate(getattr(decision, key)):
                yield "decisions", (decision.id, key, number), ROLE, parties, party
        if duty := decision.responsibility:
            yield "decisions", (decision.id, "responsibility"), DUTY, facts.responsibilities, duty
        if larger := decision.within:
            yield "decisions", (decision.id, "within"), DECISION, facts.decisions, larger


def _of_measures(facts: Facts) -> Iterator[Reference]:
    for measure in facts.measures.values():
        yield "measures", (measure.id, "owner"), ROLE, facts.roles, measure.owner
        for number, role in enumerate(measure.roles):
            yield "measures", (measure.id, "roles", number), ROLE, facts.roles, role
        for number, duty in enumerate(measure.responsibilities):
            yield "measures", (measure.id, "responsibilities", number), DUTY, facts.responsibilities, duty


def _of_meetings(facts: Facts) -> Iterator[Reference]:
    parties = {**facts.roles, **facts.outside_parties}
    for meeting in facts.meetings.values():
        yield "meetings", (meeting.id, "leads"), ROLE, facts.roles, meeting.leads
        for number, party in enumerate(meeting.attends):
            yield "meetings", (meeting.id, "attends", number), ROLE, parties, party


def _of_the_rest(facts: Facts) -> Iterator[Reference]:
    for exchange in facts.exchanges.values():
        for number, role in enumerate(exchange.between):
            yield "exchanges", (exchange.id, "between", number), ROLE, facts.roles, role
    yield from _of_decisions(facts)
    yield from _of_measures(facts)
    yield from _of_meetings(facts)
    for question in facts.questions.values():
        for number, role in enumerate(question.roles):
            yield "questions", (question.id, "roles", number), ROLE, facts.roles, role
        if duty := question.responsibility:
            yield "questions", (question.id, "responsibility"), DUTY, facts.responsibilities, duty
    for guide in facts.guides.values():
        yield "guides", (guide.id, "owner"), ROLE, facts.roles, guide.owner
    for person in facts.people.values():
        for key in ("roles", "first_for"):
            for number, role in enumerate(getattr(person, key)):
                yield "people", (person.id, key, number), ROLE, facts.roles, role
