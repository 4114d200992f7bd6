"""A firm makes the handbook its own: each change once, on a copy of the real tree.

Each ends in a clean check, or in findings that say exactly what else to change; then that is changed.
"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import build
from handbook.checks.runner import check, file_findings
from handbook.editing.write import write as put
from handbook.languages.registry import CODES
from handbook.model.finding import Finding
from handbook.parity.confirm import confirm
from handbook.reading.load import read
from pages import page

TODAY = date(2026, 11, 24)
PARTS = ("accountable", "responsible", "consulted", "informed")


def remove_pages(firm: Path, path: str) -> None:
    for code in CODES:
        (firm / "docs" / code / path).unlink()


def facts(firm: Path, file: str) -> dict[str, Any]:
    read_in: dict[str, Any] = yaml.safe_load((firm / f"facts/{file}.yml").read_text("utf-8"))
    return read_in


def write(firm: Path, file: str, data: object) -> None:
    (firm / f"facts/{file}.yml").write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")


def told(findings: list[Finding], rule: str) -> set[str]:
    return {finding.place.path for finding in findings if finding.rule == rule}


def remove_roles(firm: Path, ids: set[str], heir: str) -> None:
    """Do what the findings ask: the heir takes over, and nothing names the roles any more."""
    roles = facts(firm, "roles")
    for id_ in ids:
        remove_pages(firm, f"{roles.pop(id_)['team']}/roles/{id_}.md")
    for role in roles.values():
        role["deputies"] = [one for one in role.get("deputies", []) if one not in ids]
    write(firm, "roles", roles)
    duties = facts(firm, "responsibilities")
    for duty in duties.values():
        if duty["accountable"] in ids:
            duty["accountable"] = heir
        for part in PARTS[1:]:
            duty[part] = [one for one in duty.get(part, []) if one not in ids]
        duty["responsible"] = duty["responsible"] or [heir]
        if heir in duty["responsible"] or heir == duty["accountable"]:
            duty["consulted"] = [one for one in duty["consulted"] if one != heir]
            duty["informed"] = [one for one in duty["informed"] if one != heir]
    write(firm, "responsibilities", duties)
    exchanges = facts(firm, "exchanges")
    write(firm, "exchanges", {key: one for key, one in exchanges.items() if not ids & set(one["between"])})
    guides = facts(firm, "guides")
    write(
        firm,
        "guides",
        {key: one | {"owner": heir if one["owner"] in ids else one["owner"]} for key, one in guides.items()},
    )


def repair(firm: Path, findings: list[Finding], ids: set[str]) -> None:
    """Take out what the findings point at: links on pages, questions, lines of the navigation, locks."""
    for finding in findings:
        if finding.rule == "missing-page" and finding.place.path.endswith(".lock"):
            (firm / finding.place.path).unlink()
        elif finding.rule == "missing-page":
            blank_line(firm / finding.place.path, finding.place.line)
        elif finding.rule == "dead-link" and finding.place.path.startswith("docs/"):
            unlink(firm / finding.place.path, finding.place.line, ids)
    questions = facts(firm, "questions")
    write(firm, "questions", {
        key: one for key, one in questions.items()
        if not ids & set(one.get("roles", [])) and not any(f"/{id_}.md" in one["page"] for id_ in ids)
    })  # fmt: skip


def blank_line(file: Path, line: int) -> None:
    lines = file.read_text("utf-8").split("\n")
    lines[line - 1] = ""
    file.write_text("\n".join(lines), "utf-8")


def unlink(file: Path, line: int, ids: set[str]) -> None:
    """Leave the words of a link and take the link away."""
    lines = file.read_text("utf-8").split("\n")
    for id_ in ids:
        while f"{id_}.md" in lines[line - 1]:
            before, _, rest = lines[line - 1].partition(f"{id_}.md")
            head, _, words = before.rpartition("](")[0].rpartition("[")
            lines[line - 1] = head + words + rest.partition(")")[2]
    file.write_text("\n".join(lines), "utf-8")


def agree(firm: Path, *names: str) -> None:
    """Say that both languages have been read, as `handbook confirm` does; of facts and pages that changed."""
    book = read(firm)
    put(firm, confirm(book, names, file_findings(book, TODAY)))


def moved(findings: list[Finding]) -> list[str]:
    """The sections that wait for somebody to confirm them, as the findings name them."""
    asked = (str(finding.fix) for finding in findings if finding.rule == "to-confirm")
    return [fix.partition("handbook confirm ")[2].partition("”")[0] for fix in asked]


def test_a_role_taken_out_leads_to_findings_at_every_line_that_names_it(firm: Path) -> None:
    roles = facts(firm, "roles")
    del roles["seo-specialist"]
    write(firm, "roles", roles)
    remove_pages(firm, "marketing/roles/seo-specialist.md")
    findings = check(read(firm), TODAY)
    assert {"facts/responsibilities.yml", "facts/exchanges.yml", "facts/questions.yml"} <= told(findings, "unknown-id")
    assert told(findings, "missing-page") == {"mkdocs.yml", "parity/marketing/roles/seo-specialist.lock"}
    assert "docs/sr/marketing/index.md" in told(findings, "dead-link")
    for finding in findings:
        if finding.place.path.startswith("docs/") and finding.rule != "to-confirm":
            line = (firm / finding.place.path).read_text("utf-8").split("\n")[finding.place.line - 1]
            assert "seo-specialist" in line
            assert "seo-specialist" in str(finding.message)


@pytest.mark.parametrize(
    ("ids", "heir"),
    [
        ({"seo-specialist"}, "marketing-team-lead"),
        ({"marketing-strategist", "content-writer", "graphic-artist", "seo-specialist",
          "email-marketing-specialist", "ppc-manager", "social-media-manager"}, "marketing-team-lead"),
    ],
    ids=["one role", "the creative team"],
)  # fmt: skip
def test_what_the_findings_ask_for_gives_a_clean_build(firm: Path, ids: set[str], heir: str) -> None:
    remove_roles(firm, ids, heir)
    for _ in range(2):  # an emptied section of the navigation shows only when its pages are gone
        repair(firm, check(read(firm), TODAY), ids)
    agree(firm, *moved(check(read(firm), TODAY)))
    assert [str(finding) for finding in check(read(firm), TODAY)] == []
    built = build(firm / "mkdocs.yml", firm / "site")
    assert (built.returncode, built.stderr) == (0, "")


def test_a_new_title_shows_everywhere_at_once(firm: Path) -> None:
    for code, old, new in (
        ("sr", "# Комерцијалиста", "# Саветник продаје"),
        ("en", "# Account executive", "# Sales adviser"),
    ):
        file = firm / f"docs/{code}/sales/roles/account-executive.md"
        file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    assert moved(check(read(firm), TODAY)) == ["sales/roles/account-executive#"]
    agree(firm, "sales/roles/account-executive#")
    assert check(read(firm), TODAY) == []
    built = build(firm / "mkdocs.yml", firm / "site")
    assert (built.returncode, built.stderr) == (0, "")
    assert page(firm / "site", "ask.md").tree.xpath("//a[@rel='edit']") == [], "no repository, no pencil"
    for path in (
        "sales/roles/sales-manager.md",
        "together/raci.md",
        "together/exchanges.md",
        "org-chart.md",
        "a-z.md",
    ):
        assert "Саветник продаје" in page(firm / "site", path).text(), path
        assert "Sales adviser" in page(firm / "site", path, "en").text(), path


def test_one_person_with_several_roles_stands_on_each_of_their_cards(firm: Path) -> None:
    write(firm, "people", {
        "mira": {"name": "Мира Илић", "form": "f", "roles": ["marketing-manager", "content-writer"]},
        "jovan": {"name": "Јован Перић", "roles": ["content-writer"], "first_for": ["content-writer"]},
    })  # fmt: skip
    assert check(read(firm), TODAY) == []
    built = build(firm / "mkdocs.yml", firm / "site")
    assert (built.returncode, built.stderr) == (0, "")
    card = "//*[@class='handbook-card']"
    assert "Улогу носи Мира Илић" in page(firm / "site", "marketing/roles/marketing-manager.md").text(card)
    writer = page(firm / "site", "marketing/roles/content-writer.md").text(card)
    assert "Јован Перић (први контакт); Мира Илић" in writer
