"""Reads a handbook's folder into a `Handbook`; what it cannot read becomes a finding, never a loss."""

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from ..languages.messages import msg
from ..model.errors import HandbookError
from ..model.finding import Finding, Place
from ..model.handbook import Handbook
from ..model.sections import sections
from .facts import read_facts
from .files import walk
from .pages import Name, Parse, parse, read_pages
from .project import read_locks, read_settings, read_waivers


def read(root: Path, parse: Parse = parse) -> Handbook:
    """Read the handbook whose `docs/`, `facts/` and `mkdocs.yml` stand in `root`.

    `parse` parses the text of a page; a preview gives one that caches.
    Raises `HandbookError` if there is no handbook there.
    """
    for needed in ("docs", "facts"):
        if not (root / needed).is_dir():
            raise HandbookError(
                msg(
                    "There is no folder “{folder}/” in {root}. Run this in the handbook's folder, or "
                    "name it with --root.",
                    folder=needed,
                    root=root.absolute(),
                )
            )
    settings, settings_findings = read_settings(root)
    codes = settings.languages
    files: set[str] = set()
    findings: list[Finding] = []
    names: list[Name] = []
    for path, unfit in walk(root, "docs"):
        findings += [unfit] if unfit else _homeless(path, codes)
        files.add(path)
        match path.split("/", 2):
            case ["docs", code, inside] if code in codes and path.endswith(".md") and not unfit:
                names.append((code, inside))
    facts, facts_findings = read_facts(root, codes)
    locks, lock_findings = read_locks(root)
    waivers, waiver_findings = read_waivers(root)
    pages, page_findings = read_pages(root, names, parse)
    book = Handbook(
        root,
        MappingProxyType(pages),
        facts,
        frozenset(files),
        settings.nav,
        settings.titles,
        locks=locks,
        waivers=waivers,
        site_url=settings.site_url,
        languages=codes,
        findings=(*facts_findings, *findings, *page_findings, *settings_findings, *lock_findings, *waiver_findings),
    )
    return replace(book, sections=sections(book))


def _homeless(path: str, codes: tuple[str, ...]) -> list[Finding]:
    if path.endswith(".md") and path.split("/")[1] not in codes:
        said = msg("This page is in no language's folder ({folders}).", folders=tuple(f"docs/{c}/" for c in codes))
        return [Finding(Place(path, 1), "path", said, msg("Move it into one of them."))]
    return []
