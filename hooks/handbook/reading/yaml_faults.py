"""What the YAML parser says of a text it cannot read, as sentences that every language has."""

from ..languages.messages import Said, say

KNOWN = (
    say("while parsing a block mapping"),
    say("while parsing a block collection"),
    say("while parsing a block node"),
    say("while parsing a flow mapping"),
    say("while parsing a flow sequence"),
    say("while parsing a flow node"),
    say("while scanning a simple key"),
    say("while scanning a quoted scalar"),
    say("while scanning a plain scalar"),
    say("while scanning a block scalar"),
    say("while scanning for the next token"),
    say("while scanning an alias"),
    say("while scanning an anchor"),
    say("did not find expected key"),
    say("did not find expected '-' indicator"),
    say("did not find expected ',' or '}}'"),
    say("did not find expected ',' or ']'"),
    say("did not find expected node content"),
    say("did not find expected <document start>"),
    say("did not find expected comment or line break"),
    say("did not find expected alphabetic or numeric character"),
    say("could not find expected ':'"),
    say("mapping values are not allowed in this context"),
    say("mapping keys are not allowed in this context"),
    say("block sequence entries are not allowed in this context"),
    say("found character that cannot start any token"),
    say("found a tab character that violates indentation"),
    say("found unexpected end of stream"),
    say("found unexpected document indicator"),
    say("found unknown escape character"),
    say("found undefined alias"),
    say("control characters are not allowed"),
)
"""The parser's own words; those not listed here are quoted as they are."""
BY_TEXT = {str(one): one for one in KNOWN}


def in_words(*texts: str | None) -> tuple[Said, ...]:
    """What the parser says, piece by piece; pieces it leaves out are passed over."""
    return tuple(BY_TEXT.get(text) or say("{text}", text=text) for text in texts if text)
