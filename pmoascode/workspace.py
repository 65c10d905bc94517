"""What a command needs to begin: the records of a folder or a revision, the day, the verdict."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path, PurePosixPath
from typing import Any

from pmoascode import own_rules
from pmoascode.acts import Draft
from pmoascode.acts.renaming import claimed, renamed
from pmoascode.commit import Commit
from pmoascode.document import Blob
from pmoascode.exchange.codeowners import CodeOwners
from pmoascode.finding import CannotRun, Finding, order
from pmoascode.forge import Forge, PullRequest
from pmoascode.office import Office, in_turn, kind_of, load
from pmoascode.rule import Rule
from pmoascode.rules import RULES
from pmoascode.verdict import Finder, Hints, Verdict, hints, judge, judge_change
from pmoascode.verdict.code_owners import NO_OWNER_FILES, OwnerFiles, generated, owner_findings
from pmoascode.whereabouts import RECORDS, nearest
from pmoascode.worktree import (
    built_in_files,
    files_in,
    in_processes,
    owner_files,
    repository_root,
)

_MANY = 2000  # files whose judging takes longer than to begin another process
NAMES = frozenset(rule.name for rule in RULES)  # which no rule of the office's own can take


@dataclass(frozen=True)
class Workspace:
    """An office as a command sees it, on a day, at a revision, beside a base where there is one."""

    folder: Path  # of the records, in the working tree
    files: Mapping[str, Blob]
    today: dt.date
    commit: Commit | None = None  # the revision that is shown; None for the working tree
    base: Mapping[str, Blob] | None = None  # the records before the change that is judged
    pull_request: PullRequest | None = None  # who made and approved the change, if it is known
    hearsay: PullRequest | None = None  # else what the commits of the change say of themselves,
    committed: Mapping[str, Blob] | None = None  # and the records that they led to
    below: str = RECORDS  # the path of the records from the repository's root
    owner_files: OwnerFiles = NO_OWNER_FILES  # the CODEOWNERS beside the records
    # what it has read and judged, which its drafts need not read and judge again
    known: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def office(self) -> Office:
        """The records, read; what is wrong with the office's own rules is found in reading too."""
        return self._read(self.files)

    def _read(self, files: Mapping[str, Blob]) -> Office:
        """The office of the files; the same one where the files are the same."""
        key = frozenset((path, blob.id, blob.size, blob.mode) for path, blob in files.items())
        if key not in self.known:
            office = load(files, built_in_files(), self.known.setdefault("files", {}), in_processes)
            flaws = tuple(own_rules.flaws(office, NAMES))
            findings = tuple(sorted((*office.findings, *flaws), key=order))
            self.known[key] = replace(office, findings=findings)
        found: Office = self.known[key]
        return found

    @cached_property
    def before(self) -> Office | None:
        """The records before the change that is judged, under the ids that the change gives them.

        A record that says which id it had is the same record: what else the change does to it, or
        to those that name it, is seen as an edit.
        """
        if self.base is None:
            return None
        files, before = self.base, self._read(self.base)
        for record, id in claimed(self.office, before):
            with suppress(CannotRun):  # what cannot be followed is judged as removed and added
                files = renamed(before, files, record, id).files(files)
                before = self._read(files)
        return before

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that judge: the office's own are the base's, where there is one."""
        return (*RULES, *self.own_rules)

    @cached_property
    def own_rules(self) -> tuple[Rule, ...]:
        """The office's own rules that can be asked."""
        return own_rules.rules(self.before or self.office, NAMES)

    @cached_property
    def verdict(self) -> Verdict:
        """What the rules say of the records on the day, or of their change from the base."""
        if self.before is None:
            return judge(self.office, self.rules, today=self.today, run=self._run)
        return judge_change(
            self.office,
            self.before,
            self.rules,
            today=self.today,
            pull_request=self.pull_request,
            of_base=self._verdict_of_base(self.before),
        )

    @property
    def _run(self) -> Callable[[Sequence[Finder]], Sequence[Sequence[Finding]]]:
        """How rules are asked: in several processes where the files are many."""
        return partial(in_processes, few=2) if len(self.files) >= _MANY else in_turn

    def _verdict_of_base(self, before: Office) -> Verdict:
        """What the rules say of the records before the change."""
        if self.known.get("before") is not before:
            verdict = judge(before, self.rules, today=self.today, run=self._run)
            self.known.update(before=before, verdict=verdict)
        found: Verdict = self.known["verdict"]
        return found

    @cached_property
    def hints(self) -> Hints:
        """What the commits of the change suggest of who did it, where no forge has said it.

        What is not committed yet has no author, so it is left out.
        """
        if self.before is None or self.hearsay is None or self.committed is None:
            return Hints()
        committed = self._read(self.committed)
        return hints(committed, self.before, self.rules, self.hearsay, self.today)

    @cached_property
    def whole_verdict(self) -> Verdict:
        """The verdict, and what is wrong with CODEOWNERS, which is no record and on no page."""
        found: dict[bool, list[Finding]] = {True: [], False: []}
        for finding, is_new in owner_findings(self.owner_files, *self._owners_wanted):
            above = "../" * len(PurePosixPath(self.below).parts)
            place = replace(finding.place, path=above + finding.place.path)
            found[is_new].append(replace(finding, place=place))
        return replace(
            self.verdict,
            findings=tuple(sorted((*self.verdict.findings, *found[True]), key=order)),
            standing=tuple(sorted((*self.verdict.standing, *found[False]), key=order)),
        )

    def drafted(self, draft: Draft) -> "Workspace":
        """The workspace as the draft would leave it; a CODEOWNERS that was up to date stays so."""
        after = replace(self, files=draft.files(self.files))
        now = self.owner_files.now.items()
        owners = {path: self._owners_after(text, after) for path, text in now}
        return replace(after, owner_files=replace(self.owner_files, now=owners))

    def _owners_after(self, text: str, after: "Workspace") -> str:
        """The text of a CODEOWNERS; if the records had it so, the generated part is made anew."""
        start, forge = generated(text) or (0, None)
        if forge is None or text[start:] != _owners_text(
            self.office, self.below, self.today, forge
        ):
            return text
        return text[:start] + _owners_text(after.office, self.below, self.today, forge)

    @property
    def _owners_wanted(self) -> tuple[Callable[[Forge], str], ...]:
        """What CODEOWNERS should say, and should have said before the change."""
        offices = (self.office, self.before) if self.before else (self.office,)
        return tuple(partial(_owners_text, office, self.below, self.today) for office in offices)

    @cached_property
    def failed_examples(self) -> tuple[Finding, ...]:
        """The examples that the office's own rules judge otherwise than they say."""
        return tuple(own_rules.failed_examples(self.office, NAMES))


def _owners_text(office: Office, below: str, day: dt.date, forge: Forge) -> str:
    return CodeOwners(office, below, day, forge).text


def of_folder(folder: Path | None = None, today: dt.date | None = None) -> Workspace:
    """The workspace of the files as they are, in the folder or the nearest `portfolio` upwards.

    Raises:
        CannotRun: there is no such folder, or not one record in it.
    """
    folder = (folder or nearest()).resolve()
    files = files_in(folder)
    if not any(kind_of(path) for path in files):
        raise CannotRun(f"there is no record in {folder}; an office begins with organisation.yaml")
    root = repository_root(folder)
    below = folder.relative_to(root).as_posix()
    return Workspace(
        folder,
        files,
        today or utc_today(),
        below="" if below == "." else below,
        owner_files=OwnerFiles(owner_files(root)),
    )


def utc_today() -> dt.date:
    """The real day, in UTC."""
    return dt.datetime.now(dt.UTC).date()
