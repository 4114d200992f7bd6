"""Rules about `facts/`: every id exists and has its page, none is listed twice, phrases are in both languages."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from difflib import get_close_matches

from ..crosslinks.references import ROLE, references
from ..languages.letters import described
from ..languages.messages import Message, msg
from ..model.fact_tables import Facts
from ..model.facts import PLACEHOLDER, Responsibility
from ..model.finding import Finding
from ..model.handbook import Handbook

WITH_ARTICLE = {ROLE: msg("a role"), msg("group"): msg("a group")}
"""The names of what a placeholder stands for, with their articles."""
KINDS = (("roles", "role", msg("role")), ("responsibilities", "responsibility", msg("responsibility")))
"""The entries that have a page of their own: their file, the kind of the page, and its name in messages."""


def unknown_id(handbook: Handbook) -> Iterator[Finding]:
    """Every id that is used exists.

    Bad: `reports_to: sales-boss`. Good: `reports_to: sales-manager`.
    """
    facts = handbook.facts
    for file, key_path, kind, known, used in references(facts):
        place = facts.place(file, *key_path)
        if used == PLACEHOLDER:
            message = msg("“{key}” is still to be filled in.", key=key_path[1])
            article = WITH_ARTICLE.get(kind, kind)
            advice = msg("Write the id of {kind} instead of “{todo}”.", kind=article, todo=PLACEHOLDER)
            draft = getattr(getattr(facts, file)[key_path[0]], "draft", False)
            yield Finding(place, "todo", message, advice).as_todo_if(draft)
        elif used not in known:
            message = msg("There is no {kind} “{id}”.", kind=kind, id=used)
            if foreign := tuple(described(letter) for letter in dict.fromkeys(used) if not letter.isascii()):
                message = msg("{message} It has letters other than a–z: {letters}.", message=message, letters=foreign)
            yield Finding(place, "unknown-id", message, _suggestion(used, known))


def reviews_to_come(handbook: Handbook, today: date) -> Iterator[Finding]:
    """Yield a finding for each review that is dated later than tomorrow; where clocks differ, that may be today."""
    for guide in handbook.facts.guides.values():
        if guide.reviewed and guide.reviewed > today + timedelta(days=1):
            place = handbook.facts.place("guides", guide.id, "reviewed")
            message = msg("This page was reviewed on a day that is still to come.")
            yield Finding(place, "facts-syntax", message, msg("Write the day of the last review."))


def duplicate_id(handbook: Handbook) -> Iterator[Finding]:
    """An id is unique, and a role has one part in a responsibility, or is accountable and responsible.

    Bad: `consulted: [a, b]` with `informed: [b]`. Good: each role in its strongest part only.
    """
    facts = handbook.facts
    for id_ in facts.roles.keys() & facts.responsibilities.keys():
        message = msg("The id “{id}” is both a role and a responsibility.", id=id_)
        place, other = facts.place("responsibilities", id_), facts.place("roles", id_)
        yield Finding(place, "duplicate-id", message, msg("Choose another id for one."), related=other)
    for duty in facts.responsibilities.values():
        for role, parts in _parts_by_role(duty).items():
            if len(parts) > 1 and parts != ["accountable", "responsible"]:
                message = msg(
                    "“{role}” is both {one} and {other} for “{duty}”.",
                    role=role,
                    one=parts[0],
                    other=parts[-1],
                    duty=duty.id,
                )
                place = facts.place("responsibilities", duty.id, parts[-1])
                yield Finding(place, "duplicate-id", message, msg("Keep the stronger part only."))
    yield from _listed_twice(facts)


def incomplete_phrase(handbook: Handbook) -> Iterator[Finding]:
    """A phrase has a text in both languages.

    Bad: `gives: {sr: прогнозу}`. Good: `gives: {sr: прогнозу, en: the forecast}`.
    """
    for (page, id_), texts in handbook.sections.items():
        for section in texts.values():
            if page.startswith("facts/") and not (section.text.strip() or section.digest):
                message = msg("“{id}” has no text for “{code}”.", id=id_, code=section.language)
                finding = Finding(section.start, "incomplete-phrase", message, msg("Write it beside the other."))
                yield finding.as_todo_if(handbook.facts.is_draft_section(page, id_))


def role_without_page(handbook: Handbook) -> Iterator[Finding]:
    """Each role and each responsibility in `facts/` has its page.

    Bad: `crm-admin` in roles.yml alone. Good: also `docs/sr/sales/roles/crm-admin.md`.
    """
    facts = handbook.facts
    advice = msg("Write the page in both languages, or remove the entry.")
    for file, _, noun in KINDS:
        for entry in getattr(facts, file).values():
            if entry.page not in handbook.path_set:
                message = msg(
                    "The {kind} “{id}” has no page; “{page}” was expected.", kind=noun, id=entry.id, page=entry.page
                )
                yield Finding(facts.place(file, entry.id), "role-without-page", message, advice)


def page_without_role(handbook: Handbook) -> Iterator[Finding]:
    """Each page of a role or responsibility has its entry in `facts/`, in the same team.

    Bad: `sales/roles/ghost.md` with no `ghost` in roles.yml. Good: the entry is there.
    """
    advice = msg("Add the entry, or remove the page in both languages.")
    for page in handbook.pages.values():
        for file, kind, noun in KINDS:
            entry = getattr(handbook.facts, file).get(page.id)
            if page.kind == kind and (entry is None or entry.page != page.path):
                message = msg(
                    "There is no {kind} “{id}” of this team in {file}.", kind=noun, id=page.id, file=f"facts/{file}.yml"
                )
                yield Finding(page.at(1), "page-without-role", message, advice)


def _suggestion(used: str, known: Iterable[str]) -> Message:
    close = get_close_matches(used, list(known), n=1)
    return msg("Did you mean “{id}”?", id=close[0]) if close else msg("Use an id that is in facts/.")


def _listed_twice(facts: Facts) -> Iterator[Finding]:
    """Yields a finding for each role that is a second time in one list; an exchange has the rule `with_itself`."""
    seen: set[tuple[str, tuple[str | int, ...], str]] = set()
    for file, key_path, kind, _, used in references(facts):
        if kind == ROLE and isinstance(key_path[-1], int) and file != "exchanges":
            if (file, key_path[:-1], used) in seen:
                message = msg("“{role}” is in this list a second time.", role=used)
                yield Finding(facts.place(file, *key_path), "duplicate-id", message, msg("Remove one of the two."))
            seen.add((file, key_path[:-1], used))


def _parts_by_role(duty: Responsibility) -> dict[str, list[str]]:
    parts: dict[str, list[str]] = {}
    for part, roles in duty.parts:
        for role in dict.fromkeys(roles):
            parts.setdefault(role, []).append(part)
    return parts
