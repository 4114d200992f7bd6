"""The error texts of the YAML parser as translatable messages."""

from ..languages.messages import Message, msg

KNOWN = (
    msg("while parsing a block mapping"),
    msg("while parsing a block collection"),
    msg("while parsing a block node"),
    msg("while parsing a flow mapping"),
    msg("while parsing a flow sequence"),
    msg("while parsing a flow node"),
    msg("while scanning a simple key"),
    msg("while scanning a quoted scalar"),
    msg("while scanning a plain scalar"),
    msg("while scanning a block scalar"),
    msg("while scanning for the next token"),
    msg("while scanning an alias"),
    msg("while scanning an anchor"),
    msg("did not find expected key"),
    msg("did not find expected '-' indicator"),
    msg("did not find expected ',' or '}}'"),
    msg("did not find expected ',' or ']'"),
    msg("did not find expected node content"),
    msg("did not find expected <document start>"),
    msg("did not find expected comment or line break"),
    msg("did not find expected alphabetic or numeric character"),
    msg("could not find expected ':'"),
    msg("mapping values are not allowed in this context"),
    msg("mapping keys are not allowed in this context"),
    msg("block sequence entries are not allowed in this context"),
    msg("found character that cannot start any token"),
    msg("found a tab character that violates indentation"),
    msg("found unexpected end of stream"),
    msg("found unexpected document indicator"),
    msg("found unknown escape character"),
    msg("found undefined alias"),
    msg("control characters are not allowed"),
)
"""The texts of the parser; texts that are not in this list are not translated."""
BY_TEXT = {str(message): message for message in KNOWN}


def as_messages(*texts: str | None) -> tuple[Message, ...]:
    """Return error texts of the parser as messages; `None` is skipped."""
    return tuple(BY_TEXT.get(text) or msg("{text}", text=text) for text in texts if text)
