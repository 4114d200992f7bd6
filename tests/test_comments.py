"""`/confirm` and `/keep` under a proposal: what a comment means, and the workflow that answers it, on real repositories."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from actions import Host, Run, workflow
from handbook.editing import comment_replies
from handbook.editing.comment import ConfirmCommand, CyrillicCommand, KeepCommand, commands
from handbook.editing.comment_commands import Outcome
from handbook.model.lock import HEADER
from handbook.reading.load import read
from sites import Done, handbook
from trees import ROOT, SMALLEST

PAGE = "sales/roles/seller"
WEEK, DOMAINS = f"{PAGE}#week", f"{PAGE}#domains"
LOCK = f"parity/{PAGE}.lock"
MANUAL = "about/editing"
FACT, MESSAGES = f"{MANUAL}#change-a-fact", f"{MANUAL}#messages"
TODAY = "2026-12-01"
FORK = ("--fork", "https://git.example/me/book", "--branch", "нова/грана 1#")


def change(tree: Path, language: str, section: str = WEEK) -> None:
    """A section says one word more."""
    page, _, id_ = section.partition("#")
    file = tree / f"docs/{language}/{page}.md"
    text, start = file.read_text("utf-8"), f"{{ #{id_} }}\n\n"
    assert start in text
    file.write_text(text.replace(start, start + {"sr": "Баш ", "en": "Indeed "}[language]), "utf-8")


def answered(tree: Path, comment: str, *words: str) -> Done:
    """Answer a comment under a proposal whose files are those of `tree`."""
    file = tree.parent / "comment.md"
    file.write_text(comment, "utf-8")
    done = handbook(tree, "answer", file, "--today", TODAY, *words)
    assert done.stderr == ""
    return done


def locks(tree: Path) -> dict[str, str]:
    files = (tree / "parity").rglob("*.lock")
    return {file.relative_to(tree).as_posix(): file.read_text("utf-8") for file in files}


def in_order(tree: Path) -> bool:
    return handbook(tree, "check", "--today", TODAY).returncode == 0


def in_both_languages(text: str) -> bool:
    return bool(re.search("[а-яј]{4}", text) and re.search("[a-z]{4} [a-z]{2}", text))


@pytest.mark.parametrize(
    ("comment", "asked"),
    [
        ("/confirm", [ConfirmCommand()]),
        ("/confirm ask#questions, `glossary`", [ConfirmCommand(("ask#questions", "glossary"))]),
        ("/keep slovna greška u C# delu", [KeepCommand((), "slovna greška u C# delu")]),
        ("/keep docs/sr/ask.md#questions slovna greška", [KeepCommand(("docs/sr/ask.md#questions",), "slovna greška")]),
        ('/keep ask#questions --reason "slovna greška"', [KeepCommand(("ask#questions",), "slovna greška")]),
        (
            "/keep ask# slovna\r\n\r\n/keep index# isto\r\n\r\nHvala!\n/confirm",
            [KeepCommand(("ask#",), "slovna"), KeepCommand(("index#",), "isto"), ConfirmCommand()],
        ),
        ("/Keep словна грешка", [KeepCommand((), "словна грешка")]),
        ("  /KEEP: slovna.", [KeepCommand((), "slovna.")]),
        ("\n\n/confirm.", [ConfirmCommand()]),
        ("/confirm ask#questions.", [ConfirmCommand(("ask#questions",))]),
        ("`/keep slovna greška`", [KeepCommand((), "slovna greška")]),
        ("/keep <slovna greška>", [KeepCommand((), "slovna greška")]),
        ("Хвала на примедби!\n\n/confirm", [ConfirmCommand()]),
        ("/кеер слово", [CyrillicCommand("кеер", "keep")]),
        ("/Кееп слово", [CyrillicCommand("Кееп", "keep")]),
        ("/конфирм", [CyrillicCommand("конфирм", "confirm")]),
        ("/цонфирм", [CyrillicCommand("цонфирм", "confirm")]),
        ("/сonfirm", [CyrillicCommand("сonfirm", "confirm")]),
        ("/keeper of the house", []),
        ("/keep", [KeepCommand((), "")]),
        ("/keep ask#questions, index# zarez", [KeepCommand(("ask#questions", "index#"), "zarez")]),
        ("/confirmed", []),
        ("Thanks /confirm", []),
        ("> /confirm", []),
        ("```\n/confirm\n```", []),
        ("", []),
    ],
)
def test_a_comment_is_commands_as_people_type_them_each_at_the_start_of_a_line(
    comment: str, asked: list[object]
) -> None:
    assert list(commands(comment)) == asked


def test_keep_writes_the_line_that_the_command_writes(example: Path, example_copy: Path) -> None:
    change(example, "sr", FACT)
    twin = shutil.copytree(example, example.parent / "twin", symlinks=True)
    done = answered(example, "/keep словна грешка\n\nхвала!")
    assert done.returncode == 0
    assert f"{FACT}: словна грешка" in done.stdout
    handbook(twin, "keep", FACT, "--reason", "словна грешка", "--today", TODAY)
    assert locks(example) == locks(twin) != locks(example_copy)
    assert in_order(example)


def test_confirm_without_a_name_is_all_that_waits_and_nothing_else(example: Path) -> None:
    before = locks(example)
    change(example, "sr", FACT)
    change(example, "en", FACT)
    change(example, "sr", MESSAGES)
    done = answered(example, "/confirm")
    assert (done.returncode, f"{FACT}\n" in done.stdout, MESSAGES in done.stdout) == (0, True, False)
    after = locks(example)
    assert [path for path in before if before[path] != after[path]] == [f"parity/{MANUAL}.lock"]
    assert answered(example, "/keep zarez").returncode == 0
    assert in_order(example)


def test_several_commands_of_one_comment_build_on_one_another(smallest: Path) -> None:
    change(smallest, "sr")
    change(smallest, "en")
    change(smallest, "sr", DOMAINS)
    done = answered(smallest, f"/keep {DOMAINS} zarez\n/confirm")
    assert (done.returncode, f"{DOMAINS}: zarez" in done.stdout, WEEK in done.stdout) == (0, True, True)
    assert in_order(smallest)


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("/confirm", "No section waits to be confirmed"),
        ("/confirm sales/roles/sellr", "Did you mean “sales/roles/seller”?"),
        (f"/confirm {WEEK}x", "has no section “#weekx”"),
        (f"/confirm {WEEK}", "only the Serbian text changed since both agreed"),
        ("/keep", "give the reason why no new translation is needed"),
        (f"/keep {'a' * 301}", "in at most 300 characters"),
        (f"/keep {PAGE}#measures x", "is in step"),
        (f"/keep x\n/confirm {WEEK}x", "has no section"),
        ("Thanks!", "a line that begins with /confirm or /keep"),
        ("/кеер слово", "Write /keep, in Latin letters"),
        ("/keep x\n" * 51, "at most 50"),
    ],
)
def test_what_cannot_be_done_is_answered_in_both_languages_and_nothing_is_written(
    smallest: Path, comment: str, message: str
) -> None:
    change(smallest, "sr")
    before = locks(smallest)
    done = answered(smallest, comment)
    assert (done.returncode, message in done.stdout, in_both_languages(done.stdout)) == (1, True, True)
    assert locks(smallest) == before


def test_keep_without_a_name_asks_which_section_where_two_are_behind(smallest: Path) -> None:
    change(smallest, "sr")
    change(smallest, "en", DOMAINS)
    done = answered(smallest, "/keep zarez")
    assert done.returncode == 1
    assert done.stdout.endswith(f"\n/keep {DOMAINS} …\n/keep {WEEK} …\n```\n")


def test_a_third_keep_in_a_row_is_refused(smallest: Path) -> None:
    for number in (1, 2, 3):
        change(smallest, "sr")
        done = answered(smallest, "/keep slovo")
        assert done.returncode == (number == 3)
    assert "was kept 2 times since it was last read" in done.stdout
    assert in_both_languages(done.stdout)


def test_a_section_that_was_kept_too_often_is_confirmed_by_its_name(smallest: Path) -> None:
    for _ in range(2):
        change(smallest, "sr")
        assert answered(smallest, "/keep slovo").returncode == 0
    change(smallest, "sr")
    asked = answered(smallest, "/confirm")
    assert (asked.returncode, f"\n/confirm {WEEK}\n" in asked.stdout, in_both_languages(asked.stdout)) == (
        1,
        True,
        True,
    )
    assert answered(smallest, f"/confirm {WEEK}").returncode == 0
    assert in_order(smallest)


def test_several_sections_are_kept_for_one_reason(smallest: Path) -> None:
    change(smallest, "sr")
    change(smallest, "en", DOMAINS)
    done = answered(smallest, f"/keep {WEEK} {DOMAINS} zarez")
    assert (done.returncode, f"{WEEK}: zarez\n{DOMAINS}: zarez" in done.stdout) == (0, True)
    assert in_order(smallest)


def by_hand(tree: Path, answer: str) -> None:
    """Do in a browser what the answer says: new lines in place of those with the same id, lines removed, files made."""
    for name, text in re.findall(r"^\*\*\[([^]]+)\].*?\n(.*?)(?=^\*\*\[|\Z)", answer, re.M | re.S):
        file = tree / name
        blocks = [block.splitlines() for block in re.findall(r"^```\n(.*?)\n```$", text, re.M | re.S)]
        if "This file does not exist yet" in text:
            assert not file.exists()
            file.write_text("\n".join(blocks[0]) + "\n", "utf-8")
            continue
        lines = [line for line in file.read_text("utf-8").splitlines() if line]
        gone = set(blocks[-1]) if "Remove the lines" in text else set()
        new = {line.split()[0]: line for line in blocks[0] if line not in gone}
        kept = [new.pop(line.split()[0], line) for line in lines if line.split()[0] not in gone]
        file.write_text("\n".join([*kept, *new.values()]) + "\n", "utf-8")


def test_a_fork_gets_the_exact_lines_which_by_hand_make_the_check_clean(example: Path) -> None:
    """A changed section, a new one, one that is gone, and a page without a lock."""
    for language, words in (("sr", ("Ново", "Нешто.")), ("en", ("New", "Something."))):
        change(example, language, FACT)
        file = example / f"docs/{language}/about/reading.md"
        file.write_text(f"{file.read_text('utf-8')}\n## {words[0]} {{ #new-one }}\n\n{words[1]}\n", "utf-8")
    gone = example / "parity/glossary.lock"
    gone.write_text(gone.read_text("utf-8") + "#zzz-gone  sr=p1:a4f7bd2461db  en=p1:487e3cae4b8e\n", "utf-8")
    (example / "parity/index.lock").unlink()
    before = locks(example)
    done = answered(example, "/confirm", *FORK)
    assert (done.returncode, in_both_languages(done.stdout)) == (0, True)
    assert locks(example) == before, "a fork is written to by its owner"
    branch = "%D0%BD%D0%BE%D0%B2%D0%B0/%D0%B3%D1%80%D0%B0%D0%BD%D0%B0%201%23"
    assert f"**[parity/glossary.lock](https://git.example/me/book/edit/{branch}/parity/glossary.lock)**" in done.stdout
    assert f"(https://git.example/me/book/new/{branch}?filename=parity%2Findex.lock)" in done.stdout
    assert not in_order(example)
    by_hand(example, done.stdout)
    assert in_order(example)


def test_words_of_a_comment_call_nobody_and_break_no_form(smallest: Path) -> None:
    change(smallest, "sr")
    answer = answered(smallest, "/keep ``` @everyone [x](http://x.example) <img>", *FORK).stdout
    assert "\n````\n#week  sr=" in answer
    assert answer.endswith("\n````\n")


def test_an_answer_fits_where_the_host_takes_it(smallest: Path) -> None:
    lines = [f"#section-{number}  sr=p1:{number:012}  en=p1:{number:012}" for number in range(300)]
    writes = {f"parity/page-{number}.lock": "\n".join([HEADER, *lines]) for number in range(9)}
    answer = Outcome(writes, confirmed=tuple(f"page-0#section-{number}" for number in range(300)))
    text = comment_replies.manual_edits(read(smallest), answer, "https://git.example/me/book", "patch-1")
    assert len(text) < 65_000
    (left_out,) = re.findall(r"Files that did not fit in here: (\d+)", text)
    assert 0 < int(left_out) == 9 - text.count("**[parity/page-")
    assert "\n… + 260\n" in comment_replies.written(read(smallest), answer), "no more than forty names are listed"


# The workflow, on a host played on disk.


@pytest.fixture(scope="session")
def host_template(tmp_path_factory: pytest.TempPathFactory) -> Host:
    """The firm's repository: the smallest handbook on main, a proposal's branch in which Serbian alone changed."""
    host = Host(tmp_path_factory.mktemp("template") / "host")
    shutil.copytree(SMALLEST, host.proposal)
    for part in (".ci", ".github"):
        shutil.copytree(ROOT / part, host.proposal / part)
    host.git("init", "--quiet", "--template=", "--initial-branch=main", cwd=host.proposal)
    commit(host, "main")
    host.git("clone", "--quiet", "--template=", "--bare", host.proposal, host.origin, cwd=host.proposal)
    host.git("config", "uploadpack.allowAnySHA1InWant", "true")  # as the host's is
    host.git("switch", "--quiet", "--create", "patch-1", cwd=host.proposal)
    change(host.proposal, "sr")
    propose(host)
    return host


@pytest.fixture
def host(tmp_path: Path, host_template: Host) -> Host:
    """A copy of the firm's repository, with the proposal."""
    return host_template.copy(tmp_path / "host")


