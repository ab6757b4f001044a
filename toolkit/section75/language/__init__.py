"""Words, figures, dates and patterns as an English agreement writes them. Imports nothing else of the toolkit."""
