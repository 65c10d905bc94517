"""The parts of a page at work: tables by key, the report on paper, ribbons, columns."""

from io import BytesIO

import pytest
from playwright.sync_api import Page, Route

from .visiting import PHONE, Visits

pytestmark = pytest.mark.browser
NAMES = (
    "[...document.querySelector('.pmo-matrix').querySelectorAll("
    "'tbody:first-of-type tr:not(.pmo-group) th')]"
)


def test_a_table_is_sorted_by_key(visits: Visits) -> None:
    page = visits.opened("projects/")
    head = page.locator(".pmo-matrix thead button", has_text="Project").first
    head.focus()
    page.keyboard.press("Enter")
    once = page.evaluate(f"{NAMES}.map(cell => cell.innerText)")
    page.keyboard.press("Enter")
    again = page.evaluate(f"{NAMES}.map(cell => cell.innerText)")
    assert len(once) > 2
    assert (once, again) == (sorted(once), sorted(once)[::-1])
    page.context.close()


def test_a_table_is_filtered_by_key(visits: Visits) -> None:
    page = visits.opened("projects/")
    page.locator(".pmo-filter input").first.focus()
    page.keyboard.type("leak")
    shown = page.locator(".pmo-matrix").first.locator("tbody tr:not(.pmo-group):visible")
    assert shown.count() == 1
    assert "Leak sensors" in shown.inner_text()
    page.context.close()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("project", ["leak-sensors", "my-account", "ledger-move"])
def test_the_report_of_a_project_is_one_sheet(visits: Visits, project: str, paper: str) -> None:
    pdf = pytest.importorskip("pypdf")
    page = visits.opened(f"projects/{project}/")
    sheets = pdf.PdfReader(BytesIO(page.pdf(format=paper, print_background=True))).pages
    first, second = (sheets[number].extract_text() for number in (0, 1))
    for part in ("Status report", "Milestones", "Top risks", "Dependencies at risk"):
        assert part in first
        assert part not in second
    assert "Gates and approvals" not in first
    page.context.close()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("role", ["project-manager", "pmo-director", "regulatory-lead"])
def test_a_job_description_is_one_sheet_or_two_and_nothing_else(
    visits: Visits, role: str, paper: str
) -> None:
    pdf = pytest.importorskip("pypdf")
    page = visits.opened(f"roles/{role}/job-description/")
    printed = pdf.PdfReader(BytesIO(page.pdf(format=paper, print_background=True))).pages
    sheets = [sheet.extract_text() for sheet in printed]
    assert len(sheets) <= 2
    number, head = sheets[0].split("\n")[:2]
    assert number == f"1 / {len(sheets)}"
    assert head == "Job description · Thornmere Water"
    assert "People & roles" not in "".join(sheets)
    assert "Responsibilities" in sheets[0]
    page.context.close()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_each_sheet_of_a_document_says_what_it_is(visits: Visits, paper: str) -> None:
    pdf = pytest.importorskip("pypdf")
    page = visits.opened("projects/billing-renewal/pid/")
    printed = pdf.PdfReader(BytesIO(page.pdf(format=paper, print_background=True))).pages
    sheets = [sheet.extract_text() for sheet in printed]
    assert 2 <= len(sheets) <= 4
    for number, sheet in enumerate(sheets, 1):
        assert "Thornmere Water · Billing system renewal · Project initiation" in sheet
        assert f"{number} / {len(sheets)}" in sheet
    assert "People & roles" not in "".join(sheets)
    page.context.close()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_each_sheet_of_a_register_says_whose_it_is_and_has_the_heads(
    visits: Visits, paper: str
) -> None:
    pdf = pytest.importorskip("pypdf")
    page = visits.opened("registers/risks/")
    sheets = pdf.PdfReader(BytesIO(page.pdf(format=paper, prefer_css_page_size=True))).pages
    assert len(sheets) > 1
    for number, sheet in enumerate(sheets, 1):
        said = " ".join(sheet.extract_text().split())
        assert "Thornmere Water · as of 10 Nov 2026" in said
        assert f"{number} / {len(sheets)}" in said
        assert "Days open" in said
        assert sheet.mediabox.width > sheet.mediabox.height  # it is wide, and lies on its side
    page.context.close()


def test_paper_is_light_to_its_edges_in_the_dark(visits: Visits) -> None:
    page = visits.opened("", scheme="dark")
    page.emulate_media(media="print")
    schemes = "[document.documentElement, document.body].map(e => getComputedStyle(e).colorScheme)"
    assert page.evaluate(schemes) == ["light only", "light only"]
    page.context.close()


def test_drawings_of_dates_stand_in_pairs_on_paper(visits: Visits) -> None:
    page = visits.opened("milestones/")
    sections = "[...document.querySelectorAll('.pmo-pairs > section')].slice(0, 2)"
    tops = f"new Set({sections}.map(each => each.getBoundingClientRect().top)).size"
    assert page.evaluate(tops) == 2
    page.emulate_media(media="print")
    assert page.evaluate(tops) == 1
    page.context.close()


