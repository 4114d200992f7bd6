"""Ways into the handbook: the org chart, the questions, the A–Z and the rhythm of work."""

import json
from collections.abc import Iterator
from html import escape

from ...crosslinks import relations
from ...languages import serbian
from ...languages.labels import FREQUENCY
from ...model.facts import FREQUENCIES, Question
from ..context import Stand
from ..tables import stacked
from .pictures import org_picture


def org_chart(stand: Stand, _: str | None) -> str:
    """Who reports to whom, as a picture and as nested lists that begin outside the handbook."""
    tops = [one for one in stand.facts.outsiders if any(relations.reports(stand.facts, one))]
    listed = "\n".join(line for top in tops for line in _below(stand, top, 0))
    return f"{org_picture(stand)}\n\n{listed}"


def _below(stand: Stand, role: str, depth: int) -> Iterator[str]:
    yield f"{'    ' * depth}- {stand.role(role)}"
    for report in relations.reports(stand.facts, role):
        yield from _below(stand, report.id, depth + 1)


def ask(stand: Stand, _: str | None) -> str:
    """Every question with the role to ask and the page that tells more; a script may narrow them."""
    heads = [stand.label(key) for key in ("question", "whom", "where")]
    table = stacked(heads, (_question(stand, one) for one in stand.facts.questions.values()))
    letters = escape(json.dumps(dict(serbian.FOLD), ensure_ascii=False))
    frame = f'class="handbook-ask" data-label="{stand.label("type-question")}" data-letters="{letters}"'
    return f"<div {frame} markdown>\n\n{table}\n\n</div>"


def _question(stand: Stand, question: Question) -> tuple[str, str, str]:
    also = ", ".join(question.also[stand.language])
    answer = question.answer[stand.language] if question.answer else stand.roles(question.roles)
    path = question.page.partition("#")[0]
    page = stand.handbook.page(stand.language, path)
    where = stand.link(question.page, page.title if page else path)
    duty = stand.facts.responsibilities.get(question.responsibility or "")
    places = ", ".join([stand.to(duty), where] if duty and duty.page != path else [where])
    asked = question.ask[stand.language]
    return f"**{asked}**{f'<br><small>{also}</small>' if also else ''}", answer, places


def a_z(stand: Stand, _: str | None) -> str:
    """Roles and responsibilities under their titles and under everything else they are called."""
    entries = sorted(_entries(stand), key=lambda entry: _order(stand, entry[0]))
    letters: dict[str, list[str]] = {}
    for name, line in entries:
        letters.setdefault(name[0].upper(), []).append(line)
    jump = " · ".join(f"[{letter}](#{_id(letter)})" for letter in letters)
    blocks = (
        f"## {letter} {{ #{_id(letter)} data-search-exclude }}\n\n" + "\n".join(lines)
        for letter, lines in letters.items()
    )
    return "\n\n".join([jump, *blocks])


def _entries(stand: Stand) -> Iterator[tuple[str, str]]:
    for entry in stand.facts.entries:
        if page := stand.page(entry):
            yield page.title, f"- **{stand.to(entry)}** ({stand.team(entry.team)})"
            others = (page.front.title_f, page.front.source_title, *page.front.aliases)
            for name in {name for name in others if name} - {page.title}:
                yield name, f"- {name}: {stand.label('see')} {stand.to(entry)}"


def _order(stand: Stand, name: str) -> tuple[tuple[int, str], ...]:
    return serbian.alphabetical(name)


def _id(letter: str) -> str:
    """An anchor in plain letters: Cyrillic ones by their number, as А and A, Ж and З must differ."""
    number = serbian.ALPHABET.find(letter.lower())
    return f"letter-{letter.lower() if number < 0 else number + 1}"


def cadence(stand: Stand, _: str | None) -> str:
    """What is done how often: responsibilities and exchanges under each frequency."""
    return "\n\n".join(block for often in FREQUENCIES if (block := _often(stand, often)))


def _often(stand: Stand, often: str) -> str:
    duties = [
        f"- {stand.to(duty)}: {stand.often(duty.cadence)}"
        for duty in stand.facts.responsibilities.values()
        if often in duty.cadence.every
    ]
    meetings = [
        f"- {' ↔ '.join(map(stand.role, exchange.between))}: {stand.often(exchange.rhythm)}"
        for exchange in stand.facts.exchanges.values()
        if often in exchange.rhythm.every
    ]
    name = FREQUENCY[often][stand.language].capitalize()
    blocks = [
        f"### {stand.label(key)} {{ #{often}-{key} }}\n\n" + "\n".join(lines)
        for key, lines in (("duties", duties), ("exchanges", meetings))
        if lines
    ]
    return "\n\n".join([f"## {name} {{ #{often} }}", *blocks]) if blocks else ""
