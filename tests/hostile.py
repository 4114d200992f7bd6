"""A handbook whose every text is an attempt to reach readers as markup, and what its built pages may hold."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from pages import Built, pages
from sites import ADDRESS, DAY, REPOSITORY, Done, build
from trees import CODES, edit, example_tree, settings

TEXT = (
    "T{n}:\"'><script>document.title='xss'</script><img src=x onerror=alert({n})>"
    '<a href="javascript:alert({n})">x</a>[x](javascript:alert({n})) **m** `c` '
    '{{: onclick="alert({n})" }} &lt;b&gt; --> </title></style>'
)
MARK = re.compile(r"t(\d+):")
"""The beginning of such a text, in lower case."""
ENUMS = frozenset(
    {"short", "long", "seed", "added", "always", "first", "never", "m", "f", "daily", "weekly", "monthly"}
)
PATH = re.compile(r"[\w/-]+\.md(#[\w-]+)?")
SCHEMES = ("http", "https", "mailto", "tel")
ENTITIES = "# T0: &lt;script&gt;alert(0)&lt;/script&gt; &lt;/title&gt; &amp;lt; &quot;"
"""A title that an author may write: it is text, and has to stay one."""

ALL_FIELDS: dict[str, Any] = {
    "roles": {
        "seller": {
            "mentor": "manager",
            "group": "crew",
            "dotted": [{"role": "promoter", "purpose": {"sr": "x", "en": "x"}}],
            "deputies_phrase": {"sr": "x", "en": "x"},
            "also": {"sr": ["x"], "en": ["x"]},
            "former": {"sr": ["x"], "en": ["x"]},
        }
    },
    "meetings": {"weekly-meeting": {"brings": {"sr": "x", "en": "x"}}},
    "responsibilities": {
        "selling": {
            "cadence": {"every": ["daily"], "phrase": {"sr": "x", "en": "x"}},
            "also": {"sr": ["x"], "en": ["x"]},
        }
    },
    "exchanges": {"leads": {"rhythm": {"every": ["weekly"], "phrase": {"sr": "x", "en": "x"}}}},
    "teams": {"teams": {"sales": {"title": {"sr": "x", "en": "x"}, "groups": {"crew": {"sr": "x", "en": "x"}}}}},
    "guides": {"glossary.md": {"also": {"sr": ["x"], "en": ["x"]}}},
    "people": {"ana": {"name": "x", "roles": ["seller"], "email": "x", "phone": "x"}},
}
"""Fields that the example leaves empty."""


@dataclass
class Texts:
    """Makes hostile texts, each with its own number, and keeps them."""

    made: list[str] = field(default_factory=list)

    def new(self) -> str:
        self.made.append(TEXT.format(n=len(self.made) + 1))
        return self.made[-1]

    def instead(self, value: Any, known: frozenset[str]) -> Any:
        """A value with a hostile text in the place of each text in it that is no id, path or choice."""
        match value:
            case dict():
                return {key: self.instead(item, known) for key, item in value.items()}
            case list():
                return [self.instead(item, known) for item in value]
            case str() if value not in known and not PATH.fullmatch(value):
                return self.new()
        return value


def hostile_tree(to: Path) -> Path:
    """The example with a hostile text in every field of `facts/`, of the front matter and of the navigation."""
    home, texts = example_tree(to), Texts()
    write_facts(home, texts)
    for file in sorted((home / "docs").rglob("*.md")):
        write_front_matter(file, texts)
    with settings(home) as changed:
        changed["nav"] = [with_titles(item, texts) for item in changed["nav"]]
        changed["nav"][0][next(iter(changed["nav"][0]))].append({texts.new(): f"https://other.example/{texts.new()}"})
        changed["site_description"] = texts.new()
        languages = changed["plugins"][1]["i18n"]["languages"]
        titles: list[str] = [title for item in changed["nav"] for title in sections(item)]
        languages[1]["nav_translations"] = {title: texts.new() for title in titles[1::2]}
    for code in CODES:
        edit(home, f"docs/{code}/together/meetings.md", (first_heading(home, code), ENTITIES))
    until = date.today() + timedelta(days=30)
    waiver = {"page": "sales/roles/seller", "rule": "behind", "reason": texts.new(), "until": until}
    (home / "parity/waivers.yml").write_text(yaml.safe_dump([waiver]), "utf-8")
    return home


def first_heading(home: Path, code: str) -> str:
    lines = (home / f"docs/{code}/together/meetings.md").read_text("utf-8").split("\n")
    return next(line for line in lines if line.startswith("# "))


def write_facts(home: Path, texts: Texts) -> None:
    facts = {file: yaml.safe_load(file.read_text("utf-8")) or {} for file in sorted((home / "facts").glob("*.yml"))}
    for file, data in facts.items():
        merge(data, ALL_FIELDS.get(file.stem, {}))
    known = ENUMS | {key for data in facts.values() for key in keys(data)} | {"on-event", "todo"}
    for file, data in facts.items():
        file.write_text(yaml.safe_dump(texts.instead(data, known), allow_unicode=True, sort_keys=False), "utf-8")


def merge(data: dict[str, Any], more: dict[str, Any]) -> None:
    for key, value in more.items():
        if isinstance(value, dict) and isinstance(data.get(key), dict):
            merge(data[key], value)
        else:
            data[key] = value


def keys(value: Any) -> Iterator[str]:
    match value:
        case dict():
            for key, item in value.items():
                yield str(key)
                yield from keys(item)
        case list():
            for item in value:
                yield from keys(item)


def write_front_matter(file: Path, texts: Texts) -> None:
    """Fill every key that holds a text; only every other page has a title here, as others have one in a heading."""
    text = file.read_text("utf-8")
    body = text.split("\n---\n", 1)[1] if text.startswith("---\n") else text
    front: dict[str, Any] = {key: texts.new() for key in ("description", "title_f", "source_title")}
    front |= {key: [texts.new(), texts.new()] for key in ("aliases", "plain")}
    if len(texts.made) % 2:
        front["title"] = texts.new()
    file.write_text(f"---\n{yaml.safe_dump(front, allow_unicode=True)}---\n{body}", "utf-8")


def with_titles(item: Any, texts: Texts) -> Any:
    """An item of the navigation with a hostile title; pages of one section get one, too."""
    match item:
        case dict():
            return {texts.new(): [with_titles(child, texts) for child in children] for children in item.values()}
        case "ask.md" | "about/reading.md":
            return {texts.new(): item}
    return item


def sections(item: Any) -> Iterator[str]:
    """The titles of an item of the navigation and of the sections in it."""
    if isinstance(item, dict):
        for title, children in item.items():
            if isinstance(children, list):
                yield title
                yield from (inner for child in children for inner in sections(child))


def hostile(into: Path) -> Done:
    """Build it as the preview of a proposal, which goes on after errors."""
    texts = Texts()
    done = build(
        hostile_tree(into.parent / "hostile-tree"),
        into,
        SITE_URL=ADDRESS,
        REPO_URL=REPOSITORY,
        SOURCE_DATE_EPOCH=DAY,
        HANDBOOK_PREVIEW="1",
        HANDBOOK_FIRM=texts.new(),
        HANDBOOK_VERSION=texts.new(),
    )
    return Done(done.returncode, done.stdout, "")


def used(site: Path) -> set[tuple[str, str]]:
    """The elements of a site's pages, each with the name of an attribute that it has somewhere, or alone."""
    elements = (element for built in pages(site) for element in built.tree.iter() if isinstance(element.tag, str))
    return {(element.tag, name) for element in elements for name in ("", *element.attrib)}


def schemes(built: Built) -> Iterator[str]:
    """The schemes of all addresses on a page."""
    for target in built.tree.xpath("//@href | //@src | //@action | //@data"):
        scheme, colon, _ = target.strip().partition(":")
        if colon and scheme.isalpha():
            yield scheme.lower()


def mangled(built: Built) -> list[str]:
    """The hostile texts of a page that do not stand there as they were written, in its text and its attributes."""
    for element in built.tree.xpath("//script | //style"):
        element.drop_tree()
    shown = [
        built.tree.text_content(),
        *built.tree.xpath("//@title | //@aria-label | //@content | //@data-label | //@data-prompt"),
    ]
    return [text[:120] for text in map(squeezed, shown) for text in cut(text)]


def cut(text: str) -> Iterator[str]:
    """What begins like a hostile text but is not one."""
    for found in MARK.finditer(text):
        if found[1] != "0" and not text.startswith(squeezed(TEXT.format(n=found[1])), found.start()):
            yield text[found.start() :]


def squeezed(text: str) -> str:
    """A text without spaces, in lower case: pictures wrap texts, and sentences take some in lower case."""
    return "".join(text.split()).lower()
