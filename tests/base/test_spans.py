"""Places in files."""

from brochure.base.spans import Span


def test_words_of_a_place() -> None:
    assert str(Span("content/languages/ar.yaml", 12, 5)) == "content/languages/ar.yaml:12:5"
    assert str(Span("content/languages/ar.yaml")) == "content/languages/ar.yaml"


def test_order_is_by_file_then_by_number_of_line() -> None:
    spans = [Span("b", 1, 1), Span("a", 10, 1), Span("a", 9, 30), Span("a", 9, 4), Span("a")]
    assert sorted(spans) == [Span("a"), Span("a", 9, 4), Span("a", 9, 30), Span("a", 10, 1), Span("b", 1, 1)]
