"""The posts of an office that begins: who stands above the PMO, and its head."""

from collections.abc import Mapping
from dataclasses import dataclass

from pmoascode.starting.answers import Answers, Someone, Superior
from pmoascode.starting.naming import id_of

TITLES: Mapping[Superior, str] = {
    "chief-executive": "Chief Executive",
    "chief-operating-officer": "Chief Operating Officer",
    "chief-information-officer": "Chief Information Officer",
}
HEAD = "head-of-pmo"
UNITS = ("executive", "pmo")  # beside the department's


@dataclass(frozen=True)
class Post:
    """A position, and who fills it."""

    title: str
    level: str
    unit: str
    reports_to: str = ""
    holder: Someone | None = None


@dataclass(frozen=True)
class Posts:
    """The positions by their ids."""

    answers: Answers

    @property
    def department_id(self) -> str:
        """The id of the department's unit; empty where the PMO belongs to none."""
        department = self.answers.department
        return id_of(department, "department", UNITS) if self._is_under_director else ""

    @property
    def top(self) -> str:
        """The executive post: the senior leadership line of the PMO."""
        return "chief-executive" if self._is_under_director else self.answers.reports_to

    @property
    def above(self) -> str:
        """The post to which the PMO reports."""
        return "director" if self._is_under_director else self.top

    @property
    def all(self) -> Mapping[str, Post]:
        """Each post, the highest first."""
        answers, title = self.answers, TITLES[self._top]
        if not self._is_under_director:
            top = Post(title, "executive", "executive", holder=answers.superior)
            return {self.top: top, HEAD: self._head("pmo")}
        director = Post(
            f"Director of {answers.department}",
            "department-head",
            self.department_id,
            self.top,
            answers.superior,
        )
        top = Post(title, "executive", "executive", holder=answers.executive)
        return {self.top: top, self.above: director, HEAD: self._head("pmo")}

    @property
    def _top(self) -> Superior:
        return "chief-executive" if self._is_under_director else self.answers.reports_to

    @property
    def _is_under_director(self) -> bool:
        return self.answers.reports_to == "department"

    def _head(self, unit: str) -> Post:
        return Post("Head of the PMO", "department-head", unit, self.above, self.answers.head)
