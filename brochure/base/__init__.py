"""What every room may know: lengths, geometry, spans, diagnostics, inks. No outside package."""
