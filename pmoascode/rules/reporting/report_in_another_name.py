"""report-in-another-name."""

from pmoascode.change import as_known, earlier
from pmoascode.finding import Severity
from pmoascode.forge import PullRequest, author_person, signs
from pmoascode.measures.reporters import may_report
from pmoascode.measures.stated import reported_work
from pmoascode.measures.wording import called
from pmoascode.office import Office
from pmoascode.office.naming import person_name
from pmoascode.records.report import Report
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="Role description of the project manager",
    bad=(
        """
        # author: release-bot
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg  # <--
        rating: {overall: green}
        """,
        """
        # author: ana-keller
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg  # <--
        rating: {overall: green}
        """,
    ),
    good=(
        """
        # author: tom-berg
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green}

        # projects/ghost/reports/2026-w45.yaml
        date: 2026-11-09
        by: sam-okoro
        rating: {overall: green}
        """,
        """
        # author: ana-keller
        # approved by: tom-berg
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green}
        """,
        """
        # author: ana-keller
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        prepared_by: ana-keller
        rating: {overall: green}
        """,
        """
        # author: li-wen
        # commits by: li-wen, omar-haddad
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green}
        """,
        """
        # author: ana-keller
        # before: projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green}

        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green}
        accepted: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-11-10}
        """,
    ),
)
def report_in_another_name(
    report: Report,
    office: Office,
    before: Office,
    authority: Office,
    pull_request: PullRequest,
) -> Problems:
    """A status report was handed in by someone other than those who may report.

    What a report says is believed because of the name under it. So a new one is handed in by
    somebody who may report on the work, or is approved by the person whose name it bears. Whether
    that person may report is judged as report-by-outsider. Only the newest report of running work
    is judged, when it is new.

    To put it right, ask the person named under `by` to approve this pull request, or let somebody
    open it who may report on the work.
    """
    work = reported_work(office, report)
    if work is None or earlier(report, before, office):
        return
    names = filter(None, (report.by, report.prepared_by))
    author = author_person(pull_request, authority)
    if any(signs(pull_request, authority, name) for name in names):
        return
    known = as_known(work, authority, office)
    if author and may_report(author.id, report, known, authority):
        return
    account = pull_request.author
    who = f"the account {account.login}" if account else "somebody not known here"
    if author:
        who = called(author.name, author.id)
    yield (
        report.at("by"),
        (
            f"status report {report.id} of {called(work.name, work.id)} bears the name of"
            f" {person_name(report.by, office)} and was handed in by {who}, who does not report on"
            f" it; {person_name(report.by, office)} has not approved it"
        ),
    )
