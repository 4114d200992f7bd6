"""What is answered under a proposal, in Markdown and in both languages."""

from collections.abc import Iterable
from itertools import accumulate
from urllib.parse import quote, urlencode

from .agreeing import RefusedError
from .answering import Answer, changed_lines
from .facts import Phrase
from .lock import HEAD, path
from .model import CODES, Handbook
from .wording import ANSWERS

LONGEST = 50_000
"""Signs of an answer; the host takes 65,536."""
MOST_NAMES = 40
"""Sections that an answer lists."""


def done(answer: Answer) -> str:
    """What was written, section by section."""
    if not answer.writes:
        return _both(ANSWERS["nothing-new"])
    parts = []
    if answer.confirmed:
        parts += [_both(ANSWERS["confirmed"]), _names(answer.confirmed)]
    if answer.kept:
        parts += [_both(ANSWERS["kept"]), _block([f"{name}: {reason}" for name, reason in answer.kept])]
    return "\n\n".join(parts)


def by_hand(handbook: Handbook, answer: Answer, repository: str, branch: str) -> str:
    """The exact lines for a branch that only its owner writes to, with a link to edit each file.

    What does not fit into one answer is left for the next: files come whole, and their number is told.
    """
    if not answer.writes:
        return _both(ANSWERS["nothing-new"])
    files = [_by_hand(handbook, file, *lines, repository, branch)
             for file, lines in changed_lines(handbook.locks, answer.writes).items()]  # fmt: skip
    sizes = accumulate(map(len, files))
    told = [text for text, size in zip(files, sizes, strict=True) if size <= LONGEST] or files[:1]
    rest = [_both(ANSWERS["rest"], count=str(len(files) - len(told)))] if len(told) < len(files) else []
    return "\n\n".join([_both(ANSWERS["by-hand"]), *told, *rest])


def refused(refusal: RefusedError) -> str:
    """Why nothing was written."""
    match refusal.args:
        case (Phrase() as said, names):
            return f"{_both(said)}\n\n{_names(f'/keep {name} …' for name in names)}"
        case (Phrase() as said,):
            return _both(said)
    return f"{_both(ANSWERS['refused'])}\n\n{_block(str(refusal).splitlines())}"


def _by_hand(handbook: Handbook, file: str, lines: list[str], gone: list[str], repository: str, branch: str) -> str:
    if file not in {path(page) for page in handbook.locks}:
        address = f"{repository}/new/{quote(branch)}?{urlencode({'filename': file})}"
        return "\n\n".join([f"**[{file}]({address})**", _both(ANSWERS["new-file"]), _block([HEAD, *lines])])
    parts = [f"**[{file}]({repository}/edit/{quote(branch)}/{quote(file)})**"]
    parts += [_block(lines)] if lines else []
    parts += [_both(ANSWERS["remove"]), _block(gone)] if gone else []
    return "\n\n".join(parts)


def _both(said: Phrase, **words: str) -> str:
    return "\n\n".join(said[code].format(**words) for code in CODES)


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
