"""The footer of every page of the handbook, and where its edit links lead."""

import re
from pathlib import Path

import pytest

from footers import check_edit_links, check_owner, check_page_links, check_report
from handbook.crosslinks.ownership import REVIEW_MONTHS
from handbook.model.handbook import Handbook
from trees import CODES


def test_every_page_has_an_owner_with_a_page_in_its_language(content: Handbook, content_site: Path) -> None:
    for written in content.pages.values():
        check_owner(content, content_site, written)


def test_the_report_of_every_page_names_it_in_its_language(content: Handbook, content_site: Path) -> None:
    for written in content.pages.values():
        check_report(content_site, written)


def test_every_edit_link_leads_to_a_file_and_the_line_of_the_entry(content: Handbook, content_site: Path) -> None:
    for written in content.pages.values():
        check_page_links(content, content_site, written)
    named = check_edit_links(content.root, content_site)
    facts = content.facts
    shown = {
        "roles.yml": facts.roles,
        "responsibilities.yml": facts.responsibilities,
        "exchanges.yml": facts.exchanges,
        "decisions.yml": facts.decisions,
        "measures.yml": facts.measures,
        "meetings.yml": facts.meetings,
        "questions.yml": facts.questions,
    }
    assert named >= {file for file, entries in shown.items() if entries}


@pytest.mark.parametrize("code", CODES)
def test_the_calendar_names_the_interval_at_which_role_pages_are_reviewed(content_root: Path, code: str) -> None:
    """A role page without a line in `guides.yml` is reviewed at the interval that the program has as a constant."""
    lines = (content_root / f"docs/{code}/together/calendar.md").read_text("utf-8").splitlines()
    assert any(re.search(rf"\b{REVIEW_MONTHS}\b", line) for line in lines)
