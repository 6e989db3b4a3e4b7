"""Frozen types of what is to be printed. Nothing here reads a file, measures or paints."""
