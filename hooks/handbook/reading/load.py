"""Reads the folder of a handbook into a `Handbook`; faults in files become findings."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from ..languages.messages import msg
from ..model.errors import HandbookError
from ..model.finding import Finding, Place
from ..model.handbook import Handbook
from ..model.lock import Lock
from ..model.sections import sections
from .facts import ParseFacts, read_facts
from .facts import parse as parse_facts
from .files import file_digest
from .limits.paths import name_finding, walk
from .locks import parse as parse_lock
from .locks import read_locks
from .markup.assets import asset_findings
from .pages import PageKey, ParsePage, build_page, read_pages
from .project import read_published, read_waivers
from .settings import read_settings


class Parsers(NamedTuple):
    """What parses the texts of a handbook; the preview has parsers with caches."""

    page: ParsePage = build_page
    facts: ParseFacts = parse_facts
    lock: Callable[[str], Lock] = parse_lock


PARSERS = Parsers()
MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""The ends of the names of files that MkDocs shows as pages; only the first is read."""


def read(root: Path, parsers: Parsers = PARSERS, previous: Handbook | None = None) -> Handbook:
    """Read the handbook with `docs/`, `facts/` and `mkdocs.yml` in `root`.

    Facts equal to those of the `previous` handbook are taken from there, with what was computed from them.

    Raises `HandbookError` if there is no handbook in `root`.
    """
    _require_folders(root)
    settings, settings_findings = read_settings(root)
    codes = settings.languages
    files, page_keys, file_findings = _list_files(root, codes)
    facts, facts_findings = read_facts(root, codes, parsers.facts)
    facts = previous.facts if previous and previous.facts == facts else facts
    locks, lock_findings = read_locks(root, parsers.lock)
    waivers, waiver_findings = read_waivers(root)
    published, published_findings = read_published(root)
    pages, page_findings = read_pages(root, page_keys, parsers.page)
    findings = (*facts_findings, *file_findings, *page_findings)
    book = Handbook(
        root,
        MappingProxyType(pages),
        facts,
        files,
        settings.nav,
        settings.titles,
        locks=locks,
        waivers=waivers,
        site_url=settings.site_url,
        languages=codes,
        origins=settings.origins,
        time_zone=settings.time_zone,
        digests=MappingProxyType(_digests(root, files - {finding.place.path for finding in file_findings}, codes)),
        published=published,
        findings=(*findings, *settings_findings, *lock_findings, *waiver_findings, *published_findings),
    )
    return replace(book, sections=sections(book))


def _require_folders(root: Path) -> None:
    for folder in ("docs", "facts"):
        if not (root / folder).is_dir():
            raise HandbookError(
                msg(
                    "There is no folder “{folder}/” in {root}. Run this in the handbook's folder, or pass --root.",
                    folder=folder,
                    root=root.absolute(),
                )
            )


def _list_files(root: Path, codes: tuple[str, ...]) -> tuple[frozenset[str], list[PageKey], list[Finding]]:
    """Return all files of `docs/`, the pages among them, and findings about files."""
    files: list[str] = []
    page_keys: list[PageKey] = []
    findings: list[Finding] = []
    for path, fault in walk(root, "docs"):
        finding = fault or name_finding(path)
        findings += [finding] if finding else _misplaced(path, codes)
        files.append(path)
        findings += [] if finding else asset_findings(root, path)
        match path.split("/", 2):
            case ["docs", code, page] if code in codes and path.endswith(".md") and not finding:
                page_keys.append((code, page))
    return frozenset(files), page_keys, findings


def _digests(root: Path, files: frozenset[str], codes: tuple[str, ...]) -> dict[PageKey, str]:
    """Return a digest of each of these files that is beside the pages, in the folder of a language."""
    digests: dict[PageKey, str] = {}
    for path in sorted(files):
        match path.split("/", 2):
            case ["docs", code, name] if code in codes and not path.endswith(MARKDOWN):
                digests[code, name] = file_digest(root, path)
    return digests


def _misplaced(path: str, codes: tuple[str, ...]) -> list[Finding]:
    """Return the finding on a page that is not read, although the site may show it."""
    if path.endswith(MARKDOWN[1:]):
        message = msg("Only files that end with “.md” are read as pages.")
        return [Finding(Place(path, 1), "path", message, msg("Rename it, so that it ends with “.md”."))]
    if path.endswith(".md") and path.split("/")[1] not in codes:
        folders = tuple(f"docs/{code}/" for code in codes)
        message = msg("This page is in no language's folder ({folders}).", folders=folders)
        return [Finding(Place(path, 1), "path", message, msg("Move it into one of them."))]
    return []
