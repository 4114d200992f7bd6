"""`ask`: every question with the role to ask and the page that says more."""

import json
from html import escape

from ...languages.registry import language
from ...model.facts import Question
from ..context import PageContext
from ..tables import stacked


def render(context: PageContext, _: str | None) -> str:
    """Every question with the role to ask and the page that tells more; a script may narrow them."""
    heads = [context.label(key) for key in ("question", "whom", "where")]
    table = stacked(heads, (_question(context, one) for one in context.facts.questions.values()))
    letters = escape(json.dumps(dict(language(context.language).fold), ensure_ascii=False))
    frame = f'class="handbook-ask" data-label="{context.label("type-question")}" data-letters="{letters}"'
    return f"<div {frame} markdown>\n\n{table}\n\n</div>"


def _question(context: PageContext, question: Question) -> tuple[str, str, str]:
    also = ", ".join(question.also[context.language])
    answer = question.answer[context.language] if question.answer else context.roles(question.roles)
    path = question.page.partition("#")[0]
    page = context.handbook.page(context.language, path)
    where = context.link(question.page, page.title if page else path)
    duty = context.facts.responsibilities.get(question.responsibility or "")
    places = ", ".join([context.to(duty), where] if duty and duty.page != path else [where])
    asked = question.ask[context.language]
    return f"**{asked}**{f'<br><small>{also}</small>' if also else ''}", answer, places
