"""The content security policy: what the pages and the host say, and a browser that finds nothing against it."""

from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser import BOX, Quiet, ask, served, window
from handbook.publishing.forms.files import content_security_policy
from handbook.publishing.forms.options import FormOptions
from handbook.publishing.redirects import redirects
from handbook.publishing.web.policy import headers
from handbook.reading.load import read
from pages import Built, pages

TAG = "//head/meta[@http-equiv='Content-Security-Policy']/@content"
KINDS = (
    "",
    "en/",
    "sales/roles/manager/",
    "together/raci/",
    "ask/",
    "a-z/",
    "glossary/",
    "together/exchanges/",
    "404.html",
)
SWITCHES = "details:not([open]) > summary, .handbook-script, .handbook-scheme"
CLICK_ALL = "switches => switches.filter(one => one.checkVisibility()).forEach(one => one.click())"
WATCH = """
window.against = []
document.addEventListener("securitypolicyviolation", event => window.against.push(`${event.violatedDirective} ${event.blockedURI}`))
"""


def directives(policy: str) -> dict[str, list[str]]:
    """A policy, parsed: what each directive allows."""
    return {name: values for name, *values in (part.split() for part in policy.split(";"))}


def sent(rules: str, path: str) -> dict[str, str]:
    """The headers that a host sends with an address, from the text of `_headers`; the same header twice is a fault."""
    found: dict[str, str] = {}
    matches = False
    for line in filter(None, rules.splitlines()):
        if line.startswith("/"):
            matches = fnmatchcase(path, line)
        elif matches:
            name, _, value = line.strip().partition(": ")
            assert name not in found, (path, name)
            found[name] = value
    return found


class Host(Quiet):
    """Serves a site with the headers that its `_headers` names."""

    def end_headers(self) -> None:
        for name, value in sent(Path(self.directory, "_headers").read_text("utf-8"), self.path).items():
            self.send_header(name, value)
        super().end_headers()


def inline(page: Built) -> Iterator[str]:
    """The scripts in the text of a page, which the policy forbids."""
    yield from page.tree.xpath("//script[not(@src)][not(@type='application/json')]/text()")
    yield from page.tree.xpath("//@*[starts-with(name(), 'on')] | //@href[starts-with(., 'javascript:')]")


@pytest.mark.parametrize("site", ["example_site", "unfinished", "renamed"])
def test_every_page_has_the_policy_and_no_script_in_its_text(site: str, request: pytest.FixtureRequest) -> None:
    shown = [*pages(request.getfixturevalue(site))]
    assert shown
    for built in shown:
        (policy,) = built.tree.xpath(TAG)
        allowed = directives(policy)
        assert allowed["default-src"] == allowed["object-src"] == ["'none'"]
        assert allowed["script-src"] == allowed["base-uri"] == ["'self'"]
        assert "frame-ancestors" not in allowed, "a browser ignores it there"
        assert [*inline(built)] == [], built.path


@pytest.fixture
def renamed(example: Path, tmp_path: Path) -> Path:
    """The redirects of a handbook with a page that has moved."""
    (example / "facts/moved.yml").write_text("old/page.md: {to: index.md}\n", "utf-8")
    for path, text in redirects(read(example), "sr", folders=True, site_url=""):
        file = tmp_path / "redirects" / path
        file.parent.mkdir(parents=True)
        file.write_text(text, "utf-8")
    return tmp_path / "redirects"


def test_the_host_sends_the_policy_of_the_pages_and_who_may_frame_them(example_site: Path) -> None:
    rules = (example_site / "_headers").read_text("utf-8")
    (policy,) = Built(example_site, "index.html").tree.xpath(TAG)
    for path in ("/", "/en/ask/", "/pdf/handbook-sr.pdf"):
        found = sent(rules, path)
        assert found["Content-Security-Policy"] == f"{policy}; frame-ancestors 'self'"
        assert found["X-Content-Type-Options"] == "nosniff"
        assert "X-Robots-Tag" not in found


def test_the_form_editor_has_a_policy_of_its_own(example_copy: Path, example_site: Path) -> None:
    own = content_security_policy(FormOptions("main", "firm/handbook", "https://login.example/auth"))
    rules = headers(read(example_copy), own, listed=True)
    assert sent(rules, "/admin/")["Content-Security-Policy"] == f"{own}; frame-ancestors 'self'"
    for built in pages(example_site):
        assert directives(sent(rules, f"/{built.path.removesuffix('index.html')}")["Content-Security-Policy"])[
            "script-src"
        ] == ["'self'"], built.path


def test_a_site_that_is_not_to_be_listed_says_so_with_every_file(example_copy: Path) -> None:
    rules = headers(read(example_copy), "", listed=False)
    assert sent(rules, "/data/raci.csv")["X-Robots-Tag"] == "noindex"


def test_the_copy_for_a_folder_has_no_policy(offline_site: Path) -> None:
    assert not (offline_site / "_headers").exists()
    assert not [built.path for built in pages(offline_site) if built.tree.xpath(TAG)]


# In a browser


def against(page: Page, address: str) -> list[str]:
    """What the browser finds against the policy while a page is opened and all that it offers is used."""
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address)
    page.locator(SWITCHES).evaluate_all(CLICK_ALL)
    for choice in page.locator("article select").all():
        choice.select_option(index=1)
    for box in page.locator("article input[type=search]").all():
        box.fill("продаја")
    if page.locator(BOX).count():
        ask(page, "продаја")
    return [*page.evaluate("window.against"), *errors]


def violations(browser: Browser, site: Path, paths: Mapping[str, str] | tuple[str, ...]) -> dict[str, list[str]]:
    """What is against the policy on pages of a site that is served with its headers, by path."""
    found = {}
    with served(site, Host) as address, window(browser, viewport={"width": 1440, "height": 900}) as context:
        context.add_init_script(WATCH)
        for path in paths:
            page = context.new_page()
            if faults := against(page, f"{address}/{path}"):
                found[path] = faults
            page.close()
    return found


@pytest.fixture(scope="module")
def site(example_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example below the path of its address, with its headers at the root of the host."""
    return hosted(example_site, tmp_path_factory.mktemp("host"))


def hosted(site: Path, host: Path) -> Path:
    """A folder that is served as a host would serve a site whose address is `/team/`."""
    (host / "team").symlink_to(site)
    (host / "_headers").write_bytes((site / "_headers").read_bytes())
    return host


def test_nothing_on_a_page_of_each_kind_is_against_the_policy(browser: Browser, site: Path) -> None:
    assert violations(browser, site, tuple(f"team/{path}" for path in KINDS)) == {}


def test_a_script_in_the_text_of_a_page_does_not_run(browser: Browser, site: Path) -> None:
    with served(site, Host) as address, window(browser) as context:
        context.add_init_script(WATCH)
        page = context.new_page()
        page.goto(f"{address}/team/")
        page.evaluate(
            "document.body.append(Object.assign(document.createElement('script'), {text: 'window.ran = true'}))"
        )
        page.wait_for_function("window.against.length")
        assert {*page.evaluate("window.against")} == {"script-src-elem inline"}
        assert not page.evaluate("'ran' in window")


@pytest.mark.long
def test_nothing_on_any_page_of_the_handbook_is_against_the_policy(
    browser: Browser, real_site: Path, tmp_path: Path
) -> None:
    shown = [built.path for built in pages(real_site) if built.tree.xpath("//article")]
    assert len(shown) > 100
    assert violations(browser, hosted(real_site, tmp_path), tuple(f"team/{path}" for path in shown)) == {}
