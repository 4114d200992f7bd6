"""Notices for readers: the languages of a page differ, or a page is missing in this language."""

import string
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from markupsafe import Markup

from ..checks.markup import markup_on
from ..crosslinks.paths import published_link
from ..languages.messages import Message
from ..languages.registry import language
from ..model.page import Page
from .context import PageContext
from .elements import division, element, paragraph

ENTITIES = {ord(sign): f"&#{ord(sign)};" for sign in string.punctuation}
"""What Markdown might read as markup, as HTML entities."""


def banner(context: PageContext, owed: tuple[str, ...]) -> Iterator[Markup]:
    """A box at the top of a page: the sections (`owed`) in which it is behind, and the reasons of its waivers.

    Nothing if there are neither, and on a placeholder.
    """
    name = context.path.removesuffix(".md")
    reasons = " ".join(dict.fromkeys(waiver.reason for _, waiver in context.handbook.waivers if waiver.page == name))
    others = [code for code in context.handbook.languages if code != context.language]
    texts = [
        context.label("behind-text", sections=_titles(context, owed), **_language_names(other))
        for other in others[: bool(owed)]
    ]
    texts += [context.label("waived-text", reasons=reasons)] if reasons else []
    exists = context.handbook.page(context.language, context.path)
    if texts and exists:
        yield _box(context.label("differ-title"), texts)


def placeholder_page(context: PageContext, elsewhere: Page) -> str:
    """The Markdown of a page that exists only in another language (`elsewhere`), with a link to it."""
    names = _language_names(elsewhere.language)
    address = _address(context, elsewhere)
    link = element("a", context.label("read-elsewhere", **names), href=address, hreflang=elsewhere.language)
    box = _box(context.label("untranslated-title"), [context.label("only-elsewhere", **names), link])
    title = " ".join(elsewhere.title.split()).translate(ENTITIES)
    return f"# {title}\n\n{box}\n"


def withheld_page(context: PageContext) -> str:
    """The Markdown of a page that is beyond a limit or contains markup that is not allowed, with the findings on it."""
    source = f"docs/{context.language}/{context.path}"
    page = context.handbook.page(context.language, context.path)
    unread = (finding for finding in context.handbook.findings if finding.place.path == source)
    findings = dict.fromkeys((*unread, *(markup_on(page) if page else ())))
    texts = [f"{finding.place}: {finding.sentence(context.language)}" for finding in findings]
    return f"# {PurePosixPath(source).stem}\n\n{_box(context.label('unread-title'), texts)}\n"


def _language_names(code: str) -> dict[str, Message]:
    """The values of a label that names a language in a sentence."""
    return {"language": language(code).label, "in_language": language(code).in_label}


def _box(title: str, paragraphs: Iterable[str]) -> Markup:
    return division("admonition warning", element("p", title, class_="admonition-title"), *map(paragraph, paragraphs))


def _titles(context: PageContext, sections: tuple[str, ...]) -> str:
    page = context.handbook.page(context.language, context.path)
    titles = {heading.id: heading.text for heading in page.outline.headings if heading.id} if page else {}
    return ", ".join(titles.get(id_, context.label("beginning")) for id_ in sections)


def _address(context: PageContext, elsewhere: Page) -> str:
    """The relative address of the same page in another language; the default language has no folder."""
    here, there = map(context.handbook.folder, (context.language, elsewhere.language))
    return published_link(f"{here}{context.path}", f"{there}{context.path}", context.folders)
