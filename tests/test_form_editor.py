"""The form editor at /admin/: off unless wanted, and what it saves is the page with that one change."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from browser import served, window
from conftest import ROOT, TESTS, build
from forms import EDITOR, LOGO, SERVER, TOKEN, Clone, forms_running, login_service, open_page, put_forms, save, text_box
from handbook.model.errors import HandbookError
from handbook.model.facts import Facts
from handbook.model.handbook import Handbook
from handbook.publishing.forms import Wish, files
from handbook.reading.load import read
from handbook.reading.yaml_lines import load

ON = {"mode": True, "repository": "firm/handbook", "branch": "main", "login": "https://login.example"}
LOCAL = Wish("main", server="http://127.0.0.1:9/api/v1")
PAGES = sorted((ROOT / "docs").rglob("*.md"))


@pytest.fixture(scope="module", autouse=True)
def _fetched() -> None:
    """Decap and its server, fetched once and kept beside their locks."""
    assert shutil.which("npm"), "This test needs npm: install Node.js (on Debian: apt install npm)."
    parts(EDITOR)
    subprocess.run(["make", "--no-print-directory", f"{SERVER.relative_to(ROOT)}/node_modules/.package-lock.json"],
                   cwd=ROOT, check=True)  # fmt: skip


@pytest.fixture(scope="module")
def book() -> Handbook:
    return read(ROOT)


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clone]:
    with forms_running(tmp_path_factory.mktemp("clone") / "handbook") as running:
        yield running


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, book: Handbook) -> Iterator[str]:
    """The address of a site with nothing but forms, and nobody who would save them."""
    folder = tmp_path_factory.mktemp("forms")
    put_forms(folder, book, LOCAL)
    with served(folder) as address:
        yield f"{address}/admin/"


@pytest.fixture(scope="module")
def workbench(browser: Browser, site: str) -> Page:
    """A page on which the forms have started, to ask their parts directly."""
    page = window(browser).new_page()
    page.goto(site)
    page.get_by_role("button", name="Пријава").wait_for()
    return page


# Off, on, and on without what it needs.


def test_the_form_editor_is_off_unless_it_is_wanted() -> None:
    for nothing in ("", None, False, "off"):
        assert wish({**ON, "mode": nothing}) is None
    assert wish({}) is None


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"login": ""}, "The form editor is on, but nobody could sign in: set HANDBOOK_EDITOR_LOGIN to the address of your login service (about/adapting.md says what it must offer), or HANDBOOK_EDITOR=local for this machine only."),
        ({"login": "http://login.example"}, "HANDBOOK_EDITOR_LOGIN is “http://login.example”: write an address that begins with https://."),
        ({"login": "https://["}, "HANDBOOK_EDITOR_LOGIN is “https://[”: write an address that begins with https://."),
        ({"repository": ""}, "The form editor is on, but HANDBOOK_EDITOR_REPO is not set: write owner/repository, as GitHub shows it."),
        ({"repository": "https://github.com/firm/handbook"}, "The form editor is on, but HANDBOOK_EDITOR_REPO is “https://github.com/firm/handbook”: write owner/repository, as GitHub shows it."),
        ({"mode": "yes please"}, "HANDBOOK_EDITOR is “yes please”: write on, or local for this machine only, or leave it empty."),
        ({"mode": "local"}, "HANDBOOK_EDITOR_SERVER is “”: write an address that begins with https://."),
    ],
)  # fmt: skip
def test_what_is_missing_is_said_in_one_line(change: dict[str, str], said: str) -> None:
    with pytest.raises(HandbookError) as refused:
        wish({**ON, **change})
    assert str(refused.value) == said


def test_a_build_with_the_editor_on_and_no_login_service_stops_with_one_line(tmp_path: Path) -> None:
    built = build(ROOT / "mkdocs.yml", tmp_path / "site", HANDBOOK_EDITOR="on", HANDBOOK_EDITOR_REPO="firm/handbook")
    assert (built.returncode, built.stderr) == (1, "")
    assert built.stdout.strip() == (
        "The form editor is on, but nobody could sign in: set HANDBOOK_EDITOR_LOGIN to the address of your login service (about/adapting.md says what it must offer), or HANDBOOK_EDITOR=local for this machine only."
    )
    assert not (tmp_path / "site").exists()


def test_a_machine_without_npm_is_told_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(EDITOR / "package-lock.json", tmp_path)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(
        HandbookError,
        match=r"^The form editor is made with npm, which is not on this machine: install Node\.js \(on Debian: apt install npm\), or leave HANDBOOK_EDITOR empty\.$",
    ):
        parts(tmp_path)


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
        parts(tmp_path)
    assert not (tmp_path / "node_modules/js-yaml").exists()


@pytest.mark.parametrize("folder", [EDITOR, SERVER], ids=lambda folder: folder.name)
def test_the_lock_names_exact_versions_with_hashes_and_no_addresses(folder: Path) -> None:
    wanted = json.loads((folder / "package.json").read_text("utf-8"))["dependencies"]
    text = (folder / "package-lock.json").read_text("utf-8")
    packages = json.loads(text)["packages"]
    assert "://" not in text.replace('"url": "https://', "").replace('"funding": "https://', "")
    assert "resolved" not in text
    assert {name: packages[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    assert all(one["integrity"].startswith("sha512-") for name, one in packages.items() if name)


# What it is made of.


def decap(book: Handbook, wanted: Wish = LOCAL) -> dict[str, object]:
    settings: dict[str, object] = yaml.safe_load(dict(files(book, wanted, LOGO))["config.yml"])
    return settings


def test_there_is_one_collection_per_kind_and_language_and_each_page_is_in_one(book: Handbook) -> None:
    collections: list[dict[str, object]] = decap(book)["collections"]  # type: ignore[assignment]  # YAML
    labels = [(one["name"], one["label"]) for one in collections]
    assert labels == [("role-sr", "Улоге"), ("responsibility-sr", "Одговорности"), ("guide-sr", "Водичи"),
                      ("role-en", "Roles"), ("responsibility-en", "Responsibilities"), ("guide-en", "Guides")]  # fmt: skip
    pages = [page["file"] for one in collections for page in one["files"]]  # type: ignore[attr-defined]
    assert sorted(pages) == [page.relative_to(ROOT).as_posix() for page in PAGES]


def test_a_collection_keeps_the_order_of_the_facts_and_guides_that_of_the_navigation(book: Handbook) -> None:
    collections: list[dict[str, list[dict[str, str]]]] = decap(book)["collections"]  # type: ignore[assignment]  # YAML
    order = [[page["file"].split("/", 2)[2] for page in one["files"]] for one in collections]
    assert order[0] == [role.page for role in book.facts.roles.values()]
    assert order[1] == [duty.page for duty in book.facts.responsibilities.values()]
    assert order[2] == [path for path, _ in book.nav if "/roles/" not in path and "/responsibilities/" not in path]


def test_a_kind_that_a_language_lacks_has_no_collection() -> None:
    smallest = read(TESTS / "smallest")
    bare = Handbook(smallest.root, smallest.pages, Facts())
    collections: list[dict[str, str]] = decap(bare)["collections"]  # type: ignore[assignment]  # YAML
    assert [one["name"] for one in collections] == ["guide-sr", "guide-en"]


@pytest.mark.parametrize(
    ("login", "base", "endpoint"),
    [
        ("https://login.example", "https://login.example", "auth"),
        ("https://login.example/", "https://login.example", "auth"),
        ("https://apps.example/handbook/sign-in", "https://apps.example", "handbook/sign-in"),
    ],
)
def test_the_login_service_may_stand_below_a_path(login: str, base: str, endpoint: str) -> None:
    wanted = wish({**ON, "login": login})
    assert wanted
    assert wanted.backend == {"name": "github", "repo": "firm/handbook", "branch": "main",
                              "base_url": base, "auth_endpoint": endpoint}  # fmt: skip


# A page is written back as it was read.

AGAIN = "texts => texts.map(text => { const format = CMS.getCustomFormatsFormatters().handbook; return format.toFile(format.fromFile(text)); })"
CHANGED = """([texts, change]) => texts.map(text => {
    const format = CMS.getCustomFormatsFormatters().handbook;
    return format.toFile({ ...format.fromFile(text), ...change }, ["body", "title", "description", "aliases"]);
})"""

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


def test_opening_and_saving_leaves_every_page_as_it_was(workbench: Page) -> None:
    texts = [*(file.read_bytes().decode() for file in PAGES), *ODD]
    assert workbench.evaluate(AGAIN, texts) == texts


def test_changing_the_text_leaves_every_page_s_front_matter_as_it_was(workbench: Page) -> None:
    texts = [file.read_text("utf-8") for file in PAGES]
    heads = [text[: text.index("\n---\n") + 5] if text.startswith("---\n") else "" for text in texts]
    assert workbench.evaluate(CHANGED, [texts, {"body": "друго\n"}]) == [f"{head}друго\n" for head in heads]


def test_changing_one_key_changes_its_lines_only_on_every_page(workbench: Page) -> None:
    texts = [file.read_text("utf-8") for file in PAGES]
    new = "Сасвим други опис, дужи од осамдесет знакова: и са двотачком, да се види да ред остаје један ред."
    for before, after in zip(texts, workbench.evaluate(CHANGED, [texts, {"description": new}]), strict=True):
        old = [line for line in before.splitlines() if not line.startswith("description: ")]
        assert [line for line in after.splitlines() if not line.startswith("description: ")] == old
        assert f'\ndescription: "{new}"\n' in after


def test_comments_quotes_and_order_of_the_other_keys_stay(workbench: Page) -> None:
    page = (
        "---\n# пре\ntitle: 'А'  # уз назив\nhide: [toc]\naliases:\n- \"б\"\n# после\ndescription: стари\n---\nтекст\n"
    )
    (after,) = workbench.evaluate(CHANGED, [[page], {"description": "нови"}])
    assert after == page.replace("стари", "нови")


def test_a_key_left_empty_goes_and_a_key_filled_comes(workbench: Page) -> None:
    page = "---\ntitle: А\naliases:\n  - б\nhide:\n  - toc\n---\nтекст\n"
    change = {"title": "", "aliases": [], "description": "нови"}
    assert workbench.evaluate(CHANGED, [[page], change]) == ["---\nhide:\n  - toc\ndescription: нови\n---\nтекст\n"]
    assert workbench.evaluate(CHANGED, [["текст\n"], {"aliases": ["а", ""]}]) == ["---\naliases:\n  - а\n---\nтекст\n"]


@pytest.mark.parametrize("said", [
    "да: не", "yes", "No", "on", "12:30", "1e3", "0o7", "1_000", "2027-01-31", "null", "~", "# није коментар", "а #б",
    "'наводник", 'под "наводницима"', "- цртица", "[заграда", "{заграда", "@знак", "`код`", "%", "&а", "*а", "!а", "|", ">",
    " размак ", "два\nреда", "…" * 400, "\\", "=", "<<", "🙂", "„навод“", "True", "0x1F", ".5", "+381 11 123 456", "",
])  # fmt: skip
def test_whatever_is_written_into_a_box_is_read_back_as_that(workbench: Page, said: str) -> None:
    (after,) = workbench.evaluate(CHANGED, [["---\ntitle: А\n---\n"], {"description": said, "aliases": [said, "а, б"]}])
    data = load(after.split("---\n")[1]).data
    assert data.get("description", "") == said
    assert data["aliases"] == [name for name in (said, "а, б") if name]


# In the words of its readers.


def test_no_word_of_the_editor_is_left_in_english(workbench: Page) -> None:
    missing_libraries = workbench.evaluate("""() => {
        const walk = (en, sr, way) => Object.entries(en).flatMap(([key, words]) => typeof words === "object"
            ? walk(words, sr?.[key] ?? {}, `${way}${key}.`) : sr?.[key] === undefined ? [way + key] : []);
        return walk(CMS.getLocale("en"), CMS.getLocale("sr"), "");
    }""")
    notes = [key for key in missing_libraries if "note" in key.lower()]  # Decap's notes beside a page are off
    assert sorted(set(missing_libraries) - set(notes)) == []


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
def asked() -> list[str]:
    """Every address the editor's browser has asked for."""
    return []


