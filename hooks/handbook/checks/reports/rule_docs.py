"""Links from findings to the manual: to the heading of the rule on the published site."""

from dataclasses import dataclass

from ...languages.registry import DEFAULT
from ...model.finding import Finding
from ...model.handbook import Handbook

TRANSLATION = "about/translation.md"


@dataclass(frozen=True, slots=True)
class Manual:
    """The manual of a handbook: its languages, the address of the site (empty if unpublished), the rules explained."""

    languages: tuple[str, ...] = DEFAULT
    site_url: str = ""
    explained: frozenset[str] = frozenset()

    def url(self, finding: Finding, code: str | None = None) -> str:
        """Returns the address that explains a finding, by default in the language of its file; empty if unpublished."""
        if not (self.site_url and self.explained):
            return ""
        language = code or self.language(finding)
        folder = "" if language == self.languages[0] else f"{language}/"
        page = f"about/translation/#{finding.rule}" if finding.rule in self.explained else "about/editing/#messages"
        return f"{self.site_url.rstrip('/')}/{folder}{page}"

    def language(self, finding: Finding) -> str:
        """Returns the language of the file a finding is about; the default language if the file belongs to none."""
        folders = ((code, f"docs/{code}/") for code in self.languages)
        return next((code for code, folder in folders if finding.place.path.startswith(folder)), self.languages[0])


def manual(handbook: Handbook) -> Manual:
    """Returns the manual of a handbook."""
    page = handbook.page(handbook.default_language, TRANSLATION)
    return Manual(handbook.languages, handbook.site_url, page.anchors if page else frozenset())


UNPUBLISHED = Manual()
"""The manual of a handbook that is not published."""
