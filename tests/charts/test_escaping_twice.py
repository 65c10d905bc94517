"""Markup and text of the same characters stay two things."""

from markupsafe import Markup

from pmoascode.charts.svg import label


def test_a_label_escapes_text_after_equal_markup() -> None:
    assert "<b>" in label(Markup("<b>"), 1, 2)
    assert "<b>" not in label("<b>", 1, 2)
