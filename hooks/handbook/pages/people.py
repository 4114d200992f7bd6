"""The people who hold a role, after its name, wherever a role is the answer: `Sales manager · Marko Jović`."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from ..crosslinks import people
from ..languages.registry import language
from ..model.facts import Person
from .context import PageContext
from .elements import element, joined

SEPARATOR = " · "


def with_holders(context: PageContext, role: str) -> Markup:
    """A link to a role and the people who hold it, each with links to write and to call; the link alone without any."""
    return joined(filter(None, [context.role_link(role), holders(context, role)]), SEPARATOR)


def holders(context: PageContext, role: str) -> Markup:
    """The people who hold a role, each with links to write and to call; empty if nobody does."""
    found = joined(_holder(context, person) for person in people.holders(context.facts, role))
    return element("span", found, class_="handbook-holder") if found else found


def all_with_holders(context: PageContext, roles: Iterable[str]) -> Markup:
    """Several roles with their holders."""
    return joined(with_holders(context, role) for role in roles)


def holders_in_full(context: PageContext, role: str) -> Iterator[Markup]:
    """The holders of a role, with their addresses written out and a note on the first contact."""
    for person in people.holders(context.facts, role):
        first = f" ({context.label('first')})" if role in person.first_for else ""
        links = (element("a", text, href=address) for address, text in people.addresses(person))
        yield joined([_name(context, person) + first, *links])


def title_with_holders(context: PageContext, role: str) -> str:
    """The title of a role and the names of its holders as text; empty if nobody holds it."""
    names = holder_names(context, role)
    return f"{context.role_title(role)}{SEPARATOR}{names}" if names else ""


def holder_names(context: PageContext, role: str) -> str:
    """The names of the holders of a role as text."""
    return ", ".join(people.name_in(person, context.language) for person in people.holders(context.facts, role))


def _holder(context: PageContext, person: Person) -> Markup:
    """A name, which is a link if there is an e-mail address, and a phone number."""
    links = dict(people.addresses(person))
    mail = next((address for address in links if address.startswith("mailto:")), "")
    name = element("a", _name(context, person), href=mail) if mail else _name(context, person)
    calls = (element("a", text, href=address) for address, text in links.items() if address != mail)
    return joined([name, *calls], " ")


def _name(context: PageContext, person: Person) -> Markup:
    """A name; where a reader or a book turns it into Latin letters, the firm's own form of it is used."""
    name = people.name_in(person, context.language)
    if person.latin and language(context.language).other_script:
        return element("span", name, data_respelled=person.latin)
    return Markup.escape(name)
