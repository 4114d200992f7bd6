"""Where the manual explains a finding: the heading of its rule on the published site."""

from collections.abc import Callable

from .finding import Finding
from .model import CODES, Handbook

TRANSLATION = "about/translation.md"

Manual = Callable[[Finding], str]
"""Gives the address for a finding, or nothing where the handbook is not published."""


def manual(handbook: Handbook) -> Manual:
    """The manual in the language of the file a finding is about."""
    page = handbook.page(CODES[0], TRANSLATION)
    explained = page.anchors if page else frozenset()

    def address(finding: Finding) -> str:
        if not (handbook.site_url and explained):
            return ""
        code = next((code for code in CODES if finding.place.path.startswith(f"docs/{code}/")), CODES[0])
        folder = "" if code == CODES[0] else f"{code}/"
        page = f"about/translation/#{finding.rule}" if finding.rule in explained else "about/editing/#messages"
        return f"{handbook.site_url.rstrip('/')}/{folder}{page}"

    return address


def nowhere(_: Finding) -> str:
    """The manual of a handbook that is not published."""
    return ""
