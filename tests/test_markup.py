"""The rule `markup` against the site: what the check lets through, a browser shows without running anything."""

from datetime import date
from pathlib import Path

import pytest
import tinyhtml5  # type: ignore[import-untyped]
import yaml
from hypothesis import given, settings
from hypothesis import strategies as some
from markdown import Markdown
from playwright.sync_api import Browser, Dialog, Request

from browser import served, window
from handbook.checks.runner import check
from handbook.reading.load import read
from handbook.reading.markdown import markup
from handbook.reading.markup import EXTENSIONS
from sites import build
from trees import ROOT, Loader, edit

MARKDOWN = Markdown(extensions=[*EXTENSIONS, "toc"])
BUILT_IN = ("toc", "tables", "fenced_code")
"""The extensions that MkDocs adds to those of its settings."""
FORBIDDEN = (
    "<script>alert(1)</script>",
    "a <script>alert(1)</script> b",
    "<img src=x onerror=alert(1)>",
    'a <img src="x.png" alt="x" onerror="alert(1)"> b',
    '<iframe src="https://e.example"></iframe>',
    '<object data="x.svg"></object>',
    '<form action="https://e.example"><input></form>',
    "<svg onload=alert(1)></svg>",
    '<p onclick="alert(1)">x</p>',
    '<div style="position:fixed">x</div>',
    "<style>body{}</style>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](javascript&#58;alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](java script:alert(1))",
    "[x]( javascript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](vbscript:x)",
    "[x](file:///etc/passwd)",
    "[x][r]\n\n[r]: javascript:alert(1)",
    "text\n[r]: javascript:alert(1)\n\n[x][r]",
    "![x](data:image/svg+xml,x)",
    "![x](https://e.example/x.png)",
    "![x](//e.example/x.png)",
    "![x][r]\n\n[r]: https://e.example/x.png",
    "<javascript:alert(1)>",
    "<ftp://e.example>",
    '# T { #t onclick="alert(1)" }',
    "## T {: onclick=alert(1) }",
    'text\n{: onclick="alert(1)" }',
    'text\n{ style="position:fixed" }',
    '[x](a.md){ onclick="alert(1)" }',
    '[x](a.md){: style="color:red" }',
    "*x*{ onmouseover=alert(1) }",
    "![x](a.png){ onerror=alert(1) }",
    "| a { onclick=alert(1) } | b |\n|---|---|\n| c | d |",
    "| a | b |\n|---|---|\n| c { onclick=alert(1) } | d |",
    "- item\n{ onclick=alert(1) }",
    '``` { .python onclick="alert(1)" }\ncode\n```',
    '<pre class="mermaid"><code>graph</code></pre>',
    '<div class="mermaid">graph</div>',
    '!!! note "<img src=x onerror=alert(1)>"\n    text',
    "!!! note\n    <script>alert(1)</script>",
    "[^1]\n\n[^1]: <img src=x onerror=alert(1)>",
    "term\n:   <script>alert(1)</script>",
    "*[HTML]: <img src=x onerror=alert(1)>\n\nHTML",
    "- item\n\n    <script>alert(1)</script>",
    "1. x\n\n    <div onclick=alert(1)>x</div>",
    "> <script>alert(1)</script>",
    "<div markdown><script>alert(1)</script></div>",
    "<div markdown>\n\n<img src=x onerror=alert(1)>\n\n</div>",
    '<div markdown="1" onclick="x">\n\nx\n\n</div>',
    "<!--> <script>alert(1)</script> -->",
    "<!-- a --!> <script>alert(1)</script> -->",
    "<!-- x -- > <img src=x onerror=alert(1)> -->",
    "<![CDATA[ <script>alert(1)</script> ]]>",
    "<?php <script>alert(1)</script> ?>",
    "<!DOCTYPE x>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href="a.md">x</a>',
    "<h2>x</h2>",
    "<table><tr><td>x</td></tr></table>",
    "<details><summary>x</summary></details>",
    '<base href="https://e.example/">',
    '<meta http-equiv="refresh" content="0;url=//e.example">',
    "<link rel=stylesheet href=//e.example>",
    '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
    "<a/onclick=alert(1)>x",
    "<div/onclick=alert(1)>x</div>",
    '<div class="a"onclick=alert(1)>x</div>',
    "<div class='a' id=__config>x</div>",
    '<div data-md-component="source">x</div>',
    '<div class="md-overlay">x</div>',
    "<scr\x02ipt>alert(1)</script>",
    "<\x02script>alert(1)</script>",
    "</main></div></div>",
    '<div title="a>b" onclick="x">',
    "~~~\n<script>alert(1)</script>\n~~~\n~~~\n\n<script>alert(2)</script>",
    "- a\n\n  ```\n  <script>alert(1)</script>\n\n  <script>alert(2)</script>\n  ```",
    "``\n\n<script>alert(1)</script>\n\n``",
    "text `<b>` <b>x</b>",
    "<div markdown=block onload=x>",
    "<p markdown onclick=alert(1)>x</p>",
    "<x-y onclick=alert(1)>x</x-y>",
    "<br onclick=alert(1)>",
    "# T { #__search }",
    "para\n{ #__config }",
    "para\n{ .md-search }",
    "[x](a.md){ href=javascript:alert(1) }",
    "![x](a.png){ src=https://e.example/x.png }",
    "![x](a.png){ srcset=https://e.example/x.png }",
    "[x](a.md){ target=_blank }",
    "[x](a.md){ ping=https://e.example }",
    r"\<script>alert(1)\</script>",
    "<script\n>alert(1)</script\n>",
    "<SCRIPT>alert(1)</SCRIPT>",
    "<<script>alert(1)//<</script>",
    '<img src="x` `<script>alert(1)</script>"` `>',
    "<div><div markdown onclick=x>a</div></div>",
    '[a](b "x){ onclick=alert(1) }',
    "<video src=//e.example autoplay onloadstart=x></video>",
    "<button formaction=javascript:alert(1)>x</button>",
    "text\n    <script>alert(1)</script>",
    "<div>\n\n    <script>alert(1)</script>\n\n</div>",
    "[foo]: <javascript:alert(1)>\n[foo]",
)
"""Texts of which at least one parser makes something that must not reach readers."""
ALLOWED = (
    "---\nsearch: {exclude: true}\nhide: [toc]\n---\n\n# X",
    "a < b <- c <3 d",
    "## `<img src=x onerror=alert(1)>` { #x }\n\n## &lt;img src=y onerror=alert(2)&gt; { #y }",
    "`<script>`",
    "```\n<script>\n```",
    "    <script>",
    "<https://example.com> <a@example.com>",
    "[x](https://example.com/?a=b&c=d) [x](mailto:a@example.com) [x](tel:+381601234567) [x](#a:b) [x](//example.com)",
    "[x][y]\n\n[y]: https://example.com",
    '[x](a.md "t\\" onclick=\\"alert(1)")',
    "[x](a.md 't\" onclick=\"alert(1)')",
    '![a" onerror="alert(1)](a.png)',
    "a<br>b<br />c <kbd>Ctrl</kbd> H<sub>2</sub>O x<sup>2</sup>",
    '<div class="cards" markdown>\n\nx\n\n</div>',
    '![x](a.png){ width="50%" loading=lazy }',
    "| a | b |\n|:-:|--:|\n| c | d |",
    "x[^1]\n\n[^1]: <https://example.com>",
    "*[HTML]: <\n\nHTML",
    "a\n:   b",
    '!!! note "x"\n    y',
    "<!-- a -> b -->",
    "<!-- handbook/todo a - b -->",
    'x { y } z `{"a": "b=c"}` `{+…+}`',
    "x\n{ .lead #lead title='a > b' lang=sr data-search-exclude }",
    "3. a\n4. b",
    "```{ .python #x }\na\n```",
    "&lt;script&gt;alert(1)&lt;/script&gt; A & B",
)


