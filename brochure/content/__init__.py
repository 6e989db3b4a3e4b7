"""YAML, SVG and font list become the model, every node with its span; all findings at once."""
