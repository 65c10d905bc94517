"""What an author sees in an editor: what is offered, what is said of a field, what is wrong."""

from pathlib import Path

import pytest

from tests.editors.server import Server

APOLLO = "portfolio/projects/apollo"
PEOPLE = [
    "ana-keller (Ana Keller)",
    "ines-roth (Ines Roth)",
    "lena-novak (Lena Novak)",
    "li-wen (Li Wen)",
    "maria-silva (Maria Silva)",
    "nora-lind (Nora Lind)",
    "omar-haddad (Omar Haddad)",
    "paul-weber (Paul Weber)",
    "sam-okoro (Sam Okoro)",
    "tom-berg (Tom Berg)",
]


def test_an_owner_is_chosen_by_name(server: Server) -> None:
    found = server.completions(f"{APOLLO}/risks.yaml", "late:\n  title: Late\n  owner: |")
    assert sorted(found) == PEOPLE
    chosen = found["ana-keller (Ana Keller)"]
    assert chosen["insertText"] == "ana-keller"
    assert chosen["documentation"] == "Ana Keller\n\nHead of the PMO, Project office."


@pytest.mark.parametrize(
    ("path", "marked", "labels"),
    [
        (
            "projects/apollo/project.yaml",
            "programme: |",
            ["front-door (Front door)"],
        ),
        (
            "projects/apollo/project.yaml",
            "objectives:\n  - |",
            [
                "faster-claims (Claims paid in three days)",
                "fewer-errors (One address for each customer)",
            ],
        ),
        (
            "projects/apollo/project.yaml",
            "name: Apollo\nphase: |",  # of the lifecycle that the policy has by default
            [
                "closed (Closed)",
                "closing (Closing)",
                "delivery (Delivery)",
                "idea (Idea)",
                "initiation (Initiation)",
            ],
        ),
        (
            "projects/apollo/project.yaml",
            "lifecycle: prince2\nphase: |",
            [
                "delivery (Delivery stages)",
                "final-stage (Final stage)",
                "initiation (Initiation stage)",
                "post-project (After the project)",
                "starting-up (Starting up)",
            ],
        ),
        (
            "approvals/apollo/authorise-project.yaml",
            "gate: |",
            [
                "accept-result (Accept the result)",
                "authorise-project (Authorise the project)",
                "close-project (Close the project)",
                "start-initiation (Start the initiation)",
            ],
        ),
        (  # the project's own risks and those of its programme
            "projects/apollo/issues.yaml",
            "late:\n  risk: |",
            [
                "few-testers (Too few testers)",
                "login-vendor (The vendor of the login is sold)",
                "vendor-late (The vendor misses the second drop)",
            ],
        ),
        (
            "projects/apollo/benefits.yaml",
            "faster:\n  milestones:\n    - |",
            [
                "design-done (Design agreed)",
                "go-live (Portal open)",
                "pilot-end (Pilot ended)",
            ],
        ),
        (  # a milestone of the project that is named beside it
            "projects/hermes/dependencies.yaml",
            "login:\n  giver:\n    project: apollo\n    milestone: |",
            [
                "design-done (Design agreed)",
                "go-live (Portal open)",
                "pilot-end (Pilot ended)",
            ],
        ),
        ("projects/apollo/risks.yaml", "late:\n  probability: |", ["1", "2", "3", "4", "5"]),
        ("policy/policy.yaml", "rules:\n  green-but-late: |", ["error", "info", "warning"]),
    ],
)
def test_offers(server: Server, path: str, marked: str, labels: list[str]) -> None:
    assert sorted(server.completions(f"portfolio/{path}", marked)) == labels


@pytest.mark.parametrize(
    ("path", "marked", "label", "text"),
    [
        ("projects/apollo/risks.yaml", "late:\n  title: Late\n  ow|", "owner", "owner: "),
        (
            "projects/apollo/risks.yaml",
            "late:\n  title: Late\n  raised|",
            "raised",
            "raised: $CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE",
        ),
        (
            "projects/apollo/risks.yaml",
            "late:\n  title: Late\n  acc|",
            "acceptance",
            "acceptance:\n  outcome: $1\n  by: $2\n  as: $3\n  date: $4",
        ),
        (
            "assignments/apollo.yaml",
            "|",
            "project-manager (Project manager)",
            "project-manager:\n  - person: $1\n    from: $2",
        ),
        (
            "projects/apollo/actions.yaml",
            "|",
            "New action",
            (
                "${1:short_name}:\n"
                "  do: ${2:<What is to be done>}\n"
                "  owner: ${3:<Who does it>}\n"
                "  due: ${4:<The last day, inclusive>}"
            ),
        ),
        ("projects/apollo/project.yaml", "budget:\n  base|", "baseline", "baseline: "),
        ("policy/policy.yaml", "rules:\n  |", "green-but-late", "green-but-late: "),
    ],
)
def test_puts_down(server: Server, path: str, marked: str, label: str, text: str) -> None:
    assert server.inserted(f"portfolio/{path}", marked, label) == text


