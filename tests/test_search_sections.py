"""The sections that search finds are those of the theme's own parser, which is slower and joins cells."""

import re
from pathlib import Path

import pytest
from lxml import html
from material.plugins.search.plugin import Parser  # type: ignore[import-untyped]

from handbook.publishing.search_sections import search_sections
from pages import pages

Found = list[tuple[str, str, str]]
"""Of each section the id, the title and the text, with single spaces."""


def found(article: str) -> Found:
    sections = search_sections(article)
    return [(one.id, plain(one.title), plain(one.text)) for one in sections]


def found_by_the_theme(article: str) -> Found:
    parser = Parser()
    parser.feed(article)
    parser.close()
    return [(one.id or "", plain(one.title), plain(one.text)) for one in parser.data if not one.is_excluded()]


def unspaced(sections: Found) -> Found:
    return [(id_, title, re.sub(r"\s", "", text)) for id_, title, text in sections]


def plain(pieces: list[str]) -> str:
    return re.sub(r"\s+", " ", "".join(pieces)).strip()


def test_every_page_of_the_example_has_the_sections_that_the_theme_finds(example_site: Path) -> None:
    articles = [html.tostring(built.article, encoding="unicode") for built in pages(example_site)]
    assert len(articles) > 20
    for article in articles:
        assert unspaced(found(article)) == unspaced(found_by_the_theme(article))


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ("<h1 id='a'>A</h1><p>B</p>", [("", "A", "<p>B</p>")]),
        ("<p>B</p><h2 id='a'>A</h2>c", [("", "", "<p>B</p>"), ("a", "A", "c")]),
        ("<h2 id='a'>A</h2>", [("", "", ""), ("a", "A", "")]),
        ("<h1 id='a'>A<a class='headerlink' href='#a'>¶</a></h1>", [("", "A", "")]),
        ("<h1 id='a'>A</h1><h2 id='b' data-search-exclude>B</h2>c<h2 id='d'>D</h2>", [("", "A", ""), ("d", "D", "")]),
        ("<h1 id='a'>A</h1><div data-search-exclude>b</div>c", [("", "A", "c")]),
        ("<h1 id='a'>A</h1><div><h2 id='b'>B</h2>c</div>d", [("", "A", "d"), ("b", "B", "c")]),
        ("<h1 id='a'>A</h1><style>b</style><script>c</script>d", [("", "A", "d")]),
        (
            "<h1 id='a'>A</h1><p> </p><ul><li>b &lt;c&gt; &amp;\nd</li></ul>",
            [("", "A", "<ul><li>b &lt;c&gt; &amp; d</li></ul>")],
        ),
        ("<h1 id='a'><code>A</code></h1><table><td>b<td>c</table>", [("", "<code>A</code>", "b c")]),
        ("<h1 id='a'>A</h1><p>b<br>c</p><dl><dt>d<dd>e</dl>", [("", "A", "<p>b c</p>d e")]),
        ("<h3>A</h3>b<!-- c -->d", [("", "", "Abd")]),
        ("", []),
    ],
)
def test_what_a_section_is(article: str, expected: Found) -> None:
    assert found(article) == expected


def test_the_lines_of_preformatted_text_stay() -> None:
    (section,) = search_sections("<pre>a\n  b</pre>")
    assert section.text == ["<pre>", "a\n  b", "</pre>"]
