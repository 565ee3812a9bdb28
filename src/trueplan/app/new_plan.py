"""Make a plan: its file, its row in the index, what is known of it filled in."""

from __future__ import annotations

import os
from collections.abc import Mapping

from trueplan.app.asked_plan import (
    AskedPlan,
    read_items,
    read_origin,
    read_phases,
    read_target,
)
from trueplan.app.change import (
    AT_ONCE,
    Carried,
    Change,
    Terms,
    carry_out,
    new_file,
)
from trueplan.app.index_row import list_in_index
from trueplan.app.plan_folder import find_plan_folder, folder_for
from trueplan.app.plan_template import Template, find_template
from trueplan.app.repository import Repository, Survey, open_repository, relative_path, survey
from trueplan.edit.adopt import Adopted, adopt
from trueplan.edit.document import Document, read_document
from trueplan.edit.own_template import fill_template
from trueplan.edit.relink import relink
from trueplan.edit.template import Draft, NewPhase, write_plan
from trueplan.errors import Refused, UsageError
from trueplan.git import user_name
from trueplan.markdown import parse, plain_text
from trueplan.record import AnyPath
from trueplan.text import apply_edits
from trueplan.workspace.naming import short_name
from trueplan.workspace.slug import slug_of

_USUAL_PHASES = 3
_LONGEST = 200  # letters of a topic


def make_new(
    folder: AnyPath, asked: AskedPlan, terms: Terms = AT_ONCE
) -> tuple[Repository, Carried]:
    """Make a plan. Raises Refused where its name is taken, UsageError, what `carry_out` does."""
    repository = open_repository(folder)
    return repository, carry_out(repository, lambda: make_plan(repository, folder, asked), terms)


def make_plan(repository: Repository, folder: AnyPath, asked: AskedPlan) -> Change:
    """Work out the change from the files as they are now."""
    return _Making(repository, folder, asked).change()


