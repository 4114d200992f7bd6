"""The questions of `handbook init` to someone who has no file of answers; what is answered becomes such a file."""

from collections.abc import Iterator, Sequence
from typing import Any

import click
import yaml

from ..editing.setup.look import EXAMPLE
from ..languages.messages import Message, msg
from ..languages.serbian.alphabet import plain_latin
from ..model.handbook import Handbook
from .language import output_language


def ask(book: Handbook) -> str:
    """Ask for everything and return the answers as YAML; an empty answer leaves a setting as it is."""
    answers: dict[str, Any] = {
        "firm": _text(msg("The name of the firm")),
        "site": _text(msg("The address of the published site (empty: not known yet)")),
        "repository": _text(msg("The address of the repository (empty: none)")),
        "public": _yes(msg("May search engines list the site?"), default=False),
        "origins": _yes(msg("Should cards show what comes from the source article?"), default=False),
    }
    answers["without"] = dict(_without(book))
    left = [id_ for id_ in book.facts.roles if id_ not in answers["without"]]
    answers["people"] = _people(book, left)
    answers["colours"] = dict(_colours(book))
    answers["logo"] = _text(msg("An SVG file with the logo, in this folder (empty: none)"))
    kept = {key: value for key, value in answers.items() if value not in ("", {})}
    return yaml.safe_dump(kept, allow_unicode=True, sort_keys=False)


def _without(book: Handbook) -> Iterator[tuple[str, str]]:
    """Yield each role that the firm does without, and who takes over."""
    gone = [id_ for id_ in book.facts.roles if not _yes(msg("Is there this role: {role}?", role=_title(book, id_)))]
    left = [id_ for id_ in book.facts.roles if id_ not in gone]
    for id_ in gone:
        yield id_, _choice(msg("Who takes over the work of this role: {role}?", role=_title(book, id_)), left)


def _people(book: Handbook, left: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Return the people by id: an id is the name in plain Latin letters."""
    people: dict[str, dict[str, Any]] = {}
    while name := _text(msg("The name of a person (empty: no more)")):
        person: dict[str, Any] = {
            "name": name,
            "form": _choice(msg("The form of the title, for a man or a woman"), ("m", "f")),
        }
        roles = [_choice(msg("Which role do they have?"), left)]
        while (role := _choice(msg("Another role (empty: none)"), ["", *left])) and role not in roles:
            roles.append(role)
        contacts = {"email": _text(msg("E-mail (empty: none)")), "phone": _text(msg("Phone (empty: none)"))}
        people["-".join(plain_latin(name).split())] = {
            **person,
            "roles": roles,
            **{key: value for key, value in contacts.items() if value},
        }
    for role in left:
        holders = [id_ for id_, person in people.items() if role in person["roles"]]
        if len(holders) > 1:
            first = _choice(msg("Who is the first contact for this role: {role}?", role=_title(book, role)), holders)
            people[first].setdefault("first_for", []).append(role)
    return people


def _colours(book: Handbook) -> Iterator[tuple[str, str]]:
    for id_, team in book.facts.teams.items():
        title = team.title[output_language()]
        if colour := _text(
            msg("The colour of this team, such as {example} (empty: as it is): {team}", example=EXAMPLE, team=title)
        ):
            yield id_, colour


def _title(book: Handbook, role: str) -> str:
    page = book.page(output_language(), book.facts.roles[role].page)
    return page.title if page else role


def _shown(message: Message) -> str:
    return message.in_language(output_language())


def _text(message: Message) -> str:
    return str(click.prompt(_shown(message), default="", show_default=False)).strip()


def _yes(message: Message, default: bool = True) -> bool:
    return click.confirm(_shown(message), default=default)


def _choice(message: Message, known: Sequence[str]) -> str:
    default = "" if "" in known else None
    return str(click.prompt(_shown(message), type=click.Choice(known), default=default, show_default=False))
