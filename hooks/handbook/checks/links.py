"""Rules about links: each one links to a page and a section that exist in the same language."""

import posixpath
from collections.abc import Iterator

from ..crosslinks.lexicons import Lexicon, former_names_lexicon, lexicons, stems
from ..crosslinks.mentions import find_all
from ..crosslinks.paths import relative_link, resolve
from ..languages.messages import Message, msg
from ..model.document import Link
from ..model.fact_tables import once
from ..model.finding import Finding, Place
from ..model.handbook import Handbook
from ..model.page import Page


def dead_link(handbook: Handbook) -> Iterator[Finding]:
    """A link inside the handbook is relative, and its target is a page or file of the same language.

    Bad: `[x](../rolse/a.md)`, `[x](/sales/)`. Good: `[x](../roles/sales-manager.md)`.
    """
    for page, link, path, _ in _internal_links(handbook):
        if path is None:
            message = msg("The link “{link}” is absolute; the site may be at any address.", link=link.target)
            advice = msg("Write the path from this file to the other, such as “../roles/x.md”.")
            yield Finding(page.at(link.line), "dead-link", message, advice)
        elif not _exists(handbook, page.language, path):
            message = msg("The link “{link}” points to “{path}”, which does not exist.", link=link.target, path=path)
            yield Finding(page.at(link.line), "dead-link", message, _advice(handbook, page, path))
    for file, id_, target in handbook.facts.named_pages:
        path = target.partition("#")[0]
        if path not in handbook.path_set:
            place = handbook.facts.place(file, id_, "page")
            advice = msg("Write its path inside docs/sr/, with “.md”.")
            yield Finding(place, "dead-link", msg("“{path}” is not a page.", path=path), advice)
    for guide in handbook.facts.guides:
        if guide not in handbook.path_set:
            place = handbook.facts.place("guides", guide)
            yield Finding(place, "dead-link", msg("“{path}” is not a page.", path=guide), msg("Remove or rename it."))


def dead_anchor(handbook: Handbook) -> Iterator[Finding]:
    """The part of a link after `#` is the id of a heading on the page it links to.

    Bad: `[x](agreement.md#sla)`. Good: `[x](agreement.md#terms)`.
    """
    for page, link, path, anchor in _internal_links(handbook):
        target = handbook.page(page.language, path or "")
        if target and anchor and anchor not in target.anchors:
            yield _no_anchor(page.at(link.line), target, anchor)
    for file, id_, named in handbook.facts.named_pages:
        path, _, anchor = named.partition("#")
        pages = filter(None, (handbook.page(code, path) for code in handbook.languages))
        if anchor and (target := next((page for page in pages if anchor not in page.anchors), None)):
            yield _no_anchor(handbook.facts.place(file, id_, "page"), target, anchor)


def link_text(handbook: Handbook) -> Iterator[Finding]:
    """A link whose words name a role, a responsibility or another page leads to that page.

    Bad: `[sales manager](marketing-director.md)`. Good: `[sales manager](sales-manager.md)`.
    """
    names = lexicons(handbook)
    former = {code: former_names_lexicon(handbook, code) for code in handbook.languages}
    for page, link, path, _ in _internal_links(handbook):
        if link.text and path in handbook.path_set and not find_all(link.text, former[page.language]):
            named = _named_pages(handbook, page.language, link.text, names[page.language], path)
            if named and path not in named:
                message = msg("This link reads “{name}” but leads to “{path}”.", name=link.text, path=path)
                right = relative_link(page.path, named[0])
                yield Finding(
                    page.at(link.line), "link-text", message, msg("Link to “{path}”, or use other words.", path=right)
                )


def _named_pages(handbook: Handbook, language: str, text: str, names: Lexicon, path: str) -> list[str]:
    """Returns the pages that the words of a link to `path` name.

    Those are the page whose name is all of the words, and pages of the same kind as the target: “the forecast of the
    sales manager” may lead to the forecast, but not to another role.
    """
    target, named = handbook.page(language, path), []
    if title := _guides_by_title(handbook).get((language, stems(text, language))):
        named.append(title)
    for mention in find_all(text, names):
        page = handbook.page(language, mention.target)
        whole = text[mention.start : mention.end] == text.strip()
        if page and (whole or (target and target.kind == page.kind)):
            named.append(page.path)
    return named


@once
def _guides_by_title(handbook: Handbook) -> dict[tuple[str, tuple[str, ...]], str | None]:
    """Returns the guide with each title, by (language, stems of the title); None for a title of several."""
    found: dict[tuple[str, tuple[str, ...]], str | None] = {}
    for page in handbook.pages.values():
        if page.kind == "guide":
            key = (page.language, stems(page.title, page.language))
            found[key] = page.path if found.get(key, page.path) == page.path else None
    return found


def _internal_links(handbook: Handbook) -> Iterator[tuple[Page, Link, str | None, str]]:
    """Yields each link inside the handbook: the page it is on, the link, the path (None: absolute) and the anchor."""
    for page in handbook.pages.values():
        for link in page.outline.links:
            if address := resolve(page.path, link.target):
                yield page, link, *address


def _exists(handbook: Handbook, language: str, path: str) -> bool:
    """Whether a file exists in a language, or a page in any: the rule `missing-page` reports a missing language."""
    return f"docs/{language}/{path}" in handbook.files or any(
        (code, path) in handbook.pages for code in handbook.languages
    )


def _advice(handbook: Handbook, page: Page, path: str) -> Message:
    if moved := handbook.facts.moved.get(path):
        return msg("That page has moved: write “{link}”.", link=relative_link(page.path, moved.to))
    if same_name := _by_file_name(handbook).get((page.language, posixpath.basename(path))):
        return msg("Did you mean “{id}”?", id=relative_link(page.path, same_name))
    return msg("Correct the path, or remove the link.")


@once
def _by_file_name(handbook: Handbook) -> dict[tuple[str, str], str]:
    """Returns the path of the first page with each file name, by (language, file name)."""
    first: dict[tuple[str, str], str] = {}
    for code, path in handbook.pages:
        first.setdefault((code, posixpath.basename(path)), path)
    return first


def _no_anchor(place: Place, target: Page, anchor: str) -> Finding:
    message = msg("“{page}” has no section “{id}”.", page=target.path, id=anchor)
    advice = msg("Its sections: {known}.", known=tuple(sorted(target.anchors)) or msg("none"))
    return Finding(place, "dead-anchor", message, advice, related=target.at(1))
