"""What `pmo leave` says before it writes anything."""

from collections.abc import Iterator

from pmoascode.cli import holding_text as say
from pmoascode.cli.person_text import duties, part
from pmoascode.cli.table import heading
from pmoascode.office import Office
from pmoascode.office.naming import person_name
from pmoascode.records.tenure import Tenure
from pmoascode.views.leaving import Ending, Leaving


def leave(office: Office, found: Leaving) -> Iterator[str]:
    """The lines about everything that the person leaves behind."""
    who = found.person
    yield heading(f"{who.name} ({who.id}), last day {found.last}")
    yield from part(
        "Roles that end", ("Role", "Where", "Since", "#Time", "Then"), _endings(office, found)
    )
    void = [
        (say.role_title(office, h.role), h.scope.title, str(h.from_), person_name(h.person, office))
        for h in found.void
    ]
    yield from part("Roles that never begin", ("Role", "Where", "From", "Planned"), void)
    yield from duties(office, found.waiting, found.reports, found.ties)
    below = [
        (post.title, person_name(post.holder, office) if post.holder else say.NOBODY)
        for post in found.reports_to_them
    ]
    yield from part("Posts that report to theirs", ("Post", "Who"), below)
    yield from ("", summary(found))


def summary(found: Leaving) -> str:
    """How much it is, in one sentence."""
    ends, vacant = len(found.endings), sum(ending.gap is not None for ending in found.endings)
    said = [f"{say.counted(ends, 'role')} {'ends' if ends == 1 else 'end'}"]
    said += [f"{vacant} of them with nobody on the day after"] if vacant else []
    if found.waiting:
        said.append(f"{say.counted(len(found.waiting), 'decision')} for somebody else to take")
    if found.ties:
        said.append(f"{say.counted(len(found.ties), 'thing')} in their name")
    return f"{'; '.join(said)}."


def _endings(office: Office, found: Leaving) -> list[say.Row]:
    return [
        (
            say.role_title(office, ending.holding.role),
            ending.holding.scope.title,
            str(ending.holding.from_),
            say.cells(office, ending.holding)[2],
            then(office, ending),
        )
        for ending in found.endings
    ]


def then(office: Office, ending: Ending) -> str:
    """Who holds the role on the day after."""
    if ending.beside:
        names = " and ".join(person_name(id, office) for id in ending.beside)
        return f"{names} {'hold' if len(ending.beside) > 1 else 'holds'} it too"
    following = ending.following
    if following:
        name = person_name(following.person, office)
        before = f"; nobody {_days(ending.gap)}" if ending.gap else ""
        return f"{name} from {following.from_}{before}"
    if ending.gap is None:
        return "not needed further"
    plan = ", with a plan" if ending.is_planned else ""
    return f"nobody{plan}, {_days(ending.gap)}"


def _days(gap: Tenure) -> str:
    return f"{gap}{say.length(gap)}"
