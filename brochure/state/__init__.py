"""What is approved, unchanged, still due: hashes, manifest, whole files."""
