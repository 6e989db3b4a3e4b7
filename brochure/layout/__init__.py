"""Blocks and panels become pages of draw operations in absolute pt, each tagged or artifact."""
