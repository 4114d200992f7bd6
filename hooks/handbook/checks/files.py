"""Rules about the files of `docs/`: each page is in the navigation, each file beside the pages in every language."""

from collections.abc import Iterator

from ..crosslinks.paths import resolve
from ..languages.messages import msg
from ..model.finding import Finding, Place
from ..model.handbook import Handbook


def unlisted(handbook: Handbook) -> Iterator[Finding]:
    """The navigation, if there is one, lists every page.

    Bad: `docs/sr/prices.md`, which only a link or the search leads to. Good: `- prices.md` under `nav`.
    """
    listed = {path for path, _ in handbook.nav}
    for path in handbook.paths if listed else ():
        if path not in listed:
            page = handbook.page(handbook.default_language, path) or handbook.fallback(handbook.default_language, path)
            message = msg("This page is not in the navigation.")
            advice = msg("Add “- {path}” under “nav” in {file}.", path=path, file="mkdocs.yml")
            place = page.at(1) if page else Place(f"docs/{handbook.default_language}/{path}", 1)
            yield Finding(place, "unlisted", message, advice, "warning", Place("mkdocs.yml", handbook.nav[0][1]))


def missing_file(handbook: Handbook) -> Iterator[Finding]:
    """A file in the folder of one language is in that of each language, under the same name.

    Bad: `docs/sr/prices.pdf` alone. Good: also `docs/en/prices.pdf`, with the English text.
    """
    paths = sorted({path for _, path in handbook.digests})
    missing = [(code, path) for path in paths for code in handbook.languages if (code, path) not in handbook.digests]
    linked = set(_links(handbook)) if missing else set()
    for code, path in missing:
        if (code, path) not in linked:  # else the link is reported, where it leads nowhere
            present = next(other for other in handbook.languages if (other, path) in handbook.digests)
            expected = Place(f"docs/{code}/{path}", 1)
            message = msg("This file has no counterpart; {file} was expected.", file=expected.path)
            advice = msg("Put it there, in that language, or remove the file here.")
            yield Finding(Place(f"docs/{present}/{path}", 1), "missing-file", message, advice, related=expected)


def _links(handbook: Handbook) -> Iterator[tuple[str, str | None]]:
    """Yield the target of each link inside the handbook, as (language, path)."""
    for page in handbook.pages.values():
        for link in page.outline.links:
            if address := resolve(page.path, link.target):
                yield page.language, address[0]
