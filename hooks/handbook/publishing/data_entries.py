"""Converts a handbook to the classes of `data_shape.py`: everything it contains but running text."""

from typing import Any

from ..crosslinks import relations
from ..crosslinks.lexicons import GLOSSARY
from ..languages.phrase import Phrase
from ..model.facts import Decision, Exchange, Measure, Meeting, Question, Responsibility, Role
from ..model.handbook import Handbook
from ..model.page import Page
from ..pages.index import definitions
from .data_shape import (
    DecisionEntry,
    DutyEntry,
    ExchangeEntry,
    Export,
    MeasureEntry,
    MeetingEntry,
    QuestionEntry,
    RoleEntry,
    TermEntry,
)


def export(handbook: Handbook) -> Export:
    """The handbook as one value, as `data/handbook.json` holds it."""
    facts = handbook.facts
    return Export(
        version=1,
        languages=list(handbook.languages),
        time_zone=handbook.time_zone,
        teams={team.id: _phrase(handbook, team.title) for team in facts.teams.values()},
        roles=[_role(handbook, role) for role in facts.roles.values()],
        responsibilities=[_duty(handbook, duty) for duty in facts.responsibilities.values()],
        exchanges=[_exchange(handbook, exchange) for exchange in facts.exchanges.values()],
        decisions=[_decision(handbook, decision) for decision in facts.decisions.values()],
        measures=[_measure(handbook, measure) for measure in facts.measures.values()],
        meetings=[_meeting(handbook, meeting) for meeting in facts.meetings.values()],
        questions=[_question(handbook, question) for question in facts.questions.values()],
        terms=_terms(handbook),
    )


def translations(handbook: Handbook, path: str) -> dict[str, Page]:
    """The pages at a path, by language."""
    found = ((code, handbook.page(code, path)) for code in handbook.languages)
    return {code: page for code, page in found if page}


def feminine_title(handbook: Handbook, role: Role) -> str | None:
    """The feminine title of a role, from the first page that has one."""
    pages = translations(handbook, role.page).values()
    return next((page.front.title_f for page in pages if page.front.title_f), None)


def _phrase(handbook: Handbook, phrase: Phrase) -> dict[str, str]:
    return {code: phrase[code] for code in handbook.languages}


def _addresses(handbook: Handbook, path: str) -> dict[str, str]:
    """The address of a page by language, relative to the site's root; the default language has no folder."""
    page, _, anchor = path.partition("#")
    folder = page.removesuffix("index.md") if page.endswith("index.md") else f"{page.removesuffix('.md')}/"
    return {code: f"{handbook.folder(code)}{folder}{f'#{anchor}' if anchor else ''}" for code in handbook.languages}


def _common_fields(handbook: Handbook, entry: Role | Responsibility) -> dict[str, Any]:
    """The fields that a role and a responsibility share."""
    pages = translations(handbook, entry.page)
    return {
        "id": entry.id,
        "team": entry.team,
        "origin": entry.origin,
        "title": {code: page.title for code, page in pages.items()},
        "description": {code: page.front.description or "" for code, page in pages.items()},
        "aliases": {code: list(page.front.aliases) for code, page in pages.items()},
        "page": _addresses(handbook, entry.page),
    }


def _role(handbook: Handbook, role: Role) -> RoleEntry:
    parts: dict[str, list[str]] = {part: [] for part in relations.PARTS}
    for part, duty in relations.duties(handbook.facts, role.id):
        parts[part].append(duty.id)
    return RoleEntry(
        **_common_fields(handbook, role),
        title_f=feminine_title(handbook, role),
        group=role.group,
        reports_to=role.reports_to,
        mentor=role.mentor,
        deputies=list(role.deputies),
        horizon=role.horizon,
        accountable=parts["accountable"],
        responsible=parts["responsible"],
        consulted=parts["consulted"],
        informed=parts["informed"],
    )


def _duty(handbook: Handbook, duty: Responsibility) -> DutyEntry:
    phrase = duty.cadence.phrase
    return DutyEntry(
        **_common_fields(handbook, duty),
        accountable=" ".join(duty.accountables),
        responsible=list(duty.responsible),
        consulted=list(duty.consulted),
        informed=list(duty.informed),
        every=list(duty.cadence.every),
        often=_phrase(handbook, phrase) if phrase else None,
    )


def _exchange(handbook: Handbook, exchange: Exchange) -> ExchangeEntry:
    return ExchangeEntry(
        id=exchange.id,
        between=list(exchange.between),
        gives=_phrase(handbook, exchange.gives),
        gets=_phrase(handbook, exchange.gets),
        every=list(exchange.rhythm.every),
        record=_phrase(handbook, exchange.record),
        origin=exchange.origin,
    )


def _decision(handbook: Handbook, decision: Decision) -> DecisionEntry:
    return DecisionEntry(
        id=decision.id,
        phrase=_phrase(handbook, decision.phrase),
        decides=decision.decides,
        proposes=list(decision.proposes),
        consents=list(decision.consents),
        responsibility=decision.responsibility,
        within=decision.within,
    )


def _measure(handbook: Handbook, measure: Measure) -> MeasureEntry:
    return MeasureEntry(
        id=measure.id,
        name=_phrase(handbook, measure.name),
        formula=_phrase(handbook, measure.formula),
        unit=_phrase(handbook, measure.unit),
        better=measure.better,
        every=list(measure.cadence.every),
        owner=measure.owner,
        roles=list(measure.roles),
        responsibilities=list(measure.responsibilities),
    )


def _meeting(handbook: Handbook, meeting: Meeting) -> MeetingEntry:
    return MeetingEntry(
        id=meeting.id,
        kind=meeting.kind,
        name=_phrase(handbook, meeting.name),
        every=meeting.when.every,
        rrule=meeting.when.rrule,
        time=meeting.when.time,
        minutes=meeting.minutes,
        leads=meeting.leads,
        attends=list(meeting.attends),
        brings=_phrase(handbook, meeting.brings) if meeting.brings else None,
        gives=_phrase(handbook, meeting.gives) if meeting.gives else None,
        page=_addresses(handbook, meeting.page) if meeting.page else None,
    )


def _question(handbook: Handbook, question: Question) -> QuestionEntry:
    return QuestionEntry(
        id=question.id,
        ask=_phrase(handbook, question.ask),
        also={code: list(question.also[code]) for code in handbook.languages},
        roles=list(question.roles),
        page=_addresses(handbook, question.page),
    )


def _terms(handbook: Handbook) -> list[TermEntry]:
    titles = {code: _headings(handbook, code) for code in handbook.languages}
    sentences = {code: definitions(handbook, code) for code in handbook.languages}
    return [
        TermEntry(
            id=term.id,
            origin=term.origin,
            title={code: titles[code].get(term.id, "") for code in handbook.languages},
            definition={code: sentences[code].get(term.id, "") for code in handbook.languages},
        )
        for term in handbook.facts.terms.values()
    ]


def _headings(handbook: Handbook, language: str) -> dict[str, str]:
    """The headings of the glossary by id."""
    page = handbook.page(language, GLOSSARY)
    return {heading.id or "": heading.text for heading in page.outline.headings} if page else {}
