"""Ways to change one language of a page: harmful ones, each with what must be said of it, and harmless ones.

A mutation takes the text of a page as it is read, and answers with a new text and the finding that must
come of it as (rule, path, line), or with nothing where the page has no place for it.
"""

import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from handbook.languages.registry import CODES
from handbook.model.document import Heading, Prose
from handbook.model.handbook import Section
from handbook.model.page import Page
from handbook.model.sections import page_sections

Expected = tuple[str, str, int]
Mutant = tuple[list[str], Expected]

CYRILLIC = re.compile("[а-яђјљњћџ]а[а-яђјљњћџ]")
LATIN = re.compile("[a-z]a[a-z]")
LINK = re.compile(r"\]\(([^)#]+\.md)[^)]*\)")


@dataclass(frozen=True)
class Subject:
    """A page to change, its lines, and the same page in the other language."""

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

    def there(self, rule: str, section: str) -> Expected:
        """The finding stands where the section begins in the other language."""
        return rule, self.other.source, start(self.other, section)

    def prose(self, *kinds: str) -> Iterator[Prose]:
        """Blocks of prose on one line of their own, as written."""
        for prose in self.page.outline.prose:
            if prose.kind in kinds and "\n" not in prose.text and len(prose.text) > 3:
                yield prose

    def items(self) -> Iterator[tuple[Prose, Prose]]:
        """Two items of one list, one after the other."""
        items = list(self.prose("item"))
        for one, other in itertools.pairwise(items):
            same = other.line == one.line + 1 and one.section == other.section
            if same and self.line(one.line).startswith("- ") and self.line(other.line).startswith("- "):
                yield one, other

    def headings(self) -> list[Heading]:
        return [heading for heading in self.page.outline.headings if heading.level > 1]


def start(page: Page, section: str) -> int:
    found: dict[str, Section] = {one.id: one for one in page_sections(page)}
    return found[section].first


def reordered_list(it: Subject) -> Iterator[Mutant]:
    for one, other in it.items():
        lines = it.with_line(one.line, it.line(other.line))
        lines[other.line - 1] = it.line(one.line)
        yield lines, it.there("behind", one.section)


def added_item(it: Subject) -> Iterator[Mutant]:
    for block in it.page.outline.blocks:
        if block.kind == "list":
            yield it.with_line(block.line, it.line(block.line), it.line(block.line)), it.here("list", block.line)


def missing_paragraph(it: Subject) -> Iterator[Mutant]:
    for prose in it.prose("paragraph"):
        if it.line(prose.line)[0].isalpha():
            yield it.with_line(prose.line), it.there("behind", prose.section)


def changed_word(it: Subject) -> Iterator[Mutant]:
    for prose in it.prose("paragraph", "item", "cell"):
        line = it.line(prose.line)
        words = (word for word in re.findall(r"[^\W\d_]{5,}", prose.text) if line.count(word) == 1)
        if (word := next(words, None)) and word != word[::-1]:
            yield it.with_line(prose.line, line.replace(word, word[::-1])), it.there("behind", prose.section)


def renamed_heading(it: Subject) -> Iterator[Mutant]:
    for heading in it.headings():
        yield (it.with_line(heading.line, it.line(heading.line).replace(heading.text, heading.text[::-1])),
               it.there("behind", heading.id or ""))  # fmt: skip


def deeper_heading(it: Subject) -> Iterator[Mutant]:
    for heading in it.headings():
        yield it.with_line(heading.line, f"#{it.line(heading.line)}"), it.here("outline", heading.line)


def swapped_ids(it: Subject) -> Iterator[Mutant]:
    for one, other in zip(it.headings(), it.headings()[1:], strict=False):
        lines = it.with_line(one.line, it.line(one.line).replace(f"#{one.id} ", f"#{other.id} "))
        lines[other.line - 1] = it.line(other.line).replace(f"#{other.id} ", f"#{one.id} ")
        yield lines, it.here("outline", one.line)


def lost_id(it: Subject) -> Iterator[Mutant]:
    for heading in it.headings():
        yield it.with_line(heading.line, it.line(heading.line).partition(" {")[0]), it.here("heading-id", heading.line)


def changed_number(it: Subject) -> Iterator[Mutant]:
    for prose in it.prose("paragraph", "item"):
        if match := re.search(r"(?<=[\s(])[1-9]\d*(?=[\s)])", it.line(prose.line)):
            line = it.line(prose.line)
            yield (it.with_line(prose.line, f"{line[: match.start()]}{int(match[0]) + 71}{line[match.end() :]}"),
                   it.here("numbers", prose.line))  # fmt: skip


def changed_number_in_a_table(it: Subject) -> Iterator[Mutant]:
    for prose in it.prose("cell"):
        line = it.line(prose.line)
        if match := re.search(r"(?<=\| )[1-9]\d*(?= )", line):
            yield (it.with_line(prose.line, f"{line[: match.start()]}{int(match[0]) + 71}{line[match.end() :]}"),
                   it.here("table", prose.line))  # fmt: skip


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


