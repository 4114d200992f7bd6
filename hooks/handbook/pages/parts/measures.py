"""`measures`: the measures of a role or a responsibility, each with how it is worked out."""

from collections.abc import Iterator

from markupsafe import Markup

from ...model.facts import Measure
from ..context import PageContext
from ..elements import BREAK, bullets, element, joined, strong


def render(context: PageContext, _: str | None) -> Iterator[Markup]:
    """A list of the measures of the page's role or responsibility; nothing if it has none."""
    measures = context.facts.measures_by_entry.get(context.page_id)
    if measures:
        yield bullets(_item(context, measure) for measure in measures)


def _item(context: PageContext, measure: Measure) -> Markup:
    details = joined(filter(None, (scale(context, measure), context.frequency(measure.cadence))), "; ")
    return definition(context, measure) + BREAK + element("small", details)


def definition(context: PageContext, measure: Measure) -> Markup:
    """The name of a measure, and how it is worked out."""
    name, formula = measure.name[context.language], measure.formula[context.language]
    return strong(name or context.label("not-named")) + (f": {formula}" if formula else "")


def scale(context: PageContext, measure: Measure) -> str:
    """The unit of a measure, and which values are better."""
    return ", ".join(filter(None, (measure.unit[context.language], context.label(measure.better))))
