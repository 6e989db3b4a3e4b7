"""What may stand in the project's YAML files, as JSON Schema: editors complete keys with it and mark mistakes."""