def copied_paragraph(it: Subject) -> Iterator[Mutant]:
    theirs = [one for one in it.other.outline.prose if one.kind == "paragraph"]
    mine = [one for one in it.page.outline.prose if one.kind == "paragraph"]
    for one, other in zip(mine, theirs, strict=True):
        words = [word for word in re.findall(r"[^\W\d_]+", other.text)[1:] if word.islower()]
        if len(words) > 8 and "\n" not in one.text + other.text:
            yield it.with_line(one.line, it.other_lines[other.line - 1]), it.here("untranslated", one.line)


def changed_link(it: Subject) -> Iterator[Mutant]:
    for link in it.page.outline.links:
        line = it.line(link.line)
        if link.inside == "text" and (match := LINK.search(line)) and link.target.startswith(match[1]):
            up = "../" * it.page.path.count("/")
            elsewhere = next(
                one for one in ("org-chart.md", "a-z.md", "about/changes.md") if one not in "".join(it.lines)
            )
            yield (it.with_line(link.line, line.replace(match[0], f"]({up}{elsewhere})", 1)),
                   it.here("links", link.line))  # fmt: skip


def changed_command(it: Subject) -> Iterator[Mutant]:
    for block in it.page.outline.blocks:
        if block.kind == "code":
            yield it.with_line(block.line + 1, "handbook destroy"), it.here("code", block.line)


def added_row(it: Subject) -> Iterator[Mutant]:
    for block in it.page.outline.blocks:
        if block.kind == "table":
            row = it.line(block.line + 2)
            yield it.with_line(block.line + 2, row, row), it.here("table", block.line)


def lost_marker(it: Subject) -> Iterator[Mutant]:
    for marker in it.page.outline.markers:
        yield it.with_line(marker.line), ("blocks", it.other.source, line_of(it.other, marker.name))


def line_of(page: Page, marker: str) -> int:
    return next(one.line for one in page.outline.markers if one.name == marker)


def theme_key(it: Subject) -> Iterator[Mutant]:
    if it.lines[0] == "---":
        yield it.with_line(1, "---", "icon: star"), it.here("front-matter", 1)


def lost_description(it: Subject) -> Iterator[Mutant]:
    lines = [line for line in it.lines if not line.startswith("description:")]
    if len(lines) < len(it.lines) and lines[1] != "---":
        yield lines, it.here("front-matter", 1)


def lost_section(it: Subject) -> Iterator[Mutant]:
    headings = it.headings()
    for one, other in itertools.pairwise(headings):
        if one.level == other.level:
            lines = [*it.lines[: one.line - 1], *it.lines[other.line - 1 :]]
            line = next(h.line for h in it.other.outline.headings if h.id == one.id)
            yield lines, ("outline", it.other.source, line)


def banned_word(it: Subject) -> Iterator[Mutant]:
    word = "лидове" if it.page.language == CODES[0] else "handoff"
    for prose in it.prose("paragraph"):
        yield it.with_line(prose.line, f"{it.line(prose.line)} {word}"), it.here("terms", prose.line)


def lost_code(it: Subject) -> Iterator[Mutant]:
    for block in it.page.outline.blocks:
        line = it.line(block.line)
        if block.kind == "inline" and line.count(f"`{block.detail}`") == 1 and not line.startswith("|"):
            same = [one for one in it.other.outline.blocks
                    if (one.kind, one.section, one.detail) == ("inline", block.section, block.detail)]  # fmt: skip
            mine = [one for one in it.page.outline.blocks
                    if (one.kind, one.section, one.detail) == ("inline", block.section, block.detail)]  # fmt: skip
            if len(mine) == 1:
                yield (it.with_line(block.line, line.replace(f"`{block.detail}`", "")),
                       ("inline-code", it.other.source, same[0].line))  # fmt: skip


HARMFUL: tuple[Callable[[Subject], Iterator[Mutant]], ...] = (
    reordered_list, added_item, missing_paragraph, changed_word, renamed_heading, deeper_heading, swapped_ids,
    lost_id, changed_number, changed_number_in_a_table, added_date, look_alike, copied_paragraph, changed_link,
    changed_command, added_row, lost_marker, theme_key, lost_description, lost_section, banned_word, lost_code,
)  # fmt: skip


def reflow(it: Subject) -> Iterator[list[str]]:
    for prose in it.prose("paragraph"):
        line = it.line(prose.line)
        if line[0].isalpha() and (match := re.search(r"(?<=[^\W\d_]) (?=[^\W\d_]{3})", line[20:])):
            cut = 20 + match.start()
            yield it.with_line(prose.line, line[:cut], line[cut + 1 :])


def emphasis(it: Subject) -> Iterator[list[str]]:
    for prose in it.prose("paragraph", "item"):
        if "**" in (line := it.line(prose.line)):
            yield it.with_line(prose.line, line.replace("**", "__"))


def trailing_spaces(it: Subject) -> Iterator[list[str]]:
    for prose in it.prose("paragraph", "item"):
        yield it.with_line(prose.line, f"{it.line(prose.line)}  ")


def blank_lines(it: Subject) -> Iterator[list[str]]:
    for heading in it.headings():
        yield it.with_line(heading.line, "", it.line(heading.line), "")


def other_bullets(it: Subject) -> Iterator[list[str]]:
    items = {prose.line for prose in it.prose("item")}
    yield [f"*{line[1:]}" if number in items and line.startswith("- ") else line
           for number, line in enumerate(it.lines, start=1)]  # fmt: skip


HARMLESS = (reflow, emphasis, trailing_spaces, blank_lines, other_bullets)
