"""The state of a build: one typed value, kept under one key of the build's configuration."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation

from handbook.model.finding import Finding
from handbook.model.forge import Repository
from handbook.model.handbook import Handbook
from handbook.pages.index import PageIndex
from handbook.pages.insert_blocks import InsertBlocks
from handbook.pages.mention_links import LinkMentions
from handbook.publishing.book import BookPage, Imprint
from handbook.publishing.forms.options import FormOptions

KEY = "handbook_build"


@dataclass(slots=True)
class BookInputs:
    """What is collected for the books while pages are rendered: by language, and pages also by path."""

    pages: dict[tuple[str, str], BookPage] = field(default_factory=dict)
    navigation: dict[str, Navigation] = field(default_factory=dict)
    imprints: dict[str, Imprint] = field(default_factory=dict)


@dataclass(slots=True)
class BuildState:
    """The values that the hooks of one build share; `index` and `navigation` are of the language being built.

    `passes` are kept only while previewing: see `preview/passes.py`.
    """

    handbook: Handbook
    findings: list[Finding]
    previewing: bool
    index: PageIndex | None = None
    navigation: Navigation | None = None
    generated: InsertBlocks = field(default_factory=InsertBlocks)
    mentions: LinkMentions = field(default_factory=LinkMentions)
    repository: Repository | None = None
    last_changes: Mapping[str, date] = field(default_factory=dict)
    last_readings: Mapping[str, date] = field(default_factory=dict)
    forms: FormOptions | None = None
    books: BookInputs = field(default_factory=BookInputs)
    styles: tuple[str, ...] = ()
    style_sheet: str = ""
    passes: list[Any] = field(default_factory=list)

    @property
    def page_index(self) -> PageIndex:
        """The index of the language being built, which the hook `load_and_check` computes before pages are read."""
        assert self.index is not None
        return self.index


def start_build(config: MkDocsConfig, state: BuildState) -> None:
    """Set the state of a new build."""
    config[KEY] = state


def has_started(config: MkDocsConfig) -> bool:
    """Return whether an earlier language of the same build has already been configured."""
    return KEY in config


def build_state(config: MkDocsConfig) -> BuildState:
    """Return the state of the current build."""
    state: BuildState = config[KEY]
    return state
