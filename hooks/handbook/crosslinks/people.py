"""People: who holds a role, how a name is written in a language, and the addresses for writing and calling."""

from collections.abc import Iterator
from urllib.parse import quote

from ..languages.registry import language, latin
from ..model.fact_tables import Facts
from ..model.facts import Person


def holders(facts: Facts, role: str) -> Iterator[Person]:
    """Yield the people who hold a role, the first contact first."""
    people = facts.people_by_role.get(role, ())
    yield from sorted(people, key=lambda person: role not in person.first_for)


def name_in(person: Person, code: str) -> str:
    """Return a name as the readers of a language write it: in Latin letters, unless the language has its own."""
    return person.name if language(code).own_letters_only else person.latin or latin(person.name)


def addresses(person: Person) -> Iterator[tuple[str, str]]:
    """Yield the ways to reach a person, e-mail first, as (address of a link, text)."""
    if person.email:
        yield f"mailto:{quote(person.email, safe='@+')}", person.email
    if person.phone:
        yield f"tel:{''.join(sign for sign in person.phone if sign in '+*#' or sign.isdigit())}", person.phone
