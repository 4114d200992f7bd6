"""`handbook init`: from one file of answers to a firm's own handbook, in which the check finds no error."""

import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import validate

from adapting import facts
from drafts import TODAY
from handbook.checks.runner import check, errors
from handbook.cli.main import commands
from handbook.editing.setup.answers import answers_schema
from handbook.reading.load import read
from manual import ADAPTING, text
from sites import build, environment, faults, handbook
from trees import ROOT, TESTS, files

ANSWERS = TESTS / "answers.yml"
"""The answers of a firm of twelve people with nine roles."""
SMALL = """\
firm: Пример „Два“ д.о.о.
public: false
without: {seller: manager}
people:
  ana-ilic: {name: Ана Илић, form: f, roles: [manager], email: ana@example.com}
colours: {sales: "#0B5D3B"}
"""


@pytest.fixture
def home(example: Path) -> Path:
    """A copy of the example with templates and styles of its own, for `init` to write beside."""
    _own_overrides(example)
    return example


def _own_overrides(home: Path) -> None:
    """Put a copy in the place of the link to this repository's `overrides/`."""
    (home / "overrides").unlink()
    shutil.copytree(ROOT / "overrides", home / "overrides")


def answers(home: Path, text: str = SMALL) -> Path:
    file = home.parent / "my-answers.yml"
    file.write_text(text, "utf-8")
    return file


def test_one_file_of_answers_makes_it_the_handbook_of_a_firm(home: Path, tmp_path: Path) -> None:
    done = handbook(home, "init", "--answers", answers(home))
    assert (done.returncode, done.stderr) == (0, "")
    assert handbook(home, "check").returncode == 0
    assert "seller" not in facts(home, "roles")
    assert facts(home, "people")["ana-ilic"]["roles"] == ["manager"]
    assert "#0b5d3b" in (home / "overrides/firm.css").read_text()
    before = files(home)
    assert "Nothing had to be written." in handbook(home, "init", "--answers", answers(home)).stdout
    assert files(home) == before
    built = build(home, tmp_path / "site")
    assert built.returncode == 0, faults(built)
    front = (tmp_path / "site/index.html").read_text("utf-8")
    assert "Пример „Два“ д.о.о." in front
    assert '<meta name="robots" content="noindex' in front


def test_a_handbook_in_one_language_is_in_order_and_built_without_a_switch(home: Path, tmp_path: Path) -> None:
    done = handbook(home, "init", "--answers", answers(home, "languages: [sr]"))
    assert (done.returncode, done.stderr) == (0, "")
    assert not [path for path in files(home) if path.startswith("docs/en/")]
    assert read(home).languages == ("sr",)
    assert check(read(home), TODAY) == []
    built = build(home, tmp_path / "site")
    assert built.returncode == 0, faults(built)
    assert not (tmp_path / "site/en").exists()
    switches = [path for path in (tmp_path / "site").rglob("*.html") if "handbook-language" in path.read_text("utf-8")]
    assert switches == []


def test_a_change_in_the_only_language_asks_for_no_translation(home: Path) -> None:
    handbook(home, "init", "--answers", answers(home, "languages: [sr]"))
    page = home / "docs/sr/about/reading.md"
    page.write_text(page.read_text("utf-8") + "\nОво је нова реченица.\n", "utf-8")
    assert handbook(home, "check").stdout == "The handbook is in order.\n"
    assert handbook(home, "confirm", "--all").returncode == 0


def test_what_only_a_person_can_reword_is_listed_and_is_no_error(home: Path) -> None:
    page = home / "docs/sr/about/reading.md"
    page.write_text(page.read_text("utf-8") + "\nПитајте продавца.\n", "utf-8")
    english = home / "docs/en/about/reading.md"
    english.write_text(english.read_text("utf-8") + "\nAsk the seller.\n", "utf-8")
    handbook(home, "confirm", "--all")
    done = handbook(home, "init", "--answers", answers(home))
    line = page.read_text("utf-8").splitlines().index("Питајте продавца.") + 1
    assert f"docs/sr/about/reading.md:{line}: продавца" in done.stdout.splitlines()
    assert not errors(check(read(home), TODAY))


