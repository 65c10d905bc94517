"""Hints in words: what the commits suggest, whose approval is needed, which addresses are nobody's.

None of it is proof, and each format says so beside it.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property

from pmoascode.finding import Finding
from pmoascode.formats.result import Result
from pmoascode.formats.subjects import Subjects
from pmoascode.formats.whose_move import Movers
from pmoascode.measures.wording import listed

ABOUT = (
    "Hints from what the commits say of themselves, which anybody can write. They are no proof and"
    " block nothing; proof is what the forge says of the pull request (--reviews)"
)
_MOST = 5  # places, or addresses, that one hint names


class ToldHints:
    """The hints of a verdict as sentences, in which code stands between backticks."""

    def __init__(self, result: Result, *, discreet: bool = True) -> None:
        self._result = result
        self._discreet = discreet  # whether people are named as far as the policy lets pages do

    def sentences(self) -> Iterator[str]:
        """One for each suspicion and each person who has to approve, one for all addresses."""
        for finding in self._result.verdict.hints.suspected:
            yield f"{finding.message} ({self._place(finding)})"
        for who, findings in self.by_approver.items():
            places = _first([self._place(finding) for finding in findings])
            yield f"the approval of {who}, which cannot be seen here, is needed for {places}"
        addresses = self._result.verdict.hints.unknown
        if addresses:
            yield (
                f"there are commits by {_first(addresses)}, and nobody was known by that before the"
                " change; a person's addresses stand under `identities.emails`"
            )

    @cached_property
    def by_approver(self) -> Mapping[str, list[Finding]]:
        """Who has to approve, and what, the most first."""
        found: dict[str, list[Finding]] = {}
        if awaited := self._result.verdict.hints.awaited:
            subjects = Subjects(self._result.office)
            authority = self._result.before or self._result.office
            day = self._result.verdict.today
            movers = Movers(self._result.office, authority, day, discreet=self._discreet)
            for finding in awaited:
                who = str(movers.of(finding, subjects.of(finding)))
                found.setdefault(who, []).append(finding)
        return dict(sorted(found.items(), key=lambda each: (-len(each[1]), each[0])))

    def _place(self, finding: Finding) -> str:
        return self._result.path(f"{finding.place.path}:{finding.place.line}")


def _first(named: list[str] | tuple[str, ...]) -> str:
    more = len(named) - _MOST
    return listed([*named[:_MOST], *([f"{more} more"] if more > 0 else [])])
