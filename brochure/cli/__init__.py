"""Arguments become a request. The only room that prints."""
