"""What a firm does to make a handbook its own, step by step as the manual describes it, for tests to do on a copy."""

import itertools
from collections.abc import Collection
from pathlib import Path
from typing import Any

import yaml

from drafts import TODAY, left, write_everything
from handbook.checks.runner import check
from handbook.model.facts import Role
from handbook.model.finding import Finding
from handbook.reading.load import read
from sites import handbook
from trees import CODES

PARTS = ("responsible", "consulted", "informed")
"""The parts of a RACI row that several roles may have."""
NEW_ROLE, NEW_GUIDE, NEW_QUESTION = "spare-role", "spare-guide", "spare-question"
ALSO = {code: [f"{word} {code}" for word in ("one", "two", "three", "four", "five")] for code in CODES}
"""What people say or type when they look for something new."""
NEW_TITLE = {"sr": "Нов назив улоге", "en": "A new title of a role"}


def facts(home: Path, name: str) -> dict[str, Any]:
    """The entries of a file of facts."""
    entries: dict[str, Any] = yaml.safe_load((home / f"facts/{name}.yml").read_text("utf-8")) or {}
    return entries


def write_facts(home: Path, name: str, entries: dict[str, Any]) -> None:
    """Write a file of facts; the comments at its top stay."""
    file = home / f"facts/{name}.yml"
    lines = file.read_text("utf-8").splitlines(keepends=True)
    top = itertools.takewhile(lambda line: line.startswith("#"), lines)
    file.write_text("".join(top) + yaml.safe_dump(entries, allow_unicode=True, sort_keys=False), "utf-8")


def waiting(findings: list[Finding]) -> list[str]:
    """The sections that somebody has to confirm, as the findings name them."""
    fixes = (str(finding.fix) for finding in findings if finding.rule == "to-confirm")
    return [fix.partition("handbook confirm ")[2].partition("”")[0] for fix in fixes]


def confirm_what_waits(home: Path) -> None:
    """Confirm both languages of everything that the check wants to be confirmed."""
    if sections := waiting(check(read(home), TODAY)):
        done = handbook(home, "confirm", *sections)
        assert done.returncode == 0, done.stderr


def some_role(home: Path) -> tuple[Role, str]:
    """A role that can be removed, and the role that takes over: its boss."""
    roles = read(home).facts.roles
    bosses = {role.reports_to for role in roles.values()}
    return next(
        (role, role.reports_to) for role in roles.values() if role.id not in bosses and role.reports_to in roles
    )


def remove_pages(home: Path, path: str) -> None:
    for code in CODES:
        (home / "docs" / code / path).unlink()


def remove_roles(home: Path, ids: Collection[str], heir: str) -> None:
    """Remove roles and their pages, then do what the findings ask for, until nothing names the roles any more."""
    roles = facts(home, "roles")
    for id_ in ids:
        remove_pages(home, f"{roles[id_]['team']}/roles/{id_}.md")
    write_facts(home, "roles", _without_roles(roles, ids, heir))
    _hand_over(home, ids, heir)
    for _ in range(2):  # an empty section of the navigation is found only when its pages are gone
        _do_what_is_asked(home, check(read(home), TODAY), ids)
    confirm_what_waits(home)


def _without_roles(roles: dict[str, Any], ids: Collection[str], heir: str) -> dict[str, Any]:
    while roles[heir]["reports_to"] in ids:
        roles[heir]["reports_to"] = roles[roles[heir]["reports_to"]]["reports_to"]
    for role in roles.values():
        role["reports_to"] = heir if role["reports_to"] in ids else role["reports_to"]
        role["deputies"] = [id_ for id_ in role.get("deputies", []) if id_ not in ids]
        role["dotted"] = [line for line in role.get("dotted", []) if line["role"] not in ids]
        if role.get("mentor") in ids:
            del role["mentor"]
    return {id_: role for id_, role in roles.items() if id_ not in ids}


