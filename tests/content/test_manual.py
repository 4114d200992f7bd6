"""The texts about changing the handbook: in plain words, on one screen, with sections and commands that exist."""

import re
from itertools import pairwise
from pathlib import Path

from playwright.sync_api import Browser

from browser import served, window
from handbook.model.handbook import Handbook
from manual import ADAPTING, CONTRIBUTING, EDITING, RUN, TEXTS, TRANSLATION, codes, form, parts, shown, text
from trees import CODES

ONLY_PROGRAMMERS = re.compile(
    r"\b(гран[аеуио]|гранама|клон\w*|комит\w*|репозиторијум\w*|форк\w*|"
    r"branch\w*|clon\w*|commit\w*|repositor\w*|fork\w*|merg\w*|pull request\w*)\b",
    re.IGNORECASE,
)
ID = re.compile(r"\{ #([\w-]+) \}")
SCREEN = {"width": 1280, "height": 800}


def test_words_of_programmers_stand_only_in_their_part(content_root: Path) -> None:
    for path in (*TEXTS, *ADAPTING.values()):
        *plain, (title, last) = parts(text(content_root, path))
        assert re.search("програмер|programmers", title, re.IGNORECASE), path
        assert ONLY_PROGRAMMERS.search(last), "this test would not notice anything"
        for heading, part in plain:
            assert ONLY_PROGRAMMERS.findall(part) == [], (path, heading)


def without_entry(section: str) -> str:
    """The name of a section; one in the facts without its entry, which a firm removes when it removes a role."""
    return re.sub(r"^(facts/\w+#)[^.]+", r"\1…", section)


def test_every_section_that_is_named_as_an_example_is_there(content_root: Path, content: Handbook) -> None:
    known = {without_entry(f"{page}#{id_}") for page, id_ in content.sections}
    texts = [text(content_root, path) for path in (*TEXTS, *TRANSLATION.values())]
    words = {word for markdown in texts for code in codes(markdown) for word in code.split()}
    named = {without_entry(word) for word in words if "#" in word.lstrip("#")}
    assert named
    assert named - known == set()


def test_every_command_that_is_shown_is_run_by_the_tests(content_root: Path) -> None:
    run = {form(command) for command in RUN}
    for path in TEXTS:
        found = {form(command) for command in shown(text(content_root, path))}
        assert found
        assert found - run == set(), path


def test_the_page_shows_the_same_commands_in_both_languages(content_root: Path) -> None:
    serbian, english = (shown(text(content_root, path)) for path in EDITING.values())
    assert serbian == english


def test_the_steps_of_each_task_are_read_on_one_screen(
    browser: Browser, content_root: Path, content_site: Path
) -> None:
    with served(content_site) as address, window(browser, viewport=SCREEN) as context:
        page = context.new_page()
        for code, path in EDITING.items():
            tasks = [ID.findall(heading)[0] for heading, part in parts(text(content_root, path)) if "\n1. " in part]
            assert tasks
            page.goto(f"{address}/{'' if code == CODES[0] else f'{code}/'}about/editing/")
            tops = page.locator("article h2").evaluate_all("heads => heads.map(head => [head.id, head.offsetTop])")
            heights = {id_: after - top for (id_, top), (_, after) in pairwise(tops)}
            for task in tasks:
                assert 100 < heights[task] <= SCREEN["height"], (path, task)


def test_each_part_of_contributing_for_editors_is_short_enough_for_one_screen(content_root: Path) -> None:
    *for_editors, _programmers = parts(text(content_root, CONTRIBUTING))
    for heading, part in for_editors:
        assert len(part.splitlines()) <= 30, heading
        assert len(part) <= 1700, heading
