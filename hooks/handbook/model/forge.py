"""Where the handbook is kept: how each kind of host opens a file to change, and where it takes reports."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

FORM = "wrong-or-outdated.yml"
"""The issue form, in `.github/ISSUE_TEMPLATE/`; its fields are `page`, `says` and `should`."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a report is prefilled with: its title, the page, and what its two questions are called."""

    title: str
    page: str
    page_label: str
    should_label: str
    says_label: str

    @property
    def body(self) -> str:
        """All of it as one text, which ends where the reader's words begin."""
        return f"**{self.page_label}**: {self.page}\n\n**{self.should_label}**: \n\n**{self.says_label}**: "


def _form(report: Report) -> dict[str, str]:
    return {"template": FORM, "title": report.title, "page": report.page, "should": "", "says": ""}


@dataclass(frozen=True, slots=True)
class Host:
    """A kind of host: the words that tell its address, and the ways below the address of a repository.

    `edit` stands before the branch and `after` behind the file; `line` leads to a line of it, where the host
    can. `issue` is the way to a new issue, empty where it cannot be prefilled; `title` and `body` are the
    names of its parts, and without them it has a form.
    """

    names: tuple[str, ...]
    edit: str
    after: str = ""
    line: str = "#L{}"
    issue: str = ""
    title: str = ""
    body: str = ""

    def query(self, report: Report) -> Mapping[str, str]:
        """A report as this host wants it; what the reader has to say is always the last."""
        return {self.title: report.title, self.body: report.body} if self.title else _form(report)


HOSTS = (
    Host(("gitlab",), "-/edit/", issue="-/issues/new", title="issue[title]", body="issue[description]"),
    Host(("gitea", "forgejo", "codeberg"), "_edit/", issue="issues/new", title="title", body="body"),
    Host(("bitbucket",), "src/", after="?mode=edit", line=""),
    Host(("github",), "edit/", issue="issues/new"),
)


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository of a handbook: its address without a slash at the end, its branch, its host."""

    url: str
    branch: str
    host: Host

    @property
    def pages(self) -> str:
        """The way to change a page, as MkDocs' `edit_uri_template` wants it."""
        return f"{self.host.edit}{self.branch}/docs/{{path}}{self.host.after}"

    def edit(self, path: str, line: int = 1) -> str:
        """Where a file (path from the handbook's root) is changed in the browser, at a line."""
        there = self.host.line.format(line) if line > 1 else ""
        return f"{self.url}/{self.host.edit}{self.branch}/{quote(path)}{self.host.after}{there}"

    def report(self, report: Report) -> str:
        """Where a prefilled report is begun; empty where the host offers none.

        The address ends where what the page says goes, so that a script may add it.
        """
        query = urlencode(self.host.query(report), quote_via=quote)
        return f"{self.url}/{self.host.issue}?{query}" if self.host.issue else ""


def repository(url: str, edit_uri: str) -> Repository | None:
    """The repository that MkDocs' `repo_url` and `edit_uri` name; None without one, or if its ways are unheard of.

    The address tells the host; where it does not, the form of `edit_uri` (`edit/main/docs/`) does.
    """
    way = next((host for host in HOSTS if edit_uri.startswith(host.edit)), None)
    if not url or way is None or not edit_uri.endswith("/docs/"):
        return None
    branch = edit_uri.removeprefix(way.edit).removesuffix("/docs/")
    named = urlsplit(url).netloc.lower()
    host = next((host for host in HOSTS if any(name in named for name in host.names)), way)
    return Repository(url.rstrip("/").removesuffix(".git"), branch, host)
