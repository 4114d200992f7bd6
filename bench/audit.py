"""How well `handbook audit` ranks: listed pairs that were read and marked, and changes of meaning that are planted.

The pairs listed for the real handbook were read once, and marked: does the meaning differ, or would a careful bilingual
editor change a word? So were those listed for its pages as they were before they were edited in both languages. Planted
changes are those of `tests/drifts.py`, one in each of many sections, as if somebody had confirmed them without reading.
The likelihoods were chosen with the marked pairs, and with other changes of the same kinds. `bench/audit.py --details`
prints what is listed and not marked.
"""

import subprocess
import sys
import tarfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import NamedTuple

import yaml

from figures import ROOT, Figure, show

from drifts import DRIFTS, drifted
from handbook.model.handbook import Handbook
from handbook.model.section import Key, Section
from handbook.parity.audit.items import LIKELY, Item, audit
from handbook.parity.fingerprint import fingerprint
from handbook.reading.load import read
from trees import CODES

SAMPLE = ROOT / "bench/marked/audit.yml"
UNEDITED = "509361b3"
"""The last commit before the editing of all pages."""
FIRST = 100
"""How many changes are planted."""
FOUND = 0.5
"""The least share of true differences: of the first pairs with planted changes, and of those before editing."""

Marks = dict[tuple[str, str], bool]
"""Whether the meaning of a pair differs, by its section and the fingerprint of both sentences."""


class Planted(NamedTuple):
    """A handbook with changes of meaning, and their sections."""

    book: Handbook
    sections: set[str]


def figures() -> Iterator[Figure]:
    """The share of marked pairs that differ, and of planted changes among the first pairs listed."""
    book = read(ROOT)
    yield differing("audit: listed pairs that differ", audit(book, book.sections.keys(), LIKELY), None)
    if before := pages_at(UNEDITED):
        keys = [key for key in before.sections if not key[0].startswith("facts/")]
        listed = audit(before, keys, LIKELY)
        yield differing("audit: listed pairs that differ, before the pages were edited", listed, FOUND)
    changed = planted(book)
    first = audit(changed.book, book.sections.keys())[: len(changed.sections)]
    right = sum(item.section in changed.sections for item in first)
    note = f"{right} of {len(changed.sections)} among as many pairs"
    yield Figure("audit: planted changes that come first", right / len(changed.sections), FOUND, least=True, note=note)
    likely = [item for item in first if item.likelihood >= LIKELY]
    right = sum(item.section in changed.sections for item in likely)
    yield Figure(
        "audit: listed pairs with a planted change", right / len(likely), FOUND, least=True, note=f"of {len(likely)}"
    )


def differing(name: str, listed: list[Item], limit: float | None) -> Figure:
    """The share of listed pairs that differ, of those that are marked."""
    known = marks()
    marked = [known[mark(item)] for item in listed if mark(item) in known]
    if "--details" in sys.argv:
        for item in listed:
            if mark(item) not in known:
                print(*mark(item), *item.texts, sep="\n    ")
    note = f"{sum(marked)} of {len(marked)} marked, {len(listed)} listed"
    return Figure(name, sum(marked) / max(1, len(marked)), limit, least=True, note=note)


def pages_at(commit: str) -> Handbook | None:
    """The handbook with its pages as they were at a commit, and no locks; None without that history."""
    archive = subprocess.run(["git", "-C", ROOT, "archive", commit, "docs"], capture_output=True, check=False)
    with TemporaryDirectory() as folder:
        home = Path(folder)
        for name in ("facts", "mkdocs.yml"):
            (home / name).symlink_to(ROOT / name)
        if archive.returncode == 0:
            with tarfile.open(fileobj=BytesIO(archive.stdout)) as files:
                files.extractall(home, filter="data")
            return replace(read(home), locks=MappingProxyType({}))
    return None


def marks() -> Marks:
    """The marks of the sample."""
    rows = yaml.safe_load(SAMPLE.read_text("utf-8"))
    return {(section, digest): differs for section, digest, differs in rows}


def mark(item: Item) -> tuple[str, str]:
    return item.section, fingerprint(item.texts)


def planted(book: Handbook) -> Planted:
    """The handbook with changes of every kind in turn, in both languages, each in a section of its own."""
    sections: dict[Key, dict[str, Section]] = {key: dict(texts) for key, texts in book.sections.items()}
    free = [key for key in reversed(sections) if not key[0].startswith("facts/")]
    names: set[str] = set()
    kinds = [(code, *change) for changes in DRIFTS.values() for code, change in zip(CODES, changes, strict=True)]
    for number in range(FIRST * 3):
        code, pattern, replacement = kinds[number % len(kinds)]
        for key in free:
            if (
                len(names) < FIRST
                and code in sections[key]
                and (changed := [*drifted(sections[key][code], pattern, replacement)])
            ):
                sections[key][code] = changed[0]
                names.add(changed[0].name)
                free.remove(key)
                break
    frozen = MappingProxyType({key: MappingProxyType(texts) for key, texts in sections.items()})
    return Planted(replace(book, sections=frozen, locks=MappingProxyType({})), names)


if __name__ == "__main__":
    show(figures())
