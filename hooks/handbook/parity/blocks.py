"""Rules about the blocks of sections: both languages have the same lists, code, admonitions and images."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from ..crosslinks.paths import normalize_target
from ..languages.messages import Message, msg
from ..model.document import Block
from ..model.finding import Finding, Place
from ..model.handbook import Handbook
from ..model.page import Page

KINDS = {
    "table": msg("table"),
    "code": msg("code"),
    "admonition": msg("admonition"),
    "image": msg("image"),
    "marker": msg("marker"),
    "html": msg("HTML element"),
    "quote": msg("quotation"),
    "definitions": msg("definition list"),
    "line": msg("dividing line"),
    "footnote": msg("footnote"),
}
"""The kinds of blocks whose order is compared, with their names in messages."""
NAMED_KINDS = ("admonition", "marker", "html", "definitions")
"""Kinds of blocks whose detail must be the same too."""

COMMENT = re.compile(r"(?<!\S)#.*")
"""A comment in code: from a `#` at the start of a line or after a space. That of `meetings#weekly` is code."""


def blocks(handbook: Handbook) -> Iterator[Finding]:
    """A section has the same tables, code, boxes, images, quotations, footnotes, markers and HTML elements in both.

    They are in the same order, with the same dividing lines. Also reports blocks that the site would read differently
    from the check.
    Bad: a table in the Serbian section, none in the English. Good: one in each.
    """
    misread = set()
    for page in handbook.pages.values():
        for block in page.outline.blocks:
            if block.why:
                place = page.at(block.line)
                misread.add((section := handbook.section_at(place)) and (section.page, section.id))
                yield Finding(place, "blocks", block.why, msg("Otherwise the site will show something else."))
    for left, right, id_, here, there in sections_with_blocks(handbook, *KINDS):
        if (left.path.removesuffix(".md"), id_) not in misread:
            yield from _first_difference(left, right, id_, here, there)


def list_(handbook: Handbook) -> Iterator[Finding]:
    """A list has the same number of items, at each depth, in both languages, and is numbered in both or in neither.

    Bad: four items in Serbian, three in English. Good: four in each.
    """
    for left, right, section, here, there in sections_with_blocks(handbook, "list"):
        if len(here) != len(there):
            message = msg(
                "The number of lists in this section is {here}, in {file} it is {there}.",
                here=len(here),
                file=right.source,
                there=len(there),
            )
            advice, related = msg("Give both languages the same lists."), right.start(section)
            yield Finding(left.start(section), "list", message, advice, related=related)
    for left, block, right, counterpart in block_pairs(handbook, "list"):
        if block.detail != counterpart.detail:
            related = right.at(counterpart.line)
            message = msg(
                "The list here has {here} items, the one in {place} has {there}.",
                here=block.detail,
                place=related,
                there=counterpart.detail,
            )
            advice = msg("Add the missing item, or remove the extra one.")
            yield Finding(left.at(block.line), "list", message, advice, related=related)
        elif block.numbered != counterpart.numbered:
            place, related = left.at(block.line), right.at(counterpart.line)
            if counterpart.numbered:
                place, related = related, place
            message = msg("This list is numbered, the one in {place} is not.", place=related)
            yield Finding(place, "list", message, msg("Number it in both languages or in none."), related=related)


def code(handbook: Handbook) -> Iterator[Finding]:
    """A code block is the same in both languages; its comments may differ.

    Bad: `make serve` in Serbian, `make server` in English. Good: the same command in both.
    """
    for left, block, right, counterpart in block_pairs(handbook, "code"):
        if without_comments(block.detail) != without_comments(counterpart.detail):
            related = right.at(counterpart.line)
            message = msg("This piece of code differs from the one in {there}.", there=related)
            advice = msg("Make them equal; only comments may differ.")
            yield Finding(left.at(block.line), "code", message, advice, related=related)


def inline_code(handbook: Handbook) -> Iterator[Finding]:
    """The inline code of a section is the same in both languages, and so are placeholders such as `{name}`.

    Bad: `make serve` in Serbian, no code in English; `{name}` and `{names}`. Good: `make serve` in both.
    """
    for left, right, section, left_blocks, right_blocks in sections_with_blocks(handbook, "inline"):
        for mine, theirs in zip_longest(_only_in(left_blocks, right_blocks), _only_in(right_blocks, left_blocks)):
            (here, block), (there, other) = ((left, mine), (right, theirs)) if mine else ((right, theirs), (left, mine))
            yield _other_code(
                here.at(block.line), block, there.at(other.line) if other else there.start(section), other
            )


def _only_in(blocks: list[Block], others: list[Block]) -> list[Block]:
    present = {block.detail for block in others}
    return [block for block in blocks if block.detail not in present]


def _other_code(place: Place, block: Block, there: Place, other: Block | None) -> Finding:
    if other:
        message = msg("“{code}” is here, “{other}” in {there}.", code=block.detail, other=other.detail, there=there)
    else:
        message = msg("“{code}” is not in the same section of {file}.", code=block.detail, file=there.path)
    advice = msg("Write the same code and placeholders in both languages.")
    return Finding(place, "inline-code", message, advice, related=there)


def images(handbook: Handbook) -> Iterator[Finding]:
    """An image is the same in both languages, or a file of the same name in each, with its own text in each.

    Bad: `![](map.svg)`. Good: `![Мапа тимова](map.svg)` and `![Map of the teams](map.svg)`.
    """
    for left, image, right, counterpart in block_pairs(handbook, "image"):
        (target, text), (other_target, other_text) = (block.detail.split("\n", 1) for block in (image, counterpart))
        place, related = left.at(image.line), right.at(counterpart.line)
        if normalize_target(left.path, target) != normalize_target(right.path, other_target):
            message = msg("“{one}” is shown here, “{other}” in {there}.", one=target, other=other_target, there=related)
            yield Finding(place, "images", message, msg("Show the same image in both languages."), related=related)
        yield from _image_text(place, text)
        yield from _image_text(related, other_text)
        if text == other_text and text.strip():
            message = msg("The image is described as “{text}” in both languages.", text=text)
            yield Finding(place, "images", message, msg("Describe it in each language."), related=related)


def sections_with_blocks(handbook: Handbook, *kinds: str) -> Iterator[tuple[Page, Page, str, list[Block], list[Block]]]:
    """Yields each section with blocks of some kinds: the page in both languages, the section's id, its blocks."""
    for left, right in handbook.pairs:
        here, there = left.outline.by_section(*kinds), right.outline.by_section(*kinds)
        yield from ((left, right, section, here[section], there[section]) for section in sorted({*here, *there}))