def _hand_over(home: Path, ids: Collection[str], heir: str) -> None:
    """Put the heir in the place of roles in all other facts; exchanges of the roles end."""
    duties = facts(home, "responsibilities")
    for duty in duties.values():
        if duty["accountable"] in ids:
            duty["accountable"] = heir
        for part in PARTS:
            duty[part] = [id_ for id_ in duty.get(part, []) if id_ not in ids]
        duty["responsible"] = duty["responsible"] or [heir]
        if heir in duty["responsible"] or heir == duty["accountable"]:
            for part in PARTS[1:]:
                duty[part] = [id_ for id_ in duty[part] if id_ != heir]
    write_facts(home, "responsibilities", duties)
    exchanges = facts(home, "exchanges").items()
    write_facts(home, "exchanges", {id_: entry for id_, entry in exchanges if not {*ids} & {*entry["between"]}})
    _hand_over_decisions(home, ids, heir)
    _hand_over_measures(home, ids, heir)
    _hand_over_meetings(home, ids, heir)
    guides = facts(home, "guides")
    for guide in guides.values():
        guide["owner"] = heir if guide["owner"] in ids else guide["owner"]
    write_facts(home, "guides", guides)
    people = facts(home, "people")
    for person in people.values():
        person["roles"] = [id_ for id_ in person["roles"] if id_ not in ids] or [heir]
        person["first_for"] = [id_ for id_ in person.get("first_for", []) if id_ not in ids]
    write_facts(home, "people", people)


def _hand_over_decisions(home: Path, ids: Collection[str], heir: str) -> None:
    decisions = facts(home, "decisions")
    for decision in decisions.values():
        if decision["decides"] in ids:
            decision["decides"] = heir
            decision.pop("responsibility", None)  # the heir may have no part in it
        for key in ("proposes", "consents"):
            decision[key] = [id_ for id_ in decision.get(key, []) if id_ not in ids]
    write_facts(home, "decisions", decisions)


def _hand_over_measures(home: Path, ids: Collection[str], heir: str) -> None:
    measures = facts(home, "measures")
    for measure in measures.values():
        measure["owner"] = heir if measure["owner"] in ids else measure["owner"]
        for key in ("roles", "responsibilities"):
            measure[key] = [id_ for id_ in measure.get(key, []) if id_ not in ids]
    write_facts(home, "measures", measures)


def _hand_over_meetings(home: Path, ids: Collection[str], heir: str) -> None:
    meetings = facts(home, "meetings")
    for meeting in meetings.values():
        meeting["leads"] = heir if meeting["leads"] in ids else meeting["leads"]
        meeting["attends"] = [id_ for id_ in meeting.get("attends", []) if id_ not in (*ids, meeting["leads"])]
    write_facts(home, "meetings", meetings)


def _do_what_is_asked(home: Path, findings: list[Finding], ids: Collection[str]) -> None:
    """Take out what the findings point at: links on pages, questions, lines of the navigation, locks."""
    for finding in findings:
        file = home / finding.place.path
        if finding.rule == "missing-page" and file.suffix == ".lock":
            file.unlink()
        elif finding.rule == "missing-page":
            _blank_line(file, finding.place.line)
        elif finding.rule == "published":
            _redirect(home, file.read_text("utf-8").split("\n")[finding.place.line - 1])
        elif finding.rule == "dead-link" and finding.place.path.startswith("docs/"):
            _unlink(file, finding.place.line, ids)
    questions = facts(home, "questions")
    write_facts(
        home,
        "questions",
        {
            id_: question
            for id_, question in questions.items()
            if not {*ids} & {*question.get("roles", [])} and not any(f"/{role}.md" in question["page"] for role in ids)
        },
    )


def _redirect(home: Path, path: str) -> None:
    """Let the address of a page that was removed lead to the page of its team."""
    moved = home / "facts/moved.yml"
    moved.write_text(f"{moved.read_text('utf-8').rstrip()}\n{path}: {{to: {path.split('/')[0]}/index.md}}\n", "utf-8")


