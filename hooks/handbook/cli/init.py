"""`handbook init`: makes the handbook that of a firm, from a file of answers or from questions."""

from datetime import datetime
from pathlib import Path

import click

from ..editing.setup.answers import parse_answers, read_answers
from ..editing.setup.plan import plan
from ..editing.write import write
from ..languages.messages import msg, plural
from ..model.finding import Finding, Place
from ..reading.cached import read
from .language import echo
from .options import ROOT, TODAY, changes_files
from .pages import print_writes
from .questions import ask

ANSWERS = "answers.yml"


@click.command()
@ROOT
@TODAY
@click.option(
    "--answers",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    metavar="FILE.yml",
    help=f"The file with the firm's answers (default: ask, and keep the answers in {ANSWERS}).",
)
@click.option("--dry-run", is_flag=True, help="Only list the files that would change.")
@changes_files
def init(root: Path, today: datetime, answers: Path | None, dry_run: bool) -> None:
    """Make the handbook that of your firm: name, roles, people, colours; about/adapting.md shows a file of answers.

    Others take over from the roles that the firm does without, and the check is clear afterwards. What only a person
    can reword is listed at the end. Running it twice changes nothing.
    """
    asked = "" if answers else ask(read(root))
    planned = plan(root, read_answers(answers) if answers else parse_answers(root / ANSWERS, asked), today.date())
    writes = {**planned.writes, **({ANSWERS: asked} if asked else {})}
    if not dry_run:
        write(root, writes)
    print_writes(writes)
    if not writes:
        echo(msg("Nothing had to be written."))
    _print_work(planned.former_names)
    if dry_run:
        echo(msg("Nothing was written yet: run the command again without --dry-run."))


def _print_work(left: tuple[Finding, ...]) -> None:
    """Print the lines of pages and facts on which people have to say who does the work now."""
    lines: dict[Place, list[str]] = {}
    for finding in left:
        lines.setdefault(finding.place, []).append(str(dict(finding.message.values)["name"]))
    if lines:
        echo(
            plural(
                "{number} line still calls a role by its former name. Say there who does the work now:",
                "{number} lines still call a role by its former name. Say there who does the work now:",
                number=len(lines),
            )
        )
        echo(*(f"{place}: {', '.join(names)}" for place, names in lines.items()))
