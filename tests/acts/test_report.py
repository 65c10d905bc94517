"""`pmo report`: filled in from the records, with the judgement of whoever answers for it."""

import datetime as dt
import json
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from pmoascode.acts.reporting import Reporting, reporting
from pmoascode.document import parse
from pmoascode.measures.colour import WEIGHT
from pmoascode.measures.cost import money
from pmoascode.measures.exposure import exposure
from pmoascode.measures.schedule import overdue
from pmoascode.office import Office, Work
from pmoascode.workspace import of_folder
from tests.acts.conftest import Desk
from tests.checkouts import git

EXAMPLE = Path(__file__).resolve().parents[2] / "portfolio"
NEXT = "2026-12-02"  # two days after the next period of the valid office ends
AFTER = dt.date(2026, 12, 3)  # three days after that of the example
REPORT = "projects/apollo/reports/2026-11.yaml"
GREEN = ("report", "apollo", "--headline", "Training begins")
AMBER = (
    *("report", "apollo", "--schedule", "amber", "--headline", "Training is late"),
    *("--change-reason", "A trainer is ill", "--cause", "One of two trainers is ill"),
)
ACTION = {"do": "Find a trainer", "owner": "nora-lind", "due": "2026-12-18"}


def test_it_is_filled_in_from_the_records_and_the_last_report(desk: Desk) -> None:
    assert desk.run(*GREEN, day=NEXT) == 0, desk.output
    assert desk.text(REPORT) == (
        "date: 2026-12-02\n"
        "by: tom-berg\n"
        "rating:\n"
        "  overall: green\n"
        "  schedule: green\n"
        "  cost: green\n"
        "  scope: green\n"
        "  resources: green\n"
        "  risk: green\n"
        "  benefits: green\n"
        "headline: Training begins\n"
        "planned:\n"
        '  - "Portal open, on 2027-03-12"\n'
        "figures:\n"
        "  milestones:\n"
        "    design-done: 2026-06-02\n"
        "    pilot-end: 2026-10-14\n"
        "    go-live: 2027-03-12\n"
        "  finish: 2027-06-30\n"
        "  cost_baseline: 1250000\n"
        "  cost_forecast: 1250000\n"
        "  cost_actual: 410000\n"
        "  exposure: 30000\n"
    ).replace('"', "")
    assert desk.output.startswith(
        "Tom Berg (tom-berg) answers for it; --by names somebody else.\n"
        "Not given, so as in 2026-10: schedule green, cost green, scope green, resources green,"
        " risk green, benefits green.\n"
    )
    assert "The rules would say" not in desk.output


def test_its_figures_are_those_of_the_measures(desk: Desk) -> None:
    assert desk.run(*GREEN, day=NEXT) == 0
    office = of_folder(desk.records, dt.date.fromisoformat(NEXT)).office
    (work,) = [project for project in office.projects if project.id == "apollo"]
    report, cost, risks = office.last_report(work), money(office, work), exposure(office, work)
    assert report
    assert report.figures
    assert cost
    assert risks
    assert report.figures.milestones == {id: m.expected for id, m in work.milestones.items()}
    assert report.figures.finish == work.last_day
    stated = (
        report.figures.cost_baseline,
        report.figures.cost_forecast,
        report.figures.cost_actual,
    )
    assert stated == (cost.baseline, cost.forecast, cost.actual)
    assert report.figures.exposure == risks.money == Decimal(30000)


def test_exposure_is_stated_in_cents(desk: Desk) -> None:
    path = desk.records / "projects/apollo/risks.yaml"
    path.write_text(desk.text("projects/apollo/risks.yaml").replace("60000", "60000.33"), "utf-8")
    assert desk.run(*GREEN, day=NEXT) == 0, desk.output
    assert "  exposure: 30000.16\n" in desk.text(REPORT)
    assert "The rules would say" not in desk.output


def test_an_amber_report_says_why_and_what_is_done(desk: Desk) -> None:
    way = ("--action", "Find a trainer; nora-lind; 2026-12-18", "--green-on", "2027-01-15")
    assert desk.run(*AMBER, *way, day=NEXT) == 0, desk.output
    said = parse(REPORT, desk.text(REPORT).encode()).data
    assert said["rating"]["overall"] == "amber"
    assert (said["actions"], said["green_on"]) == ([ACTION], "2027-01-15")
    assert "The rules would say" not in desk.output


def test_open_actions_of_the_last_report_go_on(desk: Desk) -> None:
    done = {**ACTION, "do": "Book rooms", "done": "2026-12-01"}
    assert desk.run(*AMBER, "--field", f"actions=[{_yaml(ACTION)}, {_yaml(done)}]", day=NEXT) == 0
    desk.commit()
    after = ("report", "apollo", "--headline", "Trained", "--overall", "amber")
    assert desk.run(*after, "--cause", "One trainer", day="2027-01-04") == 0, desk.output
    said = parse("", desk.text("projects/apollo/reports/2026-12.yaml").encode()).data
    assert said["actions"] == [ACTION]


