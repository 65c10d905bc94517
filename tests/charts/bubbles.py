"""The cases of the bubble chart."""

from decimal import Decimal

from pmoascode.charts.bubble import Bubble

_HOSTILE = "</title><script>alert('1')</script> & \"q\" \x00\x1b <b>bold"
_LONG = "Consolidated replacement of the regional claims, billing and reinsurance systems"

SOME = (
    Bubble(
        "Smart meters", Decimal("4.50"), 15, Decimal(12090000), "green", True, "../projects/meters/"
    ),
    Bubble("North trunk main", Decimal("4.40"), 15, Decimal(8900000), "amber", True),
    Bubble("Leak sensors", Decimal("4.20"), 15, Decimal(1702000), "red", True),
    Bubble("Night pressure pilot", Decimal("3.30"), 9, Decimal(145000), "green", True),
    Bubble("Field tablets", Decimal("2.95"), 12, Decimal(796000), "grey", True),
    Bubble("My Account", Decimal("2.95"), 16, Decimal(1195000), "green", True),
    Bubble("Solar on the reservoirs", Decimal("2.80"), 15, Decimal(2350000), "amber", True),
    Bubble("One depot in the north", Decimal("2.75"), 16, Decimal(940000), "amber", False),
)
_SHADES = ("green", "amber", "red", "grey", "blue", "amber-red")
BUBBLES: dict[str, tuple[Bubble, ...]] = {
    "some": SOME,
    "one": (Bubble(_LONG, Decimal(3), 9, Decimal(250000), "green"),),
    "sixty": tuple(
        Bubble(
            f"Project {n:02}",
            Decimal(5) - Decimal(n) / 15,
            n * 7 % 26,
            Decimal(n * n % 17),
            _SHADES[n % 6],
            n < 40,
        )
        for n in range(60)
    ),
    "sixty-equal": tuple(
        Bubble(f"{_LONG} {n}", Decimal(3), 12, Decimal(n + 1), _SHADES[n % 6], n < 7)
        for n in range(60)
    ),
    "nothing-funded": tuple(
        Bubble(each.title, each.value, each.risk, each.cost, each.rating, False) for each in SOME
    ),
    "free-and-negative": (
        Bubble("Costs nothing", Decimal(4), None, Decimal(0), "green"),
        Bubble("Saves", Decimal("-2.5"), 4, Decimal(-9000), "red"),
        Bubble("Worth nothing", Decimal(0), 25, Decimal(9000), "amber"),
    ),
    "hostile": (
        Bubble(
            _HOSTILE,
            Decimal("1e300"),
            25,
            Decimal("1e300"),
            "no such",
            False,
            "javascript:alert(1)",
        ),
        Bubble("No value", Decimal("NaN"), 1, Decimal(1), "red"),
        Bubble(_LONG, Decimal("-1e300"), 10**9, Decimal("NaN"), "red", True),
    ),
    "none": (),
}
