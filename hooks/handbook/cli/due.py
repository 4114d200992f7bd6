"""`handbook due`: the pages whose review is due."""

import json
from datetime import datetime
from pathlib import Path

import click

from ..reading.cached import read
from ..reading.git_history import fault
from ..reading.locks import last_readings
from .language import echo, output_language
from .options import ROOT, TODAY


@click.command()
@ROOT
@TODAY
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "issue"]), default="text", help="The output format."
)
def due(root: Path, today: datetime, form: str) -> None:
    """List the pages that are due for review, by owner.

    The format `issue` is the body of an issue in both languages, empty if no page is due. A page counts as read on the
    day that facts/guides.yml gives, or when its text was last confirmed in both languages.
    """
    from ..crosslinks.due import due_pages  # no other command needs these modules
    from ..publishing import reminders

    book = read(root)
    pages = due_pages(book, last_readings(root), today.date())
    if note := fault(root):
        echo(note, err=True)
    match form:
        case "json":
            echo(json.dumps(reminders.as_data(book, pages), ensure_ascii=False, indent=2))
        case "issue":
            click.echo(reminders.as_issue(book, pages), nl=bool(pages))
        case _:
            echo(*reminders.as_lines(book, pages, output_language()))
