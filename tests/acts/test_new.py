"""`pmo new`: a record of every kind, whole and in its place, with what is usual filled in."""

import shlex
from typing import Any

import pytest

from pmoascode.acts.placing import in_order, kind_at
from pmoascode.cli.new import ELSEWHERE, GROUPS
from pmoascode.cli.new_command import examples
from pmoascode.document import Document, parse
from pmoascode.edit import written
from pmoascode.office import kind_of
from pmoascode.records.kinds import KINDS
from pmoascode.schema import problems
from tests.acts.conftest import Desk
from tests.acts.terminal import INTERRUPT, typed
from tests.checkouts import git

MADE = tuple(name for names in GROUPS.values() for name in names)
SINGLE = ("organisation", "policy")  # of which the valid office has one, and no office has two
DOCUMENTS = ("mandate", "business-case", "pid", "finance", "change-plan")
MORE = {  # what the rules of the full profile ask for besides what the help's example gives
    "portfolio": ("--field", "board={name: Sales board, chair: maria-silva}"),
    "issue": ("--due", "2026-11-30"),
    "kpi": ("--target", "95", "--source", "Records", "--every", "1 month", "--owner", "ana-keller"),
    "dependency": ("--field", "giver.milestone=service-open"),
    "person": ("--email", "another.berg@harbour.example"),
}


def example(name: str) -> list[str]:
    """The last example of the help, for the project that has no documents yet."""
    words = shlex.split(list(examples(name))[-1])[1:]
    if name in DOCUMENTS:
        words[2] = "hermes"
    if name == "business-case":  # hermes has no benefit that it could name
        at = words.index("--benefit")
        del words[at : at + 2]
    return words


def made(desk: Desk, name: str) -> tuple[str, Document]:
    """The one file of the kind that differs from the last commit."""
    said = git("status", "--porcelain", "-uall", cwd=desk.folder).splitlines()
    paths = [line[2:].strip().removeprefix("portfolio/") for line in said]
    (path,) = [path for path in paths if (found := kind_of(path)) and found[0].name == name]
    return path, parse(path, desk.text(path).encode())


def in_canonical_form(desk: Desk, path: str, data: dict[str, Any]) -> str:
    """What is new in the file, as it is to be written."""
    named = f"HEAD:portfolio/{path}"
    is_old = bool(git("ls-tree", "HEAD", f"portfolio/{path}", cwd=desk.folder))
    old = parse(path, git("show", named, cwd=desk.folder).encode()).data if is_old else {}
    new = {key: value for key, value in data.items() if key not in old}
    return written(in_order(kind_at(path), (), new))


def test_every_kind_is_made_here_or_by_another_command() -> None:
    assert sorted((*MADE, *ELSEWHERE)) == sorted({kind.name for kind in KINDS})


@pytest.mark.parametrize("name", [name for name in MADE if name not in SINGLE])
def test_the_example_of_the_help_makes_a_sound_record(desk: Desk, name: str) -> None:
    status = desk.run(*example(name), *MORE.get(name, ()))
    assert status == 0, desk.output
    path, document = made(desk, name)
    assert (document.findings, list(problems(document, name))) == ((), [])
    assert in_canonical_form(desk, path, document.data) in document.text
    assert "error:" not in desk.output


def test_a_risk_gets_what_is_usual(desk: Desk) -> None:
    risk = ("--title", "Vendor leaves", "--probability", "4", "--impact", "4")
    more = ("--response", "reduce", "--action", "Ask them; lena-novak; 2026-11-20")
    assert desk.run("new", "risk", "apollo", *risk, *more) == 0, desk.output
    assert desk.changed() == (
        "+vendor-leaves:\n"
        "+  title: Vendor leaves\n"
        "+  owner: tom-berg\n"
        "+  raised: 2026-11-10\n"
        "+  probability: 4\n"
        "+  impact: 4\n"
        "+  response: reduce\n"
        "+  actions:\n"
        "+    - do: Ask them\n"
        "+      owner: lena-novak\n"
        "+      due: 2026-11-20\n"
        "+  review: 2026-12-15"
    )


@pytest.mark.parametrize(
    ("scores", "review"), [(("5", "4"), "2026-11-24"), (("1", "2"), "2027-02-16")]
)
def test_the_next_review_follows_the_score(
    desk: Desk, scores: tuple[str, str], review: str
) -> None:
    given = ("--title", "Vendor leaves", "--probability", scores[0], "--impact", scores[1])
    desk.run("new", "risk", "apollo", *given, "--dry-run")
    assert f"+  review: {review}" in desk.output


