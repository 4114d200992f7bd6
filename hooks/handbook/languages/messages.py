"""Messages as values: a sentence in English with gaps, which a gettext catalogue translates when it is shown.

`msg` and `plural` mark sentences for `make messages`, which collects them into `locale/<code>/LC_MESSAGES/handbook.po`.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from string import Formatter
from typing import Any, Protocol, runtime_checkable

from .catalogues import catalogue, join

SOURCE = "en"
"""The language that messages are written in; it is used where a translation is missing."""


@runtime_checkable
class Localizable(Protocol):
    """A value that has a text in each language: a message, or a finding inside one."""

    def in_language(self, code: str) -> str: ...


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence with gaps, and the values that fill them by name; `str` of it is English.

    With `plural` and `number` the form depends on the number. A gap for several values may say how they are joined:
    `{names:or}` and `{names:and}` as the language does, `{names: }` by a space, `{names}` by a comma.
    """

    text: str
    values: tuple[tuple[str, Hashable], ...] = ()
    plural: str = ""
    number: int = 0
    context: str = ""

    def __str__(self) -> str:
        return self.in_language(SOURCE)

    def in_language(self, code: str) -> str:
        """The sentence in a language, with every localizable value in that language too."""
        return _MessageFormatter(code).vformat(self._template(code), (), dict(self.values))

    def _template(self, code: str) -> str:
        texts = catalogue(code)
        if self.plural:
            return texts.ngettext(self.text, self.plural, self.number)
        return texts.pgettext(self.context, self.text) if self.context else texts.gettext(self.text)

    def format(self, **values: Hashable) -> "Message":
        """The same sentence with values for its gaps."""
        return Message(self.text, (*self.values, *values.items()), self.plural, self.number, self.context)


def msg(text: str, /, **values: Hashable) -> Message:
    """A message from its English text and the values for its gaps."""
    return Message(text, tuple(values.items()))


def pmsg(context: str, text: str, /) -> Message:
    """A message whose translation depends on where it is used."""
    return Message(text, context=context)


def plural(singular: str, text: str, /, number: int, **values: Hashable) -> Message:
    """A message in the form that goes with a number, which fills the gap `{number}`."""
    return Message(singular, (("number", number), *values.items()), text, number)


def quoted(names: Iterable[str]) -> tuple[Message, ...]:
    """Names in the quotation marks of the language they are shown in."""
    return tuple(msg("“{name}”", name=name) for name in names)


class _MessageFormatter(Formatter):
    """Fills the gaps of a message in a language."""

    def __init__(self, code: str) -> None:
        self.code = code

    def format_field(self, value: Any, format_spec: str) -> str:
        match value:
            case tuple():
                return join([self.format_field(item, "") for item in value], format_spec, self.code)
            case Localizable():
                return value.in_language(self.code)
        return str(value)
