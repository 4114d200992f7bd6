"""What `make bench` compares can be built and is alike: whoever adds a hook need not remember its copies."""

from pathlib import Path

from lxml import html

import sites
from bench_trees import woven_trees
from trees import example_tree


def words_and_links(page: Path) -> tuple[str, list[str]]:
    """What the article of a built page says below the line over its title, without spaces, and where its links lead."""
    (article,) = html.parse(page).findall(".//article")
    for eyebrow in article.find_class("handbook-eyebrow"):
        eyebrow.drop_tree()
    return "".join(article.text_content().split()), article.xpath(".//a/@href")


def test_the_copies_whose_builds_are_compared_build_and_show_the_same(tmp_path: Path) -> None:
    built = {name: tmp_path / f"{name}-site" for name in ("whole", "woven", "bare")}
    for name, home in woven_trees(tmp_path, example_tree).items():
        assert sites.build(home, built[name]).returncode == 0, name
    pages = [page.relative_to(built["whole"]) for page in built["whole"].rglob("*.html") if page.name != "404.html"]
    assert Path("en/glossary/index.html") in pages
    for page in pages:
        for name in ("woven", "bare"):
            assert words_and_links(built[name] / page) == words_and_links(built["whole"] / page), (name, page)
