"""Painted pages become a conforming PDF: fonts, tags, metadata, output intent."""
