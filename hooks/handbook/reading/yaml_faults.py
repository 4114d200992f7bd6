"""What the YAML parser refuses, and its error texts as translatable messages."""

import re
from typing import Any

import yaml
from yaml.constructor import ConstructorError

from ..languages.messages import Message, msg
from .limits.yaml import LOADER

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
    msg("found a number not written in plain digits"),
    msg("found a date that does not exist"),
)
"""The texts of the parser; texts that are not in this list are not translated."""
BY_TEXT = {str(message): message for message in KNOWN}


def as_messages(*texts: str | None) -> tuple[Message, ...]:
    """Return error texts of the parser as messages; `None` is skipped."""
    return tuple(BY_TEXT.get(text) or msg("{text}", text=text) for text in texts if text)


NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,17})?")
"""A number as people write it; YAML also reads 1:30 as 90 and 010 as 8."""


class Loader(LOADER):  # type: ignore[misc, valid-type]  # the class is chosen when this module is imported
    """Refuses numbers and dates that YAML reads differently from what they look like."""


def _number(loader: Any, node: yaml.ScalarNode) -> int | float:
    if not NUMBER.fullmatch(node.value):
        raise ConstructorError(None, None, "found a number not written in plain digits", node.start_mark)
    return float(node.value) if "." in node.value else int(node.value)


def _date(loader: Any, node: yaml.ScalarNode) -> Any:
    try:
        return loader.construct_yaml_timestamp(node)
    except ValueError:
        raise ConstructorError(None, None, "found a date that does not exist", node.start_mark) from None


for tag, constructor in (("int", _number), ("float", _number), ("timestamp", _date)):
    Loader.add_constructor(f"tag:yaml.org,2002:{tag}", constructor)
