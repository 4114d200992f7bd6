"""What the YAML parser refuses, its error texts as translatable messages, and the usual slips behind them."""

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

QUOTES = "“”„‘’«»"
"""Quotation marks of texts; YAML knows only straight ones."""
PASTED = ("“”", "‘’", "””")
"""First and last character of a value that a word processor has quoted; „…“ may be a quotation in a text."""
EMPTY = ("{}", "[]")
"""What stands in a file that has no entries."""

Cause = tuple[int, Message]
"""A line (from 0) and what is wrong in it."""


def cause(text: str, error: yaml.MarkedYAMLError) -> Cause | None:
    """Return why a text was refused with this error; None if it is none of the usual slips."""
    lines = text.split("\n")
    mark = error.problem_mark or error.context_mark
    number = mark.line if mark else 0
    line = lines[number] if number < len(lines) else ""
    if line.lstrip(" ").startswith("\t"):
        return number, msg("a tab is at the beginning of the line; indent with spaces")
    if error.problem == "did not find expected <document start>":
        return _empty_above(lines[:number])
    key, _, value = line.lstrip(" -").partition(": ")
    is_pair = " " not in key and value[:1] not in ("", ":")
    if error.problem == "mapping values are not allowed in this context" and is_pair:
        right = f'{key}: "{value.strip(QUOTES)}"'
        return number, msg("the value has a colon, so it must be in straight quotation marks: {line}", line=right)
    return None


def _empty_above(lines: list[str]) -> Cause | None:
    for number, line in enumerate(lines):
        if line.strip() in EMPTY:
            return number, msg(
                "“{text}” stands for a file without entries, but entries follow; delete it", text=line.strip()
            )
    return None


def quoted_by_hand(value: str) -> Message | None:
    """Return what is wrong with a value that YAML does not read as quoted, though a person meant it so; else None."""
    if len(value) > 1 and value[0] + value[-1] in PASTED:
        right = f'"{value.strip(QUOTES)}"'
        return msg("quotation marks around a value must be straight: {value}", value=right)
    return None