@pytest.fixture(scope="module")
def editor(browser: Browser, clone: Clone, asked: list[str]) -> Page:
    """Somebody who has opened the forms of the clone and signed in."""
    page = window(browser, viewport={"width": 1280, "height": 900}).new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(clone.address)
    page.get_by_role("button", name="Пријава").click()
    page.get_by_text("Менаџер продаје", exact=True).wait_for()
    return page


def test_one_sentence_edited_is_one_branch_with_one_changed_line(editor: Page, clone: Clone) -> None:
    editor.get_by_text("Менаџер продаје", exact=True).click()
    text_box(editor).wait_for()
    expect(editor.get_by_role("button", name="Сачувај")).to_be_disabled()
    before, after = "- Не води кампање", "- Не води ниједну кампању"
    text_box(editor).fill(text_box(editor).input_value().replace(before, after))
    save(editor)
    branch = "cms/role-sr/sales_roles_sales-manager"
    assert clone.git("branch", "--format=%(refname:short)").split() == [branch, "main"]
    told = clone.git("diff", "--unified=0", f"main...{branch}").splitlines()
    changed = [line for line in told if line.startswith(("+", "-")) and not line.startswith(("+++", "---"))]
    assert told[0] == "diff --git a/docs/sr/sales/roles/sales-manager.md b/docs/sr/sales/roles/sales-manager.md"
    assert [line[:1] for line in changed] == ["-", "+"]
    assert changed[0].replace(before, after)[1:] == changed[1][1:]
    assert (
        clone.git("log", "-1", "--format=%s", branch).strip() == "Измена странице docs/sr/sales/roles/sales-manager.md"
    )
    assert clone.git("status", "--porcelain") == ""


