"""Section 75 as code: partnership agreements between councils and NHS bodies as checked, comparable, printable data."""

__version__ = "0.1.0"
