"""Slips of an officer, by what they are about: what is changed in the small agreement, and what is said of it."""
