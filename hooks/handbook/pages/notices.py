"""Notices for readers: the languages of a page differ, or a page is missing in this language."""

from collections.abc import Iterable

from ..crosslinks.paths import published_link
from ..languages.messages import Message
from ..languages.registry import language
from ..model.page import Page
from .context import PageContext


def banner(context: PageContext, owed: tuple[str, ...]) -> str:
    """A box at the top of a page: the sections (`owed`) in which it is behind, and the reasons of its waivers.

    Empty if there are neither, and on a placeholder.
    """
    name = context.path.removesuffix(".md")
    reasons = " ".join(dict.fromkeys(waiver.reason for _, waiver in context.handbook.waivers if waiver.page == name))
    other = next(code for code in context.handbook.languages if code != context.language)
    texts = [context.label("behind-text", sections=_titles(context, owed), **_language_names(other))] if owed else []
    texts += [context.label("waived-text", reasons=reasons)] if reasons else []
    exists = context.handbook.page(context.language, context.path)
    return _box(context.label("differ-title"), texts) if texts and exists else ""


def placeholder_page(context: PageContext, elsewhere: Page) -> str:
    """The Markdown of a page that exists only in another language (`elsewhere`), with a link to it."""
    link = f'<a href="{_address(context, elsewhere)}" hreflang="{elsewhere.language}">'
    texts = [
        context.label("only-elsewhere", **_language_names(elsewhere.language)),
        f"{link}{context.label('read-elsewhere', **_language_names(elsewhere.language))}</a>",
    ]
    return f"# {elsewhere.title}\n\n{_box(context.label('untranslated-title'), texts)}\n"


def _language_names(code: str) -> dict[str, Message]:
    """The values of a label that names a language in a sentence."""
    return {"language": language(code).label, "in_language": language(code).in_label}


def _box(title: str, paragraphs: Iterable[str]) -> str:
    content = "\n\n".join(f"    {text}" for text in paragraphs)
    return f'!!! warning "{title}"\n\n{content}'


def _titles(context: PageContext, sections: tuple[str, ...]) -> str:
    page = context.handbook.page(context.language, context.path)
    titles = {heading.id: heading.text for heading in page.outline.headings if heading.id} if page else {}
    return ", ".join(titles.get(id_, context.label("beginning")) for id_ in sections)


def _address(context: PageContext, elsewhere: Page) -> str:
    """The relative address of the same page in another language; the default language has no folder."""
    here, there = map(context.handbook.folder, (context.language, elsewhere.language))
    return published_link(f"{here}{context.path}", f"{there}{context.path}", context.folders)
