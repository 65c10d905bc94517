"""What an edition has: a page that it keeps back stands in no navigation, link or search."""

from collections.abc import Mapping, Sequence

from pmoascode.audience import Edition
from pmoascode.measures import cost
from pmoascode.records.kinds import KINDS

# Register to the kind of its records.
KIND_OF = {
    kind.pattern.rpartition("/")[2].removesuffix(".yaml"): kind.name
    for kind in KINDS
    if kind.shape == "register"
}
KIND_OF["reviews"] = "review"

# What a page is about as a whole: without any of it there is nothing to say, not even that there
# is none.
SUBJECTS: Mapping[str, Sequence[str]] = {
    "risks": ("risk",),
    "benefits": ("benefit",),
    "dependencies": ("dependency",),
    "alignment": ("objective",),
    "standards": ("standard",),
    "meetings": ("meeting",),
    "milestones": ("project.milestones",),
    "money": cost.KEPT_IN,
    **{f"registers/{name}": (kind,) for name, kind in KIND_OF.items()},
}
# Without what a page judges the work by, it would say of all of it that it has none.
_JUDGED_BY: Mapping[str, Sequence[str]] = {
    "alignment": ("project.objectives", "programme.objectives"),
    "pipeline": ("lifecycle.phases",),
    "priority": ("portfolio.priority_model", "project.priority"),
}
_OF_THE_WHOLE = ("findings", "governance-health")  # pages, and a table: they tell of everything
_TABLES: Mapping[str, str] = {**KIND_OF, "milestones": "project.milestones"}


def has_page(edition: Edition, path: str) -> bool:
    """Whether the edition has what the page at the path is about."""
    if path in _OF_THE_WHOLE:
        return edition.is_whole
    subjects = SUBJECTS.get(path, ())
    is_empty = bool(subjects) and all(edition.lacks(each) for each in subjects)
    return not is_empty and not edition.lacks(*_JUDGED_BY.get(path, ()))


def has_table(edition: Edition, name: str) -> bool:
    """Whether the edition has what the table of open data holds."""
    if name in _OF_THE_WHOLE:
        return edition.is_whole
    return name not in _TABLES or not edition.lacks(_TABLES[name])
