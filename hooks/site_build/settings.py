"""`python -m site_build.settings`: checks `mkdocs.yml` before MkDocs reads it, as no hook runs before that.

A few lines of YAML aliases would take gigabytes there, and nesting ends in a traceback. Exit code 1 for a finding,
2 if it cannot be read.
"""

import sys
from pathlib import Path

from handbook.checks.reports import as_text
from handbook.model.errors import HandbookError
from handbook.reading.settings import read_settings


def faults() -> str:
    """Return the findings on `mkdocs.yml` in this folder as text; empty if there are none."""
    _, findings = read_settings(Path())
    return as_text(findings) if findings else ""


if __name__ == "__main__":
    try:
        sys.exit(faults() or 0)
    except HandbookError as error:
        print(error, file=sys.stderr)
        sys.exit(2)
