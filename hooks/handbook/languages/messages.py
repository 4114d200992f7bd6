"""Messages as values: English text with placeholders, translated by a gettext catalogue when shown.

`make messages` extracts the texts of `msg`, `pmsg` and `plural` into `locale/<code>/LC_MESSAGES/handbook.po`.
"""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from string import Formatter
from typing import Any, Protocol, runtime_checkable

from markupsafe import Markup, escape

from .catalogues import catalogue

SOURCE = "en"
"""The language of the texts in the code; used where a translation is missing."""


@runtime_checkable
class Localizable(Protocol):
    """A value with a text in each language, such as a message or a finding."""

    def in_language(self, code: str) -> str: ...


@dataclass(frozen=True, slots=True)
class Message:
    """A text with placeholders and their values by name; `str` returns it in English.

    With `plural`, `number` selects the form. The format of a placeholder says how a tuple of values is joined:
    `{names:or}` and `{names:and}` as a list in the language, `{names: }` by spaces, `{names}` by commas.
    """

    text: str
    values: tuple[tuple[str, Hashable], ...] = ()
    plural: str = ""
    number: int = 0
    context: str = ""

    def __str__(self) -> str:
        return self.in_language(SOURCE)

    def in_language(self, code: str) -> str:
        """Return the text in a language, with every localizable value in that language too."""
        return _MessageFormatter(code).vformat(self._template(code), (), dict(self.values))

    def as_html(self, code: str) -> Markup:
        """Return the text in a language as HTML; values that are `Markup` stay as they are."""
        return Markup(_HtmlFormatter(code).vformat(self._template(code), (), dict(self.values)))

    def _template(self, code: str) -> str:
        translations = catalogue(code)
        if self.plural:
            return translations.ngettext(self.text, self.plural, self.number)
        return translations.pgettext(self.context, self.text) if self.context else translations.gettext(self.text)

    def format(self, **values: Hashable) -> "Message":
        """Return the message with values for its placeholders."""
        return Message(self.text, (*self.values, *values.items()), self.plural, self.number, self.context)


def msg(text: str, /, **values: Hashable) -> Message:
    """Return a message with this English text and these values."""
    return Message(text, tuple(values.items()))


def pmsg(context: str, text: str, /) -> Message:
    """Return a message whose translation depends on the context."""
    return Message(text, context=context)


def plural(singular: str, plural_text: str, /, number: int, **values: Hashable) -> Message:
    """Return a message in the plural form of `number`, which is also the value of `{number}`."""
    return Message(singular, (("number", number), *values.items()), plural_text, number)


def quoted(names: Iterable[str]) -> tuple[Message, ...]:
    """Return names in the quotation marks of the language they are shown in."""
    return tuple(msg("“{name}”", name=name) for name in names)


LISTS = {"and": msg("{first} and {last}"), "or": msg("{first} or {last}")}
"""How the last item of a list is joined to those before it. Babel knows it too; loading it takes 1 % of a build's time
and 5 MiB."""


def _joined(texts: list[str], style: str, code: str) -> str:
    """Join texts: `and` and `or` give a list in the language, any other `style` is the separator (default: a comma)."""
    if style not in LISTS:
        return (style or ", ").join(texts)
    *first, last = texts or [""]
    return LISTS[style].format(first=", ".join(first), last=last).in_language(code) if first else last


class _MessageFormatter(Formatter):
    """A `str.format` that shows localizable values in a language and joins tuples."""

    def __init__(self, code: str) -> None:
        self.code = code

    def format_field(self, value: Any, format_spec: str) -> str:
        match value:
            case tuple():
                return _joined([self.format_field(item, "") for item in value], format_spec, self.code)
            case Localizable():
                return value.in_language(self.code)
            case str():
                return value
        return str(value)


class _HtmlFormatter(_MessageFormatter):
    """Escapes the text between the placeholders, and every value that is not `Markup`."""

    def parse(self, format_string: str) -> Iterator[tuple[str, str | None, str | None, str | None]]:
        for text, name, format_spec, conversion in super().parse(format_string):
            yield escape(text), name, format_spec, conversion

    def format_field(self, value: Any, format_spec: str) -> str:
        return escape(super().format_field(value, format_spec))
