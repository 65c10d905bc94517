"""The open dependencies of the portfolio: who gives, how late, who has not confirmed."""

from pmoascode.views.dependencies import open_needs
from tests.measures.small_office import office

FILES = {
    "projects/apollo/project.yaml": "name: Apollo\nstatus: active\n",
    "projects/apollo/dependencies.yaml": """\
list: {title: List, giver: {project: hermes, milestone: live}, need_by: 2027-01-10}
bank:
  title: Bank
  giver: {external: Our bank}
  need_by: 2026-12-01
  agreed: 2026-11-20
  confirmed: {giver: {by: tom-berg, date: 2026-10-01}, receiver: {by: tom-berg, date: 2026-10-01}}
came: {title: Came, giver: {external: Registry}, status: delivered}
""",
    "projects/hermes/project.yaml": """\
name: Hermes
status: active
milestones: {live: {title: Live, baseline: 2027-01-01, forecast: 2027-01-20}}
""",
    "people/tom-berg.yaml": "name: Tom Berg\n",
}


def test_the_latest_come_first_with_their_givers() -> None:
    assert [
        (row.need.dependency.id, row.giver, row.need.days_late, row.unconfirmed)
        for row in open_needs(office(FILES))
    ] == [("list", "Hermes", 10, ("giver", "receiver")), ("bank", "Our bank", -11, ())]