def _yaml(action: dict[str, str]) -> str:
    return "{" + ", ".join(f"{name}: {value}" for name, value in action.items()) + "}"


def test_the_plan_is_brought_up_to_date_with_it(desk: Desk) -> None:
    given = (*GREEN, "--forecast", "go-live=2027-03-19; A late drop", "--planned", "Training")
    assert desk.run(*given, day=NEXT) == 0, desk.output
    assert "    go-live: 2027-03-19\n" in desk.text(REPORT)
    plan = desk.text("projects/apollo/project.yaml")
    assert "    forecast: 2027-03-19\n    reason: A late drop\n" in plan


def test_what_was_reached_since_the_last_report_is_achieved(desk: Desk) -> None:
    plan = desk.records / "projects/apollo/project.yaml"
    text = plan.read_text("utf-8").replace("actual: 2026-10-14", "actual: 2026-11-20")
    plan.write_text(text, "utf-8")
    assert desk.run(*GREEN, "--anyway", day=NEXT) == 0, desk.output
    assert "achieved:\n  - Pilot ended, reached on 2026-11-20\n" in desk.text(REPORT)


def test_a_rating_better_than_the_data_is_said_aloud(desk: Desk) -> None:
    assert desk.run(*GREEN, "--forecast", "go-live=2027-04-15; Late", day=NEXT) == 1
    assert (
        "The data rate schedule red, the report green; --comment schedule=... says why."
        " Portal open is forecast 34 days late, more than twice the tolerance of 14 days.\n"
    ) in desk.output
    assert "pmo explain green-but-late" in desk.output
    assert desk.changed() == ""


def test_an_overdue_milestone_is_said_aloud(desk: Desk) -> None:
    assert (
        desk.run(
            *GREEN,
            "--period",
            "2026-11",
            day="2027-03-20",
        )
        == 1
    )
    said = "Portal open (go-live) was expected on 2027-03-12 and is open: --reached go-live or"
    assert said in desk.output


@pytest.mark.parametrize(
    ("email", "given", "people"),
    [
        ("tom.berg@harbour.example", (), "by: tom-berg\n"),
        ("li.wen@harbour.example", (), "by: tom-berg\nprepared_by: li-wen\n"),
        ("stranger@harbour.example", (), "by: tom-berg\n"),
        ("paul.weber@harbour.example", (), "by: tom-berg\n"),
        ("stranger@harbour.example", ("--by", "li-wen"), "by: li-wen\n"),
        ("tom.berg@harbour.example", ("--by", "li-wen"), "by: li-wen\nprepared_by: tom-berg\n"),
    ],
)
def test_who_answers_for_it(desk: Desk, email: str, given: tuple[str, ...], people: str) -> None:
    git("config", "user.email", email, cwd=desk.folder)
    assert desk.run(*GREEN, *given, day=NEXT) == 0, desk.output
    text = desk.text(REPORT)
    found = [line for line in text.splitlines(keepends=True) if line.split(":")[0].endswith("by")]
    assert "".join(found) == people


@pytest.mark.parametrize(
    ("arguments", "day", "message"),
    [
        (("apollo", "--period", "2026-10"), NEXT, "has its report on 2026-10 already"),
        (("apollo", "--period", "2027-03"), NEXT, "2027-03 has not begun on 2026-12-02; the last"),
        (("apollo", "--period", "november"), NEXT, "is no period such as 2026-10"),
        (("mercury",), NEXT, "Mercury address book is closed; a status report is about work"),
        (("hermes",), NEXT, "Hermes address service is proposed"),
        (("apolo",), NEXT, "there is no record `apolo`; did you mean"),
        (("tom-berg",), NEXT, "`tom-berg` is a person; name a project or a programme"),
        (("apollo", "--schedule", "orange"), NEXT, "takes only green"),
        (("apollo", "--comment", "colour=red"), NEXT, "`colour`"),
        (("apollo", "--comment", "red"), NEXT, "is no dimension with its comment"),
        (("apollo", "--forecast", "go-live"), NEXT, "is no milestone with its day"),
        (("apollo", "--forecast", "go-liv=2027-03-19"), NEXT, "did you mean go-live?"),
        (("apollo", "--action", "Ask"), NEXT, "has no `owner`"),
    ],
)
def test_a_slip_is_answered_in_one_line(
    desk: Desk, arguments: tuple[str, ...], day: str, message: str
) -> None:
    assert desk.run("report", *arguments, day=day) == 2, desk.output
    assert message in desk.output
    assert desk.changed() == ""


