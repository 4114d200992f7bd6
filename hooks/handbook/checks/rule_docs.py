"""Where the manual explains a finding: the heading of its rule on the published site."""

from typing import Protocol

from ..languages.registry import CODES
from ..model.finding import Finding
from ..model.handbook import Handbook

TRANSLATION = "about/translation.md"


class Manual(Protocol):
    """Gives the address for a finding, or nothing where the handbook is not published.

    It is in the language named, or else in that of the file the finding is about.
    """

    def __call__(self, finding: Finding, code: str | None = None, /) -> str: ...


def manual(handbook: Handbook) -> Manual:
    """The manual of a handbook."""
    page = handbook.page(CODES[0], TRANSLATION)
    explained = page.anchors if page else frozenset()

    def address(finding: Finding, code: str | None = None, /) -> str:
        if not (handbook.site_url and explained):
            return ""
        used = code or language(finding)
        folder = "" if used == CODES[0] else f"{used}/"
        page = f"about/translation/#{finding.rule}" if finding.rule in explained else "about/editing/#messages"
        return f"{handbook.site_url.rstrip('/')}/{folder}{page}"

    return address


def language(finding: Finding) -> str:
    """The language of the file a finding is about; of a file that belongs to none, the default."""
    return next((code for code in CODES if finding.place.path.startswith(f"docs/{code}/")), CODES[0])


def nowhere(_: Finding, _code: str | None = None, /) -> str:
    """The manual of a handbook that is not published."""
    return ""
