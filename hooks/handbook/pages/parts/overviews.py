"""Ways into the handbook: the org chart, the questions, the A–Z and the rhythm of work."""

import json
from collections.abc import Iterator
from html import escape

from ...crosslinks import relations
from ...languages import serbian
from ...languages.labels import FREQUENCY
from ...model.facts import FREQUENCIES, Question
from ..context import PageContext
from ..tables import stacked
from .pictures import org_picture


def org_chart(context: PageContext, _: str | None) -> str:
    """Who reports to whom, as a picture and as nested lists that begin outside the handbook."""
    tops = [one for one in context.facts.outside_parties if any(relations.reports(context.facts, one))]
    listed = "\n".join(line for top in tops for line in _below(context, top, 0))
    return f"{org_picture(context)}\n\n{listed}"


def _below(context: PageContext, role: str, depth: int) -> Iterator[str]:
    yield f"{'    ' * depth}- {context.role(role)}"
    for report in relations.reports(context.facts, role):
        yield from _below(context, report.id, depth + 1)


def ask(context: PageContext, _: str | None) -> str:
    """Every question with the role to ask and the page that tells more; a script may narrow them."""
    heads = [context.label(key) for key in ("question", "whom", "where")]
    table = stacked(heads, (_question(context, one) for one in context.facts.questions.values()))
    letters = escape(json.dumps(dict(serbian.FOLD), ensure_ascii=False))
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


def a_z(context: PageContext, _: str | None) -> str:
    """Roles and responsibilities under their titles and under everything else they are called."""
    entries = sorted(_entries(context), key=lambda entry: _order(context, entry[0]))
    letters: dict[str, list[str]] = {}
    for name, line in entries:
        letters.setdefault(name[0].upper(), []).append(line)
    jump = " · ".join(f"[{letter}](#{_id(letter)})" for letter in letters)
    blocks = (
        f"## {letter} {{ #{_id(letter)} data-search-exclude }}\n\n" + "\n".join(lines)
        for letter, lines in letters.items()
    )
    return "\n\n".join([jump, *blocks])


def _entries(context: PageContext) -> Iterator[tuple[str, str]]:
    for entry in context.facts.entries:
        if page := context.page(entry):
            yield page.title, f"- **{context.to(entry)}** ({context.team(entry.team)})"
            others = (page.front.title_f, page.front.source_title, *page.front.aliases)
            for name in {name for name in others if name} - {page.title}:
                yield name, f"- {name}: {context.label('see')} {context.to(entry)}"


def _order(context: PageContext, name: str) -> tuple[tuple[int, str], ...]:
    return serbian.alphabetical(name)


def _id(letter: str) -> str:
    """An anchor in plain letters: Cyrillic ones by their number, as А and A, Ж and З must differ."""
    number = serbian.ALPHABET.find(letter.lower())
    return f"letter-{letter.lower() if number < 0 else number + 1}"


def cadence(context: PageContext, _: str | None) -> str:
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