def test_a_project_begins_with_its_sponsor_and_its_manager(desk: Desk) -> None:
    team = ("--sponsor", "maria-silva", "--manager", "sam-okoro", "--manager-time", "15 %")
    given = ("--name", "Claims chat", "--programme", "front-door", "--tier", "small")
    assert desk.run("new", "project", "chat", *given, *team) == 0, desk.output
    assert desk.text("projects/chat/project.yaml") == (
        "name: Claims chat\nprogramme: front-door\ntier: small\n"
    )
    assert desk.text("assignments/chat.yaml") == (
        "project-manager:\n"
        "  - person: sam-okoro\n"
        "    from: 2026-11-10\n"
        "    time: 15 %\n"
        "sponsor:\n"
        "  - person: maria-silva\n"
        "    from: 2026-11-10\n"
        "    time: 1 %\n"
    )


def test_a_change_request_says_what_the_value_is_now(desk: Desk) -> None:
    change = "project.milestones.go-live.baseline; ; 2027-04-02"
    given = ("--title", "Go-live in April", "--reason", "The vendor is late", "--change", change)
    assert desk.run("new", "change-request", "apollo", *given) == 0, desk.output
    assert desk.changed() == (
        "+go-live-in-april:\n"
        "+  title: Go-live in April\n"
        "+  requested_by: tom-berg\n"
        "+  requested: 2026-11-10\n"
        "+  reason: The vendor is late\n"
        "+  changes:\n"
        "+    - path: project.milestones.go-live.baseline\n"
        "+      old: 2027-03-12\n"
        "+      new: 2027-04-02"
    )


def test_a_lifecycle_begins_as_a_copy_of_the_usual_one(desk: Desk) -> None:
    assert desk.run("new", "lifecycle", "--title", "Light") == 0, desk.output
    light, standard = (
        parse("", desk.text(f"policy/lifecycles/{id}.yaml").encode()).data
        for id in ("light", "standard")
    )
    parts = ("phases", "moves", "gates")
    assert {part: light.get(part) for part in parts} == {p: standard.get(p) for p in parts}


def test_an_indicator_is_the_organisations_or_a_projects(desk: Desk) -> None:
    given = ("--title", "Errors in tests", "--anyway")
    assert desk.run("new", "kpi", *given) == 0
    assert desk.run("new", "kpi", "apollo", *given) == 0
    assert "errors-in-tests:" in desk.text("kpis.yaml")
    assert "owner: tom-berg" in desk.text("projects/apollo/kpis.yaml")


def test_an_id_that_is_taken_gets_a_number(desk: Desk) -> None:
    given = ("--text", "The tariff law stays as it is, and nobody knows for how much longer")
    ids = [line for line in _twice(desk, given) if line.startswith("+the-tariff")]
    assert ids == [
        "+the-tariff-law-stays-as-it-is-and-nobody-2:",
        "+the-tariff-law-stays-as-it-is-and-nobody:",
    ]


def _twice(desk: Desk, given: tuple[str, ...]) -> list[str]:
    for _ in range(2):
        assert desk.run("new", "assumption", "apollo", *given) == 0, desk.output
    return sorted(desk.changed().split("\n"))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("risk",), "nobody is there to ask, so name the project or programme"),
        (("risk", "apolo", "--title", "X"), "there is no record `apolo`; did you mean"),
        (("risk", "tom-berg", "--title", "X"), "`tom-berg` is a person; name a project"),
        (("risk", "apollo"), "nobody is there to ask, so give --title"),
        (("risk", "apollo", "--title", "X", "--impact", "9"), "`impact` is 9, but 5 or less"),
        (("risk", "apollo", "Vendor", "--title", "X"), "`Vendor` cannot be an id"),
        (
            ("risk", "apollo", "vendor-late", "--title", "X"),
            "there is the risk vendor-late of apollo",
        ),
        (("risk", "apollo", "--title", "X", "--field", "residual"), "is no field with its value"),
        (("risk", "apollo", "--title", "X", "--field", "colour=red"), "`colour` is not a field"),
        (("risk", "apollo", "--title", "X", "--action", "Ask"), "has no `owner`"),
        (("risk", "apollo", "--title", "X", "--action", "a;b;c;d;e"), "has more than 4 values"),
        (
            ("decision", "apollo", "--title", "X", "--field", "decided.outcome=approved"),
            "decided.by",
        ),
        (("pid", "apollo"), "there is the project initiation documentation of apollo already"),
        (("project", "apollo", "--name", "X"), "there is the project apollo already"),
        (("project", "claims", "--name", "X"), "there is the project claims already"),
        (("organisation", "--name", "X", "--currency", "EUR"), "there is the organisation already"),
        (("report",), "`pmo report` makes the report"),
        (("waiver",), "`pmo waive` makes the waiver"),
        (("meeting", "Board", "--title", "X"), "cannot be an id"),
        (("meeting",), "name the board or forum that meets"),
        (("own-rule", "--title", "A", "--judges", "risk", "--must", "true"), "give --message"),
        (("raci",), "nobody is there to ask, so give --field roles=..."),
        (("pid", "hermes"), "nothing is said of it, so there is nothing to write"),
    ],
)
def test_a_slip_is_answered_in_one_line(
    desk: Desk, arguments: tuple[str, ...], message: str
) -> None:
    assert desk.run("new", *arguments) == 2, desk.output
    assert message in desk.output
    assert desk.changed() == ""


