"""`cadence`: responsibilities and exchanges by how often they take place."""

from ...languages.labels import FREQUENCY
from ...model.facts import FREQUENCIES
from ..context import PageContext


def render(context: PageContext, _: str | None) -> str:
    """The responsibilities and exchanges of each frequency, as lists under a heading."""
    return "\n\n".join(block for frequency in FREQUENCIES if (block := _block(context, frequency)))


def _block(context: PageContext, frequency: str) -> str:
    duties = [
        f"- {context.entry_link(duty)}: {context.frequency(duty.cadence)}"
        for duty in context.facts.responsibilities.values()
        if frequency in duty.cadence.every
    ]
    exchanges = [
        f"- {' ↔ '.join(map(context.role_link, exchange.between))}: {context.frequency(exchange.rhythm)}"
        for exchange in context.facts.exchanges.values()
        if frequency in exchange.rhythm.every
    ]
    name = FREQUENCY[frequency].in_language(context.language).capitalize()
    lists = [
        f"### {context.label(key)} {{ #{frequency}-{key} }}\n\n" + "\n".join(lines)
        for key, lines in (("duties", duties), ("exchanges", exchanges))
        if lines
    ]
    return "\n\n".join([f"## {name} {{ #{frequency} }}", *lists]) if lists else ""
