"""Rules about the blocks of sections: both languages have the same lists, code, boxes and images."""

from collections.abc import Iterator
from itertools import zip_longest

from ..crosslinks.paths import normalize_target
from ..languages.messages import Message, msg
from ..model.document import Block
from ..model.finding import Finding, Place
from ..model.handbook import Handbook
from ..model.page import Page
from ..model.sections import sections_with_blocks

HARD = {
    "table": msg("table"),
    "code": msg("code"),
    "admonition": msg("admonition"),
    "image": msg("image"),
    "marker": msg("marker"),
}
TOLD = ("admonition", "marker")
"""Blocks whose kind or name must be the same too."""


def blocks(handbook: Handbook) -> Iterator[Finding]:
    """A section has the same tables, code, boxes, images and generated parts in both languages, in order.

    What the site would read differently than the check is told as well.
    Bad: a table in the Serbian section, none in the English. Good: one in each.
    """
    for left, right, section in sections_with_blocks(handbook):
        for one, other in zip_longest(_hard(left, section), _hard(right, section)):
            if _kind(one) != _kind(other):
                here, there = _place(left, section, one), _place(right, section, other)
                if one:
                    said = msg(
                        "{one} stands here, {other} in {there}.", one=_shown(one), other=_shown(other), there=there
                    )
                else:
                    said = msg("no further block stands here, {other} in {there}.", other=_shown(other), there=there)
                yield Finding(
                    here, "blocks", said, msg("Give both languages the same blocks in the same order."), related=there
                )
                break
    for page in handbook.pages.values():
        for block in page.outline.blocks:
            if block.why:
                yield Finding(
                    page.at(block.line), "blocks", block.why, msg("Otherwise the site will show something else.")
                )


def list_(handbook: Handbook) -> Iterator[Finding]:
    """A list has the same number of items, at each depth, in both languages.

    Bad: four items in Serbian, three in English. Good: four in each.
    """
    for left, right, section in sections_with_blocks(handbook):
        mine, theirs = (page.outline.of(section, "list") for page in (left, right))
        if len(mine) != len(theirs):
            said = msg(
                "The number of lists in this section is {here}, in {file} it is {there}.",
                here=len(mine),
                file=right.source,
                there=len(theirs),
            )
            yield Finding(
                left.start(section),
                "list",
                said,
                msg("Give both languages the same lists."),
                related=right.start(section),
            )
        for one, other in zip(mine, theirs, strict=False):
            if one.detail != other.detail:
                there = right.at(other.line)
                said = msg(
                    "The list here has {here} items, the one in {place} has {there}.",
                    here=one.detail,
                    place=there,
                    there=other.detail,
                )
                yield Finding(
                    left.at(one.line),
                    "list",
                    said,
                    msg("Add the missing item, or remove the one too many."),
                    related=there,
                )


def code(handbook: Handbook) -> Iterator[Finding]:
    """A piece of code is the same in both languages; its comments may differ.

    Bad: `make serve` in Serbian, `make server` in English. Good: the same command in both.
    """
    for left, right, section in sections_with_blocks(handbook):
        for one, other in zip(left.outline.of(section, "code"), right.outline.of(section, "code"), strict=False):
            if uncommented(one.detail) != uncommented(other.detail):
                there = right.at(other.line)
                yield Finding(
                    left.at(one.line),
                    "code",
                    msg("This piece of code differs from the one in {there}.", there=there),
                    msg("Make them equal; only comments may differ."),
                    related=there,
                )


def inline_code(handbook: Handbook) -> Iterator[Finding]:
    """The code inside the sentences of a section is the same in both languages.

    Bad: `make serve` in Serbian, no code in English. Good: `make serve` in both.
    """
    for left, right, section in sections_with_blocks(handbook):
        for here, there in ((left, right), (right, left)):
            theirs = {block.detail for block in there.outline.of(section, "inline")}
            for block in here.outline.of(section, "inline"):
                if block.detail not in theirs:
                    said = msg("“{code}” is not in the same section of {file}.", code=block.detail, file=there.source)
                    yield Finding(
                        here.at(block.line),
                        "inline-code",
                        said,
                        msg("Write the same code in both languages."),
                        "warning",
                        there.start(section),
                    )


def images(handbook: Handbook) -> Iterator[Finding]:
    """An image is the same in both languages, or a file of the same name in each, with a text of its own.

    Bad: `![](map.svg)`. Good: `![Мапа тимова](map.svg)` and `![Map of the teams](map.svg)`.
    """
    for left, right, section in sections_with_blocks(handbook):
        for one, other in zip(left.outline.of(section, "image"), right.outline.of(section, "image"), strict=False):
            (mine, text), (theirs, words) = (block.detail.split("\n", 1) for block in (one, other))
            there = right.at(other.line)
            if normalize_target(left.path, mine) != normalize_target(right.path, theirs):
                said = msg("“{one}” is shown here, “{other}” in {there}.", one=mine, other=theirs, there=there)
                yield Finding(
                    left.at(one.line), "images", said, msg("Show the same image in both languages."), related=there
                )
            yield from _text(left, one, text)
            yield from _text(right, other, words)
            if text == words and text.strip():
                said = msg("The image is described as “{text}” in both languages.", text=text)
                yield Finding(left.at(one.line), "images", said, msg("Describe it in each language."), related=there)


def uncommented(text: str) -> list[str]:
    """The lines of a piece of code without their comments."""
    return [line.partition("#")[0].rstrip() for line in text.splitlines()]


def _text(page: Page, block: Block, text: str) -> Iterator[Finding]:
    if not text.strip():
        yield Finding(
            page.at(block.line),
            "images",
            msg("The image has no text for those who cannot see it."),
            msg("Describe it between the square brackets."),
        )


def _hard(page: Page, section: str) -> list[Block]:
    return [one for one in page.outline.blocks if one.section == section and one.kind in HARD]


def _kind(block: Block | None) -> str | None:
    if block is None:
        return None
    return f"{block.kind} {block.detail}" if block.kind in TOLD else block.kind


def _shown(block: Block | None) -> Message:
    if block is None:
        return msg("no further block")
    told = msg(" {name}", name=block.detail) if block.kind in TOLD else ""
    return msg("“{kind}{told}”", kind=HARD[block.kind], told=told)


def _place(page: Page, section: str, block: Block | None) -> Place:
    return page.at(block.line) if block else page.start(section)
