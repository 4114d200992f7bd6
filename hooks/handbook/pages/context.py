"""Where a reader stands: a page in a language; every generated link and title is made from there."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass

from ..crosslinks import relations
from ..crosslinks.paths import published_link, relative_link
from ..languages.labels import FREQUENCY, LABELS
from ..model.facts import PLACEHOLDER, Cadence, Facts, Responsibility, Role
from ..model.handbook import Handbook
from ..model.page import Page


@dataclass(frozen=True, slots=True)
class PageContext:
    """A reader's place: the handbook, their language, the path of the page they read.

    `folders` says whether each published page is a folder, as on a server, or a file.
    """

    handbook: Handbook
    language: str
    path: str
    folders: bool = True

    @property
    def facts(self) -> Facts:
        return self.handbook.facts

    def label(self, key: str, **words: Hashable) -> str:
        return LABELS[key].format(**words).in_language(self.language)

    def title(self, entry: Role | Responsibility) -> str:
        """The title of a role or responsibility as its page in this language gives it."""
        page = self.page(entry)
        return page.title if page else entry.id

    def page(self, entry: Role | Responsibility) -> Page | None:
        return self.handbook.page(self.language, entry.page)

    def link(self, path: str, text: str) -> str:
        """A Markdown link from here to a page, with or without an anchor; plain text if there is none."""
        page, _, anchor = path.partition("#")
        if not self.handbook.page(self.language, page):
            return text
        target = relative_link(self.path, page) if page != self.path else ""
        return f"[{text}]({target}{f'#{anchor}' if anchor else ''})"

    def to(self, entry: Role | Responsibility) -> str:
        """The title of an entry as a link; plain on its own page."""
        title = self.title(entry)
        return title if entry.page == self.path else self.link(entry.page, title)

    def role(self, id_: str) -> str:
        """A role, or an outside party, by id: a link where it has a page, the id where it is unknown."""
        if id_ in self.facts.roles:
            return self.to(self.facts.roles[id_])
        if id_ == PLACEHOLDER:
            return self.label("not-named")
        outsider = self.facts.outside_parties.get(id_)
        return outsider.title[self.language] if outsider else id_

    def name(self, id_: str) -> str:
        """The title of a role or an outside party, without a link."""
        if role := self.facts.roles.get(id_):
            return self.title(role)
        return self.role(id_)

    def built(self, id_: str) -> str | None:
        """The address of the page of a role or responsibility, for links inside pictures."""
        entry = self.facts.roles.get(id_) or self.facts.responsibilities.get(id_)
        return published_link(self.path, entry.page, self.folders) if entry and self.page(entry) else None

    def look(self, id_: str) -> str:
        """The style class of a role or responsibility: its team, or that it is outside."""
        entry = self.facts.roles.get(id_) or self.facts.responsibilities.get(id_)
        return f"of-{entry.team}" if entry else "outside"

    def team(self, id_: str) -> str:
        """The title of a team, to stand inside a sentence."""
        team = self.facts.teams.get(id_)
        return team.title[self.language].lower() if team else id_

    def roles(self, ids: Iterable[str]) -> str:
        return ", ".join(self.role(id_) for id_ in ids)

    def often(self, cadence: Cadence) -> str:
        """How often, in words: the phrase where there is one, else the list."""
        if cadence.phrase:
            return cadence.phrase[self.language]
        return ", ".join(FREQUENCY[one].in_language(self.language) for one in cadence.every)

    def people(self, role: str) -> Iterator[str]:
        """The holders of a role, each with how to reach them."""
        for person in relations.holders(self.facts, role):
            reach = ", ".join(way for way in (person.email, person.phone) if way)
            first = f" ({self.label('first')})" if role in person.first_for else ""
            yield f"{person.name}{first}{f', {reach}' if reach else ''}"