def _blank_line(file: Path, line: int) -> None:
    lines = file.read_text("utf-8").split("\n")
    lines[line - 1] = ""
    file.write_text("\n".join(lines), "utf-8")


def _unlink(file: Path, line: int, ids: Collection[str]) -> None:
    """Leave the words of a link and take the link away."""
    lines = file.read_text("utf-8").split("\n")
    for id_ in ids:
        while f"{id_}.md" in lines[line - 1]:
            before, _, rest = lines[line - 1].partition(f"{id_}.md")
            head, _, words = before.rpartition("](")[0].rpartition("[")
            lines[line - 1] = head + words + rest.partition(")")[2]
    file.write_text("\n".join(lines), "utf-8")


def change_title(home: Path, path: str, titles: dict[str, str]) -> None:
    """Change the heading of a page in both languages; the old title stays among its other names."""
    for code, title in titles.items():
        file = home / "docs" / code / path
        _, head, body = file.read_text("utf-8").split("---\n", 2)
        before, _, rest = body.partition("# ")
        old, _, after = rest.partition("\n")
        meta = yaml.safe_load(head)
        meta["aliases"] = [*meta.get("aliases", []), old]
        written = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False, width=1000)
        file.write_text(f"---\n{written}---\n{before}# {title}\n{after}", "utf-8")


def add_question(home: Path, id_: str) -> None:
    """Add a question that a role answers."""
    role = read(home).facts.roles[id_]
    write_facts(
        home,
        "questions",
        facts(home, "questions")
        | {
            NEW_QUESTION: {
                "ask": {"sr": "Ко ово прво прочита?", "en": "Who reads this first?"},
                **_also(facts(home, "questions")),
                "roles": [role.id],
                "page": role.page,
            }
        },
    )
    confirm_what_waits(home)


def add_role(home: Path) -> None:
    """Add a role to the first team: begin it, write its words, give it work, and confirm it."""
    book = read(home)
    team = next(iter(book.facts.teams.values()))
    boss = next(role.id for role in book.facts.roles.values() if role.team == team.id)
    group = ["--group", next(iter(team.groups))] if team.groups else []
    _begin(
        home,
        "role",
        NEW_ROLE,
        "--team",
        team.id,
        *group,
        "--reports-to",
        boss,
        "--deputy",
        boss,
        "--title-sr",
        "Резервна улога",
        "--title-en",
        "Spare role",
    )
    duties = facts(home, "responsibilities")
    duty = next(duty for duty in duties.values() if duty["team"] == team.id)
    duty["responsible"].append(NEW_ROLE)
    write_facts(home, "responsibilities", duties)
    _complete(home, "roles", NEW_ROLE)


def add_guide(home: Path) -> None:
    """Add a guide beside the front page: begin it, write its words, and confirm it."""
    owner = next(iter(read(home).facts.roles))
    _begin(home, "guide", NEW_GUIDE, "--owner", owner, "--title-sr", "Резервни водич", "--title-en", "Spare guide")
    _complete(home, "guides", f"{NEW_GUIDE}.md")


def _also(entries: dict[str, Any]) -> dict[str, Any]:
    """The words for a new entry, where the others have as many."""
    lists = (words for entry in entries.values() for words in entry.get("also", {}).values())
    return {"also": ALSO} if any(len(words) >= len(ALSO[CODES[0]]) for words in lists) else {}


def _begin(home: Path, *words: str) -> None:
    done = handbook(home, "new", *words)
    assert done.returncode == 0, done.stderr


def _complete(home: Path, name: str, id_: str) -> None:
    write_everything(home, left(home))
    entries = facts(home, name)
    del entries[id_]["draft"]
    entries[id_] |= _also(entries)
    write_facts(home, name, entries)
    done = handbook(home, "confirm", "--all")
    assert done.returncode == 0, done.stderr
