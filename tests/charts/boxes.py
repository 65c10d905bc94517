"""The text of a drawing as boxes, read back from the finished SVG."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element, fromstring

from pmoascode.charts.text import width

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Box:
    """Where a label stands."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        """Whether the two share more than an edge."""
        beside = self.right <= other.left + 0.1 or other.right <= self.left + 0.1
        return not beside and self.top < other.bottom - 0.1 and other.top < self.bottom - 0.1


def parsed(markup: str) -> Element:
    """The SVG element of a chart, with what stands around it or not."""
    root = fromstring(f"<div>{markup}</div>")  # noqa: S314 -- our own drawing
    found = root.find(f".//{SVG}svg")
    assert found is not None
    return found


def parts(markup: str) -> list[tuple[float, float]]:
    """Top and bottom of each part in which paper shows a high drawing."""
    root = fromstring(f"<div>{markup}</div>")  # noqa: S314 -- our own drawing
    found = []
    for part in root.iter("svg"):
        if part.get("class") == "chart-sheet":
            _, top, _, high = (float(number) for number in part.attrib["viewBox"].split())
            found.append((top, top + high))
    return found


def boxes(svg: Element) -> list[Box]:
    """Each text of the drawing; cap height above the baseline, descenders below."""
    return [_box(text) for text in svg.iter(f"{SVG}text")]


def _box(text: Element) -> Box:
    said = text.text or ""
    size, x, y = (float(text.attrib[name]) for name in ("font-size", "x", "y"))
    wide = width(said, size, bold="font-weight" in text.attrib)
    left = x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[text.get("text-anchor", "start")]
    return Box(said, left, y - 0.76 * size, left + wide, y + 0.22 * size)


def view(svg: Element) -> tuple[float, float]:
    """Width and height of the drawing."""
    _, _, wide, high = (float(part) for part in svg.attrib["viewBox"].split())
    return wide, high


def extremes(svg: Element) -> list[tuple[float, float]]:
    """The corners of every rectangle, line and circle."""
    found = []
    for node in svg.iter():
        read = {name: float(value) for name, value in node.attrib.items() if name in _NUMBERS}
        if node.tag == f"{SVG}rect":
            x, y = read["x"], read["y"]
            found += [(x, y), (x + read["width"], y + read["height"])]
        elif node.tag == f"{SVG}line":
            found += [(read["x1"], read["y1"]), (read["x2"], read["y2"])]
        elif node.tag == f"{SVG}circle":
            x, y, r = read["cx"], read["cy"], read["r"]
            found += [(x - r, y - r), (x + r, y + r)]
    return found


_NUMBERS = {"x", "y", "width", "height", "x1", "x2", "y1", "y2", "cx", "cy", "r"}
