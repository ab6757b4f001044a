"""What git remembers of a project. The only room that knows git."""

from section75.project.history.commits import Changed, Commit, Past, past_of
from section75.project.history.repository import NoRepositoryError
from section75.project.history.settings import Found, examined, install, merged_text, uninstall
from section75.project.history.trees import (
    RevisionTree,
    earlier_trees,
    earlier_versions,
    has_unsaved_changes,
    revision_tree,
)

__all__ = [
    "Changed",
    "Commit",
    "Found",
    "NoRepositoryError",
    "Past",
    "RevisionTree",
    "earlier_trees",
    "earlier_versions",
    "examined",
    "has_unsaved_changes",
    "install",
    "merged_text",
    "past_of",
    "revision_tree",
    "uninstall",
]
