"""Texts on their way to translators and back: XLIFF, gettext PO, XLSX."""
