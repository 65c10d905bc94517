"""The condition of an office's set-up: what is in order, missing, odd, or to be looked at."""

from collections.abc import Callable, Iterable, Mapping

from pmoascode.condition.desk import desk
from pmoascode.condition.github_checks import github_checks
from pmoascode.condition.gitlab_checks import gitlab_checks
from pmoascode.condition.owners import owners
from pmoascode.condition.protection import protection
from pmoascode.condition.records import records
from pmoascode.condition.remark import STATES, TO_DO, Remark, State, counts
from pmoascode.condition.repository import repository
from pmoascode.condition.setup import Git, Records, Setup
from pmoascode.condition.site import NEEDED, site

__all__ = [
    "NEEDED",
    "STATES",
    "TO_DO",
    "Git",
    "Records",
    "Remark",
    "Setup",
    "State",
    "condition",
    "counts",
]


def condition(setup: Setup) -> Mapping[str, tuple[Remark, ...]]:
    """The remarks on each part of the set-up, in the order in which it is put right."""
    found = {title: tuple(look(setup)) for title, look in _PARTS.items()}
    return {title: remarks for title, remarks in found.items() if remarks}


def _checks(setup: Setup) -> Iterable[Remark]:
    if setup.records is None and setup.forge is None:
        return ()  # there is nothing to judge yet
    if setup.forge is None:
        said = "no forge is known that could judge a change"
        return (Remark("forge", "missing", said, "add the remote repository, then look again"),)
    return github_checks(setup) if setup.forge == "github" else gitlab_checks(setup)


_PARTS: Mapping[str, Callable[[Setup], Iterable[Remark]]] = {
    "Repository": repository,
    "Records": records,
    "Site": site,
    "Checks": _checks,
    "Code owners": owners,
    "This desk": desk,
    "On the forge": protection,
}