@pytest.mark.parametrize("text", FORBIDDEN)
def test_what_must_not_reach_readers_is_found(text: str) -> None:
    """Also below a title and between paragraphs, with the line on which it begins."""
    alone, inside = markup(text), markup(f"# X\n\nx\n\n{text}\n\nx\n")
    assert alone
    assert [(found.kind, found.what) for found in inside] == [(found.kind, found.what) for found in alone]
    assert all(5 <= found.line <= 5 + text.count("\n") for found in inside)


@pytest.mark.parametrize("text", ALLOWED)
def test_what_a_page_may_contain_is_not_reported(text: str) -> None:
    assert markup(text) == ()
    assert markup(f"# X\n\nx\n\n{text}\n\nx\n") == ()


def test_a_fact_on_which_the_parser_would_spend_long_is_not_parsed(smallest: Path) -> None:
    edit(smallest, "facts/exchanges.yml", ("en: leads", f'en: "{"[a](" * 1000}"'))
    places = {str(finding.place) for finding in check(read(smallest), date(2026, 11, 24)) if finding.rule == "size"}
    assert places == {"facts/exchanges.yml:3"}


def test_a_fact_may_have_any_line_end() -> None:
    (found,) = markup("`x`\ry\r\n[z](javascript:1)")
    assert (found.kind, found.line) == ("address", 3)