def test_what_fits_stands_upright(visits: Visits) -> None:
    pdf = pytest.importorskip("pypdf")
    page = visits.opened("projects/leak-sensors/")
    for sheet in pdf.PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages:
        assert sheet.mediabox.width < sheet.mediabox.height
    page.context.close()


def test_the_matrix_is_cards_on_a_phone_and_whole_on_a_screen(visits: Visits) -> None:
    for width, head, name in ((1280, True, False), (PHONE, False, True)):
        page = visits.opened("projects/smart-meters/responsibilities/", width)
        assert page.locator(".pmo-raci thead").is_visible() is head
        assert page.locator(".pmo-raci td > span").first.is_visible() is name
        page.context.close()


def test_the_newest_rating_is_seen_on_a_phone(visits: Visits) -> None:
    page = visits.opened("projects/leak-sensors/", PHONE)
    last = page.locator("#history ~ .chart-scroll").first.locator("rect").last
    box = last.bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= PHONE
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_charts_take_every_colour_from_the_page(visits: Visits, scheme: str) -> None:
    page = visits.opened("", scheme="dark" if scheme == "dark" else "light")
    missing = page.evaluate(
        """() => {
            const style = getComputedStyle(document.body);
            const asked = [...document.querySelectorAll('svg *')].flatMap(
                part => ['fill', 'stroke'].map(name => part.getAttribute(name) || ''));
            const names = asked.map(text => (text.match(/--pmo-[\\w-]+/) || [])[0]);
            const known = name => style.getPropertyValue(name).trim();
            return [...new Set(names.filter(name => name && !known(name)))];
        }"""
    )
    assert missing == []
    page.context.close()


def test_the_header_says_the_organisation_and_the_first_tab_is_short(visits: Visits) -> None:
    page = visits.opened("")
    assert page.locator(".md-header__title").inner_text().startswith("Thornmere Water")
    assert page.locator(".md-tabs__link").first.inner_text().strip() == "Portfolio"
    page.context.close()


def test_a_section_of_one_page_has_the_whole_width(visits: Visits) -> None:
    page = visits.opened("roadmap/")
    column = page.locator(".md-sidebar--primary")
    assert column.is_hidden()
    overflow = "document.querySelector('.chart-scroll')"
    assert page.evaluate(f"{overflow}.scrollWidth <= {overflow}.clientWidth")
    page.context.close()


SCROLLED = """box => new Promise(done => {
    const look = () => box.scrollLeft ? done() : setTimeout(look, 50);
    look();
})"""


def begun(page: Page, part: str) -> tuple[float, float]:
    """Where the part of the drawing begins and ends, once the drawing stands at its beginning."""
    page.wait_for_function("document.querySelector('.chart-names').hasAttribute('transform')")
    box = page.locator(part).first.bounding_box()
    assert box is not None
    return box["x"], box["x"] + box["width"]


def test_a_roadmap_opens_at_today_with_its_names_in_sight(visits: Visits) -> None:
    page = visits.opened("roadmap/", PHONE)
    (names, named), (today, _) = begun(page, ".chart-names a"), begun(page, ".chart-begin")
    assert 0 < names < named < today < PHONE
    page.emulate_media(media="print")
    moved = "getComputedStyle(document.querySelector('.chart-names')).transform"
    assert page.evaluate(moved) == "none"
    page.context.close()


def test_names_stay_in_sight_where_today_is_too_far_off_to_be_drawn(visits: Visits) -> None:
    page = visits.opened("404.html", PHONE)

    def without_today(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace(' class="chart-begin"', ""))

    page.route("**/roadmap/", without_today)
    page.goto(page.url.replace("404.html", "roadmap/"))
    page.wait_for_function(
        """() => {
            document.querySelector('.chart-scroll').scrollLeft += 40;
            return document.querySelector('.chart-names').hasAttribute('transform');
        }"""
    )
    names, named = begun(page, ".chart-names a")
    assert 0 < names < named < PHONE
    page.context.close()


@pytest.mark.parametrize(
    "path",
    ["projects/leak-sensors/", "money/", "history/", "priority/", "milestones/", "risks/"],
)
def test_drawings_open_at_what_matters_most(visits: Visits, path: str) -> None:
    page = visits.opened(path, PHONE)
    drawings = page.locator(".chart-scroll:has(.chart-begin)")
    assert drawings.count()
    for drawing in drawings.all():
        drawing.scroll_into_view_if_needed()
        overflow = drawing.evaluate("box => box.scrollWidth - box.clientWidth")
        if overflow > 1:
            drawing.evaluate(SCROLLED)
        box = drawing.locator(".chart-begin").bounding_box()
        assert box is not None
        assert 0 < box["x"] + box["width"] / 2 < PHONE
    page.context.close()


