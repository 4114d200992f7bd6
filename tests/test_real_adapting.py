"""The real handbook is renamed and adapted, whatever it says: what is renamed and removed is chosen from its facts."""

import posixpath
from pathlib import Path

import pytest

from adapting import remove_roles, some_role
from handbook.editing.page_names import FIXED
from handbook.model.facts import Role
from handbook.reading.load import read
from pages import dead_links, page
from sites import Done, build, handbook
from trees import CODES

pytestmark = pytest.mark.long

CLEAN = Done(0, "The handbook is in order.\n", "")


def some_group(home: Path) -> tuple[set[str], str]:
    """The largest group whose roles nobody reports to, and the role that takes over: the boss of one of them."""
    roles = read(home).facts.roles
    bosses = {role.reports_to for role in roles.values()}
    groups: dict[tuple[str, str | None], list[Role]] = {}
    for role in roles.values():
        if role.id not in bosses and role.reports_to in roles:
            groups.setdefault((role.team, role.group), []).append(role)
    largest = max(groups.values(), key=len)
    return {role.id for role in largest}, largest[0].reports_to


def test_without_one_role_the_site_is_built(real: Path, tmp_path: Path) -> None:
    removed, heir = some_role(real)
    remove_roles(real, {removed.id}, heir)
    assert handbook(real, "check", "--strict") == CLEAN
    assert build(real, tmp_path / "site") == Done(0, "", "")


def test_without_a_whole_group_the_site_is_built(real: Path, tmp_path: Path) -> None:
    ids, heir = some_group(real)
    remove_roles(real, ids, heir)
    assert handbook(real, "check", "--strict") == CLEAN
    assert build(real, tmp_path / "site") == Done(0, "", "")


def test_renamed_pages_leave_no_dead_link_and_their_old_addresses_lead_on(real: Path, tmp_path: Path) -> None:
    facts = read(real).facts
    guide = next(path for path in facts.guides if path not in FIXED and posixpath.basename(path) != "index.md")
    old = [next(iter(facts.roles.values())).page, next(iter(facts.responsibilities.values())).page, guide]
    new = [f"{posixpath.dirname(path)}/renamed-{posixpath.basename(path)}".lstrip("/") for path in old]
    for path, path_now in zip(old, new, strict=True):
        done = handbook(real, "rename", path, posixpath.basename(path_now))
        assert done.returncode == 0, done.stderr
    assert handbook(real, "check", "--strict") == CLEAN
    site = tmp_path / "site"
    assert build(real, site, SITE_URL="https://handbook.example/team/") == Done(0, "", "")
    assert dead_links(site) == []
    for path, path_now in zip(old, new, strict=True):
        for code in CODES:
            assert page(site, path, code).targets("//body//a/@href") == {page(site, path_now, code).path}
