"""`handbook new` on the example: what it writes, what is left to write, and how a draft is completed.

New pages are tested by the files that the functions of `drafting` return; the command by what it prints; the site by
one build with a draft.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
import yaml

from drafts import TODAY, left, write_everything
from handbook.checks.runner import check
from handbook.editing import new_page
from handbook.editing.draft import Titles
from handbook.editing.write import write
from handbook.model.errors import HandbookError, RefusedError
from handbook.model.finding import Finding
from handbook.model.handbook import Handbook
from handbook.parity.new_locks import Writes
from handbook.reading.load import read
from pages import page
from sites import build, handbook
from trees import CODES, edit, files, settings

SHARED = {f"facts/{file}.yml" for file in ("decisions", "measures", "meetings")}
UNTITLED: Titles = dict.fromkeys(CODES)


@pytest.fixture(scope="module")
def book(example_copy: Path) -> Handbook:
    """The example, read; nobody writes to its files."""
    return read(example_copy)


def new_role(
    book: Handbook,
    id_: str = "sales-trainer",
    team: str = "sales",
    titles: Titles = UNTITLED,
    group: str | None = None,
    reports_to: str | None = None,
    deputies: Sequence[str] = (),
) -> Writes:
    return new_page.role(book, id_, team, titles, group, reports_to, deputies)


def new_responsibility(
    book: Handbook,
    id_: str = "stock-taking",
    team: str = "sales",
    titles: Titles = UNTITLED,
    accountable: str | None = None,
    responsible: Sequence[str] = (),
    every: Sequence[str] = (),
) -> Writes:
    return new_page.responsibility(book, id_, team, titles, accountable, responsible, every)


def new_guide(
    book: Handbook, id_: str = "price-changes", folder: str = "", titles: Titles = UNTITLED, owner: str | None = None
) -> Writes:
    return new_page.guide(book, id_, folder, titles, owner)


NEW: Mapping[str, Callable[..., Writes]] = {"role": new_role, "responsibility": new_responsibility, "guide": new_guide}


def text(writes: Writes, path: str) -> str:
    """What is written into a file."""
    new = writes[path]
    assert new is not None
    return new


def line_of(home: Path, finding: Finding) -> str:
    return (home / finding.place.path).read_text("utf-8").split("\n")[finding.place.line - 1]


def added(before: bytes, after: bytes) -> tuple[int, list[str]]:
    """Where lines were put in, from 1, and the lines; every other byte is proven to be what it was."""
    old, new = before.split(b"\n"), after.split(b"\n")
    start = next(number for number, (line, now) in enumerate(zip(old, new, strict=False)) if line != now)
    more = len(new) - len(old)
    assert new[:start] + new[start + more :] == old
    return start + 1, [line.decode() for line in new[start : start + more]]


def added_to(home: Path, writes: Writes, path: str) -> tuple[int, list[str]]:
    """The lines that are put into a file, as `added` gives them."""
    return added((home / path).read_bytes(), text(writes, path).encode())


def test_a_new_role_is_a_draft_with_nothing_wrong_but_what_is_left_to_write(example: Path) -> None:
    before = files(example)
    done = handbook(example, "new", "role", "sales-trainer", "--team", "sales")
    path, lock = "sales/roles/sales-trainer.md", "parity/sales/roles/sales-trainer.lock"
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        f"wrote docs/en/{path}",
        f"wrote docs/sr/{path}",
        *(f"wrote facts/{file}.yml" for file in ("decisions", "measures", "meetings", "roles")),
        "wrote mkdocs.yml",
        f"wrote {lock}",
        "Next: run “handbook check”; every line that ends with [todo] is something to write, with file and line.",
        "Mention the page where readers look for it, and update the numbers there: docs/sr/sales/index.md.",
        "Mention the page where readers look for it, and update the numbers there: docs/en/sales/index.md.",
        "When nothing else is left, remove “draft: true” (facts/roles.yml:20).",
        "Then read both languages once more and run “handbook confirm --all”.",
    ]
    after = files(example)
    assert {path for path in after if after[path] != before.get(path)} == {
        f"docs/en/{path}",
        f"docs/sr/{path}",
        *(f"facts/{file}.yml" for file in ("decisions", "measures", "meetings", "roles")),
        "mkdocs.yml",
        lock,
    }
    assert added(before["facts/decisions.yml"], after["facts/decisions.yml"])[1] == [
        "sales-trainer:",
        '  phrase: {sr: "", en: ""}',
        "  decides: sales-trainer",
    ]
    assert added(before["facts/roles.yml"], after["facts/roles.yml"]) == (
        14,
        [
            "sales-trainer:",
            "  team: sales",
            "  reports_to: todo",
            "  deputies: [todo]",
            "  horizon: short",
            "  origin: added",
            "  draft: true",
        ],
    )
    line, entry = added(before["mkdocs.yml"], after["mkdocs.yml"])
    assert entry == ["    - sales/roles/sales-trainer.md"]
    assert after["mkdocs.yml"].decode().split("\n")[line - 2] == "    - sales/roles/manager.md"
    assert all(line.endswith("  seed") for line in after[lock].decode().splitlines()[1:] if line)


def test_every_todo_names_the_line_on_which_something_is_missing(example: Path, book: Handbook) -> None:
    write(example, new_role(book))
    findings = left(example)
    places = {(finding.place.path, finding.place.line) for finding in findings}
    for code in CODES:
        path = f"docs/{code}/sales/roles/sales-trainer.md"
        lines = (example / path).read_text("utf-8").split("\n")
        expected = {number for number, line in enumerate(lines, 1) if line.startswith("<!-- handbook/todo ")}
        assert len(expected) == 9, "one for the title, the introduction and each of the seven sections"
        assert {line for file, line in places if file == path} == expected | {lines.index("description:") + 1}
    facts = {line_of(example, finding) for finding in findings if finding.place.path == "facts/roles.yml"}
    assert facts == {"sales-trainer:", "  reports_to: todo", "  deputies: [todo]", "  draft: true"}
    shared = {line_of(example, finding) for finding in findings if finding.place.path in SHARED}
    empty = {f'  {key}: {{sr: "", en: ""}}' for key in ("phrase", "name", "formula", "unit")}
    assert shared == empty | {"  cadence: {every: []}", "  when: {every: weekly}"}
    assert handbook(example, "check").returncode == 0


def test_a_role_with_every_option_given_lacks_only_its_words(example: Path) -> None:
    titles = ("--title-sr", "Аутор за претрагу", "--title-en", "Search writer")
    options = "--team marketing --group crew --reports-to promoter --deputy designer --deputy promoter"
    done = handbook(example, "new", "role", "seo-writer", *options.split(), *titles)
    assert done.returncode == 0
    role = read(example).facts.roles["seo-writer"]
    assert (role.group, role.reports_to, role.deputies) == ("crew", "promoter", ("designer", "promoter"))
    assert (role.horizon, role.origin, role.draft) == ("long", "added", True)
    assert [line_of(example, finding) for finding in left(example) if finding.place.path == "facts/roles.yml"] == [
        "seo-writer:",
        "  draft: true",
    ]
    for code, title in (("sr", "# Аутор за претрагу"), ("en", "# Search writer")):
        content = (example / f"docs/{code}/marketing/roles/seo-writer.md").read_text("utf-8")
        assert f"\n{title}\n" in content
        assert content.count("handbook/todo") == 8, "with a title there is none to write"


def test_a_role_without_its_group_is_asked_for_it(book: Handbook) -> None:
    _, lines = added_to(book.root, new_role(book, team="marketing"), "facts/roles.yml")
    assert "  group: todo" in lines


def test_a_new_role_stands_behind_the_others_of_its_group(example: Path) -> None:
    data = yaml.safe_load((example / "facts/roles.yml").read_text("utf-8"))
    roles = {id_: data[id_] for id_ in ("seller", "manager", "designer", "promoter")}
    (example / "facts/roles.yml").write_text(yaml.safe_dump(roles, allow_unicode=True, sort_keys=False), "utf-8")
    with settings(example) as changed:
        _, in_marketing, *_ = changed["nav"][2]["Маркетинг"]
        in_marketing["Улоге"].reverse()
    write(example, new_role(read(example), "illustrator", "marketing", group="crew"))
    book = read(example)
    assert [*book.facts.roles] == ["seller", "manager", "designer", "illustrator", "promoter"]
    assert [path for path, _ in book.nav if path.startswith("marketing/roles/")] == [
        "marketing/roles/designer.md",
        "marketing/roles/illustrator.md",
        "marketing/roles/promoter.md",
    ]


@pytest.fixture
def drafted(example: Path) -> Path:
    """The example with a new responsibility: who does it is known, and how often."""
    titles = ("--title-sr", "Попис робе", "--title-en", "Count the stock")
    options = "--team sales --accountable manager --responsible seller --responsible manager --every quarterly"
    done = handbook(example, "new", "responsibility", "stock-taking", *options.split(), *titles)
    assert done.returncode == 0
    return example


def test_a_new_responsibility_names_who_does_it(drafted: Path, example_copy: Path) -> None:
    _, lines = added(
        (example_copy / "facts/responsibilities.yml").read_bytes(),
        (drafted / "facts/responsibilities.yml").read_bytes(),
    )
    assert lines == [
        "stock-taking:",
        "  team: sales",
        "  accountable: manager",
        "  responsible:",
        "    - seller",
        "    - manager",
        "  consulted: []",
        "  informed: []",
        "  cadence:",
        "    every: [quarterly]",
        "  origin: added",
        "  draft: true",
    ]
    assert [*read(drafted).facts.responsibilities] == ["selling", "pricing", "stock-taking", "promoting"]
    lacking = [line_of(drafted, finding) for finding in left(drafted) if finding.place.path.startswith("facts/")]
    assert lacking == ["  draft: true"]


def test_the_todos_of_a_responsibility_without_roles_list_what_it_lacks(example: Path, book: Handbook) -> None:
    write(example, new_responsibility(book))
    lacking = [line_of(example, finding) for finding in left(example) if finding.place.path.startswith("facts/")]
    assert lacking == ["  accountable: []", "  responsible: []", "    every: []", "  draft: true"]


def test_a_draft_is_built_and_shows_readers_but_not_search_what_is_missing(drafted: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert build(drafted, site).returncode == 0
    for code, missing, title in (
        ("sr", "Још треба написати: Списак: по чему се види да је добро урађено.", "Попис робе"),
        ("en", "Still to write: A list: how one sees that it was done well.", "Count the stock"),
    ):
        assert missing in page(site, "sales/responsibilities/stock-taking.md", code).text()
        assert title in page(site, "together/raci.md", code).text()
        index = (site / ("" if code == "sr" else code) / "search/search_index.json").read_text("utf-8")
        assert title in index
        assert missing.partition(": ")[0] not in index


def test_completing_a_draft_gives_a_clean_check(drafted: Path) -> None:
    write_everything(drafted, left(drafted))
    edit(drafted, "facts/responsibilities.yml", ("  draft: true\n", ""))
    assert handbook(drafted, "confirm", "sales/responsibilities/stock-taking").returncode == 0
    assert check(read(drafted), TODAY) == []
    assert "seed" not in (drafted / "parity/sales/responsibilities/stock-taking.lock").read_text("utf-8")


@pytest.mark.parametrize("kind", NEW)
def test_removing_the_draft_with_something_left_is_an_error_at_each_place(
    example: Path, book: Handbook, kind: str
) -> None:
    write(example, NEW[kind](book))
    lacking = {finding.place for finding in left(example) if "is a draft" not in str(finding.message)}
    for file in ("roles", "responsibilities", "guides"):
        content = (example / f"facts/{file}.yml").read_text("utf-8")
        (example / f"facts/{file}.yml").write_text(
            content.replace("  draft: true\n", "").replace(", draft: true", ""), "utf-8"
        )
    findings = check(read(example), TODAY)
    assert {finding.severity for finding in findings} == {"error"}
    assert {finding.place for finding in findings} == lacking
    assert handbook(example, "check").returncode == 1


@pytest.mark.parametrize(
    ("words", "path", "neighbour"),
    [
        (["--team", "together"], "together/price-changes.md", "together/calendar.md"),
        (["--team", "sales"], "sales/price-changes.md", "sales/index.md"),
        ([], "price-changes.md", "glossary.md"),
    ],
)
def test_a_new_guide_stands_in_the_folder_it_is_given(
    example: Path, example_copy: Path, words: list[str], path: str, neighbour: str
) -> None:
    assert handbook(example, "new", "guide", "price-changes", *words, "--owner", "manager").returncode == 0
    _, lines = added((example_copy / "facts/guides.yml").read_bytes(), (example / "facts/guides.yml").read_bytes())
    assert lines == [f"{path}: {{owner: manager, review_months: 6, draft: true}}"]
    nav = [path for path, _ in read(example).nav]
    assert nav.index(path) == nav.index(neighbour) + 1
    todos = left(example)
    assert {finding.place.path for finding in todos} == {f"docs/sr/{path}", f"docs/en/{path}", "facts/guides.yml"}
    write_everything(example, [finding for finding in todos if finding.place.path.startswith("docs/")])
    edit(example, "facts/guides.yml", (", draft: true", ""))
    assert handbook(example, "confirm", path).returncode == 0
    assert check(read(example), TODAY) == []


def test_an_owner_who_is_not_named_yet_is_a_todo(example: Path, book: Handbook) -> None:
    write(example, new_guide(book))
    assert {line_of(example, finding) for finding in left(example) if finding.place.path == "facts/guides.yml"} == {
        "price-changes.md: {owner: todo, review_months: 6, draft: true}"
    }


def test_what_an_editor_writes_is_neither_reordered_nor_retyped(example: Path) -> None:
    for path in ("facts/roles.yml", "mkdocs.yml"):
        content = (example / path).read_bytes().decode()
        content = content.replace("\n", "\r\n").replace("  horizon: short", "  horizon:   short   # кратко", 1)
        (example / path).write_bytes(b"\xef\xbb\xbf" + content.encode())
    writes = new_role(read(example))
    for path in ("facts/roles.yml", "mkdocs.yml"):
        _, lines = added_to(example, writes, path)
        assert all(line.endswith("\r") for line in lines)
    assert yaml.safe_load(text(writes, "facts/roles.yml"))["sales-trainer"]["team"] == "sales"


REFUSALS: list[tuple[str, dict[str, object], str]] = [
    ("role", {"id_": "Sales_Trainer"}, "“Sales_Trainer” cannot be an id: use small Latin letters"),
    ("role", {"id_": "тренер"}, "“тренер” cannot be an id: use small Latin letters"),
    ("role", {"id_": "../evil"}, "“../evil” cannot be an id"),
    ("role", {"id_": "todo"}, "“todo” cannot be an id: it means something else here."),
    ("role", {"id_": "off"}, "“off” cannot be an id: it means something else here."),
    ("guide", {"id_": "2026-01-31"}, "“2026-01-31” cannot be an id: it means something else here."),
    ("guide", {"id_": "index", "folder": "about"}, "“index” cannot be an id: it means something else here."),
    ("role", {"id_": "manager"}, "“manager” is already the id of a role. Choose another."),
    ("role", {"id_": "pricing"}, "“pricing” is already the id of a responsibility. Choose another."),
    ("role", {"id_": "it"}, "“it” is already the id of an outside party. Choose another."),
    ("guide", {"id_": "pricing"}, "“pricing” is already the id of a responsibility. Choose another."),
    ("responsibility", {"id_": "meetings"}, "“meetings” is already the name of the page together/meetings.md."),
    ("guide", {"id_": "together"}, "“together.md” would have the address of “together/index.md”. Choose another id."),
    ("role", {"team": "sale"}, "There is no team “sale”. Did you mean “sales”? Known: sales, marketing."),
    ("guide", {"folder": "togther"}, "There is no folder “togther”. Did you mean “together”?"),
    ("guide", {"folder": "../docs"}, "There is no folder “../docs”."),
    ("role", {"group": "crew"}, "There is no group of this team “crew”."),
    ("role", {"team": "marketing", "group": "crow"}, "There is no group of this team “crow”. Did you mean “crew”?"),
    ("role", {"reports_to": "boss"}, "There is no role “boss”."),
    ("role", {"deputies": ["owner"]}, "There is no role “owner”."),
    ("responsibility", {"accountable": "manger"}, "There is no role “manger”. Did you mean “manager”?"),
    ("responsibility", {"responsible": ["ghost"]}, "There is no role “ghost”."),
    ("guide", {"owner": "ghost"}, "There is no role “ghost”."),
]


@pytest.mark.parametrize(
    ("kind", "options", "reason"),
    REFUSALS,
    ids=[f"{kind} {' '.join(map(str, options.values()))}" for kind, options, _ in REFUSALS],
)
def test_what_cannot_be_begun_is_refused(book: Handbook, kind: str, options: dict[str, object], reason: str) -> None:
    with pytest.raises(RefusedError) as refused:
        NEW[kind](book, **options)
    assert reason in str(refused.value)


@pytest.mark.parametrize(
    "words",
    [
        ["role", "trainer", "--team", "sale"],
        ["responsibility", "stock-taking", "--team", "sales", "--accountable", "manger"],
        ["guide", "index", "--team", "about"],
    ],
    ids=NEW,
)
def test_a_refused_command_ends_with_1_and_writes_nothing(example: Path, words: list[str]) -> None:
    before = files(example)
    done = handbook(example, "new", *words)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.endswith("\nNothing was written.\n")
    assert files(example) == before


def test_a_refusal_is_printed_whole(example: Path) -> None:
    done = handbook(example, "new", "role", "trainer", "--team", "sale")
    assert done.stderr == (
        "There is no team “sale”. Did you mean “sales”? Known: sales, marketing.\nNothing was written.\n"
    )


def test_a_refusal_is_printed_in_the_language_that_is_asked_for(example: Path) -> None:
    done = handbook(example, "new", "role", "trainer", "--team", "sale", "--language", "sr")
    assert (done.returncode, done.stderr) == (
        1,
        "Не постоји тим „sale“. Да ли сте мислили на „sales“? Постоје: sales, marketing.\nНишта није уписано.\n",
    )


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("docs/en/sales/roles/sales-trainer.md", b"# Somebody's page\n"),
        ("parity/sales/roles/sales-trainer.lock", b"parity-lock 1  algo=1\n"),
    ],
)
def test_a_file_that_is_there_is_never_overwritten(example: Path, path: str, data: bytes) -> None:
    (example / path).write_bytes(data)
    before = files(example)
    done = handbook(example, "new", "role", "sales-trainer", "--team", "sales")
    assert done.returncode == 1
    assert f"{path} is there already, and nothing is overwritten." in done.stderr
    assert files(example) == before


@pytest.mark.parametrize(
    ("path", "content"),
    [("facts/roles.yml", "a: ["), ("facts/people.yml", "ana: {name: А, form: x}"), ("mkdocs.yml", "nav: [")],
)
def test_files_that_cannot_be_read_are_fixed_first(example: Path, path: str, content: str) -> None:
    (example / path).write_text(content, "utf-8")
    before = files(example)
    done = handbook(example, "new", "role", "sales-trainer", "--team", "sales")
    assert done.returncode == 1
    assert path in done.stderr
    assert files(example) == before


def test_a_missing_template_is_named(example: Path) -> None:
    (example / "templates/en/role.md").unlink()
    done = handbook(example, "new", "role", "sales-trainer", "--team", "sales")
    assert (done.returncode, done.stderr) == (
        1,
        "templates/en/role.md is missing, from which new pages are made. Restore it.\nNothing was written.\n",
    )


def test_a_disk_that_refuses_half_way_leaves_every_file_as_it_was(tmp_path: Path) -> None:
    for path in ("facts/roles.yml", "docs/sr/index.md"):
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).write_text("as it was")
    (tmp_path / "here").write_text("a file where a folder was expected")
    before = files(tmp_path)
    with pytest.raises(HandbookError, match="cannot be written: Not a directory"):
        write(tmp_path, {"facts/roles.yml": "gone", "docs/sr/index.md": None, "here/is/no.md": "text"})
    assert files(tmp_path) == before
