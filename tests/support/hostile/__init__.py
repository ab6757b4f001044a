"""Hostile inputs made from a seed, run one by one in a process that is watched from outside."""
