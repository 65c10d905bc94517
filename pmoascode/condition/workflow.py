"""A workflow of GitHub as it is read here: when it runs, what it calls, how it is pinned.

https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pmoascode.document import parse

FOLDER = ".github/workflows/"
_CHECK = re.compile(r"[\w.-]+/[\w.-]*pmo[\w.-]*@.*|.*/pmo-check\.yml(@.*)?")
_PINNED = re.compile(r"\./.*|[^@\s]+@([0-9a-f]{40}|sha256:[0-9a-f]{64})|docker://.+@sha256:.+")
_NO_COMMIT = re.compile(r"@0{40}$")  # where the program is not filled in yet


@dataclass(frozen=True)
class Workflow:
    """One file below `.github/workflows`."""

    path: str
    text: str
    has_own_action: bool = False  # the repository has the check in an action of its own

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.path.removeprefix(FOLDER)

    @cached_property
    def data(self) -> Mapping[str, Any]:
        """What it says; empty where it cannot be read."""
        return parse(self.path, self.text.encode("utf-8", "replace")).data

    @cached_property
    def triggers(self) -> Mapping[str, Any]:
        """What makes it run, with the settings of each."""
        said = self.data.get("on")
        if isinstance(said, dict):
            return said
        return dict.fromkeys([said] if isinstance(said, str) else said or ())

    @cached_property
    def jobs(self) -> Mapping[str, Mapping[str, Any]]:
        """The jobs by their ids."""
        said = self.data.get("jobs")
        jobs = said if isinstance(said, dict) else {}
        return {id: job for id, job in jobs.items() if isinstance(job, dict)}

    @cached_property
    def checks(self) -> tuple[str, ...]:
        """The names under which the forge reports the jobs that judge the records."""
        return tuple(self._checks())

    @property
    def uses(self) -> tuple[str, ...]:
        """Everything that it takes from elsewhere."""
        return tuple(
            str(part["uses"])
            for job in self.jobs.values()
            for part in (job, *steps(job))
            if "uses" in part
        )

    @property
    def unpinned(self) -> tuple[str, ...]:
        """What it takes by a name that can be moved."""
        return tuple(each for each in self.uses if not _PINNED.fullmatch(each))

    @property
    def unknown(self) -> tuple[str, ...]:
        """What is still to be filled in."""
        return tuple(each for each in self.uses if _NO_COMMIT.search(each))

    @property
    def publishes(self) -> bool:
        """Whether it publishes a site on Pages."""
        return any(each.startswith("actions/deploy-pages@") for each in self.uses)

    def judging_jobs(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """The jobs that judge the records, by their ids."""
        for id, job in self.jobs.items():
            if self._is_check(str(job.get("uses", ""))) or any(map(self._judges, steps(job))):
                yield id, job

    def _checks(self) -> Iterator[str]:
        for id, job in self.judging_jobs():
            name = str(job.get("name", id))
            yield f"{name} / records" if "uses" in job else name

    def _judges(self, step: Mapping[str, Any]) -> bool:
        return self._is_check(str(step.get("uses", ""))) or "pmo check" in str(step.get("run", ""))

    def _is_check(self, uses: str) -> bool:
        return bool(_CHECK.fullmatch(uses)) or (self.has_own_action and uses in ("./", "./tool"))


def steps(job: Mapping[str, Any]) -> tuple[Mapping[str, Any], ...]:
    """The steps of the job."""
    said = job.get("steps")
    return tuple(step for step in said if isinstance(step, dict)) if isinstance(said, list) else ()
