"""No page of the site makes a reader's browser ask another host, with every setting of a firm on."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Route

import sites
from browser import served, window
from forms import fetch_editor
from handbook.publishing.forms.files import form_files
from handbook.publishing.forms.options import form_options
from handbook.reading.load import read
from pages import Built, pages
from trees import ROOT, example_tree

LOADED = " | ".join(
    (
        "//script/@src",
        "//link[not(@rel='canonical' or @rel='alternate' or @rel='prev' or @rel='next')]/@href",
        "//*[self::img or self::source or self::video or self::audio or self::track]/@src",
        "//*[self::iframe or self::embed or self::frame or self::input]/@src",
        "//*[self::image or self::use]/@href",
        "//video/@poster",
        "//object/@data",
    )
)
"""Attributes whose address a browser loads without being asked."""
ASKS = "//*[@data-md-component='source' or @data-md-component='consent' or @data-md-component='outdated']"
ASKS += " | //*[contains(concat(' ', @class, ' '), ' mermaid ')]"
"""Elements for which the theme's script asks another host, or loads a program from one."""
IN_STYLES = re.compile(r"(?:url\(|@import)\s*[\"']?([^\"')\s]+)")
EDITOR = {
    "HANDBOOK_EDITOR": "on",
    "HANDBOOK_EDITOR_REPO": "firm/handbook",
    "HANDBOOK_EDITOR_LOGIN": "https://login.example/auth",
}


def foreign(address: str) -> bool:
    """Whether an address on a page is on another host; data inside the page is not."""
    parts = urlsplit(urljoin("http://site/a/b/", address))
    return parts.scheme != "data" and parts.netloc != "site"


def loads(page: Built) -> Iterator[str]:
    """What a page would load from another host, or ask one for."""
    styles = [*page.tree.xpath("//style/text()"), *page.tree.xpath("//@style")]
    in_styles = (address for style in styles for address in IN_STYLES.findall(style))
    sets = (part.split()[0] for value in page.tree.xpath("//@srcset") for part in value.split(",") if part.strip())
    yield from filter(foreign, (*page.tree.xpath(LOADED), *in_styles, *sets))
    yield from (f"{element.tag} {dict(element.attrib)}" for element in page.tree.xpath(ASKS))


def everything_loaded(site: Path) -> dict[str, list[str]]:
    """What the pages and the style sheets of a site would load from other hosts, by file."""
    sheets = {file: filter(foreign, IN_STYLES.findall(file.read_text("utf-8"))) for file in site.rglob("*.css")}
    found = {page.path: [*loads(page)] for page in pages(site)}
    found |= {file.relative_to(site).as_posix(): [*addresses] for file, addresses in sheets.items()}
    return {path: addresses for path, addresses in found.items() if addresses}


def test_no_page_loads_anything_from_another_host(example_site: Path) -> None:
    assert everything_loaded(example_site) == {}


def test_the_repository_is_a_plain_link_on_every_page(example_site: Path) -> None:
    for built in pages(example_site):
        if built.tree.xpath("//header"):  # a redirect has none
            assert {*built.tree.xpath("//a[@class='md-source']/@href")} == {sites.REPOSITORY}


@pytest.mark.parametrize(
    "body",
    [
        '<script src="https://cdn.example/x.js"></script>',
        '<link rel="stylesheet" href="//cdn.example/x.css">',
        '<link rel="preload" as="font" href="https://cdn.example/x.woff2">',
        '<img src="https://cdn.example/x.png">',
        '<img srcset="x.png 1x, https://cdn.example/x.png 2x">',
        '<style>@import "https://cdn.example/x.css"</style>',
        '<p style="background: url(https://cdn.example/x.png)">',
        '<svg><image href="https://cdn.example/x.png"/></svg>',
        '<a data-md-component="source" href="https://github.com/team/book">',
        '<pre class="mermaid"><code>graph</code></pre>',
    ],
)
def test_what_would_load_from_another_host_is_found(tmp_path: Path, body: str) -> None:
    (tmp_path / "index.html").write_text(f"<!doctype html><title>x</title><body>{body}", "utf-8")
    assert len(everything_loaded(tmp_path)["index.html"]) == 1


def test_the_form_editor_loads_its_program_from_the_site(example_copy: Path) -> None:
    editor = {"mode": "on", "repository": "firm/handbook", "branch": "main", "login": "https://login.example/auth"}
    options = form_options(editor)
    assert options
    (page,) = (text for name, text in form_files(read(example_copy), options, "logo.svg") if name == "index.html")
    assert not [address for address in re.findall(r'(?:src|href)="([^"]+)"', page) if foreign(address)]


@pytest.mark.long
@pytest.mark.parametrize("repository", [sites.REPOSITORY, "https://gitlab.com/team/book"])
def test_a_browser_asks_no_other_host_on_any_page(tmp_path: Path, browser: Browser, repository: str) -> None:
    """Every page of a site with all settings on; only the forms may ask what their policy allows."""
    fetch_editor()
    home, site = example_tree(tmp_path / "example"), tmp_path / "host/team"
    (home / "requirements").symlink_to(ROOT / "requirements")  # holds the packages of the editor
    site.mkdir(parents=True)
    asked: list[tuple[str, str]] = []
    with served(site.parent) as address, window(browser) as context:
        built = sites.build(home, site, SITE_URL=f"{address}/team/", REPO_URL=repository, **sites.FIRM, **EDITOR)
        assert built.returncode == 0, built
        assert everything_loaded(site) == {}
        page = context.new_page()

        def note(route: Route) -> None:
            if route.request.url.startswith(f"{address}/"):
                return route.continue_()
            asked.append((page.url.removeprefix(address), route.request.url))
            return route.abort()

        context.route("**/*", note)
        for path in (built_page.path for built_page in pages(site)):
            page.goto(f"{address}/team/{path}")
    policy = ("https://api.github.com", "https://www.githubstatus.com")
    assert [ask for ask in asked if not (ask[0].startswith("/team/admin/") and ask[1].startswith(policy))] == []
