"""Works out a new page: both languages from their templates, its facts, its line of the navigation, its lock.

Everything in it that somebody still has to say is marked, so that the check lists it.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..crosslinks.references import ROLE, TEAM
from ..languages.labels import GIVE_A_TITLE, UNTITLED
from ..languages.messages import Message, msg
from ..model.errors import RefusedError
from ..model.facts import PLACEHOLDER, Responsibility, Role
from ..model.handbook import Handbook
from ..model.page import Kind
from ..model.sections import sections
from ..parity.confirm import Writes, seed
from ..reading.pages import build_page
from ..reading.project import SETTINGS
from . import page_names, yaml_edit
from .write import whole

Titles = Mapping[str, str | None]
"""The title in each language, where one is given."""

REVIEW_MONTHS = 6
"""After how many months a new guide is read again; most guides have the same."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A new page: its path, the lines of its facts, the entry they follow, and pages it stands behind.

    `behind` are tests of a path: the page stands in the navigation behind the last that the first of them fits.
    """

    kind: Kind
    id: str
    path: str
    titles: Titles
    file: str
    lines: Sequence[str]
    after: str | None
    behind: Sequence[Callable[[str], bool]]


def role(
    book: Handbook,
    id_: str,
    team: str,
    titles: Titles,
    group: str | None,
    reports_to: str | None,
    deputies: Sequence[str],
) -> Writes:
    """A new role of a team. Raises `RefusedError` where something else is in the way."""
    facts = book.facts
    bosses = [*facts.roles, *facts.outside_parties]
    groups = facts.teams[team].groups if team in facts.teams else {}
    path = f"{team}/roles/{id_}.md"
    page_names.refuse(
        (
            *_refusals(book, id_, path),
            *page_names.unknown(TEAM, [team], facts.teams),
            *page_names.unknown(msg("group of this team"), [group] if group else [], groups if group else ()),
            *page_names.unknown(ROLE, [reports_to] if reports_to else [], bosses),
            *page_names.unknown(ROLE, deputies, facts.roles),
        )
    )
    fellows = [one for one in facts.roles.values() if one.team == team]
    near = [one for one in fellows if one.group == group] or fellows
    lines = [
        f"{id_}:",
        f"  team: {team}",
        *([f"  group: {group or PLACEHOLDER}"] if groups else []),
        f"  reports_to: {reports_to or PLACEHOLDER}",
        f"  deputies: [{', '.join(dict.fromkeys(deputies)) or PLACEHOLDER}]",
        f"  horizon: {_horizon(fellows)}",
        "  origin: added",
        "  draft: true",
    ]
    pages = {one.page for one in near}
    return _writes(
        book,
        Draft(
            "role",
            id_,
            path,
            titles,
            "roles",
            lines,
            _last(near),
            (pages.__contains__, lambda path: path.startswith(f"{team}/")),
        ),
    )


def responsibility(
    book: Handbook,
    id_: str,
    team: str,
    titles: Titles,
    accountable: str | None,
    responsible: Sequence[str],
    every: Sequence[str],
) -> Writes:
    """A new responsibility of a team. Raises `RefusedError` where something else is in the way."""
    facts = book.facts
    path = f"{team}/responsibilities/{id_}.md"
    named = [accountable] if accountable else []
    page_names.refuse(
        (
            *_refusals(book, id_, path),
            *page_names.unknown(TEAM, [team], facts.teams),
            *page_names.unknown(ROLE, [*named, *responsible], facts.roles),
        )
    )
    fellows = [one for one in facts.responsibilities.values() if one.team == team]
    doing = [f"    - {one}" for one in dict.fromkeys(responsible)]
    lines = [
        f"{id_}:",
        f"  team: {team}",
        f"  accountable: {accountable or '[]'}",
        *(["  responsible:", *doing] if doing else ["  responsible: []"]),
        "  consulted: []",
        "  informed: []",
        "  cadence:",
        f"    every: [{', '.join(dict.fromkeys(every))}]",
        "  origin: added",
        "  draft: true",
    ]
    pages = {one.page for one in fellows}
    return _writes(
        book,
        Draft(
            "responsibility",
            id_,
            path,
            titles,
            "responsibilities",
            lines,
            _last(fellows),
            (pages.__contains__, lambda path: path.startswith(f"{team}/")),
        ),
    )


def guide(book: Handbook, id_: str, folder: str, titles: Titles, owner: str | None) -> Writes:
    """A new guide in a folder, or beside the front page. Raises `RefusedError` where something else is in the way."""
    path = f"{folder}/{id_}.md" if folder else f"{id_}.md"
    page_names.refuse(
        (
            *_refusals(book, id_, path),
            *page_names.unknown(msg("folder"), [folder] if folder else [], page_names.folders(book)),
            *page_names.unknown(ROLE, [owner] if owner else [], book.facts.roles),
        )
    )
    fellows = [one for one in book.facts.guides if one.rpartition("/")[0] == folder]
    line = f"{path}: {{owner: {owner or PLACEHOLDER}, review_months: {REVIEW_MONTHS}, draft: true}}"
    return _writes(
        book,
        Draft(
            "guide",
            id_,
            path,
            titles,
            "guides",
            [line],
            fellows[-1] if fellows else None,
            (lambda path: path.rpartition("/")[0] == folder,),
        ),
    )


def _refusals(book: Handbook, id_: str, path: str) -> Iterator[Message]:
    bad = list(page_names.unfit(id_))
    yield from bad or (*page_names.unready(book), *page_names.taken(book, path))


def _horizon(fellows: Sequence[Role]) -> str:
    """How far the team looks: sales short, marketing long."""
    return next((one for one, _ in Counter(role.horizon for role in fellows).most_common(1)), "short")


def _last(entries: Sequence[Role] | Sequence[Responsibility]) -> str | None:
    return entries[-1].id if entries else None


def _writes(book: Handbook, draft: Draft) -> Writes:
    texts = {code: _page(book, draft, code) for code in book.languages}
    pages = {
        (code, draft.path): build_page(text.replace("\r\n", "\n"), code, draft.path)[0] for code, text in texts.items()
    }
    grown = replace(book, pages={**book.pages, **pages})
    grown = replace(grown, sections=sections(grown))
    file = f"facts/{draft.file}.yml"
    facts = whole(book.root, file)
    return {
        **{f"docs/{code}/{draft.path}": text for code, text in texts.items()},
        file: yaml_edit.apply_edits(file, facts, [yaml_edit.entry(facts, draft.after, draft.lines)]),
        **_navigation(book, draft),
        **seed(grown, [draft.path]),
    }


def _page(book: Handbook, draft: Draft, code: str) -> str:
    template = f"templates/{code}/{draft.kind}.md"
    if not (book.root / template).exists():
        raise RefusedError(msg("{file} is missing, from which new pages are made. Bring it back.", file=template))
    text = whole(book.root, template)
    title = " ".join((draft.titles.get(code) or "").split())
    if title:
        return text.replace("{title}", title)
    name = draft.id.replace("-", " ").capitalize()
    gap = yaml_edit.newline(text) * 2
    untitled = UNTITLED[draft.kind].format(name=name).in_language(code)
    return text.replace("{title}", f"{untitled}{gap}<!-- handbook/{PLACEHOLDER} {GIVE_A_TITLE.in_language(code)} -->")


def _navigation(book: Handbook, draft: Draft) -> Writes:
    """The settings with the page's line; nothing where they hold no navigation, and MkDocs shows every page."""
    text = whole(book.root, SETTINGS) if book.nav else ""
    scalars = list(yaml_edit.scalars(yaml_edit.at(yaml_edit.tree(text), ["nav"])))
    if not scalars:
        return {}
    some = next(filter(None, ([one for one in scalars if fits(one.text)] for fits in draft.behind)), scalars)
    return {SETTINGS: yaml_edit.apply_edits(SETTINGS, text, [yaml_edit.beside(text, some[-1], draft.path)])}
