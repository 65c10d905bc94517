"""The facts as one audience of the policy gets them."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from pmoascode.audience import edition
from pmoascode.office import Office, Work
from pmoascode.pages.facts import Facts
from pmoascode.views.documents import State, as_shown, documents


def for_audience(facts: Facts, name: str) -> Facts:
    """The facts as the audience of the name gets them, of the earlier revision too.

    Raises:
        CannotRun: the policy has no such audience, or it leaves out what there is not.
    """
    told, redaction = edition(facts.office, name)
    office = redaction(facts.office)
    return replace(
        facts,
        office=office,
        earlier=redaction(facts.earlier) if facts.earlier else None,
        edition=told,
        states={} if told.is_whole else dict(_states(facts.office, office, facts.today)),
    )


def _states(
    whole: Office, shown: Office, today: dt.date
) -> Iterator[tuple[tuple[str, str], State]]:
    """By work and kind, how far this edition tells that each document is approved."""
    works: tuple[Work, ...] = (*shown.programmes, *shown.projects)
    for work in works:
        before = whole.find(type(work), work.id) or work
        known = {each.type: each for each in documents(whole, before, today)}
        for each in documents(shown, work, today):
            yield (work.name_in_full, each.type.kind), as_shown(each, known[each.type])