def test_a_text_is_rendered_with_the_extensions_of_the_site() -> None:
    settings = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), Loader)["markdown_extensions"]
    names = {next(iter(entry)) if isinstance(entry, dict) else entry for entry in settings}
    assert {*EXTENSIONS, "toc"} == names.union(BUILT_IN)


NOT_IN_ARTICLES = ", ".join(
    f"article {selector}"
    for selector in (
        "script:not([src])",
        "iframe",
        "object",
        "embed",
        "form",
        "video",
        "[onclick]",
        "[onerror]",
        "[style*=fixed]",
    )
)
PIECES = (
    *("<", ">", "</", "/>", "<!--", "-->", "--!>", "<![CDATA[", "]]>", "<?", "?>", "&#58;", "&lt;", "\x02", "\x00"),
    *(
        "script",
        "img src=x",
        "div",
        "div markdown",
        "b",
        "svg",
        "br",
        "p",
        " onclick=x",
        ' style="x"',
        ' class="mermaid"',
    ),
    *(
        "`",
        "``",
        "```",
        "~~~",
        "\n",
        "\n\n",
        "\n    ",
        "\n- ",
        "\n> ",
        "\n!!! note\n    ",
        "|",
        "\n|---|---|\n",
        "*",
        "\\",
    ),
    *(
        "[x](",
        "![x](",
        ")",
        "[x]",
        "[x]: ",
        "[^1]",
        "[^1]: ",
        "*[x]: ",
        "javascript:x",
        "https://e.example/",
        "a.md",
        " ",
    ),
    *("textarea", "title", "pre", "xmp", "math", "noscript", "plaintext", "select", "template", "\r", "&#x3c;", "\x03"),
    *("{", "}", "{: ", "{ #x }", '"', "'", "=", "#x", ".md-x", "x", ":   "),
)
"""What hostile texts are composed of."""
SAFE_ADDRESS = ("https:", "http:", "mailto:", "tel:")
ELEMENTS = """
html head body a abbr blockquote br code dd div dl dt em h1 h2 h3 h4 h5 h6 hr img kbd li ol p pre strong
sub sup table tbody td th thead tr ul
"""
SAFE_ELEMENTS = frozenset(ELEMENTS.split())
SAFE_ATTRIBUTES = frozenset({"alt", "class", "href", "id", "lang", "markdown", "src", "start", "style", "title"})
SAFE_ATTRIBUTES |= {"data-search-exclude", "height", "loading", "width"}