def commit(host: Host, message: str) -> None:
    host.git("add", "--all", cwd=host.proposal)
    host.git("commit", "--quiet", "--message", message, cwd=host.proposal)


def propose(host: Host, fork: bool = False) -> None:
    """The state of the proposal's branch becomes what the host shows and answers."""
    commit(host, "a proposal")
    head = host.git("rev-parse", "HEAD", cwd=host.proposal)
    refs = ["refs/pull/7/head"] + ([] if fork else ["refs/heads/patch-1"])
    host.git("push", "--quiet", "--force", host.origin, *(f"HEAD:{ref}" for ref in refs), cwd=host.proposal)
    name = "me/book" if fork else "firm/book"
    repository = {"full_name": name, "html_url": f"https://git.example/{name}"}
    pushes = {"github-actions[bot]": "2026-12-01T10:05:00Z", "ana": "2026-12-01T09:00:00Z"}
    host.answers.update(
        {
            "repos/firm/book/collaborators/ana/permission": {"permission": "write"},
            "repos/firm/book/pulls/7": {
                "head": {"sha": head, "ref": "patch-1", "repo": repository},
                "base": {"repo": {"default_branch": "main"}},
            },
            "repos/firm/book/activity": [{"timestamp": at, "actor": {"login": who}} for who, at in pushes.items()],
        }
    )


