"""Who is asked to read a proposal, by team: the text of `.github/CODEOWNERS`, made from `facts/teams.yml`."""

import re
from collections.abc import Iterable, Iterator

from ..languages.messages import msg
from ..model.errors import RefusedError
from ..model.facts import Facts

FILE = ".github/CODEOWNERS"
HANDLE = re.compile(r"@[\w-]+(/[\w.-]+)?|[^@\s]+@[^@\s]+")
"""A person (`@name`), a team (`@firm/team`) or an email address."""
HEAD = """\
# Ко се пита за читање предлога. Ову датотеку пише `handbook owners` из `code_owners` у facts/teams.yml.
# Who is asked to read a proposal. `handbook owners` writes this file from `code_owners` in facts/teams.yml.
"""
SHARED = ("/docs/", "/facts/", "/parity/", "/mkdocs.yml")
"""What belongs to all teams; of several patterns that fit, the host takes the last."""


def codeowners_text(facts: Facts) -> str:
    """The whole file: remarks alone as long as no team has set anybody.

    Raises `RefusedError` where something is neither a handle of the host nor an email address.
    """
    handles = {id_: team.code_owners for id_, team in facts.teams.items()}
    everybody = tuple(dict.fromkeys(one for some in handles.values() for one in some))
    if odd := next((one for one in everybody if not HANDLE.fullmatch(one)), None):
        raise RefusedError(
            msg("facts/teams.yml: “{name}” is not a code owner. Write @name, @firm/team or an email address.", name=odd)
        )
    return HEAD + "".join(_lines(handles.items(), everybody)) if everybody else HEAD


def _lines(handles: Iterable[tuple[str, tuple[str, ...]]], everybody: tuple[str, ...]) -> Iterator[str]:
    yield from (_line(pattern, everybody) for pattern in SHARED)
    for team, some in handles:
        yield from (_line(pattern, some) for pattern in (f"/docs/*/{team}/", f"/parity/{team}/"))


def _line(pattern: str, some: tuple[str, ...]) -> str:
    """A pattern without anybody says that nobody is asked, whatever a line above says."""
    return " ".join([pattern, *some]) + "\n"
