"""An agreement judged by every rule, and held against review items; every remark put at its place."""
