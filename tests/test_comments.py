"""`/confirm` and `/keep` under a proposal: what a comment means, and the workflow that answers it, on real repositories."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from actions import Host, Run, workflow
from conftest import ROOT, run
from handbook.editing.comment import ConfirmCommand, KeepCommand, commands

PAGE = "sales/roles/seller"
WEEK, DOMAINS = f"{PAGE}#week", f"{PAGE}#domains"
LOCK = f"parity/{PAGE}.lock"
REAL = ("about/editing#change-a-fact", "about/editing#messages")
TODAY = "2026-12-01"
FORK = ("--fork", "https://git.example/me/book", "--branch", "нова/грана 1#")


@pytest.fixture
def real(tmp_path: Path) -> Path:
    """A copy of the real pages, facts and locks."""
    for part in ("docs", "facts", "parity"):
        shutil.copytree(ROOT / part, tmp_path / "real" / part)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path / "real")
    return tmp_path / "real"


def change(tree: Path, language: str, section: str = WEEK) -> None:
    """A section says one word more."""
    page, _, id_ = section.partition("#")
    file = tree / f"docs/{language}/{page}.md"
    text, start = file.read_text("utf-8"), f"{{ #{id_} }}\n\n"
    assert start in text
    file.write_text(text.replace(start, start + {"sr": "Баш ", "en": "Indeed "}[language]), "utf-8")


def answered(tree: Path, comment: str, *words: str | Path) -> tuple[int, str]:
    file = tree.parent / "comment.md"
    file.write_text(comment, "utf-8")
    done = run("handbook", "answer", file, "--root", tree, "--today", TODAY, *words)
    assert done.stderr == ""
    return done.returncode, done.stdout


def locks(tree: Path) -> dict[str, str]:
    files = (tree / "parity").rglob("*.lock")
    return {file.relative_to(tree).as_posix(): file.read_text("utf-8") for file in files}


def in_order(tree: Path) -> bool:
    return run("handbook", "check", "--root", tree, "--today", TODAY).returncode == 0


def in_both_languages(text: str) -> bool:
    return bool(re.search("[а-яј]{4}", text) and re.search("[a-z]{4} [a-z]{2}", text))


@pytest.mark.parametrize(("comment", "asked"), [
    ("/confirm", [ConfirmCommand()]),
    ("/confirm ask#questions, `glossary`", [ConfirmCommand(("ask#questions", "glossary"))]),
    ("/keep slovna greška u C# delu", [KeepCommand(None, "slovna greška u C# delu")]),
    ("/keep docs/sr/ask.md#questions slovna greška", [KeepCommand("docs/sr/ask.md#questions", "slovna greška")]),
    ('/keep ask#questions --reason "slovna greška"', [KeepCommand("ask#questions", "slovna greška")]),
    ("/keep ask# slovna\r\n\r\n/keep index# isto\r\n\r\nHvala!\n/confirm", [KeepCommand("ask#", "slovna"), KeepCommand("index#", "isto")]),
    ("/keep", [KeepCommand(None, "")]),
    ("/confirmed", []), ("Thanks /confirm", []), ("> /confirm", []), ("```\n/confirm\n```", []), ("", []),
])  # fmt: skip
def test_a_comment_is_commands_line_by_line_until_it_is_talk(comment: str, asked: list[object]) -> None:
    assert list(commands(comment)) == asked


def test_keep_writes_the_line_that_the_command_writes(real: Path) -> None:
    change(real, "sr", REAL[0])
    twin = shutil.copytree(real, real.parent / "twin")
    code, said = answered(real, "/keep словна грешка\n\nхвала!")
    assert code == 0
    assert f"{REAL[0]}: словна грешка" in said
    run("handbook", "keep", REAL[0], "--reason", "словна грешка", "--root", twin, "--today", TODAY)
    assert locks(real) == locks(twin) != locks(ROOT)
    assert in_order(real)


def test_confirm_without_a_name_is_all_that_waits_and_nothing_else(real: Path) -> None:
    change(real, "sr", REAL[0])
    change(real, "en", REAL[0])
    change(real, "sr", REAL[1])
    code, said = answered(real, "/confirm")
    assert (code, f"{REAL[0]}\n" in said, REAL[1] in said) == (0, True, False)
    before, after = locks(ROOT), locks(real)
    assert [path for path in before if before[path] != after[path]] == ["parity/about/editing.lock"]
    assert answered(real, "/keep zarez")[0] == 0
    assert in_order(real)


def test_several_commands_of_one_comment_build_on_one_another(site: Path) -> None:
    change(site, "sr")
    change(site, "en")
    change(site, "sr", DOMAINS)
    code, said = answered(site, f"/keep {DOMAINS} zarez\n/confirm")
    assert (code, f"{DOMAINS}: zarez" in said, WEEK in said) == (0, True, True)
    assert in_order(site)


@pytest.mark.parametrize(("comment", "said"), [
    ("/confirm", "No section waits to be confirmed"),
    ("/confirm sales/roles/sellr", "Did you mean “sales/roles/seller”?"),
    (f"/confirm {WEEK}x", "has no section “#weekx”"),
    (f"/confirm {WEEK}", "only the Serbian text changed since both agreed"),
    ("/keep", "say why no new translation is needed"),
    (f"/keep {'a' * 301}", "in 300 signs at most"),
    (f"/keep {PAGE}#measures x", "is in step"),
    (f"/keep x\n/confirm {WEEK}x", "has no section"),
    ("Thanks!", "begins with /confirm or /keep"),
    ("/keep x\n" * 51, "50 at most"),
])  # fmt: skip
def test_what_cannot_be_done_is_answered_in_both_languages_and_nothing_is_written(
    site: Path, comment: str, said: str
) -> None:
    change(site, "sr")
    before = locks(site)
    code, told = answered(site, comment)
    assert (code, said in told, in_both_languages(told)) == (1, True, True)
    assert locks(site) == before


def test_keep_without_a_name_asks_which_one_where_two_are_behind(site: Path) -> None:
    change(site, "sr")
    change(site, "en", DOMAINS)
    code, told = answered(site, "/keep zarez")
    assert code == 1
    assert told.endswith(f"\n/keep {DOMAINS} …\n/keep {WEEK} …\n```\n")


def test_a_third_keep_in_a_row_is_refused(site: Path) -> None:
    for number in (1, 2, 3):
        change(site, "sr")
        code, told = answered(site, "/keep slovo")
        assert code == (number == 3)
    assert "was kept 2 times since it was last read" in told
    assert in_both_languages(told)


def by_hand(tree: Path, told: str) -> None:
    """Do in a browser what the answer says: new lines in place of those with the same id, lines removed, files made."""
    for name, text in re.findall(r"^\*\*\[([^]]+)\].*?\n(.*?)(?=^\*\*\[|\Z)", told, re.M | re.S):
        file = tree / name
        blocks = [block.splitlines() for block in re.findall(r"^```\n(.*?)\n```$", text, re.M | re.S)]
        if "This file does not exist yet" in text:
            assert not file.exists()
            file.write_text("\n".join(blocks[0]) + "\n", "utf-8")
            continue
        lines = file.read_text("utf-8").splitlines()
        gone = set(blocks[-1]) if "Remove the lines" in text else set()
        new = {line.split()[0]: line for line in blocks[0] if line not in gone}
        kept = [new.pop(line.split()[0], line) for line in lines if line.split()[0] not in gone]
        file.write_text("\n".join([*kept, *new.values()]) + "\n", "utf-8")


def test_a_fork_is_told_the_exact_lines_which_by_hand_make_the_check_clean(real: Path) -> None:
    """A changed section, a new one, one that is gone, and a page without a lock."""
    for language, words in (("sr", ("Ново", "Нешто.")), ("en", ("New", "Something."))):
        change(real, language, REAL[0])
        file = real / f"docs/{language}/about/changes.md"
        file.write_text(f"{file.read_text('utf-8')}\n## {words[0]} {{ #new-one }}\n\n{words[1]}\n", "utf-8")
    gone = real / "parity/glossary.lock"
    gone.write_text(gone.read_text("utf-8") + "#zzz-gone  sr=p1:a4f7bd2461db  en=p1:487e3cae4b8e\n", "utf-8")
    (real / "parity/index.lock").unlink()
    before = locks(real)
    code, told = answered(real, "/confirm", *FORK)
    assert (code, in_both_languages(told)) == (0, True)
    assert locks(real) == before, "a fork is written to by its owner"
    branch = "%D0%BD%D0%BE%D0%B2%D0%B0/%D0%B3%D1%80%D0%B0%D0%BD%D0%B0%201%23"
    assert f"**[parity/glossary.lock](https://git.example/me/book/edit/{branch}/parity/glossary.lock)**" in told
    assert f"(https://git.example/me/book/new/{branch}?filename=parity%2Findex.lock)" in told
    assert not in_order(real)
    by_hand(real, told)
    assert in_order(real)


def test_words_of_a_comment_call_nobody_and_break_no_form(site: Path) -> None:
    change(site, "sr")
    told = answered(site, "/keep ``` @everyone [x](http://x.example) <img>", *FORK)[1]
    assert "\n````\n#week  sr=" in told
    assert told.endswith("\n````\n")


def test_an_answer_fits_where_the_host_takes_it(real: Path) -> None:
    shutil.rmtree(real / "parity")
    code, told = answered(real, "/confirm", *FORK)
    assert (code, len(told) < 65_000) == (0, True)
    assert re.search(r"Files that did not fit in here: \d+", told)
    assert re.search(r"\n… \+ \d+\n", answered(real, "/confirm")[1]), "no more than forty names are listed"


# The workflow, on a host played on disk.


@pytest.fixture
def host(tmp_path: Path, site: Path) -> Host:
    """The firm's repository: the smallest handbook on main, a proposal's branch in which Serbian alone changed."""
    host = Host(tmp_path / "host")
    host.folder.mkdir()
    for part in (".ci", ".github"):
        shutil.copytree(ROOT / part, site / part)
    (site / "requirements").mkdir()
    host.git("init", "--quiet", "--initial-branch=main", cwd=site)
    commit(host, site, "main")
    host.git("clone", "--quiet", "--bare", site, host.origin, cwd=site)
    host.git("config", "uploadpack.allowAnySHA1InWant", "true")  # as the host's is
    host.git("switch", "--quiet", "--create", "patch-1", cwd=site)
    change(site, "sr")
    propose(host, site)
    return host


def commit(host: Host, site: Path, message: str) -> None:
    host.git("add", "--all", cwd=site)
    host.git("commit", "--quiet", "--message", message, cwd=site)


def propose(host: Host, site: Path, fork: bool = False) -> None:
    """The state of the proposal's branch becomes what the host shows and says."""
    commit(host, site, "a proposal")
    head = host.git("rev-parse", "HEAD", cwd=site)
    refs = ["refs/pull/7/head"] + ([] if fork else ["refs/heads/patch-1"])
    host.git("push", "--quiet", "--force", host.origin, *(f"HEAD:{ref}" for ref in refs), cwd=site)
    owner = "me" if fork else "firm"
    host.answers.update({
        "repos/firm/book/collaborators/ana/permission": {"permission": "write"},
        "repos/firm/book/pulls/7": {
            "head": {"sha": head, "ref": "patch-1", "repo": {"full_name": f"{owner}/book", "html_url": f"https://git.example/{owner}/book"}},
            "base": {"repo": {"default_branch": "main"}},
        },
        "repos/firm/book/activity": [
            {"timestamp": "2026-12-01T10:05:00Z", "actor": {"login": "github-actions[bot]"}},
            {"timestamp": "2026-12-01T09:00:00Z", "actor": {"login": "ana"}},
        ],
    })  # fmt: skip


