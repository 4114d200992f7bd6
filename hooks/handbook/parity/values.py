"""Rules about what can be compared as values: figures, dates, money, addresses are the same in both languages."""

from collections import Counter
from collections.abc import Iterator

from ..languages.messages import msg
from ..languages.patterns import CONTACTS, PHONE
from ..languages.quantities import Value, small_numbers, values
from ..model.finding import Finding
from ..model.handbook import Handbook, Section


def numbers(handbook: Handbook) -> Iterator[Finding]:
    """A section says the same values in both languages, each in its own writing.

    Bad: 1.234,56 in Serbian, 1,234.65 in English. Good: 1.234,56 and 1,234.56; 5 and „пет“.
    """
    for left, right in handbook.section_pairs:
        mine, theirs = list(_values(left)), list(_values(right))
        yield from _numbers(left, mine, right, theirs)
        yield from _numbers(right, theirs, left, mine)


def contacts(handbook: Handbook) -> Iterator[Finding]:
    """E-mail addresses, telephone numbers and web addresses are the same in both languages.

    Bad: ana@example.com in Serbian, anna@example.com in English. Good: the same address in both.
    """
    for left, right in handbook.section_pairs:
        for here, there in ((left, right), (right, left)):
            theirs = {_plain(contact) for contact, _ in _contacts(there)}
            for contact, line in _contacts(here):
                if _plain(contact) not in theirs:
                    said = msg("“{contact}” is not in {there}.", contact=contact, there=there.lines)
                    yield Finding(
                        here.at(line),
                        "contacts",
                        said,
                        msg("Write the same address in both languages."),
                        related=there.start,
                    )


Values = list[tuple[Value, int]]
"""The values of a section with their lines."""


def _numbers(here: Section, mine: Values, there: Section, theirs: Values) -> Iterator[Finding]:
    left = Counter(value.value for value, _ in theirs)
    for value, line in mine:
        if left[value.value]:
            left[value.value] -= 1
        elif value.value not in small_numbers(there.text, there.language):
            said = msg("“{value}” stands here and not in {there}.", value=value.written, there=there.lines)
            yield Finding(
                here.at(line), "numbers", said, msg("Write the same value in both languages."), related=there.start
            )


def _values(section: Section) -> Iterator[tuple[Value, int]]:
    """The values of running text; those of tables are compared cell by cell elsewhere."""
    for prose in section.prose:
        if prose.kind != "cell":
            for value in values(prose.text, section.language):
                yield value, prose.line + prose.text.count("\n", 0, value.start)


def _contacts(section: Section) -> Iterator[tuple[str, int]]:
    for prose in section.prose:
        for pattern, sign in CONTACTS:
            for match in pattern.finditer(prose.text) if sign.search(prose.text) else ():
                line = prose.line + prose.text.count("\n", 0, match.start())
                yield match[0].rstrip(".,;:!?)"), line


def _plain(contact: str) -> str:
    """A telephone number by its digits, whatever parts them; other addresses as they are."""
    return "".join(filter(str.isdigit, contact)) if PHONE.fullmatch(contact) else contact
