"""Two checkers of other people, run on built pages: the Nu HTML checker on Java, and axe-core in the browser."""

import json
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from forms import PACKAGES
from trees import ROOT

HOME = ROOT / "requirements/page-checks"
JAR, AXE = HOME / "node_modules/vnu-jar/build/dist/vnu.jar", HOME / "node_modules/axe-core/axe.min.js"
JAVA = ("java", "/opt/homebrew/opt/openjdk/bin/java", "/usr/local/opt/openjdk/bin/java")
COLOURS = ["color-contrast", "link-in-text-block"]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FOUND = """rules => axe.run(document, {runOnly: rules, resultTypes: ["violations"]}).then(found =>
  found.violations.flatMap(one => one.nodes.map(node => `${one.id}: ${node.html} ${node.failureSummary}`)))"""


@cache
def fetch() -> None:
    """Fetch both at their locked versions, unless they are there; nothing that they bring is run while they are fetched."""
    with PACKAGES:
        if not (JAR.exists() and AXE.exists()):
            subprocess.run(["npm", "ci", "--ignore-scripts", "--loglevel=error"], cwd=HOME, check=True)


def html_errors(*places: Path) -> list[str]:
    """What the Nu HTML checker finds wrong in files, or in all pages of folders."""
    fetch()
    java = next(filter(None, map(shutil.which, JAVA)))
    words = [java, "-jar", str(JAR), "--skip-non-html", "--format", "json", *map(str, places)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    messages: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    wrong = [message for message in messages if message["type"] != "info"]
    return [f"{one.get('url')}:{one.get('lastLine')}: {one['message']}" for one in wrong]


def barriers(page: Page, rules: Sequence[str] = RULES) -> list[str]:
    """What axe-core finds in an open page by rules or groups of rules: WCAG 2.2 A and AA, and its best practices."""
    fetch()
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text("utf-8"))
    found: list[str] = page.evaluate(FOUND, rules)
    return found
