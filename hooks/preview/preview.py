"""What `make serve` runs on every change: it makes the touched pages anew, or everything; never less than is true."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.pages import Page
from watchdog.observers.polling import PollingObserver

from handbook.checks.panel import FILE, panel
from handbook.checks.reports import as_text
from handbook.checks.rule_docs import manual
from handbook.checks.runner import facts_findings
from handbook.model.errors import HandbookError
from handbook.model.finding import Finding
from handbook.model.handbook import Handbook
from handbook.pages.index import page_index
from handbook.publishing.search import search_indexes
from mkdocs_adapter.build_state import BuildState, build_state, start_build
from preview.affected import PageInputs, affected_pages, only_words, page_inputs
from preview.cache import CachedReader

from .passes import Entries, FullBuildNeededError, Pass, search_documents
from .sources import contents, homes

LOOK, SETTLE = 0.1, 0.05
"""Seconds between two looks at the files, and of quiet after a change before it is built."""

Build = Callable[[MkDocsConfig], None]


class Preview:
    """The builder of one preview server: it holds the last good build and what that was made of."""

    def __init__(self, config: MkDocsConfig, build: Build) -> None:
        """Take over after the first build; what changed while that ran is built with the first change."""
        self.build, self.memory = build, CachedReader(Path(config.config_file_path).parent)
        self.told = build_state(config).findings
        files, book = contents(config), self.memory.read()
        self.memory.check(book, date.today())
        self.keep(files if book == build_state(config).handbook else {}, config)

    def keep(self, files: Mapping[str, bytes], config: MkDocsConfig) -> None:
        """Remember a build that is whole, and the files it was made of."""
        self.files = self.whole = files
        self.config, self.day = config, date.today()
        state = build_state(config)
        self.book, self.passes = state.handbook, state.passes
        self.page_inputs = {one.language: page_inputs(one.index) for one in self.passes}

    def __call__(self) -> None:
        """Build after a change. Whatever fails is told, and the last good preview stays."""
        book, findings = self.book, self.told
        try:
            files, book = contents(self.config), self.memory.read()
            findings = self.memory.check(book, date.today())
            self.echo(book, findings)
            halted: list[Finding | HandbookError | str] = [*facts_findings(book)]
            if not (halted or self.some(files, book)):
                self.everything(files, book, findings)
        except HandbookError as error:
            halted = [error]
            click.echo(str(error), err=True)
        except (Exception, SystemExit) as error:  # a preview outlives whatever a build may meet
            halted = [str(error) or type(error).__name__]
            click.echo(halted[0], err=True)
        self.put(FILE, panel(book, findings, halted))

    def echo(self, book: Handbook, findings: list[Finding]) -> None:
        """Print the findings where they are not those printed last."""
        if findings != self.told:
            click.echo(as_text(findings, manual(book)), err=True)
        self.told = findings

    def some(self, files: Mapping[str, bytes], book: Handbook) -> bool:
        """Make anew only the pages that the change touches; False, with nothing written, if it may reach further."""
        changed = frozenset(name for name in {*files, *self.files} if files.get(name) != self.files.get(name))
        printed_chapter = self.config.extra.get("books")  # a book holds every page
        if not only_words(changed, book.languages) or self.day != date.today() or printed_chapter:
            return False
        now = {
            one.language: page_inputs(page_index(book, one.language, self.config.use_directory_urls))
            for one in self.passes
        }
        paths = {code: affected_pages(self.page_inputs[code], now[code], changed) for code in now}
        try:
            self.make(book, now, {code: some for code, some in paths.items() if some is not None}, self.dates(files))
        except Exception:  # doubt, or a fault: a whole build shows or tells it
            return False
        self.files, self.book, self.page_inputs = files, book, now
        return True

    def dates(self, files: Mapping[str, bytes]) -> dict[str, date]:
        """When the text of each page last changed; of a page that is not as the whole build met it, nobody knows."""
        known = build_state(self.config).last_changes
        return {path: day for path, day in known.items() if files.get(path) == self.whole.get(path)}

    def make(
        self,
        book: Handbook,
        now: Mapping[str, PageInputs],
        paths: Mapping[str, frozenset[str]],
        dates: Mapping[str, date],
    ) -> None:
        """Read every touched page before any is written, then write them and what search holds of them.

        Raises `DoubtError` where a language has no `paths`, or a page turns out to change more than itself.
        """
        config, read, found = self.config, list[list[Page]](), dict[str, Entries]()
        for one in self.passes:
            if one.language not in paths:
                raise FullBuildNeededError
            self.enter(one, book, now, dates)
            read.append(one.read(config, paths[one.language]))
        for one, pages in zip(self.passes, read, strict=True):
            self.enter(one, book, now, dates)
            found |= one.write(config, pages)
        documents = search_documents(config, self.passes, found)
        for path, text in search_indexes(book, documents, scripts=not config.use_directory_urls):
            self.put(path, text)

    def enter(self, one: Pass, book: Handbook, now: Mapping[str, PageInputs], dates: Mapping[str, date]) -> None:
        """Go on with the build of one language, with a handbook that has changed."""
        one.enter(self.config)
        state = build_state(self.config)
        state.handbook, state.index, state.last_changes = book, now[one.language].page_index, dates

    def everything(self, files: Mapping[str, bytes], book: Handbook, findings: list[Finding]) -> None:
        """Build all of it from fresh settings, as the first time."""
        last = self.config
        config = load_config(
            last.config_file_path, site_dir=last.site_dir, strict=last.strict, dev_addr=str(last.dev_addr)
        )
        config.site_url = last.site_url
        start_build(config, BuildState(book, findings, previewing=True))
        with aside(Path(last.site_dir)):
            self.build(config)
        self.keep(files, config)

    def put(self, path: str, text: str) -> None:
        """Write a file of the preview."""
        Path(self.config.site_dir, path).write_text(text, encoding="utf-8")


@contextmanager
def aside(site: Path) -> Iterator[None]:
    """Keep a folder until what replaces it is whole; if that fails, put it back."""
    last = site.with_name(f"{site.name}.last")
    site.rename(last)
    try:
        yield
    except BaseException:
        shutil.rmtree(site, ignore_errors=True)
        last.rename(site)
        raise
    shutil.rmtree(last)


def quick(server: LiveReloadServer, preview: Preview) -> LiveReloadServer:
    """A server that looks for changes more often, waits for less quiet after them, and lets a preview build."""
    watched = (preview.config.docs_dir, preview.config.config_file_path)
    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=LOOK)
    server.build_delay, server.builder = SETTLE, preview
    for path in {*watched, *map(str, homes(preview.config))}:
        server.watch(path)
    return server
