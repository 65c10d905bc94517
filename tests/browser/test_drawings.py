"""The drawings of each kind of page, in the fonts of a browser: no text upon another, none cut."""

import pytest

from tests.charts.cases import CASES

from .kinds import KINDS
from .visiting import PHONE, WIDTH, Visits

pytestmark = pytest.mark.browser

# A capital reaches 0.76 of the size above the baseline, a descender 0.22 below it.
FAULTS = """() => {
    document.querySelectorAll('details').forEach(each => { each.open = true; });
    const faults = [];
    for (const svg of document.querySelectorAll('svg[viewBox]')) {
        const view = svg.viewBox.baseVal, scale = svg.getBoundingClientRect().width / view.width;
        const texts = [...svg.querySelectorAll('text')].filter(text => text.textContent);
        const boxes = texts.map(text => {
            const box = text.getBBox(), size = parseFloat(getComputedStyle(text).fontSize);
            const base = parseFloat(text.getAttribute('y'));
            return {said: text.textContent, size: size * scale, left: box.x,
                    right: box.x + box.width, top: base - 0.76 * size, bottom: base + 0.22 * size};
        });
        for (const [n, a] of boxes.entries()) {
            if (a.left < view.x - 0.5 || a.right > view.x + view.width + 0.5
                || a.top < view.y - 0.5 || a.bottom > view.y + view.height + 0.5)
                faults.push(`cut: ${a.said}`);
            if (scale && a.size < 10.9) faults.push(`${a.size} px: ${a.said}`);
            for (const b of boxes.slice(n + 1))
                if (a.left < b.right - 0.5 && b.left < a.right - 0.5
                    && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5)
                    faults.push(`${a.said} upon ${b.said}`);
        }
    }
    return faults;
}"""


@pytest.mark.parametrize("path", KINDS, ids=lambda path: path or "home")
def test_no_text_of_a_drawing_is_upon_another_or_cut(visits: Visits, path: str) -> None:
    page = visits.opened(path)
    for width in (WIDTH, PHONE):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(FAULTS) == [], width
    page.context.close()


def test_hard_cases_hold_with_the_fonts_of_a_browser(visits: Visits) -> None:
    page = visits.opened("404.html")
    for name, drawn in sorted(CASES.items()):
        page.set_content(f"<main style='width:1000px'>{drawn()}</main>")
        assert page.evaluate(FAULTS) == [], name
    page.context.close()


@pytest.mark.parametrize(
    ("second", "fault"),
    [
        ("<text x='30' y='22'>two</text>", "one upon two"),
        ("<text x='180' y='60'>beyond</text>", "cut: beyond"),
        ("<text x='9' y='60' font-size='5'>small</text>", "5 px: small"),
    ],
)
def test_a_fault_is_found(visits: Visits, second: str, fault: str) -> None:
    page = visits.opened("404.html")
    page.set_content(
        "<svg viewBox='0 0 200 80' width='200' height='80' font-size='16'>"
        f"<text x='9' y='20'>one</text>{second}</svg>"
    )
    assert page.evaluate(FAULTS) == [fault]
    page.context.close()
