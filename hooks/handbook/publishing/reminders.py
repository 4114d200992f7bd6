"""The list of the pages that are due for review: as text, as data, and as the body of an issue in every language."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from ..crosslinks.due import DuePage
from ..crosslinks.paths import published_file
from ..languages.messages import msg
from ..languages.registry import language
from ..model.handbook import Handbook
from ..pages.context import PageContext
from ..pages.people import title_with_holders

TITLE = msg("Pages due for review")
CLOSING = msg(
    "Read each page in both languages. If something has changed, correct it with the pencil; if all is still right, "
    "add the day to the page's line in facts/guides.yml: “reviewed: 2027-01-31”."
)


def as_lines(handbook: Handbook, pages: Sequence[DuePage], code: str) -> Iterator[str]:
    """Yield the pages below the names of their owners, in a language, and what to do; one sentence without any."""
    if not pages:
        yield msg("No page is due for review.").in_language(code)
        return
    for owner, owned in groupby(pages, lambda page: page.owner):
        yield f"{_owner(handbook, owner, code)}:"
        yield from (f"  docs/{code}/{page.path}: {_title(handbook, page, code)}, {_due(page, code)}" for page in owned)
    yield CLOSING.in_language(code)


def as_data(handbook: Handbook, pages: Sequence[DuePage]) -> list[dict[str, Any]]:
    """Return the pages as JSON data: path, owner, email addresses of the holders, day, and titles by language."""
    return [
        {
            "path": page.path,
            "owner": page.owner,
            "people": [
                {"name": person.name, "email": person.email}
                for person in handbook.facts.people_by_role.get(page.owner, ())
            ],
            "due": page.due.isoformat(),
            "titles": {code: _title(handbook, page, code) for code in handbook.languages},
        }
        for page in pages
    ]


def as_issue(handbook: Handbook, pages: Sequence[DuePage]) -> str:
    """Return the body of an issue in Markdown, in every language: a list to tick off; empty if no page is due."""
    return "\n\n".join("\n".join(_issue(handbook, pages, code)) for code in handbook.languages) if pages else ""


def _issue(handbook: Handbook, pages: Sequence[DuePage], code: str) -> Iterator[str]:
    yield f"## {TITLE.in_language(code)}\n"
    for owner, owned in groupby(pages, lambda page: page.owner):
        yield f"### {_owner(handbook, owner, code)}\n"
        yield from (f"- [ ] {_link(handbook, page, code)}, {_due(page, code)}" for page in owned)
        yield ""
    yield CLOSING.in_language(code)


def _link(handbook: Handbook, page: DuePage, code: str) -> str:
    title = _title(handbook, page, code)
    if not handbook.site_url:
        return f"{title} (`docs/{code}/{page.path}`)"
    address = published_file(page.path).removesuffix("index.html")
    return f"[{title}]({handbook.site_url.rstrip('/')}/{handbook.folder(code)}{address})"


def _owner(handbook: Handbook, owner: str, code: str) -> str:
    """Return the owner of pages as text: the people who hold the role, or the role if nobody holds it."""
    context = PageContext(handbook, code, "")
    return title_with_holders(context, owner) or str(context.role_title(owner))


def _title(handbook: Handbook, page: DuePage, code: str) -> str:
    there = handbook.page(code, page.path) or handbook.fallback(code, page.path)
    return there.title if there else page.path


def _due(page: DuePage, code: str) -> str:
    return msg("due {day}", day=language(code).date(page.due)).in_language(code)
