"""A firm makes the handbook its own: each change on a copy of the example, by the check, and all of them in one build.

Each ends in a clean check, or in findings that name exactly what else to change; then that is changed.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from adapting import change_title, confirm_what_waits, facts, remove_pages, remove_roles, waiting, write_facts
from browser import ask, open_search, served
from conftest import Shared
from drafts import TODAY
from handbook.checks.runner import check
from handbook.model.finding import Finding
from handbook.reading.load import read
from pages import dead_links, page
from sites import Done, build
from trees import example_tree, settings

TITLES = {"sr": "Саветник продаје", "en": "Sales adviser"}
CREW = {"sr": "Екипа", "en": "The crew"}


def assert_in_order(home: Path) -> None:
    assert [str(finding) for finding in check(read(home), TODAY)] == []


def files_of(findings: list[Finding], rule: str) -> set[str]:
    return {finding.place.path for finding in findings if finding.rule == rule}


def remove_the_crew(home: Path) -> None:
    """Remove all roles of a group."""
    crew = {id_ for id_, role in facts(home, "roles").items() if role.get("group") == "crew"}
    remove_roles(home, crew, "promoter")


def give_new_title(home: Path) -> None:
    change_title(home, "sales/roles/seller.md", TITLES)
    confirm_what_waits(home)


def name_people(home: Path) -> None:
    """Write down who holds which role: one person has two, and one role has two people."""
    write_facts(
        home,
        "people",
        {
            "mira": {
                "name": "Мира Илић",
                "form": "f",
                "roles": ["manager", "promoter"],
                "email": "mira@example.com",
                "phone": "+381 64 123-45-67",
            },
            "jovan": {"name": "Јован Перић", "roles": ["promoter"], "first_for": ["promoter"]},
        },
    )


def group_the_crew(home: Path) -> None:
    """Give the group a section of its own in the navigation."""
    with settings(home) as changed:
        marketing = changed["nav"][2]["Маркетинг"]
        marketing[1]["Улоге"].remove("marketing/roles/designer.md")
        marketing.insert(2, {CREW["sr"]: ["marketing/roles/designer.md"]})
        changed["plugins"][1]["i18n"]["languages"][1]["nav_translations"] |= {CREW["sr"]: CREW["en"]}
    confirm_what_waits(home)


def test_a_role_taken_out_leads_to_findings_at_every_line_that_names_it(example: Path) -> None:
    roles = facts(example, "roles")
    del roles["seller"]
    write_facts(example, "roles", roles)
    remove_pages(example, "sales/roles/seller.md")
    findings = check(read(example), TODAY)
    assert files_of(findings, "unknown-id") == {
        f"facts/{name}.yml" for name in ("roles", "responsibilities", "exchanges", "questions")
    }
    assert files_of(findings, "missing-page") == {"mkdocs.yml", "parity/sales/roles/seller.lock"}
    assert files_of(findings, "dead-link") == {
        "docs/sr/sales/index.md",
        "docs/en/sales/index.md",
        "facts/questions.yml",
    }
    for finding in findings:
        if finding.rule != "to-confirm":
            line = (example / finding.place.path).read_text("utf-8").split("\n")[finding.place.line - 1]
            assert "seller" in line or finding.place.path.endswith(".lock")
            assert "seller" in str(finding.message)


@pytest.mark.parametrize(("ids", "heir"), [({"seller"}, "manager"), ({"promoter"}, "designer")])
def test_what_the_findings_ask_for_gives_a_clean_check(example: Path, ids: set[str], heir: str) -> None:
    remove_roles(example, ids, heir)
    assert_in_order(example)
    assert not ids & read(example).facts.roles.keys()


def test_a_whole_group_is_left_out_with_its_section_of_the_navigation(example: Path) -> None:
    group_the_crew(example)
    assert_in_order(example)
    remove_the_crew(example)
    assert_in_order(example)
    assert [title.text for title in read(example).titles if title.text in CREW.values()] == []


def test_a_new_title_waits_to_be_confirmed_and_nothing_else(example: Path) -> None:
    change_title(example, "sales/roles/seller.md", TITLES)
    assert waiting(check(read(example), TODAY)) == ["sales/roles/seller#"]
    confirm_what_waits(example)
    assert_in_order(example)


@pytest.mark.parametrize("adapt", [remove_the_crew, give_new_title, name_people])
def test_an_adapted_handbook_is_in_order(example: Path, adapt: Callable[[Path], None]) -> None:
    adapt(example)
    assert_in_order(example)


@pytest.fixture(scope="session")
def adapted_site(shared: Shared) -> Path:
    """The example without a group, with a new title and with people, built."""

    def build_into(into: Path) -> Done:
        home = example_tree(into.parent / f"{into.name}-tree")
        for adapt in (group_the_crew, remove_the_crew, give_new_title, name_people):
            adapt(home)
        return build(home, into)

    return shared("adapted", build_into)


def test_no_link_of_an_adapted_site_is_dead(adapted_site: Path) -> None:
    assert dead_links(adapted_site) == []
    assert not (adapted_site / "marketing/roles/designer").exists()


@pytest.mark.parametrize(
    "path", ["sales/roles/manager.md", "together/raci.md", "together/exchanges.md", "org-chart.md", "a-z.md"]
)
def test_a_new_title_shows_everywhere_at_once(adapted_site: Path, path: str) -> None:
    for code, title in TITLES.items():
        assert title in page(adapted_site, path, code).text()


def test_without_a_repository_there_is_no_edit_link(adapted_site: Path) -> None:
    assert page(adapted_site, "ask.md").tree.xpath("//a[@rel='edit']") == []


def test_a_person_with_several_roles_stands_on_each_of_their_cards(adapted_site: Path) -> None:
    card = "//*[@class='handbook-card']"
    assert "На том месту ради Мира Илић" in page(adapted_site, "sales/roles/manager.md").text(card)
    promoter = page(adapted_site, "marketing/roles/promoter.md").text(card)
    assert "Јован Перић (први контакт); Мира Илић" in promoter


@pytest.mark.parametrize(("code", "name"), [("sr", "Мира Илић"), ("en", "Mira Ilić")])
def test_an_answer_of_the_search_says_whom_to_write_to(
    browser: Browser, adapted_site: Path, code: str, name: str
) -> None:
    with served(adapted_site) as address:
        shown = browser.new_page()
        open_search(shown, f"{address}/{'' if code == 'sr' else 'en/'}")
        for query in ({"sr": "ко мења цену", "en": "who changes a price"}[code], name):
            ask(shown, query)
            hit = shown.locator(".md-search-result__item:has(.handbook-found__roles)").first
            assert name in hit.inner_text()
            links = hit.locator(".handbook-found__roles a").evaluate_all("all => all.map(a => a.href)")
            assert {"mailto:mira@example.com", "tel:+381641234567"} <= set(links)
        shown.close()
