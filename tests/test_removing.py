"""`handbook remove` on the example: the heir takes the place of a page, and the check lists where the text names it."""

from pathlib import Path

import pytest

from adapting import facts, write_facts
from drafts import TODAY
from handbook.checks.runner import check
from handbook.editing.remove import remove
from handbook.editing.write import write
from handbook.model.errors import RefusedError
from handbook.reading.load import read
from sites import handbook
from trees import CODES, files, settings

SELLER = "sales/roles/seller.md"


def without(home: Path, name: str, heir: str) -> None:
    """Remove a page of a copy."""
    write(home, remove(read(home), name, heir).writes)


def rules(home: Path) -> set[str]:
    return {finding.rule for finding in check(read(home), TODAY)}


@pytest.mark.parametrize(
    ("name", "heir"), [("seller", "manager"), ("manager", "seller"), ("promoter", "designer"), ("designer", "manager")]
)
def test_after_a_role_is_removed_only_its_name_in_the_text_is_left(example: Path, name: str, heir: str) -> None:
    without(example, name, heir)
    assert rules(example) <= {"former-names"}
    assert name not in read(example).facts.roles


def test_the_heir_stands_once_and_in_the_strongest_part(example: Path) -> None:
    without(example, "seller", "manager")
    duties = facts(example, "responsibilities")
    assert {key: duties["selling"][key] for key in ("accountable", "responsible", "consulted", "informed")} == {
        "accountable": "manager",
        "responsible": ["manager"],
        "consulted": ["promoter"],
        "informed": [],
    }
    assert facts(example, "roles")["manager"]["deputies"] == []
    assert facts(example, "exchanges").keys() == {"leads", "price-list"}
    assert facts(example, "exchanges")["leads"]["between"] == ["promoter", "manager"]


def test_people_hold_the_role_of_the_heir_once(example: Path) -> None:
    people = {"ana": {"name": "Ана Илић", "form": "f", "roles": ["seller", "manager"], "first_for": ["seller"]}}
    (example / "facts/people.yml").touch()
    write_facts(example, "people", people)
    without(example, "seller", "manager")
    ana = facts(example, "people")["ana"]
    assert (ana["roles"], ana["first_for"]) == (["manager"], ["manager"])


def test_a_heir_below_the_role_gets_its_boss_and_loses_its_mentor(example: Path) -> None:
    without(example, "promoter", "designer")
    designer = facts(example, "roles")["designer"]
    assert designer["reports_to"] == "owner"
    assert "mentor" not in designer


def test_the_address_leads_to_the_heir_and_the_former_name_is_found_in_every_case(example: Path) -> None:
    without(example, "seller", "manager")
    title = "Продавац"
    assert facts(example, "moved")[SELLER]["to"] == "sales/roles/manager.md"
    assert facts(example, "moved")[SELLER]["former"]["sr"] == [title]
    page = example / "docs/sr/about/reading.md"
    page.write_text(page.read_text("utf-8") + "\nПитајте продавца или менаџера.\n", "utf-8")
    found = [finding for finding in check(read(example), TODAY) if finding.rule == "former-names"]
    assert "“продавца” is a former name." in {str(finding.message) for finding in found}


def test_a_section_of_the_navigation_that_is_left_empty_goes(example: Path) -> None:
    with settings(example) as changed:
        marketing = changed["nav"][2]["Маркетинг"]
        marketing[1]["Улоге"].remove("marketing/roles/designer.md")
        marketing.insert(2, {"Екипа": ["marketing/roles/designer.md"]})
    without(example, "designer", "promoter")
    with settings(example) as left:
        assert "designer" not in str(left["nav"])
        assert "Екипа" not in str(left["nav"])


def test_a_dry_run_lists_the_files_and_writes_none(example: Path) -> None:
    before = files(example)
    done = handbook(example, "remove", "seller", "--heir", "manager", "--dry-run")
    assert done.returncode == 0, done.stderr
    assert {f"removed docs/{code}/{SELLER}" for code in CODES} <= {*done.stdout.splitlines()}
    assert files(example) == before


@pytest.mark.parametrize(
    ("name", "heir", "why"),
    [
        ("seller", "seller", "cannot take over from itself"),
        ("seller", "pricing", "another kind"),
        ("sales/index", "together/index", "stays"),
        ("nobody", "seller", "There is no page “nobody”"),
    ],
)
def test_what_cannot_be_removed_is_refused(example: Path, name: str, heir: str, why: str) -> None:
    with pytest.raises(RefusedError, match=why):
        remove(read(example), name, heir)
