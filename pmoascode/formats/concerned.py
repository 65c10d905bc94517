"""Which of the findings that were there before concern the change, or whoever asked for it."""

from functools import cached_property

from pmoascode.forge import author_person
from pmoascode.formats.result import Result
from pmoascode.formats.subjects import Subject, Subjects
from pmoascode.formats.whose_move import Mover


class Concerned:
    """Tells the findings of the work that a change touches, and those that are its author's move.

    They are no reason to stop the change, but nobody else is nearer to putting them right.
    """

    def __init__(self, result: Result, subjects: Subjects) -> None:
        self._result = result
        self._subjects = subjects

    def __call__(self, subject: Subject, mover: Mover) -> bool:
        """Whether a finding about the subject, which waits for the mover, is one of them."""
        is_own = bool(self._author) and mover.person == self._author
        return is_own or (subject.work is not None and subject.work.name_in_full in self._touched)

    @cached_property
    def _author(self) -> str:
        request, authority = self._result.pull_request, self._result.before
        author = author_person(request, authority) if request and authority else None
        return author.id if author else ""

    @cached_property
    def _touched(self) -> frozenset[str]:
        """The projects, programmes and portfolios of which the change touches a file."""
        if self._result.before is None:
            return frozenset()
        now, then = self._result.office.documents, self._result.before.documents
        changed = {
            path
            for path in {*now, *then}
            if (path in now) != (path in then) or now[path].text != then[path].text
        }
        works = map(self._subjects.work_of_path, changed)
        return frozenset(work.name_in_full for work in works if work)
