"""The state of the text on which the data of a bench were marked by reading.

Figures on the real text are worth what was marked; the text goes on changing. A bench names what has changed since,
and records the present state when it is called with `--record`, once the marks have been read again.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

import yaml

from handbook.model.handbook import Handbook
from handbook.parity.fingerprint import fingerprint
from trees import ROOT

FILE = ROOT / "bench/marked/state.yml"
HEAD = "# The text when it was marked, written by `bench/mentions.py --record` and `bench/search.py --record`.\n"

State = dict[str, str]
"""What was marked (a page, the names, a word) and its state: a digest, or words."""


def pages(home: Path, sources: Iterable[str]) -> State:
    """The state of pages, by their paths; one that does not exist has none."""
    files = {source: home / source for source in sorted(set(sources))}
    return {source: fingerprint([file.read_text("utf-8")]) for source, file in files.items() if file.exists()}


def names(book: Handbook, code: str) -> State:
    """The state of all that roles, responsibilities and terms are called: mentions of it are looked for."""
    called = []
    for entry in book.facts.entries:
        if page := book.page(code, entry.page):
            called.append(
                f"{page.path}: {page.title}, {page.front.title_f}, {page.front.source_title}, {page.front.aliases}"
            )
    for term in book.facts.terms.values():
        words = term.in_language(code)
        called.append(f"{term.id}: {words.allowed}, {words.aliases}, {term.mark}")
    return {f"names in {code}": fingerprint(sorted(called))}


def changes(marked: State, now: State) -> list[str]:
    """What is no longer as it was marked, a line each."""
    lines = {
        **{key: f"{key} has gone" for key in marked.keys() - now.keys()},
        **{key: f"{key} is new" for key in now.keys() - marked.keys()},
        **{
            key: f"{key} was “{marked[key]}”, is “{now[key]}”"
            for key in marked.keys() & now.keys()
            if marked[key] != now[key]
        },
    }
    return [lines[key] for key in sorted(lines)]


def compare(kind: str, now: State, file: Path = FILE) -> list[str]:
    """What has changed since something was marked; with `--record` among the arguments, the state now is recorded."""
    recorded: dict[str, State] = (yaml.safe_load(file.read_text("utf-8")) if file.exists() else None) or {}
    if "--record" in sys.argv:
        recorded[kind] = now
        file.write_text(HEAD + yaml.safe_dump(recorded, allow_unicode=True), "utf-8")
    return changes(recorded.get(kind, {}), now)