@pytest.mark.parametrize(
    ("path", "marked", "text"),
    [
        (
            "project.yaml",
            "name: Apollo\nbudget:\n  base|line: 1250000\n",
            (
                "#### Baseline\n\nThe approved cost at completion.\n\n"
                "An amount of money in EUR, for example `1250000`"
            ),
        ),
        (
            "project.yaml",
            "name: Apollo\nfinish:\n  base|line: 2027-06-30\n",
            (
                "#### Baseline\n\n"
                "The approved date; moves only with an approved change request.\n\n"
                "A date, for example `2027-03-12`"
            ),
        ),
        (
            "risks.yaml",
            "late:\n  title: Late\n  type: thr|eat\n",
            (
                "#### Type\n\nWhether it would harm or help.\n\nFor example `threat`\n\n"
                "Allowed Values:\n\n* `threat`: It would harm.\n* `opportunity`: It would help."
            ),
        ),
    ],
)
def test_says_of_a_field(server: Server, path: str, marked: str, text: str) -> None:
    assert server.hover(f"{APOLLO}/{path}", marked) == text


@pytest.mark.parametrize(
    ("path", "text", "problems"),
    [
        (
            "project.yaml",
            "name: Apollo\nstatus: actve\n",
            [
                (
                    '2:9 Value is not accepted. Valid values: "proposed", "active", "on-hold", '
                    '"closed", "cancelled", "rejected".'
                )
            ],
        ),
        ("project.yaml", "name: Apollo\nstauts: active\n", ["2:1 Property stauts is not allowed."]),
        ("project.yaml", "name: Apollo\nx_stauts: active\n", []),
        ("project.yaml", "status: active\n", ['1:1 Missing property "name".']),
        (
            "project.yaml",
            "name: Apollo\nstart: {baseline: 12.01.2026}\n",
            ["2:19 Write a day as year-month-day, such as 2027-03-12."],
        ),
        (
            "project.yaml",
            "name: Apollo\ntolerances: {time: 14, cost: 5}\n",
            ["2:20 Write a duration, such as 14 days.", "2:30 Write a percentage, such as 5 %."],
        ),
        (
            "project.yaml",
            "name: Apollo\nbudget: {baseline: 1.250.000}\n",
            ["2:20 Write an amount without separators and currency, such as 1250000."],
        ),
        ("project.yaml", "name: Apollo\nprogramme: not-there-yet\n", []),  # the check's affair
        (
            "risks.yaml",
            "late:\n  title: Late\n  owner: Tom Berg\n",
            ["3:10 An id has small letters, digits and hyphens, such as tom-berg."],
        ),
        (
            "risks.yaml",
            "Late one:\n  title: Late\n",
            ["1:1 An id has small letters, digits and hyphens, such as go-live."],
        ),
        (
            "risks.yaml",
            "late:\n  title: Late\n  probability: 7\n",
            ["3:16 Value is above the maximum of 5."],
        ),
        (
            "risks.yaml",
            "late:\n  title: Late\nlate:\n  title: Later\n",
            ["3:1 Map keys must be unique"],
        ),
    ],
)
def test_finds_wrong(server: Server, path: str, text: str, problems: list[str]) -> None:
    assert server.problems(f"portfolio/projects/*/{path}", text) == problems


def test_a_file_that_names_its_schema_needs_no_settings(server: Server) -> None:
    line = "# yaml-language-server: $schema=.pmo/schemas/risk.schema.json\n"
    text = f"{line}late:\n  title: Late\n  stauts: open\n"
    assert server.problems("*.yaml", text) == ["4:3 Property stauts is not allowed."]


def test_the_example_has_no_problems(example_server: Server) -> None:
    folder = example_server.folder
    paths = [path.relative_to(folder).as_posix() for path in _records(folder)]
    assert len(paths) > 300
    assert example_server.problems_of_files(paths) == {}


def _records(folder: Path) -> list[Path]:
    return sorted((folder / "portfolio").rglob("*.yaml"))
