"""`decisions`: what a role decides, or what is decided within a responsibility, and by whom."""

from collections.abc import Iterator

from markupsafe import Markup

from ...model.facts import Decision
from ..context import PageContext
from ..elements import bullets, joined, paragraph, strong
from ..people import with_holders


def render(context: PageContext, _: str | None) -> Iterator[Markup]:
    """A list of the decisions of the page's role or responsibility; on that of a responsibility, with the deciders."""
    decisions = context.facts.decisions_by_entry.get(context.page_id)
    if not decisions:
        return
    on_role = context.page_id in context.facts.roles
    if not on_role:
        yield paragraph(strong(context.label("decided-here")))
    yield bullets(_item(context, decision, on_role) for decision in decisions)


def _item(context: PageContext, decision: Decision, on_role: bool) -> Markup:
    who = Markup("") if on_role else Markup(": ") + with_holders(context, decision.decides)
    others = [context.label(key) + Markup(": ") + text for key, text in others_of(context, decision)]
    aside = Markup(" (") + joined(others, "; ") + Markup(")") if others else Markup("")
    return strong(title(context, decision)) + who + aside


def others_of(context: PageContext, decision: Decision) -> Iterator[tuple[str, Markup]]:
    """Who else takes part in a decision, and the larger decision around it, as (key of the label, HTML)."""
    for key, ids in (("proposes", decision.proposes), ("consents", decision.consents)):
        if ids:
            yield key, context.role_links(ids)
    larger = context.facts.decisions.get(decision.within or "")
    if larger:
        yield "within", Markup.escape(larger.phrase[context.language])


def title(context: PageContext, decision: Decision) -> str:
    """The phrase of a decision with a capital letter, for the beginning of an entry."""
    phrase = decision.phrase[context.language] or context.label("not-named")
    return phrase[:1].upper() + phrase[1:]
