"""The rule that ids stay, and are given once."""

from pmoascode.change import changes
from pmoascode.finding import Severity
from pmoascode.measures.renaming import likely_renames, with_former_ids
from pmoascode.office import Office
from pmoascode.office.naming import record_name
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="starter",
    source="BABOK: a reference is never used again",
    waivable=False,
    bad=(
        """
        # before: projects/hermes/risks.yaml
        no-streets:
          title: The list of streets comes late
          owner: sam-okoro
          response: reduce
          probability: 2
          impact: 2
          review: 2026-12-01
        # projects/hermes/risks.yaml
        late-streets:  # <--
          title: The list of streets comes late
          owner: sam-okoro
          response: reduce
          probability: 1
          impact: 2
          review: 2026-12-01
        """,
        """
        # people/lee-park.yaml
        name: Lee Park
        former_ids: [lee-kim, tom-berg]  # <--
        active_from: 2026-11-01
        """,
    ),
    good=(
        """
        # before: people/lee-kim.yaml
        name: Lee Kim
        active_from: 2026-11-01
        # people/lee-kim.yaml (removed)
        # people/lee-park.yaml
        name: Lee Park
        former_ids: [lee-kim]
        active_from: 2026-11-01
        """,
        """
        # projects/hermes/risks.yaml
        no-streets: {title: The list of streets comes late, owner: sam-okoro}
        no-streets-either: {title: The list of streets comes late, owner: sam-okoro}
        """,
    ),
)
def record_renamed(office: Office, before: Office) -> Problems:
    """A record or an entry got another id, or an id that another record has had.

    Approvals, waivers, reports and minutes name a record by its id. If the id changes they speak of
    nothing, and if it is used again they speak of something else. Analysts hold that a reference
    is never used again.

    To put it right, give the record its old id back; a new name or title needs no new id. A
    project, programme, portfolio or person that must have another id names the old one in
    `former_ids`. Choose an id that was never used for what is new.
    """
    for was, now in likely_renames(changes(before, office)):
        yield (
            now.record.at_key(),
            (
                f"{record_name(now.record, office)} has the id `{now.record.id}`, but was known as "
                f"`{was.record.id}`"
            ),
        )
    for record in with_former_ids(office):
        for number, id in enumerate(record.former_ids):
            other = office.find(type(record), id)
            if other:
                yield (
                    record.at("former_ids", number),
                    (
                        f"`{id}` is a former id of {record.display_name}, and the id of another "
                        f"{other.kind} too"
                    ),
                    (other.at(),),
                )
