"""What `pmo leave` says to other programs, beside what every act says."""

from pmoascode.cli.who_json import Json, holding, responsibilities, tenure
from pmoascode.views.leaving import Ending, Leaving


def leave(found: Leaving) -> Json:
    """Everything that the person leaves behind."""
    return {
        "person": found.person.id,
        "last_day": found.last.isoformat(),
        "ending": [_ending(ending) for ending in found.endings],
        "never_beginning": [holding(h) for h in found.void],
        **responsibilities(found.waiting, found.reports, found.ties),
        "reporting_to_them": [post.title for post in found.reports_to_them],
    }


def _ending(ending: Ending) -> Json:
    following = ending.following
    return holding(ending.holding) | {
        "also_held_by": list(ending.beside),
        "following": holding(following) if following else None,
        "gap": tenure(ending.gap) if ending.gap else None,
        "has_plan": ending.is_planned,
    }
