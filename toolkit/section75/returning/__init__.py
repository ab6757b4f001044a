"""A Word copy that somebody edited, read back as changes of the agreement's data."""
