"""Draw operations to content streams. Decides nothing: what, where and in which ink comes from layout."""
