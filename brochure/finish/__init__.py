"""Painted pages to a conforming file: fonts, tags, metadata, output intent, and the objects that hold them."""
