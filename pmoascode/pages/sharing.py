"""Work in parts that do not depend on each other, so that several processes may do it."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

T = TypeVar("T")


class Share(Protocol):
    """Does jobs that do not depend on each other."""

    def __call__(self, jobs: Sequence[Callable[[], T]], /) -> Sequence[T]:
        """What they give, in their order."""
        ...


def one_by_one(jobs: Sequence[Callable[[], T]]) -> Sequence[T]:
    """What the jobs give, all of them done here."""
    return [job() for job in jobs]
