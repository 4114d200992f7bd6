"""What `make bench` prints beside its figures: how the text has changed since it was marked, and whether limits are kept."""

import sys
from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
import yaml
from playwright.sync_api import Browser

from figures import Figure, show

import marking
import searching
from browser import served
from handbook.reading.load import read
from trees import ROOT

PAGE = "docs/sr/together/meetings.md"
MARKS = [
    ["weekly", "шеф продаје", "sales/roles/manager.md"],
    ["weekly", "промотер", "marketing/roles/promoter.md"],
    ["monthly", "CRM", "glossary.md#crm"],
]


def test_what_has_changed_since_it_was_marked_is_named() -> None:
    marked = {"a.md": "p1:1", "b.md": "p1:2", "c.md": "p1:3"}
    assert marking.changes(marked, {"a.md": "p1:1", "b.md": "p1:4", "d.md": "p1:5"}) == [
        "b.md was “p1:2”, is “p1:4”",
        "c.md has gone",
        "d.md is new",
    ]
    assert marking.changes(marked, marked) == []


def test_a_state_is_recorded_on_request_only(example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def compare() -> list[str]:
        book = read(example)
        return marking.compare("mentions", marking.pages(example, [PAGE]) | marking.names(book, "sr"), file)

    file = tmp_path / "state.yml"
    monkeypatch.setattr(sys, "argv", ["bench/mentions.py"])
    assert compare() == [f"{PAGE} is new", "names in sr is new"]
    assert not file.exists()
    monkeypatch.setattr(sys, "argv", ["bench/mentions.py", "--record"])
    assert compare() == []
    monkeypatch.setattr(sys, "argv", ["bench/mentions.py"])
    assert compare() == []
    (example / PAGE).write_text((example / PAGE).read_text("utf-8").replace("Гледа се", "Чита се"), "utf-8")
    (change,) = compare()
    assert change.startswith(f"{PAGE} was “p1:")
    (example / PAGE).unlink()
    assert compare() == [f"{PAGE} has gone"]


def test_a_new_name_is_a_change(example: Path) -> None:
    before = marking.names(read(example), "sr")
    page = example / "docs/sr/marketing/roles/designer.md"
    page.write_text(page.read_text("utf-8").replace("\n---\n", "\naliases: [цртач]\n---\n", 1), "utf-8")
    assert marking.names(read(example), "sr") != before


def test_figures_are_one_table_and_one_outside_its_limit_fails(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [Figure("a", 1 / 3), Figure("long name", 2, 2, note="why"), Figure("c", 2, 3, least=True)]
    with pytest.raises(SystemExit) as stopped:
        show(rows[:2])
    assert stopped.value.code == 0
    with pytest.raises(SystemExit) as stopped:
        show(rows)
    assert stopped.value.code == 1
    assert capsys.readouterr().out.splitlines()[3:] == [
        "figure     value  limit",
        "a          0.333",
        "long name  2      ≤ 2          why",
        "c          2      ≥ 3 OUTSIDE",
    ]


Exit = Callable[[list[list[str]]], tuple[object, str]]


@pytest.fixture
def mentions_bench(example: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Exit:
    """Runs bench/mentions.py on the example with some marks; how it exits and what it prints."""
    bench = loaded("mentions")
    sample = example / "sample.yml"
    monkeypatch.setattr(sys, "argv", ["bench/mentions.py"])
    monkeypatch.setattr(bench, "ROOT", example)
    monkeypatch.setattr(bench, "SAMPLE", sample)

    def run(marks: list[list[str]]) -> tuple[object, str]:
        sample.write_text(yaml.safe_dump({"sr": {PAGE.removeprefix("docs/sr/"): marks}}, allow_unicode=True), "utf-8")
        with pytest.raises(SystemExit) as stopped:
            show(bench.figures())
        return stopped.value.code, capsys.readouterr().out

    return run


def loaded(name: str) -> ModuleType:
    """A bench as a module."""
    spec = spec_from_file_location(f"bench_{name}", ROOT / f"bench/{name}.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_bench_of_mentions_ends_with_0_when_every_mark_is_found(mentions_bench: Exit) -> None:
    code, printed = mentions_bench(MARKS)
    assert not code
    assert ["mentions:", "recall", "1", "≥", "0.97", "3", "of", "3", "marked"] in map(str.split, printed.splitlines())


def test_the_bench_of_mentions_ends_with_1_below_its_limits(mentions_bench: Exit) -> None:
    code, printed = mentions_bench([*MARKS, ["", "купаца", "sales/roles/seller.md"]])
    assert code
    assert "not found: sr together/meetings.md# “купаца” → sales/roles/seller.md" in printed
    code, printed = mentions_bench(MARKS[1:])
    assert code
    assert "found, not marked: sr together/meetings.md#weekly “шеф продаје”" in printed


def test_the_bench_of_mentions_leaves_out_pages_that_are_gone(example: Path, mentions_bench: Exit) -> None:
    for language in ("sr", "en"):
        (example / "docs" / language / "together/meetings.md").unlink()
    code, printed = mentions_bench(MARKS)
    assert "mark the pages there are now" in str(code)
    assert "0 of 0 marked mentions are found" in printed


@pytest.mark.long
def test_the_bench_of_search_notices_a_page_that_is_not_found_and_nonsense_that_is(
    browser: Browser, example_copy: Path, example_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = loaded("search")
    right = {"ask": "шефу продаје", "page": "sales/roles/manager/"}
    wrong = {"ask": "продавцу", "page": "about/reading/", "aside": True}
    marked = {"sr": [right, wrong], "prefixes": {"sr": [right]}, "nothing": {"sr": ["xyzzy", "попуст"]}}
    monkeypatch.setattr(bench, "MARKED", marked)
    monkeypatch.setattr(bench, "CODES", ("sr",))
    with served(example_site) as address:
        kept = [figure.kept for figure in bench.found(read(example_copy), browser, address, "online")]
    known, aside, beginnings, nonsense = [True, True], [False, False], [True, True], [False]
    assert kept == known + aside + beginnings + nonsense


def test_the_halves_of_the_questions_are_of_one_size_and_share_none() -> None:
    known, aside = ({one.ask for one in searching.questions(half)} for half in ("open", "held-out"))
    assert not known & aside
    assert len(known | aside) >= 150
    assert abs(len(known) - len(aside)) <= 0.1 * len(known)
