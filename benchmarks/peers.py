"""Install Trueplan, as a user would, and its peers into a folder of their own."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
# Exact, like the locks under requirements/: a benchmark that floats cannot be repeated.
NODE_PACKAGES = {"backlog.md": "1.52.0", "@fission-ai/openspec": "1.13.2"}

_ADDRESS = re.compile(r"\w+://\S+")


class SetUpFailed(Exception):
    """Trueplan itself could not be installed, so there is nothing to measure."""


class Tools(NamedTuple):
    """The programs to measure. A peer that is None is absent, and `absent` says why."""

    folder: Path
    python: Path
    trueplan: Path
    rumdl: Path | None
    planwright: Path | None
    backlog: Path | None
    openspec: Path | None
    absent: dict[str, str]

    def environment(self) -> dict[str, str]:
        """The environment of everything that is measured: no colour, no network, no caches."""
        home = self.folder / "home"
        home.mkdir(exist_ok=True)
        git = home / "gitconfig"
        git.write_text("[user]\n\tname = Benchmark\n\temail = benchmark@example.org\n")
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "LC_ALL": "C.UTF-8",
            "NO_COLOR": "1",
            "DO_NOT_TRACK": "1",
            "OPENSPEC_TELEMETRY": "0",
            "GIT_CONFIG_GLOBAL": str(git),
            "GIT_CONFIG_NOSYSTEM": "1",
        }


def set_up(folder: Path) -> Tools:
    """Install what is missing below `folder`; Trueplan is built anew from the working tree."""
    folder.mkdir(parents=True, exist_ok=True)
    environment = folder / "venv"
    python = environment / "bin" / "python"
    if not python.exists():
        venv.create(environment, with_pip=True)
    _install_trueplan(python)
    absent: dict[str, str] = {}
    problem = _run(_pip(python, "install", "--require-hashes", "-r", "requirements/bench.txt"))
    if problem:
        absent |= dict.fromkeys(("rumdl", "planwright"), f"pip could not install it: {problem}")
    problem = _install_node_packages(folder / "npm")
    if problem:
        absent |= dict.fromkeys(("Backlog.md", "OpenSpec"), problem)
    node = folder / "npm" / "node_modules" / ".bin"
    return Tools(
        folder,
        python,
        environment / "bin" / "trueplan",
        _program(environment / "bin" / "rumdl", "rumdl", absent),
        _program(environment / "bin" / "planwright", "planwright", absent),
        _program(node / "backlog", "Backlog.md", absent),
        _program(node / "openspec", "OpenSpec", absent),
        absent,
    )


def _install_trueplan(python: Path) -> None:
    """Build the compiled wheel and install it, without the tools of the checkout beside it."""
    just = str(Path(sys.executable).with_name("just"))
    for words in (
        _pip(python, "install", "--require-hashes", "-r", "requirements/run.txt"),
        [just, "wheel"],
    ):
        problem = _run(words)
        if problem:
            raise SetUpFailed(f"{problem}\nrun scripts/test once, it installs what building needs")
    wheel = next((ROOT / "build" / "wheels").glob("*.whl"))
    problem = _run(_pip(python, "install", "--no-deps", "--force-reinstall", str(wheel)))
    if problem:
        raise SetUpFailed(problem)


def _install_node_packages(folder: Path) -> str:
    """Install the peers from npm; returns what stood in the way, or ""."""
    if all(_node_version(folder, name) == version for name, version in NODE_PACKAGES.items()):
        return ""
    if shutil.which("npm") is None or shutil.which("node") is None:
        return "node and npm are not on this machine"
    options = ["--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts"]
    packages = [f"{name}@{version}" for name, version in NODE_PACKAGES.items()]
    problem = _run(["npm", "install", "--prefix", str(folder), *options, *packages])
    return f"npm could not install it: {problem}" if problem else ""


def _node_version(folder: Path, name: str) -> str | None:
    package = folder / "node_modules" / name / "package.json"
    try:
        version = json.loads(package.read_bytes())["version"]
    except (OSError, ValueError, KeyError):
        return None
    return str(version)


def _program(path: Path, name: str, absent: dict[str, str]) -> Path | None:
    if name in absent:
        return None
    if not path.exists():
        absent[name] = "it was installed without its program"
        return None
    return path


def _pip(python: Path, *words: str) -> list[str]:
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input", "--root-user-action", "ignore"]
    return [str(python), "-m", "pip", words[0], *quiet, *words[1:]]


def _run(words: list[str]) -> str:
    """Run a step of the installation; returns the last line of its complaint, or ""."""
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return ""
    said = [line for line in (done.stderr + done.stdout).splitlines() if line.strip()]
    return _ADDRESS.sub("(an address)", said[-1]) if said else f"exit code {done.returncode}"
