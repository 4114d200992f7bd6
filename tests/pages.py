"""Built pages as a reader's browser sees them: parsed HTML, links followed on the disk."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html


@dataclass(frozen=True)
class Built:
    """One page of a built site, by its path from the site's root."""

    site: Path
    path: str

    @cached_property
    def tree(self) -> html.HtmlElement:
        return html.fromstring((self.site / self.path).read_bytes(), parser=html.HTMLParser(encoding="utf-8"))

    @property
    def language(self) -> str:
        return str(self.tree.get("lang"))

    @property
    def article(self) -> html.HtmlElement:
        return self.tree.xpath("//article")[0]

    @property
    def ids(self) -> set[str]:
        return {*self.tree.xpath("//@id"), *self.tree.xpath("//a/@name")}

    def text(self, xpath: str = "//article") -> str:
        return " ".join("".join(node.text_content() for node in self.tree.xpath(xpath)).split())

    def targets(self, xpath: str = "//article//a/@href") -> set[str]:
        """The files links lead to, as paths from the site's root; outside addresses left out."""
        return {path for path, _ in self.inner(xpath)}

    def inner(self, xpath: str = "//@href | //@src") -> Iterator[tuple[str, str]]:
        """Every link inside the site as (file from the site's root, anchor)."""
        for target in self.tree.xpath(xpath):
            yield from self._inside(target)

    def inner_of(self, link: html.HtmlElement) -> Iterator[tuple[str, str]]:
        """Where one link leads, as `inner` says it."""
        return self._inside(link.get("href"))

    def _inside(self, target: str) -> Iterator[tuple[str, str]]:
        here = f"http://site/{self.path}"
        if target is not None:
            parts = urlsplit(urljoin(here, target))
            if parts.netloc == "site" and parts.scheme == "http":
                path = unquote(parts.path).lstrip("/")
                yield f"{path}index.html" if not path or path.endswith("/") else path, unquote(parts.fragment)


def pages(site: Path) -> Iterator[Built]:
    """Every page of a built site."""
    for file in sorted(site.rglob("*.html")):
        yield Built(site, file.relative_to(site).as_posix())


def page(site: Path, path: str, language: str = "sr") -> Built:
    """The built page of a source path such as `sales/index.md`."""
    folder = path.removesuffix("index.md") if path.endswith("index.md") else path.removesuffix(".md") + "/"
    return Built(site, ("" if language == "sr" else f"{language}/") + f"{folder}index.html")


def dead_links(site: Path) -> list[tuple[str, str, str]]:
    """Every link of a built site that leads nowhere: page, file and anchor. Those of 404 pages begin at the address."""
    everything = {built.path: built for built in pages(site)}
    links = ((built, *link) for built in everything.values() if built.path[-8:] != "404.html" for link in built.inner())
    return [
        (built.path, path, anchor)
        for built, path, anchor in links
        if not (site / path).exists() or (anchor and path in everything and anchor not in everything[path].ids)
    ]
