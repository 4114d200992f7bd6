"""The language-neutral facts as values: teams, roles, responsibilities, exchanges, meetings, questions, terms.

The fields of these classes are the schema of `facts/`: `schema.py` validates the YAML files against them,
unknown keys are errors, and the JSON schema for editors is generated from them.

The module is long because it is that schema: a class for each table of `facts/` and each nested mapping.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from annotated_types import Ge, Le

from ..languages.phrase import LANGUAGES, STRICT, AlternativePhrases, Phrase, accepted, schema_ref
from .recurrence import Recurrence

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

Frequency = Literal["daily", "weekly", "fortnightly", "monthly", "quarterly", "yearly", "on-event"]
FREQUENCIES: tuple[Frequency, ...] = ("daily", "weekly", "fortnightly", "monthly", "quarterly", "yearly", "on-event")
Origin = Literal["seed", "added"]
Better = Literal["higher", "lower"]
Mark = Literal["always", "first", "never"]
PLACEHOLDER = "todo"
"""The placeholder in a draft for an id that is not decided yet."""

PARTS = ("accountable", "responsible", "consulted", "informed")
"""The four parts of RACI, in display order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cadence:
    """How often: one or more frequencies, and a phrase where they are not enough."""

    __pydantic_config__: ClassVar[Any] = STRICT
    every: tuple[Frequency, ...]
    phrase: Phrase | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """A team; `groups` are the parts of its organization chart (ladder, creative)."""

    __pydantic_config__: ClassVar[Any] = STRICT
    id: str
    title: Phrase
    groups: dict[str, Phrase] = field(default_factory=dict)
    code_owners: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideParty:
    """A person or organization without a page: the owner, IT, an agency."""

    __pydantic_config__: ClassVar[Any] = STRICT
    id: str
    title: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class DottedLine:
    """A second (dotted) reporting line to a role, and its purpose."""

    __pydantic_config__: ClassVar[Any] = STRICT
    role: str
    purpose: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role: its place in the organization and its deputies; its text is on its page.

    `also` are words that people use for it or for its work, by which search finds the page. `former` are names that
    it had before, in the language of each.
    """

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
    also: AlternativePhrases = field(default_factory=AlternativePhrases)
    origin: Origin
    former: AlternativePhrases = field(default_factory=AlternativePhrases)
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
    """A responsibility and its RACI row: the role ids of each part; `also` as for a role."""

    __pydantic_config__: ClassVar[Any] = STRICT
    id: str
    team: str
    accountable: str | tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()
    consulted: tuple[str, ...] = ()
    informed: tuple[str, ...] = ()
    helped_by: tuple[OutsideHelp, ...] = ()
    cadence: Cadence
    also: AlternativePhrases = field(default_factory=AlternativePhrases)
    origin: Origin
    former: AlternativePhrases = field(default_factory=AlternativePhrases)
    draft: bool = False

    @property
    def page(self) -> str:
        return f"{self.team}/responsibilities/{self.id}.md"

    @property
    def accountables(self) -> tuple[str, ...]:
        roles = self.accountable
        return (roles,) if isinstance(roles, str) else roles

    @property
    def parts(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return the RACI row as (part, role ids), in the order A, R, C, I."""
        return (
            ("accountable", self.accountables),
            ("responsible", self.responsible),
            ("consulted", self.consulted),
            ("informed", self.informed),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """What two roles exchange: what the first one `gives`, and what it `gets` from the second."""

    __pydantic_config__: ClassVar[Any] = STRICT
    id: str
    between: tuple[str, str]
    gives: Phrase
    gets: Phrase
    rhythm: Cadence
    record: Phrase
    origin: Origin = "added"

    @property
    def sides(self) -> tuple[tuple[str, tuple[str, "Exchange", bool]], ...]:
        """Return each role with (the other role, this exchange, whether the role is the first one)."""
        first, second = self.between
        sides = ((first, (second, self, True)), (second, (first, self, False)))
        return sides if first != second else sides[:1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A decision, or a document that only one role changes: who `decides` it, and who else takes part.

    `within`: the larger decision that limits this one, as the yearly plan limits the quarterly plan.
    """

    __pydantic_config__: ClassVar[Any] = STRICT
    id: str
    phrase: Phrase
    decides: str
    proposes: tuple[str, ...] = ()
    consents: tuple[str, ...] = ()
    responsibility: str | None = None
    within: str | None = None
    draft: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A measure: how it is worked out, which values are better, and the role and responsibility pages that show it.

    `owner` is the role that works it out, as often as `cadence` says.
    """

    __pydantic_config__: ClassVar[Any] = STRICT
    id: str
    name: Phrase
    formula: Phrase
    unit: Phrase
    better: Better
    cadence: Cadence
    owner: str
    roles: tuple[str, ...] = ()
    responsibilities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting or a deadline that comes round: `leads` runs the meeting or does the work that is due.

    `attends` are the others at a meeting, or those who get what is due. `brings` is what is ready beforehand, `gives`
    what comes out; `minutes` is the duration, `page` the page that explains it.
    """

    __pydantic_config__: ClassVar[Any] = STRICT
    id: str
    kind: Literal["meeting", "deadline"]
    name: Phrase
    when: Recurrence
    minutes: Annotated[int, Ge(5), Le(480)] | None = None
    leads: str
    attends: tuple[str, ...] = ()
    brings: Phrase | None = None
    gives: Phrase | None = None
    page: str | None = None

    @property
    def roles(self) -> tuple[str, ...]:
        """Return who takes part, the one who leads first."""
        return tuple(dict.fromkeys((self.leads, *self.attends)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question, and who answers it: up to two roles, or a phrase where no role fits."""

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
    """The allowed and banned forms of a term in one language, and its other names.

    `instead` maps a banned form to its replacement (default: the first allowed form).
    """

    __pydantic_config__: ClassVar[Any] = STRICT
    allowed: tuple[str, ...] = ()
    banned: tuple[str, ...] = ()
    instead: dict[str, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A glossary term; its definition is the section with the same id in `glossary.md`.

    In YAML, `forms` is not a key: the language codes are keys of the term itself.
    """

    id: str
    mark: Mark
    origin: Origin
    forms: Mapping[str, TermForms]

    def in_language(self, code: str) -> TermForms:
        """Return the forms of the term in a language."""
        return self.forms.get(code, TermForms())

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core import core_schema

        codes = LANGUAGES.get()
        forms = dict.fromkeys(accepted(codes), TermForms)
        keys = {"id": str, "mark": Mark, "origin": Origin, **forms}
        fields = {
            key: core_schema.typed_dict_field(handler.generate_schema(kind), required=key not in forms or key in codes)
            for key, kind in keys.items()
        }
        table = core_schema.typed_dict_schema(fields, extra_behavior="forbid")
        return core_schema.no_info_after_validator_function(
            lambda data: cls(
                forms={code: data[code] for code in codes},
                **{key: value for key, value in data.items() if key not in forms},
            ),
            table,
            ref=schema_ref(cls),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """The owner of a page, its review interval in months, and the day of the last review; `also` as for a role."""

    __pydantic_config__: ClassVar[Any] = STRICT
    id: str
    owner: str
    review_months: Annotated[int, Ge(1), Le(120)]
    reviewed: Annotated[date, Ge(date(2000, 1, 1)), Le(date(2100, 1, 1))] | None = None
    also: AlternativePhrases = field(default_factory=AlternativePhrases)
    draft: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person with their roles in this firm; `first_for` are the roles for which they are the first contact.

    `latin` is the name in Latin letters, where the letters of `name` alone do not give it: John, not Džon.
    """

    __pydantic_config__: ClassVar[Any] = STRICT
    id: str
    name: str
    latin: str | None = None
    form: Literal["m", "f"] = "m"
    roles: tuple[str, ...]
    first_for: tuple[str, ...] = ()
    email: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProperName:
    """The name of a product or firm, spelled the same in every language."""

    __pydantic_config__: ClassVar[Any] = STRICT
    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A redirect: its key is the former path of a page, `to` the present path, in every language.

    `former` are the names of the page that was there and is no more.
    """

    __pydantic_config__: ClassVar[Any] = STRICT
    id: str
    to: str
    former: AlternativePhrases = field(default_factory=AlternativePhrases)
