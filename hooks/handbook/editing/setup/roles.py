"""The removal of the roles that a firm does without, one after the other, and what both languages then agree on."""

from collections.abc import Mapping
from datetime import date

from ...checks.runner import file_findings
from ...model.handbook import Handbook
from ...parity import confirm as agreements
from ...parity.new_locks import Writes
from ..remove import remove
from .scratch import Scratch


def remove_roles(scratch: Scratch, without: Mapping[str, str]) -> None:
    """Remove the roles that are still there, each with the role that takes over. Raises `RefusedError`."""
    for role, heir in without.items():
        if role in (book := scratch.read()).facts.roles:
            scratch.write(remove(book, role, heir).writes)


def confirmed(before: Handbook, after: Handbook, today: date) -> Writes:
    """Return the locks that record what changed the same way in both languages; what waited before still waits."""
    waited = {section.name for section in agreements.waiting(before)}
    names = [section.name for section in agreements.waiting(after) if section.name not in waited]
    return agreements.confirm(after, names, file_findings(after, today)) if names else {}
