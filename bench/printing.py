"""What printing costs: the site with all its books here, against mkdocs-to-pdf on the same pages, in one run.

The peer cannot print two languages in one build, so it builds each by itself, from the same pages as Markdown with
the generated parts already in them; ours is one build of both, with the Serbian book in Latin letters besides.
Called with the environment that holds the peer: `make bench-pdf`.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

from handbook.model.handbook import Handbook
from handbook.pages.index import page_index
from handbook.reading.files import read_text
from handbook.reading.load import read

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from bench_trees import with_blocks  # noqa: E402  # the path to it is set just above
from trees import CODES  # noqa: E402  # the path to it is set above

ROUNDS = 2
MOST = 0.5
SETTINGS = """
theme: {name: material, font: false}
plugins: [to-pdf]
markdown_extensions: [abbr, admonition, attr_list, def_list, footnotes, md_in_html, tables, {toc: {permalink: true}}]
"""


def main() -> None:
    """Measure in turn and print; ends with 1 if printing here costs too much."""
    book = read(ROOT)
    with tempfile.TemporaryDirectory() as folder:
        trees = [plain(book, code, Path(folder, code)) for code in CODES]
        rounds = [(ours(Path(folder, "site")), sum(theirs(tree) for tree in trees)) for _ in range(ROUNDS)]
    ratio = min(own for own, _ in rounds) / min(other for _, other in rounds)
    print(f"printing: site and books here / mkdocs-to-pdf, both languages = {ratio:.2f} (at most {MOST})")
    sys.exit(ratio > MOST)


def plain(book: Handbook, code: str, tree: Path) -> Path:
    """The pages of one language with their generated parts as plain Markdown, and settings that print them."""
    threads = page_index(book, code)
    for page in book.in_language(code):
        text = read_text(ROOT, page.source).text
        head, body = split(text)
        target = tree / "docs" / page.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(head + with_blocks(body, threads, page.path), "utf-8")
    nav = [path for path, _ in book.nav if path.endswith(".md")]
    settings = yaml.safe_load(SETTINGS) | {"site_name": "Handbook", "nav": nav}
    (tree / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), "utf-8")
    return tree


def split(text: str) -> tuple[str, str]:
    if not text.startswith("---\n"):
        return "", text
    head, _, body = text[4:].partition("\n---\n")
    return f"---\n{head}\n---\n", body


def ours(site: Path) -> float:
    """What the real build with its books and sheets costs."""
    return build(Path(sys.executable).parent / "mkdocs", ROOT, site, HANDBOOK_PDF="required")


def theirs(tree: Path) -> float:
    """What the peer's build of one language costs."""
    return build(Path(sys.argv[1]).absolute() / "bin/mkdocs", tree, tree / "site")


def build(mkdocs: Path, tree: Path, site: Path, **environment: str) -> float:
    shutil.rmtree(site, ignore_errors=True)
    command = [str(mkdocs), "build", "--quiet", "--site-dir", str(site)]
    before = processor_time()
    subprocess.run(
        command,
        cwd=tree,
        check=True,
        capture_output=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
    )
    return processor_time() - before


def processor_time() -> float:
    """Seconds of processor time of all programs run so far: other work on this machine does not count."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


if __name__ == "__main__":
    main()