def test_what_the_rules_miss_is_asked_for(desk: Desk) -> None:
    given = ("--title", "Vendor leaves", "--cause", "a", "--event", "b", "--effect", "c")
    first = ["nobody", "-", "", "4", "4", "red", "", ""]  # from the owner to the id
    then = ["omar", "Ask them; tom-berg; 2026-11-30", "", "y"]
    status = desk.run("new", "risk", "apollo", *given, answers=[*first, *then])
    assert status == 0, desk.output
    assert "“nobody” is none of these" in desk.output
    assert "A rule asks for more: risk Vendor leaves (vendor-leaves)" in desk.output
    assert "owner: omar-haddad" in desk.changed()


def test_a_change_request_is_offered_what_the_forecast_has_left(desk: Desk) -> None:
    move = ("milestone", "apollo", "go-live", "--forecast", "2027-04-02", "--reason", "Late")
    assert desk.run(*move, "--anyway") == 0, desk.output
    desk.commit()
    answers = ["Go-live in April", "", "", "Late", "", "", "", "go-live", "", "", "y"]
    desk.run("new", "change-request", "apollo", answers=answers)
    offered = "project.milestones.go-live.baseline; 2027-03-12; 2027-04-02  Portal open"
    assert offered in desk.output
    assert (
        "+    - path: project.milestones.go-live.baseline\n"
        "+      old: 2027-03-12\n+      new: 2027-04-02" in desk.changed()
    )


@pytest.mark.parametrize(
    ("given", "day"),
    [
        (("--probability", "3"), "2027-01-29"),  # on the last day of the work, not after it
        (("--probability", "3", "--proximity", "imminent"), "2026-11-24"),
    ],
)
def test_a_risk_is_reviewed_while_it_can_happen(
    desk: Desk, given: tuple[str, ...], day: str
) -> None:
    set_ = ("set", "hermes.finish.forecast", "2027-01-29", "--anyway")
    assert desk.run(*set_) == 0, desk.output
    risk = ("new", "risk", "hermes", "--title", "X", "--impact", "2", *given, "--anyway")
    assert desk.run(*risk) == 0, desk.output
    assert f"+  review: {day}" in desk.changed()


@pytest.mark.parametrize(("answer", "value"), [("yes", "true"), ("No", "false")])
def test_yes_and_no_are_answers(desk: Desk, answer: str, value: str) -> None:
    case = ("new", "business-case", "hermes", "--viable", answer, "--anyway")
    assert desk.run(*case) == 0, desk.output
    assert f"+viable: {value}" in desk.changed()


def test_it_asks_at_a_terminal(desk: Desk) -> None:
    status, shown = typed(
        ("new", "action", "--today", "2026-11-10"),
        [
            ("scope [apollo]:", ""),
            ("do:", "Call the vendor"),
            ("owner [tom-berg]:", ""),
            ("due:", "soon"),
            ("due:", "2026-11-20"),
            ("id [call-the-vendor]:", ""),
            ("Write it? [Y/n]:", ""),
        ],
        desk.folder,
    )
    assert status == 0, shown
    assert "    tom-berg     Tom Berg, project manager\n" in shown
    assert "`due` is “soon”, but a date as year-month-day was expected" in shown
    assert desk.changed() == (
        "+call-the-vendor:\n+  do: Call the vendor\n+  owner: tom-berg\n+  due: 2026-11-20"
    )


def test_an_interrupt_leaves_nothing(desk: Desk) -> None:
    status, shown = typed(
        ("new", "action", "apollo"), [("do:", "Call"), ("owner", INTERRUPT)], desk.folder
    )
    assert (status, desk.changed()) == (130, "")
    assert shown.endswith("stopped: nothing was written\n")
