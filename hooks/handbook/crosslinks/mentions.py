"""Finds mentions of roles, responsibilities and glossary terms in running text, in any grammatical case.

The result depends only on the runs of text, their order and their sections. So it is the same for Markdown
before rendering and for the element tree while rendering.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from ..languages.patterns import WORD
from ..model.document import Run
from ..model.page import Page
from .lexicons import Lexicon, Mention, Name, stems


def find_all(text: str, names: Lexicon) -> Iterable[Mention]:
    """Return every mention in a text, in reading order."""
    if names.sought.isdisjoint(stems(text, names.language)):
        return ()  # as for most texts: not to start a generator takes 1 % off a check
    return [mention for mention, _ in _matches(text, names)]


def find(runs: Iterable[Run], names: Lexicon, page: Page) -> Iterator[tuple[int, Mention]]:
    """Yield the mentions to mark on a page as (index of the run, mention), in reading order.

    They are the first mention of each page in a section, and every one that is bold or in a table, where two names side
    by side look wrong if only one is a link; the first mention of each term on the page; not those of the page itself
    and of names in its `plain` list.
    """
    plain = {stems(text, names.language) for text in page.front.plain}
    marked: set[tuple[str, str]] = set()
    for index, run in enumerate(runs):
        if run.text not in names.found:
            names.found[run.text] = tuple(_matches(run.text, names))
        for mention, name in names.found[run.text]:
            key = (name.target, "" if name.mark == "first" else run.section)
            own = name.target.partition("#")[0] == page.path
            every = run.apart and name.mark == "always"
            if not own and (every or key not in marked) and name.stems not in plain and name.mark != "never":
                marked.add(key)
                yield index, mention


@lru_cache(maxsize=8192)
def _words(text: str) -> tuple[Sequence[int], Sequence[int]]:
    """Return where the words of a text start and end; cached, because a text with a name is searched several times.

    As arrays, as the cache takes 5 MiB for 59 pairs of pages with matches, and 1.2 MiB with numbers.
    """
    words = [word.span() for word in WORD.finditer(text)]
    return array("I", (start for start, _ in words)), array("I", (end for _, end in words))


def forget_texts() -> None:
    """Empty the caches of texts: many rules search the same ones, and after a check nobody does."""
    stems.cache_clear()
    _words.cache_clear()


def _matches(text: str, names: Lexicon) -> Iterator[tuple[Mention, Name]]:
    keys = stems(text, names.language)
    if names.sought.isdisjoint(keys):
        return
    (starts, ends), end = _words(text), 0
    by_first = names.names
    for start in [index for index, key in enumerate(keys) if key in by_first]:  # quicker than a test in the loop
        for name in by_first[keys[start]] if start >= end else ():
            stop = start + len(name.stems)
            if keys[start:stop] == name.stems and _adjacent(text, ends[start : stop - 1], starts[start + 1 : stop]):
                end = stop
                yield Mention(starts[start], ends[stop - 1], name.target), name
                break


def _adjacent(text: str, ends: Iterable[int], starts: Iterable[int]) -> bool:
    """Return whether there are only spaces or an en dash between words, from the end of each to the next start."""
    between = (text[end:start] for end, start in zip(ends, starts, strict=True))
    return all(gap.isspace() or gap == "–" for gap in between)