COMMENT = "https://git.example/api/repos/firm/book/issues/comments/1"


def comment(host: Host, body: str, answers_here: bool = False) -> Run:
    """Somebody writes a comment under the proposal; the workflow runs."""
    event = {
        "issue": {"number": 7, "state": "open", "pull_request": {"url": "x"}},
        "comment": {
            "id": 1,
            "url": COMMENT,
            "body": body,
            "user": {"login": "ana"},
            "html_url": "https://git.example/firm/book/pull/7#c1",
            "created_at": "2026-12-01T10:00:00Z",
        },
    }
    return Run(host, workflow("comment"), event, answers_here)


def results(run: Run) -> dict[str, str]:
    return {name: job["result"] for name, job in run.needs.items()}


def answer_of(host: Host) -> str:
    """The one answer under the proposal."""
    (body,) = [call["body"] for call in host.calls if call["path"] == "repos/firm/book/issues/7/comments"]
    assert in_both_languages(body)
    return str(body)


def tip(host: Host) -> str:
    return host.git("rev-parse", "refs/heads/patch-1")


DONE = {"permission": "success", "read": "success", "push": "success", "start": "success", "reply": "success"}
NOT_WRITTEN = {**DONE, "push": "skipped", "start": "skipped"}


def test_on_a_branch_of_the_repository_the_locks_are_pushed_and_the_check_is_started(host: Host) -> None:
    before = tip(host)
    done = comment(host, "/keep $(touch /tmp/x) `id` slovna greška\n\nhvala")
    assert results(done) == DONE
    new = tip(host)
    assert host.git("rev-parse", f"{new}^") == before
    assert host.git("diff", "--name-only", before, new) == LOCK
    assert "keep=sr" in host.git("diff", before, new)
    assert "$(touch /tmp/x) `id` slovna greška" in host.git("diff", before, new)
    assert host.git("log", "-1", "--format=%an <%ae>", new).startswith("github-actions[bot] <")
    assert answer_of(host).endswith(f"\n\n→ {new}\n")
    assert host.calls[0] == {"path": f"{COMMENT}/reactions", "content": "eyes"}
    assert [call for call in host.calls if "comments" not in call["path"]] == [
        {"path": f"repos/firm/book/statuses/{new}", "context": "check", "state": "pending"},
        {"path": "repos/firm/book/actions/workflows/check.yml/dispatches", "ref": "patch-1"},
    ]
    host.git("clone", "--quiet", "--branch", "patch-1", host.origin, host.folder / "after", cwd=host.folder)
    assert in_order(host.folder / "after")


