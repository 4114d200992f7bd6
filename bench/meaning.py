"""How many changes of meaning are noticed when a section is confirmed without reading, and how many honest ones.

A change of meaning is made in one language: what it adds to the words that only one language has must be reported, or
a rule must find it. The word lists were made with one half of the pages; the figures are of the other half. Honest
changes are those of the history in which one commit changes a section in both languages.
"""

import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from types import MappingProxyType
from zlib import crc32

from figures import ROOT, Figure, show

from drifts import DRIFTS, drifted
from handbook.model.handbook import Handbook
from handbook.model.section import Section
from handbook.model.sections import page_sections
from handbook.parity.fingerprint import section_fingerprint
from handbook.parity.rules import SECTION_RULES
from handbook.parity.sentences.signals import counts, gained, one_sided
from handbook.reading.load import read
from handbook.reading.pages import build_page
from trees import CODES

MOST = 30
"""How many changes of a kind are made in a language of a half."""
COMMITS = 400
"""How many commits of the history are looked at, the youngest first."""

Pair = tuple[Section, Section]


def figures() -> Iterator[Figure]:
    """Try all kinds of changes in both languages, and the history if there is one."""
    book = read(ROOT)
    found = [row for kind in DRIFTS for row in tried(book, kind, tuned=False)]
    right, all_changes = sum(row[1] for row in found), sum(row[2] for row in found)
    note = f"{right} of {all_changes} of {len(DRIFTS)} kinds"
    yield Figure("changes of meaning noticed", right / all_changes, 0.9, least=True, note=note)
    changed = [*honest_changes()]
    if changed:
        alarms = sum(alarm(*change) for change in changed)
        note = f"{alarms} of {len(changed)} sections"
        yield Figure("honest changes with an alarm", alarms / len(changed), 0.08, note=note)


def tried(book: Handbook, kind: str, tuned: bool) -> Iterator[tuple[str, int, int]]:
    """For each language: its code, how many changes of a kind are noticed, and how many there are."""
    pairs = [pair for pair in book.section_pairs if of_half(pair[0], tuned)]
    for side, (pattern, replacement) in enumerate(DRIFTS[kind]):
        changes = ((pair, changed) for pair in pairs for changed in drifted(pair[side], pattern, replacement))
        noticed = [is_noticed(book, pair, side, changed) for pair, changed in islice(changes, MOST)]
        yield CODES[side], sum(noticed), len(noticed)


def of_half(section: Section, tuned: bool) -> bool:
    """Whether a section is of the half of the pages with which the word lists were made, or of the other."""
    return section.path.endswith(".md") and (crc32(section.page.encode()) % 2 == 0) is tuned


def is_noticed(book: Handbook, pair: Pair, side: int, changed: Section) -> bool:
    """Whether a change of one language is reported when both are confirmed, or found by a rule."""
    now = (changed, pair[1]) if side == 0 else (pair[0], changed)
    if gained(one_sided(*now), counts(one_sided(*pair))):
        return True
    texts = MappingProxyType({section.language: section for section in now})
    alone = replace(book, sections=MappingProxyType({(changed.page, changed.id): texts}))
    return any(finding for rule in SECTION_RULES for finding in rule(alone))


def alarm(before: Pair, now: Pair) -> bool:
    return bool(gained(one_sided(*now), counts(one_sided(*before))))


def honest_changes() -> Iterator[tuple[Pair, Pair]]:
    """Every section that one commit changed in both languages: before and after."""
    for commit in git("log", f"-{COMMITS}", "--no-merges", "--format=%H", "--", "docs").split():
        changed = git("diff", "--name-only", "--diff-filter=M", f"{commit}^", commit, "--", "docs").split()
        paths = [path.removeprefix("docs/sr/") for path in changed if path.startswith("docs/sr/")]
        for path in paths:
            if f"docs/en/{path}" in changed and path.endswith(".md"):
                yield from changed_pairs(path, f"{commit}^", commit)


def changed_pairs(path: str, before: str, now: str) -> Iterator[tuple[Pair, Pair]]:
    texts: dict[str, dict[str, list[Section]]] = defaultdict(lambda: defaultdict(list))
    for commit in (before, now):
        for code in CODES:
            for section in page_sections(build_page(git("show", f"{commit}:docs/{code}/{path}"), code, path)[0]):
                texts[section.id][commit].append(section)
    for by_commit in texts.values():
        old, new = by_commit[before], by_commit[now]
        if len(old) == len(new) == len(CODES):
            changed = (section_fingerprint(a) != section_fingerprint(b) for a, b in zip(old, new, strict=True))
            if all(changed):
                yield (old[0], old[1]), (new[0], new[1])


def git(*arguments: str) -> str:
    """The output of a git command here; empty where there is no history."""
    done = subprocess.run(["git", "-C", ROOT, *arguments], capture_output=True, text=True, check=False)
    return done.stdout


def details() -> None:
    """Print every kind, on the half that the word lists were made with."""
    book = read(ROOT)
    for kind in DRIFTS:
        print(kind, *(f"{code} {right}/{number}" for code, right, number in tried(book, kind, tuned=True)))


if __name__ == "__main__":
    details() if "--tuned" in sys.argv else show(figures())
