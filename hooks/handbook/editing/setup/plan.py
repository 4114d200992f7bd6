"""What `handbook init` writes: all steps on a copy, refused as a whole if the check would then find an error."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ...checks.runner import check, errors
from ...languages.messages import msg
from ...model.finding import Finding
from ...parity.new_locks import Writes
from .. import page_names
from .answers import AnswersFile, faults
from .look import look, look_faults
from .people import people
from .roles import confirmed, remove_roles
from .scratch import scratch_of
from .settings import languages, settings

FORMER_NAMES = "former-names"


@dataclass(frozen=True, slots=True)
class Plan:
    """The files that change, and where the text then still calls a role by its former name (`former_names`)."""

    writes: Writes
    former_names: tuple[Finding, ...]


def plan(root: Path, file: AnswersFile, today: date) -> Plan:
    """Return what changes for the answers of a firm.

    Raises `RefusedError` for answers that name something unknown, and if the check would find an error afterwards.
    """
    with scratch_of(root) as scratch:
        before = scratch.read()
        page_names.refuse(page_names.faults_to_fix(before))
        page_names.refuse([*faults(before, file), *look_faults(file)])
        scratch.write(languages(before, file.answers))
        remove_roles(scratch, file.answers.without)
        scratch.write(people(scratch.read(), file.answers))
        scratch.write(settings(scratch.read(), file.answers))
        scratch.write(confirmed(before, scratch.read(), today))
        scratch.writes |= look(file)
        findings = check(scratch.read(), today, group=False)
        page_names.refuse(msg("The check would then find: {finding}", finding=finding) for finding in errors(findings))
        left = tuple(finding for finding in findings if finding.rule == FORMER_NAMES)
        return Plan(scratch.changes(root), left)
