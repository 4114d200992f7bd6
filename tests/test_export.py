"""The data for other tools: whole, in both languages, and as its schema says."""

import csv
import io
import json
from pathlib import Path

from pydantic import TypeAdapter

from conftest import ROOT
from handbook.publishing.data import as_json, raci_csv, roles_csv, schema
from handbook.publishing.data_shape import Export
from handbook.reading.load import read


def test_the_json_holds_roles_with_both_ends_of_their_duties(site: Path) -> None:
    data = json.loads(as_json(read(site)))
    (seller, promoter) = data["roles"]
    assert seller["title"] == {"sr": "Продавац", "en": "Seller"}
    assert seller["page"] == {"sr": "sales/roles/seller/", "en": "en/sales/roles/seller/"}
    assert (seller["accountable"], seller["informed"]) == (["selling"], ["promoting"])
    assert promoter["title_f"] == "Промотерка"
    assert data["questions"][0]["page"]["en"] == "en/sales/roles/seller/#domains"
    assert data["responsibilities"][0]["accountable"] == "seller"


def test_the_json_is_as_its_schema_says() -> None:
    text = as_json(read(ROOT))
    book = TypeAdapter(Export).validate_json(text, strict=True)
    assert (len(book.roles), len(book.responsibilities), len(book.terms)) == (18, 21, 60)
    assert all(term.definition["sr"] and term.definition["en"] for term in book.terms)
    assert json.loads(schema())["title"] == "Export"


def test_the_tables_open_in_a_spreadsheet_with_cyrillic(site: Path) -> None:
    text = raci_csv(read(site))
    assert text.startswith("\ufeffid,")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert rows[0] == {"id": "selling", "title_sr": "Продаја робе", "title_en": "Sell goods",
                       "team": "sales", "seller": "AR", "promoter": "C"}  # fmt: skip


def test_the_roles_are_counted_by_letter(site: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(roles_csv(read(site)).removeprefix("\ufeff"))))
    assert [rows[0][letter] for letter in "ARCI"] == ["1", "1", "0", "1"]
    assert rows[0]["title_f"] == "Продавачица"


def test_the_data_is_published_with_the_site(real_build: Path) -> None:
    names = {file.name for file in (real_build / "data").iterdir()}
    assert names == {"handbook.json", "handbook.schema.json", "raci.csv", "roles.csv", "schema"}
    for entry in json.loads((real_build / "data/handbook.json").read_text("utf-8"))["roles"]:
        assert all((real_build / page / "index.html").exists() for page in entry["page"].values())