def test_whoever_holds_a_role_today_is_named_in_sight(visits: Visits) -> None:
    page = visits.opened("projects/leak-sensors/", PHONE)
    drawing = page.locator("[aria-label^='Roles of']")
    drawing.scroll_into_view_if_needed()
    drawing.evaluate(SCROLLED)
    names = drawing.locator("svg > text", has_text="Mei-Ling Chan").bounding_box()
    roles = drawing.locator(".chart-names text", has_text="Project manager").bounding_box()
    assert names is not None
    assert roles is not None
    assert 0 < roles["x"] + roles["width"] < names["x"] < names["x"] + names["width"] < PHONE
    page.context.close()


@pytest.mark.parametrize("path", ["roadmap/", "milestones/", "priority/"])
def test_a_legend_is_whole_on_a_phone(visits: Visits, path: str) -> None:
    page = visits.opened(path, PHONE)
    ends = page.eval_on_selector_all(
        ".chart-key span", "all => all.map(each => each.getBoundingClientRect().right)"
    )
    assert ends
    assert max(ends) <= PHONE
    page.context.close()


def test_a_heat_map_opens_where_the_impact_is_highest(visits: Visits) -> None:
    page = visits.opened("risks/", PHONE)
    (names, named), (_, end) = begun(page, ".chart-names text"), begun(page, ".chart-begin")
    assert 0 < names < named < end < PHONE
    page.context.close()


def test_a_box_that_goes_on_to_the_right_says_so_until_its_end(visits: Visits) -> None:
    page = visits.opened("", PHONE)
    matrix = page.locator(".pmo-matrix")
    page.wait_for_function("document.querySelector('.pmo-matrix').matches('.pmo-more')")
    matrix.evaluate("box => { box.scrollLeft = box.scrollWidth; }")
    page.wait_for_function("!document.querySelector('.pmo-matrix').matches('.pmo-more')")
    page.context.close()


def test_what_is_far_down_waits_on_a_screen_and_never_on_paper(visits: Visits) -> None:
    page = visits.opened("projects/leak-sensors/", PHONE, scripts=False)
    waiting = """[...document.querySelectorAll('main *')].filter(
        each => getComputedStyle(each).contentVisibility === 'auto').length"""
    assert page.evaluate(waiting) > 10
    assert page.locator("#status + .pmo-report > .pmo-panel").first.evaluate(
        "panel => getComputedStyle(panel).contentVisibility === 'visible'"
    )
    page.emulate_media(media="print")
    assert page.evaluate(waiting) == 0
    page.context.close()


def test_what_waits_is_laid_out_in_a_quiet_moment(visits: Visits) -> None:
    page = visits.opened("projects/leak-sensors/")
    page.reload()  # of which nothing is laid out by the test
    page.wait_for_function("""() => [...document.querySelectorAll("main *")].every(
        each => getComputedStyle(each).contentVisibility === "visible")""")
    assert page.evaluate("document.querySelectorAll('[style*=content-visibility]').length") > 10
    page.context.close()


@pytest.mark.parametrize(
    "path", ["decisions/", "attention/", "projects/leak-sensors/", "projects/billing-renewal/"]
)
def test_what_is_asked_and_why_a_colour_lies_nowhere_beside_a_phone(
    visits: Visits, path: str
) -> None:
    page = visits.opened(path, PHONE)
    boxes = page.locator(".pmo-rows")
    assert boxes.count()
    for box in boxes.all():
        assert box.evaluate("box => box.scrollWidth <= box.clientWidth")
        assert not box.locator("thead").is_visible()
    page.context.close()


def test_the_matrix_says_where_the_data_is_worse_than_the_rating(visits: Visits) -> None:
    page = visits.opened("")
    said = {
        name: page.locator(
            ".pmo-matrix tr:not(.pmo-group)", has=page.get_by_role("rowheader", name=name)
        ).inner_text()
        for name in ("My Account", "Leak sensors")
    }
    assert ["data: amber" in said[name] for name in said] == [True, False]
    choices = page.locator(".pmo-filter").get_by_label("Overall").locator("option")
    assert {"Green", "Amber"} <= set(choices.all_inner_texts())
    assert not any("data" in choice for choice in choices.all_inner_texts())
    page.goto(page.url + "history/")
    assert "My Account" in page.locator("#honesty + p").inner_text()
    page.context.close()


def test_who_comes_to_no_page_is_led_on(visits: Visits) -> None:
    page = visits.opened("404.html")
    links = page.locator("article a[href]:not(.headerlink)").evaluate_all(
        "all => all.map(a => a.href)"
    )
    assert len(links) > 2
    for link in links:
        answer = page.goto(link)
        assert answer is not None, link
        assert answer.ok, link
    page.context.close()
