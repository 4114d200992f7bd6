"""Rule about the words by which search finds roles, responsibilities, questions and other pages."""

from collections.abc import Iterator

from ..languages.messages import msg
from ..languages.registry import language
from ..model.finding import Finding
from ..model.handbook import Handbook

FILES = ("roles", "responsibilities", "questions", "guides")
LEAST = 5
"""The number of words or phrases an entry needs in each language."""


def few_words(handbook: Handbook) -> Iterator[Finding]:
    """An entry has at least five words people use for it, in each language, once an entry of its file has that many.

    Bad: `also: {sr: [рабат], en: [rebate]}`. Good: five or more under each language.
    """
    advice = msg("Add words that people say or type when they need this, such as short forms and everyday verbs.")
    for file in FILES:
        entries = [entry for entry in getattr(handbook.facts, file).values() if not getattr(entry, "draft", False)]
        for code in handbook.languages:
            numbers = {entry.id: len({word.lower() for word in entry.also[code]}) for entry in entries}
            collected = max(numbers.values(), default=0) >= LEAST
            for id_, number in numbers.items():
                if collected and number < LEAST:
                    message = msg(
                        "Words under “also” of “{id}” {in_language}: {number}, at least {least} were expected.",
                        id=id_,
                        in_language=language(code).in_label,
                        number=number,
                        least=LEAST,
                    )
                    place = handbook.facts.place(file, id_, "also", code)
                    yield Finding(place, "few-words", message, advice, "warning")
