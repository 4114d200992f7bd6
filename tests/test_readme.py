"""The README describes the repository as it is."""

import subprocess

from trees import ROOT


def test_the_map_matches_the_tree() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    drawn = readme.split("## Map\n\n```\n")[1].split("```")[0]
    named = {word for line in drawn.splitlines() for word in line.split("   ")[0].split()}
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    tracked = listed.stdout.splitlines()
    for path in named:
        assert any(file.startswith(path) for file in tracked), path
    folders = {file.split("/")[0] for file in tracked if "/" in file}
    assert folders <= {path.split("/")[0] for path in named}
