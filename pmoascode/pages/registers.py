"""The registers over the whole portfolio: one page each, and the page that lists them."""

from collections.abc import Iterator

from pmoascode.pages.data import CSV
from pmoascode.pages.facts import Facts
from pmoascode.pages.page import Page
from pmoascode.pages.published import KIND_OF, has_page
from pmoascode.pages.rendering import page
from pmoascode.pages.wording import capitalised, counted
from pmoascode.views.registers import Register
from pmoascode.views.registers import registers as all_registers

NAV = "Risks & registers"
LISTED = 1000  # rows; every one of them is in the open data


def registers(facts: Facts) -> Iterator[Page]:
    """The list of the registers, then a page each."""
    found = all_registers(facts.office, facts.today)
    yield page(
        facts,
        "registers",
        "Registers",
        "register_list",
        summary="RAID and more: risks, assumptions, issues, dependencies, decisions, changes.",
        nav=NAV,
        found=found,
        left_out={e.name for e in found if not has_page(facts.edition, f"registers/{e.name}")},
        csv=CSV,
    )
    for register in found:
        yield _page(facts, register)


def _page(facts: Facts, register: Register) -> Page:
    number = len(register.entries)
    return page(
        facts,
        f"registers/{register.name}",
        f"Register of {register.title.lower()}",
        "register",
        summary=f"{counted(number, register.one)}, {register.open} open: age, owner, last day.",
        contents=False,
        register=register,
        kind=KIND_OF[register.name],
        heads=tuple(_heads(register)),
        listed=register.entries[:LISTED],
        number=number,
        late=register.late(facts.today),
        csv=f"{CSV}/{register.name}.csv",
    )


def _heads(register: Register) -> Iterator[str]:
    """The heads of the table; a `?` in front marks a column that readers filter by."""
    yield capitalised(register.one)
    if register.name != "improvements":
        yield from ("?Project", "?Programme")
    yield "?Status"
    if register.weighed:
        yield register.weighed if register.weighed.startswith("#") else f"?{register.weighed}"
    yield "?Reviewer" if register.name == "reviews" else "?Owner"
    if register.is_aged:
        yield from ("Since", "#Days open")
    if register.due:
        yield from (register.due, "#Overdue")
    if register.noted:
        yield register.noted
