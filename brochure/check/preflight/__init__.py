"""Any PDF against what a print shop's preflight asks, point by point: ``brochure/docs/preflight.md``."""