@pytest.mark.long
def test_a_fork_gets_the_lines_and_nothing_is_pushed(host: Host) -> None:
    change(host.proposal, "sr", DOMAINS)
    propose(host, fork=True)
    before = tip(host)
    assert results(comment(host, f"/keep {WEEK} slovna\n/keep {DOMAINS} zarez")) == NOT_WRITTEN
    assert tip(host) == before
    assert f"https://git.example/me/book/edit/patch-1/{LOCK}" in answer_of(host)
    by_hand(host.proposal, answer_of(host))
    assert in_order(host.proposal)


@pytest.mark.long
def test_where_the_fork_is_gone_the_answer_is_that_nothing_was_written(host: Host) -> None:
    host.answers["repos/firm/book/pulls/7"]["head"]["repo"] = None
    assert results(comment(host, "/keep slovna"))["read"] == "failure"
    assert "the writing failed" in answer_of(host)


def test_a_refusal_is_answered_and_nothing_is_pushed(host: Host) -> None:
    before = tip(host)
    assert results(comment(host, f"/confirm {WEEK}")) == NOT_WRITTEN
    assert "only the Serbian text changed since both agreed" in answer_of(host)
    assert tip(host) == before


@pytest.mark.parametrize("permission", ["read", "none"])
def test_who_may_not_write_gets_that_answer_before_anything_is_read(host: Host, permission: str) -> None:
    host.answers["repos/firm/book/collaborators/ana/permission"] = {"permission": permission}
    assert results(comment(host, "/confirm")) == {**NOT_WRITTEN, "read": "skipped"}
    assert "Only people who may write" in answer_of(host)


