"""What many tests share: Hypothesis profiles, repositories made of texts, the corpus."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "short",
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.register_profile(
    "long",
    max_examples=5000,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "short"))

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

Make = Callable[[Mapping[str, str | bytes]], Path]


@pytest.fixture
def make_repository(tmp_path: Path) -> Make:
    """Write files, named by their paths from the root, into a repository of their own."""

    def make(files: Mapping[str, str | bytes]) -> Path:
        (tmp_path / ".git").mkdir(exist_ok=True)
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return tmp_path

    return make


def put_in_git(folder: Path) -> None:
    """Make a folder a git repository of somebody called Wren, with all of it committed."""
    shutil.rmtree(folder / ".git", ignore_errors=True)
    for words in (
        ("init", "--quiet", "--initial-branch=main"),
        ("config", "user.name", "Wren"),
        ("config", "user.email", "wren@example.org"),
        ("add", "--all"),
        ("commit", "--quiet", "--allow-empty", "--message=Start"),
    ):
        subprocess.run(["git", *words], cwd=folder, check=True)


@pytest.fixture(scope="session")
def corpus() -> list[Path]:
    """The public plans that lie beside the project; tests that want them skip without."""
    files = sorted((SHARED / "corpus").glob("*.[mM][dD]"))
    if not files:
        pytest.skip("the folder shared/corpus is not beside the project")
    return files


@pytest.fixture(scope="session")
def clubs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The clubs repository at its last commit, replayed from its history."""
    stream = SHARED / "histories" / "clubs.fi.gz"
    if not stream.is_file():
        pytest.skip("the folder shared/histories is not beside the project")
    return replay(stream, tmp_path_factory.mktemp("clubs"))


def replay(stream: Path, folder: Path) -> Path:
    """Check the last commit of a compressed fast-import stream out into `folder`."""
    import gzip

    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    subprocess.run(
        ["git", "-C", str(folder), "fast-import", "--quiet"],
        input=gzip.decompress(stream.read_bytes()),
        check=True,
    )
    subprocess.run(
        ["git", "-C", str(folder), "symbolic-ref", "HEAD", "refs/heads/main"], check=True
    )
    subprocess.run(["git", "-C", str(folder), "reset", "-q", "--hard"], check=True)
    return folder
