"""What readers are told where a page is not whole: languages that differ, one that is missing, a draft."""

from collections.abc import Iterable

from ..crosslinks.paths import published_link
from ..languages.messages import Message
from ..languages.registry import language
from ..model.page import Page
from .context import PageContext


def banner(context: PageContext, owed: tuple[str, ...]) -> str:
    """A box above the page: the sections in which its translation is behind, and differences that wait.

    A page that is itself a notice needs none.
    """
    name = context.path.removesuffix(".md")
    reasons = " ".join(dict.fromkeys(waiver.reason for _, waiver in context.handbook.waivers if waiver.page == name))
    other = next(code for code in context.handbook.languages if code != context.language)
    said = [context.label("behind-text", sections=_sections(context, owed), **_named(other))] if owed else []
    said += [context.label("waived-text", reasons=reasons)] if reasons else []
    here = context.handbook.page(context.language, context.path)
    return _box(context.label("differ-title"), said) if said and here else ""


def notice(context: PageContext, elsewhere: Page) -> str:
    """A whole page, in the reader's language, in place of one that exists in another language only."""
    link = f'<a href="{_between(context, elsewhere)}" hreflang="{elsewhere.language}">'
    text = [
        context.label("only-elsewhere", **_named(elsewhere.language)),
        f"{link}{context.label('read-elsewhere', **_named(elsewhere.language))}</a>",
    ]
    return f"# {elsewhere.title}\n\n{_box(context.label('untranslated-title'), text)}\n"


def _named(code: str) -> dict[str, Message]:
    """The name of a language for a sentence."""
    return {"language": language(code).label, "in_language": language(code).in_label}


def _box(title: str, paragraphs: Iterable[str]) -> str:
    inside = "\n\n".join(f"    {text}" for text in paragraphs)
    return f'!!! warning "{title}"\n\n{inside}'


def _sections(context: PageContext, owed: tuple[str, ...]) -> str:
    page = context.handbook.page(context.language, context.path)
    titles = {heading.id: heading.text for heading in page.outline.headings if heading.id} if page else {}
    return ", ".join(titles.get(id_, context.label("beginning")) for id_ in owed)


def _between(context: PageContext, elsewhere: Page) -> str:
    """The address of the same page in another language, from here: the default language has no folder."""
    here, there = map(context.handbook.folder, (context.language, elsewhere.language))
    return published_link(f"{here}{context.path}", f"{there}{context.path}", context.folders)
