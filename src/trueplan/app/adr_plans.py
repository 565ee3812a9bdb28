"""The open plans that rest on a decision."""

from __future__ import annotations

from collections.abc import Mapping

from trueplan.app.plan_files import PlanFile, read_plan_files
from trueplan.app.repository import Repository, Survey
from trueplan.lint.mention import adr_mentions
from trueplan.lint.subject import Subject, Surroundings
from trueplan.markdown import parse
from trueplan.model.companions import Adr
from trueplan.workspace.disk import DiskFiles


def plans_that_follow(
    repository: Repository, overview: Survey, adrs: Mapping[str, Adr], path: str, skipped: str
) -> list[tuple[str, str]]:
    """The plans, neither completed nor cancelled, that refer to the decision at `path`.

    Each by its reference and path; `skipped` is the path of one that is left out.
    """
    settings = repository.configuration.lint
    files = DiskFiles(repository.root, settings.largest_file)
    around = Surroundings(adrs)
    found = []
    for file in read_plan_files(repository, overview):
        if not isinstance(file, PlanFile) or file.path == skipped:
            continue
        status = file.plan.header.status
        if status is not None and status.value in ("completed", "cancelled"):
            continue
        markdown = parse(file.source)
        subject = Subject(
            file.path, file.ref, "plan", file.source, markdown, file.plan.links, file.plan,
            settings, "", around, files,
        )  # fmt: skip
        if any(mention.path == path for mention in adr_mentions(subject)):
            found.append((file.ref, file.path))
    return found
