"""Sources and finished PDFs become findings. Shares only types with the writers."""