@pytest.mark.parametrize(
    ("collection", "name", "label", "file"),
    [
        ("role-sr", "marketing_roles_ppc-manager", "Опис у једној реченици", "docs/sr/marketing/roles/ppc-manager.md"),
        ("guide-en", "together_raci", "Description in one sentence", "docs/en/together/raci.md"),
        ("guide-sr", "index", "Опис у једној реченици", "docs/sr/index.md"),
    ],
)
def test_what_decap_saves_is_what_the_format_writes(
    editor: Page, clone: Clone, collection: str, name: str, label: str, file: str
) -> None:
    open_page(editor, clone.address, collection, name)
    box = editor.get_by_label(label)
    old = box.input_value()
    box.fill(f"{old} Још нешто: ово.")
    save(editor)
    before = (ROOT / file).read_text("utf-8")
    expected = before.replace(f"description: {old}\n", f'description: "{old} Још нешто: ово."\n')
    assert clone.git("show", f"cms/{collection}/{name}:{file}") == expected != before


def test_other_names_are_lines_of_one_box(editor: Page, clone: Clone) -> None:
    open_page(editor, clone.address, "role-sr", "sales_roles_account-executive")
    names = editor.get_by_label("Други називи")
    assert names.input_value() == "AE\nпродајни заступник\nsales executive"
    names.print_pdf("Control+End")
    names.press_sequentially("\nпродавац, на терену\n")
    save(editor)
    told = clone.git("diff", "--unified=0", "main...cms/role-sr/sales_roles_account-executive").splitlines()
    assert [line for line in told if line[:1] in "+-" and line[:3] not in ("+++", "---")] == [
        "+  - продавац, на терену"
    ]


