"""The form editor at /admin/: off unless wanted, and what it saves is the page with that one change."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

import sites
from browser import served, window
from forms import (
    EDITOR,
    LOGO,
    MAKE,
    SERVER,
    TOKEN,
    Repository,
    clone_of_this,
    described,
    example_repository,
    fetch_server,
    forms_running,
    forms_shown,
    login_service,
    open_page,
    parted,
    put_forms,
    save,
    saved,
    saved_unchanged,
    sign_in,
    text_box,
)
from handbook.model.errors import HandbookError
from handbook.model.fact_tables import Facts
from handbook.model.handbook import Handbook
from handbook.publishing.forms.files import form_files
from handbook.publishing.forms.options import FormOptions, form_options
from handbook.publishing.forms.packages import fetched_packages
from handbook.reading.load import read
from handbook.reading.yaml_lines import load
from trees import ROOT, SMALLEST

ON = {"mode": True, "repository": "firm/handbook", "branch": "main", "login": "https://login.example"}
LOCAL = FormOptions("main", server="http://127.0.0.1:9/api/v1")


@pytest.fixture(scope="module")
def book(example_copy: Path) -> Handbook:
    return read(example_copy)


@pytest.fixture(scope="module")
def pages(example_copy: Path) -> dict[str, str]:
    """The text of each page of the example, by its path."""
    found = sorted((example_copy / "docs").rglob("*.md"))
    return {page.relative_to(example_copy).as_posix(): page.read_bytes().decode() for page in found}


@pytest.fixture(scope="module")
def workbench(browser: Browser, tmp_path_factory: pytest.TempPathFactory, book: Handbook) -> Iterator[Page]:
    """A page on which the forms have started, to call their functions."""
    with forms_shown(browser, tmp_path_factory.mktemp("forms"), book) as page:
        yield page


# Off, on, and on without what it needs.


def test_the_form_editor_is_off_unless_it_is_wanted() -> None:
    for nothing in ("", None, False, "off"):
        assert form_options({**ON, "mode": nothing}) is None
    assert form_options({}) is None


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            {"login": ""},
            "The form editor is on, but nobody could sign in: set HANDBOOK_EDITOR_LOGIN to the address of your login service (about/adapting.md says what it must offer), or HANDBOOK_EDITOR=local for this machine only.",
        ),
        (
            {"login": "http://login.example"},
            "HANDBOOK_EDITOR_LOGIN is “http://login.example”: write an address that begins with https://.",
        ),
        ({"login": "https://["}, "HANDBOOK_EDITOR_LOGIN is “https://[”: write an address that begins with https://."),
        (
            {"repository": ""},
            "The form editor is on, but HANDBOOK_EDITOR_REPO is not set: write owner/repository, as GitHub shows it.",
        ),
        (
            {"repository": "https://github.com/firm/handbook"},
            "The form editor is on, but HANDBOOK_EDITOR_REPO is “https://github.com/firm/handbook”: write owner/repository, as GitHub shows it.",
        ),
        (
            {"mode": "yes please"},
            "HANDBOOK_EDITOR is “yes please”: write on, or local for this machine only, or leave it empty.",
        ),
        ({"mode": "local"}, "HANDBOOK_EDITOR_SERVER is “”: write an address that begins with https://."),
    ],
)
def test_what_is_missing_is_reported_in_one_line(change: dict[str, str], message: str) -> None:
    with pytest.raises(HandbookError) as refused:
        form_options({**ON, **change})
    assert str(refused.value) == message


def test_a_build_with_the_editor_on_and_no_login_service_stops_with_one_line(example: Path) -> None:
    site = example / "site"
    built = sites.build(example, site, HANDBOOK_EDITOR="on", HANDBOOK_EDITOR_REPO="firm/handbook")
    assert (built.returncode, built.stderr) == (2, "")
    assert built.stdout.strip() == (
        "The form editor is on, but nobody could sign in: set HANDBOOK_EDITOR_LOGIN to the address of your login service (about/adapting.md says what it must offer), or HANDBOOK_EDITOR=local for this machine only."
    )
    assert not site.exists()


def test_a_machine_without_npm_is_told_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(EDITOR / "package-lock.json", tmp_path)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(
        HandbookError,
        match=r"^The form editor is made with npm, which is not installed: install Node\.js \(on Debian: apt install npm\), or leave HANDBOOK_EDITOR empty\.$",
    ):
        fetched_packages(tmp_path)


def test_a_package_with_another_hash_is_refused(tmp_path: Path) -> None:
    lock = json.loads((EDITOR / "package-lock.json").read_text("utf-8"))
    name = "node_modules/js-yaml"
    lock["packages"] = {
        "": {"dependencies": {"js-yaml": lock["packages"][name]["version"]}},
        name: lock["packages"][name],
    }
    lock["packages"][name]["integrity"] = "sha512-" + "A" * 86 + "=="
    (tmp_path / "package.json").write_text(json.dumps(lock["packages"][""]))
    (tmp_path / "package-lock.json").write_text(json.dumps(lock))
    with pytest.raises(HandbookError, match=r"^npm could not fetch the form editor: code EINTEGRITY"):
        fetched_packages(tmp_path)
    assert not (tmp_path / "node_modules/js-yaml").exists()


@pytest.mark.parametrize("folder", [EDITOR, SERVER], ids=lambda folder: folder.name)
def test_the_lock_names_exact_versions_with_hashes_and_no_addresses(folder: Path) -> None:
    wanted = json.loads((folder / "package.json").read_text("utf-8"))["dependencies"]
    text = (folder / "package-lock.json").read_text("utf-8")
    packages = json.loads(text)["packages"]
    assert "://" not in text.replace('"url": "https://', "").replace('"funding": "https://', "")
    assert "resolved" not in text
    assert {name: packages[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    assert all(package["integrity"].startswith("sha512-") for name, package in packages.items() if name)


# What it is made of.


def collections(book: Handbook) -> list[dict[str, Any]]:
    """The collections that Decap is given."""
    settings: dict[str, Any] = yaml.safe_load(dict(form_files(book, LOCAL, LOGO))["config.yml"])
    return list(settings["collections"])


def test_there_is_one_collection_per_kind_and_language_and_each_page_is_in_one(
    book: Handbook, pages: dict[str, str]
) -> None:
    assert [(collection["name"], collection["label"]) for collection in collections(book)] == [
        ("role-sr", "Улоге"),
        ("responsibility-sr", "Одговорности"),
        ("guide-sr", "Водичи"),
        ("role-en", "Roles"),
        ("responsibility-en", "Responsibilities"),
        ("guide-en", "Guides"),
    ]
    assert sorted(page["file"] for collection in collections(book) for page in collection["files"]) == [*pages]


def test_a_collection_keeps_the_order_of_the_facts_and_guides_that_of_the_navigation(book: Handbook) -> None:
    order = [[page["file"].split("/", 2)[2] for page in collection["files"]] for collection in collections(book)]
    assert order[0] == [role.page for role in book.facts.roles.values()]
    assert order[1] == [duty.page for duty in book.facts.responsibilities.values()]
    assert order[2] == [path for path, _ in book.nav if "/roles/" not in path and "/responsibilities/" not in path]


def test_a_kind_that_a_language_lacks_has_no_collection() -> None:
    smallest = read(SMALLEST)
    bare = Handbook(smallest.root, smallest.pages, Facts())
    assert [collection["name"] for collection in collections(bare)] == ["guide-sr", "guide-en"]


@pytest.mark.parametrize(
    ("login", "base", "endpoint"),
    [
        ("https://login.example", "https://login.example", "auth"),
        ("https://login.example/", "https://login.example", "auth"),
        ("https://apps.example/handbook/sign-in", "https://apps.example", "handbook/sign-in"),
    ],
)
def test_the_login_service_may_stand_below_a_path(login: str, base: str, endpoint: str) -> None:
    wanted = form_options({**ON, "login": login})
    assert wanted
    assert wanted.backend == {
        "name": "github",
        "repo": "firm/handbook",
        "branch": "main",
        "base_url": base,
        "auth_endpoint": endpoint,
    }


# A page is written back as it was read.

ODD = (
    "",
    "# Без заглавља\n",
    "---\n---\n# Празно заглавље\n",
    "---\nнезатворено: да\n# Текст\n",
    "---\n# коментар\ntitle: 'наводници'\naliases: [а, \"б\"]  # још један\n\nhide:\n- toc\n---\n\n# Текст\n",
    "---\ndescription: >\n  сложено\n  у два реда\nreviewed: 2027-01-31\n---\nтекст без реда на крају",
    "---\n{title: А, hide: [toc]}\n---\nтекст\n",
    "---\na: &x [1]\nb: *x\n---\nтекст\n",
    "---\n- списак\n---\nтекст\n",
    "---\ntitle: [нечитљиво\n---\nтекст\n",
    "---\nbody: у заглављу\n---\nтекст\n",
    "---\ntitle: А\n---\nтекст\n---\nлинија\n",
    "\ufeff---\ntitle: А\n---\nтекст\n",
    "---\r\ntitle: А\r\n---\r\nтекст\r\n",
)


@pytest.mark.long
def test_opening_and_saving_leaves_every_page_as_it_was(workbench: Page, pages: dict[str, str]) -> None:
    texts = [*pages.values(), *ODD]
    assert saved_unchanged(workbench, texts) == texts


def test_changing_the_text_leaves_every_page_s_front_matter_as_it_was(workbench: Page, pages: dict[str, str]) -> None:
    texts = [*pages.values()]
    assert saved(workbench, texts, body="друго\n") == [f"{parted(text)[0]}друго\n" for text in texts]


def test_changing_one_key_changes_its_lines_only_on_every_page(workbench: Page, pages: dict[str, str]) -> None:
    texts = [*pages.values()]
    new = "Сасвим други опис, дужи од осамдесет знакова: и са двотачком, да се види да ред остаје један ред."
    assert saved(workbench, texts, description=new) == [described(text, new) for text in texts]


def test_comments_quotes_and_order_of_the_other_keys_stay(workbench: Page) -> None:
    page = (
        "---\n# пре\ntitle: 'А'  # уз назив\nhide: [toc]\naliases:\n- \"б\"\n# после\ndescription: стари\n---\nтекст\n"
    )
    assert saved(workbench, [page], description="нови") == [page.replace("стари", "нови")]


def test_a_key_left_empty_goes_and_a_key_filled_comes(workbench: Page) -> None:
    page = "---\ntitle: А\naliases:\n  - б\nhide:\n  - toc\n---\nтекст\n"
    assert saved(workbench, [page], title="", aliases=[], description="нови") == [
        "---\nhide:\n  - toc\ndescription: нови\n---\nтекст\n"
    ]
    assert saved(workbench, ["текст\n"], aliases=["а", ""]) == ["---\naliases:\n  - а\n---\nтекст\n"]


WRITTEN = [
    *("да: не", "yes", "No", "on", "12:30", "1e3", "0o7", "1_000", "2027-01-31", "null", "~", "True", "0x1F", ".5"),
    *("# није коментар", "а #б", "'наводник", 'под "наводницима"', "„навод“", "- цртица", "[заграда", "{заграда"),
    *("@знак", "`код`", "%", "&а", "*а", "!а", "|", ">", "\\", "=", "<<", "🙂", "+381 11 123 456"),
    *(" размак ", "два\nреда", "…" * 400, ""),
]
"""Texts that YAML would read as something else if they were written as they are."""


def test_whatever_is_written_into_a_box_is_read_back_as_that(workbench: Page) -> None:
    page = "---\ntitle: А\n---\n"
    for text in WRITTEN:
        (after,) = saved(workbench, [page], description=text, aliases=[text, "а, б"])
        data = load(after.split("---\n")[1]).data
        assert data.get("description", "") == text
        assert data["aliases"] == [name for name in (text, "а, б") if name]


# In the words of its readers.


def test_no_word_of_the_editor_is_left_in_english(workbench: Page) -> None:
    lacking = workbench.evaluate("""() => {
        const walk = (en, sr, way) => Object.entries(en).flatMap(([key, words]) => typeof words === "object"
            ? walk(words, sr?.[key] ?? {}, `${way}${key}.`) : sr?.[key] === undefined ? [way + key] : []);
        return walk(CMS.getLocale("en"), CMS.getLocale("sr"), "");
    }""")
    notes = [key for key in lacking if "note" in key.lower()]  # Decap's notes beside a page are off
    assert sorted(set(lacking) - set(notes)) == []


GITHUB = {
    "login": "mira",
    "owner": {"login": "firm"},
    "name": "Мира Илић",
    "permissions": {"push": True},
    "components": [],
    "tree": [],
    "items": [],
}
"""As much of GitHub's answers as signing in needs."""


