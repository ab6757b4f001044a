"""Versions of files and of whole agreements brought together, and conflicts decided."""
