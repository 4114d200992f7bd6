"""The handbook as data for other tools: one JSON file with everything, two tables for spreadsheets."""

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from ..crosslinks import relations
from ..crosslinks.mentions import GLOSSARY
from ..languages.phrase import Phrase
from ..model.facts import Exchange, Responsibility, Role
from ..model.handbook import Handbook
from ..model.page import Page
from ..pages.index import definitions
from ..reading.schema import adapter
from .data_shape import DutyEntry, ExchangeEntry, Export, QuestionEntry, RoleEntry, TermEntry
from .schemas import schemas

BOM = "\ufeff"
"""Without it spreadsheets take Cyrillic for something else."""
LETTERS = {"accountable": "A", "responsible": "R", "consulted": "C", "informed": "I"}


def export(handbook: Handbook) -> Export:
    """Everything the handbook says that is not running text."""
    facts = handbook.facts
    return Export(
        version=1,
        languages=list(handbook.languages),
        teams={team.id: _phrase(handbook, team.title) for team in facts.teams.values()},
        roles=[_role(handbook, role) for role in facts.roles.values()],
        responsibilities=[_duty(handbook, duty) for duty in facts.responsibilities.values()],
        exchanges=[_exchange(handbook, exchange) for exchange in facts.exchanges.values()],
        questions=[
            QuestionEntry(
                id=one.id,
                ask=_phrase(handbook, one.ask),
                also={code: list(one.also[code]) for code in handbook.languages},
                roles=list(one.roles),
                page=_addresses(handbook, one.page),
            )
            for one in facts.questions.values()
        ],
        terms=_terms(handbook),
    )


def _exchange(handbook: Handbook, one: Exchange) -> ExchangeEntry:
    return ExchangeEntry(
        id=one.id,
        between=list(one.between),
        gives=_phrase(handbook, one.gives),
        gets=_phrase(handbook, one.gets),
        every=list(one.rhythm.every),
        record=_phrase(handbook, one.record),
        origin=one.origin,
    )


def _phrase(handbook: Handbook, phrase: Phrase) -> dict[str, str]:
    return {code: phrase[code] for code in handbook.languages}


def files(handbook: Handbook) -> tuple[tuple[str, str], ...]:
    """Every file of `data/`, as (path, text)."""
    return (
        ("handbook.json", as_json(handbook)),
        ("handbook.schema.json", schema()),
        ("raci.csv", raci_csv(handbook)),
        ("roles.csv", roles_csv(handbook)),
        *schemas(handbook.languages),
    )


def as_json(handbook: Handbook) -> str:
    """`data/handbook.json`: the `Export` as JSON, described by `schema()`."""
    return json.dumps(asdict(export(handbook)), ensure_ascii=False, indent=1) + "\n"


def schema() -> str:
    """`data/handbook.schema.json`: the JSON schema of `data/handbook.json`."""
    return json.dumps(adapter(Export).json_schema(), ensure_ascii=False, indent=1) + "\n"


def raci_csv(handbook: Handbook) -> str:
    """`data/raci.csv`: a row for each responsibility, a column for each role, the letters A, R, C, I."""
    facts = handbook.facts
    head = ["id", *(f"title_{code}" for code in handbook.languages), "team", *facts.roles]
    rows = (
        [duty.id, *_titles(handbook, duty), duty.team, *(_letters(duty, role) for role in facts.roles)]
        for duty in facts.responsibilities.values()
    )
    return _csv(head, rows)


def roles_csv(handbook: Handbook) -> str:
    """`data/roles.csv`: a row for each role, with the number of its parts by letter."""
    head = [
        "id",
        *(f"title_{code}" for code in handbook.languages),
        "title_f",
        "team",
        "group",
        "reports_to",
        "deputies",
        *LETTERS.values(),
    ]
    return _csv(head, (_role_row(handbook, role) for role in handbook.facts.roles.values()))


def _role_row(handbook: Handbook, role: Role) -> list[str]:
    parts = [part for part, _ in relations.duties(handbook.facts, role.id)]
    counts = [str(parts.count(part)) for part in LETTERS]
    return [
        role.id,
        *_titles(handbook, role),
        _feminine(handbook, role) or "",
        role.team,
        role.group or "",
        role.reports_to,
        " ".join(role.deputies),
        *counts,
    ]


def _csv(head: list[str], rows: Iterable[list[str]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([head, *rows])
    return BOM + text.getvalue()


def _letters(duty: Responsibility, role: str) -> str:
    return "".join(LETTERS[part] for part, roles in duty.parts if role in roles)


def _pages(handbook: Handbook, path: str) -> dict[str, Page]:
    found = ((code, handbook.page(code, path)) for code in handbook.languages)
    return {code: page for code, page in found if page}


def _titles(handbook: Handbook, entry: Role | Responsibility) -> list[str]:
    pages = _pages(handbook, entry.page)
    return [pages[code].title if code in pages else "" for code in handbook.languages]


def _feminine(handbook: Handbook, role: Role) -> str | None:
    return next((p.front.title_f for p in _pages(handbook, role.page).values() if p.front.title_f), None)


def _words(handbook: Handbook, entry: Role | Responsibility) -> dict[str, Any]:
    """The fields that a role and a responsibility share."""
    pages = _pages(handbook, entry.page)
    return {
        "id": entry.id,
        "team": entry.team,
        "origin": entry.origin,
        "title": {code: page.title for code, page in pages.items()},
        "description": {code: page.front.description or "" for code, page in pages.items()},
        "aliases": {code: list(page.front.aliases) for code, page in pages.items()},
        "page": _addresses(handbook, entry.page),
    }


def _addresses(handbook: Handbook, path: str) -> dict[str, str]:
    """Where a page is on the site, from its root; the default language has no folder of its own."""
    page, _, anchor = path.partition("#")
    folder = page.removesuffix("index.md") if page.endswith("index.md") else f"{page.removesuffix('.md')}/"
    return {code: f"{handbook.folder(code)}{folder}{f'#{anchor}' if anchor else ''}" for code in handbook.languages}


def _role(handbook: Handbook, role: Role) -> RoleEntry:
    parts: dict[str, list[str]] = {part: [] for part in relations.PARTS}
    for part, duty in relations.duties(handbook.facts, role.id):
        parts[part].append(duty.id)
    return RoleEntry(
        **_words(handbook, role),
        title_f=_feminine(handbook, role),
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
        **_words(handbook, duty),
        accountable=" ".join(duty.accountables),
        responsible=list(duty.responsible),
        consulted=list(duty.consulted),
        informed=list(duty.informed),
        every=list(duty.cadence.every),
        often=_phrase(handbook, phrase) if phrase else None,
    )


def _terms(handbook: Handbook) -> list[TermEntry]:
    titles = {code: _headings(handbook, code) for code in handbook.languages}
    said = {code: definitions(handbook, code) for code in handbook.languages}
    return [
        TermEntry(
            id=term.id,
            origin=term.origin,
            title={code: titles[code].get(term.id, "") for code in handbook.languages},
            definition={code: said[code].get(term.id, "") for code in handbook.languages},
        )
        for term in handbook.facts.terms.values()
    ]


def _headings(handbook: Handbook, language: str) -> dict[str, str]:
    page = handbook.page(language, GLOSSARY)
    return {heading.id or "": heading.text for heading in page.outline.headings} if page else {}
