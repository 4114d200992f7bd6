"""What is true in every language, as values: teams, roles, duties, exchanges, questions, terms.

The fields of these classes are the schema of `facts/`: `schema.py` checks the YAML files against them,
so a key that is not a field here is refused, and the JSON schema for editors is made from them.

The module is long because it is that schema, and nothing else:
a class for each table of `facts/` and for what stands in it, and `Facts` for all of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from ..languages.phrase import LANGUAGES, STRICT, AlternativePhrases, Phrase, schema_ref
from .finding import Place

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

Frequency = Literal["daily", "weekly", "fortnightly", "monthly", "quarterly", "yearly", "on-event"]
FREQUENCIES: tuple[Frequency, ...] = ("daily", "weekly", "fortnightly", "monthly", "quarterly", "yearly", "on-event")
Origin = Literal["seed", "added"]
Mark = Literal["always", "first", "never"]
PLACEHOLDER = "todo"
"""What stands in a draft in place of an id that somebody still has to name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cadence:
    """How often: one or more frequencies, and a phrase for what the list cannot say."""

    __pydantic_config__: ClassVar[Any] = STRICT
    every: tuple[Frequency, ...]
    phrase: Phrase | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """One of the two teams; `groups` are the pictures a team is drawn in (ladder, creative)."""

    __pydantic_config__: ClassVar[Any] = STRICT
    id: str
    title: Phrase
    groups: dict[str, Phrase] = field(default_factory=dict)
    code_owners: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideParty:
    """A party without a page of its own: the owner, IT, an agency."""

    __pydantic_config__: ClassVar[Any] = STRICT
    id: str
    title: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class DottedLine:
    """A second, dotted line to a role, and what it is for."""

    __pydantic_config__: ClassVar[Any] = STRICT
    role: str
    purpose: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role: where it stands and who stands in for it; its words are on its page."""

    __pydantic_config__: ClassVar[Any] = STRICT
    id: str
    team: str
    group: str | None = None
    reports_to: str
    mentor: str | None = None
    dotted: tuple[DottedLine, ...] = ()
    deputies: tuple[str, ...] = ()
    deputies_phrase: Phrase | None = None
    horizon: Literal["short", "long"]
    origin: Origin
    draft: bool = False

    @property
    def page(self) -> str:
        return f"{self.team}/roles/{self.id}.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideHelp:
    """What an outside party does for a responsibility."""

    __pydantic_config__: ClassVar[Any] = STRICT
    party: str
    does: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsibility:
    """A duty and its RACI row: role ids under the part they play."""

    __pydantic_config__: ClassVar[Any] = STRICT
    id: str
    team: str
    accountable: str | tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()
    consulted: tuple[str, ...] = ()
    informed: tuple[str, ...] = ()
    helped_by: tuple[OutsideHelp, ...] = ()
    cadence: Cadence
    origin: Origin
    draft: bool = False

    @property
    def page(self) -> str:
        return f"{self.team}/responsibilities/{self.id}.md"

    @property
    def accountables(self) -> tuple[str, ...]:
        one = self.accountable
        return (one,) if isinstance(one, str) else one

    @property
    def parts(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The row as (part, role ids), in the order A, R, C, I."""
        return (
            ("accountable", self.accountables),
            ("responsible", self.responsible),
            ("consulted", self.consulted),
            ("informed", self.informed),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """What passes between two roles: the first `gives`, and `gets` from the second."""

    __pydantic_config__: ClassVar[Any] = STRICT
    id: str
    between: tuple[str, str]
    gives: Phrase
    gets: Phrase
    rhythm: Cadence
    record: Phrase
    origin: Origin = "added"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something people ask, and who answers: roles (none to two), or a phrase where no role fits."""

    __pydantic_config__: ClassVar[Any] = STRICT
    id: str
    ask: Phrase
    also: AlternativePhrases = field(default_factory=AlternativePhrases)
    roles: tuple[str, ...] = ()
    answer: Phrase | None = None
    responsibility: str | None = None
    page: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TermForms:
    """How a term may be written in one language, how it may not, and what people also call it.

    `instead` names the replacement of a banned form; without one it is the first form that is allowed.
    """

    __pydantic_config__: ClassVar[Any] = STRICT
    allowed: tuple[str, ...] = ()
    banned: tuple[str, ...] = ()
    instead: dict[str, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A glossary term; its definition is the section of the same id on `glossary.md`.

    `forms` are written under the codes of the languages, beside the other keys.
    """

    id: str
    mark: Mark
    origin: Origin
    forms: Mapping[str, TermForms]

    def in_language(self, code: str) -> TermForms:
        """How the term may be written in a language."""
        return self.forms.get(code, TermForms())

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core import core_schema

        codes = LANGUAGES.get()
        keys = {"id": str, "mark": Mark, "origin": Origin, **dict.fromkeys(codes, TermForms)}
        fields = {key: core_schema.typed_dict_field(handler.generate_schema(kind)) for key, kind in keys.items()}
        table = core_schema.typed_dict_schema(fields, extra_behavior="forbid")
        return core_schema.no_info_after_validator_function(
            lambda data: cls(forms={code: data.pop(code) for code in codes}, **data), table, ref=schema_ref(cls)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """Who looks after a page and how often, in months, it is read again; `reviewed` is when it last was."""

    __pydantic_config__: ClassVar[Any] = STRICT
    id: str
    owner: str
    review_months: int
    reviewed: date | None = None
    draft: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who holds which roles in this firm; `first_for` names the roles in which they are first."""

    __pydantic_config__: ClassVar[Any] = STRICT
    id: str
    name: str
    form: Literal["m", "f"] = "m"
    roles: tuple[str, ...]
    first_for: tuple[str, ...] = ()
    email: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProperName:
    """The name of a product or a firm, which keeps its letters in every language."""

    __pydantic_config__: ClassVar[Any] = STRICT
    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """The address a page once had, by the page's path then, and the path it has now, in every language."""

    __pydantic_config__: ClassVar[Any] = STRICT
    id: str
    to: str


@dataclass(frozen=True, slots=True)
class Facts:
    """All of `facts/`, each table by id; `lines` gives the line of a key by (file, key, …)."""

    teams: Mapping[str, Team] = field(default_factory=dict)
    outside_parties: Mapping[str, OutsideParty] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)
    responsibilities: Mapping[str, Responsibility] = field(default_factory=dict)
    exchanges: Mapping[str, Exchange] = field(default_factory=dict)
    questions: Mapping[str, Question] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    guides: Mapping[str, Guide] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    names: Mapping[str, ProperName] = field(default_factory=dict)
    moved: Mapping[str, Moved] = field(default_factory=dict)
    lines: Mapping[tuple[str, ...], int] = field(default_factory=dict)

    @property
    def entries(self) -> tuple["Role | Responsibility", ...]:
        """Everything that has a page of its own."""
        return (*self.roles.values(), *self.responsibilities.values())

    def entry(self, path: str) -> "Role | Responsibility | None":
        """The role or responsibility whose page is at a path."""
        return next((entry for entry in self.entries if entry.page == path), None)

    def unfinished(self, path: str) -> bool:
        """Whether the page at a path is a draft."""
        entry = self.entry(path) or self.guides.get(path)
        return entry is not None and entry.draft

    def place(self, file: str, *keys: str | int) -> Place:
        """Where a fact stands; the nearest enclosing key when the whole way is not written out."""
        way = (file, *map(str, keys))
        while len(way) > 1 and way not in self.lines:
            way = way[:-1]
        return Place(f"facts/{file}.yml", self.lines.get(way, 1))