def test_a_form_fits_a_phone(editor: Page, clone: Clone) -> None:
    open_page(editor, clone.address, "role-sr", "sales_roles_sales-manager")
    wide = editor.viewport_size
    editor.set_viewport_size({"width": 390, "height": 844})
    assert editor.evaluate("document.documentElement.scrollWidth") == 390
    for part in (
        text_box(editor),
        *(editor.get_by_role("button", name=name) for name in ("Сачувај", "Обриши предлог")),
    ):
        place = part.bounding_box()
        assert place
        assert 0 <= place["x"] <= place["x"] + place["width"] <= 390
    assert wide
    editor.set_viewport_size(wide)


def test_nothing_is_asked_of_another_machine(editor: Page, asked: list[str]) -> None:
    editor.reload()
    assert {url.split("/")[2].split(":")[0] for url in asked if not url.startswith("data:")} == {"127.0.0.1"}


def test_the_forms_refuse_a_folder_with_unfinished_work(clone: Clone) -> None:
    stray = clone.folder / "docs/sr/unfinished.md"
    stray.write_text("# Недовршено\n")
    done = subprocess.run(
        ["make", "--no-print-directory", "editor", "--assume-old=.venv/run"],
        cwd=clone.folder,
        capture_output=True,
        text=True,
        check=False,
    )
    stray.unlink()
    assert done.returncode == 2
    assert done.stdout == (
        "The forms save as branches of this folder and would take along what you have not committed. Use a clean clone: git clone . ../handbook-forms && cd ../handbook-forms && make editor\n"
    )


def test_signing_in_asks_the_login_service_and_nobody_but_github(
    browser: Browser, book: Handbook, tmp_path: Path
) -> None:
    asked: list[str] = []
    with login_service() as login, served(tmp_path) as site:
        put_forms(tmp_path, book, Wish("main", "firm/handbook", login))
        context = window(browser)
        context.on("request", lambda request: asked.append(request.url))
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
        context.close()
    assert signed.value.headers["authorization"] == f"token {TOKEN}"
    assert f"{login}/auth?provider=github&site_id=127.0.0.1&scope=repo" in asked
    hosts = {url.split("/")[2] for url in asked if not url.startswith(("data:", "blob:"))}
    assert hosts - {site.split("/")[2], login.split("/")[2]} <= {"api.github.com", "www.githubstatus.com"}
