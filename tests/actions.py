"""Runs a workflow of `.github/workflows` on this machine, step by step, against a host that is played on disk.

What the host's own actions do (lay out the main branch, hand a folder on) is done here; every `run:` is the real one.
"""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from conftest import ROOT

GAP = re.compile(r"\$\{\{(.*?)\}\}")
WORD = re.compile(r"'[^']*'|[a-z]+(?:\.[\w-]+)+")
BIN = Path(__file__).parent / "host"
SETTINGS = {"PATH": os.environ["PATH"], "PYTHONUTF8": "1", "HOME": os.environ.get("HOME", "/"),
            "GIT_CONFIG_GLOBAL": os.devnull}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Host:
    """A folder that plays the host: `origin` is its repository, `api.json` what its API says, `calls` what it was told."""

    folder: Path
    answers: dict[str, Any] = field(default_factory=dict)

    @property
    def origin(self) -> Path:
        return self.folder / "origin"

    @property
    def calls(self) -> list[dict[str, Any]]:
        """Every word to the API that wrote something, in order."""
        log = self.folder / "calls"
        return [json.loads(line) for line in log.read_text("utf-8").splitlines()] if log.exists() else []

    def git(self, *words: str | Path, cwd: Path | None = None) -> str:
        author = ["-c", "user.name=a", "-c", "user.email=a@example.com"]
        done = subprocess.run(["git", *author, *words], cwd=cwd or self.origin, env=SETTINGS,
                              capture_output=True, text=True, check=True)  # fmt: skip
        return done.stdout.strip()


@dataclass(slots=True)
class Run:
    """One run of a workflow; `needs` holds what each job that ran came to."""

    host: Host
    workflow: Mapping[str, Any]
    event: Mapping[str, Any]
    needs: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, job in self.workflow["jobs"].items():
            self.needs[name] = self._job(name, job)

    def _job(self, name: str, job: Mapping[str, Any]) -> dict[str, Any]:
        needed = [job["needs"]] if isinstance(job.get("needs"), str) else job.get("needs", [])
        said = job.get("if", "true")
        well = all(self.needs[one]["result"] == "success" for one in needed)
        if not ((well or "always()" in said) and self._told(said, {})):
            return {"result": "skipped", "outputs": {}}
        folder = self.host.folder / f"{name}-{len(list(self.host.folder.glob(f'{name}-*')))}"
        folder.mkdir()
        steps: dict[str, Any] = {}
        try:
            for step in job["steps"]:
                self._step(step, job, folder, steps)
        except subprocess.CalledProcessError as failed:
            return {"result": "failure", "outputs": {}, "said": failed.stderr}
        outputs = {key: self._filled(text, {"steps": steps}) for key, text in job.get("outputs", {}).items()}
        return {"result": "success", "outputs": outputs}

    def _step(self, step: Mapping[str, Any], job: Mapping[str, Any], folder: Path, steps: dict[str, Any]) -> None:
        words: dict[str, Any] = {"steps": steps}
        for level in (self.workflow, job, step):
            told = {key: self._filled(str(text), words) for key, text in level.get("env", {}).items()}
            words["env"] = {**words.get("env", {}), **told}
        if not self._told(step.get("if", "true"), words):
            return
        kept = self.host.folder / "artifact"
        match step.get("uses", "").partition("@")[0]:
            case "actions/checkout":
                self.host.git("clone", "--quiet", self.host.origin, ".", cwd=folder)
                (folder / ".venv").symlink_to(ROOT / ".venv")
            case "actions/upload-artifact":
                shutil.copytree(folder / step["with"]["path"], kept, dirs_exist_ok=True)
            case "actions/download-artifact":
                shutil.copytree(kept, folder / step["with"]["path"])
            case "" if step["run"] != "make .venv/run":
                steps[step.get("id", "")] = {"outputs": self._shell(step["run"], folder, words["env"])}

    def _shell(self, script: str, folder: Path, env: Mapping[str, str]) -> dict[str, str]:
        """Run a script as the host does; its outputs."""
        out, event = folder / ".out", folder / ".event"
        out.write_text("")
        event.write_text(json.dumps(self.event))
        (self.host.folder / "api.json").write_text(json.dumps(self.host.answers))
        place = {"PATH": f"{BIN}:{SETTINGS['PATH']}", "GITHUB_OUTPUT": str(out), "GITHUB_EVENT_PATH": str(event),
                 "HOST": str(self.host.folder)}  # fmt: skip
        subprocess.run(["bash", "-e", "-o", "pipefail", "-c", script], cwd=folder, env={**SETTINGS, **env, **place},
                       capture_output=True, text=True, check=True)  # fmt: skip
        return dict(line.split("=", 1) for line in out.read_text("utf-8").splitlines())

    def _filled(self, text: str, words: Mapping[str, Any]) -> str:
        return GAP.sub(lambda gap: _as_text(self._told(gap[1], words)), text)

    def _told(self, expression: str, words: Mapping[str, Any]) -> Any:
        """What an expression of a workflow comes to; a name that nothing has is empty."""
        known = {"github": {"event": self.event, "repository": "firm/book", "token": "t"}, "needs": self.needs, **words}
        python = WORD.sub(lambda word: word[0] if word[0][0] == "'" else repr(_found(known, word[0])), expression)
        python = python.replace("&&", " and ").replace("||", " or ").replace("!cancelled()", "True")
        names = {"true": True, "always": lambda: True, "startsWith": str.startswith}
        return eval(" ".join(python.split()), {"__builtins__": {}}, names)  # our own files, in a test


def _found(known: Any, name: str) -> Any:
    for part in name.split("."):
        known = known.get(part, "") if isinstance(known, dict) else ""
    return known


def _as_text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def workflows() -> Iterator[Path]:
    yield from sorted((ROOT / ".github/workflows").glob("*.yml"))


def workflow(name: str) -> dict[Any, Any]:
    read: dict[Any, Any] = yaml.safe_load((ROOT / f".github/workflows/{name}.yml").read_text("utf-8"))
    return read
