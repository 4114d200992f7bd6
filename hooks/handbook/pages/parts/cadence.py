"""`cadence`: responsibilities and exchanges by how often they take place."""

from collections.abc import Iterator

from ...languages.labels import FREQUENCY
from ...model.facts import FREQUENCIES, Responsibility
from ..context import PageContext
from ..elements import Block, Heading, bullets, joined
from ..tables import of_roles


def render(context: PageContext, _: str | None) -> Iterator[Block]:
    """The responsibilities and exchanges of each frequency, as lists under a heading."""
    for frequency in FREQUENCIES:
        yield from _blocks(context, frequency)


def _blocks(context: PageContext, frequency: str) -> Iterator[Block]:
    duties = [
        of_roles(context.entry_link(duty), _roles(duty)) + f": {context.frequency(duty.cadence)}"
        for duty in context.facts.responsibilities.values()
        if frequency in duty.cadence.every
    ]
    exchanges = [
        of_roles(joined(map(context.role_link, exchange.between), " ↔ "), exchange.between)
        + f": {context.frequency(exchange.rhythm)}"
        for exchange in context.facts.exchanges.values()
        if frequency in exchange.rhythm.every
    ]
    if duties or exchanges:
        yield Heading(2, frequency, FREQUENCY[frequency].in_language(context.language).capitalize())
    for key, items in (("duties", duties), ("exchanges", exchanges)):
        if items:
            yield Heading(3, f"{frequency}-{key}", context.label(key))
            yield bullets(items)


def _roles(duty: Responsibility) -> Iterator[str]:
    """The roles that have a part in a responsibility."""
    for _, ids in duty.parts:
        yield from ids
