"""The summary of a run: Markdown in both languages that no message can break."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from handbook.checks.reports.rule_docs import manual
from handbook.checks.reports.summary import as_summary
from handbook.checks.runner import check
from handbook.languages.messages import msg
from handbook.model.finding import Finding, Place
from handbook.reading.load import read
from handbook.reading.locks import parse
from sites import handbook
from trees import CODES

HOSTILE = (
    "<!-- handbook/card -->",
    "<b>bold</b>",
    "`code` ``more`` `",
    "*a* _b_ **c** __d__ ~~e~~",
    "[x](y) ![x](y) [z]",
    "a | b | c",
    "\\ \\* \\\\",
    "&lt; &amp; &copy;",
    "two\nlines\n\n- and a list",
    "# heading",
    "$x$ $$y$$",
    "<https://x.example>",
    "1. one",
    "```",
    "{curly} {{#id}}",
    "---",
)


def tree(summary: str) -> SyntaxTreeNode:
    return SyntaxTreeNode(MarkdownIt("gfm-like", {"linkify": False}).parse(summary))


def items(summary: str) -> list[SyntaxTreeNode]:
    return [node for node in tree(summary).walk() if node.type == "list_item"]


def shown(node: SyntaxTreeNode) -> str:
    """The text a reader sees; what is a link shows its text only."""
    return "".join(part.content for part in node.walk() if part.type in ("text", "code_inline", "html_inline"))


def types(node: SyntaxTreeNode) -> set[str]:
    return {part.type for part in node.walk()} - {"list_item", "paragraph", "inline", "text", "strong"}


def about(words: str) -> Finding:
    return Finding(
        Place("docs/en/a_b*c.md", 3),
        "terms",
        msg("“{name}” is not a term of this handbook.", name=words),
        msg("Write “{name}”.", name="x"),
        "warning",
    )


@pytest.mark.parametrize("words", HOSTILE)
def test_no_words_of_a_message_turn_into_markup(words: str) -> None:
    finding = about(words)
    found = items(as_summary([finding]))
    assert [shown(item) for item in found] == [" ".join(finding.in_language(code).split()) for code in CODES]
    assert [types(item) for item in found] == [set(), set()]


def test_each_language_has_its_heading_its_count_and_every_finding(smallest: Path) -> None:
    (smallest / "docs/sr/extra.md").write_text("# Екстра\n\n[x](x.md) прoдаја 5\n\n`<b>`\n")
    (smallest / "docs/en/extra.md").write_text("# Extra\n")
    findings = check(read(smallest), date(2026, 11, 24))
    assert len(findings) > 3
    done = handbook(smallest, "check", "--format", "summary", "--today", "2026-11-24")
    assert done.returncode == 1
    found = items(done.stdout)
    assert len(found) == len(findings) * len(CODES)
    assert [shown(item) for item in found] == list(in_all_languages(findings))
    blocks = [(node.type, shown(node)) for node in tree(done.stdout).children if node.type != "bullet_list"]
    errors = sum(finding.severity == "error" for finding in findings)
    warnings = len(findings) - errors
    assert (errors, warnings) == (4, 1)
    assert blocks == [
        ("heading", "Провера приручника"),
        ("paragraph", "4 грешке, 1 упозорење."),
        ("heading", "The check of the handbook"),
        ("paragraph", "4 errors, 1 warning."),
    ]


def in_all_languages(findings: list[Finding]) -> Iterator[str]:
    for code in CODES:
        yield from (" ".join(finding.in_language(code).split()) for finding in findings)


def test_each_language_links_to_its_own_manual(smallest: Path) -> None:
    (smallest / "docs/en/extra.md").write_text("# Extra\n")
    for code in CODES:
        page = smallest / f"docs/{code}/about/translation.md"
        page.parent.mkdir()
        page.write_text("# M\n\n## Missing { #missing-page }\n")
    book = read(smallest)
    findings = [finding for finding in check(book, date(2026, 11, 24)) if finding.rule == "missing-page"]
    links = [
        (link.attrs["href"], shown(link))
        for link in tree(as_summary(findings, manual(book))).walk()
        if link.type == "link"
    ]
    assert links == [
        ("https://handbook.example/sub/about/translation/#missing-page", "Објашњење"),
        ("https://handbook.example/sub/en/about/translation/#missing-page", "Explained here"),
    ]


def test_nothing_amiss_is_one_quiet_line_in_each_language(smallest: Path) -> None:
    done = handbook(smallest, "check", "--format", "summary")
    assert (done.returncode, done.stdout) == (0, "Приручник је у реду.\n\nThe handbook is in order.\n")


def test_a_long_list_says_how_much_longer_it_is_and_stays_below_what_github_shows() -> None:
    summary = as_summary([about("я" * 1000)] * 1000)
    listed = len(items(summary))
    assert 2**19 < len(summary.encode()) < 2**20
    hidden = [int(words.split()[at]) for words, at in zip(summary.split("\n\n")[3::4], (4, 1), strict=True)]
    assert listed + sum(hidden) == 1000 * len(CODES)


def test_the_line_of_a_lock_can_be_copied_from_a_summary(smallest: Path) -> None:
    page = smallest / "docs/sr/sales/roles/seller.md"
    page.write_text(page.read_text("utf-8").replace("{ #week }\n\nТекст.", "{ #week }\n\nДруги текст."), "utf-8")
    summary = tree(as_summary(check(read(smallest), date(2026, 11, 24))))
    fences = [node.content for node in summary.walk() if node.type == "fence"]
    assert len(fences) == len(CODES)
    for line in fences:
        lock = parse(f"parity-lock 1  algo=1\n{line.replace('YYYY-MM-DD', '2026-11-24')}")
        assert lock.faults == ()
        assert lock.entries["week"].keeps[0].reason == "reason"


def test_a_proposal_shows_a_section_that_is_behind_where_its_author_wrote_and_how_to_settle_it_there(
    smallest: Path,
) -> None:
    file = smallest / "docs/sr/sales/roles/seller.md"
    file.write_text(file.read_text("utf-8").replace("{ #week }\n\n", "{ #week }\n\nБаш "), "utf-8")
    annotation = handbook(smallest, "check", "--format", "github").stdout
    assert annotation.startswith("::error file=docs/sr/sales/roles/seller.md,")
    said = "испод предлога напишите „/keep sales/roles/seller#week РАЗЛОГ“"
    assert annotation.index(said) < annotation.index("У терминалу:") < annotation.index("handbook confirm")
    in_summary = "comment “/keep sales/roles/seller#week REASON” under the proposal"
    assert in_summary in shown(tree(handbook(smallest, "check", "--format", "summary").stdout))
    assert handbook(smallest, "check").stdout.startswith("docs/en/sales/roles/seller.md:"), "in a terminal as before"
