"""A request becomes files: every room in order, in one readable function."""
