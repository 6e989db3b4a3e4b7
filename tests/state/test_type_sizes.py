from brochure.state.type_sizes import TypeSize, most_shrunk

ROW = TypeSize("row", 11.0, 11.5, 9.5)
BODY = TypeSize("body", 10.25, 10.5, 9.0)
HEADING = TypeSize("heading", 18.0, 18.0, 14.0)


def test_the_smallest_share_counts_not_the_smallest_type() -> None:
    assert most_shrunk([HEADING, BODY, ROW]) == ROW
    assert str(ROW) == "11 of 11.5 pt (row)"


def test_full_size_is_none() -> None:
    assert most_shrunk([HEADING]) is None
    assert most_shrunk([]) is None
