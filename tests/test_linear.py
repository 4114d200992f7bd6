"""Whatever a text says, its check takes time in proportion to its length.

A pattern or a rule that takes the square of it lets anyone who may propose a text hold the check for minutes.
"""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import count, takewhile
from pathlib import Path
from types import MappingProxyType, ModuleType

import markdown
import pytest
from mkdocs.utils.meta import get_data

import handbook
from growth import FACTOR, grows_too_fast, is_quick
from handbook.checks.runner import check
from handbook.editing.comment_commands import run_comment
from handbook.languages.language import Language
from handbook.languages.letters import alphabet
from handbook.languages.patterns import WORD
from handbook.languages.word_kinds import WordKinds
from handbook.model.errors import RefusedError
from handbook.model.handbook import Handbook
from handbook.model.sections import sections
from handbook.reading.limits import BLOCK
from handbook.reading.load import read
from handbook.reading.markup import EXTENSIONS
from handbook.reading.pages import build_page
from hostile_texts import FILES, HOSTILE, Grow
from trees import CODES, SMALLEST

TODAY = date(2026, 11, 24)
PAGE = "index.md"
PATTERN_LENGTH, PATTERN_SECONDS = 6000, 0.01
"""A pattern needs less than a microsecond per character; one that begins anew at each needs a thousand times that."""
LONG_TEXTS = [1, pytest.param(3, marks=pytest.mark.long)]
"""How many times as long as these the texts are."""
SHORT = 800
"""The length of the shorter page: the longer one is still within the limit for a paragraph, also if `long`."""
COMMENT = 4000
FILE = 1000
RENDERED_SECONDS = 0.0001
"""The seconds that a character may take, see `reading/limits`."""


# Patterns.


def modules() -> Iterator[ModuleType]:
    """Every module of the core."""
    for module in pkgutil.walk_packages(handbook.__path__, "handbook."):
        if not module.name.endswith("__main__"):
            yield importlib.import_module(module.name)


def patterns(value: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    """The patterns in a value of a module, also inside of tuples, mappings and records of languages."""
    match value:
        case re.Pattern():
            yield value
        case tuple() | list() | frozenset() if depth < 4:
            for item in value:
                yield from patterns(item, depth + 1)
        case dict() | MappingProxyType() if depth < 4:
            yield from patterns(tuple(value.values()), depth + 1)
        case WordKinds():
            yield from patterns((value.any, *value.each.values()))
        case Language():
            yield from patterns(
                (value.value_patterns, value.periods, value.signals, value.answers, alphabet(value.code))
            )
            yield from patterns(WordKinds(value.audited))


PATTERNS = sorted(
    {
        pattern.pattern: pattern
        for module in modules()
        for value in vars(module).values()
        for pattern in patterns(value)
        if isinstance(pattern.pattern, str)  # those of bytes read what we print
    }.values(),
    key=lambda pattern: pattern.pattern,
)


def test_the_patterns_are_found() -> None:
    """Also those of the languages, which no module has as such."""
    assert any("(?P<month>" in pattern.pattern for pattern in PATTERNS)
    assert WORD in PATTERNS


@pytest.mark.parametrize("pattern", PATTERNS, ids=range(len(PATTERNS)))
def test_a_pattern_takes_time_in_proportion_to_the_text(pattern: re.Pattern[str]) -> None:
    """Also a search; a pattern for whole texts begins with `\\A`, so that it cannot begin anew at each character."""

    def search(text: str) -> None:
        for _ in pattern.finditer(text):
            pass
        pattern.fullmatch(text)

    for name, grow in HOSTILE.items():
        assert is_quick(search, grow(PATTERN_LENGTH), PATTERN_SECONDS), (name, pattern.pattern)


# Pages.


@pytest.fixture(scope="module")
def book() -> Handbook:
    return read(SMALLEST)


def check_page(book: Handbook, text: str) -> None:
    """Read a text as a page in both languages, and run every rule on it."""
    pages, found = {}, []
    for code in CODES:
        pages[code, PAGE], findings = build_page(text, code, PAGE)
        found += findings
    changed = replace(book, pages={**book.pages, **pages}, findings=tuple(found))
    check(replace(changed, sections=sections(changed)), TODAY)


def answer(book: Handbook, text: str) -> None:
    """Answer comments with a text in each place where it may be."""
    for comment in (text, f"/confirm {text}", f"/keep {text}", f"/keep index# {text}", f"/confirm\n{text}"):
        with suppress(RefusedError):
            run_comment(book, comment, [], TODAY)


@pytest.mark.parametrize("times", LONG_TEXTS)
@pytest.mark.parametrize("name", HOSTILE)
def test_a_page_takes_time_in_proportion_to_its_text(book: Handbook, name: str, times: int) -> None:
    short, long = HOSTILE[name](SHORT * times), HOSTILE[name](SHORT * times * FACTOR)
    assert not grows_too_fast(partial(check_page, book), short, long)


@pytest.mark.parametrize("times", LONG_TEXTS)
@pytest.mark.parametrize("name", HOSTILE)
def test_a_comment_takes_time_in_proportion_to_its_text(book: Handbook, name: str, times: int) -> None:
    short, long = HOSTILE[name](COMMENT * times), HOSTILE[name](COMMENT * times * FACTOR)
    assert not grows_too_fast(partial(answer, book), short, long)


def test_a_comment_that_names_a_section_again_and_again_is_quick(book: Handbook) -> None:
    assert is_quick(partial(answer, book), "index " * COMMENT, 1)


# Other files.


@pytest.mark.parametrize("times", LONG_TEXTS)
@pytest.mark.parametrize("name", FILES)
def test_a_file_takes_time_in_proportion_to_its_text(smallest: Path, name: str, times: int) -> None:
    path, grow = FILES[name]

    def check_file(text: str) -> None:
        (smallest / path).write_text(text, "utf-8")
        check(read(smallest), TODAY)

    assert not grows_too_fast(check_file, grow(FILE * times), grow(FILE * times * FACTOR))


# Rendering.


def is_read(text: str) -> bool:
    """Whether a page is within the limits."""
    return all(finding.rule != "size" for finding in build_page(text, "sr", PAGE)[1])


def within_limits(grow: Grow) -> str:
    """The longest text of a kind that is read as one page."""
    sizes = takewhile(lambda size: size > 10, (BLOCK * 0.8**step for step in count()))
    texts = (grow(int(size)) for size in sizes)
    return next(text for text in texts if is_read(text))


def repeated(text: str, number: int) -> str:
    """A text so many times; as often as is within the limits for a page."""
    return next(whole for times in range(number, 0, -1) if is_read(whole := "\n\n".join([text] * times)))


@pytest.mark.long
@pytest.mark.parametrize("name", HOSTILE)
def test_rendering_takes_time_in_proportion_to_the_text(name: str) -> None:
    """The parser of the site takes the square of some texts: the limits keep them short."""
    text, _ = get_data(repeated(within_limits(HOSTILE[name]), 4))
    assert is_quick(markdown.Markdown(extensions=[*EXTENSIONS]).convert, text, RENDERED_SECONDS * len(text))
