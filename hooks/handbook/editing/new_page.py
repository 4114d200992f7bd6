"""New pages for `handbook new`: a draft of a role, a responsibility or a guide.

Everything that an author still has to write is marked with a placeholder, so that the check lists it.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from ..crosslinks.references import ROLE, TEAM
from ..languages.messages import Message, msg
from ..model.facts import PLACEHOLDER, Responsibility, Role
from ..model.handbook import Handbook
from ..parity.new_locks import Writes
from . import page_names
from .draft import Draft, Titles, draft_files

REVIEW_MONTHS = 6
"""The review interval of a new guide."""


def role(
    book: Handbook,
    id_: str,
    team: str,
    titles: Titles,
    group: str | None,
    reports_to: str | None,
    deputies: Sequence[str],
) -> Writes:
    """Return the files of a new role of a team. Raises `RefusedError` if an id is invalid, taken or unknown."""
    facts = book.facts
    path = f"{team}/roles/{id_}.md"
    groups = facts.teams[team].groups if team in facts.teams else {}
    managers = [*facts.roles, *facts.outside_parties]
    page_names.refuse(
        (
            *_refusals(book, id_, path),
            *page_names.unknown(TEAM, [team], facts.teams),
            *page_names.unknown(msg("group of this team"), [group] if group else [], groups if group else ()),
            *page_names.unknown(ROLE, [reports_to] if reports_to else [], managers),
            *page_names.unknown(ROLE, deputies, facts.roles),
        )
    )
    members = [role for role in facts.roles.values() if role.team == team]
    group_members = [role for role in members if role.group == group] or members
    lines = [
        f"{id_}:",
        f"  team: {team}",
        *([f"  group: {group or PLACEHOLDER}"] if groups else []),
        f"  reports_to: {reports_to or PLACEHOLDER}",
        f"  deputies: [{', '.join(dict.fromkeys(deputies)) or PLACEHOLDER}]",
        f"  horizon: {_usual_horizon(members)}",
        "  origin: added",
        "  draft: true",
    ]
    nav_after = (_is_page_of(group_members), _is_in_team(team))
    previous = _last_id(group_members)
    return draft_files(book, Draft("role", id_, path, titles, lines, previous, nav_after, _shared(book, id_)))


def _shared(book: Handbook, role: str) -> dict[str, list[str]]:
    """Return the lines of a first decision, measure and deadline of a role; they are drafts as long as the role is."""
    texts = ", ".join(f'{code}: ""' for code in book.languages)
    empty = f"{{{texts}}}"
    entries = {
        "decisions": [f"  phrase: {empty}", f"  decides: {role}"],
        "measures": [
            f"  name: {empty}",
            f"  formula: {empty}",
            f"  unit: {empty}",
            "  better: higher",
            "  cadence: {every: []}",
            f"  owner: {role}",
            f"  roles: [{role}]",
        ],
        "meetings": ["  kind: deadline", f"  name: {empty}", "  when: {every: weekly}", f"  leads: {role}"],
    }
    return {file: [f"{role}:", *lines] for file, lines in entries.items() if role not in getattr(book.facts, file)}


def responsibility(
    book: Handbook,
    id_: str,
    team: str,
    titles: Titles,
    accountable: str | None,
    responsible: Sequence[str],
    every: Sequence[str],
) -> Writes:
    """Return the files of a new responsibility of a team. Raises `RefusedError` as `role` does."""
    facts = book.facts
    path = f"{team}/responsibilities/{id_}.md"
    roles = [*([accountable] if accountable else []), *responsible]
    page_names.refuse(
        (
            *_refusals(book, id_, path),
            *page_names.unknown(TEAM, [team], facts.teams),
            *page_names.unknown(ROLE, roles, facts.roles),
        )
    )
    others = [duty for duty in facts.responsibilities.values() if duty.team == team]
    items = [f"    - {role}" for role in dict.fromkeys(responsible)]
    lines = [
        f"{id_}:",
        f"  team: {team}",
        f"  accountable: {accountable or '[]'}",
        *(["  responsible:", *items] if items else ["  responsible: []"]),
        "  consulted: []",
        "  informed: []",
        "  cadence:",
        f"    every: [{', '.join(dict.fromkeys(every))}]",
        "  origin: added",
        "  draft: true",
    ]
    nav_after = (_is_page_of(others), _is_in_team(team))
    return draft_files(book, Draft("responsibility", id_, path, titles, lines, _last_id(others), nav_after))


def guide(book: Handbook, id_: str, folder: str, titles: Titles, owner: str | None) -> Writes:
    """Return the files of a new guide in a folder, or next to the front page. Raises `RefusedError` as `role` does."""
    path = f"{folder}/{id_}.md" if folder else f"{id_}.md"
    page_names.refuse(
        (
            *_refusals(book, id_, path),
            *page_names.unknown(msg("folder"), [folder] if folder else [], page_names.folders(book)),
            *page_names.unknown(ROLE, [owner] if owner else [], book.facts.roles),
        )
    )
    others = [guide for guide in book.facts.guides if guide.rpartition("/")[0] == folder]
    line = f"{path}: {{owner: {owner or PLACEHOLDER}, review_months: {REVIEW_MONTHS}, draft: true}}"
    nav_after = (lambda page: page.rpartition("/")[0] == folder,)
    return draft_files(book, Draft("guide", id_, path, titles, [line], others[-1] if others else None, nav_after))


def _refusals(book: Handbook, id_: str, path: str) -> Iterator[Message]:
    invalid = list(page_names.invalid_id(id_))
    yield from invalid or (*page_names.faults_to_fix(book), *page_names.taken(book, path))


def _usual_horizon(roles: Sequence[Role]) -> str:
    """Return the most common planning horizon of roles, `short` if there are none."""
    return next((horizon for horizon, _ in Counter(role.horizon for role in roles).most_common(1)), "short")


def _last_id(entries: Sequence[Role] | Sequence[Responsibility]) -> str | None:
    return entries[-1].id if entries else None


def _is_page_of(entries: Sequence[Role] | Sequence[Responsibility]) -> Callable[[str], bool]:
    return {entry.page for entry in entries}.__contains__


def _is_in_team(team: str) -> Callable[[str], bool]:
    return lambda path: path.startswith(f"{team}/")
