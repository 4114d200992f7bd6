"""What the footer and the edit links of every page of a site must be: the same checks for the example and the real one.

Expectations are computed from the facts and the pages of the handbook that was built.
"""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from handbook.crosslinks.ownership import page_ownership
from handbook.model.handbook import Handbook
from handbook.model.page import Page
from pages import Built, page, pages
from sites import ADDRESS, REPOSITORY

FOOT, PENCIL, EDIT = "//footer[@class='handbook-foot']", "//a[@class='handbook-pencil']", "//a[@rel='edit']/@href"
WRONG, REVIEW = f"{FOOT}//p[@class='handbook-foot__wrong']/a", f"{FOOT}//p[@class='handbook-foot__review']"


def fields(shown: Built) -> dict[str, str]:
    """What the form for a report is prefilled with."""
    (href,) = shown.tree.xpath(f"{WRONG}/@href")
    return query(href)


def query(address: str) -> dict[str, str]:
    """The values in an address, each name once."""
    return {key: values[0] for key, values in parse_qs(urlsplit(address).query, keep_blank_values=True).items()}


def check_owner(book: Handbook, site: Path, written: Page) -> None:
    """The footer names the owner of a page and leads to the owner's page in the same language, where there is one."""
    shown = page(site, written.path, written.language)
    looked_after = page_ownership(book.facts, written.path)
    assert looked_after is not None, written.path
    role, outsider = book.facts.roles.get(looked_after.owner), book.facts.outside_parties.get(looked_after.owner)
    owner = book.page(written.language, role.page) if role else None
    title = owner.title if owner else outsider.title[written.language] if outsider else ""
    assert title in shown.text(f"{FOOT}/p[1]"), shown.path
    there = {page(site, owner.path, written.language).path} if owner else set()
    assert shown.targets(f"{FOOT}/p[1]/a/@href") == there, shown.path


def check_report(site: Path, written: Page) -> None:
    """The report of a mistake is prefilled with the title and the address of the page in its language."""
    shown = page(site, written.path, written.language)
    report = fields(shown)
    assert report["title"].startswith(f"{written.title}: "), shown.path
    assert report["page"] == f"{written.title} ({ADDRESS}{shown.path.removesuffix('index.html')})"


def check_edit_links(root: Path, site: Path) -> set[str]:
    """Every edit link leads to a file, and to the line of the page's entry; returns the files of `facts/` they name."""
    named = set()
    for shown in pages(site):
        for href in shown.tree.xpath(f"{PENCIL}/@href | {EDIT}"):
            address = urlsplit(href)
            file = root / address.path.removeprefix(f"{urlsplit(REPOSITORY).path}/edit/main/")
            assert file.is_file(), href
            if address.fragment:
                lines = file.read_text("utf-8").splitlines()
                entry = lines[int(address.fragment.removeprefix("L")) - 1]
                assert entry.startswith(f"{Path(shown.path).parent.name}:"), href
            if file.suffix == ".yml":
                named.add(file.name)
    return named


def check_page_links(book: Handbook, site: Path, written: Page) -> None:
    """The page's own edit link leads to the file of its language, each entry's card to the entry."""
    shown = page(site, written.path, written.language)
    edit = f"{REPOSITORY}/edit/main"
    assert shown.tree.xpath(EDIT) == [f"{edit}/docs/{written.language}/{written.path}"]
    entry = book.facts.entry(written.path)
    if entry:
        file = "roles" if entry.id in book.facts.roles else "responsibilities"
        line = book.facts.place(file, entry.id).line
        anchor = f"#L{line}" if line > 1 else ""
        assert f"{edit}/facts/{file}.yml{anchor}" in shown.tree.xpath(f"{PENCIL}/@href")
