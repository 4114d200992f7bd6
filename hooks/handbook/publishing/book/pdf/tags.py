"""Tags of HTML elements for which WeasyPrint has none."""

from weasyprint.pdf import tags

KNOWN = tags._get_pdf_tag
ADDED = {"code": "Code", "pre": "P"}
"""A block of code is a paragraph of code: `pre` has the `code` in it."""


def tag_code() -> None:
    """Let WeasyPrint tag code as such, so that screen readers can spell it."""
    tags._get_pdf_tag = lambda name: ADDED.get(name) or KNOWN(name)
