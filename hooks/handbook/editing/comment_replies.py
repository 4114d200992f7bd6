"""What is answered under a proposal, in Markdown and in both languages."""

from collections.abc import Iterable
from itertools import accumulate
from urllib.parse import quote, urlencode

from ..languages.messages import Message, msg
from ..model.errors import RefusedError
from ..model.handbook import Handbook
from ..model.lock import HEADER, lock_path
from .comment_commands import Answer, changed_lines

LONGEST = 50_000
"""Signs of an answer; the host takes 65,536."""
MOST_NAMES = 40
"""Sections that an answer lists."""

THERE_ALREADY = msg("That stands there already; nothing had to be written.")
BY_HAND = msg(
    "**Not written yet.** This branch is in another repository, which cannot be written to from here. Open each "
    "file by its link, put these lines in place of those that begin with the same id (add a line with a new id at "
    "the end) and save."
)


def done(handbook: Handbook, answer: Answer) -> str:
    """What was written, section by section."""
    if not answer.writes:
        return _both(handbook, THERE_ALREADY)
    parts = []
    if answer.confirmed:
        parts += [
            _both(handbook, msg("**Confirmed:** both languages have been read and say the same.")),
            _names(answer.confirmed),
        ]
    if answer.kept:
        parts += [
            _both(handbook, msg("**Kept** without a new translation:")),
            _block([f"{name}: {reason}" for name, reason in answer.kept]),
        ]
    return "\n\n".join(parts)


def by_hand(handbook: Handbook, answer: Answer, repository: str, branch: str) -> str:
    """The exact lines for a branch that only its owner writes to, with a link to edit each file.

    What does not fit into one answer is left for the next: files come whole, and their number is told.
    """
    if not answer.writes:
        return _both(handbook, THERE_ALREADY)
    files = [
        _by_hand(handbook, file, *lines, repository, branch)
        for file, lines in changed_lines(handbook.locks, answer.writes).items()
    ]
    sizes = accumulate(map(len, files))
    told = [text for text, size in zip(files, sizes, strict=True) if size <= LONGEST] or files[:1]
    rest = len(files) - len(told)
    more = msg("Files that did not fit in here: {rest}. Once these are in, write the same comment again.", rest=rest)
    return "\n\n".join([_both(handbook, BY_HAND), *told, *([_both(handbook, more)] if rest else [])])


def refused(handbook: Handbook, refusal: RefusedError) -> str:
    """Why nothing was written."""
    said = msg("**Nothing was written:**")
    return "\n\n".join(
        f"{said.in_language(code)}\n\n{_block(refusal.in_language(code).splitlines())}" for code in handbook.languages
    )


def _by_hand(handbook: Handbook, file: str, lines: list[str], gone: list[str], repository: str, branch: str) -> str:
    if file not in {lock_path(page) for page in handbook.locks}:
        address = f"{repository}/new/{quote(branch)}?{urlencode({'filename': file})}"
        return "\n\n".join(
            [
                f"**[{file}]({address})**",
                _both(handbook, msg("This file does not exist yet; create it, with this content:")),
                _block([HEADER, *lines]),
            ]
        )
    parts = [f"**[{file}]({repository}/edit/{quote(branch)}/{quote(file)})**"]
    parts += [_block(lines)] if lines else []
    parts += [_both(handbook, msg("Remove the lines that begin with:")), _block(gone)] if gone else []
    return "\n\n".join(parts)


def _both(handbook: Handbook, said: Message) -> str:
    return "\n\n".join(said.in_language(code) for code in handbook.languages)


def _block(lines: list[str]) -> str:
    """Lines as they are: nothing in them is Markdown, and no name in them calls anybody."""
    fence = "```"
    while any(fence in line for line in lines):
        fence += "`"
    return "\n".join([fence, *lines, fence])


def _names(names: Iterable[str]) -> str:
    some = list(dict.fromkeys(names))
    rest = [f"… + {len(some) - MOST_NAMES}"] if len(some) > MOST_NAMES else []
    return _block([*some[:MOST_NAMES], *rest])
