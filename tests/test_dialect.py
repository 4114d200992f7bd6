"""What the check reads as blocks is what Python-Markdown shows as blocks, or the difference is reported."""

from collections import Counter
from functools import cache

import lxml.html
import markdown
import pytest
from mkdocs.utils.yaml import yaml_load

from handbook.reading.markdown import outline
from trees import ROOT

ELEMENTS = {"paragraph": ("p",), "item": ("li",), "heading": ("h1", "h2", "h3"), "cell": ("td", "th")}
ALIKE = (
    "Text.\n\n- one\n- two\n",
    "- one\n\n    second paragraph\n\n- two\n",
    "1. one\n2. two\n\n    ```\n    code\n    ```\n",
    "!!! note\n    inside\n\n    - one\n    - two\n",
    "!!! note\n    inside\n\nafter\n",
    "| a | b |\n|---|---|\n| c | d |\n",
    "# One\n\n## Two { #two }\n\nText.\n",
    "Text with <br> a break and `code`.\n",
    "```\n- no list\n```\n",
    "> a quotation\n",
    "Term\n\n:   Explanation.\n\n:   Another, with\n\n    a second paragraph.\n\nText.\n",
)
DIFFERENT = (
    "Text.\n- one\n- two\n",
    "- one\n\n  second paragraph\n",
    "- one\n\n   ```\n   code\n   ```\n",
    "- one\n  - two\n",
    "* one\n\n- two\n",
    "1) one\n2) two\n",
    "??? note\n    folded\n",
    "!!! note\n  too little\n",
    "!!! note\n    inside\n\n   too little\n",
    "Text\n| a |\n|---|\n| b |\n",
    "##Two\n",
    "This is ~~struck out~~.\n",
    "- [ ] to do\n- [x] done\n",
)


@cache
def extensions() -> list[str]:
    with (ROOT / "mkdocs.yml").open("rb") as file:
        listed = yaml_load(file)["markdown_extensions"]
    return [next(iter(each)) if isinstance(each, dict) else each for each in listed]


def shown(text: str) -> Counter[str]:
    tree = lxml.html.fragment_fromstring(markdown.markdown(text, extensions=extensions()), create_parent=True)
    return Counter({kind: sum(len(tree.findall(f".//{tag}")) for tag in tags) for kind, tags in ELEMENTS.items()})


@pytest.mark.parametrize("text", ALIKE)
def test_blocks_are_those_that_are_shown(text: str) -> None:
    read = outline(text)
    found = Counter(prose.kind for prose in read.prose)
    seen = shown(text)
    assert not [block for block in read.blocks if block.why]
    assert (found["heading"], found["cell"]) == (seen["heading"], seen["cell"])
    assert (
        sum(int(n) for block in read.blocks if block.kind == "list" for n in block.detail.split(" + ")) == seen["item"]
    )


@pytest.mark.parametrize("text", DIFFERENT)
def test_a_text_that_is_shown_otherwise_is_reported(text: str) -> None:
    assert [block.why for block in outline(text).blocks if block.why]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("one<br>two", "one two"),
        ("[text](page.md){ target=_blank } goes on", "text goes on"),
        ("**bold**{ .class } goes on", "bold goes on"),
        ("Write {name} at its end {name}", "Write  at its end "),
        ("Write {1, 2} at its end", "Write {1, 2} at its end"),
        ("Text.\n{ .class }", "Text."),
        ("[^1]: Spring.", "[^1]: Spring."),
    ],
)
def test_attributes_and_placeholders_are_no_words_and_other_braces_are(text: str, words: str) -> None:
    assert [prose.text for prose in outline(text).prose] == [words]
