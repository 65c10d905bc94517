"""The organisation chart: posts below the posts that they report to, and the PMO with its line."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from pmoascode.charts.hanging import (
    BELOW,
    COLUMN,
    DEEPEST,
    EDGE,
    INDENT,
    LEADING,
    PADDING,
    TRUNK,
    Member,
    Placed,
    left,
    placed,
)
from pmoascode.charts.legend import Sign, legend
from pmoascode.charts.paint import ACCENT, ACCENT_SOFT, INK, MUTED, RED, SURFACE
from pmoascode.charts.svg import begin, element, figure, label, line, linked, titled

_THIN, _THICK = 1.25, 3.0
Segment = tuple[float, float, float, float]


def organisation(members: Sequence[Member], ids: str, title: str = "Reporting lines") -> Markup:
    """The members in the order of their list, each at its depth, and a legend."""
    boxes, high = placed(members)
    right = max([left(1) + COLUMN, *(box.x + box.width for box in boxes)])
    segments = sorted(set(_segments(boxes)), key=lambda each: (each[1], each[0]))
    lines = [_stroke(segment, is_accent) for segment, is_accent in segments]
    size = (right + EDGE, high + 2 * EDGE if boxes else 40.0)
    nothing = [] if boxes else [label("No posts yet", 4, 24, fill=MUTED)]
    drawn = (*lines, *(_drawn(box) for box in boxes), *nothing)
    key = legend(_signs(members))
    return figure(ids, title, description(members), size, *drawn, legend=key, cuts=_cuts(boxes))


def _cuts(boxes: Sequence[Placed]) -> list[float]:
    """The heights at which no box stands."""
    cuts, bottom = [], 0.0
    for box in sorted(boxes, key=lambda each: each.y):
        if bottom < box.y:
            cuts.append((bottom + box.y) / 2)
        bottom = max(bottom, box.bottom)
    return cuts


def description(members: Sequence[Member]) -> str:
    """The chart in words: how many posts, how many vacant, and to whom the PMO reports."""
    posts = [each for each in members if each.kind != "unit"]
    vacant = sum(each.kind == "vacant" for each in posts)
    said = [f"{len(posts)} posts, {vacant} vacant."]
    line_up = [each.title for each in members if each.is_on_line][::-1]
    for each in members:
        if each.is_pmo:
            to = ", then ".join(line_up) or "nobody"
            said.append(f"{each.title} leads the PMO and reports to {to}.")
    return " ".join(said)


def _segments(boxes: Sequence[Placed]) -> Iterator[tuple[Segment, bool]]:
    """The lines between the boxes, and whether each belongs to the line of the PMO."""
    for box in boxes:
        if box.above is None:
            continue
        over = boxes[box.above]
        is_accent = over.member.is_on_line and (box.member.is_pmo or box.member.is_on_line)
        for segment in _way(over, box):
            yield segment, is_accent


def _way(over: Placed, box: Placed) -> Iterator[Segment]:
    """From the box above: down a spine, and across to the box."""
    if box.depth > DEEPEST:
        yield (box.x + INDENT / 2, box.y - BELOW, box.x + INDENT / 2, box.y)
        return
    spine, top = over.x + INDENT / 2, over.bottom
    if not over.depth:
        spine, top = box.x - INDENT / 2, over.bottom + TRUNK
        middle = over.x + over.width / 2
        yield (middle, over.bottom, middle, top)
        yield (middle, top, spine, top)
    yield (spine, top, spine, box.middle)
    yield (spine, box.middle, box.x, box.middle)


def _stroke(segment: Segment, is_accent: bool) -> Markup:
    if is_accent:
        return line(*segment, stroke=ACCENT, weight=_THICK)
    return line(*segment, stroke=MUTED, weight=_THIN)


def _drawn(box: Placed) -> Markup:
    member = box.member
    x, y = box.x + PADDING, box.y + PADDING + LEADING - 6
    fills = {"title": INK, "holder": RED if member.kind == "vacant" else INK, "note": MUTED}
    texts = [
        label(text, x, y + LEADING * number, fill=fills[name], bold=name == "title")
        for number, (name, text) in enumerate(box.rows)
    ]
    told = ", ".join(filter(None, (member.title, member.holder, member.note)))
    frame = _rect(member, box.x, box.y, box.width, box.height)
    drawn = titled(told, linked(member.href, frame, *texts))
    return begin(drawn) if member.is_pmo else drawn


def _rect(member: Member, x: float, y: float, width: float, height: float) -> Markup:
    """A box: thick and tinted for the PMO, thick on its line, dashed for what is not filled."""
    is_strong = member.is_pmo or member.is_on_line
    stroke = ACCENT if is_strong or member.speaks_for_pmo else MUTED
    dashes = {"vacant": "5 3", "unit": "2 3", "post": None}[member.kind]
    if member.speaks_for_pmo and not is_strong:
        dashes = "9 3"
    return element(
        "rect",
        x=x,
        y=y,
        width=width,
        height=height,
        rx=3,
        fill=ACCENT_SOFT if member.is_pmo else SURFACE,
        stroke=RED if member.kind == "vacant" and not is_strong else stroke,
        stroke_width=_THICK
        if member.is_pmo
        else 2
        if is_strong or member.speaks_for_pmo
        else _THIN,
        stroke_dasharray=dashes,
    )


def _signs(members: Sequence[Member]) -> list[tuple[Sign, str]]:
    """The legend, of what is in the chart."""
    known = (
        (Member("", is_pmo=True), "leads the PMO", any(m.is_pmo for m in members)),
        (Member("", is_on_line=True), "on its line", any(m.is_on_line for m in members)),
        (
            Member("", speaks_for_pmo=True),
            "speaks for it at the top",
            any(m.speaks_for_pmo and not m.is_on_line for m in members),
        ),
        (Member("", kind="vacant"), "vacant", any(m.kind == "vacant" for m in members)),
        (Member("", kind="unit"), "unit without a post", any(m.kind == "unit" for m in members)),
    )
    return [(_sign(member), text) for member, text, is_there in known if is_there]


def _sign(member: Member) -> Sign:
    return lambda x, y: _rect(member, x - 9, y - 6, 18, 12)
