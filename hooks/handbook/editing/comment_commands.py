"""Runs the commands in a comment on a proposal: computes the locks to write, for all commands or for none."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from ..languages.messages import Message, msg
from ..model.errors import RefusedError
from ..model.finding import Finding
from ..model.handbook import Handbook
from ..model.lock import Lock, lock_path
from ..parity import confirm
from ..parity.new_locks import Writes
from ..parity.state import State, section_states
from ..reading.locks import parse
from .comment import ConfirmCommand, CyrillicCommand, KeepCommand, commands

MOST_COMMANDS = 50
LONGEST_REASON = 300


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of a comment: the locks to write, the names of confirmed sections, (name, reason) of kept ones.

    `differences` say where the meaning may have changed in one language only.
    """

    writes: Writes
    confirmed: tuple[str, ...] = ()
    kept: tuple[tuple[str, str], ...] = ()
    differences: tuple[Message, ...] = ()

    def merged(self, later: "Outcome") -> "Outcome":
        """Return both outcomes as one; the later text of a lock replaces the earlier."""
        return Outcome(
            {**self.writes, **later.writes},
            self.confirmed + later.confirmed,
            self.kept + later.kept,
            self.differences + later.differences,
        )


def run_comment(handbook: Handbook, comment: str, findings: Collection[Finding], today: date) -> Outcome:
    """Run the commands of a comment in order, each on the handbook that the previous ones changed.

    `findings` are the findings in the files as they are now. Raises `RefusedError` if a command cannot be run, or
    if the comment has no commands or too many.
    """
    parsed = list(commands(comment))
    if not 0 < len(parsed) <= MOST_COMMANDS:
        raise RefusedError(
            msg(
                "A comment that writes something has a line that begins with /confirm or /keep, one command per line, "
                "at most {most}.",
                most=MOST_COMMANDS,
            ),
            msg("/confirm: everything that waits. /confirm PAGE#ID: one section."),
            msg("/keep REASON: the only section that is behind. /keep PAGE#ID … REASON: those you name."),
        )
    outcome = Outcome({})
    for command in parsed:
        match command:
            case ConfirmCommand(names):
                outcome = outcome.merged(_confirm(handbook, names, findings))
            case KeepCommand(names, reason):
                outcome = outcome.merged(_keep(handbook, names, reason, today))
            case CyrillicCommand(word, latin):
                raise RefusedError(
                    msg(
                        "“/{word}” is written in Cyrillic letters. Write /{latin}, in Latin letters.",
                        word=word,
                        latin=latin,
                    )
                )
        handbook = _updated(handbook, outcome.writes)
    return outcome


def changed_lines(before: Mapping[str, Lock], writes: Writes) -> dict[str, tuple[list[str], list[str]]]:
    """For each lock by its path: its new or changed lines, and the first word of each line to remove."""
    entries = {lock_path(page): lock.entries for page, lock in before.items()}
    changed: dict[str, tuple[list[str], list[str]]] = {}
    for file, text in writes.items():
        old = {id_: entry.text(id_) for id_, entry in entries.get(file, {}).items()}
        new = {id_: entry.text(id_) for id_, entry in parse(text or "").entries.items()}
        changed[file] = (
            [line for id_, line in new.items() if old.get(id_) != line],
            [f"#{id_}" for id_ in old.keys() - new.keys()],
        )
    return changed


def _confirm(handbook: Handbook, names: tuple[str, ...], findings: Collection[Finding]) -> Outcome:
    selected = names or tuple(section.name for section in confirm.waiting(handbook))
    if not selected:
        raise _nothing_waits(handbook)
    writes = confirm.confirm(handbook, selected, findings)
    names = tuple(section.name for section in confirm.find_sections(handbook, selected))
    return Outcome(writes, confirmed=names, differences=tuple(confirm.differences(handbook, names)))


def _nothing_waits(handbook: Handbook) -> RefusedError:
    """Return the refusal of `/confirm` without a name, with a command for each section that must be read again."""
    to_read = [section.name for section in section_states(handbook) if section.must_be_read]
    if not to_read:
        return RefusedError(
            msg(
                "No section waits to be confirmed. Translate a section that changed in one language "
                "only, or write /keep REASON."
            )
        )
    return RefusedError(
        msg("These sections were kept too often to be confirmed unread. Read both languages, then name each:"),
        *(msg("/confirm {section}", section=name) for name in to_read[:MOST_COMMANDS]),
    )


def _keep(handbook: Handbook, names: tuple[str, ...], reason: str, today: date) -> Outcome:
    sections = names or (_only_section_behind(handbook),)
    if not 0 < len(reason) <= LONGEST_REASON:
        raise RefusedError(
            msg(
                "With /keep give the reason why no new translation is needed, in at most {most} characters.",
                most=LONGEST_REASON,
            )
        )
    writes = confirm.keep(handbook, sections, reason, today)
    kept = tuple((section, reason) for section in sections)
    return Outcome(writes, kept=kept, differences=tuple(confirm.differences(handbook, sections)))


def _only_section_behind(handbook: Handbook) -> str:
    behind = [section.name for section in section_states(handbook) if section.state is State.BEHIND]
    match behind:
        case []:
            raise RefusedError(msg("No section changed in one language only."))
        case [name]:
            return name
    raise RefusedError(
        msg("More than one section is behind. Give a reason for each that needs no translation, all in one comment:"),
        *(msg("/keep {section} …", section=name) for name in behind[:MOST_COMMANDS]),
    )


def _updated(handbook: Handbook, writes: Writes) -> Handbook:
    """Return the handbook as it will be once the locks are written."""
    locks = {page: parse(text) for page, _ in handbook.sections if (text := writes.get(lock_path(page)))}
    return replace(handbook, locks=MappingProxyType({**handbook.locks, **locks}))