@pytest.mark.parametrize(
    "body", ["Thanks!", "/label bug", "See /confirm", "> /confirm", "https://firm.example/keep", "/keeper"]
)
def test_other_comments_are_neither_answered_nor_acknowledged(host: Host, body: str) -> None:
    done = comment(host, body).needs
    assert {done[name]["result"] for name in ("read", "push", "start", "reply")} == {"skipped"}
    assert host.calls == []


@pytest.mark.long
@pytest.mark.parametrize("body", ["Хвала!\n\n  /Keep: slovna greška", "`/keep slovna greška`", "/кеер slovna"])
def test_a_command_as_people_type_it_is_acknowledged_and_answered(host: Host, body: str) -> None:
    comment(host, body, answers_here=True)
    assert host.calls[0]["content"] == "eyes"
    assert ("латиницом" if "кеер" in body else "slovna") in answer_of(host)


def at_a_line(host: Host, body: str, repository: str) -> Run:
    """Somebody comments at a line of the proposal."""
    event = {
        "repository": {"default_branch": "main"},
        "pull_request": {"number": 7, "state": "open", "head": {"repo": {"full_name": repository}}},
        "comment": {
            "id": 1,
            "url": COMMENT,
            "body": body,
            "user": {"login": "ana"},
            "html_url": "",
            "created_at": "2026-12-01T10:00:00Z",
        },
    }
    return Run(host, workflow("comment"), event, answers_here=True)


