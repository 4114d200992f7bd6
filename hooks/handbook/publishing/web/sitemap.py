"""The list of all pages for search engines, and what they may list."""

from collections.abc import Iterator, Mapping
from datetime import date

from lxml import etree

from ...crosslinks.paths import published_file
from ...model.handbook import Handbook

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
NAMES = {None: SITEMAP, "xhtml": XHTML}


def alternates(handbook: Handbook, path: str, site_url: str) -> Mapping[str, str]:
    """Return the full address of a page in each language that has it, by code; `x-default` is the default language."""
    home = site_url.rstrip("/")
    codes = (code for code in handbook.languages if handbook.page(code, path))
    file = published_file(path).removesuffix("index.html")
    addresses = {code: f"{home}/{handbook.folder(code)}{file}" for code in codes}
    if default := addresses.get(handbook.default_language):
        addresses["x-default"] = default
    return addresses


def search_engine_files(
    handbook: Handbook, site_url: str, changed: Mapping[str, date], listed: bool
) -> Iterator[tuple[str, str]]:
    """Yield `robots.txt` and, for a site with an address that search engines may list, `sitemap.xml`, as (path, text).

    `changed` has the day of the last change of the pages for which it is known. Nothing is disallowed in a site that is
    not `listed`: its pages say so themselves, and a search engine has to read them for that.
    """
    robots = "User-agent: *\nDisallow:\n"
    if site_url and listed:
        yield "sitemap.xml", _sitemap(handbook, site_url, changed)
        robots += f"\nSitemap: {site_url.rstrip('/')}/sitemap.xml\n"
    yield "robots.txt", robots


def _sitemap(handbook: Handbook, site_url: str, changed: Mapping[str, date]) -> str:
    top = etree.Element(f"{{{SITEMAP}}}urlset", nsmap=NAMES)
    for language, path in sorted(handbook.pages, key=lambda page: (handbook.languages.index(page[0]), page[1])):
        addresses = alternates(handbook, path, site_url)
        page = etree.SubElement(top, f"{{{SITEMAP}}}url")
        etree.SubElement(page, f"{{{SITEMAP}}}loc").text = addresses[language]
        if day := changed.get(f"docs/{language}/{path}"):
            etree.SubElement(page, f"{{{SITEMAP}}}lastmod").text = day.isoformat()
        for code, address in addresses.items():
            etree.SubElement(page, f"{{{XHTML}}}link", rel="alternate", hreflang=code, href=address)
    return str(etree.tostring(top, encoding="unicode", pretty_print=True))
