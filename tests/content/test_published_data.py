"""The data for other tools holds every entry of the facts, and names pages that the site has."""

import json
from pathlib import Path

from pydantic import TypeAdapter

from handbook.model.handbook import Handbook
from handbook.publishing.data import as_json
from handbook.publishing.data_shape import Export


def test_the_data_holds_every_entry_of_the_facts_and_is_as_its_schema_says(content: Handbook) -> None:
    data, facts = TypeAdapter(Export).validate_json(as_json(content), strict=True), content.facts
    for entries, expected in (
        (data.roles, facts.roles),
        (data.responsibilities, facts.responsibilities),
        (data.exchanges, facts.exchanges),
        (data.decisions, facts.decisions),
        (data.measures, facts.measures),
        (data.meetings, facts.meetings),
        (data.questions, facts.questions),
        (data.terms, facts.terms),
    ):
        assert [entry.id for entry in entries] == list(expected)
    assert list(data.teams) == list(facts.teams)


def test_every_term_has_a_definition_in_both_languages(content: Handbook) -> None:
    terms = TypeAdapter(Export).validate_json(as_json(content), strict=True).terms
    assert [term.id for term in terms if not (term.definition["sr"] and term.definition["en"])] == []


def test_every_page_that_the_published_data_names_is_published(content_site: Path) -> None:
    data = json.loads((content_site / "data/handbook.json").read_text("utf-8"))
    addresses = {
        address
        for part in ("roles", "responsibilities", "questions")
        for entry in data[part]
        for address in entry["page"].values()
    }
    assert [
        address for address in addresses if not (content_site / address.partition("#")[0] / "index.html").exists()
    ] == []