def msg(host: Host, body: str) -> Run:
    """Somebody writes a comment under the proposal; the workflow runs."""
    event = {
        "issue": {"number": 7, "state": "open", "pull_request": {"url": "x"}},
        "comment": {"id": 1, "body": body, "user": {"login": "ana"}, "html_url": "https://git.example/firm/book/pull/7#c1",
                    "created_at": "2026-12-01T10:00:00Z"},
    }  # fmt: skip
    return Run(host, workflow("comment"), event)


def results(run: Run) -> dict[str, str]:
    return {name: job["result"] for name, job in run.needs.items()}


def reply(host: Host) -> str:
    """The one answer under the proposal."""
    (said,) = [call["body"] for call in host.calls if call["path"] == "repos/firm/book/issues/7/comments"]
    assert in_both_languages(said)
    return str(said)


def tip(host: Host) -> str:
    return host.git("rev-parse", "refs/heads/patch-1")


DONE = {"who": "success", "read": "success", "push": "success", "start": "success", "tell": "success"}
NOT_WRITTEN = {**DONE, "push": "skipped", "start": "skipped"}


def test_on_a_branch_of_the_repository_the_locks_are_pushed_and_the_check_is_started(host: Host) -> None:
    before = tip(host)
    done = msg(host, "/keep $(touch /tmp/x) `id` slovna greška\n\nhvala")
    assert results(done) == DONE
    new = tip(host)
    assert host.git("rev-parse", f"{new}^") == before
    assert host.git("diff", "--name-only", before, new) == LOCK
    assert "keep=sr" in host.git("diff", before, new)
    assert "$(touch /tmp/x) `id` slovna greška" in host.git("diff", before, new)
    assert host.git("log", "-1", "--format=%an <%ae>", new).startswith("github-actions[bot] <")
    assert reply(host).endswith(f"\n\n→ {new}\n")
    assert [call for call in host.calls if "comments" not in call["path"]] == [
        {"path": f"repos/firm/book/statuses/{new}", "context": "check", "state": "pending"},
        {"path": "repos/firm/book/actions/workflows/check.yml/dispatches", "ref": "patch-1"},
    ]
    host.git("clone", "--quiet", "--branch", "patch-1", host.origin, host.folder / "after", cwd=host.folder)
    assert in_order(host.folder / "after")


