"""An agreement as the bytes of each kind of file, and the agreement that a Word file carries."""