@pytest.mark.long
def test_a_comment_at_a_line_of_a_proposal_is_answered_under_it(host: Host) -> None:
    assert results(at_a_line(host, "/keep slovna greška", "firm/book")) == DONE
    assert "slovna" in answer_of(host)


def test_at_a_line_of_a_proposal_of_another_repository_nothing_runs(host: Host) -> None:
    assert set(results(at_a_line(host, "/keep slovna", "me/book")).values()) == {"skipped"}


@pytest.mark.long
def test_a_push_after_the_comment_stops_it(host: Host) -> None:
    host.answers["repos/firm/book/activity"][1]["timestamp"] = "2026-12-01T10:00:03Z"
    before = tip(host)
    assert results(comment(host, "/keep slovna", answers_here=True)) == NOT_WRITTEN
    assert "the branch has changed in the meantime" in answer_of(host)
    assert tip(host) == before


@pytest.mark.long
def test_a_host_that_does_not_say_when_a_branch_was_pushed_to_stops_nothing(host: Host) -> None:
    del host.answers["repos/firm/book/activity"]
    assert results(comment(host, "/keep slovna", answers_here=True)) == DONE


@pytest.mark.long
def test_a_branch_that_moves_while_the_text_is_read_is_not_written_over(host: Host) -> None:
    stale = host.git("rev-parse", "refs/pull/7/head")
    change(host.proposal, "sr", DOMAINS)
    propose(host)
    host.answers["repos/firm/book/pulls/7"]["head"]["sha"] = stale
    before = tip(host)
    done = comment(host, f"/keep {WEEK} slovna", answers_here=True)
    assert (done.needs["push"]["outputs"], results(done)["start"]) == ({"commit": "", "moved": "true"}, "skipped")
    assert "the branch has changed in the meantime" in answer_of(host)
    assert tip(host) == before


@pytest.mark.long
def test_the_main_branch_is_never_written_to(host: Host) -> None:
    host.git("push", "--quiet", host.origin, "HEAD:main", cwd=host.proposal)
    host.answers["repos/firm/book/pulls/7"]["head"]["ref"] = "main"
    before = host.git("rev-parse", "refs/heads/main")
    assert results(comment(host, "/keep slovna", answers_here=True))["push"] == "failure"
    assert host.git("rev-parse", "refs/heads/main") == before
    assert "the writing failed" in answer_of(host)