def test_a_fork_gets_the_lines_and_nothing_is_pushed(host: Host, site: Path) -> None:
    change(site, "sr", DOMAINS)
    propose(host, site, fork=True)
    before = tip(host)
    assert results(msg(host, f"/keep {WEEK} slovna\n/keep {DOMAINS} zarez")) == NOT_WRITTEN
    assert tip(host) == before
    assert f"https://git.example/me/book/edit/patch-1/{LOCK}" in reply(host)
    by_hand(site, reply(host))
    assert in_order(site)


def test_a_fork_that_is_gone_is_told_that_nothing_was_written(host: Host) -> None:
    host.answers["repos/firm/book/pulls/7"]["head"]["repo"] = None
    assert results(msg(host, "/keep slovna"))["read"] == "failure"
    assert "the writing failed" in reply(host)


def test_a_refusal_is_answered_and_nothing_is_pushed(host: Host) -> None:
    before = tip(host)
    assert results(msg(host, f"/confirm {WEEK}")) == NOT_WRITTEN
    assert "only the Serbian text changed since both agreed" in reply(host)
    assert tip(host) == before


@pytest.mark.parametrize("permission", ["read", "none"])
def test_who_may_not_write_is_told_so_before_anything_is_read(host: Host, site: Path, permission: str) -> None:
    host.answers["repos/firm/book/collaborators/ana/permission"] = {"permission": permission}
    assert results(msg(host, "/confirm")) == {**NOT_WRITTEN, "read": "skipped"}
    assert "Only people who may write" in reply(host)


