"""The people of the answers in `facts/people.yml`; people who are not in the answers stay."""

from collections.abc import Iterator

from ...model.facts import Person
from ...model.handbook import Handbook
from ...parity.new_locks import Writes
from ...reading.files import exact_text
from .. import yaml_edit
from .answers import Answers

FILE = "facts/people.yml"


def people(book: Handbook, answers: Answers) -> Writes:
    """Return the file with each person as the answers have them."""
    text = exact_text(book.root, FILE)
    for person in answers.people.values():
        if book.facts.people.get(person.id) != person:
            if person.id in book.facts.people:
                text = yaml_edit.apply_edits(FILE, text, [yaml_edit.delete_entry(FILE, text, person.id)])
            text = yaml_edit.apply_edits(FILE, text, [yaml_edit.insert_entry(text, None, [*_entry(person)])])
    return {FILE: text}


def _entry(person: Person) -> Iterator[str]:
    yield f"{person.id}:"
    yield f"  name: {yaml_edit.quoted(person.name)}"
    for key in ("latin", "email", "phone"):
        if value := getattr(person, key):
            yield f"  {key}: {yaml_edit.quoted(value)}"
    yield f"  form: {person.form}"
    for key in ("roles", "first_for"):
        if ids := getattr(person, key):
            yield f"  {key}: [{', '.join(ids)}]"
