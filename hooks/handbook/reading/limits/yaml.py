"""Limits on a YAML text.

LibYAML and Python's constructor call themselves at each level of nesting. A few lines of aliases can stand for
gigabytes, or for a list that contains itself.
"""

import yaml

from ...languages.messages import msg
from . import TooLargeError

DEPTH = 50
"""The levels of lists and mappings; `facts/` has 10. At 3,000 levels Python stops, at 100,000 the process crashes."""
OPENERS = "-?:[{"
"""Every list or mapping begins with one of these."""

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The loader based on LibYAML if it is available, because it is faster."""


def check_yaml(text: str, first_line: int = 1) -> None:
    """Raise `TooLargeError` for a YAML text that is nested too deep or has aliases; one with a syntax error passes.

    The events of the parser come one by one, without recursion, so nothing beyond the limit is parsed. A text with too
    few of the characters that begin a list or a mapping needs no parsing; this saves 5 ms for each 100 pages.
    """
    if "*" not in text and sum(map(text.count, OPENERS)) <= DEPTH:
        return
    depth, anchors = 0, set()
    try:
        for event in yaml.parse(text, Loader=LOADER):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            line = first_line + (event.start_mark.line if event.start_mark else 0)
            if depth > DEPTH:
                message = msg("This is nested more than {limit} levels deep, so the file was not read.", limit=DEPTH)
                raise TooLargeError(line, message, msg("Write it with fewer levels."))
            if isinstance(event, yaml.AliasEvent) and event.anchor in anchors:
                message = msg(
                    "The alias “*{name}” can stand for any amount of text, so the file was not read.", name=event.anchor
                )
                raise TooLargeError(line, message, msg("Write the text itself, without an alias."))
            anchors.add(getattr(event, "anchor", None))
    except yaml.YAMLError:
        return
