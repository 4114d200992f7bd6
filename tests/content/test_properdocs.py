"""ProperDocs, the maintained fork of MkDocs 1.x, builds the same site: the way out when MkDocs ends stays open."""

from pathlib import Path

import pytest

from sites import ADDRESS, DAY, FIRM, REPOSITORY, run
from trees import files


@pytest.mark.long
def test_the_whole_site_is_the_same_file_by_file(content_root: Path, tmp_path: Path) -> None:
    built = {}
    for program in ("mkdocs", "properdocs"):
        words = ["build", "--strict", "--quiet", "--config-file", str(content_root / "mkdocs.yml")]
        done = run(
            program,
            *words,
            "--site-dir",
            str(tmp_path / program),
            SITE_URL=ADDRESS,
            REPO_URL=REPOSITORY,
            SOURCE_DATE_EPOCH=DAY,
            **FIRM,
        )
        assert done.returncode == 0, done.stderr
        built[program] = files(tmp_path / program)
    assert built["mkdocs"].keys() == built["properdocs"].keys()
    assert [path for path, data in built["mkdocs"].items() if data != built["properdocs"][path]] == []
