"""Records in the locks that both languages agree: `seed`, `confirm` and `keep`.

Each returns the locks to write, or raises `RefusedError`; nothing is written here.
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
from ..model.lock import MAX_KEEPS, Keep, LockEntry
from .new_locks import Writes, changed_locks
from .sentences.signals import difference
from .state import SectionState, State, section_states

WAITING = frozenset({State.TO_CONFIRM, State.NEW, State.GONE})
"""The states of the sections that wait to be confirmed."""

EMPTY_REASONS = ("", "…", "...", "reason", "text", "разлог")
"""Placeholders that are refused as a reason."""


def seed(handbook: Handbook, names: Iterable[str]) -> Writes:
    """Adds an entry, marked `seed`, for each section of the named pages that has none; changes no other."""
    sections = find_sections(handbook, names)
    new = {section: replace(section.confirmed_entry(), seed=True) for section in sections if section.state is State.NEW}
    return changed_locks(handbook, new)


def confirm(handbook: Handbook, names: Iterable[str], findings: Iterable[Finding]) -> Writes:
    """Records that someone has read both languages of the named sections or pages and they say the same.

    `findings` are those of the files as they are now, without those of locks. Raises `RefusedError` if only one
    language of a section changed, unless it was kept as often as allowed, or if there is an error in it.
    """
    sections = find_sections(handbook, names)
    faults = _faults(handbook, findings)
    if refusals := [refusal for section in sections if (refusal := _refusal(section, faults.get(section.name)))]:
        raise RefusedError(*refusals)
    entries = {section: None if section.state is State.GONE else section.confirmed_entry() for section in sections}
    return changed_locks(handbook, entries)


def keep(handbook: Handbook, names: Collection[str], reason: str, today: date) -> Writes:
    """Records that the change in one language of each named section needs no new translation: the day and the reason.

    Raises `RefusedError` if not exactly one language of a section changed, without a reason, or after `MAX_KEEPS`
    keeps.
    """
    if pages := [name for name in names if "#" not in name]:
        raise RefusedError(msg("“{page}” is a page; name one section of it, such as {page}#measures.", page=pages[0]))
    if reason.strip().casefold() in EMPTY_REASONS:
        raise RefusedError(msg("Give a short reason why no new translation is needed: --reason TEXT."))
    sections = find_sections(handbook, names)
    if refusals := [refusal for section in sections if (refusal := _keep_refusal(section))]:
        raise RefusedError(*refusals)
    return changed_locks(handbook, {section: _kept_entry(section, reason, today) for section in sections})


def differences(handbook: Handbook, names: Iterable[str]) -> list[Message]:
    """Returns for each of the named sections whose meaning may have changed in one language what is new there."""
    return [
        msg("{section}: {difference}", section=section.name, difference=changed)
        for section in find_sections(handbook, names)
        if (changed := difference(section.gained))
    ]


def waiting(handbook: Handbook) -> Iterator[SectionState]:
    """Yields the sections that wait to be confirmed: changed in every language, gone, or new and of no draft."""
    for section in section_states(handbook):
        in_draft = section.state is State.NEW and handbook.facts.is_draft_section(section.page, section.id)
        if section.state in WAITING and not in_draft:
            yield section


def find_sections(handbook: Handbook, names: Iterable[str]) -> list[SectionState]:
    """Returns the sections that `PAGE`, `PAGE#` (the text before the first heading) or `PAGE#ID` name.

    A page may also be named by the path of its file or lock. Raises `RefusedError` for a name that matches none.
    """
    pages: dict[str, list[SectionState]] = {}
    for section in section_states(handbook):
        pages.setdefault(section.page, []).append(section)
    found = (section for name in names for section in _find_in_page(pages, _page(handbook, name), name))
    return list(dict.fromkeys(found))


def suggestion(name: str, known: Iterable[str]) -> Message | str:
    """Returns “Did you mean …?” after a space if a known name is similar to `name`, else an empty text."""
    close = get_close_matches(name, list(known), n=1)
    return msg(" Did you mean “{id}”?", id=close[0]) if close else ""


def _find_in_page(pages: Mapping[str, list[SectionState]], page: str, name: str) -> list[SectionState]:
    _, hash_, id_ = name.partition("#")
    if page not in pages:
        raise RefusedError(
            msg(
                "There is no page “{page}” in both languages.{suggestion}",
                page=page,
                suggestion=suggestion(page, pages),
            )
        )
    selected = [section for section in pages[page] if not hash_ or section.id == id_]
    if not selected:
        similar = suggestion(id_, [section.id for section in pages[page]])
        raise RefusedError(
            msg("“{page}” has no section “#{id}” in both languages.{suggestion}", page=page, id=id_, suggestion=similar)
        )
    return selected


def _page(handbook: Handbook, name: str) -> str:
    name = name.partition("#")[0]
    for code in handbook.languages:
        name = name.removeprefix(f"docs/{code}/")
    return name.removeprefix("parity/").removesuffix(".md").removesuffix(".lock").removesuffix(".yml")


def _kept_entry(section: SectionState, reason: str, today: date) -> LockEntry:
    (changed,), agreed = section.changed, section.agreed or LockEntry(section.now)
    fingerprints = {
        code: section.now[code] if code == changed else fingerprint for code, fingerprint in agreed.fingerprints.items()
    }
    keeps = (*agreed.keeps, Keep(changed, today, " ".join(reason.split())))
    return replace(agreed, fingerprints=fingerprints, marks=section.marks, keeps=keeps)


def _keep_refusal(section: SectionState) -> Message | None:
    """Returns why a section cannot be kept; None if it can."""
    if section.state is not State.BEHIND:
        return msg(
            "{section} is {state}; only a section that one language changed can be kept.",
            section=section.name,
            state=section.state.value,
        )
    if section.must_be_read:
        return msg(
            "{section} was kept {times} since it was last read. Read both languages, make them say the same "
            "and run “handbook confirm {section}”.",
            section=section.name,
            times=plural("{number} time", "{number} times", number=MAX_KEEPS),
        )
    return None


def _refusal(section: SectionState, fault: Finding | None) -> Message | None:
    """Returns why a section cannot be confirmed; None if it can."""
    if section.state is State.BEHIND and not section.must_be_read:
        (changed,) = section.changed
        return msg(
            "{section}: only the {language} text changed since both agreed. Translate it first, or run "
            "“handbook keep {section} --reason …”.",
            section=section.name,
            language=language(changed).label,
        )
    return (
        msg("{section}: the two files still differ: {finding}", section=section.name, finding=fault) if fault else None
    )


def _faults(handbook: Handbook, findings: Iterable[Finding]) -> dict[str, Finding]:
    """Returns the first error or placeholder in each section, in any language, by the section's name."""
    faults: dict[str, Finding] = {}
    for finding in findings:
        if finding.severity == "error" or finding.rule == PLACEHOLDER:
            for place in filter(None, (finding.place, finding.related)):
                if found := handbook.section_at(place):
                    faults.setdefault(found.name, finding)
    return faults
