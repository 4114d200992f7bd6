"""Resolves the conflicts in locks: of the lines that git could not merge, those stay that fit the merged texts."""

from collections.abc import Iterator, Mapping

from ..model.handbook import Handbook
from ..model.lock import HEADER, lock_path
from ..model.sections import may_be_incomplete
from ..parity.new_locks import Writes
from ..parity.state import section_states
from ..reading.files import exact_text
from ..reading.limits.conflicts import Part, parts
from ..reading.locks import parse

Fingerprints = Mapping[str, Mapping[str, str]]
"""The fingerprints of the sections of a page now, by id and language."""


def resolved_locks(handbook: Handbook) -> Writes:
    """Return the locks without conflicts, by path; not those of pages that are in conflict themselves."""
    now: dict[str, dict[str, Mapping[str, str]]] = {}
    for section in section_states(handbook):
        now.setdefault(section.page, {})[section.id] = section.now
    return {lock_path(page): _resolved(handbook, page, now.get(page, {})) for page in _resolvable(handbook)}


def _resolvable(handbook: Handbook) -> Iterator[str]:
    unmerged = {finding.place.path for finding in handbook.findings if finding.rule == "conflict"}
    for page in handbook.locks:
        read = all(f"docs/{code}/{page}.md" not in handbook.unread for code in handbook.languages)
        if lock_path(page) in unmerged and read and not may_be_incomplete(handbook, page):
            yield page


def _resolved(handbook: Handbook, page: str, now: Fingerprints) -> str:
    text = exact_text(handbook.root, lock_path(page))
    merged = "\n".join(line for part in parts(text) for line in _lines(part, now))
    lock = parse(merged)
    return merged if lock.faults else lock.text


def _lines(part: Part, now: Fingerprints) -> Iterator[str]:
    """Yield the lines of a part that stay: of those in conflict, what both versions have, and one line that fits."""
    if not part.conflict:
        yield from part.ours
        return
    seen: set[str] = set()
    for line in dict.fromkeys((*part.ours, *part.theirs)):
        for id_, entry in parse(f"{HEADER}\n{line}").entries.items():
            in_both = line in part.ours and line in part.theirs
            if id_ not in seen and (in_both or entry.fingerprints == now.get(id_)):
                seen.add(id_)
                yield line
