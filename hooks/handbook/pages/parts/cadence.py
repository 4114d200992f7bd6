"""`cadence`: responsibilities and exchanges, by how often they come round."""

from ...languages.labels import FREQUENCY
from ...model.facts import FREQUENCIES
from ..context import PageContext


def render(context: PageContext, _: str | None) -> str:
    """What is done how often: responsibilities and exchanges under each frequency."""
    return "\n\n".join(block for often in FREQUENCIES if (block := _often(context, often)))


def _often(context: PageContext, often: str) -> str:
    duties = [
        f"- {context.to(duty)}: {context.often(duty.cadence)}"
        for duty in context.facts.responsibilities.values()
        if often in duty.cadence.every
    ]
    meetings = [
        f"- {' ↔ '.join(map(context.role, exchange.between))}: {context.often(exchange.rhythm)}"
        for exchange in context.facts.exchanges.values()
        if often in exchange.rhythm.every
    ]
    name = FREQUENCY[often].in_language(context.language).capitalize()
    blocks = [
        f"### {context.label(key)} {{ #{often}-{key} }}\n\n" + "\n".join(lines)
        for key, lines in (("duties", duties), ("exchanges", meetings))
        if lines
    ]
    return "\n\n".join([f"## {name} {{ #{often} }}", *blocks]) if blocks else ""