def test_the_project_of_the_person_at_the_desk_is_meant(desk: Desk) -> None:
    assert desk.run("report", "--headline", "Training begins", day=NEXT) == 0, desk.output
    assert desk.text(REPORT).startswith("date: 2026-12-02\n")
    git("config", "user.email", "stranger@harbour.example", cwd=desk.folder)
    assert desk.run("report", day=NEXT) == 2
    assert "name the project or programme that the report is about" in desk.output


def test_it_asks_beside_what_the_data_say(desk: Desk) -> None:
    plan = desk.records / "projects/apollo/project.yaml"
    late = plan.read_text("utf-8").replace("forecast: 2027-03-12", "forecast: 2027-03-28")
    plan.write_text(late, "utf-8")
    desk.commit()
    ratings = ["", "", "", "amber", "", "", "", "The next drop comes early"]
    words = ["", "Training is late", "", "Rooms booked", "", "-", "Training", ""]
    way = ["A trainer is ill", "One of two is ill", "Ask; tom-berg", "Ask; tom-berg; 2026-12-18"]
    status = desk.run("report", answers=[*ratings, *words, *way, "", "", "", "y"], day=NEXT)
    assert status == 0, desk.output
    for line in (
        "Status report 2026-11 of Apollo claims portal (apollo), 2026-11-01 to 2026-11-30",
        "  Portal open  2027-03-12           2027-03-28  16 days late\n",
        "  Cost: baseline EUR 1,250,000, forecast EUR 1,250,000, spent EUR 410,000\n",
        "  To be reviewed by now: The vendor misses the second drop (vendor-late)\n",
        "By the data: amber. Portal open is forecast 16 days late, outside the tolerance",
        "  In 2026-10: green\n",
        "Why is it green all the same?",
        "  resources [green]: amber\n",
        "  overall [amber]: \n",
        "entry 1 of `actions` has no `due`",
    ):
        assert line in desk.output, line
    said = parse("", desk.text(REPORT).encode()).data
    assert said["comments"] == {"schedule": "The next drop comes early"}
    assert (said["achieved"], said["planned"]) == (["Rooms booked"], ["Training"])
    assert (said["change_reason"], said["cause"]) == ("A trainer is ill", "One of two is ill")


def test_programs_get_json(desk: Desk) -> None:
    assert desk.run(*GREEN, "--format", "json", day=NEXT) == 0
    said = json.loads(desk.output)
    assert (said["written"], [file["path"] for file in said["files"]]) == (
        True,
        [f"portfolio/{REPORT}"],
    )


def _running() -> list[str]:
    office = of_folder(EXAMPLE, AFTER).office
    works: tuple[Work, ...] = (*office.projects, *office.programmes)
    return [work.id for work in works if work.is_running]


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The example portfolio, committed."""
    desk = Desk(tmp_path_factory.mktemp("example"))
    shutil.copytree(EXAMPLE, desk.records)
    git("init", "-q", "-b", "main", cwd=desk.folder)
    desk.commit()
    return desk


@pytest.mark.parametrize("id", _running())
def test_an_honest_report_causes_no_findings(example: Desk, id: str) -> None:
    begun = _begun(of_folder(example.records, AFTER).office, id)
    assert example.run(*_honest(begun), "--dry-run", day=AFTER.isoformat()) == 0, example.output
    said = [line for line in example.output.splitlines() if line.startswith(("error", "warning"))]
    # it was silent for months: what the manager writes now does not undo that
    silent = "waiver field-tablets-report", "Field tablets (field-tablets) reported on 2026-07"
    wanted = silent if id == "field-tablets" else ()
    assert [line for line in said if not any(part in line for part in wanted)] == []


def _begun(office: Office, id: str) -> Reporting:
    works: tuple[Work, ...] = (*office.projects, *office.programmes)
    return reporting(office, next(work for work in works if work.id == id), None, AFTER)


def _honest(begun: Reporting) -> list[str]:
    """The report that rates nothing better than before or than the data, and says why."""
    rated = {name: _worst(begun, name) for name in begun.dimensions}
    overall = max(rated.values(), key=_weight)
    given = ["report", begun.work.id, "--headline", "As it is", "--change-reason", "The figures"]
    for name, rating in rated.items():
        given += [f"--{name}", rating]
    for id, _ in overdue(begun.work, AFTER):
        given += ["--forecast", f"{id}=2026-12-12; Held up"]
    if overall != "green":
        owner = begun.people("")[0]
        given += ["--cause", "It is so", "--action", f"Mend it; {owner}; 2026-12-20"]
        given += ["--green-on", "2027-02-01"]
    return [*given, *(["--no-decision-needed", "It is known"] if overall == "red" else [])]


def _worst(begun: Reporting, name: str) -> str:
    data = begun.data_says.get(name)
    found = [begun.rated.get(name, ""), data.colour if data else ""]
    return max(found, key=_weight) or "green"


def _weight(rating: str) -> int:
    return dict(WEIGHT).get(rating, 0)  # type: ignore[call-overload,no-any-return]