class _Making:
    """One new plan, from what is known of it to its bytes."""

    def __init__(self, repository: Repository, folder: AnyPath, asked: AskedPlan) -> None:
        self.repository = repository
        self.asked = asked
        self.overview: Survey = survey(repository)
        self.place = (
            folder_for(repository, asked.folder, folder)
            if asked.folder
            else find_plan_folder(repository, self.overview)
        )
        self.adopted = self._adopt(folder) if asked.origin else None
        self.items = read_items(repository, asked.backlog)
        self.topic = self._topic()
        self.phases = self._phases()
        self.template = find_template(repository, asked.template, folder, self.place)

    def change(self) -> Change:
        slug = slug_of(plain_text(self.topic))
        if not slug:
            raise UsageError(
                f"“{self.topic}” has no letter that a file could be named by",
                help="say in words what the plan is about",
            )
        path = f"{self.place}/{self.asked.today}-{slug}.md".lstrip("/")
        self._ensure_free(path)
        text = self._text()
        document = read_document(text, self.repository.configuration.lint.rates)
        self._ensure_reads(document)
        ref = short_name(path)
        row, told = list_in_index(self.repository, path, document)
        number = len(document.plan.phases)
        phases = f", {number} phase{'' if number == 1 else 's'}" if number else ""
        return Change(
            subject=f"{ref}: new plan",
            files=(new_file(path, text), *row),
            done=(f"made {ref}  {path}{phases}", *told),
            hints=self._hints(ref, document),
            plan=path,
        )

    def _adopt(self, folder: AnyPath) -> Adopted:
        """The file that is taken over; its links lead where they did."""
        word, root = self.asked.origin, self.repository.root
        source = read_origin(word, folder)
        path = relative_path(self.repository, word, folder)
        if path is not None:
            moved = {path: f"{self.place}/{os.path.basename(path)}"}
            edits = relink(
                parse(source),
                source,
                path,
                moved,
                lambda goal: os.path.exists(os.path.join(root, goal)),
            )
            source = apply_edits(source, edits)
        return adopt(source, keep_title=bool(self.asked.topic.strip()))

    def _topic(self) -> str:
        words = " ".join(self.asked.topic.split())
        if not words and self.adopted is not None:
            words = self.adopted.title
        if not words and self.items:
            words = self.items[0].item.feature
        if not words:
            raise UsageError(
                "a plan needs a topic",
                help='say it: trueplan new "Harbour lights"; --backlog and --from bring theirs',
            )
        if len(words) > _LONGEST:
            raise UsageError(
                f"a topic of {len(words)} letters is too long", help="say it in a line"
            )
        return words

    def _phases(self) -> tuple[NewPhase, ...]:
        """The phases that are asked for, else those of the file, else three."""
        titles, number = read_phases(self.asked.phases)
        phases = self.adopted.phases if self.adopted is not None else ()
        if phases and titles:
            raise UsageError(
                f"{self.asked.origin} has {len(phases)} phases of its own",
                help="leave out the titles of --phases",
            )
        found = list(phases or (NewPhase(title) for title in titles))
        usual = _USUAL_PHASES if self.adopted is None else 1
        wanted = number or (0 if found else usual)
        if number and number < len(found):
            raise UsageError(
                f"--phases {number} is less than the {len(found)} phases that are named"
            )
        found += [NewPhase() for _ in range(wanted - len(found))]
        return tuple(found)

    def _text(self) -> bytes:
        if self.template is not None:
            return self._from_own_template(self.template)
        configuration = self.repository.configuration
        bodies = self.adopted.bodies if self.adopted is not None else {}
        draft = Draft(self.topic, self.phases, self._fields(), bodies, configuration.approver or "")
        return write_plan(draft).encode()

    def _from_own_template(self, template: Template) -> bytes:
        said = "--from" if self.adopted is not None else "--phases" if self.asked.phases else ""
        if said:
            raise UsageError(
                f"{said} does not go with a template of one's own, {template.path}",
                help="--template built-in leaves it out of it",
            )
        return fill_template(template.source, self.topic, self.asked.today, self._fields())

    def _fields(self) -> dict[str, str]:
        known = self.adopted.fields if self.adopted is not None else {}
        owner = (
            " ".join(self.asked.owner.split())
            or known.get("owner")
            or self.repository.configuration.owner
            or user_name(self.repository.root)
        )
        fields = {
            "created": self.asked.today,
            "owner": owner or "",
            "status": known.get("status", ""),
            "target": read_target(self.asked) or self._target_to_come(known),
            "backlog": ", ".join(one.item.id for one in self.items),
        }
        return {key: value for key, value in fields.items() if value}

    def _target_to_come(self, known: Mapping[str, str]) -> str:
        """The target that a file brings, unless its day has passed already."""
        target = known.get("target", "")
        return target if target >= self.asked.today else ""

    def _ensure_free(self, path: str) -> None:
        """Raise Refused where a plan has the name already."""
        name = short_name(path)
        same = [one for one in self.overview.names if short_name(one) == name]
        if os.path.lexists(os.path.join(self.repository.root, path)):
            same.append(path)
        if same:
            raise Refused(
                f"there is a plan called {name} already: {same[0]}",
                help=f"`trueplan show {same[0]}` shows it; give the new one another topic",
            )

    def _ensure_reads(self, document: Document) -> None:
        """Raise UsageError where the text would read otherwise than it is meant."""
        plan = document.plan
        status = plan.header.status
        ticked = self.adopted is not None and "status" in self.adopted.fields
        begun = self.template is None and (ticked or any(phase.begun for phase in self.phases))
        wanted = "In Progress" if begun else "Planned"
        if status is None or status.value != ("in_progress" if begun else "planned"):
            said = f"“{status.raw}”" if status is not None else "nothing"
            raise UsageError(
                f"the status of the new plan would be {said}, not {wanted}",
                help=self._where_to_look(),
            )
        if self.template is None and len(plan.phases) != len(self.phases):
            raise UsageError(
                f"{len(plan.phases)} phases would be read where {len(self.phases)} are meant",
                help=self._where_to_look(),
            )
        closed = [one for one in plan.phases if one.marked_done or one.marked_cancelled]
        if closed and self.adopted is None:
            raise UsageError(
                f"“{closed[0].title or closed[0].number}” reads as a phase that is closed",
                help="give it another title",
            )

    def _where_to_look(self) -> str:
        if self.template is not None:
            return f"look at {self.template.path}; --template built-in leaves it out of it"
        if self.asked.origin:
            return f"something in {self.asked.origin} is taken for it; nothing was written"
        return "say it in other words; nothing was written"

    def _hints(self, ref: str, document: Document) -> tuple[str, ...]:
        hints = [
            f"{one.item.id} is {one.item.state} in {one.file.path}"
            for one in self.items
            if one.item.state in ("done", "cancelled")
        ]
        if any(phase.begun for phase in self.phases):
            hints.append(f"some of {self.asked.origin} is ticked, so the plan is in progress")
        elif document.plan.placeholders:
            hints.append(f"its comments say what belongs where; then `trueplan start {ref}`")
        return tuple(hints)
