"""The files of `data/`, for other tools: JSON with everything, CSV tables for spreadsheets, JSON schemas."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from ..crosslinks import relations
from ..model.fact_tables import grouped
from ..model.facts import Decision, Measure, Meeting, Responsibility, Role
from ..model.handbook import Handbook
from ..reading.cached import Kept
from ..reading.schema import adapter
from .data_entries import export, feminine_title, translations
from .data_shape import Export
from .schemas import schemas

BOM = "\ufeff"
"""Without it, spreadsheets do not recognise UTF-8 and garble Cyrillic."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""The characters with which a formula begins in a spreadsheet."""
LETTERS = {"accountable": "A", "responsible": "R", "consulted": "C", "informed": "I"}


def data_files(handbook: Handbook) -> Iterator[tuple[str, str]]:
    """Yield every file of `data/`, as (path, text), one by one: together they take 2 MiB."""
    yield "handbook.json", as_json(handbook)
    yield "raci.csv", raci_csv(handbook)
    yield "decisions.csv", decisions_csv(handbook)
    yield "measures.csv", measures_csv(handbook)
    yield "meetings.csv", meetings_csv(handbook)
    yield "roles.csv", roles_csv(handbook)
    yield from _schemas(handbook.languages)


def _schemas(languages: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Every schema, kept from the last build: to make them takes 7 MiB, because pydantic does it, and 0.1 s."""
    kept = Kept("schemas")
    texts = kept.cached(all_schemas)(languages)
    kept.save()
    return texts


def all_schemas(languages: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return the schema of the `Export` and those of `facts/`, as (path, text)."""
    return ("handbook.schema.json", schema()), *schemas(languages)


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
        [duty.id, *_titles(handbook, duty), duty.team, *_letters(duty, facts.roles)]
        for duty in facts.responsibilities.values()
    )
    return _csv(head, rows)


def decisions_csv(handbook: Handbook) -> str:
    """`data/decisions.csv`: a row for each decision, with the ids of those who take part in it."""
    phrases = [f"phrase_{code}" for code in handbook.languages]
    head = ["id", *phrases, "decides", "proposes", "consents", "responsibility", "within"]
    return _csv(head, (_decision_row(handbook, decision) for decision in handbook.facts.decisions.values()))


def _decision_row(handbook: Handbook, decision: Decision) -> list[str]:
    return [
        decision.id,
        *(decision.phrase[code] for code in handbook.languages),
        decision.decides,
        " ".join(decision.proposes),
        " ".join(decision.consents),
        decision.responsibility or "",
        decision.within or "",
    ]


def measures_csv(handbook: Handbook) -> str:
    """`data/measures.csv`: a row for each measure, with the ids of the pages that show it."""
    texts = [f"{key}_{code}" for key in ("name", "formula", "unit") for code in handbook.languages]
    head = ["id", *texts, "better", "every", "owner", "roles", "responsibilities"]
    return _csv(head, (_measure_row(handbook, measure) for measure in handbook.facts.measures.values()))


def _measure_row(handbook: Handbook, measure: Measure) -> list[str]:
    phrases = (measure.name, measure.formula, measure.unit)
    return [
        measure.id,
        *(phrase[code] for phrase in phrases for code in handbook.languages),
        measure.better,
        " ".join(measure.cadence.every),
        measure.owner,
        " ".join(measure.roles),
        " ".join(measure.responsibilities),
    ]


def meetings_csv(handbook: Handbook) -> str:
    """`data/meetings.csv`: a row for each meeting and deadline; `rrule` says when, as RFC 5545 writes it."""
    texts = [f"{key}_{code}" for key in ("name", "brings", "gives") for code in handbook.languages]
    head = ["id", "kind", *texts, "every", "rrule", "time", "minutes", "leads", "attends"]
    return _csv(head, (_meeting_row(handbook, meeting) for meeting in handbook.facts.meetings.values()))


def _meeting_row(handbook: Handbook, meeting: Meeting) -> list[str]:
    phrases = (meeting.name, meeting.brings, meeting.gives)
    return [
        meeting.id,
        meeting.kind,
        *(phrase[code] if phrase else "" for phrase in phrases for code in handbook.languages),
        meeting.when.every,
        meeting.when.rrule,
        meeting.when.time or "",
        str(meeting.minutes or ""),
        meeting.leads,
        " ".join(meeting.attends),
    ]


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
        feminine_title(handbook, role) or "",
        role.team,
        role.group or "",
        role.reports_to,
        " ".join(role.deputies),
        *counts,
    ]


def _csv(head: list[str], rows: Iterable[list[str]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([*map(_as_text, row)] for row in (head, *rows))
    return BOM + text.getvalue()


def _as_text(cell: str) -> str:
    """A cell that a spreadsheet does not take for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _letters(duty: Responsibility, roles: Iterable[str]) -> list[str]:
    """The letters of each role in a responsibility."""
    parts = grouped((role, LETTERS[part]) for part, ids in duty.parts for role in dict.fromkeys(ids))
    return ["".join(parts.get(role, ())) for role in roles]


def _titles(handbook: Handbook, entry: Role | Responsibility) -> list[str]:
    pages = translations(handbook, entry.page)
    return [pages[code].title if code in pages else "" for code in handbook.languages]
