"""The ratings of a report: as given, else as answered beside what the data say, else as before."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pmoascode.acts.reporting import Reporting
from pmoascode.cli.asking import chosen, said
from pmoascode.editors.ids import Offer
from pmoascode.formats.result import visible
from pmoascode.measures.colour import WEIGHT
from pmoascode.office.fields import field_schema
from pmoascode.records.kinds import Kind

Say = Callable[[str], None]


def ratings(
    reporting: Reporting, kind: Kind, given: Mapping[str, str], *, asks: bool, say: Say
) -> dict[str, str]:
    """Dimension to rating, overall first; overall is the worst of the others if not given."""
    parts = [name for name in dict.fromkeys((*given, *reporting.dimensions)) if name != "overall"]
    found = {name: given.get(name, reporting.rated.get(name, "")) for name in parts}
    open_ = [name for name in parts if name not in given]
    if asks:
        for name in open_:
            is_first = name == open_[0]
            found[name] = _asked(reporting, kind, name, found[name], explains=is_first)
    found = {name: rating for name, rating in found.items() if rating}
    before = [f"{name} {found[name]}" for name in open_ if name in found and not asks]
    if before:
        say(f"Not given, so as in {_before(reporting)}: {', '.join(before)}.")
    overall = given.get("overall", "")
    worst = max(found.values(), key=_weight, default="")
    if not overall:
        overall = _asked(reporting, kind, "overall", worst) if asks else worst
    return {"overall": overall, **found} if overall else found


def differing(
    reporting: Reporting, rated: Mapping[str, Any], comments: Mapping[str, str]
) -> Iterator[str]:
    """The dimensions that are rated better than the data say, and not commented on."""
    for name, rating in rated.items():
        if reporting.is_better_than_data(name, rating) and name not in comments:
            yield name


def comment(reporting: Reporting, name: str, rating: str) -> str:
    """Why the rating is better than the data say, as answered."""
    found = reporting.data_says[name]
    about = f"The data say {found.colour}. {found.reason} Why is it {rating} all the same?"
    return said(f"Comment on {name}", about, str)


def _asked(
    reporting: Reporting, kind: Kind, name: str, usual: str, *, explains: bool = False
) -> str:
    """The rating of one dimension; what can be left out is all but the overall one."""
    part = field_schema(kind, ("rating", name)) or {}
    said_of = dict(zip(part.get("enum", ()), part.get("enumDescriptions", ()), strict=False))
    scale = tuple(
        Offer(each, about=said_of.get(each, "") if explains else "")
        for each in reporting.office.policy.scale
    )
    data = reporting.data_says.get(name)
    lines = [str(part.get("description", ""))]
    if data:
        lines.append(f"By the data: {data.colour}. {data.reason}")
    if name in reporting.rated:
        lines.append(f"In {_before(reporting)}: {reporting.rated[name]}")
    about = "\n  ".join(visible(line) for line in lines)
    title = str(part.get("title", name))
    return chosen(title, about, scale, usual, is_optional=name != "overall")


def _before(reporting: Reporting) -> str:
    return reporting.last.id if reporting.last else ""


def _weight(rating: str) -> int:
    return next((weight for colour, weight in WEIGHT.items() if colour == rating), 0)
