"""`ask`: every question with the role to ask and the page with the answer."""

import json
from html import escape

from ...languages.registry import language
from ...model.facts import Question
from ..context import PageContext
from ..tables import stacked_table


def render(context: PageContext, _: str | None) -> str:
    """A table of all questions, with the data from which a script adds a search box."""
    heads = [context.label(key) for key in ("question", "whom", "where")]
    table = stacked_table(heads, (_row(context, question) for question in context.facts.questions.values()))
    letters = escape(json.dumps(dict(language(context.language).fold), ensure_ascii=False))
    attributes = f'class="handbook-ask" data-label="{context.label("type-question")}" data-letters="{letters}"'
    return f"<div {attributes} markdown>\n\n{table}\n\n</div>"


def _row(context: PageContext, question: Question) -> tuple[str, str, str]:
    also = ", ".join(question.also[context.language])
    answer = question.answer[context.language] if question.answer else context.role_links(question.roles)
    path = question.page.partition("#")[0]
    page = context.handbook.page(context.language, path)
    link = context.link(question.page, page.title if page else path)
    duty = context.facts.responsibilities.get(question.responsibility or "")
    links = ", ".join([context.entry_link(duty), link] if duty and duty.page != path else [link])
    text = question.ask[context.language]
    return f"**{text}**{f'<br><small>{also}</small>' if also else ''}", answer, links
