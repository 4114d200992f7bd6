"""What a browser may load and run on the pages, as the pages say it themselves and as a host sends it.

No page has a script in its text: a browser runs only the files of the site. Pictures and tables have style attributes.
"""

from collections.abc import Iterator

from ...crosslinks.paths import published_file
from ...model.handbook import Handbook

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
    )
)
"""The policy of every page but the form editor, which has its own."""
FRAMES = "frame-ancestors 'self'"
"""A page cannot say itself who may show it in a frame; only a host can."""
EVERYWHERE = (
    "X-Content-Type-Options: nosniff",
    "Referrer-Policy: strict-origin-when-cross-origin",
    "Permissions-Policy: camera=(), geolocation=(), microphone=()",
)
UNLISTED = "X-Robots-Tag: noindex"


def headers(handbook: Handbook, forms_policy: str, listed: bool) -> str:
    """Return `_headers`, which hosts such as Netlify and Cloudflare Pages read: what to send with each address.

    `forms_policy` is that of the form editor, empty without one. Hosts send the headers of every rule that matches an
    address, so with an editor the pages' policy is in rules that do not match its address. A site that search engines
    may not list (`listed`) asks so with every file.
    """
    rules = {"/*": (*EVERYWHERE, *(() if listed else (UNLISTED,)))}
    scopes = _scopes(handbook) if forms_policy else ("/*",)
    for scope in scopes:
        rules[scope] = (*rules.get(scope, ()), f"Content-Security-Policy: {POLICY}; {FRAMES}")
    if forms_policy:
        rules["/admin/*"] = (f"Content-Security-Policy: {forms_policy}; {FRAMES}",)
    return "\n".join(line for scope, lines in rules.items() for line in (scope, *(f"  {line}" for line in lines), ""))


def _scopes(handbook: Handbook) -> Iterator[str]:
    """Yield the addresses of all pages: each file and each folder at the top of the site."""
    homes = map(handbook.folder, handbook.languages)
    paths = (*handbook.paths, *(move.id for move in handbook.facts.moved.values()))
    files = {home + published_file(path) for home in homes for path in paths}
    yield from ("/", "/404.html")
    yield from sorted(f"/{folder}/*" for folder in {file.partition("/")[0] for file in files if "/" in file})
