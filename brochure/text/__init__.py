"""A paragraph becomes lines of positioned glyphs: levels, runs, shaping, breaks, lines."""
