"""The builder behind `make serve`: after each change it rebuilds the affected pages, or the whole site if in doubt."""

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

from handbook.checks.reports import as_text
from handbook.checks.reports.panel import FILE, panel
from handbook.checks.reports.rule_docs import manual
from handbook.checks.runner import facts_findings
from handbook.model.errors import HandbookError
from handbook.model.finding import Finding
from handbook.model.handbook import Handbook
from handbook.pages.index import page_index
from handbook.publishing.search import search_indexes
from mkdocs_adapter.build_state import BuildState, build_state, start_build
from mkdocs_adapter.loading import folder_links
from mkdocs_adapter.search import Entries

from .affected import PageInputs, affected_pages, only_texts, page_inputs
from .cache import CachedReader
from .passes import FullBuildNeededError, LanguagePass, search_documents
from .sources import file_digests, input_paths

POLL_SECONDS = 0.1
"""The time between two looks at the files."""
QUIET_SECONDS = 0.05
"""The time without a change before a change is built."""

Build = Callable[[MkDocsConfig], None]


class Preview:
    """The builder of one preview server: it keeps the last good build and its inputs."""

    def __init__(self, config: MkDocsConfig, build: Build) -> None:
        """Take over after the first build; what changed during that build is built with the next change."""
        self.build, self.reader = build, CachedReader(Path(config.config_file_path).parent)
        self.printed = build_state(config).findings
        files, book = file_digests(config), self.reader.read()
        self.reader.check(book, date.today())
        self.keep(files if book == build_state(config).handbook else {}, config)

    def keep(self, files: Mapping[str, bytes], config: MkDocsConfig) -> None:
        """Keep the state of a full build, and the digests of its files."""
        self.files = self.files_of_full_build = files
        self.config = config
        state = build_state(config)
        self.book, self.passes = state.handbook, state.passes
        self.page_inputs = {language_pass.language: page_inputs(language_pass.index) for language_pass in self.passes}

    def __call__(self) -> None:
        """Build after a change; print and show any error, and leave the last good preview as it is."""
        book, findings = self.book, self.printed
        try:
            files, book = file_digests(self.config), self.reader.read()
            findings = self.reader.check(book, date.today())
            self.print_changed(book, findings)
            errors: list[Finding | HandbookError | str] = [*facts_findings(book), *folder_links(book)]
            if not (errors or self.build_affected(files, book)):
                self.build_all(files, book, findings)
        except HandbookError as error:
            errors = [error]
            click.echo(str(error), err=True)
        except (Exception, SystemExit) as error:  # no error of a build may end the preview
            errors = [str(error) or type(error).__name__]
            click.echo(errors[0], err=True)
        self.write(FILE, panel(book, findings, errors))

    def print_changed(self, book: Handbook, findings: list[Finding]) -> None:
        """Print the findings if they differ from those printed last."""
        if findings != self.printed:
            click.echo(as_text(findings, manual(book)), err=True)
        self.printed = findings

    def build_affected(self, files: Mapping[str, bytes], book: Handbook) -> bool:
        """Rebuild the pages that a change affects; return False, with nothing written, if it may affect more."""
        changed = frozenset(name for name in {*files, *self.files} if files.get(name) != self.files.get(name))
        has_books = self.config.extra.get("books")  # a book contains every page
        if not only_texts(changed, book.languages) or has_books:
            return False
        folders = self.config.use_directory_urls
        now = {code: page_inputs(page_index(book, code, folders)) for code in self.page_inputs}
        paths = {code: affected_pages(self.page_inputs[code], now[code], changed) for code in now}
        try:
            self.build_pages(book, now, paths, self.known_dates(files))
        except Exception:  # in doubt or after an error: a full build succeeds or shows the error
            return False
        self.files, self.book, self.page_inputs = files, book, now
        return True

    def known_dates(self, files: Mapping[str, bytes]) -> dict[str, date]:
        """Return when each page last changed, by its file, for pages that are as they were in the full build."""
        dates = build_state(self.config).last_changes
        return {path: day for path, day in dates.items() if files.get(path) == self.files_of_full_build.get(path)}

    def build_pages(
        self,
        book: Handbook,
        now: Mapping[str, PageInputs],
        paths: Mapping[str, frozenset[str] | None],
        dates: Mapping[str, date],
    ) -> None:
        """Read all affected pages of each language, then write them and the search indexes.

        Raises `FullBuildNeededError` if the paths of a language are None, or a page affects more than itself.
        """
        config, rendered, documents = self.config, list[list[Page]](), dict[str, Entries]()
        for language_pass in self.passes:
            affected = paths[language_pass.language]
            if affected is None:
                raise FullBuildNeededError
            self.enter(language_pass, book, now, dates)
            rendered.append(language_pass.read(config, affected))
        for language_pass, pages in zip(self.passes, rendered, strict=True):
            self.enter(language_pass, book, now, dates)
            documents |= language_pass.write(config, pages)
        all_documents = search_documents(config, self.passes, documents)
        for path, text in search_indexes(book, all_documents, scripts=not config.use_directory_urls):
            self.write(path, text)

    def enter(
        self, language_pass: LanguagePass, book: Handbook, now: Mapping[str, PageInputs], dates: Mapping[str, date]
    ) -> None:
        """Return to the build of one language, with the changed handbook."""
        language_pass.enter(self.config)
        state = build_state(self.config)
        state.handbook, state.index, state.last_changes = book, now[language_pass.language].page_index, dates

    def build_all(self, files: Mapping[str, bytes], book: Handbook, findings: list[Finding]) -> None:
        """Build the whole site from newly loaded settings."""
        last = self.config
        config = load_config(
            last.config_file_path, site_dir=last.site_dir, strict=last.strict, dev_addr=str(last.dev_addr)
        )
        config.site_url = last.site_url
        start_build(config, BuildState(book, findings, previewing=True))
        with restored_on_error(Path(last.site_dir)):
            self.build(config)
        self.keep(files, config)

    def write(self, path: str, text: str) -> None:
        """Write a file of the preview."""
        Path(self.config.site_dir, path).write_text(text, encoding="utf-8")


@contextmanager
def restored_on_error(site: Path) -> Iterator[None]:
    """Move a folder aside while it is built again, and move it back if that fails."""
    last = site.with_name(f"{site.name}.last")
    site.rename(last)
    try:
        yield
    except BaseException:
        shutil.rmtree(site, ignore_errors=True)
        last.rename(site)
        raise
    shutil.rmtree(last)


def use_preview(server: LiveReloadServer, preview: Preview) -> LiveReloadServer:
    """Let a server build with a preview, look for changes more often, and watch all files that a build reads."""
    watched = (preview.config.docs_dir, preview.config.config_file_path)
    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=POLL_SECONDS)
    server.build_delay, server.builder = QUIET_SECONDS, preview
    for path in {*watched, *map(str, input_paths(preview.config))}:
        server.watch(path)
    return server
