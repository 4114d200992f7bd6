"""What a page may contain besides plain Markdown: HTML elements, attributes, and addresses of links and images.

Everything else must not reach a reader. On a site with the form editor, a script on any page could use the
editors' access to the repository.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

RAW: Mapping[str, str] = MappingProxyType(
    {
        "br": "a line break inside a table cell",
        "div": "blocks side by side, as on the front page; with `markdown`, its content is Markdown",
        "kbd": "a key of the keyboard",
        "sub": "a lower index",
        "sup": "an upper index",
    }
)
"""The elements that may be written as HTML, with the reason: Markdown has no other way to say it."""

GENERATED = frozenset(
    (
        *("a", "abbr", "code", "em", "img", "strong"),
        *("blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "p", "pre"),
        *("dd", "dl", "dt", "li", "ol", "ul"),
        *("table", "tbody", "td", "th", "thead", "tr"),
    )
)
"""The elements that Python-Markdown with the site's extensions creates from Markdown."""

_RELATIVE = r"[^:/?#]*(?:[/?#].*)?"
_ADDRESS = rf"(?i:https?:|mailto:|tel:).*|{_RELATIVE}"
_ALIGNED = r"text-align: ?(?:left|center|right);?"

ATTRIBUTES: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        # Names starting with “md-” and the name “mermaid” start programs of the theme.
        ("*", "class"): r"(?!(?:.*\s)?(?:md-|mermaid(?:\s|$)))[\w\s-]*",
        # Elements of the theme have ids starting with “__”, and its programs look for them.
        ("*", "id"): r"(?!__)[\w:-]+",
        ("*", "lang"): r"[A-Za-z-]+",  # a phrase in another language
        ("*", "title"): r".*",  # a tooltip
        ("*", "data-search-exclude"): r".*",  # text that search skips
        ("a", "href"): _ADDRESS,
        ("div", "markdown"): r"|1|block|span|markdown",
        ("img", "alt"): r".*",
        ("img", "height"): r"\d+%?",
        ("img", "loading"): r"lazy|eager",
        ("img", "src"): rf"(?![/\\]{{2}}){_RELATIVE}",  # a file of the site: no request to another host
        ("img", "width"): r"\d+%?",
        ("ol", "start"): r"\d+",
        ("td", "style"): _ALIGNED,  # an aligned column of a table
        ("th", "style"): _ALIGNED,
    }
)
"""The attributes that an element (`*`: any) may have, with the pattern of their values."""

CONTROLS = re.compile(r"[\x00-\x20]+")
"""Characters that a browser skips at the ends of an address, and partly inside."""


def allowed(element: str, attribute: str, value: str) -> bool:
    """Return whether an element may have an attribute with a value (character references resolved)."""
    pattern = ATTRIBUTES.get((element, attribute)) or ATTRIBUTES.get(("*", attribute))
    if attribute in ("href", "src"):
        value = CONTROLS.sub("", value)
    return pattern is not None and re.fullmatch(pattern, value, re.DOTALL) is not None
