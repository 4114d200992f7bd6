"""Many findings of one cause are one: a page in the wrong language, and a list too long to be read."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from handbook.checks.remaining.grouped import MOST
from handbook.checks.runner import check
from handbook.editing.write import write
from handbook.model.errors import RefusedError
from handbook.parity.confirm import confirm
from handbook.reading.load import read

TODAY = date(2026, 11, 24)
SELLER = "sales/roles/seller.md"


@pytest.mark.parametrize(("source", "target", "number"), [("en", "sr", 16), ("sr", "en", 17)])
def test_a_page_that_holds_the_text_of_the_other_language_is_one_finding(
    smallest: Path, source: str, target: str, number: int
) -> None:
    shutil.copy(smallest / f"docs/{source}/{SELLER}", smallest / f"docs/{target}/{SELLER}")
    (finding,) = check(read(smallest), TODAY)
    assert (finding.place.path, finding.rule) == (f"docs/{target}/{SELLER}", "untranslated")
    assert f"{number} of its 17 paragraphs" in str(finding)


def test_what_is_wrong_in_any_language_is_still_reported(smallest: Path) -> None:
    text = (smallest / f"docs/en/{SELLER}").read_text("utf-8")
    (smallest / f"docs/sr/{SELLER}").write_text(f"{text}\n<script>alert(1)</script>\n", "utf-8")
    assert {"untranslated", "markup"} <= {finding.rule for finding in check(read(smallest), TODAY)}


def test_no_section_of_such_a_page_can_be_confirmed(smallest: Path) -> None:
    shutil.copy(smallest / f"docs/en/{SELLER}", smallest / f"docs/sr/{SELLER}")
    write(smallest, {"parity/sales/roles/seller.lock": None})
    book = read(smallest)
    for section in ("week", "measures"):
        with pytest.raises(RefusedError, match="still differ"):
            confirm(book, [f"sales/roles/seller#{section}"], check(book, TODAY, group=False))


@pytest.mark.parametrize(("faults", "findings"), [(MOST, MOST), (MOST + 1, 1)])
def test_of_more_findings_than_can_be_read_only_the_first_is_listed_with_their_number(
    smallest: Path, faults: int, findings: int
) -> None:
    for code in ("sr", "en"):
        file = smallest / f"docs/{code}/{SELLER}"
        text = "\n\n".join(f"[{number}](missing-{number}.md)" for number in range(faults))
        file.write_text(f"{file.read_text('utf-8')}\n{text}\n", "utf-8")
    write(smallest, {"parity/sales/roles/seller.lock": None})
    found = [f for f in check(read(smallest), TODAY) if f.rule == "dead-link" and "/sr/" in f.place.path]
    assert len(found) == findings
    assert (f"found {MOST + 1} places" in str(found[0])) == (findings == 1)
