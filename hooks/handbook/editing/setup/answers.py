"""The answers of a firm: who it is, which roles it does without, who holds which role, how the site looks."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, Any, ClassVar

from annotated_types import MinLen

from ...languages.messages import Message, msg
from ...languages.phrase import STRICT
from ...model.errors import RefusedError
from ...model.facts import Person
from ...model.finding import Finding, Place
from ...model.handbook import Handbook
from ...parity.confirm import suggestion
from ...publishing.schemas import DIALECT, remove_id
from ...reading import schema, yaml_lines
from ...reading.files import read_yaml

PEOPLE = "people"
Lines = Mapping[tuple[str, ...], int]
"""The line of each key in the file of answers, by its path."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The answers of a firm; what is left out stays as it is.

    `without` names the roles that the firm does without, each with the role that takes over its work. `colours` are
    those of the teams, as #rrggbb; `logo` is an SVG file beside the answers. `public` is whether search engines may
    list the site, `origins` whether cards show what comes from the source article. People are added by id. Pages in
    languages that are not among `languages` are removed.
    """

    __pydantic_config__: ClassVar[Any] = STRICT
    firm: Annotated[str, MinLen(1)] | None = None
    site: str | None = None
    repository: str | None = None
    public: bool | None = None
    origins: bool | None = None
    languages: tuple[str, ...] = ()
    without: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    colours: Mapping[str, str] = field(default_factory=dict)
    logo: str | None = None


@dataclass(frozen=True, slots=True)
class AnswersFile:
    """A file of answers: its path, what is in it, and the lines of its keys."""

    path: Path
    answers: Answers
    lines: Lines

    def place(self, *keys: str) -> Place:
        """Return the place of a key in the file."""
        return Place(self.path.name, self.lines.get(keys, 1))


def read_answers(path: Path) -> AnswersFile:
    """Read a file of answers. Raises `RefusedError` with the line of each fault in it."""
    source = read_yaml(path.parent, path.name)
    if source.findings:
        raise RefusedError(*map(_line, source.findings))
    return parse_answers(path, source.text)


def parse_answers(path: Path, text: str) -> AnswersFile:
    """Parse the text of a file of answers. Raises `RefusedError` with the line of each fault in it."""
    data = yaml_lines.load(text)
    findings = [*(_fault(path.name, fault) for fault in data.faults)]
    people, people_findings = schema.table(Person, data.under(PEOPLE), path.name)
    keys = data.data.items() if isinstance(data.data, dict) else ()
    rest = replace(data, data={key: value for key, value in keys if key != PEOPLE})
    answers, answers_findings = schema.single(Answers, rest, path.name)
    findings += [*people_findings, *answers_findings]
    if findings or not answers:
        raise RefusedError(*(_line(finding) for finding in findings))
    return AnswersFile(path, replace(answers, people=people), data.lines)


def answers_schema() -> str:
    """Return the JSON schema of a file of answers, for completion in text editors."""
    answers = schema.adapter(Answers).json_schema()
    remove_id(answers["$defs"][Person.__name__])
    return json.dumps({"$schema": DIALECT, **answers}, ensure_ascii=False, indent=1) + "\n"


def faults(book: Handbook, file: AnswersFile) -> Iterator[Message]:
    """Yield what the answers name that the handbook does not have: languages, roles and teams."""
    answers, roles = file.answers, book.facts.roles
    yield from _languages(book, file)
    left = [id_ for id_ in roles if id_ not in answers.without]
    for role, heir in answers.without.items():
        if role not in roles and role not in _removed(book):
            yield _no_role(file.place("without", role), role, roles)
        if heir not in left:
            yield _no_role(file.place("without", role), heir, left)
    for person in answers.people.values():
        for role in {*person.roles, *person.first_for}.difference(left):
            yield _no_role(file.place(PEOPLE, person.id, "roles"), role, left)
    for team in answers.colours.keys() - book.facts.teams.keys():
        hint = suggestion(team, book.facts.teams)
        place = str(file.place("colours", team))
        yield msg("{place}: There is no team “{id}”.{suggestion}", place=place, id=team, suggestion=hint)


def _languages(book: Handbook, file: AnswersFile) -> Iterator[Message]:
    codes, place = file.answers.languages, str(file.place("languages"))
    for code in codes:
        if code not in book.languages:
            known = book.languages
            yield msg(
                "{place}: The handbook has no language “{code}”, only {known:and}.", place=place, code=code, known=known
            )
    if codes and book.default_language not in codes:
        code = book.default_language
        yield msg("{place}: The language “{code}” stays, as the menu is written in it. Add it.", place=place, code=code)


def _removed(book: Handbook) -> set[str]:
    """Return the ids of the pages that have moved or were removed."""
    return {path.rpartition("/")[2].removesuffix(".md") for path in book.facts.moved}


def _no_role(place: Place, id_: str, known: Mapping[str, Any] | list[str]) -> Message:
    hint = suggestion(id_, known)
    return msg("{place}: There is no role “{id}” in this firm.{suggestion}", place=str(place), id=id_, suggestion=hint)


def _fault(path: str, fault: yaml_lines.Fault) -> Finding:
    message = msg("This file cannot be read: {why}.", why=fault.why)
    return Finding(
        Place(path, fault.line),
        "facts-syntax",
        message,
        msg("Compare the line with its neighbours: indent, colon, quotes."),
    )


def _line(finding: Finding) -> Message:
    """Return a finding with its place, as a line of an error."""
    fix = finding.fix or msg("Correct it.")
    return msg("{place}: {message} {fix}", place=str(finding.place), message=finding.message, fix=fix)
