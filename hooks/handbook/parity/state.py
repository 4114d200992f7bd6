"""Where each section stands: whether both languages are as they were when somebody said that they agree."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from ..languages.messages import msg
from ..model.handbook import Handbook, Section
from ..model.lock import Lock, LockEntry, lock_path
from .fingerprint import fingerprint


class State(Enum):
    """What is known of a section: who has moved since the languages agreed."""

    IN_STEP = msg("in step")
    BEHIND = msg("behind")
    TO_CONFIRM = msg("to confirm")
    NEW = msg("new")
    GONE = msg("gone")


@dataclass(frozen=True, slots=True, eq=False)
class SectionState:
    """A section, by page and id, in both languages, with its digests now and those agreed on."""

    page: str
    id: str
    texts: Mapping[str, Section]
    now: Mapping[str, str]
    agreed: LockEntry | None

    @property
    def name(self) -> str:
        """How commands and messages call it: `sales/roles/sales-manager#measures`."""
        return f"{self.page}#{self.id}"

    @property
    def lock(self) -> str:
        """The file of its lock, from the handbook's root."""
        return lock_path(self.page)

    @property
    def moved(self) -> tuple[str, ...]:
        """The languages whose text is no longer the one agreed on."""
        before = self.agreed.fingerprints if self.agreed else {}
        return tuple(code for code, now in self.now.items() if now != before.get(code))

    @property
    def state(self) -> State:
        if not self.texts:
            return State.GONE
        if not self.agreed:
            return State.NEW
        match len(self.moved):
            case 0:
                return State.IN_STEP
            case 1:
                return State.BEHIND
        return State.TO_CONFIRM

    def confirmed(self) -> LockEntry:
        """What its line says once both languages have been read and say the same."""
        return LockEntry(self.now)


def section_states(handbook: Handbook) -> Iterator[SectionState]:
    """Every section that all languages have, and every line of a lock that none has any more.

    A section that only some have is the outline's fault, not a question of agreement.
    """
    for (page, id_), texts in handbook.sections.items():
        if len(texts) == len(handbook.languages):
            now = {code: fingerprint(prose.text for prose in texts[code].prose) for code in handbook.languages}
            agreed = handbook.locks.get(page, Lock()).entries.get(id_)
            yield SectionState(page, id_, texts, MappingProxyType(now), agreed)
    pages = {page for page, _ in handbook.sections}
    for page, lock in handbook.locks.items():
        for id_, agreed in lock.entries.items():
            if page in pages and (page, id_) not in handbook.sections:
                yield SectionState(page, id_, MappingProxyType({}), MappingProxyType({}), agreed)
