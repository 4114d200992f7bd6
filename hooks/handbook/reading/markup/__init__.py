"""Finds HTML, attributes and addresses in a Markdown text that must not reach readers.

The site is rendered by Python-Markdown, which parses some texts differently from CommonMark. A text that could
contain anything but plain Markdown is therefore rendered here too, and its HTML is checked.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

import yaml

from ...model.document import Markup, MarkupKind
from ...model.markup import GENERATED, RAW
from ..limits import TooLargeError
from ..limits.yaml import LOADER, check_yaml
from .lines import Places, numbered_children
from .tags import SHOWN, Tags

if TYPE_CHECKING:  # importing Markdown and its parser is slow, and few handbooks need them here
    from markdown import Markdown
    from markdown_it.token import Token

EXTENSIONS = ("abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "tables")
"""The extensions of the site; `toc` only adds links to headings."""

PLAIN_TAG = rf"/?(?:{'|'.join(RAW)})>|br ?/>|div(?: class=\"(?:sales|marketing|handbook-[a-z-]+)\")?(?: markdown)?>"
PLAIN_COMMENT = r"!--(?:`| handbook/[a-z-]+(?: [^<>&{}\[\]\x00-\x1f-]*)? -->)"
SUSPICIOUS = re.compile(
    rf"<(?![\s\d=<`]|{PLAIN_TAG}|{PLAIN_COMMENT})"
    r"|\{(?! ?:? ?#[a-z0-9-]+ ?\}|[+\"][^}\n=.#]{0,80}\})"
    r"|\]\((?!#?[\w./#-]+\)|https?://[^\s<>&\"()\\]*\))"
    r"|!\[(?![^\[\]\n]{0,200}\]\([\w.-][\w./-]*\))"
    r"|\]:"
    r"|[\x00-\x08\x0b-\x1f\x7f]"
)
"""Anything that may be more than plain Markdown. Rendering every page would take half as long as the whole check;
this takes 10 ms for 120 pages and leaves none of the real ones to render."""

META = re.compile(r"-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)
"""Front matter as MkDocs removes it before rendering."""
BARE_META = re.compile(r"\A {0,3}[A-Za-z0-9_-]+:")
"""A first line that MkDocs takes for front matter as well."""


def forbidden(text: str, tokens: "list[Token]") -> Iterator[Markup]:
    """Yield everything in a Markdown text that must not reach a reader; `tokens` are those of markdown-it.

    Where an author wrote an element that is not allowed, nothing else is said about its line.
    """
    if not SUSPICIOUS.search(text):
        return
    raw = [*_raw(tokens)]
    yield from raw
    rendered = Counter(_rendered(_body(text))) - Counter((markup.kind, markup.what) for markup in raw)
    clear = [found for found in rendered.elements() if found[0] != "unclear"]
    explained = {markup.line for markup in raw if markup.kind == "element"}
    places = Places(text, tokens, raw)
    for kind, what in clear if clear or raw else rendered.elements():
        if (line := places.line(kind, what)) not in explained:
            yield Markup(kind, what, line)


def _body(text: str) -> str:
    """Return a text without its front matter; MkDocs shows front matter that cannot be read."""
    match = META.match(text)
    try:
        check_yaml(match[1] if match else "")
        valid = match and isinstance(yaml.load(match[1], LOADER), dict)  # a safe loader
    except (yaml.YAMLError, ValueError, TooLargeError):
        valid = False
    return text[match.end() :] if match and valid else text


def _raw(tokens: "list[Token]") -> Iterator[Markup]:
    """Yield the HTML that authors wrote, as markdown-it finds it, unless it is in the short list `RAW`."""
    for html, first_line in _html(tokens):
        for kind, what, line in Tags(frozenset(RAW)).read(html):
            if kind != "unclear" and not what.startswith("/"):
                yield Markup(kind, what, first_line + line - 1)


def _html(tokens: "list[Token]") -> Iterator[tuple[str, int]]:
    """Yield each piece of HTML with its line."""
    for token in tokens:
        if token.type == "html_block":
            yield token.content, (token.map or [0])[0] + 1
        yield from ((child.content, line) for child, line in numbered_children(token) if child.type == "html_inline")


def _rendered(text: str) -> Iterator[tuple[MarkupKind, str]]:
    """Yield what must not be in the HTML that readers get."""
    try:
        html = _markdown().reset().convert(text)
    except RecursionError:  # a build would fail as well
        yield "unclear", text.lstrip()[:SHOWN]
    else:
        yield from ((kind, what) for kind, what, _ in Tags(GENERATED | RAW.keys()).read(html))


@lru_cache(maxsize=1)
def _markdown() -> "Markdown":
    from markdown import Markdown

    return Markdown(extensions=list(EXTENSIONS))
