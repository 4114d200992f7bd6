"""Where the manual explains a finding: the heading of its rule on the published site."""

from dataclasses import dataclass

from ..languages.registry import DEFAULT
from ..model.finding import Finding
from ..model.handbook import Handbook

TRANSLATION = "about/translation.md"


@dataclass(frozen=True, slots=True)
class Manual:
    """The manual of a handbook: its languages, its address (empty if it is not published), the rules it explains."""

    languages: tuple[str, ...] = DEFAULT
    site_url: str = ""
    explained: frozenset[str] = frozenset()

    def address(self, finding: Finding, code: str | None = None) -> str:
        """Where a finding is explained, in a language or else in that of its file; empty if that is not published."""
        if not (self.site_url and self.explained):
            return ""
        used = code or self.language(finding)
        folder = "" if used == self.languages[0] else f"{used}/"
        page = f"about/translation/#{finding.rule}" if finding.rule in self.explained else "about/editing/#messages"
        return f"{self.site_url.rstrip('/')}/{folder}{page}"

    def language(self, finding: Finding) -> str:
        """The language of the file a finding is about; of a file that belongs to none, the default."""
        files = ((code, f"docs/{code}/") for code in self.languages)
        return next((code for code, folder in files if finding.place.path.startswith(folder)), self.languages[0])


def manual(handbook: Handbook) -> Manual:
    """The manual of a handbook."""
    page = handbook.page(handbook.default_language, TRANSLATION)
    return Manual(handbook.languages, handbook.site_url, page.anchors if page else frozenset())


UNPUBLISHED = Manual()
"""The manual of a handbook that is not published."""
