"""`ask`: every question with the role to ask and the page with the answer."""

from collections.abc import Iterator

from markupsafe import Markup, escape

from ...model.facts import Question
from ..context import PageContext
from ..elements import BREAK, division, element, joined, strong
from ..people import all_with_holders
from ..tables import stacked_table

SHOWN = 3
"""How many other ways to say a question are shown; search knows the others, too."""


def render(context: PageContext, _: str | None) -> Iterator[Markup]:
    """A table of all questions, to which a script adds a filter; in search each question is an entry of its own."""
    heads = [context.label(key) for key in ("question", "whom", "where")]
    table = stacked_table(heads, (_row(context, question) for question in context.facts.questions.values()))
    yield division(
        "handbook-ask handbook-filter", table, data_prompt=context.label("type-question"), data_search_exclude="true"
    )


def _row(context: PageContext, question: Question) -> tuple[Markup, Markup, Markup]:
    also = ", ".join(question.also[context.language][:SHOWN])
    answer = escape(question.answer[context.language]) if question.answer else all_with_holders(context, question.roles)
    path = question.page.partition("#")[0]
    page = context.handbook.page(context.language, path)
    link = context.link(question.page, page.title if page else path)
    duty = context.facts.responsibilities.get(question.responsibility or "")
    links = joined([context.entry_link(duty), link] if duty and duty.page != path else [link])
    text = strong(question.ask[context.language])
    return text + BREAK + element("small", also) if also else text, answer, links
