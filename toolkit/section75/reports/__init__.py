"""What was found, as text, Markdown, JSON and annotations. Returns strings and bytes; prints nothing."""
