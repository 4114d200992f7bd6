"""What is left to write on new pages, and how a test writes it."""

from datetime import date
from functools import reduce
from pathlib import Path

from handbook.checks.runner import check
from handbook.model.finding import Finding
from handbook.reading.load import read
from trees import CODES

TODAY = date(2026, 11, 24)
WORDS = {
    "sr": "Овде пише шта се ради, ко то ради и зашто је важно.",
    "en": "Here it says what is done, who does it and why that matters.",
}
SHARED = ("decisions.yml", "measures.yml", "meetings.yml")
GAPS = (
    ('sr: ""', "sr: нешто ново"),
    ('en: ""', "en: something new"),
    ("every: []", "every: [weekly]"),
    ("{every: weekly}", "{every: weekly, weekdays: [friday]}"),
)
"""What is left to write in the facts of a new role, and what a test writes there."""


def left(home: Path) -> list[Finding]:
    """What the check lists; it must be todos and nothing else."""
    findings = check(read(home), TODAY)
    assert {(finding.rule, finding.severity) for finding in findings} <= {("todo", "warning")}, [*map(str, findings)]
    return findings


def write_everything(home: Path, findings: list[Finding]) -> None:
    """Do what the todos ask: a sentence in place of each marker, a description, the title above; facts of a new role."""
    for finding in sorted(findings, key=lambda finding: finding.place.line, reverse=True):
        file = home / finding.place.path
        code = finding.place.path.split("/")[1]
        lines = file.read_text("utf-8").split("\n") if code in CODES else []
        if lines and lines[finding.place.line - 1] == "description:":
            lines[finding.place.line - 1] = f"description: {WORDS[code]}"
        elif lines:
            assert lines[finding.place.line - 1].startswith("<!-- handbook/todo ")
            lines[finding.place.line - 1] = WORDS[code]
        elif file.name in SHARED:
            text = file.read_text("utf-8")
            file.write_text(reduce(lambda text, pair: text.replace(*pair), GAPS, text), "utf-8")
        if lines:
            file.write_text("\n".join(lines).replace(" без назива\n", " новог реда\n"), "utf-8")
