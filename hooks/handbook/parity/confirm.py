"""The acts by which people say that both languages agree: seed, confirm, keep.

Each answers with the locks to write, or is refused and changes nothing.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from difflib import get_close_matches

from ..languages.messages import Message, msg, plural
from ..languages.registry import language
from ..model.errors import RefusedError
from ..model.facts import PLACEHOLDER
from ..model.finding import Finding
from ..model.handbook import Handbook
from ..model.lock import MAX_KEEPS, Keep, Lock, LockEntry, lock_path
from .state import SectionState, State, section_states

Writes = Mapping[str, str | None]
"""Files to write, by path from the handbook's root; None: to remove."""


NO_REASONS = ("", "…", "...", "reason", "text", "разлог")
"""What stands in the place of a reason wherever one is asked for, and says nothing."""


def seed(handbook: Handbook, names: Iterable[str]) -> Writes:
    """Write a line, marked `seed`, for each section of the pages named that has none; change no other."""
    new = {one: LockEntry(one.now, seed=True) for one in named(handbook, names) if one.state is State.NEW}
    return _written(handbook, new)


def confirm(handbook: Handbook, names: Iterable[str], findings: Collection[Finding]) -> Writes:
    """“I have read both, they say the same”, for sections or for all sections of pages.

    `findings` are those of the two files as they are now. Raises `RefusedError` where one language only
    has moved, and where the files themselves still differ.
    """
    wanted = named(handbook, names)
    if refusals := [told for one in wanted if (told := _unready(handbook, one, findings))]:
        raise RefusedError(*refusals)
    return _written(handbook, {one: None if one.state is State.GONE else one.confirmed() for one in wanted})


def keep(handbook: Handbook, name: str, reason: str, today: date) -> Writes:
    """“No new translation needed”: moves the changed side of one section, and leaves side, day and reason."""
    if "#" not in name:
        raise RefusedError(msg("“{page}” is a page; name one section of it, such as {page}#measures.", page=name))
    (one,) = named(handbook, [name])
    if one.state is not State.BEHIND or not one.agreed:
        raise RefusedError(
            msg(
                "{section} is {state}; only a section that one language changed can be kept.",
                section=one.name,
                state=one.state.value,
            )
        )
    if reason.strip().casefold() in NO_REASONS:
        raise RefusedError(msg("Say in a few words why no new translation is needed: --reason TEXT."))
    if len(one.agreed.keeps) >= MAX_KEEPS:
        raise RefusedError(
            msg(
                "{section} was kept {times} since it was last read. Bring both languages "
                "together and run “handbook confirm {section}”.",
                section=one.name,
                times=plural("{number} time", "{number} times", number=MAX_KEEPS),
            )
        )
    (moved,) = one.moved
    said = Keep(moved, today, " ".join(reason.split()))
    fingerprints = {
        code: one.now[moved] if code == moved else fingerprint for code, fingerprint in one.agreed.fingerprints.items()
    }
    return _written(handbook, {one: replace(one.agreed, fingerprints=fingerprints, keeps=(*one.agreed.keeps, said))})


def named(handbook: Handbook, names: Iterable[str]) -> list[SectionState]:
    """The sections that `PAGE`, `PAGE#` (what stands before the first heading) or `PAGE#ID` name.

    A page may also be named by its file. Raises `RefusedError` if there is none.
    """
    pages: dict[str, list[SectionState]] = {}
    for one in section_states(handbook):
        pages.setdefault(one.page, []).append(one)
    return [one for name in names for one in _named(pages, _page(handbook, name), name)]


def _named(pages: Mapping[str, list[SectionState]], page: str, name: str) -> list[SectionState]:
    _, hash_, id_ = name.partition("#")
    if page not in pages:
        raise RefusedError(msg("There is no page “{page}” in both languages.{near}", page=page, near=near(page, pages)))
    some = [one for one in pages[page] if not hash_ or one.id == id_]
    if not some:
        like = near(id_, [one.id for one in pages[page]])
        raise RefusedError(
            msg("“{page}” has no section “#{id}” in both languages.{near}", page=page, id=id_, near=like)
        )
    return some


def _page(handbook: Handbook, name: str) -> str:
    name = name.partition("#")[0]
    for code in handbook.languages:
        name = name.removeprefix(f"docs/{code}/")
    return name.removeprefix("parity/").removesuffix(".md").removesuffix(".lock").removesuffix(".yml")


def near(name: str, known: Iterable[str]) -> Message | str:
    """“Did you mean …?”, after a space, where one of the known names is like it."""
    close = get_close_matches(name, list(known), n=1)
    return msg(" Did you mean “{id}”?", id=close[0]) if close else ""


def _unready(handbook: Handbook, one: SectionState, findings: Collection[Finding]) -> Message | None:
    if one.state is State.BEHIND:
        (only,) = one.moved
        return msg(
            "{section}: only the {language} text changed since both agreed. Translate it first, or run "
            "“handbook keep {section} --reason …”.",
            section=one.name,
            language=language(only).label,
        )
    amiss = next(_amiss(handbook, one, findings), None)
    return msg("{section}: the two files still differ: {amiss}", section=one.name, amiss=amiss) if amiss else None


def _amiss(handbook: Handbook, one: SectionState, findings: Collection[Finding]) -> Iterator[Finding]:
    """The errors that concern a section in any language, and what is still to be written there."""
    for finding in findings:
        if finding.severity == "error" or finding.rule == PLACEHOLDER:
            for place in filter(None, (finding.place, finding.related)):
                section = handbook.section_at(place)
                if section and section.name == one.name:
                    yield finding


def _written(handbook: Handbook, changes: Mapping[SectionState, LockEntry | None]) -> Writes:
    """The locks with some lines changed (None: removed); a lock that stays the same is not written."""
    by_page: dict[str, dict[str, LockEntry | None]] = {}
    for one, agreement in changes.items():
        by_page.setdefault(one.page, {})[one.id] = agreement
    return {
        lock_path(page): text for page, lines in by_page.items() if (text := _lock(handbook, page, lines)) is not None
    }


def _lock(handbook: Handbook, page: str, lines: Mapping[str, LockEntry | None]) -> str | None:
    before = handbook.locks.get(page, Lock())
    if before.faults:
        fault = before.faults[0]
        raise RefusedError(
            msg(
                "{lock}:{line}: {fault} Mend this line first; nothing was written.",
                lock=lock_path(page),
                line=fault.line,
                fault=fault.message,
            )
        )
    agreements = {id_: one for id_, one in ({**before.entries, **lines}).items() if one}
    text = Lock(agreements).text
    return None if page in handbook.locks and text == before.text else text
