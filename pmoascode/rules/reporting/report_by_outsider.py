"""report-by-outsider."""

from pmoascode.change import as_known
from pmoascode.finding import Severity
from pmoascode.measures.reporters import may_report
from pmoascode.measures.stated import reported_work
from pmoascode.measures.wording import called
from pmoascode.office import Office
from pmoascode.records.report import Report
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="Role description of the project manager",
    bad=(
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: paul-weber  # <--
        rating: {overall: green}
        """,
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        prepared_by: sam-okoro  # <--
        rating: {overall: green}
        """,
        """
        # policy/delegations.yaml
        while-away:
          by: tom-berg
          to: sam-okoro
          powers: [report]
          within: apollo
          from: 2026-10-01
          until: 2026-11-01

        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: sam-okoro  # <--
        rating: {overall: green}
        """,
        """
        # policy/delegations.yaml
        while-away:
          by: tom-berg
          to: lena-novak
          powers: [report]
          within: apollo
          from: 2026-10-01
          until: 2026-11-30

        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: sam-okoro  # <--
        rating: {overall: green}
        """,
        """
        # policy/delegations.yaml
        while-away:
          by: tom-berg
          to: sam-okoro
          powers: [approve]
          within: apollo
          from: 2026-10-01
          until: 2026-11-30

        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: sam-okoro  # <--
        rating: {overall: green}
        """,
        """
        # policy/delegations.yaml
        while-away:
          by: li-wen
          to: sam-okoro
          powers: [report]
          within: hermes
          from: 2026-10-01
          until: 2026-11-30

        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: sam-okoro  # <--
        rating: {overall: green}
        """,
    ),
    good=(
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: li-wen
        prepared_by: tom-berg
        rating: {overall: green}
        """,
        """
        # policy/delegations.yaml
        while-away:
          by: tom-berg
          to: sam-okoro
          role: project-manager
          powers: [report]
          from: 2026-11-08
          until: 2026-11-30

        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: sam-okoro
        rating: {overall: green}
        """,
        """
        # assignments/pmo.yaml
        pmo-coordinator:
          - {person: omar-haddad, from: 2024-01-01, until: 2026-11-02}

        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        prepared_by: omar-haddad
        rating: {overall: green}

        # projects/ghost/reports/2026-w45.yaml
        date: 2026-11-09
        by: paul-weber
        rating: {overall: green}
        """,
        """
        # projects/apollo/reports/latest.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green}
        """,
    ),
)
def report_by_outsider(report: Report, office: Office, authority: Office) -> Problems:
    """A status report was prepared by someone without a reporting role on the project.

    A report is the word of those who run the work and know it. Those may report who manage the
    project or its programme, or have a part in status reports by the RACI table (it does, answers
    or helps), on the work, its programme or a unit; and those to whom one of them has delegated
    the power `report`. It is enough to have held the role on some day from the first of the period
    to the day of the report. Only the newest report of running work is judged.

    To put it right, enter in the field `by` somebody who may report on the work, as a rule its
    manager. If this person is to report, have the role or a delegation given to them first.
    """
    work = reported_work(office, report)
    if work is None:
        return
    for field, verb in (("by", "answered for"), ("prepared_by", "prepared")):
        person = authority.person(getattr(report, field))
        if person and not may_report(
            person.id, report, as_known(work, authority, office), authority
        ):
            yield (
                report.at(field),
                (
                    f"status report {report.id} of {called(work.name, work.id)} is {verb} by"
                    f" {called(person.name, person.id)}, who has no role that reports on it"
                ),
            )
