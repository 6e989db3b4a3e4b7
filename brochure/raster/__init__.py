"""A finished PDF becomes pictures."""
