"""The pages whose review is due, by their owners."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ..model.handbook import Handbook
from .ownership import page_ownership


@dataclass(frozen=True, slots=True)
class DuePage:
    """A page to review: its path, its owner (a role or an outside party), and the day the review is due."""

    path: str
    owner: str
    due: date


def due_pages(handbook: Handbook, read: Mapping[str, date], today: date) -> tuple[DuePage, ...]:
    """Return the pages that are due for review, ordered by owner and day.

    `read` is when each page was last read in both languages; what `facts/guides.yml` says goes before it. Drafts, pages
    without an owner and pages of which no day is known are left out.
    """
    return tuple(sorted(_due_pages(handbook, read, today), key=lambda page: (page.owner, page.due, page.path)))


def _due_pages(handbook: Handbook, read: Mapping[str, date], today: date) -> Iterator[DuePage]:
    for path in handbook.paths:
        ownership = page_ownership(handbook.facts, path)
        day = ownership.due(read.get(path)) if ownership else None
        if ownership and day and day <= today and not handbook.facts.is_draft(path):
            yield DuePage(path, ownership.owner, day)
