"""`handbook new` on a copy of the real handbook: what it writes, what is left to write, and how a draft is completed."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml

from conftest import ROOT, build, files, refused, run
from handbook.checks.runner import check
from handbook.editing.write import write
from handbook.languages.registry import CODES
from handbook.model.errors import HandbookError
from handbook.model.finding import Finding
from handbook.reading.load import read
from pages import page

TODAY = date(2026, 11, 24)
WORDS = {
    "sr": "Овде пише шта се ради, ко то ради и зашто је важно.",
    "en": "Here it says what is done, who does it and why that matters.",
}


def handbook(home: Path, *words: str) -> tuple[int, str]:
    done = run("handbook", *words, "--root", home)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout + done.stderr


def left(home: Path) -> list[Finding]:
    """What the check says; here it must be todos and nothing else."""
    findings = check(read(home), TODAY)
    assert {(one.rule, one.severity) for one in findings} <= {("todo", "warning")}, [*map(str, findings)]
    return findings


def line_of(home: Path, finding: Finding) -> str:
    return (home / finding.place.path).read_text("utf-8").split("\n")[finding.place.line - 1]


def added(before: bytes, after: bytes) -> tuple[int, list[str]]:
    """Where lines were put in, from 1, and the lines; every other byte is proven to be what it was."""
    old, new = before.split(b"\n"), after.split(b"\n")
    start = next(number for number, (one, other) in enumerate(zip(old, new, strict=False)) if one != other)
    more = len(new) - len(old)
    assert new[:start] + new[start + more :] == old
    return start + 1, [line.decode() for line in new[start : start + more]]


def write_everything(home: Path, findings: list[Finding]) -> None:
    """Do what the todos of pages ask: a sentence in place of each marker, a description, the title above."""
    for finding in sorted(findings, key=lambda one: one.place.line, reverse=True):
        file = home / finding.place.path
        code = finding.place.path.split("/")[1]
        lines = file.read_text("utf-8").split("\n") if code in CODES else []
        if lines and lines[finding.place.line - 1] == "description:":
            lines[finding.place.line - 1] = f"description: {WORDS[code]}"
        elif lines:
            assert lines[finding.place.line - 1].startswith("<!-- handbook/todo ")
            lines[finding.place.line - 1] = WORDS[code]
        if lines:
            file.write_text("\n".join(lines).replace(" без назива\n", " новог реда\n"), "utf-8")


def edit(home: Path, file: str, *pairs: tuple[str, str]) -> None:
    text = (home / file).read_bytes().decode()
    for old, new in pairs:
        assert text.count(old) == 1, (file, old)
        text = text.replace(old, new)
    (home / file).write_bytes(text.encode())


def test_a_new_role_is_a_draft_with_nothing_amiss_but_what_is_left_to_write(firm: Path) -> None:
    before = files(firm)
    code, said = handbook(firm, "new", "role", "sales-trainer", "--team", "sales")
    page_, lock = "sales/roles/sales-trainer.md", "parity/sales/roles/sales-trainer.lock"
    assert code == 0
    assert said.splitlines() == [
        f"wrote docs/en/{page_}",
        f"wrote docs/sr/{page_}",
        "wrote facts/roles.yml",
        "wrote mkdocs.yml",
        f"wrote {lock}",
        "Next: run “handbook check”; every line that ends with [todo] is something to write, with file and line.",
        "Mention the page where readers look for it, and mend the numbers there: docs/sr/sales/index.md.",
        "Mention the page where readers look for it, and mend the numbers there: docs/en/sales/index.md.",
        "When nothing else is left, remove “draft: true” (facts/roles.yml:46).",
        "Then read both languages once more and run “handbook confirm sales/roles/sales-trainer”.",
    ]
    after = files(firm)
    assert {path for path in after if after[path] != before.get(path)} == {
        f"docs/en/{page_}", f"docs/sr/{page_}", "facts/roles.yml", "mkdocs.yml", lock,
    }  # fmt: skip
    assert added(before["facts/roles.yml"], after["facts/roles.yml"]) == (40, [
        "sales-trainer:", "  team: sales", "  reports_to: todo", "  deputies: [todo]",
        "  horizon: short", "  origin: added", "  draft: true",
    ])  # fmt: skip
    assert added(before["mkdocs.yml"], after["mkdocs.yml"])[1] == ["          - sales/roles/sales-trainer.md"]
    assert after["mkdocs.yml"].decode().split("\n").index("          - sales/roles/sales-trainer.md") == \
        after["mkdocs.yml"].decode().split("\n").index("          - sales/roles/sales-manager.md") + 1  # fmt: skip
    assert all(line.endswith("  seed") for line in after[lock].decode().splitlines()[1:])


def test_every_todo_names_the_line_on_which_something_is_missing(firm: Path) -> None:
    handbook(firm, "new", "role", "sales-trainer", "--team", "sales")
    findings = left(firm)
    told = {(one.place.path, one.place.line) for one in findings}
    for code in CODES:
        path = f"docs/{code}/sales/roles/sales-trainer.md"
        lines = (firm / path).read_text("utf-8").split("\n")
        expected = {number for number, line in enumerate(lines, 1) if line.startswith("<!-- handbook/todo ")}
        assert len(expected) == 9, "one for the title, the introduction and each of the seven sections"
        assert {line for file, line in told if file == path} == expected | {lines.index("description:") + 1}
    facts = {line_of(firm, one) for one in findings if one.place.path == "facts/roles.yml"}
    assert facts == {"sales-trainer:", "  reports_to: todo", "  deputies: [todo]", "  draft: true"}
    assert handbook(firm, "check")[0] == 0


def test_a_role_that_is_told_everything_lacks_only_its_words(firm: Path) -> None:
    code, _ = handbook(
        firm, "new", "role", "seo-writer", "--team", "marketing", "--group", "creative",
        "--reports-to", "marketing-team-lead", "--deputy", "content-writer", "--deputy", "seo-specialist",
        "--title-sr", "Аутор за претрагу", "--title-en", "Search writer",
    )  # fmt: skip
    assert code == 0
    role = read(firm).facts.roles["seo-writer"]
    assert (role.group, role.reports_to, role.deputies) == (
        "creative", "marketing-team-lead", ("content-writer", "seo-specialist"),
    )  # fmt: skip
    assert (role.horizon, role.origin, role.draft) == ("long", "added", True)
    assert [line_of(firm, one) for one in left(firm) if one.place.path.startswith("facts/")] == [
        "seo-writer:", "  draft: true",
    ]  # fmt: skip
    for language, title in (("sr", "# Аутор за претрагу"), ("en", "# Search writer")):
        text = (firm / f"docs/{language}/marketing/roles/seo-writer.md").read_text("utf-8")
        assert f"\n{title}\n" in text
        assert text.count("handbook/todo") == 8, "with a title there is none to write"


def test_a_new_role_stands_behind_the_others_of_its_group(firm: Path) -> None:
    handbook(firm, "new", "role", "head-of-events", "--team", "marketing", "--group", "ladder")
    roles = list(read(firm).facts.roles)
    assert roles.index("head-of-events") == roles.index("marketing-director") + 1
    nav = [path for path, _ in read(firm).nav]
    assert nav.index("marketing/roles/head-of-events.md") == nav.index("marketing/roles/marketing-director.md") + 1


@pytest.fixture
def drafted(firm: Path) -> Path:
    """The handbook with a new responsibility that knows who does it, and how often."""
    code, _ = handbook(
        firm, "new", "responsibility", "price-list", "--team", "sales", "--accountable", "sales-manager",
        "--responsible", "sales-specialist", "--responsible", "sales-manager", "--every", "quarterly",
        "--title-sr", "Одржавање ценовника", "--title-en", "Keep the price list",
    )  # fmt: skip
    assert code == 0
    return firm


def test_a_new_responsibility_says_who_does_it(drafted: Path) -> None:
    start, lines = added((ROOT / "facts/responsibilities.yml").read_bytes(),
                         (drafted / "facts/responsibilities.yml").read_bytes())  # fmt: skip
    assert lines == [
        "price-list:", "  team: sales", "  accountable: sales-manager", "  responsible:", "    - sales-specialist",
        "    - sales-manager", "  consulted: []", "  informed: []", "  cadence:", "    every: [quarterly]",
        "  origin: added", "  draft: true",
    ]  # fmt: skip
    duties = list(read(drafted).facts.responsibilities)
    assert duties.index("price-list") == duties.index("performance-reporting") + 1
    assert [line_of(drafted, one) for one in left(drafted) if one.place.path.startswith("facts/")] == ["  draft: true"]
    assert start > 1


def test_a_responsibility_without_roles_is_told_what_it_lacks(firm: Path) -> None:
    assert handbook(firm, "new", "responsibility", "price-list", "--team", "sales")[0] == 0
    missing_libraries = [line_of(firm, one) for one in left(firm) if one.place.path.startswith("facts/")]
    assert missing_libraries == ["  accountable: []", "  responsible: []", "    every: []", "  draft: true"]


def test_a_draft_is_built_and_tells_readers_and_search_apart_what_is_missing(drafted: Path) -> None:
    built = build(drafted / "mkdocs.yml", drafted / "site")
    assert built.returncode == 0, built.stderr
    for code, said, kept in (
        ("sr", "Још треба написати: Списак: по чему се види да је добро урађено.", "Одржавање ценовника"),
        ("en", "Still to write: A list: how one sees that it was done well.", "Keep the price list"),
    ):
        text = page(drafted / "site", "sales/responsibilities/price-list.md", code).text()
        assert said in text
        assert kept in page(drafted / "site", "together/raci.md", code).text()
        index = (drafted / "site" / ("" if code == "sr" else code) / "search/search_index.json").read_text("utf-8")
        assert kept in index
        assert said.partition(": ")[0] not in index


def test_completing_a_draft_gives_a_clean_check(drafted: Path) -> None:
    write_everything(drafted, left(drafted))
    edit(drafted, "facts/responsibilities.yml", ("  draft: true\n", ""))
    assert handbook(drafted, "confirm", "sales/responsibilities/price-list")[0] == 0
    assert check(read(drafted), TODAY) == []
    assert "seed" not in (drafted / "parity/sales/responsibilities/price-list.lock").read_text("utf-8")


@pytest.mark.parametrize("kind", ["role", "responsibility", "guide"])
def test_removing_the_draft_with_something_left_is_an_error_at_each_place(firm: Path, kind: str) -> None:
    handbook(firm, "new", kind, "something-new", "--team", "sales")
    missing_libraries = {one.place for one in left(firm) if "is a draft" not in str(one.message)}
    for file in ("roles", "responsibilities", "guides"):
        text = (firm / f"facts/{file}.yml").read_text("utf-8")
        (firm / f"facts/{file}.yml").write_text(
            text.replace("  draft: true\n", "").replace(", draft: true", ""), "utf-8"
        )
    findings = check(read(firm), TODAY)
    assert {one.severity for one in findings} == {"error"}
    assert {one.place for one in findings} == missing_libraries
    assert handbook(firm, "check")[0] == 1


@pytest.mark.parametrize(("words", "path", "neighbour"), [
    (["--team", "together"], "together/price-changes.md", "together/calendar.md"),
    (["--team", "sales"], "sales/price-changes.md", "sales/index.md"),
    ([], "price-changes.md", "glossary.md"),
])  # fmt: skip
def test_a_new_guide_stands_in_the_folder_it_is_given(firm: Path, words: list[str], path: str, neighbour: str) -> None:
    assert handbook(firm, "new", "guide", "price-changes", *words, "--owner", "sales-manager")[0] == 0
    _, lines = added((ROOT / "facts/guides.yml").read_bytes(), (firm / "facts/guides.yml").read_bytes())
    assert lines == [f"{path}: {{owner: sales-manager, review_months: 6, draft: true}}"]
    nav = [one for one, _ in read(firm).nav]
    assert nav.index(path) == nav.index(neighbour) + 1
    todos = left(firm)
    assert {one.place.path for one in todos} == {f"docs/sr/{path}", f"docs/en/{path}", "facts/guides.yml"}
    write_everything(firm, [one for one in todos if one.place.path.startswith("docs/")])
    edit(firm, "facts/guides.yml", (", draft: true", ""))
    assert handbook(firm, "confirm", path)[0] == 0
    assert check(read(firm), TODAY) == []


def test_an_owner_who_is_not_named_yet_is_a_todo(firm: Path) -> None:
    handbook(firm, "new", "guide", "price-changes")
    assert {line_of(firm, one) for one in left(firm) if one.place.path == "facts/guides.yml"} == {
        "price-changes.md: {owner: todo, review_months: 6, draft: true}"
    }


def test_what_an_editor_writes_is_neither_reordered_nor_retyped(firm: Path) -> None:
    for path in ("facts/roles.yml", "mkdocs.yml"):
        text = (firm / path).read_bytes().decode()
        text = text.replace("\n", "\r\n").replace("  horizon: short", "  horizon:   short   # кратко", 1)
        (firm / path).write_bytes(b"\xef\xbb\xbf" + text.encode())
    before = files(firm)
    assert handbook(firm, "new", "role", "sales-trainer", "--team", "sales")[0] == 0
    for path in ("facts/roles.yml", "mkdocs.yml"):
        _, lines = added(before[path], (firm / path).read_bytes())
        assert all(line.endswith("\r") for line in lines)
    assert yaml.safe_load((firm / "facts/roles.yml").read_bytes())["sales-trainer"]["team"] == "sales"


REFUSALS = [
    (["role", "Sales_Trainer", "--team", "sales"], "“Sales_Trainer” cannot be an id: use small Latin letters"),
    (["role", "тренер", "--team", "sales"], "“тренер” cannot be an id: use small Latin letters"),
    (["role", "../evil", "--team", "sales"], "“../evil” cannot be an id"),
    (["role", "todo", "--team", "sales"], "“todo” cannot be an id: it means something else here."),
    (["role", "off", "--team", "sales"], "“off” cannot be an id: it means something else here."),
    (["guide", "2026-01-31"], "“2026-01-31” cannot be an id: it means something else here."),
    (["guide", "index", "--team", "about"], "“index” cannot be an id: it means something else here."),
    (["role", "sales-manager", "--team", "sales"], "“sales-manager” is already the id of a role. Choose another."),
    (["role", "forecast", "--team", "sales"], "“forecast” is already the id of a responsibility. Choose another."),
    (["role", "agency", "--team", "sales"], "“agency” is already the id of an outside party. Choose another."),
    (["guide", "forecast"], "“forecast” is already the id of a responsibility. Choose another."),
    (["responsibility", "agreement", "--team", "sales"], "“agreement” is already the name of the page together/agreement.md."),
    (["guide", "together"], "“together.md” would have the address of “together/index.md”. Choose another id."),
    (["role", "trainer", "--team", "sale"], "There is no team “sale”. Did you mean “sales”? Known: sales, marketing."),
    (["guide", "trainer", "--team", "togther"], "There is no folder “togther”. Did you mean “together”?"),
    (["guide", "trainer", "--team", "../docs"], "There is no folder “../docs”."),
    (["role", "trainer", "--team", "sales", "--group", "ladder"], "There is no group of this team “ladder”."),
    (["role", "trainer", "--team", "marketing", "--group", "lader"], "There is no group of this team “lader”. Did you mean “ladder”?"),
    (["role", "trainer", "--team", "sales", "--reports-to", "boss"], "There is no role “boss”."),
    (["role", "trainer", "--team", "sales", "--deputy", "owner"], "There is no role “owner”."),
    (["responsibility", "pricing", "--team", "sales", "--accountable", "sales-manger"], "There is no role “sales-manger”. Did you mean “sales-manager”?"),
    (["responsibility", "pricing", "--team", "sales", "--responsible", "ghost"], "There is no role “ghost”."),
    (["guide", "pricing", "--owner", "ghost"], "There is no role “ghost”."),
]  # fmt: skip


@pytest.mark.parametrize(("words", "said"), REFUSALS, ids=[" ".join(words) for words, _ in REFUSALS])
def test_what_cannot_be_begun_is_refused_and_nothing_is_written(untouched: Path, words: list[str], said: str) -> None:
    assert said in refused(untouched, "new", *words)


def test_a_refusal_ends_with_1_and_says_that_nothing_was_written(firm: Path) -> None:
    assert handbook(firm, "new", "role", "trainer", "--team", "sale") == (
        1, "There is no team “sale”. Did you mean “sales”? Known: sales, marketing.\nNothing was written.\n",
    )  # fmt: skip


def stray_files(firm: Path) -> Iterator[tuple[str, bytes]]:
    yield "docs/en/sales/roles/sales-trainer.md", b"# Somebody's page\n"
    yield "parity/sales/roles/sales-trainer.lock", b"parity-lock 1  algo=1\n"


@pytest.mark.parametrize("number", [0, 1])
def test_a_file_that_is_there_is_never_overwritten(firm: Path, number: int) -> None:
    path, data = [*stray_files(firm)][number]
    (firm / path).write_bytes(data)
    before = files(firm)
    code, told = handbook(firm, "new", "role", "sales-trainer", "--team", "sales")
    assert code == 1
    assert f"{path} is there already, and nothing is overwritten." in told
    assert files(firm) == before


@pytest.mark.parametrize(("path", "text"), [
    ("facts/roles.yml", "a: ["), ("facts/people.yml", "ana: {name: А, form: x}"), ("mkdocs.yml", "nav: ["),
])  # fmt: skip
def test_files_that_cannot_be_read_are_mended_first(firm: Path, path: str, text: str) -> None:
    (firm / path).write_text(text, "utf-8")
    before = files(firm)
    code, told = handbook(firm, "new", "role", "sales-trainer", "--team", "sales")
    assert code == 1
    assert path in told
    assert files(firm) == before


def test_a_missing_template_is_told(firm: Path) -> None:
    (firm / "templates/en/role.md").unlink()
    code, told = handbook(firm, "new", "role", "sales-trainer", "--team", "sales")
    assert (code, told) == (
        1, "templates/en/role.md is missing, from which new pages are made. Bring it back.\nNothing was written.\n",
    )  # fmt: skip


def test_a_disk_that_refuses_half_way_leaves_every_file_as_it_was(firm: Path) -> None:
    (firm / "here").write_text("a file where a folder was expected")
    before = files(firm)
    with pytest.raises(HandbookError, match="cannot be written: Not a directory"):
        write(firm, {"facts/roles.yml": "gone", "docs/sr/index.md": None, "here/is/no.md": "text"})
    assert files(firm) == before


def test_a_refusal_is_told_in_the_language_that_is_asked_for(firm: Path) -> None:
    done = handbook(firm, "new", "role", "trainer", "--team", "sale", "--language", "sr")
    assert done == (
        1, "Не постоји тим „sale“. Јесте ли мислили „sales“? Постоје: sales, marketing.\nНишта није уписано.\n"
    )  # fmt: skip
