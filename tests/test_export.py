"""The data for other tools: whole, in both languages, and as its schema says."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter

from handbook.publishing.data import as_json, meetings_csv, raci_csv, roles_csv, schema
from handbook.publishing.data_shape import Export
from handbook.reading.load import read
from handbook.reading.yaml_lines import LOADER


def test_the_json_holds_roles_with_both_ends_of_their_duties(smallest: Path) -> None:
    data = json.loads(as_json(read(smallest)))
    (seller, promoter) = data["roles"]
    assert seller["title"] == {"sr": "Продавац", "en": "Seller"}
    assert seller["page"] == {"sr": "sales/roles/seller/", "en": "en/sales/roles/seller/"}
    assert (seller["accountable"], seller["informed"]) == (["selling"], ["promoting"])
    assert promoter["title_f"] == "Промотерка"
    assert data["questions"][0]["page"]["en"] == "en/sales/roles/seller/#domains"
    assert data["responsibilities"][0]["accountable"] == "seller"


def ids(home: Path, name: str) -> list[Any]:
    """The entries of a file of facts, in its order."""
    return list(yaml.load((home / f"facts/{name}.yml").read_text("utf-8"), LOADER))


def test_the_json_holds_every_entry_of_the_facts_and_is_as_its_schema_says(example: Path) -> None:
    text = as_json(read(example))
    book = TypeAdapter(Export).validate_json(text, strict=True)
    assert [role.id for role in book.roles] == ids(example, "roles")
    assert [duty.id for duty in book.responsibilities] == ids(example, "responsibilities")
    assert [term.id for term in book.terms] == ids(example, "terms")
    assert all(term.definition["sr"] and term.definition["en"] for term in book.terms)
    assert json.loads(schema())["title"] == "Export"


def test_the_tables_open_in_a_spreadsheet_with_cyrillic(smallest: Path) -> None:
    text = raci_csv(read(smallest))
    assert text.startswith("\ufeffid,")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert rows[0] == {
        "id": "selling",
        "title_sr": "Продаја робе",
        "title_en": "Sell goods",
        "team": "sales",
        "seller": "AR",
        "promoter": "C",
    }


MEETING = """\
talk:
  kind: meeting
  name: {sr: разговор, en: Talk}
  when: {every: monthly, weekdays: [friday], week: last, time: "09:30"}
  minutes: 30
  leads: seller
  attends: [promoter, owner]
  gives: {sr: одговори, en: answers}
  page: sales/roles/seller.md#week
"""


def test_a_meeting_has_the_rule_that_calendars_read(smallest: Path) -> None:
    (smallest / "facts/meetings.yml").write_text(MEETING, "utf-8")
    settings = smallest / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("extra:", "extra:\n  time_zone: Europe/Belgrade"), "utf-8")
    book = read(smallest)
    data = json.loads(as_json(book))
    (talk,) = data["meetings"]
    assert data["time_zone"] == "Europe/Belgrade"
    assert (talk["rrule"], talk["time"], talk["minutes"]) == ("FREQ=MONTHLY;BYDAY=-1FR", "09:30", 30)
    assert (talk["leads"], talk["attends"]) == ("seller", ["promoter", "owner"])
    assert (talk["brings"], talk["page"]["en"]) == (None, "en/sales/roles/seller/#week")
    (row,) = csv.DictReader(io.StringIO(meetings_csv(book).removeprefix("\ufeff")))
    assert (row["rrule"], row["attends"]) == ("FREQ=MONTHLY;BYDAY=-1FR", "promoter owner")
    assert (row["brings_en"], row["gives_en"]) == ("", "answers")


def test_the_roles_are_counted_by_letter(smallest: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(roles_csv(read(smallest)).removeprefix("\ufeff"))))
    assert [rows[0][letter] for letter in "ARCI"] == ["1", "1", "0", "1"]
    assert rows[0]["title_f"] == "Продавачица"


def test_the_data_is_published_with_the_site(example_site: Path) -> None:
    names = {file.name for file in (example_site / "data").iterdir()}
    assert names == {
        *("decisions.csv", "handbook.json", "handbook.schema.json"),
        *("measures.csv", "meetings.csv", "raci.csv", "roles.csv", "schema"),
    }
    for entry in json.loads((example_site / "data/handbook.json").read_text("utf-8"))["roles"]:
        assert all((example_site / page / "index.html").exists() for page in entry["page"].values())