@pytest.mark.parametrize("body", ["Thanks!", "See /confirm", "/label bug"])
def test_other_comments_start_nothing(host: Host, body: str) -> None:
    assert set(results(msg(host, body)).values()) == {"skipped"}
    assert host.calls == []


def test_a_push_after_the_comment_stops_it(host: Host) -> None:
    host.answers["repos/firm/book/activity"][1]["timestamp"] = "2026-12-01T10:00:03Z"
    before = tip(host)
    assert results(msg(host, "/keep slovna")) == NOT_WRITTEN
    assert "the branch has changed in the meantime" in reply(host)
    assert tip(host) == before


def test_a_host_that_does_not_say_when_a_branch_was_pushed_to_stops_nothing(host: Host) -> None:
    del host.answers["repos/firm/book/activity"]
    assert results(msg(host, "/keep slovna")) == DONE


def test_a_branch_that_moves_while_the_text_is_read_is_not_written_over(host: Host, site: Path) -> None:
    stale = host.git("rev-parse", "refs/pull/7/head")
    change(site, "sr", DOMAINS)
    propose(host, site)
    host.answers["repos/firm/book/pulls/7"]["head"]["sha"] = stale
    before = tip(host)
    done = msg(host, f"/keep {WEEK} slovna")
    assert (done.needs["push"]["outputs"], results(done)["start"]) == ({"commit": "", "moved": "true"}, "skipped")
    assert "the branch has changed in the meantime" in reply(host)
    assert tip(host) == before


