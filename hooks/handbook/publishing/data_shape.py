"""The structure of `data/handbook.json`; its JSON schema is generated from these classes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A role or a responsibility: its facts, and texts from its page by language."""

    id: str
    team: str
    origin: str
    title: dict[str, str]
    description: dict[str, str]
    aliases: dict[str, list[str]]
    page: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleEntry(Entry):
    """A role: `reports_to` is a role or an outside party; the parts list responsibilities by id."""

    title_f: str | None
    group: str | None
    reports_to: str
    mentor: str | None
    deputies: list[str]
    horizon: str
    accountable: list[str]
    responsible: list[str]
    consulted: list[str]
    informed: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyEntry(Entry):
    """A responsibility: the parts list roles by id; `every` are frequencies, `often` is a phrase."""

    accountable: str
    responsible: list[str]
    consulted: list[str]
    informed: list[str]
    every: list[str]
    often: dict[str, str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeEntry:
    """What two roles exchange: what the first gives to the second, and gets from it."""

    id: str
    between: list[str]
    gives: dict[str, str]
    gets: dict[str, str]
    every: list[str]
    record: dict[str, str]
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionEntry:
    """A decision: roles and outside parties by id; `within` is the larger decision that limits it."""

    id: str
    phrase: dict[str, str]
    decides: str
    proposes: list[str]
    consents: list[str]
    responsibility: str | None
    within: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureEntry:
    """A measure: `better` is `higher` or `lower`; `every` are frequencies; the rest are ids."""

    id: str
    name: dict[str, str]
    formula: dict[str, str]
    unit: dict[str, str]
    better: str
    every: list[str]
    owner: str
    roles: list[str]
    responsibilities: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingEntry:
    """A meeting or deadline: `rrule` says when, as RFC 5545 writes it; `leads` and `attends` are ids.

    `time` is a time of day in the time zone of the handbook, `minutes` the duration.
    """

    id: str
    kind: str
    name: dict[str, str]
    every: str
    rrule: str
    time: str | None
    minutes: int | None
    leads: str
    attends: list[str]
    brings: dict[str, str] | None
    gives: dict[str, str] | None
    page: dict[str, str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionEntry:
    """A question with the roles to ask and the page with the answer."""

    id: str
    ask: dict[str, str]
    also: dict[str, list[str]]
    roles: list[str]
    page: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TermEntry:
    """A glossary term with its definition."""

    id: str
    origin: str
    title: dict[str, str]
    definition: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """The whole handbook; `page` values are addresses relative to the site's root."""

    version: int
    languages: list[str]
    time_zone: str
    teams: dict[str, dict[str, str]]
    roles: list[RoleEntry]
    responsibilities: list[DutyEntry]
    exchanges: list[ExchangeEntry]
    decisions: list[DecisionEntry]
    measures: list[MeasureEntry]
    meetings: list[MeetingEntry]
    questions: list[QuestionEntry]
    terms: list[TermEntry]
