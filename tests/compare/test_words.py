"""Which words of a text are marked."""

from __future__ import annotations

from section75.compare.words import marked
from section75.document import Text


def test_an_edit_marks_whole_words_and_keeps_their_spaces():
    runs = marked((Text("shall meet quarterly and report."),), (Text("shall meet monthly and report."),))
    assert [(r.run.text, r.mark.value) for r in runs] == [
        ("shall meet", "kept"),
        (" quarterly", "removed"),
        (" monthly", "added"),
        (" and report.", "kept"),
    ]