# From signing in to a branch.


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Repository]:
    """`make editor` in a repository of the example."""
    with forms_running(example_repository(tmp_path_factory.mktemp("repository") / "handbook")) as running:
        yield running


@pytest.fixture(scope="module")
def requested() -> list[str]:
    """Every address that the editor's page has requested."""
    return []


@pytest.fixture(scope="module")
def editor(browser: Browser, repository: Repository, requested: list[str]) -> Iterator[Page]:
    """Somebody who has opened the forms of the repository and signed in."""
    with window(browser, viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.on("request", lambda request: requested.append(request.url))
        sign_in(page, repository.address)
        yield page


def test_one_sentence_edited_is_one_branch_with_one_changed_line(editor: Page, repository: Repository) -> None:
    branches = repository.branches
    editor.goto(f"{repository.address}#/collections/role-sr")
    editor.get_by_text("Шеф продаје", exact=True).click()
    text_box(editor).wait_for()
    expect(editor.get_by_role("button", name="Сачувај")).to_be_disabled()
    before, after = "Не пише огласе; то ради дизајнер.", "Не пише огласе: то ради само дизајнер."
    text_box(editor).fill(text_box(editor).input_value().replace(before, after))
    save(editor)
    branch, file = "cms/role-sr/sales_roles_manager", "docs/sr/sales/roles/manager.md"
    assert repository.branches - branches == {branch}
    assert repository.changed_lines(branch) == {file: [f"-{before}", f"+{after}"]}
    assert repository.git("log", "-1", "--format=%s", branch).strip() == f"Измена странице {file}"
    assert repository.git("status", "--porcelain") == ""


@pytest.mark.long
@pytest.mark.parametrize(
    ("collection", "name", "label", "file"),
    [
        ("role-sr", "marketing_roles_designer", "Опис у једној реченици", "docs/sr/marketing/roles/designer.md"),
        ("guide-en", "together_raci", "Description in one sentence", "docs/en/together/raci.md"),
        ("guide-sr", "index", "Опис у једној реченици", "docs/sr/index.md"),
    ],
)
def test_what_decap_saves_is_what_the_format_writes(
    editor: Page, repository: Repository, collection: str, name: str, label: str, file: str
) -> None:
    open_page(editor, repository.address, collection, name)
    box = editor.get_by_label(label)
    old = box.input_value()
    box.fill(f"{old} Још нешто: ово.")
    save(editor)
    before = repository.git("show", f"main:{file}")
    expected = before.replace(f"description: {old}\n", f'description: "{old} Још нешто: ово."\n')
    assert repository.git("show", f"cms/{collection}/{name}:{file}") == expected != before


@pytest.mark.long
def test_other_names_are_lines_of_a_box(editor: Page, repository: Repository) -> None:
    collection, name = "role-sr", "sales_roles_seller"
    open_page(editor, repository.address, collection, name)
    names = editor.get_by_label("Други називи")
    assert names.input_value() == "продавац у радњи"
    names.press("Control+End")
    names.press_sequentially("\nпродавац, на терену\nтрговац\n")
    save(editor)
    assert repository.changed_lines(f"cms/{collection}/{name}") == {
        "docs/sr/sales/roles/seller.md": ["+  - продавац, на терену", "+  - трговац"]
    }
    open_page(editor, repository.address, collection, name)
    assert names.input_value() == "продавац у радњи\nпродавац, на терену\nтрговац"


@pytest.mark.long
def test_a_form_fits_a_phone(editor: Page, repository: Repository) -> None:
    open_page(editor, repository.address, "guide-sr", "together_meetings")
    text_box(editor).press_sequentially("Питајте слободно.")
    save(editor)
    wide = editor.viewport_size
    assert wide
    editor.set_viewport_size({"width": 390, "height": 844})
    assert editor.evaluate("document.documentElement.scrollWidth") == 390
    buttons = [editor.get_by_role("button", name=name) for name in ("Сачувај", "Обриши предлог")]
    for part in (text_box(editor), *buttons):
        place = part.bounding_box()
        assert place
        assert 0 <= place["x"] <= place["x"] + place["width"] <= 390
    editor.set_viewport_size(wide)


def test_nothing_is_requested_from_another_machine(editor: Page, requested: list[str]) -> None:
    editor.reload()
    assert {url.split("/")[2].split(":")[0] for url in requested if not url.startswith("data:")} == {"127.0.0.1"}


def test_the_forms_refuse_a_folder_with_unfinished_work(tmp_path: Path) -> None:
    fetch_server()
    home = example_repository(tmp_path / "handbook")
    (home / "docs/sr/unfinished.md").write_text("# Недовршено\n", "utf-8")
    done = subprocess.run([*MAKE, "editor"], cwd=home, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stdout == (
        "The forms save as branches of this folder and would take along what you have not committed. Use a clean clone: git clone . ../handbook-forms && cd ../handbook-forms && make editor\n"
    )


@pytest.mark.long
def test_a_clone_of_this_repository_has_forms_that_save(browser: Browser, tmp_path: Path) -> None:
    """The forms of the real pages; `repository` above is a repository of the example."""
    role = next(iter(read(ROOT).facts.roles.values()))
    name, file = role.page.removesuffix(".md").replace("/", "_"), f"docs/sr/{role.page}"
    with forms_running(clone_of_this(tmp_path / "handbook")) as clone, window(browser) as context:
        page = context.new_page()
        sign_in(page, clone.address)
        open_page(page, clone.address, "role-sr", name)
        text_box(page).press("Control+Home")
        text_box(page).press_sequentially("Још једна реченица.\n")
        save(page)
        assert clone.branches == {"main", f"cms/role-sr/{name}"}
        assert clone.changed_lines(f"cms/role-sr/{name}") == {file: ["+Још једна реченица."]}
        assert clone.git("status", "--porcelain") == ""


@pytest.mark.long
def test_signing_in_asks_the_login_service_and_nobody_but_github(
    browser: Browser, book: Handbook, tmp_path: Path
) -> None:
    requested: list[str] = []
    with login_service() as login, served(tmp_path) as site, window(browser) as context:
        put_forms(tmp_path, book, FormOptions("main", "firm/handbook", login))
        context.on("request", lambda request: requested.append(request.url))
        context.route(
            re.compile("^https:"),
            lambda route: route.fulfill(
                json=GITHUB, headers={"Access-Control-Allow-Origin": "*", "Content-Type": "application/json"}
            ),
        )
        page = context.new_page()
        page.goto(f"{site}/admin/")
        with page.expect_request("https://api.github.com/user") as signed:
            page.get_by_role("button", name="Пријавите се преко GitHub-а").click()
        page.get_by_text("Одговорности").wait_for()
        context.unroute_all(behavior="ignoreErrors")
    assert signed.value.headers["authorization"] == f"token {TOKEN}"
    assert f"{login}/auth?provider=github&site_id=127.0.0.1&scope=repo" in requested
    hosts = {url.split("/")[2] for url in requested if not url.startswith(("data:", "blob:"))}
    assert hosts - {site.split("/")[2], login.split("/")[2]} <= {"api.github.com", "www.githubstatus.com"}
