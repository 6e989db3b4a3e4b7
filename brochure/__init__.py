"""Multilingual brochures from YAML: print-ready and accessible PDFs in every script."""

__version__ = "0.1.0"
