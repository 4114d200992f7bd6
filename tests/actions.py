"""Runs a workflow of `.github/workflows` on this machine, step by step, against a host that is played on disk.

What the host's own actions do (lay out the main branch, hand a folder on) is done here; every `run:` is the real one.
"""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from sites import handbook
from trees import ROOT

GAP = re.compile(r"\$\{\{(.*?)\}\}")
WORD = re.compile(r"'[^']*'|[a-z]+(?:\.[\w-]+)+")
BIN = Path(__file__).parent / "host"
SETTINGS = {
    "PATH": os.environ["PATH"],
    "PYTHONUTF8": "1",
    "HOME": os.environ.get("HOME", "/"),
    "GIT_CONFIG_GLOBAL": os.devnull,
}
SKIPPED = {"result": "skipped", "outputs": {}}


@dataclass(frozen=True, slots=True)
class Host:
    """A folder that plays the host: `origin` is its repository, `answers` what its API answers, `calls` what it was sent.

    `proposal` is the clone in which somebody works on a proposal.
    """

    folder: Path
    answers: dict[str, Any] = field(default_factory=dict)

    @property
    def origin(self) -> Path:
        return self.folder / "origin"

    @property
    def proposal(self) -> Path:
        return self.folder / "proposal"

    @property
    def calls(self) -> list[dict[str, Any]]:
        """Every call to the API that wrote something, in order."""
        log = self.folder / "calls"
        return [json.loads(line) for line in log.read_text("utf-8").splitlines()] if log.exists() else []

    def git(self, *words: str | Path, cwd: Path | None = None) -> str:
        """What git prints, run in the host's repository or in another folder."""
        author = ["-c", "user.name=a", "-c", "user.email=a@example.com"]
        done = subprocess.run(
            ["git", *author, *words], cwd=cwd or self.origin, env=SETTINGS, capture_output=True, text=True, check=True
        )
        return done.stdout.strip()

    def copy(self, to: Path) -> "Host":
        """Another host that holds and answers the same."""
        return Host(shutil.copytree(self.folder, to, symlinks=True), deepcopy(self.answers))


@dataclass(slots=True)
class Run:
    """One run of a workflow; `needs` holds what each job that ran came to.

    With `answers_here` the handbook's answer to a comment is worked out in this process: for tests of other steps.
    """

    host: Host
    workflow: Mapping[str, Any]
    event: Mapping[str, Any]
    answers_here: bool = False
    needs: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, job in self.workflow["jobs"].items():
            self.needs[name] = self._job(name, job)

    def _job(self, name: str, job: Mapping[str, Any]) -> dict[str, Any]:
        needed = [job["needs"]] if isinstance(job.get("needs"), str) else job.get("needs", [])
        condition = job.get("if", "true")
        succeeded = all(self.needs[before]["result"] == "success" for before in needed)
        if not ((succeeded or "always()" in condition) and self._value(condition, {})):
            return SKIPPED
        folder = self.host.folder / f"{name}-{len(list(self.host.folder.glob(f'{name}-*')))}"
        folder.mkdir()
        steps: dict[str, Any] = {}
        try:
            for step in job["steps"]:
                self._step(step, job, folder, steps)
        except subprocess.CalledProcessError as failed:
            return {"result": "failure", "outputs": {}, "stderr": failed.stderr}
        outputs = {key: self._filled(text, {"steps": steps}) for key, text in job.get("outputs", {}).items()}
        return {"result": "success", "outputs": outputs}

    def _step(self, step: Mapping[str, Any], job: Mapping[str, Any], folder: Path, steps: dict[str, Any]) -> None:
        names: dict[str, Any] = {"steps": steps}
        for level in (self.workflow, job, step):
            filled = {key: self._filled(str(text), names) for key, text in level.get("env", {}).items()}
            names["env"] = {**names.get("env", {}), **filled}
        if not self._value(step.get("if", "true"), names):
            return
        artifact = self.host.folder / "artifact"
        match step.get("uses", "").partition("@")[0], step.get("run"):
            case "actions/checkout", _:
                self.host.git("clone", "--quiet", "--template=", self.host.origin, ".", cwd=folder)
                (folder / ".venv").symlink_to(ROOT / ".venv")
            case "actions/upload-artifact", _:
                shutil.copytree(folder / step["with"]["path"], artifact, dirs_exist_ok=True)
            case "actions/download-artifact", _:
                shutil.copytree(artifact, folder / step["with"]["path"])
            case "", ".ci/answer-comment run-commands" if self.answers_here:
                steps[step["id"]] = {"outputs": self._answer(folder)}
            case "", str(script) if script != "make .venv/run":
                steps[step.get("id", "")] = {"outputs": self._shell(script, folder, names["env"])}

    def _shell(self, script: str, folder: Path, env: Mapping[str, str]) -> dict[str, str]:
        """Run a script as the host does; its outputs."""
        out, event = folder / ".out", folder / ".event"
        out.write_text("")
        event.write_text(json.dumps(self.event))
        (self.host.folder / "api.json").write_text(json.dumps(self.host.answers))
        host = {
            "PATH": f"{BIN}:{SETTINGS['PATH']}",
            "GITHUB_OUTPUT": str(out),
            "GITHUB_EVENT_PATH": str(event),
            "HOST": str(self.host.folder),
        }
        subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", script],
            cwd=folder,
            env={**SETTINGS, **env, **host},
            capture_output=True,
            text=True,
            check=True,
        )
        return dict(line.split("=", 1) for line in out.read_text("utf-8").splitlines())

    def _answer(self, folder: Path) -> dict[str, str]:
        """What `.ci/answer-comment run-commands` does with a comment under a proposal of this repository."""
        answer, comment = folder / "answer", folder / "comment.md"
        answer.mkdir()
        comment.write_text(self.event["comment"]["body"], "utf-8")
        done = handbook(folder / "text", "answer", "--into", answer / "locks", comment)
        (answer / "reply.md").write_text(done.stdout, "utf-8")
        return {"locks": "true"} if (answer / "locks").is_dir() else {}

    def _filled(self, text: str, names: Mapping[str, Any]) -> str:
        return GAP.sub(lambda gap: _as_text(self._value(gap[1], names)), text)

    def _value(self, expression: str, names: Mapping[str, Any]) -> Any:
        """What an expression of a workflow comes to; a name that nothing has is empty."""
        known = {"github": {"event": self.event, "repository": "firm/book", "token": "t"}, "needs": self.needs, **names}
        python = WORD.sub(lambda word: word[0] if word[0][0] == "'" else repr(_found(known, word[0])), expression)
        python = python.replace("&&", " and ").replace("||", " or ").replace("!cancelled()", "True")
        functions = {"true": True, "always": lambda: True, "contains": _contains}
        return eval(" ".join(python.split()), {"__builtins__": {}}, functions)  # our own files, in a test


def _contains(text: str, part: str) -> bool:
    """The host's function of this name does not mind case."""
    return part.lower() in text.lower()


def _found(known: Any, name: str) -> Any:
    for part in name.split("."):
        known = known.get(part, "") if isinstance(known, dict) else ""
    return known


def _as_text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def workflows() -> Iterator[Path]:
    """The files of all workflows."""
    yield from sorted((ROOT / ".github/workflows").glob("*.yml"))


def workflow(name: str) -> dict[Any, Any]:
    """A workflow, read."""
    read: dict[Any, Any] = yaml.safe_load((ROOT / f".github/workflows/{name}.yml").read_text("utf-8"))
    return read
