"""Golden cases: each YAML file in `cases/RULE/` is the smallest site with a change, and what is said of it.

about:  what this case shows
files:  path → its whole text, or null to remove it
latin1: path → text written as Latin-1 bytes (so "\\xe9" is one byte)
edit:   path → {text that is there: text to put in its place}
links:  path → where a symbolic link at it leads
agreed: false, if the locks stay as the smallest site has them; else both languages agree on what is there
against: what the locks of the smallest site say otherwise, as for edit, on the branch that they are compared with
expect: every finding, word for word, in order; [] says that there is none
"""

import os
import re
import shutil
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from handbook.checks.runner import FACTS_RULES, PAGE_RULES, check, rule_id
from handbook.editing.write import write
from handbook.model.finding import Finding
from handbook.model.lock import Lock
from handbook.parity.confirm import seed
from handbook.parity.rules import LOCK_RULES
from handbook.parity.status import status
from handbook.reading.load import read

CASES = Path(__file__).parent / "cases"
FILES = sorted(CASES.rglob("*.yml"))
TODAY = date(2026, 11, 24)
TECHNICAL = re.compile(r"(?<![\w#/.=-])(?:[\w.#-]*[/#=_]|\d|[\w-]+\.(?:md|yml|lock|svg))[\w./#:=-]*")
"""What a message names as it is written in files: paths, ids, numbers, lines of locks."""
READING_RULES = {
    "waiver",
    "facts-syntax",
    "unknown-key",
    "encoding",
    "path",
    "size",
    "front-matter",
    "todo",
    "record",
    "conflict",
}


def change(home: Path, case: dict[str, Any]) -> None:
    for path, text in case.get("files", {}).items():
        file = home / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            file.unlink()
        else:
            file.write_bytes(text.encode())
    for path, text in case.get("latin1", {}).items():
        (home / path).write_bytes(text.encode("latin-1"))
    for path, edits in case.get("edit", {}).items():
        for old, new in edits.items():
            text = (home / path).read_text("utf-8")
            assert old in text, f"{path} does not hold {old!r}"
            (home / path).write_text(text.replace(old, new), "utf-8")
    for path, target in case.get("links", {}).items():
        (home / path).parent.mkdir(parents=True, exist_ok=True)
        os.symlink(target, home / path)


def locks_before(home: Path, edits: dict[str, dict[str, str]]) -> Mapping[str, Lock]:
    """The locks of the branch that a case is compared with."""
    branch = shutil.copytree(home, home.parent / "branch", symlinks=True)
    change(branch, {"edit": edits})
    return read(branch).locks


def agree(home: Path) -> None:
    """Write new locks: what the two languages say now is what they agreed on."""
    shutil.rmtree(home / "parity", ignore_errors=True)
    book = read(home)
    write(home, seed(book, [row.page for row in status(book)]))


def technical(finding: Finding, code: str) -> Counter[str]:
    text = finding.in_language(code).replace("#oznaka", "#an-id")  # an example, which each language has of its own
    return Counter(found[0].rstrip(".:;,") for found in TECHNICAL.finditer(text))


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_case(smallest: Path, file: Path) -> None:
    case = yaml.safe_load(file.read_text("utf-8"))
    before = locks_before(smallest, case["against"]) if "against" in case else None
    change(smallest, case)
    if case.get("agreed", True):
        agree(smallest)
    findings = check(read(smallest), TODAY, before=before)
    assert [str(finding) for finding in findings] == case["expect"]
    for finding in findings:
        assert finding.message.in_language("sr") != str(finding.message)
        assert technical(finding, "sr") == technical(finding, "en"), finding.in_language("sr")


def test_each_rule_has_a_case_in_which_it_speaks() -> None:
    rules = {*map(rule_id, FACTS_RULES + PAGE_RULES + LOCK_RULES)} | READING_RULES
    speaking = {file.parent.name for file in FILES if f"[{file.parent.name}]" in file.read_text("utf-8")}
    assert speaking == rules


def test_the_smallest_handbook_is_in_order(smallest: Path) -> None:
    assert check(read(smallest), TODAY) == []
