"""Rules about `facts/`: every id names something, every duty has an owner, no one is their own boss."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from ..crosslinks.references import ROLE, references
from ..crosslinks.relations import duties
from ..languages.messages import Message, msg, quoted
from ..model.facts import FREQUENCIES, PLACEHOLDER, Responsibility
from ..model.finding import Finding
from ..model.handbook import Handbook

OF = {ROLE: msg("a role"), msg("group"): msg("a group")}
"""What is asked for where an id is still to be filled in."""
KINDS = (("roles", "role", msg("role")), ("responsibilities", "responsibility", msg("responsibility")))
"""What has a page of its own: its file, the kind of its page, and how it is called."""


def unknown_id(handbook: Handbook) -> Iterator[Finding]:
    """Every id that is used is one that exists.

    Bad: `reports_to: sales-boss`. Good: `reports_to: sales-manager`.
    """
    facts = handbook.facts
    for file, way, kind, known, used in references(facts):
        place = facts.place(file, *way)
        if used == PLACEHOLDER:
            advice = msg("Write the id of {kind} in place of “{todo}”.", kind=OF.get(kind, kind), todo=PLACEHOLDER)
            found = Finding(place, "todo", msg("“{key}” is still to be filled in.", key=way[1]), advice)
            yield found.as_todo_if(getattr(getattr(facts, file)[way[0]], "draft", False))
        elif used not in known:
            said = msg("There is no {kind} “{id}”.", kind=kind, id=used)
            yield Finding(place, "unknown-id", said, _nearest(used, known))


def duplicate_id(handbook: Handbook) -> Iterator[Finding]:
    """An id names one thing; a role stands once in a row (accountable and responsible apart).

    Bad: `consulted: [a, b]` with `informed: [b]`. Good: each role in its strongest part only.
    """
    facts = handbook.facts
    for id_ in facts.roles.keys() & facts.responsibilities.keys():
        said = msg("The id “{id}” is both a role and a responsibility.", id=id_)
        place, other = facts.place("responsibilities", id_), facts.place("roles", id_)
        yield Finding(place, "duplicate-id", said, msg("Choose another id for one."), related=other)
    for duty in facts.responsibilities.values():
        for role, parts in _parts_by_role(duty).items():
            if len(parts) > 1 and parts != ["accountable", "responsible"]:
                said = msg(
                    "“{role}” is both {one} and {other} for “{duty}”.",
                    role=role,
                    one=parts[0],
                    other=parts[-1],
                    duty=duty.id,
                )
                place = facts.place("responsibilities", duty.id, parts[-1])
                yield Finding(place, "duplicate-id", said, msg("Keep the stronger part only."))


def _parts_by_role(duty: Responsibility) -> dict[str, list[str]]:
    played: dict[str, list[str]] = {}
    for part, roles in duty.parts:
        for role in roles:
            played.setdefault(role, []).append(part)
    return played


def one_accountable(handbook: Handbook) -> Iterator[Finding]:
    """Exactly one role answers for a responsibility.

    Bad: `accountable: [sales-manager, marketing-manager]`. Good: `accountable: sales-manager`.
    """
    for duty in handbook.facts.responsibilities.values():
        if len(duty.accountables) != 1:
            place = handbook.facts.place("responsibilities", duty.id, "accountable")
            said = msg(
                "“{duty}” has {named:and} accountable; exactly one role answers for it.",
                duty=duty.id,
                named=quoted(duty.accountables) or msg("nobody"),
            )
            found = Finding(place, "one-accountable", said, msg("Name the one who has the last word."))
            yield found.as_todo_if(duty.draft)


def no_responsible(handbook: Handbook) -> Iterator[Finding]:
    """Somebody does the work of every responsibility.

    Bad: `responsible: []`. Good: `responsible: [sales-specialist]`.
    """
    for duty in handbook.facts.responsibilities.values():
        if not duty.responsible:
            place = handbook.facts.place("responsibilities", duty.id, "responsible")
            found = Finding(
                place,
                "no-responsible",
                msg("Nobody does the work of “{duty}”.", duty=duty.id),
                msg("Name at least one role under “responsible”."),
            )
            yield found.as_todo_if(duty.draft)


def no_cadence(handbook: Handbook) -> Iterator[Finding]:
    """It is said how often a responsibility is done and how often something passes.

    Bad: `every: []`. Good: `every: [weekly]`.
    """
    facts = handbook.facts
    often = [
        ("responsibilities", "cadence", duty.id, duty.cadence, duty.draft) for duty in facts.responsibilities.values()
    ]
    often += [("exchanges", "rhythm", one.id, one.rhythm, False) for one in facts.exchanges.values()]
    for file, key, id_, cadence, draft in often:
        if not cadence.every:
            found = Finding(
                facts.place(file, id_, key, "every"),
                "no-cadence",
                msg("“{id}” does not say how often.", id=id_),
                msg("Use one or more of: {words}.", words=tuple(FREQUENCIES)),
            )
            yield found.as_todo_if(draft)


def reporting_cycle(handbook: Handbook) -> Iterator[Finding]:
    """The way from any role up through its bosses ends outside the handbook.

    Bad: A reports to B and B to A. Good: A reports to B, B to `owner`.
    """
    roles = handbook.facts.roles
    told: set[str] = set()
    for start in roles:
        way: list[str] = []
        here = start
        while here in roles and here not in way:
            way.append(here)
            here = roles[here].reports_to
        if here in way and not told.intersection(circle := way[way.index(here) :]):
            told.update(circle)
            said = msg("{circle}: each reports to the next, in a circle.", circle=" → ".join((*circle, circle[0])))
            place = handbook.facts.place("roles", circle[-1], "reports_to")
            yield Finding(place, "reporting-cycle", said, msg("One of them reports to someone else."))


def idle_role(handbook: Handbook) -> Iterator[Finding]:
    """Every role answers for something or does something.

    Bad: a role that is only informed. Good: it is responsible for at least one thing.
    """
    facts = handbook.facts
    for role in facts.roles.values():
        if not any(part in ("accountable", "responsible") for part, _ in duties(facts, role.id)):
            said = msg("“{role}” is neither accountable nor responsible for anything.", role=role.id)
            advice = msg(
                "Add it to a responsibility in {file}, or take the role out.", file="facts/responsibilities.yml"
            )
            found = Finding(facts.place("roles", role.id), "idle-role", said, advice)
            yield found.as_todo_if(role.draft)


def incomplete_phrase(handbook: Handbook) -> Iterator[Finding]:
    """A phrase is there in both languages.

    Bad: `gives: {sr: прогнозу}`. Good: `gives: {sr: прогнозу, en: the forecast}`.
    """
    for (page, id_), output_language in handbook.sections.items():
        for section in output_language.values():
            if page.startswith("facts/") and not section.text.strip():
                said = msg("“{id}” has no text for “{code}”.", id=id_, code=section.language)
                yield Finding(section.start, "incomplete-phrase", said, msg("Write it beside the other."))


def role_without_page(handbook: Handbook) -> Iterator[Finding]:
    """Each role and each responsibility in `facts/` has its page.

    Bad: `crm-admin` in roles.yml alone. Good: also `docs/sr/sales/roles/crm-admin.md`.
    """
    facts = handbook.facts
    for file, _, kind in KINDS:
        for entry in getattr(facts, file).values():
            if entry.page not in handbook.paths:
                said = msg(
                    "The {kind} “{id}” has no page; “{page}” was expected.", kind=kind, id=entry.id, page=entry.page
                )
                yield Finding(
                    facts.place(file, entry.id),
                    "role-without-page",
                    said,
                    msg("Write the page in both languages, or remove the entry."),
                )


def page_without_role(handbook: Handbook) -> Iterator[Finding]:
    """Each page of a role or responsibility has its entry in `facts/`, in the same team.

    Bad: `sales/roles/ghost.md` with no `ghost` in roles.yml. Good: the entry is there.
    """
    for page in handbook.pages.values():
        for file, kind, noun in KINDS:
            entry = getattr(handbook.facts, file).get(page.id)
            if page.kind == kind and (entry is None or entry.page != page.path):
                said = msg(
                    "There is no {kind} “{id}” of this team in {file}.", kind=noun, id=page.id, file=f"facts/{file}.yml"
                )
                yield Finding(
                    page.at(1), "page-without-role", said, msg("Add the entry, or remove the page in both languages.")
                )


def _nearest(used: str, known: Iterable[str]) -> Message:
    close = get_close_matches(used, list(known), n=1)
    return msg("Did you mean “{id}”?", id=close[0]) if close else msg("Use an id that stands in facts/.")