def test_the_main_branch_is_never_written_to(host: Host, site: Path) -> None:
    host.git("push", "--quiet", host.origin, "HEAD:main", cwd=site)
    host.answers["repos/firm/book/pulls/7"]["head"]["ref"] = "main"
    before = host.git("rev-parse", "refs/heads/main")
    assert results(msg(host, "/keep slovna"))["push"] == "failure"
    assert host.git("rev-parse", "refs/heads/main") == before
    assert "the writing failed" in reply(host)


def test_nothing_of_a_proposal_runs_and_no_link_in_it_is_followed(host: Host, site: Path) -> None:
    trap = host.folder / "sprung"
    for name in ("Makefile", ".ci/comment", "hooks/handbook/__init__.py", "pyproject.toml"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(f"#!/bin/sh\ntouch {trap}\n")
    (site / "docs/.gitattributes").write_text("*.md filter=evil\n")
    secret = host.folder / "secret.md"
    secret.write_text("# тајна\n")
    (site / "docs/sr/leak.md").symlink_to(secret)
    (site / "docs/en/leak.md").symlink_to("/proc/self/environ")
    shutil.rmtree(site / "parity/marketing")
    (site / "parity/marketing").symlink_to(host.folder)
    change(site, "en")
    propose(host, site)
    assert results(msg(host, f"/confirm {WEEK}")) == DONE
    text = next(host.folder.glob("read-*")) / "text"
    assert not list(text.rglob("leak.md"))
    assert not [file for file in text.rglob("*") if file.is_symlink()]
    assert not trap.exists()
    assert host.git("ls-tree", tip(host), "parity/marketing").startswith("120000")


def test_a_lock_folder_that_is_a_link_is_not_written_through(host: Host, site: Path) -> None:
    outside = host.folder / "outside"
    outside.mkdir()
    shutil.rmtree(site / "parity/sales")
    (site / "parity/sales").symlink_to(outside)
    change(site, "en")
    propose(host, site)
    assert results(msg(host, f"/confirm {WEEK}"))["push"] == "failure"
    assert "the writing failed" in reply(host)
    assert not list(outside.iterdir())


def test_a_tree_made_by_hand_that_climbs_out_is_not_laid_out(host: Host) -> None:
    def page_inputs(kind: str, entries: str) -> str:
        given = subprocess.run(
            ["git", *kind.split()], input=entries, cwd=host.origin, capture_output=True, text=True, check=True
        )
        return given.stdout.strip()

    blob = page_inputs("hash-object -w --stdin", "# x\n")
    inner = page_inputs("mktree", f"100644 blob {blob}\tclimbed.md\n")
    raw = b"40000 ..\0" + bytes.fromhex(inner)
    climbing = subprocess.run(["git", "hash-object", "-t", "tree", "--literally", "-w", "--stdin"], input=raw,
                              cwd=host.origin, capture_output=True, check=True).stdout.decode().strip()  # fmt: skip
    top = page_inputs("mktree", f"040000 tree {climbing}\tdocs\n")
    head = host.git("commit-tree", top, "-m", "x")
    host.git("update-ref", "refs/pull/7/head", head)
    host.answers["repos/firm/book/pulls/7"]["head"]["sha"] = head
    assert results(msg(host, "/confirm"))["read"] == "failure"
    assert "the writing failed" in reply(host)
    assert not list(host.folder.rglob("climbed.md"))


def test_a_huge_comment_is_answered(host: Host) -> None:
    assert results(msg(host, "/keep " + "ж" * 65_000)) == NOT_WRITTEN
    assert "in 300 signs at most" in reply(host)


def test_each_job_holds_only_the_token_it_needs() -> None:
    jobs = workflow("comment")["jobs"]
    writes = {
        name: {key for key, level in job["permissions"].items() if level == "write"} for name, job in jobs.items()
    }
    assert workflow("comment")["permissions"] == {}
    assert writes == {
        "who": set(),
        "read": set(),
        "push": {"contents"},
        "start": {"actions", "statuses"},
        "tell": {"pull-requests"},
    }
    reading: list[dict[str, Any]] = jobs["read"]["steps"]
    (answer,) = [step for step in reading if step.get("run") == ".ci/comment answer"]
    assert "GH_TOKEN" not in answer["env"], "no token is near while the text is read"
