"""A page in one language: generated parts get their links, titles and labels from it.

What is `Markup` is HTML; what is `str` is a text, which is escaped where it enters HTML.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from pathlib import PurePath

from markupsafe import Markup, escape

from ..crosslinks.paths import published_link
from ..languages.labels import FREQUENCY, LABELS
from ..model.fact_tables import Facts
from ..model.facts import PLACEHOLDER, Cadence, Responsibility, Role
from ..model.handbook import Handbook
from ..model.page import Page
from .elements import element, joined


@dataclass(frozen=True, slots=True)
class PageContext:
    """The page that a part is generated for: its handbook, its language and its path.

    `folders`: each page is published as a folder, as on a server, and not as a file.
    """

    handbook: Handbook
    language: str
    path: str
    folders: bool = True

    @property
    def facts(self) -> Facts:
        return self.handbook.facts

    @property
    def page_id(self) -> str:
        """The name of the page's file without its suffix; for a role or responsibility, its id."""
        return PurePath(self.path).stem

    def label(self, key: str, **values: Hashable) -> str:
        return LABELS[key].format(**values).in_language(self.language)

    def html_label(self, key: str, **values: Hashable) -> Markup:
        """A label as HTML: values that are `Markup` stay as they are."""
        return LABELS[key].format(**values).as_html(self.language)

    def title(self, entry: Role | Responsibility) -> str:
        """The title of the entry's page in this language, or the entry's id if there is no such page."""
        page = self.page(entry)
        return page.title if page else entry.id

    def page(self, entry: Role | Responsibility) -> Page | None:
        return self.handbook.page(self.language, entry.page)

    def link(self, path: str, text: str) -> Markup:
        """A relative link to a page, with or without an anchor; the text alone if there is no such page."""
        target, _, anchor = path.partition("#")
        if not self.handbook.page(self.language, target):
            return escape(text)
        here = target == self.path and anchor
        href = "" if here else published_link(self.path, target, self.folders)
        return element("a", text, href=f"{href}#{anchor}" if anchor else href)

    def entry_link(self, entry: Role | Responsibility) -> Markup:
        """A link to the page of an entry, with its title; the title alone on that page itself."""
        title = self.title(entry)
        return escape(title) if entry.page == self.path else self.link(entry.page, title)

    def role_link(self, id_: str) -> Markup:
        """A link to a role by its id; the title of an outside party; the id itself if it is unknown."""
        if id_ in self.facts.roles:
            return self.entry_link(self.facts.roles[id_])
        return escape(self.role_title(id_))

    def role_links(self, ids: Iterable[str]) -> Markup:
        return joined(map(self.role_link, ids))

    def role_title(self, id_: str) -> str:
        """The title of a role or an outside party; the id itself if it is unknown."""
        if role := self.facts.roles.get(id_):
            return self.title(role)
        if id_ == PLACEHOLDER:
            return self.label("not-named")
        party = self.facts.outside_parties.get(id_)
        return party.title[self.language] if party else id_

    def address(self, id_: str) -> str | None:
        """The relative address of the published page of a role or responsibility, for links in SVG."""
        entry = self.facts.roles.get(id_) or self.facts.responsibilities.get(id_)
        return published_link(self.path, entry.page, self.folders) if entry and self.page(entry) else None

    def css_class(self, id_: str) -> str:
        """The class of a role or responsibility: `of-<team>`, or `outside` for every other id."""
        entry = self.facts.roles.get(id_) or self.facts.responsibilities.get(id_)
        return f"of-{entry.team}" if entry else "outside"

    def team_title(self, id_: str) -> str:
        """The title of a team in lower case, for use in a sentence."""
        team = self.facts.teams.get(id_)
        return team.title[self.language].lower() if team else id_

    def frequency(self, cadence: Cadence) -> str:
        """How often, in words: the cadence's phrase if it has one, else its frequencies."""
        if cadence.phrase:
            return cadence.phrase[self.language]
        return ", ".join(FREQUENCY[frequency].in_language(self.language) for frequency in cadence.every)
