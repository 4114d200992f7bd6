"""Computes the state of each section: whether both languages are as they were when they were confirmed to agree."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from types import MappingProxyType

from ..languages.messages import msg
from ..model.fact_tables import once
from ..model.handbook import Handbook
from ..model.lock import MAX_KEEPS, Lock, LockEntry, lock_path
from ..model.section import Section
from .fingerprint import marks, section_fingerprint
from .sentences.signals import OneSided, counts, gained, one_sided


class State(Enum):
    """The state of a section: which languages changed since they agreed."""

    IN_STEP = msg("in step")
    BEHIND = msg("behind")
    TO_CONFIRM = msg("to confirm")
    NEW = msg("new")
    GONE = msg("gone")


@dataclass(frozen=True, eq=False)
class SectionState:
    """A section in all languages: its text and fingerprint now (`now`) by language, and its lock entry (`agreed`).

    Several rules and parts ask for the state of every section, so it is computed once (so there are no slots).
    """

    page: str
    id: str
    texts: Mapping[str, Section]
    now: Mapping[str, str]
    agreed: LockEntry | None

    @property
    def name(self) -> str:
        """The name used in commands and messages: `sales/roles/sales-manager#measures`."""
        return f"{self.page}#{self.id}"

    @property
    def lock(self) -> str:
        """The path of its lock, from the handbook's root."""
        return lock_path(self.page)

    @cached_property
    def changed(self) -> tuple[str, ...]:
        """The languages whose text is no longer the one agreed on."""
        before = self.agreed.fingerprints if self.agreed else {}
        return tuple(code for code, now in self.now.items() if now != before.get(code))

    @property
    def marks(self) -> Mapping[str, str]:
        """The marks of its blocks now, by language."""
        return {code: marks(text.prose) for code, text in self.texts.items()}

    @property
    def one_sided(self) -> list[OneSided]:
        """The words with a meaning of their own, such as negations, that a sentence has in one language only."""
        first, *others = self.texts.values()
        return [signal for other in others for signal in one_sided(first, other)]

    @property
    def gained(self) -> list[OneSided]:
        """Those of them that are new since the languages agreed; none if they never did."""
        return gained(self.one_sided, self.agreed.said) if self.agreed and self.texts else []

    @cached_property
    def state(self) -> State:
        if not self.texts:
            return State.GONE
        if not self.agreed:
            return State.NEW
        match len(self.changed):
            case 0:
                return State.IN_STEP
            case 1:
                return State.BEHIND
        return State.TO_CONFIRM

    @property
    def must_be_read(self) -> bool:
        """Whether only one language changed, and the section was already kept as often as allowed."""
        return self.state is State.BEHIND and self.agreed is not None and len(self.agreed.keeps) >= MAX_KEEPS

    def confirmed_entry(self) -> LockEntry:
        """Returns the lock entry that records that the languages agree as they are now."""
        return LockEntry(self.now, self.marks, said=counts(self.one_sided))


@once
def section_states(handbook: Handbook) -> tuple[SectionState, ...]:
    """Returns every section that all languages have, and every lock entry whose section no language has any more.

    A section that only some languages have is left out: the rule `outline` reports it. A handbook in one language has
    nothing to agree on, so none is returned.
    """
    return tuple(_section_states(handbook)) if len(handbook.languages) > 1 else ()


def _section_states(handbook: Handbook) -> Iterator[SectionState]:
    for (page, id_), texts in handbook.sections.items():
        if len(texts) == len(handbook.languages):
            now = MappingProxyType({code: section_fingerprint(texts[code]) for code in handbook.languages})
            entry = handbook.locks.get(page, Lock()).entries.get(id_)
            kept = entry.fingerprints if entry and entry.fingerprints == now else now  # one copy: half a MiB
            yield SectionState(page, id_, texts, kept, entry)
    pages = {page for page, _ in handbook.sections}
    for page, lock in handbook.locks.items():
        for id_, entry in lock.entries.items():
            if page in pages and (page, id_) not in handbook.sections:
                yield SectionState(page, id_, MappingProxyType({}), MappingProxyType({}), entry)
