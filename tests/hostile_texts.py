"""Texts that grow: each is made to cost a parser, a regular expression or a rule more than its length."""

from collections.abc import Callable

Grow = Callable[[int], str]
"""Returns a text of about so many characters."""


def repeat(unit: str, before: str = "", after: str = "") -> Grow:
    """Repeat a unit between a beginning and an end."""
    return lambda size: before + unit * max(1, size // len(unit)) + after


def numbered(unit: str) -> Grow:
    """Repeat a unit with a running number in place of each `#N`."""

    def grow(size: int) -> str:
        return "".join(unit.replace("#N", str(number)) for number in range(max(1, size // len(unit))))

    return grow


def halves(left: str, right: str, middle: str = "") -> Grow:
    """Open everything first, then close everything: half of the text each."""

    def grow(size: int) -> str:
        count = max(1, size // (len(left) + len(right)))
        return left * count + middle + right * count

    return grow


def nested_list(size: int) -> str:
    """A list of which each item is one level deeper, up to 15 levels, again and again."""
    lines = [f"{'    ' * (number % 15)}- a" for number in range(max(1, size // 30))]
    return "\n".join(lines)


def wide_table(size: int) -> str:
    """A table with as many columns as rows."""
    side = max(2, int((size / 4) ** 0.5))
    row = "| a " * side + "|\n"
    return row + "|---" * side + "|\n" + row * side


HOSTILE: dict[str, Grow] = {
    "blanks after a marker": repeat(" ", "<!-- handbook/x "),
    "line ends after a marker": repeat("\n", "<!-- handbook/x "),
    "blanks in an open marker": repeat("\t ", "<!--"),
    "markers, none closed": repeat("<!-- handbook/x "),
    "markers, one closed": repeat("<!-- handbook/x ", after="-->"),
    "markers with blanks": repeat("<!-- handbook/x    -->\n\n"),
    "marker with a long argument": repeat("a ", "<!-- handbook/x ", "-->"),
    "comments, none closed": repeat("<!-- "),
    "comments, none closed, in lines": repeat("<!-- a\n"),
    "comments": repeat("<!-- a --> "),
    "comments in one line": repeat("<!--a-->"),
    "ends of comments": repeat("--> "),
    "digits": repeat("1"),
    "digits and dots": repeat("1."),
    "digits and colons": repeat("1:"),
    "groups of digits": repeat("1.234.567,"),
    "digits and dashes": repeat("1–"),
    "digits and spaced dashes": repeat("1 - "),
    "a telephone number": repeat("1 ", "+1 "),
    "telephone numbers": repeat("+381-"),
    "zeros": repeat("00 "),
    "dates": repeat("2026-12-24 "),
    "Serbian dates": repeat("24. децембра "),
    "English dates": repeat("24 December "),
    "months": repeat("децембра "),
    "blanks after a day": repeat(" ", "24.", "x"),
    "times": repeat("12:30 "),
    "money": repeat("€ 1 "),
    "money after digits": repeat("1 € "),
    "percentages": repeat("5 % "),
    "blanks": repeat(" ", "a", "b"),
    "blanks before a brace": repeat(" ", "a {", "b"),
    "blanks in a line of two": repeat("a   \n"),
    "tabs": repeat("\t", "a", "b"),
    "hard blanks": repeat("\u00a0", "a", "b"),
    "blank lines": repeat("\n", "a", "b"),
    "open braces": repeat("{ ", "## а "),
    "closed braces": repeat("} ", "## а "),
    "attribute lists": repeat("{ #a } ", "## а "),
    "attribute lists in text": repeat("*a*{ .b } "),
    "braces, opened and closed": halves("{", "}", "a"),
    "open brackets": repeat("["),
    "closed brackets": repeat("]"),
    "brackets, opened and closed": halves("[", "]", "a"),
    "links, opened and closed": halves("[", "](a.md)", "a"),
    "open links": repeat("[a]("),
    "links": repeat("[a](b.md) "),
    "links with long targets": repeat("a", "[a](<", ">)"),
    "images": repeat("![a](b.svg) "),
    "images in images": halves("![", "](b.svg)", "a"),
    "references": numbered("[a#N]: b.md\n"),
    "uses of a reference": repeat("[a] ", after="\n\n[a]: b.md\n"),
    "uses of no reference": repeat("[a][b] "),
    "an open reference title": repeat("a", "[a]: b.md '"),
    "footnotes": numbered("Text[^#N]\n\n[^#N]: Note.\n\n"),
    "uses of a footnote": repeat("[^1] ", after="\n\n[^1]: Note.\n"),
    "abbreviations": numbered("*[AB#N]: abbreviation\n"),
    "uses of an abbreviation": repeat("AB ", after="\n\n*[AB]: abbreviation\n"),
    "definitions": repeat("a\n:   b\n\n"),
    "admonitions": repeat('!!! note "a"\n    b\n\n'),
    "admonitions, none with text": repeat("!!! note\n"),
    "an admonition in each": repeat("!!! note\n    "),
    "tables": repeat("| a | b |\n", "| a | b |\n|---|---|\n"),
    "a wide table": wide_table,
    "pipes": repeat("|"),
    "rows without an end": repeat("| a ", "| a |\n|---|\n"),
    "escaped pipes": repeat("\\| ", "| a |\n|---|\n| ", "|"),
    "lines of a table's head": repeat("|---"),
    "headings": numbered("## a { #a#N }\n\n"),
    "headings without ids": repeat("## a\n\n"),
    "tight headings": repeat("##a\n"),
    "hashes": repeat("#"),
    "underlined headings": repeat("a\n=\n\n"),
    "equals signs": repeat("=", "a\n"),
    "lists": repeat("- a\n"),
    "numbered lists": repeat("1. a\n"),
    "nested lists": nested_list,
    "lists in one line": repeat("- "),
    "numbered lists in one line": repeat("1. "),
    "lists with blank lines": repeat("- a\n\n"),
    "adjacent lists": repeat("- a\n\n* a\n\n"),
    "quotes": repeat("> a\n"),
    "nested quotes": repeat("> ", after="a"),
    "quotes and lists": repeat("> - ", after="a"),
    "stars": repeat("*"),
    "stars and letters": repeat("*a "),
    "stars, opened and closed": halves("*a ", " a*"),
    "bold, opened and closed": halves("**a ", " a**"),
    "underscores": repeat("_a "),
    "stars and underscores": repeat("*_"),
    "emphasis": repeat("*a* "),
    "backticks": repeat("`"),
    "backticks, ever more": lambda size: " ".join("`" * n for n in range(1, int((2 * size) ** 0.5) + 1)),
    "code": repeat("`a` "),
    "open fences": repeat("```\na\n"),
    "a fence that is never closed": repeat("a\n", "```\n"),
    "tildes": repeat("~"),
    "indented code": repeat("    a\n"),
    "open tags": repeat("<a "),
    "angle brackets": repeat("<"),
    "tags": repeat("<b>a</b> "),
    "tags, opened and closed": halves("<div>", "</div>", "a"),
    "tags in lines": halves("<div>\n", "</div>\n", "a\n"),
    "Markdown in tags": halves('<div markdown="1">\n\n', "\n\n</div>\n", "a"),
    "open attributes": repeat('a="', "<a "),
    "attributes": repeat("a=b ", "<a ", ">"),
    "declarations": repeat("<!a "),
    "processing instructions": repeat("<?a "),
    "character data": repeat("<![CDATA["),
    "open scripts": repeat("<script>"),
    "entities": repeat("&amp;"),
    "open entities": repeat("&"),
    "numbers of characters": repeat("&#x41;"),
    "backslashes": repeat("\\"),
    "escaped stars": repeat("\\*"),
    "e-mail": repeat("a@example.com "),
    "at signs": repeat("a@"),
    "an open address": repeat("a.", "", "@"),
    "domains": repeat("a.", "a@"),
    "e-mail links": repeat("<a@example.com> "),
    "web addresses": repeat("https://example.com/ "),
    "one long web address": repeat("a/", "https://example.com/"),
    "schemes": repeat("http://"),
    "www": repeat("www."),
    "hyphens": repeat("-"),
    "hyphens and letters": repeat("a-"),
    "hyphens and Cyrillic letters": repeat("а-"),
    "apostrophes": repeat("a'"),
    "quotation marks": repeat('"a '),
    "letters": repeat("a"),
    "Cyrillic letters": repeat("а"),
    "both scripts": repeat("aа"),
    "capitals": repeat("A"),
    "acronyms": repeat("CRM-а "),
    "yat": repeat("ије"),
    "words": repeat("a "),
    "sentences": repeat("The sales team sells. "),
    "Serbian sentences": repeat("Продајни тим продаје. "),
    "a term again and again": repeat("customer "),
    "a term and its beginning": repeat("sales manager sales "),
    "front matter that is never closed": repeat("a: b\n", "---\n"),
    "front matter": repeat("#\n", "---\ntitle: A\n", "---\n# A\n"),
    "rules": repeat("---\n"),
    "spaced rules": repeat("- - -\n\n"),
    "paragraphs": repeat("a\n\n"),
    "lines": repeat("a\n"),
    "symbols": repeat("😀"),
    "combining marks": repeat("\u0301", "a"),
    "zero-width joiners": repeat("\u200d"),
}
"""Each text by its name."""


def entries(entry: str) -> Grow:
    """Repeat an entry of a YAML file, with a running number in place of each `#N` and the next one for `#M`."""

    def grow(size: int) -> str:
        count = max(1, size // len(entry))
        return "".join(entry.replace("#N", str(n)).replace("#M", str(n + 1)) for n in range(count))

    return grow


ROLE = "#N:\n  team: sales\n  reports_to: {}\n  horizon: long\n  origin: added\n"
LOCK = "parity-lock 1  algo=1\n"

FILES: dict[str, tuple[str, Grow]] = {
    "roles that report to the next one": ("facts/roles.yml", entries(ROLE.format("a#M").replace("#N:", "a#N:"))),
    "roles that report to nobody": ("facts/roles.yml", entries(ROLE.format("none").replace("#N:", "a#N:"))),
    "roles with the same id": ("facts/roles.yml", entries(ROLE.format("none").replace("#N", "a"))),
    "roles with an unknown key": ("facts/roles.yml", entries("a#N:\n  key: value\n")),
    "entries that are no mappings": ("facts/names.yml", entries("a#N: b\n")),
    "names": ("facts/names.yml", entries("a#N: {name: A#N}\n")),
    "terms": (
        "facts/terms.yml",
        entries("a#N: {mark: first, origin: added, en: {allowed: [a#N]}, sr: {allowed: [а#N]}}\n"),
    ),
    "redirects": ("facts/moved.yml", entries("a#N.md: {to: b#N.md}\n")),
    "redirects to redirects": ("facts/moved.yml", entries("a#N.md: {to: a#M.md}\n")),
    "guides": ("facts/guides.yml", entries("a#N.md: {owner: none, review_months: 6}\n")),
    "people": ("facts/people.yml", entries("a#N: {name: A, roles: [none]}\n")),
    "waivers": (
        "parity/waivers.yml",
        entries("- {page: index, rule: numbers, reason: r, until: 2026-12-01, section: a#N}\n"),
    ),
    "waivers that are no mappings": ("parity/waivers.yml", entries("- a#N\n")),
    "lock lines": (
        "parity/index.lock",
        lambda size: LOCK + entries("#a#N  sr=p1:0123456789ab  en=p1:0123456789ab\n")(size),
    ),
    "lock lines of facts": (
        "parity/facts/roles.lock",
        lambda size: LOCK + entries("#a#N  sr=p1:0123456789ab  en=p1:0123456789ab\n")(size),
    ),
    "marks in a lock line": ("parity/index.lock", repeat("0123", LOCK + "#a  sr=p1:0123456789ab:", "x")),
    "lock lines that cannot be read": ("parity/index.lock", repeat("#a sr=p1\n", LOCK)),
    "keeps": (
        "parity/index.lock",
        repeat(' keep=sr 2026-11-20 "a"', LOCK + "#a  sr=p1:0123456789ab  en=p1:0123456789ab "),
    ),
    "blanks in a lock line": ("parity/index.lock", repeat(" ", LOCK + "#a  sr=p1:0123456789ab", "keep")),
    "blanks in a keep": (
        "parity/index.lock",
        repeat(" ", LOCK + "#a  sr=p1:0123456789ab  en=p1:0123456789ab  keep=", "x"),
    ),
    "entries of the navigation": ("mkdocs.yml", repeat("  - a: b.md\n", "nav:\n")),
    "lists in YAML": ("facts/names.yml", repeat("[], ", "a: [", "]\n")),
    "open quotes in YAML": ("facts/names.yml", repeat("'a ", "a: ")),
    "comments in YAML": ("facts/names.yml", repeat("# a\n")),
}
"""Each file by what it has many of: its path, and its text."""
