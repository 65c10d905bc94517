"""The cases every chart must draw well; each is a golden file."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from functools import partial

from markupsafe import Markup

from pmoascode.charts import funnel
from pmoascode.charts.bar import Money, bar
from pmoascode.charts.bubble import bubble
from pmoascode.charts.curves import Curve, curves
from pmoascode.charts.hanging import Member
from pmoascode.charts.heatmap import Risk, heatmap
from pmoascode.charts.influence import Party, influence
from pmoascode.charts.lattice import lattice
from pmoascode.charts.links import Link, links
from pmoascode.charts.organisation import organisation
from pmoascode.charts.overview import overview
from pmoascode.charts.ribbon import Row as Ratings
from pmoascode.charts.ribbon import ribbon
from pmoascode.charts.roadmap import Group, Mark, Rating, Row, Span, roadmap
from pmoascode.charts.spark import spark
from pmoascode.charts.tenures import Bar, Lane, tenures
from pmoascode.charts.trend import Line, trend
from pmoascode.charts.variance import Difference, variance

from .bubbles import BUBBLES
from .lattices import LATTICES

TODAY = date(2026, 11, 23)
HOSTILE = "</title><script>alert('1')</script> & \"q\" \x00\x1b <b>bold"
LONG = "Consolidated replacement of the regional claims, billing and reinsurance systems"

APOLLO = Row(
    "Apollo claims portal",
    "../projects/apollo/",
    "amber",
    date(2026, 1, 12),
    date(2027, 6, 30),
    date(2027, 5, 14),
    (
        Span("Initiation", date(2026, 1, 12), date(2026, 4, 15), "done"),
        Span("Delivery", date(2026, 4, 16), date(2027, 4, 2), "current"),
        Span("Closing", date(2027, 4, 3), date(2027, 6, 30), "planned"),
    ),
    (
        Mark("Mandate", "gate", date(2026, 1, 30), None, date(2026, 2, 6)),
        Mark("Design agreed", "milestone", date(2026, 6, 1), None, date(2026, 6, 1)),
        Mark("Investment decision", "gate", date(2026, 4, 10), None, date(2026, 4, 15)),
        Mark("Pilot", "milestone", date(2026, 12, 1), date(2027, 1, 18)),
        Mark("Portal open", "milestone", date(2027, 3, 12), date(2027, 4, 2)),
    ),
)
LEDGER = Row(
    "Ledger renewal",
    "../projects/ledger/",
    "red",
    date(2026, 5, 4),
    date(2027, 10, 29),
    date(2027, 4, 30),
    (
        Span("Initiation", date(2026, 5, 4), date(2026, 9, 30), "done"),
        Span("Delivery", date(2026, 10, 1), date(2027, 10, 29), "current"),
    ),
    (Mark("Cut-over", "milestone", date(2027, 3, 1), date(2027, 9, 6)),),
)
MARKS_ONLY = Row(
    "Branch signage",
    "",
    "green",
    milestones=(
        Mark("First branch", "milestone", date(2026, 9, 1), None, date(2026, 8, 20)),
        Mark("Last branch", "milestone", None, date(2027, 2, 26)),
    ),
)
FRONT_DOOR = Group("Front door programme", "../programmes/front-door/", (APOLLO, MARKS_ONLY))
BACK_OFFICE = Group(
    "Back office programme",
    "../programmes/back-office/",
    (
        LEDGER,
        Row("Archive move", "", "grey"),
        Row(LONG, "", "blue", date(2026, 3, 2), date(2026, 10, 9)),
    ),
)


def _many(amount: int, months: int) -> tuple[Group, ...]:
    ratings: tuple[Rating, ...] = ("green", "amber", "red", "green", "grey", "green", "blue")
    rows = []
    for n in range(amount):
        start = date(2026, 1, 5) + timedelta(days=17 * (n * 7 % 31))
        finish = start + timedelta(days=30 * months + 11 * (n % 13))
        middle = start + (finish - start) * 2 // 5
        phases = (Span("Build", start, middle, "done"), Span("Roll-out", middle, finish, "current"))
        go = Mark("Go-live", "milestone", finish - timedelta(days=90), finish - timedelta(days=60))
        gate = Mark("Decision", "gate", middle, None, middle)
        row = Row(
            f"Project {n + 1:02}", f"p{n}/", ratings[n % 7], start, finish, None, phases, (gate, go)
        )
        rows.append(row)
    return tuple(
        Group(f"Programme {chr(65 + n)}", "", tuple(rows[n * 12 : n * 12 + 12]))
        for n in range((amount + 11) // 12)
    )


def _old(row: Row, days: int) -> Row:
    back = timedelta(days=days)
    return Row(row.title, "", "blue", date(2019, 1, 1), date(2020, 1, 1) - back + back)


_GATES = tuple(
    Mark(f"Milestone number {n}", "milestone", None, date(2026, 10, 1) + timedelta(days=9 * n))
    for n in range(12)
)
_FIRST = Mark("The first date of them all", "gate", None, None, date(2026, 1, 5))
_LAST = Mark("The very last date of the plan", "milestone", None, date(2028, 1, 5))

ROADMAPS: dict[str, tuple[Group, ...]] = {
    "programmes": (FRONT_DOOR, BACK_OFFICE),
    "one-project": (Group("Front door programme", "", (APOLLO,)),),
    "sixty-projects": _many(60, 14),
    "ten-years": _many(8, 110),
    "three-months": (
        Group("Fast lane", "", (Row("Kiosk", "", "green", date(2026, 11, 2), date(2027, 1, 20)),)),
    ),
    "no-dates": (Group("Ideas", "", (Row("Drone survey"), Row("Voice desk"))),),
    "all-past": (Group("Closed", "", (_old(APOLLO, 0), _old(LEDGER, 200))),),
    "milestone-today": (
        Group("Now", "", (Row("Switch", milestones=(Mark("Switch on", "gate", TODAY, TODAY),)),)),
    ),
    "long-names": (Group(LONG * 2, "", (Row(LONG * 2, "", "red", TODAY, date(2027, 5, 1)),)),),
    "crowded-milestones": (
        Group("Busy", "", (Row("Many dates", "", "green", milestones=_GATES),)),
    ),
    "labels-at-the-edges": (Group("Edges", "", (Row("Edges", milestones=(_FIRST, _LAST)),)),),
    "hostile": (
        Group(HOSTILE, "javascript:alert(1)", (Row(HOSTILE, '"><b>', "red", TODAY, TODAY),)),
    ),
    "empty": (),
}

_PERIODS = tuple(f"2025-{n:02}" for n in range(11, 13)) + tuple(
    f"2026-{n:02}" for n in range(1, 11)
)
_WAVERING = ("green", "green", "green", "amber", "amber", "red", "amber", "amber", None, "green")
_HISTORY = (
    Ratings("Apollo claims portal", (*_WAVERING, "amber", "amber"), "apollo/"),
    Ratings("Ledger renewal", (None, None, "grey", *["green"] * 6, "amber", "red", "red")),
    Ratings(LONG, (*["green"] * 11, "blue")),
)

_HOLDS = tuple((date(2026, n, 2), date(2027, 1, 15)) for n in range(1, 12))
_SLIPS = tuple((date(2026, n, 2), date(2026, 9, 1) + timedelta(days=14 * n)) for n in range(1, 12))
_EARLY = tuple((date(2026, n, 2), date(2027, 3, 12) - timedelta(days=4 * n)) for n in range(3, 12))
_LINES = (
    Line("Portal open", _HOLDS, date(2027, 1, 15)),
    Line("Pilot with two branches", _SLIPS, date(2026, 9, 15)),
    Line(LONG, _EARLY, date(2027, 3, 12)),
    Line("Training done", (*_HOLDS[:6], (date(2026, 11, 2), date(2027, 1, 22))), date(2027, 1, 15)),
)

_RISKS = (
    Risk("vendor-late", "Vendor misses second drop", 4, 4, "apollo/#vendor-late"),
    Risk("data-quality", "Old claims lack a policy number", 4, 4),
    Risk("key-person", "One engineer knows the interface", 4, 4),
    Risk("exchange-rate", "Licence is paid in dollars", 2, 3),
    Risk("regulator-changes-the-reporting-format", "New format", 5, 5),
    Risk("rain", "Rain on the opening day", 1, 1),
    Risk("unknown", "Not rated yet", 0, 0),
)

M = Decimal
_MONEY = {
    "amber": Money("Apollo", M(1250000), M(1300000), M(800000), M("0.05"), "EUR"),
    "red": Money("Ledger", M(2000000), M(2600000), M(1900000), M("0.1"), "EUR"),
    "green": Money("Kiosk", M(90000), M(84000), M(20000), M("0.05"), "EUR"),
    "wide-band": Money("Trial", M(100), M(120), M(40), M(2)),
    "zero": Money("Nothing", M(0), M(0), M(0)),
    "missing": Money("Unknown", None, None, None),
    "no-forecast": Money("Half", M(500), None, M(120), M("0.1")),
    "negative": Money("Credit", M(-400000), M(-300000), M(150000), M("0.1"), "EUR"),
    "huge": Money(HOSTILE, M("9e40"), M("1e41"), M("3"), M("0.2"), HOSTILE),
}

CHIEF = Member("Chief executive", "Helen Achterberg", "Executive office", is_on_line=True)
PMO = Member("Head of the PMO", "Ana Keller", "Project office (PMO)", 2, "#pmo", is_pmo=True)
ORGANISATIONS = {
    "three": (CHIEF, Member("Chief operating officer", "vacant", "", 1, "", "vacant"), PMO),
    "sixty-long": (
        CHIEF,
        *(
            Member(
                f"{LONG}, region {n}",
                "Maximiliana Konstantinopolskaya-Featherstonehaugh",
                LONG,
                1 + n * 7 % 3 if n % 8 else 1,
                f"#p{n}",
                "vacant" if n % 11 == 5 else "post",
                is_pmo=n == 17,
            )
            for n in range(60)
        ),
    ),
    "without-lines": tuple(Member(f"Post {n}", "Ana Keller", "Office") for n in range(6)),
    "chain": tuple(Member(f"Level {n}", "Ana Keller", "", n) for n in range(11)),
    "two-trees": (
        CHIEF,
        Member("Head of IT", "", "IT", 1),
        Member("Field services", "", "", 2, "", "unit"),
        Member("Chair of the trust", "vacant", "", 0, "", "vacant"),
        Member("Trust secretary", "Li Wen", "Trust", 1, speaks_for_pmo=True),
        Member("Auditor", "Omar Haddad", ""),
    ),
    "hostile": (
        Member(HOSTILE, HOSTILE, HOSTILE),
        Member("", "", "", 7),
        Member(HOSTILE * 9, "", "", 1),
    ),
    "none": (),
}

_MONTHS = tuple(date(2026 + n // 12, n % 12 + 1, 28) for n in range(18))
_RISING = tuple((when, M(n * n * 9000)) for n, when in enumerate(_MONTHS))
_CURVES = {
    "four": (
        Curve("Budget", _RISING),
        Curve("Forecast", tuple((when, n * M("1.08")) for when, n in _RISING)),
        Curve("Actual", _RISING[:11]),
        Curve("Earned value", tuple((when, n * M("0.9")) for when, n in _RISING[:11])),
    ),
    "stepped": (
        Curve(LONG, ((date(2027, 3, 31), M(120)), (date(2027, 9, 30), M(350))), is_stepped=True),
        Curve("Realised", ((date(2027, 6, 30), M(80)),)),
    ),
    "below-zero": (Curve("Net", ((TODAY, M(-90)), (date(2027, 5, 1), M(40)))),),
    "zero": (Curve("Nothing spent", ((TODAY, M(0)), (date(2026, 12, 31), M(0)))),),
    "ten-years": (Curve("Worth", tuple((date(2020 + n, 3, 31), M(n)) for n in range(11))),),
    "hostile": (
        Curve(HOSTILE, ((TODAY, M("9e300")), (date(2027, 1, 1), M("NaN")))),
        Curve("Second", ((date(2027, 2, 1), M("-9e300")),)),
    ),
    "nothing": (Curve("Budget", ()),),
}
_DIFFERENCES = {
    "both-ways": (
        Difference("Ledger renewal", M(550000), "ledger/"),
        Difference(LONG, M(-31000)),
        Difference("On budget", M(0)),
    ),
    "sixty": tuple(Difference(f"Project {n}", M(30 - n) * 1000) for n in range(60)),
    "hostile": (Difference(HOSTILE, M("1e300"), "javascript:alert(1)"), Difference("", M("NaN"))),
    "nothing": (),
}

_LINKS = {
    "five": (
        Link("Smart meters", "Billing renewal", "Meter reads", -4, is_at_risk=False),
        Link("Our bank", "Billing renewal", "Test window", None, is_at_risk=False),
        Link("Billing renewal", "My Account", LONG, 7, True, "billing/", "account/"),
        Link("The county", "North main", "Permit", None, is_at_risk=True),
        Link(LONG, "North main", "Steel", 0, is_at_risk=False),
    ),
    "sixty": tuple(
        Link(f"Giver {n % 17}", f"Receiver {n % 9}", f"Thing {n}", n - 40, is_at_risk=False)
        for n in range(60)
    ),
    "many-givers": tuple(
        Link(f"Giver {n}", "The one receiver", f"Thing {n}", 0, is_at_risk=False) for n in range(30)
    ),
    "hostile": (Link(HOSTILE, HOSTILE, HOSTILE, 10**9, True, "javascript:alert(1)", '"><b>'),),
    "nothing": (),
}

CASES: dict[str, Callable[[], Markup]] = {
    f"roadmap-{name}": partial(roadmap, groups, TODAY, f"r-{name}")
    for name, groups in ROADMAPS.items()
}
_OVERVIEWS = {
    "programmes": _many(60, 14),
    "long": (*_many(150, 110), *ROADMAPS["no-dates"], *ROADMAPS["hostile"]),
    "all-past": ROADMAPS["all-past"],
    "long-names": ROADMAPS["long-names"],
    "nothing": (),
}
CASES |= {
    f"overview-{name}": partial(overview, groups, TODAY, f"a-{name}")
    for name, groups in _OVERVIEWS.items()
}
CASES |= {
    f"links-{name}": partial(links, given, f"l-{name}", "Who gives what to whom")
    for name, given in _LINKS.items()
}
CASES |= {
    f"curves-{name}": partial(curves, given, TODAY, f"c-{name}", "Money over time", "EUR")
    for name, given in _CURVES.items()
}
CASES |= {
    f"variance-{name}": partial(variance, rows, f"v-{name}", "Variance at completion", "EUR")
    for name, rows in _DIFFERENCES.items()
}
CASES |= {
    "ribbon-many": lambda: ribbon(_HISTORY, _PERIODS, "h-many"),
    "ribbon-one": lambda: ribbon((Ratings("", _HISTORY[0].ratings),), _PERIODS, "h-one"),
    "ribbon-weeks": lambda: ribbon(_HISTORY, [f"2026-w{n}" for n in range(40, 46)], "h-weeks"),
    "ribbon-quarters": lambda: ribbon(
        _HISTORY, [*(f"{n}-q3" for n in range(2015, 2020)), "2021-q1"], "h-quarters"
    ),
    "ribbon-years": lambda: ribbon(_HISTORY, [f"{n}" for n in range(2016, 2022)], "h-years"),
    "ribbon-words": lambda: ribbon(_HISTORY, ["first report", "second", HOSTILE], "h-words"),
    "ribbon-empty": lambda: ribbon((), (), "h-empty"),
    "trend-four": lambda: trend(_LINES, "t-four"),
    "trend-one-report": lambda: trend((Line("Go-live", _HOLDS[:1]),), "t-one"),
    "trend-many": lambda: trend(
        [Line(f"Milestone {n}", _HOLDS[:n], date(2027, 1, 15)) for n in range(1, 12)] * 2, "t-many"
    ),
    "trend-empty": lambda: trend((), "t-empty"),
    "heatmap-some": lambda: heatmap(_RISKS, "m-some"),
    "heatmap-none": lambda: heatmap((), "m-none"),
    "heatmap-full": lambda: heatmap(
        [Risk(f"risk-{n}", HOSTILE, n % 5 + 1, n // 5 % 5 + 1) for n in range(140)], "m-full"
    ),
    "influence-some": lambda: influence(
        (
            Party("Claims staff", 3, 5, "critic", "#stakeholder-claims"),
            Party("Sales", 3, 5, "supporter"),
            Party("The regulator", 5, 3, "neutral"),
            Party(LONG, 1, 1),
            Party("Not placed", 0, 4),
        ),
        "i-some",
    ),
    "influence-none": lambda: influence((), "i-none"),
    "influence-full": lambda: influence(
        [Party(f"{HOSTILE} {n}", n % 5 + 1, n // 5 % 5 + 1, "opponent") for n in range(140)],
        "i-full",
    ),
    "spark-rising": lambda: spark((1, 2, 2, 5, 4, 8), "s-rising"),
    "spark-gaps": lambda: spark((3, None, 5, 4, None, M("4.5"), None), "s-gaps"),
    "spark-empty": lambda: spark((), "s-empty"),
    "spark-huge": lambda: spark((1e308, -1e308, float("nan"), float("inf"), 0), "s-huge"),
}
CASES |= {
    f"bubble-{name}": partial(bubble, given, f"v-{name}", "Score, risk and cost", "EUR")
    for name, given in BUBBLES.items()
}
CASES |= {name: partial(lattice, *case, name) for name, case in LATTICES.items()}
_D = date
_TENURES: dict[str, tuple[tuple[Lane, ...], date | None]] = {
    "handover-and-gaps": (
        (
            Lane(
                "Sponsor",
                (
                    Bar("Maria Silva", _D(2026, 1, 12), _D(2026, 11, 30)),
                    Bar("", _D(2026, 12, 1), _D(2027, 1, 31)),
                    Bar("Paul Weber", _D(2027, 2, 1)),
                ),
                "../roles/sponsor/",
            ),
            Lane(
                "Project manager",
                (
                    Bar("Tom Berg", _D(2026, 1, 12), _D(2026, 7, 31), note="80 %"),
                    Bar("Sam Okoro", _D(2026, 8, 1), _D(2027, 1, 15), is_interim=True),
                    Bar("Li Wen", _D(2027, 1, 4)),
                ),
            ),
            Lane("Senior user", (Bar("", _D(2026, 9, 1)),)),
            Lane("Business analyst", (Bar("Lena Novak", _D(2026, 3, 2), _D(2026, 3, 20)),)),
            Lane("Change manager", ()),
        ),
        _D(2027, 6, 30),
    ),
    "crowded": (
        tuple(
            Lane(
                f"{LONG} {n}",
                tuple(
                    Bar(f"Person number {m}", _D(2026, 1, 1) + timedelta(days=25 * m + n), end)
                    for m in range(9)
                    for end in (_D(2026, 2, 15) + timedelta(days=25 * m * (n % 3)),)
                    if end >= _D(2026, 1, 1) + timedelta(days=25 * m + n)
                ),
            )
            for n in range(4)
        ),
        None,
    ),
    "hostile": ((Lane(HOSTILE, (Bar(HOSTILE, _D.min, _D.max),), "javascript:alert(1)"),), None),
    "long-past": ((Lane("Sponsor", (Bar("Ana", _D(2019, 1, 1), _D(2019, 2, 1)),)),), None),
    "empty": ((), None),
}
CASES |= {
    f"tenures-{name}": partial(tenures, lanes, TODAY, f"o-{name}", "Apollo", last)
    for name, (lanes, last) in _TENURES.items()
}
CASES |= {
    f"bar-{size}-{name}": partial(bar, money, f"b-{size}-{name}", size)
    for name, money in _MONEY.items()
    for size in ("small", "large")
}
CASES |= {
    "funnel": partial(
        funnel.funnel,
        [funnel.Bar("Idea", 1), funnel.Bar("Delivery", 57), funnel.Bar("Closing", 0)],
        "funnel",
        "Projects by phase",
    ),
    "funnel-hostile": partial(
        funnel.funnel, [funnel.Bar(HOSTILE, 3), funnel.Bar(LONG, 10**9)], "f", LONG
    ),
    "funnel-nothing": partial(funnel.funnel, [], "f", "Nothing"),
}
CASES |= {
    f"organisation-{name}": partial(organisation, members, f"o-{name}")
    for name, members in ORGANISATIONS.items()
}
