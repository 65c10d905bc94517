"""published-report-rewritten."""

from pmoascode.change import FieldChange, differences, earlier
from pmoascode.finding import Severity
from pmoascode.measures.wording import listed
from pmoascode.office import Office
from pmoascode.office.naming import scope_name
from pmoascode.records.report import Report
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="standard",
    source="Audit practice: corrections are visible",
    waivable=False,
    bad=(
        """
        # projects/apollo/reports/2026-09.yaml
        date: 2026-10-02
        by: tom-berg
        rating:
          overall: green
          schedule: green
          cost: green
          scope: green
          resources: green
          risk: green
          benefits: green
        headline: The pilot runs very well.  # <--
        summary: Two branches use the portal.
        achieved: [Pilot begun]
        planned: [End of the pilot]
        """,
        """
        # before: projects/apollo/reports/2026-09.yaml
        date: 2026-10-02
        by: tom-berg
        rating: {overall: green, schedule: green}
        accepted: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-10-06}
        corrections:
          - {date: 2026-10-06, by: tom-berg, field: headline, was: A, now: B, reason: A mistake.}
          - {date: 2026-10-07, by: tom-berg, field: summary, was: A, now: B, reason: A mistake.}

        # projects/apollo/reports/2026-09.yaml
        date: 2026-10-02
        by: tom-berg
        rating: {overall: green}  # <--
        accepted: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-10-07}
        corrections:
          - {date: 2026-10-06, by: tom-berg, field: headline, was: A, now: C, reason: A mistake.}
          - {date: 2026-10-07, by: tom-berg, field: summary, was: A, now: B, reason: A mistake.}
        """,
        """
        # before: projects/apollo/reports/2026-09.yaml
        date: 2026-10-02
        by: tom-berg
        rating: {overall: green, schedule: green}
        accepted: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-10-06}

        # projects/apollo/reports/2026-09.yaml
        date: 2026-10-02
        by: tom-berg
        rating: {overall: green, schedule: green}
        accepted:
          outcome: approved
          by: maria-silva
          as: sponsor
          date: 2026-10-07  # <--
        """,
        """
        # before: projects/apollo/reports/2026-09.yaml
        date: 2026-10-02
        by: tom-berg
        rating: {overall: green, schedule: green}
        corrections:
          - {date: 2026-10-06, by: tom-berg, field: headline, was: A, now: B, reason: A mistake.}
          - {date: 2026-10-07, by: tom-berg, field: summary, was: A, now: B, reason: A mistake.}

        # projects/apollo/reports/2026-09.yaml
        date: 2026-10-02
        by: tom-berg
        rating: {overall: green, schedule: green}
        corrections:
          - {date: 2026-10-06, by: tom-berg, field: headline, was: A, now: B, reason: A mistake.}
          - date: 2026-10-07
            by: tom-berg
            field: summary
            was: A
            now: D  # <--
            reason: A mistake.
        """,
    ),
    good=(
        """
        # before: projects/apollo/reports/2026-09.yaml
        date: 2026-10-02
        by: tom-berg
        rating: {overall: green, schedule: green}
        headline: The pilot runs.
        corrections:
          - {date: 2026-10-06, by: tom-berg, field: headline, was: A, now: B, reason: A mistake.}

        # projects/apollo/reports/2026-09.yaml
        date: 2026-10-02
        by: tom-berg
        # A remark is not part of the report.
        rating: {schedule: green, overall: green}
        headline: "The pilot runs."
        accepted: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-10-06}
        corrections:
          - {date: 2026-10-06, by: tom-berg, field: headline, was: A, now: B, reason: A mistake.}
          - date: 2026-11-10
            by: tom-berg
            field: rating.schedule
            was: green
            now: amber
            reason: The new date of the vendor had been overlooked.
        """,
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green}
        """,
        """
        # before: projects/apollo/reports/2026-09.yaml
        date: 2026-10-02
        by: tom-berg
        rating: {overall: green, schedule: green}
        headlin: The pilot runs.

        # projects/apollo/reports/2026-09.yaml
        date: 2026-10-02
        by: tom-berg
        rating: {overall: green, schedule: green}
        headline: The pilot runs.
        """,
    ),
)
def published_report_rewritten(report: Report, office: Office, before: Office) -> Problems:
    """A published status report was altered rather than corrected.

    What the office told its readers stays as it was told; else nobody can say later who knew what
    and when. A report is published once it is merged. After that the sponsor's `accepted` may still
    come, and `corrections` may be added at the end; layout and comments in the file do not count.
    A report that could not be read as it stood may be mended.

    To put it right, restore the report and add what has to change to its `corrections`: the field,
    what it says, what it should have said, and how the mistake came about.
    """
    old = earlier(report, before, office)
    if old is None or any(finding.place.path == old.path for finding in before.findings):
        return
    found = [change for change in differences(old, report) if not _may_follow(change, old)]
    if found:
        fields = dict.fromkeys(str(change.keys[0]) for change in found)
        yield (
            report.at(*found[0].keys),
            (
                f"status report {report.id} of {scope_name(report.scope_id, office)}"
                f" ({report.scope_id}) is published, and now says something else in"
                f" {listed([f'`{field}`' for field in fields])}"
            ),
        )


def _may_follow(change: FieldChange, published: Report) -> bool:
    """Whether the change is a first acceptance, or a correction added at the end."""
    field, *rest = change.keys
    if field == "accepted":
        return published.accepted is None
    return field == "corrections" and int(rest[0]) >= len(published.corrections)
