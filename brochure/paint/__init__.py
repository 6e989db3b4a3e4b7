"""Draw operations become content streams. Paint decides nothing."""
