"""The replies to a comment on a proposal, in Markdown and in every language of the handbook."""

from collections.abc import Iterable
from itertools import accumulate
from urllib.parse import quote, urlencode

from ..languages.messages import Message, msg
from ..model.errors import RefusedError
from ..model.handbook import Handbook
from ..model.lock import HEADER, lock_path
from .comment_commands import Outcome, changed_lines

LONGEST = 50_000
"""The most characters of a reply; the host accepts 65,536."""
MOST_NAMES = 40
"""The most sections that a reply lists."""

NO_CHANGES = msg("That is already recorded; nothing had to be written.")
MANUAL_EDITS = msg(
    "**Not written yet.** This branch is in another repository, which cannot be written to from here. Open each "
    "file by its link, put these lines in place of those that begin with the same id (add a line with a new id at "
    "the end) and save."
)


def written(handbook: Handbook, outcome: Outcome) -> str:
    """Return the reply that lists what was written, section by section."""
    if not outcome.writes:
        return _translated(handbook, NO_CHANGES)
    parts = []
    if outcome.confirmed:
        parts += [
            _translated(handbook, msg("**Confirmed:** both languages have been read and say the same.")),
            _names(outcome.confirmed),
        ]
    if outcome.kept:
        parts += [
            _translated(handbook, msg("**Kept** without a new translation:")),
            _block([f"{name}: {reason}" for name, reason in outcome.kept]),
        ]
    for code in handbook.languages if outcome.differences else ():
        parts.append(_block([difference.in_language(code) for difference in outcome.differences]))
    return "\n\n".join(parts)


def manual_edits(handbook: Handbook, outcome: Outcome, repository: str, branch: str) -> str:
    """Return the exact lines to write in a branch that only its owner can push to, with a link to edit each file.

    Whole files that do not fit into `LONGEST` characters are left out; the reply says how many.
    """
    if not outcome.writes:
        return _translated(handbook, NO_CHANGES)
    files = [
        _file_edits(handbook, file, *lines, repository, branch)
        for file, lines in changed_lines(handbook.locks, outcome.writes).items()
    ]
    sizes = accumulate(map(len, files))
    included = [text for text, size in zip(files, sizes, strict=True) if size <= LONGEST] or files[:1]
    rest = len(files) - len(included)
    more = msg("Files that did not fit in here: {rest}. Once these are in, write the same comment again.", rest=rest)
    parts = [_translated(handbook, MANUAL_EDITS), *included]
    return "\n\n".join([*parts, _translated(handbook, more)] if rest else parts)


def refused(handbook: Handbook, refusal: RefusedError) -> str:
    """Return the reply that says why nothing was written."""
    title = msg("**Nothing was written:**")
    return "\n\n".join(
        f"{title.in_language(code)}\n\n{_block(refusal.in_language(code).splitlines())}" for code in handbook.languages
    )


def _file_edits(
    handbook: Handbook, file: str, lines: list[str], removed: list[str], repository: str, branch: str
) -> str:
    if file not in {lock_path(page) for page in handbook.locks}:
        address = f"{repository}/new/{quote(branch)}?{urlencode({'filename': file})}"
        return "\n\n".join(
            [
                f"**[{file}]({address})**",
                _translated(handbook, msg("This file does not exist yet; create it, with this content:")),
                _block([HEADER, *lines]),
            ]
        )
    parts = [f"**[{file}]({repository}/edit/{quote(branch)}/{quote(file)})**"]
    parts += [_block(lines)] if lines else []
    if removed:
        parts += [_translated(handbook, msg("Remove the lines that begin with:")), _block(removed)]
    return "\n\n".join(parts)


def _translated(handbook: Handbook, message: Message) -> str:
    """Return a message in every language of the handbook, as paragraphs."""
    return "\n\n".join(message.in_language(code) for code in handbook.languages)


def _block(lines: list[str]) -> str:
    """Return lines as a code block, in which neither Markdown nor the mention of a user has an effect."""
    fence = "```"
    while any(fence in line for line in lines):
        fence += "`"
    return "\n".join([fence, *lines, fence])


def _names(names: Iterable[str]) -> str:
    unique = list(dict.fromkeys(names))
    rest = [f"… + {len(unique) - MOST_NAMES}"] if len(unique) > MOST_NAMES else []
    return _block([*unique[:MOST_NAMES], *rest])
