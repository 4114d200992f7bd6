"""`handbook audit`: sentences that may differ in meaning, for a reader."""

import json
from pathlib import Path

import click

from ..parity.confirm import find_sections
from ..parity.state import section_states
from ..reading.cached import read
from .language import echo
from .options import ROOT


@click.command()
@ROOT
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="The output format.")
@click.option("--limit", type=click.IntRange(min=1), default=100, metavar="N", help="How many to list (default: 100).")
@click.argument("pages", nargs=-1, metavar="PAGE[#ID] …")
def audit(root: Path, form: str, limit: int, pages: tuple[str, ...]) -> None:
    """List sentences whose two languages may differ in meaning, the most likely first (default: of all pages).

    With pages or sections named, also those that are less likely to differ. It is a list for a reader, not a check: it
    ends with 0 whatever it finds.
    """
    from ..parity.audit import items, report  # no other command needs these modules

    book = read(root)
    sections = find_sections(book, pages) if pages else section_states(book)
    least = items.LEAST_LIKELY if pages else items.LIKELY
    found = items.audit(book, {(section.page, section.id) for section in sections}, least)
    echo(
        *(
            [json.dumps(report.as_data(found, limit), ensure_ascii=False, indent=2)]
            if form == "json"
            else report.as_lines(found, limit)
        )
    )