def dangers(text: str) -> list[str]:
    """What a browser would find in the page of a text: an independent and simpler look at the same question."""
    tree = tinyhtml5.parse(MARKDOWN.reset().convert(text), namespace_html_elements=False)
    found = []
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue  # a comment
        found += [element.tag] if element.tag not in SAFE_ELEMENTS else []
        for name, value in element.attrib.items():
            squeezed = "".join(value.split()).lower()
            scheme = name in ("href", "src") and ":" in squeezed.partition("/")[0].partition("#")[0].partition("?")[0]
            found += [name] if name not in SAFE_ATTRIBUTES else []
            found += [value] if scheme and not squeezed.startswith(SAFE_ADDRESS) else []
            found += [value] if name == "src" and squeezed.startswith(("https:", "http:", "//")) else []
            found += [value] if name == "style" and not squeezed.startswith("text-align:") else []
            found += [value] if name == "class" and {"mermaid", "md-x"} & {*value.split()} else []
    return found


@pytest.mark.parametrize("text", ALLOWED)
def test_a_browser_sees_nothing_dangerous_in_what_is_allowed(text: str) -> None:
    assert dangers(text) == []


@pytest.mark.long
def test_a_browser_runs_nothing_on_the_pages_of_a_preview(smallest: Path, tmp_path: Path, browser: Browser) -> None:
    """Each text has a page in both languages; a preview is built in spite of the findings."""
    for number, text in enumerate((*FORBIDDEN, *ALLOWED)):
        for code in ("sr", "en"):
            (smallest / f"docs/{code}/text-{number}.md").write_text(f"# X\n\n{text}\n", "utf-8")
    site, events = tmp_path / "site", list[str]()
    build(smallest, site, HANDBOOK_PREVIEW="1")
    with served(site) as address, window(browser) as context:
        page = context.new_page()
        own = (f"{address}/", "data:", "https://handbook.example/sub/")  # the last: the site map, at the site's address

        def dismiss(dialog: Dialog) -> None:
            events.append(dialog.message)
            dialog.dismiss()

        def note(request: Request) -> None:
            events.extend([] if request.url.startswith(own) else [request.url])

        page.on("dialog", dismiss)
        page.on("request", note)
        for file in sorted(site.glob("en/text-*/index.html")):
            page.goto(f"{address}/{file.relative_to(site).parent.as_posix()}/")
            assert page.locator(NOT_IN_ARTICLES).count() == 0, file
    assert events == []


@given(some.lists(some.sampled_from(PIECES), max_size=25).map("".join))
@settings(max_examples=300, deadline=None)
def test_a_text_that_the_check_lets_through_is_harmless(text: str) -> None:
    if not markup(text):
        assert dangers(text) == []


def test_a_preview_shows_neither_pages_nor_files_that_may_run_programs(smallest: Path, tmp_path: Path) -> None:
    """A preview of a proposal is built in spite of errors, and people open it."""
    payload = "<script>alert('payload')</script>"
    (smallest / "docs/en/index.md").write_text(f"# Start\n\n{payload}\n", "utf-8")
    (smallest / "docs/sr/index.md").write_text(f"---\ntitle: [\nx: {payload}\n---\n\n# Почетак\n", "utf-8")
    (smallest / "docs/sr/x.svg").write_text(f'<svg xmlns="http://www.w3.org/2000/svg">{payload}</svg>', "utf-8")
    (smallest / "docs/en/x.html").write_text(payload, "utf-8")
    build(smallest, tmp_path / "site", HANDBOOK_PREVIEW="1")
    shown = [
        file for file in (tmp_path / "site").rglob("*") if file.is_file() and payload.encode() in file.read_bytes()
    ]
    assert shown == []
    assert "Ова страница се не приказује" in (tmp_path / "site/index.html").read_text("utf-8")
    assert "docs/en/index.md:3" in (tmp_path / "site/en/index.html").read_text("utf-8")
