"""What a hostile pull request is."""

from typing import NamedTuple

from tests.gate.branches import Pull


class Hostile(NamedTuple):
    """A pull request, and the rule that must block it; none where the check refuses to judge."""

    rule: str
    pull: Pull
