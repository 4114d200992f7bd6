"""All tables of the facts as one value, and what is looked up in them by page and by role."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Any, Protocol, TypeVar

from .facts import (
    PARTS,
    Decision,
    DottedLine,
    Exchange,
    Guide,
    Measure,
    Meeting,
    Moved,
    OutsideParty,
    Person,
    ProperName,
    Question,
    Responsibility,
    Role,
    Team,
    Term,
)
from .finding import Place

IN_CHARGE = {"decisions": "decides", "measures": "owner", "meetings": "leads"}
"""The key that names who is in charge of an entry, in each file that several pages show."""

Key = TypeVar("Key")
Item = TypeVar("Item")


def grouped(pairs: Iterable[tuple[Key, Item]]) -> Mapping[Key, list[Item]]:
    """Return the items of (key, item) pairs by key, in their order; a key without items gives an empty list."""
    groups: defaultdict[Key, list[Item]] = defaultdict(list)
    for key, item in pairs:
        groups[key].append(item)
    return groups


class KeepsResults(Protocol):
    """A value that keeps what was computed from it: the facts, or a handbook."""

    @property
    def results(self) -> dict[Callable[..., Any], Any]:
        """Return the results of functions that are computed `once`."""


Value = TypeVar("Value", bound=KeepsResults)
Result = TypeVar("Result")


def once(function: Callable[[Value], Result]) -> Callable[[Value], Result]:
    """Let a function of the facts or of a handbook be computed once; the result is shared and must not be changed."""

    @wraps(function)
    def wrapper(value: Value) -> Result:
        if function not in value.results:
            value.results[function] = function(value)
        result: Result = value.results[function]
        return result

    return wrapper


@dataclass(frozen=True)
class Facts:
    """All tables of `facts/` by id; `lines` maps (file, key, …) to the line of that key."""

    teams: Mapping[str, Team] = field(default_factory=dict)
    outside_parties: Mapping[str, OutsideParty] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)
    responsibilities: Mapping[str, Responsibility] = field(default_factory=dict)
    exchanges: Mapping[str, Exchange] = field(default_factory=dict)
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    measures: Mapping[str, Measure] = field(default_factory=dict)
    meetings: Mapping[str, Meeting] = field(default_factory=dict)
    questions: Mapping[str, Question] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    guides: Mapping[str, Guide] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    names: Mapping[str, ProperName] = field(default_factory=dict)
    moved: Mapping[str, Moved] = field(default_factory=dict)
    lines: Mapping[tuple[str, ...], int] = field(default_factory=dict)

    @property
    def entries(self) -> tuple[Role | Responsibility, ...]:
        """Return everything that has its own page."""
        return (*self.roles.values(), *self.responsibilities.values())

    def entry(self, path: str) -> Role | Responsibility | None:
        """Return the role or responsibility of a page, None for another page."""
        return self._entries_by_page.get(path)

    @cached_property
    def results(self) -> dict[Callable[..., Any], Any]:
        """Return the results of the functions that are computed `once` for these facts."""
        return {}

    @cached_property
    def _entries_by_page(self) -> Mapping[str, Role | Responsibility]:
        return {entry.page: entry for entry in reversed(self.entries)}  # the first one counts

    @cached_property
    def duties_by_role(self) -> Mapping[str, list[tuple[str, Responsibility]]]:
        """Return each (part, responsibility) of each role, grouped by part in the order A, R, C, I."""
        duties = [(part, duty, roles) for duty in self.responsibilities.values() for part, roles in duty.parts]
        duties.sort(key=lambda row: PARTS.index(row[0]))  # a stable sort: responsibilities keep their order
        return grouped((role, (part, duty)) for part, duty, roles in duties for role in dict.fromkeys(roles))

    @cached_property
    def exchanges_by_role(self) -> Mapping[str, list[tuple[str, Exchange, bool]]]:
        """Return the exchanges of each role as (other role, exchange, whether the role is the first one)."""
        return grouped(side for exchange in self.exchanges.values() for side in exchange.sides)

    @cached_property
    def decisions_by_entry(self) -> Mapping[str | None, list[Decision]]:
        """Return the decisions of each role and of each responsibility, by its id."""
        decisions = self.decisions.values()
        return grouped((id_, decision) for decision in decisions for id_ in (decision.decides, decision.responsibility))

    @cached_property
    def measures_by_entry(self) -> Mapping[str, list[Measure]]:
        """Return the measures of each role and of each responsibility, by its id."""
        measures = self.measures.values()
        return grouped((id_, one) for one in measures for id_ in dict.fromkeys((*one.roles, *one.responsibilities)))

    @cached_property
    def meetings_by_role(self) -> Mapping[str, list[Meeting]]:
        """Return the meetings and deadlines of each role, in the order of `Recurrence.order`."""
        meetings = sorted(self.meetings.values(), key=lambda one: one.when.order)
        return grouped((role, meeting) for meeting in meetings for role in meeting.roles)

    @property
    def named_pages(self) -> Iterator[tuple[str, str, str]]:
        """Yield each page that an entry names under `page`, with or without an anchor, as (file, id, page)."""
        for file, entries in (("meetings", self.meetings.values()), ("questions", self.questions.values())):
            yield from ((file, entry.id, entry.page) for entry in entries if entry.page is not None)

    @cached_property
    def reports_by_manager(self) -> Mapping[str, list[Role]]:
        """Return the direct reports of each role and outside party."""
        return grouped((role.reports_to, role) for role in self.roles.values())

    @cached_property
    def mentees_by_mentor(self) -> Mapping[str, list[Role]]:
        """Return the roles that each role mentors."""
        return grouped((role.mentor, role) for role in self.roles.values() if role.mentor)

    @cached_property
    def dotted_by_target(self) -> Mapping[str, list[tuple[Role, DottedLine]]]:
        """Return the dotted lines to each role, with the roles that they come from."""
        return grouped((line.role, (role, line)) for role in self.roles.values() for line in role.dotted)

    @cached_property
    def people_by_role(self) -> Mapping[str, list[Person]]:
        """Return the people who hold each role."""
        return grouped((role, person) for person in self.people.values() for role in dict.fromkeys(person.roles))

    def is_draft(self, path: str) -> bool:
        """Return whether the page at a path is a draft."""
        entry = self.entry(path) or self.guides.get(path)
        return entry is not None and entry.draft

    def is_draft_entry(self, file: str, id_: str) -> bool:
        """Return whether an entry of a file is a draft: it says so, or its decider, owner or leader is a draft."""
        entry = getattr(self, file, {}).get(id_)
        role = self.roles.get(getattr(entry, IN_CHARGE.get(file, "id"), ""))
        return bool(getattr(entry, "draft", False) or (role and role.draft))

    def is_draft_section(self, page: str, id_: str) -> bool:
        """Return whether a section is one of a draft, by the name of its page and its id."""
        folder, _, file = page.partition("/")
        return self.is_draft(f"{page}.md") or (folder == "facts" and self.is_draft_entry(file, id_.partition(".")[0]))

    def place(self, file: str, *keys: str | int) -> Place:
        """Return the place of a key in a file of `facts/`, or of the nearest enclosing key that is written there."""
        key_path = (file, *map(str, keys))
        while len(key_path) > 1 and key_path not in self.lines:
            key_path = key_path[:-1]
        return Place(f"facts/{file}.yml", self.lines.get(key_path, 1))
