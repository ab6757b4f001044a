"""Which files of a project git is to show and merge clause by clause, as `.gitattributes` says it for all."""

ATTRIBUTES = ".gitattributes"
LINES = ("agreements/**/*.yaml diff=s75 merge=s75", "schedules/*.yaml diff=s75 merge=s75")
"""Counted from the folder of the project."""
