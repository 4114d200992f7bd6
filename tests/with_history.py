"""Handbooks in a repository with a history, and the sites that are built of them once for all workers."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from shutil import copy
from typing import Any

from git import commit, init
from sites import Done, build
from sites import handbook as command
from trees import CODES, settings, smallest_tree

HUB = "https://github.com/team/book"
BITBUCKET = "https://bitbucket.org/team/book"
EDIT_URI = "edit/main/docs/"
SELLER, SELLING = "sales/roles/seller.md", "sales/responsibilities/selling.md"
PROMOTER, PROMOTING = "marketing/roles/promoter.md", "marketing/responsibilities/promoting.md"
CLERK = "sales/roles/clerk.md"
HOOKS = ("add_edit_links.py", "date_pages.py", "add_page_footer.py")
WRITTEN, REWRITTEN = "2027-03-05", "2027-04-01"
"""The days of the two commits."""
MESSAGES = "messages.txt"
REASON = "Чека се нови ценовник."


def with_foot(to: Path, **chosen: Any) -> Path:
    """A copy of the smallest handbook with the page footer and with the links that edit a page."""
    home = smallest_tree(to)
    with settings(home) as changed:
        changed["theme"]["features"] = ["content.action.edit", "navigation.footer"]
        changed["hooks"] += [f"../../hooks/{hook}" for hook in HOOKS]
        changed.update(chosen)
    return home


def with_history(to: Path) -> Path:
    """The same in a repository; the Serbian seller's text is a month younger than the rest."""
    home = with_foot(to, repo_url=HUB, edit_uri=EDIT_URI)
    file = home / f"docs/sr/{SELLER}"
    text = file.read_text("utf-8")
    file.write_text(f"{text}\nСтари крај.\n", "utf-8")
    init(home, WRITTEN)
    file.write_text(text, "utf-8")
    commit(home, REWRITTEN)
    return home


def kept(into: Path) -> Done:
    """Build the handbook with a history."""
    return build(with_history(into.parent / f"{into.name}-tree"), into)


def edit(file: Path, old: str, new: str) -> None:
    """Replace words of a file that has them."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def rewrite_a_section(home: Path, path: str, heading: str) -> None:
    """Change a section of the Serbian page, so that the English one is behind."""
    edit(home / f"docs/sr/{path}", f"{{ #{heading} }}\n\nТекст.", f"{{ #{heading} }}\n\nНов текст.")


def waive(home: Path, *rules: tuple[str, str], until: date | None = None) -> None:
    """Waive findings, each a page and a rule, for a month or until a day."""
    last = until or date.today() + timedelta(days=30)
    with (home / "parity/waivers.yml").open("a", encoding="utf-8") as waivers:
        for path, rule in rules:
            page = path.removesuffix(".md")
            waivers.write(f"- {{page: {page}, rule: {rule}, reason: {REASON}, until: {last}}}\n")


def add_a_draft(home: Path) -> None:
    """Add the draft of a role, a copy of the seller's pages."""
    with (home / "facts/roles.yml").open("a", encoding="utf-8") as roles:
        roles.write("clerk: {team: sales, reports_to: seller, horizon: short, origin: added, draft: true}\n")
    for code in CODES:
        copy(home / f"docs/{code}/{SELLER}", home / f"docs/{code}/{CLERK}")
    with settings(home) as changed:
        sales: Mapping[str, list[str]] = changed["nav"][1]
        next(iter(sales.values())).insert(1, CLERK)
    command(home, "seed", CLERK.removesuffix(".md"))


def unfinished(into: Path) -> Done:
    """Build a handbook in which much is open and nothing stops the build; `messages.txt` is what the build printed.

    The clerk is a draft; the seller's English page is behind and that is waived; the waiver for the English page of
    `promoting` ran out; the promoter has no English page. The site has no address, the repository is on Bitbucket.
    """
    home = with_foot(into.parent / f"{into.name}-tree", repo_url=BITBUCKET, edit_uri=EDIT_URI)
    with settings(home) as changed:
        del changed["site_url"]
    add_a_draft(home)
    rewrite_a_section(home, SELLER, "week")
    rewrite_a_section(home, PROMOTING, "why")
    (home / f"docs/en/{PROMOTER}").unlink()
    waive(home, (SELLER, "behind"), (PROMOTER, "missing-page"))
    waive(home, (PROMOTING, "behind"), until=date(2020, 1, 1))
    with (home / "facts/guides.yml").open("a", encoding="utf-8") as guides:
        guides.write(f"{PROMOTER}: {{owner: seller, review_months: 6, reviewed: 2026-08-31}}\n")
    init(home, WRITTEN)
    done = build(home, into)
    (into / MESSAGES).write_text(done.stderr, "utf-8")
    return Done(done.returncode, done.stdout, "")
