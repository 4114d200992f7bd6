"""Does what a comment under a proposal asks: works out the locks, all of them or none."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from ..languages.messages import msg
from ..model.errors import RefusedError
from ..model.finding import Finding
from ..model.handbook import Handbook
from ..model.lock import Lock, lock_path
from ..parity import confirm
from ..parity.confirm import Writes
from ..parity.state import State, section_states
from ..reading.locks import parse
from .comment import ToConfirm, ToKeep, commands

WAITING = frozenset({State.TO_CONFIRM, State.NEW, State.GONE})
"""What a confirm without a name speaks of."""
MOST_COMMANDS = 50
LONGEST_REASON = 300


@dataclass(frozen=True, slots=True)
class Answer:
    """What a comment came to: the locks to write, the sections confirmed, those kept with the reason."""

    writes: Writes
    confirmed: tuple[str, ...] = ()
    kept: tuple[tuple[str, str], ...] = ()

    def also(self, other: "Answer") -> "Answer":
        """Both together; of a lock that both write, the other's text holds."""
        return Answer({**self.writes, **other.writes}, self.confirmed + other.confirmed, self.kept + other.kept)


def answer(handbook: Handbook, comment: str, findings: Collection[Finding], today: date) -> Answer:
    """What the commands of a comment write, each on top of those before it.

    `findings` are those of the two files as they are now. Raises `RefusedError` if one command cannot be
    done: then none is.
    """
    asked = list(commands(comment))
    if not 0 < len(asked) <= MOST_COMMANDS:
        raise RefusedError(
            msg(
                "A comment that writes something begins with /confirm or /keep, one command a line, {most} at most.",
                most=MOST_COMMANDS,
            ),
            msg("/confirm: all that waits. /confirm PAGE#ID: one section."),
            msg("/keep REASON: the only section that is behind. /keep PAGE#ID REASON: the one you name."),
        )
    done = Answer({})
    for one in asked:
        match one:
            case ToConfirm(names):
                done = done.also(_confirm(handbook, names, findings))
            case ToKeep(name, reason):
                done = done.also(_keep(handbook, name, reason, today))
        handbook = _with(handbook, done.writes)
    return done


def changed_lines(before: Mapping[str, Lock], writes: Writes) -> dict[str, tuple[list[str], list[str]]]:
    """For each lock by its path: its new or changed lines, and how each line that goes begins."""
    by_path = {lock_path(page): lock.entries for page, lock in before.items()}
    found: dict[str, tuple[list[str], list[str]]] = {}
    for file, text in writes.items():
        old = {id_: one.text(id_) for id_, one in by_path.get(file, {}).items()}
        new = {id_: one.text(id_) for id_, one in parse(text or "").entries.items()}
        found[file] = (
            [line for id_, line in new.items() if old.get(id_) != line],
            [f"#{id_}" for id_ in old.keys() - new.keys()],
        )
    return found


def _confirm(handbook: Handbook, names: tuple[str, ...], findings: Collection[Finding]) -> Answer:
    wanted = names or tuple(one.name for one in section_states(handbook) if one.state in WAITING)
    if not wanted:
        raise RefusedError(
            msg(
                "No section waits to be confirmed. Translate a section that changed in one language "
                "only, or write /keep REASON."
            )
        )
    writes = confirm.confirm(handbook, wanted, findings)
    return Answer(writes, confirmed=tuple(one.name for one in confirm.find_sections(handbook, wanted)))


def _keep(handbook: Handbook, name: str | None, reason: str, today: date) -> Answer:
    section = name or _only_one_behind(handbook)
    if not 0 < len(reason) <= LONGEST_REASON:
        raise RefusedError(
            msg("With /keep say why no new translation is needed, in {most} signs at most.", most=LONGEST_REASON)
        )
    return Answer(confirm.keep(handbook, section, reason, today), kept=((section, reason),))


def _only_one_behind(handbook: Handbook) -> str:
    behind = [one.name for one in section_states(handbook) if one.state is State.BEHIND]
    match behind:
        case []:
            raise RefusedError(msg("No section changed in one language only."))
        case [name]:
            return name
    raise RefusedError(
        msg("More than one section is behind. Give a reason for each that needs no translation, all in one comment:"),
        *(msg("/keep {section} …", section=name) for name in behind[:MOST_COMMANDS]),
    )


def _with(handbook: Handbook, writes: Writes) -> Handbook:
    """The handbook as it will be, so that the next command builds on what this one wrote."""
    new = {page: parse(text) for page, _ in handbook.sections if (text := writes.get(lock_path(page)))}
    return replace(handbook, locks=MappingProxyType({**handbook.locks, **new}))
