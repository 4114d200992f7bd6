"""The text of `.github/CODEOWNERS`: who is asked to review a proposal, by team, from `facts/teams.yml`."""

import re
from collections.abc import Iterable, Iterator

from ..languages.messages import msg
from ..model.errors import RefusedError
from ..model.fact_tables import Facts

FILE = ".github/CODEOWNERS"
OWNER = re.compile(r"\A(?:@[\w-]+(/[\w.-]+)?|[^@\s]+@[^@\s]+)")
"""A person (`@name`), a team (`@firm/team`) or an email address."""
HEAD = """\
# Ко се пита за читање предлога. Ову датотеку пише `handbook owners` из `code_owners` у facts/teams.yml.
# Who is asked to read a proposal. `handbook owners` writes this file from `code_owners` in facts/teams.yml.
"""
SHARED = ("/docs/", "/facts/", "/parity/", "/mkdocs.yml")
"""Patterns of the files that all teams own; of several matching patterns, the host uses the last."""


def codeowners_text(facts: Facts) -> str:
    """Return the text of the file: only the comments if no team has code owners.

    Raises `RefusedError` if a code owner is neither a handle of the host nor an email address.
    """
    owners = {id_: team.code_owners for id_, team in facts.teams.items()}
    all_owners = tuple(dict.fromkeys(owner for team_owners in owners.values() for owner in team_owners))
    if invalid := next((owner for owner in all_owners if not OWNER.fullmatch(owner)), None):
        raise RefusedError(
            msg(
                "facts/teams.yml: “{name}” is not a code owner. Write @name, @firm/team or an email address.",
                name=invalid,
            )
        )
    return HEAD + "".join(_lines(owners.items(), all_owners)) if all_owners else HEAD


def _lines(owners: Iterable[tuple[str, tuple[str, ...]]], all_owners: tuple[str, ...]) -> Iterator[str]:
    yield from (_line(pattern, all_owners) for pattern in SHARED)
    for team, team_owners in owners:
        yield from (_line(pattern, team_owners) for pattern in (f"/docs/*/{team}/", f"/parity/{team}/"))


def _line(pattern: str, owners: tuple[str, ...]) -> str:
    """Return a line of the file; a pattern without owners cancels the lines above it."""
    return " ".join([pattern, *owners]) + "\n"
