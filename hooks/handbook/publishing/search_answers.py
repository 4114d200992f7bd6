"""What search says besides the text of pages: answers to questions, labels, and pages that help if nothing is found."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from ..crosslinks import people
from ..languages.labels import LABELS
from ..model.facts import Question
from ..model.handbook import Handbook

TEXTS = ("found", "nothing", "instead", "also", "near", "help", "report")
"""The keys of the labels of the search box."""
HELPFUL = ("ask.md", "a-z.md", "glossary.md")

Doc = dict[str, Any]
"""A document of the index: its location, title and text, and sometimes names; an answer also has links."""


def answers(handbook: Handbook, code: str, docs: Sequence[Doc]) -> Iterator[Doc]:
    """A document for each question, which leads to the section that answers it; `docs` are those of the pages."""
    addresses = {neutral_address(doc["location"]): doc["location"] for doc in docs}
    whom = LABELS["whom"].in_language(code)
    for question in handbook.facts.questions.values():
        path, _, anchor = question.page.partition("#")
        if page := addresses.get(page_address(path)):
            yield {
                "location": f"{page}#{anchor}" if anchor else page,
                "title": escape(question.ask[code], quote=False),
                "text": f"<p>{whom}: {escape(_who(handbook, code, question), quote=False)}</p>",
                "names": [*question.also[code]],
                "answer": [*_links(handbook, code, question, addresses)],
            }


def labels(code: str) -> dict[str, str]:
    """The texts of the search box in a language; the box fills in what is in braces."""
    gaps = {gap: f"{{{gap}}}" for gap in ("number", "query", "typed", "word")}
    own = {key: LABELS[f"search-{key}"].format(**gaps).in_language(code) for key in TEXTS}
    return {**own, "whom": LABELS["whom"].in_language(code)}


def pages_that_help(handbook: Handbook, code: str, docs: Sequence[Doc]) -> Iterator[tuple[str, str]]:
    """Yields the address and title of each page to offer when nothing is found, the page of the owner's role last."""
    addresses = {neutral_address(doc["location"]): doc["location"] for doc in docs}
    front = handbook.facts.guides.get("index.md")
    owner = handbook.facts.roles.get(front.owner) if front else None
    for path in (*HELPFUL, *((owner.page,) if owner else ())):
        page = handbook.page(code, path)
        if page and (address := addresses.get(page_address(path))) is not None:
            yield address, page.title


def _who(handbook: Handbook, code: str, question: Question) -> str:
    """Who answers: the roles with the people who hold them, or the phrase that stands for them."""
    if question.answer:
        return question.answer[code]
    return ", ".join(_with_holders(handbook, code, role) for role in question.roles)


def _with_holders(handbook: Handbook, code: str, role: str) -> str:
    names = ", ".join(name for name, _ in people_of(handbook, code, role))
    return f"{_title(handbook, code, role)} · {names}" if names else _title(handbook, code, role)


def people_of(handbook: Handbook, code: str, role: str) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """Yields the name of each person who holds a role, and the ways to reach them as (address of a link, text)."""
    for person in people.holders(handbook.facts, role):
        yield people.name_in(person, code), tuple(people.addresses(person))


def _title(handbook: Handbook, code: str, role: str) -> str:
    entry = handbook.facts.roles.get(role)
    page = handbook.page(code, entry.page) if entry else None
    return page.title if page else role


def _links(
    handbook: Handbook, code: str, question: Question, addresses: Mapping[str, str]
) -> Iterator[tuple[str, str, list[Any]]]:
    """The address of the page of each role that answers, its title and the people who hold it."""
    for role in question.roles:
        entry = handbook.facts.roles.get(role)
        if entry and (address := addresses.get(page_address(entry.page))):
            yield address, _title(handbook, code, role), [*people_of(handbook, code, role)]


def neutral_address(location: str) -> str:
    """The address of a document as `page/path#anchor`, whether pages are published as folders or as files."""
    path, _, anchor = location.partition("#")
    path = path.removesuffix("index.html").removesuffix(".html").strip("/")
    return f"{path}#{anchor}" if anchor else path


def page_address(path: str) -> str:
    """The neutral address of a page by the path of its file."""
    return path.removesuffix("index.md").removesuffix(".md").strip("/")
