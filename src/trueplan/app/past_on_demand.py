"""The past of a repository, opened when something first asks for it."""

from __future__ import annotations

import os

from trueplan.app.repository import Repository
from trueplan.lint.past import Past
from trueplan.record import TYPE_CHECKING
from trueplan.text.words import one_line

if TYPE_CHECKING:
    from trueplan.app.git_past import GitPast
    from trueplan.git.standpoint import Standpoint


class PastOnDemand:
    """Gives the past when called. Most plans never ask, and then nothing of it is even imported.

    Each process opens its own: a connection to the index cannot be inherited. Where the repository
    stands is asked once.
    """

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._opened: tuple[int, GitPast | None] | None = None
        self._standpoint: Standpoint | None = None
        self._remark = ""

    @property
    def remark(self) -> str:
        """Why nothing, or not all, can be said of the past, though git has one; else ""."""
        opened = self._opened[1] if self._opened is not None else None
        return self._remark or (opened.remark if opened is not None else "")

    def __call__(self) -> Past | None:
        """The past; None where git has no commit of the repository."""
        if self._opened is None or self._opened[0] != os.getpid():
            self._opened = (os.getpid(), self._find())
        return self._opened[1]

    def prepare(self) -> None:
        """Bring the index up to date, so that the processes that are forked then find it so."""
        self()
        self.close()

    def close(self) -> None:
        """Let go of what was opened; another question opens it anew."""
        self._remark = self.remark
        if self._opened is not None and self._opened[0] == os.getpid() and self._opened[1]:
            self._opened[1].close()
        self._opened = None

    def _find(self) -> GitPast | None:
        if not self._repository.in_git:
            return None
        from trueplan.app.git_past import find_past
        from trueplan.errors import GitError

        try:
            past = find_past(self._repository, self._standpoint)
        except GitError as error:  # what rules can see without the past, they see
            self._remark = one_line(error.message)
            return None
        self._standpoint = past.standpoint if past is not None else None
        return past