def test_a_dry_run_lists_the_same_files_and_writes_nothing(home: Path) -> None:
    before = files(home)
    dry = handbook(home, "init", "--dry-run", "--answers", answers(home)).stdout
    assert files(home) == before
    done = handbook(home, "init", "--answers", answers(home)).stdout
    assert dry == f"{done}Nothing was written yet: run the command again without --dry-run.\n"


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (
            "without: {seler: manager}",
            "my-answers.yml:1: There is no role “seler” in this firm. Did you mean “seller”?",
        ),
        ("without: {seller: seller}", "my-answers.yml:1: There is no role “seller” in this firm."),
        ("firm: A\ncolors: {}", "my-answers.yml:2: The key “colors” is not known here."),
        ("people:\n  ana: {name: Ана, roles: [boss]}", "my-answers.yml:2: There is no role “boss” in this firm."),
        ("people:\n  ana: {name: Ана}", "my-answers.yml:2: The key “roles” is missing. Add it."),
        (
            "colours: {sales: green}",
            "my-answers.yml:1: “green” is not a colour. Write it in quotes, such as “#1d4f91”.",
        ),
        ('colours: {sales: "#ffcc00"}', "its contrast is 1.5, at least 4.5 is needed."),
        ('colours: {support: "#000000"}', "my-answers.yml:1: There is no team “support”."),
        ("logo: none.svg", "my-answers.yml:1: There is no SVG file “none.svg” beside the answers."),
        ("languages: [en]", "my-answers.yml:1: The language “sr” stays, as the menu is written in it. Add it."),
        ("languages: [sr, de]", "my-answers.yml:1: The handbook has no language “de”, only sr and en."),
        ("firm: [", "my-answers.yml:"),
        (
            "people:\n  a: {name: Ана, roles: [seller]}\n  b: {name: Бора, roles: [seller]}",
            "The check would then find: facts/people.yml:",
        ),
    ],
)
def test_answers_that_do_not_fit_are_told_by_line_and_nothing_is_written(home: Path, wrong: str, message: str) -> None:
    before = files(home)
    done = handbook(home, "init", "--answers", answers(home, wrong))
    assert done.returncode == 1
    assert message in done.stderr
    assert "Nothing was written." in done.stderr
    assert files(home) == before


def test_without_a_file_it_asks_and_keeps_the_answers(home: Path) -> None:
    roles = read(home).facts.roles
    said = ["Пример", "", "", "n", "n"]
    for id_ in roles:
        said.append("n" if id_ == "seller" else "y")
    said += [
        "manager",
        "Ана Илић",
        "f",
        "manager",
        "",
        "ana@example.com",
        "",
        "",
        *[""] * len(read(home).facts.teams),
        "",
    ]
    result = CliRunner(env=environment()).invoke(commands, ["init", "--root", str(home)], input="\n".join(said) + "\n")
    assert result.exit_code == 0, result.output
    kept = yaml.safe_load((home / "answers.yml").read_text("utf-8"))
    assert kept["without"] == {"seller": "manager"}
    assert kept["people"]["ana-ilic"]["email"] == "ana@example.com"
    assert handbook(home, "check").returncode == 0


def test_the_answers_that_the_manual_shows_are_those_tried_here_and_as_their_schema_says() -> None:
    shown = ANSWERS.read_text("utf-8")
    for path in ADAPTING.values():
        assert shown in text(ROOT, path)
    validate(yaml.safe_load(shown), yaml.safe_load(answers_schema()))


@pytest.mark.long
def test_a_firm_of_twelve_with_nine_roles_is_in_order_at_once(real: Path, tmp_path: Path) -> None:
    _own_overrides(real)
    done = handbook(real, "init", "--answers", ANSWERS)
    assert (done.returncode, done.stderr) == (0, "")
    assert not errors(check(read(real), TODAY))
    assert len(read(real).facts.roles) == 9
    assert len(read(real).facts.people) == 12
    assert "Nothing had to be written." in handbook(real, "init", "--answers", ANSWERS).stdout
    built = build(real, tmp_path / "site")
    assert built.returncode == 0, faults(built)
