"""Changes of one language of a page: harmful ones, each with the finding it must give, and harmless ones.

A mutation takes a page and gives every text that it can make of it, each with the finding that the check must
give for it, as (rule, path, line), or with None where it must give none. It gives nothing for a page that has no
place for it.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from handbook.languages.serbian import SERBIAN, latin, plain_latin
from handbook.model.document import Block, Heading, Prose
from handbook.model.handbook import Handbook
from handbook.model.page import Page
from trees import CODES

Expected = tuple[str, str, int]
Mutant = tuple[list[str], Expected | None]

CYRILLIC = re.compile("[а-яђјљњћџ]а[а-яђјљњћџ]")
LATIN = re.compile("[a-z]a[a-z]")
LINK = re.compile(r"\]\(([^)#]+\.md)[^)]*\)")


@dataclass(frozen=True)
class Subject:
    """A page to change, its lines, the same page in the other language, and the handbook of both."""

    book: Handbook
    page: Page
    lines: list[str]
    other: Page
    other_lines: list[str]

    def line(self, number: int) -> str:
        return self.lines[number - 1]

    def with_line(self, number: int, *new: str) -> list[str]:
        return [*self.lines[: number - 1], *new, *self.lines[number:]]

    def here(self, rule: str, line: int) -> Expected:
        return rule, self.page.source, line

    def there(self, rule: str, line: int) -> Expected:
        """The finding is at the counterpart of the block on a line: the block in the same place of the same section."""
        block = [prose for prose in self.page.outline.prose if prose.line <= line][-1]
        here, there = (
            [prose.line for prose in page.outline.prose if prose.section == block.section]
            for page in (self.page, self.other)
        )
        assert len(here) == len(there)
        return rule, self.other.source, there[here.index(block.line)]

    def prose(self, *kinds: str) -> Iterator[Prose]:
        """Blocks of prose on one line of their own, as written."""
        for prose in self.page.outline.prose:
            if prose.kind in kinds and "\n" not in prose.text and len(prose.text) > 3:
                yield prose

    def items(self) -> Iterator[tuple[Prose, Prose]]:
        """Two items of one list, one after the other."""
        for item, following in pairwise(self.prose("item")):
            together = following.line == item.line + 1 and item.section == following.section
            if together and all(self.line(each.line).startswith("- ") for each in (item, following)):
                yield item, following

    def headings(self) -> list[Heading]:
        return [heading for heading in self.page.outline.headings if heading.level > 1]

    def blocks(self, kind: str) -> Iterator[Block]:
        return (block for block in self.page.outline.blocks if block.kind == kind)


Mutation = Callable[[Subject], Iterator[Mutant]]


def reordered_list(it: Subject) -> Iterator[Mutant]:
    for item, following in it.items():
        lines = it.with_line(item.line, it.line(following.line))
        lines[following.line - 1] = it.line(item.line)
        yield lines, it.there("behind", item.line)


def added_item(it: Subject) -> Iterator[Mutant]:
    for block in it.blocks("list"):
        yield it.with_line(block.line, it.line(block.line), it.line(block.line)), it.here("list", block.line)


def missing_paragraph(it: Subject) -> Iterator[Mutant]:
    for prose in it.prose("paragraph"):
        if it.line(prose.line)[0].isalpha():
            yield it.with_line(prose.line), it.there("behind", prose.line)


def changed_word(it: Subject) -> Iterator[Mutant]:
    for prose in it.prose("paragraph", "item", "cell"):
        line = it.line(prose.line)
        words = (word for word in re.findall(r"[^\W\d_]{5,}", prose.text) if line.count(word) == 1)
        if (word := next(words, None)) and word != word[::-1]:
            yield it.with_line(prose.line, line.replace(word, word[::-1])), it.there("behind", prose.line)


def renamed_heading(it: Subject) -> Iterator[Mutant]:
    for heading in it.headings():
        renamed = it.line(heading.line).replace(heading.text, heading.text[::-1])
        yield it.with_line(heading.line, renamed), it.there("behind", heading.line)


def deeper_heading(it: Subject) -> Iterator[Mutant]:
    for heading in it.headings():
        yield it.with_line(heading.line, f"#{it.line(heading.line)}"), it.here("outline", heading.line)


def swapped_ids(it: Subject) -> Iterator[Mutant]:
    for heading, following in pairwise(it.headings()):
        lines = it.with_line(heading.line, it.line(heading.line).replace(f"#{heading.id} ", f"#{following.id} "))
        lines[following.line - 1] = it.line(following.line).replace(f"#{following.id} ", f"#{heading.id} ")
        yield lines, it.here("outline", heading.line)


def lost_id(it: Subject) -> Iterator[Mutant]:
    for heading in it.headings():
        yield it.with_line(heading.line, it.line(heading.line).partition(" {")[0]), it.here("heading-id", heading.line)


def changed_number(it: Subject) -> Iterator[Mutant]:
    for prose in it.prose("paragraph", "item"):
        if lines := with_another_number(it, prose, r"(?<=[\s(])[1-9]\d*(?=[\s)])"):
            yield lines, it.here("numbers", prose.line)


def changed_number_word(it: Subject) -> Iterator[Mutant]:
    """A number that is written in words becomes another."""
    four, five = ("четири", "пет") if it.page.language == CODES[0] else ("four", "five")
    for prose in it.prose("paragraph", "item"):
        for old, new in ((four, five), (five, four)):
            changed = re.sub(rf"\b{old}\b(?! ?%)", new, it.line(prose.line), count=1)
            if changed != it.line(prose.line):
                yield it.with_line(prose.line, changed), it.here("numbers", prose.line)


def changed_number_in_a_table(it: Subject) -> Iterator[Mutant]:
    for prose in it.prose("cell"):
        if lines := with_another_number(it, prose, r"(?<=\| )[1-9]\d*(?= )"):
            yield lines, it.here("table", prose.line)


def with_another_number(it: Subject, prose: Prose, pattern: str) -> list[str] | None:
    """The page with the first number that fits a pattern changed; None if there is none."""
    line = it.line(prose.line)
    match = re.search(pattern, line)
    return (
        it.with_line(prose.line, f"{line[: match.start()]}{int(match[0]) + 71}{line[match.end() :]}") if match else None
    )


def added_date(it: Subject) -> Iterator[Mutant]:
    date = "5. марта 2027." if it.page.language == CODES[0] else "5 March 2027."
    for prose in it.prose("paragraph"):
        yield it.with_line(prose.line, f"{it.line(prose.line)} {date}"), it.here("numbers", prose.line)


def look_alike(it: Subject) -> Iterator[Mutant]:
    serbian = it.page.language == CODES[0]
    for prose in it.prose("paragraph", "item", "cell", "heading"):
        match = (CYRILLIC if serbian else LATIN).search(prose.text)
        if match and (line := it.line(prose.line)).count(match[0]) == 1:
            odd = match[0].replace("а" if serbian else "a", "a" if serbian else "а")
            yield it.with_line(prose.line, line.replace(match[0], odd, 1)), it.here("script", prose.line)


def invisible_character(it: Subject) -> Iterator[Mutant]:
    for prose in it.prose("paragraph", "item", "cell", "heading"):
        for character, word in zip("\u00ad\u200b\u200e", re.findall(r"[^\W\d_]{5,}", prose.text), strict=False):
            if (line := it.line(prose.line)).count(word) == 1:
                odd = f"{word[:2]}{character}{word[2:]}"
                yield it.with_line(prose.line, line.replace(word, odd)), it.here("script", prose.line)


def foreign_letter(it: Subject) -> Iterator[Mutant]:
    """One letter of a word becomes one that the language does not have, as another keyboard types it."""
    others = {"ј": "й", "е": "ё", "и": "і", "о": "ο", "ш": "š", "ђ": "đ", "њ": "ǌ"}
    letters = others if it.page.language == CODES[0] else {"a": "а", "o": "ο", "s": "ѕ"}
    for prose in it.prose("paragraph", "item", "cell", "heading"):
        for old, new in letters.items():
            word = next(iter(re.findall(rf"[^\W\d_]{{2,}}{old}[^\W\d_]+", prose.text)), None)
            if word and (line := it.line(prose.line)).count(word) == 1:
                odd = f"{word[0]}{word[1:].replace(old, new, 1)}"
                yield it.with_line(prose.line, line.replace(word, odd)), it.here("script", prose.line)


def two_letters_for_one(it: Subject) -> Iterator[Mutant]:
    """Serbian letters typed as in Latin; in English the reverse, two letters that a PDF joined."""
    serbian = it.page.language == CODES[0]
    letters = {one: two for two, one in SERBIAN.spelling.pairs.items()} if serbian else {"fi": "ﬁ", "fl": "ﬂ"}
    for prose in it.prose("paragraph", "item", "cell", "heading"):
        for right, wrong in letters.items():
            word = next(iter(re.findall(rf"[^\W\d_]*{right}[^\W\d_]+", prose.text)), None)
            if word and (line := it.line(prose.line)).count(word) == 1:
                odd = word.replace(right, wrong)
                yield it.with_line(prose.line, line.replace(word, odd)), it.here("script", prose.line)


def untranslated_item(it: Subject) -> Iterator[Mutant]:
    """A short item of the English page is still in Serbian; on the Serbian page it is in Latin letters."""
    on_serbian_page = it.page.language == CODES[0]
    for mine, theirs in zip(it.page.outline.prose, it.other.outline.prose, strict=True):
        serbian = mine.text if on_serbian_page else theirs.text
        short = re.fullmatch("[А-Ш][а-џ ,.]{3,40}", serbian) and serbian.count(" ") < 7
        if short and it.line(mine.line) == f"- {mine.text}":
            text, rule = (latin(serbian), "script") if on_serbian_page else (serbian, "untranslated")
            yield it.with_line(mine.line, f"- {text}"), it.here(rule, mine.line)


def plain_latin_text(it: Subject) -> Iterator[Mutant]:
    """A short text of a page is in Serbian, typed in Latin letters without diacritics."""
    on_serbian_page = it.page.language == CODES[0]
    for mine, theirs in zip(it.page.outline.prose, it.other.outline.prose, strict=True):
        serbian = mine.text if on_serbian_page else theirs.text
        short = re.fullmatch(r"[А-Ш][а-џ]+(?: [а-џ]{3,}){2,6}", serbian)
        if short and mine.kind in ("heading", "item") and (line := it.line(mine.line)).count(mine.text) == 1:
            rule = "script" if on_serbian_page else "untranslated"
            text = plain_latin(serbian).capitalize()
            yield it.with_line(mine.line, line.replace(mine.text, text)), it.here(rule, mine.line)


def copied_paragraph(it: Subject) -> Iterator[Mutant]:
    here, there = ([prose for prose in page.outline.prose if prose.kind == "paragraph"] for page in (it.page, it.other))
    for mine, theirs in zip(here, there, strict=True):
        words = [word for word in re.findall(r"[^\W\d_]+", theirs.text)[1:] if word.islower()]
        if len(words) > 8 and "\n" not in mine.text + theirs.text:
            yield it.with_line(mine.line, it.other_lines[theirs.line - 1]), it.here("untranslated", mine.line)


def changed_link(it: Subject) -> Iterator[Mutant]:
    text = "\n".join(it.lines)
    elsewhere = next((path for path in it.book.paths if path.rpartition("/")[2] not in text), None)
    up = "../" * it.page.path.count("/")
    for link in it.page.outline.links:
        line = it.line(link.line)
        if elsewhere and link.inside == "text" and (match := LINK.search(line)) and link.target.startswith(match[1]):
            yield it.with_line(link.line, line.replace(match[0], f"]({up}{elsewhere})", 1)), it.here("links", link.line)


def link_title(it: Subject) -> Iterator[Mutant]:
    """The link gets a text that shows when one points at it."""
    for link in it.page.outline.links:
        line, target = it.line(link.line), f"]({link.target})"
        if link.inside == "text" and line.count(target) == 1:
            title = "наслов" if it.page.language == CODES[0] else "title"
            yield (
                it.with_line(link.line, line.replace(target, f'{target[:-1]} "{title}")')),
                it.there("behind", link.line),
            )


def exchanged_links(it: Subject) -> Iterator[Mutant]:
    """Two links of a section lead each to the target of the other."""
    for first, second in pairwise(link for link in it.page.outline.links if link.inside == "text"):
        targets = [f"]({link.target})" for link in (first, second)]
        once = all("\n".join(it.lines).count(target) == 1 for target in targets)
        if first.section == second.section and once and first.target != second.target:
            lines = [line.replace(targets[0], "\0").replace(targets[1], targets[0]) for line in it.lines]
            yield [line.replace("\0", targets[1]) for line in lines], it.here("links", first.line)


def changed_command(it: Subject) -> Iterator[Mutant]:
    for block in it.blocks("code"):
        yield it.with_line(block.line + 1, "handbook destroy"), it.here("code", block.line)


def changed_part_after_a_number_sign(it: Subject) -> Iterator[Mutant]:
    for block in it.blocks("code"):
        body = block.detail.splitlines()[1:]
        for number, line in enumerate(body, start=block.line + 1):
            if re.search(r"\S#\w", line) and it.line(number) == line:
                yield it.with_line(number, line.replace("#", "#x")), it.here("code", block.line)


def added_row(it: Subject) -> Iterator[Mutant]:
    for block in it.blocks("table"):
        row = it.line(block.line + 2)
        yield it.with_line(block.line + 2, row, row), it.here("table", block.line)


def lost_marker(it: Subject) -> Iterator[Mutant]:
    lines = {(marker.name, marker.argument): marker.line for marker in reversed(it.other.outline.markers)}
    for marker in it.page.outline.markers:
        yield it.with_line(marker.line), ("blocks", it.other.source, lines[marker.name, marker.argument])


def unknown_key(it: Subject) -> Iterator[Mutant]:
    if it.lines[0] == "---":
        yield it.with_line(1, "---", "icon: star"), it.here("unknown-key", 2)


def lost_description(it: Subject) -> Iterator[Mutant]:
    lines = [line for line in it.lines if not line.startswith("description:")]
    if len(lines) < len(it.lines) and lines[1] != "---":
        yield lines, it.here("front-matter", 1)


def lost_section(it: Subject) -> Iterator[Mutant]:
    theirs = {heading.id: heading.line for heading in it.other.outline.headings}
    for heading, following in pairwise(it.headings()):
        if heading.level == following.level:
            lines = [*it.lines[: heading.line - 1], *it.lines[following.line - 1 :]]
            yield lines, ("outline", it.other.source, theirs[heading.id])


def banned_word(it: Subject) -> Iterator[Mutant]:
    terms = it.book.facts.terms.values()
    word = next((word for term in terms for word in term.in_language(it.page.language).banned), None)
    if word and it.page.language == CODES[0] and word[-1] not in "аеиоу":
        word = f"{word}ове"  # in another case it is the same word
    for prose in it.prose("paragraph"):
        if word:
            yield it.with_line(prose.line, f"{it.line(prose.line)} {word}"), it.here("terms", prose.line)


def lost_code(it: Subject) -> Iterator[Mutant]:
    for block in it.blocks("inline"):
        line, code = it.line(block.line), f"`{block.detail}`"
        here, there = (
            [each for each in page.outline.blocks if each._replace(line=block.line) == block]
            for page in (it.page, it.other)
        )
        if line.count(code) == 1 and not line.startswith("|") and len(here) == 1:
            yield it.with_line(block.line, line.replace(code, "")), ("inline-code", it.other.source, there[0].line)


HARMFUL: tuple[Mutation, ...] = (
    reordered_list,
    added_item,
    missing_paragraph,
    changed_word,
    renamed_heading,
    deeper_heading,
    swapped_ids,
    lost_id,
    changed_number,
    changed_number_word,
    changed_number_in_a_table,
    added_date,
    look_alike,
    invisible_character,
    foreign_letter,
    two_letters_for_one,
    untranslated_item,
    plain_latin_text,
    copied_paragraph,
    changed_link,
    exchanged_links,
    link_title,
    changed_command,
    changed_part_after_a_number_sign,
    added_row,
    lost_marker,
    unknown_key,
    lost_description,
    lost_section,
    banned_word,
    lost_code,
)


def reflow(it: Subject) -> Iterator[Mutant]:
    for prose in it.prose("paragraph"):
        line = it.line(prose.line)
        if line[0].isalpha() and (match := re.search(r"(?<=[^\W\d_]) (?=[^\W\d_]{3})", line[20:])):
            cut = 20 + match.start()
            yield it.with_line(prose.line, line[:cut], line[cut + 1 :]), None


def emphasis(it: Subject) -> Iterator[Mutant]:
    for prose in it.prose("paragraph", "item"):
        if "**" in (line := it.line(prose.line)):
            yield it.with_line(prose.line, line.replace("**", "__")), None


def trailing_spaces(it: Subject) -> Iterator[Mutant]:
    for prose in it.prose("paragraph", "item"):
        yield it.with_line(prose.line, f"{it.line(prose.line)}  "), None


def blank_lines(it: Subject) -> Iterator[Mutant]:
    for heading in it.headings():
        yield it.with_line(heading.line, "", it.line(heading.line), ""), None


def commented_word(it: Subject) -> Iterator[Mutant]:
    """A comment for editors may be in any language."""
    word = "reč" if it.page.language == CODES[0] else "реч"
    yield [*it.lines, "", f"<!-- {word} -->"], None


def other_bullets(it: Subject) -> Iterator[Mutant]:
    items = {prose.line for prose in it.prose("item") if it.line(prose.line).startswith("- ")}
    if items:
        yield [f"*{line[1:]}" if number in items else line for number, line in enumerate(it.lines, start=1)], None


HARMLESS: tuple[Mutation, ...] = (reflow, emphasis, trailing_spaces, blank_lines, commented_word, other_bullets)