def test_nothing_of_a_proposal_runs_and_no_link_in_it_is_followed(host: Host) -> None:
    trap = host.folder / "sprung"
    for name in ("Makefile", ".ci/answer-comment", "hooks/handbook/__init__.py", "pyproject.toml"):
        (host.proposal / name).parent.mkdir(parents=True, exist_ok=True)
        (host.proposal / name).write_text(f"#!/bin/sh\ntouch {trap}\n")
    (host.proposal / "docs/.gitattributes").write_text("*.md filter=evil\n")
    secret = host.folder / "secret.md"
    secret.write_text("# тајна\n")
    (host.proposal / "docs/sr/leak.md").symlink_to(secret)
    (host.proposal / "docs/en/leak.md").symlink_to("/proc/self/environ")
    shutil.rmtree(host.proposal / "parity/marketing")
    (host.proposal / "parity/marketing").symlink_to(host.folder)
    change(host.proposal, "en")
    propose(host)
    assert results(comment(host, f"/confirm {WEEK}")) == DONE
    text = next(host.folder.glob("read-*")) / "text"
    assert not list(text.rglob("leak.md"))
    assert not [file for file in text.rglob("*") if file.is_symlink()]
    assert not trap.exists()
    assert host.git("ls-tree", tip(host), "parity/marketing").startswith("120000")


@pytest.mark.long
def test_a_lock_folder_that_is_a_link_is_not_written_through(host: Host) -> None:
    outside = host.folder / "outside"
    outside.mkdir()
    shutil.rmtree(host.proposal / "parity/sales")
    (host.proposal / "parity/sales").symlink_to(outside)
    change(host.proposal, "en")
    propose(host)
    assert results(comment(host, f"/confirm {WEEK}", answers_here=True))["push"] == "failure"
    assert "the writing failed" in answer_of(host)
    assert not list(outside.iterdir())


def test_a_tree_made_by_hand_that_climbs_out_is_not_laid_out(host: Host) -> None:
    def made(kind: str, entries: str) -> str:
        given = subprocess.run(
            ["git", *kind.split()], input=entries, cwd=host.origin, capture_output=True, text=True, check=True
        )
        return given.stdout.strip()

    blob = made("hash-object -w --stdin", "# x\n")
    inner = made("mktree", f"100644 blob {blob}\tclimbed.md\n")
    raw = b"40000 ..\0" + bytes.fromhex(inner)
    climbing = (
        subprocess.run(
            ["git", "hash-object", "-t", "tree", "--literally", "-w", "--stdin"],
            input=raw,
            cwd=host.origin,
            capture_output=True,
            check=True,
        )
        .stdout.decode()
        .strip()
    )
    top = made("mktree", f"040000 tree {climbing}\tdocs\n")
    head = host.git("commit-tree", top, "-m", "x")
    host.git("update-ref", "refs/pull/7/head", head)
    host.answers["repos/firm/book/pulls/7"]["head"]["sha"] = head
    assert results(comment(host, "/confirm"))["read"] == "failure"
    assert "the writing failed" in answer_of(host)
    assert not list(host.folder.rglob("climbed.md"))


def test_a_huge_comment_is_answered(host: Host) -> None:
    assert results(comment(host, "/keep " + "ж" * 65_000)) == NOT_WRITTEN
    assert "in at most 300 characters" in answer_of(host)


def test_each_job_holds_only_the_token_it_needs() -> None:
    jobs = workflow("comment")["jobs"]
    writes = {
        name: {key for key, level in job["permissions"].items() if level == "write"} for name, job in jobs.items()
    }
    assert workflow("comment")["permissions"] == {}
    assert writes == {
        "permission": {"pull-requests"},
        "read": set(),
        "push": {"contents"},
        "start": {"actions", "statuses"},
        "reply": {"pull-requests"},
    }
    reading: list[dict[str, Any]] = jobs["read"]["steps"]
    (answer,) = [step for step in reading if step.get("run") == ".ci/answer-comment run-commands"]
    assert "GH_TOKEN" not in answer["env"], "no token is near while the text is read"
