"""URLs of the Git host of the handbook: for editing a file and for reporting a problem."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

FORM = "wrong-or-outdated.yml"
"""The issue form in `.github/ISSUE_TEMPLATE/`; its fields are `page`, `says` and `should`."""


@dataclass(frozen=True, slots=True)
class Report:
    """The prefilled content of a report: its title, the page, and the labels of its fields."""

    title: str
    page: str
    page_label: str
    should_label: str
    says_label: str

    @property
    def body(self) -> str:
        """Return the content as one text; the reader continues at its end."""
        return f"**{self.page_label}**: {self.page}\n\n**{self.should_label}**: \n\n**{self.says_label}**: "

    def mail(self, address: str) -> str:
        """Return the `mailto:` address of the report as a prefilled email; it ends where the text of the page goes."""
        body = f"{self.page_label}: {self.page}\r\n\r\n{self.should_label}: \r\n\r\n{self.says_label}: "
        return f"mailto:{quote(address, safe='@+')}?{urlencode({'subject': self.title, 'body': body}, quote_via=quote)}"


def _form(report: Report) -> dict[str, str]:
    return {"template": FORM, "title": report.title, "page": report.page, "should": "", "says": ""}


@dataclass(frozen=True, slots=True)
class Host:
    """A kind of Git host: words that its domain contains, and its paths below the URL of a repository.

    The URL for editing is `edit`, branch, file, `suffix`, and `line_anchor` where the host supports it. `issue`
    is the path of a new issue, empty if it cannot be prefilled; `title` and `body` are its query parameters
    (without them, the host has an issue form).
    """

    names: tuple[str, ...]
    edit: str
    suffix: str = ""
    line_anchor: str = "#L{}"
    issue: str = ""
    title: str = ""
    body: str = ""

    def query(self, report: Report) -> Mapping[str, str]:
        """Return the query parameters of a prefilled report; the last one is for the reader's text."""
        return {self.title: report.title, self.body: report.body} if self.title else _form(report)


HOSTS = (
    Host(("gitlab",), "-/edit/", issue="-/issues/new", title="issue[title]", body="issue[description]"),
    Host(("gitea", "forgejo", "codeberg"), "_edit/", issue="issues/new", title="title", body="body"),
    Host(("bitbucket",), "src/", suffix="?mode=edit", line_anchor=""),
    Host(("github",), "edit/", issue="issues/new"),
)


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository of a handbook: its URL without a slash at the end, its branch, its host."""

    url: str
    branch: str
    host: Host

    @property
    def pages(self) -> str:
        """Return the value of MkDocs' `edit_uri_template`."""
        return f"{self.host.edit}{self.branch}/docs/{{path}}{self.host.suffix}"

    def edit(self, path: str, line: int = 1) -> str:
        """Return the URL for editing a file (path from the handbook's root) in the browser, at a line."""
        anchor = self.host.line_anchor.format(line) if line > 1 else ""
        return f"{self.url}/{self.host.edit}{self.branch}/{quote(path)}{self.host.suffix}{anchor}"

    def report(self, report: Report) -> str:
        """Return the URL of a prefilled report, empty if the host has none.

        It ends where the quoted text of the page goes, so that a script can append it.
        """
        query = urlencode(self.host.query(report), quote_via=quote)
        return f"{self.url}/{self.host.issue}?{query}" if self.host.issue else ""


def repository(url: str, edit_uri: str) -> Repository | None:
    """Return the repository of MkDocs' `repo_url` and `edit_uri`; None without one or for an unknown `edit_uri`.

    The domain decides the kind of host, else the form of `edit_uri` (`edit/main/docs/`).
    """
    by_path = next((host for host in HOSTS if edit_uri.startswith(host.edit)), None)
    if not url or by_path is None or not edit_uri.endswith("/docs/"):
        return None
    branch = edit_uri.removeprefix(by_path.edit).removesuffix("/docs/")
    domain = urlsplit(url).netloc.lower()
    host = next((host for host in HOSTS if any(name in domain for name in host.names)), by_path)
    return Repository(url.rstrip("/").removesuffix(".git"), branch, host)