def block_pairs(handbook: Handbook, kind: str) -> Iterator[tuple[Page, Block, Page, Block]]:
    """Yields the blocks of a kind in pairs: a page and its block, then the other language's page and its block."""
    for left, right, _, here, there in sections_with_blocks(handbook, kind):
        yield from ((left, block, right, other) for block, other in zip(here, there, strict=False))


def without_comments(code: str) -> list[str]:
    """Returns the lines of code without their comments."""
    return [COMMENT.sub("", line).rstrip() for line in code.splitlines()]


def _image_text(place: Place, text: str) -> Iterator[Finding]:
    if not text.strip():
        message = msg("The image has no alternative text.")
        yield Finding(place, "images", message, msg("Describe it between the square brackets."))


def _first_difference(
    left: Page, right: Page, section: str, here: list[Block], there: list[Block]
) -> Iterator[Finding]:
    """Yields a finding for the first pair of blocks in a section that are not the same."""
    for block, counterpart in zip_longest(here, there):
        if _key(block) != _key(counterpart):
            place, related = _place(left, section, block), _place(right, section, counterpart)
            shown, other = _shown(block), _shown(counterpart)
            if block:
                message = msg("{one} is here, {other} in {there}.", one=shown, other=other, there=related)
            else:
                message = msg("there is no further block here, {other} in {there}.", other=other, there=related)
            advice = msg("Give both languages the same blocks in the same order.")
            yield Finding(place, "blocks", message, advice, related=related)
            return


def _key(block: Block | None) -> str | None:
    """Returns what must be equal in both languages: the kind of a block, for some kinds also its detail."""
    if block is None:
        return None
    return f"{block.kind} {block.detail}" if block.kind in NAMED_KINDS else block.kind


def _shown(block: Block | None) -> Message:
    if block is None:
        return msg("no further block")
    detail = msg(" {name}", name=block.detail) if block.kind in NAMED_KINDS else ""
    return msg("“{kind}{detail}”", kind=KINDS[block.kind], detail=detail)


def _place(page: Page, section: str, block: Block | None) -> Place:
    return page.at(block.line) if block else page.start(section)
